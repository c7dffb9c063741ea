"""What a figure is made of: which question lists its cells (the head of a question says: Behind), and what they add up to."""

from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from pages.parts import formats, why
from pages.parts.ask import ask
from queries import origin, targets

GROUPS = {"unit": "unit_code", "component": "component_code", "fund_source": "fund_source"}  # what `code` is, by what an answer is grouped
MONEY = {"numerator": "disbursed_vnd", "denominator": "compared_planned_vnd"}  # an indicator counted from money
MEASURED_IN = {"disbursed": "money"}  # what a rank is by
REPORTS = {"attainment_share": "measured_share", "achieved": "measured_share", "level": "measured_share"}


def made_of(wanted: why.Wanted, row: pd.Series, figure: str) -> pd.DataFrame:
    """The cells, or other things, that a figure is made of; see queries.origin. Empty where nothing is listed."""
    for alternative in why.behind(wanted.question).split("; "):
        told, _, condition = alternative.partition(" where ")
        column, _, value = condition.partition("=")
        if not condition or str(row[column]) == value:
            family, *said = told.split(" ")
            return _listed(family, dict(word.split("=") for word in said), wanted.filters, row, figure)
    return pd.DataFrame()


def _listed(family: str, said: dict[str, str], filters: dict[str, Any], row: pd.Series, figure: str) -> pd.DataFrame:
    function = getattr(origin, family)
    given = narrowed(filters, row) | {name: _meant(value, filters | row.to_dict()) for name, value in said.items()}
    if family != "results":
        return ask(function, figure=figure, **_taken(function, given))
    definitions = ask(targets.indicators)
    counted_from = definitions.loc[definitions["indicator_code"] == given["indicator"], "result_from"].iloc[0]
    aims = ask(origin.results, figure=figure, **_taken(origin.results, given))
    if counted_from == "form" or figure in ("planned", "expected_share"):
        return aims
    given = given | {"carried_over": False, "today": given["on"], "component": None, "source": None, "capital_type": None}
    whole, other = (
        (origin.money, MONEY.get(figure, "disbursed_share")) if counted_from == "money" else (origin.reports, REPORTS.get(figure, figure))
    )
    return pd.concat([ask(whole, figure=other, **_taken(whole, given)), aims], ignore_index=True)


def narrowed(filters: dict[str, Any], row: pd.Series) -> dict[str, Any]:
    """What the question was asked with, narrowed to one row of its answer."""
    grouped = filters.get("by") or row.get("of_what")
    columns = row.to_dict() | ({GROUPS[grouped]: row["code"]} if grouped in GROUPS else {})
    named = {name: next((c for c in found if not formats.is_missing(columns.get(c))), None) for name, found in why.NARROWS.items()}
    return filters | {name: _plain(columns[column]) for name, column in named.items() if column}


def _meant(value: str, known: dict[str, Any]) -> Any:
    """What the head of a question says of a parameter: a column of the row or a filter, a value, or (empty) nothing to narrow to."""
    if value == "year_end":
        return min(known["on"], date(int(known["plan_year"]), 12, 31))
    return {"": None, "false": False}[value] if value in ("", "false") else _plain(known[value])


def _plain(value: Any) -> Any:
    if isinstance(value, pd.Timestamp):
        return value.date()
    return value.item() if hasattr(value, "item") else value


def _taken(function: Any, given: dict[str, Any]) -> dict[str, Any]:
    given = given | {"today": given.get("today", given.get("on"))}
    return {name: value for name, value in given.items() if name in why.takes(function)}


def added(made: pd.DataFrame, *, percent: bool = False) -> Decimal | None:
    """What the listed cells add up to, by the way each enters; None where the figure is computed otherwise. Exact in đồng.

    `percent`: rates are told in percent, 76.5 rather than 0.765, as indicators are.
    """
    if made.empty or (made["term"] == "input").any():
        return None
    sums = {term: sum(_amounts(rows), Decimal()) for term, rows in made.groupby("term")}
    value = sums.get("plus", Decimal()) - sums.get("minus", Decimal())
    if "over" in sums:
        value = _fraction(value, sums["over"], percent)
    if "base" in sums:
        value = (_fraction(sums["base"], sums["base_over"], percent) if "base_over" in sums else sums["base"]) - value
    if "mean" in sums:
        return value / _mean(made) if "plus" in sums else _mean(made)
    return value / sums["target"] if "target" in sums else value


def _fraction(above: Decimal, below: Decimal, percent: bool) -> Decimal:
    return above * (100 if percent else 1) / below


def _amounts(rows: pd.DataFrame) -> list[Decimal]:
    return [
        Decimal(int(a)) if not formats.is_missing(a) else Decimal(str(n)) for a, n in zip(rows["amount_vnd"], rows["number"], strict=True)
    ]


def _mean(made: pd.DataFrame) -> Decimal:
    """Units' targets of a rate, weighed by their denominators."""
    weighed = made[made["term"].isin(("over", "weight"))]
    weights = {unit: sum(_amounts(rows), Decimal()) for unit, rows in weighed.groupby("unit_code")}
    goals = made[made["term"] == "mean"]
    pairs = [
        (goal, weights.get(unit, Decimal(0 if weights else 1))) for goal, unit in zip(_amounts(goals), goals["unit_code"], strict=True)
    ]
    return sum((goal * weight for goal, weight in pairs), Decimal()) / sum((weight for _, weight in pairs), Decimal())


def agrees(total: Decimal, value: object, figure: str) -> bool:
    """Whether what the cells add up to is the figure: amounts and counts exactly, rates to the eighth decimal."""
    told = Decimal(str(value))
    return total == told if figure.endswith(("_vnd", "_count")) else abs(total - told) < Decimal("1e-8")


def is_indicator(row: pd.Series | pd.DataFrame) -> bool:
    """Whether a row (or an answer) tells of indicators, whose rates are in percent."""
    return "level" in row and "achieved" in row


def is_money(figure: str, row: pd.Series) -> bool:
    """Whether a figure of a row is an amount in đồng: by its name, or because its row counts money."""
    counts = figure in ("numerator", "denominator") and "money" in (row.get("result_from"), MEASURED_IN.get(row.get("measure")))
    return figure.endswith("_vnd") or counts
