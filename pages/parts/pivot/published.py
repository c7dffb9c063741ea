"""What was published of the whole province, beside what its units add up to in a pivot of indicators."""

from collections.abc import Iterator

import pandas as pd

from pages.parts import defined
from pages.parts.ask import ask
from pages.parts.filters import Chosen
from pages.parts.formats import plain
from pages.parts.pivot.laid import Laid
from pages.parts.pivot.shape import Cut
from queries import targets

MOST, PLACES = 5, 2  # indicators; as they are written
PARTS = {"unit", "kind", "attained"}  # of a part of the province nothing was published


def told(laid: Laid, cut: Cut, chosen: Chosen) -> list[str]:
    """A line per indicator of the table whose published figure is not what its units add up to; ready for the screen."""
    if "indicator" not in cut.axes or chosen.unit or PARTS & {*cut.axes, *cut.kept}:
        return []
    shown = dict.fromkeys(_indicators(laid, cut))
    rows = ask(targets.summed, plan_year=chosen.plan_year, on=chosen.on)
    published, summed = (pd.to_numeric(rows[f"{whose}_level"]).astype("float64").round(PLACES) for whose in ("published", "summed"))
    differs = rows["is_published"] & (published != summed)
    rows = rows[differs & (rows["breakdown"] == "CHUNG") & rows["indicator_code"].isin(shown)]
    said = [f"{row['indicator_short_name']}. {defined.beside(row)} Xem Mục tiêu, chỉ tiêu." for _, row in rows.head(MOST).iterrows()]
    more = [f"Còn {len(rows) - MOST} chỉ tiêu có số công bố khác: xem Mục tiêu, chỉ tiêu."] if len(rows) > MOST else []
    return [plain(sentence) for sentence in (*said, *more)]


def _indicators(laid: Laid, cut: Cut) -> Iterator[str]:
    for dimensions, keys in ((cut.rows, [line.keys for line in laid.lines]), (cut.columns, [column.keys for column in laid.columns])):
        if "indicator" in dimensions:
            place = dimensions.index("indicator")
            yield from (each[place] for each in keys if len(each) > place)
