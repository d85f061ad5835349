"""Table candidate_emails."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.execute(r"""
        CREATE TABLE candidate_emails (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            candidate_id uuid NOT NULL,
            email varchar(255) NOT NULL,
            email_normalised varchar(255) NOT NULL,
            is_primary boolean DEFAULT false NOT NULL,
            deleted_at timestamptz,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_candidate_emails PRIMARY KEY (id),
            CONSTRAINT ck_candidate_emails_email CHECK (email ~ '^[^@\s]+@[^@\s]+$'),
            CONSTRAINT ck_candidate_emails_email_normalised
                CHECK (email_normalised = lower(btrim(email_normalised))),
            CONSTRAINT fk_candidate_emails_candidate_id FOREIGN KEY (candidate_id)
                REFERENCES candidates (id) ON DELETE CASCADE
        )
    """)
    op.execute("""
        CREATE INDEX ix_candidate_emails_candidate ON candidate_emails (candidate_id);
        CREATE UNIQUE INDEX uq_candidate_emails_normalised_live
            ON candidate_emails (email_normalised) WHERE deleted_at IS NULL;
        CREATE UNIQUE INDEX uq_candidate_emails_primary
            ON candidate_emails (candidate_id) WHERE is_primary AND deleted_at IS NULL;
    """)
    op.execute("""
        COMMENT ON TABLE candidate_emails IS
            'Every address of a candidate';
        COMMENT ON COLUMN candidate_emails.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN candidate_emails.candidate_id IS
            'Whose address it is';
        COMMENT ON COLUMN candidate_emails.email IS
            'The address as it was written';
        COMMENT ON COLUMN candidate_emails.email_normalised IS
            'The address as it is compared: lower case, trimmed';
        COMMENT ON COLUMN candidate_emails.is_primary IS
            'True for the address to write to';
        COMMENT ON COLUMN candidate_emails.deleted_at IS
            'When the row was soft-deleted; null while it lives';
        COMMENT ON COLUMN candidate_emails.created_at IS
            'When the row was written';
        COMMENT ON COLUMN candidate_emails.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON candidate_emails
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE candidate_emails")
