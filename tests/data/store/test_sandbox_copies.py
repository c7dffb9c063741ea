"""The copies that written SQL is asked of: the viewer's rows and no others, made once, whole or not at all."""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import duckdb
import pytest

from data.store import documented, sandbox
from data.store.reading import Scope, digest_of, open_store, pointed_to
from data.store.sandbox import copies
from tests.data.store import sandboxed

ONE = Scope(units=("943",), benchmarks=False)
KEYS = ("_code", "_id", "kind", "status", "submission", "fund_source", "capital_type")  # columns that tables are joined by


@pytest.fixture(scope="module")
def store(samples_home: Path) -> Path:
    return samples_home / "stores" / str(pointed_to(samples_home)[0])


# --- what is in it


@pytest.fixture(scope="module")
def planted(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store with a canary in every text of every documented row that is somebody's: "canary<941>"."""
    path = tmp_path_factory.mktemp("planted") / "mart-00001.duckdb"
    shutil.copyfile(store, path)
    with duckdb.connect(str(path)) as db:
        for table in documented.tables():
            if db.execute("select 1 from duckdb_views() where schema_name = 'mart' and view_name = ?", [table.name]).fetchone():
                db.execute(f"create table mart.made as from mart.{table.name}")
                db.execute(f"drop view mart.{table.name}")
                db.execute(f"alter table mart.made rename to {table.name}")
        for table in documented.tables():
            owner = _owner(table)
            texts = [c.name for c in table.columns if c.kind == "VARCHAR" and not c.name.endswith(KEYS) and c.name not in table.units]
            if owner and texts:
                said = ", ".join(f"{text} = coalesce({text}, '') || ' canary<' || ({owner}) || '>'" for text in texts)
                db.execute(f"update mart.{table.name} set {said} where ({owner}) <> ''")
    return path


def _owner(table: documented.Table) -> str:
    """SQL: whose a row is, by its own columns, or by those of the row it belongs to."""
    if table.of:
        above, _, column = table.of.partition(".")
        named = next(other for other in documented.tables() if other.name == above)
        return f"select max({_owner(named)}) from mart.{above} where {above}.{column} = {table.name}.{column}"
    return " || '|' || ".join(f"coalesce({unit}, '')" for unit in table.units)


def test_a_viewer_of_one_district_finds_no_other_districts_canary(planted: Path, tmp_path: Path) -> None:
    copy = sandbox.scoped(planted, ONE, tmp_path / "scoped")
    tables = [f"mart.{table.name}" for table in documented.tables()]
    every = [f"select unnest(regexp_extract_all(t::varchar, 'canary<[^>]*>')) from {table} t" for table in tables]
    told = sandboxed.asked_at_once(copy, every + [sql for _, sql in sandboxed.hostile()], tmp_path)
    found = {name for answer in told["answers"] for name in _canaries(json.dumps(answer).encode())}
    assert found
    assert [name for name in found if "943" not in name] == []


def test_not_a_byte_of_another_district_is_in_the_file(planted: Path, tmp_path: Path) -> None:
    found = _canaries(sandbox.scoped(planted, ONE, tmp_path).read_bytes())
    assert found
    assert [name for name in found if "943" not in name] == []
    assert {name for name in _canaries(planted.read_bytes()) if "943" not in name}, "the whole store has them, legible"


def _canaries(content: bytes) -> set[str]:
    return {found.decode() for found in re.findall(rb"canary<([A-Z0-9|]+)>", content)}


def test_a_viewer_of_nothing_sees_only_what_is_everybodys(planted: Path, tmp_path: Path) -> None:
    copy = sandbox.scoped(planted, Scope(units=(), benchmarks=False), tmp_path)
    with duckdb.connect(str(copy), read_only=True) as db:
        for table in documented.tables():
            rows = db.execute(f"select count(*) from mart.{table.name}").fetchall()[0][0]
            assert bool(rows) is False or not (table.units or table.of), table.name


def test_a_viewer_of_every_unit_sees_every_row(store: Path, tmp_path: Path) -> None:
    reader = open_store(store.parents[1], store.name)
    units = tuple(reader.read("select unit_code from mart.unit")["unit_code"])
    whole = {t.name: int(reader.read(f"select count(*) as n from mart.{t.name}")["n"][0]) for t in documented.tables()}
    with duckdb.connect(str(sandbox.scoped(store, Scope(units), tmp_path)), read_only=True) as db:
        assert {t.name: db.execute(f"select count(*) from mart.{t.name}").fetchall()[0][0] for t in documented.tables()} == whole
        assert db.execute("select distinct schema_name from duckdb_tables()").fetchall() == [("mart",)]


# --- how it is made


def test_a_copy_is_made_once_for_a_store_and_a_scope(store: Path, tmp_path: Path) -> None:
    before = digest_of(store)
    first = sandbox.scoped(store, ONE, tmp_path)
    made = first.stat().st_ino
    assert sandbox.scoped(store, Scope(units=("943",), benchmarks=False), tmp_path) == first
    assert first.stat().st_ino == made
    other = sandbox.scoped(store, Scope(units=("943",), benchmarks=True), tmp_path)
    assert other != first
    assert {path.name for path in tmp_path.iterdir()} == {first.name, other.name, "making.lock"}
    assert digest_of(store) == before


def test_viewers_who_come_at_once_get_one_copy(store: Path, tmp_path: Path) -> None:
    got: list[Path] = []
    asking = [threading.Thread(target=lambda: got.append(sandbox.scoped(store, ONE, tmp_path))) for _ in range(4)]
    for each in asking:
        each.start()
    for each in asking:
        each.join()
    assert len(got) == 4
    assert len(set(got)) == 1
    assert {path.name for path in tmp_path.iterdir()} == {got[0].name, "making.lock"}


def test_copies_that_nobody_asks_any_more_are_removed(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "KEEP", 2)
    made = []
    for n, unit in enumerate(("941", "942", "943")):
        made.append(sandbox.scoped(store, Scope(units=(unit,)), tmp_path))
        os.utime(made[-1], (1000 + n, 1000 + n))
    sandbox.scoped(store, Scope(units=("942",)), tmp_path)  # asked again just now
    newest = sandbox.scoped(store, Scope(units=("944",)), tmp_path)
    assert {path.name for path in tmp_path.glob("*.duckdb")} == {made[1].name, newest.name}


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b"x" * 40_000), lambda path: os.truncate(path, 12_288)])
def test_a_copy_that_is_gone_or_damaged_is_made_anew(store: Path, tmp_path: Path, harm: Callable[[Path], None]) -> None:
    asked = "select count(*), sum(planned_vnd) from mart.money"
    sound = sandbox.ask(store, ONE, tmp_path, asked, {}).rows
    harm(sandbox.scoped(store, ONE, tmp_path))
    assert sandbox.ask(store, ONE, tmp_path, asked, {}).rows == sound


@pytest.mark.soak
def test_a_killed_copying_leaves_nothing_that_is_asked(store: Path, tmp_path: Path, full_counts: bool) -> None:
    undisturbed = sandbox.ask(store, ONE, tmp_path / "calm", "select sum(planned_vnd) from mart.money", {}).rows
    code = (
        "import sys; from pathlib import Path; from data.store import sandbox; from data.store.reading import Scope\n"
        "sandbox.scoped(Path(sys.argv[1]), Scope(units=('943',)), Path(sys.argv[2]))"
    )
    chance = Random(5)
    for n in range(20 if full_counts else 1):
        folder = tmp_path / str(n)
        server = subprocess.Popen([sys.executable, "-c", code, str(store), str(folder)], cwd=Path(sandbox.__file__).parents[3])
        while not list(folder.glob(".making-*")):
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.2))
        server.kill()  # its copying goes on, and must not come into the way of the next
        server.wait()
        assert sandbox.ask(store, ONE, folder, "select sum(planned_vnd) from mart.money", {}).rows == undisturbed
        time.sleep(0.5 if full_counts else 0)
        assert len(list(folder.glob("*.duckdb"))) == 1


def test_where_there_is_no_room_the_viewer_is_told_and_nothing_is_left(store: Path, tmp_path: Path) -> None:
    """A disk that is full and a file that may not grow fail alike."""
    code = (
        "import resource, sys; from pathlib import Path; from data.store import sandbox; from data.store.reading import Scope\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try: sandbox.ask(Path(sys.argv[1]), Scope(units=('943',)), Path(sys.argv[2]), 'select 1', {})\n"
        "except sandbox.Refused as refused: print(refused.code)"
    )
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
    done = subprocess.run(
        [sys.executable, "-c", code, str(store), str(tmp_path)], cwd=Path(sandbox.__file__).parents[3], capture_output=True, check=True
    )
    assert done.stdout.strip() == b"copy"
    assert {path.name for path in tmp_path.iterdir()} == {"making.lock"}


def test_a_store_that_is_not_there_is_said(tmp_path: Path) -> None:
    (tmp_path / "mart-00001.duckdb").write_bytes(b"not a store")
    with pytest.raises(sandbox.Refused, match="copy"):
        sandbox.ask(tmp_path / "mart-00001.duckdb", ONE, tmp_path / "scoped", "select 1", {})
    with pytest.raises(sandbox.Refused, match="copy"):
        sandbox.ask(tmp_path / "mart-00002.duckdb", ONE, tmp_path / "scoped", "select 1", {})
