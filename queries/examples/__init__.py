"""Worked examples for whoever writes SQL, from easy to hard: a statement each in a file of its own, its head lines in Vietnamese.

`-- Tiêu đề:` what it is called, `-- Trả lời câu hỏi:` what it answers, `-- Mức:` how hard it is; the file's number gives the order.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOM = Path(__file__).parent
HEAD = ("Tiêu đề", "Trả lời câu hỏi", "Mức")


class Example(NamedTuple):
    """`code` names it in addresses and stays when the examples are put in another order; `sql` is without its head lines."""

    code: str
    title: str
    question: str
    level: str
    sql: str


@cache
def examples() -> dict[str, Example]:
    """Every example by its code, in the order of reading."""
    read = [_read(path) for path in sorted(ROOM.glob("*.sql"))]
    return {one.code: one for one in read}


def _read(path: Path) -> Example:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    head = [line.removeprefix(f"-- {word}:").strip() for word, line in zip(HEAD, lines, strict=False) if line.startswith(f"-- {word}:")]
    if len(head) != len(HEAD):
        raise ValueError(f"{path.name}: begins with {', '.join(f'-- {word}:' for word in HEAD)}")
    title, question, level = head
    return Example(path.stem.partition("-")[2], title, question, level, "".join(lines[len(HEAD) :]).strip())
