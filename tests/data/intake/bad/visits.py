"""Bad workbooks whose fault lies in the results of monitoring: visits, findings, their numbers and days."""

import datetime as dt
from typing import Any

from tests.data.intake.bad.fault import Bad, sheets
from tests.data.intake.bad.sheets import INFO, Rows, Sheets, insert, put

VISITS, FINDINGS = "Cuộc giám sát", "Tồn tại, kiến nghị"


def monitoring() -> Sheets:
    """Results of monitoring without fault: headings in row 3; two visits in rows 4 and 5, two findings in rows 4 and 5."""
    info: Rows = [
        ["Loại báo cáo", "Kết quả giám sát"],
        ["Đơn vị báo cáo", "SLDTBXH"],
        ["Mã đợt giám sát", "2024-3"],
        ["Năm ngân sách", 2024],
        ["Ngày ban hành", dt.date(2024, 9, 2)],
    ]
    first, second = dt.date(2024, 6, 3), dt.date(2024, 6, 10)
    return {
        INFO: info,
        VISITS: [
            ["CUỘC GIÁM SÁT"], [],
            ["Số cuộc", "Mã đơn vị", "Tên đơn vị", "Hình thức", "Đoàn giám sát", "Từ ngày", "Đến ngày", "Ngày gửi báo cáo giám sát"],
            [1, "943", "Huyện Kế Sách", "Thực tế tại đơn vị", "Đoàn số 1", first, dt.date(2024, 6, 4), dt.date(2024, 6, 20)],
            [2, "Mỹ Tú", None, "Qua báo cáo", None, second, None, None],
        ],
        FINDINGS: [
            ["TỒN TẠI, KIẾN NGHỊ"], ["Đơn vị tính: triệu đồng"],
            ["Số cuộc", "Số tồn tại", "Loại tồn tại", "Nội dung tồn tại", "Căn cứ pháp lý", "Mã dự án, tiểu dự án", "Số tiền liên quan",
             "Nội dung kiến nghị", "Đơn vị thực hiện kiến nghị", "Thời hạn khắc phục", "Ngày khắc phục", "Ngày xác minh",
             "Người xác minh"],
            [1, 1, "Giải ngân chậm", "Chậm", "Thông tư 10/2022", "DA2", 150.5, "Đẩy nhanh", None, dt.date(2024, 8, 1),
             dt.date(2024, 7, 20), dt.date(2024, 7, 25), "Tổ xác minh"],
            [2, 1, "Tồn tại khác", "Khác", None, None, None, "Chấn chỉnh", "Sở Xây dựng", dt.date(2024, 9, 1)],
        ],
    }  # fmt: skip


def _wrong(name: str, rule: str, place: str, says: tuple[str, ...], cells: dict[str, Any], outcome: str = "refused", also: str = "") -> Bad:
    return sheets(name, rule, place, says, put(monitoring(), cells), outcome, (also,) if also else ())


MONITORING: list[Bad] = [
    _wrong("dot-khong-nam", "monitoring_number", f"{INFO}!B3", ("“Đợt 3”", "2024"), {f"{INFO}!B3": "Đợt 3"}),
    _wrong("cuoc-trung-so", "visit_twice", f"{VISITS}!A5", ("Số 1 ", "dòng 4"), {f"{VISITS}!A5": 1}, also="finding_without_visit"),
    sheets(
        "ton-tai-trung-so", "visit_twice", f"{FINDINGS}!B6", ("1.1", "dòng 4"),
        insert(monitoring(), FINDINGS, 6, [1, 1, "Tồn tại khác", "Lại", None, None, None, "Sửa", None, dt.date(2024, 9, 1)]),
    ),
    _wrong("ton-tai-khong-cuoc", "finding_without_visit", f"{FINDINGS}!A5", ("“7”", "Cuộc giám sát"), {f"{FINDINGS}!A5": 7}),
    _wrong("cuoc-khong-hinh-thuc", "visit_incomplete", f"{VISITS}!D5", ("“Hình thức”",), {f"{VISITS}!D5": None}),
    _wrong("cuoc-khong-ngay", "visit_incomplete", f"{VISITS}!F5", ("“Từ ngày”",), {f"{VISITS}!F5": None}),
    _wrong("cuoc-don-vi-la", "unknown_unit", f"{VISITS}!B5", ("Huyện Lạ",), {f"{VISITS}!B5": "Huyện Lạ"}),
    _wrong("hinh-thuc-la", "unknown_code", f"{VISITS}!D5", ("“Từ xa”", "hình thức giám sát"), {f"{VISITS}!D5": "Từ xa"}),
    _wrong("loai-ton-tai-la", "unknown_code", f"{FINDINGS}!C5", ("“Lạ”", "loại tồn tại"), {f"{FINDINGS}!C5": "Lạ"}),
    _wrong("noi-nhan-la", "unknown_code", f"{FINDINGS}!I5", ("“Sở Lạ”", "một đơn vị"), {f"{FINDINGS}!I5": "Sở Lạ"}),
    _wrong("thieu-kien-nghi", "visit_incomplete", f"{FINDINGS}!H5", ("“Nội dung kiến nghị”",), {f"{FINDINGS}!H5": None}),
    _wrong("xac-minh-khong-ai", "visit_incomplete", f"{FINDINGS}!M4", ("“Người xác minh”",), {f"{FINDINGS}!M4": None}),
    _wrong("khong-thoi-han", "no_deadline", f"{FINDINGS}!J5", ("quá hạn",), {f"{FINDINGS}!J5": None}, "warned"),
    _wrong(
        "ket-thuc-truoc-bat-dau", "days_out_of_order", f"{VISITS}!G4", ("02/06/2024", "03/06/2024"), {f"{VISITS}!G4": dt.date(2024, 6, 2)}
    ),
    _wrong(
        "thoi-han-truoc-giam-sat", "days_out_of_order", f"{FINDINGS}!J5", ("01/06/2024", "10/06/2024"),
        {f"{FINDINGS}!J5": dt.date(2024, 6, 1)},
    ),
    _wrong(
        "xac-minh-truoc-khac-phuc", "days_out_of_order", f"{FINDINGS}!L4", ("19/07/2024", "20/07/2024"),
        {f"{FINDINGS}!L4": dt.date(2024, 7, 19)},
    ),
    _wrong("xac-minh-khong-khac-phuc", "days_out_of_order", f"{FINDINGS}!L4", ("25/07/2024", "khắc phục"), {f"{FINDINGS}!K4": None}),
]  # fmt: skip
