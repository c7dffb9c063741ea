"""A few districts side by side: which are chosen before anyone chose, the table turned round for reading, and how far they lie apart."""

import pandas as pd
import streamlit as st

from pages.parts import show, taken, why
from pages.parts.formats import day, is_missing, million, plain, points, share

MOST = 4
COLUMNS = (
    "unit_short_name", "planned_vnd", "disbursed_vnd", "disbursed_share", "rank", "on_time_count", "due_count", "on_time_share",
    "slowest_component_name", "slowest_planned_vnd", "slowest_share", "cause_name", "held_up_vnd",
)  # fmt: skip


def first(rows: pd.DataFrame, unit: str | None) -> list[str]:
    """Who is compared before anyone chose: the unit of the filter, the first and the last in rank."""
    codes = rows["unit_code"].tolist()
    known = rows[rows["rank"].notna()]["unit_code"].tolist() or codes
    return list(dict.fromkeys([code for code in (unit, known[0], known[-1]) if code in codes]))


def beside(rows: pd.DataFrame, on_time: pd.DataFrame, peers: pd.DataFrame, codes: list[str]) -> pd.DataFrame:
    """One row per chosen district: money, rank, reports in time, what holds it back."""
    reports = on_time[["unit_code", "on_time_count", "due_count", "on_time_share"]]
    slow = peers.drop(columns="unit_short_name")
    together = rows.merge(reports, on="unit_code").merge(slow, on="unit_code").set_index("unit_code", drop=False)
    ordered = together.loc[[code for code in codes if code in together.index]].reset_index(drop=True)
    ordered.attrs.update(rows.attrs)  # a merge forgets which question was asked
    return ordered


def side_by_side(chosen: pd.DataFrame) -> pd.DataFrame:
    """The same turned round for reading: a line per thing compared, a column per district, ready as words."""
    lines = {
        "Kế hoạch vốn (triệu đồng)": lambda r: million(r.planned_vnd),
        "Giải ngân (triệu đồng)": lambda r: million(r.disbursed_vnd),
        "Tỷ lệ giải ngân": lambda r: share(r.measured_share) + ("*" if r.unreported_planned_vnd else ""),
        "Hạng giải ngân": lambda r: (
            "—" if is_missing(r["rank"]) else f"{r['rank']}/{r.ranked_count}" + (" (đồng hạng)" if r.tied_count > 1 else "")
        ),
        "Báo cáo đúng hạn": lambda r: (
            "—" if is_missing(r.due_count) else f"{r.on_time_count}/{r.due_count} báo cáo ({share(r.on_time_share)})"
        ),
        "Dự án, tiểu dự án chậm nhất": _slowest,
        "Vướng mắc nhiều vốn nhất": lambda r: (
            "—" if is_missing(r.cause_name) else f"{plain(r.cause_name)} ({million(r.held_up_vnd)} triệu đồng)"
        ),
        "Báo cáo đến ngày": lambda r: day(r.reported_on),
    }
    told = {r.unit_short_name: [line(r) for line in lines.values()] for _, r in chosen.iterrows()}
    return pd.DataFrame(told, index=pd.Index(lines, name="Nội dung")).reset_index()


def _slowest(row: pd.Series) -> str:
    if is_missing(row.slowest_share):
        return "—"
    return f"{plain(row.slowest_component_name)}: {share(row.slowest_share)} của {million(row.slowest_planned_vnd)} triệu đồng"


def gap(chosen: pd.DataFrame) -> str:
    """How far the chosen districts lie apart."""
    known = chosen[chosen["rank"].notna()].sort_values("measured_share")
    if len(known) < 2:
        return "Chưa đủ hai huyện có số để so sánh"
    low, high = known.iloc[0], known.iloc[-1]
    apart = f"hơn {low.unit_short_name} ({share(low.measured_share)}) {points(high.measured_share - low.measured_share)}"
    return f"{high.unit_short_name} giải ngân cao nhất trong các huyện được chọn ({share(high.measured_share)}), {apart}"


def shown(chosen: pd.DataFrame, picked: int, behind: str) -> None:
    """The table of the chosen districts, with a file of it; or what is missing for one."""
    if picked > MOST:
        st.info(f"Chỉ đặt cạnh nhau được {MOST} huyện; đang hiện {MOST} huyện đầu, bỏ chọn bớt để xem huyện khác.")
    chosen = chosen.head(MOST)
    if len(chosen) < 2:
        st.info("Chọn thêm ít nhất một huyện để so sánh.")
    st.markdown(f"**{gap(chosen)}**")
    st.table(side_by_side(chosen).style.hide(axis="index"))
    show.note(behind)
    why.door(chosen, key="so-voi")
    taken.offer(chosen, COLUMNS, gap(chosen), "so-voi", behind)
