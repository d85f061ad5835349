"""Table candidate_notes."""

from __future__ import annotations

from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE candidate_notes (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            candidate_id uuid NOT NULL,
            author_id uuid,
            body text NOT NULL,
            deleted_at timestamptz,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_candidate_notes PRIMARY KEY (id),
            CONSTRAINT ck_candidate_notes_body_not_blank CHECK (btrim(body) <> ''),
            CONSTRAINT fk_candidate_notes_candidate_id FOREIGN KEY (candidate_id)
                REFERENCES candidates (id) ON DELETE CASCADE,
            CONSTRAINT fk_candidate_notes_author_id FOREIGN KEY (author_id)
                REFERENCES users (id) ON DELETE RESTRICT
        )
    """)
    op.execute("CREATE INDEX ix_candidate_notes_candidate ON candidate_notes (candidate_id, created_at);")
    op.execute("""
        COMMENT ON TABLE candidate_notes IS
            'What people wrote down about a candidate';
        COMMENT ON COLUMN candidate_notes.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN candidate_notes.candidate_id IS
            'Whom the note is about';
        COMMENT ON COLUMN candidate_notes.author_id IS
            'Who wrote it; null for the system';
        COMMENT ON COLUMN candidate_notes.body IS
            'The note';
        COMMENT ON COLUMN candidate_notes.deleted_at IS
            'When the row was soft-deleted; null while it lives';
        COMMENT ON COLUMN candidate_notes.created_at IS
            'When the row was written';
        COMMENT ON COLUMN candidate_notes.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON candidate_notes
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE candidate_notes")
