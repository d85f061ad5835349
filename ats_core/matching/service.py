"""The operations of matching. None of them decides anything about anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from ats_core.access import hiring_team, recruiters
from ats_core.applications.model import Application
from ats_core.candidates.model import Candidate
from ats_core.errors import NotFound
from ats_core.jobs.model import Job, JobChanges, JobRef
from ats_core.jobs.service import JobService
from ats_core.matching import learning, replaying, scoring
from ats_core.matching.model import (
    Batch,
    BatchResult,
    CandidateIds,
    Criteria,
    CriteriaChanges,
    Difference,
    Match,
    RankedMatch,
    Ranking,
    Replay,
    SkillMatch,
    Training,
    WhatIf,
    WhyNot,
)
from ats_core.matching.outcomes import Told
from ats_core.operations import Service, operation, task

if TYPE_CHECKING:
    from ats_core.matcher import MatchResult

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
        return Match(**self._match(self._job(job_id), self._candidate(candidate_id)))

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

    @operation("POST", "/matching/train", allow=hiring_team)
    def train(self, job_id: JobRef, hired_candidate_id: UUID, outcome: Told) -> Training:
        """Writes down what became of a candidate, so that the scores of similar people change at once.

        Hires, rejections with a reason and withdrawals are written down by themselves; this is for how
        somebody has done since (`success`, `failure`), and for outcomes from elsewhere. The model itself is
        learned anew by a refit.
        """
        changed = learning.remember(
            self.tx, self._job(job_id), self._candidate(hired_candidate_id), outcome, self.actor.id, self.now
        )
        return Training(model_updated=changed)

    @operation("POST", "/matching/why-not", allow=hiring_team, reads=True)
    def why_not(self, job_id: JobRef, candidate_id: UUID, top: Top = 10) -> WhyNot:
        """Why a candidate is not among the `top` of a job's active candidates, and what would change that.

        Whoever has not applied is compared all the same.
        """
        from ats_core.matcher import score as matcher_score
        from ats_core.matcher.whynot import smallest_changes

        job, candidate = self._job(job_id), self._candidate(candidate_id)
        asked = scoring.criteria(job)
        model, memory = learning.in_force(self.tx)

        def scored(profile: Any) -> Any:
            return matcher_score(asked, profile, today=self.now.date(), model=model, memory=memory)

        own = scoring.profile(candidate)
        mine = scored(own)
        others = (c for c in self._applicants(job, "active")[0] if c.id != candidate.id)
        rivals = sorted((scored(scoring.profile(c)) for c in others), key=lambda r: -r.match_score)
        last = rivals[min(top, len(rivals)) - 1] if rivals else mine
        rank = 1 + sum(r.match_score > mine.match_score for r in rivals)
        among = rank <= top
        paths = [] if among else smallest_changes(asked, own, last.match_score, scored)
        return WhyNot(
            candidate_id=candidate.id,
            candidate_name=candidate.full_name,
            job_id=job.id,
            top=top,
            rank=rank,
            total=len(rivals) + 1,
            match_score=mine.match_score,
            cut=last.match_score,
            among=among,
            terms=[
                Difference(
                    name=m.name,
                    points=m.points,
                    at_the_cut=c.points,
                    difference=round(m.points - c.points, 2),
                )
                for m, c in zip(mine.parts, last.parts, strict=True)
            ],
            changes=[
                WhatIf(changes=list(p.steps), match_score=p.score, reaches=p.score >= last.match_score)
                for p in paths
            ],
        )

    @operation("GET", "/jobs/{job_id}/matches", allow=hiring_team)
    def rank(self, job_id: JobRef, top: Top = 20, status: WhichStatus = "active") -> Ranking:
        """The job's candidates, best first, each with reasons; ties go by candidate id.

        The order is a help in reading. It hides nobody: `total` says how many there are.
        """
        job = self._job(job_id)
        candidates, applications = self._applicants(job, status)
        scored = [(self._match(job, c), applications[c.id]) for c in candidates]
        scored.sort(key=lambda pair: (-pair[0]["match_score"], pair[0]["candidate_id"]))
        return Ranking(
            job_id=job.id,
            requisition_number=job.requisition_number,
            job_title=job.title,
            total=len(scored),
            matches=[_ranked(place, match, a) for place, (match, a) in enumerate(scored[:top], 1)],
        )

    @operation("GET", "/jobs/{job_id}/pool-matches", allow=hiring_team)
    def pool(self, job_id: JobRef, top: Top = 20) -> Ranking:
        """The best of all candidates for the job, whether they have applied or not; ties go by candidate id.

        An index in memory finds them; the order is that of scoring everybody.
        """
        from ats_core.matching import pool

        job = self._job(job_id)
        applications = {a.candidate_id: a for a in self.tx.applications.of_job(job.id)}
        found, size = pool.best(self.tx, job, self.now, top)
        return Ranking(
            job_id=job.id,
            requisition_number=job.requisition_number,
            job_title=job.title,
            total=size,
            matches=[
                _ranked(place, _shown(job, candidate, result), applications.get(candidate.id))
                for place, (candidate, result) in enumerate(found, 1)
            ],
        )

    @operation("GET", "/jobs/{job_id}/match-criteria", allow=hiring_team)
    def criteria(self, job_id: JobRef) -> Criteria:
        """What matching takes the job to ask for, where each comes from, and what its text suggests."""
        return scoring.stated(self._job(job_id))

    @operation("PUT", "/jobs/{job_id}/match-criteria", allow=recruiters)
    def set_criteria(self, job_id: JobRef, changes: CriteriaChanges, if_match: int | None = None) -> Criteria:
        """Sets what the job asks for; fields that are not named stay as they are."""
        named = {name: getattr(changes, name) for name in changes.model_fields_set}
        self.other(JobService).update(job_id, JobChanges.model_validate(named), if_match)
        return self.criteria(job_id)

    @operation("GET", "/jobs/{job_id}/scores/replay", allow=hiring_team)
    def replay(self, job_id: JobRef, candidate_id: UUID | None = None) -> Replay:
        """The job's stored scores, each made again from what is kept of it, and whether it came out the same.

        A score keeps its features, its terms, and the versions of model and memory that made it.
        """
        job = self._job(job_id)
        scores = [replaying.again(self.tx, kept) for kept in self.tx.matching.kept(job.id, candidate_id)]
        return Replay(job_id=job.id, total=len(scores), same=sum(s.same for s in scores), scores=scores)

    @task(on=("job.updated",))
    def rescore_job(self, job_id: UUID) -> None:
        """Makes the stored scores of a job's running applications anew, as after a change of what it asks."""
        job = self.tx.jobs.uncounted(job_id)
        if job is None:
            return
        candidates, applications = self._applicants(job, "active")
        for candidate in sorted(candidates, key=lambda c: c.id):
            scoring.keep_score(self.tx, job, candidate, applications[candidate.id].id, self.now)
        self.tx.record("job.rescored", ("job", job.id), scores=len(candidates))

    def _applicants(self, job: Job, status: str) -> tuple[list[Candidate], dict[UUID, Application]]:
        """The people behind the job's applications in that state, and each one's application."""
        applications = {
            a.candidate_id: a
            for a in self.tx.applications.of_job(job.id)
            if status in ("all", a.status.value)
        }
        return self.tx.candidates.several(list(applications)), applications

    def _job(self, ref: JobRef) -> Job:
        job = self.tx.jobs.get(ref)
        if job is None:
            raise NotFound.of("job", ref)
        return job

    def _candidate(self, candidate_id: UUID) -> Candidate:
        candidate = self.tx.candidates.get(candidate_id)
        if candidate is None:
            raise NotFound.of("candidate", candidate_id)
        return candidate

    def _match(self, job: Job, candidate: Candidate) -> dict[str, Any]:
        return _shown(job, candidate, scoring.score(self.tx, job, candidate, self.now))


def _shown(job: Job, candidate: Candidate, result: MatchResult) -> dict[str, Any]:
    shown = _only(result.model_dump(), Match)
    return {
        "candidate_id": candidate.id,
        "candidate_name": candidate.full_name,
        "job_id": job.id,
        **shown,
        "skills": [_only(skill, SkillMatch) for skill in shown["skills"]],
        "model_version": result.basis.model,
        "memory_version": result.basis.memory,
    }


def _only(values: dict[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name in model.model_fields}


def _ranked(place: int, match: dict[str, Any], application: Application | None) -> RankedMatch:
    return RankedMatch.model_validate(
        {
            **match,
            "rank": place,
            "application_id": application.id if application else None,
            "stage": application.stage if application else None,
            "status": application.status.value if application else None,
        }
    )
