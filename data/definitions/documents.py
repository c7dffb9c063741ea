"""Which documents an office requires of its units each year: plans, decisions, guidance, reports (required_documents.csv)."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from pydantic import Field, field_validator

from data.definitions.models import Defined, Words

EVERY = "*"


class RequiredDocument(Defined):
    """One line of the list. It is asked of each unit of `of`; with component "*" once for each component that the unit leads."""

    code: str = Field(min_length=1)
    name: str = Field(min_length=1)
    short_name: str = Field(min_length=1)
    kind: str = Field(min_length=1)
    of: Words = Field(min_length=1)  # kinds of unit, or unit codes
    plan_year: Words = Field(default=[EVERY])
    due: str = ""  # the last day in the plan year, month-day; blank = none is set
    component: str = ""  # blank = about the whole programme
    legal_basis: str = Field(min_length=1)
    note: str = ""

    @field_validator("due")
    @classmethod
    def _is_a_day_of_every_year(cls, due: str) -> str:
        if due:
            try:
                date(2001, int(due[:2]), int(due[3:]))  # a year without 29/02
            except ValueError:
                raise ValueError(_WANTED.format(due=due)) from None
            if not re.fullmatch(r"\d\d-\d\d", due):
                raise ValueError(_WANTED.format(due=due))
        return due

    def is_of(self, year: int) -> bool:
        return EVERY in self.plan_year or str(year) in self.plan_year

    def due_on(self, year: int) -> date | None:
        return date(year, int(self.due[:2]), int(self.due[3:])) if self.due else None


_WANTED = "cột “due”: tìm thấy “{due}”, cần ngày có trong mọi năm, dạng tháng-ngày như 05-31, hoặc để trống"


def faults(required: tuple[RequiredDocument, ...], units: Collection[str], components: Collection[str]) -> Iterator[str]:
    """One Vietnamese sentence per thing in the list that the other definitions do not know; `units` holds kinds of unit, too."""
    seen: set[str] = set()
    for r in required:
        where = f"required_documents.csv: {r.code}"
        if r.code in seen:
            yield f"required_documents.csv: mã “{r.code}” có hai lần; cần mỗi mã một lần."
        seen.add(r.code)
        if unknown := set(r.of) - set(units):
            yield f"{where}, cột “of”: tìm thấy {sorted(unknown)}, cần mã đơn vị hoặc loại đơn vị."
        if r.component not in ("", EVERY, *components):
            yield f"{where}, cột “component”: tìm thấy “{r.component}”, cần mã tiểu dự án, “*” (từng tiểu dự án chủ trì) hoặc để trống."
        if wrong := [y for y in r.plan_year if y != EVERY and not re.fullmatch(r"\d{4}", y)]:
            yield f"{where}, cột “plan_year”: tìm thấy {wrong}, cần năm có bốn chữ số hoặc “*”."
