"""Running the child: what it may say, for how long, and what becomes of it."""

import contextlib
import json
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

AT_ONCE = 2  # statements that one server answers at a time; the next ones wait as long as one may take
BYTES = 12_000_000  # of what a child says; a sound one says less
_CHILD = Path(__file__).with_name("child.py")
_places = threading.BoundedSemaphore(AT_ONCE)
_ENDS = {-signal.SIGXCPU: "time", -signal.SIGKILL: "memory", -signal.SIGABRT: "memory"}  # the system kills what takes too much memory


class Refused(Exception):
    """The statement was not asked, could not be answered, or was stopped.

    code: one (not exactly one statement; what = how many), select (something else than SELECT; what = its kind), table, function,
    parameter (missing, or given and not in the statement), columns (too many), long (too many letters), text (no sound text),
    failed (the engine's error; what = its message, kind = exception_type, error_subtype, name, candidates), time, memory, large (the
    answer), stopped, busy (too many ask at once), copy (the viewer's copy could not be made).
    what: what it is about. place: letters from the beginning of the statement, or None.
    """

    def __init__(self, code: str, what: str = "", place: int | None = None, kind: dict[str, str] | None = None) -> None:
        super().__init__(code, what, place)
        self.code, self.what, self.place, self.kind = code, what, place, kind or {}


def run(request: dict[str, Any], wall_seconds: float) -> dict[str, Any]:
    """What the child says, never more than it may; at the end of its time it is killed. Raises Refused."""
    if not _places.acquire(timeout=wall_seconds):
        raise Refused("busy")
    out: list[bytes] = []
    try:
        # a group of its own, so that a Ctrl+C is the server's; not a session, to which the system would give as much time as to the server
        child = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", str(_CHILD)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}, cwd="/", process_group=0,
        )  # fmt: skip
    except OSError as problem:
        _places.release()
        raise Refused("stopped", str(problem)) from problem
    serving = threading.Thread(target=_serve, args=(child, json.dumps(request).encode(), out), daemon=True)
    serving.start()
    serving.join(wall_seconds)
    if serving.is_alive():  # what it held may take the system a while to free; nobody has to wait for that
        child.kill()
        raise Refused("time")
    if len(out[0]) > BYTES:
        raise Refused("large")
    if child.returncode:
        raise Refused(_ENDS.get(child.returncode, "stopped"), str(child.returncode))
    return _told(out[0])


def _serve(child: subprocess.Popen[bytes], request: bytes, out: list[bytes]) -> None:
    """Ask, listen, and bury the child: until then its place is taken."""
    try:
        with child:
            assert child.stdin and child.stdout
            with contextlib.suppress(BrokenPipeError), child.stdin:
                child.stdin.write(request)
            out.append(child.stdout.read(BYTES + 1))
            if len(out[0]) > BYTES:
                child.kill()
    finally:
        _places.release()


def _told(out: bytes) -> dict[str, Any]:
    """A child that was led astray may say anything. Raises Refused."""
    try:
        told = json.loads(out)
        if isinstance(told, dict):
            return told
    except (ValueError, RecursionError):
        pass
    raise Refused("stopped", "said nothing sound")
