"""Sample workbooks as a person reads them, and the plan and spending they add up to, in plain Python and whole đồng."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from python_calamine import CalamineWorkbook

from data.samples import Sample

Key = tuple[str, str, str, str, int]  # unit, component, source, type, capital year
CODES = {"NSĐP": "NSDP", "ĐTPT": "DTPT"}
MILLION = 1_000_000


@dataclass
class Read:
    """One workbook as a person reads it: labels, and the rows of each sheet by heading."""

    sample: Sample
    info: dict[str, Any]
    tables: dict[str, list[dict[str, Any]]]

    @property
    def unit(self) -> str:
        return str(self.info["Đơn vị báo cáo"])

    @property
    def round(self) -> str:
        return str(self.info["Kỳ báo cáo"])

    def amounts(self, sheet: str, heading: str) -> dict[Key, int]:
        """Whole đồng by line: no totals, no "trong đó"."""
        rows = [row for row in self.tables[sheet] if row["Mã dự án, tiểu dự án"] and not row.get("Xã")]
        found = {self.key(row): dong(row[heading]) for row in rows}
        assert len(found) == len(rows), "the same line twice"
        return {key: amount for key, amount in found.items() if amount is not None}

    def key(self, row: dict[str, Any]) -> Key:
        source, kind = (CODES.get(str(row[h]), str(row[h])) for h in ("Nguồn vốn", "Loại vốn"))
        return str(row.get("Mã đơn vị") or self.unit), row["Mã dự án, tiểu dự án"], source, kind, int(row["Năm vốn"])


def dong(cell: Any) -> int | None:
    return None if cell == "" else round(cell * MILLION)


def read(sample: Sample) -> Read:
    book = CalamineWorkbook.from_path(str(sample.path))
    grids = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    info = {str(row[0]): row[1] for row in grids.pop("Thông tin chung") if row[0]}
    grids.pop("Danh mục")
    assert all(grid[1][0] == "Đơn vị tính: triệu đồng" for grid in grids.values())
    return Read(sample, info, {name: [dict(zip(grid[3], row, strict=True)) for row in grid[4:]] for name, grid in grids.items()})


def plan_at(books: list[Read], plan_year: int, on: date) -> dict[Key, int]:
    """The plan in force: every decision effective by then, later ones line by line over earlier ones."""
    plan: dict[Key, int] = {}
    decisions = [b for b in books if b.info.get("Năm ngân sách") == plan_year and b.info["Ngày hiệu lực"] <= on]
    for book in sorted(decisions, key=lambda b: b.info["Ngày hiệu lực"]):
        plan |= book.amounts("Giao kế hoạch vốn", "Giao đầu năm") | book.amounts("Giao kế hoạch vốn", "Kế hoạch sau điều chỉnh")
    return plan


def spent_in(reports: dict[tuple[str, str], Read], round_code: str) -> dict[Key, int]:
    spent: dict[Key, int] = {}
    for (code, _), book in reports.items():
        if code == round_code:
            spent |= book.amounts("Giải ngân", "Giải ngân lũy kế đến ngày chốt")
    return spent
