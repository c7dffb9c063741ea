"""Many statements in one child, as `child.py` asks each: a process of its own takes a tenth of a second to begin, and these are hundreds.

`python -I many.py child.py`: a JSON request with `statements` on stdin; for each, what was refused, or its rows. With `ungated` the engine
is asked directly, as if the gate had let everything through.
"""

import importlib.util
import json
import socket
import sys
from pathlib import Path

spec = importlib.util.spec_from_file_location("child", sys.argv[1])
child = importlib.util.module_from_spec(spec)
spec.loader.exec_module(child)
request = json.loads(sys.stdin.buffer.read())
child.limit(request["memory"], request["cpu_seconds"])
db = child.opened(request["path"], request["memory"] // 2)


def told(statement: str) -> list:
    try:
        if request.get("ungated"):
            return ["answered", str(db.execute(statement).fetchall())]
        return ["answered", child.asked(db, request | {"sql": statement})]
    except child.Refused as refused:
        return list(refused.args)
    except child.duckdb.Error as problem:
        return [type(problem).__name__, str(problem)]


def outside() -> dict:
    """What the system itself gives this process."""
    found = {}
    for name, act in {
        "file": lambda: Path("/etc/passwd").read_bytes(),
        "new file": lambda: Path("written").write_bytes(b"x"),
        "socket": socket.socket,
    }.items():
        try:
            found[name] = str(act())
        except OSError as problem:
            found[name] = type(problem).__name__
    return found


answers = [told(statement) for statement in request["statements"]]
sys.stdout.buffer.write(json.dumps({"answers": answers, "outside": outside()}).encode())
