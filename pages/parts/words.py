"""Sentences made from figures, the same on every page."""

from datetime import date

import pandas as pd

from pages.parts import formats
from pages.parts.formats import day, is_missing, million, pair, points, share
from pages.parts.needs import even_pace

# the four parts into which a plan falls, nearest to the goal first
PARTS = ("disbursed_vnd", "not_disbursed_vnd", "not_allocated_vnd", "unknown_vnd")


def behind(coverage: pd.Series, on: date, *, in_full: bool = False) -> str:
    """How many reports stand behind the figures, and up to when; in full, with the name of every unit that has none."""
    told = f"Tính đến {day(on)}; {coverage.exact_count}/{coverage.unit_count} đơn vị có số liệu đúng ngày"
    if not is_missing(coverage.oldest_on) and formats.as_date(coverage.oldest_on) != on:
        told += f"; cũ nhất: {coverage.oldest_unit_name}, {day(coverage.oldest_on)}"
    silent = [name for name in coverage.missing_names.split(", ") if name]
    if silent:
        told += f"; chưa có báo cáo: {coverage.missing_names if in_full or len(silent) <= 3 else f'{len(silent)} đơn vị'}"
    return told + "."


def headline(
    total: pd.Series, on: date, whose: str, target: float | None, *, plan_year: int | None = None, coverage: pd.Series | None = None
) -> str:
    """The state of this year's capital in one sentence; one unit's older figure is said to be older (`coverage`)."""
    until, figures_on = f"Đến {day(on)},", on
    if coverage is not None and coverage.unit_count == 1 and not is_missing(coverage.oldest_on):
        figures_on = formats.as_date(coverage.oldest_on)
        until = until if figures_on == on else f"Số gần nhất {day(figures_on)} (chưa có báo cáo đến {day(on)}):"
    if is_missing(total.planned_vnd):
        return f"Đến {day(on)}, {whose} chưa có kế hoạch vốn trong phạm vi này."
    if is_missing(total.disbursed_share):
        return f"{until} {whose} có {pair(None, total.planned_vnd, None)}."
    told = f"{until} {whose} giải ngân {pair(total.disbursed_vnd, total.compared_planned_vnd, total.disbursed_share)}"
    if total.unreported_planned_vnd:
        told += " đã có số giải ngân"
    if figures_on < date(plan_year or on.year, 7, 1):  # early in the year the pace says more than the way to the target
        pace = against_time(total, figures_on, plan_year)
        told += f", {pace[:1].lower()}{pace[1:]}"
        if target is not None:
            gap = float(total.disbursed_share) - target
            told += f"; mục tiêu cả năm {share(target)}, {'vượt' if gap > 0 else 'còn'} {points(gap)}"
    elif target is not None:
        gap = float(total.disbursed_share) - target
        told += (
            f", {'vượt' if gap > 0 else 'thấp hơn'} mục tiêu cả năm ({share(target)}) {points(gap)}" if gap else ", bằng mục tiêu cả năm"
        )
    return told + "."


def cautions(total: pd.Series) -> list[str]:
    """What must be said wherever the rate stands: plan without a figure, plan on the unit's word, money without a plan."""
    said = []
    if total.unreported_planned_vnd and not is_missing(total.lower_share):
        said.append(
            f"{million(total.unreported_planned_vnd)} triệu đồng kế hoạch chưa có số giải ngân; "
            f"tính trên toàn bộ kế hoạch {million(total.planned_vnd)} triệu đồng, tỷ lệ ít nhất {share(total.lower_share)}."
        )
    if total.get("unit_basis_vnd"):
        said.append(f"{million(total.unit_basis_vnd)} triệu đồng kế hoạch theo đơn vị báo cáo (chưa có quyết định giao trong kho).")
    if total.get("unplanned_disbursed_vnd"):
        said.append(f"{million(total.unplanned_disbursed_vnd)} triệu đồng đã giải ngân ở dòng chưa có kế hoạch, không tính vào tỷ lệ.")
    return said


def change(now: object, then: object) -> str | None:
    """The change of a share, signed: "+5,31 điểm %"; None where one of the two is missing."""
    if is_missing(now) or is_missing(then):
        return None
    difference = float(now) - float(then)
    return ("+" if difference > 0 else "-" if difference < 0 else "") + points(difference)


def grown(now: object, then: object) -> str | None:
    """The change of an amount, signed, in triệu đồng: "+1.234"."""
    if is_missing(now) or is_missing(then):
        return None
    difference = int(now) - int(then)
    return ("+" if difference > 0 else "-" if difference < 0 else "") + million(abs(difference))


def against(change: str | None, since_when: str) -> str | None:
    """A change with what it is measured from: "+5,31 điểm % so với cùng kỳ"."""
    return change and f"{change} {since_when}"


def a_year_ago(coverage: pd.Series, on: date) -> str:
    """Against what: the same day last year, or, where not every unit had figures on it, those it had before."""
    whole = coverage.unit_count and coverage.exact_count >= coverage.unit_count
    return "so với cùng kỳ" if whole or is_missing(coverage.oldest_on) else f"so với {day(coverage.oldest_on)}"


def since(now: pd.Series, then: pd.Series, then_on: date, name: str, coverage: pd.Series | None = None) -> str:
    """What moved since another day: `name` says which, `coverage` how many units had figures on it."""
    then_told = day(then_on)
    if coverage is not None and coverage.unit_count:
        then_told += f"; {coverage.exact_count}/{coverage.unit_count} đơn vị có số liệu đúng ngày"
    more, rate = grown(now.disbursed_vnd, then.disbursed_vnd), change(now.disbursed_share, then.disbursed_share)
    if more is None:
        return f"Chưa so được với {name} ({then_told}): chưa có số giải ngân hoặc kế hoạch vốn để so."
    told = f"So với {name} ({then_told}): giải ngân {formats.moved(f'{more} triệu đồng')}"
    return told + (f", tỷ lệ {formats.moved(rate)}." if rate else ".")


def carried(total: pd.Series) -> str:
    """The carried-over capital, beside the headline and never inside it."""
    if is_missing(total.planned_vnd):
        return "Vốn kéo dài từ các năm trước: không có kế hoạch trong phạm vi này."
    base = total.planned_vnd if is_missing(total.compared_planned_vnd) else total.compared_planned_vnd
    told = f"Vốn kéo dài từ các năm trước (tính riêng): {pair(total.disbursed_vnd, base, total.disbursed_share)}."
    return " ".join([told, *cautions(total)])


def against_time(total: pd.Series, on: date, plan_year: int | None = None) -> str:
    """The rate against an even pace through the plan year; payments after its end are measured against the whole."""
    if is_missing(total.disbursed_share):
        return "Chưa có số giải ngân để so với tiến độ thời gian"
    even = even_pace(on, plan_year or on.year)
    gap = float(total.disbursed_share) - even
    return f"{'Nhanh' if gap >= 0 else 'Chậm'} hơn mức đều theo thời gian ({share(even)}) {points(gap)}"


def why(causes: pd.DataFrame) -> str:
    """The causes that units gave, the most money first; or that they gave none."""
    if causes.empty:
        return "Nguyên nhân: đơn vị chưa nêu nguyên nhân."
    told = []
    for row in causes.head(3).itertuples():
        held = "chưa nêu số vốn" if is_missing(row.held_up_vnd) else f"{million(row.held_up_vnd)} triệu đồng"
        told.append(f"{row.cause_name} ({held}, {row.unit_count} đơn vị)")
    return "Nguyên nhân các đơn vị nêu, theo số vốn vướng: " + "; ".join(told) + "."


def state_of(row: pd.Series, on: date | None = None) -> str:
    """The rate of one row, starred where part of its plan has no figure, dated where its report is older than `on`; or why there is none.

    Never 0% for what nobody reported.
    """
    if is_missing(row.planned_vnd):
        return "không có kế hoạch vốn" if row.get("is_run", True) else "không thực hiện"
    if "reported_on" in row.index and is_missing(row.reported_on):
        return "chưa có báo cáo"
    if is_missing(row.disbursed_share):
        return "chưa có số giải ngân"
    told = share(row.disbursed_share) + ("*" if row.unreported_planned_vnd else "")
    if row.disbursed_share > 1:
        told += ", vượt kế hoạch"
    if on is not None and "reported_on" in row.index and formats.as_date(row.reported_on) < on:
        told += f", số đến {pd.Timestamp(row.reported_on):%d/%m}"
    return told


def rate(answer: pd.DataFrame) -> float | None:
    """The rate of an answer of one row; None where it is withheld or unknown."""
    return None if answer.empty or is_missing(answer["disbursed_share"].iloc[0]) else float(answer["disbursed_share"].iloc[0])


def stars(answer: pd.DataFrame, name: str) -> str:
    """What a star beside a rate stands for: the plan without a figure, and the rate over the whole plan."""
    partly = answer[(answer["unreported_planned_vnd"] > 0) & answer["disbursed_share"].notna()]
    if partly.empty:
        return ""
    told = [f"{row[name]} {million(row.unreported_planned_vnd)} (ít nhất {share(row.lower_share)})" for _, row in partly.iterrows()]
    return " \\*Triệu đồng kế hoạch chưa có số giải ngân, và tỷ lệ tính trên toàn bộ kế hoạch: " + "; ".join(told) + "."


def labelled(answer: pd.DataFrame, marked: str | None = None, on: date | None = None) -> pd.DataFrame:
    """The answer ready for bars: `label` beside each, `left` under the pointer; units also `shown` (the chosen one bold) and `block`."""
    told = {
        "label": [state_of(row, on) for _, row in answer.iterrows()],
        "left": [f"còn {million(v)} triệu đồng" for v in answer["remaining_vnd"]],
    }
    answer = answer.assign(**told)
    if "unit_code" in answer:
        shown = [f"<b>{row.short_name}</b>" if row.unit_code == marked else row.short_name for row in answer.itertuples()]
        answer = answer.assign(shown=shown, block=[formats.BLOCKS.get(kind, "") for kind in answer["kind"]])
        answer = answer.sort_values("kind", key=lambda kinds: kinds != "district", kind="stable")
    return answer


def joined(*answers: pd.DataFrame) -> pd.DataFrame:
    """Short answers one under the other, for one chart."""
    return pd.concat(answers, ignore_index=True)


def threshold(office: pd.Series) -> str:
    """What counts as lagging, and on whose authority."""
    return f"thấp hơn mức chung từ {points(office.behind_points)} trở lên ({office.threshold_note})."


def cell_labels(answer: pd.DataFrame) -> pd.DataFrame:
    """The answer with a short `label` for the cells of a heat map: "60", or "…" where a plan has no figure yet."""
    short = ["…" if is_missing(value) else f"{float(value) * 100:.0f}" for value in answer["disbursed_share"]]
    return answer.assign(label=short)
