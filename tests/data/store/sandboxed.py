"""What the tests of written SQL share: the statements that nobody may have answered, bombs, and what a child takes while it runs."""

import contextlib
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.store import documented, sandbox
from data.store.sandbox import running

LETTERS = {"{K}": "\N{KELVIN SIGN}", "{NBSP}": "\N{NO-BREAK SPACE}", "{BOM}": "\N{ZERO WIDTH NO-BREAK SPACE}"}
_CHAIN = ", ".join(f"a{n} as not materialized (select x.n from a{n - 1} x, a{n - 1} y)" for n in range(1, 25))
_DOUBLING = ", ".join(f"a{n} as not materialized (select n || n || n || n as n from a{n - 1})" for n in range(1, 30))
BOMBS = {  # none of these may take more than its time or memory
    "a cross join": "select count(*) from mart.money a, mart.money b, mart.money c, mart.money d where a.planned_vnd > b.planned_vnd",
    "endless recursion": "with recursive r(n) as (select 1 union all select n + 1 from r) select count(*) from r",
    "recursion that doubles": "with recursive r(t) as (select 'x' union all select t || t from r) select max(length(t)) from r",
    "a text of two thousand million letters": "select length(repeat('a', 2000000000))",
    "a text filled up": "select length(lpad('', 2000000000, 'abc'))",
    "constants worked out beforehand": "select " + " || ".join(["repeat('a', 200000000)"] * 12) + " as x",
    "huge lists": "select range(100000000), range(100000001)",
    "a list of all rows": "select list(a.range) from range(1000000000) a",
    "a regular expression": "select count(*) from range(100000000) where regexp_matches(repeat('a', 5000) || range, '(a|aa|a?)*b$')",
    "replacing by much": "select length(regexp_replace(repeat('a', 100000), 'a', repeat('b', 100000), 'g'))",
    "a sort": "select * from (select range, md5(range::varchar) m from range(1000000000)) order by m",
    "distinct values": "select count(distinct md5(range::varchar)) from range(10000000000)",
    "one text of all rows": "select length(string_agg(repeat('x', 1000), ',')) from range(100000000)",
    "chained names": f"with a0 as not materialized (select range as n from range(10)), {_CHAIN} select count(*) from a24",
    "doubling names": f"with a0 as not materialized (select 'x' as n), {_DOUBLING} select length(n) from a29",
    "a huge list of values": f"select count(*) from range(1000000000) where range in ({','.join(str(n) for n in range(3500))})",
    "a range without end": "select count(*) from range(1000000000000000000) where range % 7 = 3",
    "a window of lists": "select max(w) from (select list(range) over (order by range) w from range(10000000))",
    "rows of fifty million letters": "select repeat('a', 50000000) from range(1000)",
    "thousands of columns": f"select {','.join(['*'] * 3000)} from mart.money",
    "a value ever deeper": "with recursive r(j) as (select '1'::json union all select json_array(j) from r) select max(j::varchar) from r",
}
NESTED = {  # and these are too deep to be read
    "brackets": "select " + "(" * 9000 + "1" + ")" * 9000,
    "selects": "select " + "(select " * 2000 + "1" + ")" * 2000,
    "tables": "select * from " + "(select * from " * 1200 + "mart.unit" + ")" * 1200,
    "lists": "select " + "[" * 9000 + "]" * 9000,
    "signs": "select " + "- " * 9900 + "1",
    "cases": "select " + "case when true then " * 800 + "1" + " end" * 800,
    "sums": "select " + "1+" * 9900 + "1",
}


def hostile() -> list[tuple[str, str]]:
    """Code of the refusal, statement."""
    found, code = [], ""
    for line in Path(__file__).with_name("hostile.txt").read_text(encoding="utf-8").split("\n")[:-1]:
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            code = heading[1]
        elif code:
            found.append((code, re.sub(r"\{[A-Z]+\}", lambda name: LETTERS[name[0]], line)))
    return found


def asked_at_once(copy: Path, statements: list[str], place: Path, **more: Any) -> dict[str, Any]:
    """All of them in one child, as many.py says; `place` is where it runs."""
    request = {
        "path": str(copy), "parameters": {}, "tables": [f"mart.{table.name}" for table in documented.tables()],
        "functions": sandbox.functions(), "memory": sandbox.LIMITS.memory, "cpu_seconds": 60, "rows": 20_000, "statements": statements,
    } | more  # fmt: skip
    child = Path(running.__file__).with_name("child.py")
    done = subprocess.run(
        [sys.executable, "-I", "-X", "utf8", str(Path(__file__).with_name("many.py")), str(child)],
        input=json.dumps(request).encode(), capture_output=True, env={}, cwd=place, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def children() -> list[int]:
    """Children that answer statements, those among them that have ended and that nobody has buried."""
    found = []
    for thread in Path("/proc/self/task").iterdir():
        with contextlib.suppress(OSError):  # it has just ended
            for pid in (thread / "children").read_text(encoding="ascii").split():
                said = Path(f"/proc/{pid}/cmdline").read_bytes()
                if not said or b"child.py" in said or b"astray.py" in said:
                    found.append(int(pid))
    return found


def no_child_is_left() -> bool:
    """Some seconds after the last was stopped: what a child held must be freed first."""
    end = time.monotonic() + 5
    while children() and time.monotonic() < end:
        time.sleep(0.01)
    return not children()


@contextlib.contextmanager
def watched() -> Iterator[dict[str, int]]:
    """The most memory, in bytes, that any child of this process came to take: what it held (VmHWM), what it asked for (VmPeak)."""
    most: dict[str, int] = {}
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(0.005):
            for pid in children():
                with contextlib.suppress(OSError):
                    if not Path(f"/proc/{pid}/cmdline").read_bytes().endswith(b"child.py\0"):
                        continue  # not yet itself: it still holds the memory of the process that began it
                    for name, kilobytes in re.findall(r"(VmHWM|VmPeak):\s+(\d+)", Path(f"/proc/{pid}/status").read_text(encoding="ascii")):
                        most[name] = max(most.get(name, 0), int(kilobytes) * 1024)

    looking = threading.Thread(target=look)
    looking.start()
    try:
        yield most
    finally:
        ended.set()
        looking.join()


def everything(*folders: Path) -> set[str]:
    """Names of all that lies in some folders."""
    return {os.fspath(path) for folder in folders for path in folder.rglob("*")}
