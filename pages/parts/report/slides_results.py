"""Slides on results: targets attained or at risk, districts beside each other, and recommendations that are overdue."""

import pandas as pd

from pages.exports.paper import Chart, Section, Table
from pages.parts import aims, attained, clock, filters, formats, recommendations, standings, words
from pages.parts.ask import ask
from pages.parts.report import ground, progress
from queries import comparison, disbursement, monitoring

TARGETS, DISTRICTS, MONITORING = "Mục tiêu, chỉ tiêu", "Các huyện", "Giám sát, kiến nghị"
INDICATORS = ("row_name", "planned_text", "achieved_text", "measure_unit", "attainment_share", "status_name")
PEERS = ("unit_short_name", "disbursed_share", "slowest_component_name", "slowest_share", "slowest_planned_vnd", "cause_name")
OVERDUE = ("held_by_short_name", "recommendation", "amount_vnd", "deadline_on", "standing_told")
FAR = "Thanh gạch chéo: khó đạt hoặc chưa đạt."
MOVED = "▲ ▼: lên, xuống hạng. Sở, ngành không xếp hạng."
MEASURE = standings.MEASURES[standings.FIRST]


def aimed(chosen: filters.Chosen) -> Section:
    """How many targets stand where; each as a bar, the furthest from its target first; and all of them as a table."""
    held = progress.held(chosen)
    rows = aims.bars(held)
    if rows.empty:
        return Section("muc-tieu", TARGETS, said=("Chưa có chỉ tiêu nào được giao trong phạm vi này.",))
    told = f"{progress.behind(held, chosen)} {aims.thresholds(ground.store())}"
    headline, finding = aims.headline(rows, chosen.on, ground.whose(chosen)).rstrip("."), aims.finding(rows)
    drawn, left = aims.for_a_wall(rows[rows["planned"].notna()])
    labels = [_status(row) for _, row in drawn.iterrows()]
    bars = drawn.assign(label=labels, is_behind=drawn["is_far"])
    chart = Chart("bars", bars, "row_name", (("Mức đạt", "attainment_share"),), f"Mức đạt từng chỉ tiêu: {finding}")
    said = ground.said(
        progress.ALL_MONEY if chosen.is_part_of_money else "", f"{finding}.", FAR if rows["is_far"].any() else "", left.strip()
    )
    parts = (
        Section(
            "muc-dat", headline, said=said,
            chart=chart if drawn["attainment_share"].notna().any() else None,
        ),
        Section("chi-tieu", finding, tables=(Table("chi-tieu", finding, INDICATORS, attained.ready(attained.told_apart(held)), told),)),
    )  # fmt: skip
    return Section("muc-tieu", TARGETS, parts=parts)


def _status(row: pd.Series) -> str:
    """The share with the symbol of the status; or why there is none."""
    return f"{row.symbol} {formats.share(row.attainment_share)}" if pd.notna(row.attainment_share) else attained.STATUSES[row.status][1]


def ranked(chosen: filters.Chosen) -> pd.DataFrame:
    """The districts by their rate; none where the chosen unit is no district."""
    asked = ground.asked(chosen) | chosen.kind_of_money
    ranking = ask(comparison.ranking, **asked, previous_on=chosen.previous_on)
    rows = standings.ready(ranking, MEASURE, ask(disbursement.by_unit, **asked), chosen.on, chosen.unit)
    return rows if chosen.unit is None or rows["is_marked"].any() else rows.head(0)


def districts(chosen: filters.Chosen) -> Section:
    """The ranking, and where each district is slowest; a chosen district stands among the others with an arrow."""
    rows = ranked(chosen)
    asked = ground.asked(chosen) | chosen.kind_of_money
    behind = words.behind(ask(disbursement.coverage, **ground.asked(chosen)).iloc[0], chosen.on)
    headline = standings.headline(rows, MEASURE, chosen.on).rstrip(".")
    names = [f"{'→ ' * row.is_marked}{row.ranked_name} {row.rank_change.replace('=', '')}".rstrip() for row in rows.itertuples()]
    drawn = rows.assign(ranked_name=names, label=[words.state_of(row, chosen.on) for _, row in rows.iterrows()])
    chart = Chart("bars", drawn, "ranked_name", (("Tỷ lệ giải ngân", "disbursed_share"),), f"Tỷ lệ giải ngân từng huyện: {headline}")
    hatched = f"Thanh gạch chéo: {words.threshold(ground.store())}" if rows["is_behind"].any() else ""
    stars = words.stars(rows, "unit_short_name").replace("\\", "").strip()
    said = ground.said(f"{standings.moves(rows, chosen.previous_on)}.", MOVED, hatched, stars)
    peers = ask(comparison.peers, **asked).drop(columns="unit_short_name")
    told = rows.merge(peers, on="unit_code").sort_values("rank", ascending=False, na_position="first", kind="stable")
    finding = _slowest(told)
    return Section(
        "huyen",
        DISTRICTS,
        parts=(
            Section("xep-hang", headline, said=said, chart=chart if rows["measured_share"].notna().any() else None),
            Section("cham-nhat", finding, tables=(Table("huyen-cham-nhat", finding, PEERS, told, behind),)),
        ),
    )


def _slowest(rows: pd.DataFrame) -> str:
    """Which component is the slowest in most districts."""
    names = rows["slowest_component_name"].dropna()
    if names.empty:
        return "Chưa huyện nào có số giải ngân theo dự án"
    most = names.value_counts(sort=True)
    return f"{most.index[0]} chậm nhất ở {most.iloc[0]}/{len(names)} huyện có số"


def monitored(chosen: filters.Chosen) -> Section:
    """How many recommendations wait, and each that is overdue."""
    asked, told = ground.open_tasks(chosen), clock.told(chosen)
    rows = ask(monitoring.recommendations, **asked)
    headline, behind = recommendations.headline(rows).rstrip("."), recommendations.behind(rows, told) if len(rows) else told
    late = recommendations.ready(recommendations.of(rows, "qua-han"))
    by_unit = recommendations.of_units(ask(monitoring.by_unit, **asked)) if len(rows) else ""
    if late.empty:
        first = Section("qua-han", headline, said=ground.said(ground.sentence(by_unit), behind))
    else:
        table = Table("qua-han", headline, OVERDUE, late, f"{behind} {recommendations.RULE}")
        first = Section("qua-han", headline, said=ground.said(ground.sentence(by_unit)), tables=(table,))
    return Section("giam-sat", MONITORING, parts=(first,))
