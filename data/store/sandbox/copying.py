"""The process that makes a viewer's copy: the documented tables of a store, with the rows of some units, in a file of its own.

Run as a file of its own (`python -I copying.py`): one JSON request on stdin. Apart from the server, so that its memory and its hold of
the store's file are not the server's.
"""

import json
import sys
from typing import Any

import duckdb


def copy(store: str, new: str, tables: list[tuple[str, str, list[str]]], given: dict[str, Any], storage: str) -> None:
    """Write `new`. tables: name, which rows (SQL, with the parameters given), columns."""
    config: dict[str, Any] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "memory_limit": "1GB",
        "threads": 1,
    }
    with duckdb.connect(":memory:", config=config) as db:
        db.execute(f"attach {_quoted(store)} as store (read_only)")
        db.execute(f"attach {_quoted(new)} as scoped (storage_version '{storage}')")
        db.execute("use store")
        db.execute("create schema scoped.mart")
        for name, seen, columns in tables:
            listed = ", ".join(f'"{column}"' for column in columns)
            statement = f'create table scoped.mart."{name}" as select {listed} from mart."{name}" where {seen}'
            named = db.extract_statements(statement)[0].named_parameters
            db.execute(statement, {key: value for key, value in given.items() if key in named})
        db.execute("use memory")
        db.execute("detach scoped")


def _quoted(path: str) -> str:
    return "'" + path.replace("'", "''") + "'"


if __name__ == "__main__":
    try:
        copy(**json.loads(sys.stdin.buffer.read()))
    except duckdb.Error as problem:
        sys.exit(str(problem))
