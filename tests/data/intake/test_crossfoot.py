"""Sums along rows and down columns: what can be known of a wrong figure is named, exactly that and nothing else."""

import random

import pytest

from data.intake import slips
from data.intake.receive import Intake
from tests.data.intake.bad.sheets import KEYS, PLAN, SPENT, Sheets, good, insert, put, total, xlsx
from tests.data.intake.grids import definitions, judge

FIRST, LAST, TOTAL = 5, 67, 68  # rows of the table; thanh toán, tạm ứng and their sum stand in columns F, G, H


def _lines() -> list[list[object]]:
    """63 lines of money: component × source × capital year, each amount with three decimals."""
    kinds = {t.code: t.capital_types[0] for t in definitions().programme.components if t.is_run}
    keys = [(c, s, kind, y) for c, kind in kinds.items() for s in ("NSTW", "NSĐP") for y in (2024, 2023, 2022, 2021)][:63]
    chance = random.Random(63)
    parts = [(chance.randrange(100_000, 990_000) / 1000, chance.randrange(10_000, 99_000) / 1000) for _ in keys]
    return [[c, None, s, kind, y, a, b, round(a + b, 3)] for (c, s, kind, y), (a, b) in zip(keys, parts, strict=True)]


def _sums(lines: list[list[object]]) -> list[float]:
    return [round(sum(line[n] for line in lines), 3) for n in (5, 6, 7)]  # type: ignore[misc]


def table() -> Sheets:
    """The table of 63 rows with its total row, all of it in order, and a plan that leaves nothing to say."""
    lines, head = _lines(), good()[SPENT][:3]
    plan = [*good()[PLAN][:4], *([*line[:5], 5000, None, None] for line in lines)]
    spent = [*head, [*KEYS, "Thanh toán", "Tạm ứng", "Giải ngân lũy kế"], *lines, total("Tổng cộng", *_sums(lines))]
    return {**good(), PLAN: plan, SPENT: spent}


def planted(errors: dict[str, float | None], book: Sheets | None = None) -> Sheets:
    """Cells of the table off by so many triệu đồng; None leaves the cell blank."""
    book = book or table()
    now = {cell: book[SPENT][int(cell[1:]) - 1]["ABCDEFGH".index(cell[0])] for cell in errors}
    return put(book, {f"{SPENT}!{cell}": None if off is None else round(now[cell] + off, 3) for cell, off in errors.items()})


def named(book: Sheets) -> dict[str, set[str]]:
    """Every problem of the workbook: rule → cells."""
    problems = judge(book)
    return {rule: {p.cell for p in problems if p.rule == rule} for rule in {p.rule for p in problems}}


def swapped(cell: str) -> float:
    """How far a cell is off once its second and third digit are typed the wrong way round."""
    amount = table()[SPENT][int(cell[1:]) - 1]["ABCDEFGH".index(cell[0])]
    digits = f"{amount:.3f}"
    assert digits[1] != digits[2]
    return round(float(digits[0] + digits[2] + digits[1] + digits[3:]) - amount, 3)


def test_the_table_of_63_rows_is_in_order():
    book = table()
    assert len(book[SPENT][FIRST - 1 : LAST]) == 63
    assert named(book) == {}


def test_two_row_sums_two_column_sums_and_a_swapped_digit_are_five_cells_of_a_workbook_sent_in(tmp_path):
    errors = {"H10": 13.5, "H40": -77.25, "F68": 100, "G68": -30.5, "H61": swapped("H61")}
    with Intake(tmp_path / "home", definitions(), "Người kiểm thử") as intake:
        received = intake.receive(xlsx(tmp_path / "sai.xlsx", planted(errors)))
    assert received.outcome == "refused"
    problems = received.problems
    assert {(p.rule, p.cell) for p in problems} == {("cell_mismatch", cell) for cell in errors}
    assert len(problems) == 5
    right = {cell: f"{table()[SPENT][int(cell[1:]) - 1]['ABCDEFGH'.index(cell[0])] * 10**6:,.0f}".replace(",", ".") for cell in errors}
    assert {p.cell: p.expected.partition(" ")[0] for p in problems} == right
    assert [p.cell for p in problems if "gõ đảo hai chữ số" in p.sentence] == ["H61"]


def test_where_the_errors_cross_in_several_ways_only_their_rows_and_columns_are_named():
    """The swapped digit stands in a column whose total is wrong too, and that total's row holds another wrong total."""
    errors = {"H10": 13.5, "H40": -77.25, "F68": 100, "G68": -30.5, "F61": swapped("F61")}
    assert named(planted(errors)) == {
        "cell_mismatch": {"H10", "H40"},
        "row_sum_mismatch": {"F61:H61", "F68:H68"},
        "total_mismatch": {"F5:F68", "G5:G68"},
    }


CASES: dict[str, tuple[dict[str, float | None], dict[str, set[str]]]] = {
    "a line": ({"G30": 5}, {"cell_mismatch": {"G30"}}),
    "a row's sum": ({"H30": -5}, {"cell_mismatch": {"H30"}}),
    "a column's sum": ({"F68": 5}, {"cell_mismatch": {"F68"}}),
    "the sum of all": ({"H68": -5}, {"cell_mismatch": {"H68"}}),
    "two of one column": ({"F9": 5, "F50": 8}, {"cell_mismatch": {"F9", "F50"}}),
    "two of one row": ({"F9": 5, "G9": 8}, {"cell_mismatch": {"F9", "G9"}}),
    "two apart": ({"F9": 5, "G50": 8}, {"cell_mismatch": {"F9", "G50"}}),
    "two apart, off by the same": (
        {"F9": 5, "G50": 5},
        {"row_sum_mismatch": {"F9:H9", "F50:H50"}, "total_mismatch": {"F5:F68", "G5:G68"}},
    ),
    "on the wrong line": ({"F9": -5, "F50": 5}, {"row_sum_mismatch": {"F9:H9", "F50:H50"}}),
    "in the wrong column": ({"F9": -5, "G9": 5}, {"total_mismatch": {"F5:F68", "G5:G68"}}),
    "in a column without its total": ({"F9": 5, "F68": None}, {"row_sum_mismatch": {"F9:H9"}}),
    "in a row without its sum": ({"F9": 5, "H9": None}, {"total_mismatch": {"F5:F68"}}),
    "in a row with a part missing": ({"F9": 5, "G9": None}, {"total_mismatch": {"F5:F68"}}),
    "a part alone is more than the sum": ({"F9": 900, "G9": None, "F68": 900}, {"row_sum_mismatch": {"F9:H9"}}),
    "a part missing": ({"G9": None}, {}),
    "lines without their parts, of which the totals are those of the rest": (
        {"F9": None, "G9": None, "F68": -table()[SPENT][8][5], "G68": -table()[SPENT][8][6]},
        {},
    ),
    "the sum of all, beside a line without its parts": (
        {"F9": None, "G9": None, "F68": -table()[SPENT][8][5], "G68": -table()[SPENT][8][6], "H68": 5},
        {"total_mismatch": {"H5:H68"}},
    ),
    "beside a line missing": ({"F9": 1900, "F20": None}, {"row_sum_mismatch": {"F9:H9"}, "total_mismatch": {"F5:F68"}}),
    "no total": ({"F68": None, "G68": None, "H68": None, "G9": 5}, {"row_sum_mismatch": {"F9:H9"}}),
    "what the row's sum and the totals took over": ({"F9": 5, "F68": 5}, {"row_sum_mismatch": {"F9:H9"}}),
    "smaller than rounding": ({"F9": 0.001}, {}),
    "small enough to hide in a column": ({"F9": 0.02}, {"row_sum_mismatch": {"F9:H9"}}),
    "negative instead": ({"G30": -2000}, {"cell_mismatch": {"G30"}, "negative": {"G30"}}),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_planted_is_named_as_far_as_it_can_be_known(name):
    errors, expected = CASES[name]
    assert named(planted(errors)) == expected


def test_totals_at_several_levels_tell_the_cell_too():
    lines = _lines()
    of = {source: _sums([line for line in lines if line[2] == source]) for source in ("NSTW", "NSĐP")}
    book = insert(table(), SPENT, TOTAL, total("Cộng NSTW", *of["NSTW"]), total("Cộng ngân sách địa phương", *of["NSĐP"]))
    assert named(book) == {}
    assert named(planted({"G30": 5}, book)) == {"cell_mismatch": {"G30"}}
    assert named(planted({"G69": 5}, book)) == {"cell_mismatch": {"G69"}}
    assert named(planted({"G70": 5, "F30": 7, "F31": 9}, book)) == {"cell_mismatch": {"G70", "F30", "F31"}}


def test_amounts_typed_without_their_parts_are_judged_as_before():
    book = planted({"H68": 5})
    for row in book[SPENT][3:]:
        del row[5:7]
    assert named(book) == {"total_mismatch": {"F68"}}


def test_one_part_alone_must_not_exceed_the_sum():
    book = planted({})
    for row in book[SPENT][3:]:
        del row[5:6]
    assert named(book) == {}
    assert named(put(book, {f"{SPENT}!F9": 3000, f"{SPENT}!F68": None})) == {"row_sum_mismatch": {"F9:G9"}}


@pytest.mark.parametrize(
    ("found", "expected", "slip"),
    [
        (1_524, 1_254, "gõ đảo hai chữ số 5 và 2"),
        (1_254, 1_255, ""),
        (12_540, 1_254, "thừa ×10"),
        (1_254, 1_254_000, "thiếu ×1.000"),
        (0, 1_254, ""),
        (1_254, 0, ""),
        (12, 102, ""),
    ],
)
def test_a_slip_is_told_when_it_looks_like_one(found, expected, slip):
    assert slips.told(found, expected, 0, 0.5)[1].partition(" (có thể ")[2].rstrip(")") == slip
