"""Table outbox_events."""

from __future__ import annotations

from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE outbox_events (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            type varchar(100) NOT NULL,
            subject_type varchar(50) NOT NULL,
            subject_id uuid NOT NULL,
            data jsonb DEFAULT '{}'::jsonb NOT NULL,
            actor_id uuid,
            occurred_at timestamptz DEFAULT now() NOT NULL,
            published_at timestamptz,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_outbox_events PRIMARY KEY (id),
            CONSTRAINT ck_outbox_events_type_not_blank CHECK (btrim(type) <> ''),
            CONSTRAINT ck_outbox_events_data CHECK (jsonb_typeof(data) = 'object'),
            CONSTRAINT fk_outbox_events_actor_id FOREIGN KEY (actor_id)
                REFERENCES users (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX ix_outbox_events_subject ON outbox_events (subject_type, subject_id, occurred_at);
        CREATE INDEX ix_outbox_events_unpublished
            ON outbox_events (occurred_at, id) WHERE published_at IS NULL;
    """)
    op.execute("""
        COMMENT ON TABLE outbox_events IS
            'Events written in the transaction of their change, until the queue has taken them up';
        COMMENT ON COLUMN outbox_events.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN outbox_events.type IS
            'Name of the event, in the past tense, such as application.moved';
        COMMENT ON COLUMN outbox_events.subject_type IS
            'The noun that it happened to';
        COMMENT ON COLUMN outbox_events.subject_id IS
            'Key of the row that it happened to';
        COMMENT ON COLUMN outbox_events.data IS
            'What a listener needs to know besides';
        COMMENT ON COLUMN outbox_events.actor_id IS
            'Who caused it; null for the system itself';
        COMMENT ON COLUMN outbox_events.occurred_at IS
            'When it happened';
        COMMENT ON COLUMN outbox_events.published_at IS
            'When the queue took it up; null until then';
        COMMENT ON COLUMN outbox_events.created_at IS
            'When the row was written';
        COMMENT ON COLUMN outbox_events.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON outbox_events
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE outbox_events")
