"""The table of communications: what was said to candidates, and what they said."""

from __future__ import annotations

from ats_core.store.schema import (
    check,
    deleted_at,
    index,
    moment,
    one_of,
    reference,
    state,
    table,
    words,
)

communications = table(
    "communications",
    "Messages to and from candidates",
    reference("candidate_id", "candidates", "CASCADE", "Whom it was with"),
    reference(
        "application_id", "applications", "SET NULL", "The application that it was about", required=False
    ),
    reference("author_id", "users", "RESTRICT", "Who of us wrote it; null for the system", required=False),
    words("direction", 10, "outbound from us, inbound from the candidate", required=True),
    words("channel", 20, "How it went", required=True),
    words("template", 100, "Template that it was made from"),
    words("address", 255, "Where it went to or came from"),
    words("subject", 500, "Subject line"),
    words("body", None, "What was said", required=True),
    state("status", "draft", "How far it is"),
    words("external_id", 255, "What the carrier calls it"),
    words("error_message", None, "Why it failed"),
    moment("sent_at", "When it went out, or came in"),
    deleted_at(),
    one_of("direction", "outbound", "inbound"),
    one_of("channel", "email", "sms", "phone", "in-person", "other"),
    one_of("status", "draft", "queued", "sent", "delivered", "failed", "received"),
    check("received", "(direction = 'inbound') = (status = 'received')"),
    check("sent", "status NOT IN ('sent', 'delivered', 'received') OR sent_at IS NOT NULL"),
    index("ix_communications_candidate", "candidate_id", "created_at"),
    index("ix_communications_application", "application_id"),
    index("ix_communications_unsent", "created_at", where="status = 'queued'"),
)
