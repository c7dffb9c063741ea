"""Which version stands: a later one supersedes, one taken back gives way, an older one can be put in front, a closed round makes wait."""

from pathlib import Path

import pytest

from data.intake import decide
from data.intake.archive import submissions
from data.intake.receive import Intake
from tests.data.intake.bad.sheets import good, xlsx
from tests.data.intake.desk import ROUND, Desk
from tests.data.intake.grids import definitions


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_later_version_supersedes_and_the_older_stays(desk):
    desk.receive(1)
    desk.receive(2)
    assert desk.statuses() == [(1, "superseded"), (2, "standing")]
    assert all(desk.archive.file(s.file_sha256, s.suffix).exists() for s in submissions(desk.archive.entries()))


def test_another_unit_another_state_and_another_round_stand_beside_it(desk):
    desk.receive(1)
    desk.receive(2, B2="944")
    desk.receive(3, B5="Sơ bộ")
    desk.receive(4, B3="2024-T07", B4=definitions().rounds["2024-T07"].cut_off_on)
    assert desk.statuses() == [(1, "standing")] * 4


def test_the_same_file_again_changes_nothing_and_says_when_it_came(desk):
    first = desk.receive(1)
    with Intake(desk.home, definitions(), "Người khác") as intake:
        again = intake.receive(first.path)
    assert again.outcome == "known"
    assert "đã nhận ngày" in again.note
    assert len(desk.archive.entries()) == 1


def test_a_refused_file_takes_no_version_and_no_place(desk):
    desk.receive(1)
    desk.receive(-1)
    desk.receive(2)
    assert desk.statuses() == [(1, "superseded"), (0, "refused"), (2, "standing")]


def test_a_file_refused_for_its_ending_is_judged_again_under_another(desk):
    wrong = xlsx(desk.folder / "report.xls", good())
    with Intake(desk.home, definitions(), "Người kiểm thử") as intake:
        assert intake.receive(wrong).problems[0].rule == "wrong_extension"
        assert intake.receive(wrong.rename(wrong.with_suffix(".xlsx"))).outcome == "accepted"
    assert desk.statuses() == [(0, "refused"), (1, "standing")]


def test_a_withdrawn_version_gives_way_to_the_one_before(desk):
    desk.receive(1)
    second = desk.receive(2).submission
    said = decide.withdraw(desk.archive, second.submission_id, "Trưởng phòng", "nhầm tệp")
    assert "bản 1 có hiệu lực trở lại" in said
    assert desk.statuses() == [(1, "standing"), (2, "withdrawn")]
    assert desk.archive.entries()[-1]["reason"] == "nhầm tệp"


def test_the_only_version_withdrawn_leaves_none(desk):
    only = desk.receive(1).submission
    decide.withdraw(desk.archive, only.submission_id, "Trưởng phòng", "nhầm tệp")
    assert desk.statuses() == [(1, "withdrawn")]
    with pytest.raises(decide.Impossible):
        decide.withdraw(desk.archive, only.submission_id, "Trưởng phòng", "lần nữa")


def test_an_older_version_can_be_put_in_front_and_a_new_one_goes_before_it(desk):
    first = desk.receive(1).submission
    desk.receive(2)
    decide.restore(desk.archive, first.submission_id, "Trưởng phòng", "bản 1 mới đúng")
    assert desk.statuses() == [(1, "standing"), (2, "superseded")]
    desk.receive(3)
    assert desk.statuses() == [(1, "superseded"), (2, "superseded"), (3, "standing")]


def test_a_withdrawn_version_can_be_restored(desk):
    desk.receive(1)
    second = desk.receive(2).submission
    decide.withdraw(desk.archive, second.submission_id, "Trưởng phòng", "xem lại")
    decide.restore(desk.archive, second.submission_id, "Trưởng phòng", "xem rồi, đúng")
    assert desk.statuses() == [(1, "superseded"), (2, "standing")]


def test_what_comes_after_closing_is_kept_and_waits_until_the_round_is_opened_again(desk):
    desk.receive(1)
    decide.close(desk.archive, definitions(), ROUND, "Trưởng phòng", "hết hạn")
    late = desk.receive(2)
    assert late.outcome == "waiting"
    assert "chờ mở lại" in late.note
    assert desk.statuses() == [(1, "standing"), (2, "waiting")]
    decide.reopen(desk.archive, ROUND, "Trưởng phòng", "bổ sung")
    assert desk.statuses() == [(1, "superseded"), (2, "standing")]


def test_two_that_waited_stand_in_order_of_receipt(desk):
    decide.close(desk.archive, definitions(), ROUND, "Trưởng phòng", "")
    desk.receive(1)
    desk.receive(2)
    decide.reopen(desk.archive, ROUND, "Trưởng phòng", "bổ sung")
    assert desk.statuses() == [(1, "superseded"), (2, "standing")]


def test_a_withdrawn_report_that_waited_does_not_stand_when_the_round_is_reopened(desk):
    decide.close(desk.archive, definitions(), ROUND, "Trưởng phòng", "")
    waiting = desk.receive(1).submission
    decide.withdraw(desk.archive, waiting.submission_id, "Trưởng phòng", "nhầm tệp")
    decide.reopen(desk.archive, ROUND, "Trưởng phòng", "bổ sung")
    assert desk.statuses() == [(1, "withdrawn")]


def test_closing_twice_and_opening_what_is_open_are_said_to_be_impossible(desk):
    with pytest.raises(decide.Impossible, match="không đóng"):
        decide.reopen(desk.archive, ROUND, "Trưởng phòng", "")
    decide.close(desk.archive, definitions(), ROUND, "Trưởng phòng", "")
    with pytest.raises(decide.Impossible, match="đã đóng"):
        decide.close(desk.archive, definitions(), ROUND, "Trưởng phòng", "")
    with pytest.raises(decide.Impossible, match="Không có kỳ"):
        decide.close(desk.archive, definitions(), "2031-T01", "Trưởng phòng", "")
