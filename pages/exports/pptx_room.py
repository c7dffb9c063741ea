"""How much room a text takes on a slide: a slide has no end to flow over, so what does not fit must be known before it is written.

Widths are those of Arial, which every office machine has (Liberation Sans and Helvetica are as wide). Lengths are in points.
"""

import unicodedata
from functools import lru_cache

LINE = 1.2  # the height of a line, of the size of its letters
BOLD = 1.08
SPARE = 1.03  # programs set the same letters a little wider or narrower
# thousandths of the size, for the characters from space to tilde
WIDTHS = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
WIDEST = 1000  # a sign that is not a letter


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is on one line."""
    return _thousandths(text) * size / 1000 * SPARE * (BOLD if bold else 1)


@lru_cache(maxsize=100_000)  # words come again and again
def _thousandths(text: str) -> int:
    return sum(_wide(sign) for sign in text)


def _wide(sign: str) -> int:
    base = unicodedata.normalize("NFD", sign)[0]  # ế is as wide as e
    if " " <= base <= "~":
        return WIDTHS[ord(base) - 32]
    return 600 if sign.isalpha() else 0 if unicodedata.combining(sign) else WIDEST


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a column must be for this text to break between words only."""
    return max((width(word, size, bold=bold) for word in text.split()), default=0)


def lines(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """The lines into which a text falls in so much room; a word that is too long for a line is cut."""
    told, blank = [], width(" ", size, bold=bold)
    for paragraph in text.split("\n"):
        line, length = "", 0.0
        for word in paragraph.split():
            wide = width(word, size, bold=bold)
            if line and length + blank + wide <= room:
                line, length = f"{line} {word}", length + blank + wide
                continue
            told += [line] if line else []
            *cut, line = _cut(word, room, size, bold=bold) if wide > room else [word]
            told, length = [*told, *cut], width(line, size, bold=bold)
        told.append(line)
    return told


def _cut(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    """A word in pieces that fit."""
    pieces = [""]
    for sign in word:
        if pieces[-1] and width(pieces[-1] + sign, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def height(count: int, size: float) -> float:
    """How high so many lines are."""
    return count * size * LINE
