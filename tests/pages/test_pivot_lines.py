"""The lines and columns of a pivot: what they are called, how they are ordered, what a few of their figures are."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import Any

import pandas as pd
import pytest

from pages.parts.pivot.laid import MOST_COLUMNS, MOST_LINES, Laid, laid
from pages.parts.pivot.shape import Cut, Sort
from tests.pages.pivot_world import AXES


def cell(rows: tuple[str, ...], columns: tuple[str, ...] = (), **values: Any) -> dict[str, Any]:
    told: dict[str, Any] = {f"row_{n + 1}": code for n, code in enumerate((*rows, None, None, None)[:3])}
    told |= {f"column_{n + 1}": code for n, code in enumerate((*columns, None, None)[:2])}
    return told | {"row_depth": len(rows), "column_depth": len(columns)} | values


def figure(table: Laid, keys: tuple[str, ...], what: str, measure: str = "disbursed_share") -> object:
    column = next(c for c in table.columns if (c.measure, c.what) == (measure, what))
    return table.values.at[next(n for n, line in enumerate(table.lines) if line.keys == keys), column.code]


def test_a_rate_of_the_others_is_sum_over_sum_and_never_a_mean_of_rates() -> None:
    told = [("u3", 10, 100), ("u1", 90, 100), ("u2", 1, 1000)]
    made = pd.DataFrame(
        [cell((code,), disbursed_vnd=a, compared_planned_vnd=b, disbursed_share=a / b) for code, a, b in told]
        + [cell((), disbursed_vnd=101, compared_planned_vnd=1200, disbursed_share=101 / 1200)]
    )
    cut = Cut(("disbursed_share",), top=1, sort=Sort("disbursed_share"))
    table = laid(made, cut, AXES)
    assert [line.labels for line in table.lines] == [("Tổng số",), ("Huyện Một",), ("2 đơn vị khác",)]
    assert table.lines[-1].others == ("u3", "u2")
    assert table.values.iloc[-1, 0] == 11 / 1100


def test_a_change_of_a_rate_is_in_points_and_has_no_growth() -> None:
    made = pd.DataFrame([cell((), disbursed_share=0.5, before_disbursed_share=0.4, disbursed_vnd=3, before_disbursed_vnd=0)])
    table = laid(made, Cut(("disbursed_share", "disbursed_vnd"), (), against="nam-truoc"), AXES)
    assert [(c.measure, c.what, c.code.partition("_")[2]) for c in table.columns] == [
        ("disbursed_share", "value", "share"),
        ("disbursed_share", "before", "share"),
        ("disbursed_share", "change", "points"),
        ("disbursed_vnd", "value", "vnd"),
        ("disbursed_vnd", "before", "vnd"),
        ("disbursed_vnd", "change", "vnd"),
        ("disbursed_vnd", "growth", "share"),
    ]
    assert figure(table, (), "change") == pytest.approx(0.1)
    assert pd.isna(figure(table, (), "growth", "disbursed_vnd"))  # from nothing there is no percentage
    assert table.columns[2].heading == ("Tỷ lệ giải ngân", "Tăng, giảm (điểm %)")
    assert table.columns[1].heading == ("Tỷ lệ giải ngân", "Cùng kỳ năm trước")


@pytest.mark.parametrize(
    ("cut", "lines", "heads"),
    [
        (Cut(("planned_vnd",), ("carried_over",)), ["Tổng số (gồm vốn kéo dài)", "Vốn năm nay"], ["Kế hoạch vốn"]),
        (Cut(("planned_vnd",), (), ("carried_over",)), ["Tổng số"], ["Tổng số (gồm vốn kéo dài)", "Vốn năm nay"]),
        (Cut(("planned_vnd",), (), kept={"carried_over": ("no", "yes")}), ["Tổng số"], ["Kế hoạch vốn (gồm vốn kéo dài)"]),
        (Cut(("planned_vnd",), ()), ["Tổng số"], ["Kế hoạch vốn"]),
    ],
)
def test_what_gathers_carried_over_capital_says_so(cut: Cut, lines: list[str], heads: list[str]) -> None:
    made = [
        cell(("no",)[:down] if cut.rows else (), ("no",)[:across] if cut.columns else (), planned_vnd=5)
        for down, across in product(range(len(cut.rows) + 1), range(len(cut.columns) + 1))
    ]
    table = laid(pd.DataFrame(made), cut, {"carried_over": {"no": "Vốn năm nay", "yes": "Vốn kéo dài"}})
    assert [line.labels[-1] for line in table.lines] == lines
    assert [column.heading[0] for column in table.columns] == heads


def test_lines_without_a_total_above_them_stand_where_it_would() -> None:
    made = pd.DataFrame([cell(("u1", "2029"), planned_vnd=1), cell(("u3", "2030"), planned_vnd=2), cell(("u1", "2030"), planned_vnd=3)])
    table = laid(made, Cut(("planned_vnd",), ("unit", "plan_year")), AXES)
    assert [line.labels for line in table.lines] == [("Huyện Ba", "năm 2030"), ("Huyện Một", "năm 2029"), ("Huyện Một", "năm 2030")]


def test_without_a_total_over_columns_lines_are_ordered_by_the_last_of_them() -> None:
    made = pd.DataFrame([cell((unit,), (year,), planned_vnd=n) for n, (unit, year) in enumerate(product(("u1", "u2"), ("2029", "2030")))])
    cut = Cut(("planned_vnd",), ("unit",), ("plan_year",), sort=Sort("planned_vnd"))
    assert [line.keys for line in laid(made, cut, AXES).lines] == [("u2",), ("u1",)]


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: (pd.DataFrame([cell((f"u{n}",), planned_vnd=n) for n in range(MOST_LINES + 1)]), Cut(("planned_vnd",))), "2001 dòng"),
        (
            lambda: (
                pd.DataFrame([cell((), (f"u{n}",), planned_vnd=n) for n in range(MOST_COLUMNS + 1)]),
                Cut(("planned_vnd",), (), ("unit",)),
            ),
            "61 cột",
        ),
    ],
)
def test_a_table_nobody_could_read_is_refused_with_a_way_to_narrow_it(make: Callable[[], tuple[pd.DataFrame, Cut]], sentence: str) -> None:
    made, cut = make()
    table = laid(made, cut, AXES)
    assert sentence in table.too_large
    assert not table.lines
    assert not laid(made, replace(cut, top=20), AXES).too_large or not cut.rows


def test_nothing_asked_for_is_an_empty_table() -> None:
    empty = pd.DataFrame(columns=list(cell(())))
    assert laid(empty, Cut(), AXES).lines == ()
