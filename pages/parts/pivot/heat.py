"""Heat colours of a pivot: among the figures of one measure, the larger the darker. One hue, so that grey paper and colour-blind eyes
keep the order; pale enough for dark letters everywhere. Totals are left white: a sum is always larger than what it adds up.
"""

import pandas as pd

from pages.parts import formats
from pages.parts.formats import is_missing
from pages.parts.pivot.laid import Column, Laid, Line
from pages.parts.pivot.shape import Cut
from queries.defined import MEASURES

GROUNDS = ("#f3f7fb", "#d5e4f2", "#b3cfe8", "#8fb8dc", "#6ba0cf")


def fills(laid: Laid, cut: Cut) -> dict[tuple[int, str], str]:
    """The ground of each cell that has one, by place of its line and code of its column."""
    found = {}
    for columns in _alike(laid, cut):
        scale = _scale(laid, cut, columns)
        if scale is None:
            continue
        low, high = scale
        for place in _places(laid, cut):
            for column in columns:
                value = laid.values.at[place, column.code]
                if not is_missing(value):
                    found[place, column.code] = GROUNDS[min(len(GROUNDS) - 1, int(len(GROUNDS) * (value - low) / (high - low)))]
    return found


def told(laid: Laid, cut: Cut) -> str:
    """What the grounds mean, in words: from which figure to which, for each measure."""
    scales = [(columns[0], scale) for columns in _alike(laid, cut) if (scale := _scale(laid, cut, columns))]
    if not scales:
        return "Không tô màu: không có hai con số cùng loại khác nhau để so."
    parts = [f"{_name(column)} từ {_said(column, low)} (nhạt) đến {_said(column, high)} (đậm)" for column, (low, high) in scales]
    return f"Nền càng đậm, số càng lớn, {len(GROUNDS)} nấc đều nhau: {'; '.join(parts)}. Dòng, cột tổng không tô."


def _alike(laid: Laid, cut: Cut) -> list[list[Column]]:
    """The columns whose figures are compared with each other: those of one measure, where its unit is the same everywhere."""
    by_unit = "indicator" in (*cut.rows, *cut.columns)
    kinds: dict[tuple[str, str], list[Column]] = {}
    for column in laid.columns:
        is_detail = len(column.keys) == len(cut.columns) and column.what != "before"
        if is_detail and not (by_unit and column.code.endswith("_number")):
            kinds.setdefault((column.measure, column.what), []).append(column)
    return list(kinds.values())


def _places(laid: Laid, cut: Cut) -> list[int]:
    return [place for place, line in enumerate(laid.lines) if _is_detail(line, cut)]


def _is_detail(line: Line, cut: Cut) -> bool:
    return len(line.keys) == len(cut.rows) and not line.is_others


def _scale(laid: Laid, cut: Cut, columns: list[Column]) -> tuple[float, float] | None:
    """The least and the most of what is compared; None where nothing differs."""
    known = laid.values.loc[_places(laid, cut), [column.code for column in columns]].astype("float64").stack()
    low, high = known.min(), known.max()
    return None if known.empty or pd.isna(low) or low == high else (float(low), float(high))


def _name(column: Column) -> str:
    words = {"change": "thay đổi của ", "growth": "tăng, giảm của ", "part": "tỷ trọng "}.get(column.what, "")
    label = MEASURES[column.measure].label
    return words + (label[:1].lower() + label[1:] if words else label)


def _said(column: Column, value: float) -> str:
    return formats.said(column.code, value) + (" triệu đồng" if column.code.endswith("_vnd") else "")
