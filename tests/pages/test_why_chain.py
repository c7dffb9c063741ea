"""Vì sao con số này?, fault by fault: what is said where an address is wrong, a figure empty, or no sum of cells."""

from datetime import date

import pandas as pd
import pytest

from pages.parts import chain, computed, explained, formats, listing, named, origins, why
from pages.parts.ask import ask
from queries import origin
from tests.pages.explained_at import DAY, ON, asking, one

REFUSED = {  # what an address asks, and the part of it that its one sentence names
    "os.system;x=1": "os.system", "disbursement.total;plan_year=abc": "plan\\_year=abc", "disbursement.total": "lựa chọn", "x": "x",
    "reading.answer;name=x": "reading.answer", "origin.files": "origin.files",
    f"disbursement.by_unit;{DAY};unit=abc": "đơn vị “abc”", f"disbursement.by_unit;plan_year={ON.year + 9};on={ON}": str(ON.year + 9),
    f"disbursement.by_unit;{DAY};component=abc": "dự án “abc”",
}  # fmt: skip
ASTRAY = ({why.ROW: "999", why.FIGURE: "planned_vnd"}, {why.ROW: "943", why.FIGURE: "abc"})


def test_an_address_can_name_a_question_and_nothing_else(opened):
    """One sentence says which part of the address is not there; no other figure stands in its place."""
    app = opened(why.PAGE)
    for asks, said in REFUSED.items():
        asking(app, **{why.QUESTION: asks})
        assert len(app.info) == 1 and said in app.info[0].value and not app.table and not app.header, asks
    for astray in ASTRAY:
        asking(app, **{why.QUESTION: f"disbursement.by_unit;{DAY}"}, **astray)
        assert len(app.info) == 1 and not app.table and not app.header
        assert next(value for value in astray.values() if value in ("999", "abc")) in app.info[0].value


def test_an_empty_figure_is_said_to_be_empty_and_a_frozen_version_answers_for_its_own_day(opened):
    app = opened(why.PAGE)
    ended = f"forecast.outlook;plan_year={ON.year};on={ON.year}-12-31;by=unit"
    asking(app, **{why.QUESTION: ended, why.ROW: "943", why.FIGURE: "high_share"})
    told = "\n".join(m.value for m in app.markdown)
    assert app.header[0].value.startswith("Mức cao, ") and app.header[0].value.endswith(formats.MISSING)
    assert "đã hết năm ngân sách" in told and "✓" not in told
    later = {why.QUESTION: f"disbursement.by_unit;plan_year={ON.year};on={ON.year}-12-31", why.ROW: "943", why.FIGURE: "disbursed_share"}
    asking(app, **later, ban="1")
    assert formats.day(date(ON.year, 12, 31)) in app.info[0].value and formats.day(ON) in app.header[0].value


def test_a_forecast_is_made_again_from_the_years_that_are_listed(home_opened):
    wanted, _, row = one(f"forecast.outlook;{DAY};by=unit", code="943")
    years = ask(origin.years, plan_year=ON.year, on=ON, unit="943")
    assert list(years["plan_year"]) == [ON.year - 2, ON.year - 1] and row["years_count"] == 2
    spent = (years["end_share"] - years["same_day_share"]) / (1 - years["same_day_share"])
    left = 1 - row["disbursed_share"]
    assert row["middle_share"] == pytest.approx(row["disbursed_share"] + left * spent.mean())
    assert row["high_share"] == pytest.approx(row["disbursed_share"] + left * (spent.mean() + spent.std() * 1.5**0.5))  # t of two years: 1
    told = computed.remade(years, row)
    assert "✓" in told and formats.share(row["high_share"]) in told
    assert "✓" not in computed.remade(years.assign(spent_share=years["spent_share"] / 2), row)
    made = origins.made_of(wanted, row, "high_share")
    assert "chỉ là phần năm nay" in chain.readd(made, "high_share", row["high_share"], row, ON)


def test_a_rank_is_told_by_the_rates_of_all_districts_and_an_overdue_recommendation_by_its_two_dates(home_opened):
    wanted, answer, row = one(f"comparison.ranking;{DAY};previous_on={ON.year}-10-14", measure="disbursed", unit_code="943")
    told = computed.ranks(answer, row, "rank")
    assert told.count(";") == 10 and f"**{row['rank']}. {row['unit_short_name']} {formats.share(row['measured_share'])}**" in told
    assert f"kỳ trước hạng {row['previous_rank']}, nay hạng {row['rank']}" in told
    asked, basis, column = computed.basis(wanted, "previous_rank")
    assert origins.agrees(origins.added(origins.made_of(asked, row, basis)), row[column], column)
    assert chain.said("numerator", row["numerator"], row).endswith(f"đồng (trên trang: {formats.million(row['numerator'])} triệu đồng)")
    wanted, answer, _ = one(f"monitoring.recommendations;today={ON}")
    late = answer[answer["overdue_day_count"].notna()].iloc[0]
    made = origins.made_of(wanted, late, "overdue_day_count")
    assert late["recommendation"] in made["what"].iloc[0] and formats.day(late["due_on"]) in made["what"].iloc[0] and made["cell"].iloc[0]
    said = chain.readd(made, "overdue_day_count", late["overdue_day_count"], late, ON)
    assert formats.day(late["due_on"]) in said and said.endswith("✓")
    assert "✓" not in chain.readd(made, "overdue_day_count", late["overdue_day_count"] + 1, late, ON)


def test_the_list_that_is_taken_away_holds_numbers_that_add_up_and_names_each_file(home_opened):
    wanted, _, row = one(f"disbursement.by_unit;{DAY}", unit_code="943")
    made = origins.made_of(wanted, row, "planned_vnd")
    rows = listing.ready(made, ask(origin.files, submissions=tuple(made["submission_id"].unique())))
    assert rows["read_vnd"].sum() == row["planned_vnd"] and "treasury_told" not in rows  # the Treasury tells nothing of plans
    assert (rows["file_name"] != "").all() and rows["hash_told"].str.fullmatch(r"[0-9a-f]{12}…").all()
    assert "(đồng)" in formats.csv(rows, ("read_vnd", "file_name"), ()).decode().splitlines()[0]


def test_a_cell_says_the_unit_of_money_it_is_written_in():
    written = {"text": ["612.345", "1285", "1.285", "1.285,5"], "amount_vnd": [612_345_000, 1_285_000_000, 1_285_000_000, 1_285_500_000]}
    made = pd.DataFrame(written | {"submission_id": "a", "sheet": "x"})
    assert set(listing.money_units(made)) == {"triệu đồng"}  # one of them alone could be tỷ: the sheet says which
    assert listing.money_units(made.assign(text="x")) == [""] * 4


def test_a_line_of_a_breakdown_says_which(home_opened):
    wanted, _, row = one(f"targets.by_unit;{DAY}", breakdown="KHMER", unit_code="941")
    figure = next(column for column in ("level", "achieved", "planned") if not formats.is_missing(row[column]))
    made = origins.made_of(wanted, row, figure)
    assert made["what"].str.endswith(row["breakdown_name"]).all() and row["breakdown_name"] in named.rows(row.to_frame().T, wanted)[0]
    assert explained.missing("level", row.copy()).startswith("Con số này để trống")
