"""One indicator on a page of its own: where it stands and from whom that is known, over rounds, by unit, and all that was sent."""

import pandas as pd
import streamlit as st

from pages.parts import aims, attained, charts, defined, filters, formats, paths, show, stage
from pages.parts.ask import ask
from pages.parts.attained import INDICATOR, PAGE
from pages.parts.formats import day, is_missing
from queries import targets

APART = 28  # days between two labels of the curve


def ranked(rows: pd.DataFrame, marked: str | None) -> pd.DataFrame:
    """Units by attainment, the highest first, equals on the same rank; those without a figure at the foot."""
    rows = aims.bars(rows).sort_values("attainment_share", ascending=False, na_position="last", kind="stable")
    ranks = rows["attainment_share"].round(6).rank(method="min", ascending=False)
    told = [formats.MISSING if is_missing(r) else f"{int(r)}" for r in ranks]
    name = [f"{r}. {n}" if r != formats.MISSING else n for r, n in zip(told, rows["unit_short_name"], strict=True)]
    return rows.assign(rank=told, shown=[f"{n} ◀" if c == marked else n for n, c in zip(name, rows["unit_code"], strict=True)])


def lagging(rows: pd.DataFrame) -> str:
    """What the units' bullets show."""
    far, silent = int(rows["is_far"].sum()), int(rows["achieved"].isna().sum())
    told = f"{far}/{len(rows)} đơn vị khó đạt hoặc chưa đạt" if far else "Không đơn vị nào khó đạt hoặc chưa đạt"
    return told + (f"; {silent} đơn vị chưa có kết quả" if silent else "")


def through(points: pd.DataFrame, unit: str) -> tuple[pd.DataFrame, str]:
    """The points of the curve with their labels, and its finding; `unit` is what they are written in."""
    points = points.assign(
        planned_text=[attained.quantity(v, unit) for v in points["planned"]],
        achieved_text=[attained.quantity(v, unit) for v in points["achieved"]],
        reported_told=[f"{k}/{n}" for k, n in zip(points["reported_count"], points["expected_count"], strict=True)],
        label=[
            attained.quantity(v, unit) + ("" if s == "final" else " sb") for v, s in zip(points["achieved"], points["state"], strict=True)
        ],
    )
    points = points.assign(label=points["label"].where(_far_apart(points["cut_off_on"]), ""))
    last = points.iloc[-1]
    if is_missing(last.attainment_share) or is_missing(last.expected_share):
        return points, f"{len(points)} lần có số liệu trong năm, gần nhất {day(last.cut_off_on)}"
    gap = last.attainment_share - last.expected_share
    if last.expected_share >= 1:
        return points, f"{'Vượt' if gap > 0 else 'Còn thiếu'} {formats.points(gap)} so với kế hoạch năm" if gap else "Bằng kế hoạch năm"
    return points, f"{'Nhanh' if gap >= 0 else 'Chậm'} hơn tiến độ phải đạt ({formats.share(last.expected_share)}) {formats.points(gap)}"


def _far_apart(days: pd.Series) -> list[bool]:
    """Which points have room for their label: the last one, and before it each that is a month from the next labelled."""
    room, last = [], None
    for moment in reversed(list(days)):
        room.append(last is None or (last - moment).days >= APART)
        last = moment if room[-1] else last
    return room[::-1]


def sent(rows: pd.DataFrame) -> pd.DataFrame:
    """Every result as it was sent, ready for a table."""
    return rows.assign(
        level_text=[attained.quantity(v, u) for v, u in zip(rows["level"], rows["level_unit"], strict=True)],
        achieved_text=[attained.quantity(v, u) for v, u in zip(rows["achieved"], rows["measure_unit"], strict=True)],
        parts_text=[attained.parts(r) for _, r in rows.iterrows()],
        estimated_text=[attained.quantity(v, u) for v, u in zip(rows["estimated"], rows["level_unit"], strict=True)],
        sent_state=[formats.STATES.get(s, "") for s in rows["state"]],
        used_told=["đang dùng" if best else "" for best in rows["is_best"]],
    )


def shown(definition: pd.Series, whole: pd.DataFrame, units: pd.DataFrame, chosen: filters.Chosen) -> None:
    """The page of one indicator: `whole` are its rows for the province, or for the chosen unit; `units` those of every unit."""
    code, asked = definition.indicator_code, {"plan_year": chosen.plan_year, "on": chosen.on, "indicator": definition.indicator_code}
    own = attained.whole(whole)
    place = chosen.words.get(filters.UNIT, aims.WHOLE.lower())
    if own.empty:
        st.header(f"{definition.indicator_short_name}: {place} không có chỉ tiêu này và chưa có kết quả.", anchor=False)
    else:
        row = own.iloc[0]
        st.header(f"{definition.indicator_short_name}, {place}: {attained.pair(row)}; {attained.told(row.status)}.", anchor=False)
        summed = ask(targets.summed, **asked) if chosen.unit is None else units.head(0)
        show.lines(*defined.standing(row), *([defined.beside(attained.whole(summed).iloc[0])] if len(summed) else []))
    _over_rounds_and_by_unit(definition, units, chosen, asked)
    stage.enough()
    show.lines(*defined.sentences(definition))
    with st.expander("Mở chỉ tiêu này ở từng đơn vị"), st.container(horizontal=True, gap="small"):
        paths.link(PAGE, aims.WHOLE, own={INDICATOR: code}, unit=None, again=True)
        for r in attained.ready(attained.whole(units)).itertuples():
            paths.link(PAGE, f"{r.symbol} {r.unit_short_name}", own={INDICATOR: code}, unit=r.unit_code, again=True)
    _tabs(whole, chosen, asked)


def _over_rounds_and_by_unit(definition: pd.Series, units: pd.DataFrame, chosen: filters.Chosen, asked: dict[str, object]) -> None:
    points = ask(targets.over_rounds, **asked)
    points = points[points["is_province"]] if chosen.unit is None else points[points["unit_code"] == chosen.unit]
    points = points[points["achieved"].notna()]
    one, two = st.columns(2, gap="large")
    with one:
        if points.empty:
            st.write("Chưa có kết quả nào gửi qua các kỳ báo cáo trong năm để vẽ.")
        else:
            ready, told = through(points, definition.measure_unit)
            show.figure(
                charts.rounds(ready, plan_year=chosen.plan_year, label="label", unit=definition.measure_unit),
                ready, "cut_off_on", "planned_text", "achieved_text", "attainment_share", "expected_share", "state", "reported_told",
                finding=told, alt=f"{definition.indicator_name} qua các kỳ trong năm, so với kế hoạch năm", key="chi-tieu-duong",
                behind=f"Tính đến {day(chosen.on)}. Nét chấm: mức theo tiến độ phải đạt; dấu rỗng: chưa đủ đơn vị có kết quả; sb: sơ bộ.",
            )  # fmt: skip
    with two:
        rows = ranked(units, chosen.unit)
        if rows.empty:
            st.write("Không đơn vị nào giữ chỉ tiêu này.")
            return
        show.figure(
            charts.bullets(rows, name="shown", label="label", far="is_far"),
            rows, "rank", "unit_short_name", *attained.FIGURES, "basis_name",
            finding=lagging(rows), alt=f"{definition.indicator_name}: mức đạt của từng đơn vị, xếp từ cao đến thấp",
            key="chi-tieu-don-vi", behind=f"{aims.behind(rows, chosen.on)} {aims.KEY}",
        )  # fmt: skip


def _tabs(whole: pd.DataFrame, chosen: filters.Chosen, asked: dict[str, object]) -> None:
    every, parted, years = st.tabs(["Mọi kết quả đã gửi", "Phân tổ", "Các năm"], key="the-chi-tieu", on_change="rerun")
    behind = f"Các kỳ có ngày chốt đến {day(chosen.on)}."
    with every:
        if every.open:
            rows = sent(ask(targets.rounds, **asked, unit=chosen.unit))
            show.table(
                rows, "unit_short_name", "breakdown_name", "round_name", "cut_off_on", "sent_state", "used_told",
                "level_text", "achieved_text",
                "parts_text", "estimated_text", "citation", "file_name", "sheet", "cell",
                finding=f"{len(rows)} kết quả đã gửi, giữ mọi trạng thái", key="chi-tieu-da-gui", behind=behind,
            )  # fmt: skip
    with parted:
        if parted.open:
            aims.parted(whole, key="chi-tieu-phan-to", behind=behind)
    with years:
        if years.open:
            aims.over_years(ask(targets.five_years, **asked), key="chi-tieu-nam", behind=behind)
