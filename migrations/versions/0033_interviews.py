"""Table interviews."""

from __future__ import annotations

from alembic import op

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE interviews (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            application_id uuid NOT NULL,
            organiser_id uuid,
            kind varchar(50) DEFAULT 'video' NOT NULL,
            title varchar(255),
            starts_at timestamptz NOT NULL,
            ends_at timestamptz NOT NULL,
            timezone varchar(50),
            location varchar(255),
            video_url varchar(500),
            status varchar(50) DEFAULT 'scheduled' NOT NULL,
            cancel_reason text,
            deleted_at timestamptz,
            version integer DEFAULT 1 NOT NULL,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_interviews PRIMARY KEY (id),
            CONSTRAINT ck_interviews_kind CHECK (kind IN ('phone', 'video', 'onsite', 'other')),
            CONSTRAINT ck_interviews_status
                CHECK (status IN ('scheduled', 'completed', 'cancelled', 'no-show')),
            CONSTRAINT ck_interviews_times CHECK (starts_at < ends_at),
            CONSTRAINT fk_interviews_application_id FOREIGN KEY (application_id)
                REFERENCES applications (id) ON DELETE RESTRICT,
            CONSTRAINT fk_interviews_organiser_id FOREIGN KEY (organiser_id)
                REFERENCES users (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX ix_interviews_application ON interviews (application_id);
        CREATE INDEX ix_interviews_organiser ON interviews (organiser_id);
        CREATE INDEX ix_interviews_starts_at_live ON interviews (starts_at) WHERE deleted_at IS NULL;
    """)
    op.execute("""
        COMMENT ON TABLE interviews IS
            'A talk with a candidate, at a time and a place';
        COMMENT ON COLUMN interviews.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN interviews.application_id IS
            'The application that it is about';
        COMMENT ON COLUMN interviews.organiser_id IS
            'Who arranged it';
        COMMENT ON COLUMN interviews.kind IS
            'How they meet';
        COMMENT ON COLUMN interviews.title IS
            'What the invitation is called';
        COMMENT ON COLUMN interviews.starts_at IS
            'When it begins';
        COMMENT ON COLUMN interviews.ends_at IS
            'When it ends';
        COMMENT ON COLUMN interviews.timezone IS
            'Time zone that the invitation speaks in, IANA name';
        COMMENT ON COLUMN interviews.location IS
            'Where they meet';
        COMMENT ON COLUMN interviews.video_url IS
            'Where they meet online';
        COMMENT ON COLUMN interviews.status IS
            'How it stands';
        COMMENT ON COLUMN interviews.cancel_reason IS
            'Why it was cancelled';
        COMMENT ON COLUMN interviews.deleted_at IS
            'When the row was soft-deleted; null while it lives';
        COMMENT ON COLUMN interviews.version IS
            'Row version, one more with each change; behind ETag and If-Match';
        COMMENT ON COLUMN interviews.created_at IS
            'When the row was written';
        COMMENT ON COLUMN interviews.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON interviews
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE interviews")
