"""Cross-footing a table: which sums do not add up, and which cell, row or column is at fault, as far as arithmetic can know.

A table has sums along its rows (a column that is the sum of others: `sum_of` of a form's column) and down its columns (a total row and
the lines that make it up, as `sums` guesses them). A cell is named only where both directions speak: its row and its column fail, by the
same amount, and no other way to explain them is left. What else fails is named as the row or the column it is (docs/decisions.md).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from data.intake.footing import At, Sum, Table, across, down
from data.intake.grid import a1
from data.intake.lines import Cell, Remark
from data.intake.slips import told

_MANY = 12  # cells of one line that may be at fault together; among more, chance alone finds some that fit


class Off(NamedTuple):
    """A cell is too large by `by` đồng, known to `slack` đồng."""

    by: int
    slack: float


def misfits(
    cells: Iterable[Cell], columns: Mapping[str, int], sum_of: Mapping[str, Sequence[str]], guesses: Iterable[tuple[int, int, int]]
) -> list[Remark]:
    """What does not add up in one table, as remarks `cell_mismatch`, `row_sum_mismatch`, `total_mismatch`, each with its cell or range.

    `columns`: field → column, from 0; `sum_of`: field → the fields it is the sum of; `guesses`: (total row, guess, part row).
    """
    table = {(c.row, c.field): c for c in cells if c.type == "money"}
    whole = {name: parts for name, parts in sum_of.items() if any(p in columns for p in parts)}
    columns_down = list(down(table, guesses))
    sums = [*columns_down, *across(table, whole, columns_down)]
    wrong = _isolated(table, sums) if any(s.fails for s in sums) else {}
    found = []
    for at, off in sorted(wrong.items()):
        is_now, cell = table[at].amount_vnd or 0, table[at]
        found.append(Remark("cell_mismatch", cell.sheet, cell.cell, *told(is_now, is_now - off.by, off.slack, cell.half_digit_vnd)))
    for s in sums:
        known = [(s.share(at), off) for at, off in wrong.items() if s.share(at)] if s.fails else []
        rest = s.off - sum(way * off.by for way, off in known)
        if replace(s, off=rest, tolerance=s.tolerance + sum(off.slack for _, off in known)).fails:
            found.append(_of_sum(s, table[s.total], columns, is_range=bool(whole) and s.is_sure))
    return found


def _of_sum(s: Sum, total: Cell, columns: Mapping[str, int], *, is_range: bool) -> Remark:
    """A row or a column; in a table without sums along its rows the total alone, beside which its lines stand."""
    rows, across = [r for r, _ in (s.total, *s.parts)], [columns[n] for _, n in (s.total, *s.parts) if n in columns]
    place = f"{a1(min(rows), min(across))}:{a1(max(rows), max(across))}" if is_range else total.cell
    amount = total.amount_vnd or 0
    return Remark("row_sum_mismatch" if s.is_row else "total_mismatch", total.sheet, place, *told(amount, amount - s.off))


def _isolated(table: Table, sums: list[Sum]) -> dict[At, Off]:
    """The cells that can be named: each is in every explanation there is of the sums that it makes fail."""
    suspects = {at for s in sums if s.fails and s.is_evidence for at in (s.total, *s.parts)}
    of: dict[At, list[Sum]] = {}
    for s in sums:
        for at in suspects.intersection((s.total, *s.parts)) if s.is_evidence else ():
            of.setdefault(at, []).append(s)
    hidden = max(s.tolerance for s in sums)  # an error no larger than this may hide where all seems to add up
    ways: list[tuple[dict[At, Off], set[Sum]]] = []
    for by_row in (True, False):  # several cells of a column, each told by its row; then of a row, each told by its column
        lines: dict[int | str, dict[At, Off]] = {}
        for at, touched in of.items():
            telling, others = ([s for s in touched if s.is_row is way] for way in (by_row, not by_row))
            off = _off(at, telling) if any(s.fails for s in others) else None
            if off and abs(off.by) > hidden and (table[at].amount_vnd or 0) - off.by >= -off.slack:  # what it should be is no debt
                lines.setdefault(at[by_row], {})[at] = off
        if any(len(line) > _MANY for line in lines.values()):
            return {}
        for line in lines.values():
            for size in range(1, len(line) + 1):
                for chosen in combinations(line, size):
                    cells, across_it = {at: line[at] for at in chosen}, {s for at in chosen for s in of[at] if s.is_row is not by_row}
                    if all(_explains(s, cells) for s in across_it):
                        ways.append((cells, {s for at in chosen for s in of[at] if s.fails}))
    named: dict[At, Off] = {}
    for cells, makes_fail in ways:
        rivals = [others for others, failing in ways if failing & makes_fail]
        for at, off in cells.items():
            if all(at in others for others in rivals):
                named[at] = min(off, named.get(at, off), key=lambda o: o.slack)
    return named


def _off(at: At, telling: list[Sum]) -> Off | None:
    """By how much a cell is off if it alone makes these sums fail; None when they do not, or do not agree."""
    if not telling or not all(s.fails for s in telling):
        return None
    best = min(telling, key=lambda s: s.tolerance)
    by = best.share(at) * best.off
    agree = all(abs(s.share(at) * s.off - by) <= s.tolerance + best.tolerance for s in telling)
    return Off(by, best.tolerance) if agree else None


def _explains(s: Sum, cells: Mapping[At, Off]) -> bool:
    """Whether a sum is off by just what these cells are off."""
    within = [(s.share(at), off) for at, off in cells.items() if s.share(at)]
    return abs(s.off - sum(way * off.by for way, off in within)) <= s.tolerance + sum(off.slack for _, off in within)
