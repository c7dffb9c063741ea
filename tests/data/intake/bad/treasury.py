"""Bad workbooks of the Treasury's figures: every rule that holds for lines of money holds for them, and three of their own."""

import datetime as dt
from typing import Any

from tests.data.intake.bad.fault import Bad, sheets
from tests.data.intake.bad.sheets import INFO, KEYS, LINES, Sheets, insert, put

TREASURY = "Số liệu Kho bạc"


def extract(unit: str = "SLDTBXH") -> Sheets:
    """The Treasury's figures without fault, for two units; headings in row 3, plan in column H, paid out in column I."""
    names = {"943": "Huyện Kế Sách", "944": "Huyện Mỹ Tú"}
    return {
        INFO: [
            ["Loại báo cáo", "Số liệu Kho bạc"],
            ["Đơn vị báo cáo", unit],
            ["Số bản đối chiếu", "06/2024/KB"],
            ["Số liệu tính đến ngày", dt.date(2024, 6, 30)],
            ["Năm ngân sách", 2024],
            ["Ngày ban hành", dt.date(2024, 7, 3)],
        ],
        TREASURY: [
            ["SỐ LIỆU KHO BẠC"],
            ["Đơn vị tính: triệu đồng"],
            ["Mã đơn vị", "Tên đơn vị", *KEYS, "Kế hoạch vốn tại Kho bạc", "Giải ngân lũy kế tại Kho bạc"],
            *([code, name, *keys, planned, spent] for code, name in names.items() for *keys, planned, _, spent in LINES),
        ],
    }


def _bad(name: str, rule: str, place: str, says: tuple[str, ...], value: Any, outcome: str = "refused", also: tuple[str, ...] = ()) -> Bad:
    return sheets(f"kho-bac-{name}", rule, place, says, put(extract(), {place: value}), outcome, also)


TREASURIES = [
    sheets("kho-bac-cua-huyen", "treasury_sender", f"{INFO}!B2", ("944", "SLDTBXH"), extract("944")),
    _bad("khac-nam", "treasury_day", f"{INFO}!B4", ("31/12/2023", "năm 2024"), dt.date(2023, 12, 31)),
    _bad("vuot-ke-hoach", "treasury_over_plan", f"{TREASURY}!I4", ("9.999.000.000", "kế hoạch"), 9999, "warned"),
    _bad("thieu-so", "missing_field", f"{INFO}!B3", ("Số bản đối chiếu",), None),
    _bad("thieu-ngay", "missing_field", f"{INFO}!B4", ("Số liệu tính đến ngày",), None),
    _bad("don-vi-la", "unknown_unit", f"{TREASURY}!A4", ("999", "đơn vị báo cáo"), "999"),
    _bad("du-an-la", "unknown_component", f"{TREASURY}!C4", ("DA9",), "DA9"),
    _bad("so-am", "negative", f"{TREASURY}!I4", ("-5",), -5),
    _bad("nam-von", "capital_year_ahead", f"{TREASURY}!G4", ("2025", "2024"), 2025),
    sheets(
        "kho-bac-thieu-cot", "missing_column", f"{TREASURY}!A3", ("Giải ngân lũy kế tại Kho bạc",),
        put(extract(), {f"{TREASURY}!I3": "Ghi chú số"}),
    ),
    sheets(
        "kho-bac-trung", "same_row_twice", f"{TREASURY}!C5", (LINES[0][0], "dòng 4"),
        insert(extract(), TREASURY, 5, ["943", "Huyện Kế Sách", *LINES[0][:5], 1, 1]),
    ),
    sheets(
        "kho-bac-cong-sai", "total_mismatch", f"{TREASURY}!I4", ("12.000.000",),
        insert(extract(), TREASURY, 4, ["Tổng cộng", None, None, None, None, None, None, None, 12]),
    ),
]  # fmt: skip
