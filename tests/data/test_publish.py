"""An entry leads to a build, which files an extract of the registry and takes it into the store (figures.md 13)."""

import hashlib
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from data.definitions import Definitions
from data.intake.archive import Archive
from data.publish import publish
from data.registry import database, opened
from data.registry.kinds.documents import Document
from data.registry.kinds.saved import Question, Review, Run
from data.store.reading import Scope, current_version, open_store
from queries import changes, documents
from tests.data.store.office import A, Office, content

PAPER = Document(
    unit_code="943", number="12/KH-UBND", issued_on=date(2024, 2, 10), doc_kind="Kế hoạch", summary="Kế hoạch năm", plan_year=2024,
    required_code="KH-NAM",
)  # fmt: skip
EVERY = Scope(units=("941", "942", "943", "944", "945"))
BUILT = ("built_at", "store_version", "figures_version")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, definitions: Definitions) -> Path:
    """Five units with a plan and a report; built, nothing entered yet."""
    office = Office(tmp_path_factory.mktemp("base"), definitions)
    plan = office.decision("01", date(2024, 1, 1), {unit: {A: 1000} for unit in EVERY.units})
    office.send(plan, *(office.report(unit, "2024-T06", spent={A: 100}) for unit in EVERY.units))
    publish(office.home, "Lan", definitions)
    return office.home


@pytest.fixture
def home(base: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(base, tmp_path / "home"))


def extracts(home: Path) -> list[dict]:
    return [e for e in Archive(home).entries() if e["what"] == "extracted"]


def asked(home: Path, question, **given: object) -> pd.DataFrame:
    return question(open_store(home, current_version(home) or ""), EVERY, **given)


def listed(home: Path) -> list[str]:
    return list(asked(home, documents.issued, plan_year=2024, today=date(2024, 12, 31))["number"])


def test_an_entry_is_filed_as_an_extract_and_stands_in_the_store(home: Path, definitions: Definitions):
    assert extracts(home) == [] and listed(home) == []
    registry = opened(home)
    entered = registry.add(PAPER, "Lan")
    built, unfiled = publish(home, "Lan", definitions)
    assert (built.how, unfiled) == ("part", "")
    [extract] = extracts(home)
    assert (extract["number"], extract["by"]) == (1, "Lan")
    assert extract["sha256"] == hashlib.sha256(Archive(home).extract(1).read_bytes()).hexdigest()
    assert listed(home) == ["12/KH-UBND"]
    required = asked(home, documents.required, plan_year=2024, today=date(2024, 12, 31)).set_index(["unit_code", "required_code"])
    assert required["is_there"][required["is_there"]].index.tolist() == [("943", "KH-NAM")]

    registry.change(entered.entry_id, PAPER.model_copy(update={"number": "13/KH-UBND"}), "Minh", seen=1, reason="gõ nhầm")
    publish(home, "Minh", definitions)
    assert [e["number"] for e in extracts(home)] == [1, 2] and listed(home) == ["13/KH-UBND"]
    registry.withdraw(entered.entry_id, "Lan", seen=2, reason="nhập hai lần")
    publish(home, "Lan", definitions)
    assert listed(home) == []
    log = asked(home, changes.every)
    assert list(zip(log["version"], log["changed_by"], log["reason"], log["is_withdrawn"], strict=True)) == [
        (3, "Lan", "nhập hai lần", True), (2, "Minh", "gõ nhầm", False), (1, "Lan", "", False),
    ]  # fmt: skip


def test_publishing_the_same_registry_again_files_nothing_and_builds_nothing(home: Path, definitions: Definitions):
    opened(home).add(PAPER, "Lan")
    publish(home, "Lan", definitions)
    before = Archive(home).digest()
    built, _ = publish(home, "Lan", definitions)
    assert built.how == "same" and Archive(home).digest() == before


def test_saved_questions_change_no_figures_and_outlive_every_store(home: Path, definitions: Definitions):
    registry = opened(home)
    saved = registry.add(Question(name="Theo huyện", what="sql", content={"sql": "select 1"}), "Lan", entry_id="a")
    checked = registry.add(Review(question_id="a", version=1), "Minh")
    registry.add(Run(sql="select 1", seconds=0.1, row_count=1), "Lan")
    before = Archive(home).digest()
    built, unfiled = publish(home, "Lan", definitions)
    assert (built.how, unfiled, extracts(home)) == ("same", "", []) and Archive(home).digest() == before
    registry.add(PAPER, "Lan")
    publish(home, "Lan", definitions)
    assert [row["kind"] for row in Archive(home).entered()] == ["document"] and len(asked(home, changes.every)) == 1
    shutil.rmtree(home / "stores")
    database.engine(home).dispose()
    database._engine.cache_clear()
    built, unfiled = publish(home, "Lan", definitions, whole=True)
    assert (built.how, unfiled) == ("whole", "") and listed(home) == ["12/KH-UBND"]
    assert opened(home).current("saved_question") == [saved] and opened(home).current("saved_review") == [checked]


def test_the_store_follows_from_the_archive_when_the_registry_is_gone(home: Path, definitions: Definitions, tmp_path: Path):
    registry = opened(home)
    entered = registry.add(PAPER, "Lan")
    publish(home, "Lan", definitions)
    registry.change(entered.entry_id, PAPER.model_copy(update={"number": "13/KH-UBND"}), "Minh", seen=1)
    publish(home, "Minh", definitions)
    alone = tmp_path / "alone"
    shutil.copytree(home / "archive", alone / "archive")
    built, unfiled = publish(alone, "Lan", definitions)
    assert (built.how, unfiled) == ("whole", "")
    assert listed(alone) == ["13/KH-UBND"] and not database.exists(alone)
    assert content(alone, BUILT) == content(home, BUILT)


def test_a_part_built_after_entries_and_reports_equals_the_whole(home: Path, definitions: Definitions, tmp_path: Path):
    office = Office(tmp_path / "more", definitions)
    office.home = home
    registry = opened(home)
    for n, unit in enumerate(EVERY.units[:2]):
        registry.add(PAPER.model_copy(update={"unit_code": unit, "number": str(n)}), "Lan")
        office.send(office.report(unit, "2024-T07", spent={A: 200 + n}))
        built, _ = publish(home, "Lan", definitions)
        assert built.how == "part"
    parts = content(home, BUILT)
    publish(home, "Lan", definitions, whole=True)
    assert content(home, BUILT) == parts and sorted(listed(home)) == ["0", "1"]


def test_reports_go_on_when_the_registry_does_not_answer(
    home: Path, definitions: Definitions, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    opened(home).add(PAPER, "Lan")
    publish(home, "Lan", definitions)
    monkeypatch.setenv(database.SETTING, "postgresql+psycopg://tests@127.0.0.1:1/nowhere?connect_timeout=2")
    office = Office(tmp_path / "more", definitions)
    office.home = home
    office.send(office.report("942", "2024-T07", spent={A: 500}))
    built, unfiled = publish(home, "Lan", definitions)
    assert built.how == "part" and "sổ nhập liệu" in unfiled
    assert listed(home) == ["12/KH-UBND"]


def test_a_registry_of_another_folder_is_not_filed_into_this_archive(home: Path, definitions: Definitions):
    opened(home).add(PAPER, "Lan", entry_id="a")
    publish(home, "Lan", definitions)
    database.engine(home).dispose()
    database._engine.cache_clear()
    shutil.rmtree(home / "registry")
    opened(home).add(PAPER.model_copy(update={"number": "khác"}), "Minh", entry_id="a")
    _, unfiled = publish(home, "Minh", definitions)
    assert "không khớp" in unfiled and listed(home) == ["12/KH-UBND"] and len(extracts(home)) == 1


def test_officers_who_publish_at_the_same_moment_file_every_version_once(home: Path, definitions: Definitions):
    registry = opened(home)

    def enter(name: str) -> None:
        for n in range(2):
            registry.add(PAPER.model_copy(update={"number": f"{name}{n}"}), name)
            publish(home, name, definitions)

    with ThreadPoolExecutor(2) as officers:
        for done in [officers.submit(enter, name) for name in ("Lan", "Minh")]:
            done.result()
    filed = [(row["entry_id"], row["version"]) for row in Archive(home).entered()]
    assert len(filed) == len(set(filed)) == 4
    assert sorted(listed(home)) == sorted(f"{name}{n}" for name in ("Lan", "Minh") for n in range(2))
