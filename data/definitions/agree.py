"""Whether the definition files agree with each other: codes named in one stand in another, and no code stands twice."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from data.definitions import documents
from data.definitions.boundaries import tile_faults
from data.definitions.models import Form, Round

if TYPE_CHECKING:
    from data.definitions import Definitions

MONEY = {"assigned_vnd", "adjusted_vnd", "allocated_vnd", "disbursed_vnd"}  # what mart.money is made of
KEYS = {"component_code", "fund_source", "capital_type", "capital_year"}
WHOLE = "CHUNG"  # the breakdown that is none: everyone counted
KINDS_OF_UNIT = {"province", "district", "department", "commune"}


def disagreements(d: "Definitions", rounds: list[Round], forms: list[Form]) -> Iterator[str]:
    """One Vietnamese sentence per thing on which the files disagree: file, key, what is expected."""
    yield from _programme(d)
    yield from _units(d)
    yield from _rounds(d, rounds)
    yield from _forms(forms)
    yield from _indicators(d)
    yield from tile_faults(d.tiles, d.units)
    reporting = {u.code for u in d.reporting_units} | KINDS_OF_UNIT
    yield from documents.faults(d.required_documents, reporting, {c.code for c in d.programme.components})
    s = d.settings
    if d.unit(s.receiving.unit) is None:
        yield f"settings.toml: khóa “receiving.unit”: tìm thấy “{s.receiving.unit}”, cần một mã có trong units.csv."
    types = {t.code for t in d.programme.capital_type} | {"*"}
    if both := set(s.calendar.extra_off) & set(s.calendar.extra_work):
        yield f"settings.toml: khóa “calendar”: ngày {min(both)} có ở cả extra_off và extra_work; cần ở một trong hai."
    for n, target in enumerate(s.year_target):
        if target.capital_type not in types:
            yield f"settings.toml: khóa “year_target.{n}.capital_type”: tìm thấy “{target.capital_type}”, cần một trong {sorted(types)}."


def _programme(d: "Definitions") -> Iterator[str]:
    p = d.programme
    everything = [*p.project, *(s for project in p.project for s in project.sub_project)]
    yield from _twice("programme.toml", "project.code", [c.code for c in everything])
    for key, named in (
        ("fund_source", p.fund_source),
        ("capital_type", p.capital_type),
        ("cause", p.cause),
        ("finding_kind", p.finding_kind),
    ):
        yield from _twice("programme.toml", f"{key}.code", [x.code for x in named])
    types = {t.code for t in p.capital_type}
    for c in everything:
        if c.lead and d.unit(c.lead) is None:
            yield f"programme.toml: khóa “lead” của {c.code}: tìm thấy “{c.lead}”, cần một mã có trong units.csv."
        if unknown := set(c.capital_types) - types:
            yield f"programme.toml: khóa “capital_types” của {c.code}: tìm thấy {sorted(unknown)}, cần mã có trong capital_type."
    if p.quick_project and p.quick_project not in {c.code for c in everything}:
        yield f"programme.toml: khóa “quick_project”: tìm thấy “{p.quick_project}”, cần một mã dự án."


def _indicators(d: "Definitions") -> Iterator[str]:
    p = d.programme
    for key, named in (("breakdown", p.breakdown), ("indicator_group", p.indicator_group), ("difference_reason", p.difference_reason)):
        yield from _twice("programme.toml", f"{key}.code", [x.code for x in named])
    if (p.breakdown or d.indicators) and WHOLE not in [b.code for b in p.breakdown[:1]]:
        first = p.breakdown[0].code if p.breakdown else ""
        yield f"programme.toml: khóa “breakdown”: tìm thấy “{first}” ở mục đầu, cần mục “{WHOLE}” (không phân tổ) đứng đầu."
    yield from _twice("indicators/", "code", [i.code for i in d.indicators])
    yield from _twice("indicators/", "name", [i.name.casefold() for i in d.indicators])
    codes = {i.code.lower(): i.code for i in d.indicators}
    for stem in sorted({path.stem for path in (d.folder / "indicators").glob("*.toml")} - set(codes)):
        yield f"indicators/{stem}.toml: tên tệp không phải là mã chỉ tiêu trong tệp; cần tên tệp là mã viết thường (khóa “code”)."
    known = {
        "groups": {g.code for g in p.indicator_group},
        "breakdowns": {b.code for b in p.breakdown[1:]},
        "held_by": KINDS_OF_UNIT | {u.code for u in d.units},
        "component_code": {c.code for project in p.project for c in [project, *project.sub_project]},
        "form_column": {f"{f.code}.{c.field}" for f in d.forms.values() for c in f.measures if any(k.type == "indicator" for k in f.keys)},
    }
    for i in d.indicators:
        for key, allowed in known.items():
            value = getattr(i, key)
            named_there = set(value) if isinstance(value, list) else {value} - {""}
            if unknown := named_there - allowed:
                yield f"indicators/{i.code.lower()}.toml: khóa “{key}”: tìm thấy {sorted(unknown)}, cần trong {sorted(allowed)[:30]}."
        if i.value == "ratio" and "%" not in i.unit:
            yield f"indicators/{i.code.lower()}.toml: khóa “unit”: tìm thấy “{i.unit}”, chỉ tiêu tỷ lệ cần “%” hoặc “điểm %”."


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
        for kind in f.kinds:
            yield from _twice(f"forms/{f.code}.toml", "column.field", [c.field for c in f.column if kind in (c.kinds or f.kinds)])
        money = {c.field for c in f.column if c.type == "money"}
        for c in f.column:
            if c.sum_of and not (c.field in money and set(c.sum_of) <= money - {c.field}):
                yield f"forms/{f.code}.toml: khóa “sum_of” của {c.field}: tìm thấy {c.sum_of}, cần các cột số tiền khác của cùng biểu."
    own = [f for f in forms if "own" in f.kinds]  # forms of indicators hold no money, and need none of its keys
    yield from _twice("forms/", "column.field", [c.field for f in own for c in f.column if c.field in MONEY])
    for f in own:
        fields = {c.field for c in f.column}
        if fields & MONEY and (missing := KEYS - fields):
            yield f"forms/{f.code}.toml: khóa “column.field”: biểu có số tiền, thiếu {sorted(missing)}; cần đủ (không có cột: ghi default)."


def _twice(file: str, key: str, codes: list[str]) -> Iterator[str]:
    for code in sorted({c for c in codes if codes.count(c) > 1}):
        yield f"{file}: khóa “{key}”: “{code}” có hai lần; cần mỗi mã một lần."
