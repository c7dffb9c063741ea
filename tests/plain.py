"""The figures of the pages once more in boring Python, straight from the cells of the workbooks: no SQL, no pandas, no reader of ours.

It knows one layout, the shipped template, and the rules of figures.md that decide a figure at a day: the latest own report with a
cut-off not later than the day, whole workbook by whole workbook; the plan from the decisions in force; missing is None, never 0.
"""

import csv
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from python_calamine import CalamineWorkbook

ROUNDS = Path(__file__).parents[1] / "data/definitions/rounds.csv"
SOURCES = {"NSTW": "NSTW", "NSĐP": "NSDP"}
COUNTING = ("Báo cáo của đơn vị", "Quyết định giao kế hoạch")
TYPES = {"ĐTPT": "DTPT", "SN": "SN"}


class Line(NamedTuple):
    """What money is counted by."""

    unit: str
    component: str
    source: str
    type: str
    capital_year: int


@dataclass(frozen=True)
class Paper:
    """One accepted workbook: a unit's report of a round, or a decision on the plan."""

    plan_year: int
    unit: str
    day: date  # cut-off of a report, first day of a decision
    plan: dict[Line, int | None]
    disbursed: dict[Line, int | None]
    assigned: dict[Line, int | None] = field(default_factory=dict)  # of a decision: what it gave before any change
    allocated: dict[Line, int | None] = field(default_factory=dict)
    obstacles: list[tuple[str, str, int | None]] = field(default_factory=list)  # component, cause as written, amount held up


@dataclass(frozen=True)
class Figures:
    """Sums over some lines at a day; None where nothing is known."""

    planned: int | None
    disbursed: int | None
    compared: int | None
    unreported: int
    share: float | None


@dataclass(frozen=True)
class Archive:
    decisions: list[Paper]
    reports: list[Paper]

    def lines(self, plan_year: int, on: date) -> dict[Line, tuple[int | None, int | None]]:
        """Plan and disbursed of every line at a day."""
        plan: dict[Line, int | None] = {}
        for decision in self.decisions:  # in order of their first day: a later one changes the lines it lists
            if decision.plan_year == plan_year and decision.day <= on:
                plan.update({line: amount for line, amount in decision.plan.items() if amount is not None})
        in_force = {r.unit: r for r in self.reports if r.plan_year == plan_year and r.day <= on}  # the last one stays
        spent = {line: amount for report in in_force.values() for line, amount in report.disbursed.items()}
        return {line: (plan.get(line), spent.get(line)) for line in plan.keys() | spent.keys()}

    def figures(self, plan_year: int, on: date, counts: Callable[[Line], bool]) -> Figures:
        """The sums over the lines that count."""
        lines = [pair for line, pair in self.lines(plan_year, on).items() if counts(line)]
        planned = _total(p for p, _ in lines)
        both = [(p, d) for p, d in lines if p is not None and d is not None]
        compared, disbursed = _total(p for p, _ in both), _total(d for _, d in both)
        share = disbursed / compared if compared and disbursed is not None else None
        return Figures(planned, disbursed, compared, (planned or 0) - (compared or 0), share)

    def cut_offs(self, plan_year: int, until: date) -> dict[date, int]:
        """Every cut-off with figures, and how many units have figures exactly at it."""
        days = sorted({r.day for r in self.reports if r.plan_year == plan_year and r.day <= until})
        return {day: len({r.unit for r in self.reports if r.plan_year == plan_year and r.day == day and r.disbursed}) for day in days}


def read(home: Path) -> Archive:
    """Everything accepted into a home, in the order of the journal; a second workbook for the same unit and round replaces the first."""
    with ROUNDS.open(encoding="utf-8") as file:
        years = {row["code"]: int(row["plan_year"]) for row in csv.DictReader(file)}
    decisions, reports, finals = [], {}, set()
    for text in (home / "archive/journal.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(text)
        told = entry.get("submission") or {}
        if entry["what"] != "received" or told["outcome"] == "refused":
            continue
        digest = told["file_sha256"]
        book = CalamineWorkbook.from_path(str(home / "archive/files" / digest[:2] / (digest + told["suffix"])))
        info = {row[0]: row[1] for row in _rows(book, "Thông tin chung") if row[0]}
        if info["Loại báo cáo"] not in COUNTING or info.get("Trạng thái số liệu") == "Ước":
            continue  # what others say is compared, never counted; an estimate looks ahead
        if info["Loại báo cáo"] == "Quyết định giao kế hoạch":
            assigned = _amounts(book, "Giao kế hoạch vốn", None, "Giao đầu năm")
            decisions.append(Paper(int(info["Năm ngân sách"]), "", info["Ngày hiệu lực"], _decided(book, assigned), {}, assigned))
        else:
            unit, round_code = info["Đơn vị báo cáo"], info["Kỳ báo cáo"]
            spent = _amounts(book, "Giải ngân", unit, "Giải ngân lũy kế đến ngày chốt")
            if info["Trạng thái số liệu"] == "Sơ bộ" and (unit, round_code) in finals:
                continue
            finals |= {(unit, round_code)} if info["Trạng thái số liệu"] == "Chính thức" else set()
            allocated = _amounts(book, "Kế hoạch vốn", unit, "Phân bổ chi tiết")
            paper = Paper(years[round_code], unit, info["Số liệu tính đến ngày"], {}, spent, {}, allocated, _obstacles(book))
            reports[unit, round_code] = paper
    return Archive(sorted(decisions, key=lambda d: d.day), sorted(reports.values(), key=lambda r: r.day))


def _decided(book: CalamineWorkbook, first: dict[Line, int | None]) -> dict[Line, int | None]:
    changed = _amounts(book, "Giao kế hoạch vốn", None, "Kế hoạch sau điều chỉnh")
    return {line: amount if changed.get(line) is None else changed[line] for line, amount in first.items()}


def _amounts(book: CalamineWorkbook, sheet: str, unit: str | None, title: str) -> dict[Line, int | None]:
    """The amounts of one column, by line; total rows have no component code, rows of communes are parts of the row above them."""
    rows = _rows(book, sheet)
    if not rows:
        return {}  # a decision that assigns targets, not money
    at = next(n for n, row in enumerate(rows) if "Mã dự án, tiểu dự án" in row)
    found: dict[Line, int | None] = {}
    for cells in rows[at + 1 :]:
        row = dict(zip(rows[at], cells, strict=False))
        if row["Mã dự án, tiểu dự án"] and not row.get("Xã"):
            holder = row["Mã đơn vị"] if unit is None else unit
            kind = SOURCES[row["Nguồn vốn"]], TYPES[row["Loại vốn"]], int(row["Năm vốn"])
            found[Line(holder, row["Mã dự án, tiểu dự án"], *kind)] = _vnd(row[title])
    return found


def _obstacles(book: CalamineWorkbook) -> list[tuple[str, str, int | None]]:
    rows = _rows(book, "Khó khăn, vướng mắc")
    at = next((n for n, row in enumerate(rows) if "Nguyên nhân" in row), len(rows))
    told = [dict(zip(rows[at], cells, strict=False)) for cells in rows[at + 1 :]]
    return [(r["Mã dự án, tiểu dự án"], r["Nguyên nhân"], _vnd(r["Số vốn vướng mắc"])) for r in told if r["Nguyên nhân"]]


def _vnd(cell: Any) -> int | None:
    """Triệu đồng to whole đồng; a typed dash is none spent, blank and dots are not known."""
    if cell in ("", "…", "...", "x"):
        return None
    return 0 if cell == "-" else int(Decimal(repr(cell)) * 1_000_000)


def _rows(book: CalamineWorkbook, sheet: str) -> list[list[Any]]:
    return list(book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)) if sheet in book.sheet_names else []


def _total(amounts: Iterable[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None
