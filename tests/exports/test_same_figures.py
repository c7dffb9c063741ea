"""The same figure wherever it is read: screen, workbook, report, slides, print, and the SQL it comes from."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from data.store.reading import Scope, Store, current_version, open_store
from pages.exports import docx, pdf, pptx, xlsx
from pages.exports.paper import Office, Paper, Section, Stamp, Table
from pages.parts import attained, formats
from pages.parts.headings import HEADINGS
from queries import about, choices
from tests.exports import reading_back
from tests.queries import asked

ON = date(2024, 12, 31)
FIGURES = ("_vnd", "_share")
ATTAINMENTS = {"planned_text": "planned", "achieved_text": "achieved"}
RAW = "as_text_of_"
ROOT = Path(__file__).parents[2]


class Telling(Store):
    """A store that gives beside every figure the text that its SQL makes of it."""

    def __init__(self, store: Store, figures: tuple[str, ...]) -> None:
        self._db, self.path, self.version, self.built_at = store._db, store.path, store.version, store.built_at
        self.figures = figures

    def read(self, statement: str, **parameters: Any) -> pd.DataFrame:
        question = "\n".join(line.partition("--")[0] for line in statement.splitlines())
        told = ", ".join(f'answered."{column}"::varchar as {RAW}{column}' for column in self.figures)
        return super().read(f"select answered.*, {told} from ({question}) as answered", **parameters)


def shown(name: str) -> tuple[str, ...]:
    """The columns of a question that are compared: its figures, whose they are, a day and a count; none where it gives no figure."""
    given = asked.listed(asked.header(name)["Gives"])
    figures = [c for c in given if c.endswith(FIGURES)]
    names = [c for c in given if c in ("unit_short_name", "component_short_name", "short_name", "indicator_name")]
    beside = [next((c for c in given if c.endswith(ending)), "") for ending in ("_on", "_count")]
    return (*names, *filter(None, beside), *figures) if figures else ()


QUESTIONS = {name: columns for name in asked.NAMES if (columns := shown(name))}


@pytest.fixture(scope="module")
def store(samples_home: Path) -> Store:
    name = current_version(samples_home)
    assert name is not None
    return open_store(samples_home, name)


@pytest.fixture(scope="module")
def answers(store: Store) -> dict[str, pd.DataFrame]:
    """Every question with money or attainment, for all units and components: as its rows, or asked of each where they tell of neither."""
    scope = Scope(units=tuple(about.units(store, Scope(units=()))["unit_code"]), benchmarks=True)
    each = {
        "unit": choices.reporting_units(store, scope, plan_year=ON.year)["unit_code"],
        "component": choices.components(store, scope)["code"],
    }
    found = {}
    for name, columns in QUESTIONS.items():
        given, takes = (asked.listed(asked.header(name)[word]) for word in ("Gives", "Takes"))
        ordinary = asked.arguments(name, ON, store)
        every = [ordinary]
        if not {"unit_code", "component_code"} & set(given):
            every += [ordinary | {narrowed: code} for narrowed, codes in each.items() if narrowed in takes for code in codes]
        told = [c for c in (*columns, "planned", "achieved", "measure_unit") if c in given]
        telling = Telling(store, tuple(c for c in told if c.endswith((*FIGURES, "_on", "_count")) or c in ("planned", "achieved")))
        asked_of_all = pd.concat(
            [asked.function(name)(telling, scope, **one)[[*told, *(RAW + c for c in telling.figures)]] for one in every]
        )
        found[name] = asked_of_all.drop_duplicates(ignore_index=True)
    return found


@pytest.fixture(scope="module")
def paper(answers: dict[str, pd.DataFrame]) -> Iterator[Paper]:
    """All of them in one paper; columns that no page shows yet stand under their own names."""
    with pytest.MonkeyPatch.context() as patch:
        sections = []
        for name, answer in answers.items():
            table = Table(name.replace("/", "-"), f"Bảng {name}", *in_words(QUESTIONS[name], answer))
            for column in table.columns:
                patch.setitem(HEADINGS, column, column)
            sections.append(Section(table.key, name, tables=(table,)))
        stamp = Stamp("toàn tỉnh", "mọi đơn vị", ON, "0" * 64, "1" * 64, datetime(ON.year, ON.month, ON.day, tzinfo=UTC))
        yield Paper("tat-ca", "Tất cả", "", tuple(sections), stamp, Office("Ủy ban nhân dân", "Sở", "Nơi lập", "Chương trình"))


def in_words(columns: tuple[str, ...], answer: pd.DataFrame) -> tuple[tuple[str, ...], pd.DataFrame]:
    """With targets and results as pages say them, in their own unit."""
    if not {"planned", "achieved", "measure_unit"} <= set(answer):
        return columns, answer
    told = {
        text: [attained.quantity(value, unit) for value, unit in zip(answer[figure], answer["measure_unit"], strict=True)]
        for text, figure in ATTAINMENTS.items()
    }
    return (*columns, *told), answer.assign(**told)


@pytest.fixture(scope="module")
def expected(paper: Paper) -> dict[str, reading_back.Rows]:
    """By table, the lines that SQL and a few lines of plain Python make of it."""
    return {section.key: list(from_sql(section.tables[0])) for section in paper.sections}


def from_sql(table: Table) -> Iterator[tuple[str, ...]]:
    for row in table.answer.to_dict("records"):
        told = {c: None if pd.isna(v) else v for c, v in row.items()}
        yield tuple(
            reading_back.quantity(told[RAW + ATTAINMENTS[c]], row["measure_unit"]) if c in ATTAINMENTS
            else reading_back.written(c, told.get(RAW + c, told[c]))
            for c in formats.shown_columns(table.answer, table.columns)
        )  # fmt: skip


def test_all_questions_with_money_or_attainment_are_compared_and_nothing_is_compared_with_nothing(expected):
    assert len(expected) == len(QUESTIONS) > 40
    assert all(expected.values())
    cells = Counter(cell for rows in expected.values() for row in rows for cell in row)
    assert sum(cells.values()) > 10_000 and cells["—"] > 100 and sum("%" in cell for cell in cells) > 500


def test_the_screen_says_what_sql_says(paper, expected):
    for section in paper.sections:
        table = section.tables[0]
        told = formats.table(table.answer, *table.columns).to_string(delimiter="\x1f").splitlines()[1:]
        assert [tuple(formats.unmarked(line).split("\x1f")) for line in told] == expected[section.key], section.key


def test_a_workbook_holds_numbers_that_read_as_sql_says(paper, expected):
    for key, rows in zip(expected, reading_back.of_xlsx(xlsx.write(paper)), strict=True):
        assert rows == expected[key], key


def test_a_word_document_says_what_sql_says(paper, expected):
    template = (ROOT / "data/definitions/papers/bang-so.docx").read_bytes()
    for key, rows in zip(expected, reading_back.of_docx(docx.write(paper, template)), strict=True):
        assert rows == expected[key], key


def test_slides_say_what_sql_says(paper, expected):
    assert reading_back.of_pptx(pptx.write(paper)) == expected


def test_print_says_what_sql_says(paper, expected):
    text, at = reading_back.of_pdf(pdf.write(paper)), 0
    for key, rows in expected.items():
        at = text.index(reading_back.bare(f"Bảng {key.replace('-', '/', 1)}"), at)
        for row in rows:
            found = text.find(reading_back.bare("".join(row)), at)
            assert found >= at, (key, row)
            at = found
