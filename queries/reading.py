"""The texts of the questions, read once, and what their functions share."""

from functools import cache
from pathlib import Path
from typing import Any, TypedDict

import pandas as pd

from data.store.reading import Scope, Store

ROOM = Path(__file__).parent


class NarrowedForAll(TypedDict, total=False):
    """What a reader may narrow a money question on the whole province to; a code left out, or None, means all of them."""

    component: str | None  # a component, or a project and with it all its components
    source: str | None
    capital_type: str | None


class Narrowed(NarrowedForAll, total=False):
    """What a reader may narrow a money question on units to; the same, and one unit."""

    unit: str | None


@cache
def sql(name: str) -> str:
    """The statement of a question, by subject and name: "disbursement/by_unit"."""
    return (ROOM / f"{name}.sql").read_text(encoding="utf-8")


@cache
def takes(name: str) -> frozenset[str]:
    """The parameters that the head of a question says it takes; tests hold it to them."""
    return frozenset(listed(name, "Takes")) - {"none"}


@cache
def head(name: str, word: str) -> str:
    """What the head of a question says under a word: Takes, Gives, Key, Behind; tests hold it to that."""
    said = next(line for line in sql(name).splitlines() if line.startswith(f"-- {word}:"))
    return said.partition(":")[2].strip()


def listed(name: str, word: str) -> list[str]:
    """The names in the head of a question under a word."""
    return [named.strip() for named in head(name, word).split(",")]


def answer(name: str, store: Store, scope: Scope, **asked: Any) -> pd.DataFrame:
    """The answer to a question for one viewer: what was asked, None where nothing was narrowed, and of the scope what it takes.

    The scope comes from nowhere else: asking with `units` raises TypeError. A parameter too many or too few raises ValueError.
    """
    scoped = {"units": scope.units, "benchmarks": scope.benchmarks}
    not_narrowed = dict.fromkeys(Narrowed.__annotations__.keys() - asked.keys())
    given = {key: value for key, value in {**not_narrowed, **scoped}.items() if key in takes(name)}
    return store.read(sql(name), **asked, **given)
