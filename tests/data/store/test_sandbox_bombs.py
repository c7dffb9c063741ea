"""Statements that would take everything: each is stopped in time and within its memory, while others go on as if nothing were.

Small limits and some of the bombs in make test; the full limits and all bombs in make soak.
"""

import tempfile
import threading
import time
from pathlib import Path

import pytest

from data.store import sandbox
from data.store.reading import Scope, digest_of, open_store, pointed_to
from data.store.sandbox import running
from tests.data.store import sandboxed

ALL = Scope(units=("941", "942", "943"))
SMALL = sandbox.Limits(memory=400_000_000, cpu_seconds=1, wall_seconds=1.5)
CLICK = "select unit_code, sum(planned_vnd) as planned_vnd from mart.money group by unit_code order by unit_code"
FEW = 12  # of the bombs, in make test


@pytest.fixture(scope="module")
def store(samples_home: Path) -> Path:
    return samples_home / "stores" / str(pointed_to(samples_home)[0])


def stopped(store: Path, folder: Path, sql: str, limits: sandbox.Limits) -> tuple[str, float]:
    """Code of the refusal, seconds until it came."""
    started = time.monotonic()
    with pytest.raises(sandbox.Refused) as refused:
        sandbox.ask(store, ALL, folder, sql, {}, limits)
    return refused.value.code, time.monotonic() - started


@pytest.mark.soak
def test_every_bomb_is_stopped_within_its_limits_while_another_viewers_click_is_answered(
    store: Path, tmp_path: Path, full_counts: bool
) -> None:
    limits = sandbox.LIMITS if full_counts else SMALL
    bombs = list(sandboxed.BOMBS.items())[: None if full_counts else FEW]
    sandbox.scoped(store, ALL, tmp_path)
    reader, ended, clicks = open_store(store.parents[1], store.name), threading.Event(), list[float]()

    def click() -> None:
        while not ended.wait(0.02):
            started = time.monotonic()
            assert len(reader.read(CLICK)) > 10
            clicks.append(time.monotonic() - started)

    outside = Path(tempfile.gettempdir())
    before, there = digest_of(store), {*sandboxed.everything(tmp_path, store.parent), *(path.name for path in outside.iterdir())}
    clicking = threading.Thread(target=click)
    clicking.start()
    try:
        with sandboxed.watched() as most:
            ends = {name: stopped(store, tmp_path, sql, limits) for name, sql in bombs}
    finally:
        ended.set()
        clicking.join()
    assert {name: end for name, end in ends.items() if end[0] not in ("time", "memory") or end[1] > limits.wall_seconds + 0.5} == {}
    assert {code for code, _ in ends.values()} == {"time", "memory"}, "some by the clock, some by their memory"
    assert 50_000_000 < most["VmHWM"] <= most["VmPeak"] <= limits.memory
    assert len(clicks) > len(bombs)
    assert max(clicks) < 1
    assert sandboxed.no_child_is_left()
    assert digest_of(store) == before
    new = {*sandboxed.everything(tmp_path, store.parent), *(path.name for path in outside.iterdir())} - there
    assert [name for name in new if "duckdb" in name or Path(name).is_relative_to(tmp_path)] == []


def test_no_more_than_two_are_asked_at_once_and_the_third_is_told(store: Path, tmp_path: Path) -> None:
    sandbox.scoped(store, ALL, tmp_path)
    codes: list[str] = []
    endless, short = sandboxed.BOMBS["endless recursion"], sandbox.Limits(memory=400_000_000, cpu_seconds=3, wall_seconds=0.5)
    longer = sandbox.Limits(memory=400_000_000, cpu_seconds=3, wall_seconds=2)
    asking = [threading.Thread(target=lambda: codes.append(stopped(store, tmp_path, endless, longer)[0])) for _ in range(2)]
    for each in asking:
        each.start()
    while len(sandboxed.children()) < 2:
        time.sleep(0.01)
    assert stopped(store, tmp_path, "select 1", short)[0] == "busy"
    assert sandbox.ask(store, ALL, tmp_path, "select 1", {}).rows == [[1]], "who waits a little longer is answered"
    for each in asking:
        each.join()
    assert codes == ["time", "time"]
    assert sandboxed.no_child_is_left()


LED_ASTRAY = {
    "nothing": "",
    "no JSON": "print('hello')",
    "no object": "print('[1]')",
    "an object of its own": "print('{\"rows\": 3}')",
    "rows that do not fit": 'print(\'{"columns": [["a", "BIGINT"]], "rows": [[1, 2]], "left_out": [false, false]}\')',
    "nested without end": "print('[' * 100_000)",
    "a number without end": "print('{\"rows\": ' + '9' * 100_000 + '}')",
    "bytes that are no text": "import sys; sys.stdout.buffer.write(b'\\xff\\xfe')",
    "a sudden end": "import os; os.kill(os.getpid(), 11)",
    "an error": "raise ValueError",
}


@pytest.mark.parametrize("says", LED_ASTRAY)
def test_a_child_that_was_led_astray_harms_nobody(says: str, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox.scoped(store, ALL, tmp_path)
    child = tmp_path / "astray.py"
    child.write_text(LED_ASTRAY[says], encoding="utf-8")
    monkeypatch.setattr(running, "_CHILD", child)
    assert stopped(store, tmp_path, "select 1", SMALL)[0] == "stopped"


def test_a_child_that_never_ends_its_answer_is_stopped(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox.scoped(store, ALL, tmp_path)
    child = tmp_path / "astray.py"
    child.write_text("while True: print('x' * 1_000_000)", encoding="utf-8")
    monkeypatch.setattr(running, "_CHILD", child)
    assert stopped(store, tmp_path, "select 1", SMALL)[0] == "large"
    child.write_text("import time; print('{', flush=True); time.sleep(60)", encoding="utf-8")
    code, seconds = stopped(store, tmp_path, "select 1", SMALL)
    assert code == "time"
    assert seconds < SMALL.wall_seconds + 0.5
    assert sandboxed.no_child_is_left()
