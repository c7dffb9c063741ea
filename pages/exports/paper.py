"""What a paper says, whatever it is printed as: sections of sentences, tables and charts, and the stamp that says where they come from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

import pandas as pd

from pages.parts.headings import HEADINGS


@dataclass(frozen=True)
class Table:
    """Named columns of an answer under the finding they show. `behind`: how many reports stand behind it and up to when.

    Column names end as in `pages.parts.formats` (`_vnd`, `_share`, `_on`, …), which decides how their values are written.
    """

    key: str  # short ASCII: names the sheet, the file, and the table in tests
    finding: str
    columns: tuple[str, ...]
    answer: pd.DataFrame
    behind: str = ""
    name: str = ""  # in a few words, where its section has several: names the sheet
    headings: dict[str, str] = field(default_factory=dict)  # of columns that only this table has

    def heading(self, column: str) -> str:
        """What a column is called: here, or everywhere."""
        return self.headings.get(column) or HEADINGS[column]


@dataclass(frozen=True)
class Chart:
    """One message, drawn by the program that opens the paper. `series`: name on screen → column of the answer, all of one ending."""

    kind: Literal["bars", "columns", "line"]
    answer: pd.DataFrame
    category: str
    series: tuple[tuple[str, str], ...]
    alt: str


@dataclass(frozen=True)
class Section:
    """A part of a paper under its heading. `blanks`: what a person must still write here, each as a prompt. `is_annex`: its tables stand
    after the signature of an official paper.
    """

    key: str
    heading: str
    said: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    chart: Chart | None = None
    blanks: tuple[str, ...] = ()
    parts: tuple["Section", ...] = ()
    is_annex: bool = False

    @property
    def is_empty(self) -> bool:
        """Nothing in it but blanks: a paper must not go out with it."""
        return not (self.said or self.chart or any(len(t.answer) for t in self.tables) or any(not p.is_empty for p in self.parts))


@dataclass(frozen=True)
class Stamp:
    """Where the figures of a paper come from. `at` is fixed by the version (the freeze, or when the store was built), never the clock's."""

    scope: str  # whose money, which plan year
    behind: str  # which reports, up to when
    on: date
    version: str
    digest: str  # SHA-256 of the store that was asked
    at: datetime
    frozen: str = ""  # the name of the frozen version, "" for a live one
    is_sample: bool = False
    on_told: str = ""  # instead of the day, where it was asked otherwise than by the frame


@dataclass(frozen=True)
class Office:
    """Who issues papers, as their head and foot say it."""

    authority: str  # the body above, as "Ủy ban nhân dân tỉnh …"
    name: str
    place: str
    programme: str
    recipients: tuple[str, ...] = ()
    signer: str = ""  # the title above the signature
    abbreviation: str = ""  # of its name, in the number of a paper


@dataclass(frozen=True)
class Paper:
    """A whole paper. `name` is its file name without ending."""

    name: str
    title: str
    subtitle: str
    sections: tuple[Section, ...]
    stamp: Stamp
    office: Office

    def every_section(self) -> Iterator[Section]:
        """Sections and their parts, in the order of reading."""
        yield from inside(self.sections)


class Unready(Exception):
    """A paper that must not be produced: sections that are empty or failed. `sections` are their headings."""

    def __init__(self, empty: list[str], failed: list[str]) -> None:
        self.empty, self.failed = empty, failed
        told = [f"chưa có nội dung: {', '.join(empty)}"] if empty else []
        told += [f"gặp lỗi khi lập: {', '.join(failed)}"] if failed else []
        super().__init__(f"Chưa lập được văn bản ({'; '.join(told)}).")


def inside(sections: Iterable[Section]) -> Iterator[Section]:
    """Sections, each followed by its parts and theirs."""
    for section in sections:
        yield section
        yield from inside(section.parts)
