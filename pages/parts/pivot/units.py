"""In which unit the figures of each indicator are: said with its name, because a table may hold several."""

from pages.parts.ask import ask
from pages.parts.pivot.order import Members
from pages.parts.pivot.shape import Cut
from queries import targets
from queries.defined import MEASURES


def named(members: Members, cut: Cut) -> Members:
    """The members, each indicator with its unit where a figure is counted in it."""
    counted = [code for code in cut.measures if MEASURES[code].ending == "number"]
    if not counted:
        return members
    told = {}
    for row in ask(targets.indicators).itertuples():
        units = dict.fromkeys(row.level_unit if code == "level" else row.measure_unit for code in counted)
        told[row.indicator_code] = f"{members['indicator'].get(row.indicator_code, row.indicator_short_name)} ({'; '.join(units)})"
    return {**members, "indicator": {code: told.get(code, name) for code, name in members["indicator"].items()}}
