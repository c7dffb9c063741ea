"""`kill -9` at any moment of receive and build, then the same command again: the store is the undisturbed one, no byte is lost.

A few moments here, each known by what stands on the disk; fifty random ones of each in `make soak`.
"""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from data.definitions import Definitions
from tests import verbs
from tests.data import kills

pytestmark = pytest.mark.soak


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory, definitions: Definitions) -> Path:
    return kills.inbox(tmp_path_factory.mktemp("sent"), definitions)


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory, sent: Path) -> tuple[Path, float, float]:
    """A home where nothing went wrong; how long receive took in it, and build."""
    home = tmp_path_factory.mktemp("calm")
    started = time.monotonic()
    assert verbs.alone("receive", str(sent), home=home).returncode == 1, "one of the workbooks is bad"
    received = time.monotonic()
    verbs.well(verbs.alone("build", "--whole", home=home))
    return home, received - started, time.monotonic() - received


def something(home: Path, pattern: str) -> Callable[[], bool]:
    return lambda: any(home.glob(pattern))


def entries(home: Path, count: int) -> Callable[[], bool]:
    journal = home / "archive/journal.jsonl"
    return lambda: journal.exists() and journal.read_bytes().count(b"\n") >= count


RECEIVING: dict[str, Callable[[Path], Callable[[], bool]]] = {
    "when a file is in and its cells are not": lambda home: something(home, "archive/files/*/*.xlsx"),
    "after some entries": lambda home: entries(home, 4),
    "when the store is being built": lambda home: something(home, "stores/.building-*"),
}
BUILDING: dict[str, Callable[[Path], Callable[[], bool]]] = {
    "when the new store is begun": lambda home: something(home, "stores/.building-*"),
    "when it has its name and nobody points to it": lambda home: something(home, "stores/mart-00001.duckdb"),
}


@pytest.mark.parametrize("moment", RECEIVING)
def test_receive_killed_at_a_known_moment(tmp_path: Path, sent: Path, calm: tuple[Path, float, float], moment: str) -> None:
    assert kills.kill_when(kills.start("receive", str(sent), home=tmp_path), RECEIVING[moment](tmp_path))
    assert verbs.run("receive", str(sent), home=tmp_path).returncode in (0, 1)
    kills.must_be_whole(tmp_path, sent, kills.content(calm[0], kills.TIMES))


@pytest.mark.parametrize("moment", BUILDING)
def test_build_killed_at_a_known_moment(tmp_path: Path, sent: Path, calm: tuple[Path, float, float], moment: str) -> None:
    undisturbed = kills.content(calm[0], kills.TIMES)
    home = kills.copy_archive(calm[0], tmp_path / "home")
    assert kills.kill_when(kills.start("build", home=home), BUILDING[moment](home))
    kills.store_is_whole(home, [None, undisturbed])
    verbs.must("build", home=home)
    kills.must_be_whole(home, sent, undisturbed)


def test_receive_killed_at_random_moments(tmp_path: Path, sent: Path, calm: tuple[Path, float, float], full_counts: bool) -> None:
    undisturbed = kills.content(calm[0], kills.TIMES)
    kills_wanted, killed = (50 if full_counts else 1), 0
    for n, seconds in enumerate(kills.random_moments(calm[1], seed=7)):
        home = tmp_path / str(n)
        killed += kills.kill_when(kills.start("receive", str(sent), home=home), kills.after(seconds))
        assert verbs.run("receive", str(sent), home=home).returncode in (0, 1)
        kills.must_be_whole(home, sent, undisturbed)
        if killed == kills_wanted:
            break
    assert killed == kills_wanted


def test_build_killed_at_random_moments(tmp_path: Path, sent: Path, calm: tuple[Path, float, float], full_counts: bool) -> None:
    undisturbed = kills.content(calm[0], kills.TIMES)
    kills_wanted, killed = (50 if full_counts else 1), 0
    for seconds in kills.random_moments(calm[2], seed=11):
        home = kills.copy_archive(calm[0], tmp_path / "home")
        killed += kills.kill_when(kills.start("build", home=home), kills.after(seconds))
        kills.store_is_whole(home, [None, undisturbed])
        verbs.must("build", home=home)
        kills.must_be_whole(home, sent, undisturbed)
        if killed == kills_wanted:
            break
    assert killed == kills_wanted
