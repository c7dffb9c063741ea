"""What the sample units report of their indicators: nothing falls but where told, every outcome occurs, figures come in three states."""

from collections import defaultdict
from datetime import date

import pytest

from data.definitions import Definitions
from data.samples import aims
from tests.data.samples.reading import ALL, Read, asking, level, targets_at

Reports = dict[tuple[str, str], Read]


@pytest.fixture(scope="module")
def story_of_targets(definitions: Definitions) -> aims.Aims:
    return aims.load(definitions)


def test_what_counts_up_never_falls_but_where_it_is_told(reports: Reports, definitions: Definitions, story_of_targets: aims.Aims) -> None:
    fell, compared = set(), 0
    for year in (2022, 2023, 2024):
        last: dict[tuple[str, str, str], float] = {}
        for code in asking(definitions, year):
            for unit in [u for c, u in reports if c == code]:
                for key, row in reports[code, unit].indicators().items():
                    if key[0].startswith("CT-NGHEO"):
                        continue
                    amount = row["Tử số"] if row["Tử số"] != "" else row["Thực hiện đến kỳ"]
                    compared += (unit, *key) in last
                    if amount < last.get((unit, *key), 0):
                        fell.add((code, unit, key[0]))
                    last[unit, *key] = amount
    assert fell == {(t.round_code, u, t.indicator_code) for t in story_of_targets.tale if t.kind == "falls" for u in t.units}
    assert compared > 2_000


def test_whole_numbers_and_parts_within_their_whole(reports: Reports) -> None:
    parts = 0
    for book in reports.values():
        rows = book.indicators()
        for (code, part), row in rows.items():
            for heading in ("Thực hiện đến kỳ", "Tử số", "Mẫu số", "Tử số đầu kỳ", "Mẫu số đầu kỳ"):
                if row[heading] != "":
                    assert row[heading] == int(row[heading]) >= 0
                    assert part == ALL or row[heading] <= rows[code, ALL][heading]
            assert row["Tử số"] == "" or row["Tử số"] <= row["Mẫu số"]
            parts += part != ALL
    assert parts > 2_000


def test_every_outcome_occurs(books: list[Read], reports: Reports, definitions: Definitions) -> None:
    measured = {i.code: i for i in definitions.indicators}
    end, autumn = targets_at(books, 2024, date(2024, 12, 31)), targets_at(books, 2024, date(2024, 9, 14))
    seen: dict[str, int] = defaultdict(int)
    for unit in sorted({unit for code, unit in reports if code == "2024-DX1231"}):
        told = reports["2024-DX1231", unit].indicators()
        for (code, part), row in told.items():
            standing = measured[code].standing_target if part == ALL else None
            target = end.get((unit, code, part), standing)
            share = level(row) / target if target else None
            seen[
                "no_target"
                if target is None
                else "zero"
                if share is None
                else "exceeded"
                if share > 1
                else "reached"
                if share == 1
                else "missed"
            ] += 1
        seen["no_result"] += sum((code, part) not in told for (of, code, part) in end if of == unit)
    for (code, unit), book in reports.items():
        if code == "2024-T09":
            of = [(row, autumn.get((unit, *key))) for key, row in book.indicators().items()]
            seen["at_risk"] += sum(bool(target) and level(row) / float(target or 1) < 0.75 * 258 / 366 for row, target in of)
    assert set(seen) == {"no_target", "zero", "exceeded", "reached", "missed", "no_result", "at_risk"}
    assert min(seen.values()) >= 1
    assert min(seen[s] for s in ("no_target", "exceeded", "reached", "missed", "at_risk")) >= 10


def test_attendances_are_more_than_persons(reports: Reports) -> None:
    compared = 0
    for (code, _), book in reports.items():
        rows = book.indicators()
        if code.endswith("DX1231") and ("DA7-LUOT", ALL) in rows:
            assert rows["DA7-LUOT", ALL]["Thực hiện đến kỳ"] > rows["DA7-CANBO", ALL]["Tử số"] > 0
            compared += 1
    assert compared == 36


def test_a_report_has_the_sheet_of_indicators_where_its_round_asks_for_it_but_where_it_is_told(
    reports: Reports, definitions: Definitions, story_of_targets: aims.Aims
) -> None:
    missing = {(t.round_code, u) for t in story_of_targets.tale if t.kind == "no_sheet" for u in t.units}
    assert missing
    without = {key for key, book in reports.items() if "targets" in definitions.rounds[key[0]].forms and "Chỉ tiêu" not in book.tables}
    assert without == missing
    assert not [key for key, book in reports.items() if "targets" not in definitions.rounds[key[0]].forms and "Chỉ tiêu" in book.tables]
    assert all(book.tables["Chỉ tiêu"] for book in reports.values() if "Chỉ tiêu" in book.tables)


def test_nobody_reports_what_the_product_counts_itself(reports: Reports, definitions: Definitions) -> None:
    told = {code for book in reports.values() for code, _ in book.indicators()}
    assert told == {i.code for i in definitions.indicators if i.result_from == "form"}


def test_figures_come_in_three_states(books: list[Read], reports: Reports) -> None:
    sent = [(b.round, b.unit, b.state) for b in books if b.own_round and b.state != "Chính thức"]
    assert {(c, u) for c, u, state in sent if state == "Ước"} == {("2024-T09", u) for u in ("943", "947", "SLDTBXH")}
    early = [b for b in books if b.own_round == "2024-DX1231" and b.state == "Sơ bộ"]
    assert {b.unit for b in early} == {"943", "947"}
    for book in early:
        final = reports["2024-DX1231", book.unit]
        assert book.sample.received_at < final.sample.received_at
        assert book.indicators()["CT-NGHEO", ALL]["Tử số"] != final.indicators()["CT-NGHEO", ALL]["Tử số"]
    for book in [b for b in books if b.own_round == "2024-T09" and b.state == "Ước"]:
        now = reports["2024-T09", book.unit]
        assert sum(book.amounts("Giải ngân", "Giải ngân lũy kế đến ngày chốt").values()) > sum(
            now.amounts("Giải ngân", "Giải ngân lũy kế đến ngày chốt").values()
        )
        assert book.indicators()["DA7-LOP", ALL]["Thực hiện đến kỳ"] > now.indicators()["DA7-LOP", ALL]["Thực hiện đến kỳ"]


def test_a_unit_without_an_assigned_target_may_write_its_own(books: list[Read], reports: Reports) -> None:
    own = [(book, *key) for book in reports.values() for key, row in book.indicators().items() if row["Kế hoạch năm"] != ""]
    assert {(book.unit, code, part) for book, code, part in own} == {("949", "DA7-DOT", ALL)}
    assert ("949", "DA7-DOT", ALL) not in targets_at(books, 2024, date(2024, 12, 31))
