"""Rules across submissions, judged over what stands: findings go to mart.warning, false truths stop the build (figures.md 11)."""

import duckdb

from data.definitions.rules import rules, written
from data.store.fill import CHECKS, Pair, put


def judge(db: duckdb.DuckDBPyConnection, only: set[Pair] | None = None) -> None:
    """What the rules find stands in mart.warning; it never changes acceptance. `only` keeps it to some units' years."""
    found = []
    for rule in rules(CHECKS):
        if rule.severity == "warn":
            for plan_year, unit, round_, submission, sheet, cell, seen, expected in db.execute(rule.statement).fetchall():
                if only is None or (unit, plan_year) in only:
                    said = rule.sentence.format(found=written(seen), expected=written(expected))
                    found.append({
                        "rule": rule.name, "sentence": said, "plan_year": plan_year, "unit_code": unit, "round_code": round_,
                        "submission_id": submission, "sheet": sheet, "cell": cell, "found": str(seen), "expected": str(expected),
                        "scope": "across",
                    })  # fmt: skip
    put(db, "mart.warning", found)


def false_truth(db: duckdb.DuckDBPyConnection) -> str | None:
    """What must be true of every store and is not of this one, as a sentence."""
    for rule in rules(CHECKS):
        if rule.severity == "refuse" and (wrong := db.execute(rule.statement).fetchone()):
            said = rule.sentence.format(found=written(wrong[6]), expected=written(wrong[7]))
            return f"{rule.name}, đơn vị {wrong[1]}, năm {wrong[0]}: {said}"
    return None
