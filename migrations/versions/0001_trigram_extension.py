"""Names are searched by trigrams."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")


def downgrade() -> None:
    op.execute("""
        -- Something else in the database may need it, or it may be another's.
        DO $$
        BEGIN
            DROP EXTENSION IF EXISTS pg_trgm;
        EXCEPTION
            WHEN dependent_objects_still_exist OR insufficient_privilege THEN NULL;
        END
        $$
    """)
