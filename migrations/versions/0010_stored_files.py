"""Table stored_files."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE stored_files (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            sha256 varchar(64) NOT NULL,
            size_bytes bigint NOT NULL,
            media_type varchar(255) NOT NULL,
            storage_key varchar(500) NOT NULL,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_stored_files PRIMARY KEY (id),
            CONSTRAINT ck_stored_files_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
            CONSTRAINT ck_stored_files_size_bytes CHECK (size_bytes >= 0),
            CONSTRAINT ck_stored_files_storage_key_not_blank CHECK (btrim(storage_key) <> '')
        )
    """)
    op.execute("CREATE UNIQUE INDEX uq_stored_files_sha256 ON stored_files (sha256);")
    op.execute("""
        COMMENT ON TABLE stored_files IS
            'A file''s bytes as the file store holds them, once for each content';
        COMMENT ON COLUMN stored_files.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN stored_files.sha256 IS
            'SHA-256 of the bytes, lower-case hex';
        COMMENT ON COLUMN stored_files.size_bytes IS
            'Length in bytes';
        COMMENT ON COLUMN stored_files.media_type IS
            'Media type as sniffed from the bytes';
        COMMENT ON COLUMN stored_files.storage_key IS
            'Where the file store keeps the bytes';
        COMMENT ON COLUMN stored_files.created_at IS
            'When the row was written';
        COMMENT ON COLUMN stored_files.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON stored_files
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE stored_files")
