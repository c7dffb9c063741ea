"""Bad workbooks whose fault lies in the sheets of indicators: what is counted, told apart, set as a target, published."""

from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tests.data.intake.bad.fault import Bad, sheets
from tests.data.intake.bad.province import ASSIGNED, assignment, publication
from tests.data.intake.bad.sheets import AIMS, INFO, decision, good, insert, put, xlsx

WARNED = "warned"


def _aim(name: str, rule: str, place: str, says: tuple[str, ...], cells: dict[str, Any], outcome: str = "refused", also: str = "") -> Bad:
    """A good report in which these cells of the sheet of indicators are wrong."""
    book = put(good(), {f"{AIMS}!{cell}": value for cell, value in cells.items()})
    return sheets(name, rule, f"{AIMS}!{place}", says, book, outcome, (also,) if also else ())


def _row(*cells: Any) -> dict[str, list[list[Any]]]:
    """A good report with one more line of an indicator, in row 11."""
    return insert(good(), AIMS, 11, list(cells))


def _in_percent(path: Path) -> None:
    """95% as a spreadsheet keeps it: 0,95 shown as a percentage."""

    def show(workbook: Workbook) -> None:
        workbook[AIMS]["F10"].number_format = "0%"

    xlsx(path, put(good(), {f"{AIMS}!F10": 0.95, f"{AIMS}!G10": None, f"{AIMS}!H10": None}), show)


def _without_figures() -> dict[str, list[list[Any]]]:
    book = good()
    return {**book, AIMS: [*book[AIMS][:4], *(row[:4] for row in book[AIMS][4:])]}


NAMED = [
    _aim("chi-tieu-la", "unknown_indicator", "A9", ("XX-LA", "danh mục"), {"A9": "XX-LA"}),
    _aim("chi-tieu-ten-tong-la", "unknown_indicator", "A9", ("Tổng số lao động lạ",), {"A9": "Tổng số lao động lạ"}),
    _aim("chi-tieu-thieu-ma", "missing_key", "A9", ("trống", "mã chỉ tiêu"), {"A9": None}),
    _aim("phan-to-la", "unknown_code", "C8", ("Kinh", "Khmer"), {"C8": "Kinh"}),
    _aim("phan-to-khong-co", "breakdown_not_kept", "C6", ("Nữ", "Chung; Khmer"), {"C6": "Nữ"}),
    _aim("don-vi-tinh-sai", "wrong_measure_unit", "D9", ("“người”", "“lượt người”"), {"D9": "người"}),
    _aim("don-vi-tinh-ty-le", "wrong_measure_unit", "D5", ("“hộ”", "“điểm %” hoặc “%”"), {"D5": "hộ"}),
    sheets(
        "chi-tieu-hai-lan", "same_indicator_twice", f"{AIMS}!A11", ("KH-VIECLAM, Nữ", "dòng 8"), _row("KH-VIECLAM", None, "Nữ", None, 5)
    ),
    sheets("chi-tieu-hai-ten", "same_indicator_twice", f"{AIMS}!A11", ("DA7-LUOT", "dòng 9"), _row("Lượt cán bộ tập huấn", *[None] * 4, 1)),
    sheets("chi-tieu-hai-trang", "two_sheets", "Chỉ tiêu T6!F4", (AIMS, "Chỉ tiêu T6"), {**good(), "Chỉ tiêu T6": good()[AIMS]}),
    sheets("chi-tieu-khong-so", "no_rows", f"{AIMS}!", ("không có dòng số liệu",), _without_figures(), WARNED),
    _aim(
        "chi-tieu-cung-ky",
        "missing_column",
        "F4",
        ("Thực hiện cùng kỳ năm trước", "Thực hiện đến kỳ"),
        {"F4": "Thực hiện cùng kỳ năm trước"},
    ),
]

COUNTED = [
    _aim("nguoi-le", "not_whole", "F7", ("320.5", "số nguyên (người)"), {"F7": 320.5}),
    _aim("tu-so-le", "not_whole", "G10", ("25.5", "số nguyên (người)"), {"G10": 25.5, "F10": None}),
    _aim("phan-tram-o-so-dem", "not_a_number", "F7", ("95%", "một số"), {"F7": "95%", "F8": None}),
    _aim("phan-tram-o-tu-so", "not_a_number", "G10", ("25%", "một số"), {"G10": "25%"}, also="ratio_without_parts"),
    _aim("so-dem-am", "negative", "F7", ("-320", "0 trở lên"), {"F7": -320, "F8": None}),
    _aim("phan-to-lon", "breakdown_over_whole", "F8", ("321", "320"), {"F8": 321}),
    _aim("phan-to-thieu-chung", "breakdown_without_whole", "F8", ("KH-VIECLAM, Nữ 150", "dòng chung"), {"F7": None}, WARNED),
    _aim("ket-qua-gap-muoi", "result_over_target", "F7", ("6000", "600"), {"F7": 6000}, WARNED),
    _aim("phan-to-lon-tu-so", "breakdown_over_whole", "G6", ("255", "254"), {"G6": 255, "F6": None}),
]

RATES = [
    _aim("tu-lon-hon-mau", "numerator_over_denominator", "G10", ("41", "không quá 40 (người)"), {"G10": 41, "F10": 102.5}, WARNED),
    _aim("ty-le-khong-mau", "ratio_of_nothing", "F10", ("62.5", "mẫu số bằng 0"), {"G10": 0, "H10": 0}, WARNED),
    _aim("ty-le-sai", "ratio_mismatch", "F10", ("62.6", "62,50%"), {"F10": 62.6}),
    _aim("ty-le-phan-so", "ratio_mismatch", "F10", ("0.625", "62,50%"), {"F10": 0.625}),
    _aim("ty-le-dau-ky-sai", "ratio_mismatch", "I5", ("3.6", "3,54%"), {"I5": 3.6}),
    _aim("tu-so-khong-mau-so", "ratio_without_parts", "G10", ("thiếu mẫu số", "25"), {"F10": None, "H10": None}, WARNED),
    _aim("ty-le-thieu-mau", "ratio_without_parts", "F10", ("62.5", "mẫu số"), {"H10": None}, WARNED),
    _aim(
        "ty-le-0-95", "ratio_as_fraction", "F10", ("0.95", "ghi 95"), {"F10": 0.95, "G10": None, "H10": None}, WARNED, "ratio_without_parts"
    ),
    Bad("ty-le-dinh-dang.xlsx", "ratio_as_fraction", f"{AIMS}!F10", ("0.95", "95%"), _in_percent, WARNED, ("ratio_without_parts",)),
    _aim("ke-hoach-0-95", "ratio_as_fraction", "E10", ("0.95", "95%"), {"E10": 0.95}, WARNED),
    _aim("giam-so-am", "reduction_negative", "E5", ("-1", "không có dấu trừ"), {"E5": -1}),
    _aim("giam-thieu-dau-ky", "reduction_without_base", "F5", ("2.54", "mức đầu kỳ"), {"I5": None, "J5": None}, WARNED),
    sheets(
        "giai-ngan-ghi-tay",
        "result_not_taken",
        f"{AIMS}!F11",
        ("KH-GIAINGAN", "giải ngân"),
        _row("KH-GIAINGAN", *[None] * 3, 95, 60),
        WARNED,
    ),
    sheets(
        "dung-han-ghi-tay", "result_not_taken", f"{AIMS}!G11", ("DA7-DUNGHAN", "ngày nộp"), _row("DA7-DUNGHAN", *[None] * 5, 3, 4), WARNED
    ),
]

SENT = [
    sheets("giao-don-vi-la", "unknown_unit", f"{ASSIGNED}!A7", ("999", "mã tỉnh 94"), put(assignment(), {f"{ASSIGNED}!A7": "999"})),
    sheets("giao-chi-tieu-la", "unknown_indicator", f"{ASSIGNED}!C6", ("XX", "danh mục"), put(assignment(), {f"{ASSIGNED}!C6": "XX"})),
    sheets(
        "giao-chi-tieu-trung",
        "same_indicator_twice",
        f"{ASSIGNED}!C7",
        ("KH-VIECLAM", "dòng 6"),
        put(assignment(), {f"{ASSIGNED}!A7": "943"}),
    ),
    sheets(
        "giao-von-ca-tinh",
        "unknown_unit",
        "Giao kế hoạch vốn!A4",
        ("94", "đơn vị báo cáo"),
        put(decision(), {"Giao kế hoạch vốn!A4": "94"}),
    ),
    sheets("bao-cao-cua-tinh", "unknown_unit", f"{INFO}!B2", ("94", "đơn vị báo cáo"), put(good(), {f"{INFO}!B2": "94"})),
    sheets("cong-bo-cua-huyen", "publication_sender", f"{INFO}!B2", ("944", "SLDTBXH"), publication("944")),
    sheets("cong-bo-thieu-so", "missing_field", f"{INFO}!B3", ("Số văn bản",), put(publication(), {f"{INFO}!B3": None})),
]
INDICATORS = [*NAMED, *COUNTED, *RATES, *SENT]


def by_name() -> dict[str, list[list[Any]]]:
    """Good: indicators by name, sections, breakdowns below that name nothing else, rates as text with a percent sign, signatures."""
    rows = [
        ["I", "MỤC TIÊU CỦA CHƯƠNG TRÌNH"],
        ["1. Giảm tỷ lệ hộ nghèo", None, None, "Phần trăm", "1,0%", "2,54%", "254", "10.000", "3,54 %", 354, "10.000"],
        ["Trong đó: Khmer", None, None, None, None, "5,00 %", 100, "2.000", "6,5%"],
        ["II", "KẾ HOẠCH NĂM"],
        ["KH-VIECLAM", "Tổng số lao động được hỗ trợ việc làm", None, "Người", 600, "320,0"],
        [None, "Trong đó: nữ", None, None, None, 150],
        [None, "- Người Khmer", None, None, None, 100],
        ["DA7-CANBO", "Tỷ lệ cán bộ được tập huấn", "Chung", "%", "100 %", "62,5%", 25, 40],
        [],
        [None, "NGƯỜI LẬP BIỂU", None, None, "GIÁM ĐỐC"],
    ]
    book = good()
    return {**put(book, {f"{INFO}!B2": "942"}), AIMS: [*book[AIMS][:4], *rows]}


def nearly() -> dict[str, list[list[Any]]]:
    """Good, but only just: a rate rounded as far as it was written, all women, all trained, no base but its counts, no target."""
    cells = {
        "F5": 2.5,
        "I5": None,
        "E5": 0,
        "D5": "điểm %",
        "F8": 320,
        "D7": " NGƯỜI ",
        "G6": 200,
        "F6": 10,
        "F10": 100,
        "G10": 40,
        "E10": 1,
        "N4": "Tỷ lệ TH/KH (%)",
        "N10": 62.5,
    }
    book = put(good(), {f"{AIMS}!{cell}": value for cell, value in cells.items()} | {f"{INFO}!B2": "951"})
    return insert(book, AIMS, 11, ["KH-GIAINGAN", None, None, "%", 95])


def published() -> dict[str, list[list[Any]]]:
    """Good: a rate of the whole province without its counts."""
    return put(publication(), {f"{AIMS}!{cell}": None for cell in ("G5", "H5", "J5", "K5")})


GOOD_INDICATORS = {
    "tot-chi-tieu-theo-ten.xlsx": by_name,
    "tot-chi-tieu-sat-nguong.xlsx": nearly,
    "tot-cong-bo.xlsx": published,
    "tot-giao-chi-tieu.xlsx": assignment,
    "tot-giao-ca-hai.xlsx": lambda: {**decision(), ASSIGNED: assignment()[ASSIGNED]},
}
