"""Table candidate_attachments."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE candidate_attachments (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            candidate_id uuid NOT NULL,
            file_id uuid NOT NULL,
            filename varchar(255) NOT NULL,
            kind varchar(50) DEFAULT 'other' NOT NULL,
            deleted_at timestamptz,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_candidate_attachments PRIMARY KEY (id),
            CONSTRAINT ck_candidate_attachments_filename_not_blank CHECK (btrim(filename) <> ''),
            CONSTRAINT ck_candidate_attachments_kind
                CHECK (kind IN ('resume', 'cover-letter', 'certificate', 'other')),
            CONSTRAINT fk_candidate_attachments_candidate_id FOREIGN KEY (candidate_id)
                REFERENCES candidates (id) ON DELETE CASCADE,
            CONSTRAINT fk_candidate_attachments_file_id FOREIGN KEY (file_id)
                REFERENCES stored_files (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX ix_candidate_attachments_candidate ON candidate_attachments (candidate_id);
        CREATE INDEX ix_candidate_attachments_file ON candidate_attachments (file_id);
        CREATE UNIQUE INDEX uq_candidate_attachments_live
            ON candidate_attachments (candidate_id, file_id, kind) WHERE deleted_at IS NULL;
    """)
    op.execute("""
        COMMENT ON TABLE candidate_attachments IS
            'Files that belong to a candidate';
        COMMENT ON COLUMN candidate_attachments.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN candidate_attachments.candidate_id IS
            'Whose file it is';
        COMMENT ON COLUMN candidate_attachments.file_id IS
            'The bytes';
        COMMENT ON COLUMN candidate_attachments.filename IS
            'What the file was called';
        COMMENT ON COLUMN candidate_attachments.kind IS
            'What the file is';
        COMMENT ON COLUMN candidate_attachments.deleted_at IS
            'When the row was soft-deleted; null while it lives';
        COMMENT ON COLUMN candidate_attachments.created_at IS
            'When the row was written';
        COMMENT ON COLUMN candidate_attachments.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON candidate_attachments
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE candidate_attachments")
