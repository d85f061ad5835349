"""Tables of offers: what is offered, in revisions, and who has to agree first."""

from __future__ import annotations

from sqlalchemy import Column, Date

from ats_core.store.schema import (
    LIVE,
    at_least,
    check,
    decimal,
    deleted_at,
    index,
    is_object,
    json_object,
    moment,
    one_of,
    reference,
    state,
    table,
    unique,
    version,
    whole,
    words,
)

offers = table(
    "offers",
    "Terms offered to a candidate; changed terms are a new revision",
    reference("application_id", "applications", "RESTRICT", "The application that it answers"),
    whole("revision", "Which offer for the application it is, from 1", default=1),
    state("status", "draft", "How it stands"),
    decimal("salary", 12, 2, "Pay offered"),
    words("salary_currency", 3, "Currency of the pay, ISO 4217"),
    words("salary_period", 10, "What one payment covers"),
    Column("starts_on", Date(), nullable=True, comment="First day of work"),
    json_object("terms", "Everything else that is offered"),
    reference("letter_file_id", "stored_files", "RESTRICT", "The letter that was sent", required=False),
    reference("created_by", "users", "RESTRICT", "Who drew it up", required=False),
    moment("extended_at", "When the candidate got it"),
    moment("expires_at", "Until when the candidate may accept"),
    moment("accepted_at", "When the candidate accepted"),
    moment("declined_at", "When the candidate declined"),
    words("decline_reason", None, "Why the candidate declined"),
    moment("withdrawn_at", "When we took it back"),
    deleted_at(),
    version(),
    at_least("revision", 1),
    one_of(
        "status",
        "draft",
        "pending-approval",
        "approved",
        "extended",
        "accepted",
        "declined",
        "expired",
        "withdrawn",
    ),
    at_least("salary", 0),
    check("salary_currency", "salary_currency ~ '^[A-Z]{3}$'"),
    one_of("salary_period", "hour", "day", "month", "year"),
    check(
        "salary_complete",
        "salary IS NULL OR (salary_currency IS NOT NULL AND salary_period IS NOT NULL)",
    ),
    is_object("terms"),
    check(
        "extended", "status NOT IN ('extended', 'accepted', 'declined', 'expired') OR extended_at IS NOT NULL"
    ),
    check("accepted", "(status = 'accepted') = (accepted_at IS NOT NULL)"),
    check("declined", "(status = 'declined') = (declined_at IS NOT NULL)"),
    check("withdrawn", "(status = 'withdrawn') = (withdrawn_at IS NOT NULL)"),
    check("expires_at", "expires_at > extended_at"),
    unique("uq_offers_revision", "application_id", "revision"),
    unique(
        "uq_offers_open",
        "application_id",
        where=f"status IN ('draft', 'pending-approval', 'approved', 'extended', 'accepted') AND {LIVE}",
    ),
    index("ix_offers_status", "status"),
)

offer_approvals = table(
    "offer_approvals",
    "Decisions asked for on an offer before it goes out",
    reference("offer_id", "offers", "CASCADE", "The offer to decide on"),
    reference("approver_id", "users", "RESTRICT", "Who is to decide"),
    whole("step", "Place in the order of approvals, from 1", default=1),
    state("status", "pending", "What was decided, if anything yet"),
    words("comments", None, "What the approver said"),
    moment("decided_at", "When it was decided"),
    at_least("step", 1),
    one_of("status", "pending", "approved", "rejected"),
    check("decided", "(status = 'pending') = (decided_at IS NULL)"),
    unique("uq_offer_approvals_approver", "offer_id", "approver_id", "step"),
    index("ix_offer_approvals_approver_pending", "approver_id", where="status = 'pending'"),
)
