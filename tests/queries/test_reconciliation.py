"""The samples hold known differences between the Treasury and the units: exactly those are found, and the days explain the others."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from data.store.reading import Scope, Store
from queries import reconciliation
from tests import plain

SEEDS = tomllib.loads(Path("data/samples/treasury.toml").read_text(encoding="utf-8"))
DAYS = [(one["plan_year"], one["on"]) for one in SEEDS["extract"]]
LAST = date(2025, 1, 31)
HALF = 500_000
SOURCES, TYPES = plain.SOURCES, plain.TYPES


def paid(home: Path, day: date) -> dict[plain.Line, int]:
    """What the Treasury's workbook of a day says, straight from its cells."""
    (path,) = (home / "inbox/kho-bac").glob(f"{day}_*.xlsx")
    grid = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Số liệu Kho bạc").to_python()
    at = next(n for n, row in enumerate(grid) if "Mã đơn vị" in row)
    rows = [dict(zip(grid[at], cells, strict=True)) for cells in grid[at + 1 :]]
    return {
        plain.Line(
            r["Mã đơn vị"], r["Mã dự án, tiểu dự án"], SOURCES[r["Nguồn vốn"]], TYPES[r["Loại vốn"]], int(r["Năm vốn"])
        ): round(r["Giải ngân lũy kế tại Kho bạc"])
        for r in rows
        if r["Mã đơn vị"]
    }  # fmt: skip


def plainly(papers: plain.Archive, home: Path, year: int, day: date) -> dict[plain.Line, str]:
    """Every line's verdict by the rule of docs/decisions.md, report by report."""
    said: dict[plain.Line, str] = {}
    kho_bac = paid(home, day)
    for unit in {line.unit for line in kho_bac}:
        reports = [r for r in papers.reports if r.plan_year == year and r.unit == unit and r.disbursed]
        then = max((r for r in reports if r.day <= day), key=lambda r: r.day)
        later = min((r for r in reports if day < r.day <= LAST), key=lambda r: r.day, default=None)
        for line in {x for x in kho_bac if x.unit == unit} | {x for x, amount in then.disbursed.items() if amount is not None}:
            theirs, own = kho_bac.get(line), then.disbursed.get(line)
            apart = (theirs or 0) - (own or 0)
            upper = None if later is None else (later.disbursed.get(line) or 0)
            if abs(apart) <= HALF:
                said[line] = "equal"
            elif then.day < day and apart > 0 and (upper is None or (theirs or 0) <= upper + HALF):
                said[line] = "timing" if upper is not None else "timing_likely"
            else:
                said[line] = "only_treasury" if own is None else "only_unit" if theirs is None else "real"
    return said


def seeded(year: int, day: date) -> dict[tuple[str, ...], int]:
    """The differences told in treasury.toml that are beyond tolerance, by unit, component and source."""
    (told,) = (one for one in SEEDS["extract"] if (one["plan_year"], one["on"]) == (year, day))
    beyond = [d for d in told.get("difference", []) if d.get("missing") or abs(d["million"]) * 1_000_000 > HALF]
    return {tuple(d["line"][:3]): round(d.get("million", 0) * 1_000_000) for d in beyond}


def asked(store: Store, everyone: Scope, question: Any, year: int, day: date, **given: Any) -> pd.DataFrame:
    return question(store, everyone, plan_year=year, today=LAST, extract_on=day, **given)


@pytest.mark.parametrize(("year", "day"), DAYS, ids=[str(day) for _, day in DAYS])
def test_exactly_the_seeded_differences_are_found_and_time_explains_the_rest(store, everyone, papers, samples_home, year, day):
    rows = asked(store, everyone, reconciliation.treasury, year, day)
    apart = rows[~rows["verdict"].isin(["equal", "timing", "timing_likely"])]
    assert set(zip(apart["unit_code"], apart["component_code"], apart["fund_source"], strict=True)) == set(seeded(year, day))
    assert apart["unexplained_vnd"].gt(HALF).all()
    if (rows["reported_on"] == pd.Timestamp(day)).all():  # what lies between reports hides a part of a seeded difference
        by = dict(
            zip(zip(apart["unit_code"], apart["component_code"], apart["fund_source"], strict=True), apart["difference_vnd"], strict=True)
        )
        assert {key: amount for key, amount in by.items() if seeded(year, day)[key]} == {k: v for k, v in seeded(year, day).items() if v}

    lines = asked(store, everyone, reconciliation.treasury_lines, year, day)
    names = {"SN": "SN", "ĐTPT": "DTPT"}
    told = {
        plain.Line(r.unit_code, r.component_code, r.fund_source, names[r.capital_type_name], int(r.capital_year)): r.verdict
        for r in lines.itertuples()
    }
    expected = plainly(papers, samples_home, year, day)
    assert told == {line: verdict for line, verdict in expected.items() if verdict != "equal"}
    assert rows["line_count"].sum() == len(expected)


@pytest.mark.parametrize(("year", "day"), DAYS, ids=[str(day) for _, day in DAYS])
def test_each_source_keeps_its_own_sum(store, everyone, papers, samples_home, year, day):
    rows = asked(store, everyone, reconciliation.treasury, year, day)
    assert rows["treasury_vnd"].sum() == sum(paid(samples_home, day).values())
    reported = [amount for _, amount in papers.lines(year, day).values() if amount is not None]
    assert rows["disbursed_vnd"].sum() == sum(reported)


def test_on_the_day_of_an_extract_the_cells_of_both_sides_are_named(store, everyone):
    lines = asked(store, everyone, reconciliation.treasury_lines, 2024, date(2024, 12, 31))
    assert lines.loc[lines["verdict"] != "only_unit", "treasury_place"].str.startswith("Số liệu Kho bạc!").all()
    assert lines.loc[lines["verdict"] != "only_treasury", "report_place"].str.startswith("Giải ngân!").all()


def test_a_difference_that_stays_is_as_old_as_its_first_extract_and_keeps_its_reason(store, everyone):
    rows = asked(store, everyone, reconciliation.treasury, 2024, date(2024, 12, 31)).set_index(
        ["unit_code", "component_code", "fund_source"]
    )
    stays = rows.loc[("946", "DA3-TDA1", "NSTW")]
    assert stays["since_on"].date() == date(2024, 10, 31)
    assert stays["age_count"] == (LAST - date(2024, 11, 5)).days
    assert stays["entry_id"] == "dc-946-da3"
    assert rows.loc[("945", "DA6-TDA1", "NSTW"), "since_on"].date() == date(2024, 12, 31)


def test_a_synthesis_says_what_its_districts_say_but_for_the_seeded_line(store, everyone, papers):
    rows = reconciliation.syntheses(store, everyone, plan_year=2024, today=LAST)
    told = {(r.unit_code, r.component_code, r.fund_source): r.verdict for r in rows.itertuples()}
    seeds = {(s["unit_code"], *d["line"][1:3]) for s in SEEDS["synthesis"] for d in s.get("difference", [])}
    assert {key for key, verdict in told.items() if verdict == "real"} == seeds
    assert {key[0] for key, verdict in told.items() if verdict == "timing"} == {"SLDTBXH"}  # its newest round lacks a district
    districts = {line: spent for line, (_, spent) in papers.lines(2024, date(2024, 12, 31)).items() if line.unit.isdecimal()}
    for row in rows[rows["unit_code"] != "SLDTBXH"].itertuples():
        own = [v for line, v in districts.items() if (line.component, line.source) == (row.component_code, row.fund_source)]
        assert row.districts_vnd == sum(v for v in own if v is not None)


def test_plans_agree_with_decisions_but_for_one_that_came_after_the_report(store, everyone):
    at_year_end = reconciliation.plans(store, everyone, plan_year=2024, on=date(2024, 12, 31), today=LAST)
    assert set(at_year_end["verdict"]) == {"equal"}
    after = reconciliation.plans(store, everyone, plan_year=2024, on=date(2024, 9, 30), today=LAST)
    late = after[after["verdict"] == "timing"]
    assert not late.empty
    assert (late["decided_on"] > late["reported_on"]).all()
    assert set(after["verdict"]) == {"equal", "timing"}


def test_a_scope_sees_its_own_lines_alone(store, everyone):
    only = Scope(units=("946",), benchmarks=False)
    rows = asked(store, only, reconciliation.treasury, 2024, date(2024, 12, 31))
    assert set(rows["unit_code"]) == {"946"}
    extracts = reconciliation.extracts(store, only, plan_year=2024, today=LAST)
    assert set(extracts["unit_count"]) == {1}
    assert reconciliation.syntheses(store, Scope(units=("SYT",), benchmarks=False), plan_year=2024, today=LAST).empty
