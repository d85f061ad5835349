"""Parsed résumés in the database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, update

from ats_core.ids import uuid7
from ats_core.matching.tables import match_scores
from ats_core.resumes.merge import Document
from ats_core.resumes.tables import parsed_resumes
from ats_core.store.lists import file_id_of
from ats_core.store.work import Work


class ResumeStore:
    def __init__(self, work: Work) -> None:
        self.work = work

    def documents(self, candidate_ids: Sequence[UUID]) -> list[Document]:
        """The parsed résumés of these candidates."""
        if not candidate_ids:
            return []
        rows = self.work.execute(
            select(
                parsed_resumes.c.sha256,
                parsed_resumes.c.parsed_data["candidate_data"].label("data"),
                parsed_resumes.c.parsed_data["skill_details"].label("skills"),
                parsed_resumes.c.confidence_score,
            ).where(parsed_resumes.c.candidate_id.in_(candidate_ids), parsed_resumes.c.deleted_at.is_(None))
        )
        return [
            Document(r.sha256, {**r.data, "skill_details": r.skills}, float(r.confidence_score or 0))
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
        self.work.later(
            insert(parsed_resumes).values(id=uuid7(), file_id=file_id_of(values["sha256"]), **values)
        )

    def move(self, from_id: UUID, to_id: UUID) -> None:
        """Hands the résumés of one candidate to another; scores made from them are made anew."""
        self.work.execute(
            update(parsed_resumes).where(parsed_resumes.c.candidate_id == from_id).values(candidate_id=to_id)
        )
        self.work.execute(match_scores.delete().where(match_scores.c.candidate_id == from_id))
