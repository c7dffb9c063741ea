"""Section II of the monitoring report: money assigned, raised, allocated and spent."""

import pandas as pd

from pages.exports.paper import Chart, Section, Table
from pages.parts import filters, findings, formats, needs, outlook, words
from pages.parts.ask import ask
from pages.parts.report import ground, held_up
from queries import disbursement, forecast

HEADING = "Giao vốn, huy động, phân bổ và giải ngân"
MOVED_MOST = 3  # components named of those whose plan was raised, or lowered


def section(chosen: filters.Chosen) -> Section:
    """Empty, and with it the paper, where nothing was planned."""
    if formats.is_missing(ask(disbursement.total, **chosen.money).iloc[0].planned_vnd):
        return Section("von", HEADING)
    parts = (_whole, _allocated, _kinds, _projects, _units, _carried, held_up.causes, held_up.treasury)
    return Section("von", HEADING, parts=tuple(part(chosen) for part in parts))


def _whole(chosen: filters.Chosen) -> Section:
    total, points = ask(disbursement.total, **chosen.money), ask(disbursement.curve, **chosen.money)
    drawn = Chart("line", points, "cut_off_on", (("Tỷ lệ giải ngân", "disbursed_share"),), "Tỷ lệ giải ngân lũy kế qua các ngày số liệu")
    told = (_planned(chosen), headline(chosen), *words.cautions(total.iloc[0]), *moved(chosen), ahead(chosen), ground.basis(chosen))
    return Section("ket-qua-chung", "Kết quả chung", said=ground.said(*told), chart=drawn if len(points) > 1 else None)


def headline(chosen: filters.Chosen) -> str:
    """The state of this year's capital, in the words of the overview."""
    now, office, target = ask(disbursement.total, **chosen.money).iloc[0], ground.store(), filters.target(chosen)
    return ground.sentence(
        words.headline(now, chosen.on, ground.whose(chosen), target, plan_year=chosen.plan_year, coverage=ground.coverage(chosen)),
        needs.per_week(now, chosen.on, chosen.plan_year, target),
        needs.far_below(ask(disbursement.by_unit, **chosen.money), office.low_share, chosen.on, chosen.plan_year),
    )


def moved(chosen: filters.Chosen) -> tuple[str, ...]:
    """Against the same day a year earlier, and against the cut-off before."""
    now = ask(disbursement.total, **chosen.money).iloc[0]
    then = ask(disbursement.coverage, **chosen.reports_year_before).iloc[0]
    a_year_ago = ask(disbursement.total, **chosen.year_before).iloc[0]
    told = words.since(now, a_year_ago, chosen.year_before["on"], "cùng kỳ năm trước", then)
    if chosen.previous_on is None:
        return told, "Đây là kỳ số liệu đầu tiên của năm."
    last = ask(disbursement.total, **chosen.money | {"on": chosen.previous_on}).iloc[0]
    return told, words.since(now, last, chosen.previous_on, "kỳ số liệu trước")


def ahead(chosen: filters.Chosen) -> str:
    """The forecast; "" once the year is over."""
    row = ask(forecast.outlook, by="total", **chosen.money).iloc[0]
    return "" if row.no_range_reason == "year_over" else outlook.sentence(row, filters.target(chosen))


def _planned(chosen: filters.Chosen) -> str:
    """The plan with its sources."""
    sources, planned = ask(disbursement.by_fund_source, **chosen.money), ask(disbursement.total, **chosen.money)["planned_vnd"].iloc[0]
    told = f"Tổng kế hoạch vốn năm {chosen.plan_year} của {ground.whose(chosen)} là {formats.million(planned)} triệu đồng"
    parts = [
        f"{ground.small(name)} {formats.million(vnd)} triệu đồng" for name, vnd in zip(sources["name"], sources["planned_vnd"], strict=True)
    ]
    return f"{told}, gồm {', '.join(parts)}." if len(parts) > 1 else f"{told}."


def _allocated(chosen: filters.Chosen) -> Section:
    moves, steps = ask(disbursement.plan_steps, **chosen.money), ask(disbursement.from_assigned_to_disbursed, **chosen.money)
    known = [part for part in words.PARTS if part != "unknown_vnd" or steps[part].sum()]
    columns = ("component_short_name", "assigned_vnd", "planned_vnd", "allocated_vnd", *known)
    return Section(
        "giao-phan-bo",
        "Giao vốn, phân bổ chi tiết",
        said=ground.said(ground.sentence(findings.plan_moves(moves), *_adjusted(steps)), ground.sentence(findings.standstill(steps))),
        tables=(
            Table(
                "giao-phan-bo-giai-ngan", "Giao, phân bổ, giải ngân vốn năm nay theo dự án, tiểu dự án",
                columns, ground.of("component", steps), ground.behind(chosen),
            ),
        ),
    )  # fmt: skip


def _adjusted(steps: pd.DataFrame) -> list[str]:
    """The components whose plan was raised or lowered most since it was assigned."""
    more = (steps["planned_vnd"] - steps["assigned_vnd"]).rename("more").dropna().astype("int64")
    rows = steps.join(more, how="inner")
    told = []
    for way, some in (("tăng", rows[rows["more"] > 0]), ("giảm", rows[rows["more"] < 0])):
        most = some.sort_values("more", key=lambda vnd: -vnd.abs(), kind="stable").head(MOVED_MOST)
        named = [f"{row.short_name} ({formats.million(abs(row.more))} triệu đồng)" for row in most.itertuples()]
        told += [f"điều chỉnh {way} nhiều nhất: {', '.join(named)}"] if named else []
    return told


def _kinds(chosen: filters.Chosen) -> Section:
    kinds = ask(disbursement.by_fund_source, **chosen.money), ask(disbursement.by_capital_type, **chosen.money)
    behind, every = ground.behind(chosen), ask(disbursement.by_capital, **chosen.money)
    columns = ("capital_year", "fund_source_name", "capital_type_name", *ground.FIGURES)
    joined = words.joined(*kinds).rename(columns={"name": "kind_name"})
    told = "Vốn năm nay, và vốn kéo dài từ các năm trước tính riêng, theo từng nguồn, từng loại"
    return Section(
        "nguon-loai",
        "Theo nguồn vốn, loại vốn, năm vốn",
        said=(ground.sentence(findings.kinds(*kinds)),),
        tables=(
            Table(
                "nguon-loai",
                "Vốn năm nay theo nguồn vốn và theo loại vốn",
                ("kind_name", *ground.FIGURES),
                joined,
                behind,
                "Theo nguồn, loại vốn",
            ),
            Table("nam-von", told, columns, every, behind, "Theo nguồn, loại, năm vốn"),
        ),
        blanks=("Nêu vốn lồng ghép, vốn tín dụng chính sách, đóng góp của người dân và huy động khác (đứng ngoài tỷ lệ giải ngân)",),
    )


def _projects(chosen: filters.Chosen) -> Section:
    components, projects = ask(disbursement.by_component, **chosen.money), ask(disbursement.by_project, **chosen.money)
    columns, planned = ("project_code", "component_short_name", *ground.FIGURES), projects[projects["planned_vnd"].notna()]
    return Section(
        "theo-du-an",
        "Theo dự án, tiểu dự án",
        said=(ground.sentence(findings.components(components, ground.store().behind_points)),),
        tables=(Table("theo-du-an", "Vốn năm nay theo dự án", columns, ground.of("component", planned), ground.behind(chosen)),),
    )


def _units(chosen: filters.Chosen) -> Section:
    units, office = ask(disbursement.by_unit, **chosen.money), ground.store()
    whole = words.rate(ask(disbursement.benchmark, **ground.asked(chosen), **chosen.kind_of_money))
    known = units[units["disbursed_share"].notna()].sort_values("disbursed_share", ascending=False, kind="stable")
    drawn = Chart("bars", known, "short_name", (("Tỷ lệ giải ngân", "disbursed_share"),), "Tỷ lệ giải ngân từng đơn vị, từ cao đến thấp")
    return Section(
        "theo-don-vi",
        "Theo đơn vị",
        said=(
            ground.sentence(findings.units(units, whole, office.behind_points)),
            "Số liệu từng đơn vị nêu ở các biểu số liệu kèm theo.",
        ),
        chart=drawn if len(known) > 1 else None,
    )


def _carried(chosen: filters.Chosen) -> Section:
    rows = ask(disbursement.by_component, **chosen.money, carried_over=True)
    rows = ground.of("component", rows[rows["planned_vnd"].notna() | rows["disbursed_vnd"].notna()])
    told, columns = (
        words.carried(ask(disbursement.total, **chosen.money).iloc[1]),
        ("component_code", "component_short_name", *ground.FIGURES),
    )
    table = Table("von-keo-dai", "Vốn kéo dài theo dự án, tiểu dự án", columns, rows, ground.behind(chosen))
    return Section("von-keo-dai", "Vốn kéo dài từ các năm trước", said=(told,), tables=(table,) if len(rows) else ())
