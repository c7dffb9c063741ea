"""Bad workbooks whose table is not the one it seems: two of a form, another period's column, two units, merged and hidden cells."""

from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

from tests.data.intake.bad.fault import Bad, cell, sheets
from tests.data.intake.bad.sheets import PLAN, SPENT, Sheets, good, insert, put, xlsx

WARNED = "warned"
UNITS = ("Giải ngân lũy kế", "triệu đồng")


def _two(first: str, second: str) -> Sheets:
    """The lines of disbursement in two sheets of these names."""
    book = good()
    rows = book.pop(SPENT)
    return {**book, first: rows[:8], second: [*rows[:4], *rows[8:]]}


def _finished(book: Sheets, finish: Callable[[Workbook], object]) -> Callable[[Path], object]:
    return lambda path: xlsx(path, book, lambda w: finish(w) and None)


def _hide(workbook: Workbook) -> None:
    workbook[SPENT].column_dimensions["F"].hidden = True


def _near(name: str, sheet: str, heading: str, column: str) -> Bad:
    also = ("no_rows",) if sheet == SPENT else ("overspent", "spent_without_plan")
    return sheets(name, "missing_column", f"{sheet}!F4", (heading, column), put(good(), {f"{sheet}!F4": heading}), also=also)


SHEETS = [
    sheets("hai-trang-nguon", "two_sheets", f"{SPENT} NSĐP!F4", (f"{SPENT} NSTW", SPENT), _two(f"{SPENT} NSTW", f"{SPENT} NSĐP")),
    sheets("hai-trang-thang", "two_sheets", "GN T6!F4", ("GN T5", SPENT), _two("GN T5", "GN T6")),
    sheets("hai-trang-ban-sao", "two_sheets", f"{SPENT} (2)!F4", (SPENT, f"{SPENT} (2)"), _two(SPENT, f"{SPENT} (2)")),
]

HEADINGS = [
    _near("cot-thang", SPENT, "Giải ngân tháng 6", "Giải ngân lũy kế"),
    _near("cot-nam-truoc", SPENT, "Giải ngân năm 2023", "Giải ngân lũy kế"),
    _near("cot-ky-truoc", SPENT, "Giải ngân đến 31/5/2024 (báo cáo trước)", "Giải ngân lũy kế"),
    _near("cot-ngay-truoc", SPENT, "Giải ngân đến 31/5/2024", "Giải ngân lũy kế"),
    _near("cot-ghi-ngoac", SPENT, "Giải ngân (báo cáo trước)", "Giải ngân lũy kế"),
    _near("cot-tam-ung", SPENT, "Giải ngân tạm ứng", "Giải ngân lũy kế"),
    _near("cot-trung-han", PLAN, "Kế hoạch vốn trung hạn 2021-2025", "Giao đầu năm"),
    _near("cot-nam-sau", PLAN, "Kế hoạch vốn năm 2025", "Giao đầu năm"),
    _near("cot-de-nghi", PLAN, "Kế hoạch vốn đề nghị năm 2025", "Giao đầu năm"),
    cell("cot-gan-giong", "near_column", f"{PLAN}!G4", ("năm 2025", "Kế hoạch sau điều chỉnh"), "Kế hoạch sau điều chỉnh năm 2025", WARNED),
]

MONEY_UNITS = [
    sheets("don-vi-tram-trieu", "unknown_money_unit", f"{SPENT}!F4", UNITS, put(good(), {f"{SPENT}!A2": "Đơn vị tính: trăm triệu đồng"})),
    sheets("don-vi-trai-nhau", "unknown_money_unit", f"{SPENT}!F4", UNITS, put(good(), {f"{SPENT}!A3": "(đồng)"})),
    sheets("don-vi-trong-cau", "unknown_money_unit", f"{SPENT}!F4", UNITS, put(good(), {f"{SPENT}!A2": "Tổng vốn được giao (tỷ đồng): 5"})),
    cell("tieu-de-ngoai-te", "unknown_money_unit", f"{SPENT}!F4", ("USD", "triệu đồng"), "Giải ngân lũy kế (nghìn USD)"),
    cell("tieu-de-tram-trieu", "unknown_money_unit", f"{SPENT}!F4", ("trăm", "tỷ đồng"), "Giải ngân (trăm triệu đồng)"),
    sheets(
        "bang-thu-hai", "second_unit", f"{SPENT}!A13", ("Đơn vị tính: đồng", "triệu đồng"),
        insert(good(), SPENT, 12, [], ["Đơn vị tính: đồng"], good()[SPENT][3], ["DA6-TDA1", None, "NSTW", "SN", 2024, 5]),
    ),
]  # fmt: skip

CELLS = [
    Bad(
        "so-tien-gop.xlsx", "merged_amount", f"{SPENT}!F5", ("400.5", "2 dòng"),
        _finished(put(good(), {f"{SPENT}!F6": None}), lambda w: w[SPENT].merge_cells("F5:F6")),
    ),
    Bad("cot-an.xlsx", "hidden_column", f"{SPENT}!F4", ("Giải ngân lũy kế", "bỏ ẩn"), _finished(good(), _hide), WARNED),
]  # fmt: skip
TABLES = [*SHEETS, *HEADINGS, *MONEY_UNITS, *CELLS]
