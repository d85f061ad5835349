"""Parsed résumés in the database: kept with candidates, or for a day by content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, Text, bindparam, case, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from ats_core.candidates.store import ALIVE
from ats_core.candidates.tables import candidates
from ats_core.ids import uuid7
from ats_core.matching.tables import match_scores
from ats_core.paging import Window
from ats_core.resumes.corrections import corrected
from ats_core.resumes.merge import Document
from ats_core.resumes.model import ParseStatistics, Resume
from ats_core.resumes.tables import parse_attempts, parse_batch_files, parsed_resumes
from ats_core.store.lists import capped_count, file_id_of, windowed
from ats_core.store.work import Work


@dataclass(frozen=True, slots=True)
class Kept:
    """A résumé with all that was read, and what a person has put right; `row` is what lists show."""

    resume: Resume
    parsed: dict[str, Any]
    corrections: dict[str, Any] | None
    reviewed_by: UUID | None


class ResumeStore:
    def __init__(self, work: Work) -> None:
        self.work = work

    def documents(self, candidate_ids: Sequence[UUID]) -> list[Document]:
        """The parsed résumés of these candidates, as people have corrected them."""
        if not candidate_ids:
            return []
        rows = self.work.execute(
            select(
                parsed_resumes.c.sha256,
                parsed_resumes.c.parsed_data["candidate_data"].label("data"),
                parsed_resumes.c.parsed_data["skill_details"].label("skills"),
                parsed_resumes.c.confidence_score,
                parsed_resumes.c.corrections,
                parsed_resumes.c.reviewed_at,
            ).where(parsed_resumes.c.candidate_id.in_(candidate_ids), parsed_resumes.c.deleted_at.is_(None))
        )
        return [
            document(r.sha256, r.data, r.skills, float(r.confidence_score or 0), r.corrections, r.reviewed_at)
            for r in rows
        ]

    def has_failed_before(self, sha256: str, code: str, parser_version: str) -> bool:
        """Whether this parser is on record as failing on that content in that way."""
        query = select(parsed_resumes.c.id).where(
            parsed_resumes.c.sha256 == sha256,
            parsed_resumes.c.candidate_id.is_(None),
            parsed_resumes.c.parser_version == parser_version,
            parsed_resumes.c.parsing_errors["code"].astext == code,
        )
        return self.work.execute(query.limit(1)).first() is not None

    def add(self, values: dict[str, Any]) -> None:
        """Keeps what was parsed of a file, or why it was not."""
        self.work.later(_ADD, {**values, "id": uuid7(), "of_sha256": values["sha256"]})

    def move(self, from_id: UUID, to_id: UUID) -> None:
        """Hands the résumés of one candidate to another; scores made from them are made anew."""
        self.work.execute(
            update(parsed_resumes).where(parsed_resumes.c.candidate_id == from_id).values(candidate_id=to_id)
        )
        self.work.execute(match_scores.delete().where(match_scores.c.candidate_id == from_id))

    def get(self, resume_id: UUID, *, lock: bool = False) -> Kept | None:
        """The résumé of a live candidate; locked against changes if asked."""
        query = _KEPT.where(parsed_resumes.c.id == resume_id)
        row = self.work.execute(query.with_for_update(of=parsed_resumes) if lock else query).first()
        return None if row is None else _kept(row)

    def page(
        self,
        window: Window,
        *,
        doubtful: bool,
        outdated: str | None,
        candidate_id: UUID | None,
        sha256: str | None,
    ) -> tuple[list[Resume], int, bool]:
        """`(résumés, total, capped)`, newest first; `outdated` is the version that they are not of."""
        wanted: list[ColumnElement[bool]] = [
            parsed_resumes.c.deleted_at.is_(None),
            parsed_resumes.c.candidate_id.is_not(None),
        ]
        if doubtful:
            wanted += [parsed_resumes.c.doubtful_count > 0, parsed_resumes.c.reviewed_at.is_(None)]
        if outdated is not None:
            wanted.append(parsed_resumes.c.parser_version != outdated)
        if candidate_id is not None:
            wanted.append(parsed_resumes.c.candidate_id == candidate_id)
        if sha256 is not None:
            wanted.append(parsed_resumes.c.sha256 == sha256)
        rows = self.work.execute(windowed(_RESUME.where(*wanted), parsed_resumes, window))
        joined = parsed_resumes.join(candidates, candidates.c.id == parsed_resumes.c.candidate_id)
        total, capped = capped_count(self.work, joined, ALIVE, *wanted)
        return [_resume(row) for row in rows], total, capped

    def change(self, resume_id: UUID, values: dict[str, Any]) -> None:
        self.work.execute(update(parsed_resumes).where(parsed_resumes.c.id == resume_id).values(**values))

    def cached(self, sha256: str, parser_version: str, region: str, now: datetime) -> dict[str, Any] | None:
        """What this parser read out of that content less than a day ago."""
        query = select(parsed_resumes.c.parsed_data).where(
            parsed_resumes.c.sha256 == sha256,
            parsed_resumes.c.parser_version == parser_version,
            parsed_resumes.c.region == region,
            parsed_resumes.c.expires_at > now,
        )
        found: dict[str, Any] | None = self.work.execute(query).scalar()
        return found

    def remember(self, values: dict[str, Any]) -> UUID:
        """Keeps a result by its content until `expires_at`; the id that it has."""
        entry = upsert(parsed_resumes).values(id=uuid7(), **values)
        renewed = {name: entry.excluded[name] for name in values}
        key: UUID = self.work.execute(
            entry.on_conflict_do_update(
                index_elements=["sha256", "parser_version", "region"],
                index_where=parsed_resumes.c.expires_at.is_not(None),
                set_=renewed,
            ).returning(parsed_resumes.c.id)
        ).scalar_one()
        return key

    def forget(self, now: datetime) -> int:
        """Deletes the results whose time is over and which no batch shows; how many."""
        asked_for = select(parse_batch_files.c.id).where(parse_batch_files.c.resume_id == parsed_resumes.c.id)
        done = self.work.execute(
            delete(parsed_resumes).where(parsed_resumes.c.expires_at <= now, ~asked_for.exists())
        )
        return done.rowcount

    def attempt(self, values: dict[str, Any]) -> None:
        """Puts on record how a parse went."""
        self.work.later(_ATTEMPT, {**values, "id": uuid7()})

    def statistics(self, since: datetime) -> ParseStatistics:
        """How the parses since then went."""
        attempts = parse_attempts
        read = attempts.c.outcome == "parsed"
        row = self.work.execute(
            select(
                func.count().label("attempts"),
                func.count().filter(read).label("parsed"),
                func.count().filter(attempts.c.cached).label("cached"),
                func.count().filter(attempts.c.doubtful_count > 0).label("doubtful"),
                func.avg(attempts.c.confidence_score).label("confidence"),
                func.percentile_cont(0.5)
                .within_group(case((attempts.c.cached.is_(False), attempts.c.duration_ms)))
                .label("median"),
            ).where(attempts.c.created_at >= since)
        ).one()
        failures = self.work.execute(
            select(attempts.c.outcome, func.count().label("n"))
            .where(attempts.c.created_at >= since, ~read)
            .group_by(attempts.c.outcome)
            .order_by(func.count().desc(), attempts.c.outcome)
        )
        return ParseStatistics(
            since=since,
            attempts=row.attempts,
            parsed=row.parsed,
            failed=row.attempts - row.parsed,
            cached=row.cached,
            success_rate=round(row.parsed / row.attempts, 4) if row.attempts else None,
            failures={failure.outcome: failure.n for failure in failures},
            doubtful=row.doubtful,
            mean_confidence=None if row.confidence is None else round(float(row.confidence), 3),
            median_ms=None if row.median is None else float(row.median),
        )

    def forget_attempts(self, before: datetime) -> None:
        self.work.execute(delete(parse_attempts).where(parse_attempts.c.created_at < before))


# Made once: building a statement anew for each file costs an import more than running it.
_ADD = insert(parsed_resumes).values(file_id=file_id_of(bindparam("of_sha256", type_=Text)))
_ATTEMPT = insert(parse_attempts)


def document(
    sha256: str,
    data: dict[str, Any],
    skills: list[Any] | None,
    confidence: float,
    corrections: dict[str, Any] | None,
    reviewed_at: datetime | None,
) -> Document:
    """The résumé as the merge takes it."""
    until = (reviewed_at or datetime.min).strftime("%Y-%m") if corrections else ""
    return Document(sha256, corrected({**data, "skill_details": skills}, corrections, until), confidence)


_RESUME: Select[Any] = (
    select(
        parsed_resumes.c.id, parsed_resumes.c.candidate_id, parsed_resumes.c.filename,
        parsed_resumes.c.sha256, parsed_resumes.c.format, parsed_resumes.c.language,
        parsed_resumes.c.parser_version, parsed_resumes.c.confidence_score,
        parsed_resumes.c.doubtful_count, parsed_resumes.c.reviewed_at, parsed_resumes.c.created_at,
        candidates.c.full_name,
    )
    .join(candidates, candidates.c.id == parsed_resumes.c.candidate_id)
    .where(ALIVE)
)  # fmt: skip
_KEPT = _RESUME.add_columns(
    parsed_resumes.c.parsed_data, parsed_resumes.c.corrections, parsed_resumes.c.reviewed_by
).where(parsed_resumes.c.deleted_at.is_(None))


def _resume(row: Row[Any]) -> Resume:
    return Resume.model_construct(
        id=row.id,
        candidate_id=row.candidate_id,
        candidate_name=row.full_name,
        filename=row.filename,
        sha256=row.sha256,
        format=row.format,
        language=row.language,
        parser_version=row.parser_version,
        confidence=None if row.confidence_score is None else float(row.confidence_score),
        doubtful=row.doubtful_count,
        reviewed_at=row.reviewed_at,
        created_at=row.created_at,
    )


def _kept(row: Row[Any]) -> Kept:
    return Kept(_resume(row), row.parsed_data, row.corrections, row.reviewed_by)
