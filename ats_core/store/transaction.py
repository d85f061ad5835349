"""One operation's hold on the database: the stores, the events and the audit rows that commit together."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import insert

from ats_core.ids import uuid7
from ats_core.store.tables import audit_log, outbox_events
from ats_core.store.work import Work

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ats_core.applications.store import ApplicationStore
    from ats_core.candidates.store import CandidateStore
    from ats_core.context import Context
    from ats_core.fairness.blinding.store import JudgementStore
    from ats_core.fairness.store import SelfIdentificationStore
    from ats_core.identity.store import UserStore
    from ats_core.imports.store import ImportStore
    from ats_core.jobs.store import JobStore
    from ats_core.matching.store import MatchStore
    from ats_core.resumes.batches import BatchStore
    from ats_core.resumes.store import ResumeStore
    from ats_core.store.queue import QueueStore


class Transaction:
    """The stores over one connection, loaded when they are first used."""

    def __init__(self, connection: Connection, context: Context, operation: str) -> None:
        self.connection = connection
        self.work = Work(connection)
        self.context = context
        self.operation = operation
        self._events: list[dict[str, Any]] = []
        self._touched: list[tuple[str, UUID, list[str]]] = []

    @cached_property
    def jobs(self) -> JobStore:
        from ats_core.jobs.store import JobStore

        return JobStore(self.work)

    @cached_property
    def candidates(self) -> CandidateStore:
        from ats_core.candidates.store import CandidateStore

        return CandidateStore(self.work)

    @cached_property
    def applications(self) -> ApplicationStore:
        from ats_core.applications.store import ApplicationStore

        return ApplicationStore(self.work)

    @cached_property
    def imports(self) -> ImportStore:
        from ats_core.imports.store import ImportStore

        return ImportStore(self.work)

    @cached_property
    def matching(self) -> MatchStore:
        from ats_core.matching.store import MatchStore

        return MatchStore(self.work)

    @cached_property
    def resumes(self) -> ResumeStore:
        from ats_core.resumes.store import ResumeStore

        return ResumeStore(self.work)

    @cached_property
    def batches(self) -> BatchStore:
        from ats_core.resumes.batches import BatchStore

        return BatchStore(self.work)

    @cached_property
    def self_identifications(self) -> SelfIdentificationStore:
        from ats_core.fairness.store import SelfIdentificationStore

        return SelfIdentificationStore(self.work)

    @cached_property
    def judgements(self) -> JudgementStore:
        from ats_core.fairness.blinding.store import JudgementStore

        return JudgementStore(self.work)

    @cached_property
    def queue(self) -> QueueStore:
        from ats_core.store.queue import QueueStore

        return QueueStore(self.work)

    @cached_property
    def users(self) -> UserStore:
        from ats_core.identity.store import UserStore

        return UserStore(self.work)

    def record(
        self, event: str, subject: tuple[str, UUID], fields: list[str] | None = None, **data: Any
    ) -> None:
        """Says that `event` (past tense, such as `job.created`) happened to `subject`.

        It goes to the outbox with `data`, which holds ids and states and never personal data, and to the
        audit trail with the names of the `fields` that changed, never their values.
        """
        kind, key = subject
        self._events.append(
            {
                "id": uuid7(),
                "type": event,
                "subject_type": kind,
                "subject_id": key,
                "data": data,
                "actor_id": self.context.actor.id,
                "occurred_at": self.context.now,
            }
        )
        self._touched.append((kind, key, sorted(fields or [])))

    @property
    def _noun(self) -> str:
        return self.operation.partition(".")[0]

    def events(self) -> list[tuple[str, UUID]]:
        """`(type, subject)` of each event so far."""
        return [(event["type"], event["subject_id"]) for event in self._events]

    def flush(self) -> None:
        """Writes the events and the audit rows; the runtime calls it right before the commit."""
        if self._events:
            self.work.later(insert(outbox_events), self._events)
        common = {
            "occurred_at": self.context.now,
            "actor_id": self.context.actor.id,
            "operation": self.operation,
            "request_id": self.context.request_id,
            "door": self.context.door,
        }
        rows = [
            {"id": uuid7(), "subject_type": kind, "subject_id": key, "fields": names, **common}
            for kind, key, names in self._touched
        ] or [{"id": uuid7(), "subject_type": self._noun, "subject_id": None, "fields": [], **common}]
        self.work.later(insert(audit_log), rows)
        self.work.flush()
