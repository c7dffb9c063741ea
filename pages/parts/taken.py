"""Taking a table away: the same rows as files for a spreadsheet, a report, a slide, a printer. Nothing is written before the click."""

from dataclasses import replace
from functools import partial
from typing import NamedTuple

import pandas as pd
import streamlit as st

from pages.exports import docx, pdf, pptx, xlsx
from pages.exports.paper import Paper, Section, Table
from pages.parts import filters, formats, paths, stage, standing
from pages.parts.ask import ask, frozen, template
from pages.parts.headings import HEADINGS
from pages.parts.report import stamp
from queries import about

TEMPLATE = "bang-so.docx"
FORMATS = {
    "xlsx": "Excel (.xlsx)",
    "docx": "Word (.docx)",
    "pptx": "PowerPoint (.pptx)",
    "pdf": "PDF (.pdf)",
    "csv": "Dữ liệu (.csv)",
}
LISTS = ("xlsx", "csv", "docx", "pdf")  # for a list of hundreds of lines, which no slide holds
SAMPLE = "-so-lieu-minh-hoa"  # in the name of every file with invented figures


class File(NamedTuple):
    """What is taken away of a table of which the screen shows less."""

    finding: str
    columns: tuple[str, ...]
    behind: str


def offer(
    answer: pd.DataFrame, columns: tuple[str, ...], finding: str, key: str, behind: str, endings: tuple[str, ...] = tuple(FORMATS),
    headings: dict[str, str] | None = None,
) -> None:  # fmt: skip
    """The files of a table, behind one button, of the formats that suit it; closed, it costs a run next to nothing.

    `headings`: what columns are called that only this table has.
    """
    if stage.is_on():
        return
    opened = st.popover("Tải bảng", key=f"lay-{key}", on_change="rerun")
    if not opened.open:
        return
    paper = one_table(answer, columns, finding, key, behind, headings)
    writers = {
        "xlsx": partial(xlsx.write, paper),
        "docx": partial(docx.write, paper, template(TEMPLATE)),
        "pptx": partial(pptx.write, paper),
        "pdf": partial(pdf.write, paper),
        "csv": partial(formats.csv, answer, columns, (formats.unmarked(finding), *notes(behind)), HEADINGS | (headings or {})),
    }
    with opened:
        for ending in endings:
            file, name = writers[ending], f"{paper.name}.{ending}"
            st.download_button(FORMATS[ending], file, file_name=name, key=f"tai-{key}-{ending}", on_click="ignore", width="stretch")


def one_table(
    answer: pd.DataFrame, columns: tuple[str, ...], finding: str, key: str, behind: str, headings: dict[str, str] | None = None
) -> Paper:
    """A table as a paper of its own: no letterhead, nobody to sign."""
    chosen = filters.chosen()
    told, whole = formats.unmarked(finding), stamp.stamp(chosen)
    table = Table(key, told, columns, answer, formats.unmarked(behind), headings=headings or {})
    return Paper(
        name=marked(f"{key}-{chosen.file_name}", is_sample=whole.is_sample),
        title=paths.title(),
        subtitle=f"{whole.scope[:1].upper()}{whole.scope[1:]}",
        sections=(Section(key, told, tables=(table,)),),
        stamp=whole,
        office=replace(stamp.office(), recipients=(), signer=""),
    )


def marked(name: str, *, is_sample: bool) -> str:
    """A file name that says which frozen version the figures are of, and whether they are invented."""
    here = frozen()
    return name + (f"-ban-{here.code}" if here else "") + (SAMPLE if is_sample else "")


def notes(behind: str) -> tuple[str, ...]:
    """What a .csv says of itself."""
    store, chosen = ask(about.store).iloc[0], filters.chosen()
    told = (
        f"Phạm vi: {chosen.whose(store.province_name)}; năm {chosen.plan_year}",
        formats.unmarked(behind),
        f"Phiên bản số liệu {store.figures_version}, dựng lúc {formats.moment(store.built_at)}",
    )
    return (standing.NATURE, *told) if store.has_samples else told
