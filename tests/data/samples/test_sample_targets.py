"""What the samples assign and publish: the province's public targets and households hold exactly, and the units' add up to them."""

from datetime import date

import pytest

from data.definitions import Definitions
from tests.data.samples.reading import ALL, Read, targets_at

Reports = dict[tuple[str, str], Read]
CHANGED = {("942", "KH-HOCNGHE"), ("950", "KH-HOCNGHE")}
PUBLIC = {
    ("CT-NGHEO", ALL): 1, ("CT-NGHEO", "Khmer"): 2, ("KH-VIECLAM", ALL): 6_000, ("KH-XKLD", ALL): 60, ("KH-HOCNGHE", ALL): 3_500,
    ("KH-MOHINH", ALL): 15,
}  # fmt: skip


def test_the_public_targets_of_the_province_are_its_own_lines_and_nothing_else(books: list[Read]) -> None:
    plan = next(b for b in books if b.info.get("Số quyết định") == "35/KH-UBND")
    assert {(row["Mã chỉ tiêu"], row["Phân tổ"]): row["Kế hoạch năm"] for row in plan.tables["Giao chỉ tiêu"]} == PUBLIC
    assert {str(row["Mã đơn vị"]) for row in plan.tables["Giao chỉ tiêu"]} == {"94"}


@pytest.mark.parametrize("year", [2022, 2023, 2024])
def test_counts_assigned_to_units_add_up_to_the_provinces_target(year: int, books: list[Read], definitions: Definitions) -> None:
    targets = targets_at(books, year, date(year, 12, 31))
    counted = {i.code for i in definitions.indicators if i.value == "count"}
    own = {key[1]: value for key, value in targets.items() if key[0] == "94" and key[1] in counted}
    assert set(own) == {"KH-VIECLAM", "KH-XKLD", "KH-HOCNGHE", "KH-MOHINH"}
    for code, value in own.items():
        assert sum(v for (unit, c, part), v in targets.items() if unit != "94" and (c, part) == (code, ALL)) == value


def test_in_the_middle_of_the_year_two_lines_are_changed_and_the_sum_stays(books: list[Read]) -> None:
    before, after = targets_at(books, 2024, date(2024, 6, 30)), targets_at(books, 2024, date(2024, 7, 1))
    assert {key[:2] for key in after if before[key] != after[key]} == CHANGED
    assert sum(before.values()) == pytest.approx(sum(after.values()))


@pytest.mark.parametrize(("year", "on_site"), [(2022, 5), (2023, 5), (2024, 5)])
def test_every_district_is_monitored_on_site_or_through_reports(year: int, on_site: int, books: list[Read]) -> None:
    targets = targets_at(books, year, date(year, 12, 31))
    visited, read = ({key[0] for key in targets if key[1] == code} for code in ("DA7-THUCTE", "DA7-QUABC"))
    assert len(visited) == on_site
    assert (len(visited | read), visited & read) == (11, set())


@pytest.mark.parametrize(
    ("round_code", "state", "poor", "rate", "poor_before", "rate_before"),
    [
        ("2022-N", "Chính thức", 15_139, 4.54, 22_120, 6.64),
        ("2022-DX1231", "Chính thức", 15_139, 4.54, 22_120, 6.64),
        ("2023-DX1231", "Chính thức", 8_526, 2.54, 15_139, 4.54),
        ("2024-T12", "Sơ bộ", 4_484, 1.34, 8_526, 2.54),
        ("2024-DX1231", "Chính thức", 4_430, 1.32, 8_526, 2.54),
    ],
)
def test_poor_households_of_the_districts_add_up_to_the_published_number_and_rate(
    round_code: str, state: str, poor: int, rate: float, poor_before: int, rate_before: float, reports: Reports
) -> None:
    of = [b.indicators()["CT-NGHEO", ALL] for (code, _), b in reports.items() if code == round_code and ("CT-NGHEO", ALL) in b.indicators()]
    assert len(of) == 11
    assert {b.state for (code, unit), b in reports.items() if code == round_code and unit.isdigit()} == {state}
    sums = [sum(row[h] for row in of) for h in ("Tử số", "Mẫu số", "Tử số đầu kỳ", "Mẫu số đầu kỳ")]
    assert (sums[0], round(100 * sums[0] / sums[1], 2)) == (poor, rate)
    assert (sums[2], round(100 * sums[2] / sums[3], 2)) == (poor_before, rate_before)


def test_the_one_district_of_which_a_number_was_published_has_it(reports: Reports) -> None:
    rows = reports["2024-T12", "947"].indicators()
    everyone, khmer = rows["CT-NGHEO", ALL], rows["CT-NGHEO", "Khmer"]
    assert (everyone["Tử số"], round(100 * everyone["Tử số"] / everyone["Mẫu số"], 2)) == (298, 0.73)
    assert round(100 * khmer["Tử số"] / khmer["Mẫu số"], 1) == 1.2


def test_a_year_begins_where_the_last_one_ended(reports: Reports) -> None:
    compared = 0
    for before, now in (("2022-DX1231", "2023-DX1231"), ("2023-DX1231", "2024-DX1231")):
        for unit in [u for code, u in reports if code == now]:
            ended, began = reports[before, unit].indicators(), reports[now, unit].indicators()
            for key in [k for k in began if k[0].startswith("CT-NGHEO")]:
                assert [began[key][h] for h in ("Tử số đầu kỳ", "Mẫu số đầu kỳ")] == [ended[key][h] for h in ("Tử số", "Mẫu số")]
                compared += 1
    assert compared == 2 * 11 * 3


def test_what_was_published_stands_as_printed_with_its_source(books: list[Read]) -> None:
    made = [b for b in books if b.info["Loại báo cáo"] == "Số liệu công bố toàn tỉnh"]
    rows = {(b.info["Số liệu tính đến ngày"], b.state): b.tables["Chỉ tiêu"] for b in made}
    printed = {key: [(r["Mã chỉ tiêu"], r["Thực hiện đến kỳ"], r["Mức đầu kỳ"]) for r in of] for key, of in rows.items()}
    assert printed == {
        (date(2022, 12, 31), "Chính thức"): [("CT-NGHEO", 4.54, 6.64)],
        (date(2023, 12, 31), "Chính thức"): [("CT-NGHEO", 2.54, 4.54)],
        (date(2024, 12, 5), "Sơ bộ"): [("CT-NGHEO", 1.34, 2.54)],
        (date(2024, 12, 31), "Chính thức"): [("CT-NGHEO", 1.32, 2.54)],
    }
    assert "4.430 hộ" in rows[date(2024, 12, 31), "Chính thức"][0]["Nguồn"]
    assert {b.unit for b in made} == {"SLDTBXH"}
