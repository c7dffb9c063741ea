"""What the drop-downs of a workbook offer, and how a code is shown in a cell; read from the definitions, never from code.

One list per column type (component, fund_source, …): the words a cell may hold, each with the code it stands for and its full name.
"""

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from data.definitions import models

if TYPE_CHECKING:
    from data.definitions import Definitions


class Choice(NamedTuple):
    """One line of a list: the code in our rows, the word in the cell, the full name beside it."""

    code: str
    shown: str
    name: str


Choices = dict[str, list[Choice]]

HEADINGS = {
    "component": "Mã dự án",
    "fund_source": "Nguồn vốn",
    "capital_type": "Loại vốn",
    "cause": "Nguyên nhân",
    "kind": "Loại báo cáo",
    "state": "Trạng thái",
    "unit": "Đơn vị",
    "round": "Kỳ báo cáo",
    "commune": "Xã",
    "indicator": "Mã chỉ tiêu",
    "breakdown": "Phân tổ",
    "finding_kind": "Loại tồn tại",
    "visit_mode": "Hình thức giám sát",
    "addressee": "Đơn vị thực hiện kiến nghị",
}


def choices(definitions: "Definitions", info: dict[str, Any], *, with_province: bool = False) -> Choices:
    """Every list this workbook may need: units, rounds and communes are those of its year, day and unit only.

    `with_province`: a decision on indicators sets the province's own targets too.
    """
    programme = definitions.programme
    round_ = definitions.rounds.get(str(info.get("round_code")))
    plan_year = round_.plan_year if round_ else info.get("plan_year")
    day = info.get("cut_off_on") or info.get("effective_on") or info.get("issued_on") or (round_.cut_off_on if round_ else None)
    has_whole = with_province and info.get("kind") == "decision"
    province = [Choice(p.code, p.code, p.name) for p in [definitions.settings.province] if has_whole]
    return {
        "component": [Choice(c.code, c.code, c.official_name) for c in programme.components if c.is_run],
        "fund_source": [Choice(s.code, _short(s), s.name) for s in programme.fund_source],
        "capital_type": [Choice(t.code, _short(t), t.name) for t in programme.capital_type],
        "cause": [Choice(c.code, c.name, c.name) for c in programme.cause],
        "kind": [Choice(code, name, name) for code, name in models.KIND_NAMES.items()],
        "state": [Choice(code, name, name) for code, name in models.STATE_NAMES.items()],
        "unit": [*province, *(Choice(u.code, u.code, u.name) for u in definitions.reporting_units if _valid(u, day))],
        "indicator": [Choice(i.code, i.code, i.name) for i in definitions.indicators],
        "breakdown": [Choice(b.code, b.name, b.name) for b in programme.breakdown],
        "finding_kind": [Choice(k.code, k.name, k.name) for k in programme.finding_kind],
        "visit_mode": [Choice(code, name, name) for code, name in models.VISIT_MODES.items()],
        "addressee": [Choice(u.code, u.code, u.name) for u in definitions.units if u.kind != "commune" and _valid(u, day)],
        "round": [Choice(r.code, r.code, r.name) for r in definitions.rounds.values() if plan_year in (None, r.plan_year)],
        "commune": [
            Choice(u.code, u.code, u.name)
            for u in definitions.units
            if u.kind == "commune" and u.parent_code == info.get("unit_code") and _valid(u, day)
        ],
    }


def names(definitions: "Definitions") -> dict[str, dict[str, str]]:
    """The name a label column shows, by the field that holds its code ("component_code" names "component_name")."""
    everything = [c for p in definitions.programme.project for c in [p, *p.sub_project]]
    return {
        "component_code": {c.code: c.short_name for c in everything},
        "unit_code": {u.code: u.name for u in definitions.units},
        "indicator_code": {i.code: i.name for i in definitions.indicators},
    }


def _short(named: models.Named) -> str:
    return named.short_name or (named.aliases[0] if named.aliases else named.name)


def _valid(unit: models.Unit, day: object) -> bool:
    return unit.is_valid_on(day) if isinstance(day, date) else True
