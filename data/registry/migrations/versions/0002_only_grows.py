"""The database itself refuses to change or delete what was entered, whichever program asks."""

from alembic import op

revision, down_revision = "0002", "0001"

POSTGRESQL = """
create function refuse_change() returns trigger language plpgsql as $$
begin raise exception 'what was entered is never changed or deleted'; end $$;
create trigger change_only_grows before update or delete or truncate on change for each statement execute function refuse_change();
"""
SQLITE = """
create trigger change_never_{verb}d before {verb} on change begin select raise(abort, 'what was entered is never changed or deleted'); end
"""


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(POSTGRESQL)
    else:
        for verb in ("update", "delete"):
            op.execute(SQLITE.format(verb=verb))
