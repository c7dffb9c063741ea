"""Questions on what the rules warn of: where, which rule, since when; and on the cell of a submitted sheet, with what stands around it."""

from datetime import date

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import answer


def by_unit_and_rule(store: Store, scope: Scope, *, plan_year: int, on: date, unit: str | None = None) -> pd.DataFrame:
    """How many warnings stand, up to a day; one row per unit (or the province) x rule that warns."""
    return answer("quality/by_unit_and_rule", store, scope, plan_year=plan_year, on=on, unit=unit)


def by_round(store: Store, scope: Scope, *, plan_year: int, on: date, unit: str | None = None, rule: str | None = None) -> pd.DataFrame:
    """How many reports of each round are warned of, up to a day; one row per round with a report."""
    return answer("quality/by_round", store, scope, plan_year=plan_year, on=on, unit=unit, rule=rule)


def warnings(store: Store, scope: Scope, *, plan_year: int, on: date, unit: str | None = None, rule: str | None = None) -> pd.DataFrame:
    """The warnings that stand, up to a day, those on figures in use first, the newest first; one row per warning."""
    return answer("quality/warnings", store, scope, plan_year=plan_year, on=on, unit=unit, rule=rule)


def of_submission(store: Store, scope: Scope, *, submission: str) -> pd.DataFrame:
    """What is warned of in one submission that stands; one row per warning."""
    return answer("quality/of_submission", store, scope, submission=submission)


def sent(store: Store, scope: Scope, *, submission: str) -> pd.DataFrame:
    """Which file a submission is, who sent it and when; one row, none where the viewer may not see it."""
    return answer("quality/sent", store, scope, submission=submission)


def around(store: Store, scope: Scope, *, submission: str, sheet: str, cell: str) -> pd.DataFrame:
    """The cells of a submitted sheet three rows up and down from a cell, as sent; one row per cell. Only of submissions that stand."""
    return answer("quality/around", store, scope, submission=submission, sheet=sheet, cell=cell)


def same_line(store: Store, scope: Scope, *, submission: str, sheet: str, cell: str) -> pd.DataFrame:
    """What a unit's reports of the year say in the same place of the same line; one row per report that stands."""
    return answer("quality/same_line", store, scope, submission=submission, sheet=sheet, cell=cell)


def rules(store: Store, scope: Scope) -> pd.DataFrame:
    """The rules that reports are checked by and what each of them does; one row per rule x where it looks."""
    return answer("quality/rules", store, scope)
