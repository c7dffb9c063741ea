"""Rules across submissions, judged over what stands: findings go to mart.warning, false truths stop the build (figures.md 11)."""

from typing import Any

import duckdb

from data.definitions.rules import Rule, rules, written
from data.store.fill import CHECKS, Pair, put


def judge(db: duckdb.DuckDBPyConnection, only: set[Pair] | None = None) -> None:
    """What the rules find stands in mart.warning; it never changes acceptance.

    `only` keeps it to some units' years: in a store that holds no others, the rules of everyone cannot be judged (judge_everyone).
    """
    judged = [rule for rule in rules(CHECKS) if rule.severity == "warn" and (only is None or not rule.is_of_everyone)]
    said = [row for rule in judged for row in _found(db, rule)]
    put(db, "mart.warning", [row for row in said if only is None or (row["unit_code"], row["plan_year"]) in only])


def judge_everyone(db: duckdb.DuckDBPyConnection) -> None:
    """Judge anew the rules that hold a unit against others, or a year against another, in a store that has all of them."""
    again = [rule for rule in rules(CHECKS) if rule.severity == "warn" and rule.is_of_everyone]
    db.execute("delete from mart.warning where scope = 'across' and rule in (select unnest($rules))", {"rules": [r.name for r in again]})
    put(db, "mart.warning", [row for rule in again for row in _found(db, rule)])


def _found(db: duckdb.DuckDBPyConnection, rule: Rule) -> list[dict[str, Any]]:
    """What one rule finds, as rows of mart.warning."""
    return [
        {
            "rule": rule.name, "sentence": rule.sentence.format(found=written(seen), expected=written(expected)), "plan_year": plan_year,
            "unit_code": unit, "round_code": round_, "submission_id": submission, "sheet": sheet, "cell": cell, "found": str(seen),
            "expected": str(expected), "scope": "across",
        }
        for plan_year, unit, round_, submission, sheet, cell, seen, expected in db.execute(rule.statement).fetchall()
    ]  # fmt: skip


def false_truth(db: duckdb.DuckDBPyConnection) -> str | None:
    """What must be true of every store and is not of this one, as a sentence."""
    for rule in rules(CHECKS):
        if rule.severity == "refuse" and (wrong := db.execute(rule.statement).fetchone()):
            said = rule.sentence.format(found=written(wrong[6]), expected=written(wrong[7]))
            return f"{rule.name}, đơn vị {wrong[1]}, năm {wrong[0]}: {said}"
    return None
