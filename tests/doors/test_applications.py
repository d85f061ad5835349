"""Applications through both doors: stages, endings, and a history that only grows."""

from __future__ import annotations

import pytest

from ats_core.applications.model import (
    AlreadyApplied,
    Application,
    ApplicationClosed,
    ApplicationOpen,
    NoOpeningLeft,
    SameStage,
    Status,
)
from ats_core.candidates.model import NewCandidate
from ats_core.errors import NotFound, RuleRefused, Stale, UnknownReference
from ats_core.jobs.model import NewJob
from ats_sdk import Ats


def applied(ats: Ats, name: str = "Ana", openings: int = 1, job: str | None = None) -> Application:
    number = (
        job or ats.jobs.create(NewJob(title="Dev", location="X", openings_count=openings)).requisition_number
    )
    person = ats.candidates.create(NewCandidate(first_name=name, skills=["Python"]))
    return ats.applications.apply(job_id=number, candidate_id=person.id, source="Referral")


def test_an_application_starts_at_the_first_stage_with_a_score(ats: Ats) -> None:
    application = applied(ats)
    assert (application.stage, application.status, application.attempt) == ("applied", Status.ACTIVE, 1)
    assert application.match_score is not None
    assert ats.jobs.get(application.requisition_number).applications_count == 1
    assert ats.applications.list(job_id=application.requisition_number).applications == [application]


def test_one_running_application_a_job_and_another_after_it_has_ended(ats: Ats) -> None:
    first = applied(ats)
    with pytest.raises(AlreadyApplied):
        ats.applications.apply(job_id=str(first.job_id), candidate_id=first.candidate_id)
    ats.applications.withdraw(first.id)
    second = ats.applications.apply(job_id=str(first.job_id), candidate_id=first.candidate_id)
    assert second.attempt == 2
    with pytest.raises(AlreadyApplied):
        ats.applications.reopen(first.id)


def test_moves_are_recorded_in_order(ats: Ats) -> None:
    application = applied(ats)
    ats.applications.move(application.id, to="screening")
    moved = ats.applications.move(application.id, to="interview", note="Strong call")
    assert moved.stage == "interview"
    ats.applications.reject(
        application.id, reason=ats.applications.rejection_reasons().rejection_reasons[0].key
    )
    events = ats.applications.history(application.id).events
    assert [(e.type, e.from_stage, e.to_stage) for e in events] == [
        ("applied", None, "applied"),
        ("moved", "applied", "screening"),
        ("moved", "screening", "interview"),
        ("rejected", None, None),
    ]
    assert events[2].note == "Strong call"
    assert events[3].reason is not None


def test_a_rejection_has_a_reason_and_can_be_undone(ats: Ats) -> None:
    application = applied(ats)
    with pytest.raises(NotFound):
        ats.applications.reject(application.id, reason="because")
    reason = ats.applications.rejection_reasons().rejection_reasons[0].key
    rejected = ats.applications.reject(application.id, reason=reason)
    assert (rejected.status, rejected.rejection_reason) == (Status.REJECTED, reason)
    assert rejected.ended_at is not None
    with pytest.raises(ApplicationClosed):
        ats.applications.move(application.id, to="offer")
    back = ats.applications.reopen(application.id)
    assert (back.status, back.rejection_reason, back.ended_at) == (Status.ACTIVE, None, None)
    with pytest.raises(ApplicationOpen):
        ats.applications.reopen(application.id)


def test_a_hire_takes_an_opening_and_its_undoing_gives_it_back(ats: Ats) -> None:
    first = applied(ats, "Ana")
    second = applied(ats, "Bo", job=first.requisition_number)
    ats.applications.move(first.id, to="offer")
    assert ats.applications.hire(first.id).stage == "hired"
    with pytest.raises(NoOpeningLeft):
        ats.applications.hire(second.id)
    assert ats.applications.reopen(first.id).stage == "offer"
    assert ats.applications.hire(second.id).status is Status.HIRED


def test_wrong_moves_are_refused_and_change_nothing(ats: Ats) -> None:
    application = applied(ats)
    with pytest.raises(SameStage):
        ats.applications.move(application.id, to="applied")
    with pytest.raises(RuleRefused):
        ats.applications.move(application.id, to="hired")
    with pytest.raises(UnknownReference):
        ats.applications.move(application.id, to="nowhere")
    with pytest.raises(Stale):
        ats.applications.move(application.id, to="offer", if_match=99)
    assert ats.applications.get(application.id) == application
    assert len(ats.applications.history(application.id).events) == 1


def test_a_deleted_job_takes_nobody(ats: Ats) -> None:
    application = applied(ats)
    ats.jobs.delete(application.requisition_number)
    person = ats.candidates.create(NewCandidate(first_name="Bo"))
    with pytest.raises(NotFound):
        ats.applications.apply(job_id=application.requisition_number, candidate_id=person.id)
