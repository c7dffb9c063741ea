"""Targets and results once more in boring Python: no SQL, no pandas.

The rules are those of domain.md 6 and figures.md 1 to 4: which report speaks, which target holds, what a reduction, a ratio and a missing
target mean, and when what was published for the province goes before the sum of its units.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.plain_books import WHOLE, Book, Books


@dataclass
class Attained:
    """planned, level, base and achieved in the indicator's units; None where not known."""

    planned: float | None
    level: float | None
    base: float | None
    achieved: float | None
    attainment: float | None
    status: str


class Told(Books):
    """Everything accepted into a home about targets and results, and what follows from it."""

    def speaking(self, unit: str, plan_year: int, on: date) -> Book | None:
        """The report that speaks for a unit's indicators at a day; an estimate only where nothing else does and it tells something."""
        own = [b for b in self.own.get((unit, plan_year), []) if b.day <= on and b.speaks]
        sure = [b for b in own if b.state != "estimate"]
        if sure and (last := max(sure, key=lambda b: (b.day, b.state == "final", b.due_on))).lines:
            return last
        ahead = [b for b in own if b.state == "estimate"]
        return max(ahead, key=lambda b: b.day) if ahead else None

    def target(self, unit: str, indicator: str, breakdown: str, plan_year: int, on: date) -> float | None:
        decided = [b for b in self.books if b.kind == "decision" and b.plan_year == plan_year and b.targets]
        holding = [b for b in decided if b.day <= on and (unit, indicator, breakdown) in b.targets]
        if holding:
            return max(holding, key=lambda b: b.day).targets[unit, indicator, breakdown]
        if unit == self.province:
            return None
        if not any(key[:2] == (unit, indicator) for b in decided for key in b.targets):
            report = self.speaking_at_all(unit, plan_year, on)
            planned = number(report.lines.get((indicator, breakdown), {}).get("Kế hoạch năm")) if report else None
            if planned is not None:
                return planned
        defined = self.indicators[indicator]
        held = {self.units[unit], unit} & set(defined.get("held_by", ["district"])) and breakdown == WHOLE
        if held and defined.get("result_from") == "money":
            shares = [t["share"] for t in self.settings["year_target"] if t["plan_year"] == plan_year and t["capital_type"] == "*"]
            return 100 * shares[0] if shares else None
        return defined.get("standing_target") if held else None

    def speaking_at_all(self, unit: str, plan_year: int, on: date) -> Book | None:
        report = self.speaking(unit, plan_year, on)
        return report if report and report.state != "estimate" else None

    # --- what was attained

    def of_unit(self, unit: str, indicator: str, breakdown: str, plan_year: int, on: date) -> Attained:
        report = self.speaking(unit, plan_year, on)
        line = report.lines.get((indicator, breakdown)) if report else None
        planned = self.target(unit, indicator, breakdown, plan_year, on)
        level, base = levels(self.indicators[indicator], line)
        return self.attained(indicator, planned, level, base, plan_year, on)

    def of_province(self, indicator: str, breakdown: str, plan_year: int, on: date) -> Attained:
        """What was published, where that is no older than what the units told; else Σ of the units."""
        defined = self.indicators[indicator]
        planned = self.target(self.province, indicator, breakdown, plan_year, on)
        rows = []
        for unit in self.units:
            report = self.speaking(unit, plan_year, on)
            line = report.lines.get((indicator, breakdown)) if report else None
            rows.append((self.target(unit, indicator, breakdown, plan_year, on), line, report.day if report and line else None))
        has_plan = any(p is not None for p, _, _ in rows)
        counted = [
            (p, ln, day) for p, ln, day in rows
            if ln is not None and adds(defined, ln) and (planned is not None or p is not None or not has_plan)
        ]  # fmt: skip
        level = base = None
        if counted and defined["value"] == "ratio":
            level = 100 * _sum(counted, "Tử số") / _sum(counted, "Mẫu số")
            if defined["measure"] == "reduction":
                base = 100 * _sum(counted, "Tử số đầu kỳ") / _sum(counted, "Mẫu số đầu kỳ")
            planned_rows = [(p, number(ln["Mẫu số"]) or 0.0) for p, ln, _ in counted if p is not None]
            if planned is None and planned_rows:
                planned = sum(p * w for p, w in planned_rows) / sum(w for _, w in planned_rows)
        elif counted:
            level = _sum(counted, "Thực hiện đến kỳ")
            known = [p for p, _, _ in counted if p is not None]
            planned = planned if planned is not None else sum(known) if known else None
        published = [
            b for b in self.books
            if b.kind == "publication" and b.plan_year == plan_year and b.day <= on and (indicator, breakdown) in b.lines
        ]  # fmt: skip
        if published:
            last = max(published, key=lambda b: (b.day, b.state == "final"))
            told_level, told_base = levels(defined, last.lines[indicator, breakdown])
            latest = max((day for _, _, day in counted if day), default=date.min)
            has_achieved = told_level is not None and (defined["measure"] == "level" or told_base is not None)
            if has_achieved and last.day >= latest:
                level, base = told_level, told_base
        return self.attained(indicator, planned, level, base, plan_year, on)

    def attained(self, indicator: str, planned: float | None, level: float | None, base: float | None, year: int, on: date) -> Attained:
        """What a level amounts to against a target, and the word for it."""
        defined, word = self.indicators[indicator], self.settings["indicator"]
        achieved = level
        if defined["measure"] == "reduction":
            achieved = base - level if base is not None and level is not None else None
        attainment = achieved / planned if achieved is not None and planned else None
        over = on >= date(year, 12, 31)
        elapsed = min(1.0, (on - date(year - 1, 12, 31)).days / (date(year, 12, 31) - date(year - 1, 12, 31)).days)
        pace = {"even": elapsed, "always": 1.0}.get(defined.get("pace", "even"))
        if not planned:
            status = "no_target"
        elif attainment is None:
            status = "no_result"
        elif round(attainment, 9) > word["exceeded_above"]:
            status = "exceeded"
        elif round(attainment, 9) >= word["reached_from"]:
            status = "reached"
        elif over:
            status = "missed"
        elif pace is not None and pace >= word["judged_from"] and attainment < word["at_risk_below"] * pace:
            status = "at_risk"
        else:
            status = "under_way"
        return Attained(planned, level, base, achieved, attainment, status)


def levels(defined: dict[str, Any], line: dict[str, Any] | None) -> tuple[float | None, float | None]:
    """The level that a line tells, and where it began; a ratio by its parts where it has them."""
    if line is None:
        return None, None
    level, base = number(line["Thực hiện đến kỳ"]), number(line["Mức đầu kỳ"])
    if defined["value"] == "ratio":
        level = _ratio(line, "Tử số", "Mẫu số") if _ratio(line, "Tử số", "Mẫu số") is not None else level
        base = _ratio(line, "Tử số đầu kỳ", "Mẫu số đầu kỳ") if _ratio(line, "Tử số đầu kỳ", "Mẫu số đầu kỳ") is not None else base
    return level, base


def _ratio(line: dict[str, Any], above: str, below: str) -> float | None:
    numerator, denominator = number(line[above]), number(line[below])
    return None if numerator is None or not denominator else 100 * numerator / denominator


def adds(defined: dict[str, Any], line: dict[str, Any]) -> bool:
    """Whether a line can be part of a sum: a count that is known, a ratio with both its parts (and those of its beginning)."""
    if defined["value"] == "ratio":
        whole = _ratio(line, "Tử số", "Mẫu số") is not None
        return whole and (defined["measure"] == "level" or _ratio(line, "Tử số đầu kỳ", "Mẫu số đầu kỳ") is not None)
    level, base = levels(defined, line)
    return level is not None and (defined["measure"] == "level" or base is not None)


def _sum(rows: Iterable[tuple[Any, dict[str, Any], Any]], title: str) -> float:
    return sum(number(line[title]) or 0.0 for _, line, _ in rows)


def number(cell: Any) -> float | None:
    """What a cell says: a typed dash is 0, blank and dots are not known."""
    return None if cell in ("", None, "…", "...", "x") else 0.0 if cell == "-" else float(cell)
