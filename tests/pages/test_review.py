"""Báo cáo giám sát: its sentences say the figures of the workbooks, it has the outline of the law, and it is not produced half."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from pages.exports.paper import Paper, Section, Unready
from pages.parts.formats import million, share
from pages.parts.headings import HEADINGS
from pages.parts.report import capital, guidance, made, progress, review
from queries import disbursement
from tests import plain
from tests.pages import report_door

END, JUNE = date(2024, 12, 31), date(2024, 6, 14)
OUTLINE = ("I. Công tác chỉ đạo", "II. Giao vốn", "III. Tiến độ", "IV. Năng lực", "V. Tồn tại", "VI. Kiến nghị", "Biểu số liệu kèm theo")
CHOICES = [(END, {}), (END, {"component": "DA7"}), (JUNE, {}), (END, {"unit": "SNNPTNT", "source": "NSTW"})]
FEBRUARY = date(2024, 2, 14)
MARKS = re.compile(r"\*\*|\\|:small\[|<b>|&nbsp;| {2}|\.\.|,,|; ;|nan\b|None\b|<NA>")


@pytest.fixture(scope="module")
def papers(samples_home: Path) -> Callable[..., Paper]:
    """The report at a day, narrowed; each made once."""
    kept: dict[tuple, Paper] = {}

    def of(on: date = END, **narrowed: str) -> Paper:
        key = on, *sorted(narrowed.items())
        if key not in kept:
            with report_door.chosen(samples_home, on, **narrowed) as chosen:
                kept[key] = review.paper(chosen)
        return kept[key]

    return of


@pytest.fixture(scope="module")
def archive(samples_home: Path) -> plain.Archive:
    return plain.read(samples_home)


def part(paper: Paper, key: str) -> Section:
    return next(section for section in paper.every_section() if section.key == key)


def texts(paper: Paper) -> Iterator[str]:
    """Every text of a paper but what units wrote themselves."""
    for section in paper.every_section():
        yield from (section.heading, *section.said, *section.blanks)
        for table in section.tables:
            yield from (table.finding, table.behind)


def counts(narrowed: dict[str, str]) -> Callable[[plain.Line], bool]:
    """Whether a line of this year's capital is among those that were chosen."""
    component, source, kind, unit = (narrowed.get(name, "") for name in ("component", "source", "capital_type", "unit"))
    return lambda line: (
        line.capital_year == END.year
        and line.component.startswith(component)
        and line.source.startswith(source)
        and line.type.startswith(kind)
        and line.unit.startswith(unit)
    )


@pytest.mark.parametrize(("on", "narrowed"), CHOICES)
def test_the_headline_and_the_plan_are_those_of_the_workbooks(papers, archive, on, narrowed):
    figures = archive.figures(on.year, on, counts(narrowed))
    said = part(papers(on, **narrowed), "ket-qua-chung").said
    assert f"là {million(figures.planned)} triệu đồng" in said[0]
    assert (
        f"giải ngân {million(figures.disbursed)}/{million(figures.compared)} triệu đồng, đạt {share(figures.share)} kế hoạch vốn" in said[1]
    )
    assert said[-1].startswith(f"Số liệu tính đến {on:%d/%m/%Y}; ")


@pytest.mark.parametrize("on", [END, JUNE])
def test_each_project_has_a_part_that_says_its_money(papers, archive, on):
    projects = {line.component.partition("-")[0] for line in archive.lines(on.year, on) if line.capital_year == on.year}
    parts = {section.key: section for section in part(papers(on), "muc-tieu").parts}
    assert len(projects) >= 6
    assert parts.keys() == {"chi-tieu"} | {f"du-an-{code.lower()}" for code in projects}
    for code in projects:
        figures = archive.figures(on.year, on, counts({"component": code}))
        assert (
            parts[f"du-an-{code.lower()}"].said[0].startswith(f"Giải ngân {million(figures.disbursed)}/{million(figures.compared)} triệu")
        )


def test_the_tables_of_units_and_components_say_the_figures_of_the_workbooks(papers, archive):
    told = {table.key: table.answer for table in part(papers(), "phu-luc").tables}
    for _, row in told["don-vi"].iterrows():
        figures = archive.figures(END.year, END, counts({"unit": row.unit_code}))
        assert (row.planned_vnd, row.disbursed_vnd) == (figures.planned, figures.disbursed), row.unit_code
    assert len(told["don-vi"]) == 15
    for _, row in told["tieu-du-an"].iterrows():
        figures = archive.figures(END.year, END, counts({"component": row.component_code}))
        assert (row.planned_vnd, row.disbursed_vnd) == (figures.planned, figures.disbursed), row.component_code


def test_the_headline_is_that_of_the_overview(papers, opened):
    page = opened("pages/overview/overview.py", nam="2024", ngay="2024-06-14")
    assert page.header[0].value == part(papers(JUNE), "ket-qua-chung").said[1]


@pytest.mark.parametrize(("on", "narrowed"), [*CHOICES, (FEBRUARY, {})])
def test_it_has_the_outline_of_the_law_and_says_everywhere_what_stands_behind_it(papers, on, narrowed):
    paper = papers(on, **narrowed)
    assert [section.heading.startswith(start) for section, start in zip(paper.sections, OUTLINE, strict=True)] == [True] * 7
    for section in paper.sections:
        every = [section, *section.parts]
        behind = [t.behind for one in every for t in one.tables] + [text for one in every for text in one.said]
        assert any("ính đến" in text for text in behind), section.heading
    assert all(table.behind for section in paper.every_section() for table in section.tables)
    assert paper.stamp.is_sample
    assert paper.stamp.at.microsecond == 0


@pytest.mark.parametrize(("on", "narrowed"), [*CHOICES, (FEBRUARY, {})])
def test_its_texts_are_plain_sentences_and_its_tables_can_be_written(papers, on, narrowed):
    paper = papers(on, **narrowed)
    for text in texts(paper):
        assert not MARKS.search(text), text
    for section in paper.every_section():
        assert all(line.endswith((".", ":", ")")) for line in section.said), section.said
        for table in section.tables:
            assert table.key.isascii()
            assert set(table.columns) <= HEADINGS.keys() & set(table.answer.columns), table.key
            assert len(table.answer), table.key


def test_parts_and_tables_are_numbered_through_the_paper(papers):
    paper = papers()
    tables = [table for section in paper.every_section() for table in section.tables]
    assert [table.finding.partition(":")[0] for table in tables] == [f"Biểu số liệu {n}" for n in range(1, len(tables) + 1)]
    assert len({table.key for table in tables}) == len(tables)
    assert [section.heading.partition(" ")[0] for section in paper.sections[1].parts] == [f"{n}." for n in range(1, 9)]
    assert [section.is_annex for section in paper.sections] == [False] * 6 + [True]


def test_plan_without_a_figure_is_said_with_the_lower_bound(thin_home):
    with report_door.chosen(thin_home, JUNE) as chosen:
        paper = review.paper(chosen)
    figures = plain.read(thin_home).figures(2024, JUNE, counts({}))
    said = " ".join(part(paper, "ket-qua-chung").said)
    assert f"{million(figures.unreported)} triệu đồng kế hoạch chưa có số giải ngân" in said
    assert f"tỷ lệ ít nhất {share(figures.disbursed / figures.planned)}" in said
    assert "3/15 đơn vị có số liệu đúng ngày" in said


def test_a_year_without_visits_says_so(papers):
    early = papers(FEBRUARY)
    assert guidance.NO_VISIT in part(early, "ke-hoach-giam-sat").said
    assert guidance.NO_VISIT in part(early, "qua-giam-sat").said


@pytest.mark.parametrize("narrowed", [{"component": "DA5"}, {"component": "DA3", "capital_type": "DTPT"}])
def test_without_money_it_is_not_produced_and_says_which_section_is_empty(samples_home, narrowed):
    with report_door.chosen(samples_home, END, **narrowed) as chosen, pytest.raises(Unready) as told:
        review.paper(chosen)
    assert (told.value.empty, told.value.failed) == ([capital.HEADING], [])


def test_a_question_that_fails_names_its_section_and_is_in_the_log(samples_home, monkeypatch, caplog):
    def broken(*_: object, **__: object) -> pd.DataFrame:
        raise RuntimeError("no such table")

    monkeypatch.setattr(disbursement, "by_fund_source", broken)
    with report_door.chosen(samples_home, END) as chosen, pytest.raises(Unready) as told:
        review.paper(chosen)
    assert (told.value.empty, told.value.failed) == ([], [capital.HEADING])
    assert "no such table" in caplog.text


def test_an_empty_part_is_named_beside_what_failed(samples_home):
    def fails(_: object) -> Section:
        raise ValueError

    builders = {
        "Một": lambda _: Section("a", "Một", parts=(Section("b", "Trong một"),)),
        "Hai": fails,
        "Ba": lambda _: Section("c", "Ba", ("Có.",)),
    }
    with report_door.chosen(samples_home, END) as chosen, pytest.raises(Unready) as told:
        made.sections(chosen, builders)
    assert (told.value.empty, told.value.failed) == (["Một", "Trong một"], ["Hai"])


def test_a_year_without_targets_has_an_empty_section(samples_home, monkeypatch):
    monkeypatch.setattr(
        progress, "held", lambda chosen: pd.DataFrame({"breakdown_name": [""], "planned": [None], "component_code": [None]})
    )
    with report_door.chosen(samples_home, END) as chosen:
        assert progress._whole(chosen).is_empty
