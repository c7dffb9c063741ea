"""The sums of a table: down its columns (a total row and its lines) and along its rows (a column that is the sum of others)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from data.intake.lines import Cell

At = tuple[int, str]  # row, field: one cell of a table
Table = Mapping[At, Cell]


@dataclass(eq=False)
class Sum:
    """One sum of the table. `off`: the total less its parts, in đồng; with a part missing (not `is_exact`) the total may well be more.

    `is_sure`: which cells are the parts is no guess.
    """

    is_row: bool
    total: At
    parts: frozenset[At]
    off: int
    tolerance: float
    is_exact: bool
    is_sure: bool = True

    @property
    def fails(self) -> bool:
        return self.off < -self.tolerance or (self.is_exact and self.off > self.tolerance)

    @property
    def is_evidence(self) -> bool:
        return self.is_exact and self.is_sure

    def share(self, at: At) -> int:
        """Which way a cell that is too large moves the difference."""
        return 1 if at == self.total else -1 if at in self.parts else 0


def _sum(table: Table, total: At, parts: frozenset[At], *, is_row: bool) -> Sum | None:
    """None where nothing is compared: no total, no part, or a figure that its own rule refuses. Tolerance: figures.md 10."""
    whole, found = table[total], [table.get(at) for at in parts]
    if whole.amount_vnd is None or not parts or any(p and p.fault for p in found):
        return None
    amounts = [p.amount_vnd for p in found if p and p.amount_vnd is not None]
    finest = min((p.half_digit_vnd for p in found if p and p.half_digit_vnd), default=0)
    tolerance = whole.half_digit_vnd + len(parts) * finest
    return Sum(is_row, total, parts, whole.amount_vnd - sum(amounts), tolerance, len(amounts) == len(parts))


def down(table: Table, guesses: Iterable[tuple[int, int, int]]) -> Iterator[Sum]:
    """One sum per total row and column: by a guess that adds up, else by the one that does in most of the other columns."""
    lines: dict[int, dict[int, list[int]]] = {}
    for total, guess, part in guesses:
        lines.setdefault(total, {}).setdefault(guess, []).append(part)
    fields = dict.fromkeys(name for _, name in table)
    for total, ways in lines.items():
        tried = [
            [_sum(table, (total, name), frozenset((r, name) for r in rows), is_row=False) for rows in ways.values()] for name in fields
        ]
        compared = [known for way in tried if len(known := [s for s in way if s]) == len(ways)]
        adds_up = [sum(known[n].is_exact and not known[n].fails for known in compared) for n in range(len(ways))]
        is_sure = adds_up.count(max(adds_up)) == 1
        for known in compared:
            likeliest = replace(known[adds_up.index(max(adds_up))], is_sure=is_sure)
            yield next((s for s in known if not s.fails), likeliest)


def across(table: Table, sum_of: Mapping[str, Sequence[str]], columns: list[Sum]) -> Iterator[Sum]:
    """The sums along the rows. That of a total row follows from its lines, and says more only where they all are known and do not add up;
    it holds the roundings of them all."""
    below = {s.total: s for s in columns}
    for row, name in (at for at in table if at[1] in sum_of):
        s = _sum(table, (row, name), frozenset((row, part) for part in sum_of[name]), is_row=True)
        if s and table[s.total].line_kind not in ("total", "group"):
            yield s
        elif s:
            known = [c for at in (s.total, *s.parts) if (c := below.get(at)) and c.is_exact]
            if len(known) == 1 + len(s.parts) and any(c.fails for c in known):
                yield replace(s, tolerance=s.tolerance + sum(c.tolerance for c in known))
