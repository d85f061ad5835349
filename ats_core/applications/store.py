"""Applications in the database, and their history, which is only added to."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, func, insert, select, update

from ats_core.applications.model import (
    Application,
    ApplicationEvent,
    RejectionReason,
    Stage,
    Status,
)
from ats_core.applications.tables import application_events, applications, rejection_reasons, stages
from ats_core.candidates.tables import candidates
from ats_core.ids import uuid7
from ats_core.jobs.tables import jobs
from ats_core.paging import Window
from ats_core.store.lists import capped_count, windowed
from ats_core.store.work import Work

_LIVE = applications.c.deleted_at.is_(None)
_APPLICATION: Select[Any] = (
    select(
        applications.c.id, applications.c.job_id, jobs.c.requisition_number, jobs.c.title.label("job_title"),
        applications.c.candidate_id, candidates.c.full_name.label("candidate_name"),
        stages.c.key.label("stage"), applications.c.status, applications.c.ai_match_score,
        applications.c.overall_rating, rejection_reasons.c.key.label("rejection_reason"),
        applications.c.source, applications.c.attempt, applications.c.applied_at,
        applications.c.last_stage_change, applications.c.ended_at, applications.c.version,
        applications.c.created_at, applications.c.updated_at,
    )
    .join(jobs, jobs.c.id == applications.c.job_id)
    .join(candidates, candidates.c.id == applications.c.candidate_id)
    .join(stages, stages.c.id == applications.c.stage_id)
    .outerjoin(rejection_reasons, rejection_reasons.c.id == applications.c.rejection_reason_id)
    .where(_LIVE)
)  # fmt: skip


class ApplicationStore:
    def __init__(self, work: Work) -> None:
        self.work = work

    def get(self, application_id: UUID, *, lock: bool = False) -> Application | None:
        query = _APPLICATION.where(applications.c.id == application_id)
        row = self.work.execute(query.with_for_update(of=applications) if lock else query).first()
        return None if row is None else _application(row)

    def active(self, job_id: UUID, candidate_id: UUID) -> Application | None:
        """The candidate's running application on the job."""
        row = self.work.execute(
            _APPLICATION.where(
                applications.c.job_id == job_id,
                applications.c.candidate_id == candidate_id,
                applications.c.status == Status.ACTIVE.value,
            )
        ).first()
        return None if row is None else _application(row)

    def of_candidate(self, candidate_id: UUID) -> list[Application]:
        """All of the candidate's applications, oldest first."""
        rows = self.work.execute(
            _APPLICATION.where(applications.c.candidate_id == candidate_id).order_by(
                applications.c.applied_at, applications.c.id
            )
        )
        return [_application(row) for row in rows]

    def of_job(self, job_id: UUID) -> list[Application]:
        """All applications on the job, in any order."""
        return [
            _application(r) for r in self.work.execute(_APPLICATION.where(applications.c.job_id == job_id))
        ]

    def page(
        self,
        window: Window,
        job_id: UUID | None,
        candidate_id: UUID | None,
        status: Status | None,
        stage: str | None,
    ) -> tuple[list[Application], int, bool]:
        """`(applications, total, capped)`, newest first."""
        conditions: list[ColumnElement[bool]] = [_LIVE]
        if job_id is not None:
            conditions.append(applications.c.job_id == job_id)
        if candidate_id is not None:
            conditions.append(applications.c.candidate_id == candidate_id)
        if status is not None:
            conditions.append(applications.c.status == status.value)
        if stage is not None:
            wanted = select(stages.c.id).where(stages.c.key == stage).scalar_subquery()
            conditions.append(applications.c.stage_id == wanted)
        rows = self.work.execute(windowed(_APPLICATION.where(*conditions), applications, window))
        total, capped = capped_count(self.work, applications, *conditions)
        return [_application(row) for row in rows], total, capped

    def attempts(self, job_id: UUID, candidate_id: UUID) -> int:
        """How often the candidate has applied for the job."""
        query = select(func.coalesce(func.max(applications.c.attempt), 0)).where(
            applications.c.job_id == job_id, applications.c.candidate_id == candidate_id
        )
        return int(self.work.execute(query).scalar_one())

    def hired_count(self, job_id: UUID) -> int:
        query = select(func.count()).where(
            applications.c.job_id == job_id, applications.c.status == Status.HIRED.value, _LIVE
        )
        found: int = self.work.execute(query).scalar_one()
        return found

    def add(self, values: dict[str, Any]) -> UUID:
        key = uuid7()
        self.work.later(insert(applications).values(id=key, **values))
        return key

    def change(self, application_id: UUID, values: dict[str, Any], now: datetime) -> None:
        self.work.later(
            update(applications)
            .where(applications.c.id == application_id)
            .values(**values, version=applications.c.version + 1, updated_at=now)
        )

    def set_score(self, application_id: UUID, score: float) -> None:
        """Keeps the newest score beside the application; no change of state, so no new version."""
        self.work.later(
            update(applications).where(applications.c.id == application_id).values(ai_match_score=score)
        )

    def append(
        self,
        application_id: UUID,
        kind: str,
        actor_id: UUID,
        now: datetime,
        *,
        from_stage_id: UUID | None = None,
        to_stage_id: UUID | None = None,
        reason_id: UUID | None = None,
        note: str | None = None,
        data: dict[str, Any] | None = None,
    ) -> None:
        """Adds one entry to the history."""
        self.work.later(
            insert(application_events).values(
                id=uuid7(),
                application_id=application_id,
                type=kind,
                from_stage_id=from_stage_id,
                to_stage_id=to_stage_id,
                reason_id=reason_id,
                note=note,
                actor_id=actor_id,
                occurred_at=now,
                data=data or {},
            )
        )

    def history(self, application_id: UUID) -> list[ApplicationEvent]:
        """What happened, oldest first."""
        before, after = stages.alias(), stages.alias()
        events = application_events
        rows = self.work.execute(
            select(
                events.c.id, events.c.type, before.c.key.label("from_stage"), after.c.key.label("to_stage"),
                rejection_reasons.c.key.label("reason"), events.c.note, events.c.actor_id,
                events.c.occurred_at, events.c.data,
            )
            .outerjoin(before, before.c.id == events.c.from_stage_id)
            .outerjoin(after, after.c.id == events.c.to_stage_id)
            .outerjoin(rejection_reasons, rejection_reasons.c.id == events.c.reason_id)
            .where(events.c.application_id == application_id)
            .order_by(events.c.occurred_at, events.c.id)
        )  # fmt: skip
        return [_event(row) for row in rows]

    def stages(self) -> list[Stage]:
        """The stages, in their order."""
        rows = self.work.execute(
            select(stages.c.id, stages.c.key, stages.c.name, stages.c.position, stages.c.is_terminal)
            .where(stages.c.deleted_at.is_(None))
            .order_by(stages.c.position)
        )
        return [Stage.model_construct(**row._mapping) for row in rows]

    def reasons(self) -> list[RejectionReason]:
        rows = self.work.execute(
            select(rejection_reasons.c.id, rejection_reasons.c.key, rejection_reasons.c.name)
            .where(rejection_reasons.c.deleted_at.is_(None))
            .order_by(rejection_reasons.c.key)
        )
        return [RejectionReason.model_construct(**row._mapping) for row in rows]


def _event(row: Row[Any]) -> ApplicationEvent:
    values = dict(row._mapping)
    data = values.pop("data")
    kept = ("match_score", "matcher_version", "model_version", "override_reason")
    return ApplicationEvent.model_construct(**values, **{name: data.get(name) for name in kept})


def _application(row: Row[Any]) -> Application:
    values = dict(row._mapping)
    score, rating = values.pop("ai_match_score"), values.pop("overall_rating")
    values["match_score"] = None if score is None else float(score)
    values["overall_rating"] = None if rating is None else float(rating)
    values["status"] = Status(values["status"])
    return Application.model_construct(**values)
