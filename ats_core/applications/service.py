"""The operations on applications."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ats_core.access import hiring_team, recruiters, staff
from ats_core.applications import decisions, model
from ats_core.applications.model import (
    AlreadyApplied,
    Application,
    ApplicationPage,
    History,
    ReasonKey,
    RejectionReasons,
    Stage,
    StageKey,
    Stages,
    Status,
)
from ats_core.candidates.model import Candidate
from ats_core.errors import NotFound, UnknownReference
from ats_core.fields import Cursor, Limit, PageNumber, Remark, Short
from ats_core.jobs.model import Job, JobRef, require_open_for_candidates
from ats_core.jobs.service import require_version
from ats_core.matching import learning, scoring
from ats_core.operations import Service, operation
from ats_core.paging import DEFAULT_LIMIT, listing, window


class ApplicationService(Service):
    """Candidates on jobs: applying, moving along the stages, and how it ended."""

    noun = "applications"

    @operation("POST", "/applications", allow=recruiters, status=201)
    def apply(self, job_id: JobRef, candidate_id: UUID, source: Short | None = None) -> Application:
        """A new application of the candidate on the job, at the first stage.

        One who has applied before may apply again once that application has ended.
        """
        job = self._job(job_id)
        candidate = self.tx.candidates.get(candidate_id, lock=True)
        if candidate is None:
            raise NotFound.of("candidate", candidate_id)
        running = self.tx.applications.active(job.id, candidate_id)
        if running is not None:
            raise AlreadyApplied(
                f"{candidate.full_name} has a running application on {job.requisition_number}.",
                hint=f"ats application show {running.id}",
                application_id=str(running.id),
            )
        return self._application(self.enter(job, candidate, source or candidate.source)[0])

    def enter(self, job: Job, candidate: Candidate, source: str | None) -> tuple[UUID, float]:
        """`(id, score)` of a new application; the caller has made sure that none is running."""
        require_open_for_candidates(job)
        first = self.tx.applications.stages()[0]
        key = self.tx.applications.add(
            {
                "job_id": job.id,
                "candidate_id": candidate.id,
                "stage_id": first.id,
                "source": source,
                "attempt": self.tx.applications.attempts(job.id, candidate.id) + 1,
                "applied_at": self.now,
                "last_stage_change": self.now,
                "created_at": self.now,
                "updated_at": self.now,
            }
        )
        self.tx.applications.append(key, "applied", self.actor.id, self.now, to_stage_id=first.id)
        self.tx.record(
            "application.created",
            ("application", key),
            ["stage"],
            job_id=str(job.id),
            candidate_id=str(candidate.id),
        )
        return key, scoring.keep_score(self.tx, job, candidate, key, self.now)

    @operation("GET", "/applications", allow=hiring_team)
    def list(
        self,
        job_id: JobRef | None = None,
        candidate_id: UUID | None = None,
        status: Status | None = None,
        stage: StageKey | None = None,
        limit: Limit = DEFAULT_LIMIT,
        cursor: Cursor | None = None,
        page: PageNumber | None = None,
    ) -> ApplicationPage:
        """Applications, newest first."""
        job = self._job(job_id).id if job_id is not None else None
        found, total, capped = self.tx.applications.page(
            window(limit, cursor, page), job, candidate_id, status, stage
        )
        return ApplicationPage(applications=found, **listing(found, (total, capped), limit, page))

    @operation("GET", "/applications/{application_id}", allow=hiring_team)
    def get(self, application_id: UUID) -> Application:
        """One application."""
        return self._application(application_id)

    @operation("GET", "/applications/{application_id}/history", allow=hiring_team)
    def history(self, application_id: UUID) -> History:
        """All that happened to the application, oldest first."""
        self._application(application_id)
        return History(events=self.tx.applications.history(application_id))

    @operation("POST", "/applications/{application_id}/move", allow=hiring_team)
    def move(
        self,
        application_id: UUID,
        to: StageKey,
        note: Remark | None = None,
        override_reason: Remark | None = None,
        if_match: int | None = None,
    ) -> Application:
        """The application, at stage `to`.

        The history keeps the score of that moment; `override_reason` says why it was gone against.
        """
        before = self._locked(application_id, if_match)
        stage = self._stage(to)
        return self._change(
            before,
            "moved",
            model.move(before, stage, self.now),
            note,
            from_stage=before.stage,
            to_stage=stage.key,
            override_reason=override_reason,
        )

    @operation("POST", "/applications/{application_id}/reject", allow=hiring_team)
    def reject(
        self,
        application_id: UUID,
        reason: ReasonKey,
        note: Remark | None = None,
        override_reason: Remark | None = None,
        if_match: int | None = None,
    ) -> Application:
        """The application, rejected for a reason; a person does this, no score ever does.

        The history keeps the score of that moment; `override_reason` says why it was gone against.
        """
        before = self._locked(application_id, if_match)
        chosen = next((r for r in self.tx.applications.reasons() if r.key == reason), None)
        if chosen is None:
            known = ", ".join(r.key for r in self.tx.applications.reasons())
            raise NotFound(f"There is no rejection reason {reason}.", hint=f"Reasons are: {known}.")
        return self._change(
            before, "rejected", model.reject(before, chosen, self.now), note,
            reason_id=chosen.id, override_reason=override_reason,
        )  # fmt: skip

    @operation("POST", "/applications/{application_id}/withdraw", allow=hiring_team)
    def withdraw(
        self, application_id: UUID, note: Remark | None = None, if_match: int | None = None
    ) -> Application:
        """The application, withdrawn by the candidate."""
        before = self._locked(application_id, if_match)
        return self._change(before, "withdrawn", model.withdraw(before, self.now), note)

    @operation("POST", "/applications/{application_id}/hire", allow=hiring_team)
    def hire(
        self,
        application_id: UUID,
        note: Remark | None = None,
        override_reason: Remark | None = None,
        if_match: int | None = None,
    ) -> Application:
        """The application, hired; refused when all openings of the job are filled.

        The history keeps the score of that moment; `override_reason` says why it was gone against.
        """
        # The job first, always: two hires for the last opening wait for one another here.
        job = self._job(self._application(application_id).job_id, lock=True)
        before = self._locked(application_id, if_match)
        terminal = next(s for s in self.tx.applications.stages() if s.is_terminal)
        changes = model.hire(
            before, terminal, job.openings_count, self.tx.applications.hired_count(job.id), self.now
        )
        return self._change(
            before, "hired", changes, note,
            from_stage=before.stage, to_stage=terminal.key, override_reason=override_reason,
        )  # fmt: skip

    @operation("POST", "/applications/{application_id}/reopen", allow=hiring_team)
    def reopen(
        self, application_id: UUID, note: Remark | None = None, if_match: int | None = None
    ) -> Application:
        """The application, active again: undoes a rejection, a withdrawal or a hire."""
        before = self._locked(application_id, if_match)
        running = self.tx.applications.active(before.job_id, before.candidate_id)
        if running is not None and running.id != before.id:
            raise AlreadyApplied(
                f"{before.candidate_name} has a newer, running application on {before.requisition_number}.",
                hint=f"ats application show {running.id}",
                application_id=str(running.id),
            )
        events = self.tx.applications.history(application_id)
        ended_by_hire = before.status is Status.HIRED
        back_to = (
            next(e.from_stage for e in reversed(events) if e.type == "hired")
            if ended_by_hire
            else before.stage
        )
        stage = self._stage(back_to or before.stage)
        return self._change(
            before, "reopened", model.reopen(before, stage, self.now), note,
            from_stage=before.stage, to_stage=stage.key,
        )  # fmt: skip

    @operation("GET", "/stages", allow=staff)
    def stages(self) -> Stages:
        """The stages that an application goes through, in their order."""
        return Stages(stages=self.tx.applications.stages())

    @operation("GET", "/rejection-reasons", allow=staff)
    def rejection_reasons(self) -> RejectionReasons:
        """The reasons that a rejection can have."""
        return RejectionReasons(rejection_reasons=self.tx.applications.reasons())

    def _job(self, ref: JobRef | UUID, *, lock: bool = False) -> Job:
        job = self.tx.jobs.get(ref, lock=lock)
        if job is None:
            raise NotFound.of("job", ref)
        return job

    def _application(self, application_id: UUID) -> Application:
        found = self.tx.applications.get(application_id)
        if found is None:
            raise NotFound.of("application", application_id)
        return found

    def _locked(self, application_id: UUID, if_match: int | None) -> Application:
        found = self.tx.applications.get(application_id, lock=True)
        if found is None:
            raise NotFound.of("application", application_id)
        require_version(found.version, if_match)
        return found

    def _stage(self, key: str) -> Stage:
        stages = self.tx.applications.stages()
        found = next((s for s in stages if s.key == key), None)
        if found is None:
            known = ", ".join(s.key for s in stages)
            raise UnknownReference(
                f"There is no stage {key}.",
                hint=f"Stages are: {known}.",
                errors=[{"pointer": "/to", "code": "unknown", "detail": f"is none of {known}"}],
            )
        return found

    def _change(
        self,
        before: Application,
        kind: str,
        changes: dict[str, Any],
        note: str | None,
        *,
        from_stage: str | None = None,
        to_stage: str | None = None,
        reason_id: UUID | None = None,
        override_reason: str | None = None,
    ) -> Application:
        """Saves `changes`, and the history entry, event and audit row that go with them."""
        ids = {s.key: s.id for s in self.tx.applications.stages()}
        # Before the outcome is remembered, which would move the score.
        score = decisions.recorded(self.tx, before, self.now, override_reason)
        self.tx.applications.change(before.id, changes, self.now)
        self.tx.applications.append(
            before.id,
            kind,
            self.actor.id,
            self.now,
            from_stage_id=ids.get(from_stage or ""),
            to_stage_id=ids.get(to_stage or ""),
            reason_id=reason_id,
            note=note,
            data=score,
        )
        self.tx.record(
            f"application.{kind}",
            ("application", before.id),
            [*changes],
            job_id=str(before.job_id),
            candidate_id=str(before.candidate_id),
            from_stage=from_stage,
            to_stage=to_stage,
        )
        after = self._application(before.id)
        learning.remember_ending(
            self.tx, before.job_id, before.candidate_id, kind, self.actor.id, self.now,
            reason=after.rejection_reason, application_id=before.id,
        )  # fmt: skip
        return after
