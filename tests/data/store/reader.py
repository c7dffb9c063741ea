"""A reader in a process of its own, as a page reads: `python -m tests.data.store.reader HOME`. It asks until its standard input closes.

Prints, as JSON: how often it asked, which versions it saw, and every answer that mixed versions or was an error.
"""

import json
import sys
import threading
from pathlib import Path

from data.store.reading import Store, current_version, open_store

ASK = """
select
    (select store_version from mart.about) as version,
    count(*) as lines, count(distinct disbursed_vnd) as amounts, min(disbursed_vnd)::bigint as least
from mart.money where unit_code = '943'
"""


def main(home: Path) -> None:
    ended = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    held: dict[str, Store] = {}
    asked, seen, wrong = 0, {}, []
    while not ended.is_set():
        try:
            name = current_version(home)
            if name is None:
                raise FileNotFoundError("no store in force")
            if name not in held:
                held = {name: open_store(home, name)}  # the old one is let go, as the page's cache does
            row = held[name].read(ASK).iloc[0]
        except Exception as problem:  # noqa: BLE001 - whatever a reader could meet is what the test is about
            wrong.append(repr(problem))
            continue
        asked += 1
        answer = [int(row["lines"]), int(row["amounts"]), int(row["least"])]
        if row["version"] != held[name].version or seen.setdefault(row["version"], answer) != answer or answer[1] != 1:
            wrong.append(f"{row['version']}: {answer}")
    print(json.dumps({"asked": asked, "versions": len(seen), "wrong": wrong[:5]}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
