"""Table parsed_resumes."""

from __future__ import annotations

from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE parsed_resumes (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            candidate_id uuid,
            file_id uuid,
            file_url varchar(500),
            filename varchar(255),
            sha256 varchar(64) NOT NULL,
            parsed_data jsonb,
            confidence_score numeric(4, 3),
            parsing_errors jsonb,
            parser_version varchar(50) NOT NULL,
            language varchar(10),
            format varchar(20),
            pages integer,
            duration_ms integer,
            deleted_at timestamptz,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_parsed_resumes PRIMARY KEY (id),
            CONSTRAINT ck_parsed_resumes_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
            CONSTRAINT ck_parsed_resumes_outcome CHECK (num_nonnulls(parsed_data, parsing_errors) = 1),
            CONSTRAINT ck_parsed_resumes_confidence_score
                CHECK (confidence_score >= 0 AND confidence_score <= 1),
            CONSTRAINT ck_parsed_resumes_pages CHECK (pages >= 0),
            CONSTRAINT ck_parsed_resumes_duration_ms CHECK (duration_ms >= 0),
            CONSTRAINT fk_parsed_resumes_candidate_id FOREIGN KEY (candidate_id)
                REFERENCES candidates (id) ON DELETE CASCADE,
            CONSTRAINT fk_parsed_resumes_file_id FOREIGN KEY (file_id)
                REFERENCES stored_files (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX ix_parsed_resumes_candidate ON parsed_resumes (candidate_id);
        CREATE INDEX ix_parsed_resumes_file ON parsed_resumes (file_id);
        CREATE UNIQUE INDEX uq_parsed_resumes_live
            ON parsed_resumes (sha256, candidate_id) WHERE deleted_at IS NULL;
    """)
    op.execute("""
        COMMENT ON TABLE parsed_resumes IS
            'What the parser made of a résumé: its data, or why there is none';
        COMMENT ON COLUMN parsed_resumes.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN parsed_resumes.candidate_id IS
            'Whose résumé it is';
        COMMENT ON COLUMN parsed_resumes.file_id IS
            'The bytes that were parsed';
        COMMENT ON COLUMN parsed_resumes.file_url IS
            'Where the file came from';
        COMMENT ON COLUMN parsed_resumes.filename IS
            'What the file was called';
        COMMENT ON COLUMN parsed_resumes.sha256 IS
            'SHA-256 of the bytes';
        COMMENT ON COLUMN parsed_resumes.parsed_data IS
            'Everything that was read; null where parsing failed';
        COMMENT ON COLUMN parsed_resumes.confidence_score IS
            'How sure the parser is overall, 0 to 1';
        COMMENT ON COLUMN parsed_resumes.parsing_errors IS
            'Why parsing failed; null where it did not';
        COMMENT ON COLUMN parsed_resumes.parser_version IS
            'Version of the parser';
        COMMENT ON COLUMN parsed_resumes.language IS
            'Language of the text, ISO 639-1';
        COMMENT ON COLUMN parsed_resumes.format IS
            'Format of the file, as sniffed';
        COMMENT ON COLUMN parsed_resumes.pages IS
            'How many pages it has';
        COMMENT ON COLUMN parsed_resumes.duration_ms IS
            'How long it took, in milliseconds';
        COMMENT ON COLUMN parsed_resumes.deleted_at IS
            'When the row was soft-deleted; null while it lives';
        COMMENT ON COLUMN parsed_resumes.created_at IS
            'When the row was written';
        COMMENT ON COLUMN parsed_resumes.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON parsed_resumes
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE parsed_resumes")
