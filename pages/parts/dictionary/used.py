"""Which pages show a figure, read from the pages themselves: the questions a page asks, and what the head of each says it gives."""

import ast
from functools import cache
from pathlib import Path

from pages.parts.dictionary.words import folded
from queries.reading import ROOM, listed

PAGES = Path(__file__).parents[2]
NO_PAGES = {"parts", "exports"}
FRAME = "pages.parts.filters"  # what the frame asks is on every page, and no page's own


@cache
def pages() -> dict[str, tuple[str, ...]]:
    """By column of an answer, the titles of the pages that ask for it, in alphabetical order."""
    shown: dict[str, set[str]] = {}
    for path in PAGES.glob("*/*.py"):
        if path.parent.name in NO_PAGES:
            continue
        title, asked = _page(path)
        for question in asked:
            for column in listed(question, "Gives"):
                shown.setdefault(column, set()).add(title)
    return {column: tuple(sorted(titles, key=folded)) for column, titles in shown.items()}


def _page(path: Path) -> tuple[str, set[str]]:
    """The title that a page says of itself, and the questions that it or a part of its own asks."""
    tree = _read(path)
    parts = {name for name in _imported(tree).values() if name.startswith("pages.parts.") and name != FRAME}
    files = [PAGES.parent.joinpath(*name.split(".")).with_suffix(".py") for name in parts]
    trees = [tree, *(_read(file) for file in files if file.exists())]
    return (ast.get_docstring(tree) or "").partition(":")[0], {question for each in trees for question in _asked(each)}


@cache
def _read(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def _imported(tree: ast.Module) -> dict[str, str]:
    """What names in a module stand for: {"found": "queries.quality"}."""
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return {name.asname or name.name: f"{node.module}.{name.name}" for node in nodes for name in node.names}


@cache
def _asked(tree: ast.Module) -> frozenset[str]:
    subjects = {name: whole.removeprefix("queries.") for name, whole in _imported(tree).items() if whole.startswith("queries.")}
    attributes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)]
    named = {f"{subjects[node.value.id]}/{node.attr}" for node in attributes if node.value.id in subjects}
    return frozenset(question for question in named if (ROOM / f"{question}.sql").exists())
