"""Sentences and columns of the page on one unit: what it sent, what moved, what was found, its targets and its communes."""

from datetime import date

import pandas as pd
import streamlit as st

from pages.parts import arrivals, attained, cell, formats, paths, show, words
from pages.parts.formats import day, is_missing, million, share

MOVED_MOST = 3


def with_money(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows in which anything was planned or spent."""
    return rows[rows["planned_vnd"].notna() | rows["disbursed_vnd"].notna()].reset_index(drop=True)


def told(finding: str, rows: pd.DataFrame, *columns: str, key: str, behind: str) -> None:
    """A table under its finding; the finding alone where there is nothing to list."""
    if rows.empty:
        show.note(finding)
    else:
        show.table(rows, *columns, finding=finding, key=key, behind=behind)


def warnings(rows: pd.DataFrame, behind: str) -> None:
    """What was found in the unit's figures, and the way to the cells."""
    told(warned(rows), rows, "round_name", "rule_name", "place", "sentence", key="ho-so-canh-bao", behind=behind)
    if len(rows):
        with st.container(key="khong-in-canh-bao"):
            paths.link(cell.PAGE, "Mở từng cảnh báo đến ô trong tệp đã gửi")


def reports(rows: pd.DataFrame) -> str:
    """How many of the reports asked of a unit are in, which came late, which are missing."""
    expected = rows[rows["is_expected"]]
    if expected.empty:
        return "Chưa có kỳ báo cáo nào yêu cầu đơn vị nộp"
    silent, late = expected[expected["received_on"].isna()], int((expected["late_day_count"] > 0).sum())
    told = f"Đã nhận {len(expected) - len(silent)}/{len(expected)} báo cáo phải nộp" + (f", {late} nộp muộn" if late else "")
    return told + (f"; còn thiếu: {', '.join(silent['round_name'])}" if len(silent) else "")


def timed(rows: pd.DataFrame) -> pd.DataFrame:
    """The reports with `timing` in words."""
    return rows.assign(timing=[arrivals.timing(row) for row in rows.itertuples()])


def changes(now: pd.Series, then: pd.Series, then_on: date) -> list[str]:
    """What moved since the unit's report before."""
    said = [words.since(now, then, then_on, "báo cáo trước")]
    before, after = then.planned_vnd, now.planned_vnd
    if is_missing(before) or is_missing(after):
        return said
    moved = words.grown(after, before)
    same = int(before) == int(after)
    return [*said, f"Kế hoạch vốn {'không đổi' if same else f'thay đổi {moved} triệu đồng, còn {million(after)} triệu đồng'}."]


def moved(now: pd.DataFrame, then: pd.DataFrame) -> list[str]:
    """Which components moved most since then, and which fell, which a cumulative figure should not."""
    both = now.merge(then, on="component_code", suffixes=("", "_then")).dropna(subset=["disbursed_vnd", "disbursed_vnd_then"])
    both = both.assign(more=(both["disbursed_vnd"] - both["disbursed_vnd_then"]).astype("int64")).sort_values("more", ascending=False)
    rose, fell = both[both["more"] > 0].head(MOVED_MOST), both[both["more"] < 0]
    said = []
    if len(rose):
        named = [f"{row.short_name} +{million(row.more)} triệu đồng (đạt {share(row.disbursed_share)})" for row in rose.itertuples()]
        said.append(f"Tăng nhiều nhất: {'; '.join(named)}.")
    elif len(both):
        said.append("Không dự án, tiểu dự án nào giải ngân thêm.")
    still = both[(both["more"] == 0) & (both["disbursed_share"] < 1)]
    if len(rose) and len(still):
        said.append(f"Không giải ngân thêm: {', '.join(still['short_name'])}.")
    if len(fell):
        named = [f"{row.short_name} -{million(-row.more)} triệu đồng" for row in fell.itertuples()]
        said.append(f"Lũy kế giảm, cần kiểm tra: {'; '.join(named)}.")
    return said


def warned(rows: pd.DataFrame) -> str:
    """How many warnings stand, and how many of them touch the figures above."""
    if rows.empty:
        return "Không có cảnh báo nào về số liệu của đơn vị."
    touched = int(rows["is_in_force"].sum())
    told = f"{touched} cảnh báo" if touched else "không cảnh báo nào"
    return f"{len(rows)} cảnh báo về số liệu của đơn vị trong năm; {told} thuộc báo cáo đang dùng"


def communes(rows: pd.DataFrame) -> str:
    """How many communes stand in the report, and that they are a part of the unit's own figures."""
    known = rows["disbursed_vnd"].dropna()
    told = f", đã giải ngân {million(int(known.sum()))} triệu đồng" if len(known) else ""
    return f"{rows['commune_code'].nunique()} xã có số liệu riêng trong báo cáo{told} (nằm trong số của đơn vị, không cộng thêm)"


def targets(rows: pd.DataFrame) -> str:
    """How many targets a unit attained, all people together, and which it is far from."""
    stood = attained.counts(rows)
    if not sum(stood[status] for status in stood if status not in ("no_result", "no_target")):
        return "Chưa chỉ tiêu nào có kết quả để đánh giá"
    reached, late, rest = attained.figure(rows)
    far = attained.whole(rows)[lambda whole: whole["status"].isin(attained.FAR)]
    told = f"{reached} chỉ tiêu đạt hoặc vượt; {late}"
    return told + (f": {', '.join(far['indicator_short_name'])}" if len(far) else "") + (f"; {rest}" if rest else "")


def standing(points: pd.DataFrame, on: date) -> str:
    """Up to when a unit's own figures go."""
    if points.empty:
        return "Đơn vị chưa có báo cáo giải ngân nào trong năm."
    newest = formats.as_date(points["cut_off_on"].max())
    return f"Số liệu tính đến {day(newest)}" + ("." if newest == on else f" (chưa có báo cáo đến {day(on)}).")
