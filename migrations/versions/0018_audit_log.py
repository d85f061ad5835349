"""Table audit_log."""

from __future__ import annotations

from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE audit_log (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            occurred_at timestamptz DEFAULT now() NOT NULL,
            actor_id uuid,
            operation varchar(100) NOT NULL,
            subject_type varchar(50) NOT NULL,
            subject_id uuid,
            fields text[] DEFAULT '{}'::text[] NOT NULL,
            request_id varchar(100),
            door varchar(50) NOT NULL,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_audit_log PRIMARY KEY (id),
            CONSTRAINT ck_audit_log_operation_not_blank CHECK (btrim(operation) <> ''),
            CONSTRAINT fk_audit_log_actor_id FOREIGN KEY (actor_id)
                REFERENCES users (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX ix_audit_log_actor ON audit_log (actor_id, occurred_at);
        CREATE INDEX ix_audit_log_occurred_at ON audit_log (occurred_at, id);
        CREATE INDEX ix_audit_log_subject ON audit_log (subject_type, subject_id, occurred_at);
    """)
    op.execute("""
        COMMENT ON TABLE audit_log IS
            'Who did what to which row, and when: names of fields, never their values; append-only';
        COMMENT ON COLUMN audit_log.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN audit_log.occurred_at IS
            'When the operation took place';
        COMMENT ON COLUMN audit_log.actor_id IS
            'Who acted; null for the system itself';
        COMMENT ON COLUMN audit_log.operation IS
            'Name of the operation, such as jobs.approve';
        COMMENT ON COLUMN audit_log.subject_type IS
            'The noun that it was done to';
        COMMENT ON COLUMN audit_log.subject_id IS
            'Key of the row that it was done to; null for many';
        COMMENT ON COLUMN audit_log.fields IS
            'Names of the fields that changed, never their values';
        COMMENT ON COLUMN audit_log.request_id IS
            'The request that it belongs to';
        COMMENT ON COLUMN audit_log.door IS
            'The door that the operation came through, such as cli or http';
        COMMENT ON COLUMN audit_log.created_at IS
            'When the row was written';
        COMMENT ON COLUMN audit_log.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON audit_log
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE audit_log")
