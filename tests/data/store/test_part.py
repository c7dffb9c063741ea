"""Publishing a part equals building the whole (figures.md 13), after everything that can happen to an archive."""

from collections.abc import Callable
from datetime import date
from random import Random

import pytest

from tests.data.store.office import A, B, C, Line, Office, content

UNITS = ("941", "942", "943", "944", "945", "946", "947", "948")
NEW_YEAR = date(2024, 1, 1)
OBSTACLE = {"component_code": "DA2", "explanation": "Chậm", "held_up_vnd": 5}


@pytest.fixture
def busy(office: Office) -> Office:
    """Eight units with a plan and a report of June each, and one synthesis; built."""
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


PARTS = (one_more, corrected, withdrawn, restored, late, reopened, refused, another_year)
WHOLES = (decided, summed_up)


@pytest.mark.parametrize("happens", [*PARTS, *WHOLES])
def test_publishing_a_part_equals_building_the_whole(busy: Office, happens: Callable[[Office], None]) -> None:
    happens(busy)
    built = busy.build()
    assert built.how == ("part" if happens in PARTS else "whole")
    assert busy.content() == busy.rebuilt()


@pytest.mark.parametrize("seed", [1, 2])
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
    assert content(there.home, times) == content(back.home, times)
