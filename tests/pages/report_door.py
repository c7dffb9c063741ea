"""The door open on a home, and a choice as the frame would make it: what papers are made from, without a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from data.store.reading import Scope, current_version, open_store
from pages.parts.ask import ask, opened
from pages.parts.choice import COMPONENT, SOURCE, TYPE, UNIT, Chosen
from queries import about, choices

NAMES = {
    COMPONENT: (choices.components, "code", "short_name"),
    SOURCE: (choices.fund_sources, "code", "name"),
    TYPE: (choices.capital_types, "code", "name"),
}  # fmt: skip
FIELDS = {COMPONENT: "component", SOURCE: "source", TYPE: "capital_type", UNIT: "unit"}


@contextmanager
def chosen(home: Path, on: date, **narrowed: str) -> Iterator[Chosen]:
    """For the length of the block every unit of the home may be asked about; `narrowed`: component, source, capital_type, unit."""
    store = open_store(home, current_version(home) or "")
    units = tuple(about.units(store, Scope(units=()))["unit_code"])
    with opened(store, Scope(units=units, benchmarks=True)):
        words = {key: _name(key, narrowed[field], on) for key, field in FIELDS.items() if field in narrowed}
        days = [day.date() for day in ask(choices.cut_offs, plan_year=on.year)["cut_off_on"] if day.date() < on]
        previous = max((day for day in days if (on - day).days >= 7), default=None)
        yield Chosen(on.year, on, **dict.fromkeys(FIELDS.values()) | narrowed, previous_on=previous, unknown=(), words=words)


def _name(key: str, code: str, on: date) -> str:
    if key == UNIT:
        units = ask(choices.reporting_units, plan_year=on.year)
        return str(units.set_index("unit_code")["short_name"][code])
    question, column, name = NAMES[key]
    told = str(ask(question).set_index(column)[name][code])
    return f"{code} · {told}" if key == COMPONENT else told
