"""The forecast in words: between what and what the year may end, what it would take, and how far off it was before."""

import pandas as pd

from pages.parts.formats import count, day, is_missing, million, points, share

# how often a range holds, by what it claims
CLAIMS = {50: "một nửa", 67: "hai phần ba", 80: "bốn phần năm"}
NO_RANGE = {
    "no_plan": "không có kế hoạch vốn nên không dự báo",
    "no_result": "chưa có số giải ngân nên chưa dự báo",
    "year_over": "đã hết năm ngân sách, không còn dự báo",
    "all_spent": "đã giải ngân hết kế hoạch vốn",
    "stale": "số liệu đang có chốt quá 35 ngày trước ngày xem nên chưa dự báo",
}
SHORT = {
    "no_result": "chưa có số giải ngân",
    "year_over": "đã hết năm",
    "all_spent": "đã giải ngân hết",
    "stale": "số liệu đã cũ",
    "few_years": "chưa đủ số liệu",
}
GROUPS = {"total": "Tổng số", "unit": "Từng đơn vị", "component": "Từng dự án, tiểu dự án", "fund_source": "Từng nguồn vốn"}
WAYS = {"before": "các năm trước năm đó", "others": "các năm khác"}


def sentence(row: pd.Series, target: float | None) -> str:
    """Everything the forecast says of one row of `forecast.outlook`, in one sentence; `target` is the share to be reached by 31/12."""
    told = [f"Dự báo đến 31/12: {no_range(row) or _range_told(row)}"]
    if not is_missing(row.at_risk_high_vnd) and row.at_risk_high_vnd > 0:
        told.append(f"vốn có nguy cơ không giải ngân hết {at_risk(row)} triệu đồng")
    pace = _pace(row, target)
    return "; ".join([*told, pace] if pace else told) + "."


WIDE = 0.2  # of the plan: a range wider than this is only to be looked at


def figure(row: pd.Series, back_test: pd.DataFrame) -> tuple[str, ...]:
    """For a metric: the range, how often such a range holds, how far off it was, and the money at risk; or why there is none."""
    why = no_range(row)
    if why:
        return "—", why
    wide = "khoảng rộng, chỉ tham khảo; " if row.high_share - row.low_share > WIDE else ""
    tried = back_test[(back_test["grouped_by"] == "total") & (back_test["forecast_from"] == "others")].iloc[0]
    error = f"thử lại: lệch {points(tried.mean_error_share)}" if tried.tried_count else "chưa thử lại được"
    return span(row), f"{wide}{claim(row).removeprefix('khoảng này ')}", f"nguy cơ {at_risk(row)} triệu; {error}"


def no_range(row: pd.Series) -> str | None:
    """Why there is no range, in words; None where there is one."""
    if is_missing(row.no_range_reason):
        return None
    if row.no_range_reason == "few_years":
        return f"chưa đủ số liệu để dự báo (cần 2 năm trước đủ số liệu, mới có {count(row.years_count)})"
    return NO_RANGE[row.no_range_reason]


def span(row: pd.Series) -> str:
    """The range alone: "84,10–92,30%"."""
    return (
        share(row.high_share) if share(row.low_share) == share(row.high_share) else f"{share(row.low_share)[:-1]}–{share(row.high_share)}"
    )


def claim(row: pd.Series) -> str:
    """How often a range of this kind holds: "khoảng này đúng khoảng một nửa số lần"."""
    return f"khoảng này đúng khoảng {CLAIMS[round(row.claim_share * 100)]} số lần"


def at_risk(row: pd.Series) -> str:
    """The money that may be left over on 31/12, in triệu đồng: "8.800–18.100"."""
    low, high = million(row.at_risk_low_vnd), million(row.at_risk_high_vnd)
    return high if low == high else f"{low}–{high}"


def ready(answer: pd.DataFrame) -> pd.DataFrame:
    """The rows with a plan, the most money at risk first; `label` (chart) and `forecast_note` (table) say the range, or why none."""
    planned = answer[answer["planned_vnd"].fillna(0) > 0]
    labels = [SHORT.get(row.no_range_reason) or span(row) for _, row in planned.iterrows()]
    notes = [no_range(row) or span(row) for _, row in planned.iterrows()]
    ranked = planned.assign(label=labels, forecast_note=notes)
    return ranked.sort_values("at_risk_high_vnd", ascending=False, na_position="last", kind="stable")


def finding(answer: pd.DataFrame, target: float | None, what: str = "đơn vị") -> str:
    """What a chart of ranges shows: how many stay below the target even at their best, and where most money is at risk."""
    known = answer[answer["low_share"].notna()]
    if known.empty:
        reasons = {no_range(row) for _, row in answer.iterrows()} or {NO_RANGE["no_plan"]}
        return f"Dự báo đến 31/12: {reasons.pop() if len(reasons) == 1 else 'chưa dự báo được'}"
    most = known.loc[known["at_risk_high_vnd"].astype("float64").idxmax()]
    risk = f"nguy cơ lớn nhất: {most.short_name} ({at_risk(most)} triệu đồng)"
    if target is None:
        return f"Dự báo đến 31/12, {risk}"
    short = int((known["high_share"].astype("float64") < target).sum())
    if not short:
        return f"Mọi {what} có dự báo đều còn khả năng đạt {share(target)}; {risk}"
    return f"{short}/{len(known)} {what} có dự báo không đạt {share(target)} ngay cả ở mức cao; {risk}"


def tested(back_test: pd.DataFrame, by: str = "total") -> str:
    """How far off the forecast was on earlier years, from the answer of `forecast.back_test`; invented data says so."""
    row = back_test[(back_test["grouped_by"] == by) & (back_test["forecast_from"] == "others")].iloc[0]
    nature = "; số liệu minh họa: sai số này là của số liệu bịa" if row.is_sample else ""
    if not row.tried_count:
        nature = "; số liệu minh họa" if row.is_sample else ""
        return f"Chưa có lần thử lại nào trên các năm trước (cần ít nhất 2 năm đã xong, đủ số liệu cùng kỳ){nature}."
    told = f"Thử lại trên các năm trước: lệch trung bình {points(row.mean_error_share)} ({count(row.tried_count)} lần thử)"
    if row.range_count:
        told += f"; khoảng dự báo đúng {count(row.covered_count)}/{count(row.range_count)} lần, mức nêu là {share(row.claim_share)}"
    return told + nature + "."


def tries(back_test: pd.DataFrame) -> pd.DataFrame:
    """The back-test as a table: its codes in words, its errors (`mean_error`, `largest_error`) in điểm %."""
    return back_test.assign(
        grouped_by=back_test["grouped_by"].map(GROUPS),
        forecast_from=back_test["forecast_from"].map(WAYS),
        mean_error=back_test["mean_error_share"].map(points),
        largest_error=back_test["largest_error_share"].map(points),
    )


def _range_told(row: pd.Series) -> str:
    return f"{span(row)} (theo {count(row.years_count)} năm trước; {claim(row)})"


def _pace(row: pd.Series, target: float | None) -> str:
    """What it takes each month to reach the target, and what it has been; "" where neither is known."""
    told = []
    if target is not None and not is_missing(row.needed_monthly_vnd):
        reached = not row.needed_monthly_vnd
        told.append(
            f"đã đạt mục tiêu {share(target)}"
            if reached
            else f"cần {million(row.needed_monthly_vnd)} triệu đồng mỗi tháng để đạt {share(target)}"
        )
    if not is_missing(row.recent_monthly_vnd):
        told.append(f"gần đây (từ {day(row.recent_from_on)}) {million(row.recent_monthly_vnd)} triệu đồng mỗi tháng")
    return ", ".join(told)
