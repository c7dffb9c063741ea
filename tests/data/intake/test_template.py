"""The workbook a unit fills in: what stands where, what is locked, and that the same call gives the same bytes."""

import hashlib
import re
import time
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from data.definitions import Definitions, load
from data.intake import template

ROUND = "2024-T06"
LINE = {"component_code": "DA2", "fund_source": "NSDP", "capital_type": "SN", "capital_year": 2024}


@pytest.fixture(scope="module")
def definitions() -> Definitions:
    return load()


def own(path: Path, definitions: Definitions, rows: dict[str, Any], **more: Any) -> dict[str, list[list[Any]]]:
    info = {"unit_code": "943", "round_code": ROUND, "cut_off_on": date(2024, 6, 14), "state": "final"}
    template.write(path, definitions, kind="own", info=info, rows=rows, **more)
    return sheets(path)


def sheets(path: Path) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_path(str(path))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def xml(path: Path, part: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(part).decode()


def test_the_sheets_stand_in_the_order_of_the_round(tmp_path: Path, definitions: Definitions) -> None:
    found = own(tmp_path / "a.xlsx", definitions, {})
    assert list(found) == ["Thông tin chung", "Kế hoạch vốn", "Giải ngân", "Khó khăn, vướng mắc", "Chỉ tiêu", "Danh mục"]


def test_general_information_shows_words_for_codes_and_the_names_as_guidance(tmp_path: Path, definitions: Definitions) -> None:
    info = {row[0]: row[1:] for row in own(tmp_path / "a.xlsx", definitions, {})["Thông tin chung"]}
    assert info["Loại báo cáo"][0] == "Báo cáo của đơn vị"
    assert info["Đơn vị báo cáo"] == ["943", "Huyện Kế Sách"]
    assert info["Kỳ báo cáo"] == [ROUND, "Tháng 6/2024"]
    assert info["Số liệu tính đến ngày"][0] == date(2024, 6, 14)
    assert info["Trạng thái số liệu"][0] == "Chính thức"


def test_whole_dong_are_written_in_the_money_unit_that_the_sheet_names(tmp_path: Path, definitions: Definitions) -> None:
    rows = {"plan": [LINE | {"assigned_vnd": 1_234_567_891, "adjusted_vnd": None, "allocated_vnd": 0}]}
    plan = own(tmp_path / "a.xlsx", definitions, rows)["Kế hoạch vốn"]
    assert plan[1][0] == "Đơn vị tính: triệu đồng"
    assert plan[4] == ["DA2", "Đa dạng hóa sinh kế", "NSĐP", "SN", 2024, 1234.567891, "", 0]
    assert round(plan[4][5] * 1_000_000) == 1_234_567_891


def test_a_total_row_has_its_word_in_the_name_column_and_no_code(tmp_path: Path, definitions: Definitions) -> None:
    rows = {"disbursement": [LINE | {"disbursed_vnd": 5_000_000}, {"_total": "Tổng cộng", "disbursed_vnd": 5_000_000}]}
    assert own(tmp_path / "a.xlsx", definitions, rows)["Giải ngân"][5] == ["", "Tổng cộng", "", "", "", 5]


def test_text_given_as_an_amount_is_written_as_it_is(tmp_path: Path, definitions: Definitions) -> None:
    rows = {"disbursement": [LINE | {"disbursed_vnd": "1.234,5"}, LINE | {"disbursed_vnd": "…"}]}
    assert [row[5] for row in own(tmp_path / "a.xlsx", definitions, rows)["Giải ngân"][4:]] == ["1.234,5", "…"]


def test_a_form_given_as_none_is_left_out(tmp_path: Path, definitions: Definitions) -> None:
    assert "Khó khăn, vướng mắc" not in own(tmp_path / "a.xlsx", definitions, {"obstacles": None})


def test_the_commune_column_comes_only_when_asked_for(tmp_path: Path, definitions: Definitions) -> None:
    rows = {"disbursement": [LINE | {"commune_code": "31528", "disbursed_vnd": 1_000_000}]}
    assert "Xã" not in own(tmp_path / "a.xlsx", definitions, rows)["Giải ngân"][3]
    with_communes = own(tmp_path / "b.xlsx", definitions, rows, with_commune=True)
    assert with_communes["Giải ngân"][3][5] == "Xã"
    assert with_communes["Giải ngân"][4][5] == "31528"


def test_a_decision_has_its_own_information_and_one_sheet(tmp_path: Path, definitions: Definitions) -> None:
    path = tmp_path / "d.xlsx"
    info = {
        "unit_code": "SLDTBXH",
        "decision_number": "1",
        "plan_year": 2024,
        "issued_on": date(2024, 1, 8),
        "effective_on": date(2024, 1, 10),
    }
    rows = {"decision": [{"unit_code": "943"} | LINE | {"assigned_vnd": 7_000_000}]}
    template.write(path, definitions, kind="decision", info=info, rows=rows)
    found = sheets(path)
    labels = [row[0] for row in found["Thông tin chung"]]
    assert "Số quyết định" in labels
    assert "Kỳ báo cáo" not in labels
    assert found["Giao kế hoạch vốn"][4] == ["943", "Huyện Kế Sách", "DA2", "Đa dạng hóa sinh kế", "NSĐP", "SN", 2024, 7, ""]


def test_headings_are_locked_and_cells_are_open_without_a_password(tmp_path: Path, definitions: Definitions) -> None:
    path = tmp_path / "a.xlsx"
    own(path, definitions, {"plan": [LINE]})
    plan = xml(path, "xl/worksheets/sheet2.xml")
    protection = re.search(r"<sheetProtection[^>]*>", plan)
    assert protection is not None
    assert "password" not in protection[0]
    styles = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", xml(path, "xl/styles.xml").split("<cellXfs")[1])
    style = {cell: int(s) for cell, s in re.findall(r'<c r="([A-Z]+\d+)" s="(\d+)"', plan)}
    assert 'locked="0"' not in styles[style["A4"]]
    assert all('locked="0"' in styles[style[f"{letter}5"]] for letter in "ABCDEFGH")


def test_each_column_has_its_list_and_its_guidance(tmp_path: Path, definitions: Definitions) -> None:
    path = tmp_path / "a.xlsx"
    own(path, definitions, {"plan": [LINE]}, extra_rows=3)
    plan = xml(path, "xl/worksheets/sheet2.xml")
    lists = dict(re.findall(r'<dataValidation type="list"[^>]* sqref="(\w+):\w+"[^>]*><formula1>([^<]*)</formula1>', plan))
    assert set(lists) == {"A5", "C5", "D5"}
    offered = sheets(path)["Danh mục"]
    for cell, header in (("A5", "Mã dự án"), ("C5", "Nguồn vốn"), ("D5", "Loại vốn")):
        column = offered[0].index(header)
        count = sum(1 for row in offered[1:] if row[column])
        letter = chr(ord("A") + column)
        assert lists[cell] == f"'Danh mục'!${letter}$2:${letter}${count + 1}"
    assert "Phân bổ chi tiết" in plan.split("<dataValidations")[1]
    assert "promptTitle" in plan


def test_lists_offer_only_what_the_province_runs(tmp_path: Path, definitions: Definitions) -> None:
    offered = sheets_text(own(tmp_path / "a.xlsx", definitions, {}))
    assert "DA4-TDA1" in offered
    assert "DA5" not in offered
    assert "DA1-TDA2" not in offered


def sheets_text(found: dict[str, list[list[Any]]]) -> set[str]:
    return {str(cell) for row in found["Danh mục"] for cell in row}


def test_a_blank_report_is_prefilled_with_the_last_plan_and_no_amount_spent(tmp_path: Path, definitions: Definitions) -> None:
    path = tmp_path / "blank.xlsx"
    line = LINE | {"assigned_vnd": 9_000_000, "adjusted_vnd": 8_000_000, "allocated_vnd": 1_000_000, "disbursed_vnd": 5}
    template.blank(path, definitions, unit_code="943", round_code=ROUND, rows=[line])
    found = sheets(path)
    assert found["Kế hoạch vốn"][4] == ["DA2", "Đa dạng hóa sinh kế", "NSĐP", "SN", 2024, 9, 8, 1]
    assert found["Giải ngân"][4] == ["DA2", "Đa dạng hóa sinh kế", "NSĐP", "SN", 2024, ""]
    assert len(found["Khó khăn, vướng mắc"]) == 4
    cells = re.findall(r'<c r="A(\d+)"', xml(path, "xl/worksheets/sheet4.xml"))
    assert int(cells[-1]) == 4 + template.EMPTY_ROWS


def test_a_blank_report_of_a_unit_without_a_plan_offers_every_line_that_may_be(tmp_path: Path, definitions: Definitions) -> None:
    path = tmp_path / "blank.xlsx"
    template.blank(path, definitions, unit_code="943", round_code=ROUND, rows=[])
    lines = [row for row in sheets(path)["Giải ngân"][4:] if row[0]]
    assert {row[0] for row in lines} == {c.code for c in definitions.programme.components if c.is_run}
    assert {row[2] for row in lines} == {"NSTW", "NSĐP"}
    assert {row[3] for row in lines if row[0].startswith("DA7")} == {"SN"}
    assert {row[4] for row in lines} == {2024}
    assert all(row[5] == "" for row in lines)


def test_the_same_call_gives_the_same_bytes_at_another_time(tmp_path: Path, definitions: Definitions) -> None:
    digests = set()
    for name in ("first", "second"):
        template.blank(tmp_path / f"{name}.xlsx", definitions, unit_code="943", round_code=ROUND, rows=[LINE])
        digests.add(hashlib.sha256((tmp_path / f"{name}.xlsx").read_bytes()).hexdigest())
        time.sleep(1.1)  # zip and document times count in seconds
    assert len(digests) == 1
