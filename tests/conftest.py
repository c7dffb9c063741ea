"""What every test may ask for: the shipped definitions, and a home filled with the samples through the real intake."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from data import definitions as defined
from tests import verbs


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that need the samples come last: one process makes them, and the others have something to do meanwhile."""
    items.sort(key=lambda item: "samples_home" in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session", autouse=True)
def nothing_of_the_operator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test sees or touches the home, the definitions or the name of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DASHBOARD_DEFINITIONS", raising=False)
        patch.setenv("DASHBOARD_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setenv("DASHBOARD_OPERATOR", "Người kiểm thử")
        yield


@pytest.fixture(scope="session")
def definitions() -> defined.Definitions:
    """The definitions that are shipped."""
    return defined.load(defined.SHIPPED)


@pytest.fixture(scope="session")
def samples_home(tmp_path_factory: pytest.TempPathFactory, nothing_of_the_operator: None) -> Path:
    """A home with all samples received and built, made once for all workers. Read it; copy it before changing anything."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own
    if kept := os.environ.get("SAMPLES_AT"):  # `make check` runs the tests twice, on the same samples
        shared = Path(kept)
    home, done = shared / "samples-home", shared / "samples-done"
    with FileLock(shared / "samples.lock"):
        if not done.exists():
            verbs.well(verbs.alone("sample", home=home))
            done.touch()
    return home


@pytest.fixture(scope="session")
def full_counts() -> bool:
    """Whether a test marked `soak` runs the full counts and durations (make soak), or a few with fixed seeds (make test)."""
    return os.environ.get("SOAK") == "1"
