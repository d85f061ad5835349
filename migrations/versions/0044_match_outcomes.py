"""Table match_outcomes."""

from __future__ import annotations

from alembic import op

revision = "0044"
down_revision = "0043"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE match_outcomes (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            number bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
            job_id uuid NOT NULL,
            candidate_id uuid NOT NULL,
            application_id uuid,
            outcome varchar(50) NOT NULL,
            reason varchar(50),
            label integer,
            weight numeric(4, 2) NOT NULL,
            formula numeric(5, 2) NOT NULL,
            imprint jsonb DEFAULT '{}'::jsonb NOT NULL,
            recorded_by uuid,
            occurred_at timestamptz DEFAULT now() NOT NULL,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_match_outcomes PRIMARY KEY (id),
            CONSTRAINT ck_match_outcomes_outcome
                CHECK (outcome IN ('hired', 'rejected', 'withdrawn', 'success', 'failure', 'reopened')),
            CONSTRAINT ck_match_outcomes_label CHECK (label >= 0 AND label <= 1),
            CONSTRAINT ck_match_outcomes_weight CHECK (weight >= 0 AND weight <= 10),
            CONSTRAINT ck_match_outcomes_formula CHECK (formula >= 0 AND formula <= 100),
            CONSTRAINT ck_match_outcomes_imprint CHECK (jsonb_typeof(imprint) = 'object'),
            CONSTRAINT fk_match_outcomes_job_id FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE,
            CONSTRAINT fk_match_outcomes_candidate_id FOREIGN KEY (candidate_id)
                REFERENCES candidates (id) ON DELETE CASCADE,
            CONSTRAINT fk_match_outcomes_application_id FOREIGN KEY (application_id)
                REFERENCES applications (id) ON DELETE SET NULL,
            CONSTRAINT fk_match_outcomes_recorded_by FOREIGN KEY (recorded_by)
                REFERENCES users (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX ix_match_outcomes_application ON match_outcomes (application_id);
        CREATE INDEX ix_match_outcomes_candidate ON match_outcomes (candidate_id);
        CREATE INDEX ix_match_outcomes_pair ON match_outcomes (job_id, candidate_id, number DESC);
        CREATE INDEX ix_match_outcomes_recorded_by ON match_outcomes (recorded_by);
        CREATE UNIQUE INDEX uq_match_outcomes_number ON match_outcomes (number);
    """)
    op.execute("""
        COMMENT ON TABLE match_outcomes IS
            'What became of a pair, as matching learns from it; only added to, the newest of a pair counts';
        COMMENT ON COLUMN match_outcomes.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN match_outcomes.number IS
            'Order of the outcomes; the newest one is the version of the memory';
        COMMENT ON COLUMN match_outcomes.job_id IS
            'The job';
        COMMENT ON COLUMN match_outcomes.candidate_id IS
            'The candidate';
        COMMENT ON COLUMN match_outcomes.application_id IS
            'The application that ended';
        COMMENT ON COLUMN match_outcomes.outcome IS
            'What happened';
        COMMENT ON COLUMN match_outcomes.reason IS
            'Key of the reason for a rejection';
        COMMENT ON COLUMN match_outcomes.label IS
            '1 a success, 0 a failure; null says nothing about the fit';
        COMMENT ON COLUMN match_outcomes.weight IS
            'How much it counts';
        COMMENT ON COLUMN match_outcomes.formula IS
            'Score of the formula at that time, 0 to 100';
        COMMENT ON COLUMN match_outcomes.imprint IS
            'Features, and ids of skills and words of titles to compare others with';
        COMMENT ON COLUMN match_outcomes.recorded_by IS
            'Who said so';
        COMMENT ON COLUMN match_outcomes.occurred_at IS
            'When it happened';
        COMMENT ON COLUMN match_outcomes.created_at IS
            'When the row was written';
        COMMENT ON COLUMN match_outcomes.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON match_outcomes
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE match_outcomes")
