"""Which rows add up to which total: every way in which a total may be one, the likeliest first (figures.md 10)."""

from collections.abc import Iterator

from data.intake.rows import PART, Row

LIMIT = 500_000  # parts listed in one sheet; beyond it nobody's totals can be told apart


class TooMany(Exception):
    """So many totals and lines that their sums are not worth trying."""


def sums(rows: list[Row]) -> Iterator[tuple[int, int, int]]:
    """(total row, guess, part row). Raises TooMany."""
    totals = sum(r.kind in ("total", "group") for r in rows)
    if totals * len(rows) > 10 * LIMIT:
        raise TooMany
    listed = 0
    for n, row in enumerate(rows):
        if row.kind not in ("total", "group") or row.is_loose or (row.word == PART and not row.keys):
            continue
        before, after = rows[:n][::-1], rows[n + 1 :]
        above, below = _block(before, row), _block(after, row)
        every = [r for r in rows if r.kind == "detail" and _belongs(r, row)]
        rest = [[r for r in part if r.kind == "detail" and _belongs(r, row)] for part in (before, after)]
        is_whole = bool(row.keys) or row.word != "cộng"
        guesses = [every, above, below, *rest] if is_whole else [above or below, below, *rest, every]
        tried: set[frozenset[int]] = set()
        for guess, parts in enumerate(guesses):
            lines = frozenset(p.at for p in parts)
            if lines and lines not in tried:
                tried.add(lines)
                listed += len(lines)
                if listed > LIMIT:
                    raise TooMany
                yield from ((row.at, guess, at) for at in sorted(lines))


def _block(rows: list[Row], total: Row) -> list[Row]:
    """The lines next to a total, up to the next total; its own "trong đó" rows lie between."""
    block: list[Row] = []
    for r in rows:
        if r.kind in ("total", "group") and (r.word != PART or block):
            break
        if r.kind == "detail" and _belongs(r, total):
            block.append(r)
    return block


def _belongs(detail: Row, total: Row) -> bool:
    return all(detail.keys.get(name) == code for name, code in total.keys.items() if code)
