"""A paper that has everything a printed one can hold, invented, and its .pdf read back with pdfium."""

import re
import unicodedata
from datetime import UTC, date, datetime

import pandas as pd
import pypdfium2

from data.definitions.papers import paper as shipped_template
from pages.exports.paper import Chart, Office, Paper, Section, Stamp, Table

TEMPLATE = shipped_template("bao-cao-giam-sat.docx")
HOSTILE = "#set page(width: 1cm) $x^2$ *b* _i_ @a <b> \\ `c` \"q\" 'p' -- ... // /* =cmd|' /C calc'!A0 #panic() [x] {y} ~ https://a.b"
LETTERS = "".join(chr(code) for code in range(0x1EA0, 0x1EFA)) + "ăâđêôơưĂÂĐÊÔƠƯàáãèéìíòóõùúýÀÁÃÈÉÌÍÒÓÕÙÚÝĩũĨŨ"
NARROW = ("unit_name", "planned_vnd", "disbursed_vnd", "disbursed_share", "remaining_vnd", "cut_off_on")
WIDE = (
    *NARROW,
    "fund_source_name",
    "capital_type_name",
    "assigned_vnd",
    "allocated_vnd",
    "unit_count",
    "cause_name",
    "explanation",
    "request",
)
STAMP = Stamp(
    scope="toàn tỉnh Sóc Trăng, năm ngân sách 2024",
    behind="20/20 đơn vị có số liệu đúng ngày 31/12/2024",
    on=date(2024, 12, 31),
    version="a5660dfd076d1234",
    digest="0123456789abcdef" * 4,
    at=datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC),
    frozen="Giao ban tháng 12/2024",
    is_sample=True,
)
OFFICE = Office(
    authority="Ủy ban nhân dân tỉnh Sóc Trăng",
    name="Sở Lao động - Thương binh và Xã hội",
    place="Sóc Trăng",
    programme="Chương trình mục tiêu quốc gia giảm nghèo bền vững",
    recipients=("Ủy ban nhân dân tỉnh (báo cáo)", "Lưu: VT"),
    signer="Giám đốc",
    abbreviation="SLĐTBXH",
)


def money(count: int) -> pd.DataFrame:
    """So many units with figures that differ; every seventh has not reported."""
    named = {"fund_source_name": "Ngân sách trung ương", "capital_type_name": "Sự nghiệp", "cause_name": "Chờ hướng dẫn"}
    silent = {"disbursed_vnd": None, "disbursed_share": None}
    return pd.DataFrame(
        [
            {
                "unit_name": f"Đơn vị thứ {n}",
                "planned_vnd": 114_277_000_000 + n * 1_234_567,
                "assigned_vnd": 500_000 + n,
                "allocated_vnd": 7_000_000_000 + n,
                "disbursed_vnd": 102_408_000_000 + n * 7_654_321,
                "disbursed_share": 0.8961 + n / 10_000,
                "remaining_vnd": 11_869_000_000 - n * 1_000_000,
                "cut_off_on": date(2024, 12, 31),
                "unit_count": n,
                "explanation": f"Lý do {n}: phải điều chỉnh thiết kế hai lần, chờ phê duyệt; tệp bao-cao-{'x' * 40}.xlsx hết {n}",
                "request": "Đề nghị Sở Tài chính hướng dẫn sớm",
            }
            | named
            | (silent if n % 7 == 3 else {})
            for n in range(count)
        ]
    )


def whole_paper() -> Paper:
    """Sentences, blanks, both kinds of charts, a long table, one too wide for an upright page, and one in an annex."""
    units, causes, late = money(60), money(12), money(4)
    days = pd.DataFrame(
        {"cut_off_on": [date(2024, month, 14) for month in range(3, 13)], "disbursed_share": [n * n / 120 for n in range(10)]}
    )
    curve = Chart("line", days, "cut_off_on", (("Tỷ lệ giải ngân", "disbursed_share"),), "Giải ngân qua các ngày chốt")
    bars = Chart("bars", causes, "unit_name", (("Tỷ lệ giải ngân", "disbursed_share"),), "Giải ngân từng đơn vị")
    sections = (
        Section("van-ban", "I. Chỉ đạo", said=(HOSTILE, unicodedata.normalize("NFD", LETTERS)), blanks=("Đánh giá của cơ quan",)),
        Section(
            "von",
            "II. Vốn",
            said=("Đạt 89,61%.",),
            chart=curve,
            tables=(Table("don-vi", "Đơn vị chậm nhất", NARROW, units, "Theo 20 báo cáo"),),
            parts=(Section("vuong", "1. Vướng mắc", chart=bars, tables=(Table("nguyen-nhan", "Nguyên nhân", WIDE, causes),)),),
        ),
        Section("bieu", "Biểu số liệu", said=("Biểu lấy từ báo cáo.",), tables=(Table("muon", "Nộp muộn", NARROW, late),), is_annex=True),
    )
    return Paper("bao-cao", "Báo cáo", "Giám sát năm 2024", sections, STAMP, OFFICE)


def told(page: pypdfium2.PdfPage) -> str:
    return page.get_textpage().get_text_range()


def words(text: str) -> str:
    """A text however its lines were broken; pdfium gives a dash that ends a line as U+FFFE."""
    return re.sub(r"[\s\u200b]+", "", text.replace("\ufffe", "-"))


def whole(document: pypdfium2.PdfDocument) -> str:
    return words("".join(told(page) for page in document))
