"""Good workbooks that speak of the whole province: what was published for it, and a decision on indicators."""

import datetime as dt

from tests.data.intake.bad.results import AIM_KEYS, aims
from tests.data.intake.bad.sheets import AIMS, DAY, INFO, Rows, Sheets, decision

ASSIGNED = "Giao chỉ tiêu"


def publication(unit: str = "SLDTBXH") -> Sheets:
    """What was published for the whole province."""
    info: Rows = [
        ["Loại báo cáo", "Số liệu công bố toàn tỉnh"],
        ["Đơn vị báo cáo", unit],
        ["Số văn bản", "12/BC-SLĐTBXH"],
        ["Năm ngân sách", 2024],
        ["Ngày ban hành", dt.date(2024, 6, 28)],
        ["Số liệu tính đến ngày", DAY],
        ["Trạng thái số liệu", "Sơ bộ"],
    ]
    return {INFO: info, AIMS: aims()}


def assignment() -> Sheets:
    """A decision on indicators: the province's own target and two units'; headings in row 4, lines in rows 5 to 8."""
    return {
        INFO: decision()[INFO],
        ASSIGNED: [
            ["GIAO CHỈ TIÊU"], [], [],
            ["Mã đơn vị", "Tên đơn vị", *AIM_KEYS],
            ["94", "Toàn tỉnh", "KH-VIECLAM", "Việc làm", "Chung", "người", 6000],
            ["943", "Huyện Kế Sách", "KH-VIECLAM", "Việc làm", "Chung", "người", 600],
            ["944", "Huyện Mỹ Tú", "KH-VIECLAM", "Việc làm", "Chung", "người", 500],
            ["943", "Huyện Kế Sách", "CT-NGHEO", "Giảm hộ nghèo", "Khmer", "điểm %", 2],
        ],
    }  # fmt: skip
