"""Sample workbooks as a person reads them, and the plan and spending they add up to, in plain Python and whole đồng."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from python_calamine import CalamineWorkbook

from data.definitions import Definitions
from data.samples import Sample

Key = tuple[str, str, str, str, int]  # unit, component, source, type, capital year
ALL = "Chung"
CODES = {"NSĐP": "NSDP", "ĐTPT": "DTPT"}
MILLION = 1_000_000
IN_MILLIONS = ("Kế hoạch vốn", "Giải ngân", "Khó khăn, vướng mắc", "Giao kế hoạch vốn")


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

    @property
    def own_round(self) -> str:
        """The round of a unit's own report; "" for every other paper."""
        return self.round if self.info["Loại báo cáo"] == "Báo cáo của đơn vị" else ""

    @property
    def state(self) -> str:
        return str(self.info.get("Trạng thái số liệu", ""))

    def indicators(self) -> dict[tuple[str, str], dict[str, Any]]:
        """The rows of the sheet Chỉ tiêu by (indicator, breakdown); empty where there is no such sheet."""
        rows = self.tables.get("Chỉ tiêu", [])
        found = {(str(row["Mã chỉ tiêu"]), str(row["Phân tổ"])): row for row in rows}
        assert len(found) == len(rows), "the same line twice"
        return found

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
    grids: dict[str, list[list[Any]]] = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    info = {str(row[0]): row[1] for row in grids.pop("Thông tin chung") if row[0]}
    grids.pop("Danh mục")
    assert all(grids[name][1][0] == "Đơn vị tính: triệu đồng" for name in IN_MILLIONS if name in grids)
    return Read(sample, info, {name: [dict(zip(grid[3], row, strict=True)) for row in grid[4:]] for name, grid in grids.items()})


def plan_at(books: list[Read], plan_year: int, on: date) -> dict[Key, int]:
    """The plan in force: every decision effective by then, later ones line by line over earlier ones."""
    plan: dict[Key, int] = {}
    decided = [b for b in books if "Giao kế hoạch vốn" in b.tables]
    decisions = [b for b in decided if b.info["Năm ngân sách"] == plan_year and b.info["Ngày hiệu lực"] <= on]
    for book in sorted(decisions, key=lambda b: b.info["Ngày hiệu lực"]):
        plan |= book.amounts("Giao kế hoạch vốn", "Giao đầu năm") | book.amounts("Giao kế hoạch vốn", "Kế hoạch sau điều chỉnh")
    return plan


def spent_in(reports: dict[tuple[str, str], Read], round_code: str) -> dict[Key, int]:
    spent: dict[Key, int] = {}
    for (code, _), book in reports.items():
        if code == round_code:
            spent |= book.amounts("Giải ngân", "Giải ngân lũy kế đến ngày chốt")
    return spent


def targets_at(books: list[Read], year: int, on: date) -> dict[tuple[str, str, str], float]:
    """Targets in force by (unit, indicator, breakdown): later documents line by line over earlier ones."""
    made = [b for b in books if "Giao chỉ tiêu" in b.tables and b.info["Năm ngân sách"] == year and b.info["Ngày hiệu lực"] <= on]
    return {
        (str(row["Mã đơn vị"]), row["Mã chỉ tiêu"], row["Phân tổ"]): row["Kế hoạch năm"]
        for book in sorted(made, key=lambda b: b.info["Ngày hiệu lực"])
        for row in book.tables["Giao chỉ tiêu"]
    }


def asking(definitions: Definitions, year: int) -> list[str]:
    rounds = sorted(definitions.rounds.values(), key=lambda r: r.cut_off_on)
    return [r.code for r in rounds if r.plan_year == year and "targets" in r.forms]


def level(row: dict[str, Any]) -> float:
    """What was attained, in the unit of the target."""
    if row["Tử số"] == "":
        return float(row["Thực hiện đến kỳ"])
    share = 100 * row["Tử số"] / row["Mẫu số"]
    return float(100 * row["Tử số đầu kỳ"] / row["Mẫu số đầu kỳ"] - share if row["Mẫu số đầu kỳ"] != "" else share)
