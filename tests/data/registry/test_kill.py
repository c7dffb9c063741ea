"""`kill -9` in the middle of entering: all that was said to be written is there, nothing by halves, and entering goes on."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from data.registry import opened
from tests.data.registry.test_two_officers import BODY

pytestmark = pytest.mark.soak


def entering(home: Path, first: int, written: Connection) -> None:
    """Enters and changes until it is killed, and tells what the registry said was written."""
    registry = opened(home)
    for n in range(first, first + 100_000):
        entry = registry.add(BODY.model_copy(update={"text": "dài " * 400}), "Lan", entry_id=f"{n:06}")
        written.send((entry.entry_id, entry.version))
        written.send((entry.entry_id, registry.change(entry.entry_id, BODY, "Lan", seen=1).version))


def test_whoever_is_killed_while_entering_leaves_the_registry_whole(empty: Callable[[], Path], full_counts: bool):
    home, told = empty(), []
    spawn = multiprocessing.get_context("spawn")
    for n in range(20 if full_counts else 2):
        mine, theirs = spawn.Pipe(duplex=False)
        officer = spawn.Process(target=entering, args=(home, n * 100_000, theirs))
        officer.start()
        theirs.close()
        told += [mine.recv() for _ in range(5 + 7 * n)]  # in the midst of it
        officer.kill()
        while mine.poll():
            try:
                told.append(mine.recv())
            except EOFError:
                break
        officer.join(20)
        officer.close()
        mine.close()
        history = [(e.entry_id, e.version) for e in opened(home).history()]
        assert set(told) <= set(history), "all that was said to be written is there"
        assert len(history) <= len(told) + n + 1, "and at most one write that nobody was told of, per kill"
        assert {version for _, version in history} <= {1, 2} and len(set(history)) == len(history)
    assert opened(home).add(BODY, "Lan").version == 1
