"""Table import_files."""

from __future__ import annotations

from alembic import op

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE import_files (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            import_id uuid NOT NULL,
            path text NOT NULL,
            sha256 varchar(64),
            status varchar(20) NOT NULL,
            reason text NOT NULL,
            message text,
            candidate_id uuid,
            file_id uuid,
            duration_ms integer,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_import_files PRIMARY KEY (id),
            CONSTRAINT ck_import_files_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
            CONSTRAINT ck_import_files_status
                CHECK (status IN ('created', 'updated', 'duplicate', 'failed')),
            CONSTRAINT ck_import_files_reason_not_blank CHECK (btrim(reason) <> ''),
            CONSTRAINT ck_import_files_duration_ms CHECK (duration_ms >= 0),
            CONSTRAINT fk_import_files_import_id FOREIGN KEY (import_id)
                REFERENCES imports (id) ON DELETE CASCADE,
            CONSTRAINT fk_import_files_candidate_id FOREIGN KEY (candidate_id)
                REFERENCES candidates (id) ON DELETE SET NULL,
            CONSTRAINT fk_import_files_file_id FOREIGN KEY (file_id)
                REFERENCES stored_files (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX ix_import_files_candidate ON import_files (candidate_id);
        CREATE INDEX ix_import_files_file ON import_files (file_id);
        CREATE INDEX ix_import_files_sha256 ON import_files (sha256);
        CREATE UNIQUE INDEX uq_import_files_path ON import_files (import_id, path);
    """)
    op.execute("""
        COMMENT ON TABLE import_files IS
            'One file of an import and what became of it';
        COMMENT ON COLUMN import_files.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN import_files.import_id IS
            'The run that it belongs to';
        COMMENT ON COLUMN import_files.path IS
            'The file''s path, as it was given';
        COMMENT ON COLUMN import_files.sha256 IS
            'SHA-256 of its bytes; null where they could not be read';
        COMMENT ON COLUMN import_files.status IS
            'What became of it';
        COMMENT ON COLUMN import_files.reason IS
            'Why, in a word';
        COMMENT ON COLUMN import_files.message IS
            'Why, in a sentence';
        COMMENT ON COLUMN import_files.candidate_id IS
            'The candidate that it went to';
        COMMENT ON COLUMN import_files.file_id IS
            'Its bytes, where they were kept';
        COMMENT ON COLUMN import_files.duration_ms IS
            'How long it took, in milliseconds';
        COMMENT ON COLUMN import_files.created_at IS
            'When the row was written';
        COMMENT ON COLUMN import_files.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON import_files
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE import_files")
