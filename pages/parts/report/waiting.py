"""What waits for one unit: reports, documents, recommendations and conclusions that are overdue or due next, the soonest first."""

import pandas as pd

from pages.exports.paper import Section, Table
from pages.parts import arrivals, clock, concluded, filters, recommendations
from pages.parts.ask import ask
from pages.parts.report import ground, guidance
from queries import meetings, monitoring, reports

HEADING = "Việc quá hạn, sắp đến hạn"
COLUMNS = ("task_told", "deadline_on", "standing_told")


def section(chosen: filters.Chosen) -> Section:
    """All of it in one table; a sentence where nothing waits."""
    rows = tasks(chosen)
    if rows.empty:
        return Section("viec", HEADING, said=(ground.dated(chosen, "không có việc nào đang chờ đơn vị."),))
    late = int((rows["deadline_on"] < pd.Timestamp(clock.today(chosen))).sum())
    told = f"{len(rows)} việc đang chờ đơn vị" + (f", trong đó {late} việc đã quá hạn." if late else ", chưa việc nào quá hạn.")
    return Section(
        "viec", HEADING, (ground.dated(chosen, told),), (Table("viec", "Từng việc, hạn sớm nhất trước", COLUMNS, rows, clock.told(chosen)),)
    )


def tasks(chosen: filters.Chosen) -> pd.DataFrame:
    """Columns `task_told`, `deadline_on`, `standing_told`; one row per task that waits."""
    every = ask(reports.matrix, **ground.year_of_tasks(chosen))
    sent = every[every["is_expected"] & every["late_day_count"].isna()]
    required = guidance.required(chosen)
    asked = recommendations.ready(ask(monitoring.recommendations, **ground.open_tasks(chosen)))
    asked = asked[asked["status"].isin(("open", "reopened"))]
    given = ask(meetings.conclusions, today=clock.today(chosen), unit=chosen.unit)
    rows = [(f"Báo cáo kỳ {r.round_name}", r.due_on, arrivals.waited(r)) for r in sent.itertuples()]
    rows += [(f"Văn bản: {r.required_told}", r.due_on, r.standing_told) for r in required[~required["is_there"]].itertuples()]
    rows += [(f"Kiến nghị: {r.recommendation}", r.deadline_on, r.standing_told) for r in asked.itertuples()]
    rows += [(f"Kết luận cuộc họp: {r.task}", r.due_on, concluded.stage_told(r)) for r in given.itertuples() if r.stage != "done"]
    told = pd.DataFrame(rows, columns=list(COLUMNS))
    return told.assign(deadline_on=pd.to_datetime(told["deadline_on"])).sort_values("deadline_on", kind="stable", na_position="last")
