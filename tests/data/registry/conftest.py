"""A registry of its own for every test, on SQLite (make test) and again on a real PostgreSQL (make check)."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from data.registry import Registry, database, opened
from tests.data.registry.cluster import Cluster

Fresh = Callable[[], Registry]


@pytest.fixture(autouse=True)
def started_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process started by a test runs nothing but its officer: AppTest leaves the dashboard as __main__, which it would run first."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    started = Cluster()
    yield started
    started.stop()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.service)])
def empty(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Path]]:
    """Gives a home whose registry is a new database, not migrated yet; the last one given is the one that DASHBOARD_REGISTRY names."""
    homes: list[tuple[str, Path]] = []

    def new() -> Path:
        home = tmp_path / str(len(homes))
        home.mkdir()
        if request.param == "postgresql":
            monkeypatch.setenv(database.SETTING, request.getfixturevalue("cluster").database())
        else:
            monkeypatch.delenv(database.SETTING, raising=False)
        homes.append((database.address(home), home))
        return home

    yield new
    for url, home in homes:
        database._engine(url, home).dispose()


@pytest.fixture
def fresh(empty: Callable[[], Path]) -> Fresh:
    """Gives a new, empty registry each time it is called."""
    return lambda: opened(empty())


@pytest.fixture
def registry(fresh: Fresh) -> Registry:
    return fresh()
