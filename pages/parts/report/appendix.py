"""The tables at the end of the monitoring report: every unit, component and indicator, and the submissions that all of it stands on."""

from pages.exports.paper import Section, Table
from pages.parts import aims, attained, filters, findings, formats, words
from pages.parts.ask import ask
from pages.parts.report import ground, progress, shortcomings
from pages.parts.tell import intake
from queries import disbursement, submissions

HEADING = "Biểu số liệu kèm theo"

HASH = 12  # characters of a file's hash that a person compares
CELLS = ("unit_short_name", "component_short_name", "planned_vnd", "disbursed_vnd", "disbursed_share")
CURVE = ("cut_off_on", "planned_vnd", "disbursed_vnd", "disbursed_share", "exact_count", "unit_count")
FAR = ("unit_short_name", "row_name", "measure_unit", "planned_text", "achieved_text", "attainment_share", "status_name")
USED = ("unit_short_name", "sent_kind_name", "sent_told", "version_told", "state", "received_told", "file_name", "hash_told")


def section(chosen: filters.Chosen) -> Section:
    """All of it under one heading."""
    told = f"Đơn vị tính số tiền: triệu đồng; “{formats.MISSING}”: chưa có số liệu. {ground.basis(chosen)}"
    return Section("phu-luc", HEADING, said=(told,), tables=(*_money(chosen), *_indicators(chosen), used(chosen)), is_annex=True)


def _money(chosen: filters.Chosen) -> tuple[Table, ...]:
    units, components = ask(disbursement.by_unit, **chosen.money), ask(disbursement.by_component, **chosen.money)
    cells, points = ask(disbursement.by_unit_component, **chosen.money), ask(disbursement.curve, **chosen.money)
    whole = words.rate(ask(disbursement.benchmark, **ground.asked(chosen), **chosen.kind_of_money))
    margin, behind = ground.store().behind_points, ground.behind(chosen)
    is_older = [formats.as_date(day) != chosen.on for day in units["reported_on"].dropna()]
    reported = ("reported_on",) if any(is_older) or units["reported_on"].isna().any() else ()  # a column of one day says nothing
    by_unit = ("unit_short_name", *ground.FIGURES, *reported, "state")
    by_component = ("component_code", "component_short_name", *ground.FIGURES)
    planned = ground.of("component", components[components["planned_vnd"].notna()])
    return (
        Table("don-vi", findings.units(units, whole, margin), by_unit, ground.of("unit", units), behind, "Từng đơn vị"),
        Table("tieu-du-an", findings.components(components, margin), by_component, planned, behind, "Từng dự án, tiểu dự án"),
        Table("don-vi-tieu-du-an", findings.cells(cells), (*CELLS, *reported), cells, behind, "Đơn vị theo dự án"),
        Table("luy-ke", "Giải ngân lũy kế qua các ngày số liệu", CURVE, points, behind, "Lũy kế trong năm"),
    )


def _indicators(chosen: filters.Chosen) -> tuple[Table, ...]:
    rows, far = progress.held(chosen), shortcomings.far(chosen)
    tables = []
    if len(rows):
        told = aims.headline(rows, chosen.on, ground.whose(chosen)).rstrip(".")
        more = ("reported_on", *attained.SOURCES)
        tables.append(progress.table("chi-tieu", told, rows, chosen, *more, name="Mọi chỉ tiêu"))
    if len(far):
        told = f"{len(far)} dòng chỉ tiêu khó đạt hoặc chưa đạt ở đơn vị, thấp nhất trước"
        tables.append(Table("chi-tieu-kho", told, FAR, far, aims.behind(attained.whole(far), chosen.on), "Chỉ tiêu chưa đạt ở đơn vị"))
    return tuple(tables)


def used(chosen: filters.Chosen) -> Table:
    """The submissions that the figures stand on, each with the beginning of its file's hash."""
    rows = ask(submissions.in_force, **ground.asked(chosen), unit=chosen.unit)
    told = rows.assign(
        sent_kind_name=rows["sent_kind"].map(intake.KIND_NAMES),
        sent_told=[r.decision_number if formats.is_missing(r.round_name) else r.round_name for r in rows.itertuples()],
        version_told=[str(version) for version in rows["version"]],
        received_told=[formats.moment(at) for at in rows["received_at"]],
        hash_told=rows["file_sha256"].str[:HASH],
    )
    return Table("lan-nop", f"{len(told)} lần nộp đứng sau các số liệu", USED, told, ground.behind(chosen), "Lần nộp báo cáo")
