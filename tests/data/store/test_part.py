"""Publishing a part equals building the whole (figures.md 13), after everything that can happen to an archive."""

import shutil
from collections.abc import Callable
from copy import copy
from datetime import date
from pathlib import Path
from random import Random

import pytest

from data.definitions import Definitions
from data.publish import file_entered
from data.registry import opened as registry_of
from data.registry.kinds import letters, meetings
from tests.data.store.office import A, B, C, Line, Office, content

UNITS = ("941", "942", "943", "944", "945", "946", "947", "948")
NEW_YEAR = date(2024, 1, 1)
M = 1_000_000
OBSTACLE = {"component_code": "DA2", "explanation": "Chậm", "held_up_vnd": 5}


@pytest.fixture
def busy(built_once: Office, tmp_path: Path) -> Office:
    """Eight units with a plan and a report of June each, and one synthesis; built. A copy of one office, so that a test may change it."""
    shutil.copytree(built_once.folder, tmp_path, dirs_exist_ok=True)
    twin = copy(built_once)
    twin.folder, twin.home = tmp_path, tmp_path / "home"
    return twin


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory, definitions: Definitions) -> Office:
    office = Office(tmp_path_factory.mktemp("busy"), definitions)
    cause = office.definitions.programme.cause[0].code
    plan = {unit: {A: 1000 + n, B: 500, Line(year=2023): 70} for n, unit in enumerate(UNITS)}
    reports = [
        office.report(unit, "2024-T06", spent={A: 100 + n, B: 50}, more={"obstacles": [OBSTACLE | {"cause_code": cause}]})
        for n, unit in enumerate(UNITS)
    ]
    synthesis = office.report("SNNPTNT", "2024-T06", spent={A: 1, B: 2}, kind="synthesis")
    return office.built_from(office.decision("01", NEW_YEAR, plan), *reports, synthesis)


def one_more(o: Office) -> None:
    o.send(o.report("943", "2024-T07", spent={A: 90, C: 7}, plan={A: {"assigned_vnd": 1, "allocated_vnd": 3}}))


def corrected(o: Office) -> None:
    o.send(o.report("943", "2024-T06", spent={A: 150}))


def withdrawn(o: Office) -> None:
    first, second = o.send(o.report("943", "2024-T07", spent={A: 200}), o.report("943", "2024-T07", spent={A: 210}))
    o.build()
    o.take_back(second)
    assert first.submission


def restored(o: Office) -> None:
    first, _ = o.send(o.report("943", "2024-T07", spent={A: 200}), o.report("943", "2024-T07", spent={A: 210, B: 1}))
    o.build()
    o.bring_back(first)


def late(o: Office) -> None:
    o.close("2024-T07")
    o.build()
    assert [r.outcome for r in o.send(o.report("943", "2024-T07", spent={A: 200}))] == ["waiting"]


def reopened(o: Office) -> None:
    late(o)
    o.build()
    o.reopen("2024-T07")


def refused(o: Office) -> None:
    assert [r.outcome for r in o.try_to_send(o.report("943", "2024-T07", spent={A: -1}))] == ["refused"]


def another_year(o: Office) -> None:
    o.send(o.report("943", "2023-T12", spent={Line(year=2023): 4}), o.report("943", "2024-T07", spent={A: 200, B: 60}, state="preliminary"))


def decided(o: Office) -> None:
    o.send(o.decision("02", date(2024, 6, 1), {"943": {A: {"assigned_vnd": 1002, "adjusted_vnd": 900}}, "944": {C: 5}}))


def summed_up(o: Office) -> None:
    o.send(o.report("SNNPTNT", "2024-T07", spent={A: 3, B: 4}, kind="synthesis"))


def one_peer_less(o: Office) -> None:
    """943 is far from five others; without one of them there are too few to say so. Only the one that goes is built anew."""
    spent = {"943": 990} | dict.fromkeys(UNITS[3:], 10)
    received = dict(zip(spent, o.send(*(o.report(unit, "2024-T07", spent={A: vnd}) for unit, vnd in spent.items())), strict=True))
    o.build()
    assert ("far_from_peers", "943", "2024-T07") in o.warned()
    o.take_back(received["944"])


def year_before(o: Office) -> None:
    """More was spent in the year before than was told: what was carried over is now more than was left."""
    line = Line(year=2023)
    o.send(o.decision("00", date(2023, 1, 1), {"943": {line: 100 * M}}, plan_year=2023))
    o.send(o.decision("02", date(2024, 2, 1), {"943": {line: 30 * M}}), o.report("943", "2023-T12", spent={line: 70 * M}))
    o.build()
    assert "carried_over_more" not in {rule for rule, _, _ in o.warned()}
    o.send(o.report("943", "2023-DX1231", spent={line: 90 * M}))


def more_time(o: Office) -> None:
    """A unit gets more time for a round, another is urged and given a task: nothing of any report changes, yet how late they are."""
    granted = letters.Extension(round_code="2024-T06", unit_code="943", due_on=date(2024, 7, 5), letter="CV 1")
    sent = letters.Letter(round_code="2024-T07", unit_code="944", number="CV 2", sent_on=date(2024, 7, 25), way="post")
    asked = {"meeting_code": "1", "meeting_name": "Giao ban", "concluded_on": date(2024, 7, 20), "due_on": date(2024, 8, 1)}
    task = registry_of(o.home).add(meetings.Conclusion(task="Gửi báo cáo", unit_code="944", **asked), "Lan")
    done = meetings.Progress(conclusion_id=task.entry_id, stage="done", told_on=date(2024, 7, 26))
    for body in (granted, sent, done):
        registry_of(o.home).add(body, "Lan")
    file_entered(o.home, "Lan")


PARTS = (more_time, one_more, corrected, withdrawn, restored, late, reopened, refused, another_year, one_peer_less, year_before)
WHOLES = (decided, summed_up)


@pytest.mark.parametrize("happens", [*PARTS, *WHOLES])
def test_publishing_a_part_equals_building_the_whole(busy: Office, happens: Callable[[Office], None]) -> None:
    happens(busy)
    built = busy.build()
    assert built.how == ("part" if happens in PARTS else "whole")
    assert busy.content() == busy.rebuilt()


@pytest.mark.parametrize(
    ("happens", "warning", "stands"),
    [(one_peer_less, ("far_from_peers", "943", "2024-T07"), False), (year_before, ("carried_over_more", "943", ""), True)],
)
def test_a_part_says_anew_what_holds_a_unit_against_others(
    busy: Office, happens: Callable[[Office], None], warning: tuple[str, str, str], stands: bool
) -> None:
    happens(busy)
    assert busy.build().how == "part"
    assert (warning in busy.warned()) == stands


@pytest.mark.parametrize("seed", [1])
def test_many_parts_one_after_another_equal_the_whole(busy: Office, seed: int) -> None:
    chance, sent = Random(seed), []
    for _ in range(6):
        unit, round_code = chance.choice(UNITS[:3]), chance.choice(("2024-T06", "2024-T07", "2024-T08"))
        figures = {line: chance.randrange(1000) for line in chance.sample([A, B, C], 2)}
        if sent and chance.random() < 0.3:
            busy.take_back(sent.pop())
        else:
            sent += busy.send(busy.report(unit, round_code, spent=figures, state=chance.choice(("final", "preliminary", "estimate"))))
        assert busy.build().how == "part"
    assert busy.content() == busy.rebuilt()


def test_the_same_archive_gives_the_same_content(busy: Office) -> None:
    before = busy.content()
    assert busy.build().how == "same"
    assert busy.build(whole=True).how == "whole"
    assert busy.content() == before == busy.rebuilt()


def test_the_order_of_arrival_of_different_reports_decides_nothing(office: Office) -> None:
    papers = [office.decision("01", NEW_YEAR, {"943": {A: 1000}}), *(office.report(u, r, spent={A: n})
        for n, (u, r) in enumerate([("943", "2024-T06"), ("943", "2024-T07"), ("944", "2024-T06")]))]  # fmt: skip
    there, back = Office(office.folder / "there", office.definitions), Office(office.folder / "back", office.definitions)
    there.built_from(*papers)
    for paper in reversed(papers):
        back.built_from(paper)
    times = ("built_at", "received_at", "first_accepted_at", "is_late", "store_version", "figures_version")
    times += ("first_sent_at", "taken_at", "received_on", "late_day_count", "accepted_at", "entry")
    assert content(there.home, times) == content(back.home, times)
