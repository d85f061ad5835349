"""Table match_models."""

from __future__ import annotations

from alembic import op

revision = "0045"
down_revision = "0044"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE match_models (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            version varchar(50) NOT NULL,
            status varchar(50) DEFAULT 'candidate' NOT NULL,
            artifact jsonb DEFAULT '{}'::jsonb NOT NULL,
            figures jsonb DEFAULT '{}'::jsonb NOT NULL,
            reason text,
            outcomes integer DEFAULT 0 NOT NULL,
            promoted_at timestamptz,
            replaced_id uuid,
            created_by uuid,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_match_models PRIMARY KEY (id),
            CONSTRAINT ck_match_models_status CHECK (status IN ('candidate', 'promoted', 'retired')),
            CONSTRAINT ck_match_models_outcomes CHECK (outcomes >= 0),
            CONSTRAINT ck_match_models_artifact CHECK (jsonb_typeof(artifact) = 'object'),
            CONSTRAINT ck_match_models_figures CHECK (jsonb_typeof(figures) = 'object'),
            CONSTRAINT ck_match_models_version_not_blank CHECK (btrim(version) <> ''),
            CONSTRAINT ck_match_models_promoted CHECK ((status <> 'promoted') OR (promoted_at IS NOT NULL)),
            CONSTRAINT fk_match_models_replaced_id FOREIGN KEY (replaced_id)
                REFERENCES match_models (id) ON DELETE SET NULL,
            CONSTRAINT fk_match_models_created_by FOREIGN KEY (created_by)
                REFERENCES users (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX ix_match_models_created_by ON match_models (created_by);
        CREATE INDEX ix_match_models_replaced ON match_models (replaced_id);
        CREATE UNIQUE INDEX uq_match_models_promoted ON match_models (status) WHERE status = 'promoted';
        CREATE UNIQUE INDEX uq_match_models_version ON match_models (version);
    """)
    op.execute("""
        COMMENT ON TABLE match_models IS
            'Adjustments of the match score that were learned from outcomes';
        COMMENT ON COLUMN match_models.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN match_models.version IS
            'Name of the model';
        COMMENT ON COLUMN match_models.status IS
            'How it stands';
        COMMENT ON COLUMN match_models.artifact IS
            'The trees, the calibration and the card';
        COMMENT ON COLUMN match_models.figures IS
            'How it and the model before it did on outcomes kept out of the learning';
        COMMENT ON COLUMN match_models.reason IS
            'Why it was not promoted; null if it was';
        COMMENT ON COLUMN match_models.outcomes IS
            'How many outcomes it has learned from';
        COMMENT ON COLUMN match_models.promoted_at IS
            'When it came into force; null if never';
        COMMENT ON COLUMN match_models.replaced_id IS
            'The model before it; null for the one shipped';
        COMMENT ON COLUMN match_models.created_by IS
            'Who started the learning';
        COMMENT ON COLUMN match_models.created_at IS
            'When the row was written';
        COMMENT ON COLUMN match_models.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON match_models
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE match_models")
