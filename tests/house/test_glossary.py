"""The glossary says of figures and dimensions what their definitions say (queries/measures.toml, dimensions.toml)."""

import re

import pytest

from pages.parts.explained import NAMES
from pages.parts.headings import HEADINGS
from queries.defined import DIMENSIONS, MEASURES
from tests.house.reading import ROOT

GLOSSARY = ROOT / "docs/glossary.md"
LABELS = {
    **{code: one.label for code, one in MEASURES.items()},
    **{column: one.label for code, one in DIMENSIONS.items() for column in (code, f"{code}_code", f"{code}_on")},
}


def rows(text: str) -> list[tuple[list[str], str]]:
    """Per row of the table the words of code, and what stands on screen for them."""
    cells = [line.strip("| ").split("|") for line in text.splitlines() if line.startswith("|")]
    return [(re.findall(r"`(\w+)`", row[0]), row[1]) for row in cells if len(row) > 1]


def called_otherwise(text: str) -> list[str]:
    """Figures and dimensions that stand under another name than their own; in sentences, `code` (name)."""
    sentences = "\n".join(line for line in text.splitlines() if not line.startswith("|"))
    told = [(code, said) for codes, said in rows(text) for code in codes] + re.findall(r"`(\w+)` \(([^)]+)\)", sentences)
    return [f"{code}: “{said.strip()}”, but it is “{LABELS[code]}”" for code, said in told if code in LABELS and _apart(LABELS[code], said)]


def _apart(label: str, said: str) -> bool:
    return label.lower() not in said.lower()


def test_the_glossary_calls_every_figure_and_dimension_by_its_own_name():
    found = called_otherwise(GLOSSARY.read_text(encoding="utf-8"))
    assert not found, "\n".join(["", *found])


def test_the_glossary_is_read_and_names_figures():
    named = {code for codes, _ in rows(GLOSSARY.read_text(encoding="utf-8")) for code in codes}
    assert len(named & MEASURES.keys()) > 10
    assert len(named & DIMENSIONS.keys()) > 8


def test_the_glossary_knows_every_ending_of_a_figure():
    told = set(re.findall(r"`_(\w+)`", GLOSSARY.read_text(encoding="utf-8").partition("## Suffixes")[2]))
    assert {one.ending for one in MEASURES.values()} - {"number"} <= told


def test_a_figure_is_called_the_same_at_the_head_of_a_column_and_in_explanations():
    assert {code: HEADINGS.get(code, NAMES.get(code)) for code in MEASURES} == {code: one.label for code, one in MEASURES.items()}


@pytest.mark.parametrize("text", ["| `disbursed_vnd` | đã chi | |", "| `fund_source` | vốn | |", "It is `planned_vnd` (ngân sách)."])
def test_a_figure_under_another_name_is_found(text):
    assert len(called_otherwise(text)) == 1


def test_a_figure_under_its_own_name_passes():
    text = "| `planned_vnd`; `allocated_vnd` | kế hoạch vốn; phân bổ chi tiết | `budget` |\nA rate, `disbursed_share` (tỷ lệ giải ngân)."
    assert called_otherwise(text) == []
