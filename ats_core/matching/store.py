"""Match scores in the database, the newest of each pair; and the outcomes, which are only added to."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Row, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from ats_core.candidates.tables import candidates
from ats_core.ids import uuid7
from ats_core.matching.tables import match_models, match_outcomes, match_scores
from ats_core.store.tables import audit_log
from ats_core.store.work import Work

_LIVE = candidates.c.deleted_at.is_(None) & candidates.c.merged_into_id.is_(None)


class KeptScore(NamedTuple):
    """A stored score with all that it was made from."""

    job_id: UUID
    candidate_id: UUID
    score: float
    result: dict[str, Any]


class KeptOutcome(NamedTuple):
    """The newest outcome of a pair."""

    number: int
    candidate_id: UUID
    label: int
    weight: float
    formula: float
    imprint: dict[str, Any]


class State(NamedTuple):
    """What is in force: the promoted model's version, if any, and the number of the newest outcome."""

    model: str | None
    newest: int


class MatchStore:
    def __init__(self, work: Work) -> None:
        self.work = work
        self._state: State | None = None

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
            upsert(match_scores)
            .values(id=uuid7(), job_id=job_id, candidate_id=candidate_id, **values)
            .on_conflict_do_update(
                index_elements=[match_scores.c.job_id, match_scores.c.candidate_id], set_=values
            )
        )

    def kept(self, job_id: UUID, candidate_id: UUID | None) -> list[KeptScore]:
        """The stored scores of a job, or that of one candidate, best first."""
        query = select(
            match_scores.c.job_id, match_scores.c.candidate_id, match_scores.c.score,
            match_scores.c.explanation,
        ).where(match_scores.c.job_id == job_id)  # fmt: skip
        if candidate_id is not None:
            query = query.where(match_scores.c.candidate_id == candidate_id)
        rows = self.work.execute(query.order_by(match_scores.c.score.desc(), match_scores.c.candidate_id))
        return [KeptScore(r.job_id, r.candidate_id, float(r.score), r.explanation) for r in rows]

    def add_outcome(self, values: dict[str, Any]) -> int:
        """Adds an outcome; its number."""
        self._state = None
        row = self.work.execute(
            insert(match_outcomes).values(id=uuid7(), **values).returning(match_outcomes.c.number)
        )
        return int(row.scalar_one())

    def newest_of(self, job_id: UUID, candidate_id: UUID) -> Row[Any] | None:
        """The pair's newest outcome, if there is one."""
        return self.work.execute(
            select(match_outcomes)
            .where(match_outcomes.c.job_id == job_id, match_outcomes.c.candidate_id == candidate_id)
            .order_by(match_outcomes.c.number.desc())
            .limit(1)
        ).first()

    def labelled(self, after: int = 0, most: int | None = None) -> list[KeptOutcome]:
        """The newest outcome of each pair, where it has a label, later than number `after`; oldest first.

        Of more than `most`, the newest.
        """
        later = match_outcomes.alias()
        superseded = (
            select(later.c.id)
            .where(
                later.c.job_id == match_outcomes.c.job_id,
                later.c.candidate_id == match_outcomes.c.candidate_id,
                later.c.number > match_outcomes.c.number,
            )
            .exists()
        )
        query = (
            select(match_outcomes)
            .where(match_outcomes.c.number > after, match_outcomes.c.label.is_not(None), ~superseded)
            .order_by(match_outcomes.c.number.desc())
        )
        rows = self.work.execute(query if most is None else query.limit(most)).all()
        return [
            KeptOutcome(r.number, r.candidate_id, r.label, float(r.weight), float(r.formula), r.imprint)
            for r in reversed(rows)
        ]

    def labels_of(self, numbers: list[int]) -> dict[int, int]:
        """The labels of these outcomes; those that are gone (with a person) are missing."""
        rows = self.work.execute(
            select(match_outcomes.c.number, match_outcomes.c.label).where(
                match_outcomes.c.number.in_(numbers)
            )
        )
        return {r.number: r.label for r in rows if r.label is not None}

    def state(self) -> State:
        """What is in force: looked up once in a transaction, and again after it has changed it."""
        if self._state is None:
            promoted = select(match_models.c.version).where(match_models.c.status == "promoted")
            newest = select(func.max(match_outcomes.c.number))
            row = self.work.execute(
                select(promoted.scalar_subquery().label("model"), newest.scalar_subquery().label("newest"))
            ).one()
            self._state = State(row.model, row.newest or 0)
        return self._state

    def models(self) -> list[Row[Any]]:
        """All learned models, newest first."""
        return list(
            self.work.execute(
                select(match_models).order_by(match_models.c.created_at.desc(), match_models.c.id.desc())
            )
        )

    def model(self, version: str, *, lock: bool = False) -> Row[Any] | None:
        query = select(match_models).where(match_models.c.version == version)
        return self.work.execute(query.with_for_update() if lock else query).first()

    def promoted(self, *, lock: bool = False) -> Row[Any] | None:
        """The learned model that is in force; None while it is the shipped one."""
        query = select(match_models).where(match_models.c.status == "promoted")
        return self.work.execute(query.with_for_update() if lock else query).first()

    def add_model(self, values: dict[str, Any]) -> UUID:
        key = uuid7()
        self.work.execute(insert(match_models).values(id=key, **values))
        return key

    def change_model(self, model_id: UUID, values: dict[str, Any]) -> None:
        self.work.execute(update(match_models).where(match_models.c.id == model_id).values(**values))

    def version_by_id(self, model_id: UUID | None) -> str | None:
        query = select(match_models.c.version).where(match_models.c.id == model_id)
        found: str | None = self.work.execute(query).scalar() if model_id else None
        return found

    def pool_size(self, most: int) -> int:
        """How many live candidates there are, counted up to `most`."""
        live = select(candidates.c.id).where(_LIVE).limit(most).subquery()
        return int(self.work.execute(select(func.count()).select_from(live)).scalar_one())

    def pool_page(self, after: UUID | None, size: int) -> list[UUID]:
        """Ids of live candidates in order, `size` after that one."""
        query = select(candidates.c.id).where(_LIVE).order_by(candidates.c.id).limit(size)
        if after is not None:
            query = query.where(candidates.c.id > after)
        return list(self.work.execute(query).scalars())

    def touched_since(self, moment: datetime) -> set[UUID]:
        """Candidates that the audit trail names since then; its keys rise with time."""
        first = UUID(int=max(0, int(moment.timestamp() * 1000)) << 80)
        rows = self.work.execute(
            select(audit_log.c.subject_id)
            .distinct()
            .where(audit_log.c.id >= first, audit_log.c.subject_type == "candidate")
        )
        return {key for key in rows.scalars() if key is not None}
