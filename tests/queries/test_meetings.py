"""What meetings concluded, against the sample entries counted in plain Python; who holds a task, and who may see it."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from data.definitions import Definitions
from data.publish import publish
from data.registry import opened as registry_of
from data.registry.kinds.meetings import Conclusion, Progress
from data.samples.entering import FOLDER
from data.store import frozen
from data.store.reading import Scope, Store, current_version, open_store
from queries import changes, meetings
from tests.data.store.office import A, Office

DAYS = (date(2024, 11, 25), date(2024, 11, 30), date(2024, 12, 10), date(2024, 12, 31), date(2025, 2, 1))


def entered() -> tuple[dict[str, dict[str, Any]], list[dict[str, Any]]]:
    """Sample tasks by id, and steps told of them."""
    told = tomllib.loads((FOLDER / "meetings.toml").read_text(encoding="utf-8"))["entry"]
    tasks = {entry["id"]: entry["body"] for entry in told if entry["kind"] == "conclusion"}
    return tasks, [entry["body"] for entry in told if entry["kind"] == "progress"]


def stage_of(task: str, steps: list[dict[str, Any]], on: date) -> str:
    known = [s for s in steps if s["conclusion_id"] == task and s["told_on"] <= on]
    return max(known, key=lambda s: s["told_on"])["stage"] if known else "not_begun"


@pytest.mark.parametrize("on", DAYS)
def test_tasks_stand_as_they_were_told_by_that_day(store: Store, everyone: Scope, on: date):
    tasks, steps = entered()
    rows = meetings.conclusions(store, everyone, today=on).set_index("conclusion_id")
    known = {code for code, task in tasks.items() if task["concluded_on"] <= on}
    assert set(rows.index) == known and len(known) >= 5
    for code, row in rows.iterrows():
        stage = stage_of(str(code), steps, on)
        late = (on - tasks[str(code)]["due_on"]).days
        is_overdue = stage != "done" and late > 0
        assert (row.stage, bool(row.is_overdue)) == (stage, is_overdue)
        assert (None if pd.isna(row.overdue_day_count) else row.overdue_day_count) == (late if is_overdue else None)
    (one,) = meetings.by_meeting(store, everyone, today=on).itertuples()
    assert (one.task_count, one.done_count) == (len(known), sum(stage_of(code, steps, on) == "done" for code in known))
    assert one.task_overdue_count == rows["is_overdue"].sum()
    assert len(meetings.steps(store, everyone, today=on)) == sum(step["told_on"] <= on for step in steps)
    assert meetings.conclusions(store, everyone, today=on, meeting="2").empty


@pytest.fixture(scope="module")
def passed(tmp_path_factory: pytest.TempPathFactory, definitions: Definitions) -> Store:
    """A department that ended on 01/3/2025 left one task done and one open; a third is for somebody who never reports."""
    office = Office(tmp_path_factory.mktemp("office"), definitions)
    office.built_from(office.decision("01", date(2024, 1, 1), {unit: {A: 100} for unit in ("SNNPTNT", "943")}))
    registry = registry_of(office.home)
    about = {"meeting_code": "1", "meeting_name": "Giao ban", "concluded_on": date(2025, 1, 10), "due_on": date(2025, 2, 10)}
    for code, unit in (("done", "SNNPTNT"), ("open", "SNNPTNT"), ("silent", "SNV"), ("free", None)):
        registry.add(Conclusion(**about, task=f"Việc {code}", unit_code=unit, who="" if unit else "Văn phòng"), "Lan", entry_id=code)
    for n, (stage, day) in enumerate([("done", 20), ("doing", 20), ("done", 25)]):
        code = "open" if stage == "doing" else "done"
        registry.add(Progress(conclusion_id=code, stage=stage, told_on=date(2025, 1, day)), "Lan", entry_id=f"step-{n}")
    publish(office.home, "Lan", definitions)
    return open_store(office.home, current_version(office.home) or "")


def test_an_open_task_passes_to_the_unit_that_follows_and_a_done_one_stays(passed: Store):
    everyone = Scope(("943", "SNNPTNT", *passed.read("select unit_code from mart.unit")["unit_code"]))
    before, after = (
        meetings.conclusions(passed, everyone, today=day).set_index("conclusion_id") for day in (date(2025, 2, 28), date(2025, 3, 1))
    )
    assert before.loc["open", "held_by_code"] == "SNNPTNT" and not before.loc["open", "has_passed"]
    assert after.loc["open", "held_by_code"] == "SNNMT" and after.loc["open", "has_passed"]
    assert after.loc["done", "held_by_code"] == "SNNPTNT" and not after.loc["done", "has_passed"]
    assert after.loc["open", "overdue_day_count"] == 19 and after.loc["free", "held_by_name"] == "Văn phòng"


def test_a_task_is_seen_by_its_unit_and_one_of_nobody_who_reports_by_who_may_see_every_unit(passed: Store):
    def seen(*units: str) -> set[str]:
        return set(meetings.conclusions(passed, Scope(units), today=date(2025, 2, 1))["conclusion_id"])

    every = tuple(passed.read("select unit_code from mart.unit")["unit_code"])
    assert seen(*every) == {"done", "open", "silent", "free"}
    assert seen("SNNPTNT") == {"done", "open"} and seen("943") == set() and seen() == set()


def test_steps_stand_in_the_log_beside_their_task(passed: Store):
    every = Scope(tuple(passed.read("select unit_code from mart.unit")["unit_code"]))
    log = changes.every(passed, every)
    told = log[log["kind"] == "progress"]
    assert set(told["task"]) == {"Việc done", "Việc open"} and set(told["unit_code"]) == {"SNNPTNT"}
    assert len(log) == 7 and changes.every(passed, Scope(("943",))).empty


def test_the_sample_conclusions_belong_to_the_sample_freeze(samples_home: Path):
    (one,) = frozen.listed(samples_home)
    assert {(task["meeting_code"], task["meeting_name"]) for task in entered()[0].values()} == {(one.code, one.name)}
    assert all(task["concluded_on"] >= one.at.date() for task in entered()[0].values())
