"""Entering, changing, withdrawing, and reading what was entered. Each write is one new row; none waits for a person."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from data.registry import database
from data.registry.body import KINDS, Body, writable
from data.registry.database import change


@dataclass(frozen=True)
class Entry:
    """One version of one entry. `at` is UTC; `reason` is why it was changed, "" for a first version."""

    entry_id: str
    version: int
    kind: str
    at: datetime
    by: str
    reason: str
    is_withdrawn: bool
    body: Body


class Changed(Exception):
    """Somebody else changed the entry since it was looked at; `latest` is what stands now. Nothing was written."""

    def __init__(self, latest: Entry) -> None:
        super().__init__(f"{latest.entry_id} was changed by {latest.by}")
        self.latest = latest


class NotEntered(Exception):
    """The entry cannot be written; the text says why, in Vietnamese."""


class Unreachable(Exception):
    """The database does not answer. Nothing was written."""


class Registry:
    """The entries of one home. Every call may raise Unreachable."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def add(self, body: Body, by: str, *, reason: str = "", at: datetime | None = None, entry_id: str = "") -> Entry:
        """Enter something new. Raises NotEntered without a name, or when `entry_id` is taken."""
        first = _entry(entry_id or uuid4().hex, 1, body, by, reason, at, is_withdrawn=False)
        try:
            return self._write(first)
        except IntegrityError:
            raise NotEntered(f"Mã {first.entry_id} đã có trong sổ.") from None

    def change(self, entry_id: str, body: Body, by: str, *, seen: int, reason: str = "", at: datetime | None = None) -> Entry:
        """Write the next version. `seen` is the version that was looked at; raises Changed when it is no longer the newest."""
        return self._next(entry_id, by, seen, reason, at, body=body)

    def withdraw(self, entry_id: str, by: str, *, seen: int, reason: str, at: datetime | None = None) -> Entry:
        """Take an entry back; it stays readable, and can be brought back. Raises Changed, and NotEntered without a reason."""
        return self._next(entry_id, by, seen, _said(reason), at, is_withdrawn=True)

    def bring_back(self, entry_id: str, by: str, *, seen: int, reason: str, at: datetime | None = None) -> Entry:
        """Let a withdrawn entry hold again. Raises Changed, and NotEntered without a reason."""
        return self._next(entry_id, by, seen, _said(reason), at)

    def get(self, entry_id: str) -> Entry:
        """The newest version. Raises NotEntered."""
        versions = self.history(entry_id)
        if not versions:
            raise NotEntered(f"Không có mục {entry_id} trong sổ.")
        return versions[-1]

    def current(self, kind: str, *, withdrawn: bool = False) -> list[Entry]:
        """The newest version of every entry of a kind, in order of first entering; withdrawn ones only when asked for."""
        newest = [versions[-1] for versions in self.versions(kind)]
        return [entry for entry in newest if withdrawn or not entry.is_withdrawn]

    def versions(self, kind: str) -> list[list[Entry]]:
        """Every version of every entry of a kind, entries in order of first entering, versions oldest first."""
        found: dict[str, list[Entry]] = {}
        for entry in self._read(change.c.kind == kind):
            found.setdefault(entry.entry_id, []).append(entry)
        return list(found.values())

    def latest(self, kind: str, by: str, count: int) -> list[Entry]:
        """The last versions of a kind that one person wrote, newest first."""
        return self._read((change.c.kind == kind) & (change.c.by == by), change.c.sequence.desc(), count)

    def history(self, entry_id: str | None = None) -> list[Entry]:
        """Every version of an entry, or of all of them, oldest first."""
        return self._read(sa.true() if entry_id is None else change.c.entry_id == entry_id)

    def rows(self) -> Iterable[dict[str, Any]]:
        """Every version that the archive gets, as the database keeps it, oldest first; of a kind not known here, too."""
        kept_here = [kind for kind, body in KINDS.items() if not body.is_filed]
        with self._transaction() as connection:
            return [
                {str(name): value for name, value in row._mapping.items()}
                for row in connection.execute(sa.select(change).where(change.c.kind.not_in(kept_here)).order_by(change.c.sequence))
            ]

    def _next(
        self, entry_id: str, by: str, seen: int, reason: str, at: datetime | None, *, body: Body | None = None, is_withdrawn: bool = False
    ) -> Entry:
        latest = self.get(entry_id)
        if latest.version != seen:
            raise Changed(latest)
        try:
            return self._write(_entry(entry_id, seen + 1, body or latest.body, by, reason, at, is_withdrawn=is_withdrawn))
        except IntegrityError:  # written between the look and the write
            raise Changed(self.get(entry_id)) from None

    def _write(self, entry: Entry) -> Entry:
        values = {**vars(entry), "body": entry.body.model_dump(mode="json")}
        with self._transaction() as connection:
            connection.execute(sa.insert(change).values(values))
        return entry

    @contextmanager
    def _transaction(self) -> Iterator[sa.Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except IntegrityError:
            raise
        except SQLAlchemyError as problem:
            raise Unreachable(str(problem).splitlines()[0]) from problem

    def _read(self, where: sa.ColumnElement[bool], order: sa.ColumnElement[int] | None = None, most: int | None = None) -> list[Entry]:
        asked = sa.select(change).where(where).order_by(change.c.sequence if order is None else order).limit(most)
        with self._transaction() as connection:
            found = connection.execute(asked).all()
        return [
            Entry(r.entry_id, r.version, r.kind, r.at, r.by, r.reason, r.is_withdrawn, KINDS[r.kind].kept(r.body))
            for r in found
            if r.kind in KINDS
        ]


def opened(home: Path) -> Registry:
    """The registry of a home, made where there is none. Raises Unreachable."""
    try:
        return Registry(database.engine(home))
    except SQLAlchemyError as problem:
        raise Unreachable(str(problem).splitlines()[0]) from problem


def _entry(entry_id: str, version: int, body: Body, by: str, reason: str, at: datetime | None, *, is_withdrawn: bool) -> Entry:
    name = writable(by).strip()
    if not name:
        raise NotEntered("Chưa biết ai nhập; cần nêu tên trước.")
    for text, longest in ((name, database.LONGEST_NAME), (entry_id, database.LONGEST_ID)):
        if len(text) > longest:
            raise NotEntered(f"“{text[:40]}…” quá dài; tối đa {longest} chữ.")
    return Entry(entry_id, version, body.kind, at or datetime.now(UTC), name, writable(reason).strip(), is_withdrawn, body)


def _said(reason: str) -> str:
    if not reason.strip():
        raise NotEntered("Chưa có lý do; cần ghi lý do, lý do được lưu lại.")
    return reason
