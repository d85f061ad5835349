"""Table offer_approvals."""

from __future__ import annotations

from alembic import op

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE offer_approvals (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            offer_id uuid NOT NULL,
            approver_id uuid NOT NULL,
            step integer DEFAULT 1 NOT NULL,
            status varchar(50) DEFAULT 'pending' NOT NULL,
            comments text,
            decided_at timestamptz,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_offer_approvals PRIMARY KEY (id),
            CONSTRAINT ck_offer_approvals_step CHECK (step >= 1),
            CONSTRAINT ck_offer_approvals_status CHECK (status IN ('pending', 'approved', 'rejected')),
            CONSTRAINT ck_offer_approvals_decided CHECK ((status = 'pending') = (decided_at IS NULL)),
            CONSTRAINT fk_offer_approvals_offer_id FOREIGN KEY (offer_id)
                REFERENCES offers (id) ON DELETE CASCADE,
            CONSTRAINT fk_offer_approvals_approver_id FOREIGN KEY (approver_id)
                REFERENCES users (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX ix_offer_approvals_approver_pending
            ON offer_approvals (approver_id) WHERE status = 'pending';
        CREATE UNIQUE INDEX uq_offer_approvals_approver ON offer_approvals (offer_id, approver_id, step);
    """)
    op.execute("""
        COMMENT ON TABLE offer_approvals IS
            'Decisions asked for on an offer before it goes out';
        COMMENT ON COLUMN offer_approvals.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN offer_approvals.offer_id IS
            'The offer to decide on';
        COMMENT ON COLUMN offer_approvals.approver_id IS
            'Who is to decide';
        COMMENT ON COLUMN offer_approvals.step IS
            'Place in the order of approvals, from 1';
        COMMENT ON COLUMN offer_approvals.status IS
            'What was decided, if anything yet';
        COMMENT ON COLUMN offer_approvals.comments IS
            'What the approver said';
        COMMENT ON COLUMN offer_approvals.decided_at IS
            'When it was decided';
        COMMENT ON COLUMN offer_approvals.created_at IS
            'When the row was written';
        COMMENT ON COLUMN offer_approvals.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON offer_approvals
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE offer_approvals")
