"""Batches of files to parse, in the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select, update

from ats_core.ids import uuid7
from ats_core.resumes.model import BatchFile, BatchState, FileError, ParsedCandidate, ParsingMetadata
from ats_core.resumes.tables import parse_batch_files, parse_batches, parsed_resumes
from ats_core.store.work import Work


@dataclass(frozen=True, slots=True)
class Pending:
    """A file that waits to be fetched and parsed."""

    id: UUID
    batch_id: UUID
    file_url: str


class BatchStore:
    def __init__(self, work: Work) -> None:
        self.work = work

    def start(self, urls: list[str], actor_id: UUID, now: datetime) -> tuple[UUID, list[UUID]]:
        """A new batch, and its files' ids in order."""
        batch_id, ids = uuid7(), [uuid7() for _ in urls]
        self.work.later(
            insert(parse_batches).values(
                id=batch_id, planned=len(urls), started_by=actor_id, created_at=now, updated_at=now
            )
        )
        self.work.later(
            insert(parse_batch_files),
            [
                {"id": key, "batch_id": batch_id, "position": place, "file_url": url, "created_at": now}
                for place, (key, url) in enumerate(zip(ids, urls, strict=True))
            ],
        )
        return batch_id, ids

    def pending(self, file_id: UUID) -> Pending | None:
        """The file, if it still waits."""
        row = self.work.execute(
            select(parse_batch_files).where(
                parse_batch_files.c.id == file_id, parse_batch_files.c.status == "pending"
            )
        ).first()
        return None if row is None else Pending(row.id, row.batch_id, row.file_url)

    def settle(self, file: Pending, resume_id: UUID | None, error: dict[str, str] | None) -> None:
        """Puts on record what became of the file."""
        self.work.execute(
            update(parse_batch_files)
            .where(parse_batch_files.c.id == file.id)
            .values(status="failed" if error else "parsed", resume_id=resume_id, error=error)
        )

    def lock(self, batch_id: UUID) -> None:
        """Lets nobody else settle files of the batch until this transaction ends.

        Else the last two files, settled at once, would each see the other one waiting.
        """
        self.work.execute(select(parse_batches.c.id).where(parse_batches.c.id == batch_id).with_for_update())

    def finish(self, batch_id: UUID, now: datetime, expires_at: datetime) -> bool:
        """Completes the batch if no file of it waits any more; whether it did."""
        waiting = select(parse_batch_files.c.id).where(
            parse_batch_files.c.batch_id == batch_id, parse_batch_files.c.status == "pending"
        )
        done = self.work.execute(
            update(parse_batches)
            .where(parse_batches.c.id == batch_id, parse_batches.c.status == "processing", ~waiting.exists())
            .values(status="completed", finished_at=now, expires_at=expires_at)
        )
        return done.rowcount > 0

    def state(self, batch_id: UUID) -> BatchState | None:
        """The batch with its progress and results."""
        batch = self.work.execute(select(parse_batches).where(parse_batches.c.id == batch_id)).first()
        if batch is None:
            return None
        rows = self.work.execute(
            select(
                parse_batch_files.c.file_url,
                parse_batch_files.c.status,
                parse_batch_files.c.error,
                parsed_resumes.c.parsed_data["candidate_data"].label("data"),
                parsed_resumes.c.parsed_data["parsing_metadata"].label("about"),
            )
            .outerjoin(parsed_resumes, parsed_resumes.c.id == parse_batch_files.c.resume_id)
            .where(parse_batch_files.c.batch_id == batch_id)
            .order_by(parse_batch_files.c.position)
        )
        results = [_result(row) for row in rows]
        return BatchState(
            job_id=batch_id,
            status=batch.status,
            total=len(results),
            done=sum(r.status != "pending" for r in results),
            failed=sum(r.status == "failed" for r in results),
            results=results,
            created_at=batch.created_at,
            finished_at=batch.finished_at,
        )

    def forget(self, now: datetime) -> int:
        """Deletes the batches whose time is over; how many."""
        return self.work.execute(delete(parse_batches).where(parse_batches.c.expires_at <= now)).rowcount


def _result(row: Any) -> BatchFile:
    return BatchFile(
        file_url=row.file_url,
        status=row.status,
        candidate_data=ParsedCandidate.model_validate(row.data) if row.data else None,
        parsing_metadata=ParsingMetadata.model_validate(row.about) if row.about else None,
        error=FileError(**row.error) if row.error else None,
    )
