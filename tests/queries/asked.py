"""Every question of the house: its header, its function, and the arguments a page would ask it with."""

import importlib
import inspect
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from data.store.reading import Store
from queries.defined import SUBJECTS
from queries.reading import ROOM

A_CELL = "select submission_id as submission, sheet, cell from mart.warning where rule = 'overspent' order by all limit 1"
FIGURES = {  # of which the cells are asked for
    "attained": "measured_share", "findings": "amount_vnd", "obstacles": "held_up_vnd", "reports": "on_time_share",
    "results": "attainment_share",
    "treasury": "difference_vnd", "warnings": "warning_count",
}  # fmt: skip
ROOMS = sorted({path.parent for path in ROOM.glob("*/*.sql")} - {ROOM / "examples"})  # which holds statements for people, no questions
NAMES = sorted(path.relative_to(ROOM).with_suffix("").as_posix() for room in ROOMS for path in room.glob("*.sql"))


def header(name: str) -> dict[str, str]:
    """The header lines "-- Takes: …" of a statement, by their first word; the sentence on top under "What"."""
    lines = [line[3:].strip() for line in (ROOM / f"{name}.sql").read_text(encoding="utf-8").splitlines() if line.startswith("-- ")]
    return {"What": lines[0]} | {key: rest.strip() for key, _, rest in (line.partition(":") for line in lines[1:6])}


def listed(text: str) -> list[str]:
    """The names in a header line; a remark in brackets or "none" is no name."""
    return [] if text == "none" else [word.strip() for word in text.split(",")]


def function(name: str) -> Callable[..., Any]:
    subject, _, question = name.partition("/")
    return getattr(importlib.import_module(f"queries.{subject}"), question)  # type: ignore[no-any-return]


def arguments(name: str, on: date, store: Store) -> dict[str, Any]:
    """The arguments without which the question cannot be asked; a cell that is warned of, where one is asked for."""
    wanted = inspect.signature(function(name)).parameters
    given = {"plan_year": on.year, "on": on, "today": on, "for_year": on.year + 1, "indicator": "KH-VIECLAM", "group": "DA7"}
    if name.startswith("meetings/"):  # a meeting comes after the cut-off it looks at
        given["today"] = date(on.year, 12, 31)
    given |= {"round_code": "2024-T08", "unit": "941"}  # a report that came late
    given |= store.read(A_CELL).iloc[0].to_dict()
    given["submissions"] = tuple(store.read("select distinct submission_id from mart.warning where scope = 'across'")["submission_id"])
    given["figure"] = FIGURES.get(name.partition("/")[2], "disbursed_share")
    if name.startswith("pivot/") and (told := SUBJECTS.get(name.removeprefix("pivot/").removesuffix("_lines"))):
        given |= {"rows": told.dimensions[:3], "columns": told.dimensions[3:5], "kept": told.kept, "apart": told.apart}
        given |= {"years": (on.year,), "days": (on,)}
        return {key: value for key, value in given.items() if key in listed(header(name)["Takes"])}
    always = {"plan_year", "on"}
    return {
        key: value for key, value in given.items() if key in wanted and (key in always or wanted[key].default is inspect.Parameter.empty)
    }


def functions_of(subject: Path) -> set[str]:
    """The questions a subject offers as functions."""
    module = importlib.import_module(f"queries.{subject.name}")
    return {n for n, f in inspect.getmembers(module, inspect.isfunction) if f.__module__ == module.__name__ and not n.startswith("_")}
