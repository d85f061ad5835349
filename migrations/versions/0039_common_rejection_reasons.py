"""The reasons for rejection that everybody starts with."""

from __future__ import annotations

from alembic import op

revision = "0039"
down_revision = "0038"


def upgrade() -> None:
    op.execute("""
        INSERT INTO rejection_reasons (key, name, candidate_facing) VALUES
            ('not-qualified', 'Not qualified',
             'Other candidates matched the requirements of the role more closely.'),
            ('not-enough-experience', 'Not enough experience',
             'We are looking for somebody with more experience in this field.'),
            ('missing-skills', 'Missing skills',
             'The role needs skills that we did not find in your application.'),
            ('another-candidate', 'Another candidate was chosen',
             'We have decided to go on with another candidate.'),
            ('salary', 'Salary expectation',
             'What we can pay and what you expect are too far apart.'),
            ('location', 'Location or work permit',
             'The role is bound to a place or a permit that does not fit.'),
            ('no-response', 'No response',
             'We could not reach you, and have closed your application.'),
            ('position-closed', 'Position closed',
             'The position is no longer open.'),
            ('other', 'Other',
             'We will not go on with your application.')
        ON CONFLICT (key) DO NOTHING
    """)


def downgrade() -> None:
    # Those that rejections name stay, until their table goes; the upgrade leaves them as they are.
    op.execute("""
        DELETE FROM rejection_reasons r WHERE key IN (
            'not-qualified',
            'not-enough-experience',
            'missing-skills',
            'another-candidate',
            'salary',
            'location',
            'no-response',
            'position-closed',
            'other'
        )
        AND NOT EXISTS (SELECT 1 FROM applications a WHERE a.rejection_reason_id = r.id)
        AND NOT EXISTS (SELECT 1 FROM application_events e WHERE e.reason_id = r.id)
    """)
