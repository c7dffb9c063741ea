"""Who has done what every unit is to do once, and what units add up to beside what was published: the same as plain Python."""

from datetime import date
from itertools import product

import pytest

from data.store.reading import Scope
from queries import about, project7, targets
from tests.plain_books import WHOLE
from tests.plain_targets import Told, _sum, adds

DAYS = [date(2023, 6, 14), date(2024, 11, 15), date(2024, 12, 31)]


@pytest.fixture(scope="module")
def told(samples_home) -> Told:
    return Told(samples_home)


@pytest.mark.parametrize("on", DAYS)
def test_who_has_done_and_who_has_not_is_as_in_the_workbooks(store, everyone, told, on):
    answer = project7.once_each(store, everyone, plan_year=on.year, on=on, group="DA7")
    short = dict(store.read("select unit_code, short_name from mart.unit").itertuples(index=False))
    seen = 0
    for code, defined in told.indicators.items():
        held = {u: told.of_unit(u, code, WHOLE, on.year, on) for u in told.units}
        held = {u: a for u, a in held.items() if a.planned is not None}
        is_once = defined["value"] == "count" and "DA7" in defined["groups"] and held and all(a.planned == 1 for a in held.values())
        rows = answer[answer["indicator_code"] == code]
        assert len(rows) == (len({told.units[u] for u in held}) if is_once else 0), code
        for row in rows.itertuples():
            own = {u: a.achieved for u, a in held.items() if told.units[u] == row.kind}
            names = {what: {short[u] for u, v in own.items() if test(v)} for what, test in SAID.items()}
            assert row.unit_count == len(own) and row.done_count == len(names["done"])
            assert {what: set(filter(None, getattr(row, f"{what}_names").split(", "))) for what in SAID} == names
            seen += 1
    assert seen >= 4 and answer["done_names"].ne("").any()


SAID = {"done": lambda v: v is not None and v >= 1, "waiting": lambda v: v is not None and v < 1, "silent": lambda v: v is None}


def test_a_unit_that_may_not_be_seen_is_not_named(store, everyone):
    some = Scope(units=("942",), benchmarks=True)
    answer = project7.once_each(store, some, plan_year=2024, on=DAYS[-1], group="DA7")
    own = about.units(store, everyone)
    assert len(own) > 1 and not answer.empty
    assert set(answer["unit_count"]) == {1}


def test_a_chosen_unit_keeps_what_the_others_make_once(store, everyone):
    whole = project7.once_each(store, everyone, plan_year=2024, on=DAYS[-1], group="DA7")
    one = project7.once_each(store, everyone, plan_year=2024, on=DAYS[-1], group="DA7", unit="942")
    assert not one.empty and set(one["indicator_code"]) <= set(whole["indicator_code"]) and set(one["unit_count"]) == {1}


@pytest.mark.parametrize("on", DAYS)
def test_what_units_add_up_to_is_as_in_the_workbooks(store, everyone, told, on):
    answer = targets.summed(store, everyone, plan_year=on.year, on=on).set_index(["indicator_code", "breakdown"])
    seen = 0
    for code, breakdown in product(told.indicators, (WHOLE, "KHMER", "NU")):
        defined = told.indicators[code]
        if defined.get("result_from", "form") != "form" or (code, breakdown) not in answer.index:
            continue
        lines = []
        decided = told.target(told.province, code, breakdown, on.year, on)
        plans = {u: told.target(u, code, breakdown, on.year, on) for u in told.units}
        for unit, planned in plans.items():
            report = told.speaking(unit, on.year, on)
            line = report.lines.get((code, breakdown)) if report else None
            needs = decided is None and planned is None and any(p is not None for p in plans.values())
            if line is not None and adds(defined, line) and not needs:
                lines.append((planned, line, report.day))
        row = answer.loc[(code, breakdown)]
        assert row.summed_count == len(lines), (code, breakdown)
        if not lines:
            assert row[["summed_level", "summed_achieved"]].isna().all()
            continue
        level = 100 * _sum(lines, "Tử số") / _sum(lines, "Mẫu số") if defined["value"] == "ratio" else _sum(lines, "Thực hiện đến kỳ")
        assert row.summed_level == pytest.approx(level), (code, breakdown)
        seen += 1
    assert seen > 10


def test_the_published_figure_stands_beside_what_units_add_up_to(store, everyone):
    answer = targets.summed(store, everyone, plan_year=2024, on=date(2024, 12, 31), indicator="CT-NGHEO")
    row = answer[answer["breakdown"] == WHOLE].iloc[0]
    assert row.is_published and (row.published_level, row.published_achieved) == pytest.approx((1.32, 1.22))
    assert (row.summed_numerator, row.published_state) == (4430, "final")
    assert targets.summed(store, Scope(units=everyone.units, benchmarks=False), plan_year=2024, on=date(2024, 12, 31)).empty
