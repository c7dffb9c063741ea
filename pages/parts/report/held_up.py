"""Section II of the monitoring report, continued: why money stands still, who lags, and what the Treasury says."""

import pandas as pd

from pages.exports.paper import Section, Table
from pages.parts import agenda, beside, filters, formats, words
from pages.parts.ask import ask
from pages.parts.report import ground
from queries import disbursement, forecast, obstacles, reconciliation

ALL_MONEY = "Số vốn vướng do đơn vị nêu, tính mọi nguồn, gồm cả vốn kéo dài."


def causes(chosen: filters.Chosen) -> Section:
    """The causes that units gave, by the money they hold up."""
    told = ask(obstacles.by_money, **ground.narrowed(chosen))
    return Section("nguyen-nhan", "Nguyên nhân giải ngân chậm", said=ground.said(words.why(told), ALL_MONEY if len(told) else ""))


def treasury(chosen: filters.Chosen) -> Section:
    """The Treasury beside the units, at its newest figures."""
    heading, year = "Đối chiếu với Kho bạc", ground.year_of_tasks(chosen)
    extracts = ask(reconciliation.extracts, plan_year=year["plan_year"], today=year["today"])
    rows = beside.ready(ask(reconciliation.treasury, **year, **chosen.kind_of_money))
    extract_on = None if extracts.empty else formats.as_date(extracts["extract_on"].iloc[0])
    headline, apart = beside.headline(rows, extract_on, chosen.plan_year), beside.real(rows)
    if extract_on is None or apart.empty:
        return Section("kho-bac", heading, said=(headline,))
    columns = (*beside.ABOUT, "treasury_vnd", "reported_vnd", "difference_vnd", "verdict_name", "reason_told")
    behind = f"{beside.behind(extracts.iloc[0])} {beside.RULE}"
    return Section(
        "kho-bac", heading, (headline,), (Table("lech-kho-bac", beside.finding(apart, "Kho bạc và đơn vị"), columns, apart, behind),)
    )


def late(chosen: filters.Chosen, what: str) -> pd.DataFrame:
    """The units or components (`what`) that lag, the most money at risk first (pages.parts.agenda)."""
    by = {"unit": disbursement.by_unit, "component": disbursement.by_component}[what]
    told = agenda.of_all_money(ask(obstacles.foremost, **ground.narrowed(chosen)), chosen)
    return agenda.of(ask(by, **chosen.money), what, ask(forecast.outlook, by=what, **chosen.money), told, chosen.on)
