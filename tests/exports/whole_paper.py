"""A paper with all that a paper can hold, written into the Word templates that are shipped, and what an unzipped .docx says."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from xml.etree import ElementTree as Xml

import pandas as pd

from data.definitions import papers
from pages.exports import docx as exported
from pages.exports.paper import Chart, Office, Paper, Section, Stamp, Table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REPORT, PROFILE, NOTICE, ONE_TABLE = "bao-cao-giam-sat.docx", "ho-so-don-vi.docx", "thong-bao-ket-luan.docx", "bang-so.docx"
OFFICIAL = (REPORT, PROFILE, NOTICE)
EVERY = (*OFFICIAL, ONE_TABLE)
MM = 56.693  # twentieths of a point
HOSTILE = "=cmd|' /C calc'!A0 {{ 7 * 7 }} {% if x %} <w:p/> & \"A\" [MERGEFIELD x] \x07\x0c+1 @x -1"
UNITS = [f"Huyện {name}" for name in ("Châu Thành", "Kế Sách", "Mỹ Tú", "Cù Lao Dung", "Long Phú", "Mỹ Xuyên", "Thạnh Trị", "Trần Đề")]
STAMP = Stamp(
    "toàn tỉnh, năm ngân sách 2024", "8/8 đơn vị có số liệu", date(2024, 2, 5), "abc123", "0123456789abcdef" * 4,
    datetime(2024, 2, 6, 3, tzinfo=UTC), "Giao ban tháng 02/2024", True,
)  # fmt: skip
OFFICE = Office(
    "Ủy ban nhân dân tỉnh Sóc Trăng", "Sở Lao động - Thương binh và Xã hội", "Sóc Trăng", "Chương trình giảm nghèo",
    ("Ủy ban nhân dân tỉnh", "Lưu: VT"), "Giám đốc", "SLĐTBXH",
)  # fmt: skip


def money(count: int) -> pd.DataFrame:
    return pd.DataFrame({
        "unit_name": [UNITS[n % len(UNITS)] for n in range(count)],
        "planned_vnd": [(1_000 + n) * 1_000_000 for n in range(count)],
        "disbursed_vnd": [None if n == 2 else (500 + n) * 1_000_000 for n in range(count)],
        "disbursed_share": [None if n == 2 else 0.5 + n / 1000 for n in range(count)],
        "explanation": [HOSTILE if n == 0 else "Chờ hướng dẫn của Trung ương, chưa phân bổ chi tiết cho các đơn vị" for n in range(count)],
        "request": ["Sớm ban hành hướng dẫn, cho phép điều chuyển vốn giữa các dự án, tiểu dự án trong năm"] * count,
        **{name: [n * 1_000_000 for n in range(count)] for name in ("assigned_vnd", "allocated_vnd", "remaining_vnd", "not_allocated_vnd")},
    })  # fmt: skip


LONG = Table("dai", "Kế Sách chậm nhất", ("unit_name", "planned_vnd", "disbursed_vnd", "disbursed_share"), money(90), "8/8 đơn vị.")
WIDE = Table("rong", "Vốn theo bước", tuple(money(1).columns), money(12), "Tính đến 05/02/2024.")
EMPTY = Table("trong", "Không có gì", ("unit_name", "planned_vnd"), money(0))
CURVE = Chart("line", money(5), "unit_name", (("Tỷ lệ giải ngân", "disbursed_share"),), 'Tỷ lệ "lũy kế"')
BARS = replace(CURVE, kind="bars")


@cache
def paper() -> Paper:
    sections = (
        Section("chi-dao", "I. Chỉ đạo", said=("Số liệu đúng hạn.", HOSTILE), blanks=("Đánh giá của cơ quan",)),
        Section(
            "von", "II. Vốn", tables=(LONG, EMPTY), chart=BARS, parts=(Section("buoc", "1. Từng bước", said=("Hai.",), tables=(WIDE,)),)
        ),
        Section("phu-luc", "Phụ lục", said=("Đơn vị tính: triệu đồng.",), tables=(replace(LONG, finding="Từng đơn vị"),), is_annex=True),
    )
    return Paper("bao-cao", "Báo cáo", "Kết quả giám sát năm 2024", sections, STAMP, OFFICE)


@cache
def written(name: str) -> bytes:
    return exported.write(paper(), papers.paper(name))


def parts(content: bytes) -> dict[str, Xml.Element]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: Xml.fromstring(packed.read(name)) for name in packed.namelist() if name.endswith(".xml")}


def words(element: Xml.Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def tables(content: bytes) -> list[Xml.Element]:
    return [t for t in parts(content)["word/document.xml"].iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblCaption") is not None]
