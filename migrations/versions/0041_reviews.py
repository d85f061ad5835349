"""Parsed résumés: doubtful values, reviews by people, and results that are kept for a day only."""

from __future__ import annotations

from alembic import op

revision = "0041"
down_revision = "0040"


def upgrade() -> None:
    op.execute("""
        ALTER TABLE parsed_resumes
            ADD COLUMN region varchar(2) DEFAULT '' NOT NULL,
            ADD COLUMN doubtful_count integer DEFAULT 0 NOT NULL,
            ADD COLUMN corrections jsonb,
            ADD COLUMN reviewed_by uuid,
            ADD COLUMN reviewed_at timestamptz,
            ADD COLUMN expires_at timestamptz,
            ADD CONSTRAINT ck_parsed_resumes_doubtful_count CHECK (doubtful_count >= 0),
            ADD CONSTRAINT ck_parsed_resumes_reviewed
                CHECK (num_nonnulls(reviewed_by, reviewed_at) IN (0, 2)),
            ADD CONSTRAINT ck_parsed_resumes_kept
                CHECK (candidate_id IS NULL OR expires_at IS NULL),
            ADD CONSTRAINT fk_parsed_resumes_reviewed_by FOREIGN KEY (reviewed_by)
                REFERENCES users (id) ON DELETE RESTRICT;
        CREATE UNIQUE INDEX uq_parsed_resumes_cache
            ON parsed_resumes (sha256, parser_version, region) WHERE expires_at IS NOT NULL;
        CREATE INDEX ix_parsed_resumes_expiry ON parsed_resumes (expires_at) WHERE expires_at IS NOT NULL;
        CREATE INDEX ix_parsed_resumes_doubtful ON parsed_resumes (created_at, id)
            WHERE doubtful_count > 0 AND reviewed_at IS NULL AND deleted_at IS NULL;
        CREATE INDEX ix_parsed_resumes_newest ON parsed_resumes (created_at, id);
    """)
    op.execute("""
        COMMENT ON COLUMN parsed_resumes.region IS
            'Country of phone numbers without a prefix that it was parsed with; empty for none';
        COMMENT ON COLUMN parsed_resumes.doubtful_count IS
            'How many values the parser was not sure enough of';
        COMMENT ON COLUMN parsed_resumes.corrections IS
            'What a person has put right, by path; no later parse goes over it';
        COMMENT ON COLUMN parsed_resumes.reviewed_by IS
            'Who has looked at the doubtful values';
        COMMENT ON COLUMN parsed_resumes.reviewed_at IS
            'When the doubtful values were looked at; null while they wait';
        COMMENT ON COLUMN parsed_resumes.expires_at IS
            'When a result that belongs to no candidate is forgotten';
    """)


def downgrade() -> None:
    op.execute("""
        DROP INDEX uq_parsed_resumes_cache;
        DROP INDEX ix_parsed_resumes_expiry;
        DROP INDEX ix_parsed_resumes_doubtful;
        DROP INDEX ix_parsed_resumes_newest;
        ALTER TABLE parsed_resumes
            DROP COLUMN region,
            DROP COLUMN doubtful_count,
            DROP COLUMN corrections,
            DROP COLUMN reviewed_by,
            DROP COLUMN reviewed_at,
            DROP COLUMN expires_at;
    """)
