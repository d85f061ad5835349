"""Table rejection_reasons."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE rejection_reasons (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            key varchar(50) NOT NULL,
            name varchar(100) NOT NULL,
            candidate_facing text NOT NULL,
            deleted_at timestamptz,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_rejection_reasons PRIMARY KEY (id),
            CONSTRAINT ck_rejection_reasons_key CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
            CONSTRAINT ck_rejection_reasons_name_not_blank CHECK (btrim(name) <> ''),
            CONSTRAINT ck_rejection_reasons_candidate_facing_not_blank
                CHECK (btrim(candidate_facing) <> '')
        )
    """)
    op.execute("CREATE UNIQUE INDEX uq_rejection_reasons_key ON rejection_reasons (key);")
    op.execute("""
        COMMENT ON TABLE rejection_reasons IS
            'Why applications are rejected';
        COMMENT ON COLUMN rejection_reasons.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN rejection_reasons.key IS
            'Name that scripts use';
        COMMENT ON COLUMN rejection_reasons.name IS
            'Name that recruiters see';
        COMMENT ON COLUMN rejection_reasons.candidate_facing IS
            'What the candidate is told';
        COMMENT ON COLUMN rejection_reasons.deleted_at IS
            'When the row was soft-deleted; null while it lives';
        COMMENT ON COLUMN rejection_reasons.created_at IS
            'When the row was written';
        COMMENT ON COLUMN rejection_reasons.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON rejection_reasons
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE rejection_reasons")
