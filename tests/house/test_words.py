"""One word per thing, and no word of one province in code: those stand in data/definitions, where an office changes them."""

import re
import unicodedata
from pathlib import Path

import pytest

from data import definitions as defined
from tests.house.reading import ROOT, code, files, strings
from tests.house.test_sql import header

PLACES = ("sóc trăng", "dolisa", "sở lđtbxh", "sldtbxh")
YEAR = re.compile(r"(?<!\d)2024(?!\d)")
# words of the glossary's last column that mean something else where they stand: a state is not a status, but the lot of a submission is
OTHER_MEANINGS = {"status", "sheet", "file"}


def product(root: Path) -> list[Path]:
    """Code that serves any province: all of it but the samples, which tell of one."""
    return [
        path for path in (*code(root), *files(root, ".sql", "queries", "data")) if path.relative_to(root).parts[:2] != ("data", "samples")
    ]


def literals(path: Path) -> list[tuple[str, int]]:
    if path.suffix == ".py":
        return list(strings(path))
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(text, number) for number, line in enumerate(lines, start=1) for text in re.findall(r"'([^']*)'", line.partition("--")[0])]


def no_place_in_code(root: Path) -> list[str]:
    found = []
    for path in product(root):
        name = path.relative_to(root).as_posix()
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
        found += [f"{name}: names {place!r}" for place in PLACES if place in text.lower()]
        found += [f"{name}: names the year {hit[0]}" for hit in [YEAR.search(text)] if hit]
        found += [f"{name}:{line}: names the province's code" for literal, line in literals(path) if literal == "94"]
    return found


def no_code_of_an_office_in_code(root: Path) -> list[str]:
    """Units, projects, fund sources and capital types are codes of the definitions; code that names one works for one office only."""
    d = defined.load(defined.SHIPPED)
    p = d.programme
    projects = [*p.project, *p.components]
    own = {u.code for u in d.units} | {c.code for c in projects} | {f.code for f in p.fund_source} | {t.code for t in p.capital_type}
    return [
        f"{path.relative_to(root).as_posix()}:{line}: names {text!r}"
        for path in product(root)
        for text, line in literals(path)
        if text in own
    ]


def glossary(root: Path) -> list[tuple[set[str], set[str]]]:
    """docs/glossary.md: per thing the words of code, and the words that are not used for it."""
    rows = [
        line.strip("| ").split("|") for line in (root / "docs/glossary.md").read_text(encoding="utf-8").splitlines() if line.startswith("|")
    ]
    return [(_words(row[0]), _words(row[2])) for row in rows if len(row) >= 3 and "`" in row[0]]


def _words(cell: str) -> set[str]:
    return set(re.findall(r"`(\w+)`", cell))


def one_word_per_thing(root: Path) -> list[str]:
    """No answer has a column under a word that the glossary gives up."""
    words = glossary(ROOT)
    instead = {wrong: " or ".join(sorted(right)) for right, wrongs in words for wrong in wrongs - OTHER_MEANINGS}
    right_words = re.compile("|".join(sorted({word for right, _ in words for word in right if "_" in word}, key=len, reverse=True)))
    found = []
    for path in files(root, ".sql", "queries"):
        for column in re.split(r"[,\s]+", header(path).get("gives", "")):
            left = right_words.sub("", column).split("_")
            found += [
                f"{path.relative_to(root).as_posix()}: {column}: not “{wrong}” but {instead[wrong]}" for wrong in left if wrong in instead
            ]
    return found


RULES = [no_place_in_code, no_code_of_an_office_in_code, one_word_per_thing]


@pytest.mark.parametrize("rule", RULES)
def test_the_house_speaks_its_own_words(rule):
    found = rule(ROOT)
    assert not found, "\n".join(["", *found])


def test_the_glossary_is_read():
    words = glossary(ROOT)
    assert len(words) > 12
    assert ({"unit", "commune"}, {"area", "org", "region", "location"}) in words


PLANTED = [
    (no_place_in_code, "data/store/build.py", '"""Stores of Sóc Trăng."""'),
    (no_place_in_code, "data/store/build.py", "# what DOLISA wants"),
    (no_place_in_code, "pages/progress/money.py", "year = 2024"),
    (no_place_in_code, "queries/money/by_unit.sql", "select * from mart.money where plan_year = 2024"),
    (no_place_in_code, "data/store/build.py", 'province = "94"'),
    (no_code_of_an_office_in_code, "data/intake/checks/own.sql", "select * from cell where component_code = 'DA7-TDA1'"),
    (no_code_of_an_office_in_code, "pages/progress/money.py", 'shown = rows[rows.fund_source == "NSTW"]'),
    (one_word_per_thing, "queries/money/by_unit.sql", "-- Gives: unit_code, budget_vnd"),
    (one_word_per_thing, "queries/money/by_unit.sql", "-- Gives: region_code, planned_vnd"),
    (one_word_per_thing, "queries/money/by_unit.sql", "-- Gives: unit_code, pct"),
]


@pytest.mark.parametrize(("rule", "place", "text"), PLANTED, ids=[f"{p[1]}: {p[2]}" for p in PLANTED])
def test_a_wrong_word_is_found(rule, place, text, tmp_path):
    (tmp_path / place).parent.mkdir(parents=True)
    (tmp_path / place).write_text(text)
    assert len(rule(tmp_path)) == 1


def test_the_samples_and_the_right_words_pass(tmp_path):
    for place, text in {
        "data/samples/story.py": 'start = "2024-06-14"  # Sóc Trăng',
        "data/store/build.py": 'size = 94\nbig = 120240\nname = "1994"',
        "queries/money/by_unit.sql": "-- Gives: unit_code, plan_year, fund_source_name, capital_type, planned_vnd, disbursed_share, status",
    }.items():
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(text)
    assert [sentence for rule in RULES for sentence in rule(tmp_path)] == []
