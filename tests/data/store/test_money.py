"""figures.md 4 to 10: the plan, carried-over capital, and what is never added. Every expected number is worked out by hand."""

from datetime import date

import pytest

from tests.data.store.office import A, B, C, Line, Office

JUNE, JULY = date(2024, 6, 14), date(2024, 7, 14)
NEW_YEAR = date(2024, 1, 1)


def test_the_plan_is_the_decision_in_force_on_the_day_and_past_days_do_not_move(office: Office) -> None:
    office.send(office.decision("01", NEW_YEAR, {"943": {A: 1000}}), office.report("943", "2024-T06", spent={A: 250}))
    office.build()
    before = office.at(JUNE)
    adjusted = {"assigned_vnd": 1000, "adjusted_vnd": 800}
    office.built_from(office.decision("02", date(2024, 7, 1), {"943": {A: adjusted}}))
    assert office.at(JUNE)[A]["planned_vnd"] == before[A]["planned_vnd"] == 1000
    assert office.at(date(2024, 6, 30))[A]["planned_vnd"] == 1000
    later = office.at(date(2024, 7, 1))[A]
    assert (later["assigned_vnd"], later["adjusted_vnd"], later["planned_vnd"], later["disbursed_vnd"]) == (1000, 800, 800, 250)


def test_a_later_decision_changes_only_the_lines_it_lists(office: Office) -> None:
    office.built_from(
        office.decision("01", NEW_YEAR, {"943": {A: 1000, B: 500}, "944": {A: 70}}),
        office.decision("02", date(2024, 7, 1), {"943": {A: {"assigned_vnd": None, "adjusted_vnd": 0}}}),
    )
    assert office.planned(JULY) == {A: 0, B: 500}
    assert office.at(JULY)[A]["assigned_vnd"] == 1000
    assert office.planned(JULY, "944") == {A: 70}


def test_of_two_decisions_of_one_day_the_later_issued_counts_whichever_came_first(office: Office) -> None:
    office.built_from(
        office.decision("09", JUNE, {"943": {A: 900}}, issued_on=date(2024, 6, 10)),
        office.decision("08", JUNE, {"943": {A: 800}}, issued_on=date(2024, 6, 3)),
    )
    assert office.planned(JUNE) == {A: 900}


def test_a_units_own_plan_counts_only_where_no_decision_is_known(office: Office) -> None:
    office.built_from(office.report("943", "2024-T06", plan={A: {"assigned_vnd": 900, "allocated_vnd": 400}}, spent={A: 100}))
    assert [(r["planned_vnd"], r["plan_basis"], r["allocated_vnd"]) for r in office.at(JUNE).values()] == [(900, "unit", 400)]
    office.built_from(office.decision("01", NEW_YEAR, {"943": {A: 1000}}))
    assert [(r["planned_vnd"], r["plan_basis"], r["allocated_vnd"]) for r in office.at(JUNE).values()] == [(1000, "decision", 400)]
    assert ("plan_differs", "943", "2024-T06") in office.warned()


def test_a_units_adjusted_plan_goes_before_its_assigned_one(office: Office) -> None:
    office.built_from(office.report("943", "2024-T06", plan={A: {"assigned_vnd": 900, "adjusted_vnd": 0}, B: {"assigned_vnd": 500}}))
    assert office.planned(JUNE) == {A: 0, B: 500}


def test_an_allocation_alone_is_no_plan(office: Office) -> None:
    office.built_from(office.report("943", "2024-T06", plan={A: {"allocated_vnd": 400}}))
    assert [(r["planned_vnd"], r["plan_basis"], r["allocated_vnd"]) for r in office.at(JUNE).values()] == [(None, None, 400)]


def test_carried_over_capital_stands_on_lines_of_its_own(office: Office) -> None:
    old = Line(year=2023)
    office.built_from(
        office.decision("01", NEW_YEAR, {"943": {A: 1000, old: 300}}), office.report("943", "2024-T06", spent={A: 100, old: 30})
    )
    found = office.at(JUNE)
    assert [(found[x]["is_carried_over"], found[x]["planned_vnd"], found[x]["disbursed_vnd"]) for x in (A, old)] == [
        (False, 1000, 100),
        (True, 300, 30),
    ]


def test_money_outside_the_plans_sources_is_not_counted(office: Office) -> None:
    office.built_from(office.report("943", "2024-T06", spent={A: 100, Line(source="KHAC"): 999}, plan={A: 1000, Line(source="KHAC"): 999}))
    assert office.spent(JUNE) == {A: 100}
    assert office.planned(JUNE) == {A: 1000}
    assert len(office.ask("select * from mart.source where fund_source = 'KHAC'")) == 2


def test_a_row_of_a_commune_is_part_of_its_districts_row(office: Office) -> None:
    commune = next(u.code for u in office.definitions.units if u.kind == "commune" and u.parent_code == "943" and u.is_valid_on(JUNE))
    keys = {"component_code": A.component, "fund_source": A.source, "capital_type": A.type, "capital_year": A.year}
    sheet = [keys | {"disbursed_vnd": 100}, keys | {"commune_code": commune, "disbursed_vnd": 60}]
    office.built_from(office.report("943", "2024-T06", more={"disbursement": sheet}))
    assert office.spent(JUNE) == {A: 100}


@pytest.mark.parametrize("label", ["Tổng cộng", "Cộng", "Toàn tỉnh"])
def test_a_total_row_is_never_added(office: Office, label: str) -> None:
    total = {"_total": label, "disbursed_vnd": 150}
    office.built_from(office.report("943", "2024-T06", spent={A: 100, B: 50}, total=total))
    assert office.spent(JUNE) == {A: 100, B: 50}
    assert [r["line_kind"] for r in office.ask("select line_kind from mart.source where amount_vnd = 150")] == ["total"]


def test_missing_is_not_zero(office: Office) -> None:
    office.built_from(
        office.decision("01", NEW_YEAR, {"943": {A: 1000, B: 500, C: 200}}), office.report("943", "2024-T06", spent={A: 0, B: None, C: 7})
    )
    assert office.spent(JUNE) == {A: 0, B: None, C: 7}


def test_a_unit_without_a_report_has_its_plan_and_no_date(office: Office) -> None:
    office.built_from(office.decision("01", NEW_YEAR, {"943": {A: 1000}}))
    assert [(r["planned_vnd"], r["disbursed_vnd"], r["reported_on"]) for r in office.at(JUNE).values()] == [(1000, None, None)]


def test_money_of_two_plan_years_stays_apart(office: Office) -> None:
    old = Line(year=2023)
    office.built_from(office.report("943", "2023-T12", spent={old: 900}), office.report("943", "2024-T01", spent={old: 5}))
    assert {k: v["disbursed_vnd"] for k, v in office.at(date(2024, 1, 14), plan_year=2023).items()} == {old: 900}
    assert {k: v["disbursed_vnd"] for k, v in office.at(date(2024, 1, 14), plan_year=2024).items()} == {old: 5}
