"""Each rule across submissions: a case that triggers it, and one close to it that does not."""

from datetime import date
from pathlib import Path

import pytest

from data.definitions.rules import rules
from data.store import across, fill
from data.store.build import BuildError
from tests.data.store.office import A, B, Line, Office

NEW_YEAR = date(2024, 1, 1)
JUNE, JULY = "2024-T06", "2024-T07"
M = 1_000_000


def two(office: Office, before: dict, after: dict) -> list[Path]:
    return [office.report("943", JUNE, spent=before), office.report("943", JULY, spent=after)]


def planned(office: Office, plan: int, own: int, spent: int) -> list[Path]:
    return [office.decision("01", NEW_YEAR, {"943": {A: plan}}), office.report("943", JUNE, plan={A: own}, spent={A: spent})]


def counted(office: Office, before: int, after: int) -> list[Path]:
    rows = [{"targets": [{"indicator_code": "KH-HOCNGHE", "result": n}]} for n in (before, after)]
    return [office.report("943", JUNE, more=rows[0]), office.report("943", JULY, more=rows[1])]


def poor(office: Office, published: float) -> list[Path]:
    """130 and 120 poor households of 10.000 each: 1,25%."""
    rows = [
        {"indicator_code": "CT-NGHEO", "numerator": n, "denominator": 10_000, "base_numerator": 200, "base_denominator": 10_000}
        for n in (130, 120)
    ]
    reports = [office.report(unit, "2024-DX1231", more={"targets": [row]}) for unit, row in zip(("943", "944"), rows, strict=True)]
    told = {"indicator_code": "CT-NGHEO", "result": published, "base": 2.0}
    return [*reports, office.published("Công bố", date(2024, 12, 31), [told])]


def moving(office: Office, *spent: int) -> list[Path]:
    """A plan of a thousand million, and one report a month from May on."""
    reports = [office.report("943", f"2024-T{month:02}", spent={A: vnd * M}) for month, vnd in enumerate(spent, start=5)]
    return [office.decision("01", NEW_YEAR, {"943": {A: 1000 * M}}), *reports]


def beside(office: Office, own: int, others: int = 5) -> list[Path]:
    """Units with a plan of a hundred million each; the others spent about half of it."""
    spent = {"943": own} | {str(944 + n): 50 + n for n in range(others)}
    reports = [office.report(unit, JUNE, spent={A: vnd * M}) for unit, vnd in spent.items()]
    return [office.decision("01", NEW_YEAR, {unit: {A: 100 * M} for unit in spent}), *reports]


def carried(office: Office, over: float) -> list[Path]:
    """Forty million were left of a line of the year before."""
    line = Line(year=2023)
    return [
        office.decision("00", date(2023, 1, 1), {"943": {line: 100 * M}}, plan_year=2023),
        office.report("943", "2023-DX1231", spent={line: 60 * M}),
        office.decision("01", NEW_YEAR, {"943": {line: int(over * M)}}),
    ]


def trained(office: Office, result: int) -> list[Path]:
    target = {"unit_code": "943", "indicator_code": "KH-HOCNGHE", "planned": 10}
    return [
        office.targets("01", NEW_YEAR, [target]),
        office.report("943", JUNE, more={"targets": [{"indicator_code": "KH-HOCNGHE", "result": result}]}),
    ]


CASES = {  # rule → (workbooks that trigger it, the round it is said of, workbooks that do not)
    "cumulative_falls": (lambda o: two(o, {A: 100, B: 5}, {A: 99, B: 6}), JULY, lambda o: two(o, {A: 100, B: 5}, {A: 100, B: 6})),
    "slip_between_rounds": (lambda o: two(o, {A: M}, {A: 1200 * M}), JULY, lambda o: two(o, {A: M}, {A: 100 * M})),
    "line_left_out": (lambda o: two(o, {A: 100, B: 5}, {A: 101}), JULY, lambda o: two(o, {A: 100}, {A: 101, B: 5})),
    "same_as_before": (lambda o: two(o, {A: 100, B: 5}, {A: 100, B: 5}), JULY, lambda o: two(o, {A: 0}, {A: 0})),
    "overspent_plan": (lambda o: planned(o, 100, 100, 101), JUNE, lambda o: planned(o, 100, 100, 100)),
    "slip_plan": (lambda o: planned(o, 100, 100, 2000), JUNE, lambda o: planned(o, 100, 100, 1999)),
    "spent_without_plan": (
        lambda o: [o.decision("01", NEW_YEAR, {"943": {A: 100}}), o.report("943", JUNE, spent={A: 1, B: 5})],
        JUNE,
        lambda o: [o.decision("01", NEW_YEAR, {"943": {A: 100}}), o.report("943", JUNE, spent={A: 1, B: 0})],
    ),
    "plan_differs": (lambda o: planned(o, 100, 102, 5), JUNE, lambda o: planned(o, 100, 100, 5)),
    "sheet_withdrawn": (
        lambda o: [o.report("943", JUNE, plan={A: 9}, spent={A: 1}), o.report("943", JUNE, spent={A: 1})],
        JUNE,
        lambda o: [o.report("943", JUNE, plan={A: 9}, spent={A: 1}), o.report("943", JULY, spent={A: 2})],
    ),
    "line_stands_still": (lambda o: moving(o, 90, 100, 100, 100), "2024-T08", lambda o: moving(o, 90, 100, 100, 101)),
    "leap_of_line": (
        lambda o: moving(o, 10, 20, 31, 40, 52, 360), "2024-T10", lambda o: moving(o, 10, 20, 31, 40, 52, 351)
    ),
    "far_from_peers": (lambda o: beside(o, 5), JUNE, lambda o: beside(o, 23)),
    "carried_over_more": (lambda o: carried(o, 40.6), "", lambda o: carried(o, 40.4)),
    "result_far_over": (lambda o: trained(o, 100), JUNE, lambda o: trained(o, 99)),
    "result_falls": (lambda o: counted(o, 43, 38), JULY, lambda o: counted(o, 43, 43)),
    "published_differs": (lambda o: poor(o, 1.27), "", lambda o: poor(o, 1.25)),
}  # fmt: skip
SAID_OF = {"published_differs": "94"}  # the whole province; everything else of one unit
FALSE = {  # truth → what makes it false
    "key_twice": "insert into mart.money from mart.money limit 1",
    "result_twice": (
        "insert into mart.target by name select 2024 as plan_year, '943' as unit_code, 'KH-HOCNGHE' as indicator_code, "
        "'CHUNG' as breakdown, n as planned, date '2024-01-01' as from_on from (values (1), (2)) as v (n)"
    ),
    "sums_differ": "update mart.money set disbursed_vnd = disbursed_vnd + 1",
}


def test_every_rule_has_its_case() -> None:
    found = {rule.name: rule.severity for rule in rules(fill.CHECKS)}
    assert found == dict.fromkeys(CASES, "warn") | dict.fromkeys(FALSE, "refuse")


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_says_what_is_odd(office: Office, rule: str) -> None:
    wrong, round_code, _ = CASES[rule]
    office.built_from(*wrong(office))
    assert (rule, SAID_OF.get(rule, "943"), round_code) in office.warned()
    said = office.ask("select sentence, submission_id from mart.warning where rule = $rule", rule=rule)
    assert all(s["sentence"] and "{" not in s["sentence"] and s["submission_id"] for s in said)


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_is_silent_where_nothing_is_odd(office: Office, rule: str) -> None:
    office.built_from(*CASES[rule][2](office))
    assert rule not in {name for name, _, _ in office.warned()}


def test_a_slip_is_not_said_to_be_a_fall_as_well(office: Office) -> None:
    office.built_from(*two(office, {A: 6_000 * M}, {A: 6 * M}))
    assert {name for name, _, _ in office.warned()} == {"slip_between_rounds"}


@pytest.mark.parametrize("spent", [(0, 0, 0, 0), (520, 520, 520, 520)])
def test_nothing_spent_yet_or_little_left_is_no_standstill(office: Office, spent: tuple[int, ...]) -> None:
    office.built_from(*moving(office, *spent))
    assert "line_stands_still" not in {name for name, _, _ in office.warned()}


def test_three_rounds_within_a_few_weeks_are_no_standstill(office: Office) -> None:
    plan = office.decision("01", NEW_YEAR, {"943": {A: 1000 * M}})
    rounds = (JUNE, JULY, "2024-DX0715")
    office.built_from(plan, *(office.report("943", code, spent={A: 100 * M, B: n}) for n, code in enumerate(rounds)))
    assert "line_stands_still" not in {name for name, _, _ in office.warned()}


def test_four_others_are_too_few_to_be_held_against(office: Office) -> None:
    office.built_from(*beside(office, 5, others=4))
    assert "far_from_peers" not in {name for name, _, _ in office.warned()}


def test_a_warning_goes_when_its_cause_goes(office: Office) -> None:
    _, second = office.send(*two(office, {A: 100}, {A: 99}))
    office.build()
    assert ("cumulative_falls", "943", JULY) in office.warned()
    office.take_back(second)
    office.build()
    assert office.warned() == set()


@pytest.mark.parametrize("truth", FALSE)
def test_a_store_with_a_false_truth_is_not_published(office: Office, truth: str, monkeypatch: pytest.MonkeyPatch) -> None:
    office.built_from(office.report("943", JUNE, spent={A: 100}))
    assert office.spent(date(2024, 6, 14)) == {A: 100}
    whole = fill.fill

    def spoilt(db, *given):
        whole(db, *given)
        db.execute(FALSE[truth])

    monkeypatch.setattr(fill, "fill", spoilt)
    office.send(office.report("943", JULY, spent={A: 200}))
    with pytest.raises(BuildError, match=f"{truth}, đơn vị 943, năm 2024: .*Kho trước vẫn dùng được"):
        office.build(whole=True)
    assert office.spent(date(2024, 12, 31)) == {A: 100}


def test_truths_hold_of_an_empty_store(office: Office, tmp_path: Path) -> None:
    office.built_from()
    with fill.opened(office.home / "stores" / office.build().file_name) as db:
        assert across.false_truth(db) is None
