"""What every answer keeps to: the published controls, the scope, the threshold of the benchmark, and that parts make the whole."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.store.reading import Scope
from queries import choices, disbursement, obstacles, reports

MILLION = 1_000_000
YEAR_END = {"plan_year": 2024, "on": date(2024, 12, 31)}


def pair(row: pd.Series) -> tuple[int, int]:
    return int(row.planned_vnd), int(row.disbursed_vnd)


def test_the_year_ends_on_the_published_figures(store, everyone):
    total = disbursement.total(store, everyone, **YEAR_END).iloc[0]
    assert pair(total) == (114_277 * MILLION, 102_408 * MILLION)
    assert round(total.disbursed_share * 100, 2) == 89.61
    by_source = disbursement.by_fund_source(store, everyone, **YEAR_END).set_index("fund_source")
    assert [pair(by_source.loc["NSTW"]), pair(by_source.loc["NSDP"])] == [
        (105_399 * MILLION, 95_936 * MILLION),
        (8_878 * MILLION, 6_472 * MILLION),
    ]
    assert [round(share * 100, 2) for share in by_source["disbursed_share"]] == [91.02, 72.90]


def test_the_published_points_of_the_curve_stand(store, everyone):
    july, november = (
        disbursement.total(store, everyone, plan_year=2024, on=day).iloc[0] for day in (date(2024, 7, 15), date(2024, 11, 15))
    )
    assert 0.22 <= july.disbursed_share <= 0.23
    assert november.disbursed_vnd == 68_566 * MILLION
    assert round(november.disbursed_share * 100, 2) == 60.00


def test_before_the_first_report_of_the_year_nothing_is_zero(store, everyone):
    for row in disbursement.by_unit(store, everyone, plan_year=2024, on=date(2024, 1, 12)).itertuples():
        assert pd.isna(row.disbursed_share) and pd.isna(row.disbursed_vnd) and pd.isna(row.reported_on)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_partition_of_the_units_sums_to_the_whole(store, everyone, data):
    on = data.draw(st.dates(date(2024, 1, 1), date(2024, 12, 31)))
    first = data.draw(st.sets(st.sampled_from(everyone.units)))
    parts = [Scope(tuple(first)), Scope(tuple(set(everyone.units) - first))]
    columns = ["planned_vnd", "disbursed_vnd", "compared_planned_vnd", "unreported_planned_vnd"]
    whole = disbursement.total(store, everyone, plan_year=2024, on=on)[columns].fillna(0)
    halves = [disbursement.total(store, scope, plan_year=2024, on=on)[columns].fillna(0) for scope in parts]
    assert (halves[0] + halves[1] == whole).all(axis=None)


@pytest.mark.parametrize("question", ["total", "by_unit", "by_component", "by_fund_source", "by_unit_component", "curve", "plan_steps"])
def test_a_scope_sees_its_own_units_only(store, everyone, question):
    one = Scope(units=everyone.units[:1], benchmarks=False)
    within = getattr(disbursement, question)(store, one, **YEAR_END)
    chosen = getattr(disbursement, question)(store, everyone, **YEAR_END, unit=one.units[0])
    beyond = getattr(disbursement, question)(store, one, **YEAR_END, unit=everyone.units[1])
    pd.testing.assert_frame_equal(within, chosen)
    figures = [column for column in beyond if column.endswith(("_vnd", "_share"))]
    assert beyond[figures].fillna(0).to_numpy().sum() == 0


@pytest.mark.parametrize(
    ("outside", "benchmarks", "is_shown"),
    [(0, True, True), (1, True, False), (2, True, False), (3, True, True), (14, True, True), (0, False, False), (14, False, False)],
)
def test_the_benchmark_is_withheld_where_it_would_give_units_away(store, everyone, outside, benchmarks, is_shown):
    scope = Scope(units=everyone.units[outside:], benchmarks=benchmarks)
    answer = disbursement.benchmark(store, scope, **YEAR_END)
    assert len(answer) == is_shown
    assert not {"unit_code", "unit_name", "short_name"} & set(answer.columns)
    if is_shown:
        assert pair(answer.iloc[0]) == (114_277 * MILLION, 102_408 * MILLION)


def test_the_parts_of_the_way_make_up_the_plan(store, everyone):
    for on in (date(2024, 4, 14), date(2024, 12, 31)):
        for row in disbursement.from_assigned_to_disbursed(store, everyone, plan_year=2024, on=on).itertuples():
            spent = 0 if pd.isna(row.disbursed_vnd) else row.disbursed_vnd
            assert spent + row.not_disbursed_vnd + row.not_allocated_vnd + row.unknown_vnd >= row.planned_vnd


def test_every_unit_of_the_year_has_a_row_whether_it_reported_or_not(store, everyone):
    assert len(disbursement.by_unit(store, everyone, plan_year=2024, on=date(2024, 1, 1))) == 15


def test_a_project_that_is_not_run_has_no_plan_and_no_rate(store, everyone):
    components = disbursement.by_component(store, everyone, **YEAR_END)
    idle = components[~components["is_run"]]
    assert len(idle) == 2
    assert idle[["planned_vnd", "disbursed_share"]].isna().all(axis=None)


def test_a_project_selects_all_its_components(store, everyone):
    both = disbursement.by_component(store, everyone, **YEAR_END, component="DA7")
    assert list(both["component_code"]) == ["DA7-TDA1", "DA7-TDA2"]
    assert both["planned_vnd"].sum() == disbursement.total(store, everyone, **YEAR_END, component="DA7")["planned_vnd"].iloc[0]


def test_cut_offs_and_reports_say_how_many_of_how_many(store, everyone):
    newest = choices.cut_offs(store, everyone, plan_year=2024).iloc[0]
    assert (newest.cut_off_on.date(), newest.exact_count, newest.unit_count) == (date(2024, 12, 31), 15, 15)
    rounds = reports.by_round(store, everyone, plan_year=2024, today=YEAR_END["on"])
    assert rounds["cut_off_on"].is_monotonic_decreasing
    assert (rounds["received_count"] <= rounds["expected_count"]).all()
    assert rounds.loc[rounds["received_count"] < rounds["expected_count"], "missing_names"].str.len().gt(0).all()


def test_causes_are_ranked_by_the_money_they_hold_up(store, everyone):
    held = obstacles.by_money(store, everyone, **YEAR_END)["held_up_vnd"].dropna()
    assert len(held) and held.is_monotonic_decreasing
    assert held.sum() == obstacles.told(store, everyone, **YEAR_END)["held_up_vnd"].sum()
