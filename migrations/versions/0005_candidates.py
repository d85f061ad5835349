"""Table candidates."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.execute(r"""
        CREATE TABLE candidates (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            email varchar(255),
            first_name varchar(100) NOT NULL,
            last_name varchar(100) NOT NULL,
            full_name text
                GENERATED ALWAYS AS (btrim((first_name::text || ' '::text) || last_name::text)) STORED,
            phone varchar(20),
            location varchar(255),
            resume_url varchar(500),
            linkedin_url varchar(500),
            portfolio_url varchar(500),
            experience_months integer,
            years_of_experience integer
                GENERATED ALWAYS AS (round(experience_months::numeric / 12.0)::integer) STORED,
            current_company varchar(255),
            current_title varchar(255),
            skills jsonb DEFAULT '[]'::jsonb NOT NULL,
            education jsonb DEFAULT '[]'::jsonb NOT NULL,
            work_history jsonb DEFAULT '[]'::jsonb NOT NULL,
            certifications jsonb DEFAULT '[]'::jsonb NOT NULL,
            languages jsonb DEFAULT '[]'::jsonb NOT NULL,
            salary_expectation_min numeric(12, 2),
            salary_expectation_max numeric(12, 2),
            salary_expectation_currency varchar(3),
            salary_expectation_period varchar(10),
            source varchar(100),
            provenance jsonb DEFAULT '{}'::jsonb NOT NULL,
            merged_into_id uuid,
            last_activity timestamptz DEFAULT now() NOT NULL,
            deleted_at timestamptz,
            version integer DEFAULT 1 NOT NULL,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_candidates PRIMARY KEY (id),
            CONSTRAINT ck_candidates_salary_expectation
                CHECK (salary_expectation_min <= salary_expectation_max),
            CONSTRAINT ck_candidates_salary_expectation_min CHECK (salary_expectation_min >= 0),
            CONSTRAINT ck_candidates_salary_expectation_max CHECK (salary_expectation_max >= 0),
            CONSTRAINT ck_candidates_salary_expectation_currency
                CHECK (salary_expectation_currency ~ '^[A-Z]{3}$'),
            CONSTRAINT ck_candidates_salary_expectation_period
                CHECK (salary_expectation_period IN ('hour', 'day', 'month', 'year')),
            CONSTRAINT ck_candidates_email CHECK (email ~ '^[^@\s]+@[^@\s]+$'),
            CONSTRAINT ck_candidates_phone CHECK (phone ~ '^[+][1-9][0-9]{1,14}$'),
            CONSTRAINT ck_candidates_experience_months CHECK (experience_months >= 0),
            CONSTRAINT ck_candidates_skills CHECK (jsonb_typeof(skills) = 'array'),
            CONSTRAINT ck_candidates_education CHECK (jsonb_typeof(education) = 'array'),
            CONSTRAINT ck_candidates_work_history CHECK (jsonb_typeof(work_history) = 'array'),
            CONSTRAINT ck_candidates_certifications CHECK (jsonb_typeof(certifications) = 'array'),
            CONSTRAINT ck_candidates_languages CHECK (jsonb_typeof(languages) = 'array'),
            CONSTRAINT ck_candidates_provenance CHECK (jsonb_typeof(provenance) = 'object'),
            CONSTRAINT ck_candidates_merged
                CHECK (merged_into_id IS NULL OR (merged_into_id <> id AND deleted_at IS NOT NULL)),
            CONSTRAINT fk_candidates_merged_into_id FOREIGN KEY (merged_into_id)
                REFERENCES candidates (id) ON DELETE SET NULL
        )
    """)
    op.execute("""
        CREATE INDEX idx_candidates_email ON candidates (email);
        CREATE INDEX idx_candidates_skills ON candidates USING gin (skills jsonb_path_ops);
        CREATE INDEX ix_candidates_full_name ON candidates (lower(full_name) text_pattern_ops);
        CREATE INDEX ix_candidates_full_name_trigrams
            ON candidates USING gin (lower(full_name) gin_trgm_ops);
        CREATE INDEX ix_candidates_merged_into
            ON candidates (merged_into_id) WHERE merged_into_id IS NOT NULL;
        CREATE INDEX ix_candidates_newest_live ON candidates (created_at, id) WHERE deleted_at IS NULL;
        CREATE INDEX ix_candidates_phone ON candidates (phone);
        CREATE UNIQUE INDEX uq_candidates_email_live
            ON candidates (lower(email)) WHERE deleted_at IS NULL;
    """)
    op.execute("""
        COMMENT ON TABLE candidates IS
            'People who might be hired';
        COMMENT ON COLUMN candidates.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN candidates.email IS
            'Main address; null for a person whose résumé names none';
        COMMENT ON COLUMN candidates.first_name IS
            'Given name; empty where none is known';
        COMMENT ON COLUMN candidates.last_name IS
            'Family name; empty where none is known';
        COMMENT ON COLUMN candidates.full_name IS
            'Both names, as search sees them';
        COMMENT ON COLUMN candidates.phone IS
            'Main telephone number, E.164';
        COMMENT ON COLUMN candidates.location IS
            'Where the person lives';
        COMMENT ON COLUMN candidates.resume_url IS
            'Where the newest résumé is';
        COMMENT ON COLUMN candidates.linkedin_url IS
            'LinkedIn profile';
        COMMENT ON COLUMN candidates.portfolio_url IS
            'Portfolio or home page';
        COMMENT ON COLUMN candidates.experience_months IS
            'Months of professional experience';
        COMMENT ON COLUMN candidates.years_of_experience IS
            'Years of experience, rounded from the months';
        COMMENT ON COLUMN candidates.current_company IS
            'Where the person works now';
        COMMENT ON COLUMN candidates.current_title IS
            'What the person works as now';
        COMMENT ON COLUMN candidates.skills IS
            'Skills: [{"name", "raw", "confidence", "id"}], name as the taxonomy has it';
        COMMENT ON COLUMN candidates.education IS
            'Degrees, newest first';
        COMMENT ON COLUMN candidates.work_history IS
            'Jobs held, newest first';
        COMMENT ON COLUMN candidates.certifications IS
            'Certificates';
        COMMENT ON COLUMN candidates.languages IS
            'Languages spoken, with levels';
        COMMENT ON COLUMN candidates.salary_expectation_min IS
            'Pay hoped for: the lower end';
        COMMENT ON COLUMN candidates.salary_expectation_max IS
            'Pay hoped for: the upper end';
        COMMENT ON COLUMN candidates.salary_expectation_currency IS
            'Pay hoped for: the currency, ISO 4217';
        COMMENT ON COLUMN candidates.salary_expectation_period IS
            'Pay hoped for: what one payment covers';
        COMMENT ON COLUMN candidates.source IS
            'Where the person came from';
        COMMENT ON COLUMN candidates.provenance IS
            'For each field where its value is from: {field: {origin, by, at}}';
        COMMENT ON COLUMN candidates.merged_into_id IS
            'The candidate that this one became';
        COMMENT ON COLUMN candidates.last_activity IS
            'When something last happened with the person';
        COMMENT ON COLUMN candidates.deleted_at IS
            'When the row was soft-deleted; null while it lives';
        COMMENT ON COLUMN candidates.version IS
            'Row version, one more with each change; behind ETag and If-Match';
        COMMENT ON COLUMN candidates.created_at IS
            'When the row was written';
        COMMENT ON COLUMN candidates.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON candidates
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE candidates")
