"""The child that asks one statement: a read-only file, little memory, little time, no environment. It may be killed at any moment.

Run as a file of its own (`python -I child.py`), so that it needs nothing of ours: one JSON request on stdin, one JSON answer on stdout.
The engine's own guards are not enough (docs/decisions.md), so the process is the boundary; what is refused in here is refused in words.
"""

import contextlib
import datetime as dt
import json
import os
import re
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

GUARDS = (  # in this order: the last one locks the others
    ("TimeZone", "'Asia/Ho_Chi_Minh'"), ("temp_directory", "''"), ("max_temp_directory_size", "'0GB'"), ("secret_directory", "''"),
    ("enable_external_access", "false"), ("lock_configuration", "true"),
)  # fmt: skip
NODES = {"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE"}
TABLES = {"BASE_TABLE", "SUBQUERY", "JOIN", "TABLE_FUNCTION", "EXPRESSION_LIST", "PIVOT", "EMPTY"}
OTHERS = {"ORDER_MODIFIER", "LIMIT_MODIFIER", "LIMIT_PERCENT_MODIFIER", "DISTINCT_MODIFIER", "ORDER_DEFAULT", "ASCENDING", "DESCENDING"}
TABLE_FUNCTIONS = {"unnest", "range", "generate_series"}
SPEAKING = {"current_catalog", "current_database", "current_role", "current_schema", "current_user", "session_user", "user"}
PLAIN = re.compile(r'BOOLEAN|FLOAT|DOUBLE|DATE|TIMESTAMP|VARCHAR|"NULL"|[A-Z]*INT|INTEGER|UINTEGER|DECIMAL\(\d+,\d+\)')
LETTERS, MESSAGE = 10_000, 50_000  # of one value (what is longer is cut), of what the engine says
COLUMNS, BYTES = 500, 8_000_000  # of an answer; bytes of its rows


class Refused(Exception):
    """args: a code, what it is about, and its place (bytes from the beginning of what the engine was given) if it has one."""


def limit(memory: int, cpu_seconds: int) -> None:
    """Let this process have no more, write no file, and be the first to go when the machine runs short."""
    os.nice(10)
    sys.setrecursionlimit(10_000)  # a statement may be nested as deep as the engine lets it
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def opened(path: str, engine_memory: int) -> duckdb.DuckDBPyConnection:
    """The file, read-only; from then on the system gives this process no other file, no socket and no process."""
    db = duckdb.connect(path, read_only=True, config={
        "autoinstall_known_extensions": False, "autoload_known_extensions": False, "allow_community_extensions": False,
        "allow_extension_repositories": "forbidden", "allow_persistent_secrets": False, "python_enable_replacements": False,
        "memory_limit": f"{engine_memory}B", "threads": 1, "async_threads": 0, "max_expression_depth": 250, "errors_as_json": True,
    })  # fmt: skip
    for name, value in GUARDS:
        db.execute(f"set global {name} = {value}")
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    return db


def gate(db: duckdb.DuckDBPyConnection, request: dict[str, Any]) -> None:
    """Exactly one SELECT, of the tables and functions offered and no others, with its parameters. Raises Refused, duckdb.Error."""
    sql, given = request["sql"], set(request["parameters"])
    statement = _one(db, sql)
    try:
        kind = statement.type.name
    except ValueError:  # a kind of statement that this package has no name for
        kind = "?"
    if kind != "SELECT":
        raise Refused("select", kind, None)
    if given ^ statement.named_parameters:
        raise Refused("parameter", min(given ^ statement.named_parameters), None)
    told = json.loads(db.execute("select json_serialize_sql($sql::varchar)", {"sql": sql}).fetchall()[0][0])
    if told["error"]:
        raise Refused("select", told.get("error_message", ""), int(told["position"]) if "position" in told else None)
    tables, functions = {tuple(name.split(".")) for name in request["tables"]}, set(request["functions"])
    for node, names in _nodes(told["statements"]):
        _may_stand(node, tables | names, functions)


def _may_stand(node: dict[str, Any], tables: set[tuple[str, ...]], functions: set[str]) -> None:
    """One part of the statement. Raises Refused."""
    place, kind, called = node.get("query_location"), node.get("type"), node.get("function_name", "")
    if "class" not in node and isinstance(kind, str) and kind not in NODES | TABLES | OTHERS:
        raise Refused("select", kind, place)
    if kind == "BASE_TABLE" and (path := tuple(_lower(part) for part in node["qualified_name"]["path"])) not in tables:
        raise Refused("table", ".".join(path), place)
    if kind == "TABLE_FUNCTION":
        called, functions = node["function"].get("function_name", "?"), TABLE_FUNCTIONS
    if kind == "COLUMN_REF" and len(node["column_names"]) == 1 and _lower(node["column_names"][0]) in SPEAKING:
        called = node["column_names"][0]  # a function that is called without brackets
    if called and _lower(called) not in functions:
        raise Refused("function", called, place)


def _nodes(told: Any) -> Iterator[tuple[dict[str, Any], set[tuple[str, ...]]]]:
    """Every part of a statement, with the names that `with` gives there: a name is known after its own line, inside it when it recurs."""
    waiting: list[tuple[Any, set[tuple[str, ...]]]] = [(told, set())]
    while waiting:
        one, names = waiting.pop()
        if isinstance(one, list):
            waiting.extend((each, names) for each in one)
        elif isinstance(one, dict):
            for entry in (one.get("cte_map") or {}).get("map", ()):
                own = {(_lower(entry["key"]),)}
                recurs = entry["value"]["query_node"]["type"] == "RECURSIVE_CTE_NODE"
                waiting.append((entry["value"], names | own if recurs else names))
                names = names | own
            yield one, names
            waiting.extend((value, names) for key, value in one.items() if key != "cte_map")


def _lower(name: str) -> str:
    """As the engine compares names: A to Z only, so that no other alphabet's letter passes for one of these."""
    return name.encode().lower().decode()


def asked(db: duckdb.DuckDBPyConnection, request: dict[str, Any]) -> str:
    """The answer as JSON: columns with their kinds, the first rows, whether something was left out. Raises Refused."""
    sql, given = request["sql"], {name: _given(value) for name, value in request["parameters"].items()}
    before = after = ""
    try:
        gate(db, request)
        before = "describe\n"
        columns = [(name, str(kind)) for name, kind, *_ in db.execute(_one(db, before + sql), given).fetchall()]
        if len(columns) > COLUMNS:
            raise Refused("columns", str(len(columns)), None)
        # what is not plain comes as the engine's own text: Python would round some of it
        parts = [f"#{n}" if PLAIN.fullmatch(kind) else f"#{n}::varchar" for n, (_, kind) in enumerate(columns, 1)]
        before, after = (f"select {', '.join(parts)} from (\n", "\n)") if "::varchar" in "".join(parts) else ("", "")
        rows, *left_out = _rows(db.execute(_enclosed(db, before, sql, after), given), request["rows"])
    except (duckdb.IOException, duckdb.SerializationException):
        raise Refused("copy", "", None) from None
    except duckdb.Error as problem:
        said = str(problem).replace(Path(request["path"]).stem, "store")
        raise Refused("failed", said[:MESSAGE], len(before)) from None
    return f'{{"columns": {json.dumps(columns)}, "rows": [{", ".join(rows)}], "left_out": {json.dumps(left_out)}}}'


def _enclosed(db: duckdb.DuckDBPyConnection, before: str, sql: str, after: str) -> duckdb.Statement:
    """The statement in brackets, without its last semicolon and what comments follow that."""
    for end in (len(sql), *(found.start() for found in reversed([*re.finditer(";", sql)]))):
        with contextlib.suppress(duckdb.ParserException):
            return _one(db, before + sql[:end] + after)
    return _one(db, before + sql + after)


def _one(db: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """What is asked is what was read, and nothing behind it: a semicolon at the beginning would end what stands before it."""
    statements = db.extract_statements(sql)
    if len(statements) != 1:
        raise Refused("one", str(len(statements)), None)
    return statements[0]


def _rows(answer: duckdb.DuckDBPyConnection, most: int) -> tuple[list[str], bool, bool]:
    rows: list[str] = []  # with whether there were more, and whether a text of them is cut
    size, is_short = 0, False
    while (row := answer.fetchone()) is not None:
        line = json.dumps([_plain(value) for value in row], ensure_ascii=False)
        size += len(line.encode())
        if len(rows) == most or size > BYTES:
            return rows, True, is_short
        is_short = is_short or any(isinstance(value, str) and len(value) > LETTERS for value in row)
        rows.append(line)
    return rows, False, is_short


def _plain(value: Any) -> Any:
    if isinstance(value, str) and len(value) > LETTERS:
        return f"{value[:LETTERS]}…"
    return value if value is None or isinstance(value, (str, bool, int, float)) else str(value)


def _given(value: Any) -> Any:
    """A parameter as it came through JSON: a day is {"day": in ISO}."""
    if isinstance(value, list):
        return [_given(each) for each in value]
    return dt.date.fromisoformat(value["day"]) if isinstance(value, dict) else value


def main() -> None:
    request = json.loads(sys.stdin.buffer.read())
    limit(request["memory"], request["cpu_seconds"])
    try:
        answer = asked(opened(request["path"], request["memory"] // 2), request)
    except Refused as refused:
        answer = json.dumps({"refused": refused.args})
    except (MemoryError, duckdb.Error) as problem:
        answer = json.dumps({"refused": ["memory" if isinstance(problem, MemoryError) else "copy", "", None]})
    sys.stdout.buffer.write(answer.encode(errors="replace"))
    sys.stdout.buffer.flush()
    os._exit(0)  # nothing of the engine's needs to be closed


if __name__ == "__main__":
    main()
