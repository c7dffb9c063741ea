"""Hồ sơ đơn vị: one unit on paper: what its page shows, and what waits for it."""

from pages.exports.paper import Chart, Paper, Section, Table
from pages.parts import clock, filters, findings, formats, papers, profile, visits, words
from pages.parts.ask import ask
from pages.parts.formats import day
from pages.parts.report import advice, appendix, capital, ground, guidance, held_up, made, progress, waiting
from pages.parts.report.stamp import office, stamp
from queries import disbursement, monitoring, obstacles, quality, units

NO_UNIT = "Hồ sơ đơn vị cần chọn một đơn vị."
SENT = ("round_name", "cut_off_on", "due_on", "received_on", "timing", "state")
WARNED = ("round_name", "rule_name", "place", "sentence")
TOLD = ("component_short_name", "cause_name", "held_up_vnd", "explanation", "request")
VISITED = ("mode_told", "days_told", "team", "finding_count", "waiting_count", "report_told")
ISSUED = ("required_told", "standing_told", "due_on", "number", "issued_on")
INSIDE = ("commune_name", "component_short_name", "planned_vnd", "disbursed_vnd", "disbursed_share")
BY_COMPONENT = ("component_code", "component_short_name", *ground.FIGURES)


def paper(chosen: filters.Chosen) -> Paper:
    """The profile of the chosen unit. Raises ValueError without one, paper.Unready where a section is empty or fails."""
    if chosen.unit is None:
        raise ValueError(NO_UNIT)
    builders = BUILDERS | ({"Số liệu của xã": _communes} if len(ask(units.communes, **chosen.money)) else {})
    store, name = ground.store(), ask(disbursement.by_unit, **chosen.money)["unit_name"].iloc[0]
    return Paper(
        name=f"ho-so-{chosen.file_name}",
        title=f"Hồ sơ đơn vị: {name}",
        subtitle=f"{store.programme_short_name}, năm {chosen.plan_year} (số liệu đến {day(chosen.on)})",
        sections=made.numbered(made.sections(chosen, builders | {"Nguồn số liệu": _used})),
        stamp=stamp(chosen),
        office=office(),
    )


def _money(chosen: filters.Chosen) -> Section:
    total, points = ask(disbursement.total, **chosen.money), ask(disbursement.curve, **chosen.money)
    heading, behind = "Vốn và giải ngân", ground.behind(chosen)
    if formats.is_missing(total.iloc[0].planned_vnd):
        return Section("von", heading)
    components = profile.with_money(ask(disbursement.by_component, **chosen.money))
    carried = profile.with_money(ask(disbursement.by_component, **chosen.money, carried_over=True))
    changed: list[str] = []
    if len(points) > 1:
        before = chosen.money | {"on": formats.as_date(points["cut_off_on"].iloc[-2])}
        changed = profile.changes(total.iloc[0], ask(disbursement.total, **before).iloc[0], before["on"])
        changed += profile.moved(components, ask(disbursement.by_component, **before))
    known = components["disbursed_share"].notna()
    told = ground.sentence(findings.components(components, ground.store().behind_points)) if known.any() else ""
    tables = [Table("von", "Vốn năm nay theo dự án, tiểu dự án", BY_COMPONENT, ground.of("component", components), behind, "Vốn năm nay")]
    if len(carried):
        tables.append(
            Table("von-keo-dai", "Vốn kéo dài theo dự án, tiểu dự án", BY_COMPONENT, ground.of("component", carried), behind, "Vốn kéo dài")
        )
    drawn = Chart("line", points, "cut_off_on", (("Tỷ lệ giải ngân", "disbursed_share"),), "Tỷ lệ giải ngân lũy kế của đơn vị trong năm")
    said = (capital.headline(chosen), *words.cautions(total.iloc[0]), *changed, told, words.carried(total.iloc[1]), ground.basis(chosen))
    return Section("von", heading, ground.said(*said), tuple(tables), drawn if len(points) > 1 else None)


def _targets(chosen: filters.Chosen) -> Section:
    heading, rows = "Mục tiêu, chỉ tiêu", progress.held(chosen)
    if rows.empty:
        return Section("chi-tieu", heading, said=("Đơn vị chưa được giao chỉ tiêu nào trong phạm vi này.",))
    return Section("chi-tieu", heading, tables=(progress.table("chi-tieu", profile.targets(rows), rows, chosen),))


def _reports(chosen: filters.Chosen) -> Section:
    asked = ground.asked(chosen) | {"unit": chosen.unit}
    sent, warned = profile.timed(ask(units.reports, **asked)), ask(quality.warnings, **asked)
    behind = f"Các kỳ có ngày chốt đến {day(chosen.on)}."
    tables = [Table("bao-cao", profile.reports(sent), SENT, sent, behind, "Báo cáo đã gửi")] if len(sent) else []
    tables += [Table("canh-bao", profile.warned(warned), WARNED, warned, ground.behind(chosen), "Cảnh báo số liệu")] if len(warned) else []
    said = ground.said(
        "" if len(sent) else ground.sentence(profile.reports(sent)), "" if len(warned) else ground.sentence(profile.warned(warned))
    )
    return Section("bao-cao", "Báo cáo, chất lượng số liệu", said, tuple(tables))


def _obstacles(chosen: filters.Chosen) -> Section:
    asked = ground.narrowed(chosen)
    heading, rows = "Khó khăn, vướng mắc", ask(obstacles.told, **asked)
    if rows.empty:
        return Section("vuong-mac", heading, said=("Đơn vị chưa nêu khó khăn, vướng mắc nào.",))
    finding = f"{len(rows)} khó khăn, vướng mắc theo lời đơn vị; {ground.small(findings.obstacles(ask(obstacles.by_money, **asked)))}"
    return Section("vuong-mac", heading, tables=(Table("vuong-mac", finding, TOLD, rows, f"{ground.behind(chosen)} {held_up.ALL_MONEY}"),))


def _monitoring(chosen: filters.Chosen) -> Section:
    asked, told = advice.earlier(chosen), clock.told(chosen)
    seen = visits.ready(ask(monitoring.visits, today=clock.today(chosen), unit=chosen.unit))
    if seen.empty:
        return Section(
            "giam-sat", "Giám sát, kiến nghị", (ground.dated(chosen, "chưa có cuộc giám sát nào tại đơn vị."), *asked.said), asked.tables
        )
    finding = f"Đơn vị được giám sát {len(seen)} lần, lần gần nhất {day(seen['ends_on'].max())}"
    return Section(
        "giam-sat", "Giám sát, kiến nghị", asked.said, (Table("giam-sat", finding, VISITED, seen, told, "Các cuộc giám sát"), *asked.tables)
    )


def _documents(chosen: filters.Chosen) -> Section:
    rows = guidance.required(chosen)
    told = papers.headline(rows, chosen, ground.store().province_name)
    table = Table("van-ban", "Văn bản bắt buộc của đơn vị", ISSUED, rows, clock.told(chosen))
    return Section("van-ban", "Văn bản", (told,), (table,) if len(rows) else ())


def _communes(chosen: filters.Chosen) -> Section:
    rows = ask(units.communes, **chosen.money)
    table = Table("xa", "Số liệu từng xã, nằm trong số của đơn vị", INSIDE, rows, ground.behind(chosen))
    return Section("xa", "Số liệu của xã", (ground.sentence(profile.communes(rows)),), (table,))


def _used(chosen: filters.Chosen) -> Section:
    return Section("nguon", "Nguồn số liệu", (ground.basis(chosen),), (appendix.used(chosen),))


BUILDERS = {
    "Vốn và giải ngân": _money,
    "Mục tiêu, chỉ tiêu": _targets,
    "Báo cáo, chất lượng số liệu": _reports,
    "Khó khăn, vướng mắc": _obstacles,
    "Giám sát, kiến nghị": _monitoring,
    "Văn bản": _documents,
    waiting.HEADING: waiting.section,
}
