"""Runs the migrations on the connection that data.registry.database gives."""

from alembic import context

from data.registry.database import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
