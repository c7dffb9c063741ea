"""What has to happen by the end of the year, in words: how much each week, and how many units are far from it."""

from datetime import date

import pandas as pd

from pages.parts.formats import million, rounded_share

MILLION = 1_000_000


def per_week(total: pd.Series, on: date, plan_year: int, target: float | None) -> str:
    """ "để đạt 95% vào 31/12 cần khoảng 6.100 triệu đồng mỗi tuần"; "" if the year is over, the target is reached or little is known."""
    end = date(plan_year, 12, 31)
    if target is None or on >= end or pd.isna(total.planned_vnd) or pd.isna(total.disbursed_vnd):
        return ""
    lacking = target * float(total.planned_vnd) - float(total.disbursed_vnd)
    if lacking <= 0:
        return ""
    weekly = lacking * 7 / (end - max(on, date(plan_year - 1, 12, 31))).days
    return f"để đạt {rounded_share(target)} vào {end:%d/%m} cần khoảng {million(two_digits(weekly))} triệu đồng mỗi tuần"


def even_pace(on: date, plan_year: int) -> float:
    """The part of the plan year that has passed; payments after its end are measured against the whole."""
    before, end = date(plan_year - 1, 12, 31), date(plan_year, 12, 31)
    return (min(on, end) - before).days / (end - before).days


def two_digits(vnd: float) -> int:
    """An amount as one says it: 6.087 triệu → 6.100 triệu; below ten triệu in whole triệu."""
    whole = round(vnd / MILLION)
    step = max(1, 10 ** (len(str(whole)) - 2))
    return max(1, round(whole / step) * step) * MILLION


def far_below(units: pd.DataFrame, low_share: float, on: date, plan_year: int) -> str:
    """ "4 đơn vị dưới 40%", once an even pace would have passed that share; "" before."""
    elapsed = even_pace(on, plan_year)
    low = int((units["disbursed_share"].astype("float64") < low_share).sum())
    return f"{low} đơn vị dưới {rounded_share(low_share)}" if low and elapsed >= low_share and len(units) > 1 else ""
