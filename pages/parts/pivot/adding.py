"""How the lines behind a cell of a pivot make its figure: added up, divided at that level, or worked out anew; never averaged."""

import pandas as pd

from pages.parts import formats
from pages.parts.formats import count, is_missing
from queries.defined import MEASURES, Measure

SAME, OTHER = "bằng con số trong bảng ✓", "khác con số trong bảng: số liệu đã đổi từ lúc mở trang"
NONE = "Không có dòng nào trong phạm vi này."
CLOSE = 1e-9  # of rates, which are not whole


def told(lines: pd.DataFrame, measure: Measure, value: object) -> str:
    """What the lines come to, and whether that is the figure."""
    if lines.empty:
        return NONE
    many = f"{count(len(lines))} dòng"
    if measure.adds == "ratio":
        above, below = (MEASURES[code] for code in (measure.numerator, measure.denominator))
        top, bottom = total(lines, above), total(lines, below)
        made = f"{many}: {_small(above.label)} {exactly(above, top)} ÷ {_small(below.label)} {exactly(below, bottom)}"
        return f"{made} = {exactly(measure, top / bottom if bottom else None)}, {same_told(top / bottom if bottom else None, value)}."
    if measure.code == "unit_count":
        found = lines["unit_code"].nunique()
        return f"{many} của {count(found)} đơn vị, {same_told(found, value)}."
    summed = total(lines, measure)
    if measure.adds == "level" and not is_same(summed, value):
        return f"{many}. Con số này không phải là tổng của các dòng, cũng không phải bình quân: nó được tính lại ở đúng cấp."
    return f"Cộng {many} = {exactly(measure, summed)}, {same_told(summed, value)}."


def total(lines: pd.DataFrame, measure: Measure) -> float | int | None:
    """What the lines add up to; None where none of them has the figure. Each line counts as one."""
    if measure.code == "line_count":
        return len(lines)
    known = lines[measure.code].dropna() if measure.code in lines else lines.head(0)
    return None if len(known) == 0 else known.sum().item()


def exactly(measure: Measure, value: object) -> str:
    """A figure in full: money in đồng."""
    if is_missing(value):
        return formats.MISSING
    return f"{count(value)} đồng" if measure.ending == "vnd" else formats.said(f"_{measure.ending}", value)


def is_same(made: object, value: object) -> bool:
    """Whether two figures are one; rates are not whole."""
    if is_missing(made) or is_missing(value):
        return is_missing(made) and is_missing(value)
    return abs(float(made) - float(value)) <= CLOSE * max(1.0, abs(float(value)))


def same_told(made: object, value: object) -> str:
    """The same in words."""
    return SAME if is_same(made, value) else OTHER


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]
