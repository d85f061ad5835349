"""Table users."""

from __future__ import annotations

from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.execute(r"""
        CREATE TABLE users (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            email varchar(255) NOT NULL,
            first_name varchar(100) NOT NULL,
            last_name varchar(100) NOT NULL,
            role varchar(50) NOT NULL,
            department_id uuid,
            is_active boolean DEFAULT true NOT NULL,
            permissions jsonb DEFAULT '[]'::jsonb NOT NULL,
            password_hash varchar(255),
            failed_count integer DEFAULT 0 NOT NULL,
            locked_until timestamptz,
            token_version integer DEFAULT 1 NOT NULL,
            last_login timestamptz,
            deleted_at timestamptz,
            version integer DEFAULT 1 NOT NULL,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_users PRIMARY KEY (id),
            CONSTRAINT ck_users_email CHECK (email ~ '^[^@\s]+@[^@\s]+$'),
            CONSTRAINT ck_users_role
                CHECK (role IN ('admin', 'recruiter', 'hiring-manager', 'interviewer')),
            CONSTRAINT ck_users_permissions CHECK (jsonb_typeof(permissions) = 'array'),
            CONSTRAINT ck_users_failed_count CHECK (failed_count >= 0),
            CONSTRAINT ck_users_token_version CHECK (token_version >= 1),
            CONSTRAINT fk_users_department_id FOREIGN KEY (department_id)
                REFERENCES departments (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX ix_users_department ON users (department_id);
        CREATE UNIQUE INDEX uq_users_email_live ON users (lower(email)) WHERE deleted_at IS NULL;
    """)
    op.execute("""
        COMMENT ON TABLE users IS
            'People who sign in';
        COMMENT ON COLUMN users.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN users.email IS
            'Address that signs in, unique among the living whatever its case';
        COMMENT ON COLUMN users.first_name IS
            'Given name';
        COMMENT ON COLUMN users.last_name IS
            'Family name';
        COMMENT ON COLUMN users.role IS
            'What the person may do by default';
        COMMENT ON COLUMN users.department_id IS
            'Where the person works';
        COMMENT ON COLUMN users.is_active IS
            'False for a person who may no longer sign in';
        COMMENT ON COLUMN users.permissions IS
            'Permissions beyond the role: a list of names';
        COMMENT ON COLUMN users.password_hash IS
            'Hash of the password; null until one is set';
        COMMENT ON COLUMN users.failed_count IS
            'Failed sign-ins since the last good one';
        COMMENT ON COLUMN users.locked_until IS
            'Until when sign-in is refused after too many failures';
        COMMENT ON COLUMN users.token_version IS
            'Access tokens of an older version are void';
        COMMENT ON COLUMN users.last_login IS
            'When the person last signed in';
        COMMENT ON COLUMN users.deleted_at IS
            'When the row was soft-deleted; null while it lives';
        COMMENT ON COLUMN users.version IS
            'Row version, one more with each change; behind ETag and If-Match';
        COMMENT ON COLUMN users.created_at IS
            'When the row was written';
        COMMENT ON COLUMN users.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON users
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE users")
