"""The texts of the questions, read once, and what their functions share."""

from functools import cache
from pathlib import Path
from typing import TypedDict

ROOM = Path(__file__).parent


class Narrowed(TypedDict, total=False):
    """What a reader may narrow a money question to; a code left out, or None, means all of them."""

    component: str | None  # a component, or a project and with it all its components
    source: str | None
    capital_type: str | None
    unit: str | None


@cache
def sql(name: str) -> str:
    """The statement of a question, by subject and name: "disbursement/by_unit"."""
    return (ROOM / f"{name}.sql").read_text(encoding="utf-8")


def narrow(narrowed: Narrowed) -> dict[str, str | None]:
    """Every parameter of `Narrowed`, None where the reader did not narrow."""
    return {
        "component": narrowed.get("component"),
        "source": narrowed.get("source"),
        "capital_type": narrowed.get("capital_type"),
        "unit": narrowed.get("unit"),
    }
