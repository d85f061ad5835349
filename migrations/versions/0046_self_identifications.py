"""Table self_identifications."""

from __future__ import annotations

from alembic import op

revision = "0046"
down_revision = "0045"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE self_identifications (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            candidate_id uuid NOT NULL,
            sex varchar(50) NOT NULL,
            race_ethnicity varchar(50) NOT NULL,
            consent_version varchar(50) NOT NULL,
            consented_at timestamptz NOT NULL,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_self_identifications PRIMARY KEY (id),
            CONSTRAINT ck_self_identifications_sex CHECK (sex IN ('female', 'male', 'another', 'declined')),
            CONSTRAINT ck_self_identifications_race_ethnicity
                CHECK (race_ethnicity IN ('hispanic-or-latino', 'white', 'black-or-african-american', 'asian',
                    'native-hawaiian-or-pacific-islander', 'american-indian-or-alaska-native',
                    'two-or-more-races', 'declined')),
            CONSTRAINT ck_self_identifications_consent_version_not_blank
                CHECK (btrim(consent_version) <> ''),
            CONSTRAINT fk_self_identifications_candidate_id FOREIGN KEY (candidate_id)
                REFERENCES candidates (id) ON DELETE CASCADE
        )
    """)
    op.execute("""
        CREATE UNIQUE INDEX uq_self_identifications_candidate ON self_identifications (candidate_id);
    """)
    op.execute("""
        COMMENT ON TABLE self_identifications IS
            'What candidates say of themselves, by consent, for the bias audit alone; deleted on withdrawal';
        COMMENT ON COLUMN self_identifications.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN self_identifications.candidate_id IS
            'Who said it';
        COMMENT ON COLUMN self_identifications.sex IS
            'The answer, or declined';
        COMMENT ON COLUMN self_identifications.race_ethnicity IS
            'The answer, or declined';
        COMMENT ON COLUMN self_identifications.consent_version IS
            'Version of the text that was consented to';
        COMMENT ON COLUMN self_identifications.consented_at IS
            'When it was consented to';
        COMMENT ON COLUMN self_identifications.created_at IS
            'When the row was written';
        COMMENT ON COLUMN self_identifications.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON self_identifications
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE self_identifications")
