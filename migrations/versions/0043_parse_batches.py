"""Tables of batches of files to parse."""

from __future__ import annotations

from alembic import op

revision = "0043"
down_revision = "0042"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE parse_batches (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            status varchar(50) DEFAULT 'processing' NOT NULL,
            planned integer DEFAULT 0 NOT NULL,
            started_by uuid,
            finished_at timestamptz,
            expires_at timestamptz,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_parse_batches PRIMARY KEY (id),
            CONSTRAINT ck_parse_batches_planned CHECK (planned >= 0),
            CONSTRAINT ck_parse_batches_status CHECK (status IN ('processing', 'completed')),
            CONSTRAINT ck_parse_batches_finished CHECK ((status = 'completed') = (finished_at IS NOT NULL)),
            CONSTRAINT fk_parse_batches_started_by FOREIGN KEY (started_by)
                REFERENCES users (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX ix_parse_batches_expiry ON parse_batches (expires_at);
    """)
    op.execute("""
        COMMENT ON TABLE parse_batches IS
            'Files that are fetched and parsed by the queue';
        COMMENT ON COLUMN parse_batches.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN parse_batches.status IS
            'How it stands';
        COMMENT ON COLUMN parse_batches.planned IS
            'How many files it has';
        COMMENT ON COLUMN parse_batches.started_by IS
            'Who started it';
        COMMENT ON COLUMN parse_batches.finished_at IS
            'When its last file was done; null until then';
        COMMENT ON COLUMN parse_batches.expires_at IS
            'When it and its results are forgotten; null while it runs';
        COMMENT ON COLUMN parse_batches.created_at IS
            'When the row was written';
        COMMENT ON COLUMN parse_batches.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON parse_batches
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)
    op.execute("""
        CREATE TABLE parse_batch_files (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            batch_id uuid NOT NULL,
            position integer DEFAULT 0 NOT NULL,
            file_url varchar(2000) NOT NULL,
            status varchar(50) DEFAULT 'pending' NOT NULL,
            resume_id uuid,
            error jsonb,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_parse_batch_files PRIMARY KEY (id),
            CONSTRAINT ck_parse_batch_files_position CHECK (position >= 0),
            CONSTRAINT ck_parse_batch_files_failed CHECK ((status = 'failed') = (error IS NOT NULL)),
            CONSTRAINT ck_parse_batch_files_status CHECK (status IN ('pending', 'parsed', 'failed')),
            CONSTRAINT ck_parse_batch_files_file_url_not_blank CHECK (btrim(file_url) <> ''),
            CONSTRAINT fk_parse_batch_files_batch_id FOREIGN KEY (batch_id)
                REFERENCES parse_batches (id) ON DELETE CASCADE,
            CONSTRAINT fk_parse_batch_files_resume_id FOREIGN KEY (resume_id)
                REFERENCES parsed_resumes (id) ON DELETE SET NULL
        )
    """)
    op.execute("""
        CREATE INDEX ix_parse_batch_files_resume ON parse_batch_files (resume_id);
        CREATE UNIQUE INDEX uq_parse_batch_files_position ON parse_batch_files (batch_id, position);
    """)
    op.execute("""
        COMMENT ON TABLE parse_batch_files IS
            'One file of a batch and what became of it';
        COMMENT ON COLUMN parse_batch_files.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN parse_batch_files.batch_id IS
            'The batch that it belongs to';
        COMMENT ON COLUMN parse_batch_files.position IS
            'Its place in the batch, from 0';
        COMMENT ON COLUMN parse_batch_files.file_url IS
            'Where it is fetched from';
        COMMENT ON COLUMN parse_batch_files.status IS
            'How it stands';
        COMMENT ON COLUMN parse_batch_files.resume_id IS
            'What was read out of it';
        COMMENT ON COLUMN parse_batch_files.error IS
            'Why it could not be fetched or parsed';
        COMMENT ON COLUMN parse_batch_files.created_at IS
            'When the row was written';
        COMMENT ON COLUMN parse_batch_files.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON parse_batch_files
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE parse_batch_files")
    op.execute("DROP TABLE parse_batches")
