"""The pivot over what the samples do not hold: lines without a plan or without a figure, obstacles without an amount, reports sent back or
waiting, a publication that is warned of. The sample store is copied and changed in its tables."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from data.store.reading import Scope, Store
from queries import obstacles, pivot, quality, reports
from tests import plain_pivot, plain_pivot_facts
from tests.plain_pivot import Cut
from tests.queries.cutting import asked, same

ON = date(2024, 12, 31)
NOW: dict[str, Any] = {"years": (2024,), "days": (ON,), "kept": None, "apart": ()}
RARE = """
update mart.money set planned_vnd = null where hash(unit_code || component_code || fund_source) % 5 = 0;
update mart.money set disbursed_vnd = null where hash(component_code || unit_code || fund_source) % 4 = 0;
update mart.obstacle set held_up_vnd = null where hash(cell || component_code) % 2 = 0;
update mart.report_form set returned_count = 2 where hash(unit_code || round_code) % 7 = 0;
update mart.report_form set status = 'held', late_day_count = null, received_on = null, submission_id = null
where hash(round_code || unit_code) % 6 = 0;
update mart.report_form set is_expected = false where hash(form || round_code || unit_code) % 9 = 0;
insert into mart.warning
select 'bad_total', 'Tổng không khớp.', 2024, p.unit_code, null, s.submission_id, 'Chỉ tiêu', 'C5', '1', '2', 'inside'
from mart.submission s, mart.province p where s.kind = 'publication' and s.plan_year = 2024 and s.cut_off_on <= date '2024-12-31' limit 1;
"""


@pytest.fixture(scope="module")
def rare(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Store:
    path: Path = tmp_path_factory.mktemp("rare") / store.path.name
    shutil.copy(store.path, path)
    with duckdb.connect(str(path)) as db:
        rule = db.execute("select rule from mart.rule where scope = 'inside' order by rule limit 1").fetchone()
        assert rule
        db.execute(RARE.replace("bad_total", rule[0]))
    return Store(path)


def test_lines_without_a_plan_or_a_figure_stay_out_of_the_rate_and_are_told_beside_it(rare, everyone):
    lines = rare.read("select * from mart.money where plan_year = 2024 and from_on <= date '2024-12-31' and to_on > date '2024-12-31'")
    told = [
        {"unit": row["unit_code"], "component": row["component_code"], "capital_type": row["capital_type"]}
        | {part: None if pd.isna(row[f"{part}_vnd"]) else row[f"{part}_vnd"] for part in ("planned", "disbursed", "assigned", "allocated")}
        for row in lines.to_dict("records")
    ]
    cut = Cut(((2024, ON),), ("unit", "component"), ("capital_type",), {}, ())
    expected = plain_pivot.cells(plain_pivot.Subject(lambda year, on: told, plain_pivot_facts.money_figures), cut, everyone.units)
    answer = asked(rare, everyone, "money", cut)
    assert answer.keys() == expected.keys() and all(same(answer[key], figures) for key, figures in expected.items())
    whole = expected[(), ()]
    assert whole["unplanned_disbursed_vnd"] and whole["unreported_planned_vnd"] and whole["compared_planned_vnd"] < whole["planned_vnd"]
    behind = pivot.money_lines(rare, everyone, years=(2024,), days=(ON,), kept=None)
    for measure in ("disbursed_vnd", "unplanned_disbursed_vnd", "unreported_planned_vnd", "remaining_vnd", "assigned_vnd", "allocated_vnd"):
        assert behind[measure].dropna().sum() == whole[measure]


def test_obstacles_without_an_amount_are_counted_as_the_page_counts_them(rare, everyone):
    cells = pivot.obstacles(rare, everyone, **NOW, rows=("cause",), columns=()).query("row_depth == 1").set_index("row_1")
    page = obstacles.by_money(rare, everyone, plan_year=2024, on=ON).set_index("cause_code")
    assert cells["unnamed_count"].to_dict() == page["unnamed_count"].to_dict() and cells["unnamed_count"].sum()
    assert cells["held_up_vnd"].dropna().to_dict() == page["held_up_vnd"].dropna().to_dict()
    lines = pivot.obstacles_lines(rare, everyone, years=(2024,), days=(ON,), kept=None)
    assert len(lines) == cells["obstacle_count"].sum() and lines["unnamed_count"].sum() == cells["unnamed_count"].sum()


@pytest.mark.parametrize("form", ["", "disbursement"])
def test_reports_sent_back_waiting_or_not_expected_count_as_on_the_page(rare, everyone, form):
    given = NOW | {"kept": {"form": (form,)}}
    cells = pivot.reports(rare, everyone, **given, rows=("unit",), columns=()).query("row_depth == 1").set_index("row_1")
    page = reports.by_unit(rare, everyone, plan_year=2024, today=ON, form=form).set_index("unit_code")
    measures = [column for column in page if column.endswith(("_count", "_share"))]
    assert len(measures) == 11 and (page[["returned_count", "pending_count"]].sum() > 0).all()
    pd.testing.assert_frame_equal(cells[measures].sort_index(), page[measures].sort_index(), check_names=False)
    lines = pivot.reports_lines(rare, everyone, years=(2024,), days=(ON,), kept=given["kept"])
    for measure in measures[:2]:
        assert lines[measure].sum() == page[measure].sum()
    by_standing = pivot.reports(rare, everyone, **given, rows=("report_status",), columns=()).set_index("row_1")
    assert by_standing.loc["held", "pending_count"] == page["pending_count"].sum()


def test_a_publication_that_is_warned_of_is_counted_for_those_who_may_see_the_whole(rare, everyone):
    cells = pivot.warnings(rare, everyone, **NOW, rows=("unit",), columns=()).query("row_depth == 1").set_index("row_1")
    page = quality.by_unit_and_rule(rare, everyone, plan_year=2024, on=ON)
    assert cells["warning_count"].to_dict() == page.groupby("unit_code")["warning_count"].sum().to_dict()
    words = pivot.members(rare, everyone).query("dimension == 'unit'").set_index("code")["name"]
    (province,) = set(cells.index) - set(everyone.units)
    assert words[province] == "cấp tỉnh"
    alone = Scope(("944",), benchmarks=False)
    assert province not in set(pivot.members(rare, alone)["code"])
    assert set(pivot.warnings_lines(rare, alone, years=(2024,), days=(ON,), kept=None)["unit_code"]) <= {"944"}
