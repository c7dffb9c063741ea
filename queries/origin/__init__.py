"""Questions on what a figure is made of: its cells, reports, warnings, recommendations, and the files they stand in.

Each answers alike, one row per thing and the way it enters the figure (`term`): plus, minus, over (below the line of a fraction); for
indicators also base, base_over (the start of a reduction), target, mean and weight (targets weighed by denominators); input where the
figure is computed otherwise. Amounts are whole đồng; `number` is what an indicator says, or 1 for a thing that is counted.
"""

from datetime import date
from typing import Unpack

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import Narrowed, answer


def money(
    store: Store, scope: Scope, *, figure: str, plan_year: int, on: date, capital_year: int | None = None, carried_over: bool | None = None,
    **narrowed: Unpack[Narrowed],
) -> pd.DataFrame:  # fmt: skip
    """The cells an amount or a rate of money is made of, the largest first; one row per cell x way it enters."""
    asked = {"figure": figure, "plan_year": plan_year, "on": on, "capital_year": capital_year, "carried_over": carried_over}
    return answer("origin/money", store, scope, **asked, **narrowed)


def communes(
    store: Store, scope: Scope, *, figure: str, plan_year: int, on: date, commune: str | None = None, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """The cells of communes' rows an amount or a rate is made of; one row per cell x way it enters."""
    return answer("origin/communes", store, scope, figure=figure, plan_year=plan_year, on=on, commune=commune, **narrowed)


def results(
    store: Store,
    scope: Scope,
    *,
    figure: str,
    plan_year: int,
    on: date,
    indicator: str,
    unit: str | None = None,
    breakdown: str | None = None,
) -> pd.DataFrame:
    """The cells a target, a result or an attainment is made of, of a unit or (None) the province; one row per cell x way it enters."""
    asked = {"figure": figure, "plan_year": plan_year, "on": on, "indicator": indicator, "unit": unit, "breakdown": breakdown}
    return answer("origin/results", store, scope, **asked)


def reports(
    store: Store, scope: Scope, *, figure: str, plan_year: int, today: date, form: str | None = None, unit: str | None = None,
    round_code: str | None = None, kind: str | None = None,
) -> pd.DataFrame:  # fmt: skip
    """The reports a count or a rate of reports is made of; one row per report x way it is counted."""
    asked = {"figure": figure, "plan_year": plan_year, "today": today, "form": form, "unit": unit, "round_code": round_code, "kind": kind}
    return answer("origin/reports", store, scope, **asked)


def obstacles(
    store: Store, scope: Scope, *, figure: str, plan_year: int, on: date, unit: str | None = None, component: str | None = None,
    cause: str | None = None, submission: str | None = None, cell: str | None = None,
) -> pd.DataFrame:  # fmt: skip
    """The rows of units' sheets of obstacles that an amount held up or a count is made of; one row per row of such a sheet."""
    asked = {"figure": figure, "plan_year": plan_year, "on": on, "unit": unit, "component": component, "cause": cause}
    return answer("origin/obstacles", store, scope, **asked, submission=submission, cell=cell)


def warnings(
    store: Store, scope: Scope, *, figure: str, plan_year: int, on: date, unit: str | None = None, rule: str | None = None,
    round_code: str | None = None,
) -> pd.DataFrame:  # fmt: skip
    """The warnings, or the reports warned of, that a count is made of; one row per warning or report."""
    asked = {"figure": figure, "plan_year": plan_year, "on": on, "unit": unit, "rule": rule, "round_code": round_code}
    return answer("origin/warnings", store, scope, **asked)


def findings(
    store: Store, scope: Scope, *, figure: str, today: date, finding: str | None = None, held_by: str | None = None,
    visit: str | None = None, component: str | None = None, unit: str | None = None,
    over: int | None = None, upto: int | None = None,
) -> pd.DataFrame:  # fmt: skip
    """The recommendations that a count or an amount is made of; one row per recommendation x way it is counted."""
    asked = {"figure": figure, "today": today, "finding": finding, "held_by": held_by, "visit": visit, "over": over, "upto": upto}
    return answer("origin/findings", store, scope, **asked, component=component, unit=unit)


def treasury(
    store: Store, scope: Scope, *, figure: str, plan_year: int, today: date, extract_on: date | None = None,
    capital_year: int | None = None, **narrowed: Unpack[Narrowed],
) -> pd.DataFrame:  # fmt: skip
    """The cells of the Treasury and of the unit that an amount of the reconciliation is made of; one row per cell x way it enters."""
    asked = {"figure": figure, "plan_year": plan_year, "today": today, "extract_on": extract_on, "capital_year": capital_year}
    return answer("origin/treasury", store, scope, **asked, **narrowed)


def attained(store: Store, scope: Scope, *, figure: str, plan_year: int, on: date, unit: str | None = None) -> pd.DataFrame:
    """The indicators of a unit that a count or a rate of attained ones is made of; one row per indicator x way it is counted."""
    return answer("origin/attained", store, scope, figure=figure, plan_year=plan_year, on=on, unit=unit)


def years(store: Store, scope: Scope, *, plan_year: int, on: date, **narrowed: Unpack[Narrowed]) -> pd.DataFrame:
    """The earlier years that a forecast takes its range from: rates on the same day and at the end; one row per year."""
    return answer("origin/years", store, scope, plan_year=plan_year, on=on, **narrowed)


def files(store: Store, scope: Scope, *, submissions: tuple[str, ...]) -> pd.DataFrame:
    """The files of some submissions: whose, which version, when received and accepted, by whom, what was warned of; one row per file."""
    return answer("origin/files", store, scope, submissions=submissions)


def warned(store: Store, scope: Scope, *, submissions: tuple[str, ...]) -> pd.DataFrame:
    """What is warned of in some submissions; one row per warning."""
    return answer("origin/warned", store, scope, submissions=submissions)
