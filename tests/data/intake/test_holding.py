"""What waits for a person's word: taken, given back, in whatever order with closing, withdrawing and putting in front."""

from pathlib import Path

import pytest

from data.intake import decide, receipt
from data.intake.receive import Intake
from data.store.build import _figures
from data.store.part import touched
from tests.data.intake.desk import ROUND, Desk
from tests.data.intake.grids import definitions

WARNED = 1_600  # more than the plan of 1.500,125
HEAD = "Trưởng phòng"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_workbook_with_warnings_waits_and_replaces_nothing(desk):
    desk.upload(400)
    held = desk.upload(WARNED)
    assert (held.outcome, held.problems[0].cell) == ("held", "F5")
    assert desk.statuses() == [(1, "standing"), (2, "held")]
    assert "chờ người tiếp nhận" in receipt.text(held.submission, definitions())


def test_on_the_command_line_the_operator_accepts_by_running_it(desk):
    assert desk.receive(WARNED).outcome == "warned"
    assert desk.statuses() == [(1, "standing")]


def test_what_is_taken_stands_and_was_received_when_it_arrived(desk):
    desk.upload(400)
    held = desk.upload(WARNED).submission
    said = decide.take(desk.archive, held.submission_id, HEAD, "đơn vị đã giải trình")
    assert "Đã tiếp nhận bản 2" in said
    assert desk.statuses() == [(1, "superseded"), (2, "standing")]
    first, taken = desk.known()
    assert (first.accepted_at, first.returned_at) == (first.received_at, None)
    assert taken.received_at == held.received_at < taken.accepted_at == taken.decided_at
    assert (taken.decided_by, taken.decided_reason) == (HEAD, "đơn vị đã giải trình")
    assert "Tiếp nhận, có cảnh báo" in receipt.text(taken, definitions())


def test_what_is_given_back_keeps_its_number_and_says_why(desk):
    held = desk.upload(WARNED).submission
    with pytest.raises(decide.Impossible, match="lý do"):
        decide.give_back(desk.archive, held.submission_id, HEAD, " ")
    decide.give_back(desk.archive, held.submission_id, HEAD, "sai số liệu ô F5")
    desk.upload(300)
    assert desk.statuses() == [(1, "refused"), (2, "standing")]
    returned = desk.known()[0]
    assert returned.is_returned_by_a_person and returned.accepted_at is None and returned.returned_at == returned.decided_at
    told = receipt.text(returned, definitions())
    assert "Kết quả: Trả lại" in told and "sai số liệu ô F5" in told


def test_the_same_file_sent_again_after_it_was_given_back_is_known_and_can_be_taken_after_all(desk):
    held = desk.upload(WARNED)
    decide.give_back(desk.archive, held.submission.submission_id, HEAD, "nhầm")
    with Intake(desk.home, definitions(), "Người khác", holds_warned=True) as intake:
        again = intake.receive(held.path)
    assert (again.outcome, "đã trả lại" in again.note) == ("known", True)
    decide.take(desk.archive, held.submission.submission_id, HEAD, "trả nhầm")
    assert desk.statuses() == [(1, "standing")]


def test_what_still_waits_is_said_when_it_is_sent_again(desk):
    held = desk.upload(WARNED)
    with Intake(desk.home, definitions(), "Người khác", holds_warned=True) as intake:
        assert "đang chờ người tiếp nhận" in intake.receive(held.path).note


def test_taking_an_older_report_does_not_replace_one_that_came_after_it(desk):
    held = desk.upload(WARNED).submission
    desk.upload(400)
    assert "bản 2 vẫn có hiệu lực" in decide.take(desk.archive, held.submission_id, HEAD, "")
    assert desk.statuses() == [(1, "superseded"), (2, "standing")]


def test_what_is_taken_after_its_round_was_closed_waits(desk):
    held = desk.upload(WARNED).submission
    decide.close(desk.archive, definitions(), ROUND, HEAD, "hết hạn")
    assert "chờ mở lại kỳ" in decide.take(desk.archive, held.submission_id, HEAD, "")
    assert desk.statuses() == [(1, "waiting")]
    assert desk.known()[0].accepted_at is None
    decide.reopen(desk.archive, ROUND, HEAD, "bổ sung")
    assert desk.statuses() == [(1, "standing")]
    assert desk.known()[0].accepted_at == desk.archive.entries()[-1]["at"]


def test_only_what_waits_can_be_decided_and_the_second_officer_learns_who_was_first(desk):
    held = desk.upload(WARNED).submission
    decide.take(desk.archive, held.submission_id, "Bà Bình", "")
    for second in (decide.take, decide.give_back):
        with pytest.raises(decide.Impossible, match="Bà Bình"):
            second(desk.archive, held.submission_id, "Ông An", "lý do")
    with pytest.raises(decide.Impossible):
        decide.take(desk.archive, desk.upload(-1).submission.submission_id, "Ông An", "bỏ qua lỗi")


def test_neither_holding_nor_giving_back_is_a_change_of_figures_but_taking_is(desk):
    desk.upload(400)
    versions = [_figures(desk.archive.entries(), definitions())]
    held = desk.upload(WARNED).submission
    for change in (
        lambda: None,
        lambda: decide.give_back(desk.archive, held.submission_id, HEAD, "xem lại"),
        lambda: decide.take(desk.archive, held.submission_id, HEAD, ""),
    ):
        change()
        versions.append(_figures(desk.archive.entries(), definitions()))
    assert versions[0] == versions[1] == versions[2] != versions[3]


def test_a_decision_on_a_report_touches_its_units_year(desk):
    held = desk.upload(WARNED).submission
    decide.take(desk.archive, held.submission_id, HEAD, "")
    assert touched(desk.archive.entries()[-1:], desk.known()) == {("943", 2024)}
