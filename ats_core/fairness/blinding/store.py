"""Judgements in the database, and the key of the pseudonyms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import exists, insert, select

from ats_core.errors import Unavailable
from ats_core.fairness.blinding.model import Judgement, Verdict
from ats_core.fairness.tables import judgements, pseudonym_keys
from ats_core.ids import uuid7
from ats_core.store.tables import audit_log
from ats_core.store.work import Work

REVEAL = "screening.reveal"  # the operation, as the audit trail names it


class JudgementStore:
    def __init__(self, work: Work) -> None:
        self.work = work

    def key(self) -> bytes:
        """The secret that pseudonyms are made with. Unavailable if its row was taken away."""
        found = self.work.execute(select(pseudonym_keys.c.key).order_by(pseudonym_keys.c.id)).scalar()
        if found is None:
            raise Unavailable("The key of the pseudonyms is not in the database.", hint="Restore a backup.")
        return bytes.fromhex(found)

    def add(self, values: dict[str, Any]) -> Judgement:
        made = {"id": uuid7(), **values}
        self.work.execute(insert(judgements).values(**made))
        return Judgement(**made)

    def of(self, application_id: UUID) -> list[Judgement]:
        """The application's judgements, oldest first."""
        rows = self.work.execute(
            select(judgements)
            .where(judgements.c.application_id == application_id)
            .order_by(judgements.c.judged_at, judgements.c.id)
        )
        return [Judgement(**{name: getattr(row, name) for name in Judgement.model_fields}) for row in rows]

    def newest(self, application_ids: Sequence[UUID]) -> dict[UUID, Verdict]:
        """The newest verdict on each application that has one."""
        rows = self.work.execute(
            select(judgements.c.application_id, judgements.c.verdict)
            .where(judgements.c.application_id.in_(application_ids))
            .order_by(judgements.c.judged_at, judgements.c.id)
        )
        return {row.application_id: Verdict(row.verdict) for row in rows}

    def is_revealed(self, application_id: UUID) -> bool:
        """Whether blind screening has shown somebody who it is; the audit trail knows."""
        query = select(
            exists().where(
                audit_log.c.subject_type == "application",
                audit_log.c.subject_id == application_id,
                audit_log.c.operation == REVEAL,
            )
        )
        return bool(self.work.execute(query).scalar_one())
