"""The samples, read back from the workbooks themselves and added up in plain Python: they meet the published controls to the đồng."""

import tomllib
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from data import samples
from data.definitions import Definitions
from data.samples import story
from tests.data.samples.reading import MILLION, Key, Read, dong, plan_at, spent_in


def controls() -> list[dict[str, Any]]:
    text = (Path(samples.__file__).parent / "controls.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text)["control"])


@pytest.mark.parametrize(
    "control", controls(), ids=lambda c: f"{c['on']} {c.get('fund_source', '')} {c.get('capital_type', '')} {c['capital_year']}"
)
def test_a_published_figure_is_met_to_the_dong(
    control: dict[str, Any], books: list[Read], reports: dict[tuple[str, str], Read], definitions: Definitions
) -> None:
    def counts(key: Key) -> bool:
        wanted = (control.get("fund_source") or key[2], control.get("capital_type") or key[3], control["capital_year"])
        return key[2:] == wanted

    round_code = next(r.code for r in definitions.rounds.values() if r.cut_off_on == control["on"])
    planned = sum(amount for key, amount in plan_at(books, control["plan_year"], control["on"]).items() if counts(key))
    spent = sum(amount for key, amount in spent_in(reports, round_code).items() if counts(key))
    assert planned == control["planned"] * MILLION
    if "disbursed" in control:
        assert spent == control["disbursed"] * MILLION
    else:
        assert control["share_from"] < spent / planned < control["share_to"]


def test_the_year_has_the_same_plan_by_source_on_every_day_after_its_first_decision(books: list[Read]) -> None:
    day = date(2024, 1, 10)
    while day < date(2025, 1, 31):
        this_year = {key: amount for key, amount in plan_at(books, 2024, day).items() if key[4] == 2024}
        by_source = [sum(a for key, a in this_year.items() if key[2] == source) for source in ("NSTW", "NSDP")]
        assert by_source == [105_399 * MILLION, 8_878 * MILLION]
        day += timedelta(days=29)


@pytest.mark.parametrize(("year", "everything"), [(2022, True), (2023, False)])
def test_what_is_carried_over_is_what_stayed_unspent_line_by_line(
    year: int, everything: bool, books: list[Read], reports: dict[tuple[str, str], Read]
) -> None:
    at_end = spent_in(reports, f"{year}-DX1231")
    plan = {key: a for key, a in plan_at(books, year, date(year, 12, 31)).items() if key[4] == year}
    left = {key: amount - at_end[key] for key, amount in plan.items() if amount > at_end[key]}
    carried = {key: a for key, a in plan_at(books, year + 1, date(year + 1, 12, 31)).items() if key[4] == year}
    assert carried.items() <= left.items()
    assert (carried == left) is everything


def test_spending_never_falls_nor_passes_its_plan_but_where_it_is_told(
    books: list[Read], reports: dict[tuple[str, str], Read], definitions: Definitions, told: story.Story
) -> None:
    over, fell = set(), set()
    before: dict[tuple[int, Key], int] = {}
    for round_ in sorted(definitions.rounds.values(), key=lambda r: r.cut_off_on):
        plan = plan_at(books, round_.plan_year, round_.cut_off_on)
        for key, amount in spent_in(reports, round_.code).items():
            if plan and amount > plan[key]:
                over.add((round_.code, key[0]))
            if amount < before.get((round_.plan_year, key), 0):
                fell.add(key[0])
            before[round_.plan_year, key] = amount
    told_over = {(i.round_code, i.unit_code) for i in told.incident if i.kind == "over_plan"}
    assert over == told_over
    assert fell == {unit for _, unit in told_over}


def test_a_unit_sees_the_plan_in_force_and_has_not_allocated_more(
    books: list[Read], reports: dict[tuple[str, str], Read], definitions: Definitions
) -> None:
    for (code, unit), book in reports.items():
        round_ = definitions.rounds[code]
        own = book.amounts("Kế hoạch vốn", "Giao đầu năm") | book.amounts("Kế hoạch vốn", "Kế hoạch sau điều chỉnh")
        allocated = book.amounts("Kế hoạch vốn", "Phân bổ chi tiết")
        in_force = {key: a for key, a in plan_at(books, round_.plan_year, round_.cut_off_on).items() if key[0] == unit}
        assert own == in_force or (not in_force and all(key[4] < round_.plan_year for key in own))
        assert own, "a report has at least one line"
        assert all(0 <= allocated[key] <= own[key] for key in own)
        assert set(book.amounts("Giải ngân", "Giải ngân lũy kế đến ngày chốt")) == set(own)


def test_totals_equal_their_parts_and_communes_stay_within_their_district(books: list[Read]) -> None:
    totals = communes = 0
    for book in books:
        for name in ("Kế hoạch vốn", "Giải ngân"):
            rows = book.tables.get(name, [])
            headings = [h for h in (rows[0] if rows else {}) if h.startswith(("Gi", "Kế", "Phân"))]
            own = {book.key(row): row for row in rows if row["Mã dự án, tiểu dự án"] and not row.get("Xã")}
            within: dict[Any, int] = defaultdict(int)
            for row in rows:
                for heading in headings:
                    if not row["Mã dự án, tiểu dự án"] and row[heading] != "":
                        assert dong(row[heading]) == sum(dong(r[heading]) or 0 for r in own.values())
                        totals += 1
                    elif row.get("Xã"):
                        within[book.key(row), heading] += dong(row[heading]) or 0
                        communes += 1
            assert all(amount <= (dong(own[key][heading]) or 0) for (key, heading), amount in within.items())
    assert totals > 100
    assert communes > 100


def test_money_stands_only_where_the_programme_allows_it(books: list[Read], definitions: Definitions) -> None:
    programme = {c.code: c for c in definitions.programme.components}
    kinds = {u.code: u.kind for u in definitions.reporting_units}
    for year in (2022, 2023, 2024):
        plan = plan_at(books, year, date(year, 12, 31))
        for unit, component, _, capital_type, _ in plan:
            assert programme[component].is_run
            assert capital_type in programme[component].capital_types
            assert kinds[unit] == "district" or programme[component].lead == unit
        assert len({key[0] for key in plan if key[1] == "DA1-TDA1"}) == 2
        assert {key[0] for key in plan} == set(kinds)
