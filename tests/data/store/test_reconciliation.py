"""Two sources beside each other: every kind of difference is found, told apart from what the days explain, and nothing is ever added."""

from datetime import date
from typing import Any

import pytest

from data.publish import file_entered
from data.registry import opened
from data.registry.kinds.reconciliation import Explanation
from data.store.reading import Scope, open_store, pointed_to
from queries import reconciliation
from tests.data.store.office import A, B, C, Line, Office

NEW_YEAR, END, TODAY = date(2024, 1, 1), date(2024, 6, 30), date(2024, 12, 31)
JUNE, JULY = date(2024, 6, 14), date(2024, 7, 14)
HALF, MILLION = 500_000, 1_000_000  # what is agreed to, as the shipped settings have it
PLAN = {"943": {A: 90 * MILLION, B: 80 * MILLION, C: 70 * MILLION}, "944": {A: 60 * MILLION, B: 50 * MILLION}, "945": {A: 40 * MILLION}}
KEYS = ("unit_code", "component_code", "fund_source")


def ask(o: Office, question: Any, **given: Any) -> list[dict[str, Any]]:
    """Rows of a question for a viewer who sees all, missing as None."""
    everyone = Scope(units=tuple(u.code for u in o.definitions.reporting_units), benchmarks=True)
    only = given.pop("scope", everyone)
    found = question(open_store(o.home, pointed_to(o.home)[0] or ""), only, plan_year=2024, **given)
    rows = found.astype(object).where(found.notna(), None).to_dict("records")
    return [{str(k): v for k, v in row.items()} for row in rows]


def verdicts(o: Office, question: Any = reconciliation.treasury, **given: Any) -> dict[tuple[str, str], str]:
    rows = ask(o, question, today=given.pop("today", TODAY), **given)
    assert len({tuple(r[k] for k in KEYS) for r in rows}) == len(rows)
    return {(r["unit_code"], r["component_code"]): r["verdict"] for r in rows}


@pytest.fixture
def june(office: Office) -> Office:
    """Three units with a plan, reports of June; figures of the Treasury follow."""
    spent = {"943": {A: 10, B: 20, C: 30}, "944": {A: 10}, "945": {A: 15}}
    reports = [office.report(u, "2024-T06", spent={line: x * MILLION for line, x in lines.items()}) for u, lines in spent.items()]
    office.send(office.decision("01", NEW_YEAR, PLAN), *reports)
    return office


def test_on_the_day_of_the_report_every_difference_beyond_tolerance_is_real_and_sides_are_named(june):
    paid = {"943": {A: 10 * MILLION + HALF, B: 20 * MILLION + HALF + 1}, "944": {A: 9 * MILLION, B: 7 * MILLION}, "945": {A: 15 * MILLION}}
    june.built_from(june.extract("KB", JUNE, paid))
    assert verdicts(june) == {
        ("943", "DA2"): "equal", ("943", "DA7-TDA1"): "real", ("943", "DA3-TDA1"): "only_unit", ("944", "DA2"): "real",
        ("944", "DA7-TDA1"): "only_treasury", ("945", "DA2"): "equal",
    }  # fmt: skip


def test_between_two_reports_time_explains_what_lies_between_them_and_nothing_else(june):
    paid = {
        "943": {A: 15 * MILLION, B: 25 * MILLION + 1, C: 29 * MILLION},  # between; above the next report; below the report before
        "944": {A: 10 * MILLION, B: 3 * MILLION},  # as before; first told in the next report
        "945": {A: 16 * MILLION},  # no next report yet
    }
    june.built_from(
        june.extract("KB", END, paid),
        june.report("943", "2024-T07", spent={A: 20 * MILLION, B: 24 * MILLION, C: 40 * MILLION}),
        june.report("944", "2024-T07", spent={A: 12 * MILLION, B: 3 * MILLION}),
    )
    assert verdicts(june) == {
        ("943", "DA2"): "timing", ("943", "DA7-TDA1"): "real", ("943", "DA3-TDA1"): "real", ("944", "DA2"): "equal",
        ("944", "DA7-TDA1"): "timing", ("945", "DA2"): "timing_likely",
    }  # fmt: skip
    assert verdicts(june, today=END)["943", "DA7-TDA1"] == "timing_likely"  # looked at on that day, the next report is not known


def test_the_sums_of_both_sides_stand_apart_and_are_in_no_figure_of_money(june):
    june.build()
    before = june.content()
    june.built_from(june.extract("KB", JUNE, {"943": {A: 99 * MILLION, B: {"treasury_vnd": 1, "treasury_planned_vnd": 5}}}))
    after = june.content()
    same = {t for t in before if before[t] == after[t]}
    assert {"money", "cut_off", "result", "obstacle", "unit_year", "in_force", "unit_plan", "decided_plan", "synthesis"} <= same
    assert before["treasury"] != after["treasury"]
    rows = ask(june, reconciliation.treasury, today=TODAY)
    assert sum(r["treasury_vnd"] or 0 for r in rows) == 99 * MILLION + 1
    assert sum(r["disbursed_vnd"] or 0 for r in rows) == 60 * MILLION


def test_a_unit_that_an_extract_leaves_out_is_not_compared_but_named(june):
    june.built_from(june.extract("KB", JUNE, {"943": {A: 10 * MILLION}}))
    assert {unit for unit, _ in verdicts(june)} == {"943"}
    (extract,) = ask(june, reconciliation.extracts, today=TODAY)
    assert extract["unit_count"] == 1
    assert "Mỹ Tú" in extract["missing_names"]


def test_papers_of_one_day_complete_each_other_and_a_number_sent_again_replaces_only_its_own_day(june):
    june.send(june.extract("01", JUNE, {"943": {A: MILLION}}), june.extract("02", JUNE, {"944": {A: 10 * MILLION}}))
    first, again, other_day = june.send(
        june.extract("01", JUNE, {"943": {A: 10 * MILLION}}), june.extract("02", JUNE, {"944": {A: 11 * MILLION}}),
        june.extract("01", END, {"943": {A: 10 * MILLION}}),
    )  # fmt: skip
    june.build()
    assert [r.submission.version for r in (first, again, other_day) if r.submission] == [2, 2, 1]
    found = verdicts(june, extract_on=JUNE)
    assert (found["943", "DA2"], found["944", "DA2"]) == ("equal", "real")
    assert [r["extract_on"].date() for r in ask(june, reconciliation.extracts, today=TODAY)] == [END, JUNE]


def test_age_counts_from_the_first_extract_of_an_unbroken_difference_and_its_reason_goes_on_with_it(june):
    days = [JUNE, END, date(2024, 7, 31)]
    june.built_from(
        june.report("943", "2024-T07", spent={A: 10 * MILLION, B: 20 * MILLION, C: 30 * MILLION}),
        *(june.extract(f"KB{n}", day, {"943": {A: (10 + 5 * (n > 0)) * MILLION, B: 25 * MILLION, C: (29 + n % 2) * MILLION}})
          for n, day in enumerate(days)),
    )  # fmt: skip
    registry = opened(june.home)
    about = {"what": "treasury", "unit_code": "943", "component_code": "DA7-TDA1", "fund_source": "NSTW", "plan_year": 2024}
    registry.add(Explanation(**about, at=JUNE, reason_code="CHO_XAC_MINH", owner="Phòng Tài chính"), "Lan")
    registry.add(Explanation(**about | {"component_code": "DA3-TDA1", "fund_source": "NSDP"}, at=JUNE, reason_code="KHAC"), "Lan")
    file_entered(june.home, "Lan")
    june.build()
    last = {r["component_code"]: r for r in ask(june, reconciliation.treasury, today=TODAY)}
    since = {code: row["since_on"] and row["since_on"].date() for code, row in last.items()}
    assert since == {"DA2": END, "DA7-TDA1": JUNE, "DA3-TDA1": date(2024, 7, 31)}  # DA2 agreed at first, DA3 in between
    assert last["DA7-TDA1"]["age_count"] == (TODAY - date(2024, 7, 1)).days  # the office received everything on one day
    assert (last["DA7-TDA1"]["reason_name"], last["DA7-TDA1"]["owner"]) == ("Chờ xác minh", "Phòng Tài chính")
    assert last["DA3-TDA1"]["reason_name"] is None
    assert june.content() == june.rebuilt()


def test_a_plan_is_compared_with_the_decision_of_its_day_and_of_today(office):
    changed = {"943": {C: {"assigned_vnd": 70 * MILLION, "adjusted_vnd": 60 * MILLION}}, "944": {Line("DA4-TDA1"): MILLION}}
    office.built_from(
        office.decision("01", NEW_YEAR, PLAN),
        office.report("943", "2024-T06", spent={A: 1}, plan={A: 90 * MILLION, B: 81 * MILLION, C: 70 * MILLION}),
        office.report("944", "2024-T06", spent={A: 1}, plan={A: 60 * MILLION, B: 50 * MILLION, C: 2 * MILLION}),
        office.report("945", "2024-T06", spent={A: 1}),
office.decision("02", date(2024, 7, 1), changed),
    )  # fmt: skip
    told = verdicts(office, reconciliation.plans, on=TODAY)
    assert told == {
        ("943", "DA2"): "equal", ("943", "DA7-TDA1"): "real", ("943", "DA3-TDA1"): "timing", ("944", "DA2"): "equal",
        ("944", "DA7-TDA1"): "equal", ("944", "DA3-TDA1"): "only_unit", ("944", "DA4-TDA1"): "timing",
    }  # fmt: skip
    assert verdicts(office, reconciliation.plans, on=JUNE)["943", "DA3-TDA1"] == "equal"


def test_a_synthesis_is_held_against_the_districts_and_added_nowhere(june):
    june.send(june.report("SNNPTNT", "2024-T06", spent={A: 5 * MILLION}))
    june.build()
    before = june.content()
    june.built_from(june.report("SNNPTNT", "2024-T06", kind="synthesis", spent={A: 35 * MILLION, B: 21 * MILLION, C: 35 * MILLION}))
    assert june.content()["money"] == before["money"]
    rows = {r["component_code"]: r for r in ask(june, reconciliation.syntheses, today=TODAY)}
    assert (rows["DA2"]["districts_vnd"], rows["DA2"]["departments_vnd"]) == (35 * MILLION, 5 * MILLION)
    assert {c: r["verdict"] for c, r in rows.items()} == {"DA2": "equal", "DA7-TDA1": "real", "DA3-TDA1": "real"}
    june.built_from(june.report("SNNPTNT", "2024-T07", kind="synthesis", spent={A: 70 * MILLION, B: 20 * MILLION}))
    later = {r["component_code"]: r for r in ask(june, reconciliation.syntheses, today=TODAY)}
    assert {c: r["verdict"] for c, r in later.items()} == {"DA2": "timing", "DA7-TDA1": "equal"}  # no district has told of July
    assert "Kế Sách" in later["DA2"]["missing_names"]
    one = Scope(units=("SNNPTNT", "943"), benchmarks=True)
    assert not [r for r in ask(june, reconciliation.syntheses, today=TODAY, scope=one) if r["component_code"] == "DA2"]  # others' sum


def test_publishing_a_part_keeps_what_others_said(june):
    june.built_from(june.extract("KB", END, {"943": {A: 15 * MILLION}, "944": {A: MILLION}}))
    june.send(june.report("943", "2024-T07", spent={A: 20 * MILLION}, plan={A: 90 * MILLION}))
    assert june.build().how == "part"
    assert june.content() == june.rebuilt()
    assert verdicts(june)["943", "DA2"] == "timing"
