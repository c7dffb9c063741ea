"""Who may know whom: the table of the rooms, held against every import in the house."""

import ast
from pathlib import Path

import pytest

from tests.house.reading import ROOMS, ROOT, code, files, imports, module, said, tree, within

# room → the rooms it may know beside itself. Where two rooms fit a module, the longer name counts.
TOLD = ("data.intake", "data.registry", "data.publish", "data.store.frozen", "data.definitions", "data.home")
MAY_KNOW: dict[str, tuple[str, ...]] = {
    "dashboard": ("pages.parts.viewer", "pages.parts.filters"),
    "pages": ("pages.parts", "pages.exports", "queries"),  # pages/<section>/
    "pages.parts": ("queries", "pages.exports"),
    "pages.parts.ask": ("pages.parts", "queries", "data.store", "data.registry", "data.definitions", "data.home"),
    "pages.parts.viewer": ("pages.parts", "queries", "data.store", "data.registry", "data.home"),
    "pages.parts.tell": ("pages.parts", "queries", *TOLD),
    "pages.parts.charts": (),
    "pages.exports": ("pages.parts.formats", "pages.parts.headings"),
    "queries": ("data.store",),
    "data": (),
    "data.home": (),
    "data.definitions": (),
    "data.registry": ("data.home",),
    "data.intake": ("data.definitions", "data.home"),
    "data.store": ("data.definitions", "data.intake.archive", "data.home"),
    "data.samples": ("data",),
    "data.publish": ("data.definitions", "data.intake.archive", "data.registry", "data.store", "data.home"),
    "data.verbs": ("data",),  # what __main__ says, in files of its own
    "data.__main__": ("data",),
}
SECRET_LIBRARIES: dict[str, tuple[str, ...]] = {  # library → the only rooms that may import it
    "streamlit": ("dashboard", "pages"),
    "plotly": ("pages.parts.charts",),
    "duckdb": ("data",),
    "sqlalchemy": ("data.registry",),
    "alembic": ("data.registry",),
}
NO_STREAMLIT = ("pages.exports", "pages.parts.charts", "pages.parts.formats")  # charts and formats serve exports too


def room_of(name: str) -> str:
    return max((room for room in MAY_KNOW if within(name, room)), key=len)


def walls(root: Path) -> list[str]:
    found = []
    for path in code(root):
        own = room_of(module(root, path))
        allowed = (*MAY_KNOW[own], own)
        for other, line in imports(root, path):
            if other.split(".")[0] in ROOMS and (
                not any(within(other, room) for room in allowed) or _next_door(own, module(root, path), other)
            ):
                found.append(said(root, path, line, f"{own} may not know {other}"))
    return found


def _next_door(own: str, importer: str, other: str) -> bool:
    """One page never knows another: sections share through pages/parts."""
    return own == "pages" and room_of(other) == "pages"


def libraries(root: Path) -> list[str]:
    found = []
    for path in code(root):
        own = module(root, path)
        for other, line in imports(root, path):
            rooms = SECRET_LIBRARIES.get(other.split(".")[0])
            closed = rooms is not None and not any(within(own, room) for room in rooms)
            if closed or (other.split(".")[0] == "streamlit" and any(within(own, room) for room in NO_STREAMLIT)):
                found.append(said(root, path, line, f"{own} may not know {other.split('.')[0]}"))
    return found


def relatives(root: Path) -> list[str]:
    found = []
    for path in (*code(root), *files(root, ".py", "tests", "bench", "deploy")):
        lines = [node.lineno for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom) and node.level]
        found += [said(root, path, line, "imports are absolute") for line in lines]
    return found


def circles(root: Path) -> list[str]:
    """Every chain of imports that comes back to where it began (imports for type checkers alone do not run, so do not count)."""
    names = {module(root, path): path for path in code(root)}
    knows = {
        name: {other for other, _ in imports(root, path, while_typing=False) if other in names and other != name}
        for name, path in names.items()
    }
    return [
        f"{name} imports itself by way of {', '.join(sorted(knows[name] & reach))}"
        for name in names
        if name in (reach := _reach(knows, name))
    ]


def _reach(knows: dict[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    ahead = list(knows[start])
    while ahead:
        if (name := ahead.pop()) not in seen:
            seen.add(name)
            ahead.extend(knows[name])
    return seen


@pytest.mark.parametrize("rule", [walls, libraries, relatives, circles])
def test_every_import_in_the_house_is_one_the_table_allows(rule):
    found = rule(ROOT)
    assert not found, "\n".join(["", *found])


def test_the_rules_see_the_house_and_not_an_empty_folder():
    seen = {module(ROOT, path) for path in code(ROOT)}
    assert {"data.definitions", "data.home"} <= seen
    assert "data.definitions.models" in dict(imports(ROOT, ROOT / "data/definitions/__init__.py"))


PLANTED = [
    (walls, "pages/progress/money.py", "from data.store.reading import Store", "pages may not know data.store.reading"),
    (walls, "pages/progress/money.py", "import pages.targets.people", "pages may not know pages.targets.people"),
    (walls, "pages/parts/charts.py", "from pages.parts import formats", "pages.parts.charts may not know pages.parts"),
    (walls, "pages/parts/filters.py", "from data import intake", "pages.parts may not know data.intake"),
    (walls, "pages/parts/tell.py", "def f():\n    from data.store import build", "pages.parts.tell may not know data.store"),
    (walls, "dashboard.py", "import queries.disbursement", "dashboard may not know queries.disbursement"),
    (walls, "queries/disbursement.py", "from data.intake import receive", "queries may not know data.intake"),
    (walls, "data/intake/receive.py", "import data.store.build", "data.intake may not know data.store.build"),
    (walls, "data/store/build.py", "from data.intake import receive", "data.store may not know data.intake"),
    (walls, "data/registry/notes.py", "from data.definitions import load", "data.registry may not know data.definitions"),
    (walls, "data/home.py", "import data.definitions", "data.home may not know data.definitions"),
    (walls, "data/store/build.py", "from tests import plain", "data.store may not know tests"),
    (libraries, "pages/parts/formats.py", "import plotly.graph_objects as go", "may not know plotly"),
    (libraries, "pages/exports/book.py", "import streamlit as st", "may not know streamlit"),
    (libraries, "queries/disbursement.py", "import duckdb", "may not know duckdb"),
    (libraries, "data/intake/receive.py", "import streamlit", "may not know streamlit"),
    (libraries, "data/store/build.py", "import sqlalchemy", "may not know sqlalchemy"),
    (relatives, "data/store/build.py", "from .reading import Store", "imports are absolute"),
]


@pytest.mark.parametrize(("rule", "place", "line", "sentence"), PLANTED, ids=[f"{p[1]}: {p[2]}" for p in PLANTED])
def test_a_wall_pushes_back(rule, place, line, sentence, tmp_path):
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).write_text(line)
    for neighbour in ("data/intake", "data/store", "pages/parts"):
        (tmp_path / neighbour).mkdir(parents=True, exist_ok=True)
    assert [said for said in rule(tmp_path) if sentence in said]


def test_a_circle_of_imports_is_found_and_one_for_types_alone_is_not(tmp_path):
    for name, other in (("a", "b"), ("b", "c"), ("c", "a")):
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / f"data/{name}.py").write_text(f"from data import {other}")
    assert len(circles(tmp_path)) == 3
    (tmp_path / "data/c.py").write_text("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from data import a")
    assert circles(tmp_path) == []


def test_what_the_table_allows_passes(tmp_path):
    (tmp_path / "pages/progress").mkdir(parents=True)
    (tmp_path / "pages/parts").mkdir()
    (tmp_path / "pages/parts/ask.py").write_text("import streamlit\nfrom data.store.reading import Store\nfrom data.home import home")
    (tmp_path / "pages/progress/money.py").write_text(
        "import streamlit as st\nfrom pages.parts.ask import ask\nfrom queries import disbursement"
    )
    assert walls(tmp_path) == libraries(tmp_path) == []
