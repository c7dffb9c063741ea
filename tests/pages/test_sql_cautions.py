"""Truy vấn SQL in words: figures counted more than once, headings that say what a column is, values that are none."""

import pytest

from pages.parts import formats
from pages.parts.ask import Answer
from pages.parts.free import answered, called, cautions
from queries.examples import examples

AT_DAY = "from_on <= $ngay and to_on > $ngay"
WHOLE = f"plan_year = $nam and {AT_DAY} and not is_carried_over"


@pytest.mark.parametrize("sql", [one.sql for one in examples().values()], ids=examples())
def test_no_example_is_warned_of(sql):
    assert cautions.of(sql) == []


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("select sum(planned_vnd) from mart.money where plan_year = $nam and not is_carried_over", [AT_DAY]),
        ("select sum(planned_vnd) from mart.money where plan_year = $nam -- from_on, to_on, is_carried_over", [AT_DAY, "vốn kéo dài"]),
        ("""select SUM(planned_vnd) from "mart"."money" where from_on <= $ngay and capital_year = plan_year""", [AT_DAY]),
        (f"select sum(planned_vnd) from mart.money where plan_year = $nam and {AT_DAY}", ["vốn kéo dài"]),
        (f"select sum(planned_vnd) from mart.money where {AT_DAY} and not is_carried_over", ["plan_year = $nam"]),
        (f"select sum(planned_vnd) from mart.money where {WHOLE}", []),
        ("select sum(planned_vnd) from mart.money where plan_year = $nam and to_on = date '9999-12-31' and not is_carried_over", []),
        ("select sum(a) from mart.money where plan_year = $nam and not is_carried_over and $ngay between from_on and to_on", ["hai lần"]),
        ("select count(*) from mart.obstacle where plan_year = $nam", [AT_DAY]),
        (f"select sum(a.planned_vnd) from mart.decided_plan a, mart.unit_plan b where plan_year = $nam and {AT_DAY}", [AT_DAY]),
        ("select unit_code, planned_vnd from mart.money", [AT_DAY]),
        ("from mart.money limit 100", []),
        ("select * from mart.money", []),
        ("select distinct plan_year from mart.money", []),
        ("select max(reported_on) from mart.money", []),
        ("select 'mart.money', sum(1) from mart.unit", []),
        ("select 0,5 * 3", ["0.5"]),
        ("select round(planned, 2), a in (1,2) from mart.year_target order by 1,2", []),
        ("select 15/11/2024 as x", ["date '2024-11-15'"]),
        ("select [unit_name] from mart.unit", ["unit_name"]),
        ("select [1, 2][1], list_value(unit_name) from mart.unit", []),
        ("select position > 1.000 from mart.unit", ["viết 1000"]),
        ("select 1.250, 'ngày 15/11/2024', '“a”' from mart.unit", []),
    ],
)
def test_what_would_be_counted_twice_or_read_otherwise_is_said_with_its_way_out(sql, said):
    told = cautions.of(sql)
    assert len(told) == len(said) and all(words in caution for words, caution in zip(said, told, strict=True))


@pytest.mark.parametrize(
    ("sql", "names", "headings"),
    [
        ("select sum(planned_vnd) as planned_vnd from mart.money", ["planned_vnd"], ["Kế hoạch vốn"]),
        ("select sum(amount_vnd) as planned_vnd from mart.source", ["planned_vnd"], ["Kế hoạch vốn · planned_vnd"]),
        ("select sum(disbursed_vnd) / sum(x) as disbursed_share from mart.money", ["disbursed_share"], ["Tỷ lệ giải ngân"]),
        ("select count(*) / 2 as disbursed_share from mart.money", ["disbursed_share"], ["Tỷ lệ giải ngân · disbursed_share"]),
        ("select plan_year from mart.money group by plan_year", ["plan_year"], ["Năm ngân sách"]),
        ("select amount_vnd from mart.source", ["amount_vnd"], ["Số tiền của ô"]),
        ("select last_on from mart.report", ["last_on"], ["Ngày cuối còn đúng hạn"]),
        ("select unit_code, unit_name from mart.unit", ["unit_code", "unit_name"], ["Đơn vị", "Đơn vị · unit_name"]),
        ("select 1 as a, 2 as a, 3 as a", ["a", "a", "a"], ["a", "a (2)", "a (3)"]),
        ("select 1 as tong", ["tong"], ["tong"]),
    ],
)
def test_our_word_stands_alone_only_where_the_column_is_what_it_says(sql, names, headings):
    assert called.headings(names, sql) == headings


def test_what_a_division_by_zero_gives_is_no_value_and_counted():
    answer = Answer(["a", "b_share"], ["DOUBLE", "DOUBLE"], [[float("inf"), None], [float("nan"), 1.0], [2.5, 2.0]], False, 0.1)
    settled, undone = answered.settled(answer)
    assert settled.rows == [[None, None], [None, 1.0], [2.5, 2.0]] and undone == 2
    assert [column.ending for column in answered.columns(settled, "")] == ["number", "share"]


@pytest.mark.parametrize(("value", "is_said"), [(-0.01, True), (0, False), (2, False), (2.01, True), (None, False)])
def test_a_rate_below_zero_or_above_twice_the_whole_is_said(value, is_said):
    answer = Answer(["x_share"], ["DOUBLE"], [[value]], False, 0.1)
    assert bool(answered.beyond(answer, answered.columns(answer, ""))) is is_said


def test_codes_of_blocks_are_said_in_words():
    assert answered.written(answered.Column("kind", "Khối", "text"), "district") == formats.KINDS["district"]
