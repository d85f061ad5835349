"""Table job_publications."""

from __future__ import annotations

from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE job_publications (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            job_id uuid NOT NULL,
            channel varchar(50) NOT NULL,
            external_id varchar(255),
            status varchar(50) DEFAULT 'pending' NOT NULL,
            error_message text,
            attempts integer DEFAULT 0 NOT NULL,
            published_at timestamptz,
            withdrawn_at timestamptz,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_job_publications PRIMARY KEY (id),
            CONSTRAINT ck_job_publications_channel_not_blank CHECK (btrim(channel) <> ''),
            CONSTRAINT ck_job_publications_status
                CHECK (status IN ('pending', 'published', 'failed', 'withdrawn')),
            CONSTRAINT ck_job_publications_attempts CHECK (attempts >= 0),
            CONSTRAINT ck_job_publications_published
                CHECK (status <> 'published' OR published_at IS NOT NULL),
            CONSTRAINT fk_job_publications_job_id FOREIGN KEY (job_id)
                REFERENCES jobs (id) ON DELETE CASCADE
        )
    """)
    op.execute("""
        CREATE INDEX ix_job_publications_unfinished
            ON job_publications (updated_at) WHERE status IN ('pending', 'failed');
        CREATE UNIQUE INDEX uq_job_publications_job_channel ON job_publications (job_id, channel);
    """)
    op.execute("""
        COMMENT ON TABLE job_publications IS
            'A job on one channel, one row for each channel';
        COMMENT ON COLUMN job_publications.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN job_publications.job_id IS
            'The job that is published';
        COMMENT ON COLUMN job_publications.channel IS
            'Where: linkedin, indeed, careers-page, ...';
        COMMENT ON COLUMN job_publications.external_id IS
            'What the channel calls it';
        COMMENT ON COLUMN job_publications.status IS
            'How far the publication is';
        COMMENT ON COLUMN job_publications.error_message IS
            'What the channel answered when it failed';
        COMMENT ON COLUMN job_publications.attempts IS
            'How often it was tried';
        COMMENT ON COLUMN job_publications.published_at IS
            'When the channel took it';
        COMMENT ON COLUMN job_publications.withdrawn_at IS
            'When it was taken down';
        COMMENT ON COLUMN job_publications.created_at IS
            'When the row was written';
        COMMENT ON COLUMN job_publications.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON job_publications
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE job_publications")
