"""The operations of the bias audit, and of the answers that it counts."""

from __future__ import annotations

from uuid import UUID

from ats_core.access import Role, roles, staff
from ats_core.errors import NotFound
from ats_core.fairness.audit import SMALL_SHARE, Scope, audit, tallied
from ats_core.fairness.model import (
    CONSENT_TEXT,
    CONSENT_VERSION,
    RACES,
    SELECTED_MEANS,
    SEXES,
    Day,
    Questions,
    Selected,
    SelfIdentification,
    SelfIdentified,
)
from ats_core.fairness.report import BiasAudit
from ats_core.fields import YesNo
from ats_core.jobs.model import JobRef
from ats_core.operations import Done, Service, operation

auditors = roles("auditors (admins)", Role.ADMIN)

FEWEST_SHOWN = 5  # people; a smaller group could be told person by person


class FairnessService(Service):
    """Whether selection and scores treat all groups alike; what candidates said of themselves, by consent."""

    noun = "fairness"

    @operation("GET", "/self-identification/questions", allow=staff)
    def questions(self) -> Questions:
        """What candidates are asked about themselves, with the text that they consent to."""
        return Questions(
            consent_version=CONSENT_VERSION,
            consent_text=CONSENT_TEXT,
            sex=list(SEXES),
            race_ethnicity=list(RACES),
        )

    @operation("PUT", "/candidates/{candidate_id}/self-identification", allow=auditors)
    def identify(self, candidate_id: UUID, answers: SelfIdentification) -> SelfIdentified:
        """Keeps what the candidate said, with their consent, in the place of what they said before.

        No operation gives the answers back: they are counted by the bias audit, and nothing else reads them.
        """
        if self.tx.candidates.get(candidate_id, lock=True) is None:
            raise NotFound.of("candidate", candidate_id)
        self.tx.self_identifications.keep(candidate_id, answers, self.now)
        self.tx.record(
            "candidate.self_identified", ("candidate", candidate_id), ["self_identification"],
            consent_version=answers.consent_version,
        )  # fmt: skip
        return SelfIdentified(
            candidate_id=candidate_id, consent_version=answers.consent_version, consented_at=self.now
        )

    @operation("DELETE", "/candidates/{candidate_id}/self-identification", allow=auditors)
    def withdraw(self, candidate_id: UUID) -> Done:
        """Deletes what the candidate said, for good: consent is withdrawn. A deleted candidate's, too."""
        if not self.tx.self_identifications.forget(candidate_id):
            raise NotFound(f"Candidate {candidate_id} has not said anything of themselves.")
        self.tx.record(
            "candidate.self_identification_deleted", ("candidate", candidate_id), ["self_identification"]
        )
        return Done()

    @operation("POST", "/fairness/audit", allow=auditors)
    def audit(
        self,
        job_id: JobRef | None = None,
        since: Day | None = None,
        until: Day | None = None,
        selected: Selected = "interview",
        leave_out_small: YesNo = True,
    ) -> BiasAudit:
        """Selection rates, scoring rates and impact ratios of the applications on a job, or on all.

        `since` and `until` are days (UTC) on which people applied, both included. Selected means `interview`
        (reached that stage or a later one, or hired) or `hired`. Groups under 2 % stay out of the ratios
        unless `leave_out_small` is false. Groups of fewer than 5 people are not shown. It is on the audit
        trail who ran it.
        """
        from ats_core.matcher import MATCHER_VERSION

        job = None if job_id is None else self.tx.jobs.get(job_id)
        if job_id is not None and job is None:
            raise NotFound.of("job", job_id)
        found = self.tx.self_identifications.applied(job.id if job else None, since, until, selected)
        tallies, middle = tallied(found.people)
        scope = Scope(
            audited_on=self.now.date(),
            source="Applications in this ATS, each once; sex and race/ethnicity as candidates said of "
            "themselves, by consent; scores as last computed.",
            selected_means=SELECTED_MEANS[selected],
            matcher_version=MATCHER_VERSION,
            job=job.requisition_number if job else None,
            since=since,
            until=until,
            leave_out_below=SMALL_SHARE if leave_out_small else 0.0,
            hide_below=FEWEST_SHOWN,
        )
        made = audit(tallies, scope, middle)
        if job is not None:
            self.tx.record("fairness.audited", ("job", job.id))
        if found.open:
            waiting = f"{found.open} applications are still open and count as not selected."
            made = made.model_copy(update={"notes": [*made.notes, waiting]})
        return made
