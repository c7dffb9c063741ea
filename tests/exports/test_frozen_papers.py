"""What was printed for a meeting can be printed again: byte for byte, whatever was received, rebuilt or edited since."""

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import streamlit as st

from data import definitions as defined
from data.intake.receive import Intake
from data.publish import publish
from data.registry import KINDS, opened
from data.store import frozen
from data.store.reading import Scope
from pages.parts import ask, issuing
from pages.parts.choice import Chosen
from queries import about
from tests import reception

ON, AT = date(2024, 6, 14), datetime(2024, 6, 25, 2, 0, tzinfo=UTC)
UNITS = [str(code) for code in range(941, 952) if code != 944]  # 944 is the unit whose profile is printed
NEW = 20
TASK = {
    "meeting_code": "1", "meeting_name": "Giao ban", "concluded_on": "2024-06-25", "task": "Đẩy nhanh giải ngân", "unit_code": "944",
    "due_on": "2024-07-15",
}  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A small office after its meeting: figures frozen, a task given."""
    home = reception.made(tmp_path_factory.mktemp("meeting"))
    frozen.freeze(home, "Giao ban", reception.OFFICER, ON.year, ON, AT)
    opened(home).add(KINDS["conclusion"].model_validate(TASK), reception.OFFICER, at=AT)
    publish(home, reception.OFFICER)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DASHBOARD_HOME", str(home))
        yield home


def written(one: frozen.Frozen) -> dict[str, bytes]:
    """Every file that the page of papers offers at a frozen version; nothing is remembered from before."""
    st.cache_data.clear()
    st.cache_resource.clear()
    store = ask.frozen_store(one)
    units = tuple(about.units(store, Scope(()))["unit_code"])
    files: dict[str, bytes] = {}
    for key, kind in issuing.KINDS.items():
        unit, words = ("944", {"don-vi": "Mỹ Tú"}) if key == "ho-so" else (None, {})
        with ask.opened(store, Scope(units, benchmarks=True), one):
            paper = issuing.made(kind, Chosen(ON.year, ON, None, None, None, unit, previous_on=None, unknown=(), words=words))
            files |= {f"{paper.name}.{ending}": write() for ending, write in issuing.files(paper, kind).items()}
    return files


def received(home: Path) -> None:
    """Twenty more reports: of units that had none, and again of those that had."""
    with Intake(home, defined.load(defined.SHIPPED), reception.OFFICER) as intake:
        for n in range(NEW):
            report = reception.workbook(home / f"inbox/them-{n}.xlsx", UNITS[n % len(UNITS)], F5=100 + n)
            assert intake.receive(report).outcome == "accepted"


def edited(place: Path) -> Path:
    """The office's own definitions, with every Word template rewritten since."""
    shutil.copytree(defined.SHIPPED, place)
    for path in (place / "papers").glob("*.docx"):
        with zipfile.ZipFile(path) as packed:
            parts = {name: packed.read(name) for name in packed.namelist()}
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"</w:body>", b"<w:p><w:r><w:t>Sua</w:t></w:r></w:p></w:body>", 1)
        body = parts["word/document.xml"]
        assert b"Sua" in body
        with zipfile.ZipFile(path, "w") as packed:
            for name, content in parts.items():
                packed.writestr(name, content)
    return place


def money() -> int:
    """What was spent by the figures in force."""
    store = ask.store_in_force()
    assert store is not None
    return int(store.read("select sum(disbursed_vnd)::bigint as spent from mart.money")["spent"].iloc[0])


def test_every_paper_of_a_frozen_version_is_the_same_bytes_after_twenty_reports_a_rebuild_and_an_edited_template(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (one,) = frozen.listed(home)
    before, spent = written(one), money()
    assert len(before) == 9 and {name.rpartition(".")[2] for name in before} == {"docx", "pdf", "xlsx", "pptx"}
    received(home)
    publish(home, reception.OFFICER, whole=True)
    monkeypatch.setenv("DASHBOARD_DEFINITIONS", str(edited(tmp_path / "definitions")))
    after = written(one)
    assert money() != spent, "the figures in force did move"
    assert after.keys() == before.keys()
    assert [name for name in before if after[name] != before[name]] == []
    for name, content in after.items():
        assert times(content) == {AT.replace(tzinfo=None)}, name


def times(content: bytes) -> set[datetime]:
    """Every time that a file says it was made or changed at."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return {datetime.strptime(found, "%Y%m%d%H%M%S") for found in re.findall(r"D:(\d{14})", content.decode("latin-1"))}
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        said = re.findall(r"W3CDTF\">([^<]+)Z<", packed.read("docProps/core.xml").decode())
        return {datetime(*entry.date_time) for entry in packed.infolist()} | {datetime.fromisoformat(each) for each in said}
