"""The entries of the dictionary, generated from the definitions: nothing is said here that is not said there."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from pages.parts import attained, defined
from pages.parts.dictionary import used, words
from pages.parts.formats import is_missing
from pages.parts.pivot.address import MEASURED
from queries.defined import DIMENSIONS, MEASURES, SUBJECTS, Dimension, Measure

MEASURE, DIMENSION, INDICATOR, TABLE, COLUMN, RULE, COMPONENT = "so-do", "chieu", "chi-tieu", "bang", "cot", "quy-tac", "du-an"
KINDS = {
    MEASURE: "Số đo", DIMENSION: "Chiều", INDICATOR: "Chỉ tiêu", TABLE: "Bảng", COLUMN: "Cột", RULE: "Quy tắc kiểm tra",
    COMPONENT: "Dự án, tiểu dự án",
}  # fmt: skip
HOLDS = {
    MEASURE: "con số trên các trang: cách tính, cách cộng, căn cứ", DIMENSION: "số liệu cắt được theo gì",
    INDICATOR: "chỉ tiêu của khung kết quả: cách tính, căn cứ, ai soạn, ai duyệt", TABLE: "bảng để truy vấn SQL, mỗi dòng là gì",
    COLUMN: "cột của các bảng ấy", RULE: "báo cáo được kiểm tra gì, thấy sai thì sao", COMPONENT: "tên đầy đủ, cơ quan chủ trì",
}  # fmt: skip
WHAT, HOW, UNIT, ADDS, BASIS, SHOWN = "Là gì", "Cách tính", "Đơn vị tính", "Cách cộng", "Căn cứ", "Có ở"
SEVERITIES = {"refuse": "trả lại báo cáo", "warn": "cảnh báo, vẫn tiếp nhận", "off": "không dùng"}
PLACES = {"inside": "trong một tệp", "across": "giữa các lần nộp"}
PIVOT = "pages/analysis/pivot.py"
OFFICE = "do văn phòng đặt"


class Way(NamedTuple):
    """Where an entry leads: to a page, with a choice of its own, as (key, code) of its address."""

    label: str
    page: str
    own: tuple[str, str]


class Entry(NamedTuple):
    """One thing defined: `kind` of KINDS, its code, its name, and what is told of it, heading by heading. `columns`: those of a table, as
    (name, kind, words).
    """

    kind: str
    code: str
    label: str
    told: tuple[tuple[str, str], ...]
    way: Way | None = None
    columns: tuple[tuple[str, str, str], ...] = ()

    @property
    def text(self) -> str:
        """All that is told of it."""
        return " ".join([*(said for _, said in self.told), *(name for name, _, _ in self.columns)])

    def of(self, heading: str) -> str:
        """What is told under a heading; "" where nothing is."""
        return dict(self.told).get(heading, "")


def everything(tables: Iterable[NamedTuple], indicators: pd.DataFrame, rules: pd.DataFrame, programme: pd.DataFrame) -> list[Entry]:
    """Every entry: of the tables (pages.parts.ask.documented), of the measures and dimensions, and of three answers: targets.indicators,
    quality.rules, about.programme.
    """
    found = list(tables)
    where = _where(found)
    return [
        *(_measure(one, where[one.code]) for one in MEASURES.values()),
        *(_dimension(one, where[one.code]) for one in DIMENSIONS.values()),
        *(_indicator(row) for row in indicators.itertuples()),
        *(_table(one) for one in found),
        *_columns(found),
        *(_rule(row) for row in rules.itertuples()),
        *(_component(row) for row in programme.itertuples()),
    ]


def _measure(one: Measure, where: list[str]) -> Entry:
    cut = {code: DIMENSIONS[code].label for subject in SUBJECTS.values() if one.code in subject.measures for code in subject.dimensions}
    told = (
        (HOW, one.how),
        (UNIT, words.written(one)),
        (ADDS, words.adds(one)),
        ("Cắt được theo", "; ".join(cut.values())),
        (BASIS, words.basis(one)),
        (SHOWN, _shown(one, where)),
    )
    way = Way(f"Mở bảng xoay với “{one.label}”", PIVOT, (MEASURED, one.key)) if one.key else None
    return Entry(MEASURE, one.code, one.label, _said(told), way)


def _dimension(one: Dimension, where: list[str]) -> Entry:
    cut = [subject for subject in SUBJECTS.values() if one.code in subject.dimensions]
    apart = [subject.label for subject in cut if one.code in subject.apart]
    told = (
        (WHAT, one.about),
        ("Gồm", words.members(one)),
        ("Mã", words.named_in(one)),
        ("Số liệu cắt được", "; ".join(subject.label for subject in cut)),
        (ADDS, f"không cộng qua chiều này ở: {'; '.join(apart)}" if apart else ""),
        (BASIS, one.legal_basis),
        (SHOWN, _shown(one, where)),
    )
    return Entry(DIMENSION, one.code, one.label, _said(told))


def _indicator(row: NamedTuple) -> Entry:
    what, how, basis = defined.sentences(pd.Series(row._asdict()))
    told = ((WHAT, what), (HOW, how.removeprefix(f"{HOW}: ")), (UNIT, row.measure_unit), (BASIS, basis.removeprefix(f"{BASIS}: ")))
    way = Way("Xem chỉ tiêu này", attained.PAGE, (attained.INDICATOR, row.indicator_code))
    return Entry(INDICATOR, row.indicator_code, row.indicator_short_name, _said(told), way)


def _table(one: NamedTuple) -> Entry:
    told = ((WHAT, one.about), ("Mỗi dòng là", one.one_row_per), ("Người xem thấy", words.seen(one)), (BASIS, one.legal_basis))
    columns = tuple((each.name, words.kind(each.kind), words.said(each)) for each in one.columns)
    return Entry(TABLE, f"mart.{one.name}", one.label, _said(told), columns=columns)


def _columns(tables: list[NamedTuple]) -> list[Entry]:
    """Columns that no measure or dimension explains, once per meaning, with the tables that have them."""
    meant: dict[tuple[str, str, str], list[str]] = {}
    for table in tables:
        for column in table.columns:
            about, of = words.column(column)
            if of is None:
                meant.setdefault((column.name, column.kind, about), []).append(f"mart.{table.name}")
    return [
        Entry(COLUMN, name, words.title(about), _said(((WHAT, about), ("Kiểu", words.kind(kind)), (SHOWN, f"bảng {', '.join(where)}"))))
        for (name, kind, about), where in meant.items()
    ]


def _rule(row: NamedTuple) -> Entry:
    told = (("Kiểm tra", PLACES.get(row.scope, row.scope)), ("Khi thấy sai", SEVERITIES.get(row.severity, row.severity)), (BASIS, OFFICE))
    return Entry(RULE, row.rule, row.rule_name, _said(told))


def _component(row: NamedTuple) -> Entry:
    run = "có" if row.is_run else "không thực hiện; không có kế hoạch, không phải 0%"
    told = (
        (WHAT, row.official_name),
        ("Chủ trì", "chưa xác định" if is_missing(row.lead_name) else row.lead_name),
        ("Thực hiện tại địa phương", run),
    )
    return Entry(COMPONENT, row.code, row.short_name, _said((*told, (BASIS, row.legal_basis))))


def _where(tables: list[NamedTuple]) -> dict[str, list[str]]:
    """By measure and dimension, the tables with a column that it explains."""
    found: dict[str, list[str]] = defaultdict(list)
    for table in tables:
        for column in table.columns:
            if of := words.column(column).of:
                found[of.code].append(f"mart.{table.name}")
    return found


def _shown(one: Measure | Dimension, tables: list[str]) -> str:
    """The tables and pages in which it stands, and whether the pivot offers it."""
    titles = used.pages().get(one.code, ())
    said = (f"bảng {', '.join(tables)}" if tables else "", f"trang {'; '.join(titles)}" if titles else "", "Bảng xoay" if one.key else "")
    return ". ".join(part[:1].upper() + part[1:] for part in said if part)


def _said(told: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((heading, text) for heading, text in told if text)
