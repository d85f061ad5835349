"""An application: one candidate on one job, with its stage, its status and a history that only grows."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field, StringConstraints

from ats_core.errors import RuleRefused
from ats_core.fields import Timestamp
from ats_core.operations import Model

StageKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,49}$")]
ReasonKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,49}$")]


class Status(StrEnum):
    ACTIVE = "active"
    HIRED = "hired"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class ApplicationClosed(RuleRefused):
    code = "application_closed"


class ApplicationOpen(RuleRefused):
    code = "application_open"


class SameStage(RuleRefused):
    code = "same_stage"


class NoOpeningLeft(RuleRefused):
    code = "no_opening_left"


class AlreadyApplied(RuleRefused):
    code = "already_applied"


class Stage(Model):
    id: UUID
    key: str
    name: str
    position: int
    is_terminal: bool


class Stages(Model):
    stages: list[Stage]


class RejectionReason(Model):
    id: UUID
    key: str
    name: str


class RejectionReasons(Model):
    rejection_reasons: list[RejectionReason]


class Application(Model):
    id: UUID
    job_id: UUID
    requisition_number: str
    job_title: str
    candidate_id: UUID
    candidate_name: str
    stage: str
    status: Status
    match_score: float | None = Field(description="0-100, as last computed; a help, never a decision.")
    overall_rating: float | None = Field(description="1-5.")
    rejection_reason: str | None
    source: str | None
    attempt: int
    applied_at: Timestamp
    last_stage_change: Timestamp
    ended_at: Timestamp | None
    version: int
    created_at: Timestamp
    updated_at: Timestamp


class ApplicationPage(Model):
    applications: list[Application]
    total: int = Field(description="How many there are; counting stops at a cap.")
    total_capped: bool
    page: int | None
    limit: int
    next_cursor: str | None


class ApplicationEvent(Model):
    """One entry of the history; a decision with the score that there was when it was made."""

    id: UUID
    type: str
    from_stage: str | None
    to_stage: str | None
    reason: str | None
    note: str | None
    match_score: float | None = Field(description="0-100, at that moment; null where nothing was decided.")
    matcher_version: str | None
    model_version: str | None
    override_reason: str | None = Field(description="Why a person went against the score.")
    actor_id: UUID | None
    occurred_at: Timestamp


class History(Model):
    events: list[ApplicationEvent]


Changes = dict[str, Any]


def move(application: Application, to: Stage, at: datetime) -> Changes:
    """What changes when `application` goes to stage `to`.

    ApplicationClosed, SameStage, or RuleRefused for a stage that only a hire reaches.
    """
    require_active(application)
    if to.key == application.stage:
        raise SameStage(f"The application is at {to.key} already.", stage=to.key)
    if to.is_terminal:
        raise RuleRefused(
            f"Stage {to.key} is reached by hiring, not by moving.",
            hint="ats application hire ID",
            stage=to.key,
        )
    return {"stage_id": to.id, "last_stage_change": at}


def reject(application: Application, reason: RejectionReason, at: datetime) -> Changes:
    """What changes when a person rejects: always with a reason, never by a score alone."""
    require_active(application)
    return {"status": Status.REJECTED.value, "rejection_reason_id": reason.id, "ended_at": at}


def withdraw(application: Application, at: datetime) -> Changes:
    require_active(application)
    return {"status": Status.WITHDRAWN.value, "ended_at": at}


def hire(application: Application, terminal: Stage, openings: int, hired: int, at: datetime) -> Changes:
    """What changes at a hire; NoOpeningLeft if `hired` people have filled all `openings`."""
    require_active(application)
    if hired >= openings:
        raise NoOpeningLeft(
            f"All {openings} openings of {application.requisition_number} are filled.",
            hint="Raise openings_count of the job first.",
            openings=openings,
        )
    return {
        "status": Status.HIRED.value,
        "stage_id": terminal.id,
        "last_stage_change": at,
        "ended_at": at,
    }


def reopen(application: Application, stage: Stage, at: datetime) -> Changes:
    """What changes when the end of `application` is undone: it is active again, at `stage`."""
    if application.status is Status.ACTIVE:
        raise ApplicationOpen("The application is active; there is nothing to undo.")
    return {
        "status": Status.ACTIVE.value,
        "stage_id": stage.id,
        "last_stage_change": at,
        "rejection_reason_id": None,
        "ended_at": None,
    }


def require_active(application: Application) -> None:
    """Nothing; ApplicationClosed if the application has ended."""
    if application.status is not Status.ACTIVE:
        raise ApplicationClosed(
            f"The application of {application.candidate_name or application.candidate_id} on "
            f"{application.requisition_number} is {application.status.value}.",
            hint="ats application reopen ID undoes that.",
            status=application.status.value,
        )
