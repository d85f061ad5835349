"""Table application_events."""

from __future__ import annotations

from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE application_events (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            application_id uuid NOT NULL,
            type varchar(50) NOT NULL,
            from_stage_id uuid,
            to_stage_id uuid,
            reason_id uuid,
            note text,
            actor_id uuid,
            occurred_at timestamptz DEFAULT now() NOT NULL,
            data jsonb DEFAULT '{}'::jsonb NOT NULL,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_application_events PRIMARY KEY (id),
            CONSTRAINT ck_application_events_type
                CHECK (type IN ('applied', 'moved', 'rejected', 'withdrawn', 'hired', 'undone',
                    'merged', 'reopened')),
            CONSTRAINT ck_application_events_moved
                CHECK (type <> 'moved' OR (from_stage_id IS NOT NULL AND to_stage_id IS NOT NULL)),
            CONSTRAINT ck_application_events_rejected CHECK (type <> 'rejected'
                OR reason_id IS NOT NULL),
            CONSTRAINT ck_application_events_data CHECK (jsonb_typeof(data) = 'object'),
            CONSTRAINT fk_application_events_application_id FOREIGN KEY (application_id)
                REFERENCES applications (id) ON DELETE RESTRICT,
            CONSTRAINT fk_application_events_from_stage_id FOREIGN KEY (from_stage_id)
                REFERENCES stages (id) ON DELETE RESTRICT,
            CONSTRAINT fk_application_events_to_stage_id FOREIGN KEY (to_stage_id)
                REFERENCES stages (id) ON DELETE RESTRICT,
            CONSTRAINT fk_application_events_reason_id FOREIGN KEY (reason_id)
                REFERENCES rejection_reasons (id) ON DELETE RESTRICT,
            CONSTRAINT fk_application_events_actor_id FOREIGN KEY (actor_id)
                REFERENCES users (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX ix_application_events_application
            ON application_events (application_id, occurred_at, id);
        CREATE INDEX ix_application_events_occurred_at ON application_events (occurred_at);
    """)
    op.execute("""
        COMMENT ON TABLE application_events IS
            'All that happened to an application; append-only, except that its free text may be erased';
        COMMENT ON COLUMN application_events.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN application_events.application_id IS
            'The application that it happened to';
        COMMENT ON COLUMN application_events.type IS
            'What happened';
        COMMENT ON COLUMN application_events.from_stage_id IS
            'The stage before';
        COMMENT ON COLUMN application_events.to_stage_id IS
            'The stage after';
        COMMENT ON COLUMN application_events.reason_id IS
            'Why it was rejected';
        COMMENT ON COLUMN application_events.note IS
            'What was said about it';
        COMMENT ON COLUMN application_events.actor_id IS
            'Who did it; null for the system itself';
        COMMENT ON COLUMN application_events.occurred_at IS
            'When it happened';
        COMMENT ON COLUMN application_events.data IS
            'Whatever else an undo or a report needs';
        COMMENT ON COLUMN application_events.created_at IS
            'When the row was written';
        COMMENT ON COLUMN application_events.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON application_events
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
        CREATE TRIGGER append_only BEFORE UPDATE ON application_events
            FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure();
        CREATE TRIGGER append_only_whole BEFORE DELETE OR TRUNCATE ON application_events
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE application_events")
