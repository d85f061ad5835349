"""Table mfa_secrets."""

from __future__ import annotations

from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE mfa_secrets (
            user_id uuid NOT NULL,
            secret text NOT NULL,
            enabled boolean DEFAULT false NOT NULL,
            backup_codes jsonb DEFAULT '[]'::jsonb NOT NULL,
            last_used_step bigint,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_mfa_secrets PRIMARY KEY (user_id),
            CONSTRAINT ck_mfa_secrets_secret_not_blank CHECK (btrim(secret) <> ''),
            CONSTRAINT ck_mfa_secrets_backup_codes CHECK (jsonb_typeof(backup_codes) = 'array'),
            CONSTRAINT fk_mfa_secrets_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
        )
    """)
    op.execute("""
        COMMENT ON TABLE mfa_secrets IS
            'The second factor of a user, one for each';
        COMMENT ON COLUMN mfa_secrets.user_id IS
            'Whose second factor it is';
        COMMENT ON COLUMN mfa_secrets.secret IS
            'TOTP secret, encrypted by the application';
        COMMENT ON COLUMN mfa_secrets.enabled IS
            'True once a code has been verified';
        COMMENT ON COLUMN mfa_secrets.backup_codes IS
            'Hashes of the single-use codes that are left';
        COMMENT ON COLUMN mfa_secrets.last_used_step IS
            'Time step of the last accepted code, so that no code works twice';
        COMMENT ON COLUMN mfa_secrets.created_at IS
            'When the row was written';
        COMMENT ON COLUMN mfa_secrets.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON mfa_secrets
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE mfa_secrets")
