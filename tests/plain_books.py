"""The workbooks of an archive as far as indicators go, read in boring Python straight from their cells: no SQL, no reader of ours."""

import json
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from tests.plain_reports import DEFINED, Reports, read_csv

WHOLE = "CHUNG"
STATES = {"Chính thức": "final", "Sơ bộ": "preliminary", "Ước": "estimate", "": "final"}
BREAKDOWNS = {"": WHOLE, "Chung": WHOLE, "Khmer": "KHMER", "Nữ": "NU", WHOLE: WHOLE, "KHMER": "KHMER", "NU": "NU"}
KINDS = {"Báo cáo của đơn vị": "own", "Quyết định giao kế hoạch": "decision", "Số liệu công bố toàn tỉnh": "publication"}
Key = tuple[str, str]  # indicator, breakdown


@dataclass
class Book:
    """One accepted workbook, as far as indicators go."""

    kind: str
    unit: str
    plan_year: int
    round_code: str
    state: str
    day: date  # cut-off; first day of a decision
    due_on: date
    speaks: bool  # it has the sheet, or its round asks for it
    lines: dict[Key, dict[str, Any]]
    targets: dict[tuple[str, str, str], float] = field(default_factory=dict)


class Books:
    """Everything accepted into a home about targets and results."""

    def __init__(self, home: Path) -> None:
        self.indicators = {d["code"]: d for d in (tomllib.loads(p.read_text("utf-8")) for p in (DEFINED / "indicators").glob("*.toml"))}
        self.settings = tomllib.loads((DEFINED / "settings.toml").read_text("utf-8"))
        self.province = self.settings["province"]["code"]
        self.rounds = {row["code"]: row for row in read_csv("rounds.csv")}
        self.units = {row["code"]: row["kind"] for row in read_csv("units.csv") if row["reports"] == "yes"}
        self.reports = Reports(home)
        books: dict[tuple[str, ...], Book] = {}
        for text in (home / "archive/journal.jsonl").read_text(encoding="utf-8").splitlines():
            entry = json.loads(text)
            told = entry.get("submission") or {}
            if entry["what"] != "received" or told["outcome"] == "refused" or told["kind"] not in KINDS.values():
                continue
            digest = told["file_sha256"]
            made = self._book(CalamineWorkbook.from_path(str(home / "archive/files" / digest[:2] / (digest + told["suffix"]))))
            books[made[0]] = made[1]
        self.books = list(books.values())
        self.own: dict[tuple[str, int], list[Book]] = {}
        for book in self.books:
            if book.kind == "own":
                self.own.setdefault((book.unit, book.plan_year), []).append(book)

    def _book(self, book: CalamineWorkbook) -> tuple[tuple[str, ...], Book]:
        info = {row[0]: row[1] for row in _rows(book, "Thông tin chung") if row[0]}
        kind, unit = KINDS[info["Loại báo cáo"]], str(info["Đơn vị báo cáo"])
        number, code = str(info.get("Số quyết định") or info.get("Số văn bản") or ""), str(info.get("Kỳ báo cáo") or "")
        state = STATES[str(info.get("Trạng thái số liệu") or "")]
        round_ = self.rounds.get(code)
        lines: dict[Key, dict[str, Any]] = {}
        for row in _table(book, "Chỉ tiêu"):
            if any(
                row.get(c) not in ("", None)
                for c in ("Kế hoạch năm", "Thực hiện đến kỳ", "Tử số", "Mức đầu kỳ", "Ước cả năm", "Nguồn", "Đơn vị tính")
            ):
                lines[row["Mã chỉ tiêu"], BREAKDOWNS[row["Phân tổ"]]] = row
        targets = {
            (str(row["Mã đơn vị"]), row["Mã chỉ tiêu"], BREAKDOWNS[row["Phân tổ"]]): float(row["Kế hoạch năm"])
            for row in _table(book, "Giao chỉ tiêu")
            if row["Kế hoạch năm"] != ""
        }
        made = Book(
            kind, unit, int(round_["plan_year"] if round_ else info["Năm ngân sách"]), code, state,
            info["Ngày hiệu lực"] if kind == "decision" else info["Số liệu tính đến ngày"],
            date.fromisoformat(round_["due_on"]) if round_ else date.min,
            "Chỉ tiêu" in book.sheet_names or (round_ is not None and "targets" in round_["forms"].split(";")),
            lines, targets,
        )  # fmt: skip
        return (unit, code or number, kind, state), made


def _rows(book: CalamineWorkbook, sheet: str) -> list[list[Any]]:
    return list(book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)) if sheet in book.sheet_names else []


def _table(book: CalamineWorkbook, sheet: str) -> list[dict[str, Any]]:
    rows = _rows(book, sheet)
    if not rows:
        return []
    at = next(n for n, row in enumerate(rows) if "Mã chỉ tiêu" in row)
    return [line for cells in rows[at + 1 :] if (line := dict(zip(rows[at], cells, strict=False)))["Mã chỉ tiêu"]]
