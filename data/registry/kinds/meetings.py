"""What a meeting concluded: tasks, each with who, what and by when; and how far a task got, told afterwards."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from data.registry.body import Body

Stage = Literal["not_begun", "doing", "done"]


class Conclusion(Body):
    """One task. The meeting is the frozen version it looked at; who does it is a unit of the list or, where it is none, a name.

    `page` is the address of the page of the figure that it is about, `about` the figure in words; "" where it is about none.
    """

    kind: ClassVar[str] = "conclusion"
    meeting_code: str = Field(min_length=1)
    meeting_name: str = Field(min_length=1, max_length=120)
    concluded_on: date
    task: str = Field(min_length=1, max_length=2000)
    unit_code: str | None = None
    who: str = Field(default="", max_length=200)
    due_on: date
    about: str = Field(default="", max_length=300)
    page: str = Field(default="", max_length=100)
    component_code: str = ""

    @model_validator(mode="after")
    def _says_who(self) -> "Conclusion":
        if not self.unit_code and not self.who:
            raise ValueError("cần nêu đơn vị, hoặc tên người, cơ quan thực hiện")
        if self.due_on < self.concluded_on:
            raise ValueError(f"thời hạn {self.due_on:%d/%m/%Y} trước ngày họp {self.concluded_on:%d/%m/%Y}; kiểm tra lại hai ngày")
        return self


class Progress(Body):
    """How far a task got by a day; the latest day counts, and of one day what was entered last."""

    kind: ClassVar[str] = "progress"
    conclusion_id: str = Field(min_length=1)
    stage: Stage
    told_on: date
    note: str = Field(default="", max_length=1000)
