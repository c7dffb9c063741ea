"""What a measurement writes replaces its own part of the paper and nothing else."""

import pytest

from bench.record import PAPER, record


def test_a_result_replaces_its_own_part_and_leaves_the_other(tmp_path):
    paper = tmp_path / "performance.md"
    paper.write_text(PAPER.read_text(encoding="utf-8"), encoding="utf-8")
    record("soak", ["- kept: held, 1 s"], paper)
    record("bench", ["- first"], paper)
    record("bench", [r"- second \1"], paper)
    text = paper.read_text(encoding="utf-8")
    assert "- kept: held, 1 s" in text
    assert r"- second \1" in text
    assert "- first" not in text
    assert text.count("· commit ") == 2


def test_a_part_that_the_paper_does_not_have_is_said(tmp_path):
    paper = tmp_path / "performance.md"
    paper.write_text("# Performance\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no part 'bench'"):
        record("bench", [], paper)
