"""Table applications."""

from __future__ import annotations

from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE applications (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            job_id uuid NOT NULL,
            candidate_id uuid NOT NULL,
            stage_id uuid NOT NULL,
            assigned_recruiter_id uuid,
            ai_match_score numeric(5, 2),
            overall_rating numeric(3, 2),
            status varchar(50) DEFAULT 'active' NOT NULL,
            applied_at timestamptz DEFAULT now() NOT NULL,
            last_stage_change timestamptz DEFAULT now() NOT NULL,
            rejection_reason_id uuid,
            offer_extended_at timestamptz,
            offer_accepted_at timestamptz,
            ended_at timestamptz,
            attempt integer DEFAULT 1 NOT NULL,
            source varchar(100),
            merged_into_id uuid,
            deleted_at timestamptz,
            version integer DEFAULT 1 NOT NULL,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_applications PRIMARY KEY (id),
            CONSTRAINT ck_applications_ai_match_score
                CHECK (ai_match_score >= 0 AND ai_match_score <= 100),
            CONSTRAINT ck_applications_overall_rating CHECK (overall_rating >= 1 AND overall_rating <= 5),
            CONSTRAINT ck_applications_status
                CHECK (status IN ('active', 'hired', 'rejected', 'withdrawn')),
            CONSTRAINT ck_applications_attempt CHECK (attempt >= 1),
            CONSTRAINT ck_applications_rejection_reason
                CHECK ((status = 'rejected') = (rejection_reason_id IS NOT NULL)),
            CONSTRAINT ck_applications_ended CHECK ((status = 'active') = (ended_at IS NULL)),
            CONSTRAINT ck_applications_offer_accepted
                CHECK (offer_accepted_at IS NULL OR offer_extended_at IS NOT NULL),
            CONSTRAINT ck_applications_merged
                CHECK (merged_into_id IS NULL OR (merged_into_id <> id AND deleted_at IS NOT NULL)),
            CONSTRAINT fk_applications_job_id FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE RESTRICT,
            CONSTRAINT fk_applications_candidate_id FOREIGN KEY (candidate_id)
                REFERENCES candidates (id) ON DELETE RESTRICT,
            CONSTRAINT fk_applications_stage_id FOREIGN KEY (stage_id)
                REFERENCES stages (id) ON DELETE RESTRICT,
            CONSTRAINT fk_applications_assigned_recruiter_id FOREIGN KEY (assigned_recruiter_id)
                REFERENCES users (id) ON DELETE RESTRICT,
            CONSTRAINT fk_applications_rejection_reason_id FOREIGN KEY (rejection_reason_id)
                REFERENCES rejection_reasons (id) ON DELETE RESTRICT,
            CONSTRAINT fk_applications_merged_into_id FOREIGN KEY (merged_into_id)
                REFERENCES applications (id) ON DELETE SET NULL
        )
    """)
    op.execute("""
        CREATE INDEX idx_applications_candidate ON applications (candidate_id);
        CREATE INDEX idx_applications_job ON applications (job_id);
        CREATE INDEX idx_applications_stage ON applications (stage_id);
        CREATE INDEX idx_applications_status ON applications (status);
        CREATE INDEX ix_applications_merged_into
            ON applications (merged_into_id) WHERE merged_into_id IS NOT NULL;
        CREATE INDEX ix_applications_newest_live
            ON applications (created_at, id) WHERE deleted_at IS NULL;
        CREATE INDEX ix_applications_recruiter
            ON applications (assigned_recruiter_id) WHERE deleted_at IS NULL;
        CREATE UNIQUE INDEX uq_applications_active
            ON applications (job_id, candidate_id) WHERE status = 'active' AND deleted_at IS NULL;
        CREATE UNIQUE INDEX uq_applications_attempt_live
            ON applications (job_id, candidate_id, attempt) WHERE deleted_at IS NULL;
    """)
    op.execute("""
        COMMENT ON TABLE applications IS
            'One candidate on one job; a new attempt is a new row';
        COMMENT ON COLUMN applications.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN applications.job_id IS
            'The job applied for';
        COMMENT ON COLUMN applications.candidate_id IS
            'Who applied';
        COMMENT ON COLUMN applications.stage_id IS
            'The stage that it is in, or was in when it ended';
        COMMENT ON COLUMN applications.assigned_recruiter_id IS
            'The recruiter who looks after it';
        COMMENT ON COLUMN applications.ai_match_score IS
            'How well the candidate fits the job, 0 to 100';
        COMMENT ON COLUMN applications.overall_rating IS
            'What the interviewers think, 1 to 5';
        COMMENT ON COLUMN applications.status IS
            'How it stands';
        COMMENT ON COLUMN applications.applied_at IS
            'When the candidate applied';
        COMMENT ON COLUMN applications.last_stage_change IS
            'When it came into its stage';
        COMMENT ON COLUMN applications.rejection_reason_id IS
            'Why it was rejected; set exactly while it is';
        COMMENT ON COLUMN applications.offer_extended_at IS
            'When the newest offer was extended, copied from it for lists';
        COMMENT ON COLUMN applications.offer_accepted_at IS
            'When the newest offer was accepted, copied from it for lists';
        COMMENT ON COLUMN applications.ended_at IS
            'When it was hired, rejected or withdrawn; null while active';
        COMMENT ON COLUMN applications.attempt IS
            'Which attempt of the candidate on the job it is, from 1';
        COMMENT ON COLUMN applications.source IS
            'Where the application came from';
        COMMENT ON COLUMN applications.merged_into_id IS
            'The application that this one became';
        COMMENT ON COLUMN applications.deleted_at IS
            'When the row was soft-deleted; null while it lives';
        COMMENT ON COLUMN applications.version IS
            'Row version, one more with each change; behind ETag and If-Match';
        COMMENT ON COLUMN applications.created_at IS
            'When the row was written';
        COMMENT ON COLUMN applications.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON applications
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE applications")
