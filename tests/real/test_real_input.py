"""Published tables sent through the real intake, each under definitions of its own: the rates come out as printed.

quang_nam_2014: Chương trình 135 (Dự án 2), Quảng Nam, 2014 — total row first, one line without disbursement.
soc_trang_2023: capital of 2022 and 2023 at 19/6/2023 — one unit, one component. Each folder's table.csv is the table as published.
"""

import csv
import datetime as dt
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from data.definitions import load
from data.intake.receive import Intake
from data.store.build import build
from data.store.reading import Scope, Store, current_version, open_store
from pages.parts import formats, words
from queries import disbursement
from tests.data.intake.bad.sheets import INFO, xlsx

HERE = Path(__file__).parent
LAST_DAY_2014, MID_2023 = dt.date(2014, 12, 31), dt.date(2023, 6, 19)


def table(name: str) -> list[dict[str, str]]:
    with (HERE / name / "table.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text: str) -> float | str | None:
    try:
        return float(text)
    except ValueError:
        return text or None


def store_of(home: Path, name: str, unit: str, round_code: str, day: dt.date, sheet: str, rows: list[list[Any]]) -> Store:
    """A home that received one report under the definitions of a published table."""
    definitions = load(HERE / name / "definitions")
    about = [["Loại báo cáo", "Báo cáo của đơn vị"], ["Đơn vị báo cáo", unit], ["Kỳ báo cáo", round_code], ["Số liệu tính đến ngày", day]]
    sent = xlsx(home / f"{name}.xlsx", {INFO: about, sheet: rows})
    with Intake(home, definitions, "Người kiểm thử") as intake:
        received = intake.receive(sent)
        assert received.outcome == "accepted", [str(p) for p in received.problems]
    build(home, definitions)
    return open_store(home, str(current_version(home)))


@pytest.fixture(scope="module")
def quang_nam(tmp_path_factory: pytest.TempPathFactory) -> Store:
    rows: list[list[Any]] = [
        ["KẾ HOẠCH VÀ GIẢI NGÂN CHƯƠNG TRÌNH 135"],
        ["Đơn vị tính: triệu đồng"],
        ["TT", "Nội dung", "Nguồn vốn", "Kế hoạch vốn", "Giải ngân", "Tỷ lệ (%)"],
    ]
    rows += [[number(v) for v in row.values()] for row in table("quang_nam_2014")]
    home = tmp_path_factory.mktemp("quang-nam")
    return store_of(home, "quang_nam_2014", "Ban Dân tộc", "2014-N", LAST_DAY_2014, "Kế hoạch và giải ngân", rows)


@pytest.fixture(scope="module")
def soc_trang(tmp_path_factory: pytest.TempPathFactory) -> Store:
    wanted = [row for row in table("soc_trang_2023") if row["nam_ke_hoach"] in ("2022", "2023")]
    rows: list[list[Any]] = [["Năm vốn", "Loại vốn", "Nguồn vốn", "Kế hoạch vốn (triệu đồng)", "Giải ngân (triệu đồng)", "Tỷ lệ %"]]
    for row in wanted:
        figures = [number(row[n]) for n in ("ke_hoach_trieu_dong", "giai_ngan_trieu_dong", "ty_le_in_pct")]
        rows.append([int(row["nam_ke_hoach"]), row["loai_von"], row["nguon"], *figures])
    home = tmp_path_factory.mktemp("soc-trang")
    return store_of(home, "soc_trang_2023", "Toàn tỉnh", "2023-DX0619", MID_2023, "Vốn theo năm", rows)


def test_the_rate_is_where_disbursed_is_known_and_the_rest_of_the_plan_is_told(quang_nam):
    found = disbursement.total(quang_nam, Scope(("BDT",)), plan_year=2014, on=LAST_DAY_2014)
    this_year = found[~found["is_carried_over"]].iloc[0]
    assert this_year["planned_vnd"] == 91_702_000_000
    assert this_year["disbursed_vnd"] == 83_554_900_000
    assert formats.share(this_year["disbursed_share"]) == "91,67%"
    said = " ".join(words.cautions(this_year))
    assert "552 triệu đồng kế hoạch chưa có số giải ngân" in said
    assert "ít nhất 91,12%" in said
    assert this_year["remaining_vnd"] == 91_150_000_000 - 83_554_900_000


def test_each_line_of_the_table_has_its_printed_rate_and_the_line_without_disbursement_has_none(quang_nam):
    found = disbursement.by_component(quang_nam, Scope(("BDT",)), plan_year=2014, on=LAST_DAY_2014).set_index("component_code")
    printed = dict(zip(("CSHT", "PTSX", "DTBD"), (row["ty_le_in_pct"] for row in table("quang_nam_2014")[1:4]), strict=True))
    for code, rate in printed.items():
        assert round(100 * found.loc[code, "disbursed_share"], 2) == pytest.approx(float(rate), abs=0.011), code
    assert formats.is_missing(found.loc["QLDH", "disbursed_share"])
    assert formats.is_missing(found.loc["QLDH", "disbursed_vnd"])
    assert found.loc["QLDH", "planned_vnd"] == 552_000_000


def test_the_total_row_is_checked_and_never_added(quang_nam):
    lines = quang_nam.read(
        "select line_kind, field, sum(amount_vnd)::bigint as sum_vnd from mart.source where amount_vnd is not null group by all"
    )
    sums = {(row.line_kind, row.field): row.sum_vnd for row in lines.itertuples()}
    totals = {kind for kind, _ in sums} - {"detail"}
    assert len(totals) == 1
    assert sums[totals.pop(), "assigned_vnd"] == sums["detail", "assigned_vnd"] == 91_702_000_000


def test_a_total_that_does_not_close_is_refused(tmp_path):
    rows = [["Đơn vị tính: triệu đồng"], ["TT", "Nội dung", "Nguồn vốn", "Kế hoạch vốn", "Giải ngân"]]
    rows += [[number(v) for v in list(row.values())[:5]] for row in table("quang_nam_2014")]
    rows[2][3] = 91_712.0
    with pytest.raises(AssertionError, match=r"ô D3: Dòng cộng không khớp: tìm thấy 91\.712\.000\.000"):
        store_of(tmp_path, "quang_nam_2014", "Ban Dân tộc", "2014-N", LAST_DAY_2014, "Kế hoạch và giải ngân", rows)


def test_the_four_published_rates_of_two_capital_years_come_out_as_printed(soc_trang):
    found = disbursement.by_capital(soc_trang, Scope(("TOANTINH",)), plan_year=2023, on=MID_2023).set_index(
        ["capital_year", "capital_type"]
    )
    assert len(found) == 4
    for row in table("soc_trang_2023")[:4]:
        type_ = {"Vốn đầu tư phát triển": "DTPT", "Vốn sự nghiệp": "SN"}[row["loai_von"]]
        line = found.loc[(int(row["nam_ke_hoach"]), type_)]
        assert line["planned_vnd"] == int(row["ke_hoach_trieu_dong"]) * 1_000_000
        assert line["disbursed_vnd"] == int(row["giai_ngan_trieu_dong"]) * 1_000_000
        assert formats.share(line["disbursed_share"]) == f"{float(row['ty_le_in_pct']):.2f}%".replace(".", ",")
        assert line["is_carried_over"] == (row["nam_ke_hoach"] == "2022")
    printed = [formats.share(found.loc[at, "disbursed_share"]) for at in ((2022, "DTPT"), (2022, "SN"), (2023, "DTPT"), (2023, "SN"))]
    assert printed == ["73,53%", "48,83%", "20,80%", "0,64%"]


def test_the_two_capital_years_stand_beside_each_other_and_are_not_mixed(soc_trang):
    found = disbursement.total(soc_trang, Scope(("TOANTINH",)), plan_year=2023, on=MID_2023).set_index("is_carried_over")
    assert Fraction(int(found.loc[False, "disbursed_vnd"]), int(found.loc[False, "planned_vnd"])) == Fraction(2441 + 436, 11733 + 68242)
    assert Fraction(int(found.loc[True, "disbursed_vnd"]), int(found.loc[True, "planned_vnd"])) == Fraction(11915 + 14739, 16205 + 30185)
