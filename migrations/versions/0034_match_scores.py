"""Table match_scores."""

from __future__ import annotations

from alembic import op

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE match_scores (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            job_id uuid NOT NULL,
            candidate_id uuid NOT NULL,
            application_id uuid,
            score numeric(5, 2) NOT NULL,
            explanation jsonb DEFAULT '{}'::jsonb NOT NULL,
            confidence numeric(4, 3),
            matcher_version varchar(50) NOT NULL,
            computed_at timestamptz DEFAULT now() NOT NULL,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_match_scores PRIMARY KEY (id),
            CONSTRAINT ck_match_scores_score CHECK (score >= 0 AND score <= 100),
            CONSTRAINT ck_match_scores_confidence CHECK (confidence >= 0 AND confidence <= 1),
            CONSTRAINT ck_match_scores_explanation CHECK (jsonb_typeof(explanation) = 'object'),
            CONSTRAINT ck_match_scores_matcher_version_not_blank CHECK (btrim(matcher_version) <> ''),
            CONSTRAINT fk_match_scores_job_id FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE,
            CONSTRAINT fk_match_scores_candidate_id FOREIGN KEY (candidate_id)
                REFERENCES candidates (id) ON DELETE CASCADE,
            CONSTRAINT fk_match_scores_application_id FOREIGN KEY (application_id)
                REFERENCES applications (id) ON DELETE SET NULL
        )
    """)
    op.execute("""
        CREATE INDEX ix_match_scores_application ON match_scores (application_id);
        CREATE INDEX ix_match_scores_candidate ON match_scores (candidate_id);
        CREATE INDEX ix_match_scores_ranking ON match_scores (job_id, score DESC, candidate_id);
        CREATE UNIQUE INDEX uq_match_scores_pair ON match_scores (job_id, candidate_id);
    """)
    op.execute("""
        COMMENT ON TABLE match_scores IS
            'How well a candidate fits a job, and why; the newest score of each pair';
        COMMENT ON COLUMN match_scores.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN match_scores.job_id IS
            'The job';
        COMMENT ON COLUMN match_scores.candidate_id IS
            'The candidate';
        COMMENT ON COLUMN match_scores.application_id IS
            'The application that carries the score';
        COMMENT ON COLUMN match_scores.score IS
            'How well they fit, 0 to 100';
        COMMENT ON COLUMN match_scores.explanation IS
            'The terms that add up to the score';
        COMMENT ON COLUMN match_scores.confidence IS
            'How sure the matcher is, 0 to 1';
        COMMENT ON COLUMN match_scores.matcher_version IS
            'Version of the matcher';
        COMMENT ON COLUMN match_scores.computed_at IS
            'When it was worked out';
        COMMENT ON COLUMN match_scores.created_at IS
            'When the row was written';
        COMMENT ON COLUMN match_scores.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON match_scores
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE match_scores")
