"""A paper with all that slides can hold, and what stands on them when they are read again."""

import io
from datetime import UTC, date, datetime
from functools import cache

import pandas as pd
from pptx import Presentation
from pptx.slide import Slide

from pages.exports import pptx
from pages.exports.paper import Chart, Office, Paper, Section, Stamp, Table

HOSTILE = "=cmd|' /C calc'!A0 <a:t> & \"x\" \x07\x0b+1 @x -1"
SHOWN = HOSTILE.replace("\x07", "").replace("\x0b", "")
UNITS = ["Mỹ Tú", "Cù Lao Dung", "TX Vĩnh Châu", HOSTILE, "Sở Lao động - Thương binh và Xã hội"]
LONG = "Câu " + "rất dài " * 120
MORE_MONEY = ("assigned_vnd", "allocated_vnd", "remaining_vnd", "not_allocated_vnd")
STAMP = Stamp(
    "toàn tỉnh, năm ngân sách 2024", "4/5 đơn vị có số liệu", date(2024, 11, 15), "abc123" * 5, "0123456789abcdef" * 4,
    datetime(2024, 11, 16, 3, tzinfo=UTC), "Giao ban tháng 11/2024", True,
)  # fmt: skip
OFFICE = Office("Ủy ban nhân dân tỉnh", "Sở Lao động", "Nơi họp", "Chương trình")


def money(count: int) -> pd.DataFrame:
    every, slow = range(count), "Văn bản hướng dẫn ban hành chậm, định mức chi chưa rõ. "
    return pd.DataFrame({
        "short_name": [UNITS[n] if n < len(UNITS) else f"Huyện số {n}" for n in every],
        "planned_vnd": [(114_277 + n) * 1_000_000 for n in every],
        "disbursed_vnd": [(102_408 - n) * 1_000_000 for n in every],
        "disbursed_share": [None if n == 2 else 0.8961 - n / 100 for n in every],
        "is_behind": [n == 1 for n in every],
        "explanation": [HOSTILE, slow, slow, slow * 40, *[slow] * count][:count],
        "request": ["Sớm ban hành hướng dẫn, cho phép điều chuyển vốn"] * count,
        **{name: [n * 1_234_567_000_000 for n in every] for name in MORE_MONEY},
        **{name: ["Một câu khá dài để cột này cần chỗ"] * count for name in ("cause_name", "unit_name", "citation")},
    })  # fmt: skip


def curve() -> pd.DataFrame:
    return pd.DataFrame({
        "cut_off_on": pd.to_datetime(["2024-01-01", "2024-06-14", "2024-11-15", "2024-12-31"]),
        "now_share": [None, 0.17, 0.6, None], "now_share_is_partial": [False, True, False, False],
        "before_share": [None, 0.03, 0.5, 0.745], "before_share_is_partial": [False] * 4,
        "target_share": [0.95, None, None, 0.95],
    })  # fmt: skip


def table(key: str, answer: pd.DataFrame, *columns: str) -> Section:
    """A table under a heading of its own."""
    return Section(
        key, f"Bảng {key}", said=("Một câu.",), tables=(Table(key, f"Từng dòng {key}", columns, answer, "Tính đến 15/11/2024."),)
    )


def chart(kind: str, answer: pd.DataFrame, **series: str) -> Section:
    """A chart under a heading of its own; `series`: column → name."""
    category = "cut_off_on" if kind == "line" else "short_name"
    drawn = Chart(kind, answer, category, tuple((name, column) for column, name in series.items()), f"Hình {kind}")
    return Section(f"{kind}-{len(answer)}", f"Hình {kind} {len(answer)}", said=("Dấu rỗng, gạch chéo.",), chart=drawn)


SENTENCE = "Câu này dài hơn một dòng của trang chiếu nên phải xuống dòng. "
SECTIONS = (
    Section("tong-quan", "Tổng quan", parts=(
        table("dai", money(60), "short_name", "planned_vnd", "disbursed_share"),
        table("chu", money(12), "short_name", "planned_vnd", "explanation", "request"),
        table("rong", money(3), *money(1).columns.drop("is_behind")),
        table("trong", money(0), "short_name"),
    )),
    chart("line", curve(), now_share="Năm 2024", before_share="Năm 2023", target_share="Mục tiêu năm 95%"),
    chart("bars", money(5), disbursed_share="Tỷ lệ"),
    chart("bars", money(32), disbursed_vnd="Giải ngân"),
    chart("columns", money(4), planned_vnd="Kế hoạch", disbursed_vnd="Giải ngân"),
    Section("loi", LONG, said=(HOSTILE, *[SENTENCE * 3] * 12, "dài " * 2000)),
    Section("ket-luan", "Kết luận", said=("Đề nghị.",), blanks=tuple(f"Kết luận {n}: {SENTENCE * 2}" for n in range(1, 9))),
)  # fmt: skip


def paper(*sections: Section) -> Paper:
    return Paper("trinh-chieu", f"Họp giao ban {HOSTILE}", "Chương trình\nSố liệu đến 15/11/2024", sections or SECTIONS, STAMP, OFFICE)


@cache
def written() -> bytes:
    return pptx.write(paper())


@cache
def slides() -> list[Slide]:
    return list(Presentation(io.BytesIO(written())).slides)


def title(slide: Slide) -> str:
    return slide.shapes.title.text_frame.text


def under(heading: str) -> list[Slide]:
    """The slides of a section or of a table, by their title."""
    return [slide for slide in slides() if title(slide).removesuffix(" (tiếp theo)") == heading]


def texts(slide: Slide) -> list[str]:
    """Every text of a slide, its tables included, its notes not."""
    told = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    return told + [cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
