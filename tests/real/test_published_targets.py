"""Twelve published rows of targets and results (published.py) come out of the store as printed, with state and source."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from data.definitions import Definitions
from data.store.reading import Scope, Store, current_version, open_store
from pages.parts import attained, formats
from queries import about, disbursement, targets
from tests.real.published import AIMS, MONEY, PUBLISHED, TABLE, Row, made


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, definitions: Definitions) -> Path:
    return made(tmp_path_factory.mktemp("published"), definitions)


@pytest.fixture(scope="module")
def store(home: Path) -> Store:
    return open_store(home, str(current_version(home)))


@pytest.fixture(scope="module")
def everyone(store: Store) -> Scope:
    return Scope(tuple(about.units(store, Scope(()))["unit_code"]))


def _row(store: Store, everyone: Scope, row: Row) -> pd.Series:
    answer = targets.province(
        store, everyone, plan_year=int(row["nam"]), on=date.fromisoformat(row["ngay_so_lieu"]), indicator=row["chi_tieu"]
    )
    return answer[answer["breakdown"] == row["phan_to"]].iloc[0]


def test_the_table_has_its_twelve_rows() -> None:
    assert len(TABLE) == 12 and len(PUBLISHED) == 4 and len(AIMS) == 6


@pytest.mark.parametrize("row", [r for r in TABLE if r["danh_gia"]], ids=lambda r: f"{r['chi_tieu']}-{r['phan_to']}-{r['ngay_so_lieu']}")
def test_a_row_reads_as_it_was_published(store: Store, everyone: Scope, row: Row) -> None:
    found = _row(store, everyone, row)
    assert attained.pair(found) == row["tren_man_hinh"]
    assert found.status == row["danh_gia"]
    if row["muc_hien_nay"]:
        assert found.state == row["trang_thai"] and found.citation == row["nguon"]


@pytest.mark.parametrize("row", MONEY, ids=lambda r: r["chi_tieu"])
def test_the_money_by_source_reads_as_it_was_published(store: Store, everyone: Scope, row: Row) -> None:
    by_source = disbursement.by_fund_source(store, everyone, plan_year=2024, on=date(2024, 12, 31)).set_index("fund_source")
    assert formats.share(by_source.loc[row["chi_tieu"], "disbursed_share"]) == row["tren_man_hinh"]


def test_both_states_are_kept_and_the_best_is_named(store: Store, everyone: Scope) -> None:
    told = targets.rounds(store, everyone, plan_year=2024, on=date(2024, 12, 31), indicator="CT-NGHEO")
    assert list(told["state"]) == ["final", "preliminary"]
    assert list(told["is_best"]) == [True, False]
    assert [round(level, 2) for level in told["level"]] == [1.32, 1.34]
