"""The registry's database: one table that only grows. SQLite in the home folder, or what DASHBOARD_REGISTRY names (PostgreSQL).

`engine()` brings the database to the newest migration before anybody uses it. The database itself refuses to change or delete a row.
"""

import os
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from filelock import FileLock
from sqlalchemy.dialects.postgresql import JSONB

SETTING = "DASHBOARD_REGISTRY"
WAIT_SECONDS = 30
LONGEST_ID, LONGEST_NAME = 80, 200  # letters; SQLite would take any length


class UtcTime(sa.TypeDecorator[datetime]):
    """A moment, always in UTC; SQLite keeps no zone, so it is put on again when read."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None if dialect.name == "sqlite" else UTC)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = sa.MetaData()

# One row per: version of an entry. A version can be written once only: of two people who change the same one, the second is told.
change = sa.Table(
    "change",
    metadata,
    sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("entry_id", sa.String(LONGEST_ID), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("kind", sa.String(40), nullable=False),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("by", sa.String(LONGEST_NAME), nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("is_withdrawn", sa.Boolean, nullable=False),
    sa.Column("body", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=False),
    sa.UniqueConstraint("entry_id", "version", name="change_version_once"),
    sa.Index("change_kind", "kind"),
)


def address(home: Path) -> str:
    """Where the registry is: the setting, or a file in the home folder."""
    return os.environ.get(SETTING, "").strip() or f"sqlite:///{(home / 'registry' / 'registry.sqlite').as_posix()}"


def exists(home: Path) -> bool:
    """Whether anything was ever entered here. A server named by the setting is taken to hold something."""
    return bool(os.environ.get(SETTING, "").strip()) or (home / "registry" / "registry.sqlite").exists()


def engine(home: Path) -> sa.Engine:
    """The database of a home, migrated. Raises sqlalchemy.exc.OperationalError when a server does not answer."""
    return _engine(address(home), home)


@cache
def _engine(url: str, home: Path) -> sa.Engine:
    made = sa.create_engine(url, pool_pre_ping=True, connect_args={"timeout": WAIT_SECONDS} if url.startswith("sqlite") else {})
    (home / "registry").mkdir(parents=True, exist_ok=True)
    if made.dialect.name == "sqlite":
        sa.event.listen(made, "connect", _sqlite)
    with FileLock(home / "registry" / "migrating.lock"), made.begin() as connection:
        migrate(connection)
    return made


def _sqlite(connection: Any, _record: Any) -> None:
    """Readers beside a writer; on disk before a write is said to be done."""
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")


def migrate(connection: sa.Connection, to: str = "head") -> None:
    """Bring a database to a revision of migrations/."""
    from alembic import command  # here: every verb and every page would wait for it, and few migrate
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    settings.attributes["connection"] = connection
    command.upgrade(settings, to)
