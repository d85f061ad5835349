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
        ON CONFLICT (key) DO NOTHING
    """)


def downgrade() -> None:
    # Those that applications stand in stay, until their table goes; the upgrade leaves them as they are.
    op.execute("""
        DELETE FROM stages s WHERE key IN ('applied', 'screening', 'interview', 'offer', 'hired')
        AND NOT EXISTS (SELECT 1 FROM applications a WHERE a.stage_id = s.id)
        AND NOT EXISTS (SELECT 1 FROM application_events e WHERE s.id IN (e.from_stage_id, e.to_stage_id))
    """)
