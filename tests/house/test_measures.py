"""Measures and manners: how long a file may be, what its first line says, what no file may hold, what lies at the top."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from tests.house.reading import NOT_OURS, ROOT, code, files, tree
from tests.house.test_pages import sections

TOP = {
    *("dashboard.py", "pages", "queries", "data", "tests", "requirements.txt", "README.md"),  # the rooms
    *("pyproject.toml", ".streamlit", "Makefile", "docs", "bench", "deploy", ".ci", ".gitignore"),  # each with its reason
}
DRAWERS = {"src", "utils", "util", "common", "core", "helpers", "helper", "misc", "lib"}  # names that say nothing of what is inside
PROMISES = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
MACHINES = re.compile(r"(?<![\w./])/(?:work|root|home|Users|opt)/\w|[A-Z]:\\Users|index-url")  # paths and hosts of one machine


def lengths(root: Path) -> list[str]:
    """Python to 200 lines, a page to 100, a question to 80."""
    pages = set(sections(root))
    measures = [(path, 100 if path in pages else 200) for path in files(root, ".py")]
    measures += [(path, 80) for path in files(root, ".sql", "queries")]
    counted = [(path, longest, len(path.read_text(encoding="utf-8").splitlines())) for path, longest in measures]
    return [f"{path.relative_to(root).as_posix()}: {lines} lines, at most {longest}" for path, longest, lines in counted if lines > longest]


def first_lines(root: Path) -> list[str]:
    """Every file that holds code says in its first line what it is for."""
    mute = [path for path in files(root, ".py") if tree(path).body and not (ast.get_docstring(tree(path)) or "").strip()]
    return [f"{path.relative_to(root).as_posix()}: no docstring says what it is for" for path in mute]


def promises(root: Path) -> list[str]:
    own = Path(__file__).name
    texts = [path for suffix in (".py", ".sql", ".toml", ".md", ".txt") for path in files(root, suffix) if path.name != own]
    found = [(path, rule.search(path.read_text(encoding="utf-8"))) for path in texts for rule in (PROMISES, MACHINES)]
    return [f"{path.relative_to(root).as_posix()}: {hit[0]}" for path, hit in found if hit]


def drawers(root: Path) -> list[str]:
    places = {part for path in files(root, ".py") for part in [path, *path.parents] if root in part.parents}
    return sorted(f"{place.relative_to(root).as_posix()}: a name that says nothing" for place in places if place.stem in DRAWERS)


def top(root: Path) -> list[str]:
    ignored = {line.strip("/") for line in _lines(root / ".gitignore")} | NOT_OURS
    return [f"{path.name}: nothing else at the top without a reason" for path in sorted(root.iterdir()) if path.name not in TOP | ignored]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


RULES = [lengths, first_lines, promises, drawers, top]


@pytest.mark.parametrize("rule", RULES)
def test_the_house_is_tidy(rule):
    found = rule(ROOT)
    assert not found, "\n".join(["", *found])


def test_the_measures_are_taken_of_something():
    assert len(code(ROOT)) > 10
    assert len(files(ROOT, ".py", "tests")) > 5


def test_requirements_are_pinned_exactly():
    wanted = [line.split(";")[0].strip() for name in ("requirements.txt", "tests/requirements.txt") for line in _lines(ROOT / name)]
    loose = [line for line in wanted if line and not line.startswith(("#", "-r ")) and not re.fullmatch(r"[\w.-]+(\[\w+\])?==[\w.]+", line)]
    assert loose == []


def test_streamlit_sends_nothing_out_and_does_not_collect_garbage_after_each_run():
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["runner"]["postScriptGC"] is False
    assert settings["client"]["toolbarMode"] == "minimal"
    assert "address" in settings["server"]


PLANTED = [
    (lengths, "data/store/build.py", "x = 1\n" * 201, "201 lines, at most 200"),
    (lengths, "pages/progress/money.py", "x = 1\n" * 101, "101 lines, at most 100"),
    (lengths, "queries/disbursement/by_unit.sql", "--\n" * 81, "81 lines, at most 80"),
    (first_lines, "data/store/build.py", "import os", "no docstring"),
    (promises, "data/store/build.py", "# TO" + "DO later", "TO" + "DO"),
    (promises, "docs/how-to.md", "see /ro" + "ot/notes", "/ro" + "ot/n"),
    (drawers, "data/utils/dates.py", "", "data/utils: a name"),
    (drawers, "pages/parts/helpers.py", "", "pages/parts/helpers.py: a name"),
    (top, "src/app.py", "", "src: nothing else at the top"),
]


@pytest.mark.parametrize(("rule", "place", "text", "sentence"), PLANTED, ids=[f"{p[1]}: {p[3]}" for p in PLANTED])
def test_what_is_untidy_is_found(rule, place, text, sentence, tmp_path):
    (tmp_path / place).parent.mkdir(parents=True)
    (tmp_path / place).write_text(text)
    assert [said for said in rule(tmp_path) if sentence in said]


def test_what_has_the_right_length_and_place_passes(tmp_path):
    for place, lines in {
        "data/store/build.py": 200,
        "pages/progress/money.py": 100,
        "pages/parts/ask.py": 200,
        "queries/money/by_unit.sql": 80,
    }.items():
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text('"""What it is for."""\n' + "x = 1\n" * (lines - 1))
    (tmp_path / ".gitignore").write_text("screenshots/\n")
    (tmp_path / "screenshots").mkdir()
    assert [sentence for rule in RULES for sentence in rule(tmp_path)] == []
