"""Asking what people wrote themselves: one SELECT, in a child process, of a file that holds only what the viewer may see."""

import json
import re
import time
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from data.store import documented
from data.store.reading import Scope
from data.store.sandbox.copies import Uncopied, scoped
from data.store.sandbox.running import Refused, run

__all__ = ["LIMITS", "Answer", "Limits", "Refused", "ask", "functions", "parameters", "prepare", "scoped"]


@dataclass(frozen=True)
class Limits:
    """What one statement may use: bytes of memory, seconds, rows of an answer, letters of the statement."""

    memory: int = 1_500_000_000
    cpu_seconds: int = 7
    wall_seconds: float = 8.0
    rows: int = 10_000
    letters: int = 20_000


LIMITS = Limits()
MESSAGE = 1_000  # letters of what the engine says: it may list a hundred candidates
GIVEN = 200_000  # bytes of parameters
_PARAMETER = re.compile(  # a text or comment ends at its end or with the statement, so that nothing is looked through twice
    r"""'[^']*(?:'|\Z) | "[^"]*(?:"|\Z) | --[^\n]* | /\*.*?(?:\*/|\Z)
    | \$(?P<tag>[a-z_]\w*|)\$.*?(?:\$(?P=tag)\$|\Z) | \$(?P<name>[a-z_]\w*)""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True)
class Answer:
    """What came back. `kinds` are the engine's types by column; values are None, bool, int, float, Decimal, date, datetime, and for every
    other kind the engine's own text; so are days that Python does not know. `is_cut`: there were more rows; `is_shortened`: the end of a
    very long text is left out ("…").
    """

    columns: list[str]
    kinds: list[str]
    rows: list[list[Any]]
    is_cut: bool
    seconds: float
    is_shortened: bool = False


def ask(path: Path, scope: Scope, folder: Path, sql: str, parameters: dict[str, Any], limits: Limits = LIMITS) -> Answer:
    """Ask one statement of this viewer's rows of a store; `folder` keeps the copies. Raises Refused; whatever becomes of the child, this
    process goes on.
    """
    started = time.monotonic()
    request = _request(sql, parameters, limits)
    try:
        told = run(request | {"path": str(copy := scoped(path, scope, folder))}, limits.wall_seconds)
        if told.get("refused", [""])[0] == "copy":  # swept away or damaged meanwhile: make it anew, once
            copy.unlink(missing_ok=True)
            told = run(request | {"path": str(scoped(path, scope, folder))}, limits.wall_seconds)
    except Uncopied as problem:
        raise Refused("copy", str(problem)) from problem
    try:
        if "refused" in told:
            raise _refused(sql, *told["refused"])
        is_cut, is_shortened = told["left_out"]
        kinds = [kind for _, kind in told["columns"]]
        rows = [[_value(value, kind) for value, kind in zip(row, kinds, strict=True)] for row in told["rows"]]
        return Answer([name for name, _ in told["columns"]], kinds, rows, is_cut, time.monotonic() - started, is_shortened)
    except (KeyError, TypeError, ValueError) as problem:  # a child that was led astray may say anything
        raise Refused("stopped", str(problem)) from problem


def prepare(path: Path, scope: Scope, folder: Path) -> None:
    """Make this viewer's copy, where it is not there yet: seconds for a new version of the figures. Raises Refused."""
    try:
        scoped(path, scope, folder)
    except Uncopied as problem:
        raise Refused("copy", str(problem)) from problem


def parameters(sql: str) -> tuple[str, ...]:
    """The names of the parameters in a statement, without "$", in their order; what stands in texts and comments is none."""
    return tuple(dict.fromkeys(found["name"] for found in _PARAMETER.finditer(sql) if found["name"]))


@cache
def functions() -> tuple[str, ...]:
    """The functions that a statement may use, operators among them."""
    lines = Path(__file__).with_name("functions.txt").read_text(encoding="utf-8").splitlines()
    return tuple(name for line in lines if not line.startswith("# ") for name in line.split())


def _request(sql: str, parameters: dict[str, Any], limits: Limits) -> dict[str, Any]:
    if len(sql) > limits.letters:
        raise Refused("long", str(len(sql)))
    try:
        sql.encode()
        given = {name: _given(value) for name, value in parameters.items()}
        if len(json.dumps(given).encode()) > GIVEN:
            raise Refused("long", "parameters")
    except UnicodeEncodeError:
        raise Refused("text") from None
    return {
        "sql": sql, "parameters": given, "tables": [f"mart.{table.name}" for table in documented.tables()], "functions": functions(),
        "memory": limits.memory, "cpu_seconds": limits.cpu_seconds, "rows": limits.rows,
    }  # fmt: skip


def _given(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_given(each) for each in value]
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _refused(sql: str, code: str, what: str, place: int | None) -> Refused:
    """What the child refused; of an error of the engine, which comes as JSON behind its title, its parts."""
    if code != "failed":
        return Refused(code, what, _letters(sql, place))
    try:
        said = json.loads(what[what.index("{") :])
    except ValueError:
        return Refused("failed", what[:MESSAGE])
    if said["exception_type"] == "Out of Memory":
        return Refused("memory")
    kind = {name: str(said[name])[:MESSAGE] for name in ("exception_type", "error_subtype", "name", "candidates") if name in said}
    found = int(said["position"]) - (place or 0) if "position" in said else None
    return Refused("failed", said["exception_message"][:MESSAGE], _letters(sql, found), kind)


def _letters(sql: str, place: int | None) -> int | None:
    """The engine counts bytes; a place outside the statement is none."""
    whole = sql.encode()
    return None if place is None or not 0 <= place <= len(whole) else len(whole[:place].decode(errors="ignore"))


def _value(value: Any, kind: str) -> Any:
    if not isinstance(value, str) or kind == "VARCHAR":
        return value
    try:
        if kind.startswith("DECIMAL(") and kind.endswith(")"):
            return Decimal(value)
        if kind == "DATE":
            return date.fromisoformat(value)
        return datetime.fromisoformat(value) if kind.startswith("TIMESTAMP") and not kind.endswith("_NS") else value
    except ValueError:  # a day before or after Python's, or infinity
        return value
