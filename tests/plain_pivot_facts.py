"""Money, obstacles, reports and warnings as lines of a pivot, in boring Python: from workbooks, the journal, and the page's own list."""

import tomllib
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from tests import plain
from tests.plain_pivot import KINDS, Line, Subject, share, total
from tests.plain_reports import DEFINED, Reports, falls_on, late_days, read_csv

CAUSES = {cause["name"]: cause["code"] for cause in tomllib.loads((DEFINED / "programme.toml").read_text("utf-8"))["cause"]}


# --- money: the workbooks, as tests.plain reads them


def money(papers: plain.Archive) -> Subject:
    def lines(plan_year: int, on: date) -> list[Line]:
        assigned: dict[plain.Line, int] = {}
        for decision in papers.decisions:
            if decision.plan_year == plan_year and decision.day <= on:
                assigned |= {line: amount for line, amount in decision.assigned.items() if amount is not None}
        allocated = {line: amount for report in in_force(papers, plan_year, on) for line, amount in report.allocated.items()}
        parts = papers.lines(plan_year, on)
        known = [line for line in parts.keys() | allocated.keys() if (*parts.get(line, ()), allocated.get(line)) != (None, None, None)]
        return [
            {
                "unit": line.unit, "kind": KINDS[line.unit], "project": line.component.split("-")[0], "component": line.component,
                "fund_source": line.source, "capital_type": line.type, "capital_year": str(line.capital_year),
                "carried_over": "yes" if line.capital_year < plan_year else "no", "planned": parts.get(line, (None, None))[0],
                "disbursed": parts.get(line, (None, None))[1], "assigned": assigned.get(line), "allocated": allocated.get(line),
            }
            for line in known
        ]  # fmt: skip

    return Subject(lines, money_figures)


def money_figures(of: list[Line]) -> dict[str, Any]:
    planned = [line for line in of if line["planned"] is not None]
    both = [line for line in planned if line["disbursed"] is not None]
    of_plan, spent, compared = total(x["planned"] for x in of), total(x["disbursed"] for x in both), total(x["planned"] for x in both)
    return {
        "planned_vnd": of_plan, "disbursed_vnd": spent, "compared_planned_vnd": compared,
        "unreported_planned_vnd": (of_plan or 0) - (compared or 0), "remaining_vnd": total(x["planned"] - x["disbursed"] for x in both),
        "disbursed_share": share(spent, compared), "lower_share": share(spent, of_plan),
        "assigned_vnd": total(x["assigned"] for x in planned), "allocated_vnd": total(x["allocated"] for x in planned),
        "unplanned_disbursed_vnd": total(x["disbursed"] for x in of if x["planned"] is None),
        "unit_count": len({x["unit"] for x in of}), "line_count": len(of),
    }  # fmt: skip


def in_force(papers: plain.Archive, plan_year: int, on: date) -> Iterable[plain.Paper]:
    """The last report of each unit up to a day."""
    return {report.unit: report for report in papers.reports if report.plan_year == plan_year and report.day <= on}.values()


# --- obstacles: the same workbooks


def obstacles(papers: plain.Archive) -> Subject:
    def lines(plan_year: int, on: date) -> list[Line]:
        return [
            {
                "unit": report.unit, "kind": KINDS[report.unit], "project": component.split("-")[0], "component": component,
                "cause": CAUSES[cause], "held_up": amount,
            }
            for report in in_force(papers, plan_year, on) for component, cause, amount in report.obstacles
        ]  # fmt: skip

    def figures(of: list[Line]) -> dict[str, Any]:
        amounts = [line["held_up"] for line in of]
        return {"held_up_vnd": total(amounts), "obstacle_count": len(of), "unnamed_count": amounts.count(None)}

    return Subject(lines, figures)


# --- reports: the journal, day by day


def reports(told: Reports) -> Subject:
    rounds = {row["code"]: row for row in read_csv("rounds.csv")}

    def lines(plan_year: int, on: date) -> list[Line]:
        return [
            _report(told, rounds[code], unit, form, on)
            for code, unit in told.due
            if told.year[code] == plan_year and date.fromisoformat(rounds[code]["cut_off_on"]) <= on
            for form in ["", *rounds[code]["forms"].split(";")]
        ]

    def figures(of: list[Line]) -> dict[str, Any]:
        got, due = sum(x["late"] is not None for x in of), sum(x["is_due"] for x in of)
        on_time = sum(x["late"] == 0 for x in of)
        return {
            "expected_count": len(of), "received_count": got, "received_share": share(got, len(of)), "due_count": due,
            "on_time_count": on_time, "on_time_share": share(on_time, due), "late_count": sum((x["late"] or 0) > 0 for x in of),
            "overdue_count": sum(x["overdue"] > 0 for x in of), "pending_count": 0,
            "returned_count": sum(x["returned"] for x in of), "superseded_count": sum(x["superseded"] for x in of),
        }  # fmt: skip

    return Subject(lines, figures)


def _report(told: Reports, round_: dict[str, str], unit: str, form: str, on: date) -> Line:
    """A form of a report ('' the whole): the last version of the best state counts, the first that was accepted says when it came."""
    due = told.due[round_["code"], unit]
    arrived = told.sent.get((round_["code"], unit), [])
    accepted = [(day, sent) for day, sent in arrived if sent["outcome"] != "refused"]
    standing = {sent["state"]: sent for _, sent in accepted}  # the later version replaces the one before, state by state
    best = next((standing[s] for s in ("final", "preliminary", "estimate") if s in standing and _holds(standing[s], form)), None)
    came = min((day for day, sent in accepted if _holds(sent, form)), default=None) if best else None
    held = [sent for _, sent in accepted if _holds(sent, form)]
    return {
        "unit": unit, "kind": KINDS[unit], "round": round_["code"], "round_kind": round_["kind"], "form": form,
        "report_status": best["outcome"] if best else "missing", "late": late_days(due, came) if came else None,
        "is_due": falls_on(due) < on or came is not None, "overdue": 0 if came or on <= due else late_days(due, on),
        "returned": sum(_holds(sent, form) for _, sent in arrived if sent["outcome"] == "refused"),
        "superseded": len(held) - sum(_holds(sent, form) for sent in standing.values()),
    }  # fmt: skip


def _holds(sent: dict[str, Any], form: str) -> bool:
    return form in ("", *sent["forms"])


# --- warnings: the page's own list


def warnings(listed: Callable[[int, date], list[Line]]) -> Subject:
    """`listed` gives the rows of the page: unit_code, round_name, rule, is_in_force."""
    rounds = {row["name"]: row["code"] for row in read_csv("rounds.csv")}

    def lines(plan_year: int, on: date) -> list[Line]:
        return [
            {
                "unit": row["unit_code"], "kind": KINDS[row["unit_code"]], "round": rounds[row["round_name"]],
                "rule": row["rule"], "is_in_force": row["is_in_force"],
            }
            for row in listed(plan_year, on)
        ]  # fmt: skip

    return Subject(lines, lambda of: {"warning_count": len(of), "in_force_count": sum(bool(line["is_in_force"]) for line in of)})
