"""Table stages."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE stages (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            key varchar(50) NOT NULL,
            name varchar(100) NOT NULL,
            position integer NOT NULL,
            kind varchar(50) NOT NULL,
            is_terminal boolean DEFAULT false NOT NULL,
            deleted_at timestamptz,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_stages PRIMARY KEY (id),
            CONSTRAINT ck_stages_key CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
            CONSTRAINT ck_stages_name_not_blank CHECK (btrim(name) <> ''),
            CONSTRAINT ck_stages_position CHECK (position >= 0),
            CONSTRAINT ck_stages_kind
                CHECK (kind IN ('applied', 'screening', 'interview', 'offer', 'hired'))
        )
    """)
    op.execute("CREATE UNIQUE INDEX uq_stages_key ON stages (key);")
    op.execute("""
        COMMENT ON TABLE stages IS
            'The steps that an application passes, in order';
        COMMENT ON COLUMN stages.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN stages.key IS
            'Name that scripts use';
        COMMENT ON COLUMN stages.name IS
            'Name that people see';
        COMMENT ON COLUMN stages.position IS
            'Place in the order';
        COMMENT ON COLUMN stages.kind IS
            'What happens in the stage';
        COMMENT ON COLUMN stages.is_terminal IS
            'True where nothing comes after';
        COMMENT ON COLUMN stages.deleted_at IS
            'When the row was soft-deleted; null while it lives';
        COMMENT ON COLUMN stages.created_at IS
            'When the row was written';
        COMMENT ON COLUMN stages.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON stages
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE stages")
