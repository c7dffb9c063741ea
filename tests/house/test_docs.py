"""The documents say what is there: verbs exist, places exist, every library is accounted for, the README stays short."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.reading import ROOT, files, tree

VERBS = {"install", "run", "serve", "test", "check", "fix", "sample", "soak", "bench"}
PLACE = re.compile(r"`((?:data|pages|queries|tests|docs|bench|\.ci|\.streamlit)/[\w./*-]*|dashboard\.py|Makefile)`")
NOT_IN_GIT = "data/local"


def papers(root: Path) -> list[Path]:
    return [root / "README.md", *sorted((root / "docs").glob("*.md"))]


def targets(root: Path) -> set[str]:
    """The verbs of the Makefile that `make help` lists."""
    return set(re.findall(r"^([a-z]+):.*## \S", (root / "Makefile").read_text(encoding="utf-8"), re.M))


def verbs(root: Path) -> set[str]:
    """The verbs of `python -m data`: functions under @app.command, by the name given there or their own."""
    found = set()
    for path in files(root, ".py", "data"):
        if path.relative_to(root).parts[1].removesuffix(".py") not in ("__main__", "verbs"):
            continue
        for node in ast.walk(tree(path)):
            for mark in getattr(node, "decorator_list", []):
                if isinstance(node, ast.FunctionDef) and isinstance(mark, ast.Call) and getattr(mark.func, "attr", "") == "command":
                    found.add(str(mark.args[0].value) if mark.args and isinstance(mark.args[0], ast.Constant) else node.name)
    return found


def make_exists(root: Path) -> list[str]:
    return _unknown(root, re.compile(r"(?:`|^)make ([a-z]+)\b", re.M), targets(root), "make")


def verbs_exist(root: Path) -> list[str]:
    return _unknown(root, re.compile(r"python(?:3)? -m data ([a-z]+)"), verbs(root), "python -m data")


def _unknown(root: Path, asked: re.Pattern[str], known: set[str], before: str) -> list[str]:
    named = {(paper, verb) for paper in papers(root) for verb in asked.findall(paper.read_text(encoding="utf-8"))}
    return [f"{paper.name}: there is no “{before} {verb}”" for paper, verb in sorted(named) if verb not in known]


def places_exist(root: Path) -> list[str]:
    named = {(paper, place) for paper in papers(root) for place in PLACE.findall(paper.read_text(encoding="utf-8"))}
    gone = [(paper, place) for paper, place in sorted(named) if not place.startswith(NOT_IN_GIT) and not any(root.glob(place.rstrip("/")))]
    return [f"{paper.name}: there is no {place}" for paper, place in gone]


def libraries_are_decided(root: Path) -> list[str]:
    """What we take ourselves (the first part of requirements.txt) stands in docs/decisions.md, in the pinned version."""
    own = (root / "requirements.txt").read_text(encoding="utf-8").split("\n\n")[0]
    decided = (root / "docs/decisions.md").read_text(encoding="utf-8")
    pins = re.findall(r"^([\w-]+)(?:\[\w+\])?==([\w.]+)", own, re.M)
    return [f"docs/decisions.md: {name} {version} is not accounted for" for name, version in pins if f"{name} {version}" not in decided]


RULES = [make_exists, verbs_exist, places_exist, libraries_are_decided]


@pytest.mark.parametrize("rule", RULES)
def test_the_documents_say_what_is_there(rule):
    found = rule(ROOT)
    assert not found, "\n".join(["", *found])


def test_every_verb_of_the_house_is_in_the_makefile():
    assert targets(ROOT) >= VERBS


def test_the_readme_begins_with_the_two_commands_and_stays_short():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    first = readme.split("```")[1]
    assert [line.split("#")[0].strip() for line in first.strip().splitlines()] == ["make run", "make test"]
    assert len(readme.splitlines()) <= 80
    assert len(readme.split()) <= 800


def test_the_readme_names_every_verb_of_data():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {verb for verb in verbs(ROOT) if not re.search(rf"`{verb}`|-m data {verb}\b", readme)} == set()


def test_ci_runs_what_the_makefile_checks():
    script = ROOT / ".ci/run"
    assert "make check" in script.read_text(encoding="utf-8")
    assert script.stat().st_mode & 0o100


PLANTED = [
    (make_exists, "Then `make dinner`.", "make dinner"),
    (make_exists, "```\nmake dinner\n```", "make dinner"),
    (verbs_exist, "`python -m data forget`", "python -m data forget"),
    (places_exist, "See `data/nowhere.py` and `docs/*.md`.", "no data/nowhere.py"),
    (libraries_are_decided, "", "left-pad 1.0 is not accounted for"),
]


@pytest.mark.parametrize(("rule", "text", "sentence"), PLANTED, ids=[p[2] for p in PLANTED])
def test_a_document_that_says_what_is_not_there_is_found(rule, text, sentence, tmp_path):
    for place, content in {
        "README.md": text,
        "docs/decisions.md": "streamlit 1.67.0",
        "requirements.txt": "streamlit[performance]==1.67.0\nleft-pad==1.0\n\nbrought==1.0",
        "Makefile": "run: x ## open\n",
        "data/__main__.py": '@app.command("template")\ndef write(): ...\n\n\n@app.command()\ndef receive(): ...\n',
    }.items():
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(content)
    (found,) = rule(tmp_path)
    assert sentence in found
    assert (targets(tmp_path), verbs(tmp_path)) == ({"run"}, {"template", "receive"})
