"""Bad workbooks whose fault is a word: who, when, which project — or a heading, a sheet, an encoding."""

import datetime as dt

from openpyxl.styles import Alignment

from tests.data.intake.bad.fault import Bad, cell, sheets
from tests.data.intake.bad.sheets import AIMS, INFO, KEYS, PLAN, SPENT, WHY, Sheets, decision, good, insert, put, xlsx

WARNED = "warned"
COMMUNE = "31528"  # a commune of the unit


def _communes(*rows: list) -> Sheets:
    book = insert(good(), SPENT, 4, [*KEYS, "Xã", "Giải ngân lũy kế"])
    book[SPENT][4:] = [["DA2", None, "NSTW", "SN", 2024, None, 100], *rows]
    return book


def _without(sheet: str, column: int) -> Sheets:
    book = good()
    for row in book[sheet][3:]:
        del row[column]
    return book


def _left_out(*names: str) -> Sheets:
    return {name: rows for name, rows in good().items() if name not in names}


def _translated(text: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(ch, ch) for ch in text)


TCVN3 = put(good(), {f"{SPENT}!C4": "Nguån vèn", f"{SPENT}!D4": "Lo¹i vèn", f"{SPENT}!E4": "N¨m vèn"})
VNI = put(good(), {f"{SPENT}!C4": "Nguoàn voán", f"{SPENT}!D4": "Loaïi voán", f"{SPENT}!E4": "Naêm voán"})


def _hidden_row(path) -> None:
    xlsx(path, good(), lambda w: w[SPENT].row_dimensions.__getitem__(7).__setattr__("hidden", True))


def _hidden_sheet(path) -> None:
    book = {**good(), "Bản cũ": [["số liệu cũ", 1]]}
    xlsx(path, book, lambda w: w["Bản cũ"].__setattr__("sheet_state", "hidden"))


def merged_heading(path) -> None:
    """Good: headings two rows high, merged, with line breaks."""
    book = insert(good(), PLAN, 4, [*KEYS, "Kế hoạch vốn (triệu đồng)"])
    book[PLAN][4] = [*[None] * 5, "Giao\nđầu năm", "Sau  ĐIỀU CHỈNH", "Phân bổ\nchi tiết"]
    book[PLAN][1] = ["Kèm theo báo cáo"]

    def merge(workbook) -> None:
        for letter in "ABCDE":
            workbook[PLAN].merge_cells(f"{letter}4:{letter}5")
        workbook[PLAN].merge_cells("F4:H4")
        workbook[PLAN]["F5"].alignment = Alignment(wrap_text=True)

    xlsx(path, put(book, {f"{INFO}!B2": "949"}), merge)


IDENTITY = [
    cell("don-vi-la", "unknown_unit", f"{INFO}!B2", ("Huyện Mộng Mơ", "mã hoặc tên một đơn vị"), "Huyện Mộng Mơ"),
    cell("ky-chua-mo", "unknown_round", f"{INFO}!B3", ("2031-T06", "đã mở"), "2031-T06"),
    sheets("ky-khong-yeu-cau", "not_expected", f"{INFO}!B2", ("943", "2024-RIENG"), put(good(), {f"{INFO}!B3": "2024-RIENG"}), WARNED),
    cell("ngay-chu", "date_as_text", f"{INFO}!B4", ("14 tháng 6 năm 2024", "14/06/2024"), "ngày 14 tháng 6 năm 2024", WARNED),
    cell("ngay-khong-hieu", "bad_date", f"{INFO}!B4", ("giữa tháng sáu", "ngày/tháng/năm"), "giữa tháng sáu"),
    cell("ngay-khac-ky", "cut_off_differs", f"{INFO}!B4", ("30/06/2024", "14/06/2024"), dt.date(2024, 6, 30)),
    cell("thieu-ky", "missing_field", f"{INFO}!B3", ("Kỳ báo cáo", "cần ghi"), None),
    cell("loai-la", "unknown_code", f"{INFO}!B1", ("Thư mời họp", "Báo cáo của đơn vị"), "Thư mời họp"),
    sheets("quyet-dinh-huyen", "decision_sender", f"{INFO}!B2", ("944", "SLDTBXH"), decision("944")),
]

KEYED = [
    cell("du-an-la", "unknown_component", f"{SPENT}!A6", ("DA99", "mã tiểu dự án"), "DA99"),
    cell("du-an-khong-thuc-hien", "component_not_run", f"{PLAN}!A6", ("DA5", "đang thực hiện"), "DA5", WARNED),
    sheets(
        "du-an-thay-tieu-du-an",
        "project_not_leaf",
        f"{SPENT}!F12",
        ("tiểu dự án",),
        insert(good(), SPENT, 12, ["DA6", "Truyền thông", "NSTW", "SN", 2024, 5]),
    ),
    cell("dtpt-o-da7", "capital_type_not_allowed", f"{SPENT}!D10", ("ĐTPT ở DA7-TDA1", "SN"), "ĐTPT", WARNED),
    cell("nguon-la", "unknown_code", f"{SPENT}!C6", ("Quỹ đen", "một trong"), "Quỹ đen"),
    sheets("nguyen-nhan-la", "unknown_code", "Khó khăn, vướng mắc!B5", ("Trời mưa", "danh mục"), put(good(), {f"{WHY}!B5": "Trời mưa"})),
    cell("nam-von-sau", "capital_year_ahead", f"{SPENT}!E6", ("2025", "2024"), 2025),
    cell("thieu-nguon", "missing_key", f"{SPENT}!C6", ("trống", "Ngân sách trung ương"), None),
    cell("thieu-ma", "missing_key", f"{SPENT}!A6", ("trống", "mã tiểu dự án"), None),
    sheets(
        "dong-hai-lan",
        "same_row_twice",
        f"{SPENT}!A12",
        ("DA2", "dòng 5"),
        insert(good(), SPENT, 12, ["DA2", None, "NSTW", "SN", 2024, 100]),
    ),
    sheets("xa-la", "unknown_code", f"{SPENT}!F6", ("99999", "mã xã"), _communes(["DA2", None, "NSTW", "SN", 2024, "99999", 1])),
    sheets(
        "xa-vuot",
        "commune_exceeds",
        f"{SPENT}!G6",
        ("120.000.000", "100.000.000"),
        _communes(["DA2", None, "NSTW", "SN", 2024, COMMUNE, 120]),
    ),
    sheets(
        "xa-le-loi", "commune_alone", f"{SPENT}!G6", (COMMUNE, "không ghi xã"), _communes(["DA2", None, "NSĐP", "SN", 2024, COMMUNE, 20])
    ),
]

LAYOUT = [
    sheets(
        "khong-don-vi-tien",
        "unknown_money_unit",
        f"{SPENT}!F4",
        ("Giải ngân lũy kế", "triệu đồng"),
        put(good(), {f"{SPENT}!A2": "Kèm theo báo cáo"}),
    ),
    sheets(
        "don-vi-tien-la",
        "unknown_money_unit",
        f"{SPENT}!F4",
        ("Giải ngân lũy kế", "triệu đồng"),
        put(good(), {f"{SPENT}!A2": "Đơn vị tính: USD"}),
    ),
    sheets("thieu-trang-thong-tin", "missing_sheet", "", ("Giải ngân", INFO), _left_out(INFO)),
    sheets("thieu-trang-giai-ngan", "missing_form", "", ("Giải ngân",), _left_out(SPENT), WARNED),
    sheets("khong-trang-so-lieu", "no_form", "", ("ít nhất một trang",), _left_out(PLAN, SPENT, WHY, AIMS)),
    sheets(
        "trang-sai-noi-dung",
        "missing_header",
        f"{SPENT}!A1",
        ("Danh sách", "Nguồn vốn"),
        {**good(), SPENT: [["Danh sách đại biểu"], ["Nguyễn Văn B", "Trần Thị C"]]},
    ),
    sheets("thieu-cot", "missing_column", f"{SPENT}!A4", ("Nguồn vốn",), _without(SPENT, 2)),
    sheets("thieu-cot-tien", "missing_column", f"{SPENT}!A4", ("Giải ngân lũy kế",), _without(SPENT, 5), also=("no_rows",)),
    sheets(
        "cot-hai-lan",
        "column_twice",
        f"{SPENT}!G4",
        ("Giải ngân lũy kế", "F4"),
        put(good(), {f"{SPENT}!G4": "Giải ngân lũy kế đến ngày chốt", f"{SPENT}!G5": 1}),
    ),
    sheets(
        "trang-trong", "no_rows", "Giải ngân!", ("không phát sinh",), put(good(), {f"{SPENT}!F{r}": None for r in range(5, 12)}), WARNED
    ),
    sheets("chu-tcvn3", "legacy_text", f"{SPENT}!C4", ("Nguån vèn", "TCVN3", "Unicode"), TCVN3),
    sheets("chu-vni", "legacy_text", f"{SPENT}!C4", ("Nguoàn voán", "VNI", "Unicode"), VNI),
    Bad("dong-an.xlsx", "hidden_row", f"{SPENT}!A7", ("7", "bỏ ẩn"), _hidden_row, WARNED),
    Bad("trang-an.xlsx", "hidden_sheet", "Bản cũ!", ("Bản cũ", "bỏ ẩn"), _hidden_sheet, WARNED),
]
WORDS = [*IDENTITY, *KEYED, *LAYOUT]
