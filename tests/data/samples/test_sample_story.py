"""What the samples tell beside the sums: who is late, missing, slow, or sends twice; and that they are the same each time."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from data import samples
from data.definitions import Definitions
from data.intake import template
from data.samples import story
from tests.data.samples.reading import Read, dong, plan_at, spent_in


def test_published_rounds_are_complete_and_in_time(books: list[Read], definitions: Definitions) -> None:
    for round_ in definitions.rounds.values():
        if round_.kind == "đột xuất":
            sent = [book for book in books if book.own_round == round_.code and book.state == "Chính thức"]
            assert sorted(book.unit for book in sent) == sorted(u.code for u in definitions.expected_units(round_))
            assert all(round_.cut_off_on < book.sample.received_at.date() <= round_.due_on for book in sent)


@pytest.mark.parametrize("year", [2022, 2023, 2024])
def test_each_year_one_report_is_missing_and_some_unit_sends_twice(year: int, books: list[Read], definitions: Definitions) -> None:
    rounds = [r for r in definitions.rounds.values() if r.plan_year == year]
    expected = {(r.code, u.code) for r in rounds for u in definitions.expected_units(r)}
    reports = [b for b in books if b.own_round in {r.code for r in rounds}]
    assert len(expected - {(b.round, b.unit) for b in reports}) == 1
    sent = [(b.round, b.unit) for b in reports if b.state == "Chính thức"]
    again = {pair for pair in sent if sent.count(pair) > 1}
    assert again
    for pair in again:
        first, second = [b for b in books if b.own_round == pair[0] and b.unit == pair[1]]
        assert second.sample.received_at > first.sample.received_at
        assert second.tables["Giải ngân"] != first.tables["Giải ngân"]
        assert second.tables.get("Chỉ tiêu") == first.tables.get("Chỉ tiêu")


def test_some_reports_are_late_but_not_by_more_than_a_month(books: list[Read], definitions: Definitions) -> None:
    days = [(b.sample.received_at.date() - definitions.rounds[b.round].due_on).days for b in books if b.own_round]
    assert 10 <= sum(1 for d in days if d > 0) <= 60
    assert max(days) <= 40


def test_samples_come_in_the_order_of_their_receipt_and_in_office_hours(books: list[Read]) -> None:
    times = [book.sample.received_at for book in books]
    assert times == sorted(times)
    assert all(t.utcoffset() == timedelta(0) and 1 <= t.hour <= 9 and t.weekday() < 5 for t in times)


def test_units_differ_and_the_slow_component_is_the_slowest(books: list[Read], reports: dict[tuple[str, str], Read]) -> None:
    plan = {key: a for key, a in plan_at(books, 2024, date(2024, 11, 15)).items() if key[4] == 2024}
    spent = spent_in(reports, "2024-DX1115")

    def shares(part: int) -> dict[Any, float]:
        return {
            name: sum(spent[k] for k in plan if k[part] == name) / sum(a for k, a in plan.items() if k[part] == name)
            for name in {k[part] for k in plan}
        }

    by_unit, by_component = shares(0), shares(1)
    assert 3 <= sum(1 for share in by_unit.values() if share < 0.4) <= 5
    assert sum(1 for share in by_unit.values() if share > 0.8) >= 2
    assert min(by_component, key=lambda c: by_component[c]) == "DA4-TDA1"


def test_obstacles_name_a_known_cause_and_money_that_waits(books: list[Read], definitions: Definitions) -> None:
    causes = {c.name for c in definitions.programme.cause}
    rows = [(book, row) for book in books for row in book.tables.get("Khó khăn, vướng mắc", [])]
    assert len(rows) > 100
    assert {row["Nguyên nhân"] for _, row in rows} <= causes
    for book, row in rows:
        assert len(book.tables["Khó khăn, vướng mắc"]) <= 3
        assert row["Diễn giải"]
        plan = book.amounts("Kế hoạch vốn", "Giao đầu năm") | book.amounts("Kế hoạch vốn", "Kế hoạch sau điều chỉnh")
        assert 0 < (dong(row["Số vốn vướng mắc"]) or 0) <= sum(a for k, a in plan.items() if k[1] == row["Mã dự án, tiểu dự án"])


def test_every_workbook_says_it_is_invented_and_has_an_ascii_name(books: list[Read]) -> None:
    assert {book.info["Tính chất số liệu"] for book in books} == {"Số liệu minh họa"}
    assert all(book.sample.path.name.isascii() for book in books)
    assert any(book.sample.path.name == "2024-T06_943_Huyen-Ke-Sach.xlsx" for book in books)
    assert len({book.sample.path for book in books}) == len(books)


def test_the_same_samples_are_invented_each_time(definitions: Definitions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[list[Any]] = [[], []]
    for run in written:
        monkeypatch.setattr(template, "write", lambda path, _, run=run, **what: run.append((path, what)))
        run.append(samples.write_all(tmp_path, definitions))
    assert written[0] == written[1]


def test_definitions_without_the_storys_units_are_told_so_in_one_sentence(definitions: Definitions) -> None:
    with pytest.raises(story.StoryError, match=r"đơn vị .* không có trong bộ định nghĩa"):
        story.load(replace(definitions, units=()))


def test_no_unit_repeats_its_figures_but_where_it_is_told(
    reports: dict[tuple[str, str], Read], definitions: Definitions, told: story.Story
) -> None:
    rounds = sorted(definitions.rounds.values(), key=lambda r: r.cut_off_on)
    repeated = set()
    for earlier, later in pairwise(rounds):
        for unit in definitions.expected_units(later):
            before, now = (spent_in({k: b for k, b in reports.items() if k == (r.code, unit.code)}, r.code) for r in (earlier, later))
            if before == now and any(now.values()):
                repeated.add((later.code, unit.code))
    assert repeated == {(i.round_code, i.unit_code) for i in told.incident if i.kind == "same"}
