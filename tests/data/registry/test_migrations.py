"""The database comes to the newest form by itself, with all that was entered in it, and is what the program takes it to be."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from data.registry import Registry, database, opened
from tests.data.registry.test_registry import BODY

FOLDER = Path(database.__file__).parent / "migrations"
FIRST = {
    "entry_id": "cũ", "version": 1, "kind": "document", "at": datetime(2024, 1, 2, 3, 4, tzinfo=UTC), "by": "Lan", "reason": "",
    "is_withdrawn": False, "body": BODY.model_dump(mode="json"),
}  # fmt: skip


def test_the_migrated_database_is_what_the_program_takes_it_to_be(registry: Registry):
    with registry._engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), database.metadata) == []


def test_the_migrations_are_one_line_without_branches():
    revisions = list(ScriptDirectory(str(FOLDER)).walk_revisions())
    assert [r.revision for r in reversed(revisions)] == [f"{n:04}" for n in range(1, len(revisions) + 1)]
    assert all(path.stem.startswith(tuple(r.revision for r in revisions)) for path in (FOLDER / "versions").glob("*.py"))


def test_what_was_entered_under_each_older_form_is_there_after_the_migration(empty: Callable[[], Path]):
    for revision in [r.revision for r in ScriptDirectory(str(FOLDER)).walk_revisions()]:
        home = empty()
        (home / "registry").mkdir()
        older = sa.create_engine(database.address(home))
        with older.begin() as connection:
            database.migrate(connection, revision)
            connection.execute(sa.insert(database.change).values(FIRST))
        older.dispose()
        registry = opened(home)
        [entry] = registry.history()
        assert (entry.body, entry.at, entry.by) == (BODY, FIRST["at"], "Lan")
        assert registry.change("cũ", BODY, "Minh", seen=1).version == 2


def test_migrating_again_changes_nothing(registry: Registry):
    entered = registry.add(BODY, "Lan")
    with registry._engine.begin() as connection:
        database.migrate(connection)
    assert registry.history() == [entered]
