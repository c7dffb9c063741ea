"""Targets, results and recommendations for the pivot in boring Python: lines from the workbooks and from what people entered."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from tests import plain, plain_monitoring
from tests.plain_books import WHOLE
from tests.plain_monitoring import Advice, follows
from tests.plain_pivot import KINDS, Line, Subject, share, total
from tests.plain_reports import read_csv
from tests.plain_targets import Told, adds, levels, number

ALL_KINDS = {row["code"]: row["kind"] for row in read_csv("units.csv")}


# --- indicators: what each unit was to reach and reached, and what some of them make together


def results(told: Told, papers: plain.Archive) -> Subject:
    every = {(indicator, WHOLE) for indicator in told.indicators}
    every |= {(indicator, breakdown) for book in told.books for _, indicator, breakdown in book.targets}

    def lines(plan_year: int, on: date) -> list[Line]:
        found = []
        for unit in told.units:
            report = told.speaking(unit, plan_year, on)
            sent = report.lines if report else {}
            for indicator, breakdown in sorted(every | set(sent)):
                defined = told.indicators[indicator]
                planned = told.target(unit, indicator, breakdown, plan_year, on)
                row = sent.get((indicator, breakdown)) if defined["result_from"] == "form" else None
                if breakdown == WHOLE and defined["result_from"] != "form":
                    row = counted(unit, defined["result_from"], plan_year, on)
                if row is None and planned is None:
                    continue
                level, base = levels(defined, row)
                one = told.attained(indicator, planned, level, base, plan_year, on)
                component = defined.get("component_code", "")
                found.append({
                    "indicator": indicator, "breakdown": breakdown, "unit": unit, "kind": KINDS[unit], "component": component,
                    "project": component.partition("-")[0], "attained": one.status, "planned": planned, "level": level, "base": base,
                    "row": row or {}, "is_told": row is not None and adds(defined, row), "defined": defined,
                    "is_whole_planned": told.target(told.province, indicator, breakdown, plan_year, on) is not None,
                })  # fmt: skip
        return found

    def counted(unit: str, what: str, plan_year: int, on: date) -> Line | None:
        """What the product counts itself: money of this year's capital, reports that were in time."""
        if what == "reports":
            above, below = told.reports.on_time(unit, plan_year, on)
        else:
            of_all = papers.lines(plan_year, on).items()
            both = [p for line, p in of_all if line.unit == unit and line.capital_year >= plan_year and None not in p]
            above, below = sum(d or 0 for _, d in both), sum(p or 0 for p, _ in both)
        nothing: Line = dict.fromkeys(("Thực hiện đến kỳ", "Mức đầu kỳ", "Tử số đầu kỳ", "Mẫu số đầu kỳ", "Ước cả năm"))
        return nothing | {"Tử số": above, "Mẫu số": below} if below else None

    return Subject(lines, results_figures)


def results_figures(of: list[Line]) -> dict[str, Any]:
    """A count adds up; a ratio is what its parts make; a plan goes with results, weighed by the parts of a ratio. One line is itself."""
    [defined] = {line["indicator"]: line["defined"] for line in of}.values()
    known = [line for line in of if line["is_told"]]
    both = [line for line in known if line["planned"] is not None]
    entering = known if of[0]["is_whole_planned"] or all(line["planned"] is None for line in of) else both
    planned, level, base = together(defined, of, of if len(of) == 1 else entering)
    achieved = risen(defined, level, base)
    of_plan, of_level, of_base = (planned, level, base) if len(of) == 1 else together(defined, of, both)
    reached = risen(defined, of_level, of_base)
    if len(of) == 1:
        entering = of
    is_count = defined["value"] == "count"
    return {
        "planned": planned, "achieved": achieved, "level": level,
        "attainment_share": None if reached is None or not of_plan or of_plan < 0 else round(reached / of_plan, 9),
        "numerator": parts(entering, "Tử số"), "denominator": parts(entering, "Mẫu số"),
        "estimated": parts(of, "Ước cả năm") if is_count or len(of) == 1 else None,
        "unreported_planned": total(line["planned"] for line in of if not line["is_told"]) if is_count else None,
    }  # fmt: skip


def together(defined: dict[str, Any], of: list[Line], entering: list[Line]) -> tuple[float | None, float | None, float | None]:
    """Plan, level, and level at the beginning."""
    if len(of) == 1:
        return of[0]["planned"], of[0]["level"], of[0]["base"]
    plans = [line["planned"] for line in of if line["planned"] is not None]
    with_plan = [line for line in entering if line["planned"] is not None]
    if defined["value"] == "count":
        planned = total(plans if not entering else [line["planned"] for line in with_plan])
        return planned, total(line["level"] for line in entering), total(line["base"] for line in entering)
    weighed = sum(line["planned"] * number(line["row"]["Mẫu số"]) for line in with_plan)
    if entering:
        planned = quotient(weighed, parts(with_plan, "Mẫu số"))
    else:
        planned = plans[0] if plans and min(plans) == max(plans) else None
    below, base_below = parts(entering, "Mẫu số"), parts(entering, "Mẫu số đầu kỳ")
    return planned, percent(parts(entering, "Tử số"), below), percent(parts(entering, "Tử số đầu kỳ"), base_below)


def risen(defined: dict[str, Any], level: float | None, base: float | None) -> float | None:
    if defined["measure"] == "level":
        return level
    return None if level is None or base is None else base - level


def parts(of: Iterable[Line], title: str) -> float | None:
    return total(number(line["row"].get(title)) for line in of)


def percent(above: float | None, below: float | None) -> float | None:
    made = quotient(above, below)
    return None if made is None else 100 * made


def quotient(above: float | None, below: float | None) -> float | None:
    return None if above is None or not below else above / below


# --- recommendations: the sheets of findings and the extracts of what people entered


def recommendations(every: list[Advice]) -> Subject:
    def lines(plan_year: int, on: date) -> list[Line]:
        return [_recommendation(one, plain_monitoring.standing(one, every, on), on) for one in every if one.found_on <= on]

    def figures(of: list[Line]) -> dict[str, Any]:
        standing = [line["standing"] for line in of]
        judged, in_time = sum(line["is_judged"] for line in of), sum(line["is_on_time"] for line in of)
        return {
            "finding_count": len(of), "waiting_count": standing.count("waiting") + standing.count("overdue"),
            "past_deadline_count": standing.count("overdue"), "unverified_count": standing.count("remedied"),
            "closed_count": standing.count("closed"), "judged_count": judged, "remedied_in_time_count": in_time,
            "remedied_in_time_share": share(in_time, judged), "amount_vnd": total(line["amount"] for line in of),
        }  # fmt: skip

    return Subject(lines, figures)


def _recommendation(one: Advice, stands: dict[str, Any], on: date) -> Line:
    """Seen by whoever was visited, asked, or follows the one asked; counted with the unit that holds it."""
    waits = "overdue" if stands["overdue_day_count"] else "waiting"
    return {
        "unit": stands["held_by_code"], "kind": ALL_KINDS[stands["held_by_code"]], "project": one.component.partition("-")[0],
        "component": one.component, "finding_kind": one.kind, "visit_plan_year": str(one.plan_year), "amount": one.amount,
        "standing": waits if stands["status"] in ("open", "reopened") else stands["status"],
        "is_judged": stands["is_judged"], "is_on_time": stands["is_on_time"], "seen_by": {one.unit, one.to, follows(one.to, on)},
    }  # fmt: skip
