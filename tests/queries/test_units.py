"""Questions on one unit: what it sent, and its communes, against the cells and the journal in plain Python."""

import json
from datetime import date, datetime, timedelta, timezone

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from data.store.reading import Scope
from queries import disbursement, units
from tests.plain_reports import late_days

YEAR_END = {"plan_year": 2024, "on": date(2024, 12, 31)}
PLACE = timezone(timedelta(hours=7))


def received(home) -> dict[tuple[str, str], list[dict]]:
    """The accepted reports of each unit and round, as the journal has them."""
    found: dict[tuple[str, str], list[dict]] = {}
    for text in (home / "archive/journal.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(text)
        told = entry.get("submission") or {}
        if entry["what"] == "received" and told.get("kind") == "own" and told["outcome"] != "refused":
            found.setdefault((told["unit_code"], told["round_code"]), []).append(entry)
    return found


def test_reports_are_those_of_the_journal_on_the_day_the_first_one_came(store, everyone, samples_home):
    answer, journal = units.reports(store, everyone, **YEAR_END), received(samples_home)
    assert len(answer) > 200
    for row in answer.itertuples():
        entries = journal.get((row.unit_code, row.round_code))
        if entries is None:
            assert pd.isna(row.received_on) and pd.isna(row.late_day_count)
            continue
        day = min(datetime.fromisoformat(entry["at"]) for entry in entries).astimezone(PLACE).date()
        assert row.received_on.date() == day
        assert row.late_day_count == late_days(row.due_on.date(), day)
        assert row.version == sum(entry["submission"]["state"] == row.state for entry in entries)


def test_the_unit_that_sent_nothing_for_a_round_stands_in_the_answer_without_a_day(store, everyone):
    april = units.reports(store, everyone, **YEAR_END, unit="945").set_index("round_code").loc["2024-T04"]
    assert april.is_expected and pd.isna(april.received_on) and pd.isna(april.version)


def communes_in_plain(home, unit: str, round_code: str, year: int) -> dict[str, float]:
    """Triệu đồng spent by commune in this year's capital, straight from the last workbook of a round."""
    told = received(home)[unit, round_code][-1]["submission"]
    path = home / "archive/files" / told["file_sha256"][:2] / (told["file_sha256"] + told["suffix"])
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Giải ngân").to_python(skip_empty_area=False)
    at = next(n for n, row in enumerate(rows) if "Mã dự án, tiểu dự án" in row)
    sums: dict[str, float] = {}
    for cells in rows[at + 1 :]:
        row = dict(zip(rows[at], cells, strict=False))
        if row["Xã"] and int(row["Năm vốn"]) == year:
            sums[str(row["Xã"])] = sums.get(str(row["Xã"]), 0) + row["Giải ngân lũy kế đến ngày chốt"]
    return sums


@pytest.mark.parametrize("unit", ["943", "950"])
def test_communes_are_those_of_the_workbook_in_force(store, everyone, samples_home, unit):
    answer = units.communes(store, everyone, **YEAR_END, unit=unit)
    plain = communes_in_plain(samples_home, unit, "2024-DX1231", 2024)
    assert len(plain) == 2
    by_commune = {code: rows["disbursed_vnd"].sum() for code, rows in answer.groupby("commune_code")}
    named = dict(zip(answer["commune_code"], answer["commune_name"], strict=True))
    for told, amount in plain.items():
        code = next(code for code in by_commune if code == told or named[code].removeprefix("Xã ") in told)
        assert by_commune[code] == round(amount * 1_000_000)


def test_communes_never_exceed_the_unit_they_are_part_of(store, everyone):
    inside = units.communes(store, everyone, **YEAR_END)
    whole = disbursement.by_unit_component(store, everyone, **YEAR_END).set_index(["unit_code", "component_code"])["disbursed_vnd"]
    assert not inside.empty
    for place, rows in inside.groupby(["unit_code", "component_code"]):
        assert rows["disbursed_vnd"].sum() <= whole[place]


def test_nobody_sees_the_communes_or_reports_of_a_unit_outside_their_scope(store):
    outside = Scope(units=("941",), benchmarks=False)
    for question in (units.reports, units.communes):
        assert question(store, outside, **YEAR_END, unit="950").empty
