"""What candidates said of themselves, in the database: written, deleted, counted; never given back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, delete, exists, func, or_, select
from sqlalchemy.dialects.postgresql import insert as upsert

from ats_core.applications.tables import application_events, applications, stages
from ats_core.fairness.audit import Person
from ats_core.fairness.model import DECLINED, SelfIdentification
from ats_core.fairness.tables import self_identifications
from ats_core.ids import uuid7
from ats_core.store.work import Work

_LATE = ("interview", "offer", "hired")  # kinds of stages


class Found(NamedTuple):
    """The applications of an audit, and how many of them are open and not selected yet."""

    people: list[Person]
    open: int


class SelfIdentificationStore:
    def __init__(self, work: Work) -> None:
        self.work = work

    def keep(self, candidate_id: UUID, answers: SelfIdentification, at: datetime) -> None:
        """Keeps the answers; they take the place of earlier ones."""
        values: dict[str, Any] = {
            "sex": answers.sex,
            "race_ethnicity": answers.race_ethnicity,
            "consent_version": answers.consent_version,
            "consented_at": at,
        }
        self.work.later(
            upsert(self_identifications)
            .values(id=uuid7(), candidate_id=candidate_id, **values)
            .on_conflict_do_update(index_elements=[self_identifications.c.candidate_id], set_=values)
        )

    def forget(self, candidate_id: UUID) -> bool:
        """Deletes the answers for good; False if there were none."""
        gone = self.work.execute(
            delete(self_identifications)
            .where(self_identifications.c.candidate_id == candidate_id)
            .returning(self_identifications.c.id)
        )
        return gone.first() is not None

    def groups_of(self, people: Sequence[UUID]) -> dict[UUID, dict[str, str | None]]:
        """The groups of those who said something, for the guard of learning, which tells of groups alone."""
        said = self_identifications
        query = select(
            said.c.candidate_id,
            func.nullif(said.c.sex, DECLINED).label("sex"),
            func.nullif(said.c.race_ethnicity, DECLINED).label("race_ethnicity"),
        ).where(said.c.candidate_id.in_(list(people)))
        return {
            row.candidate_id: {"sex": row.sex, "race_ethnicity": row.race_ethnicity}
            for row in self.work.execute(query)
        }

    def applied(self, job_id: UUID | None, since: date | None, until: date | None, selected: str) -> Found:
        """The applications on the job (None: on all) that came in from day `since` to day `until` (UTC).

        Each with its person's answers, whether it was selected in the sense of `selected`, and its score.
        """
        chosen = applications.c.status == "hired"
        if selected == "interview":
            chosen = or_(chosen, stages.c.kind.in_(_LATE), _has_been_late())
        said = self_identifications
        query = (
            select(
                func.nullif(said.c.sex, DECLINED).label("sex"),
                func.nullif(said.c.race_ethnicity, DECLINED).label("race_ethnicity"),
                chosen.label("selected"),
                applications.c.ai_match_score.label("score"),
                applications.c.status,
            )
            .join(stages, stages.c.id == applications.c.stage_id)
            .outerjoin(said, said.c.candidate_id == applications.c.candidate_id)
            .where(applications.c.deleted_at.is_(None), *_within(job_id, since, until))
        )
        people, waiting = [], 0
        for row in self.work.execute(query):
            score = None if row.score is None else float(row.score)
            people.append(Person(row.sex, row.race_ethnicity, row.selected, score))
            waiting += row.status == "active" and not row.selected
        return Found(people, waiting)


def _has_been_late() -> ColumnElement[bool]:
    """Whether the application has ever come to a late stage, even if it went back."""
    reached = stages.alias()
    return exists().where(
        application_events.c.application_id == applications.c.id,
        application_events.c.to_stage_id == reached.c.id,
        reached.c.kind.in_(_LATE),
    )


def _within(job_id: UUID | None, since: date | None, until: date | None) -> Iterator[ColumnElement[bool]]:
    if job_id is not None:
        yield applications.c.job_id == job_id
    if since is not None:
        yield applications.c.applied_at >= datetime.combine(since, time.min, UTC)
    if until is not None:
        yield applications.c.applied_at <= datetime.combine(until, time.max, UTC)
