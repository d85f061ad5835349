"""Table jobs."""

from __future__ import annotations

from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE jobs (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            title varchar(255) NOT NULL,
            description text,
            department_id uuid,
            hiring_manager_id uuid NOT NULL,
            created_by uuid,
            location varchar(255) NOT NULL,
            employment_type varchar(50) NOT NULL,
            salary_range_min numeric(12, 2),
            salary_range_max numeric(12, 2),
            salary_range_currency varchar(3),
            salary_range_period varchar(10),
            required_skills jsonb DEFAULT '[]'::jsonb NOT NULL,
            preferred_skills jsonb DEFAULT '[]'::jsonb NOT NULL,
            required_experience_months integer,
            required_education text,
            status varchar(50) DEFAULT 'draft' NOT NULL,
            requisition_number varchar(50) NOT NULL,
            openings_count integer DEFAULT 1 NOT NULL,
            submitted_at timestamptz,
            approved_at timestamptz,
            approved_by uuid,
            published_at timestamptz,
            closed_at timestamptz,
            close_reason text,
            archived_at timestamptz,
            deleted_at timestamptz,
            version integer DEFAULT 1 NOT NULL,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_jobs PRIMARY KEY (id),
            CONSTRAINT ck_jobs_salary_range CHECK (salary_range_min <= salary_range_max),
            CONSTRAINT ck_jobs_salary_range_min CHECK (salary_range_min >= 0),
            CONSTRAINT ck_jobs_salary_range_max CHECK (salary_range_max >= 0),
            CONSTRAINT ck_jobs_salary_range_currency CHECK (salary_range_currency ~ '^[A-Z]{3}$'),
            CONSTRAINT ck_jobs_salary_range_period
                CHECK (salary_range_period IN ('hour', 'day', 'month', 'year')),
            CONSTRAINT ck_jobs_title_not_blank CHECK (btrim(title) <> ''),
            CONSTRAINT ck_jobs_location_not_blank CHECK (btrim(location) <> ''),
            CONSTRAINT ck_jobs_requisition_number_not_blank CHECK (btrim(requisition_number) <> ''),
            CONSTRAINT ck_jobs_employment_type
                CHECK (employment_type IN ('full-time', 'part-time', 'contract', 'intern',
                    'temporary')),
            CONSTRAINT ck_jobs_status
                CHECK (status IN ('draft', 'pending-approval', 'approved', 'open', 'on-hold',
                    'closed', 'archived')),
            CONSTRAINT ck_jobs_required_education
                CHECK (required_education IN ('none', 'high-school', 'vocational', 'bachelor',
                    'master', 'doctorate')),
            CONSTRAINT ck_jobs_required_skills CHECK (jsonb_typeof(required_skills) = 'array'),
            CONSTRAINT ck_jobs_preferred_skills CHECK (jsonb_typeof(preferred_skills) = 'array'),
            CONSTRAINT ck_jobs_required_experience_months CHECK (required_experience_months >= 0),
            CONSTRAINT ck_jobs_openings_count CHECK (openings_count >= 1),
            CONSTRAINT ck_jobs_submitted CHECK (status <> 'pending-approval'
                OR submitted_at IS NOT NULL),
            CONSTRAINT ck_jobs_approved
                CHECK (status <> 'approved' OR (approved_at IS NOT NULL AND approved_by IS NOT NULL)),
            CONSTRAINT ck_jobs_published CHECK (status <> 'open' OR published_at IS NOT NULL),
            CONSTRAINT ck_jobs_closed CHECK (status <> 'closed' OR closed_at IS NOT NULL),
            CONSTRAINT ck_jobs_archived CHECK (status <> 'archived' OR archived_at IS NOT NULL),
            CONSTRAINT fk_jobs_department_id FOREIGN KEY (department_id)
                REFERENCES departments (id) ON DELETE RESTRICT,
            CONSTRAINT fk_jobs_hiring_manager_id FOREIGN KEY (hiring_manager_id)
                REFERENCES users (id) ON DELETE RESTRICT,
            CONSTRAINT fk_jobs_created_by FOREIGN KEY (created_by)
                REFERENCES users (id) ON DELETE RESTRICT,
            CONSTRAINT fk_jobs_approved_by FOREIGN KEY (approved_by)
                REFERENCES users (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX idx_jobs_hiring_manager ON jobs (hiring_manager_id);
        CREATE INDEX idx_jobs_status ON jobs (status);
        CREATE INDEX ix_jobs_department ON jobs (department_id);
        CREATE INDEX ix_jobs_newest_live ON jobs (created_at, id) WHERE deleted_at IS NULL;
        CREATE UNIQUE INDEX uq_jobs_requisition_number ON jobs (requisition_number);
    """)
    op.execute("""
        COMMENT ON TABLE jobs IS
            'A requisition and its posting';
        COMMENT ON COLUMN jobs.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN jobs.title IS
            'Title of the job';
        COMMENT ON COLUMN jobs.description IS
            'What the job is, as the posting says it';
        COMMENT ON COLUMN jobs.department_id IS
            'Where the job is';
        COMMENT ON COLUMN jobs.hiring_manager_id IS
            'Who decides on hires';
        COMMENT ON COLUMN jobs.created_by IS
            'Who opened the requisition';
        COMMENT ON COLUMN jobs.location IS
            'Where the work is done';
        COMMENT ON COLUMN jobs.employment_type IS
            'What kind of employment it is';
        COMMENT ON COLUMN jobs.salary_range_min IS
            'Pay offered: the lower end';
        COMMENT ON COLUMN jobs.salary_range_max IS
            'Pay offered: the upper end';
        COMMENT ON COLUMN jobs.salary_range_currency IS
            'Pay offered: the currency, ISO 4217';
        COMMENT ON COLUMN jobs.salary_range_period IS
            'Pay offered: what one payment covers';
        COMMENT ON COLUMN jobs.required_skills IS
            'Skills that a candidate must have: [{"name": "Python", "id": ...}]';
        COMMENT ON COLUMN jobs.preferred_skills IS
            'Skills that are welcome, in the same shape';
        COMMENT ON COLUMN jobs.required_experience_months IS
            'Months of experience asked for';
        COMMENT ON COLUMN jobs.required_education IS
            'Lowest level of education asked for';
        COMMENT ON COLUMN jobs.status IS
            'Where the job is in its life';
        COMMENT ON COLUMN jobs.requisition_number IS
            'Number that people quote; once given it never comes back';
        COMMENT ON COLUMN jobs.openings_count IS
            'How many people are to be hired';
        COMMENT ON COLUMN jobs.submitted_at IS
            'When it was last submitted for approval';
        COMMENT ON COLUMN jobs.approved_at IS
            'When it was approved';
        COMMENT ON COLUMN jobs.approved_by IS
            'Who approved it';
        COMMENT ON COLUMN jobs.published_at IS
            'When it was first published';
        COMMENT ON COLUMN jobs.closed_at IS
            'When it was last closed';
        COMMENT ON COLUMN jobs.close_reason IS
            'Why it was closed';
        COMMENT ON COLUMN jobs.archived_at IS
            'When it was archived';
        COMMENT ON COLUMN jobs.deleted_at IS
            'When the row was soft-deleted; null while it lives';
        COMMENT ON COLUMN jobs.version IS
            'Row version, one more with each change; behind ETag and If-Match';
        COMMENT ON COLUMN jobs.created_at IS
            'When the row was written';
        COMMENT ON COLUMN jobs.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON jobs
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE jobs")
