"""Match scores in the database: the newest of each job and candidate."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from ats_core.ids import uuid7
from ats_core.matching.tables import match_scores
from ats_core.store.work import Work


class MatchStore:
    def __init__(self, work: Work) -> None:
        self.work = work

    def keep(
        self,
        job_id: UUID,
        candidate_id: UUID,
        application_id: UUID | None,
        result: Any,
        now: datetime,
    ) -> None:
        """Keeps `result` (the matcher's) as the pair's newest score."""
        values = {
            "application_id": application_id,
            "score": result.match_score,
            "explanation": result.model_dump(mode="json"),
            "confidence": result.confidence,
            "matcher_version": result.matcher_version,
            "computed_at": now,
        }
        self.work.later(
            insert(match_scores)
            .values(id=uuid7(), job_id=job_id, candidate_id=candidate_id, **values)
            .on_conflict_do_update(
                index_elements=[match_scores.c.job_id, match_scores.c.candidate_id], set_=values
            )
        )
