"""Table communications."""

from __future__ import annotations

from alembic import op

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    op.execute("""
        CREATE TABLE communications (
            id uuid DEFAULT gen_random_uuid() NOT NULL,
            candidate_id uuid NOT NULL,
            application_id uuid,
            author_id uuid,
            direction varchar(10) NOT NULL,
            channel varchar(20) NOT NULL,
            template varchar(100),
            address varchar(255),
            subject varchar(500),
            body text NOT NULL,
            status varchar(50) DEFAULT 'draft' NOT NULL,
            external_id varchar(255),
            error_message text,
            sent_at timestamptz,
            deleted_at timestamptz,
            created_at timestamptz DEFAULT now() NOT NULL,
            updated_at timestamptz DEFAULT now() NOT NULL,
            CONSTRAINT pk_communications PRIMARY KEY (id),
            CONSTRAINT ck_communications_direction CHECK (direction IN ('outbound', 'inbound')),
            CONSTRAINT ck_communications_channel
                CHECK (channel IN ('email', 'sms', 'phone', 'in-person', 'other')),
            CONSTRAINT ck_communications_status
                CHECK (status IN ('draft', 'queued', 'sent', 'delivered', 'failed', 'received')),
            CONSTRAINT ck_communications_received CHECK ((direction = 'inbound') = (status = 'received')),
            CONSTRAINT ck_communications_sent
                CHECK (status NOT IN ('sent', 'delivered', 'received') OR sent_at IS NOT NULL),
            CONSTRAINT fk_communications_candidate_id FOREIGN KEY (candidate_id)
                REFERENCES candidates (id) ON DELETE CASCADE,
            CONSTRAINT fk_communications_application_id FOREIGN KEY (application_id)
                REFERENCES applications (id) ON DELETE SET NULL,
            CONSTRAINT fk_communications_author_id FOREIGN KEY (author_id)
                REFERENCES users (id) ON DELETE RESTRICT
        )
    """)
    op.execute("""
        CREATE INDEX ix_communications_application ON communications (application_id);
        CREATE INDEX ix_communications_candidate ON communications (candidate_id, created_at);
        CREATE INDEX ix_communications_unsent ON communications (created_at) WHERE status = 'queued';
    """)
    op.execute("""
        COMMENT ON TABLE communications IS
            'Messages to and from candidates';
        COMMENT ON COLUMN communications.id IS
            'Key; UUID version 7 when the application made it';
        COMMENT ON COLUMN communications.candidate_id IS
            'Whom it was with';
        COMMENT ON COLUMN communications.application_id IS
            'The application that it was about';
        COMMENT ON COLUMN communications.author_id IS
            'Who of us wrote it; null for the system';
        COMMENT ON COLUMN communications.direction IS
            'outbound from us, inbound from the candidate';
        COMMENT ON COLUMN communications.channel IS
            'How it went';
        COMMENT ON COLUMN communications.template IS
            'Template that it was made from';
        COMMENT ON COLUMN communications.address IS
            'Where it went to or came from';
        COMMENT ON COLUMN communications.subject IS
            'Subject line';
        COMMENT ON COLUMN communications.body IS
            'What was said';
        COMMENT ON COLUMN communications.status IS
            'How far it is';
        COMMENT ON COLUMN communications.external_id IS
            'What the carrier calls it';
        COMMENT ON COLUMN communications.error_message IS
            'Why it failed';
        COMMENT ON COLUMN communications.sent_at IS
            'When it went out, or came in';
        COMMENT ON COLUMN communications.deleted_at IS
            'When the row was soft-deleted; null while it lives';
        COMMENT ON COLUMN communications.created_at IS
            'When the row was written';
        COMMENT ON COLUMN communications.updated_at IS
            'When the row last changed; kept by the trigger set_updated_at';
    """)
    op.execute("""
        CREATE TRIGGER set_updated_at BEFORE UPDATE ON communications
            FOR EACH ROW EXECUTE FUNCTION set_updated_at();
    """)


def downgrade() -> None:
    op.execute("DROP TABLE communications")
