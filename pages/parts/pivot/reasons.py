"""Which figure of another page a cell of a pivot, or one of its lines, is: that figure leads on to “Vì sao con số này?”."""

from datetime import date

import pandas as pd

from pages.parts.ask import ask
from queries import disbursement, obstacles, reports, targets

NARROWS = {"unit": "unit", "project": "component", "component": "component", "fund_source": "source", "capital_type": "capital_type"}


def same(subject: str, plan_year: int, on: date, named: dict[str, str]) -> pd.Series | None:
    """The row of an answer that holds the same figures; None where no other page has them. `named`: what is settled, by dimension."""
    found = {"money": _money, "results": _results, "reports": _reports, "obstacles": _obstacles}.get(subject)
    rows = found(plan_year, on, named) if found else None
    return rows.iloc[0] if rows is not None and len(rows) == 1 else None


def _money(plan_year: int, on: date, named: dict[str, str]) -> pd.DataFrame | None:
    if named.keys() - NARROWS.keys() - {"capital_year", "carried_over"} or {"project", "component"} <= named.keys():
        return None
    narrowed = {NARROWS[code]: member for code, member in named.items() if code in NARROWS}
    if "capital_year" in named:
        rows = ask(disbursement.by_capital, plan_year=plan_year, on=on, **narrowed)
        return rows[rows["capital_year"] == int(named["capital_year"])]
    if "carried_over" not in named:
        return None
    rows = ask(disbursement.total, plan_year=plan_year, on=on, **narrowed)
    return rows[rows["is_carried_over"] == (named["carried_over"] == "yes")]


def _results(plan_year: int, on: date, named: dict[str, str]) -> pd.DataFrame | None:
    if named.keys() - {"unit", "indicator", "breakdown"} or not {"indicator", "breakdown"} <= named.keys():
        return None
    asked = {"plan_year": plan_year, "on": on, "indicator": named["indicator"]}
    rows = ask(targets.by_unit, **asked, unit=named["unit"]) if "unit" in named else ask(targets.province, **asked)
    return rows[rows["breakdown"] == named["breakdown"]]


def _reports(plan_year: int, on: date, named: dict[str, str]) -> pd.DataFrame | None:
    whole = {"plan_year": plan_year, "today": on, "form": named.get("form", reports.WHOLE)}
    if {"unit", "form"} == named.keys():
        return ask(reports.by_unit, **whole, unit=named["unit"])
    if {"unit", "form", "round"} == named.keys():
        rows = ask(reports.by_round, **whole, unit=named["unit"])
        return rows[rows["round_code"] == named["round"]]
    return None


def _obstacles(plan_year: int, on: date, named: dict[str, str]) -> pd.DataFrame | None:
    if {"unit", "submission", "cell"} - named.keys():
        return None
    rows = ask(obstacles.told, plan_year=plan_year, on=on, unit=named["unit"])
    return rows[(rows["submission_id"] == named["submission"]) & (rows["cell"] == named["cell"])]
