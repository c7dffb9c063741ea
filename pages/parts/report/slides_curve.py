"""The slide of the curve: the rate through the year beside the year before, an even pace and the target, on one calendar."""

from datetime import date

import pandas as pd

from pages.exports.paper import Chart, Section
from pages.parts import filters, formats, outlook, words
from pages.parts.ask import ask
from pages.parts.report import ground
from queries import disbursement, forecast

HOLLOW = "Dấu rỗng: chưa đủ đơn vị có số liệu đúng ngày đó."


def section(chosen: filters.Chosen, now: pd.Series) -> Section:
    """The curve under its finding; sentences alone where nobody has reported yet."""
    points, before = ask(disbursement.curve, **chosen.money), ask(disbursement.curve, **chosen.whole_year_before)
    target = filters.target(chosen)
    last_on = chosen.on if points.empty else formats.as_date(points["cut_off_on"].max())
    a_year_ago = ask(disbursement.total, **chosen.year_before).iloc[0]
    then = ask(disbursement.coverage, **chosen.reports_year_before).iloc[0]
    ahead = ask(forecast.outlook, by="total", **chosen.money).iloc[0]
    rows = frame(points, before, chosen.plan_year, target)
    is_hollow = bool(rows[["now_share_is_partial", "before_share_is_partial"]].any(axis=None))
    pace = words.against_time(now, last_on, chosen.plan_year)
    finding = (
        pace if formats.is_missing(now.disbursed_share) else f"Giải ngân {formats.share(now.disbursed_share)}, {pace[:1].lower()}{pace[1:]}"
    )
    series = [(f"Năm {chosen.plan_year}", "now_share"), (f"Năm {chosen.plan_year - 1}", "before_share")]
    series += [(f"Mục tiêu năm {formats.rounded_share(target)}", "target_share")] if target is not None else []
    series += [("Đều theo thời gian", "even_share")]
    known = [(name, column) for name, column in series if rows[column].notna().any()]
    drawn = Chart("line", rows, "cut_off_on", tuple(known), f"Tỷ lệ giải ngân lũy kế so với năm trước và mục tiêu năm. {finding}")
    return Section(
        "luy-ke",
        finding,
        said=ground.said(
            words.since(now, a_year_ago, chosen.year_before["on"], "cùng kỳ năm trước", then),
            "" if ahead.no_range_reason == "year_over" else f"Dự báo đến 31/12: {outlook.no_range(ahead) or outlook.span(ahead)}.",
            HOLLOW if is_hollow else "",
        ),
        chart=drawn if rows["now_share"].notna().any() else None,
    )


def frame(points: pd.DataFrame, before: pd.DataFrame, plan_year: int, target: float | None) -> pd.DataFrame:
    """Both years on the days of the plan year, one row per day (`cut_off_on`), with the even pace and the target at the year's ends."""
    ends = pd.DataFrame({"cut_off_on": pd.to_datetime([date(plan_year, 1, 1), date(plan_year, 12, 31)]), "even_share": [0.0, 1.0]})
    ends = ends.assign(target_share=pd.Series([target, target], dtype="float64"))
    moved = before.assign(cut_off_on=before["cut_off_on"] + pd.DateOffset(years=1))
    both = (
        _told(points, "now_share")
        .merge(_told(moved, "before_share"), on="cut_off_on", how="outer")
        .merge(ends, on="cut_off_on", how="outer")
    )
    partial = {f"{name}_is_partial": both[f"{name}_is_partial"].eq(True) for name in ("now_share", "before_share")}
    return both.assign(**partial).sort_values("cut_off_on").reset_index(drop=True)


def _told(points: pd.DataFrame, name: str) -> pd.DataFrame:
    """A year's points as columns of the chart; hollow where not every unit had figures that day."""
    told = pd.DataFrame({"cut_off_on": pd.to_datetime(points["cut_off_on"]), name: points["disbursed_share"].astype("float64")})
    told[f"{name}_is_partial"] = (points["exact_count"] < points["unit_count"]).astype(bool)
    return told.drop_duplicates("cut_off_on", keep="last")
