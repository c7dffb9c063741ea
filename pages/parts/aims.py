"""Indicators in sentences and in frames ready for charts: how many stand where, the matrix of units, bullets, breakdowns, years."""

from datetime import date

import pandas as pd
import streamlit as st

from pages.parts import attained, charts, formats, paths, show
from pages.parts.attained import FAR, INDICATOR, PAGE, STATUSES
from pages.parts.formats import day, is_missing, share

GROUP, ALL, NONE = "nhom", "tat-ca", ""
ALL_GROUPS, ALL_INDICATORS = "Tất cả", "Tất cả chỉ tiêu"
WHOLE = "Toàn tỉnh"
KEY = "Thanh gạch chéo: khó đạt hoặc chưa đạt; không có vạch tiến độ: chỉ tiêu chỉ biết khi hết năm, hoặc bắt đầu từ mức năm trước."
ON_A_WALL = 9  # indicators that six metres let one read


def group_names(groups: pd.DataFrame) -> dict[str, str]:
    """The groups to choose from, by code."""
    return {ALL: ALL_GROUPS} | dict(zip(groups["code"], groups["name"], strict=True))


def indicator_names(definitions: pd.DataFrame) -> dict[str, str]:
    """The indicators to choose from, by code; the first is none of them."""
    return {NONE: ALL_INDICATORS} | dict(zip(definitions["indicator_code"], definitions["indicator_short_name"], strict=True))


def of_component(answer: pd.DataFrame, component: str | None, components: pd.DataFrame) -> pd.DataFrame:
    """The indicators of a component, or of a project and all its components."""
    if component is None:
        return answer
    inside = components[(components["code"] == component) | (components["project_code"] == component)]["code"]
    return answer[answer["component_code"].isin(inside)]


def not_narrowed(answer: pd.DataFrame, narrowed: pd.DataFrame, named: dict[str, str], component: str | None) -> str:
    """What of the reader's choice does not apply to indicators; `named` are the money filters by name on screen. "" where all does."""
    said = []
    if component and narrowed.empty and len(answer):
        said.append(f"Chưa có chỉ tiêu nào gắn với {component}; trang đang xem mọi chỉ tiêu của nhóm.")
    if named:
        said.append(f"Chỉ tiêu không chia theo nguồn vốn, loại vốn: không áp dụng lựa chọn {', '.join(named.values())}.")
    return " ".join(said)


def headline(answer: pd.DataFrame, on: date, whose: str) -> str:
    """How many indicators stand where, in one sentence."""
    stood = attained.counts(answer)
    with_target = sum(stood.values()) - stood["no_target"]
    if not with_target:
        return f"Đến {day(on)}, {whose} chưa có chỉ tiêu nào được giao kế hoạch."
    told = [
        f"{n} {STATUSES[s][1].removeprefix('chưa đạt, ').removesuffix(' (nguy cơ)')}" for s, n in stood.items() if n and s != "no_target"
    ]
    unclear = f"; {stood['no_target']} không xác định" if stood["no_target"] else ""
    return f"Đến {day(on)}, trong {with_target} chỉ tiêu có kế hoạch của {whose}: {', '.join(told)}{unclear}."


def legend() -> str:
    """What symbols mean, in words."""
    return "Ký hiệu: " + " · ".join(f"**{symbol}** {word}" for symbol, word in STATUSES.values())


def thresholds(office: pd.Series) -> str:
    """From where on an indicator is called reached, exceeded or hard to reach, and on whose authority."""
    reached, above, risk, judged = (
        formats.rounded_share(office[c]) for c in ("reached_from", "exceeded_above", "at_risk_below", "judged_from")
    )
    return (
        f"Đạt: từ {reached} kế hoạch; vượt: trên {above}; khó đạt: trong năm, mức đạt dưới {risk} của mức theo tiến độ phải đạt đến nay "
        f"(xét khi tiến độ từ {judged}); "
        f"chưa đạt: hết năm mà dưới {reached} ({office.indicator_note})."
    )


def behind(answer: pd.DataFrame, on: date) -> str:
    """Up to when, in which states and from how many units the figures are."""
    known = answer[answer["reported_on"].notna()]
    told = f"Tính đến {day(on)}; {len(known)}/{len(answer)} dòng có kết quả"
    if len(known) and formats.as_date(known["reported_on"].min()) != on:
        oldest = known.loc[known["reported_on"].idxmin()]
        told += f"; cũ nhất: {attained.named(oldest)}, {day(oldest.reported_on)}"
    states = {s: int(n) for s, n in known["state"].value_counts().items()}
    if states.keys() - {"final"}:
        told += "; " + ", ".join(f"{n} số {formats.STATES[s]}" for s, n in states.items())
    partial = known[known["reported_count"] < known["expected_count"]]
    if len(partial):
        told += "; chưa đủ đơn vị: " + ", ".join(
            f"{attained.named(r)} ({r.reported_count}/{r.expected_count})" for _, r in partial.iterrows()
        )
    return told + "."


def finding(rows: pd.DataFrame) -> str:
    """What bullets show, in words: the lowest that is far from its target, or that none is."""
    far = rows[rows["is_far"]].sort_values("attainment_share")
    if rows["attainment_share"].isna().all():
        return "Chưa có kết quả nào để so với kế hoạch"
    if far.empty:
        return "Không chỉ tiêu nào khó đạt hoặc chưa đạt"
    named = ", ".join(f"{r.row_name} {share(r.attainment_share)}" for r in far.head(3).itertuples())
    judged = int((rows["status"] != "no_target").sum())
    return f"{len(far)}/{judged} chỉ tiêu khó đạt hoặc chưa đạt, thấp nhất: {named}"


def bars(answer: pd.DataFrame) -> pd.DataFrame:
    """Indicators as bullets: `label` with symbol, figures and share; `is_far` is hatched; a row without any figure is left to the table."""
    rows = attained.ready(attained.whole(answer))
    label = [f"{r.symbol} {attained.pair(r).removesuffix(' kế hoạch')}{state_told(r)}" for _, r in rows.iterrows()]
    return rows.assign(label=label, is_far=rows["status"].isin(FAR))


def state_told(row: pd.Series) -> str:
    """The state in brackets, where a figure is not final."""
    return "" if is_missing(row.state) or row.state == "final" else f" ({formats.STATES[row.state]})"


def for_a_wall(rows: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """The bullets that matter most, far ones first, and how many are not shown."""
    order = {status: n for n, status in enumerate(("missed", "at_risk", "no_result", "under_way", "reached", "exceeded", "no_target"))}
    ranked = rows.assign(rank=rows["status"].map(order)).sort_values(["rank", "attainment_share"], kind="stable")
    left = len(ranked) - ON_A_WALL
    return ranked.head(ON_A_WALL), f" Còn {left} chỉ tiêu khác ở bảng đầy đủ." if left > 0 else ""


def breakdowns(answer: pd.DataFrame) -> pd.DataFrame:
    """The parts of the people (Khmer, nữ), each a row of its own beside the whole, never added to it."""
    parted = set(answer[answer["breakdown_name"] != ""]["indicator_code"])
    return attained.ready(answer[answer["indicator_code"].isin(parted)])


def parted(answer: pd.DataFrame, *, key: str, behind: str) -> None:
    """The table of those parts, or a sentence where there are none."""
    rows = breakdowns(answer)
    if rows.empty:
        st.write("Không có chỉ tiêu nào ở đây tính theo phân tổ (Khmer, nữ).")
        return
    told = "Phân tổ đứng cạnh số chung, không cộng vào"
    show.table(rows, "row_name", *attained.FIGURES, finding=told, key=key, behind=behind)


def years(answer: pd.DataFrame) -> pd.DataFrame:
    """Indicator × year with what five years ask for: `term_told`, and bullets of the newest year with a figure (`is_newest`)."""
    rows = answer.assign(
        status_name=[attained.told(s) for s in answer["status"]],
        planned_text=[attained.quantity(v, u) for v, u in zip(answer["planned"], answer["measure_unit"], strict=True)],
        achieved_text=[attained.quantity(v, u) for v, u in zip(answer["achieved"], answer["measure_unit"], strict=True)],
        year_told=[str(y) for y in answer["plan_year"]],
        term_told=[_term(r) for _, r in answer.iterrows()],
    )
    return rows.assign(is_newest=~rows.duplicated("indicator_code", keep="last") & rows["term_share"].notna())


def _term(row: pd.Series) -> str:
    if is_missing(row.term_target):
        return "chưa đặt mục tiêu giai đoạn"
    goal = f"{attained.quantity(row.term_target, row.measure_unit)} {row.measure_unit}"
    return f"{attained.quantity(row.term_achieved, row.measure_unit)}/{goal}, đạt {share(row.term_share)}"


def term_bars(rows: pd.DataFrame) -> pd.DataFrame:
    """The newest year of each indicator with a target for five years, as bullets."""
    newest = rows[rows["is_newest"]]
    return newest.assign(
        attainment_share=newest["term_share"], expected_share=None, row_name=newest["indicator_short_name"], label=newest["term_told"]
    )


def over_years(answer: pd.DataFrame, *, key: str, behind: str) -> None:
    """The year plans and the plan for five years: bullets of how far the five years are, and every year as a table."""
    rows = years(answer)
    term = term_bars(rows)
    columns = ("year_told", "indicator_short_name", "planned_text", "achieved_text", "measure_unit", "status_name", "state", "term_told")
    if term.empty:
        show.table(rows, *columns, finding="Kế hoạch và thực hiện từng năm; chưa đặt mục tiêu giai đoạn", key=key, behind=behind)
        return
    done = int((term["attainment_share"] >= 1).sum())
    show.figure(
        charts.bullets(term, name="row_name", label="label", goal="mục tiêu giai đoạn"), rows, *columns, key=key, behind=behind,
        finding=f"{done}/{len(term)} chỉ tiêu có mục tiêu giai đoạn đã đạt mục tiêu đó", alt="Mức đạt mục tiêu giai đoạn của từng chỉ tiêu",
    )  # fmt: skip


def links(rows: pd.DataFrame, unit: str | None, *, again: bool = False) -> None:
    """Each indicator as a link to its detail, with its status; `again` on the page of indicators itself."""
    with st.container(horizontal=True, gap="small"):
        for row in rows.itertuples():
            paths.link(PAGE, f"{row.symbol} {row.row_name}", own={INDICATOR: row.indicator_code}, unit=unit, again=again)
