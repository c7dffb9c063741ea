"""Which indicator and breakdown a row speaks of, and what its figures mean."""

from typing import Any

import pytest

from data.intake.recognise import WITH_PROVINCE
from tests.data.intake.bad.province import ASSIGNED, assignment, publication
from tests.data.intake.bad.results import AIM_KEYS
from tests.data.intake.bad.sheets import AIMS, INFO, decision, good, insert, put
from tests.data.intake.grids import cells, judge, read, recogniser, rules

Merged = dict[str, list[tuple[int, int, int, int]]]


def lines(*rows: list[Any], merged: Merged | None = None) -> list[tuple[str | None, str | None, float | None]]:
    """(indicator, breakdown, result) of each row read from a sheet of these rows, headings in row 4."""
    sheet = [*good()[AIMS][:3], [*AIM_KEYS, "Thực hiện đến kỳ", "Tử số"], *rows]
    return [(c.indicator_code, c.breakdown, c.number) for c in cells(read({**good(), AIMS: sheet}, merged), "result")]


def test_a_blank_or_missing_breakdown_means_everyone():
    assert lines(["DA7-LOP", None, None, None, None, 4]) == [("DA7-LOP", "CHUNG", 4)]
    without = [[*row[:2], *row[3:]] for row in good()[AIMS]]
    assert {c.breakdown for c in cells(read({**good(), AIMS: without[:5]}), "result")} == {"CHUNG"}


def test_a_row_that_names_only_a_breakdown_belongs_to_the_indicator_above():
    found = lines(
        ["KH-VIECLAM", None, None, None, 600, 320],
        [None, None, "Nữ", None, None, 150],
        [None, "Trong đó: Khmer", None, None, None, 100],
        ["- Người Khmer", None, None, None, None, 90],
    )
    assert [(i, b) for i, b, _ in found] == [("KH-VIECLAM", b) for b in ("CHUNG", "NU", "KHMER", "KHMER")]


def test_a_merged_code_holds_for_all_its_rows():
    rows = [["KH-VIECLAM", None, "Chung", None, None, 320], [None, None, "Nữ", None, None, 150]]
    assert lines(*rows, merged={AIMS: [(4, 0, 5, 0)]}) == [("KH-VIECLAM", "CHUNG", 320), ("KH-VIECLAM", "NU", 150)]


def test_a_breakdown_below_an_unknown_indicator_is_not_taken_for_the_one_before():
    found = lines(["KH-VIECLAM", None, None, None, None, 320], ["XX", None, None, None, None, 5], [None, "Nữ", None, None, None, 3])
    assert found[1:] == [(None, "CHUNG", 5), (None, "NU", 3)]


def test_a_breakdown_of_another_unit_is_not_taken_for_the_one_above():
    book = insert(assignment(), ASSIGNED, 7, ["944", None, None, None, "Nữ", None, 5])
    assert [(c.unit_code, c.indicator_code) for c in cells(read(book), "planned")][2] == ("944", None)
    assert "missing_key" in rules(book)


def test_an_unknown_breakdown_is_not_taken_for_everyone():
    assert lines(["KH-VIECLAM", None, "Kinh", None, None, 5]) == [("KH-VIECLAM", None, 5)]


@pytest.mark.parametrize("name", ["Tổng số lao động được hỗ trợ", "Tổng cộng", "Toàn tỉnh", "Cộng", "Trong đó: đã có việc"])
def test_a_row_with_an_indicator_is_never_a_total(name):
    reading = read(insert(good(), AIMS, 11, ["KH-MOHINH", name, None, "mô hình", 15, 12]))
    assert {c.line_kind for c in reading.cells if c.form == "targets"} == {"detail"}
    assert [c.number for c in cells(reading, "result")][-1] == 12
    assert not reading.parts


def test_sections_without_figures_are_no_lines():
    rows = [
        ["I", "Mục tiêu chung"],
        ["KH-MOHINH", None, None, None, 15, 12],
        [None, "Tổng cộng"],
        [None, "NGƯỜI LẬP", None, None, "GIÁM ĐỐC"],
    ]
    assert lines(*rows) == [("KH-MOHINH", "CHUNG", 12)]


@pytest.mark.parametrize(("typed", "meant"), [("95%", 95), ("95 %", 95), ("95,5%", 95.5), (95, 95), (0.95, 0.95)])
def test_a_percent_sign_in_a_rate_is_its_unit(typed, meant):
    assert lines(["DA7-CANBO", None, None, "%", None, typed]) == [("DA7-CANBO", "CHUNG", meant)]


@pytest.mark.parametrize(("indicator", "field"), [("KH-VIECLAM", "result"), ("DA7-CANBO", "numerator")])
def test_a_percent_sign_where_things_are_counted_is_no_number(indicator, field):
    row = [indicator, None, None, None, None, *(["95%", None] if field == "result" else [None, "95%"])]
    book = {**good(), AIMS: [*good()[AIMS][:3], [*AIM_KEYS, "Thực hiện đến kỳ", "Tử số"], row]}
    assert [(c.number, c.fault) for c in cells(read(book), field)] == [(None, "not_a_number")]


def test_the_figures_of_another_period_are_not_the_results():
    heading = [*AIM_KEYS, "Thực hiện cùng kỳ năm trước", "Thực hiện đến 14/6/2024"]
    book = {**good(), AIMS: [*good()[AIMS][:3], heading, ["DA7-LOP", None, None, "lớp", 5, 3, 4]]}
    assert [c.number for c in cells(read(book), "result")] == [4]
    year_before = put(book, {f"{AIMS}!F4": "Thực hiện (năm 2023)"})
    assert [c.number for c in cells(read(year_before), "result")] == [4]


def test_the_province_has_targets_but_no_money_and_no_report_of_its_own():
    assert [c.unit_code for c in cells(read(assignment()), "planned")] == ["94", "943", "944", "943"]
    assert recogniser().code(WITH_PROVINCE, "Toàn tỉnh") == recogniser().code(WITH_PROVINCE, "Tỉnh Sóc Trăng") == "94"
    assert recogniser().code("unit", "94") is None
    assert "unknown_unit" in rules(put(decision(), {"Giao kế hoạch vốn!A4": "94"}))
    assert "unknown_unit" in rules(put(good(), {f"{INFO}!B2": "94"}))


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("indicator", "ct-ngheo", "CT-NGHEO"),
        ("indicator", "3. Tỷ lệ hộ nghèo", "CT-NGHEO"),
        ("indicator", "KH-XKLD - Xuất khẩu lao động", "KH-XKLD"),
        ("indicator", "Tỷ lệ hộ giàu", None),
        ("breakdown", "Trong đó: nữ", "NU"),
        ("breakdown", "Số lao động nữ", "NU"),
        ("breakdown", "hộ dân tộc Khmer", "KHMER"),
        ("breakdown", "Tổng số", "CHUNG"),
        ("breakdown", "Kinh", None),
    ],
)
def test_indicators_and_breakdowns_by_their_words(kind, text, code):
    assert recogniser().code(kind, text) == code


@pytest.mark.parametrize(("text", "unit"), [("Người", "người"), ("phần trăm", "%"), ("%", "%"), ("Điểm %", "điểm %"), ("ha", "ha")])
def test_a_unit_of_measure_is_written_as_the_definitions_write_it(text, unit):
    assert recogniser().measure_unit(text) == unit


def test_a_list_of_codes_beside_the_report_is_no_second_report():
    lists = [["Mã chỉ tiêu", "Tên", "Phân tổ", "Tên", "Đơn vị", "Tên"], ["KH-VIECLAM", "Việc làm", "Chung", "Chung", "943", "Kế Sách"]]
    assert not judge({**good(), "Danh mục": lists})
    assert not judge({**publication(), "Danh mục": lists})
    assert not judge({**assignment(), "Danh mục": lists})


def test_a_table_of_money_with_a_column_of_codes_is_none_of_indicators():
    book = good()
    plan = put(book, {"Kế hoạch vốn!A4": "Mã", "Kế hoạch vốn!B4": "Nội dung", "Kế hoạch vốn!F4": "Kế hoạch"})["Kế hoạch vốn"]
    rest = {name: rows for name, rows in book.items() if name not in (AIMS, "Kế hoạch vốn")}
    assert set(read({**rest, "KHV 2024": plan}).forms) == {"plan", "disbursement", "obstacles"}


def test_a_sheet_named_as_another_form_is_not_read_for_the_one_whose_name_it_ends_with():
    book = {name: rows for name, rows in good().items() if name != AIMS}
    reading = read({**book, ASSIGNED: assignment()[ASSIGNED]})
    assert set(reading.forms) == {"plan", "disbursement", "obstacles"}
    assert read({**book, "Biểu 4 - Chỉ tiêu": good()[AIMS]}).sheets["targets"] == "Biểu 4 - Chỉ tiêu"
