"""Twelve published rows of targets and results as workbooks in a home of their own.

Each row of soc_trang_targets/table.csv is what was printed, where, and how the page has to say it. No figure here is invented: what was
never published (results of four of the targets) has no result.
"""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from data.definitions import Definitions
from data.intake import template
from data.intake.receive import Intake
from data.store.build import build

MILLION = 1_000_000
Row = dict[str, str]
with (Path(__file__).parent / "soc_trang_targets/table.csv").open(encoding="utf-8", newline="") as file:
    TABLE: list[Row] = list(csv.DictReader(file))
PUBLISHED = [row for row in TABLE if row["muc_hien_nay"]]
AIMS = [row for row in TABLE if row["ke_hoach"] and row["trang_thai"] != "preliminary" and row["chi_tieu"] != "KH-GIAINGAN"]
MONEY = [row for row in TABLE if row["chi_tieu"] in ("NSTW", "NSDP")]


def made(place: Path, definitions: Definitions) -> Path:
    """The home: it received one decision on targets, one on capital, the publications, and one report of the money."""
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
