"""A folder of bad workbooks sent through the real intake: each gets its one right sentence, the good ones among them are accepted."""

from pathlib import Path

import pytest

from data.definitions import load
from data.intake.archive import Archive
from data.intake.receive import Intake, Received, workbooks
from tests import verbs
from tests.data.intake.bad import folder as bad_folder
from tests.data.intake.bad.folder import BAD, GOOD


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bad")


@pytest.fixture(scope="module")
def received(place: Path) -> dict[str, Received]:
    """Every file of the folder, received in one run, by file name."""
    definitions = load(bad_folder.definitions(place / "definitions"))
    folder = bad_folder.write(place / "inbox")
    with Intake(place / "home", definitions, "Người kiểm thử") as intake:
        return {path.name: intake.receive(path) for path in workbooks([folder])}


@pytest.mark.parametrize("bad", BAD, ids=[b.name for b in BAD])
def test_a_bad_workbook_gets_the_one_right_sentence_with_its_cell(bad, received):
    got = received[bad.name]
    told = "\n".join(f"{p.rule} [{p.severity}] {p}" for p in got.problems)
    assert got.outcome == bad.outcome, told
    sheet, _, cell = bad.place.partition("!")
    meant = [p for p in got.problems if p.rule == bad.rule and (p.sheet == sheet or not sheet) and (p.cell == cell or not cell)]
    assert len(meant) == 1, told
    problem = meant[0]
    for words in bad.says:
        assert words in problem.sentence, problem.sentence
    assert problem.severity == ("refuse" if bad.outcome == "refused" else "warn")
    assert not sheet or f"trang “{sheet}”" in str(problem)
    assert not cell or f"ô {cell}" in str(problem)
    assert {p.rule for p in got.problems} <= {bad.rule, *bad.also}, told
    assert got.outcome != "refused" or "cần" in problem.sentence


@pytest.mark.parametrize("name", GOOD)
def test_a_good_workbook_among_them_is_accepted(name, received):
    assert received[name].outcome == "accepted", [str(p) for p in received[name].problems]


def test_there_are_more_than_forty_kinds_of_bad_workbooks_and_every_rule_inside_a_workbook_is_among_them():
    assert len(BAD) > 60
    assert len({b.name for b in BAD}) == len(BAD)
    rules = {p.stem for p in Path("data/intake/checks").glob("*.sql")}
    # no shipped form has bounds, and no report's form names units (other_unit: test_judge); too_many_totals: test_totals
    assert rules - {b.rule for b in BAD} <= {"too_many_totals", "out_of_bounds", "other_unit"}


def test_every_file_is_archived_as_it_was_the_refused_too(received, place):
    archive = Archive(place / "home")
    for got in received.values():
        assert got.submission is not None
        kept = archive.file(got.submission.file_sha256, got.submission.suffix)
        assert kept.read_bytes() == got.path.read_bytes()


def test_the_command_line_names_file_sheet_and_cell_goes_on_and_ends_with_one(received, place):
    ran = verbs.alone("receive", str(place / "inbox"), home=place / "second", DASHBOARD_DEFINITIONS=str(place / "definitions"))
    assert ran.returncode == 1
    assert "Traceback" not in ran.stdout + ran.stderr
    lines = ran.stdout.splitlines()
    for bad in BAD:
        sheet, _, cell = bad.place.partition("!")
        said = [line for line in lines if f"{bad.name}, " in line and all(words in line for words in bad.says)]
        assert said, bad.name
        assert any((not sheet or f"“{sheet}”" in line) and (not cell or f"ô {cell}:" in line) for line in said), said
    for name in GOOD:
        assert f"✔ tiếp nhận: {name}" in lines


def test_a_folder_of_good_workbooks_ends_with_nothing_wrong(received, place, tmp_path):
    good = tmp_path / "good"
    good.mkdir()
    for name in GOOD:
        (good / name).write_bytes((place / "inbox" / name).read_bytes())
    ran = verbs.run("receive", str(good), home=tmp_path / "home", DASHBOARD_DEFINITIONS=str(place / "definitions"))
    assert ran.returncode == 0, ran.stdout + ran.stderr
