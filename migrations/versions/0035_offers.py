"""Table offers."""

from __future__ import annotations

from alembic import op

revision = "0035"
down_revision = "0034"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE offers (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            application_id uuid NOT NULL,
            revision integer DEFAULT 1 NOT NULL,
            status varchar(50) DEFAULT 'draft' NOT NULL,
            salary numeric(12, 2),
            salary_currency varchar(3),
            salary_period varchar(10),
            starts_on date,
            terms jsonb DEFAULT '{}'::jsonb NOT NULL,
            letter_file_id uuid,
            created_by uuid,
            extended_at timestamptz,
            expires_at timestamptz,
            accepted_at timestamptz,
            declined_at timestamptz,
            decline_reason text,
            withdrawn_at timestamptz,
            deleted_at timestamptz,
            version integer DEFAULT 1 NOT NULL,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_offers PRIMARY KEY (id),
            CONSTRAINT ck_offers_revision CHECK (revision >= 1),
            CONSTRAINT ck_offers_status
                CHECK (status IN ('draft', 'pending-approval', 'approved', 'extended', 'accepted',
                    'declined', 'expired', 'withdrawn')),
            CONSTRAINT ck_offers_salary CHECK (salary >= 0),
            CONSTRAINT ck_offers_salary_currency CHECK (salary_currency ~ '^[A-Z]{3}$'),
            CONSTRAINT ck_offers_salary_period CHECK (salary_period IN ('hour', 'day', 'month',
                'year')),
            CONSTRAINT ck_offers_salary_complete
                CHECK (salary IS NULL OR (salary_currency IS NOT NULL AND salary_period IS NOT NULL)),
            CONSTRAINT ck_offers_terms CHECK (jsonb_typeof(terms) = 'object'),
            CONSTRAINT ck_offers_extended
                CHECK (status NOT IN ('extended', 'accepted', 'declined', 'expired')
                    OR extended_at IS NOT NULL),
            CONSTRAINT ck_offers_accepted CHECK ((status = 'accepted') = (accepted_at IS NOT NULL)),
            CONSTRAINT ck_offers_declined CHECK ((status = 'declined') = (declined_at IS NOT NULL)),
            CONSTRAINT ck_offers_withdrawn CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL)),
            CONSTRAINT ck_offers_expires_at CHECK (expires_at > extended_at),
            CONSTRAINT fk_offers_application_id FOREIGN KEY (application_id)
                REFERENCES applications (id) ON DELETE RESTRICT,
            CONSTRAINT fk_offers_letter_file_id FOREIGN KEY (letter_file_id)
                REFERENCES stored_files (id) ON DELETE RESTRICT,
            CONSTRAINT fk_offers_created_by FOREIGN KEY (created_by)
                REFERENCES users (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX ix_offers_status ON offers (status);
        CREATE UNIQUE INDEX uq_offers_open
            ON offers (application_id)
            WHERE status IN ('draft', 'pending-approval', 'approved', 'extended', 'accepted')
            AND deleted_at IS NULL;
        CREATE UNIQUE INDEX uq_offers_revision ON offers (application_id, revision);
    """)
    op.execute("""
        COMMENT ON TABLE offers IS
            'Terms offered to a candidate; changed terms are a new revision';
        COMMENT ON COLUMN offers.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN offers.application_id IS
            'The application that it answers';
        COMMENT ON COLUMN offers.revision IS
            'Which offer for the application it is, from 1';
        COMMENT ON COLUMN offers.status IS
            'How it stands';
        COMMENT ON COLUMN offers.salary IS
            'Pay offered';
        COMMENT ON COLUMN offers.salary_currency IS
            'Currency of the pay, ISO 4217';
        COMMENT ON COLUMN offers.salary_period IS
            'What one payment covers';
        COMMENT ON COLUMN offers.starts_on IS
            'First day of work';
        COMMENT ON COLUMN offers.terms IS
            'Everything else that is offered';
        COMMENT ON COLUMN offers.letter_file_id IS
            'The letter that was sent';
        COMMENT ON COLUMN offers.created_by IS
            'Who drew it up';
        COMMENT ON COLUMN offers.extended_at IS
            'When the candidate got it';
        COMMENT ON COLUMN offers.expires_at IS
            'Until when the candidate may accept';
        COMMENT ON COLUMN offers.accepted_at IS
            'When the candidate accepted';
        COMMENT ON COLUMN offers.declined_at IS
            'When the candidate declined';
        COMMENT ON COLUMN offers.decline_reason IS
            'Why the candidate declined';
        COMMENT ON COLUMN offers.withdrawn_at IS
            'When we took it back';
        COMMENT ON COLUMN offers.deleted_at IS
            'When the row was soft-deleted; null while it lives';
        COMMENT ON COLUMN offers.version IS
            'Row version, one more with each change; behind ETag and If-Match';
        COMMENT ON COLUMN offers.created_at IS
            'When the row was written';
        COMMENT ON COLUMN offers.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON offers
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE offers")
