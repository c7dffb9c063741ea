"""The worked examples for SQL run as they stand, and say what the pages say."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data.store import sandbox
from data.store.reading import Scope, Store, current_version, open_store
from pages.parts.free import given
from queries import about, disbursement, monitoring, reports, targets
from queries.examples import ROOM, Example, examples
from tests.house.sql import statements

YEAR, ON, BEFORE = 2024, date(2024, 12, 31), date(2024, 11, 15)
VALUES: dict[str, Any] = {"nam": YEAR, "ngay": ON, "ngay_truoc": BEFORE, "so_ngay": 1}  # the others are left empty: everything
LEVELS = ["dễ", "vừa", "khó"]
Rows = list[dict[str, Any]]


class Desk:
    """A viewer of the samples who sees all, and asks what is written."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store, self.folder = store, folder
        self.everyone = Scope(units=tuple(about.units(store, Scope(units=()))["unit_code"]), benchmarks=True)

    def written(self, code: str, **values: Any) -> Rows:
        sql = examples()[code].sql
        told = {name: (VALUES | values).get(name) for name in sandbox.parameters(sql)}
        answer = sandbox.ask(self.store.path, self.everyone, self.folder, sql, told)
        assert not answer.is_cut
        return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]

    def page(self, question: Any, **asked: Any) -> Rows:
        answer = question(self.store, self.everyone, **asked)
        return answer.astype(object).where(answer.notna(), None).to_dict("records")


@pytest.fixture(scope="module")
def desk(samples_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(open_store(samples_home, current_version(samples_home) or ""), tmp_path_factory.mktemp("examples"))


def by_unit(rows: Rows, name: str = "short_name", *columns: str) -> dict[str, tuple[Any, ...]]:
    return {row[name]: tuple(row[column] for column in columns) for row in rows}


def test_there_are_enough_of_them_from_easy_to_hard_each_with_its_own_name():
    told = list(examples().values())
    assert 10 <= len(told) <= 15 and len(told) == len(list(ROOM.glob("*.sql")))
    order = [LEVELS.index(one.level) for one in told]
    assert order == sorted(order) and set(order) == {0, 1, 2}
    assert len({one.title for one in told}) == len(told)
    assert all(re.fullmatch(r"[a-z0-9-]+", one.code) and one.question.endswith("?") for one in told)


@pytest.mark.parametrize("example", examples().values(), ids=examples())
def test_an_example_runs_with_values_that_the_page_can_offer(example: Example, desk: Desk):
    rows = desk.written(example.code)
    assert rows or example.code == "chua-co-so-giai-ngan"  # at the end of the year every line has its figure
    assert {name for name in sandbox.parameters(example.sql) if given.kind(name) == "text"} == set()


@pytest.mark.parametrize("path", sorted(ROOM.glob("*.sql")), ids=lambda path: path.stem)
def test_an_example_names_its_parameters_by_the_words_of_its_question(path: Path):
    (statement,) = statements(path)
    one = next(one for one in examples().values() if path.stem.endswith(one.code))
    assert statement.takes >= set(sandbox.parameters(one.question))
    assert all(table.startswith("mart.") for table in statement.tables)


def test_the_province_has_the_rate_of_the_overview(desk: Desk):
    (row,) = desk.written("von-toan-tinh")
    own = desk.page(disbursement.total, plan_year=YEAR, on=ON)[0]
    assert (row["disbursed_vnd"], row["planned_vnd"]) == (102_408_000_000, 114_277_000_000) == (own["disbursed_vnd"], own["planned_vnd"])
    assert row["disbursed_share"] == own["disbursed_share"]


@pytest.mark.parametrize("on", [ON, date(2024, 7, 15)])
def test_units_have_the_figures_of_the_page_of_disbursement(desk: Desk, on: date):
    told = by_unit(desk.written("giai-ngan-theo-don-vi", ngay=on), "unit_short_name", "planned_vnd", "disbursed_vnd", "disbursed_share")
    assert told == by_unit(
        desk.page(disbursement.by_unit, plan_year=YEAR, on=on), "short_name", "planned_vnd", "disbursed_vnd", "disbursed_share"
    )


def test_narrowed_to_a_unit_a_project_and_a_source_it_is_what_the_page_says_narrowed(desk: Desk):
    rows = desk.written("loc-theo-du-an-don-vi", don_vi="943", du_an="DA4", nguon="NSTW")
    (own, _) = desk.page(disbursement.total, plan_year=YEAR, on=ON, unit="943", component="DA4", source="NSTW")
    assert own["planned_vnd"] and sum(row["planned_vnd"] for row in rows) == own["planned_vnd"]
    assert sum(row["disbursed_vnd"] for row in rows) == own["disbursed_vnd"]


def test_plan_without_a_figure_is_what_the_page_says_is_not_reported(desk: Desk):
    on = date(2024, 1, 12)  # decided, not yet reported on
    own = desk.page(disbursement.total, plan_year=YEAR, on=on)
    missing = sum(row["planned_vnd"] for row in desk.written("chua-co-so-giai-ngan", ngay=on))
    assert missing == sum(row["unreported_planned_vnd"] for row in own) > 0


def test_two_days_differ_by_what_the_page_says_of_each(desk: Desk):
    at = [by_unit(desk.page(disbursement.by_unit, plan_year=YEAR, on=on), "short_name", "disbursed_vnd") for on in (BEFORE, ON)]
    for row in desk.written("so-hai-ngay"):
        before, after = (figures[row["unit_short_name"]][0] for figures in at)
        assert (row["before_vnd"], row["after_vnd"], row["change_vnd"]) == (before, after, after - before)


@pytest.mark.parametrize("on", [date(2024, 11, 15), date(2024, 2, 29)])
def test_the_same_day_of_earlier_years_is_the_clamped_day_of_the_calendar(desk: Desk, on: date):
    told = {
        row["plan_year"]: (row["same_day_on"], row["disbursed_vnd"], row["disbursed_share"])
        for row in desk.written("cung-ky-nam-truoc", ngay=on)
    }
    for year, (day, disbursed, share) in told.items():
        assert day == on.replace(year=year, day=28 if (on.month, on.day) == (2, 29) and year % 4 else on.day)
        own = desk.page(disbursement.total, plan_year=year, on=day)[0]
        assert (disbursed, share) == (own["disbursed_vnd"], own["disbursed_share"])
    assert YEAR in told


def test_the_curve_is_the_curve_of_the_page(desk: Desk):
    told = desk.written("theo-ngay-chot")
    own = desk.page(disbursement.curve, plan_year=YEAR, on=ON)
    assert [(row["cut_off_on"], row["disbursed_vnd"], row["disbursed_share"]) for row in told] == [
        (row["cut_off_on"].date(), row["disbursed_vnd"], row["disbursed_share"]) for row in own
    ]
    assert sum(row["change_vnd"] or 0 for row in told) == told[-1]["disbursed_vnd"] - told[0]["disbursed_vnd"]


def test_ranks_count_the_higher_rates_and_the_parts_make_a_whole(desk: Desk):
    told = desk.written("xep-hang")
    for row in told:
        block = [other for other in told if other["kind_told"] == row["kind_told"]]
        assert row["rank"] == 1 + sum(other["disbursed_share"] > row["disbursed_share"] for other in block)
        assert sum(other["plan_part_share"] for other in block) == pytest.approx(1)


def test_reports_in_time_are_those_of_the_page_of_reports(desk: Desk):
    columns = ("expected_count", "due_count", "on_time_count", "on_time_share")
    own = [row for row in desk.page(reports.by_unit, plan_year=YEAR, today=ON, form="", unit=None, kind=None) if row["expected_count"]]
    assert by_unit(desk.written("dung-han-theo-don-vi"), "unit_short_name", *columns) == by_unit(own, "unit_short_name", *columns)
    late = desk.written("bao-cao-nop-muon")
    assert len(late) == sum(row["late_count"] for row in own) > 0
    assert len(desk.written("bao-cao-nop-muon", so_ngay=10)) == sum(row["late_day_count"] >= 10 for row in late)


def test_aims_are_those_of_the_page_of_targets(desk: Desk):
    own = {
        (row["indicator_short_name"], row["unit_short_name"]): (row["planned"], row["achieved"])
        for row in desk.page(targets.by_unit, plan_year=YEAR, on=ON) if row["breakdown"] == "CHUNG"
    }  # fmt: skip
    told = desk.written("chi-tieu-cua-don-vi")
    assert told
    for row in told:
        assert (row["planned"], row["result"]) == own[row["indicator_name"], row["unit_short_name"]]


@pytest.mark.parametrize("on", [ON, date(2024, 10, 1)])
def test_recommendations_stand_as_on_the_page_of_monitoring(desk: Desk, on: date):
    own = {
        (row["finding"], row["found_on"].date()): (row["is_overdue"], row["remedied_on"] and row["remedied_on"].date())
        for row in desk.page(monitoring.recommendations, today=on, unit=None, component=None)
    }
    told = desk.written("kien-nghi-khac-phuc", ngay=on)
    assert {(row["finding"], row["found_on"]): (row["is_overdue"], row["remedied_on"]) for row in told} == own and own


def test_the_cells_add_up_to_the_figure_and_say_where_they_stand(desk: Desk):
    rows = desk.written("o-dung-sau-con-so", don_vi="943", du_an="DA4")
    own = desk.page(disbursement.total, plan_year=YEAR, on=ON, unit="943", component="DA4")[0]
    assert rows and sum(row["disbursed_vnd"] for row in rows) == own["disbursed_vnd"]
    assert all(row["file_name"].endswith(".xlsx") and re.fullmatch(r"[A-Z]+\d+", row["cell"]) and row["cell_text"] for row in rows)
