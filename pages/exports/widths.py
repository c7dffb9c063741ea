"""How wide the columns of a printed table are: figures never broken, texts in few lines, a wide table in smaller type or on its side."""

import math
import re
from dataclasses import dataclass
from itertools import pairwise

PORTRAIT, LANDSCAPE = 465.0, 710.0  # points between the margins of an A4 page
# on its side, points of the type: the first that fits is taken
LAYOUTS = [(False, 12.0), (False, 11.0), (False, 10.0), (True, 11.0), (True, 10.0), (True, 9.0)]
INSET = 8.5  # points left and right of a text in its cell, with the line between cells
WORD = 22  # characters: a longer word is broken wherever its line ends
FAIR = 7.0  # ems in which a text is still read with ease
LINE = 24.0  # ems of an average text beyond which more width saves no lines worth having
NARROW, WIDE = set(" .,:;'|!()[]-/ijltfrI"), set("mwMW%—@")


@dataclass(frozen=True)
class Layout:
    """`size`: points of the type; `widths`: shares of the page's width, one per column; `line_count`: lines of all rows, about."""

    is_wide: bool
    size: float
    widths: list[float]
    line_count: int


def layout(heads: list[str], rows: list[list[str]]) -> Layout:
    """The largest type in which every column has room, on an upright page if that can be."""
    columns = [[head, *(row[place] for row in rows)] for place, head in enumerate(heads)]
    least = [_least(cells) for cells in columns]
    wanted = [max(low, _wanted(cells)) for low, cells in zip(least, columns, strict=True)]
    fair = [min(high, max(low, FAIR)) for low, high in zip(least, wanted, strict=True)]
    fitting = [(is_wide, size) for is_wide, size in LAYOUTS if sum(fair) <= _room(is_wide, size, len(heads))]
    is_wide, size = fitting[0] if fitting else LAYOUTS[-1]
    across = shared(_room(is_wide, size, len(heads)), least, fair, wanted)
    line_count = sum(max(math.ceil(_ems(cell) / ems) for cell, ems in zip(row, across, strict=True)) for row in rows)
    return Layout(is_wide, size, [ems + INSET / size for ems in across], line_count)


def breakable(text: str, longest: int = WORD) -> str:
    """The text with places to break in words that no column holds, as names of files and hashes."""
    return re.sub(rf"(\S{{{longest // 2}}})(?=\S)", "\\1\u200b", text) if re.search(rf"\S{{{longest}}}", text) else text


def _room(is_wide: bool, size: float, count: int) -> float:
    """Ems that the texts of so many columns can fill side by side."""
    return ((LANDSCAPE if is_wide else PORTRAIT) - count * INSET) / size


def shared(room: float, *steps: list[float]) -> list[float]:
    """The room shared out: all columns reach a step before any goes on to the next; past the last, and before the first, in proportion."""
    for low, high in pairwise(steps):
        if sum(low) <= room < sum(high):
            part = (room - sum(low)) / (sum(high) - sum(low))
            return [least + (most - least) * part for least, most in zip(low, high, strict=True)]
    nearest = steps[-1] if room >= sum(steps[-1]) else steps[0]
    return [ems * room / sum(nearest) for ems in nearest]


def _least(cells: list[str]) -> float:
    """Ems of the longest word of a column; a figure is one word with what stands behind it."""
    return max(_ems(word) for cell in cells for word in breakable(cell).replace("\u200b", " ").split() or [""])


def _wanted(cells: list[str]) -> float:
    """Ems in which the heading takes two lines and no text many."""
    words = cells[0].split()
    head = min((max(_ems(" ".join(words[:n])), _ems(" ".join(words[n:]))) for n in range(len(words))), default=0.0)
    return max([head, *(min(_ems(cell), LINE) for cell in cells[1:])])


def _ems(text: str) -> float:
    """About how wide a text is in Liberation Serif bold, in ems."""
    return sum(0.32 if letter in NARROW else 0.9 if letter in WIDE else 0.74 if letter.isupper() else 0.52 for letter in text)
