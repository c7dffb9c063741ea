"""SQL knows its layer: questions read mart, marts read stg, staging reads raw. Every question and every check has its header."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.reading import ROOT, files, tree
from tests.house.sql import NotFollowed, Statement, statements

# layer → the schema it makes, the schemas it reads (its own among them: a mart may be told from another)
LAYERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "10_raw": ("raw", ("raw",)),
    "20_staging": ("stg", ("raw", "stg")),
    "30_marts": ("mart", ("stg", "mart")),
}
WORDS = "One row per|Takes|Gives|Key|Behind|Name|Severity|Scope|Sentence"
LONGEST_NAME = 40  # of a rule: it stands in the heads of matrices
NOT_A_SENTENCE = re.compile(rf"(?:{WORDS}):|$")
ROW_MAKERS = {"unnest", "range", "generate_series"}  # the table functions that read nothing
EXAMPLES = "queries/examples"  # statements that people begin with: no questions of pages, with head lines of their own (tests/queries)
SEVERITIES = {"data/intake/checks": {"refuse", "warn"}, "data/store/checks": {"refuse", "warn"}}


def layering(root: Path) -> list[str]:
    found = [
        sentence for path, makes, reads in _rooms(root) for sentence in _breaches(path.relative_to(root).as_posix(), path, makes, reads)
    ]
    return list(dict.fromkeys(found))


def _rooms(root: Path) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    """(file, the schema it may make, the schemas it may read)"""
    for path in files(root, ".sql", "queries"):
        yield path, "", ("mart",)
    for path in files(root, ".sql", "data/store/checks"):
        yield path, "", ("mart", "stg")
    for path in files(root, ".sql", "data/intake/checks"):
        yield path, "", ("",)  # the tables of the one workbook, which have no schema
    for path in files(root, ".sql", "data/store/schema"):
        layer = next((name for name in LAYERS if any(part.startswith(name) for part in path.parts)), "")
        yield path, *LAYERS.get(layer, ("(no layer)", ()))


def _breaches(name: str, path: Path, makes: str, reads: tuple[str, ...]) -> Iterator[str]:
    try:
        found = statements(path)
    except NotFollowed as problem:
        yield f"{name}: cannot be followed: {problem}"
        return
    if not makes and len(found) != 1:
        yield f"{name}: one statement, not {len(found)}"
    for statement in found:
        yield from _breach(name, statement, makes, reads)


def _breach(name: str, statement: Statement, makes: str, reads: tuple[str, ...]) -> Iterator[str]:
    made = statement.makes
    if made and made != makes and not made.startswith(f"{makes}."):
        yield f"{name}: makes {made}, may make only {makes or 'nothing'}"
    for table in sorted(statement.tables):
        if table.rpartition(".")[0] not in reads:
            yield f"{name}: reads {table}, may read only {' and '.join(reads)}"
    for function in sorted(statement.functions - ROW_MAKERS):
        yield f"{name}: reads through {function}()"


def header(path: Path) -> dict[str, str]:
    """The lines "-- Word: …" at the head of a file, under their lower-case word; the first line of all under ""."""
    lines = [line[2:].strip() for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("--")]
    named = {m[1].lower(): m[2].strip() for line in lines if (m := re.match(rf"({WORDS}):(.*)", line))}
    return {"": lines[0] if lines else "", **named}


def _questions(root: Path) -> list[Path]:
    return [path for path in files(root, ".sql", "queries") if path.parent != root / EXAMPLES]


def question_headers(root: Path) -> list[str]:
    found = []
    for path in _questions(root):
        name, said = path.relative_to(root).as_posix(), header(path)
        found += [f"{name}: the header has no “{word}:”" for word in ("One row per", "Takes", "Gives", "Key") if not said.get(word.lower())]
        if NOT_A_SENTENCE.match(said[""]):
            found.append(f"{name}: the first line says what is asked")
        takes, gives, key = ({w.strip() for w in said.get(word, "").split(",")} - {"", "none"} for word in ("takes", "gives", "key"))
        if not key <= gives:
            found.append(f"{name}: Key names {sorted(key - gives)}, which Gives does not")
        if takes != (really := {p for s in statements(path) for p in s.takes}):
            found.append(f"{name}: Takes says {sorted(takes)}, the statement takes {sorted(really)}")
    return found


def check_headers(root: Path) -> list[str]:
    found = []
    for folder, severities in SEVERITIES.items():
        for path in files(root, ".sql", folder):
            name, said = path.relative_to(root).as_posix(), header(path)
            if not 0 < len(said.get("name", "")) <= LONGEST_NAME or said["name"].endswith("."):
                found.append(f"{name}: “-- Name:” is what people call the rule, at most {LONGEST_NAME} letters")
            if said.get("scope", "everyone") != "everyone":
                found.append(f"{name}: “-- Scope:” is everyone, or is left out")
            if said.get("severity") not in severities:
                found.append(f"{name}: “-- Severity:” is one of {sorted(severities)}")
            if not re.search(r"\w.*\.$", said.get("sentence", "")):
                found.append(f"{name}: “-- Sentence:” is a sentence and ends with a full stop")
            if NOT_A_SENTENCE.match(said[""]):
                found.append(f"{name}: the first line says what is wrong")
    return found


def pairs(root: Path) -> list[str]:
    """One .sql per question and one typed function of the same name beside it, and the other way round."""
    asked = {(path.parent.name, path.stem) for path in _questions(root)}
    typed = {
        (_subject(root, path), node.name)
        for path in files(root, ".py", "queries")
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef) and [a.arg for a in node.args.args[:2]] == ["store", "scope"] and not node.name.startswith("_")
    }
    return [f"queries/{s}/{n}.sql has no function {n}(store, scope, …)" for s, n in sorted(asked - typed)] + [
        f"queries: {s}.{n}(store, scope, …) has no queries/{s}/{n}.sql" for s, n in sorted(typed - asked)
    ]


def _subject(root: Path, path: Path) -> str:
    place = path.relative_to(root / "queries")
    return place.parts[0] if len(place.parts) > 1 else place.stem


@pytest.mark.parametrize("rule", [layering, question_headers, check_headers, pairs])
def test_the_sql_of_the_house_keeps_its_layers_and_headers(rule):
    found = rule(ROOT)
    assert not found, "\n".join(["", *found])
