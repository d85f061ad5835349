"""Table candidate_tags."""

from __future__ import annotations

from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE candidate_tags (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            candidate_id uuid NOT NULL,
            tag varchar(100) NOT NULL,
            created_by uuid,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_candidate_tags PRIMARY KEY (id),
            CONSTRAINT ck_candidate_tags_tag_not_blank CHECK (btrim(tag) <> ''),
            CONSTRAINT fk_candidate_tags_candidate_id FOREIGN KEY (candidate_id)
                REFERENCES candidates (id) ON DELETE CASCADE,
            CONSTRAINT fk_candidate_tags_created_by FOREIGN KEY (created_by)
                REFERENCES users (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX ix_candidate_tags_tag ON candidate_tags (lower(tag));
        CREATE UNIQUE INDEX uq_candidate_tags_tag ON candidate_tags (candidate_id, lower(tag));
    """)
    op.execute("""
        COMMENT ON TABLE candidate_tags IS
            'Words that people put on a candidate';
        COMMENT ON COLUMN candidate_tags.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN candidate_tags.candidate_id IS
            'Who wears the tag';
        COMMENT ON COLUMN candidate_tags.tag IS
            'The tag, unique on the candidate whatever its case';
        COMMENT ON COLUMN candidate_tags.created_by IS
            'Who put it there';
        COMMENT ON COLUMN candidate_tags.created_at IS
            'When the row was written';
        COMMENT ON COLUMN candidate_tags.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON candidate_tags
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE candidate_tags")
