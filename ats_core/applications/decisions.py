"""What a decision is recorded with: the score at that moment, what made it, and why it was gone against."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ats_core.applications.model import Application
    from ats_core.store.transaction import Transaction


def score_now(tx: Transaction, application: Application, now: datetime) -> dict[str, Any]:
    """`match_score` (0-100) and the versions that made it; all None if job or candidate are gone.

    It is made anew, with the model and the memory in force: what whoever decides is shown at that moment.
    """
    from ats_core.matching import scoring

    job, candidate = tx.jobs.uncounted(application.job_id), tx.candidates.get(application.candidate_id)
    if job is None or candidate is None:
        return dict.fromkeys(("match_score", "matcher_version", "model_version", "memory_version"))
    result = scoring.score(tx, job, candidate, now)
    return {
        "match_score": result.match_score,
        "matcher_version": result.matcher_version,
        "model_version": result.basis.model,
        "memory_version": result.basis.memory,
    }


def recorded(
    tx: Transaction, application: Application, now: datetime, override_reason: str | None
) -> dict[str, Any]:
    """What the history keeps of a decision besides who, when and what: for `data` of its entry."""
    return {**score_now(tx, application, now), "override_reason": override_reason}
