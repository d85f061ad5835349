"""Table idempotency_keys."""

from __future__ import annotations

from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE idempotency_keys (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            key varchar(255) NOT NULL,
            actor_id uuid,
            operation varchar(100) NOT NULL,
            request_hash varchar(64) NOT NULL,
            status_code integer,
            response jsonb,
            expires_at timestamptz NOT NULL,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_idempotency_keys PRIMARY KEY (id),
            CONSTRAINT ck_idempotency_keys_key_not_blank CHECK (btrim(key) <> ''),
            CONSTRAINT ck_idempotency_keys_request_hash CHECK (request_hash ~ '^[0-9a-f]{64}$'),
            CONSTRAINT ck_idempotency_keys_status_code CHECK (status_code >= 100 AND status_code <= 599),
            CONSTRAINT ck_idempotency_keys_answered CHECK (status_code IS NOT NULL OR response IS NULL),
            CONSTRAINT fk_idempotency_keys_actor_id FOREIGN KEY (actor_id)
                REFERENCES users (id) ON DELETE CASCADE
        )
    """)
    op.execute("""
        CREATE INDEX ix_idempotency_keys_expires_at ON idempotency_keys (expires_at);
        CREATE UNIQUE INDEX uq_idempotency_keys_actor_key ON idempotency_keys (actor_id, key);
        CREATE UNIQUE INDEX uq_idempotency_keys_key_anonymous
            ON idempotency_keys (key) WHERE actor_id IS NULL;
    """)
    op.execute("""
        COMMENT ON TABLE idempotency_keys IS
            'Answers kept for a while, so that a repeated POST gets the first one';
        COMMENT ON COLUMN idempotency_keys.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN idempotency_keys.key IS
            'The Idempotency-Key that the client chose';
        COMMENT ON COLUMN idempotency_keys.actor_id IS
            'Whose key it is; null before login';
        COMMENT ON COLUMN idempotency_keys.operation IS
            'Name of the operation that was called';
        COMMENT ON COLUMN idempotency_keys.request_hash IS
            'SHA-256 of the request; the same key with another one is refused';
        COMMENT ON COLUMN idempotency_keys.status_code IS
            'HTTP status of the answer; null while the first call runs';
        COMMENT ON COLUMN idempotency_keys.response IS
            'Body of the answer';
        COMMENT ON COLUMN idempotency_keys.expires_at IS
            'When the key may be forgotten';
        COMMENT ON COLUMN idempotency_keys.created_at IS
            'When the row was written';
        COMMENT ON COLUMN idempotency_keys.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON idempotency_keys
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE idempotency_keys")
