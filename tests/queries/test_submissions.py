"""Questions of the receiving officers, against the journal read in plain Python; and that a narrow scope sees nothing of others."""

from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

from data.definitions import Definitions
from data.intake import decide
from data.intake.archive import Archive
from data.publish import publish
from data.store.plans import last_plan
from data.store.reading import Scope, Store, current_version, open_store
from queries import about, submissions
from tests import reception

OTHERS = {"943", "944"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office of reception, after the waiting report was given back."""
    home = reception.made(tmp_path_factory.mktemp("office") / "home")
    decide.give_back(Archive(home), reception.known(home)["943-sua.xlsx"].submission_id, reception.OFFICER, "số ô F5 sai")
    publish(home, reception.OFFICER)
    return home


@pytest.fixture(scope="module")
def received(office: Path) -> Store:
    return open_store(office, current_version(office) or "")


@pytest.fixture(scope="module")
def all_units(received: Store) -> Scope:
    return Scope(units=tuple(about.units(received, Scope(units=()))["unit_code"]))


def test_every_file_is_listed_once_with_what_the_journal_says_of_it(office, received, all_units):
    told = submissions.received(received, all_units, every_round=True).set_index("file_name")
    known = reception.known(office)
    assert set(told.index) == set(known)
    for name, s in known.items():
        row = told.loc[name]
        assert (row.became, row.version, row.submission_id) == (s.status, s.version, s.submission_id)
        assert [row.must_count, row.warn_count] == [Counter(p["severity"] for p in s.problems)[k] for k in ("refuse", "warn")]
        for column in ("received_at", "accepted_at", "returned_at", "decided_at"):
            at = getattr(s, column)
            assert (None if str(row[column]) == "NaT" else row[column]) == (at and datetime.fromisoformat(at).replace(tzinfo=None)), column
    assert list(told.index) == list(reversed(known))  # the newest first


def test_files_of_a_round_and_of_none_are_all_files(office, received, all_units):
    of = {code: set(submissions.received(received, all_units, round_code=code)["file_name"]) for code in (reception.ROUND, None)}
    assert of[reception.ROUND] | of[None] == set(reception.known(office)) and not of[reception.ROUND] & of[None]


def test_a_narrow_scope_sees_neither_other_units_nor_files_of_which_nobody_knows_whose(received):
    told = submissions.received(received, Scope(units=("943",)), every_round=True)
    assert set(told["file_name"]) == {"943.xlsx", "943-sua.xlsx"}
    almost = Scope(units=tuple(u for u in about.units(received, Scope(units=()))["unit_code"] if u != "951"))
    assert "gia.xlsx" not in set(submissions.received(received, almost, every_round=True)["file_name"])
    unknown = submissions.received(received, Scope(units=()), every_round=True)
    assert unknown.empty


def test_what_was_found_is_told_to_those_who_may_see_the_unit(office, received, all_units):
    s = reception.known(office)["942.xlsx"]
    told = submissions.problems(received, all_units, submission=s.submission_id)
    assert {(r.sheet, r.cell, r.sentence) for r in told.itertuples()} == {(p["sheet"], p["cell"], p["sentence"]) for p in s.problems}
    assert submissions.problems(received, Scope(units=("943",)), submission=s.submission_id).empty


def test_decisions_say_who_what_and_why_for_the_round_alone(received, all_units):
    (row,) = submissions.decisions(received, all_units, round_code=reception.ROUND).itertuples()
    assert (row.decided, row.decided_by, row.reason, row.file_name) == ("returned", reception.OFFICER, "số ô F5 sai", "943-sua.xlsx")
    assert submissions.decisions(received, Scope(units=("944",)), round_code=reception.ROUND).empty
    (row,) = submissions.decisions(received, Scope(units=("944",)), round_code=reception.CLOSED).itertuples()
    assert (row.decided, row.reason) == ("round_closed", "hết hạn")


def test_rounds_say_whether_they_are_closed_and_how_many_reports_stand(received, all_units, definitions: Definitions):
    told = submissions.rounds(received, all_units).set_index("round_code")
    assert set(told.index) == set(definitions.rounds)
    assert list(told.index[told["is_closed"]]) == [reception.CLOSED]
    expected = len(definitions.expected_units(definitions.rounds[reception.ROUND]))
    assert list(told.loc[reception.ROUND, ["expected_count", "received_count"]]) == [expected, len(OTHERS)]
    assert list(told["cut_off_on"]) == sorted(told["cut_off_on"], reverse=True)


def test_the_last_plan_is_what_the_command_line_fills_into_blank_workbooks(office, received, all_units, definitions: Definitions):
    round_ = definitions.rounds[reception.ROUND]
    told = submissions.last_plan(received, all_units, round_code=reception.ROUND)
    assert list(told["unit_code"].unique()) == [u.code for u in definitions.expected_units(round_)]
    for code in (*OTHERS, "942"):
        rows = told[(told["unit_code"] == code) & told["component_code"].notna()].drop(columns=["unit_code", "unit_short_name"])
        plain = [{k: None if v != v or v is None else v for k, v in row.items()} for row in rows.to_dict("records")]
        assert plain == last_plan(office, code, round_)
    assert set(submissions.last_plan(received, Scope(units=("943",)), round_code=reception.ROUND)["unit_code"]) == {"943"}


def test_the_store_knows_the_last_entry_it_was_built_from(office, received, all_units):
    assert submissions.newest(received, all_units)["newest_entry"].iloc[0] == len(Archive(office).entries()) - 1


@pytest.mark.parametrize(("unit", "on"), [(None, date(2024, 11, 15)), ("945", date(2024, 4, 14))])  # a unit that never sent that report
def test_what_figures_stand_on_is_each_units_last_report_and_the_decisions_on_its_plan(samples_home, store, everyone, unit, on):
    reports, decisions = {}, set()
    for entry in Archive(samples_home).entries():
        told = entry.get("submission") or {}
        if entry["what"] != "received" or told["outcome"] == "refused" or told["plan_year"] != on.year:
            continue
        if told["kind"] == "own" and told["cut_off_on"] <= on.isoformat() and unit in (None, told["unit_code"]):
            reports[told["unit_code"]] = max(
                reports.get(told["unit_code"], ("",)), (told["cut_off_on"], told["version"], told["file_sha256"])
            )
        of_the_province = told["decision_number"] == "35/KH-UBND"  # which sets targets for no unit
        if told["kind"] == "decision" and told["effective_on"] <= on.isoformat() and not (unit and of_the_province):
            decisions.add(told["file_sha256"])
    answer = submissions.in_force(store, everyone, plan_year=on.year, on=on, unit=unit)
    assert set(answer["file_sha256"]) == {report[-1] for report in reports.values()} | decisions
    assert {f"{day:%Y-%m-%d}" for day in answer["cut_off_on"].dropna()} == {"2024-11-15" if unit is None else "2024-03-14"}
    assert (len(reports), len(decisions)) == ((15, 5) if unit is None else (1, 2))
    narrow = submissions.in_force(store, Scope(units=("945",)), plan_year=on.year, on=on)
    assert set(narrow["unit_code"]) == {"945"}
