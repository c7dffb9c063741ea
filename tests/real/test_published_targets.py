"""Twelve published rows of targets and results, sent as workbooks through the real intake, read on the pages with state and source.

Each row of soc_trang_targets/table.csv is what was printed, where, and how the page has to say it. No figure here is invented: what was
never published (results of four of the targets) has no result.
"""

import csv
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from data.definitions import Definitions
from data.intake import template
from data.intake.receive import Intake
from data.store.build import build
from data.store.reading import Scope, Store, current_version, open_store
from pages.parts import attained, formats
from queries import about, disbursement, targets
from tests.pages.conftest import Open, aimed, opened  # noqa: F401  the dashboard opened as its pages' tests open it
from tests.pages.test_frame import said

MILLION = 1_000_000
Row = dict[str, str]
with (Path(__file__).parent / "soc_trang_targets/table.csv").open(encoding="utf-8", newline="") as file:
    TABLE: list[Row] = list(csv.DictReader(file))
PUBLISHED = [row for row in TABLE if row["muc_hien_nay"]]
AIMS = [row for row in TABLE if row["ke_hoach"] and row["trang_thai"] != "preliminary" and row["chi_tieu"] != "KH-GIAINGAN"]
MONEY = [row for row in TABLE if row["chi_tieu"] in ("NSTW", "NSDP")]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, definitions: Definitions) -> Path:
    """A home with the published rows as workbooks: one decision on targets, one on capital, publications, and one report of the money."""
    place = tmp_path_factory.mktemp("published")
    with Intake(place / "home", definitions, "Người kiểm thử") as intake:
        for number, book in enumerate(_books(definitions)):
            path = place / f"{number}.xlsx"
            template.write(path, definitions, **book)
            received = intake.receive(path)
            assert received.outcome in ("accepted", "warned"), [str(p) for p in received.problems]
    build(place / "home", definitions)
    return place / "home"


def _books(definitions: Definitions) -> Iterator[dict[str, Any]]:
    receiving, province = definitions.settings.receiving.unit, definitions.settings.province.code
    decided = {"unit_code": receiving, "plan_year": 2024, "issued_on": date(2024, 1, 2), "effective_on": date(2024, 1, 2)}
    aims = [
        {"unit_code": province, "indicator_code": r["chi_tieu"], "breakdown": r["phan_to"], "planned": float(r["ke_hoach"])} for r in AIMS
    ]
    yield {"kind": "decision", "info": decided | {"decision_number": "35/KH-UBND"}, "rows": {"decision": None, "target_plan": aims}}
    key = {"component_code": "DA3-TDA1", "capital_type": "SN", "capital_year": 2024}
    plan = [{"unit_code": receiving} | key | {"fund_source": r["chi_tieu"], "assigned_vnd": int(r["mau_so"]) * MILLION} for r in MONEY]
    yield {"kind": "decision", "info": decided | {"decision_number": "01/QĐ"}, "rows": {"decision": plan, "target_plan": None}}
    spent = [key | {"fund_source": r["chi_tieu"], "disbursed_vnd": int(r["tu_so"]) * MILLION} for r in MONEY]
    info = {"unit_code": receiving, "round_code": "2024-DX1231", "cut_off_on": date(2024, 12, 31), "state": "final"}
    yield {"kind": "own", "info": info, "rows": {"plan": None, "disbursement": spent, "obstacles": None, "targets": None}}
    for r in PUBLISHED:
        day = date.fromisoformat(r["ngay_so_lieu"])
        told = {"decision_number": f"Công bố {day:%d/%m/%Y}", "plan_year": int(r["nam"]), "issued_on": day, "cut_off_on": day}
        line = {
            "indicator_code": r["chi_tieu"], "breakdown": r["phan_to"], "result": float(r["muc_hien_nay"]), "base": float(r["dau_ky"]),
            "source_text": r["nguon"],
        }  # fmt: skip
        yield {"kind": "publication", "info": told | {"unit_code": receiving, "state": r["trang_thai"]}, "rows": {"targets": [line]}}


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


@pytest.mark.parametrize("day", ["2024-12-31"])
def test_the_pages_say_the_twelve_rows(request: pytest.FixtureRequest, home: Path, day: str) -> None:
    open_: Callable[..., Any] = request.getfixturevalue("opened")
    drill = request.getfixturevalue("aimed")(home=home, nam="2024", ngay=day, chi_tieu="CT-NGHEO")
    page = open_("pages/targets/targets.py", home=home, nam="2024", ngay=day)
    money = open_("pages/progress/disbursement.py", home=home, nam="2024", ngay=day)
    for row in TABLE:
        where = money if row in MONEY else drill if row["chi_tieu"] == "CT-NGHEO" else page
        if row["phan_to"] == "KHMER":  # parts of the people stand apart, in a table
            line = next(line for line in _all(page).split("], [") if line.startswith("'Giảm hộ nghèo, Khmer'"))
            assert "'2,00', '—', 'điểm %'" in line and "chưa có kết quả" in line
        elif row["nam"] == "2024" and row["trang_thai"] != "preliminary":
            assert row["tren_man_hinh"] in _all(where), row
    assert "sơ bộ" in _all(drill) and "1,34" in _all(drill) and "lite.baomoi.com c51516980" in _all(drill)


def _all(app: Any) -> str:
    """Everything said on the page, with what stands in its charts and tables."""
    charts = " ".join(json.dumps(json.loads(chart.proto.spec), ensure_ascii=False) for chart in app.get("plotly_chart"))
    tables = " ".join(str(table.value.to_numpy().tolist()) for table in app.table)
    return " ".join([said(app), charts, tables])
