"""Table consents."""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE consents (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            candidate_id uuid NOT NULL,
            purpose varchar(100) NOT NULL,
            basis varchar(50) NOT NULL,
            policy_version varchar(50),
            given_at timestamptz NOT NULL,
            expires_at timestamptz,
            withdrawn_at timestamptz,
            source varchar(100),
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_consents PRIMARY KEY (id),
            CONSTRAINT ck_consents_purpose_not_blank CHECK (btrim(purpose) <> ''),
            CONSTRAINT ck_consents_basis
                CHECK (basis IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
                    'public-task', 'legitimate-interests')),
            CONSTRAINT ck_consents_expires_at CHECK (expires_at > given_at),
            CONSTRAINT ck_consents_withdrawn_at CHECK (withdrawn_at >= given_at),
            CONSTRAINT fk_consents_candidate_id FOREIGN KEY (candidate_id)
                REFERENCES candidates (id) ON DELETE CASCADE
        )
    """)
    op.execute("""
        CREATE INDEX ix_consents_candidate ON consents (candidate_id, purpose);
        CREATE INDEX ix_consents_expires_at ON consents (expires_at) WHERE withdrawn_at IS NULL;
    """)
    op.execute("""
        COMMENT ON TABLE consents IS
            'On what legal ground, for what and until when a candidate''s data is kept';
        COMMENT ON COLUMN consents.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN consents.candidate_id IS
            'Whose data it is';
        COMMENT ON COLUMN consents.purpose IS
            'What the data may be used for';
        COMMENT ON COLUMN consents.basis IS
            'Legal ground, GDPR article 6(1)';
        COMMENT ON COLUMN consents.policy_version IS
            'The privacy policy that was shown';
        COMMENT ON COLUMN consents.given_at IS
            'From when it holds';
        COMMENT ON COLUMN consents.expires_at IS
            'Until when it holds; null for no end';
        COMMENT ON COLUMN consents.withdrawn_at IS
            'When the person withdrew it';
        COMMENT ON COLUMN consents.source IS
            'How it was given, such as apply-form';
        COMMENT ON COLUMN consents.created_at IS
            'When the row was written';
        COMMENT ON COLUMN consents.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON consents
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE consents")
