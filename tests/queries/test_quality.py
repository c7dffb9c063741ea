"""Questions on warnings and on the cell they lead to, against the workbooks and the journal in plain Python."""

import json
import re
from datetime import date, datetime

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from data.store.reading import Scope
from queries import quality
from tests import plain_quality

YEAR_END = {"plan_year": 2024, "on": date(2024, 12, 31)}
YEARS = [(2022, date(2022, 12, 31)), (2023, date(2023, 12, 31)), (2024, date(2024, 12, 31))]
FOUND = re.compile(r"tìm thấy (?:tăng )?(.+?)(?: đồng)?, ")
RULES = {"line_stands_still": plain_quality.still, "leap_of_line": plain_quality.leaps, "far_from_peers": plain_quality.far}


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(("plan_year", "on"), YEARS)
def test_what_stands_out_is_what_plain_python_finds_in_the_workbooks(store, everyone, papers, rule, plan_year, on):
    told = quality.warnings(store, everyone, plan_year=plan_year, on=on, rule=rule)
    seen = {(row.unit_code, row.cut_off_on.date(), FOUND.search(row.sentence)[1]) for row in told.itertuples()}
    assert seen == RULES[rule](papers, plan_year)
    assert told["cell"].str.fullmatch(r"[A-Z]+\d+").all()


def test_the_samples_have_some_of_each_and_no_flood(store, everyone):
    counts = pd.concat([quality.by_unit_and_rule(store, everyone, plan_year=year, on=on) for year, on in YEARS])
    by_rule = counts.groupby("rule")["warning_count"].sum()
    assert set(RULES) <= set(by_rule.index) and by_rule.max() < 40
    reports = pd.concat([quality.by_round(store, everyone, plan_year=year, on=on) for year, on in YEARS])
    assert reports["warned_count"].sum() < 0.2 * reports["report_count"].sum()


def test_counts_by_unit_and_rule_are_those_of_the_list(store, everyone):
    counts, listed = (question(store, everyone, **YEAR_END) for question in (quality.by_unit_and_rule, quality.warnings))
    assert len(listed) > 30
    by_hand: dict[tuple[str, str], list[int]] = {}
    for row in listed.itertuples():
        of_both = by_hand.setdefault((row.unit_code, row.rule), [0, 0])
        of_both[0] += 1
        of_both[1] += bool(row.is_in_force)
    assert {(r.unit_code, r.rule): [r.warning_count, r.in_force_count] for r in counts.itertuples()} == by_hand


def test_reports_warned_of_are_counted_once_each_whatever_is_wrong_in_them(store, everyone):
    listed = quality.warnings(store, everyone, **YEAR_END)
    own = listed[listed["round_name"].isin(quality.by_round(store, everyone, **YEAR_END)["round_name"])]
    for row in quality.by_round(store, everyone, **YEAR_END).itertuples():
        here = own[own["round_name"] == row.round_name]
        assert (row.warning_count, row.warned_count) == (len(here), here["submission_id"].nunique())
        assert row.warned_share == pytest.approx(row.warned_count / row.report_count)
        assert row.report_count == (14 if row.round_code == "2024-T04" else 15)


def test_warnings_touch_the_report_in_force_only_at_its_time(store, everyone):
    asked = {"plan_year": 2024, "unit": "951"}
    then = quality.warnings(store, everyone, **asked, on=date(2024, 9, 14)).set_index("rule")
    later = quality.warnings(store, everyone, **asked, on=date(2024, 12, 31)).set_index("rule")
    assert {"overspent", "overspent_plan"} <= set(then.index) and then.loc[["overspent", "overspent_plan"], "is_in_force"].all()
    assert not later.loc[["overspent", "overspent_plan"], "is_in_force"].any()
    assert not {"overspent", "overspent_plan"} & set(quality.warnings(store, everyone, **asked, on=date(2024, 8, 14))["rule"])


@pytest.fixture(scope="module")
def warned(store, everyone) -> pd.Series:
    return quality.warnings(store, everyone, **YEAR_END, unit="951", rule="overspent").iloc[0]


def test_the_excerpt_is_what_stands_in_the_workbook_three_rows_up_and_down(store, everyone, samples_home, warned):
    sent = quality.sent(store, everyone, submission=warned.submission_id).iloc[0]
    path = samples_home / "archive/files" / sent.file_sha256[:2] / (sent.file_sha256 + sent.suffix)
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(warned.sheet).to_python(skip_empty_area=False)
    heads = next(row for row in rows if "Mã dự án, tiểu dự án" in row)
    column = heads.index("Giải ngân lũy kế đến ngày chốt")
    at = int(re.sub(r"\D", "", warned.cell))
    around = quality.around(store, everyone, submission=warned.submission_id, sheet=warned.sheet, cell=warned.cell)
    assert list(around["sheet_row"]) == [n for n in range(at - 3, at + 4) if n <= len(rows) and rows[n - 1][column] != ""]
    assert [float(text) for text in around["text"]] == [rows[n - 1][column] for n in around["sheet_row"]]
    assert list(around.loc[around["is_asked"], "cell"]) == [warned.cell]
    assert list(around.loc[around["is_asked_row"], "sheet_row"]) == [at]
    asked = around[around["is_asked"]].iloc[0]
    assert f"{asked.amount_vnd:,}".replace(",", ".") in warned.sentence


def test_the_file_of_a_cell_is_the_one_of_the_journal(store, everyone, samples_home, warned):
    sent = quality.sent(store, everyone, submission=warned.submission_id).iloc[0]
    lines = (samples_home / "archive/journal.jsonl").read_text(encoding="utf-8").splitlines()
    entry = next(e for e in map(json.loads, lines) if (e.get("submission") or {}).get("submission_id") == warned.submission_id)
    assert (sent.file_name, sent.file_sha256, sent.received_by) == (
        entry["submission"]["file_name"], entry["submission"]["file_sha256"], entry["by"],
    )  # fmt: skip
    assert sent.received_at.tz_localize("UTC") == datetime.fromisoformat(entry["at"])
    told = quality.of_submission(store, everyone, submission=warned.submission_id)
    assert {"overspent", "overspent_plan"} <= set(told["rule"]) and told["rule_name"].str.len().between(5, 40).all()


def test_a_decision_is_named_by_its_number(store, everyone):
    decision = store.read("select submission_id from mart.submission where kind = 'decision' and status = 'standing' order by all limit 1")
    sent = quality.sent(store, everyone, submission=decision["submission_id"].iloc[0]).iloc[0]
    assert sent.decision_number and pd.isna(sent.round_name)


def test_nobody_sees_a_warning_a_cell_or_a_file_of_a_unit_outside_their_scope(store, warned):
    outside = Scope(units=("941",), benchmarks=False)
    for question in (quality.by_unit_and_rule, quality.by_round, quality.warnings):
        assert question(store, outside, **YEAR_END, unit="951").empty
    assert quality.sent(store, outside, submission=warned.submission_id).empty
    assert quality.of_submission(store, outside, submission=warned.submission_id).empty
    assert quality.around(store, outside, submission=warned.submission_id, sheet=warned.sheet, cell=warned.cell).empty


def test_of_a_decision_each_viewer_sees_the_rows_of_their_own_units(store, everyone):
    first = store.read("""select s.submission_id, s.sheet, s.cell from mart.source s join mart.submission d using (submission_id)
        where d.kind = 'decision' and s.field = 'assigned_vnd' and s.unit_code = '942' order by all limit 1""").iloc[0]
    asked = {"submission": first.submission_id, "sheet": first.sheet, "cell": first.cell}
    own, whole = (quality.around(store, scope, **asked) for scope in (Scope(units=("942",), benchmarks=False), everyone))
    assert 0 < len(own) < len(whole)
    assert quality.around(store, Scope(units=("943",), benchmarks=False), **asked)["is_asked"].sum() == 0
