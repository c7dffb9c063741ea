"""The door for saved questions: saving, changing, reviewing and finding them, and the statements that somebody ran.

All of it lives in the registry alone: no store is built after it, so saving answers at once, also at a frozen version.
"""

from datetime import datetime
from typing import NamedTuple

from data.home import home
from data.registry import Entry, NotEntered, Registry, Unreachable, database
from data.registry.kinds.saved import LONGEST_NAME, LONGEST_NOTE, LONGEST_SQL, Question, Review, Run, What, folded, id_of
from pages.parts import formats, tell

__all__ = ["KEY", "LONGEST_NAME", "LONGEST_NOTE", "Ran", "Reviewed", "Saved", "What"]
KEY = "luu"  # in an address: which version is open
SHOWN_RUNS = 50


class Reviewed(NamedTuple):
    """Who found which version right, and when (UTC)."""

    version: int
    by: str
    at: datetime


class Saved(NamedTuple):
    """One version of a saved question. `newest` is the number of the last one; `review` the last that counts, of this version or before.

    `used` are the measures, dimensions, tables and columns it needs, and what they were called when it was saved.
    """

    id: str
    version: int
    newest: int
    what: What
    name: str
    note: str
    content: dict[str, str]
    used: dict[str, str]
    by: str
    at: datetime
    first_by: str
    is_withdrawn: bool
    reason: str
    review: Reviewed | None

    @property
    def code(self) -> str:
        """How an address names this version."""
        return f"{self.id}.{self.version}"

    @property
    def is_reviewed(self) -> bool:
        """Whether the review is of this version."""
        return self.review is not None and self.review.version == self.version


class Ran(NamedTuple):
    """One statement that was run (`at` UTC); `row_count` None where it gave no answer."""

    at: datetime
    sql: str
    parameters: dict[str, str]
    seconds: float | None
    row_count: int | None
    outcome: str


def listed(what: What) -> list[Saved]:
    """The newest version of every question that was not withdrawn: one's own first, then by name. Raises Unreachable."""
    if not database.exists(home()):
        return []
    registry, me = tell.registry(), folded(tell.officer() or "")
    reviews = registry.current(Review.kind)
    every = [_saved(versions, len(versions), reviews) for versions in registry.versions(Question.kind)]
    kept = [one for one in every if one.what == what and not one.is_withdrawn]
    return sorted(kept, key=lambda one: (me not in (folded(one.by), folded(one.first_by)), folded(one.name)))


def found(what: What, code: str) -> Saved | None:
    """The version that an address names, "‹id›.‹version›"; without a version the newest. Raises Unreachable."""
    entry_id, _, version = code.partition(".")
    if not database.exists(home()) or not (version or "1").isdecimal():
        return None
    registry = tell.registry()
    versions = registry.history(entry_id[: len(id_of(what, ""))])
    number = int(version or len(versions))
    if not 1 <= number <= len(versions):
        return None
    one = _saved(versions, number, registry.current(Review.kind)) if isinstance(versions[0].body, Question) else None
    return one if one and one.what == what else None


def save(what: What, name: str, note: str, content: dict[str, str], used: dict[str, str]) -> str | None:
    """Save something new; gives its code, or None after a sentence. A name that was withdrawn can be used again."""
    body = Question(name=name, what=what, content=content, used=used, note=note)
    return _code(tell.written(lambda registry, by: _first(registry, body, by), at_frozen=True))


def change(one: Saved, note: str, content: dict[str, str], used: dict[str, str]) -> str | None:
    """Save what is on screen as the next version of what was opened as `one`; gives its code, or None after a sentence."""
    body = Question(name=one.name, what=one.what, content=content, used=used, note=note)
    return _code(tell.written(lambda registry, by: registry.change(one.id, body, by, seen=one.version), at_frozen=True))


def withdraw(one: Saved, reason: str) -> str | None:
    """Take it back, with a reason; gives its code, or None after a sentence. Links to it still open it and say so."""
    return _code(tell.written(lambda registry, by: registry.withdraw(one.id, by, seen=one.version, reason=reason), at_frozen=True))


def review(one: Saved) -> bool:
    """Say that this version is right; False after a sentence, as to whoever wrote it."""
    return tell.written(lambda registry, by: _second(registry, one, by), at_frozen=True) is not None


def may_review(one: Saved) -> bool:
    """Whether whoever looks is another than the one who wrote this version."""
    return folded(tell.officer() or "") not in ("", folded(one.by))


def remember(sql: str, seconds: float | None, row_count: int | None, outcome: str, parameters: dict[str, str] | None = None) -> None:
    """Keep a statement that was run in the history of whoever ran it; without a name, or a registry, it is not kept."""
    if (by := tell.officer()) is None:
        return
    run = Run(sql=sql[:LONGEST_SQL], parameters=parameters or {}, seconds=seconds, row_count=row_count, outcome=outcome[:LONGEST_NOTE])
    try:
        tell.registry().add(run, by)
    except (Unreachable, NotEntered):
        return  # the answer is on screen; its history is no reason to stop


def history() -> list[Ran]:
    """What whoever looks ran last, newest first. Raises Unreachable."""
    by = tell.officer()
    if by is None or not database.exists(home()):
        return []
    return [
        Ran(e.at, e.body.sql, e.body.parameters, e.body.seconds, e.body.row_count, e.body.outcome)
        for e in tell.registry().latest(Run.kind, by, SHOWN_RUNS)
        if isinstance(e.body, Run)
    ]


def _first(registry: Registry, body: Question, by: str) -> Entry:
    entry_id = id_of(body.what, body.name)
    versions = registry.history(entry_id)
    if versions and versions[-1].is_withdrawn:
        return registry.change(entry_id, body, by, seen=len(versions))
    try:
        return registry.add(body, by, entry_id=entry_id)
    except NotEntered:
        if not (versions := registry.history(entry_id)):
            raise
    last = versions[-1]
    whose = "bạn" if folded(last.by) == folded(by) else formats.plain(last.by)
    at = formats.moment(last.at)
    raise NotEntered(f"Chưa lưu: đã có “{formats.plain(body.name)}” ({whose} lưu lúc {at}). Đặt tên khác, hoặc mở câu hỏi đó để sửa.")


def _second(registry: Registry, one: Saved, by: str) -> Entry:
    if folded(by) == folded(one.by):
        raise NotEntered("Chưa soát: người soát phải là người khác người lưu bản này.")
    return registry.add(Review(question_id=one.id, version=one.version), by)


def _saved(versions: list[Entry], number: int, reviews: list[Entry]) -> Saved:
    entry = versions[number - 1]
    body = entry.body
    assert isinstance(body, Question)
    counting = [
        Reviewed(e.body.version, e.by, e.at)
        for e in reviews
        if isinstance(e.body, Review)
        and (e.body.question_id, True) == (entry.entry_id, e.body.version <= number)
        and folded(e.by) != folded(versions[e.body.version - 1].by)
    ]
    return Saved(
        entry.entry_id, number, len(versions), body.what, body.name, body.note, body.content, body.used, entry.by, entry.at,
        versions[0].by, entry.is_withdrawn, entry.reason, max(counting, key=lambda one: one.version, default=None),
    )  # fmt: skip


def _code(entry: Entry | None) -> str | None:
    return f"{entry.entry_id}.{entry.version}" if entry else None
