"""What differs between two versions of a report, cell by cell, from the cells kept when they were received."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pyarrow.parquet as pq

from data.intake.archive import Archive, Submission

_KEYS = (
    "form", "unit_code", "component_code", "fund_source", "capital_type", "capital_year", "commune_code", "indicator_code", "breakdown",
    "line_kind", "field",
)  # fmt: skip
_SHOWN = ("unit_code", "component_code", "fund_source", "capital_type", "capital_year", "commune_code", "indicator_code", "breakdown")
Key = tuple[Any, ...]


@dataclass(frozen=True)
class Difference:
    """One cell that says something else. `before` or `after` is None where that version has no such cell; amounts in đồng, else None."""

    sheet: str
    line: str
    header: str
    cell_before: str | None
    before: str | None
    before_vnd: int | None
    cell_after: str | None
    after: str | None
    after_vnd: int | None


def between(archive: Archive, before: Submission, after: Submission) -> list[Difference]:
    """Cells that differ, in the order of the newer version, then what only the older one has.

    A line is the same line by what it is about, wherever it stands; of lines about the same thing the first is compared with the first.
    An amount is compared in đồng, so another money unit is no difference. Raises FileNotFoundError where no cells were kept.
    """
    old, new = _cells(archive, before), _cells(archive, after)
    found = [_difference(old.get(key), cell, after) for key, cell in new.items() if not _is_same(old.get(key), cell)]
    return found + [_difference(cell, None, before) for key, cell in old.items() if key not in new]


def _cells(archive: Archive, s: Submission) -> dict[Key, dict[str, Any]]:
    seen: Counter[Key] = Counter()
    cells = {}
    for cell in pq.read_table(archive.cells(s.file_sha256)).to_pylist():
        if cell["text"] == "" and cell["amount_vnd"] is None:
            continue  # a blank says nothing
        key = tuple(cell[name] for name in _KEYS)
        seen[key] += 1
        cells[*key, seen[key]] = cell
    return cells


def _is_same(old: dict[str, Any] | None, new: dict[str, Any]) -> bool:
    if old is None:
        return False
    told = next((name for name in ("amount_vnd", "number", "value") if old[name] is not None and new[name] is not None), "text")
    return bool(old[told] == new[told])


def _difference(old: dict[str, Any] | None, new: dict[str, Any] | None, whose: Submission) -> Difference:
    one: dict[str, Any] = new or old or {}
    line = " · ".join(str(one[name]) for name in _SHOWN if one[name] is not None and (name, one[name]) != ("unit_code", whose.unit_code))
    was, now = old or {}, new or {}
    return Difference(
        one["sheet"], line, one["header"] or one["field"], was.get("cell"), was.get("text"), was.get("amount_vnd"),
        now.get("cell"), now.get("text"), now.get("amount_vnd"),
    )  # fmt: skip
