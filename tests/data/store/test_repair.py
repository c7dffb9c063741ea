"""Whatever happened to the store's files, the next build puts it right; the archive mends its own last line; two writers wait."""

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from data.intake.archive import Archive
from data.intake.archive.files import Busy
from data.store.reading import current_version, open_store, pointed_to
from tests.data.store.office import A, Office

JUNE = date(2024, 6, 14)


def halve(store: Path) -> None:
    store.write_bytes(store.read_bytes()[: store.stat().st_size // 2])


def spoil(store: Path) -> None:
    store.write_bytes(b"not a store at all" * 1000)


def flip(store: Path) -> None:
    whole = bytearray(store.read_bytes())
    whole[len(whole) // 2] ^= 0xFF
    store.write_bytes(whole)


def empty(store: Path) -> None:
    store.write_bytes(b"")


def lose(store: Path) -> None:
    store.unlink()


def pointer_lost(store: Path) -> None:
    (store.parent / "CURRENT").unlink()


def pointer_garbage(store: Path) -> None:
    (store.parent / "CURRENT").write_bytes(b"\xff\xfe../../etc/passwd\n")


def pointer_astray(store: Path) -> None:
    (store.parent / "CURRENT").write_text("mart-00999.duckdb abc\n", encoding="ascii")


def half_built(store: Path) -> None:
    (store.parent / ".building-1.duckdb").write_bytes(b"half")
    (store.parent / ".building-1.duckdb.wal").write_bytes(b"half")
    lose(store)


@pytest.mark.parametrize("harm", [halve, spoil, flip, empty, lose, pointer_lost, pointer_garbage, pointer_astray, half_built])
def test_the_next_build_repairs(office: Office, harm: Callable[[Path], None]) -> None:
    office.built_from(office.report("943", "2024-T06", spent={A: 100}))
    before, name = office.content(), current_version(office.home)
    assert name
    harm(office.home / "stores" / name)
    built = office.build()
    assert built.how == "whole"
    assert built.file_name > name, "a name is never used again: a reader may still hold the old file under it"
    assert office.content() == before
    assert list((office.home / "stores").glob(".building-*")) == []
    assert office.build().how == "same"


def test_a_damaged_store_is_not_copied_into_the_next_one(office: Office) -> None:
    office.built_from(*(office.report(unit, "2024-T06", spent={A: 100}) for unit in ("941", "942", "943", "944")))
    flip(office.home / "stores" / (current_version(office.home) or ""))
    office.send(office.report("943", "2024-T07", spent={A: 110}))
    assert office.build().how == "whole"
    assert office.content() == office.rebuilt()


def test_another_journal_is_never_taken_for_a_longer_one(office: Office) -> None:
    office.built_from(*(office.report(unit, "2024-T06", spent={A: 100}) for unit in ("941", "942", "943", "944")))
    archive = Archive(office.home)
    lines = archive.journal.read_bytes().splitlines(keepends=True)
    archive.journal.write_bytes(b"".join(lines[1:]))  # brought back from an older copy
    office.send(office.report("943", "2024-T07", spent={A: 110}))
    assert office.build().how == "whole"
    assert office.content() == office.rebuilt()
    assert office.spent(JUNE, "941") == {}


def test_a_half_written_last_line_of_the_journal_is_mended(office: Office) -> None:
    office.built_from(office.report("943", "2024-T06", spent={A: 100}))
    archive = Archive(office.home)
    whole = archive.journal.read_bytes()
    archive.journal.write_bytes(whole + whole[: len(whole) // 2].rstrip(b"\n"))
    assert len(archive.entries()) == 1
    office.built_from(office.report("943", "2024-T07", spent={A: 120}))
    assert len(archive.entries()) == 2
    assert archive.journal.read_bytes().startswith(whole)
    assert office.spent(date(2024, 7, 14)) == {A: 120}


def test_old_stores_go_and_a_late_reader_still_finds_the_one_it_was_about_to_open(office: Office) -> None:
    names = [office.build(whole=True).file_name for _ in range(5)]
    assert sorted(p.name for p in (office.home / "stores").glob("mart-*")) == names[-3:]
    assert open_store(office.home, names[-3]).version == open_store(office.home, names[-1]).version
    assert pointed_to(office.home)[0] == names[-1]


def test_a_second_build_waits_for_the_first(office: Office) -> None:
    office.send(office.report("943", "2024-T06", spent={A: 100}))
    told: list[str] = []
    second = threading.Thread(target=lambda: told.append(office.build().how))
    with Archive(office.home).writing():
        second.start()
        second.join(0.5)
        assert second.is_alive() and told == []
    second.join(30)
    assert told == ["whole"]


def test_who_waited_too_long_is_told_so_in_vietnamese(office: Office) -> None:
    archive = Archive(office.home)
    with archive.writing(), pytest.raises(Busy, match="Có người khác đang tiếp nhận hoặc dựng số liệu"), Archive(office.home).writing(0.1):
        pass


def test_the_archive_keeps_every_byte_under_the_hash_of_what_it_kept(office: Office) -> None:
    good, bad = office.report("943", "2024-T06", spent={A: 100}), office.report("943", "2024-T07", spent={A: -1})
    for received, path in zip(office.try_to_send(good, bad), (good, bad), strict=True):
        assert received.submission
        assert Archive(office.home).file(received.submission.file_sha256, ".xlsx").read_bytes() == path.read_bytes()
