"""Whatever happened between two versions, the changes of lines add up to the change of the headline."""

from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.parts import differing
from pages.parts.differing import LINE, MONEY, NAMED, Three

VND = st.one_of(st.none(), st.integers(0, 50))
BOOK = st.dictionaries(
    st.sampled_from([(u, c, y) for u in "12" for c in "ab" for y in (2023, 2024)]),
    st.tuples(VND, VND, st.sampled_from("pq"), st.sampled_from("rs")),
)


def answer(book: dict[tuple[str, str, int], tuple[Any, ...]]) -> pd.DataFrame:
    """As versions.lines answers."""
    rows = [
        {"unit_code": unit, "component_code": component, "fund_source": "S", "capital_type": "T", "capital_year": year,
         **dict.fromkeys(NAMED[:-1], unit), "is_carried_over": year == 2023, "planned_vnd": planned,
         "disbursed_vnd": None if planned is None else spent, "unplanned_disbursed_vnd": spent if planned is None else None,
         "plan_submission": plan, "plan_sheet": "", "plan_cell": "", "report_submission": report, "report_sheet": "", "report_cell": ""}
        for (unit, component, year), (planned, spent, plan, report) in book.items()
    ]  # fmt: skip
    columns = [*LINE, *NAMED, *MONEY, *(f"{w}_{p}" for w in ("plan", "report") for p in ("submission", "sheet", "cell"))]
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(MONEY, "Int64"))


def head(lines: pd.DataFrame) -> pd.DataFrame:
    """As disbursement.total answers: sums, missing where nothing is known."""
    return pd.DataFrame(
        [
            {"is_carried_over": carried, **{f: lines[lines["is_carried_over"] == carried][f].sum(min_count=1) for f in MONEY}}
            for carried in (False, True)
        ]
    ).astype(dict.fromkeys(MONEY, "Int64"))


@settings(max_examples=12, deadline=None)
@given(BOOK, BOOK, BOOK)
def test_the_changes_of_lines_add_up_to_that_of_the_headline_whatever_happened(former, again, later):
    three = Three(answer(former), answer(again), answer(later))
    rows = differing.money(three)
    assert (rows["corrected_vnd"] + rows["moved_vnd"] == rows["change_vnd"]).all()
    totals = differing.totals(rows, head(three.former), head(three.later))
    assert (totals["after_vnd"].fillna(0) - totals["before_vnd"].fillna(0) == totals["change_vnd"]).all()
    causes, summed = differing.causes(rows), totals.groupby("figure")["change_vnd"].sum()
    assert causes["plan_change_vnd"].sum() == summed.get("planned_vnd", 0)
    assert causes["disbursed_change_vnd"].sum() + causes["carried_change_vnd"].sum() == summed.get("disbursed_vnd", 0)
    assert len(rows) == sum(
        len({_told(book, key, figure) for book in (former, again, later)}) > 1 for key in {*former, *again, *later} for figure in MONEY
    )


def _told(book: dict[tuple[str, str, int], tuple[Any, ...]], key: tuple[str, str, int], figure: str) -> int | None:
    """A figure of a line in plain Python."""
    planned, spent, *_ = book.get(key, (None, None))
    if figure == "planned_vnd":
        return planned
    return spent if (planned is None) == (figure == "unplanned_disbursed_vnd") else None
