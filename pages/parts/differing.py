"""What differs between two versions of the figures, figure by figure.

A change has two parts. The later version is asked twice, for the former version's day ("again") and for its own, so that they add up: what
it now says of the former day less what was said then was *corrected*; what it says of its own day less that *moved* as time went on.
"""

from typing import NamedTuple

import pandas as pd

from pages.parts.aims import WHOLE

LINE = ["unit_code", "component_code", "fund_source", "capital_type", "capital_year"]
AIM = ["unit_code", "indicator_code", "breakdown"]
MONEY = {"planned_vnd": "plan", "disbursed_vnd": "report", "unplanned_disbursed_vnd": "report"}  # figure → whose cell it stands in
NAMED = ["unit_short_name", "component_short_name", "fund_source_name", "capital_type_name", "is_carried_over"]
AIM_NAMED = ["unit_short_name", "indicator_short_name", "breakdown_name", "measure_unit"]
STEPS = ("former", "again", "later")
DIGITS = 9  # to which attainments are compared: sums of fractions differ beyond, depending on the order of adding


class Three(NamedTuple):
    """The same question's answers: the former version at its day, the later one at that day, the later one at its own day."""

    former: pd.DataFrame
    again: pd.DataFrame
    later: pd.DataFrame


def money(lines: Three) -> pd.DataFrame:
    """The figures of lines that differ, the largest difference first; of answers of versions.lines.

    One row per line × `figure`: `before_vnd`, `after_vnd`, `change_vnd` = `corrected_vnd` + `moved_vnd` (missing counts as 0 in these
    alone), and per step its `…_submission`, `…_other` (the one of the plan beside a report), `…_sheet`, `…_cell`.
    """
    key = [*LINE, "figure"]
    joined = _side_by_side(Three(*(_long(answer).set_index(key) for answer in lines)), NAMED)
    value = {step: joined[f"{step}_value"].astype("Int64") for step in STEPS}
    joined = joined.assign(
        before_vnd=value["former"],
        after_vnd=value["later"],
        change_vnd=value["later"].fillna(0) - value["former"].fillna(0),
        corrected_vnd=value["again"].fillna(0) - value["former"].fillna(0),
        moved_vnd=value["later"].fillna(0) - value["again"].fillna(0),
        is_corrected=~_same(value["former"], value["again"]),
        is_moved=~_same(value["again"], value["later"]),
    )
    found = joined[joined["is_corrected"] | joined["is_moved"]].reset_index()
    size = found["change_vnd"].abs()
    return (
        found.assign(size=size).sort_values(["size", *key], ascending=[False, *[True] * len(key)], ignore_index=True).drop(columns="size")
    )


def totals(changes: pd.DataFrame, former: pd.DataFrame, later: pd.DataFrame) -> pd.DataFrame:
    """The headline in both versions (answers of disbursement.total), and what its lines changed.

    One row per figure × whether carried over: `before_vnd`, `after_vnd`, `change_vnd`, `corrected_vnd`, `moved_vnd`, `changed_count`.
    """
    rows = []
    for figure in MONEY:
        for is_carried_over in (False, True):
            before, after = (_head(head, figure, is_carried_over) for head in (former, later))
            own = changes[(changes["figure"] == figure) & (changes["is_carried_over"] == is_carried_over)]
            summed = {column: int(own[column].sum()) for column in ("change_vnd", "corrected_vnd", "moved_vnd")}
            if len(own) or (figure != "unplanned_disbursed_vnd" and not is_carried_over):
                rows.append({"figure": figure, "is_carried_over": is_carried_over, "before_vnd": before, "after_vnd": after}
                            | summed | {"changed_count": len(own)})  # fmt: skip
    return pd.DataFrame(rows).astype({"before_vnd": "Int64", "after_vnd": "Int64"})


def attainments(told: Three) -> pd.DataFrame:
    """The indicators of units and of the province that differ in target, result, attainment or the word for it; of versions.attainments.

    One row per unit × indicator × breakdown; each figure with `former_`, `again_`, `later_` before its name; `share_change` orders them.
    """
    figures = ["planned", "achieved", "attainment_share"]
    names = {"submission_id": "submission", "plan_submission": "other"}
    ready = (answer.assign(**{f: answer[f].astype("Float64").round(DIGITS) for f in figures}).rename(columns=names) for answer in told)
    joined = _side_by_side(Three(*(answer.set_index(AIM) for answer in ready)), AIM_NAMED)
    is_corrected, is_moved = (
        ~pd.concat([_same(joined[f"{a}_{f}"], joined[f"{b}_{f}"]) for f in (*figures, "status")], axis=1).all(axis=1)
        for a, b in (("former", "again"), ("again", "later"))
    )
    joined = joined.assign(
        unit_short_name=joined["unit_short_name"].fillna(WHOLE),
        is_corrected=is_corrected,
        is_moved=is_moved,
        share_change=joined["later_attainment_share"] - joined["former_attainment_share"],
    )
    found = joined[is_corrected | is_moved].reset_index()
    return found.sort_values("share_change", key=lambda c: c.abs(), ascending=False, kind="stable", na_position="last", ignore_index=True)


def reports(former: pd.DataFrame, later: pd.DataFrame) -> pd.DataFrame:
    """The rounds whose counts of reports differ, the newest first; of answers of reports.by_round. One row per round."""
    counts = ["expected_count", "received_count", "late_count"]
    kept = ["round_code", "round_name", "cut_off_on", *counts]
    both = former[kept].merge(later[[*kept, "missing_names"]], on="round_code", how="outer", suffixes=("_before", "_after"))
    both = both.assign(**{n: both[f"{n}_after"].combine_first(both[f"{n}_before"]) for n in ("round_name", "cut_off_on")})
    same = pd.concat([_same(both[f"{c}_before"], both[f"{c}_after"]) for c in counts], axis=1).all(axis=1)
    return both[~same].sort_values(["cut_off_on", "round_code"], ascending=[False, True], ignore_index=True)


def causes(*changes: pd.DataFrame) -> pd.DataFrame:
    """Which submission took the place of which, and what that changed; of answers of `money` and `attainments`, the most money first.

    One row per unit × part × pair of submissions: `was`, `now`, `is_corrected` (the part), and what this year's disbursement, that of
    carried-over capital and the plan changed by it, which add up to the totals; `touched_vnd` is all of it without signs; `line_count` and
    `aim_count` figures differ.
    """
    parts = [_part(rows, *ends) for rows in changes for ends in (("former", "again", "corrected"), ("again", "later", "moved"))]
    key = ["unit_code", "unit_short_name", "is_corrected", "was", "now"]
    summed = pd.concat(parts, ignore_index=True).groupby(key, as_index=False, sort=False, dropna=False).sum(numeric_only=True)
    size = summed["disbursed_change_vnd"].abs() + summed["carried_change_vnd"].abs() + summed["plan_change_vnd"].abs()
    ordered = summed.assign(size=size).sort_values(
        ["size", "touched_vnd", "line_count", "aim_count"], ascending=False, kind="stable", ignore_index=True
    )
    return ordered.drop(columns="size")


def _part(rows: pd.DataFrame, before: str, after: str, part: str) -> pd.DataFrame:
    """One part of changes and the submissions it came with: its own, or those of plan or target beside it; none where both are the same."""
    own = rows[rows[f"is_{part}"].astype(bool)]
    sent, beside = ((own[f"{before}_{which}"], own[f"{after}_{which}"]) for which in ("submission", "other"))
    is_own, is_beside = ~_same(*sent), _same(*sent) & ~_same(*beside)
    vnd = own[f"{part}_vnd"].astype("int64") if f"{part}_vnd" in own else pd.Series(0, index=own.index)
    figure, is_carried_over = own.get("figure", vnd), own.get("is_carried_over", vnd).astype(bool)
    return pd.DataFrame({
        "unit_code": own["unit_code"], "unit_short_name": own["unit_short_name"], "is_corrected": part == "corrected",
        "was": sent[0].where(is_own, beside[0].where(is_beside)),
        "now": sent[1].where(is_own, beside[1].where(is_beside)),
        "disbursed_change_vnd": vnd.where((figure == "disbursed_vnd") & ~is_carried_over, 0),
        "carried_change_vnd": vnd.where((figure == "disbursed_vnd") & is_carried_over, 0),
        "plan_change_vnd": vnd.where(figure == "planned_vnd", 0),
        "touched_vnd": vnd.abs(), "line_count": int("figure" in own), "aim_count": int("figure" not in own),
    })  # fmt: skip


def _long(lines: pd.DataFrame) -> pd.DataFrame:
    """One row per line × figure, with the submission and cell it stands in; a report that no longer has a line is still its submission."""
    reports_of = lines.dropna(subset=["report_submission"]).drop_duplicates("unit_code").set_index("unit_code")["report_submission"]
    lines = lines.assign(report_submission=lines["report_submission"].fillna(lines["unit_code"].map(reports_of)))
    parts = [
        lines[[*LINE, *NAMED]].assign(
            figure=figure, value=lines[figure], submission=lines[f"{whose}_submission"], other=lines["plan_submission"],
            sheet=lines[f"{whose}_sheet"], cell=lines[f"{whose}_cell"],
        )
        for figure, whose in MONEY.items()
    ]  # fmt: skip
    return pd.concat(parts, ignore_index=True)


def _side_by_side(three: Three, names: list[str]) -> pd.DataFrame:
    """One row per key of any step; what each step says under `former_…`, `again_…`, `later_…`; names once, as said last."""
    told = pd.concat([answer.drop(columns=names).add_prefix(f"{step}_") for step, answer in zip(STEPS, three, strict=True)], axis=1)
    named = three.later[names].combine_first(three.again[names]).combine_first(three.former[names])
    return named.join(told)


def _same(one: pd.Series, other: pd.Series) -> pd.Series:
    return ((one == other).fillna(value=False) | (one.isna() & other.isna())).astype(bool)


def _head(head: pd.DataFrame, figure: str, is_carried_over: bool) -> object:
    return head[head["is_carried_over"] == is_carried_over][figure].iloc[0]
