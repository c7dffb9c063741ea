"""What is told of the tables is what they are; and whose rows a viewer gets of them."""

import re
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from data.store import documented
from data.store.documented import ROOM, SHARED, Table, Unclear, tables
from data.store.reading import Store, current_version, open_store
from queries.defined import DIMENSIONS, MEASURES

NOT_OFFERED = {  # and why
    "about": "one row of settings", "agreement": "one row of settings", "monitoring": "one row of settings",
    "province": "one row of settings",
    "boundary": "draws a map", "tile": "draws a map", "change": "what people entered, before and after, of every unit in one text",
    "note": "notes of officers among themselves", "problem": "said by warning for what stands", "received": "said by submission",
    "decision": "said by submission", "expected_of_round": "said by report", "day": "said by report: last_on, late_day_count",
    "difference_reason": "said by explanation", "finding_kind": "said by finding", "indicator_group": "said by indicator",
    "member": "what a pivot offers", "plan_report": "said by unit_plan", "unit_follows": "who follows whom, also outside the scope",
    "visit_choice": "its reason names other units",
}  # fmt: skip
MEANS_SOMETHING_ELSE = {("source", "amount_vnd")}  # the amount of any cell, not that of a finding
NUMBERS = {"BIGINT", "DOUBLE"}


@pytest.fixture(scope="module")
def store(samples_home: Path) -> Store:
    return open_store(samples_home, current_version(samples_home) or "")


@pytest.fixture(scope="module")
def described(store: Store) -> dict[str, dict[str, str]]:
    told = store.read("select table_name, column_name, data_type from duckdb_columns() where schema_name = 'mart'")
    return {table: dict(zip(rows.column_name, rows.data_type, strict=True)) for table, rows in told.groupby("table_name")}


def by_name(name: str) -> Table:
    return next(table for table in tables() if table.name == name)


def test_every_table_is_told_of_or_left_out_for_a_reason(described):
    assert {table.name for table in tables()} | NOT_OFFERED.keys() == described.keys()
    assert not {table.name for table in tables()} & NOT_OFFERED.keys()


def test_the_columns_told_of_are_those_of_the_table_and_of_its_kinds(described):
    for table in tables():
        there = described[table.name]
        offered = {column.name: column.kind for column in table.columns}
        assert offered == {name: kind for name, kind in there.items() if name not in table.left_out}, table.name
        assert set(table.left_out) <= there.keys(), table.name


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_every_column_has_words_and_no_measure_has_two_wordings(table):
    for column in table.columns:
        is_measure = column.name in MEASURES and column.kind in NUMBERS
        known = is_measure or column.name in DIMENSIONS or column.name.removesuffix("_code") in DIMENSIONS
        assert column.about or known, f"{table.name}.{column.name} has no words"
        if is_measure and (table.name, column.name) not in MEANS_SOMETHING_ELSE:
            assert not column.about, f"{table.name}.{column.name} is told of twice"


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_a_table_is_told_of_in_whole_sentences_and_says_how_to_ask_it_at_a_day(table):
    assert table.about.endswith(".")
    assert table.label
    assert table.one_row_per
    names = {column.name for column in table.columns}
    if {"from_on", "to_on"} <= names and table.name != "in_force":
        assert "from_on <= D and to_on > D" in table.about


def test_no_rate_is_offered_that_somebody_could_average():
    assert not [(t.name, c.name) for t in tables() for c in t.columns if c.name.endswith("_share")]


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_what_codes_mean_stands_behind_what_the_column_is(table):
    """Words first, then "code (what it means)": never a code alone, never a code first."""
    for column in table.columns:
        assert not re.match(r"[a-z_]+( \(| =|,)", column.about), f"{table.name}.{column.name} begins with a code"
        if re.search(r"\b[a-z_]{3,} \(", listed := column.about.partition(":")[2]):
            alone = [part for part in re.sub(r"\([^)]*\)", "()", listed).rstrip(".").split(", ") if re.fullmatch(r"\s*[a-z_]{3,}\s*", part)]
            assert not [part for part in alone if part.isascii()], f"{table.name}.{column.name}: what {alone} mean is not said"


def test_words_said_for_every_table_are_words_of_some_table():
    shared = set(re.findall(r"(?m)^(\w+) =", (ROOM / SHARED).read_text(encoding="utf-8")))
    assert shared <= {column.name for table in tables() for column in table.columns}


def test_other_names_in_the_words_are_names_of_tables():
    names = {f"mart.{table.name}" for table in tables()}
    said = [(t.name, text) for t in tables() for text in (t.about, *(c.about for c in t.columns))]
    assert not [(table, name) for table, text in said for name in re.findall(r"mart\.\w+", text) if name not in names]


# --- whose rows


def seen(store: Store, table: Table, units: list[str]) -> pd.DataFrame:
    """What a viewer without benchmarks gets: of each row the units it names."""
    named = ", ".join(table.units) or "1 as n"
    statement = f"select {named} from mart.{table.name} where {table.seen()}"
    given = {name: value for name, value in {"units": units, "benchmarks": False}.items() if f"${name}" in statement}
    return store.read(statement, **given)


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_who_sees_every_unit_sees_every_row_who_sees_one_its_rows_who_sees_none_no_row_of_a_unit(table, store):
    every = store.read("select unit_code from mart.unit")["unit_code"].tolist()
    of_all = seen(store, table, every)
    assert len(of_all) == int(store.read(f"select count(*) as n from mart.{table.name}")["n"].iloc[0])
    assert len(seen(store, table, [])) == (0 if table.units or table.of else len(of_all))
    if table.units:
        one = every[4]
        assert len(seen(store, table, [one])) == int(of_all.isin([one]).any(axis=1).sum())


@pytest.fixture
def small():
    """Four units, one of which ended and is followed by another; a province."""
    with duckdb.connect() as db:
        db.execute("""
            create schema mart;
            create table mart.unit as select unnest(['A', 'B', 'C', 'D']) as unit_code;
            create table mart.province as select 'P' as unit_code;
            create table mart.unit_follows as from (values ('A', 'A'), ('B', 'B'), ('A', 'C')) t(unit_code, current_code);
            create table mart.target as from (values ('A', 1), ('P', 2), (null, 3)) t(unit_code, n);
            create table mart.conclusion as from (values ('A', 'k1'), ('B', 'k2'), ('SXD', 'k3'), (null, 'k4')) t(unit_code, conclusion_id);
            create table mart.finding as from (values ('A', 'B', 'f1'), ('B', 'B', 'f2')) t(unit_code, to_unit_code, finding_id);
            create table mart.remedy as from (values ('f1', 'r1'), ('f2', 'r2'), (null, 'r3')) t(finding_id, remedy_id);
            create table mart.progress as from (values ('k1', 'p1'), ('k3', 'p3')) t(conclusion_id, progress_id);
        """)
        yield db


def got(db: duckdb.DuckDBPyConnection, name: str, units: str, *, benchmarks: bool = True) -> list[object]:
    statement = f"select columns(*) from mart.{name} where {by_name(name).seen()}"
    given = {key: value for key, value in {"units": list(units), "benchmarks": benchmarks}.items() if f"${key}" in statement}
    return sorted(row[-1] for row in db.execute(statement, given).fetchall())


def test_the_province_s_own_rows_are_withheld_from_whom_they_would_tell_a_unit_s_part(small):
    assert got(small, "target", "A") == [1, 2]
    assert got(small, "target", "A", benchmarks=False) == [1]
    assert got(small, "target", "AB") == [1]
    assert got(small, "target", "ABC") == [1]
    assert got(small, "target", "ABCD", benchmarks=False) == [1, 2, 3]


def test_what_is_asked_of_nobody_that_reports_is_for_who_may_see_every_unit(small):
    assert got(small, "conclusion", "B") == ["k2"]
    assert got(small, "conclusion", "ABCD") == ["k1", "k2", "k3", "k4"]
    assert got(small, "progress", "A") == ["p1"]
    assert got(small, "progress", "ABCD") == ["p1", "p3"]


def test_a_finding_is_seen_where_it_was_found_by_who_was_asked_and_by_who_followed(small):
    assert got(small, "finding", "A") == ["f1"]
    assert got(small, "finding", "B") == ["f1", "f2"]
    assert got(small, "finding", "C") == ["f1"]
    assert got(small, "finding", "D") == []
    assert got(small, "remedy", "A") == ["r1"]
    assert got(small, "remedy", "D") == []


# --- what cannot be read


GOOD = 'label = "X"\nabout = "Y."\none_row_per = "Z"\nposition = 1\n'
BROKEN = [
    ("label = ", "x.toml: "),
    (GOOD.replace("position = 1\n", "") + "[columns]\na = 'DATE'", "x.toml: position: "),
    (GOOD + "colour = 1\n[columns]\na = 'DATE'", "x.toml: colour: "),
    (GOOD + "[columns]\na = { about = 'A' }", "x.toml: columns.a"),
    (GOOD + "units = ['b']\n[columns]\na = 'DATE'", "x.toml: units names 'b'"),
    (GOOD + "of = 'y.a'\n[columns]\na = 'DATE'", "x.toml: of = 'y.a'"),
]


@pytest.mark.parametrize(("text", "sentence"), BROKEN, ids=[sentence for _, sentence in BROKEN])
def test_a_description_that_cannot_be_read_says_which_and_why(text, sentence, tmp_path, monkeypatch):
    (tmp_path / SHARED).write_text('a = "A"', encoding="utf-8")
    (tmp_path / "x.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(documented, "ROOM", tmp_path)
    with pytest.raises(Unclear, match=re.escape(sentence)):
        tables.__wrapped__()
