"""How late a report is, in working days, equals what was counted by hand; and the same on the real way in."""

import dataclasses
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from data import publish
from data.definitions import Definitions
from data.definitions.calendar import Calendar
from data.definitions.models import Extension, Round
from data.intake.archive import Archive
from data.intake.judge import table_of
from data.intake.lines import Cell
from data.intake.receive import Intake, Received
from data.registry import opened
from data.registry.kinds import letters
from data.store.build import build
from data.store.reading import Scope, Store, open_store, pointed_to
from queries import reports
from tests.data.store.lateness import ABSENT, CASES, EXTRA_OFF, EXTRA_WORK, LATER, Case
from tests.data.store.office import A, Office

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
SHA = "0" * 64
EVERYONE = Scope(units=("941", "943", "944", "949", "950"))


def utc(told: str) -> datetime:
    return datetime.fromisoformat(told).replace(tzinfo=LOCAL).astimezone(UTC)


def code(case: Case) -> str:
    return f"K{CASES.index(case):02d}"


def round_of(case: Case) -> Round:
    due = date.fromisoformat(case.due)
    cut_off = due - timedelta(7)
    days = {"window_from": due - timedelta(37), "window_to": cut_off, "cut_off_on": cut_off, "due_on": due}
    return Round(code=code(case), kind="tháng", name=case.name, plan_year=2024, units=[case.units], forms=["disbursement"], **days)


def defined(definitions: Definitions) -> Definitions:
    """The office of the table: a round for each case, two units that were not there all the time, and days that it moved."""
    moved = {"949": {"valid_to": date(2024, 6, 10)}, "950": {"valid_from": date(2024, 6, 20)}}
    days = Calendar(extra_off=EXTRA_OFF, extra_work=EXTRA_WORK)
    return dataclasses.replace(
        definitions,
        rounds={code(case): round_of(case) for case in CASES},
        units=tuple(u.model_copy(update=moved.get(u.code, {})) for u in definitions.units),
        extensions=tuple(
            Extension(round_code=code(case), unit_code=case.unit, due_on=case.csv, letter="CV 1") for case in CASES if case.csv
        ),
        settings=definitions.settings.model_copy(update={"calendar": days}),
    )


def journal(archive: Archive, case: Case) -> None:
    """What happened, as the intake would have written it down; the workbooks are empty, only their times matter."""
    ids: list[str] = []
    for what, when, *about in case.events:
        entry = {"what": what, "at": utc(when).isoformat(), "by": "Người nhận", "reason": "thử"}
        if what in ("sent", "refused", "warned", "held"):
            ids.append(f"{code(case)}-{len(ids)}")
            entry |= {"what": "received", "submission": submission(case, what, ids)}
        elif what.startswith("round_"):
            entry["round_code"] = code(case)
        else:
            entry["submission_id"] = ids[about[0]]
        archive.append(entry)


def submission(case: Case, what: str, ids: list[str]) -> dict[str, object]:
    outcome = {"sent": "accepted", "held": "warned"}.get(what, what)
    return {
        "submission_id": ids[-1], "kind": "own", "unit_code": case.unit, "round_code": code(case), "plan_year": 2024, "state": "final",
        "cut_off_on": str(round_of(case).cut_off_on), "decision_number": None, "issued_on": None, "effective_on": None,
        "version": 0 if what == "refused" else len(ids), "outcome": outcome, "held": what == "held", "file_name": "tep.xlsx",
        "file_sha256": SHA, "suffix": ".xlsx", "size": 1, "is_sample": False, "forms": ["disbursement"], "problems": [], "totals": {},
    }  # fmt: skip


@pytest.fixture(scope="module")
def store(definitions: Definitions, tmp_path_factory: pytest.TempPathFactory) -> Store:
    home = tmp_path_factory.mktemp("lateness")
    archive, registry = Archive(home), opened(home)
    with archive.writing():
        archive.keep_cells(SHA, table_of(Cell, []).drop_columns(["half_digit"]))
        for case in CASES:
            journal(archive, case)
    for case in CASES:
        if case.entered:
            granted = letters.Extension(round_code=code(case), unit_code=case.unit, due_on=case.entered.lstrip("-"), letter="CV 2")
            entry = registry.add(granted, "Người gia hạn")
            if case.entered.startswith("-"):
                registry.withdraw(entry.entry_id, "Người gia hạn", seen=entry.version, reason="ghi nhầm")
    publish.publish(home, "Người gia hạn", defined(definitions))
    return open_store(home, pointed_to(home)[0] or "")


def asked(store: Store, case: Case) -> pd.DataFrame:
    rows = reports.matrix(store, EVERYONE, plan_year=2024, today=date.fromisoformat(case.today), unit=case.unit)
    return rows[rows["round_code"] == code(case)]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_report_is_as_late_as_was_counted_by_hand(store: Store, case: Case) -> None:
    rows = asked(store, case)
    if case.status == ABSENT:
        assert rows.empty
        return
    (row,) = rows.to_dict("records")
    assert row["status"] == case.status
    assert (None if pd.isna(row["late_day_count"]) else row["late_day_count"]) == case.days
    assert (None if pd.isna(row["overdue_day_count"]) else row["overdue_day_count"]) == case.overdue
    assert (row["returned_count"], row["superseded_count"], row["is_expected"]) == (case.returned, case.superseded, case.is_expected)


def test_the_table_has_the_cases_that_were_asked_for() -> None:
    assert len(CASES) >= 25 and len({case.name for case in CASES}) == len(CASES)
    assert {case.status for case in CASES} == {"accepted", "warned", "held", "waiting", "returned", "missing", ABSENT}


def test_the_rates_count_what_the_table_says(store: Store) -> None:
    asked_of_all = [c for c in CASES if c.units == "district"]  # of other units some, but of this one always
    row = reports.by_unit(store, EVERYONE, plan_year=2024, today=date.fromisoformat(LATER), unit="943").iloc[0]
    assert row.expected_count == len(asked_of_all) == row.due_count
    assert row.received_count == sum(c.days is not None for c in asked_of_all)
    assert row.on_time_count == sum(c.days == 0 for c in asked_of_all)
    assert row.late_count == sum((c.days or 0) > 0 for c in asked_of_all)
    assert row.pending_count == sum(c.status in ("held", "waiting") for c in asked_of_all)
    assert row.overdue_count == row.expected_count - row.received_count - row.pending_count
    assert row.on_time_share == pytest.approx(row.on_time_count / row.due_count)


def test_three_dates_are_three_dates(store: Store) -> None:
    case = next(c for c in CASES if c.name == "returned by an officer, sent again late")
    row = asked(store, case).iloc[0]
    days = (row.first_sent_on, row.first_returned_on, row.received_on, row.taken_on)
    assert [f"{day:%d/%m}" for day in days] == ["20/06", "21/06", "27/06", "27/06"]
    taken = asked(store, next(c for c in CASES if c.name == "held, taken after the due date")).iloc[0]
    assert [f"{day:%d/%m}" for day in (taken.received_on, taken.taken_on)] == ["20/06", "28/06"]


def late(home: Path) -> tuple[object, ...]:
    rows = reports.matrix(open_store(home, pointed_to(home)[0] or ""), EVERYONE, plan_year=2024, today=date(2024, 7, 31), unit="943")
    row = rows[rows["round_code"] == "2024-T06"].iloc[0]
    return row.status, None if pd.isna(row.late_day_count) else row.late_day_count, row.returned_count, row.superseded_count


def test_the_same_on_the_real_way_in(office: Office) -> None:
    """June's report, due on Friday 21/06: refused, sent late, corrected, extended, withdrawn, sent to a closed round, reopened."""

    def send(*reports: tuple[int, str]) -> list[Received]:
        with Intake(office.home, office.definitions, "Người nhận") as intake:
            return [intake.receive(office.report("943", "2024-T06", spent={A: spent}), utc(moment)) for spent, moment in reports]

    _, late_one, corrected = send((-1, "2024-06-20 09:00:00"), (100, "2024-06-25 23:59:59"), (120, "2024-07-01 09:00:00"))
    build(office.home, office.definitions)
    assert late(office.home)[1:] == (2, 1, 1)
    reason = reports.refusals(open_store(office.home, pointed_to(office.home)[0] or ""), EVERYONE, round_code="2024-T06", unit="943").iloc[
        0
    ]
    assert f"{reason.returned_on:%d/%m}" == "20/06" and reason.place.startswith("Giải ngân!") and reason.reason
    opened(office.home).add(
        letters.Extension(round_code="2024-T06", unit_code="943", due_on=date(2024, 6, 24), letter="CV 3"), "Người gia hạn"
    )
    publish.publish(office.home, "Người gia hạn", office.definitions)
    assert late(office.home)[1:] == (1, 1, 1)
    office.take_back(corrected)
    office.take_back(late_one)
    office.close("2024-T06")
    send((130, "2024-06-26 00:00:00"))
    build(office.home, office.definitions)
    assert late(office.home) == ("waiting", None, 1, 0)
    office.reopen("2024-T06")
    build(office.home, office.definitions)
    assert late(office.home)[1:] == (2, 1, 0)
