"""What a chart shows, said as its title: one sentence made from the same answer the chart is drawn from."""

import pandas as pd

from pages.parts.formats import is_missing, million, points, share


def units(answer: pd.DataFrame, whole: float | None, margin: float) -> str:
    """How many units lag, and who is lowest; departments are counted apart from districts by the chart."""
    known = answer[answer["disbursed_share"].notna()]
    if known.empty:
        return "Chưa đơn vị nào có số giải ngân"
    if len(known) == 1:
        return f"{known['short_name'].iloc[0]} đạt {share(known['disbursed_share'].iloc[0])}; toàn bộ các đơn vị đạt {share(whole)}"
    told = _lowest(known, "đơn vị")
    behind = int(known["is_behind"].sum())
    if whole is not None and whole < margin:
        return f"Mức chung mới {share(whole)}, chưa đủ để xét đơn vị nào thấp hơn {points(margin)}; {told}"
    if not behind:
        return f"Không đơn vị nào thấp hơn mức chung từ {points(margin)}; {told}"
    return f"{behind}/{len(known)} đơn vị có số liệu thấp hơn mức chung {share(whole)} từ {points(margin)}; {told}"


def components(answer: pd.DataFrame, margin: object) -> str:
    """The weakest components by name; where none lags, how far they lie apart."""
    known = answer[answer["disbursed_share"].notna()].sort_values("disbursed_share")
    if known.empty:
        return "Chưa dự án, tiểu dự án nào có số giải ngân"
    weak = known[known["is_behind"]]
    if weak.empty:
        told = _lowest(known, "dự án, tiểu dự án")
        if len(known) == 1:
            return f"{known['short_name'].iloc[0]} đạt {share(known['disbursed_share'].iloc[0])}"
        low, high = known["disbursed_share"].iloc[0], known["disbursed_share"].iloc[-1]
        if high - low < margin:
            return f"Các dự án, tiểu dự án không chênh nhau nhiều; {told}"
        return f"Các dự án, tiểu dự án đạt từ {share(low)} đến {share(high)}; {told}"
    named = [f"{row.short_name} ({share(row.disbursed_share)})" for row in weak.head(3).itertuples()]
    return f"Chậm nhất: {', '.join(named)}"


def _lowest(known: pd.DataFrame, what: str) -> str:
    """Who is lowest; where several share the lowest rate as it is written, how many."""
    written = share(known["disbursed_share"].min())
    lowest = known[known["disbursed_share"].map(share) == written]
    if len(lowest) > 1:
        return f"thấp nhất: {len(lowest)} {what} cùng {written}"
    return f"thấp nhất là {lowest['short_name'].iloc[0]} ({written})"


def kinds(*answers: pd.DataFrame) -> str:
    """Within each answer (fund sources, capital types), the slowest against the fastest."""
    told = []
    for answer in answers:
        known = answer[answer["disbursed_share"].notna()].sort_values("disbursed_share")
        if len(known) == 1:
            told.append(f"{known['name'].iloc[0]} {share(known['disbursed_share'].iloc[0])}")
        elif len(known):
            slow, fast = known.iloc[0], known.iloc[-1]
            far = slow.disbursed_share < fast.disbursed_share
            ends = f"{slow['name']} ({share(slow.disbursed_share)})", f"{_small(fast['name'])} ({share(fast.disbursed_share)})"
            told.append((" thấp hơn " if far else " ngang ").join(ends))
    return "; ".join(told[:1] + [_small(part) for part in told[1:]]) or "Chưa nguồn vốn, loại vốn nào có số giải ngân"


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def standstill(answer: pd.DataFrame) -> str:
    """The step at which most of the plan stands still, and the component that holds most of it there."""
    steps = {
        "not_allocated_vnd": "chưa phân bổ chi tiết",
        "not_disbursed_vnd": "đã phân bổ nhưng chưa giải ngân",
        "unknown_vnd": "chưa rõ bước",
    }
    sums = {step: int(answer[step].sum()) for step in steps}
    step = max(sums, key=sums.__getitem__)
    if answer.empty or not sums[step]:
        return "Không còn vốn đứng lại ở bước nào"
    most = answer.loc[answer[step].idxmax()]
    there = f"nhiều nhất tại {most['short_name']} ({million(most[step])})"
    return f"Vốn đứng lại nhiều nhất ở bước {steps[step]}: {million(sums[step])} triệu đồng, {there}"


def cells(answer: pd.DataFrame) -> str:
    """How many pairs of unit and component have spent nothing yet or have no figure; if none, the lowest."""
    nothing = answer[answer["disbursed_share"] == 0]
    silent = answer[answer["disbursed_share"].isna() & answer["planned_vnd"].notna()]
    if answer["disbursed_share"].isna().all():
        return "Chưa đơn vị nào có số giải ngân"
    if nothing.empty and silent.empty:
        low = answer.loc[answer["disbursed_share"].astype("float64").idxmin()]
        return f"Thấp nhất: {low['unit_short_name']} ở {low['component_short_name']} ({share(low['disbursed_share'])})"
    return f"{len(nothing)} ô có kế hoạch nhưng giải ngân bằng 0; {len(silent)} ô chưa có số giải ngân"


def plan_moves(steps: pd.DataFrame) -> str:
    """Whether the plan was changed in the year."""
    if len(steps) < 2:
        return "Tổng kế hoạch vốn không thay đổi từ đầu năm"
    first, last = steps["planned_vnd"].iloc[0], steps["planned_vnd"].iloc[-1]
    return f"Tổng kế hoạch vốn thay đổi {len(steps) - 1} lần: từ {million(first)} đến {million(last)} triệu đồng"


def obstacles(causes: pd.DataFrame) -> str:
    """The cause that holds up most money."""
    if causes.empty:
        return "Đơn vị chưa nêu nguyên nhân"
    top = causes.iloc[0]
    held = "chưa nêu số vốn" if is_missing(top.held_up_vnd) else f"{million(top.held_up_vnd)} triệu đồng"
    return f"Vướng nhiều vốn nhất: {top.cause_name} ({held}, {top.unit_count} đơn vị)"
