"""Hostile and half-broken input: nothing makes the intake fail, take long, or hold on to a child process that has died."""

import random
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.intake import reader
from data.intake.opening import Opener
from data.intake.problems import Unreadable
from data.intake.receive import Intake
from tests.data.intake.bad.sheets import INFO, SPENT, Sheets, at, good, ods, put, total, xls, xlsx
from tests.data.intake.grids import definitions, judge

LIMITS = definitions().settings.reading
BY_CHANCE = {
    "broken",
    "not_workbook",
    "wrong_extension",
    "encrypted",
    "empty_file",
    "far_cell",
    "too_much_memory",
    "zip_bomb",
    "too_many_rows",
}
odd = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**30), 10**30), st.floats(allow_nan=False, allow_infinity=False), st.dates(),
    st.text(max_size=20),
    st.sampled_from(["#REF!", "Tổng", "Trong đó:", "Cộng NSTW", "DA4", "1.234", "1,234.5", "-", "…", "(", "NSTW", "943", "Xã", "2024"]),
)  # fmt: skip
place = st.builds(lambda s, c, r: f"{s}!{c}{r}", st.sampled_from(list(good())), st.sampled_from("ABCDEFGH"), st.integers(1, 14))


@given(st.dictionaries(place, odd, max_size=12))
@settings(max_examples=100, deadline=None)
def test_whatever_stands_in_the_cells_is_judged_with_places_and_sentences(cells):
    for problem in judge(put(good(), cells)):
        assert problem.sentence
        assert problem.severity in ("refuse", "warn")
        assert not problem.cell or at(f"{problem.sheet}!{problem.cell}")


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=8), st.integers(0, 2**32))
@settings(max_examples=40, deadline=None)
def test_rows_and_columns_in_disorder_are_judged_too(swaps, seed):
    chance, book = random.Random(seed), good()
    for one, other in swaps:
        rows = book[chance.choice(list(book))]
        if max(one, other) < len(rows):
            rows[one], rows[other] = rows[other], rows[one]
    merged = {SPENT: [(chance.randrange(9), chance.randrange(5), 9, 7)]}
    assert all(p.sentence and p.severity in ("refuse", "warn") for p in judge(book, merged))


@pytest.mark.parametrize("write", [xlsx, xls, ods], ids=["xlsx", "xls", "ods"])
def test_bytes_changed_anywhere_give_a_reading_or_a_sentence(write, tmp_path):
    path = write(tmp_path / f"a.{write.__name__}", good())
    whole = path.read_bytes()
    chance = random.Random(7)
    with Opener(LIMITS) as opener:
        for _ in range(60):
            broken = bytearray(whole)
            for _ in range(chance.choice([1, 3, 200])):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            path.write_bytes(bytes(broken[: chance.choice([len(broken), chance.randrange(len(broken))])]))
            try:
                assert opener.open(path).sheets is not None
            except Unreadable as fault:
                assert fault.problem.rule in BY_CHANCE, fault


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet3.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "[Content_Types].xml"]
)
def test_xml_changed_anywhere_inside_the_package_gives_a_reading_or_a_sentence(part, tmp_path):
    path = xlsx(tmp_path / "a.xlsx", good())
    with zipfile.ZipFile(path) as box:
        parts = {name: box.read(name) for name in box.namelist()}
    chance = random.Random(11)
    with Opener(LIMITS) as opener:
        for _ in range(25):
            text = bytearray(parts[part])
            for _ in range(chance.choice([1, 4])):
                start = chance.randrange(len(text))
                text[start : start + chance.randrange(6)] = bytes(chance.randrange(32, 127) for _ in range(chance.randrange(6)))
            with zipfile.ZipFile(path, "w") as box:
                for name, content in {**parts, part: bytes(text)}.items():
                    box.writestr(name, content)
            try:
                opener.open(path)
            except Unreadable as fault:
                assert fault.problem.sentence


def test_a_child_that_dies_is_replaced_and_the_folder_goes_on(tmp_path):
    fine = xlsx(tmp_path / "a.xlsx", good())
    with Opener(LIMITS) as opener:
        for _ in range(3):
            assert opener.open(fine).sheets
            opener._child.kill()  # type: ignore[union-attr]
            opener._child.wait()  # type: ignore[union-attr]
            with pytest.raises(Unreadable):
                opener.open(fine)
        assert opener.open(fine).sheets


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read(tmp_path):
    fine = xlsx(tmp_path / "a.xlsx", good())
    large: Sheets = {"Nháp": [[f"chữ {r} {c}" for c in range(60)] for r in range(1000)]}
    slow = xlsx(tmp_path / "b.xlsx", large)
    with Opener(LIMITS.model_copy(update={"max_seconds": 0.2})) as opener:
        with pytest.raises(Unreadable) as told:
            for _ in range(3):
                opener.open(slow)
        assert told.value.problem.rule == "too_slow"
        assert "0.2 giây" in str(told.value)
    with Opener(LIMITS) as opener:
        assert opener.open(fine).sheets


def test_a_file_that_unfolds_beyond_memory_is_given_up(tmp_path):
    with Opener(LIMITS.model_copy(update={"max_memory_bytes": 200_000_000})) as opener:
        with pytest.raises(Unreadable) as told:
            opener.open(xlsx(tmp_path / "b.xlsx", {"Nháp": [[f"{r}{c}" + "x" * 30_000 for c in range(100)] for r in range(20)]}))
        assert told.value.problem.rule == "too_much_memory"


@pytest.mark.parametrize("shape", ["long", "wide", "totals"])
def test_the_largest_allowed_sheet_costs_seconds_not_minutes(shape, tmp_path):
    book = good()
    if shape == "long":
        book[SPENT] += [["DA2", "dòng", "NSTW", "SN", 2024, n] for n in range(15_000)]
    elif shape == "wide":
        book[SPENT] += [[f"Giải ngân {r} {c}" for c in range(1_000)] for r in range(120)]
    else:
        book[SPENT] += [row for _ in range(2_000) for row in (total("Trong đó: NSTW", 5), total("Cộng DA7", 1))]
    path = xlsx(tmp_path / "a.xlsx", book)
    started = time.perf_counter()
    with Intake(tmp_path / "home", definitions(), "Người kiểm thử") as intake:
        assert intake.receive(path).submission
    assert time.perf_counter() - started < 2 * LIMITS.max_seconds


def test_a_macro_is_never_run_and_hidden_things_are_told(tmp_path: Path):
    path = xlsx(tmp_path / "a.xlsm", put(good(), {f"{INFO}!B2": "945"}))
    with zipfile.ZipFile(path, "a") as box:
        box.writestr("xl/vbaProject.bin", b"Sub Auto_Open()")
    assert reader.read(str(path), "ooxml", 10_000, 1_000).sheets
