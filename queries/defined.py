"""What can be counted and by what it can be cut: measures, dimensions and subjects, each said once in a .toml beside this file.

Pages, the pivot, explanations, the dictionary and exports take names, wording and the rule of adding up from here.
"""

import tomllib
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, model_validator

ROOM = Path(__file__).parent


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    code: str
    label: str


class Measure(_Said):
    """A figure. `adds`: "sum" adds up over whatever its subject may add over; "ratio" is Σ numerator / Σ denominator of the cell itself;
    "level" is worked out anew at each cell; "none" stands only in the row it is of. There is no mean.
    """

    how: str
    adds: Literal["sum", "ratio", "level", "none"]
    numerator: str = ""
    denominator: str = ""
    heads: bool = True  # the head of a column; False: stands on screen only inside sentences
    key: str = ""  # in the address of a pivot; "" = no pivot offers it
    legal_basis: str = ""

    @model_validator(mode="after")
    def _is_whole(self) -> "Measure":
        if (self.adds == "ratio") != bool(self.numerator and self.denominator):
            raise ValueError(f"{self.code}: numerator and denominator go with adds = ratio")
        return self

    @property
    def ending(self) -> str:
        """What its values are: "vnd" đồng, "share" 0-1, "count", else "number" in the unit of its indicator."""
        return next((ending for ending in ("vnd", "share", "count") if self.code.endswith(f"_{ending}")), "number")


class Dimension(_Said):
    """What figures can be cut by. `code` is its name in `mart.member` and in the questions under pivot/; `key` its name in addresses."""

    key: str
    about: str
    members: dict[str, str] = {}  # codes that stand in no table, in their order, and what they are called
    legal_basis: str = ""


class Subject(_Said):
    """A kind of fact; its question is pivot/<code>. Nothing is added up over the dimensions in `apart`: the same would count twice.

    `kept` narrows where the reader chose nothing. `as_of`: its figures stand at the chosen cut-off ("on"), or, live, at today ("today").
    """

    measures: tuple[str, ...]
    dimensions: tuple[str, ...]
    apart: tuple[str, ...] = ()
    kept: dict[str, tuple[str, ...]] = {}
    as_of: Literal["on", "today"] = "on"
    about: str = ""


S = TypeVar("S", bound=_Said)


def _read(name: str, model: type[S]) -> dict[str, S]:
    told: dict[str, dict[str, Any]] = tomllib.loads((ROOM / name).read_text(encoding="utf-8"))
    return {code: model.model_validate({"code": code} | fields) for code, fields in told.items()}


MEASURES = _read("measures.toml", Measure)
DIMENSIONS = _read("dimensions.toml", Dimension)
SUBJECTS = _read("subjects.toml", Subject)
