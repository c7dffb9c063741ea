"""Every money figure equals the same figure in plain Python over the cells of the workbooks, in whole đồng."""

from datetime import date

import pandas as pd
import pytest

from queries import disbursement
from tests.plain import Figures, Line

DAYS = [(2022, date(2022, 12, 31)), (2023, date(2023, 6, 19)), (2024, date(2024, 4, 30)), (2024, date(2024, 7, 15)),
        (2024, date(2024, 11, 15)), (2024, date(2024, 12, 31))]  # fmt: skip
NARROWED = [
    {},
    {"source": "NSTW"},
    {"source": "NSDP"},
    {"capital_type": "SN"},
    {"component": "DA7"},
    {"component": "DA4-TDA1"},
    {"unit": "950"},
]


def counts(line: Line, plan_year: int, *, carried_over: bool = False, **narrowed: str) -> bool:
    """Whether a line is among those a question was narrowed to."""
    wanted = narrowed.get("component")
    return (
        (line.capital_year < plan_year) == carried_over
        and (wanted is None or line.component == wanted or line.component.startswith(f"{wanted}-"))
        and narrowed.get("source") in (None, line.source)
        and narrowed.get("capital_type") in (None, line.type)
        and narrowed.get("unit") in (None, line.unit)
    )


def same(row: pd.Series, plain: Figures) -> None:
    assert known(row.planned_vnd) == plain.planned
    assert known(row.disbursed_vnd) == plain.disbursed
    assert known(row.compared_planned_vnd) == plain.compared
    assert row.unreported_planned_vnd == plain.unreported
    assert known(row.disbursed_share) == (None if plain.share is None else pytest.approx(plain.share, abs=1e-12))


def known(value: object) -> object:
    return None if pd.isna(value) else value


@pytest.mark.parametrize(("plan_year", "on"), DAYS)
@pytest.mark.parametrize("narrowed", NARROWED, ids=str)
def test_the_totals_of_this_years_and_of_carried_over_capital(store, everyone, papers, plan_year, on, narrowed):
    answer = disbursement.total(store, everyone, plan_year=plan_year, on=on, **narrowed)
    assert list(answer.is_carried_over) == [False, True]
    for _, row in answer.iterrows():
        same(row, papers.figures(plan_year, on, lambda ln, old=row.is_carried_over: counts(ln, plan_year, carried_over=old, **narrowed)))


@pytest.mark.parametrize(("plan_year", "on"), DAYS)
@pytest.mark.parametrize(
    ("question", "of"),
    [
        ("by_unit", lambda row, line: line.unit == row.unit_code),
        ("by_component", lambda row, line: line.component == row.component_code),
        ("by_project", lambda row, line: line.component.split("-")[0] == row.project_code),
        ("by_fund_source", lambda row, line: line.source == row.fund_source),
        ("by_capital_type", lambda row, line: line.type == row.capital_type),
        ("benchmark", lambda row, line: True),
    ],
)
def test_each_breakdown(store, everyone, papers, plan_year, on, question, of):
    answer = getattr(disbursement, question)(store, everyone, plan_year=plan_year, on=on)
    assert len(answer)
    for _, row in answer.iterrows():
        same(row, papers.figures(plan_year, on, lambda line, row=row: counts(line, plan_year) and of(row, line)))


@pytest.mark.parametrize(("plan_year", "on"), DAYS)
def test_the_cross_of_source_type_and_capital_year(store, everyone, papers, plan_year, on):
    answer = disbursement.by_capital(store, everyone, plan_year=plan_year, on=on)
    lines = {(line.source, line.type, line.capital_year) for line in papers.lines(plan_year, on)}
    assert {(row.fund_source, row.capital_type, row.capital_year) for row in answer.itertuples()} == lines
    for _, row in answer.iterrows():
        kind = (row.fund_source, row.capital_type, row.capital_year)
        same(row, papers.figures(plan_year, on, lambda line, kind=kind: (line.source, line.type, line.capital_year) == kind))


@pytest.mark.parametrize(("plan_year", "on"), DAYS)
def test_the_curve_has_one_point_per_cut_off_by_the_rule_of_a_day(store, everyone, papers, plan_year, on):
    answer = disbursement.curve(store, everyone, plan_year=plan_year, on=on)
    assert {row.cut_off_on.date(): row.exact_count for row in answer.itertuples()} == papers.cut_offs(plan_year, on)
    for row in answer.itertuples():
        plain = papers.figures(plan_year, row.cut_off_on.date(), lambda line: counts(line, plan_year))
        assert (known(row.planned_vnd), known(row.disbursed_vnd)) == (plain.planned, plain.disbursed)


@pytest.mark.parametrize(("plan_year", "on"), DAYS)
def test_the_last_step_of_the_plan_is_the_plan_of_the_day(store, everyone, papers, plan_year, on):
    steps = disbursement.plan_steps(store, everyone, plan_year=plan_year, on=on)
    for row in steps.itertuples():
        assert row.planned_vnd == papers.figures(plan_year, row.from_on.date(), lambda line: counts(line, plan_year)).planned
    assert steps["planned_vnd"].iloc[-1] == papers.figures(plan_year, on, lambda line: counts(line, plan_year)).planned
