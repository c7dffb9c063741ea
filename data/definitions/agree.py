"""Whether the definition files agree with each other: codes named in one stand in another, and no code stands twice."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from data.definitions.models import Form, Round

if TYPE_CHECKING:
    from data.definitions import Definitions

MONEY = {"assigned_vnd", "adjusted_vnd", "allocated_vnd", "disbursed_vnd"}  # what mart.money is made of
KEYS = {"component_code", "fund_source", "capital_type", "capital_year"}
KINDS_OF_UNIT = {"province", "district", "department", "commune"}


def disagreements(d: "Definitions", rounds: list[Round], forms: list[Form]) -> Iterator[str]:
    """One Vietnamese sentence per thing on which the files disagree: file, key, what is expected."""
    yield from _programme(d)
    yield from _units(d)
    yield from _rounds(d, rounds)
    yield from _forms(forms)
    s = d.settings
    if d.unit(s.receiving.unit) is None:
        yield f"settings.toml: khóa “receiving.unit”: tìm thấy “{s.receiving.unit}”, cần một mã có trong units.csv."
    types = {t.code for t in d.programme.capital_type} | {"*"}
    for n, target in enumerate(s.year_target):
        if target.capital_type not in types:
            yield f"settings.toml: khóa “year_target.{n}.capital_type”: tìm thấy “{target.capital_type}”, cần một trong {sorted(types)}."


def _programme(d: "Definitions") -> Iterator[str]:
    p = d.programme
    everything = [*p.project, *(s for project in p.project for s in project.sub_project)]
    yield from _twice("programme.toml", "project.code", [c.code for c in everything])
    for key, named in (("fund_source", p.fund_source), ("capital_type", p.capital_type), ("cause", p.cause)):
        yield from _twice("programme.toml", f"{key}.code", [x.code for x in named])
    types = {t.code for t in p.capital_type}
    for c in everything:
        if c.lead and d.unit(c.lead) is None:
            yield f"programme.toml: khóa “lead” của {c.code}: tìm thấy “{c.lead}”, cần một mã có trong units.csv."
        if unknown := set(c.capital_types) - types:
            yield f"programme.toml: khóa “capital_types” của {c.code}: tìm thấy {sorted(unknown)}, cần mã có trong capital_type."
    if p.quick_project and p.quick_project not in {c.code for c in everything}:
        yield f"programme.toml: khóa “quick_project”: tìm thấy “{p.quick_project}”, cần một mã dự án."


def _units(d: "Definitions") -> Iterator[str]:
    codes = {u.code for u in d.units}
    by_code: dict[str, list[tuple[date, date]]] = {}
    for u in d.units:
        start, end = u.valid_from or date.min, u.valid_to or date.max
        if u.parent_code and u.parent_code not in codes:
            yield f"units.csv: cột “parent_code” của {u.code}: tìm thấy “{u.parent_code}”, cần một mã có trong tệp."
        if start > end:
            yield f"units.csv: {u.code}: valid_from {u.valid_from} sau valid_to {u.valid_to}; cần từ trước đến sau."
        if any(start <= e and s <= end for s, e in by_code.get(u.code, [])):
            yield f"units.csv: mã {u.code} có hai dòng cùng hiệu lực; cần khoảng ngày không chồng nhau."
        by_code.setdefault(u.code, []).append((start, end))
    for s in d.succession:
        for code in (s.old_code, s.new_code):
            if code not in codes:
                yield f"succession.csv: tìm thấy “{code}”, cần một mã có trong units.csv."


def _rounds(d: "Definitions", rounds: list[Round]) -> Iterator[str]:
    yield from _twice("rounds.csv", "code", [r.code for r in rounds])
    codes = {u.code for u in d.reporting_units}
    for r in rounds:
        if r.cut_off_on > r.due_on:
            yield f"rounds.csv: kỳ {r.code}: ngày chốt {r.cut_off_on} sau hạn nộp {r.due_on}; cần cut_off_on ≤ due_on."
        if unknown := set(r.units) - KINDS_OF_UNIT - codes:
            yield f"rounds.csv: kỳ {r.code}, cột “units”: tìm thấy {sorted(unknown)}, cần mã đơn vị báo cáo hoặc loại đơn vị."
        if unknown := set(r.forms) - set(d.forms):
            yield f"rounds.csv: kỳ {r.code}, cột “forms”: tìm thấy {sorted(unknown)}, cần mã biểu có trong forms/."
    for e in d.extensions:
        if e.round_code not in d.rounds or e.unit_code not in codes:
            yield f"extensions.csv: “{e.round_code}, {e.unit_code}”: cần mã kỳ và mã đơn vị báo cáo đã có."


def _forms(forms: list[Form]) -> Iterator[str]:
    yield from _twice("forms/", "code", [f.code for f in forms])
    if not any(f.layout == "fields" for f in forms):
        yield "forms/: cần một biểu có layout = “fields” cho thông tin chung."
    for f in forms:
        yield from _twice(f"forms/{f.code}.toml", "column.field", [c.field for c in f.column])
    own = [f for f in forms if "own" in f.kinds]
    yield from _twice("forms/", "column.field", [c.field for f in own for c in f.column if c.field in MONEY])
    for f in own:
        fields = {c.field for c in f.column}
        if fields & MONEY and (missing := KEYS - fields):
            yield f"forms/{f.code}.toml: khóa “column.field”: biểu có số tiền, thiếu {sorted(missing)}; cần đủ (không có cột: ghi default)."


def _twice(file: str, key: str, codes: list[str]) -> Iterator[str]:
    for code in sorted({c for c in codes if codes.count(c) > 1}):
        yield f"{file}: khóa “{key}”: “{code}” có hai lần; cần mỗi mã một lần."
