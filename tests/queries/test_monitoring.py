"""Questions on monitoring against the same in plain Python, and the rules that samples do not show."""

from collections import Counter
from datetime import date

import pandas as pd
import pytest

from data.store.reading import Scope
from queries import monitoring
from tests import plain_monitoring

DAYS = [date(2023, 9, 30), date(2023, 12, 16), date(2024, 3, 1), date(2024, 10, 15), date(2024, 12, 31), date(2025, 3, 1), date(2026, 6, 1)]


@pytest.fixture(scope="module")
def advice(samples_home):
    return plain_monitoring.read(samples_home)


@pytest.mark.parametrize("on", DAYS)
def test_every_recommendation_stands_as_in_plain_python(store, everyone, advice, on):
    answer = monitoring.recommendations(store, everyone, today=on).set_index("finding_id")
    known = [one for one in advice if one.found_on <= on]
    assert set(answer.index) == {one.id for one in known} and len(known) >= 5
    for one in known:
        expected, row = plain_monitoring.standing(one, advice, on), answer.loc[one.id]
        told = {
            "status": row.status, "due_on": row.due_on.date(), "held_by_code": row.held_by_code,
            "overdue_day_count": None if pd.isna(row.overdue_day_count) else int(row.overdue_day_count), "is_on_time": bool(row.is_on_time),
            "earlier_plan_year": None if pd.isna(row.earlier_plan_year) else int(row.earlier_plan_year),
        }  # fmt: skip
        assert told == {name: expected[name] for name in told}, one.id


@pytest.mark.parametrize("on", DAYS)
def test_the_share_remedied_in_time_has_its_denominator(store, everyone, advice, on):
    standing = [plain_monitoring.standing(one, advice, on) for one in advice if one.found_on <= on]
    for row in monitoring.by_unit(store, everyone, today=on).itertuples():
        own = [s for s in standing if s["held_by_code"] == row.held_by_code]
        judged, in_time = sum(s["is_judged"] for s in own), sum(s["is_on_time"] for s in own)
        assert (row.judged_count, row.remedied_in_time_count) == (judged, in_time)
        assert pd.isna(row.remedied_in_time_share) if not judged else row.remedied_in_time_share == in_time / judged
        assert row.past_deadline_count == sum(s["overdue_day_count"] is not None for s in own)
        assert row.waiting_count == sum(s["status"] in ("open", "reopened") for s in own)
        assert row.unverified_count == sum(s["status"] == "remedied" for s in own)


@pytest.mark.parametrize("on", DAYS)
def test_the_groups_of_age_hold_every_waiting_recommendation_once(store, everyone, advice, on):
    standing = [plain_monitoring.standing(one, advice, on) for one in advice if one.found_on <= on]
    late = [s["overdue_day_count"] or 0 for s in standing if s["status"] in ("open", "reopened")]
    expected = Counter(1 if n > 90 else 2 if n > 30 else 3 if n > 0 else 4 for n in late)
    answer = monitoring.ageing(store, everyone, today=on)
    assert dict(zip(answer["position"], answer["waiting_count"], strict=True)) == {n: expected[n] for n in (1, 2, 3, 4)}


def test_open_recommendations_follow_the_succession_and_closed_ones_stay_under_the_old_name(store, everyone):
    before = monitoring.recommendations(store, everyone, today=date(2025, 2, 28)).set_index("finding_id")
    after = monitoring.recommendations(store, everyone, today=date(2025, 3, 1)).set_index("finding_id")
    passed = after[after["has_passed"]]
    assert set(passed["held_by_code"]) == {"SNNMT", "SKHCN"}
    assert (passed["unit_code"] == before.loc[passed.index, "unit_code"]).all()  # where it was found stays
    assert not before["has_passed"].any()
    assert not after[after["status"] == "closed"]["has_passed"].any()


def test_the_monitoring_report_is_due_fifteen_working_days_after_the_visit(store, everyone):
    visits = monitoring.visits(store, everyone, today=date(2024, 12, 31)).set_index("visit_id")
    assert visits.loc["SLDTBXH/2024-1/2", "report_due_on"].date() == date(2024, 9, 5)  # 2 and 3 September are days off
    assert visits.loc["SLDTBXH/2024-1/1", "report_due_on"].date() == date(2024, 8, 13)
    standing = visits["report_standing"]
    assert (standing["SLDTBXH/2024-1/3"], standing["SLDTBXH/2024-2/6"]) == ("late", "overdue")
    then = monitoring.visits(store, everyone, plan_year=2024, today=date(2024, 8, 13)).set_index("visit_id")["report_standing"]
    assert then.to_dict() == {"SLDTBXH/2024-1/1": "in_time", "SLDTBXH/2024-1/2": "waiting"}


def test_the_plan_of_a_year_says_which_units_are_still_to_be_visited(store, everyone):
    plan = monitoring.year_plan(store, everyone, plan_year=2024, today=date(2024, 12, 31)).set_index("unit_code")
    known = plan[plan["planned_mode"].notna()]
    assert known["planned_mode"].value_counts().to_dict() == {"report": 6, "onsite": 5}
    assert list(known.index[~known["is_done"]]) == ["945"]
    assert pd.isna(plan.loc["SYT", "planned_mode"]) and plan.loc["SYT", "visit_count"] == 1


def test_every_part_of_the_score_stands_in_the_answer_and_adds_up_by_the_weights(store, everyone):
    on = date(2024, 12, 31)
    rows = monitoring.scores(store, everyone, plan_year=2024, on=on, today=on, for_year=2025)
    office = monitoring.office(store, everyone).iloc[0]
    weights = {part: office[f"weight_{part}"] for part in ("money", "lateness", "findings", "anomalies", "years")}
    assert len(rows) == 11 and rows["score"].is_monotonic_decreasing
    for row in rows.itertuples():
        expected = sum(w * getattr(row, f"{part}_score") for part, w in weights.items()) / sum(weights.values())
        assert row.score == pytest.approx(expected)
        assert row.money_score == pytest.approx(row.unspent_vnd / rows["unspent_vnd"].max())
        assert row.findings_score == pytest.approx(row.waiting_count / rows["waiting_count"].max())
    longest = rows[rows["last_onsite_plan_year"].isna()]
    assert set(longest["unit_code"]) == {"943", "945"} and (longest["years_score"] == 1).all()


def test_nobody_sees_recommendations_or_visits_outside_their_scope(store):
    on, outside = date(2024, 12, 31), Scope(units=("941",), benchmarks=False)
    rows = monitoring.recommendations(store, outside, today=on)
    assert set(rows["unit_code"]) == {"941"}
    assert set(monitoring.steps(store, outside, today=on)["finding_id"]) <= set(rows["finding_id"])
    assert set(monitoring.visits(store, outside, today=on)["unit_code"]) == {"941"}
    assert set(monitoring.year_plan(store, outside, plan_year=2024, today=on)["unit_code"]) == {"941"}
    assert set(monitoring.scores(store, outside, plan_year=2024, on=on, today=on, for_year=2025)["unit_code"]) == {"941"}
    assert monitoring.recommendations(store, outside, today=on, unit="950").empty


def test_a_recommendation_found_at_one_unit_and_addressed_to_another_is_seen_by_both(store):
    on = date(2024, 12, 31)
    for unit in ("950", "STTTT"):
        seen = monitoring.recommendations(store, Scope(units=(unit,), benchmarks=False), today=on)
        assert "SLDTBXH/2024-1/4/2" in set(seen["finding_id"])
