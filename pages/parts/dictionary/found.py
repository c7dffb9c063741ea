"""Finding an entry as people type: without diacritics or with them, words in any order, beginnings of words; and near words."""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from pages.parts.dictionary.entries import Entry
from pages.parts.dictionary.words import folded

WORD = re.compile(r"[^\W_]+")
LONGEST = 100  # letters that are searched for
WHOLE = 2  # letters up to which a word must be met whole: a beginning of one or two letters is met almost everywhere
NEAR, SUGGESTED = 0.8, 3  # how alike (0-1) what is suggested must be, and how much is suggested

Words = tuple[str, ...]


@lru_cache(maxsize=4_096)
def words(text: str) -> Words:
    """The words of a text, folded."""
    return tuple(WORD.findall(folded(text)))


def hits(entries: Iterable[Entry], typed: str) -> list[Entry]:
    """The entries in which everything typed is met, the one of that code first, names and codes before texts, the closest first; with
    nothing typed all. What is typed in one piece ("TT&TT", "mart.money", "90/QĐ-TTg") is met in one piece.
    """
    wanted = tuple(piece for part in typed[:LONGEST].split() if (piece := words(part)))
    if not wanted:
        return [] if typed.strip() else list(entries)
    ranked = [(rank, place, entry) for place, entry in enumerate(entries) if (rank := _rank(entry, wanted, typed)) is not None]
    return [entry for _, _, entry in sorted(ranked, key=lambda one: one[:2])]


def is_code(entry: Entry, typed: str) -> bool:
    """Whether exactly the code of an entry was typed."""
    return folded(typed.strip()) == folded(entry.code)


def near(entries: Iterable[Entry], typed: str) -> list[str]:
    """What somebody who mistyped may have meant: codes and parts of names that are almost what was typed, the closest first."""
    wanted, told = words(typed[:LONGEST]), {}
    for entry in entries:
        name = WORD.findall(unicodedata.normalize("NFC", entry.label))
        longs = range(max(1, len(wanted) - 1), len(wanted) + 2)  # words run together or apart
        parts = (" ".join(name[start : start + long]) for long in longs for start in range(len(name) - long + 1))
        for one in (*parts, entry.code):
            told.setdefault(" ".join(words(one)), one)
    meant: list[str] = []
    for one in difflib.get_close_matches(" ".join(wanted), told, 5 * SUGGESTED, NEAR):
        if not any(one in other or other in one for other in meant):
            meant.append(one)
    return [told[one] for one in meant[:SUGGESTED]]


def _rank(entry: Entry, wanted: tuple[Words, ...], typed: str) -> tuple[bool, int, int] | None:
    """How far an entry is from what was typed: whether only without the diacritics typed, how it is met, how long its name is."""
    label, code, text = words(entry.label), words(entry.code), words(entry.text)
    flat = tuple(word for piece in wanted for word in piece)
    ways = (
        is_code(entry, typed),
        flat in (label, code, words(entry.code.rpartition(".")[2])),
        label[: len(flat)] == flat,
        all(_stands(piece, label, begun=False) for piece in wanted),
        _begin(wanted, label),
        _begin(wanted, label + code),
        _begin(wanted, label + code + text),
    )
    if not any(ways):
        return None
    is_unmarked = folded(typed) != typed.lower() and _marked(typed) not in _marked(f"{entry.label} {entry.text}")
    return is_unmarked, ways.index(True), len(label)


def _begin(wanted: tuple[Words, ...], told: Words) -> bool:
    return all(_stands(piece, told, begun=True) for piece in wanted)


def _stands(piece: Words, told: Words, *, begun: bool) -> bool:
    """Whether words stand in a text one after the other; `begun`: of the last one its beginning is enough, if that is not too short."""
    *before, last = piece
    is_begun = begun and len(last) > WHOLE
    return any(
        (word.startswith(last) if is_begun else word == last) and list(told[max(0, place - len(before)) : place]) == before
        for place, word in enumerate(told)
    )


def _marked(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.lower().split()))
