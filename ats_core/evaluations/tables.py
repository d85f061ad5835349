"""The table of evaluations: what one person thinks of one application."""

from __future__ import annotations

from ats_core.store.schema import (
    LIVE,
    between,
    check,
    decimal,
    deleted_at,
    index,
    is_list,
    json_list,
    moment,
    one_of,
    reference,
    table,
    unique,
    version,
    words,
)

evaluations = table(
    "evaluations",
    "A scorecard that one person fills in for one application",
    reference("application_id", "applications", "RESTRICT", "The application that is judged"),
    reference("evaluator_id", "users", "RESTRICT", "Who judges"),
    reference("interview_id", "interviews", "SET NULL", "The interview that it follows", required=False),
    json_list("scorecard", 'Attributes judged: [{"attribute", "rating", "comment"}]'),
    decimal("rating", 3, 2, "Overall rating, 1 to 5"),
    words("recommendation", 50, "Whether to go on with the candidate"),
    words("summary", None, "The judgement in words"),
    moment("submitted_at", "When it was handed in; null while a draft"),
    deleted_at(),
    version(),
    is_list("scorecard"),
    between("rating", 1, 5),
    one_of("recommendation", "strong-no", "no", "neutral", "yes", "strong-yes"),
    check("submitted", "submitted_at IS NULL OR recommendation IS NOT NULL"),
    unique("uq_evaluations_evaluator_live", "application_id", "evaluator_id", where=LIVE),
    index("ix_evaluations_evaluator", "evaluator_id"),
    index("ix_evaluations_interview", "interview_id"),
)
