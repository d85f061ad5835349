"""The operations of matching. None of them decides anything about anybody."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from ats_core.access import hiring_team
from ats_core.applications.model import Application
from ats_core.candidates.model import Candidate
from ats_core.errors import NotFound
from ats_core.jobs.model import Job, JobRef
from ats_core.matching import scoring
from ats_core.matching.model import Batch, BatchResult, CandidateIds, Match, RankedMatch, Ranking
from ats_core.operations import Service, operation

WhichStatus = Annotated[
    Literal["active", "hired", "rejected", "withdrawn", "all"],
    Field(description="Whose applications stand so."),
]
Top = Annotated[int, Field(ge=1, le=1000, description="How many of the best.")]


class MatchingService(Service):
    """How well candidates fit a job, and why."""

    noun = "matching"

    @operation("POST", "/matching/score", allow=hiring_team, reads=True)
    def score(self, candidate_id: UUID, job_id: JobRef) -> Match:
        """The score of one candidate for one job, with its parts, strengths and gaps."""
        job = self._job(job_id)
        candidate = self.tx.candidates.get(candidate_id)
        if candidate is None:
            raise NotFound.of("candidate", candidate_id)
        return Match(**self._match(job, candidate))

    @operation("POST", "/matching/batch", allow=hiring_team, reads=True)
    def batch(self, job_id: JobRef, candidate_ids: CandidateIds) -> Batch:
        """The scores of several candidates for one job, best first."""
        job = self._job(job_id)
        found = self.tx.candidates.several(candidate_ids)
        missing = set(candidate_ids) - {c.id for c in found}
        if missing:
            raise NotFound.of("candidate", sorted(map(str, missing))[0])
        results = [BatchResult(**_only(self._match(job, c), BatchResult)) for c in found]
        results.sort(key=lambda r: (-r.match_score, r.candidate_id))
        return Batch(job_id=job.id, results=results)

    @operation("GET", "/jobs/{job_id}/matches", allow=hiring_team)
    def rank(self, job_id: JobRef, top: Top = 20, status: WhichStatus = "active") -> Ranking:
        """The job's candidates, best first, each with reasons; ties go by candidate id.

        The order is a help in reading. It hides nobody: `total` says how many there are.
        """
        job = self._job(job_id)
        applications = {
            a.candidate_id: a
            for a in self.tx.applications.of_job(job.id)
            if status in ("all", a.status.value)
        }
        candidates = self.tx.candidates.several(list(applications))
        scored = [(self._match(job, c), applications[c.id]) for c in candidates]
        scored.sort(key=lambda pair: (-pair[0]["match_score"], pair[0]["candidate_id"]))
        return Ranking(
            job_id=job.id,
            requisition_number=job.requisition_number,
            job_title=job.title,
            total=len(scored),
            matches=[_ranked(place, match, a) for place, (match, a) in enumerate(scored[:top], 1)],
        )

    def _job(self, ref: JobRef) -> Job:
        job = self.tx.jobs.get(ref)
        if job is None:
            raise NotFound.of("job", ref)
        return job

    def _match(self, job: Job, candidate: Candidate) -> dict[str, Any]:
        result = scoring.score(job, candidate, self.now).model_dump()
        return {
            "candidate_id": candidate.id,
            "candidate_name": candidate.full_name,
            "job_id": job.id,
            **_only(result, Match),
        }


def _only(values: dict[str, Any], model: type[Match] | type[BatchResult]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name in model.model_fields}


def _ranked(place: int, match: dict[str, Any], application: Application) -> RankedMatch:
    return RankedMatch.model_validate(
        {
            **match,
            "rank": place,
            "application_id": application.id,
            "stage": application.stage,
            "status": application.status.value,
        }
    )
