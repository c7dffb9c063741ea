"""Freezing: kept for good, found by its hash, deaf to what comes later, readable by later programs; what may not be frozen is said."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest

from data import definitions as defined
from data.intake import decide
from data.intake.archive import Archive
from data.intake.receive import Intake
from data.publish import publish
from data.store import fill, frozen, reading
from tests import reception

ON, AT = date(2024, 6, 14), datetime(2024, 6, 25, 2, 0, tzinfo=UTC)
MONEY = "select * from mart.money order by all"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return reception.made(tmp_path_factory.mktemp("frozen"))


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "home")
    return tmp_path / "home"


def freeze(home: Path, name: str = "Giao ban") -> frozen.Frozen:
    return frozen.freeze(home, name, reception.OFFICER, 2024, ON, AT)


def test_what_comes_later_does_not_touch_it(home: Path):
    one = freeze(home)
    before = frozen.opened(home, one).read(MONEY)
    with Intake(home, defined.load(defined.SHIPPED), reception.OFFICER) as intake:
        intake.receive(reception.workbook(home / "inbox/944-lai.xlsx", "944", F5=1200))
    publish(home, reception.OFFICER)
    live = reading.open_store(home, reading.current_version(home) or "")
    assert not live.read(MONEY).equals(before)
    assert frozen.opened(home, one).read(MONEY).equals(before)
    assert frozen.listed(home) == [one] and frozen.altered(home) == []


def test_a_freeze_moves_no_figure_and_no_version_of_the_figures(home: Path):
    told = "select figures_version, (select count(*) from mart.decision) from mart.about"
    before = reading.open_store(home, reading.current_version(home) or "").read(told)
    freeze(home)
    built, _ = publish(home, reception.OFFICER)
    after = reading.open_store(home, built.file_name).read(told)
    assert after.equals(before) and built.how == "part"


def test_it_says_who_when_and_what(home: Path):
    one = freeze(home, "  Giao ban   tháng 6 ")
    assert (one.code, one.name, one.at, one.by, one.plan_year, one.on) == ("1", "Giao ban tháng 6", AT, reception.OFFICER, 2024, ON)
    assert one.submission_count == 3  # the decision and two reports that stand
    assert one.digest == reading.digest_of(home / "archive/frozen/1/store.duckdb")
    assert freeze(home, "Giao ban tháng 7").code == "2"
    assert [each.code for each in frozen.listed(home)] == ["2", "1"]


@pytest.mark.parametrize(
    ("name", "by", "on", "said"),
    [
        ("giao BAN", "Ai", ON, "Đã có bản chốt “Giao ban”"),
        ("  ", "Ai", ON, "Cần tên của bản chốt"),
        ("Khác", "  ", ON, "tên người chốt"),
        ("x" * 121, "Ai", ON, "quá dài"),
        ("Khác", "Ai", date(2024, 6, 13), "không có số liệu của ngày 13/06/2024"),
    ],
)
def test_what_cannot_be_frozen_is_said_and_leaves_nothing(home: Path, name, by, on, said):
    freeze(home)
    with pytest.raises(frozen.NotFrozen, match=said):
        frozen.freeze(home, name, by, 2024, on)
    assert len(frozen.listed(home)) == 1


def test_a_damaged_store_is_not_frozen(home: Path):
    with (home / "stores" / (reading.current_version(home) or "")).open("ab") as file:
        file.write(b"!")
    with pytest.raises(frozen.NotFrozen, match="nguyên vẹn"):
        freeze(home)


def test_an_altered_or_lost_file_is_found_by_its_hash(home: Path):
    one, folder = freeze(home), home / "archive/frozen/1"
    paper = sorted((folder / "papers").iterdir())[0]
    paper.chmod(0o644)
    paper.write_bytes(b"khac")
    assert paper.name in "".join(frozen.altered(home))
    with pytest.raises(frozen.Altered, match="không còn đúng"):
        frozen.template(home, one, paper.name)
    (folder / "store.duckdb").unlink()
    with pytest.raises(frozen.Altered, match=r"không thấy tệp store\.duckdb"):
        frozen.opened(home, one)


def test_a_kill_before_the_entry_leaves_nothing_that_counts(home: Path):
    (home / "archive/frozen/1/papers").mkdir(parents=True)
    (home / "archive/frozen/1/store.duckdb").write_bytes(b"half")
    assert frozen.listed(home) == []
    assert frozen.opened(home, freeze(home)).version


def test_a_later_program_reads_it_with_the_same_figures(home: Path, monkeypatch: pytest.MonkeyPatch):
    held = reception.known(home)["943-sua.xlsx"]
    decide.take(Archive(home), held.submission_id, reception.OFFICER, "đã hỏi đơn vị")
    publish(home, reception.OFFICER)
    one = freeze(home)
    before = frozen.opened(home, one)
    monkeypatch.setattr(fill, "schema_digest", lambda: "another program")
    later = frozen.opened(home, one)
    assert later.path != before.path and later.path.parent == home / "stores"
    for table in ("mart.money", "mart.warning", "mart.submission", "mart.about"):
        told = f"select t::varchar as told from {table} t order by told"
        assert later.read(told).equals(before.read(told)) and len(before.read(told)), table
    assert later.version == before.version and frozen.altered(home) == []
    assert frozen.opened(home, one).path == later.path, "made once"


def test_a_setting_newer_than_the_version_has_todays_value_and_an_older_one_its_own(home: Path, monkeypatch: pytest.MonkeyPatch):
    one = freeze(home)
    store = home / "archive/frozen/1/store.duckdb"
    store.chmod(0o644)
    with duckdb.connect(str(store)) as db:
        db.execute("alter table raw.about drop column low_share; create or replace view mart.about as select * from raw.about")
        db.execute("update raw.about set threshold_note = 'của ngày ấy'")
    monkeypatch.setattr(frozen, "_unaltered", lambda *_: None)
    monkeypatch.setattr(fill, "schema_digest", lambda: "another program")
    told = frozen.opened(home, one).read("select low_share, threshold_note from mart.about").iloc[0]
    assert (told.low_share, told.threshold_note) == (defined.load(defined.SHIPPED).settings.thresholds.low_share, "của ngày ấy")


def test_a_program_that_counts_otherwise_does_not_show_it(home: Path, monkeypatch: pytest.MonkeyPatch):
    one, derive = freeze(home), fill.derive
    monkeypatch.setattr(fill, "schema_digest", lambda: "another program")

    def otherwise(db):
        derive(db)
        db.execute("update mart.money set disbursed_vnd = disbursed_vnd + 1")

    monkeypatch.setattr(fill, "derive", otherwise)
    with pytest.raises(frozen.Altered, match="chương trình này tính khác"):
        frozen.opened(home, one)
