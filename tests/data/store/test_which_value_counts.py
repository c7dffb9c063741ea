"""figures.md 1 and 3: which report speaks for a line on a day. Every expected number is worked out by hand."""

from datetime import date

from data.definitions import Definitions
from data.definitions.models import Round
from tests.data.store.office import A, B, C, Office

JUNE, JULY, MID_JULY, AUGUST = date(2024, 6, 14), date(2024, 7, 14), date(2024, 7, 15), date(2024, 8, 14)


def test_a_line_takes_the_latest_report_up_to_the_day_and_never_a_later_one(office: Office) -> None:
    office.built_from(office.report("943", "2024-T06", spent={A: 100}), office.report("943", "2024-T08", spent={A: 300}))
    assert office.spent(date(2024, 6, 13)) == {}
    assert office.spent(JUNE) == {A: 100}
    assert office.spent(date(2024, 8, 13)) == {A: 100}
    assert office.spent(AUGUST) == {A: 300}
    assert office.spent(date(2024, 12, 31)) == {A: 300}
    assert {str(r["cut_off_on"])[:10] for r in office.ask("select * from mart.cut_off")} == {"2024-06-14", "2024-08-14"}
    assert str(office.at(date(2024, 8, 13))[A]["reported_on"])[:10] == "2024-06-14"


def test_a_line_left_out_of_a_newer_report_is_missing_from_then_on_and_warns(office: Office) -> None:
    office.built_from(
        office.decision("01", date(2024, 1, 1), {"943": {A: 1000, B: 500}}),
        office.report("943", "2024-T06", spent={A: 100, B: 50}),
        office.report("943", "2024-T07", spent={A: 200}),
    )
    assert office.spent(JUNE) == {A: 100, B: 50}
    assert office.spent(JULY) == {A: 200, B: None}
    assert office.planned(JULY) == {A: 1000, B: 500}
    assert ("line_left_out", "943", "2024-T07") in office.warned()


def test_a_sheet_left_out_takes_its_figures_away(office: Office) -> None:
    office.built_from(office.report("943", "2024-T06", spent={A: 100}, plan={A: 1000}), office.report("943", "2024-T07", plan={A: 1000}))
    assert office.spent(JUNE) == {A: 100}
    assert office.spent(JULY) == {A: None}


def test_a_report_that_was_not_asked_for_the_plan_leaves_the_plan_alone(office: Office) -> None:
    asked = office.definitions.rounds["2024-DX0715"]
    office.definitions.rounds["2024-DX0715"] = asked.model_copy(update={"forms": ["disbursement"]})
    try:
        office.built_from(office.report("943", "2024-T07", spent={A: 1}, plan={A: 1000}), office.report("943", "2024-DX0715", spent={A: 2}))
    finally:
        office.definitions.rounds["2024-DX0715"] = asked
    assert office.planned(MID_JULY) == {A: 1000}
    assert office.spent(MID_JULY) == {A: 2}


def test_a_corrected_report_replaces_the_whole_one_before(office: Office) -> None:
    first, second = office.send(office.report("943", "2024-T06", spent={A: 100, B: 50}), office.report("943", "2024-T06", spent={A: 120}))
    office.build()
    assert office.spent(JUNE) == {A: 120}
    office.take_back(second)
    office.build()
    assert office.spent(JUNE) == {A: 100, B: 50}
    office.bring_back(second)
    office.build()
    assert office.spent(JUNE) == {A: 120}
    assert [s.submission.version for s in (first, second) if s.submission] == [1, 2]


def test_final_goes_before_preliminary_at_one_cut_off_whichever_came_first(office: Office, tmp_path, definitions: Definitions) -> None:
    final, early = {"spent": {A: 100}, "state": "final"}, {"spent": {A: 90, B: 1}, "state": "preliminary"}
    office.built_from(office.report("943", "2024-T06", **final), office.report("943", "2024-T06", **early))
    assert office.spent(JUNE) == {A: 100}
    other = Office(tmp_path / "other-way", definitions)
    other.built_from(other.report("943", "2024-T06", **early), other.report("943", "2024-T06", **final))
    assert other.spent(JUNE) == {A: 100}


def test_a_preliminary_report_counts_until_the_final_one_comes(office: Office) -> None:
    office.built_from(office.report("943", "2024-T06", spent={A: 90}, state="preliminary"))
    assert office.spent(JUNE) == {A: 90}


def test_an_estimate_never_enters(office: Office) -> None:
    office.built_from(office.report("943", "2024-T06", spent={A: 100}), office.report("943", "2024-T07", spent={A: 900}, state="estimate"))
    assert office.spent(JULY) == {A: 100}
    assert {r["state"] for r in office.ask("select state from mart.in_force")} == {"final"}
    assert len(office.ask("select submission_id from mart.submission where status = 'standing'")) == 2


def test_two_rounds_with_one_cut_off_count_the_same_whichever_came_first(office: Office, tmp_path, definitions: Definitions) -> None:
    july = definitions.rounds["2024-T07"]
    twin = Round(**july.model_dump() | {"code": "2024-DX0714", "kind": "đột xuất", "due_on": date(2024, 7, 31)})
    definitions.rounds[twin.code] = twin
    try:
        month, twin_report = {"spent": {A: 100}}, {"spent": {A: 110}}
        office.built_from(office.report("943", "2024-T07", **month), office.report("943", twin.code, **twin_report))
        other = Office(tmp_path / "other-way", definitions)
        other.built_from(other.report("943", twin.code, **twin_report), other.report("943", "2024-T07", **month))
    finally:
        del definitions.rounds[twin.code]
    assert office.spent(JULY) == other.spent(JULY) == {A: 110}


def test_a_synthesis_is_never_added(office: Office) -> None:
    office.built_from(
        office.report("943", "2024-T06", spent={A: 100}),
        office.report("SNNPTNT", "2024-T06", spent={A: 100, C: 70}, kind="synthesis"),
    )
    assert office.spent(JUNE) == {A: 100}
    assert office.spent(JUNE, "SNNPTNT") == {}
    assert [r["kind"] for r in office.ask("select kind from mart.submission order by kind")] == ["own", "synthesis"]
