"""Slides on money: where we stand in a few figures, who is late, the curve of the year, projects and components, and what holds them up."""

from dataclasses import replace

import pandas as pd

from pages.exports.paper import Chart, Section, Table
from pages.parts import agenda, arrivals, attained, filters, findings, formats, needs, outlook, words
from pages.parts.ask import ask
from pages.parts.report import ground, held_up, progress, slides_curve
from queries import disbursement, forecast, obstacles, reports

OVERVIEW, DISBURSEMENT, WEAK = "Tổng quan", "Giải ngân", "Dự án, tiểu dự án chậm"
FIGURES = ("figure_name", "figure_told", "change_told")
LATE = ("disbursed_share", "remaining_vnd", "risk_told", "cause_name", "request")
HATCHED = "Thanh gạch chéo: "
RATE = "Tỷ lệ giải ngân"


def overview(chosen: filters.Chosen) -> Section:
    """The state of this year's capital, five figures, and the units that are late."""
    now, target, units = _now(chosen), filters.target(chosen), ask(disbursement.by_unit, **chosen.money)
    headline = words.headline(now, chosen.on, ground.whose(chosen), target, plan_year=chosen.plan_year, coverage=ground.coverage(chosen))
    needed = ground.sentence(
        needs.per_week(now, chosen.on, chosen.plan_year, target),
        needs.far_below(units, ground.store().low_share, chosen.on, chosen.plan_year),
        _among_all(chosen, units),
    )
    late, alone = (None, "") if chosen.unit else _late(chosen, "unit", "Đơn vị")  # one unit lags behind all, never behind itself
    headline = headline.rstrip(".")
    figures = Table("so-chinh", headline, FIGURES, pd.DataFrame(_figures(chosen), columns=list(FIGURES)), ground.behind(chosen))
    first = Section("so-chinh", headline, said=ground.said(needed, alone, *words.cautions(now)), tables=(figures,))
    return Section("tong-quan", OVERVIEW, parts=(first, *([late] if late else ())))


def disbursed(chosen: filters.Chosen) -> Section:
    """The curve, the projects, sources and types; nothing where nothing was planned."""
    if formats.is_missing(_now(chosen).planned_vnd):
        return Section("giai-ngan", DISBURSEMENT)
    projects = _highest_first(ask(disbursement.by_project, **chosen.money))
    kinds = ask(disbursement.by_fund_source, **chosen.money), ask(disbursement.by_capital_type, **chosen.money)
    carried = words.carried(ask(disbursement.total, **chosen.money).iloc[1])
    parts = (
        slides_curve.section(chosen, _now(chosen)),
        _ranked("du-an", findings.components(projects, ground.store().behind_points), projects, "short_name", "dự án", (_threshold(),)),
        _ranked("nguon-loai", findings.kinds(*kinds), words.joined(*kinds), "name", "nguồn vốn, loại vốn", (carried,)),
    )
    return Section("giai-ngan", DISBURSEMENT, parts=tuple(part for part in parts if part is not None))


def weak(chosen: filters.Chosen) -> Section:
    """The components from the lowest rate, those that lag with their causes, and all causes by the money they hold up."""
    components = _highest_first(ask(disbursement.by_component, **chosen.money))
    finding = findings.components(components, ground.store().behind_points)
    late, alone = _late(chosen, "component", "Dự án, tiểu dự án")
    ranked = _ranked("tieu-du-an", finding, components, "short_name", "dự án, tiểu dự án", (_threshold(),))
    parts = (
        replace(ranked, said=ground.said(alone, *ranked.said)) if ranked else None,
        late,
        _causes(chosen),
    )
    made = tuple(part for part in parts if part is not None)
    none = (f"{finding}.", words.why(ask(obstacles.by_money, **ground.narrowed(chosen))))
    return Section("du-an-cham", WEAK, said=ground.said("" if ranked else alone, *(() if made else none)), parts=made)


def _now(chosen: filters.Chosen) -> pd.Series:
    return ask(disbursement.total, **chosen.money).iloc[0]


def _figures(chosen: filters.Chosen) -> list[tuple[str, str, str]]:
    """The figures on top of the overview: name, figure, and what is to be said of it."""
    now, a_year_ago = _now(chosen), ask(disbursement.total, **chosen.year_before).iloc[0]
    then = words.a_year_ago(ask(disbursement.coverage, **chosen.reports_year_before).iloc[0], chosen.year_before["on"])
    last = ask(disbursement.total, **chosen.money | {"on": chosen.previous_on}).iloc[0] if chosen.previous_on else None
    since = f"từ {formats.day_of_year(chosen.previous_on)}"
    rate = [words.against(words.change(now.disbursed_share, a_year_ago.disbursed_share), then)]
    money = [words.against(words.grown(now.disbursed_vnd, a_year_ago.disbursed_vnd), then)]
    if last is not None:
        rate.insert(0, words.against(words.change(now.disbursed_share, last.disbursed_share), since))
        money.insert(0, words.against(words.grown(now.disbursed_vnd, last.disbursed_vnd), since))
    ahead, tested = ask(forecast.outlook, by="total", **chosen.money).iloc[0], ask(forecast.back_test, **chosen.money)
    rounds = ask(reports.by_round, plan_year=chosen.plan_year, today=chosen.on, unit=chosen.unit)
    told = {
        RATE: (formats.share(now.disbursed_share), *rate),
        "Giải ngân (triệu đồng)": (formats.million(now.disbursed_vnd), *money),
        "Dự báo đến 31/12": outlook.figure(ahead, tested),
        "Chỉ tiêu đạt, vượt": attained.figure(progress.held(chosen)),
        "Báo cáo đã nhận": arrivals.figure(rounds),
    }
    return [(name, figure, ground.sentence(*(said for said in more if said)).rstrip(".")) for name, (figure, *more) in told.items()]


def _among_all(chosen: filters.Chosen, units: pd.DataFrame) -> str:
    """Where a chosen unit stands against all of them, or that no unit lags; "" where a slide of its own says who does."""
    office = ground.store()
    if chosen.unit:
        whole = words.rate(ask(disbursement.benchmark, **ground.asked(chosen), **chosen.kind_of_money))
        return "" if whole is None else findings.units(units, whole, office.behind_points)
    rows = held_up.late(chosen, "unit")
    return f"không có {ground.small(agenda.title('Đơn vị', rows, office))}" if rows.empty else ""


def _late(chosen: filters.Chosen, what: str, name: str) -> tuple[Section | None, str]:
    """Who or what lags, the most money at risk first, with the cause and what was asked for; one alone as a sentence, not as a slide."""
    rows, office = held_up.late(chosen, what), ground.store()
    title, said = agenda.title(name, rows, office), f"Chậm: {words.threshold(office)} {agenda.RISK}"
    if rows.empty:
        return None, ""
    first = rows.iloc[0]
    if len(rows) == 1:
        return None, f"{title}: {first.short_name} ({first.far}, {first.risk}). {agenda.why(first)}"
    finding = f"{len(rows)} {ground.small(title)}; nhiều vốn nhất: {first.short_name} ({first.far}, {first.risk})"
    named = f"{what}_short_name"
    told = rows.assign(**{named: rows["short_name"]}, cause_name=rows["cause_name"].fillna("đơn vị chưa nêu nguyên nhân"))
    known = [c for c in LATE if c != "risk_told" or (rows[c] != formats.MISSING).any()]  # after the year nothing is forecast
    table = Table(f"cham-{what}", finding, (named, *known), told, f"{ground.behind(chosen)} {said}")
    return Section(f"cham-{what}", finding, tables=(table,)), ""


def _ranked(key: str, finding: str, answer: pd.DataFrame, name: str, what: str, said: tuple[str, ...]) -> Section | None:
    """Rates as bars, in the order given; None where fewer than two have a plan."""
    planned = answer[answer["planned_vnd"].notna()]
    if len(planned) < 2:
        return None
    stars = words.stars(planned, name).replace("\\", "").strip()
    drawn = Chart("bars", words.labelled(planned), name, ((RATE, "disbursed_share"),), f"{RATE} theo {what}: {finding}")
    hatched = said if "is_behind" not in planned or planned["is_behind"].any() else ()
    return Section(key, finding, said=ground.said(*hatched, stars), chart=drawn if planned["disbursed_share"].notna().any() else None)


def _highest_first(answer: pd.DataFrame) -> pd.DataFrame:
    return answer.sort_values("disbursed_share", ascending=False, na_position="last", kind="stable")


def _threshold() -> str:
    return HATCHED + words.threshold(ground.store())


def _causes(chosen: filters.Chosen) -> Section | None:
    rows = ask(obstacles.by_money, **ground.narrowed(chosen))
    finding = findings.obstacles(rows)
    if rows.empty:
        return None
    told = rows.assign(cause_name=[f"{row.cause_name} ({row.unit_count} đơn vị)" for row in rows.itertuples()])
    drawn = Chart("bars", told, "cause_name", (("Vốn vướng mắc", "held_up_vnd"),), f"Vốn vướng theo nguyên nhân: {finding}")
    return Section("nguyen-nhan", finding, said=(held_up.ALL_MONEY,), chart=drawn if rows["held_up_vnd"].notna().any() else None)
