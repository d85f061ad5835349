"""The stages that every job starts with."""

from __future__ import annotations

from alembic import op

revision = "0038"
down_revision = "0037"


def upgrade() -> None:
    op.execute("""
        INSERT INTO stages (key, name, position, kind, is_terminal) VALUES
            ('applied', 'Applied', 10, 'applied', false),
            ('screening', 'Screening', 20, 'screening', false),
            ('interview', 'Interview', 30, 'interview', false),
            ('offer', 'Offer', 40, 'offer', false),
            ('hired', 'Hired', 50, 'hired', true)
    """)


def downgrade() -> None:
    op.execute("DELETE FROM stages WHERE key IN ('applied', 'screening', 'interview', 'offer', 'hired')")
