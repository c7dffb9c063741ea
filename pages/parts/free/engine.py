"""What the engine says is wrong, in plain Vietnamese: faults.toml says it for each of its messages."""

import difflib
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from pages.parts.free import brought

ADVICE = re.compile(r"^.*(?:\bSET\s+\w+|https?://|DuckDB).*$", re.MULTILINE)  # lines of a message
CANDIDATE = re.compile(r'"([^"]+)"')
LONGEST = 80  # letters of a name that a sentence repeats
ALIKE = 0.7  # how alike two names are for one to be offered instead of the other
OPERATORS = {"~~": "like", "!~~": "not like", "~~*": "ilike", "!~~*": "not ilike"}
KINDS = (
    ("DATE|TIME|INTERVAL", "ngày, giờ"), ("VARCHAR|STRING|CHAR|BLOB|JSON", "chữ"), ("BOOL", "có/không"),
    ("DECIMAL|DOUBLE|FLOAT|REAL", "số lẻ"), (".*INT|BIGNUM", "số nguyên"), ("STRUCT|MAP", "nhiều phần"),
)  # fmt: skip


def said(message: str, kind: dict[str, str]) -> tuple[str, str] | None:
    """What is wrong and what to do, or None where the message says something that nobody foresaw. `kind`: what it says beside."""
    whole = f"{kind.get('exception_type', '')} Error: {message}"
    for one in told()["message"]:
        if found := re.search(one["pattern"], whole):
            parts = [short(OPERATORS.get(part, part or "").strip("“”‘’")) for part in found.groups()]
            name = parts[-1] if parts else ""
            offered = [*kind.get("candidates", "").split(","), *CANDIDATE.findall(message.partition("Candidate bindings")[2])]
            words = {
                "near": near(name, offered),
                "uses": _uses(parts),
                "kind": kind_told(name),
                "day": brought.day(name),
                "kinds": " và ".join(dict.fromkeys(kind_told(each) for each in name.split(",") if each.strip())),
            }
            return one["what"].format(*parts, **words), one["todo"].format(*parts, **words)
    return None


@cache
def told() -> dict[str, Any]:
    """Everything that faults.toml says."""
    return tomllib.loads(Path(__file__).with_name("faults.toml").read_text(encoding="utf-8"))


def kind_told(kind: str) -> str:
    """The kind of a value in Vietnamese: "BIGINT" → "số nguyên"."""
    name = kind.strip().upper()
    return "danh sách" if name.endswith("]") else next((words for pattern, words in KINDS if re.match(pattern, name)), kind)


def short(text: str) -> str:
    """What a message names, no longer than a sentence bears."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def near(name: str, names: Iterable[str]) -> str:
    """The names that are written nearly so, as "; có phải là …"; "" where there are none."""
    by_last = {each.rpartition(".")[2].lower(): each for each in names}
    alike = difflib.get_close_matches(name.rpartition(".")[2].lower(), by_last, 3, ALIKE)
    return f"; có phải là {', '.join(by_last[each] for each in alike)}" if alike else ""


def instead(name: str) -> str:
    """How a function known elsewhere is written here."""
    return f"; ở đây viết {here}" if (here := told()["instead"].get(name.lower())) else ""


def original(message: str) -> str:
    """The engine's own message as far as it helps: without settings that nobody may change here, addresses, long lists of candidates."""
    words = " ".join(ADVICE.sub("", message).split())
    before, mark, listed = words.partition("Candidate ")
    return f"{before}{mark}{listed[:LONGEST]}…" if len(listed) > LONGEST else words


def _uses(parts: list[str]) -> str:
    return f": {parts[1].replace(chr(39), '')}".replace(" or ", " hoặc ") if len(parts) > 1 and parts[1] else ""
