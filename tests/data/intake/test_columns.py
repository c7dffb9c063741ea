"""Which column is meant, in which unit: other periods beside the right one, hidden columns, units and rounds as people write them."""

import pytest

from data.intake import workbook
from data.intake.opening import Opener
from data.intake.recognise import money_unit_of, unit_said
from tests.data.intake.bad.sheets import PLAN, SPENT, good, insert, put, xlsx
from tests.data.intake.grids import amounts, cells, definitions, grid, judge, read, recogniser, rules
from tests.data.intake.test_finding import GOOD


@pytest.mark.parametrize("other", ["Giải ngân tháng 6", "Giải ngân năm 2023", "Giải ngân đến 31/5/2024", "Giải ngân tạm ứng"])
@pytest.mark.parametrize("own", ["Lũy kế từ đầu năm", "Giải ngân lũy kế năm 2024", "Giải ngân đến 14/6/2024 (Tr.đ)"])
def test_another_period_beside_the_right_column_is_not_read(other, own):
    book = put(good(), {f"{SPENT}!F4": own, f"{SPENT}!G4": other} | {f"{SPENT}!G{r}": r for r in range(5, 12)})
    assert amounts(read(book), "disbursed_vnd") == GOOD
    assert judge(book) == []


@pytest.mark.parametrize(
    "heading",
    [
        "Giải ngân lũy kế từ đầu năm đến ngày 14/6/2024",
        "Giải ngân tính đến ngày 14 tháng 6 năm 2024",
        "Giải ngân lũy kế từ 01/01/2024 đến 14/06/2024 (ĐVT: triệu đồng)",
        "Giải ngân năm 2024 [triệu đồng]",
        "Giải ngân (4)",
        "Lũy kế giải ngân đến ngày chốt (1.000.000 đồng)",
    ],
)
def test_words_that_add_nothing_may_stand_behind_a_name(heading):
    assert amounts(read(put(good(), {f"{SPENT}!F4": heading})), "disbursed_vnd") == GOOD


@pytest.mark.parametrize("group", ["Kế hoạch vốn năm 2025", "Kế hoạch vốn trung hạn", "Đề nghị"])
def test_a_column_under_a_heading_of_something_else_is_not_read(group):
    book = insert(good(), PLAN, 4, [*good()[PLAN][3][:5], group])
    merged = {PLAN: [*((3, c, 4, c) for c in range(5)), (3, 5, 3, 7)]}
    book[PLAN][4][:5] = [None] * 5
    assert "missing_column" in rules_of(book, merged)
    assert "missing_column" not in rules_of(put(book, {f"{PLAN}!F4": "Kế hoạch vốn năm 2024"}), merged)


def rules_of(book, merged):
    return {p.rule for p in judge(book, merged)}


def test_a_hidden_column_does_not_win_over_one_that_people_see():
    book = put(good(), {f"{SPENT}!F4": "Giải ngân", f"{SPENT}!G4": "Giải ngân lũy kế"} | {f"{SPENT}!G{r}": 1 for r in range(5, 12)})
    whole = grid(book)
    next(s for s in whole.sheets if s.name == SPENT).hidden_columns = {6}
    assert amounts(workbook.read(whole, definitions(), recogniser()), "disbursed_vnd") == GOOD
    assert rules(book) == {"column_twice"} or amounts(read(book), "disbursed_vnd") != GOOD


def test_hidden_columns_of_an_xlsx_are_known(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", good(), lambda w: w[SPENT].column_dimensions.__getitem__("F").__setattr__("hidden", True))
    with Opener(definitions().settings.reading) as opener:
        hidden = {s.name: s.hidden_columns for s in opener.open(path).sheets}
    assert hidden[SPENT] == {5}
    assert not hidden[PLAN]


def test_a_sheet_of_disbursement_that_repeats_the_plan_is_no_second_sheet_of_the_plan():
    book = put(good(), {f"{SPENT}!G4": "Kế hoạch vốn"} | {f"{SPENT}!G{r}": 1 for r in range(5, 12)})
    assert judge(book) == []
    assert len(cells(read(book), "assigned_vnd")) == 7


@pytest.mark.parametrize("text", ["trăm triệu đồng", "USD", "nghìn USD", "nghìn tỷ đồng", "triệu đồng; tỷ đồng", "100 triệu đồng"])
def test_a_unit_that_is_none_of_ours_is_said_but_not_known(text):
    assert unit_said(text) == ""
    assert unit_said(f"Giải ngân ({text})") == ""
    assert money_unit_of(text) is None


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("unit", "UBND huyện Kế Sách", "943"),
        ("unit", "Ủy ban nhân dân huyện Kế Sách", "943"),
        ("unit", "UBND", None),
        ("round", "Báo cáo tháng 6 năm 2024", "2024-T06"),
        ("round", "tháng 6 năm 2024", "2024-T06"),
        ("round", "T6/2024", "2024-T06"),
        ("round", "Tháng 06/2024", "2024-T06"),
        ("round", "Tháng 13/2024", None),
        ("round", "Báo cáo", None),
    ],
)
def test_units_and_rounds_are_known_as_people_write_them(kind, text, code):
    assert recogniser().code(kind, text) == code
