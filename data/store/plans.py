"""The plan last known of a unit's lines: what the blank workbook of the next round is prefilled with."""

from pathlib import Path
from typing import Any

from data.definitions.models import Round
from data.store.reading import current_version, open_store

_LINES = """
select component_code, fund_source, capital_type, capital_year, assigned_vnd, adjusted_vnd, allocated_vnd
from mart.money
where plan_year = $plan_year and unit_code = $unit and from_on <= $on and to_on > $on and planned_vnd is not null
order by is_carried_over, component_code, fund_source, capital_type, capital_year
"""


def last_plan(home: Path, unit_code: str, round_: Round) -> list[dict[str, Any]]:
    """The unit's lines at the round's cut-off, amounts in đồng; [] when there is no store or no plan yet."""
    name = current_version(home)
    if name is None:
        return []
    found = open_store(home, name).read(_LINES, plan_year=round_.plan_year, unit=unit_code, on=round_.cut_off_on)
    whole = found.astype(object).where(found.notna(), None)
    return [
        {k: int(v) if k.endswith(("_vnd", "_year")) and v is not None else v for k, v in row.items()} for row in whole.to_dict("records")
    ]
