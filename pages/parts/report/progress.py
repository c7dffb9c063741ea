"""Section III of the monitoring report: targets and tasks, as a whole and project by project, each with its money and its indicators."""

import pandas as pd

from pages.exports.paper import Section, Table
from pages.parts import aims, attained, filters, formats, seventh, words
from pages.parts.ask import ask
from pages.parts.report import ground, held_up
from queries import choices, disbursement, obstacles, project7, targets

HEADING = "Tiến độ, kết quả thực hiện mục tiêu, nhiệm vụ"
INDICATORS = ("row_name", "measure_unit", "planned_text", "achieved_text", "attainment_share", "status_name")
IN_SENTENCES = 3  # so many indicators are told in sentences; more in a table
ALL_MONEY = "Chỉ tiêu không chia theo nguồn vốn, loại vốn."


def section(chosen: filters.Chosen) -> Section:
    """The whole, then each project with money."""
    projects = _with_money(ask(disbursement.by_project, **chosen.money))
    return Section("muc-tieu", HEADING, parts=(_whole(chosen), *(_project(row, chosen) for _, row in projects.iterrows())))


def held(chosen: filters.Chosen) -> pd.DataFrame:
    """The indicators of the province, or of the chosen unit; of the chosen component alone."""
    asked = ground.asked(chosen)
    answer = ask(targets.by_unit, **asked, unit=chosen.unit) if chosen.unit else ask(targets.province, **asked)
    return aims.of_component(answer, chosen.component, ask(choices.components))


def table(key: str, finding: str, answer: pd.DataFrame, chosen: filters.Chosen, *more: str, name: str = "") -> Table:
    """Indicators under a finding, with their parts (Khmer, nữ) that have targets of their own."""
    rows = ground.in_words(attained.ready(attained.told_apart(answer)), "status_name")
    return Table(key, finding, (*INDICATORS, *more), rows, behind(answer, chosen), name)


def behind(answer: pd.DataFrame, chosen: filters.Chosen) -> str:
    """What stands behind a table of indicators, and that its parts are counted with no other."""
    told = aims.behind(attained.whole(answer), chosen.on)
    return f"{told} {attained.PART_OF}" if len(attained.told_apart(answer)) > len(attained.whole(answer)) else told


def far_told(rows: pd.DataFrame, most: int = ground.NAMED_MOST) -> str:
    """The indicators far from their target with how far they are, the furthest first: "Đào tạo nghề (91,80%), … và 3 chỉ tiêu khác"."""
    named = ", ".join(f"{r.row_name} ({formats.share(r.attainment_share)})" for r in rows.head(most).itertuples())
    return named + (f" và {len(rows) - most} chỉ tiêu khác" if len(rows) > most else "")


def _with_money(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["planned_vnd"].notna() | rows["disbursed_vnd"].notna()]


def _whole(chosen: filters.Chosen) -> Section:
    heading, rows = "Mục tiêu, chỉ tiêu", held(chosen)
    if attained.whole(rows)["planned"].isna().all() and not (chosen.unit or chosen.component):
        return Section("chi-tieu", heading)  # the year has no target: nothing can be said of its results
    if rows.empty:
        return Section("chi-tieu", heading, said=("Chưa có chỉ tiêu nào được giao trong phạm vi này.",))
    far = attained.far(attained.whole(rows))
    general = rows[rows["component_code"].isna()]
    stood = attained.counts(general)
    reached, with_target = stood["exceeded"] + stood["reached"], sum(stood.values()) - stood["no_target"]
    finding = f"Chỉ tiêu chung, không riêng dự án nào: {reached}/{with_target} chỉ tiêu có kế hoạch đã đạt"
    return Section(
        "chi-tieu",
        heading,
        said=ground.said(
            aims.headline(rows, chosen.on, ground.whose(chosen)),
            f"Khó đạt hoặc chưa đạt{attained.WITHOUT_MONEY}: {far_told(far)}." if len(far) else "",
            ALL_MONEY if chosen.is_part_of_money else "",
            aims.thresholds(ground.store()),
            "" if chosen.component else _not_here(chosen),
            _without(rows, chosen),
            ground.basis(chosen),
        ),
        tables=(table("chi-tieu-chung", finding, general, chosen),) if len(general) else (),
    )


def _not_here(chosen: filters.Chosen) -> str:
    """The projects that have no part of their own, and why."""
    projects = ask(disbursement.by_project, **chosen.money)
    left = projects.drop(_with_money(projects).index)
    parts = {"không thực hiện tại địa phương": left[~left["is_run"]], "không có kế hoạch vốn trong phạm vi này": left[left["is_run"]]}
    named = {why: ", ".join(f"{r.short_name} ({r.project_code})" for r in rows.itertuples()) for why, rows in parts.items()}
    return ground.sentence(*(f"{names}: {why}" for why, names in named.items() if names))


def _without(rows: pd.DataFrame, chosen: filters.Chosen) -> str:
    """The projects with money that no indicator belongs to."""
    projects, components = _with_money(ask(disbursement.by_project, **chosen.money)), ask(choices.components)
    bare = [r for r in projects.itertuples() if aims.of_component(rows, r.project_code, components).empty]
    named = ", ".join(f"{r.short_name} ({r.project_code})" for r in bare)
    return f"Chưa có chỉ tiêu nào gắn với: {named}." if named else ""


def _project(row: pd.Series, chosen: filters.Chosen) -> Section:
    """Its money, by sub-project where it has several, its indicators, and what holds it up."""
    code, quick = row.project_code, ground.store().quick_project
    within = chosen.component or code  # a sub-project that was chosen, or all of the project
    components = _with_money(ask(disbursement.by_component, **chosen.money | {"component": within}))
    own = attained.ready(attained.whole(aims.of_component(held(chosen), code, ask(choices.components))))
    causes = ask(obstacles.by_money, **ground.asked(chosen), component=within, unit=chosen.unit)
    columns = ("component_code", "component_short_name", *ground.FIGURES)
    tables = []
    if len(components) > 1:
        money = f"Vốn năm nay theo tiểu dự án ({code})"
        tables.append(
            Table(f"von-{code.lower()}", money, columns, ground.of("component", components), ground.behind(chosen), f"Vốn {code}")
        )
    if len(own) > IN_SENTENCES:
        tables.append(table(f"chi-tieu-{code.lower()}", aims.finding(aims.bars(own)), own, chosen, name=f"Chỉ tiêu {code}"))
    return Section(
        f"du-an-{code.lower()}",
        f"{row.official_name} ({code})",
        said=ground.said(
            _money(row),
            *words.cautions(row),
            *_told(own),
            *(_of_monitoring(code, own, chosen) if code == quick else ()),
            words.why(causes) if len(causes) or row.is_behind else "",
            held_up.ALL_MONEY if len(causes) and chosen.is_part_of_money else "",
        ),
        tables=tuple(tables),
    )


def _money(row: pd.Series) -> str:
    base = row.planned_vnd if formats.is_missing(row.compared_planned_vnd) else row.compared_planned_vnd
    lead = "" if formats.is_missing(row.lead_name) else f"cơ quan chủ trì: {row.lead_name}"
    spent = formats.pair(row.disbursed_vnd, base, row.disbursed_share)
    told = spent if formats.is_missing(row.disbursed_vnd) else f"giải ngân {spent}"
    return ground.sentence(told, f"{row.unit_count} đơn vị có vốn", lead)


def _told(rows: pd.DataFrame) -> tuple[str, ...]:
    """Few indicators in a sentence each; many by how many are reached."""
    if len(rows) <= IN_SENTENCES:
        return ground.listed(f"{row.row_name}: {attained.pair(row)}{aims.state_told(row)}" for _, row in rows.iterrows())
    return (ground.sentence(seventh.finding(rows)),)


def _of_monitoring(project: str, rows: pd.DataFrame, chosen: filters.Chosen) -> tuple[str, ...]:
    """Of the project that pays for monitoring: persons and attendances, and who has done what each unit does once."""
    once = ask(project7.once_each, **ground.asked(chosen), group=project, unit=chosen.unit)
    once = once[once["indicator_code"].isin(rows["indicator_code"])]
    lines = ground.listed((f"{name}: {told}" for name, told in seventh.sentences(once)), most=None)
    return (
        seventh.persons(rows, ask(targets.indicators)),
        "Việc mỗi đơn vị làm một lần, theo báo cáo của các đơn vị:" if lines else "",
        *lines,
    )
