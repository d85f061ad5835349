"""Table imports."""

from __future__ import annotations

from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE imports (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            key varchar(64) NOT NULL,
            source varchar(100),
            job_id uuid,
            status varchar(50) DEFAULT 'running' NOT NULL,
            planned integer DEFAULT 0 NOT NULL,
            inputs integer DEFAULT 0 NOT NULL,
            created_count integer DEFAULT 0 NOT NULL,
            updated_count integer DEFAULT 0 NOT NULL,
            duplicate_count integer DEFAULT 0 NOT NULL,
            failed_count integer DEFAULT 0 NOT NULL,
            started_by uuid,
            finished_at timestamptz,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_imports PRIMARY KEY (id),
            CONSTRAINT ck_imports_key CHECK (key ~ '^[0-9a-f]{64}$'),
            CONSTRAINT ck_imports_status CHECK (status IN ('running', 'finished', 'interrupted')),
            CONSTRAINT ck_imports_planned CHECK (planned >= 0),
            CONSTRAINT ck_imports_inputs CHECK (inputs >= 0),
            CONSTRAINT ck_imports_created_count CHECK (created_count >= 0),
            CONSTRAINT ck_imports_updated_count CHECK (updated_count >= 0),
            CONSTRAINT ck_imports_duplicate_count CHECK (duplicate_count >= 0),
            CONSTRAINT ck_imports_failed_count CHECK (failed_count >= 0),
            CONSTRAINT ck_imports_finished CHECK ((status = 'finished') = (finished_at IS NOT NULL)),
            CONSTRAINT fk_imports_job_id FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE RESTRICT,
            CONSTRAINT fk_imports_started_by FOREIGN KEY (started_by)
                REFERENCES users (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX ix_imports_key ON imports (key);
        CREATE INDEX ix_imports_newest ON imports (created_at, id);
        CREATE UNIQUE INDEX uq_imports_running ON imports (key) WHERE status = 'running';
    """)
    op.execute("""
        COMMENT ON TABLE imports IS
            'A run over many files; the journal that an interrupted one is taken up from';
        COMMENT ON COLUMN imports.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN imports.key IS
            'SHA-256 that names the run: the same inputs have the same key';
        COMMENT ON COLUMN imports.source IS
            'What the candidates are to have as their source';
        COMMENT ON COLUMN imports.job_id IS
            'The job that they apply for';
        COMMENT ON COLUMN imports.status IS
            'How it stands';
        COMMENT ON COLUMN imports.planned IS
            'How many files there are to do';
        COMMENT ON COLUMN imports.inputs IS
            'How many inputs were named on the command line or uploaded';
        COMMENT ON COLUMN imports.created_count IS
            'Files that made a candidate';
        COMMENT ON COLUMN imports.updated_count IS
            'Files that changed a candidate';
        COMMENT ON COLUMN imports.duplicate_count IS
            'Files that said nothing new';
        COMMENT ON COLUMN imports.failed_count IS
            'Files that could not be read';
        COMMENT ON COLUMN imports.started_by IS
            'Who started it';
        COMMENT ON COLUMN imports.finished_at IS
            'When it finished; null while it runs or waits to be taken up';
        COMMENT ON COLUMN imports.created_at IS
            'When the row was written';
        COMMENT ON COLUMN imports.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON imports
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE imports")
