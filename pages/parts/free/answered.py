"""The answer to a written statement: its columns under words a reader knows, its values written as they are, exact."""

import math
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

import pandas as pd

from pages.parts import formats
from pages.parts.ask import Answer
from pages.parts.free import called

LONGEST = 300  # letters of a value on screen; files have all of it
LARGEST = 2**63
MOST = 2  # of a rate: beyond it something is amiss
DIGITS = 40  # of a whole number that is written out
YEAR = re.compile(r"(^|_)(year|nam|năm)($|_)", re.IGNORECASE)
NUMBERS = ("vnd", "share", "count", "number", "whole")


class Column(NamedTuple):
    """A column of an answer. `ending` says how its values are written: vnd (whole đồng), share (0-1, written in %), count and whole (whole
    numbers, with dots or, as years, without), number (with decimals), day, moment, yes, text.
    """

    name: str
    heading: str
    ending: str

    @property
    def is_number(self) -> bool:
        return self.ending in NUMBERS


def settled(answer: Answer) -> tuple[Answer, int]:
    """An answer without what is no number (inf, nan: mostly a division by zero), and how many values of it were none."""
    rows = [[None if isinstance(value, float) and not math.isfinite(value) else value for value in row] for row in answer.rows]
    return replace(answer, rows=rows), sum(row.count(None) for row in rows) - sum(row.count(None) for row in answer.rows)


def columns(answer: Answer, sql: str) -> list[Column]:
    """The columns of an answer in their order, each under another heading (pages.parts.free.called)."""
    found = []
    for place, (name, heading) in enumerate(zip(answer.columns, called.headings(answer.columns, sql), strict=True)):
        ending = _ending(name, answer.kinds[place], [row[place] for row in answer.rows])
        unit = " (đồng)" if name.endswith("_vnd") and ending in NUMBERS else ""
        found.append(Column(name, heading + unit, ending))
    return found


def beyond(answer: Answer, told: list[Column]) -> list[str]:
    """The headings of rates that no rate of a part reaches: below 0 % or above 200 %."""
    shares = [(place, column) for place, column in enumerate(told) if column.ending == "share"]
    return [c.heading for n, c in shares if any(row[n] is not None and not 0 <= row[n] <= MOST for row in answer.rows)]


def table(answer: Answer, told: list[Column], first: int, last: int) -> pd.io.formats.style.Styler:
    """Some rows of an answer for `st.table`; nothing in them is read as layout. Numbers stand to the right."""
    heads = [formats.plain(column.heading) for column in told]
    rows = answer.rows[first:last]
    sent = {head: _sent(column, [row[n] for row in rows]) for n, (head, column) in enumerate(zip(heads, told, strict=True))}
    return pd.DataFrame(sent, dtype=object).style.hide(axis="index").format({h: _writer(c) for h, c in zip(heads, told, strict=True)})


def written(column: Column, value: Any, longest: int = LONGEST) -> str:
    """A value as the screen writes it, in plain text; "—" where there is none."""
    if value is None:
        return formats.MISSING
    if column.ending == "share" and _is_finite(value) and abs(value) < formats.MILLION:
        return formats.share(value)
    if column.is_number and _is_finite(value):
        return str(int(value)) if column.ending == "whole" else number(value)
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M:%S}"
    if isinstance(value, date):
        return f"{value.day:02}/{value.month:02}/{value.year:04}" + (" (còn hiệu lực)" if value.year == 9999 else "")
    text = formats.KINDS.get(str(value), str(value)) if column.name == "kind" else str(value)
    return text if len(text) <= longest else f"{text[:longest]}…"


def number(value: Any, places: int = 6) -> str:
    """A number as Vietnamese write it, with as many decimals as it has, at most `places`; very large and very small ones as powers."""
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not exact:
        return "0"
    if not -places <= exact.adjusted() <= DIGITS:
        return str(exact.normalize()).replace(".", ",")
    whole, _, decimals = f"{exact:,.{places}f}".partition(".")
    return ",".join(filter(None, (whole.replace(",", "."), decimals.rstrip("0"))))


def _sent(column: Column, values: list[Any]) -> list[Any]:
    """What goes to the browser: numbers, where it can hold each, else texts as they are shown."""
    is_held = column.is_number and all(value is None or (_is_finite(value) and abs(value) < LARGEST) for value in values)
    return values if is_held else [None if value is None else written(column, value) for value in values]


def _writer(column: Column) -> Callable[[Any], str]:
    return lambda value: formats.plain(value if isinstance(value, str) else written(column, value))


def _ending(name: str, kind: str, values: list[Any]) -> str:
    if kind == "BOOLEAN":
        return "yes"
    if kind == "DATE":
        return "day"
    if kind.startswith("TIMESTAMP"):
        return "moment"
    if not any(part in kind for part in ("INT", "DECIMAL", "DOUBLE", "FLOAT")) or kind.endswith("]") or "(" in kind.replace("DECIMAL(", ""):
        return "text"
    known = [value for value in values if value is not None]
    if name.endswith("_share"):
        return "share"
    if all(isinstance(value, int) or (_is_finite(value) and value == int(value)) for value in known):
        ending = "whole" if YEAR.search(name) and all(1900 <= value <= 2999 for value in known) else "count"
        return "vnd" if name.endswith("_vnd") else ending
    return "number"


def _is_finite(value: Any) -> bool:
    return isinstance(value, (int, float, Decimal)) and math.isfinite(value)
