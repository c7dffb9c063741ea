"""What holds for any reports: any partition of units sums to the whole, and the order of arrival decides nothing but versions."""

import datetime as dt
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from data.intake.receive import Intake
from data.store.build import build
from data.store.reading import Scope, Store, current_version, open_store
from queries import disbursement
from tests.data.intake.bad.sheets import INFO, PLAN, SPENT, decision, good, put, xlsx
from tests.data.intake.grids import definitions

START = datetime(2024, 7, 20, 2, tzinfo=UTC)
DAY = dt.date(2024, 7, 14)
UNITS = ("943", "944", "945", "946", "SYT")
TIMES = (
    "received_at",
    "first_accepted_at",
    "built_at",
    "is_late",
    "first_sent_at",
    "taken_at",
    "received_on",
    "late_day_count",
    "accepted_at",
    "returned_at",
    "store_version",
    "figures_version",
    "entry",
)  # what may differ: when it came


def reports(folder: Path, seed: int) -> list[Path]:
    """A decision and two rounds of reports of five units, with invented figures; some lines have none."""
    chance = random.Random(seed)
    files = [xlsx(folder / "decision.xlsx", decision())]
    for unit in UNITS:
        spent = {row: chance.randrange(1, 50) for row in range(5, 12)}
        for code in ("2024-T06", "2024-T07"):
            spent = {row: value + chance.randrange(0, 9) / 8 for row, value in spent.items()}
            figures: dict[str, Any] = {f"{SPENT}!F{row}": value if chance.random() > 0.2 else None for row, value in spent.items()}
            about = {f"{INFO}!B2": unit, f"{INFO}!B3": code, f"{INFO}!B4": definitions().rounds[code].cut_off_on}
            plan = {f"{PLAN}!F{row}": 60 + chance.randrange(0, 3000) for row in range(5, 12)}
            files.append(xlsx(folder / f"{unit}-{code}.xlsx", put(good(), figures | about | plan)))
    return files


def received(home: Path, files: list[Path], build_every: int = 0) -> Store:
    with_times = [(path, START + timedelta(minutes=n)) for n, path in enumerate(files)]
    for n in range(0, len(files), build_every or len(files)):
        with Intake(home, definitions(), "Người kiểm thử") as intake:
            for path, at in with_times[n : n + (build_every or len(files))]:
                assert intake.receive(path, at).outcome in ("accepted", "warned")
        build(home, definitions())
    return open_store(home, str(current_version(home)))


def contents(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every table of the marts, ordered, without what depends on when something came."""
    tables = store.read("select table_name from information_schema.tables where table_schema = 'mart' order by all")["table_name"]
    found = {}
    for table in tables:
        columns = store.read(
            "select column_name from information_schema.columns where table_schema = 'mart' and table_name = $name", name=table
        )
        kept = ", ".join(f"{c}::varchar as {c}" for c in columns["column_name"] if c not in TIMES)
        rows = store.read(f"select {kept} from mart.{table} order by all").fillna("").astype(str)
        found[table] = [tuple(row) for row in rows.itertuples(index=False)]
    return found


@pytest.fixture(scope="module", params=[1, 2])
def sent(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Path], Store]:
    folder = tmp_path_factory.mktemp("sent")
    files = reports(folder, request.param)
    return files, received(folder / "home", files)


@pytest.mark.parametrize("seed", range(2))
def test_reports_of_different_units_and_rounds_in_any_order_give_the_same_store(sent, seed, tmp_path):
    files, store = sent
    shuffled = random.Random(seed).sample(files, len(files))
    other = contents(received(tmp_path / "home", shuffled, build_every=(0, 4)[seed % 2]))
    expected = contents(store)
    assert set(other) == set(expected)
    for table, rows in expected.items():
        assert other[table] == rows, table


def test_of_two_versions_of_one_report_the_later_received_stands(sent, tmp_path):
    files, store = sent
    corrected = xlsx(tmp_path / "corrected.xlsx", put(good(), {f"{INFO}!B3": "2024-T07", f"{INFO}!B4": DAY, f"{SPENT}!F5": 77}))
    first = next(path for path in files if path.name == "943-2024-T07.xlsx")
    line = "unit_code = '943' and component_code = 'DA2' and fund_source = 'NSTW'"
    figures = f"select disbursed_vnd from mart.money where {line} and from_on <= $on and to_on > $on"
    later = received(tmp_path / "later", [*files, corrected])
    assert list(later.read(figures, on=DAY)["disbursed_vnd"]) == [77_000_000]
    earlier = received(tmp_path / "earlier", [corrected, *files])
    assert [str(v) for v in earlier.read(figures, on=DAY)["disbursed_vnd"]] == [
        str(v) for v in store.read(figures, on=DAY)["disbursed_vnd"]
    ]
    assert first in files


@pytest.mark.parametrize("seed", range(20))
def test_any_partition_of_units_sums_to_the_whole(sent, seed):
    _, store = sent
    chance = random.Random(seed)
    groups: dict[int, list[str]] = {}
    for unit in UNITS:
        groups.setdefault(chance.randrange(3), []).append(unit)
    fields = ["planned_vnd", "disbursed_vnd", "compared_planned_vnd", "unreported_planned_vnd", "remaining_vnd"]
    for carried_over in (False, True):
        whole, *parts = (
            disbursement.total(store, Scope(tuple(units)), plan_year=2024, on=DAY)
            .set_index("is_carried_over")
            .loc[carried_over, fields]
            .fillna(0)
            for units in (UNITS, *groups.values())
        )
        assert [int(sum(part[f] for part in parts)) for f in fields] == [int(whole[f]) for f in fields]


def test_every_way_to_cut_the_money_sums_to_the_same(sent):
    _, store = sent
    whole = disbursement.total(store, Scope(UNITS), plan_year=2024, on=DAY).set_index("is_carried_over").loc[False]
    for question in (
        disbursement.by_unit,
        disbursement.by_component,
        disbursement.by_fund_source,
        disbursement.by_capital_type,
        disbursement.by_project,
    ):
        rows = question(store, Scope(UNITS), plan_year=2024, on=DAY)
        for field in ("planned_vnd", "disbursed_vnd"):
            assert int(rows[field].fillna(0).sum()) == int(whole[field]), question.__name__
