"""Table ai_insights."""

from __future__ import annotations

from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE ai_insights (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            kind varchar(50) NOT NULL,
            subject_type varchar(50),
            subject_id uuid,
            text text NOT NULL,
            query text NOT NULL,
            data jsonb DEFAULT '{}'::jsonb NOT NULL,
            valid_until timestamptz,
            dismissed_at timestamptz,
            dismissed_by uuid,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_ai_insights PRIMARY KEY (id),
            CONSTRAINT ck_ai_insights_kind_not_blank CHECK (btrim(kind) <> ''),
            CONSTRAINT ck_ai_insights_text_not_blank CHECK (btrim(text) <> ''),
            CONSTRAINT ck_ai_insights_query_not_blank CHECK (btrim(query) <> ''),
            CONSTRAINT ck_ai_insights_data CHECK (jsonb_typeof(data) = 'object'),
            CONSTRAINT ck_ai_insights_subject CHECK (subject_id IS NULL OR subject_type IS NOT NULL),
            CONSTRAINT ck_ai_insights_dismissed CHECK (dismissed_by IS NULL
                OR dismissed_at IS NOT NULL),
            CONSTRAINT fk_ai_insights_dismissed_by FOREIGN KEY (dismissed_by)
                REFERENCES users (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX ix_ai_insights_kind ON ai_insights (kind, created_at);
        CREATE INDEX ix_ai_insights_subject ON ai_insights (subject_type, subject_id);
    """)
    op.execute("""
        COMMENT ON TABLE ai_insights IS
            'Something worth knowing that was found in the data, with the query that found it';
        COMMENT ON COLUMN ai_insights.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN ai_insights.kind IS
            'What it is about, such as bottleneck or stale-candidate';
        COMMENT ON COLUMN ai_insights.subject_type IS
            'The noun that it is about; null for everything';
        COMMENT ON COLUMN ai_insights.subject_id IS
            'Key of the row that it is about';
        COMMENT ON COLUMN ai_insights.text IS
            'What was found, in a sentence';
        COMMENT ON COLUMN ai_insights.query IS
            'The query that found it';
        COMMENT ON COLUMN ai_insights.data IS
            'The numbers behind it';
        COMMENT ON COLUMN ai_insights.valid_until IS
            'When it should be looked at anew';
        COMMENT ON COLUMN ai_insights.dismissed_at IS
            'When somebody had seen enough of it';
        COMMENT ON COLUMN ai_insights.dismissed_by IS
            'Who dismissed it';
        COMMENT ON COLUMN ai_insights.created_at IS
            'When the row was written';
        COMMENT ON COLUMN ai_insights.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON ai_insights
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE ai_insights")
