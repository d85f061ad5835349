"""Table parse_attempts."""

from __future__ import annotations

from alembic import op

revision = "0042"
down_revision = "0041"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE parse_attempts (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            outcome varchar(50) NOT NULL,
            format varchar(20),
            language varchar(10),
            duration_ms integer,
            confidence_score numeric(4, 3),
            doubtful_count integer DEFAULT 0 NOT NULL,
            cached boolean DEFAULT false NOT NULL,
            parser_version varchar(50) NOT NULL,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_parse_attempts PRIMARY KEY (id),
            CONSTRAINT ck_parse_attempts_outcome_not_blank CHECK (btrim(outcome) <> ''),
            CONSTRAINT ck_parse_attempts_confidence_score
                CHECK (confidence_score >= 0 AND confidence_score <= 1),
            CONSTRAINT ck_parse_attempts_duration_ms CHECK (duration_ms >= 0),
            CONSTRAINT ck_parse_attempts_doubtful_count CHECK (doubtful_count >= 0)
        )
    """)
    op.execute("""
        CREATE INDEX ix_parse_attempts_newest ON parse_attempts (created_at);
    """)
    op.execute("""
        COMMENT ON TABLE parse_attempts IS
            'How each parse went, without a word of what was read: for rates';
        COMMENT ON COLUMN parse_attempts.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN parse_attempts.outcome IS
            'parsed, or the code of the error';
        COMMENT ON COLUMN parse_attempts.format IS
            'Format of the file, as sniffed; null where it was not';
        COMMENT ON COLUMN parse_attempts.language IS
            'Language of the text, ISO 639-1';
        COMMENT ON COLUMN parse_attempts.duration_ms IS
            'How long it took, in milliseconds';
        COMMENT ON COLUMN parse_attempts.confidence_score IS
            'How sure the parser is overall, 0 to 1';
        COMMENT ON COLUMN parse_attempts.doubtful_count IS
            'How many values the parser was not sure enough of';
        COMMENT ON COLUMN parse_attempts.cached IS
            'Whether a kept result was given';
        COMMENT ON COLUMN parse_attempts.parser_version IS
            'Version of the parser';
        COMMENT ON COLUMN parse_attempts.created_at IS
            'When the row was written';
        COMMENT ON COLUMN parse_attempts.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON parse_attempts
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE parse_attempts")
