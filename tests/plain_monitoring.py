"""How recommendations stand, in boring Python: from the sheets of the workbooks and the extracts of what people entered."""

import csv
import json
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

KINDS = {"Giao, phân bổ vốn chậm": "PHAN_BO_CHAM", "Giải ngân chậm": "GIAI_NGAN_CHAM", "Thiếu vốn đối ứng": "DOI_UNG",
         "Sai đối tượng, định mức": "DOI_TUONG", "Hồ sơ, chứng từ thiếu": "HO_SO", "Biểu mẫu, số liệu sai lệch": "SO_LIEU",
         "Văn bản, kế hoạch chậm ban hành": "VAN_BAN"}  # fmt: skip
Event = tuple[date, str, str, date | None]  # when, when it was entered, what became of it, a new deadline


@dataclass
class Advice:
    """One recommendation with what happened to it."""

    id: str
    plan_year: int
    unit: str
    to: str
    kind: str
    component: str
    found_on: date
    due_on: date | None
    amount: int | None = None  # whole đồng
    events: list[Event] = field(default_factory=list)


def read(home: Path) -> list[Advice]:
    """Every recommendation of a home."""
    visits, advice = {}, []
    for path in sorted((home / "inbox/giam-sat").glob("*.xlsx")):
        book = CalamineWorkbook.from_path(str(path))
        told = {r[0]: r[1] for r in book.get_sheet_by_name("Thông tin chung").to_python() if len(r) > 1}
        number, year = f"{told['Đơn vị báo cáo']}/{told['Mã đợt giám sát']}", int(told["Năm ngân sách"])
        for r in _rows(book, "Cuộc giám sát"):
            visits[f"{number}/{r['Số cuộc']}"] = (str(r["Mã đơn vị"]), year, _day(r["Đến ngày"]) or _day(r["Từ ngày"]))
        for r in _rows(book, "Tồn tại, kiến nghị"):
            visit = f"{number}/{r['Số cuộc']}"
            unit, _, found_on = visits[visit]
            events: list[Event] = []
            for column, becomes in (("Ngày khắc phục", "remedied"), ("Ngày xác minh", "closed")):
                if day := _day(r[column]):
                    events.append((day, "", becomes, None))
            advice.append(Advice(
                f"{visit}/{r['Số tồn tại']}", year, unit, str(r["Đơn vị thực hiện kiến nghị"] or unit), KINDS[r["Loại tồn tại"]],
                r["Mã dự án, tiểu dự án"] or "", found_on, _day(r["Thời hạn khắc phục"]),
                None if r["Số tiền liên quan"] == "" else round(r["Số tiền liên quan"] * 1_000_000), events,
            ))  # fmt: skip
    entered = [
        json.loads(line)
        for path in sorted((home / "archive/entered").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    newest = {e["entry_id"]: e for e in entered}
    first = {e["entry_id"]: e["at"] for e in reversed(entered)}
    bodies = [(e["entry_id"], e["kind"], e["body"]) for e in newest.values() if not e["is_withdrawn"]]
    for id_, kind, b in bodies:
        if kind == "visit":
            visits[id_] = (b["unit_code"], b["plan_year"], _day(b["ends_on"] or b["starts_on"]))
    for id_, kind, b in bodies:
        if kind == "finding":
            unit, year, found_on = visits[b["visit_id"]]
            told_to = b["to_unit_code"] or unit
            due_on, amount = _day(b["due_on"]), b["amount_vnd"]
            advice.append(Advice(id_, year, unit, told_to, b["finding_kind"], b["component_code"], found_on, due_on, amount))
    for one in advice:
        for id_, kind, b in bodies:
            if b.get("finding_id") == one.id and kind == "remedy":
                one.events.append((_day(b["remedied_on"]), first[id_], "remedied", None))
            elif b.get("finding_id") == one.id and kind == "verification":
                one.events.append((_day(b["verified_on"]), first[id_], "closed" if b["is_remedied"] else "reopened", _day(b["due_on"])))
    return advice


def standing(one: Advice, everyone: list[Advice], on: date) -> dict[str, Any]:
    """How one recommendation stands on a day; the day is not before its visit."""
    events = sorted((e for e in one.events if e[0] <= on), key=lambda e: (e[0], e[1]))
    status = events[-1][2] if events else "open"
    deadlines = [e[3] for e in events if e[2] == "reopened" and e[3]]
    due_on = deadlines[-1] if deadlines else one.due_on
    remedied = [e[0] for e in events if e[2] == "remedied"]
    waits = status in ("open", "reopened")
    before = [
        o for o in everyone
        if o.plan_year < one.plan_year and o.found_on <= on and (o.kind, o.component) == (one.kind, one.component)
        and follows(o.unit, on) == follows(one.unit, on)
    ]  # fmt: skip
    return {
        "status": status,
        "due_on": due_on,
        "held_by_code": one.to if status == "closed" else follows(one.to, on),
        "overdue_day_count": (on - due_on).days if waits and due_on and due_on < on else None,
        "is_on_time": status == "closed" and bool(one.due_on and remedied and max(remedied) <= one.due_on),
        "is_judged": bool(one.due_on and (one.due_on < on or status == "closed")),
        "earlier_plan_year": max((o.plan_year for o in before), default=None),
    }


def follows(unit: str, on: date) -> str:
    """The unit that holds the open tasks of a unit on a day."""
    with (Path(__file__).parents[1] / "data/definitions/succession.csv").open(encoding="utf-8") as file:
        passed = {r["old_code"]: r["new_code"] for r in csv.DictReader(file) if date.fromisoformat(r["on"]) <= on}
    while unit in passed:
        unit = passed[unit]
    return unit


def _rows(book: CalamineWorkbook, sheet: str) -> list[dict[str, Any]]:
    rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return [dict(zip(rows[3], row, strict=False)) for row in rows[4:] if row[0]]


def _day(value: Any) -> Any:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return date.fromisoformat(value)
    return value.date() if isinstance(value, datetime) else value
