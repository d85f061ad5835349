"""The operations of blind screening: candidates without the person, judged before they are revealed."""

from __future__ import annotations

from uuid import UUID

from ats_core.access import hiring_team
from ats_core.applications.decisions import score_now
from ats_core.applications.model import Application
from ats_core.candidates.model import Candidate
from ats_core.errors import NotFound
from ats_core.fairness.blinding import view
from ats_core.fairness.blinding.model import (
    BlindApplication,
    BlindMatch,
    BlindRanking,
    Judgement,
    Judgements,
    NotJudged,
    RankedBlindMatch,
    Verdict,
)
from ats_core.fields import Remark
from ats_core.jobs.model import JobRef
from ats_core.matching.service import MatchingService, Top, WhichStatus
from ats_core.operations import Service, operation


class ScreeningService(Service):
    """Blind screening: what people can do without who they are, until somebody has judged."""

    noun = "screening"

    @operation("GET", "/jobs/{job_id}/blind-matches", allow=hiring_team)
    def rank(self, job_id: JobRef, top: Top = 20, status: WhichStatus = "active") -> BlindRanking:
        """The job's candidates, best first, under pseudonyms: no name, address, school, date or gender."""
        ranking = self.other(MatchingService).rank(job_id, top, status)
        key = self.tx.judgements.key()
        people = {c.id: c for c in self.tx.candidates.several([m.candidate_id for m in ranking.matches])}
        verdicts = self.tx.judgements.newest([m.application_id for m in ranking.matches if m.application_id])
        return BlindRanking(
            job_id=ranking.job_id,
            requisition_number=ranking.requisition_number,
            job_title=ranking.job_title,
            total=ranking.total,
            matches=[
                RankedBlindMatch(
                    candidate=view.pseudonym(key, ranking.job_id, m.candidate_id),
                    application_id=m.application_id,
                    rank=m.rank,
                    stage=m.stage or "",
                    status=m.status or "",
                    verdict=verdicts.get(m.application_id),
                    **view.match_values(m, view.redactor(people[m.candidate_id])),
                )
                for m in ranking.matches
                if m.application_id is not None
            ],
        )

    @operation("GET", "/applications/{application_id}/blind", allow=hiring_team)
    def get(self, application_id: UUID) -> BlindApplication:
        """One application under a pseudonym: what the person can do, how it fits, what was judged."""
        application = self._application(application_id)
        candidate = self._candidate(application)
        match = self.other(MatchingService).score(candidate.id, str(application.job_id))
        hide = view.redactor(candidate)
        name = view.pseudonym(self.tx.judgements.key(), application.job_id, candidate.id)
        return BlindApplication(
            candidate=name,
            application_id=application.id,
            requisition_number=application.requisition_number,
            job_title=application.job_title,
            stage=application.stage,
            status=application.status.value,
            profile=view.profile(candidate, self.now.date()),
            match=BlindMatch(candidate=name, application_id=application.id, **view.match_values(match, hide)),
            judgements=self._judgements(application_id, candidate),
        )

    @operation("POST", "/applications/{application_id}/judgements", allow=hiring_team, status=201)
    def judge(self, application_id: UUID, verdict: Verdict, reason: Remark) -> Judgement:
        """Puts on record what somebody thinks of an application, with the score that they saw.

        It moves and rejects nobody; once it is there, it may be revealed who it is.
        """
        application = self._application(application_id, lock=True)
        score = score_now(self.tx, application, self.now)
        del score["memory_version"]
        made = self.tx.judgements.add(
            {
                "application_id": application.id,
                "actor_id": self.actor.id,
                "verdict": verdict.value,
                "reason": reason,
                "blind": not self.tx.judgements.is_revealed(application.id),
                "judged_at": self.now,
                **score,
            }
        )
        self.tx.record(
            "application.judged", ("application", application.id), ["judgements"],
            judgement_id=str(made.id), verdict=verdict.value,
        )  # fmt: skip
        return made

    @operation("GET", "/applications/{application_id}/judgements", allow=hiring_team)
    def judgements(self, application_id: UUID) -> Judgements:
        """What people think of the application, oldest first; without the person's name."""
        candidate = self._candidate(self._application(application_id))
        return Judgements(judgements=self._judgements(application_id, candidate))

    @operation("POST", "/applications/{application_id}/reveal", allow=hiring_team)
    def reveal(self, application_id: UUID) -> Application:
        """The application with the person's name, once somebody has judged; it is kept who asked."""
        application = self._application(application_id, lock=True)
        if not self.tx.judgements.of(application_id):
            raise NotJudged(
                "Nobody has judged the application yet.",
                hint=f"ats application judge {application_id} --verdict advance --reason ...",
            )
        self.tx.record("application.revealed", ("application", application.id))
        return application

    def _judgements(self, application_id: UUID, candidate: Candidate) -> list[Judgement]:
        """The judgements; one that was written after the person was revealed may name them."""
        hide = view.redactor(candidate)
        return [
            j.model_copy(update={"reason": hide.text(j.reason) or ""})
            for j in self.tx.judgements.of(application_id)
        ]

    def _application(self, application_id: UUID, *, lock: bool = False) -> Application:
        found = self.tx.applications.get(application_id, lock=lock)
        if found is None:
            raise NotFound.of("application", application_id)
        return found

    def _candidate(self, application: Application) -> Candidate:
        found = self.tx.candidates.get(application.candidate_id)
        if found is None:
            raise NotFound.of("candidate of application", application.id)
        return found
