"""Section VI of the monitoring report: what became of earlier recommendations, what the figures ask for, and what units ask for."""

from pages.exports.paper import Section, Table
from pages.parts import clock, filters, recommendations
from pages.parts.ask import ask
from pages.parts.report import ground, proposals
from queries import monitoring, obstacles

HEADING = "Kiến nghị, đề xuất"
WAITING = ("held_by_short_name", "recommendation", "finding", "amount_vnd", "deadline_on", "standing_told")
BY_UNIT = (
    "held_by_short_name", "waiting_count", "past_deadline_count", "unverified_count", "closed_count", "remedied_in_time_count",
    "judged_count", "remedied_in_time_share",
)  # fmt: skip


def section(chosen: filters.Chosen) -> Section:
    """Earlier ones first: what was asked for in vain is asked for again."""
    return Section("kien-nghi", HEADING, parts=(earlier(chosen), _proposed(chosen), _requested(chosen)))


def earlier(chosen: filters.Chosen) -> Section:
    """What became of the recommendations of monitoring, of every year."""
    asked, told = ground.open_tasks(chosen), clock.told(chosen)
    rows, by_unit = ask(monitoring.recommendations, **asked), ask(monitoring.by_unit, **asked)
    heading = "Kết quả thực hiện các kiến nghị giám sát"
    if rows.empty:
        return Section(
            "kien-nghi-truoc", heading, said=(ground.dated(chosen, "chưa có kiến nghị giám sát nào được nhập trong phạm vi này."),)
        )
    waiting = recommendations.ready(rows[rows["status"] != "closed"])
    behind = recommendations.behind(rows, told)
    listed = f"{len(waiting)} kiến nghị chưa khắc phục hoặc chờ xác minh, quá hạn lâu nhất trước"
    tables = (
        [Table("kien-nghi-chua-xong", listed, WAITING, waiting, f"{behind} {recommendations.RULE}", "Kiến nghị chưa xong")]
        if len(waiting)
        else []
    )
    if len(by_unit) > 1:
        tables.append(Table("kien-nghi-don-vi", recommendations.of_units(by_unit), BY_UNIT, by_unit, behind, "Kiến nghị từng đơn vị"))
    return Section(
        "kien-nghi-truoc",
        heading,
        said=ground.said(
            ground.dated(chosen, recommendations.headline(rows)),
            ground.sentence(recommendations.of_units(by_unit)) if len(by_unit) == 1 else "",
        ),
        tables=tuple(tables),
    )


def _proposed(chosen: filters.Chosen) -> Section:
    lines = proposals.lines(chosen)
    none = "Số liệu trong kỳ không cho thấy việc nào cần đề xuất thêm."
    return Section(
        "de-xuat",
        "Đề xuất từ số liệu",
        said=("Từ các số liệu nêu trên, đề xuất:", *lines) if lines else (none,),
        blanks=("Nêu kiến nghị với Trung ương (nếu có)", "Nêu kiến nghị với cấp có thẩm quyền của tỉnh (nếu có)"),
    )


def _requested(chosen: filters.Chosen) -> Section:
    """What units ask for, each request once with who asks."""
    heading, rows = "Đề nghị của các đơn vị", ask(obstacles.told, **ground.narrowed(chosen))
    rows = rows[rows["request"].fillna("").str.strip() != ""]
    if rows.empty:
        return Section("de-nghi", heading, said=("Trong kỳ không đơn vị nào nêu đề nghị.",))
    units = {request: list(dict.fromkeys(of["unit_short_name"])) for request, of in rows.groupby("request", sort=False)}
    lines = [f"“{request.strip().rstrip('.')}” ({', '.join(names)})" for request, names in units.items()]
    return Section("de-nghi", heading, said=("Theo lời các đơn vị, nhiều vốn vướng nhất trước:", *ground.listed(lines, most=None)))
