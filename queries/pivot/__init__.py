"""Questions of the pivot: the figures of one subject (queries/subjects.toml), cut by any of its dimensions, and the lines behind a cell.

Cells: one row each; `row_depth` of the dimensions in `rows` are named in row_1 … row_3 (0 = the total), `column_depth` of those in
`columns` in column_1, column_2; '' is the code of a line that has none. Every total is worked out from the lines themselves, never from
other totals or rates. Nothing is added up over what stands `apart`: such a total does not come. A cell without lines does not come.

Lines: what was counted, with its codes and their words, its part in each figure that adds up, and the cell of a workbook it was read from.
"""

from datetime import date
from typing import Any, TypedDict, Unpack

import pandas as pd

from data.store.reading import Scope, Store
from queries.defined import SUBJECTS
from queries.reading import answer

Names = tuple[str, ...]


class Kept(TypedDict):
    """Which lines count. `years` and `days` are moments, pair by pair: a budget year as it stood on a day.

    `kept`: of each dimension named, the codes that count; None keeps everything.
    """

    years: tuple[int, ...]
    days: tuple[date, ...]
    kept: dict[str, Names] | None


class Cut(Kept):
    """What is asked of a subject."""

    rows: Names  # up to three dimensions
    columns: Names  # up to two
    apart: Names


def _lines(subject: str, kept: Kept) -> dict[str, Any]:
    """What a question takes to find lines. Raises ValueError for a dimension the subject has not, or a moment that would count twice."""
    codes, dimensions = kept["kept"] or {}, SUBJECTS[subject].dimensions
    if unknown := codes.keys() - set(dimensions):
        raise ValueError(f"{subject} is not told by {sorted(unknown)}")
    moments = list(zip(kept["years"], kept["days"], strict=True))
    by = [told for dimension, told in (("plan_year", kept["years"]), ("cut_off", kept["days"])) if dimension in dimensions]
    if len(set(zip(*by, strict=True)) if by else moments[:1]) < len(moments):
        raise ValueError(f"{subject} would count a moment twice: {moments}")
    return {"years": kept["years"], "days": kept["days"], "kept": {d: list(given) for d, given in codes.items()} or None}


def _cells(subject: str, cut: Cut) -> dict[str, Any]:
    """What a question takes to make cells: of what stands apart, all that a cell has to name."""
    asked, named = _lines(subject, cut), cut["rows"] + cut["columns"]
    if len(set(named)) < len(named) or set(named) - set(SUBJECTS[subject].dimensions) or len(cut["rows"]) > 3 or len(cut["columns"]) > 2:
        raise ValueError(f"{subject} is not cut by {named}")
    by = {"plan_year": cut["years"], "cut_off": cut["days"]}
    moments = set(zip(*(by[dimension] for dimension in by if dimension in named), strict=True)) or {()}
    settled = {dimension for dimension, codes in (cut["kept"] or {}).items() if len(codes) == 1}
    settled |= by.keys() if len(moments) == len(cut["years"]) else set()
    apart = tuple(dimension for dimension in cut["apart"] if dimension in named or dimension not in settled)
    return asked | {"rows": cut["rows"], "columns": cut["columns"], "apart": apart}


def money(store: Store, scope: Scope, **cut: Unpack[Cut]) -> pd.DataFrame:
    """Plans and disbursement, whole đồng and shares 0-1; one row per cell."""
    return answer("pivot/money", store, scope, **_cells("money", cut))


def money_lines(store: Store, scope: Scope, **kept: Unpack[Kept]) -> pd.DataFrame:
    """The lines of money, whole đồng, with the cells of their plan and of what was disbursed; one row per line x moment."""
    return answer("pivot/money_lines", store, scope, **_lines("money", kept))


def reports(store: Store, scope: Scope, **cut: Unpack[Cut]) -> pd.DataFrame:
    """Reports expected, received, late, counts and shares 0-1, as they stand on the days; one row per cell."""
    return answer("pivot/reports", store, scope, **_cells("reports", cut))


def reports_lines(store: Store, scope: Scope, **kept: Unpack[Kept]) -> pd.DataFrame:
    """The reports expected or received, each figure 0 or 1 but for how often; one row per report x form x budget year."""
    return answer("pivot/reports_lines", store, scope, **_lines("reports", kept))


def obstacles(store: Store, scope: Scope, **cut: Unpack[Cut]) -> pd.DataFrame:
    """What units told of obstacles: whole đồng held up, and counts; one row per cell."""
    return answer("pivot/obstacles", store, scope, **_cells("obstacles", cut))


def obstacles_lines(store: Store, scope: Scope, **kept: Unpack[Kept]) -> pd.DataFrame:
    """The obstacles told, with their cells; one row per row of a unit's sheet x moment."""
    return answer("pivot/obstacles_lines", store, scope, **_lines("obstacles", kept))


def warnings(store: Store, scope: Scope, **cut: Unpack[Cut]) -> pd.DataFrame:
    """What the rules warn of up to the days, counts; one row per cell."""
    return answer("pivot/warnings", store, scope, **_cells("warnings", cut))


def warnings_lines(store: Store, scope: Scope, **kept: Unpack[Kept]) -> pd.DataFrame:
    """The warnings, with their cells; one row per warning x budget year."""
    return answer("pivot/warnings_lines", store, scope, **_lines("warnings", kept))


def results(store: Store, scope: Scope, **cut: Unpack[Cut]) -> pd.DataFrame:
    """Targets, results, attainment 0-1 or beyond, each in the indicator's own unit; one row per cell of one indicator."""
    return answer("pivot/results", store, scope, **_cells("results", cut))


def results_lines(store: Store, scope: Scope, **kept: Unpack[Kept]) -> pd.DataFrame:
    """What each unit was to reach and reached, with the cells of both; one row per unit x indicator x breakdown x moment."""
    return answer("pivot/results_lines", store, scope, **_lines("results", kept))


def recommendations(store: Store, scope: Scope, **cut: Unpack[Cut]) -> pd.DataFrame:
    """Recommendations of every visit as they stand on the one day, counts, shares 0-1, whole đồng; one row per cell."""
    return answer("pivot/recommendations", store, scope, **_cells("recommendations", cut))


def recommendations_lines(store: Store, scope: Scope, **kept: Unpack[Kept]) -> pd.DataFrame:
    """The recommendations, with the cells of the findings; one row per recommendation."""
    return answer("pivot/recommendations_lines", store, scope, **_lines("recommendations", kept))


def members(store: Store, scope: Scope) -> pd.DataFrame:
    """What a reader may choose among, by dimension; one row per dimension x code."""
    return answer("pivot/members", store, scope)
