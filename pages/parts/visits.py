"""Visits in words: when and how units were monitored, whether the report on it went out in time, the year's plan, and the score."""

import pandas as pd

from pages.parts import formats
from pages.parts.formats import day, is_missing

MODES = {"onsite": "Thực tế", "report": "Qua báo cáo"}
REPORTS = {
    "in_time": "đúng hạn", "late": "gửi muộn", "overdue": "chưa gửi, quá hạn", "waiting": "chưa gửi, còn hạn", "under_way": "đang giám sát",
}  # fmt: skip
PARTS = {  # part of the score → its words
    "money": "vốn chưa giải ngân", "lateness": "báo cáo muộn, thiếu", "findings": "kiến nghị chưa khắc phục",
    "anomalies": "cảnh báo số liệu", "years": "số năm chưa giám sát thực tế",
}  # fmt: skip


def years(rows: pd.DataFrame, plan_year: int) -> dict[str, str]:
    """The plan years with visits, and the one the reader chose; the newest first."""
    return {str(year): str(year) for year in sorted({*rows["plan_year"], plan_year}, reverse=True)}


def of_year(rows: pd.DataFrame, plan_year: int) -> pd.DataFrame:
    return rows[rows["plan_year"] == plan_year].reset_index(drop=True)


def ready(rows: pd.DataFrame) -> pd.DataFrame:
    """With the words of a table: `mode_told`, `report_told`, `days_told`, `monitoring_report_on`."""
    return rows.assign(
        mode_told=[MODES.get(m, m) for m in rows["visit_mode"]],
        days_told=[day(r.starts_on) if r.starts_on == r.ends_on else f"{day(r.starts_on)} – {day(r.ends_on)}" for r in rows.itertuples()],
        report_told=[REPORTS[standing] for standing in rows["report_standing"]],
        monitoring_due_on=rows["report_due_on"],
        monitoring_sent_on=rows["report_sent_on"],
    )


def finding(rows: pd.DataFrame, plan_year: int) -> str:
    """How many visits a year had, and how the reports on them went."""
    if rows.empty:
        return f"Năm {plan_year} chưa có cuộc giám sát nào"
    onsite = int((rows["visit_mode"] == "onsite").sum())
    told = f"Năm {plan_year}: {len(rows)} cuộc giám sát, {onsite} thực tế, {len(rows) - onsite} qua báo cáo"
    counted = rows["report_standing"].value_counts()
    late = [f"{counted[s]} báo cáo giám sát {REPORTS[s]}" for s in ("overdue", "late") if s in counted]
    return told + ("; " + ", ".join(late) if late else "; báo cáo giám sát đều đúng hạn")


def planned(rows: pd.DataFrame) -> pd.DataFrame:
    """The year's plan with the words of a table."""
    return rows.assign(
        planned_told=[MODES.get(m, "ngoài kế hoạch") if not is_missing(m) else "ngoài kế hoạch" for m in rows["planned_mode"]],
        carried_out_on=rows["done_on"],
        report_told=[REPORTS.get(s, "") if not is_missing(s) else "" for s in rows["report_standing"]],
    )


def plan(rows: pd.DataFrame, office: pd.Series, plan_year: int, *, of_all: bool = True) -> str:
    """How much of the year's plan is done: "4/5 đơn vị giám sát thực tế, 6/6 qua báo cáo đã làm; còn: Cù Lao Dung".

    One unit alone (not `of_all`) is not held against how many units the office plans to visit.
    """
    known = rows[rows["planned_mode"].notna()]
    if known.empty:
        return (
            f"Năm {plan_year} chưa chọn đơn vị giám sát; kế hoạch của văn phòng: {int(office.onsite_count)} đơn vị thực tế, "
            f"{int(office.report_count)} qua báo cáo"
            if of_all
            else f"Đơn vị không có trong kế hoạch giám sát năm {plan_year}"
        )
    by = {mode: known[known["planned_mode"] == mode] for mode in MODES}
    done = ", ".join(f"{int(r['is_done'].sum())}/{len(r)} đơn vị {MODES[m].lower()}" for m, r in by.items())
    left = known[~known["is_done"].astype(bool)]["unit_short_name"]
    told = f"Kế hoạch giám sát năm {plan_year}: đã làm {done}" + (f"; còn: {', '.join(left)}" if len(left) else "")
    asked = {"onsite": int(office.onsite_count), "report": int(office.report_count)} if of_all else {}
    other = [f"{MODES[m].lower()} {len(by[m])}, kế hoạch {count}" for m, count in asked.items() if len(by[m]) != count]
    return told + (f" (số đơn vị khác kế hoạch: {'; '.join(other)})" if other else "")


def reason(rows: pd.DataFrame) -> str:
    """Who chose the units and why."""
    known = rows[rows["planned_mode"].notna()]
    if known.empty:
        return ""
    first = known.iloc[0]
    why = first.reason if not is_missing(first.reason) and first.reason else "theo điểm gợi ý"
    return formats.plain(f"Người chọn: {first.chosen_by}. Lý do: {why}.")


def scored(rows: pd.DataFrame, onsite_count: int) -> pd.DataFrame:
    """The score and its parts in points of 100, the proposed units first."""
    points = {f"{part}_points": [formats.number(100 * v, 0) for v in rows[f"{part}_score"]] for part in PARTS}
    return rows.assign(
        **points,
        score_points=[formats.number(100 * v, 1) if not is_missing(v) else formats.MISSING for v in rows["score"]],
        late_reports_told=[f"{r.late_count}/{r.due_count}" for r in rows.itertuples()],
        last_onsite_told=["chưa lần nào" if is_missing(v) else str(v) for v in rows["last_onsite_plan_year"]],
        proposed_told=["✓" if n < onsite_count else "" for n in range(len(rows))],
    )


def weighed(office: pd.Series) -> str:
    """How the score comes about, and on whose authority."""
    parts = ", ".join(f"{name} {formats.number(office[f'weight_{part}'], 0)}" for part, name in PARTS.items())
    return (
        f"Điểm là trung bình có trọng số của năm phần, mỗi phần từ 0 đến 100 so với huyện cao nhất; trọng số do văn phòng đặt: {parts}. "
        "Điểm chỉ để gợi ý; người chọn quyết định và nêu lý do."
    )
