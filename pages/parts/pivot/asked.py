"""Asking for a pivot: one question per subject (queries/pivot), joined cell by cell."""

from typing import Any

import pandas as pd

from pages.parts.ask import ask
from pages.parts.filters import Chosen
from pages.parts.pivot import against, moments
from pages.parts.pivot.moments import Moment
from pages.parts.pivot.shape import MOMENTS, Cut, kept, unnamed
from queries import choices, pivot
from queries.defined import SUBJECTS, Subject

BEFORE = "before_"
CODES = ["row_1", "row_2", "row_3", "column_1", "column_2"]
KEYS = ["row_depth", "row_1", "row_2", "row_3", "column_depth", "column_1", "column_2"]


def asked(cut: Cut, chosen: Chosen) -> pd.DataFrame:
    """One row per cell: row_depth, row_1 … row_3, column_depth, column_1, column_2, every measure of the subjects asked, and with a
    comparison the same as `before_<measure>`. Raises frozen.Altered, Damaged, KeyError.
    """
    cells = pd.DataFrame(columns=KEYS)
    for subject in cut.subjects:
        cells = _joined(cells, _of_subject(subject, cut, chosen))
    return cells


def of_cell(subject: str, cut: Cut, chosen: Chosen, rows: tuple[str, ...], columns: tuple[str, ...]) -> dict[str, Any]:
    """What the lines behind a cell are asked with (years, days, kept); `rows` and `columns` are the keys of its Line and of its Column."""
    of = SUBJECTS[subject]
    named = dict(zip(cut.rows, rows, strict=False)) | dict(zip(cut.columns, columns, strict=False))
    asked_for = {code: member for code, member in named.items() if code in MOMENTS}
    there = [one for one in moments.moments(of, cut, chosen) if one.codes | asked_for == one.codes]
    inside = _both(_kept(of, cut, chosen), {code: (member,) for code, member in named.items() if code not in MOMENTS})
    return {"years": tuple(one.plan_year for one in there), "days": tuple(one.on for one in there), "kept": inside}


def framed(chosen: Chosen) -> dict[str, tuple[str, ...]]:
    """What the common filters narrow, as members of dimensions; a project stands for all its components."""
    one = {"unit": chosen.unit, "fund_source": chosen.source, "capital_type": chosen.capital_type}
    found = {dimension: (code,) for dimension, code in one.items() if code}
    if chosen.component:
        every = ask(choices.components)
        inside = every[(every["code"] == chosen.component) | (every["project_code"] == chosen.component)]
        found["component"] = tuple(inside["code"])
    return found


def _of_subject(subject: Subject, cut: Cut, chosen: Chosen) -> pd.DataFrame:
    there = [] if unnamed(subject, cut) else moments.moments(subject, cut, chosen)
    given = {"rows": cut.rows, "columns": cut.columns, "kept": _kept(subject, cut, chosen), "apart": subject.apart}
    question = getattr(pivot, subject.code)
    now = ask(question, **given, **_at(there)) if there else pd.DataFrame(columns=[*KEYS, *subject.measures])
    if cut.against is None:
        return now
    pairs = [(one, then) for one in there if (then := against.former(subject, cut, chosen, one))]
    then = list(dict.fromkeys(then for _, then in pairs))
    before = against.asks(cut, question, **given, **_at(then)) if then else pd.DataFrame(columns=[*KEYS, *subject.measures])
    named = before.rename(columns={code: BEFORE + code for code in subject.measures})
    return _joined(now.fillna(dict.fromkeys(CODES, "")), _moved(named, cut, pairs))


def _at(there: list[Moment]) -> dict[str, Any]:
    return {"years": tuple(one.plan_year for one in there), "days": tuple(one.on for one in there)}


def _kept(subject: Subject, cut: Cut, chosen: Chosen) -> dict[str, tuple[str, ...]]:
    return _both(kept(subject, cut), {code: codes for code, codes in framed(chosen).items() if code in subject.dimensions})


def _both(one: dict[str, tuple[str, ...]], other: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """What both let through."""
    return one | {code: tuple(member for member in codes if member in one.get(code, codes)) for code, codes in other.items()}


def _moved(before: pd.DataFrame, cut: Cut, pairs: list[tuple[Moment, Moment]]) -> pd.DataFrame:
    """The former cells under the years and days that they are compared with; one may stand under several."""
    places = {KEYS[1 + n]: code for n, code in enumerate(cut.rows)} | {KEYS[5 + n]: code for n, code in enumerate(cut.columns)}
    timed = {place: code for place, code in places.items() if code in MOMENTS}
    if not timed:
        return before
    table = pd.DataFrame(
        [{p: then.codes[c] for p, c in timed.items()} | {f"now_{p}": one.codes[c] for p, c in timed.items()} for one, then in pairs],
        columns=[*timed, *(f"now_{place}" for place in timed)],
    ).drop_duplicates()
    is_told = (before[list(timed)].fillna("") != "").all(axis=1)  # a total over years stays what it is
    moved = before[is_told].merge(table, on=list(timed)).drop(columns=list(timed))
    return pd.concat([before[~is_told], moved.rename(columns={f"now_{place}": place for place in timed})], ignore_index=True)


def _joined(cells: pd.DataFrame, more: pd.DataFrame) -> pd.DataFrame:
    """Cells side by side; those of one side alone are missing on the other."""
    beside = more.fillna(dict.fromkeys(CODES, ""))
    return cells.merge(beside, on=KEYS, how="outer") if len(cells.columns) > len(KEYS) else beside
