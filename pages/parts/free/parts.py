"""A statement taken apart as far as words beside its answer need: without texts and comments, its tables, what its columns are made of."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pages.parts import ask

COMMENTS = re.compile(r"--[^\n]*|/\*.*?\*/|'[^']*'", re.DOTALL)  # and texts in quotes: what in a statement is no word of it
QUOTED = re.compile(r'"[^"]*"')
BEGIN = (
    "select", "distinct", "from", "where", "group", "having", "order", "qualify", "limit", "union", "on", "by", "and", "or", "not", "join",
)  # fmt: skip
ENDS = re.compile(rf'"[^"]*"|[(),;]|\b(?:{"|".join(BEGIN)})\b', re.IGNORECASE)
NAMED = re.compile(r'^(.*[\w)"])(?:\s+as\s+|\s+|(?<=[)"]))(?:"([^"]+)"|([^\W\d]\w*))$', re.IGNORECASE | re.DOTALL)
NO_NAMES = ("asc", "desc", "first", "last", "end")


class Made(NamedTuple):
    """A column that a statement names itself, and the expression it is made of."""

    name: str
    of: str


def bare(sql: str) -> str:
    """A statement without its comments and texts in quotes, each a blank as long."""
    return COMMENTS.sub(lambda found: " " * len(found[0]), sql)


def unquoted(text: str) -> str:
    """The same without names in quotes."""
    return QUOTED.sub(lambda found: " " * len(found[0]), text)


def tables(sql: str) -> list[tuple[NamedTuple, int]]:
    """The documented tables (pages.parts.ask.documented) that a statement names, and how often."""
    text = bare(sql)
    counted = [(table, len(_named(table.name).findall(text))) for table in ask.documented()]
    return [(table, count) for table, count in counted if count]


def made(sql: str) -> list[Made]:
    """Every column that a statement gives a name of its own."""
    named = filter(None, (NAMED.match(item.strip()) for item in _items(bare(sql))))
    told = [Made((found[2] or found[3]).lower(), found[1]) for found in named]
    return [one for one in told if one.name not in NO_NAMES]


def in_brackets(text: str, start: int) -> str:
    """What stands from a place to the bracket that closes there."""
    depth, place = 1, start
    while place < len(text) and depth:
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        place += 1
    return text[start : place - (not depth)]


@cache
def _named(table: str) -> re.Pattern[str]:
    return re.compile(rf'(?<![\w.])"?mart"?\s*\.\s*"?{table}(?!\w)', re.IGNORECASE)


def _items(text: str) -> Iterator[str]:
    """What stands between commas and the words that begin a part, each with the brackets inside it whole."""
    starts = [0]
    for found in ENDS.finditer(text):
        mark = found[0]
        if mark.startswith('"'):
            continue
        if mark == "(":
            starts.append(found.end())
        elif mark == ")":
            if len(starts) > 1:
                starts.pop()
        else:
            yield text[starts[-1] : found.start()]
            starts[-1] = found.end()
    yield text[starts[0] :]
