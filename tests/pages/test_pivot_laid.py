"""A pivot laid out, against boring Python over the lines that its cells were made from."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.parts.pivot.laid import laid
from pages.parts.pivot.shape import Cut, Sort
from tests.pages.pivot_world import AXES, MEASURES, PARTS, Fact, cells, each, prefixes, right, worlds


def same(shown: object, right: float | None) -> bool:
    return pd.isna(shown) if right is None else bool(pd.notna(shown)) and shown == pytest.approx(right, rel=1e-12, abs=1e-15)


@settings(max_examples=80, deadline=None)
@given(worlds())
def test_every_figure_is_that_of_the_lines_it_stands_for(world: tuple[list[Fact], Cut]) -> None:
    facts, cut = world
    table = laid(cells(facts, cut), cut, AXES)
    assert len(table.values) == len(table.lines)
    assert list(table.values.columns) == [column.code for column in table.columns]
    for line, column, shown in each(table):
        assert same(shown, right(facts, cut, line, column)), (line, column, shown, right(facts, cut, line, column))


@settings(max_examples=50, deadline=None)
@given(worlds())
def test_every_line_is_there_once_or_said_to_be_among_the_others(world: tuple[list[Fact], Cut]) -> None:
    facts, cut = world
    table = laid(cells(facts, cut), cut, AXES)
    keys = [line.keys for line in table.lines if not line.is_others]
    others = next((line.others for line in table.lines if line.is_others), ())
    wanted = {f.at(level) for level in prefixes(cut.rows) for f in facts}
    assert len(keys) == len(set(keys))
    assert set(keys) == {each for each in wanted if not each or each[0] not in others}
    shown = {each[0] for each in keys if each}
    assert not shown & set(others)
    assert not (others and cut.top is None)
    assert cut.top is None or len(shown) == min(cut.top, len(shown | set(others)))
    assert not any(line.is_others for line in table.lines[:-1])


@settings(max_examples=50, deadline=None)
@given(worlds())
def test_totals_stand_before_what_they_add_up_and_siblings_in_the_order_asked_for(world: tuple[list[Fact], Cut]) -> None:
    facts, cut = world
    cut = replace(cut, top=None)
    table = laid(cells(facts, cut), cut, AXES)
    column = next((c for c in table.columns if (c.measure, c.what, c.keys) == (cut.sort.measure, "value", ())), None)
    keys = [line.keys for line in table.lines]
    for n, one in enumerate(keys):
        assert all(len(later) > len(one) or later[: len(one)] != one for later in keys[n + 1 :])  # no line stands twice
        assert one[:-1] not in keys[n + 1 :]
        siblings = [(m, other) for m, other in enumerate(keys) if other[:-1] == one[:-1] and len(other) == len(one) and m > n]
        for m, other in siblings:
            ranks = [list(AXES[cut.rows[len(one) - 1]]).index(each[-1]) for each in (one, other)]
            if cut.sort.measure is None:
                assert ranks[0] < ranks[1]
            elif column is not None:
                sizes = [table.values.at[at, column.code] for at in (n, m)]
                known = [pd.notna(size) for size in sizes]
                assert known[0] or not known[1]  # the missing last
                if all(known) and sizes[0] != sizes[1]:
                    assert (sizes[0] > sizes[1]) == cut.sort.descending
                elif known[0] == known[1]:
                    assert ranks[0] < ranks[1]


@settings(max_examples=50, deadline=None)
@given(worlds(), st.sampled_from(PARTS))
def test_parts_of_a_whole_make_one(world: tuple[list[Fact], Cut], part: str) -> None:
    facts = [replace(f, codes=(*f.codes[:3], "2030"), is_former=False) for f in world[0]]
    cut = Cut(("planned_vnd",), ("unit",), ("fund_source",), sort=Sort("planned_vnd"), top=world[1].top, part=part)
    table = laid(cells(facts, cut), cut, AXES)
    sums: dict[object, float] = {}
    for line, column, value in each(table):
        if column.what == "part" and column.keys and (line.keys or line.is_others) and pd.notna(value):
            whole = {"row": line, "column": column.keys, "all": ""}[part]
            sums[whole] = sums.get(whole, 0) + value
    assert all(total == pytest.approx(1) for total in sums.values())
    assert bool(sums) == any(f.planned for f in facts)


@settings(max_examples=50, deadline=None)
@given(worlds(), st.integers(1, 2))
def test_the_others_are_what_their_lines_make_together(world: tuple[list[Fact], Cut], top: int) -> None:
    facts = [replace(f, codes=(*f.codes[:3], "2030")) for f in world[0]]
    cut = Cut(MEASURES, ("unit", "capital_type"), ("fund_source",), sort=world[1].sort, top=top)
    table = laid(cells(facts, cut), cut, AXES)
    assert table.lines[-1].is_others == (len({f.codes[0] for f in facts}) > top)
    for line, column, shown in each(table):
        assert not line.is_others or same(shown, right(facts, cut, line, column)), (column, shown)
