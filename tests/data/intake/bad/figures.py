"""Bad workbooks whose fault is a figure: totals, numbers that cannot be decided, amounts that cannot be right."""

import datetime as dt

from tests.data.intake.bad.fault import Bad, cell, sheets
from tests.data.intake.bad.sheets import PLAN, SPENT, good, in_parts, insert, put, total, xlsx

REFUSED, WARNED = "refused", "warned"
SUM_NSTW, SUM = 400.5 + 1200 + 100 + 30, 400.5 + 50.25 + 1200 + 100 + 30 + 20.125
FULL = put(good(), {f"{SPENT}!F9": 10})  # every line has its figure, so that totals must close
WHOLE = SUM + 10


def _texts(**cells: str):
    """The sheet of disbursement written as texts: the first cells as given, the others nothing."""
    return put(good(), {f"{SPENT}!F{row}": None for row in range(5, 12)} | {f"{SPENT}!{cell}": text for cell, text in cells.items()})


def _formulas(path):
    """An external link's value is stored; the one that matters is not."""
    xlsx(path, put(good(), {f"{SPENT}!F6": "=SUM(H1:H9)"}))


TOTALS = [
    sheets(
        "tong-duoi-sai",
        "total_mismatch",
        f"{SPENT}!F12",
        ("1.900.000.000", "1.810.875.000"),
        insert(FULL, SPENT, 12, total("Tổng cộng", 1900)),
    ),
    sheets(
        "tong-tren-sai", "total_mismatch", f"{SPENT}!F5", ("1.900.000.000", "1.810.875.000"), insert(FULL, SPENT, 5, total("TỔNG SỐ", 1900))
    ),
    sheets(
        "tong-nguon-sai",
        "total_mismatch",
        f"{SPENT}!F13",
        ("80.375.000", "70.375.000"),
        insert(FULL, SPENT, 12, total("Cộng NSTW", SUM_NSTW + 10), total("Cộng NSĐP", 80.375), total("Tổng cộng", WHOLE)),
    ),
    sheets(
        "dong-du-an-sai",
        "total_mismatch",
        f"{SPENT}!F7",
        ("1.500.000.000", "1.310.000.000"),
        insert(FULL, SPENT, 7, total("Nghề nghiệp, việc làm", 1500, code="DA4")),
    ),
    sheets(
        "trong-do-sai",
        "total_mismatch",
        f"{SPENT}!F7",
        ("1.750.000.000", "1.740.500.000"),
        insert(FULL, SPENT, 5, total("Tổng số", WHOLE), total("Trong đó:", None), total("- NSTW", 1750), total("- NSĐP", 70.375)),
    ),
    sheets(
        "cong-nhom-sai",
        "total_mismatch",
        f"{SPENT}!F7",
        ("460.750.000", "450.750.000"),
        insert(insert(FULL, SPENT, 12, total("Cộng", 1360.125), total("Tổng cộng", WHOLE)), SPENT, 7, total("Cộng", 460.75)),
    ),
    sheets(
        "tong-ke-hoach-sai",
        "total_mismatch",
        f"{PLAN}!H12",
        ("5.000.000.000", "5.260.000.000"),
        insert(good(), PLAN, 12, total("Cộng", 5810.625, None, 5000)),
    ),
    sheets(
        "tong-thieu-phan",
        "total_mismatch",
        f"{SPENT}!F12",
        ("1.000.000.000", "1.800.875.000"),
        insert(good(), SPENT, 12, total("Tổng cộng", 1000)),
    ),
]

WHOLE_AND_PARTS = insert(in_parts(FULL), SPENT, 12, total("Tổng cộng", 1810, 0.875, WHOLE))
CROSSED = [
    sheets(
        "cong-ngang-sai",
        "row_sum_mismatch",
        f"{SPENT}!F6:H6",
        ("50.250.000", "57.250.000", "cần sửa"),
        put(in_parts(good()), {f"{SPENT}!F6": 57}),
    ),
    sheets(
        "o-go-dao-so",
        "cell_mismatch",
        f"{SPENT}!F7",
        ("2.100.000.000", "1.200.000.000 (có thể gõ đảo hai chữ số 2 và 1)"),
        put(WHOLE_AND_PARTS, {f"{SPENT}!F7": 2100}),
    ),
    sheets(
        "hai-dong-hai-cot",
        "total_mismatch",
        f"{SPENT}!F5:F12",
        ("1.810.000.000", "1.830.000.000"),
        put(WHOLE_AND_PARTS, {f"{SPENT}!F5": 420, f"{SPENT}!G10": 20}),
        also=("row_sum_mismatch",),
    ),
]

AMOUNTS = [
    cell("vuot-ke-hoach", "overspent", f"{SPENT}!F6", ("250.000.000", "200.000.000"), 250, WARNED),
    cell("vuot-phan-bo", "spent_over_allocated", f"{SPENT}!F5", ("1.200.000.000", "1.000.000.000"), 1200, WARNED),
    cell("phan-bo-vuot", "allocated_over_plan", f"{PLAN}!H6", ("300.000.000", "200.000.000"), 300, WARNED),
    cell("nham-don-vi-1000", "slip_thousand", f"{SPENT}!F8", ("100.000.000.000", "400.000.000"), 100_000, WARNED),
    cell("so-am", "negative", f"{SPENT}!F7", ("-5", "0 trở lên"), -5),
    cell("so-am-trong-ngoac", "negative", f"{SPENT}!F7", ("(1.200,5)", "0 trở lên"), "(1.200,5)"),
    cell("so-qua-lon", "too_large", f"{SPENT}!F7", ("1e+30", "100.000 tỷ đồng"), 1e30),
]

NUMBERS = [
    sheets("so-hai-nghia", "ambiguous_number", f"{SPENT}!F7", ("1.234", "1.234,00"), _texts(F7="1.234")),
    sheets(
        "hai-cach-viet",
        "mixed_convention",
        f"{SPENT}!F7",
        ("1,200.50", "dấu chấm hàng nghìn"),
        _texts(F5="400,5", F6="50,25", F7="1,200.50"),
    ),
    cell("chu-trong-so", "not_a_number", f"{SPENT}!F6", ("chưa đối chiếu", "một số"), "chưa đối chiếu"),
    cell("so-kem-chu", "not_a_number", f"{SPENT}!F6", ("50 triệu", "một số"), "50 triệu"),
    cell("so-cach-sai", "not_a_number", f"{SPENT}!F6", ("12 34", "một số"), "12 34"),
    cell("dung-sai", "not_a_number", f"{SPENT}!F6", ("TRUE", "một số"), True),
    cell("loi-cong-thuc", "error_value", f"{SPENT}!F9", ("#REF!", "một số"), "#REF!"),
    Bad("cong-thuc-trong.xlsx", "formula_without_value", f"{SPENT}!F6", ("chưa có giá trị", "tính lại"), _formulas),
    cell("ngay-trong-so", "date_in_number", f"{SPENT}!F6", ("2024-02-01", "một số"), dt.date(2024, 2, 1)),
]
FIGURES = [*TOTALS, *CROSSED, *AMOUNTS, *NUMBERS]
