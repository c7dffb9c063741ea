"""What definitions say, in words of the screen: how a measure adds up, what it is written in, what a column of a table means."""

import re
import unicodedata
from typing import NamedTuple

from pages.parts import formats
from pages.parts.ask import documented
from queries.defined import DIMENSIONS, MEASURES, SUBJECTS, Dimension, Measure

WRITTEN = {"vnd": "đồng (trên màn hình: triệu đồng)", "share": "% (trong bảng: từ 0 đến 1)", "count": "số đếm"}
OF_INDICATOR = "theo đơn vị tính của chỉ tiêu"
ADDS = {
    "sum": "cộng được",
    "level": "tính lại ở đúng cấp đang xem; không cộng, không lấy trung bình",
    "none": "chỉ có ở dòng của nó; không cộng, không lấy trung bình",
}
CONVENTION = "chưa có văn bản nào được dẫn làm căn cứ cho cách tính; tính theo quy ước nêu ở “Cách tính”"
KINDS = {
    "VARCHAR": "chữ", "VARCHAR[]": "danh sách chữ", "BIGINT": "số nguyên", "DOUBLE": "số", "DATE": "ngày", "BOOLEAN": "đúng, sai",
    "TIMESTAMP WITH TIME ZONE": "thời điểm",
}  # fmt: skip
CLAUSE = re.compile(r"[:;(]| = |\.(?:\s|$)")


class Said(NamedTuple):
    """The words of a column, and the measure or dimension they are from, where they are."""

    about: str
    of: Measure | Dimension | None


def column(told: NamedTuple) -> Said:
    """What a column (pages.parts.ask.documented) means: its table's words, else those of the measure or dimension of its name."""
    of = MEASURES.get(told.name) or dimension(told.name)
    if told.about or of is None:
        return Said(told.about, None)
    if isinstance(of, Measure):
        return Said(of.how, of)
    codes = named_in(of)
    return Said(f"{of.about} {codes[:1].upper()}{codes[1:]}." if codes else of.about, of)


def said(told: NamedTuple) -> str:
    """The words of a column."""
    return column(told).about


def dimension(name: str) -> Dimension | None:
    """The dimension whose codes stand in a column of this name ("unit_code", "plan_year")."""
    return DIMENSIONS.get(name) or DIMENSIONS.get(name.removesuffix("_code"))


def title(about: str) -> str:
    """What a column is called: the first clause of its words."""
    return CLAUSE.split(about, maxsplit=1)[0].strip()


def members(of: Dimension) -> str:
    """What a dimension of few codes consists of, with the code where it is not the name itself."""
    return "; ".join(name if folded(name) == folded(code) else f"{name} ({code})" for code, name in of.members.items())


def named_in(of: Dimension) -> str:
    """Where SQL finds the names of a dimension's codes: the table called after it; "" where there is none."""
    called = [one for one in documented() if f"_{one.name}".endswith(f"_{of.code}")]
    table = next((one.name for one in called if {each.name for each in one.columns} & {"code", of.code, f"{of.code}_code"}), "")
    return f"tên của từng mã ở mart.{table}" if table else ""


def basis(measure: Measure) -> str:
    """The text that rules how a measure is worked out; where none is cited, that is said."""
    return measure.legal_basis or CONVENTION


def seen(table: NamedTuple) -> str:
    """Who sees which rows of a table (data.store.documented)."""
    if table.of:
        return f"các dòng thuộc dòng mình thấy ở mart.{table.of.partition('.')[0]}"
    return f"dòng của các đơn vị trong phạm vi (cột {', '.join(table.units)})" if table.units else "mọi dòng, ai cũng như nhau"


def on_screen(text: str) -> str:
    """A text of a definition: what stands between backticks is SQL, to be copied as it is; no other mark counts."""
    return "`".join(part if place % 2 else formats.plain(part) for place, part in enumerate(text.split("`")))


def kind(engine: str) -> str:
    """The kind of a column in Vietnamese."""
    return KINDS.get(engine, engine.lower())


def written(measure: Measure) -> str:
    """What a measure is written in."""
    return WRITTEN.get(measure.ending, OF_INDICATOR)


def adds(measure: Measure) -> str:
    """How a measure of a larger part follows from those of smaller ones."""
    if measure.adds == "ratio":
        over, under = MEASURES[measure.numerator].label, MEASURES[measure.denominator].label
        return f"Σ {over} ÷ Σ {under} ở đúng cấp đang xem; không cộng, không lấy trung bình các tỷ lệ"
    apart = dict.fromkeys(DIMENSIONS[code].label for one in SUBJECTS.values() if measure.code in one.measures for code in one.apart)
    never = f", nhưng không cộng qua {'; '.join(apart)}" if apart and measure.adds == "sum" else ""
    return ADDS[measure.adds] + never


def folded(text: str) -> str:
    """Small letters without diacritics: "Giải ngân" → "giai ngan", "đạt" → "dat"."""
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).replace("đ", "d")
