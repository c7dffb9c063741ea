"""What is wrong with a statement, in plain Vietnamese: one sentence what, one what to do, and the place marked in the statement."""

import re
from typing import Any, NamedTuple

from pages.parts import ask
from pages.parts.free import brought, engine, parts

SHOWN = 3  # lines of the statement above and below the marked one
EMPTY = (
    "Tham số ${0} chưa có giá trị, mà chỗ này cần một giá trị.",
    "Điền ô ${0}, hoặc viết rõ kiểu và giá trị khi trống, ví dụ coalesce(${0}, …).",
)
WITHOUT_VALUE = re.compile(r"\bNULL\b")
ENDS = ("Câu lệnh dừng giữa chừng, sau “{}”.", "Viết nốt phần còn thiếu: ngoặc đóng, tên bảng, điều kiện (on của join), end của case.")
WORD = re.compile(r"[\w.$]+|\"[^\"]*\"|'[^']*'|[^\w\s]{1,2}|\S")


class Fault(NamedTuple):
    """`line`, `column` count from 1 and `length` in letters; line 0 = the place is not known. `original` is the engine's own message."""

    what: str
    todo: str
    original: str = ""
    line: int = 0
    column: int = 0
    length: int = 1


def of(refused: ask.Refused, sql: str, values: dict[str, Any] | None = None) -> Fault:
    """What a refusal says to whoever wrote the statement, which was asked with these values."""
    place = _place(sql, refused.place)
    if refused.code in ("failed", "parameter", "select") and (told := brought.found(sql)):
        return Fault(told[0].what, told[0].todo, engine.original(refused.what), *_place(sql, told[0].place))
    empty = [name for name, value in (values or {}).items() if value in (None, "")]
    if refused.code == "failed" and empty and WITHOUT_VALUE.search(refused.what):
        return Fault(*(words.format(empty[0]) for words in EMPTY), engine.original(refused.what), *place)
    if refused.code == "failed":
        what, todo = engine.said(refused.what, refused.kind) or engine.told()["refused"]["otherwise"].values()
        near = re.search(r'syntax error at or near "(.+?)"', refused.what)
        if near and refused.place is not None and not parts.bare(sql)[refused.place + len(near[1]) :].strip(" \t\n\r;"):
            what, todo = ENDS[0].format(engine.short(near[1])), ENDS[1]
        return Fault(what, todo, engine.original(refused.what), *place)
    known = engine.told()["refused"]
    words = known.get(_code(refused, sql), known["otherwise"])
    name = engine.short(refused.what)
    there = ask.functions() if refused.code == "function" else [f"mart.{table.name}" for table in ask.documented()]
    said = {"what": name, "instead": engine.instead(name)}
    said["near"] = "" if said["instead"] else engine.near(name, there)
    original = "" if refused.code in known else f"{refused.code}: {name}"
    return Fault(words["what"].format(**said), words["todo"].format(**said), original, *place)


def marked(fault: Fault, sql: str) -> str:
    """The lines of the statement around the fault, numbered, the one at fault pointed at and its place underlined; plain text."""
    lines = sql.split("\n")
    told = []
    for number in range(max(1, fault.line - SHOWN), min(len(lines), fault.line + SHOWN) + 1):
        line, is_it = lines[number - 1].replace("\t", " ").rstrip("\r"), number == fault.line
        told.append(f"{'→' if is_it else ' '} {number:>3} │ {line}")
        if is_it:
            told.append(f"      │ {' ' * (fault.column - 1)}{'^' * fault.length}")
    return "\n".join(told)


def _code(refused: ask.Refused, sql: str) -> str:
    """Which words of faults.toml a refusal has."""
    first = next(iter(parts.bare(sql).split()), "").lower()
    if (refused.code, refused.what) == ("one", "0"):
        return "empty"
    if refused.code == "parameter" and refused.what.isdigit():
        return "unnamed"
    if refused.code == "select" and (refused.what == "SHOW_REF" or first in ("describe", "desc", "show", "summarize")):
        return "show"
    return "pivot" if refused.code == "select" and first in ("pivot", "unpivot") else refused.code


def _place(sql: str, place: int | None) -> tuple[int, int, int]:
    """Line, column and length of what stands at a place that is counted in letters from the beginning."""
    if place is None or not 0 <= place <= len(sql):
        return 0, 0, 1
    before, word = sql[:place], WORD.match(sql[place:].partition("\n")[0])
    return before.count("\n") + 1, place - before.rfind("\n"), len(word[0]) if word else 1
