"""Runs revisions on the connection that ats_core.store.migrate hands over, inside its transaction."""

from __future__ import annotations

from alembic import context

from ats_core.store.metadata import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
