"""What a statement of SQL reads and makes, by DuckDB's own parser: the tables, table functions and parameters of its SELECT."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

# json_serialize_sql takes SELECTs alone, so what stands before one is taken off
MAKES_FROM_SELECT = re.compile(
    r"create\s+(?:or\s+replace\s+)?(?:temp(?:orary)?\s+)?(?:view|table)\s+(?:if\s+not\s+exists\s+)?(?P<name>[\w.]+)\s*(?:\([\w\s,]*\)\s*)?as\s+(?P<select>.+)",
    re.I | re.S,
)
MAKES_MACRO = re.compile(
    r"create\s+(?:or\s+replace\s+)?(?:temp\s+)?(?:macro|function)\s+(?P<name>[\w.]+)\s*\(.*?\)\s*as\s+(?P<table>table\s+)?(?P<select>.+)",
    re.I | re.S,
)
FILLS = re.compile(
    r"insert\s+(?:or\s+\w+\s+)?into\s+(?P<name>[\w.]+)\s*(?:by\s+name\s+)?(?:\([\w\s,]*\)\s*)?(?P<select>(?:select|from|with)\b.+)",
    re.I | re.S,
)
MAKES_EMPTY = re.compile(
    r"create\s+(?:or\s+replace\s+)?(?:(?:temp(?:orary)?\s+)?table|schema|type|sequence|(?:unique\s+)?index)\s+(?:if\s+not\s+exists\s+)?(?P<name>[\w.]+)",
    re.I,
)
COMMENT = re.compile(r"\A(?:\s+|--[^\n]*\n|/\*.*?\*/)+", re.S)


class NotFollowed(Exception):
    """A statement whose reading cannot be seen."""


@dataclass(frozen=True)
class Statement:
    """One statement: the name it makes or fills ("" for a question), what it reads, what it takes."""

    makes: str
    tables: frozenset[str]
    functions: frozenset[str]
    takes: frozenset[str]


def statements(path: Path) -> list[Statement]:
    return list(_statements(path.read_text(encoding="utf-8")))


@cache
def _statements(text: str) -> tuple[Statement, ...]:
    try:
        with duckdb.connect() as connection:
            parts = [COMMENT.sub("", part.query) for part in connection.extract_statements(text)]
    except duckdb.Error as problem:
        raise NotFollowed(str(problem)) from None
    return tuple(_statement(part.strip().rstrip(";")) for part in parts)


def _statement(text: str) -> Statement:
    if found := MAKES_MACRO.fullmatch(text):
        return _select(found["select"] if found["table"] else f"select {found['select']}", found["name"])
    if found := MAKES_FROM_SELECT.fullmatch(text) or FILLS.fullmatch(text):
        return _select(found["select"], found["name"])
    if found := MAKES_EMPTY.match(text):
        return Statement(found["name"], frozenset(), frozenset(), frozenset())
    return _select(text, "")


def _select(text: str, makes: str) -> Statement:
    with duckdb.connect() as connection:
        row = connection.execute("select json_serialize_sql(?)", [text]).fetchone()
    whole = json.loads(row[0] if row else "{}")
    if whole.get("error", True):
        raise NotFollowed(f"{whole.get('error_message')}: {text[:60]}…")
    named = {entry["key"] for node in _nodes(whole) for entry in (node.get("cte_map") or {}).get("map", [])}
    tables = {_full_name(node) for node in _nodes(whole) if node.get("type") == "BASE_TABLE"} - named
    called = [node["function"] for node in _nodes(whole) if node.get("type") == "TABLE_FUNCTION"]
    tables |= {f"{call['schema']}.{call['function_name']}" for call in called if call["schema"]}
    functions = {call["function_name"] for call in called if not call["schema"]}
    takes = {node["identifier"] for node in _nodes(whole) if node.get("type") == "VALUE_PARAMETER"}
    return Statement(makes, frozenset(tables), frozenset(functions), frozenset(takes))


def _full_name(node: dict[str, Any]) -> str:
    return ".".join(part for part in (node["catalog_name"], node["schema_name"], node["table_name"]) if part)


def _nodes(whole: Any) -> Iterator[dict[str, Any]]:
    if isinstance(whole, dict):
        yield whole
        whole = list(whole.values())
    if isinstance(whole, list):
        for part in whole:
            yield from _nodes(part)
