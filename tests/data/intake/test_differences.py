"""What differs between two versions, cell by cell; a line is the same line wherever it stands."""

from pathlib import Path

import pytest

from data.intake import differences
from data.intake.archive import Submission
from data.intake.differences import Difference
from data.intake.receive import Intake
from tests.data.intake.bad.sheets import PLAN, SPENT, WHY, Sheets, good, put, xlsx
from tests.data.intake.grids import definitions

MILLION = 1_000_000


@pytest.fixture
def compared(tmp_path: Path):
    """The differences between two workbooks, sent one after the other."""

    def compared_(first: Sheets, second: Sheets) -> list[Difference]:
        sent: list[Submission] = []
        with Intake(tmp_path / "home", definitions(), "Người kiểm thử") as intake:
            for n, book in enumerate((first, second)):
                got = intake.receive(xlsx(tmp_path / f"{n}.xlsx", book))
                assert got.outcome in ("accepted", "warned") and got.submission, [str(p) for p in got.problems]
                sent.append(got.submission)
        return differences.between(intake.archive, *sent)

    return compared_


def test_a_changed_amount_says_where_and_from_what_to_what(compared):
    (one,) = compared(good(), put(good(), {f"{SPENT}!F5": 410}))
    assert (one.sheet, one.line, one.cell_before, one.cell_after) == (SPENT, "DA2 · NSTW · SN · 2024", "F5", "F5")
    assert (one.before_vnd, one.after_vnd) == (400.5 * MILLION, 410 * MILLION)
    assert "Giải ngân" in one.header


def test_a_line_that_moved_is_the_same_line_and_one_left_out_or_added_is_named(compared):
    moved = good()
    moved[SPENT] = [*moved[SPENT][:4], moved[SPENT][6], *moved[SPENT][4:6], *moved[SPENT][7:10]]  # DA4-TDA1 first, DA7-TDA2 left out
    moved[SPENT].append(["DA3-TDA1", "Nông nghiệp", "NSTW", "SN", 2024, 5])
    found = compared(good(), moved)
    assert {(d.line, d.before_vnd, d.after_vnd, d.cell_before, d.cell_after) for d in found} == {
        ("DA3-TDA1 · NSTW · SN · 2024", None, 5 * MILLION, None, "F11"),
        ("DA7-TDA2 · NSDP · SN · 2023", 20.125 * MILLION, None, "F11", None),
    }


def test_another_unit_of_money_is_no_difference(compared):
    other = good()
    other[SPENT][1] = ["Đơn vị tính: nghìn đồng"]
    for row in other[SPENT][4:]:
        row[5] = row[5] and row[5] * 1000
    assert compared(good(), other) == []


def test_a_blank_that_is_filled_and_a_changed_word_are_differences(compared):
    found = compared(good(), put(good(), {f"{PLAN}!G5": 1500.125, f"{WHY}!C5": "Mới có hướng dẫn"}))
    assert {(d.sheet, d.cell_after, d.before, d.after) for d in found} == {
        (PLAN, "G5", None, "1500.125"),
        (WHY, "C5", "Chưa có hướng dẫn", "Mới có hướng dẫn"),
    }
