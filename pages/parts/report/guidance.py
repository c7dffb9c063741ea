"""Section I of the monitoring report: documents that guide and plan the programme, and the year's plan of monitoring."""

import pandas as pd

from pages.exports.paper import Section, Table
from pages.parts import clock, concluded, filters, papers, visits
from pages.parts.ask import ask
from pages.parts.report import ground
from queries import documents, meetings, monitoring

HEADING = "Công tác chỉ đạo, quản lý; ban hành văn bản; kế hoạch"
NO_VISIT = "Trong kỳ chưa có cuộc giám sát nào được nhập."


def section(chosen: filters.Chosen) -> Section:
    """What was issued and planned."""
    return Section("chi-dao", HEADING, parts=(_documents(chosen), _plan(chosen), *_concluded(chosen)))


def required(chosen: filters.Chosen) -> pd.DataFrame:
    """The documents required of the units, in words."""
    rows = papers.ready(ask(documents.required, plan_year=chosen.plan_year, **ground.open_tasks(chosen)))
    return ground.in_words(rows, "standing_told")


def _documents(chosen: filters.Chosen) -> Section:
    rows = required(chosen)
    issued = ask(documents.issued, plan_year=chosen.plan_year, **ground.open_tasks(chosen))
    amiss = rows[rows["standing"].isin(("missing", "late"))]
    behind = f"{clock.told(chosen)} Theo {len(issued)} văn bản đã nhập của năm {chosen.plan_year}."
    table = Table(
        "van-ban-thieu-muon", f"{len(amiss)} văn bản bắt buộc còn thiếu hoặc ban hành muộn",
        ("unit_short_name", "required_told", "standing_told", "due_on", "number", "issued_on"), amiss, behind,
    )  # fmt: skip
    return Section(
        "van-ban",
        "Văn bản chỉ đạo, quản lý",
        said=ground.said(
            papers.headline(rows, chosen, ground.store().province_name),
            *ground.listed(papers.lacking(rows), more="loại văn bản"),
            ground.dated(chosen, f"số liệu về văn bản theo {len(issued)} văn bản đã nhập của năm {chosen.plan_year}."),
        ),
        tables=(table,) if len(amiss) else (),
        blanks=("Nêu công tác lãnh đạo, chỉ đạo, hướng dẫn, kiểm tra khác trong kỳ (nếu có)",),
    )


def _plan(chosen: filters.Chosen) -> Section:
    year = ground.year_of_tasks(chosen)
    planned, visited = ask(monitoring.year_plan, **year), ask(monitoring.visits, **year)
    plan = visits.plan(planned, ask(monitoring.office).iloc[0], chosen.plan_year, of_all=chosen.unit is None)
    table = Table(
        "ke-hoach-giam-sat", f"Đơn vị giám sát năm {chosen.plan_year} và kết quả",
        ("unit_short_name", "planned_told", "carried_out_on", "report_told"), visits.planned(planned), clock.told(chosen),
    )  # fmt: skip
    return Section(
        "ke-hoach-giam-sat",
        "Kế hoạch và việc thực hiện giám sát, đánh giá",
        said=(
            ground.dated(chosen, ground.sentence(plan)),
            ground.sentence(visits.finding(visited, chosen.plan_year)) if len(visited) else NO_VISIT,
        ),
        tables=(table,) if len(planned) else (),
    )


def _concluded(chosen: filters.Chosen) -> tuple[Section, ...]:
    """How far the tasks got that meetings gave; no part where they gave none."""
    asked = {"today": clock.today(chosen), "unit": chosen.unit}
    rows, by_meeting = ask(meetings.conclusions, **asked), ask(meetings.by_meeting, **asked)
    if rows.empty:
        return ()
    left = rows[rows["stage"] != "done"]
    told = left.assign(deadline_on=left["due_on"], stage_told=[concluded.stage_told(row) for row in left.itertuples()])
    columns = ("meeting_name", "task", "held_by_name", "deadline_on", "stage_told")
    table = Table(
        "ket-luan", f"{len(left)} việc chưa xong theo kết luận các cuộc họp", columns, told, f"{clock.told(chosen)} {concluded.RULE}"
    )
    said = (ground.dated(chosen, f"{concluded.summary(by_meeting)}."),)
    return (Section("ket-luan", "Thực hiện kết luận các cuộc họp", said, (table,) if len(left) else ()),)
