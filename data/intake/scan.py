"""What the reading library does not tell about a workbook: hidden rows, errors, formulas without a value, its size before it is built."""

import re
from dataclasses import dataclass, field

from data.intake.grid import Position, a1

COLUMNS = 16_384  # what a sheet of Excel has
AREA = 10_000_000  # cells of the rectangle from A1 to the last one: the library builds all of it, empty ones too
_ERROR = re.compile(r"#(REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|N/A|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA)|Err:\d{3}")


class Fault(Exception):
    """Why a file cannot be read: a rule's name, then sheet, what was found, and the cell."""

    def __init__(self, rule: str, sheet: str = "", found: str = "", cell: str = "") -> None:
        super().__init__(rule, sheet, found, cell)


def is_error(text: str) -> bool:
    """The error values of Excel and LibreOffice."""
    return _ERROR.fullmatch(text.strip()) is not None


@dataclass
class Extra:
    """One sheet's oddities, by position. `errors` holds the error's text: the library gives such a cell as empty."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    uncached: set[Position] = field(default_factory=set)
    errors: dict[Position, str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


class Meter:
    """Counts filled rows and cells sheet by sheet; raises Fault as soon as there are more than there may be."""

    def __init__(self, max_cells: int, max_rows: int) -> None:
        self._max_cells, self._max_rows, self._cells = max_cells, max_rows, 0
        self.sheet("")

    def sheet(self, name: str) -> None:
        self._name, self._rows = name, 0
        self._lowest = self._rightmost = (-1, -1)

    def row(self, at: int, filled: list[int], times: int = 1) -> None:
        """A row (or several alike) with these filled columns."""
        if not filled:
            return
        self._rows += times
        self._cells += times * len(filled)
        if self._rows > self._max_rows:
            raise Fault("too_many_rows", self._name, str(self._rows), a1(at, filled[0]))
        if self._cells > self._max_cells:
            raise Fault("too_many_cells", self._name, str(self._cells), a1(at, filled[0]))
        last = (at + times - 1, max(filled))
        self._lowest = max(self._lowest, last)
        self._rightmost = max(self._rightmost, last, key=lambda p: p[1])

    def end(self) -> None:
        """The sheet is over: one cell far from the rest makes it as large as if it were full."""
        if self._lowest[0] >= self._max_rows:
            raise Fault("far_cell", self._name, a1(*self._lowest), a1(*self._lowest))
        if (self._lowest[0] + 1) * (self._rightmost[1] + 1) > AREA:
            raise Fault("far_cell", self._name, a1(*self._rightmost), a1(*self._rightmost))
