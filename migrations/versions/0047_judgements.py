"""Tables of blind screening: judgements, and the key of the pseudonyms."""

from __future__ import annotations

from alembic import op

revision = "0047"
down_revision = "0046"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE judgements (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            application_id uuid NOT NULL,
            actor_id uuid NOT NULL,
            verdict varchar(50) NOT NULL,
            reason text NOT NULL,
            blind boolean DEFAULT false NOT NULL,
            match_score numeric(5, 2),
            matcher_version varchar(50),
            model_version varchar(50),
            judged_at timestamptz DEFAULT now() NOT NULL,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_judgements PRIMARY KEY (id),
            CONSTRAINT ck_judgements_verdict CHECK (verdict IN ('advance', 'hold', 'decline')),
            CONSTRAINT ck_judgements_reason_not_blank CHECK (btrim(reason) <> ''),
            CONSTRAINT ck_judgements_match_score CHECK (match_score >= 0 AND match_score <= 100),
            CONSTRAINT fk_judgements_application_id FOREIGN KEY (application_id)
                REFERENCES applications (id) ON DELETE RESTRICT,
            CONSTRAINT fk_judgements_actor_id FOREIGN KEY (actor_id)
                REFERENCES users (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX ix_judgements_application ON judgements (application_id, judged_at);
        CREATE INDEX ix_judgements_actor ON judgements (actor_id);
    """)
    op.execute("""
        COMMENT ON TABLE judgements IS
            'What a person thinks of an application, and why; it moves and rejects nobody';
        COMMENT ON COLUMN judgements.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN judgements.application_id IS
            'The application that it is about';
        COMMENT ON COLUMN judgements.actor_id IS
            'Who judges';
        COMMENT ON COLUMN judgements.verdict IS
            'What should come of it';
        COMMENT ON COLUMN judgements.reason IS
            'Why';
        COMMENT ON COLUMN judgements.blind IS
            'True if nobody had been shown who it is before';
        COMMENT ON COLUMN judgements.match_score IS
            'The match score at that moment, 0 to 100';
        COMMENT ON COLUMN judgements.matcher_version IS
            'Version of the matcher that made the score';
        COMMENT ON COLUMN judgements.model_version IS
            'Version of the learned model behind the score';
        COMMENT ON COLUMN judgements.judged_at IS
            'When it was judged';
        COMMENT ON COLUMN judgements.created_at IS
            'When the row was written';
        COMMENT ON COLUMN judgements.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON judgements
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)
    op.execute("""
        CREATE TABLE pseudonym_keys (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            key varchar(64) NOT NULL,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_pseudonym_keys PRIMARY KEY (id),
            CONSTRAINT ck_pseudonym_keys_key CHECK (key ~ '^[0-9a-f]{64}$')
        )
    """)
    op.execute("""
        CREATE UNIQUE INDEX uq_pseudonym_keys_key ON pseudonym_keys (key);
    """)
    op.execute("""
        COMMENT ON TABLE pseudonym_keys IS
            'The key that the pseudonyms of blind screening are made with; one row, made with the table';
        COMMENT ON COLUMN pseudonym_keys.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN pseudonym_keys.key IS
            'Secret of 256 bits, lower-case hex';
        COMMENT ON COLUMN pseudonym_keys.created_at IS
            'When the row was written';
        COMMENT ON COLUMN pseudonym_keys.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON pseudonym_keys
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)
    # Three random UUIDs have more than 256 bits that nobody can guess; their hash has them evenly.
    op.execute("""
        INSERT INTO pseudonym_keys (key)
        SELECT encode(sha256(string_agg(gen_random_uuid()::text, '')::bytea), 'hex')
        FROM generate_series(1, 3)
    """)


def downgrade() -> None:
    op.execute("DROP TABLE pseudonym_keys")
    op.execute("DROP TABLE judgements")
