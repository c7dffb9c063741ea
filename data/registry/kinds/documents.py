"""Documents that lead departments and districts issued, and short notes on a unit's year."""

import re
from datetime import date
from typing import ClassVar

from pydantic import Field, field_validator, model_validator

from data.registry.body import Body

# kinds of administrative document that plans, decisions and guidance come in (Nghị định 30/2020 Điều 7), and room for others
DOC_KINDS = ("Kế hoạch", "Quyết định", "Hướng dẫn", "Công văn", "Báo cáo", "Chỉ thị", "Nghị quyết", "Thông báo", "Tờ trình", "Văn bản khác")
ADDRESS = re.compile(r"https?://[^\s/]\S*", re.I)


class Document(Body):
    """One document; `required_code` says which of the required ones it is. The paper itself is a file in the archive, or a link."""

    kind: ClassVar[str] = "document"
    unit_code: str = Field(min_length=1)
    number: str = Field(min_length=1, max_length=100)
    issued_on: date
    doc_kind: str = Field(min_length=1, max_length=60)
    summary: str = Field(min_length=1, max_length=2000)
    plan_year: int = Field(ge=2000, le=2100)
    component_code: str = ""
    required_code: str = ""
    file_sha256: str = ""
    file_suffix: str = ""
    file_name: str = ""
    link: str = Field(default="", max_length=1000)

    @field_validator("link")
    @classmethod
    def _is_a_web_address(cls, link: str) -> str:
        if link and not ADDRESS.fullmatch(link):
            raise ValueError("liên kết bắt đầu bằng http:// hoặc https://, không có khoảng trắng")
        return link

    @model_validator(mode="after")
    def _is_issued_near_its_plan_year(self) -> "Document":
        if abs(self.issued_on.year - self.plan_year) > 5:
            raise ValueError("ngày ban hành cách năm kế hoạch quá 5 năm; kiểm tra lại")
        return self


class Note(Body):
    """A short note on a unit's plan year, for whoever reads the unit's profile next."""

    kind: ClassVar[str] = "note"
    unit_code: str = Field(min_length=1)
    plan_year: int = Field(ge=2000, le=2100)
    text: str = Field(min_length=1, max_length=2000)
