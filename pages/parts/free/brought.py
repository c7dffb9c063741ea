"""What is brought along from Word, spreadsheets and other databases, and is read otherwise here than it was meant."""

import re
from datetime import date
from typing import NamedTuple

from pages.parts import ask
from pages.parts.free import parts

CURVED = re.compile("[“”‘’]")
DAY = re.compile(r"(?<![\w.])(\d{1,2})/(\d{1,2})/(\d{4})(?![\w.])")
THOUSANDS = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{3}){2,}(?![\w.])")
THOUSAND = re.compile(r"(?<![\w.])[1-9]\d{0,2}\.000(?![\w.])")
DECIMAL = re.compile(r"(?<![\w.,])(\d+),(\d+)\s*[*/]|[*/<>=]\s*(\d+),(\d+)(?![\w.,])")
BRACKETS = re.compile(r"\((?![^()]*\bselect\b)[^()]*\)|\[[^\[\]]*\]", re.IGNORECASE)
AT = re.compile(r"(?<![\w@])@([a-z_]\w*)", re.IGNORECASE)
SQUARE = re.compile(rf"(?:\b(?:{'|'.join(parts.BEGIN)})\b|[,.=<>(])\s*\[\s*([a-z_]\w*)\s*\]", re.IGNORECASE)
TOP = re.compile(r"\bselect\s+top\s+\d", re.IGNORECASE)


class Brought(NamedTuple):
    """What of it stands in a statement: two sentences, and its place in letters from the beginning."""

    what: str
    todo: str
    place: int


def found(sql: str) -> list[Brought]:
    """Everything of this kind in a statement, what no statement can hold first."""
    text = parts.unquoted(parts.bare(sql))
    told = []

    def say(where: re.Match[str] | None, what: str, todo: str) -> None:
        if where:
            told.append(Brought(what.format(where[0], *where.groups()), todo, where.start()))

    say(CURVED.search(text), "Có dấu nháy cong {0} (thường do chép từ Word).", "Thay bằng nháy thẳng: ' bao chữ, \" bao tên cột.")
    if one := THOUSANDS.search(text):
        say(one, "“{0}” không phải một con số ở đây.", f"Viết {one[0].replace('.', '')}.")
    say(TOP.search(text), "Ở đây không có “top n”.", "Thay “top n” bằng “limit n” ở cuối câu.")
    if (one := AT.search(text)) and one[1] not in _columns():
        say(one, "“{0}” không phải tham số ở đây.", f"Viết ${one[1].lower()}.")
    if (one := SQUARE.search(text)) and one[1].lower() in _columns():
        say(one, "“[{1}]” đang được hiểu là một danh sách.", f"Viết tên cột không có ngoặc vuông: {one[1]}.")
    if one := DAY.search(text):
        say(one, "{0} đang được hiểu là phép chia.", f"Viết {day(one[0])} hoặc $ngay.")
    if one := DECIMAL.search(_outside(text)):
        left, right = one[1] or one[3], one[2] or one[4]
        say(one, f"{left},{right} đang được hiểu là hai giá trị.", f"Viết số thập phân bằng dấu chấm: {left}.{right}.")
    return told


def thousand(sql: str) -> str:
    """What is to be said of a number like 1.000, which is 1 here; "" where there is none."""
    one = THOUSAND.search(parts.unquoted(parts.bare(sql)))
    meant = one[0].replace(".", "") if one else ""
    return f"{one[0]} đang được hiểu là {one[0][:-4]} (dấu chấm là dấu thập phân). Nếu muốn {meant}, viết {meant}." if one else ""


def day(text: str) -> str:
    """A day as people write it, as a statement writes it, year first; for what is no day a pattern."""
    if one := DAY.search(text):
        try:
            return f"date '{date(int(one[3]), int(one[2]), int(one[1]))}'"
        except ValueError:
            pass
    return "date 'năm-tháng-ngày'"


def _outside(text: str) -> str:
    """A statement with blanks for what stands in brackets, but not for a SELECT in them."""
    while (less := BRACKETS.sub(lambda found: " " * len(found[0]), text)) != text:
        text = less
    return text


def _columns() -> set[str]:
    return {column.name for table in ask.documented() for column in table.columns}
