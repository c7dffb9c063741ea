"""What an indicator is: how it is counted, what it is measured against, and who wrote, checked and reviewed its definition."""

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from data.definitions.models import Named


class Indicator(Named):
    """One indicator; one file each in indicators/, named after its code.

    A target and what was achieved are written in `unit`. A "ratio" is Σ numerator / Σ denominator in percent; a "count" adds up.
    A "reduction" compares levels: achieved = level at the beginning − level now, in `unit` ("điểm %"), the levels in `level_unit`.
    """

    position: int  # order on the screen
    groups: list[str] = Field(min_length=1)
    component_code: str = ""
    unit: str = Field(min_length=1)
    level_unit: str = ""
    direction: Literal["up", "down"]
    measure: Literal["level", "reduction"]
    value: Literal["count", "ratio"]
    counted: str = Field(min_length=1)  # "người" counts each person once, "lượt người" every attendance
    numerator: str = ""
    denominator: str = ""
    breakdowns: list[str] = Field(default_factory=list)
    held_by: list[str] = Field(default=["district"], min_length=1)  # kinds of unit or unit codes whom a standing target binds
    # grows through the year from 0; starts from last year's level; is known only at the year's end; or must hold on any day
    pace: Literal["even", "level", "end", "always"] = "even"
    result_from: Literal["form", "money", "reports"] = "form"  # the sheet, or what the product counts itself
    form_column: str = ""  # form.field of the result
    standing_target: float | None = None  # holds for every unit and year for which nobody set another
    baseline: float | None = None  # level before the first of the five years
    baseline_on: date | None = None
    five_year_target: float | None = None  # what the five years are to reach: a level, a sum, or a reduction in all
    five_year_note: str = ""
    legal_basis: str = Field(min_length=1)
    note: str = ""
    authored: str = Field(min_length=1)
    checked: str = ""
    reviewed: str = ""

    @model_validator(mode="after")
    def _is_whole(self) -> "Indicator":
        if (self.direction == "down") != (self.measure == "reduction"):
            raise ValueError("direction = “down” đi với measure = “reduction”, “up” đi với “level”")
        if self.value == "ratio" and not (self.numerator and self.denominator):
            raise ValueError("chỉ tiêu tỷ lệ (value = “ratio”) cần numerator và denominator")
        if self.measure == "reduction" and not self.level_unit:
            raise ValueError("chỉ tiêu giảm (measure = “reduction”) cần level_unit")
        if (self.result_from == "form") != bool(self.form_column):
            raise ValueError("result_from = “form” cần form_column, cách khác thì để trống form_column")
        return self
