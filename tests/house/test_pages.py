"""A page chooses, asks and shows: no SQL, no groupby, no HTML or CSS, nothing fetched from outside, no .py lying directly in pages/."""

import ast
import re
from pathlib import Path

import pytest

from pages.parts import choice, links
from tests.house.reading import ROOT, files, said, strings, tree

SELECT = re.compile(r"\b(select\b.+\bfrom\b|from\s+mart\.|with\s+\w+\s+as\s*\()", re.I | re.S)
MARKUP = re.compile(r"</?[a-z][a-z0-9]*(\s[^<>]*)?/?>|\{[^{}]*:[^{}]*;\s*\}", re.I)
RAW_HTML = {"html", "iframe", "unsafe_allow_html", "to_html", "write_html"}  # as a name called or a keyword given
STYLES_FROM = "pages/parts/stage.py"  # the one place that sends style sheets: presentation and paper
COUNTING = {"groupby", "pivot_table", "resample", "merge"}


def drawn(root: Path) -> list[Path]:
    """The frame, the pages and their parts."""
    return files(root, ".py", "dashboard.py", "pages")


def sections(root: Path) -> list[Path]:
    """The frame and the pages alone."""
    return [path for path in drawn(root) if path.relative_to(root).parts[:2] not in (("pages", "parts"), ("pages", "exports"))]


def no_page_outside_the_frame(root: Path) -> list[str]:
    """Streamlit's old discovery runs pages/x.py by its name without dashboard.py, so without the gate; it ignores sub-folders."""
    return [f"pages/{path.name}: no .py directly in pages/" for path in sorted((root / "pages").glob("*.py"))]


def no_sql(root: Path) -> list[str]:
    return [
        said(root, path, line, f"SQL in a page: {text[:40]!r}")
        for path in drawn(root)
        for text, line in strings(path)
        if SELECT.search(text)
    ]


def no_counting(root: Path) -> list[str]:
    """What is counted is counted in a question, where it is compared with plain Python."""
    found = []
    for path in sections(root):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Attribute) and node.attr in COUNTING:
                found.append(said(root, path, node.lineno, f"{node.attr} in a page"))
    return found


def no_html(root: Path) -> list[str]:
    found = []
    for path in drawn(root):
        forbidden = RAW_HTML - ({"html"} if path == root / STYLES_FROM else set())
        for node in ast.walk(tree(path)):
            name = node.attr if isinstance(node, ast.Attribute) else node.arg if isinstance(node, ast.keyword) else ""
            if name in forbidden:
                found.append(said(root, path, node.value.lineno, f"{name} in a page"))
    for path in sections(root):
        found += [said(root, path, line, f"HTML or CSS in a page: {text[:40]!r}") for text, line in strings(path) if MARKUP.search(text)]
    return found


def nothing_from_outside(root: Path) -> list[str]:
    """Material icons come from a font host; plotly's geo maps ask a CDN."""
    outside = re.compile(r":material/|https?://(?!localhost)|\bchoropleth", re.I)
    return [
        said(root, path, line, f"fetched from outside: {text[:40]!r}")
        for path in drawn(root)
        for text, line in strings(path)
        if outside.search(text)
    ]


def no_key_of_the_frame(root: Path) -> list[str]:
    """What a page chooses for itself stands in the address under a name of its own: never that of a common filter or a mark."""
    taken = {*choice.KEYS, *links.MARKS, links.BACK, links.AGAIN}
    found = []
    for path in drawn(root):
        for node in ast.walk(tree(path)):
            is_own = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") == "own"
            if is_own and node.args and isinstance(node.args[0], ast.Constant) and node.args[0].value in taken:
                found.append(said(root, path, node.lineno, f"{node.args[0].value!r} is a name of the frame"))
    return found


RULES = [no_key_of_the_frame, no_page_outside_the_frame, no_sql, no_counting, no_html, nothing_from_outside]


@pytest.mark.parametrize("rule", RULES)
def test_the_pages_choose_ask_and_show(rule):
    found = rule(ROOT)
    assert not found, "\n".join(["", *found])


PLANTED = [
    (no_key_of_the_frame, "pages/progress/money.py", 'own.one("ban", names, "")'),
    (no_page_outside_the_frame, "pages/money.py", ""),
    (no_page_outside_the_frame, "pages/__init__.py", ""),
    (no_sql, "pages/progress/money.py", 'x = "select unit_code\\nfrom mart.money"'),
    (no_sql, "pages/parts/filters.py", 'x = f"from mart.money where plan_year = {1}"'),
    (no_counting, "pages/progress/money.py", 'rows.groupby("unit_code").sum()'),
    (no_html, "pages/progress/money.py", 'st.markdown("Đạt", unsafe_allow_html=True)'),
    (no_html, "pages/parts/viewer.py", 'st.html("Đạt")'),
    (no_html, "pages/parts/stage.py", 'st.markdown("Đạt", unsafe_allow_html=True)'),
    (no_html, "pages/progress/money.py", 'st.markdown("<b>Đạt</b>")'),
    (no_html, "dashboard.py", 'st.write(".title {color: red;}")'),
    (nothing_from_outside, "pages/progress/money.py", 'st.button("Tải", icon=":material/download:")'),
    (nothing_from_outside, "dashboard.py", 'st.image("https://example.org/logo.png")'),
]


@pytest.mark.parametrize(("rule", "place", "line"), PLANTED, ids=[f"{p[1]}: {p[2]}" for p in PLANTED])
def test_what_a_page_may_not_do_is_found(rule, place, line, tmp_path):
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).write_text(line)
    assert len(rule(tmp_path)) == 1


def test_an_honest_page_passes(tmp_path):
    (tmp_path / "pages/progress").mkdir(parents=True)
    (tmp_path / "pages/progress/money.py").write_text(
        '"""Money, <b>as told</b>: select … from the docstring is no SQL."""\n'
        'st.title("Tiến độ giải ngân")\nby_unit = ask(disbursement.by_unit, plan_year=1)\nst.info(f"Dưới {x:.2f} < 40%, từ 01/01 {a}; {b}")'
    )
    assert [sentence for rule in RULES for sentence in rule(tmp_path)] == []
