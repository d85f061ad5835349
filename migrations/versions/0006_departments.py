"""Table departments."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE departments (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            name varchar(255) NOT NULL,
            parent_id uuid,
            deleted_at timestamptz,
            version integer DEFAULT 1 NOT NULL,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_departments PRIMARY KEY (id),
            CONSTRAINT ck_departments_name_not_blank CHECK (btrim(name) <> ''),
            CONSTRAINT ck_departments_parent CHECK (parent_id <> id),
            CONSTRAINT fk_departments_parent_id FOREIGN KEY (parent_id)
                REFERENCES departments (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE UNIQUE INDEX uq_departments_name_live
            ON departments (lower(name)) WHERE deleted_at IS NULL;
    """)
    op.execute("""
        COMMENT ON TABLE departments IS
            'Parts of the company that users and jobs belong to';
        COMMENT ON COLUMN departments.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN departments.name IS
            'Name, unique among the living whatever its case';
        COMMENT ON COLUMN departments.parent_id IS
            'The department that it is part of';
        COMMENT ON COLUMN departments.deleted_at IS
            'When the row was soft-deleted; null while it lives';
        COMMENT ON COLUMN departments.version IS
            'Row version, one more with each change; behind ETag and If-Match';
        COMMENT ON COLUMN departments.created_at IS
            'When the row was written';
        COMMENT ON COLUMN departments.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON departments
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE departments")
