"""SQL that people write: what is refused and why, what comes back, and that no statement reaches what is not the viewer's."""

import datetime as dt
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.store import documented, sandbox
from data.store.reading import Scope, digest_of, pointed_to
from tests.data.store import sandboxed

ALL = Scope(units=("941", "942"))


@pytest.fixture(scope="module")
def store(samples_home: Path) -> Path:
    return samples_home / "stores" / str(pointed_to(samples_home)[0])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scoped")


@pytest.fixture
def ask(store: Path, folder: Path) -> Any:
    return lambda sql, scope=ALL, **given: sandbox.ask(store, scope, folder, sql, given)


def refused(asking: Any, sql: str, **given: Any) -> sandbox.Refused:
    with pytest.raises(sandbox.Refused) as raised:
        asking(sql, **given)
    return raised.value


# --- what is refused


def test_every_hostile_statement_is_refused_with_its_reason(store: Path, folder: Path, tmp_path: Path) -> None:
    copy = sandbox.scoped(store, ALL, folder)
    before, there = (digest_of(store), digest_of(copy)), sandboxed.everything(folder, store.parent, Path(tempfile.gettempdir()) / "out")
    listed = sandboxed.hostile()
    assert len(listed) >= 300
    told = sandboxed.asked_at_once(copy, [sql for _, sql in listed], tmp_path)
    wrong = [(sql, code, answer[:2]) for (code, sql), answer in zip(listed, told["answers"], strict=True) if answer[0] != code]
    assert wrong == []
    assert all(answer[1] for answer in told["answers"]), "each says what it is about"
    assert (digest_of(store), digest_of(copy)) == before
    assert sandboxed.everything(folder, store.parent, Path(tempfile.gettempdir()) / "out", tmp_path) == there


UNGATED = [
    "insert into mart.unit select * from mart.unit", "create table mart.mine as select 1", "drop table mart.money",
    "copy (select 1) to 'written.csv'", "copy mart.unit to '/tmp/written.parquet'", "export database 'written'",
    "from read_text('/etc/passwd')", "from read_blob('/proc/self/environ')", "from glob('/*')", "select * from '/etc/passwd'",
    "attach '/tmp/written.duckdb' as x", "attach 'md:'", "install httpfs", "load httpfs", "set memory_limit = '100GB'",
    "set global enable_external_access = true", "reset memory_limit", "set temp_directory = '/tmp'", "set lock_configuration = false",
    "create persistent secret s (type http)", "call enable_logging(storage = 'file')",
]  # fmt: skip


def test_behind_the_gate_the_engine_and_the_system_refuse_the_same(store: Path, folder: Path, tmp_path: Path) -> None:
    """The gate says why; the boundary would hold without it."""
    copy = sandbox.scoped(store, ALL, folder)
    before = digest_of(copy)
    told = sandboxed.asked_at_once(copy, UNGATED, tmp_path, ungated=True)
    assert [(sql, answer) for sql, answer in zip(UNGATED, told["answers"], strict=True) if answer[0] == "answered"] == []
    assert told["outside"] == {"file": "OSError", "new file": "OSError", "socket": "OSError"}
    assert digest_of(copy) == before
    assert list(tmp_path.iterdir()) == []


def test_a_refusal_says_where_in_letters_not_bytes(ask: Any) -> None:
    assert (refused(ask, "select 'ế', version()").code, refused(ask, "select 'ế', version()").place) == ("function", 12)
    assert (refused(ask, "select 'ế' from mart.khác").what, refused(ask, "select 'ế'\nfrom mart.khác").place) == ("mart.khác", 16)


def test_an_error_of_the_engine_says_what_and_where(ask: Any) -> None:
    unknown = refused(ask, "select 'ế' as x,\n  planed_vnd from mart.money")
    assert (unknown.code, unknown.place) == ("failed", 19)
    assert unknown.kind["error_subtype"] == "COLUMN_NOT_FOUND"
    assert unknown.kind["name"] == "planed_vnd"
    assert "planned_vnd" in unknown.kind["candidates"]
    late = refused(ask, "select submission_id, received_at,\n submission_id::int from mart.submission; -- ; the end")
    assert (late.code, late.kind["exception_type"]) == ("failed", "Conversion")
    written = refused(ask, "selec 1")
    assert (written.code, written.place, written.kind["exception_type"]) == ("failed", 0, "Parser")


def test_no_error_names_the_file_that_is_asked(ask: Any, store: Path) -> None:
    said = refused(ask, "select 1::mart.nothing")
    assert "store" in said.what
    assert store.stem not in said.what + str(said.kind)


def test_too_long_or_unsound_texts_are_not_asked(ask: Any) -> None:
    assert refused(ask, "select 1 " + " " * 20_000).code == "long"
    assert refused(ask, "select '\ud800'").code == "text"
    assert refused(ask, "select $x", x=["a" * 1000] * 1000).code == "long"
    assert refused(ask, "select '\0'", x=1).code in ("failed", "parameter")


def test_what_is_nested_too_deeply_is_refused_in_words(store: Path, folder: Path, tmp_path: Path) -> None:
    told = sandboxed.asked_at_once(sandbox.scoped(store, ALL, folder), list(sandboxed.NESTED.values()), tmp_path)
    assert [answer[0] for answer in told["answers"]] == ["failed"] * len(sandboxed.NESTED)
    assert all("depth" in answer[1] for answer in told["answers"])


def test_every_function_offered_is_one_that_the_engine_has() -> None:
    known = {name for (name,) in duckdb.connect().execute("select distinct function_name from duckdb_functions()").fetchall()}
    assert set(sandbox.functions()) - known == set()
    assert not {name for name in sandbox.functions() if name.startswith(("read_", "duckdb_", "pg_", "current_s", "pragma", "json_exec"))}


# --- what comes back


def test_figures_come_back_exact(ask: Any) -> None:
    answer = ask(
        """select 9007199254740993 as odd, 170141183460469231731687303715884105727 as huge, 0.10::decimal(18, 2) as exact,
        date '2024-06-15' as day, timestamp '2024-06-15 07:00:00.123456' as moment, timestamptz '2024-06-15 00:00:00+00' as there,
        interval '1 month 3 days' as span, [1.5::decimal(3, 1), null] as list, {'a': 'x'} as struct, 'a'::blob as blob,
        timestamp_ns '2024-06-15 00:00:00.123456789' as fine, date '0044-03-15 (BC)' as ides, true as yes, null as nothing, 'ế' as text;"""
    )
    assert answer.rows == [[
        9007199254740993, 170141183460469231731687303715884105727, Decimal("0.10"), dt.date(2024, 6, 15),
        dt.datetime(2024, 6, 15, 7, 0, 0, 123456), dt.datetime(2024, 6, 15, 7, tzinfo=dt.timezone(dt.timedelta(hours=7))),
        "1 month 3 days", "[1.5, NULL]", "{'a': x}", "a", "2024-06-15 00:00:00.123456789", "0044-03-15 (BC)", True, None, "ế",
    ]]  # fmt: skip
    assert answer.kinds[:4] == ["BIGINT", "HUGEINT", "DECIMAL(18,2)", "DATE"]
    assert not answer.is_cut


def test_the_order_asked_for_stays_where_values_come_as_text(ask: Any) -> None:
    answer = ask("select submission_id, received_at from mart.submission order by received_at desc, submission_id; -- a; b")
    moments = [row[1] for row in answer.rows]
    assert len(moments) > 10
    assert moments == sorted(moments, reverse=True)


def test_parameters_are_bound_by_name(ask: Any) -> None:
    given = {"nam": 2024, "ngay": dt.date(2024, 6, 15), "don_vi": ["941"], "ten": "x' or true --", "ty": 0.5, "khong": None}
    answer = ask("select $nam + 1, $ngay, $ten, $ty, $khong, (select count(*) from mart.unit where unit_code in $don_vi)", **given)
    assert answer.rows == [[2025, dt.date(2024, 6, 15), "x' or true --", 0.5, None, 1]]
    assert (refused(ask, "select $nam").code, refused(ask, "select $nam").what) == ("parameter", "nam")
    assert refused(ask, "select 1", nam=2024).what == "nam"


def test_more_rows_than_offered_are_cut_and_said(ask: Any) -> None:
    answer = ask("select range from range(10001)")
    assert (len(answer.rows), answer.is_cut) == (10_000, True)
    assert not ask("select range from range(10000)").is_cut
    long = ask("select repeat('ế', 20000)")
    assert (len(long.rows[0][0]), long.rows[0][0][-1], long.is_shortened, long.is_cut) == (10_001, "…", True, False)
    wide = ask("select repeat('a', 9000) from range(10000)")
    assert wide.is_cut
    assert 0 < len(wide.rows) < 1000
    assert refused(ask, f"select {', '.join(['1'] * 501)}").code == "columns"


ORDINARY = [
    "from mart.money select plan_year, sum(planned_vnd) group by all order by all",
    "with m as (select * from mart.money), n as (select * from m) select count(*) from n join m using (unit_code) limit 1",
    "with recursive d(n) as (select 1 union all select n + 1 from d where n < 5) select list(n) from d",
    "pivot mart.money on plan_year in (2023, 2024) using sum(planned_vnd) group by unit_code",
    "select unit_code, rank() over (order by sum(planned_vnd) desc) from mart.money group by 1 qualify rank() over (order by 1) < 3",
    "select coalesce(nullif(trim(upper(unit_code)), ''), '—'), unit_code collate vi from mart.unit where unit_code like '94%' order by all",
    "select extract(year from to_on), to_on at time zone 'UTC', current_date, date_trunc('month', from_on) from mart.money limit 1",
    "select distinct on (unit_code) * exclude (to_on) from mart.money union all by name select * from mart.money limit 3",
    "values (1), (2)", "table mart.unit", "(select 1) union (select 2);",
    "select [x * 2 for x in range(3)], list_transform([1], lambda x: x + 1)",
    "select unit_code from mart.unit u where exists (select 1 from mart.money m where m.unit_code = u.unit_code) -- ;",
]  # fmt: skip


def test_ordinary_statements_are_answered(store: Path, folder: Path, tmp_path: Path) -> None:
    told = sandboxed.asked_at_once(sandbox.scoped(store, ALL, folder), ORDINARY, tmp_path)
    assert [(sql, answer) for sql, answer in zip(ORDINARY, told["answers"], strict=True) if answer[0] != "answered"] == []


def test_every_documented_table_and_column_can_be_asked(store: Path, folder: Path, tmp_path: Path) -> None:
    statements = [f"select {', '.join(c.name for c in table.columns)} from mart.{table.name} limit 1" for table in documented.tables()]
    assert len(statements) > 20
    told = sandboxed.asked_at_once(sandbox.scoped(store, ALL, folder), statements, tmp_path)
    assert {answer[0] for answer in told["answers"]} == {"answered"}
