"""Table candidate_phones."""

from __future__ import annotations

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE candidate_phones (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            candidate_id uuid NOT NULL,
            phone varchar(20) NOT NULL,
            raw varchar(100),
            is_primary boolean DEFAULT false NOT NULL,
            deleted_at timestamptz,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_candidate_phones PRIMARY KEY (id),
            CONSTRAINT ck_candidate_phones_phone CHECK (phone ~ '^[+][1-9][0-9]{1,14}$'),
            CONSTRAINT fk_candidate_phones_candidate_id FOREIGN KEY (candidate_id)
                REFERENCES candidates (id) ON DELETE CASCADE
        )
    """)
    op.execute("""
        CREATE INDEX ix_candidate_phones_candidate ON candidate_phones (candidate_id);
        CREATE UNIQUE INDEX uq_candidate_phones_live
            ON candidate_phones (phone, candidate_id) WHERE deleted_at IS NULL;
        CREATE UNIQUE INDEX uq_candidate_phones_primary
            ON candidate_phones (candidate_id) WHERE is_primary AND deleted_at IS NULL;
    """)
    op.execute("""
        COMMENT ON TABLE candidate_phones IS
            'Every telephone number of a candidate';
        COMMENT ON COLUMN candidate_phones.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN candidate_phones.candidate_id IS
            'Whose number it is';
        COMMENT ON COLUMN candidate_phones.phone IS
            'The number, E.164';
        COMMENT ON COLUMN candidate_phones.raw IS
            'The number as it was written';
        COMMENT ON COLUMN candidate_phones.is_primary IS
            'True for the number to call';
        COMMENT ON COLUMN candidate_phones.deleted_at IS
            'When the row was soft-deleted; null while it lives';
        COMMENT ON COLUMN candidate_phones.created_at IS
            'When the row was written';
        COMMENT ON COLUMN candidate_phones.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON candidate_phones
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE candidate_phones")
