"""Table login_attempts."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE login_attempts (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            email varchar(255) NOT NULL,
            ip inet,
            success boolean NOT NULL,
            reason varchar(50),
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_login_attempts PRIMARY KEY (id)
        )
    """)
    op.execute("""
        CREATE INDEX ix_login_attempts_email ON login_attempts (lower(email), created_at);
        CREATE INDEX ix_login_attempts_ip ON login_attempts (ip, created_at);
    """)
    op.execute("""
        COMMENT ON TABLE login_attempts IS
            'Every attempt to sign in, good or bad; created_at says when';
        COMMENT ON COLUMN login_attempts.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN login_attempts.email IS
            'Address that was given, whether or not anybody has it';
        COMMENT ON COLUMN login_attempts.ip IS
            'Address that the attempt came from';
        COMMENT ON COLUMN login_attempts.success IS
            'Whether it worked';
        COMMENT ON COLUMN login_attempts.reason IS
            'Why it failed, in a word';
        COMMENT ON COLUMN login_attempts.created_at IS
            'When the row was written';
        COMMENT ON COLUMN login_attempts.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON login_attempts
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE login_attempts")
