"""Table refresh_tokens."""

from __future__ import annotations

from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE refresh_tokens (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            user_id uuid NOT NULL,
            token_hash varchar(64) NOT NULL,
            family_id uuid NOT NULL,
            replaced_by_id uuid,
            expires_at timestamptz NOT NULL,
            revoked_at timestamptz,
            ip inet,
            user_agent varchar(500),
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_refresh_tokens PRIMARY KEY (id),
            CONSTRAINT ck_refresh_tokens_token_hash CHECK (token_hash ~ '^[0-9a-f]{64}$'),
            CONSTRAINT ck_refresh_tokens_expires_at CHECK (expires_at > created_at),
            CONSTRAINT ck_refresh_tokens_replaced
                CHECK (replaced_by_id IS NULL OR revoked_at IS NOT NULL),
            CONSTRAINT fk_refresh_tokens_user_id FOREIGN KEY (user_id)
                REFERENCES users (id) ON DELETE CASCADE,
            CONSTRAINT fk_refresh_tokens_replaced_by_id FOREIGN KEY (replaced_by_id)
                REFERENCES refresh_tokens (id) ON DELETE SET NULL
        )
    """)
    op.execute("""
        CREATE INDEX ix_refresh_tokens_expires_at ON refresh_tokens (expires_at);
        CREATE INDEX ix_refresh_tokens_family ON refresh_tokens (family_id);
        CREATE INDEX ix_refresh_tokens_replaced_by ON refresh_tokens (replaced_by_id);
        CREATE INDEX ix_refresh_tokens_user ON refresh_tokens (user_id);
        CREATE UNIQUE INDEX uq_refresh_tokens_token_hash ON refresh_tokens (token_hash);
    """)
    op.execute("""
        COMMENT ON TABLE refresh_tokens IS
            'Long-lived tokens, as hashes; each use replaces one, and a second use revokes its family';
        COMMENT ON COLUMN refresh_tokens.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN refresh_tokens.user_id IS
            'Whose token it is';
        COMMENT ON COLUMN refresh_tokens.token_hash IS
            'SHA-256 of the token, lower-case hex';
        COMMENT ON COLUMN refresh_tokens.family_id IS
            'The sign-in that the token descends from';
        COMMENT ON COLUMN refresh_tokens.replaced_by_id IS
            'The token that took its place';
        COMMENT ON COLUMN refresh_tokens.expires_at IS
            'When it stops working';
        COMMENT ON COLUMN refresh_tokens.revoked_at IS
            'When it was revoked or replaced';
        COMMENT ON COLUMN refresh_tokens.ip IS
            'Address that it was issued to';
        COMMENT ON COLUMN refresh_tokens.user_agent IS
            'Client that it was issued to';
        COMMENT ON COLUMN refresh_tokens.created_at IS
            'When the row was written';
        COMMENT ON COLUMN refresh_tokens.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON refresh_tokens
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE refresh_tokens")
