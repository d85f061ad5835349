"""Free text may be erased from rows that otherwise stay as they are."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.execute("""
        CREATE FUNCTION refuse_change_but_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW.note IS NULL AND NEW.data = '{}'
                AND to_jsonb(NEW) - ARRAY['note', 'data', 'updated_at']
                  = to_jsonb(OLD) - ARRAY['note', 'data', 'updated_at']
            THEN
                RETURN NEW;
            END IF;
            RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END
        $$
    """)


def downgrade() -> None:
    op.execute("DROP FUNCTION refuse_change_but_erasure()")
