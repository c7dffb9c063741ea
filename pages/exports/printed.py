"""A table in words, as every printed paper shows it: headings, cells, which columns stand to the right, and how it is laid out."""

import re
import unicodedata
from dataclasses import dataclass

from pages.exports import stamped, widths
from pages.exports.paper import Table
from pages.parts import formats

MONEY_UNIT = "triệu đồng"
NO_ROWS = "Chưa có dòng nào."
AMOUNTS = ("_vnd", "_share", "_count")  # a column of any other ending holds figures where all its cells do
FIGURE = re.compile(r"[+−-]?\d[\d.,]*( ?(%|điểm %))?")


@dataclass(frozen=True)
class Printed:
    """`to_right`: per column, whether it holds figures; `money_unit`: "" where the table has no money."""

    finding: str
    behind: str
    money_unit: str
    heads: list[str]
    rows: list[list[str]]
    to_right: list[bool]
    layout: widths.Layout


def printed(table: Table) -> Printed:
    """What of a table is printed: the columns that the screen shows, as it writes them."""
    columns = formats.shown_columns(table.answer, table.columns)
    heads = [text(table.heading(column)) for column in columns]
    rows = [[text(formats.said(column, row[column])) for column in columns] for row in table.answer.to_dict("records")]
    return Printed(
        finding=text(table.finding),
        behind=text(table.behind),
        money_unit=MONEY_UNIT if any(column.endswith("_vnd") for column in columns) else "",
        heads=heads,
        rows=rows,
        to_right=[_holds_figures(column, [row[place] for row in rows]) for place, column in enumerate(columns)],
        layout=widths.layout(heads, rows),
    )


def text(words: str) -> str:
    """A text fit for print; letters with their marks composed, so that what is searched for is found."""
    return unicodedata.normalize("NFC", stamped.printable(words))


def _holds_figures(column: str, cells: list[str]) -> bool:
    told = [cell for cell in cells if cell != formats.MISSING]
    return column.endswith(AMOUNTS) or (bool(told) and not column.endswith("_code") and all(FIGURE.fullmatch(cell) for cell in told))
