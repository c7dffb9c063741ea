"""The tables that people may ask in SQL, as an office describes them: what each holds, and every column; a .toml each in schema/tables/."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

ROOM = Path(__file__).parent / "schema" / "tables"
SHARED = "columns.toml"  # what a column means wherever it stands, by name


class Unclear(Exception):
    """The description of a table cannot be read; the text says which and why."""


class Column(NamedTuple):
    """A column; without `about` its words are those of the measure or dimension of its name."""

    name: str
    kind: str
    about: str = ""


class Table(NamedTuple):
    """A table of mart. `units`: its columns of unit codes, by which a viewer's rows are chosen. `of`: instead, the table and the column by
    which its rows belong to others ("finding.finding_id"). Neither: the same rows for everybody.
    `passes_on`: what was of a unit is also for the unit that followed it (figures.md 18). `left_out`: columns not offered.
    """

    name: str
    label: str
    about: str
    one_row_per: str
    units: tuple[str, ...]
    columns: tuple[Column, ...]
    legal_basis: str = ""
    position: int = 0
    of: str = ""
    passes_on: bool = False
    left_out: tuple[str, ...] = ()

    def seen(self, mart: str = "mart") -> str:
        """SQL: whether a row is one that a viewer may see. Takes $units and $benchmarks; `mart` is the whole store's schema, unnarrowed.

        A row that names several units is for those who may see any of them; one that names no reporting unit, for those who may see every
        unit. What was set or published for the province is a benchmark: not for whom it would tell one unit's part (figures.md 16).
        """
        if self.of:
            above, _, column = self.of.partition(".")
            return f"{column} in (select {column} from {mart}.{above} where {_named()[above].seen(mart)})"
        if not self.units:
            return "true"
        mine = "(select unnest($units))"
        if self.passes_on:
            mine = f"(select unnest($units) union all select unit_code from {mart}.unit_follows where current_code in {mine})"
        outside = f"(select count(*) from {mart}.unit where unit_code not in (select unnest($units)))"
        blank = [f"coalesce({column}, '')" for column in self.units]
        named = [f"{column} in {mine}" for column in self.units]
        nobody = f"({' and '.join(f'{column} not in (select unit_code from {mart}.unit)' for column in blank)} and {outside} = 0)"
        whole = f"({self.units[0]} in (select unit_code from {mart}.province) and $benchmarks and {outside} not in (1, 2))"
        return f"coalesce({' or '.join((*named, nobody, whole))}, false)"


@cache
def tables() -> tuple[Table, ...]:
    """Every documented table, in the order of reading. Raises Unclear."""
    shared = TypeAdapter(dict[str, str]).validate_python(_read(ROOM / SHARED))
    told = [_table(path, shared) for path in sorted(ROOM.glob("*.toml")) if path.name != SHARED]
    known = {table.name for table in told}
    for table in told:
        if table.of and table.of.partition(".")[0] not in known:
            raise Unclear(f"{table.name}.toml: of = {table.of!r} names no documented table")
    return tuple(sorted(told, key=lambda table: (table.position, table.name)))


def _named() -> dict[str, Table]:
    return {table.name: table for table in tables()}


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Column(_Told):
    kind: str
    about: str = ""


class _Table(_Told):
    label: str
    about: str
    one_row_per: str
    columns: dict[str, str | _Column]  # a kind alone, where the name says what it is
    units: tuple[str, ...] = ()
    of: str = ""
    passes_on: bool = False
    left_out: tuple[str, ...] = ()
    legal_basis: str = ""
    position: int


def _table(path: Path, shared: dict[str, str]) -> Table:
    try:
        told = _Table.model_validate(_read(path))
    except ValidationError as problem:
        first = problem.errors()[0]
        raise Unclear(f"{path.name}: {'.'.join(str(part) for part in first['loc'])}: {first['msg']}") from problem
    columns = tuple(
        Column(name, column, shared.get(name, "")) if isinstance(column, str) else Column(name, column.kind, column.about)
        for name, column in told.columns.items()
    )
    for unit in told.units:
        if unit not in {*told.columns, *told.left_out}:
            raise Unclear(f"{path.name}: units names {unit!r}, which is no column of it")
    fields = {name: getattr(told, name) for name in _Table.model_fields if name != "columns"}
    return Table(name=path.stem, columns=columns, **fields)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as problem:
        raise Unclear(f"{path.name}: {problem}") from problem
