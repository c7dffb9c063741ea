"""Documents and the log: the answers are what the archive's extracts say, told in plain Python."""

from datetime import date
from pathlib import Path

import pytest

from data.definitions import Definitions
from data.intake.archive import Archive
from data.store.reading import Scope, Store
from pages.parts import papers
from queries import changes, choices, documents
from tests import plain_documents


@pytest.mark.parametrize("today", [date(2024, 3, 31), date(2024, 4, 1), date(2024, 5, 31), date(2024, 12, 31), date(2026, 11, 23)])
def test_required_documents_are_what_definitions_and_extracts_say(
    store: Store, everyone: Scope, samples_home: Path, definitions: Definitions, today: date
):
    bodies = list(plain_documents.entered(Archive(samples_home), "document").values())
    units = list(choices.reporting_units(store, everyone, plan_year=2024)["unit_code"])
    answer = documents.required(store, everyone, plan_year=2024, today=today)
    said = {(r.unit_code, r.required_code, r.component_code): papers.standing(r) for r in answer.itertuples()}
    assert said == plain_documents.required(definitions, units, 2024, today, bodies)
    assert {"there", "late"} <= set(said.values())
    assert ("missing" in said.values()) == (today > date(2024, 3, 31)) and ("not_due" in said.values()) == (today < date(2024, 12, 1))


def test_documents_are_those_of_the_year_issued_by_then_without_the_withdrawn(store: Store, everyone: Scope, samples_home: Path):
    today = date(2024, 6, 30)
    bodies = plain_documents.entered(Archive(samples_home), "document")
    expected = {i: b["number"] for i, b in bodies.items() if b["plan_year"] == 2024 and date.fromisoformat(b["issued_on"]) <= today}
    answer = documents.issued(store, everyone, plan_year=2024, today=today)
    assert dict(zip(answer["entry_id"], answer["number"], strict=True)) == expected
    assert len(expected) > 20 and list(answer["issued_on"]) == sorted(answer["issued_on"], reverse=True)


def test_a_viewer_of_one_unit_sees_its_documents_and_its_log_alone(store: Store, everyone: Scope):
    own = Scope(units=("943",))
    today = date(2024, 12, 31)
    assert set(documents.issued(store, own, plan_year=2024, today=today)["unit_code"]) == {"943"}
    assert set(documents.required(store, own, plan_year=2024, today=today)["unit_code"]) == {"943"}
    assert set(changes.every(store, own)["unit_code"]) == {"943"}
    assert documents.issued(store, Scope(units=()), plan_year=2024, today=today).empty
    assert changes.every(store, Scope(units=())).empty
    assert set(changes.every(store, everyone, unit="943")["unit_code"]) == {"943"}


def test_the_log_has_every_version_of_every_entry_and_every_decision(store: Store, everyone: Scope, samples_home: Path):
    archive = Archive(samples_home)
    filed = {(row["entry_id"], row["version"]) for row in archive.entered()}
    decided = [e for e in archive.entries() if e["what"] not in ("received", "extracted", "frozen")]
    log = changes.every(store, everyone)
    told = log[log["kind"] != "decision"]
    assert set(zip(told["entry_id"], told["version"], strict=True)) == filed and len(told) == len(filed) > 90
    assert len(log) - len(told) == len(decided)
    assert list(log["changed_at"]) == sorted(log["changed_at"], reverse=True)


def test_a_remedy_is_logged_under_the_unit_that_was_visited(store: Store, everyone: Scope, samples_home: Path):
    rows = {row["entry_id"]: row for row in Archive(samples_home).entered()}
    log = changes.every(store, everyone)
    log = log[log["kind"].isin(["finding", "remedy", "verification"]) & log["unit_code"].notna()]
    of_visits = {i: r["body"]["unit_code"] for i, r in rows.items() if r["kind"] == "visit"}
    checked = 0
    for row in log.itertuples():
        above = rows[row.entry_id]["body"]
        while "visit_id" not in above and above.get("finding_id") in rows:
            above = rows[above["finding_id"]]["body"]
        if above.get("visit_id") in of_visits:
            assert row.unit_code == of_visits[above["visit_id"]]
            checked += 1
    assert checked or not of_visits
