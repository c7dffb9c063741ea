"""Finding the table: columns in any order, text above and beside, headings of several rows, every kind of file."""

import random
import zipfile

import pytest

from data.intake import words, workbook
from data.intake.opening import Opener
from tests.data.intake.bad.sheets import INFO, PLAN, SPENT, Sheets, decision, good, insert, ods, put, xls, xlsx
from tests.data.intake.grids import amounts, cells, definitions, essence, judge, read, recogniser, rules

GOOD = [400_500_000, 50_250_000, 1_200_000_000, 100_000_000, None, 30_000_000, 20_125_000]


def shuffled(book: Sheets, sheet: str, seed: int) -> Sheets:
    """The columns of a table in another order, from its heading on."""
    rows = book[sheet]
    order = list(range(len(rows[3])))
    random.Random(seed).shuffle(order)
    return {**book, sheet: rows[:3] + [[(row + [None] * 9)[c] for c in order] for row in rows[3:]]}


def test_the_good_report_is_read_whole_and_nothing_is_wrong_with_it():
    reading = read(good())
    assert (reading.kind, reading.unit_code, reading.round_code, reading.state) == ("own", "943", "2024-T06", "final")
    assert amounts(reading, "disbursed_vnd") == GOOD
    assert judge(good()) == []


@pytest.mark.parametrize("seed", range(8))
def test_columns_may_stand_in_any_order(seed):
    reading = read(shuffled(shuffled(good(), SPENT, seed), PLAN, seed))
    assert amounts(reading, "disbursed_vnd") == GOOD
    assert amounts(reading, "allocated_vnd") == amounts(read(good()), "allocated_vnd")


def test_a_total_word_may_stand_to_the_right_of_the_amounts():
    book = insert(good(), SPENT, 12, [None, "Tổng cộng", None, None, None, 5])
    book[SPENT][3:] = [row[::-1] for row in book[SPENT][3:]]
    assert amounts(read(book), "disbursed_vnd") == GOOD
    assert amounts(read(book), "disbursed_vnd", "total") == [5_000_000]
    assert rules(book) == {"total_mismatch"}


@pytest.mark.parametrize(
    ("place", "heading"),
    [
        ("F4", "GIẢI NGÂN\nLŨY KẾ"),
        ("F4", "giai ngan luy ke den ngay chot"),
        ("F4", "Giải ngân lũy kế (triệu đồng)"),
        ("F4", "Số giải ngân đến 14/6"),
        ("C4", "  Nguồn   VỐN "),
        ("A4", "Mã dự án"),
        ("E4", "Vốn năm"),
    ],
)
def test_headings_are_compared_by_their_words(place, heading):
    assert amounts(read(put(good(), {f"{SPENT}!{place}": heading})), "disbursed_vnd") == GOOD


@pytest.mark.parametrize(
    "heading", ["Giải ngân trong kỳ", "Giải ngân tháng này", "Kế hoạch", "Tỷ lệ giải ngân (%)", "Giải ngân còn lại", "Ước giải ngân"]
)
def test_a_heading_that_only_begins_alike_is_not_taken_for_the_column(heading):
    assert "missing_column" in rules(put(good(), {f"{SPENT}!F4": heading}))


def test_rates_and_notes_beside_the_table_are_not_read():
    book = put(good(), {f"{SPENT}!G4": "Tỷ lệ (%)", f"{SPENT}!G5": 26.7, f"{SPENT}!H4": "Ghi chú", f"{SPENT}!H6": "Tổng hợp sau"})
    assert amounts(read(book), "disbursed_vnd") == GOOD
    assert judge(book) == []


def test_letterhead_above_and_signatures_below_are_not_read():
    above = [["UBND HUYỆN KẾ SÁCH", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], [], ["Giải ngân vốn năm 2024"]]
    book = insert(good(), SPENT, 1, *above)
    book[SPENT] += [[], [None, None, "NGƯỜI LẬP", None, None, "CHỦ TỊCH"], ["Nguyễn Văn A", None, None, None, None, "Trần Văn B"]]
    assert amounts(read(book), "disbursed_vnd") == GOOD
    assert judge(book) == []


def test_a_heading_of_two_rows_with_merged_cells_is_one_heading():
    book = insert(good(), PLAN, 4, [*good()[PLAN][3][:5], "Kế hoạch vốn (triệu đồng)"])
    book[PLAN][4] = [*[None] * 5, "Giao đầu năm", "Sau điều chỉnh", "Phân bổ chi tiết"]
    book[PLAN][1] = ["Kèm theo báo cáo"]
    merged = {PLAN: [*((3, c, 4, c) for c in range(5)), (3, 5, 3, 7)]}
    assert essence_of_plan(read(book, merged)) == essence_of_plan(read(good()))
    assert judge(book, merged) == []
    assert rules(book) == {"unknown_money_unit"}  # not merged, the unit stands over one column only
    assert essence_of_plan(read(put(book, {f"{PLAN}!A2": "Đơn vị tính: triệu đồng"}))) == essence_of_plan(read(good()))


def essence_of_plan(reading):
    return [(c.component_code, c.field, c.amount_vnd) for c in reading.cells if c.form == "plan"]


def test_keys_in_merged_cells_hold_for_every_row_of_them():
    book = put(good(), {f"{SPENT}!A6": None, f"{SPENT}!B6": None})
    reading = read(book, {SPENT: [(4, 0, 5, 0), (4, 1, 5, 1)]})
    assert [c.component_code for c in cells(reading, "disbursed_vnd")][:2] == ["DA2", "DA2"]


def test_an_amount_in_merged_cells_counts_once():
    book = put(good(), {f"{SPENT}!F6": None})
    assert amounts(read(book, {SPENT: [(4, 5, 5, 5)]}), "disbursed_vnd")[:2] == [400_500_000, None]


def test_numbering_under_the_heading_and_headings_repeated_at_a_page_break_are_no_lines():
    book = insert(good(), SPENT, 5, ["A", "B", 1, 2, 3, "(4)=(1)+(2)"])
    book = insert(book, SPENT, 9, book[SPENT][3])
    assert amounts(read(book), "disbursed_vnd") == GOOD
    assert judge(book) == []


@pytest.mark.parametrize("name", ["GIẢI NGÂN ", "Biểu 2 - Giải ngân", "Tiến độ giải ngân", "Sheet3"])
def test_a_sheet_is_found_by_its_name_or_else_by_its_table(name):
    book = {name if n == SPENT else n: rows for n, rows in good().items()}
    assert amounts(read(book), "disbursed_vnd") == GOOD


@pytest.mark.parametrize(
    "cells_of_info",
    [
        {"A2": "2. Đơn vị báo cáo (*)"},
        {"A2": "ĐƠN VỊ BÁO CÁO:"},
        {"A2": "Đơn vị báo cáo: Huyện Kế Sách", "B2": None},
        {"B2": 943},
    ],
)
def test_general_information_is_found_by_its_labels(cells_of_info):
    reading = read(put(good(), {f"{INFO}!{cell}": value for cell, value in cells_of_info.items()}))
    assert (reading.unit_code, reading.round_code) == ("943", "2024-T06")


def test_a_decision_is_read_unit_by_unit():
    reading = read(decision())
    assert {c.unit_code for c in reading.cells} == {"943", "944"}
    assert judge(decision()) == []


@pytest.mark.parametrize("book", [good(), decision()], ids=["report", "decision"])
def test_every_kind_of_file_gives_the_same_reading(book, tmp_path):
    book = put(book, {f"{next(reversed(book))}!G5": "…"})
    files = [xlsx(tmp_path / "a.xlsx", book), xls(tmp_path / "a.xls", book), ods(tmp_path / "a.ods", book), xlsx(tmp_path / "a.xlsm", book)]
    with zipfile.ZipFile(files[-1], "a") as box:
        box.writestr("xl/vbaProject.bin", b"Sub Auto_Open()")
    with Opener(definitions().settings.reading) as opener:
        read_ = [essence(workbook.read(opener.open(path), definitions(), recogniser())) for path in files]
    assert read_[0]
    assert all(other == read_[0] for other in read_)


def test_errors_and_formulas_without_value_are_seen_in_every_kind_of_file(tmp_path):
    book = put(good(), {f"{SPENT}!F5": "#REF!", f"{SPENT}!F6": "#VALUE!"})
    for write, name in ((xlsx, "a.xlsx"), (xls, "a.xls"), (ods, "a.ods")):
        with Opener(definitions().settings.reading) as opener:
            reading = workbook.read(opener.open(write(tmp_path / name, book)), definitions(), recogniser())
        assert [c.fault for c in cells(reading, "disbursed_vnd")][:2] == ["error", "error"], name
    empty = put(good(), {f"{SPENT}!F5": "=F6+F7"})
    for write, name in ((xlsx, "b.xlsx"), (ods, "b.ods")):
        with Opener(definitions().settings.reading) as opener:
            reading = workbook.read(opener.open(write(tmp_path / name, empty)), definitions(), recogniser())
        assert cells(reading, "disbursed_vnd")[0].fault == "no_value", name


def test_merged_cells_of_an_ods_are_known(tmp_path):
    book = put(good(), {f"{SPENT}!A6": None, f"{SPENT}!B6": None})
    path = ods(tmp_path / "a.ods", book, {f"{SPENT}!A5": (2, 1), f"{SPENT}!B5": (2, 1)})
    with Opener(definitions().settings.reading) as opener:
        reading = workbook.read(opener.open(path), definitions(), recogniser())
    assert [c.component_code for c in cells(reading, "disbursed_vnd")][:2] == ["DA2", "DA2"]


def test_a_key_of_words_is_not_confused_by_a_column_that_looks_alike():
    assert words.key("Nguồn\nvốn") == words.key("NGUON  VON")
