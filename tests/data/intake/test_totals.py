"""Totals at every level and money units: recognised, checked against their parts, never added."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.intake.rows import Row
from data.intake.sums import LIMIT, TooMany, sums
from tests.data.intake.bad.sheets import LINES, PLAN, SPENT, Sheets, good, insert, put, total
from tests.data.intake.grids import amounts, judge, read, rules

FULL = put(good(), {f"{SPENT}!F9": 10})
SPENDING = [400.5, 50.25, 1200, 100, 10, 30, 20.125]
SUM = sum(SPENDING)
EXACT = [round(v * 1_000_000) for v in SPENDING]


def wrong(book: Sheets) -> list[str]:
    return [p.cell for p in judge(book) if p.rule == "total_mismatch"]


LEVELS = {
    "above": insert(FULL, SPENT, 5, total("TỔNG SỐ", SUM)),
    "below": insert(FULL, SPENT, 12, total("Tổng cộng", SUM)),
    "both": insert(insert(FULL, SPENT, 12, total("Cộng", SUM)), SPENT, 5, total("Toàn huyện: tổng", None), total("Tổng", SUM)),
    "by source": insert(FULL, SPENT, 12, total("Cộng NSTW", SUM - 70.375), total("Cộng ngân sách địa phương", 70.375), total("Tổng", SUM)),
    "by type and source": insert(FULL, SPENT, 12, total("Cộng ĐTPT", 1200), total("Cộng vốn sự nghiệp", SUM - 1200)),
    "a project's own row": insert(FULL, SPENT, 7, total("Nghề nghiệp", 1310, code="DA4")),
    "a project named in words": insert(FULL, SPENT, 10, total("Cộng DA4", 1310)),
    "in parts": insert(FULL, SPENT, 5, total("Tổng số", SUM), total("Trong đó:"), total("- NSTW", SUM - 70.375), total("- NSĐP", 70.375)),
    "in parts of a project": insert(FULL, SPENT, 7, total("Nghề nghiệp", 1310, code="DA4"), total("Trong đó: ĐTPT", 1200)),
    "blocks and the whole": insert(
        insert(FULL, SPENT, 12, total("Cộng", 1360.125), total("Tổng cộng", SUM)), SPENT, 7, total("Cộng", 450.75)
    ),
    "blocks, some together": insert(
        insert(FULL, SPENT, 10, total("Cộng", 1310), total("Cộng (I+II)", 1760.75)), SPENT, 7, total("Cộng", 450.75)
    ),
    "said in the code column": insert(FULL, SPENT, 12, ["Tổng cộng", None, None, None, None, SUM]),
    "numbered": insert(FULL, SPENT, 12, ["II", "Tổng cộng", None, None, None, SUM]),
}  # fmt: skip


@pytest.mark.parametrize("name", LEVELS)
def test_totals_that_close_are_accepted_and_never_added(name):
    assert judge(LEVELS[name]) == []
    assert amounts(read(LEVELS[name]), "disbursed_vnd") == EXACT


@pytest.mark.parametrize("name", LEVELS)
def test_the_same_totals_are_refused_when_one_of_them_is_off(name):
    book = LEVELS[name]
    for r, row in enumerate(book[SPENT]):
        said = str(row[0] or "") + str(row[1] if len(row) > 1 else "")
        is_total = r > 3 and len(row) == 6 and row[5] is not None and (row[0] in (None, "DA4", "II") or "ổng" in said)
        if is_total:
            assert wrong(put(book, {f"{SPENT}!F{r + 1}": row[5] + 7})) == [f"F{r + 1}"], row


def test_a_part_of_one_line_is_neither_added_nor_asked_to_close():
    book = insert(FULL, SPENT, 6, total("Trong đó: hộ Khmer", 100), total("- NSTW", 3))
    assert judge(book) == []
    assert amounts(read(book), "disbursed_vnd") == EXACT


def test_a_blank_total_is_not_compared_and_a_line_without_figure_may_be_in_the_total():
    assert judge(insert(good(), SPENT, 12, total("Tổng cộng", None))) == []
    assert judge(insert(good(), SPENT, 12, total("Tổng cộng", SUM))) == []
    assert wrong(insert(good(), SPENT, 12, total("Tổng cộng", SUM - 20))) == ["F12"]  # less than the lines that are known


def test_the_plan_closes_column_by_column():
    planned, allocated = sum(line[5] for line in LINES), sum(line[6] for line in LINES)
    assert judge(insert(good(), PLAN, 12, total("Tổng", planned, None, allocated))) == []
    assert wrong(insert(good(), PLAN, 12, total("Tổng", planned, 1, allocated + 10))) == ["H12"]


@given(st.lists(st.integers(0, 10**12), min_size=7, max_size=7), st.integers(0, 3), st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_rounded_parts_close_to_a_rounded_total(dong, places, seed):
    """Half the last printed digit for each part, and for the total: never more can come from rounding."""
    printed = [round(v / 10**6, places) for v in dong]
    random.Random(seed).shuffle(printed)
    book = put(good(), {f"{SPENT}!F{row}": value for row, value in zip(range(5, 12), printed, strict=True)})
    whole = round(sum(dong) / 10**6, places)
    assert "total_mismatch" not in rules(insert(book, SPENT, 12, total("Tổng cộng", whole)))


@given(st.lists(st.integers(1, 10**9), min_size=7, max_size=7), st.integers(5_000, 10**9))
@settings(max_examples=30, deadline=None)
def test_a_total_off_by_more_than_rounding_never_closes(dong, off):
    book = put(
        good(),
        {f"{SPENT}!F{row}": value / 1000 for row, value in zip(range(5, 12), dong, strict=True)} | {f"{SPENT}!F5": dong[0] / 1000 + 0.001},
    )
    whole = (sum(dong) + 1 + off) / 1000
    assert wrong(insert(book, SPENT, 12, total("Tổng cộng", whole))) == ["F12"]


@pytest.mark.parametrize(("note", "scale"), [("đồng", 1), ("nghìn đồng", 10**3), ("triệu đồng", 10**6), ("tỷ đồng", 10**9)])
def test_amounts_are_whole_dong_whatever_unit_the_sheet_says(note, scale):
    book = put(good(), {f"{SPENT}!A2": f"Đơn vị tính: {note}"} | {f"{SPENT}!F{row}": 10**9 * row / scale for row in range(5, 12)})
    assert amounts(read(book), "disbursed_vnd") == [10**9 * row for row in range(5, 12)]


def test_a_heading_may_say_another_unit_than_the_sheet():
    book = put(good(), {f"{PLAN}!H4": "Phân bổ chi tiết (đồng)", f"{PLAN}!H5": 1_000_000})
    assert amounts(read(book), "allocated_vnd")[0] == 1_000_000
    assert amounts(read(book), "assigned_vnd")[0] == 1_500_125_000


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("-", 0),
        ("–", 0),
        ("Không  phát sinh", 0),
        (0, 0),
        ("0", 0),
        ("…", None),
        ("...", None),
        ("x", None),
        ("X", None),
        ("", None),
        (None, None),
    ],
)
def test_zero_and_missing_are_told_apart(said, amount):
    assert amounts(read(put(good(), {f"{SPENT}!F5": said})), "disbursed_vnd")[0] == amount


def test_figures_typed_as_text_are_read_by_the_convention_of_their_sheet():
    vietnamese = put(good(), {f"{SPENT}!F5": "1.234", f"{SPENT}!F6": "50,25"})
    english = put(good(), {f"{SPENT}!F5": "1.234", f"{SPENT}!F6": "50.25"})
    assert amounts(read(vietnamese), "disbursed_vnd")[:2] == [1_234_000_000, 50_250_000]
    assert amounts(read(english), "disbursed_vnd")[:2] == [1_234_000, 50_250_000]
    assert rules(put(good(), {f"{SPENT}!F5": "1.234", f"{PLAN}!F5": "1.500,125"})) == {"ambiguous_number"}  # each sheet has its own


def test_thousands_of_totals_are_refused_before_they_cost_anything():
    rows = [Row(n, "total" if n % 2 else "detail", {}, "tổng" if n % 2 else "") for n in range(20_000)]
    with pytest.raises(TooMany):
        list(sums(rows))
    assert LIMIT < 10**6
    book = put(good(), {})
    book[SPENT] += [row for _ in range(1_600) for row in (["DA2", None, "NSTW", "SN", 2024, 1], total("Tổng", 1))]
    assert "too_many_totals" in rules(book)
