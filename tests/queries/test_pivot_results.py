"""Targets, results and recommendations in the pivot: what the pages say, line by line and together, and how units are added up."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from data.store.reading import Scope
from queries import monitoring, pivot, targets
from queries.defined import DIMENSIONS, SUBJECTS
from tests.plain_pivot import Cut
from tests.queries.cutting import asked

MOMENTS = [(2022, date(2022, 12, 31)), (2023, date(2023, 9, 2)), (2024, date(2024, 7, 15)), (2024, date(2024, 12, 31))]
FIGURES = ("planned", "achieved", "attainment_share", "level", "numerator", "denominator", "estimated")
EACH = ("indicator", "breakdown")
EACH_CODE = ["indicator_code", "breakdown"]
OWN = ["plan_basis", "planned", "attainment_share", "unreported_planned", "estimated"]


def cells(store, scope, moment, rows, name="results", **kept) -> dict[tuple[str, ...], dict[str, Any]]:
    """The deepest cells by their codes."""
    told = asked(store, scope, name, Cut((moment,), rows, (), kept, SUBJECTS[name].apart))
    return {key: figures for (key, _), figures in told.items() if len(key) == len(rows)}


def known(row: Any, columns: tuple[str, ...]) -> dict[str, Any]:
    return {column: None if pd.isna(row[column]) else row[column] for column in columns}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_unit_stands_in_the_pivot_as_on_the_page_of_targets(store, everyone, moment):
    page = targets.by_unit(store, everyone, plan_year=moment[0], on=moment[1])
    by = {(row["indicator_code"], row["breakdown"], row["unit_code"], row["status"]): row for row in page.to_dict("records")}
    told = cells(store, everyone, moment, (*EACH, "unit"))
    assert told.keys() == {key[:3] for key in by} and len(told) > 200
    for key, row in by.items():
        assert {figure: told[key[:3]][figure] for figure in FIGURES} == known(row, FIGURES), key
    words = {word for *_, word in by}
    assert words <= DIMENSIONS["attained"].members.keys() and len(words) > 3
    some = {key[2] for key in by if key[0] == "KH-VIECLAM" and key[1] == "CHUNG" and key[3] == "reached"}
    kept = {"indicator": ("KH-VIECLAM",), "breakdown": ("CHUNG",), "attained": ("reached",)}
    assert {unit for (unit,) in cells(store, everyone, moment, ("unit",), **kept)} == some


@pytest.mark.parametrize("moment", MOMENTS)
def test_all_units_together_are_what_the_page_says_they_add_up_to(store, everyone, moment):
    """What was published of the province, and a target it has of its own, are no part of it; without either all is the same."""
    asking = {"plan_year": moment[0], "on": moment[1]}
    page = targets.summed(store, everyone, **asking).merge(targets.province(store, everyone, **asking)[[*EACH_CODE, *OWN]], on=EACH_CODE)
    told, same = cells(store, everyone, moment, EACH), 0
    assert {tuple(row) for row in page.loc[page["unit_count"] > 0, EACH_CODE].to_numpy()} == told.keys()
    for row in page[page["unit_count"] > 1].to_dict("records"):
        cell = told[row["indicator_code"], row["breakdown"]]
        summed = {
            "level": "summed_level",
            "achieved": "summed_achieved",
            "numerator": "summed_numerator",
            "denominator": "summed_denominator",
        }
        assert {figure: cell[figure] for figure in summed} == dict(zip(summed, known(row, tuple(summed.values())).values(), strict=True))
        if not row["is_published"] and row["plan_basis"] == "units":
            assert {figure: cell[figure] for figure in OWN[1:]} == known(row, tuple(OWN[1:]))
            same += 1
    assert same > 10 and page["is_published"].any() == (moment[1].month == 12) and (page["plan_basis"] != "units").any()


def test_a_viewer_of_some_units_gets_what_these_add_up_to(store, everyone):
    moment, some = MOMENTS[-1], Scope(units=("941", "944", "SYT"), benchmarks=False)
    every = cells(store, everyone, moment, EACH, unit=some.units)
    assert cells(store, some, moment, EACH) == every and len(every) > 20


ADDED = """
    select unnest(mart.lines_together(
        value_kind, level, base_level, numerator, denominator, base_numerator, base_denominator, planned, estimated, day_on, is_told, counts
    ))
    from (values {}) as line (
        value_kind, level, base_level, numerator, denominator, base_numerator, base_denominator, planned, estimated, day_on, is_told, counts
    )
"""


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["'count', 30, null, null, null, null, null, 40, 50, date '2024-06-14', true, true",
          "'count', 10, null, null, null, null, null, 20, null, date '2024-07-15', true, true",
          "'count', null, null, null, null, null, null, 5, 6, null, false, false"],
         {"planned": 60, "level": 40, "estimated": 56, "unreported_planned": 5, "reported_count": 2, "expected_count": 3}),
        (["'ratio', 50, 60, 1, 2, 6, 10, 80, null, date '2024-06-14', true, true",
          "'ratio', 10, 20, 80, 800, 180, 900, 20, null, date '2024-06-14', true, true",
          "'ratio', 99, null, null, null, null, null, 70, null, date '2024-06-14', false, false"],
         {"planned": (80 * 2 + 20 * 800) / 802, "level": 100 * 81 / 802, "base_level": 100 * 186 / 910, "denominator": 802}),
        (["'ratio', null, null, null, null, null, null, 70, null, null, false, false",
          "'ratio', null, null, null, null, null, null, 70, null, null, false, false"], {"planned": 70, "level": None}),
        (["'ratio', null, null, null, null, null, null, 70, null, null, false, false",
          "'ratio', null, null, null, null, null, null, 60, null, null, false, false"], {"planned": None, "level": None}),
    ],
    ids=("counts add up", "a ratio is its parts', a target weighed by them", "what all plan alike", "what they plan differently"),
)  # fmt: skip
def test_lines_of_units_together(store, lines, expected):
    made = store.read(ADDED.format(", ".join(f"({line})" for line in lines))).iloc[0]
    for figure, value in expected.items():
        assert pd.isna(made[figure]) if value is None else made[figure] == pytest.approx(value), figure


def test_a_rate_of_attainment_is_of_units_with_a_result_and_a_target(store, everyone):
    """Where the province has a target of its own, units without one add to what was achieved, never to the rate of those that have one."""
    kept, found = {"breakdown": ("CHUNG",)}, 0
    for moment in MOMENTS:
        lines = pivot.results_lines(store, everyone, years=moment[:1], days=moment[1:], kept=kept).query("level_unit != '%'")
        for (indicator,), cell in cells(store, everyone, moment, EACH[:1], **kept).items():
            own = lines[(lines["indicator_code"] == indicator) & lines["achieved"].notna()]
            both = own[own["planned"].notna()]
            if len(both) < len(own) and cell["achieved"] == own["achieved"].sum() and both["planned"].sum() > 0:
                assert cell["attainment_share"] == pytest.approx(both["achieved"].sum() / both["planned"].sum(), abs=1e-9)
                found += cell["attainment_share"] != pytest.approx(cell["achieved"] / cell["planned"], abs=1e-9)
    assert found


def test_indicators_never_come_together_even_where_nobody_says_they_stand_apart(store, everyone):
    asking = {"years": (2024,), "days": (date(2024, 12, 31),), "rows": ("unit",), "columns": (), "apart": ()}
    assert pivot.results(store, everyone, **asking, kept={"breakdown": ("CHUNG",)}).empty
    assert pivot.results(store, everyone, **asking, kept={"indicator": ("KH-VIECLAM",)}).query("row_depth == 0").empty
    assert len(pivot.results(store, everyone, **asking, kept={"breakdown": ("CHUNG",), "indicator": ("KH-VIECLAM",)})) > 10


def test_a_line_leads_to_the_cells_of_its_target_and_its_result(store, everyone):
    lines = pivot.results_lines(store, everyone, years=(2024,), days=(date(2024, 12, 31),), kept=None)
    source = store.read("select submission_id, sheet, cell, unit_code, indicator_code, breakdown, text from mart.source")
    at = {(row.submission_id, row.sheet, row.cell): row for row in source.itertuples()}
    planned, told = lines.dropna(subset=["plan_cell"]), lines.dropna(subset=["cell"])
    assert len(planned) > 100 and len(told) > 200 and set(lines["plan_basis"].dropna()) == {"decision", "unit", "standing", "settings"}
    for row in planned.itertuples():
        assert float(at[row.plan_submission, row.plan_sheet, row.plan_cell].text) == row.planned
    for row in told.itertuples():
        read = at[row.submission_id, row.sheet, row.cell]
        assert (read.unit_code, read.indicator_code, read.breakdown) == (row.unit_code, row.indicator_code, row.breakdown)


# --- recommendations

ON = [date(2023, 12, 16), date(2024, 12, 31), date(2025, 3, 1), date(2026, 6, 1)]


@pytest.mark.parametrize("today", ON)
@pytest.mark.parametrize("scope", [None, ("944",), ("950",), ("STTTT",)])
def test_recommendations_are_counted_as_on_their_page(store, everyone, today, scope):
    seen = everyone if scope is None else Scope(units=scope, benchmarks=False)
    page = monitoring.by_unit(store, seen, today=today).to_dict("records")
    told = cells(store, seen, (today.year, today), ("unit",), "recommendations")
    shared = tuple(m for m in SUBJECTS["recommendations"].measures if page and m in page[0])
    assert told.keys() == {(row["held_by_code"],) for row in page} and (scope or len(told) > 5)
    for row in page:
        assert {m: told[row["held_by_code"],][m] for m in shared} == known(row, shared)
    listed, words = monitoring.recommendations(store, seen, today=today), pivot.members(store, seen)
    names = words[words["dimension"] == "unit"].set_index("code")["name"]
    assert all(names[row["held_by_code"]] == row["held_by_short_name"] for row in page)
    whole = asked(store, seen, "recommendations", Cut(((today.year, today),), (), (), {}, ()))
    assert [cell["finding_count"] for cell in whole.values()] == ([len(listed)] if len(listed) else [])


def test_recommendations_of_every_kind_and_standing_are_counted_once(store, everyone):
    moment = (2024, date(2024, 12, 31))
    listed = monitoring.recommendations(store, everyone, today=moment[1])
    for dimension, column in (("finding_kind", "finding_kind"), ("visit_plan_year", "plan_year"), ("component", "component_code")):
        told = {key[0]: cell["finding_count"] for key, cell in cells(store, everyone, moment, (dimension,), "recommendations").items()}
        assert told == listed[column].fillna("").astype(str).value_counts().to_dict()
    standing = cells(store, everyone, moment, ("standing",), "recommendations")
    assert {code for (code,) in standing} == DIMENSIONS["standing"].members.keys()
    waiting = standing["overdue",]["finding_count"] + standing["waiting",]["finding_count"]
    assert waiting == listed["status"].isin(("open", "reopened")).sum() > 0
    assert sum(cell["finding_count"] for cell in standing.values()) == len(listed)
    one = monitoring.by_unit(store, everyone, today=moment[1], component="DA3")
    assert (
        sum(cell["waiting_count"] for cell in cells(store, everyone, moment, ("unit",), "recommendations", project=("DA3",)).values())
        == one["waiting_count"].sum()
    )
