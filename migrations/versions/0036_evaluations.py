"""Table evaluations."""

from __future__ import annotations

from alembic import op

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE evaluations (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            application_id uuid NOT NULL,
            evaluator_id uuid NOT NULL,
            interview_id uuid,
            scorecard jsonb DEFAULT '[]'::jsonb NOT NULL,
            rating numeric(3, 2),
            recommendation varchar(50),
            summary text,
            submitted_at timestamptz,
            deleted_at timestamptz,
            version integer DEFAULT 1 NOT NULL,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_evaluations PRIMARY KEY (id),
            CONSTRAINT ck_evaluations_scorecard CHECK (jsonb_typeof(scorecard) = 'array'),
            CONSTRAINT ck_evaluations_rating CHECK (rating >= 1 AND rating <= 5),
            CONSTRAINT ck_evaluations_recommendation
                CHECK (recommendation IN ('strong-no', 'no', 'neutral', 'yes', 'strong-yes')),
            CONSTRAINT ck_evaluations_submitted
                CHECK (submitted_at IS NULL OR recommendation IS NOT NULL),
            CONSTRAINT fk_evaluations_application_id FOREIGN KEY (application_id)
                REFERENCES applications (id) ON DELETE RESTRICT,
            CONSTRAINT fk_evaluations_evaluator_id FOREIGN KEY (evaluator_id)
                REFERENCES users (id) ON DELETE RESTRICT,
            CONSTRAINT fk_evaluations_interview_id FOREIGN KEY (interview_id)
                REFERENCES interviews (id) ON DELETE SET NULL
        )
    """)
    op.execute("""
        CREATE INDEX ix_evaluations_evaluator ON evaluations (evaluator_id);
        CREATE INDEX ix_evaluations_interview ON evaluations (interview_id);
        CREATE UNIQUE INDEX uq_evaluations_evaluator_live
            ON evaluations (application_id, evaluator_id) WHERE deleted_at IS NULL;
    """)
    op.execute("""
        COMMENT ON TABLE evaluations IS
            'A scorecard that one person fills in for one application';
        COMMENT ON COLUMN evaluations.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN evaluations.application_id IS
            'The application that is judged';
        COMMENT ON COLUMN evaluations.evaluator_id IS
            'Who judges';
        COMMENT ON COLUMN evaluations.interview_id IS
            'The interview that it follows';
        COMMENT ON COLUMN evaluations.scorecard IS
            'Attributes judged: [{"attribute", "rating", "comment"}]';
        COMMENT ON COLUMN evaluations.rating IS
            'Overall rating, 1 to 5';
        COMMENT ON COLUMN evaluations.recommendation IS
            'Whether to go on with the candidate';
        COMMENT ON COLUMN evaluations.summary IS
            'The judgement in words';
        COMMENT ON COLUMN evaluations.submitted_at IS
            'When it was handed in; null while a draft';
        COMMENT ON COLUMN evaluations.deleted_at IS
            'When the row was soft-deleted; null while it lives';
        COMMENT ON COLUMN evaluations.version IS
            'Row version, one more with each change; behind ETag and If-Match';
        COMMENT ON COLUMN evaluations.created_at IS
            'When the row was written';
        COMMENT ON COLUMN evaluations.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON evaluations
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE evaluations")
