"""Making the sections of a paper: all of them, or none with the reason."""

import dataclasses
import logging
from collections.abc import Callable, Iterator, Mapping
from itertools import count

from pages.exports.paper import Section, Unready, inside
from pages.parts import filters

Builder = Callable[[filters.Chosen], Section]

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
LETTERS = "abcdđeghiklmnopqrstuvxy"  # as points are counted in official papers
TABLE = "Biểu số liệu"  # never the word alone: a Biểu with a number is the circular's

LOG = logging.getLogger(__name__)


def sections(chosen: filters.Chosen, builders: Mapping[str, Builder]) -> tuple[Section, ...]:
    """The sections by their builders, in order. One that is empty, or failed, raises Unready with the headings of all of those.

    What failed is in the log in full. A part of a section that is empty counts as much as the section.
    """
    made: list[Section] = []
    failed: list[str] = []
    for heading, builder in builders.items():
        try:
            made.append(builder(chosen))
        except Exception:  # whatever a section did not foresee: the paper is not produced, and the log says why
            LOG.exception("the section %s failed", heading)
            failed.append(heading)
    empty = [section.heading for section in inside(made) if section.is_empty]
    if empty or failed:
        raise Unready(empty, failed)
    return tuple(made)


def numbered(made: tuple[Section, ...]) -> tuple[Section, ...]:
    """Numbered as official papers are: sections I., 1., a); tables through the whole paper. An annex has no number."""
    tables = count(1)
    heads = iter(ROMAN)
    return tuple(_numbered(s, "" if s.is_annex else f"{next(heads)}. ", (str(n) + ". " for n in count(1)), tables) for s in made)


def _numbered(section: Section, head: str, inside: Iterator[str], tables: Iterator[int]) -> Section:
    told = tuple(dataclasses.replace(t, finding=f"{TABLE} {next(tables)}: {t.finding}") for t in section.tables)
    parts = tuple(_numbered(part, next(inside), (f"{letter}) " for letter in LETTERS), tables) for part in section.parts)
    return dataclasses.replace(section, heading=head + section.heading, tables=told, parts=parts)
