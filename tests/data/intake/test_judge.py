"""Judging: a large workbook is judged as a small one is; the rules see one workbook and nothing of the one before."""

from dataclasses import replace

import pytest

from data.definitions import Definitions
from data.intake import judge
from data.intake.judge import Judge
from data.intake.lines import Cell, Reading


def reading(amount: int) -> Reading:
    whole = Reading(kind="own", unit_code="943", round_code="2024-T06", plan_year=2024, forms=["plan", "disbursement"])
    for form, field, vnd in (
        ("plan", "assigned_vnd", 100),
        ("disbursement", "disbursed_vnd", amount),
        ("disbursement", "disbursed_vnd", -1),
    ):
        row = len(whole.cells) + 5
        whole.cells.append(
            Cell(
                form, form, row, f"F{row + 1}", "detail", "943", "DA2", "NSTW", "SN", 2024, None, None, None, field, "money", str(vnd), vnd
            )
        )
    return whole


def test_a_large_workbook_is_judged_as_a_small_one(definitions: Definitions, monkeypatch: pytest.MonkeyPatch) -> None:
    small = Judge(definitions).judge(reading(150))
    assert {"negative", "overspent", "same_row_twice"} <= {p.rule for p in small}
    monkeypatch.setattr(judge, "_LARGE", 1)
    judging = Judge(definitions)
    assert judging.judge(reading(150)) == judging.judge(reading(150)) == small


def test_nothing_of_one_workbook_is_seen_in_the_next(definitions: Definitions) -> None:
    judging = Judge(definitions)
    assert "overspent" in {p.rule for p in judging.judge(reading(150))}
    assert "overspent" not in {p.rule for p in judging.judge(reading(50))}


def test_a_judge_given_back_judges_for_the_same_definitions_only(definitions: Definitions) -> None:
    first = judge.borrow(definitions)
    expected = first.judge(reading(150))
    judge.give_back(first)
    stricter = definitions.settings.model_copy(update={"severity": {"overspent": "refuse"}})
    other = judge.borrow(replace(definitions, settings=stricter))
    assert ("overspent", "warn") in {(p.rule, p.severity) for p in expected}
    assert ("overspent", "refuse") in {(p.rule, p.severity) for p in other.judge(reading(150))}
    judge.give_back(other)
    again = judge.borrow(definitions)
    assert again is not other and again.judge(reading(150)) == expected
    judge.give_back(again)
    assert judge.borrow(definitions) is again
    again.close()


def test_a_row_of_another_unit_is_refused(definitions: Definitions) -> None:
    whole = reading(50)
    whole.cells[0].unit_code = "944"
    assert [(p.severity, p.cell, p.found, p.expected) for p in Judge(definitions).judge(whole) if p.rule == "other_unit"] == [
        ("refuse", "F6", "944", "943")
    ]
