"""Two officers write at the same moment: nothing is lost, and the second sees what the first changed."""

import multiprocessing
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from data.registry import Changed, Entry, NotEntered, Registry, opened
from data.registry.kinds.documents import Note

ROUNDS = 25
BODY = Note(unit_code="943", plan_year=2024, text="đầu tiên")


def test_of_two_changes_at_the_same_moment_one_is_written_and_the_other_officer_sees_it(registry: Registry):
    entered = registry.add(BODY, "Lan")
    together = threading.Barrier(2)

    def change(name: str, seen: int) -> Entry | Changed:
        together.wait()
        try:
            return registry.change(entered.entry_id, BODY.model_copy(update={"text": f"{name} {seen}"}), name, seen=seen)
        except Changed as told:
            return told

    with ThreadPoolExecutor(2) as officers:
        for seen in range(1, ROUNDS + 1):
            done = [one.result() for one in [officers.submit(change, name, seen) for name in ("Minh", "Hoa")]]
            [written] = [x for x in done if isinstance(x, Entry)]
            [told] = [x for x in done if isinstance(x, Changed)]
            assert told.latest == written and written.body.text == f"{written.by} {seen}"
    assert [e.version for e in registry.history()] == list(range(1, ROUNDS + 2))


def test_of_two_entries_under_one_id_one_is_written(registry: Registry):
    together = threading.Barrier(2)

    def add(name: str, n: int) -> Entry | None:
        together.wait()
        try:
            return registry.add(BODY, name, entry_id=str(n))
        except NotEntered:
            return None

    with ThreadPoolExecutor(2) as officers:
        for n in range(ROUNDS):
            done = [one.result() for one in [officers.submit(add, name, n) for name in ("Minh", "Hoa")]]
            assert [e for e in done if e] == [registry.get(str(n))]


def entering(home: Path, name: str, rounds: int, together: "threading.Barrier", told: "multiprocessing.Queue[tuple[str, int]]") -> None:
    """One officer in a process of their own: adds entries, and puts a mark behind the others' marks in one that all of them change."""
    together.wait()
    registry, refused = opened(home), 0
    with suppress(NotEntered):  # another officer was first
        registry.add(BODY.model_copy(update={"text": "|"}), name, entry_id="chung")
    for n in range(rounds):
        registry.add(BODY, name, entry_id=f"{name}-{n}")
        latest = registry.get("chung")
        together.wait()
        while True:
            try:
                registry.change("chung", BODY.model_copy(update={"text": f"{latest.body.text}{name}{n}|"}), name, seen=latest.version)
                break
            except Changed as changed:
                refused += 1
                latest = changed.latest
    told.put((name, refused))


def test_officers_in_several_processes_lose_nothing_from_the_first_opening_on(empty: Callable[[], Path]):
    home, names, rounds = empty(), ["Lan", "Minh", "Hoa"], 10
    spawn = multiprocessing.get_context("spawn")
    together, told = spawn.Barrier(len(names)), spawn.Queue()
    processes = [spawn.Process(target=entering, args=(home, name, rounds, together, told)) for name in names]
    for process in processes:
        process.start()
    refused = dict(told.get(timeout=90) for _ in names)
    for process in processes:
        process.join(30)
        assert process.exitcode == 0
        process.close()
    told.close()
    registry = opened(home)
    latest = registry.get("chung")
    marks = Counter(latest.body.text.strip("|").split("|"))
    assert marks == Counter(f"{name}{n}" for name in names for n in range(rounds)), "every mark once, nobody's written over"
    history = registry.history("chung")
    assert [e.version for e in history] == list(range(1, 1 + len(names) * rounds + 1))
    assert all(after.body.text.startswith(before.body.text) for before, after in pairwise(history))
    assert {e.entry_id for e in registry.current("note")} == {"chung", *(f"{name}-{n}" for name in names for n in range(rounds))}
    assert sum(refused.values()) >= rounds * (len(names) - 1), "all looked before any wrote, so all but one were told"
