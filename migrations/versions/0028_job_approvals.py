"""Table job_approvals."""

from __future__ import annotations

from alembic import op

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE job_approvals (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            job_id uuid NOT NULL,
            approver_id uuid NOT NULL,
            requested_by uuid,
            step integer DEFAULT 1 NOT NULL,
            status varchar(50) DEFAULT 'pending' NOT NULL,
            comments text,
            decided_at timestamptz,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_job_approvals PRIMARY KEY (id),
            CONSTRAINT ck_job_approvals_step CHECK (step >= 1),
            CONSTRAINT ck_job_approvals_status CHECK (status IN ('pending', 'approved', 'rejected')),
            CONSTRAINT ck_job_approvals_decided CHECK ((status = 'pending') = (decided_at IS NULL)),
            CONSTRAINT fk_job_approvals_job_id FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE,
            CONSTRAINT fk_job_approvals_approver_id FOREIGN KEY (approver_id)
                REFERENCES users (id) ON DELETE RESTRICT,
            CONSTRAINT fk_job_approvals_requested_by FOREIGN KEY (requested_by)
                REFERENCES users (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX ix_job_approvals_approver_pending
            ON job_approvals (approver_id) WHERE status = 'pending';
        CREATE INDEX ix_job_approvals_job ON job_approvals (job_id);
        CREATE UNIQUE INDEX uq_job_approvals_pending
            ON job_approvals (job_id, approver_id) WHERE status = 'pending';
    """)
    op.execute("""
        COMMENT ON TABLE job_approvals IS
            'Decisions asked for on a job: one row a step and round';
        COMMENT ON COLUMN job_approvals.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN job_approvals.job_id IS
            'The job to decide on';
        COMMENT ON COLUMN job_approvals.approver_id IS
            'Who is to decide';
        COMMENT ON COLUMN job_approvals.requested_by IS
            'Who asked';
        COMMENT ON COLUMN job_approvals.step IS
            'Place in the order of approvals, from 1';
        COMMENT ON COLUMN job_approvals.status IS
            'What was decided, if anything yet';
        COMMENT ON COLUMN job_approvals.comments IS
            'What the approver said';
        COMMENT ON COLUMN job_approvals.decided_at IS
            'When it was decided';
        COMMENT ON COLUMN job_approvals.created_at IS
            'When the row was written';
        COMMENT ON COLUMN job_approvals.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON job_approvals
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE job_approvals")
