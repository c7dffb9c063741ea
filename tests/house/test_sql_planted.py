"""The rules about SQL find what is planted for them, and let honest SQL pass."""

import pytest

from tests.house.sql import statements
from tests.house.test_sql import check_headers, layering, pairs, question_headers

QUESTION = """-- Planned money per unit.
-- One row per: unit
-- Takes: plan_year
-- Gives: unit_code, planned_vnd
-- Key:   unit_code
select unit_code, sum(planned_vnd)::bigint as planned_vnd from mart.money where plan_year = $plan_year group by all
"""
ASK = "queries/disbursement/by_unit.sql"
MARTS = "data/store/schema/30_marts.sql"
STAGING = "data/store/schema/20_staging/01_lines.sql"

PLANTED = [
    (layering, ASK, QUESTION.replace("mart.money", "stg.line"), "reads stg.line"),
    (layering, ASK, "select (select max(a) from raw.cell) from mart.money", "reads raw.cell"),
    (layering, ASK, "with a as (from raw.cell) select * from a where x in (select x from mart.unit)", "reads raw.cell"),
    (layering, ASK, "select * from mart.money join money using (unit_code)", "reads money"),
    (layering, ASK, "select * from read_csv('units.csv')", "reads through read_csv()"),
    (layering, ASK, "select * from other.mart.money", "reads other.mart.money"),
    (layering, ASK, "select 1; select 2", "one statement, not 2"),
    (layering, ASK, "drop table mart.money", "cannot be followed"),
    (layering, ASK, "create table mart.more as select 1", "makes mart.more"),
    (layering, MARTS, "-- why\ncreate or replace view mart.x as with a as (select 1) from a, raw.cell;", "reads raw.cell"),
    (layering, MARTS, "create table stg.y as from stg.z;", "makes stg.y"),
    (layering, MARTS, "create macro mart.of(u) as table select * from raw.cell where unit_code = u;", "reads raw.cell"),
    (layering, STAGING, "create table stg.z (a int);\ninsert into stg.z (a) select a from mart.money;", "reads mart.money"),
    (layering, "data/store/schema/40_more.sql", "create table mart.x as from stg.y", "makes mart.x"),
    (layering, "data/store/checks/falls.sql", "select * from raw.cell", "reads raw.cell"),
    (layering, "data/intake/checks/negative.sql", "select * from mart.money", "reads mart.money"),
    (question_headers, ASK, QUESTION.replace("-- Gives", "-- Brings"), "no “Gives:”"),
    (question_headers, ASK, QUESTION.replace("Key:   unit_code", "Key: unit_name"), "Key names ['unit_name']"),
    (question_headers, ASK, QUESTION.replace("Takes: plan_year", "Takes: plan_year, units"), "Takes says ['plan_year', 'units']"),
    (question_headers, ASK, QUESTION.partition("\n")[2], "the first line says what is asked"),
    (
        check_headers,
        "data/intake/checks/negative.sql",
        "-- A negative figure.\n-- Name: Số âm\n-- Severity: stop\n-- Sentence: Số âm.\nselect 1",
        "“-- Severity:”",
    ),
    (
        check_headers,
        "data/intake/checks/negative.sql",
        "-- A negative figure.\n-- Name: Số âm\n-- Severity: refuse\nselect 1",
        "“-- Sentence:”",
    ),
    (
        check_headers,
        "data/intake/checks/negative.sql",
        "-- A negative figure.\n-- Severity: warn\n-- Sentence: Số âm.\nselect 1",
        "“-- Name:”",
    ),
    (
        check_headers,
        "data/store/checks/far.sql",
        "-- Far.\n-- Name: Xa\n-- Severity: warn\n-- Scope: all\n-- Sentence: Xa.\nselect 1",
        "“-- Scope:”",
    ),
    (pairs, ASK, QUESTION, "has no function by_unit"),
    (pairs, "queries/disbursement.py", "def by_round(store, scope, *, plan_year): ...", "has no queries/disbursement/by_round.sql"),
]


@pytest.mark.parametrize(("rule", "place", "text", "sentence"), PLANTED, ids=[f"{p[1]}: {p[3]}" for p in PLANTED])
def test_a_breach_in_sql_is_found(rule, place, text, sentence, tmp_path):
    (tmp_path / place).parent.mkdir(parents=True)
    (tmp_path / place).write_text(text)
    assert [said for said in rule(tmp_path) if sentence in said]


def test_honest_sql_passes(tmp_path):
    for place, text in {
        ASK: QUESTION,
        "queries/disbursement/__init__.py": "def by_unit(store, scope, *, plan_year): ...",
        MARTS: "create schema mart;\ncreate table mart.x as from stg.y join mart.w using (a), range(3);\ncreate macro mart.h(a) as a / 2;",
        STAGING: "-- first\ncreate view stg.y as select a, (select count(*) from raw.cell) as n from raw.line, unnest([1, 2]);",
        "data/store/checks/falls.sql": "-- Falls.\n-- Name: Giảm\n-- Severity: warn\n-- Sentence: Giảm.\nselect * from mart.source",
        "data/intake/checks/negative.sql": "-- Neg.\n-- Name: Âm\n-- Severity: refuse\n-- Sentence: Số âm.\nfrom cell where amount_vnd < 0",
    }.items():
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(text)
    assert layering(tmp_path) == question_headers(tmp_path) == check_headers(tmp_path) == pairs(tmp_path) == []


def test_a_name_given_inside_the_statement_is_no_table(tmp_path):
    path = tmp_path / "a.sql"
    path.write_text("with recursive r as (select 1 as n union all select n + 1 from r where n < $last), s as (from r) select * from s")
    (only,) = statements(path)
    assert (only.tables, only.takes) == (frozenset(), frozenset({"last"}))
