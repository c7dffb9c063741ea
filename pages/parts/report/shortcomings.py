"""Section V of the monitoring report: what monitoring found, who and what is late, what will hardly be reached, and what holds units up."""

import pandas as pd

from pages.exports.paper import Section, Table
from pages.parts import agenda, aims, attained, clock, filters, findings, formats, words
from pages.parts.ask import ask
from pages.parts.report import ground, held_up
from pages.parts.report.guidance import NO_VISIT
from queries import choices, monitoring, obstacles, targets

HEADING = "Tồn tại, hạn chế và nguyên nhân"
FOUND = ("unit_short_name", "finding_kind_name", "finding", "component_short_name", "amount_vnd", "found_on")
TOLD = ("unit_short_name", "component_short_name", "cause_name", "held_up_vnd", "explanation", "request")


def section(chosen: filters.Chosen) -> Section:
    """From the visits, from the figures, and from what units say."""
    return Section("ton-tai", HEADING, parts=(_found(chosen), _late(chosen), _far(chosen), _told(chosen)))


def far(chosen: filters.Chosen) -> pd.DataFrame:
    """The indicators of units that are far from their target, furthest first."""
    every = ask(targets.by_unit, **ground.asked(chosen), unit=chosen.unit)
    rows = attained.far(attained.whole(aims.of_component(every, chosen.component, ask(choices.components))))
    return ground.in_words(rows, "status_name")


def _found(chosen: filters.Chosen) -> Section:
    heading, rows = "Tồn tại phát hiện qua giám sát", ask(monitoring.recommendations, **ground.open_tasks(chosen))
    rows = rows[rows["plan_year"] == chosen.plan_year].sort_values("found_on", kind="stable")
    visited = ask(monitoring.visits, **ground.year_of_tasks(chosen))
    if visited.empty:
        return Section("qua-giam-sat", heading, said=(NO_VISIT,))
    if rows.empty:
        return Section(
            "qua-giam-sat", heading, said=(ground.dated(chosen, f"qua {len(visited)} cuộc giám sát không có tồn tại nào được nêu."),)
        )
    money, again = rows["amount_vnd"].sum(), int(rows["earlier_plan_year"].notna().sum())
    told = f"qua {len(visited)} cuộc giám sát của năm {chosen.plan_year} phát hiện {len(rows)} tồn tại"
    told += " trong phạm vi này" if chosen.component else ""
    told += f", số tiền liên quan {formats.million(money)} triệu đồng" if money else ""
    told += f"; {again} tồn tại lặp lại của năm trước" if again else ""
    kinds = [f"{ground.small(str(name))} ({n})" for name, n in rows["finding_kind_name"].value_counts(sort=True).items()]
    table = Table("ton-tai", f"{len(rows)} tồn tại phát hiện qua giám sát trong năm", FOUND, rows, clock.told(chosen))
    return Section("qua-giam-sat", heading, (ground.dated(chosen, f"{told}."), f"Theo loại: {'; '.join(kinds)}."), (table,))


def _late(chosen: filters.Chosen) -> Section:
    office, said, tables = ground.store(), [], []
    for what, name, key in (("unit", "đơn vị", "don-vi-cham"), ("component", "dự án, tiểu dự án", "du-an-cham")):
        rows = held_up.late(chosen, what)
        title = agenda.title(name, rows, office)
        said.append(f"Có {len(rows)} {title}:" if len(rows) else f"Không có {title}.")
        said += ground.listed((f"{agenda.state(row)}. {agenda.why(row)}" for _, row in rows.iterrows()), more=name)
        if len(rows) > ground.NAMED_MOST:
            columns = (f"{what}_short_name", "planned_vnd", "disbursed_vnd", "disbursed_share", "remaining_vnd", "risk_told", "cause_name")
            told = f"{len(rows)} {title}, xếp theo vốn có nguy cơ không tiêu hết"
            tables.append(Table(key, told, columns, ground.of(what, rows), ground.behind(chosen), f"{name[:1].upper()}{name[1:]} chậm"))
    told = (*said, f"Chậm: {words.threshold(office)} {agenda.RISK}", ground.basis(chosen))
    return Section("cham", "Đơn vị, dự án giải ngân chậm", told, tuple(tables))


def _far(chosen: filters.Chosen) -> Section:
    heading, rows = "Chỉ tiêu khó đạt, chưa đạt", far(chosen)
    if rows.empty:
        return Section("chi-tieu-kho", heading, said=("Không chỉ tiêu nào của đơn vị khó đạt hoặc chưa đạt.",))
    most = [f"{name} ({n} đơn vị)" for name, n in rows["row_name"].value_counts(sort=True).head(3).items()]
    told = f"{rows['unit_code'].nunique()} đơn vị có chỉ tiêu khó đạt hoặc chưa đạt, {len(rows)} dòng chỉ tiêu, không kể giải ngân vốn"
    return Section(
        "chi-tieu-kho",
        heading,
        said=(ground.sentence(told, f"ở nhiều đơn vị nhất: {', '.join(most)}", "từng dòng nêu ở các biểu số liệu kèm theo"),),
    )


def _told(chosen: filters.Chosen) -> Section:
    rows, causes = ask(obstacles.told, **ground.narrowed(chosen)), ask(obstacles.by_money, **ground.narrowed(chosen))
    reporting = ground.coverage(chosen).reported_count
    told = (
        f"{rows['unit_code'].nunique()}/{reporting} đơn vị có báo cáo nêu {len(rows)} khó khăn, vướng mắc." if len(rows) else NOTHING_TOLD
    )
    of_causes = ("cause_name", "held_up_vnd", "unit_count", "unit_names")
    tables = (
        Table("nguyen-nhan", findings.obstacles(causes), of_causes, causes, held_up.ALL_MONEY, "Nguyên nhân vướng mắc"),
        Table(
            "vuong-mac",
            "Khó khăn, vướng mắc theo lời các đơn vị, nhiều vốn vướng nhất trước",
            TOLD,
            rows,
            ground.behind(chosen),
            "Vướng mắc theo lời đơn vị",
        ),
    )
    return Section(
        "vuong-mac",
        "Khó khăn, vướng mắc do đơn vị nêu",
        said=(told,),
        tables=tables if len(rows) else (),
        blanks=("Nêu nguyên nhân khách quan, chủ quan khác và trách nhiệm của từng cơ quan",),
    )


NOTHING_TOLD = "Đơn vị chưa nêu khó khăn, vướng mắc nào."
