"""What one bad workbook of the folder is: how it is made, and the one thing the intake has to say of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.data.intake.bad.sheets import Sheets, good, put, xlsx


@dataclass(frozen=True)
class Bad:
    """A bad workbook. `place` is 'sheet!cell' ('' = the whole file); `says`: words its sentence must hold (found, expected).

    `outcome` is refused or warned; `also` are rules that may speak up beside the one meant.
    """

    name: str
    rule: str
    place: str
    says: tuple[str, ...]
    make: Callable[[Path], object]
    outcome: str = "refused"
    also: tuple[str, ...] = ()


def sheets(
    name: str, rule: str, place: str, says: tuple[str, ...], book: Sheets, outcome: str = "refused", also: tuple[str, ...] = ()
) -> Bad:
    """A bad .xlsx whose fault lies in what its cells hold."""
    return Bad(f"{name}.xlsx", rule, place, says, lambda path: xlsx(path, book), outcome, also)


def cell(name: str, rule: str, place: str, says: tuple[str, ...], value: object, outcome: str = "refused") -> Bad:
    """A good report in which this one cell is wrong."""
    return sheets(name, rule, place, says, put(good(), {place: value}), outcome)
