"""The table of match scores."""

from __future__ import annotations

from ats_core.store.schema import (
    between,
    decimal,
    index,
    is_object,
    json_object,
    moment,
    not_blank,
    reference,
    table,
    unique,
    words,
)

match_scores = table(
    "match_scores",
    "How well a candidate fits a job, and why; the newest score of each pair",
    reference("job_id", "jobs", "CASCADE", "The job"),
    reference("candidate_id", "candidates", "CASCADE", "The candidate"),
    reference(
        "application_id", "applications", "SET NULL", "The application that carries the score", required=False
    ),
    decimal("score", 5, 2, "How well they fit, 0 to 100", required=True),
    json_object("explanation", "The terms that add up to the score"),
    decimal("confidence", 4, 3, "How sure the matcher is, 0 to 1"),
    words("matcher_version", 50, "Version of the matcher", required=True),
    moment("computed_at", "When it was worked out", now=True),
    between("score", 0, 100),
    between("confidence", 0, 1),
    is_object("explanation"),
    not_blank("matcher_version"),
    unique("uq_match_scores_pair", "job_id", "candidate_id"),
    index("ix_match_scores_ranking", "job_id", "score DESC", "candidate_id"),
    index("ix_match_scores_candidate", "candidate_id"),
    index("ix_match_scores_application", "application_id"),
)
