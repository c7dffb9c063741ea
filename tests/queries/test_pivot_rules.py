"""The pivot beside the pages, and what it must never do: take a mean, add up what stands apart, show another unit's rows."""

import re
from datetime import date
from typing import Any

import pandas as pd
import pytest

from data.store.fill import SCHEMA
from data.store.reading import Scope, Store
from queries import disbursement, obstacles, pivot, quality, reports
from queries.defined import DIMENSIONS, MEASURES, SUBJECTS
from queries.reading import ROOM
from tests.plain_pivot import Cut
from tests.queries.cutting import asked

AT = {"plan_year": 2024, "on": date(2024, 12, 31)}
ONE = {"years": (2024,), "days": (date(2024, 12, 31),)}


def of(name: str, store: Store, everyone: Scope, *rows: str, kept: dict[str, tuple[str, ...]] | None = None) -> dict[str, dict[str, Any]]:
    """The deepest cells by their codes, joined."""
    told = asked(store, everyone, name, Cut(((2024, date(2024, 12, 31)),), rows, (), kept or SUBJECTS[name].kept, SUBJECTS[name].apart))
    return {"·".join(key): figures for (key, _), figures in told.items() if len(key) == len(rows)}


@pytest.mark.parametrize(
    ("name", "rows", "page", "by"),
    [
        ("money", ("unit",), lambda s, e: disbursement.by_unit(s, e, **AT), "unit_code"),
        ("money", ("component",), lambda s, e: disbursement.by_component(s, e, **AT), "component_code"),
        ("reports", ("unit",), lambda s, e: reports.by_unit(s, e, plan_year=2024, today=AT["on"]), "unit_code"),
        ("reports", ("round",), lambda s, e: reports.by_round(s, e, plan_year=2024, today=AT["on"]), "round_code"),
        ("reports", ("kind",), lambda s, e: reports.by_kind(s, e, plan_year=2024, today=AT["on"]), "kind"),
        ("obstacles", ("cause",), lambda s, e: obstacles.by_money(s, e, **AT), "cause_code"),
        ("warnings", ("unit", "rule"), lambda s, e: quality.by_unit_and_rule(s, e, **AT), ("unit_code", "rule")),
    ],
)
def test_the_pivot_says_what_the_page_says(store, everyone, name, rows, page, by):
    cells, answer = of(name, store, everyone, *rows), page(store, everyone).to_dict("records")
    shared = {measure for measure in SUBJECTS[name].measures if measure in answer[0]} - {"unit_count"}
    assert shared and len(cells) > 1
    for row in answer:
        key = "·".join(row[column] for column in ([by] if isinstance(by, str) else by))
        if all(pd.isna(row[measure]) or not row[measure] for measure in shared):
            continue  # the page names units without figures
        assert {m: None if pd.isna(row[m]) else row[m] for m in shared} == {m: cells[key][m] for m in shared}
    assert cells.keys() <= {"·".join(row[c] for c in ([by] if isinstance(by, str) else by)) for row in answer}


@pytest.mark.parametrize(("amount", "at"), [("planned_vnd", "plan_"), ("disbursed_vnd", "")])
def test_a_line_of_money_leads_to_the_cells_that_hold_its_amounts(store, everyone, amount, at):
    cells = store.read("select submission_id, sheet, cell, amount_vnd from mart.source where plan_year = 2024 and amount_vnd is not null")
    amounts = {(row.submission_id, row.sheet, row.cell): row.amount_vnd for row in cells.itertuples()}
    lines = pivot.money_lines(store, everyone, **ONE, kept=None).dropna(subset=[amount])
    assert len(lines) > 200
    for row in lines.to_dict("records"):
        submission = row["plan_submission" if at else "submission_id"]
        assert amounts[submission, row[f"{at}sheet"], row[f"{at}cell"]] == row[amount]


def test_an_obstacle_leads_to_the_cell_of_the_amount_it_holds_up(store, everyone):
    lines = pivot.obstacles_lines(store, everyone, **ONE, kept=None)
    cells = store.read("select submission_id, sheet, cell, amount_vnd from mart.source where field = 'held_up_vnd'")
    joined = lines.merge(cells, on=["submission_id", "sheet", "cell"])
    assert len(joined) == len(lines) > 5 and (joined["held_up_vnd"] == joined["amount_vnd"]).all()


# --- what must never be


MEAN = re.compile(r"\b(avg|mean|median|favg|percentile\w*|quantile\w*|mode)\s*\(", re.IGNORECASE)


def test_a_mean_of_rates_can_nowhere_be_made():
    """No statement behind the pivot takes a mean, and every rate comes with its two parts, which add up, in the same answer."""
    assert MEAN.search("select avg(disbursed_share)") and not MEAN.search("select sum(a) / sum(b)")
    behind = [*(ROOM / "pivot").glob("*.sql"), *SCHEMA.glob("30_*.sql")]
    assert len(behind) > 10
    for path in behind:
        code = "\n".join(line.partition("--")[0] for line in path.read_text(encoding="utf-8").splitlines())
        assert not MEAN.search(code), path.name
    assert {measure.adds for measure in MEASURES.values()} == {"sum", "ratio", "level", "none"}
    for name, subject in SUBJECTS.items():
        for measure in (MEASURES[code] for code in subject.measures):
            assert measure.adds in ("sum", "ratio", "level"), "what stands only in the row it is of cannot be cut"
            assert measure.ending != "share" or measure.adds in ("ratio", "level")
            if measure.adds == "ratio":
                assert {measure.numerator, measure.denominator} <= set(subject.measures), (name, measure.code)
                assert {MEASURES[part].adds for part in (measure.numerator, measure.denominator)} == {"sum"}


def test_what_stands_apart_is_never_added_up(store, everyone):
    days = (date(2024, 7, 15), date(2024, 12, 31))
    told = asked(store, everyone, "money", Cut(tuple((2024, day) for day in days), ("unit", "cut_off"), ("kind",), {}, ("cut_off",)))
    assert {len(rows) for rows, _ in told} == {2}
    assert not asked(store, everyone, "money", Cut(tuple((2024, day) for day in days), ("unit",), (), {}, ("cut_off",)))
    assert not asked(store, everyone, "reports", Cut(((2024, days[1]),), ("unit",), (), {}, ("form",)))


def test_a_total_is_the_sum_of_its_lines_and_not_of_the_rows_shown(store, everyone):
    """Units have lines in several components: their number at the total is not the sum of the numbers below it; amounts are."""
    cut = Cut(((2024, date(2024, 12, 31)),), ("component",), (), {"carried_over": ("no",)}, ())
    told = asked(store, everyone, "money", cut)
    parts = [cell for (rows, _), cell in told.items() if rows]
    whole = told[(), ()]
    for measure in ("planned_vnd", "disbursed_vnd", "remaining_vnd", "line_count"):
        assert whole[measure] == sum(cell[measure] or 0 for cell in parts)
    assert whole["unit_count"] == 15 < sum(cell["unit_count"] for cell in parts)
    assert whole["disbursed_share"] != pytest.approx(sum(cell["disbursed_share"] for cell in parts) / len(parts), abs=1e-4)


@pytest.mark.parametrize("name", SUBJECTS)
def test_a_viewer_of_one_unit_sees_their_own_rows_only(store, everyone, name):
    own = Scope(units=("944",), benchmarks=False)
    above = tuple(dimension for dimension in SUBJECTS[name].apart if dimension == "indicator")
    cut = Cut(((2024, date(2024, 12, 31)),), (*above, "unit"), (), SUBJECTS[name].kept, ())
    seen, every = ({rows[-1] for rows, _ in asked(store, scope, name, cut) if len(rows) > len(above)} for scope in (own, everyone))
    assert len(every) > 2 and seen <= {"944"}
    lines = getattr(pivot, f"{name}_lines")(store, own, **ONE, kept=None)
    assert set(lines["unit_code"]) <= {"944"}
    assert set(pivot.members(store, own).query("dimension == 'unit'")["code"]) == {"944"}


def test_a_choice_that_means_nothing_is_a_mistake_of_the_program(store, everyone):
    nothing: dict[str, Any] = {**ONE, "rows": (), "columns": (), "kept": None, "apart": ()}
    for wrong in ({"rows": ("round",)}, {"rows": ("unit",), "columns": ("unit",)}, {"kept": {"form": ("",)}}, {"years": (2024, 2024)}):
        with pytest.raises(ValueError):
            pivot.money(store, everyone, **nothing | wrong)
    with pytest.raises(ValueError, match="twice"):
        pivot.reports(store, everyone, **nothing | {"years": (2024, 2024), "days": (date(2024, 7, 15), date(2024, 12, 31))})


def test_every_code_that_a_cell_names_has_words(store, everyone):
    """Codes of cells come from `members`, or from the definitions of their dimension."""
    words = pivot.members(store, everyone).groupby("dimension")["code"].agg(set).to_dict()
    for name, subject in SUBJECTS.items():
        for first in range(0, len(subject.dimensions), 3):
            rows = subject.dimensions[first : first + 3]
            kept = {d: codes for d, codes in subject.kept.items() if d not in rows}
            told = asked(store, everyone, name, Cut(((2024, date(2024, 12, 31)),), rows, (), kept, ()))
            assert told or name == "results"
            for dimension, codes in zip(rows, zip(*(key for key, _ in told if len(key) == len(rows)), strict=True), strict=False):
                if dimension != "cut_off":  # any day can be asked of
                    assert set(codes) <= words.get(dimension, set()) | set(DIMENSIONS[dimension].members), (name, dimension)
