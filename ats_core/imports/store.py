"""Imports and their files in the database."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Row, Select, Text, Uuid, bindparam, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from ats_core.candidates.identity import email_key, name_key
from ats_core.candidates.store import ALIVE
from ats_core.candidates.tables import candidate_emails, candidate_phones, candidates
from ats_core.ids import uuid7
from ats_core.imports.model import FileStatus, Import, ImportedFile, Seen
from ats_core.imports.tables import import_files, imports
from ats_core.matching.tables import match_scores
from ats_core.paging import Window, next_cursor
from ats_core.resumes.merge import Document
from ats_core.resumes.tables import parsed_resumes
from ats_core.store.lists import capped_count, file_id_of, windowed
from ats_core.store.work import Work


class ImportStore:
    def __init__(self, work: Work) -> None:
        self.work = work

    def get(self, import_id: UUID) -> Import | None:
        row = self.work.execute(select(imports).where(imports.c.id == import_id)).first()
        return None if row is None else _import(row)

    def running(self, key: str) -> UUID | None:
        """The unfinished import with that key."""
        query = select(imports.c.id).where(imports.c.key == key, imports.c.status == "running")
        return self.work.execute(query).scalar()

    def start(
        self, key: str, source: str | None, job_id: UUID | None, planned: int, actor_id: UUID, now: datetime
    ) -> UUID | None:
        """A new running import; None if one with that key has just been started by somebody else."""
        return self.work.execute(
            upsert(imports)
            .values(
                id=uuid7(),
                key=key,
                source=source,
                job_id=job_id,
                planned=planned,
                started_by=actor_id,
                created_at=now,
                updated_at=now,
            )
            .on_conflict_do_nothing()
            .returning(imports.c.id)
        ).scalar()

    def finish(self, import_id: UUID, now: datetime) -> None:
        """Counts the files and closes the import."""
        counted = self.work.execute(
            select(import_files.c.status, func.count().label("n"))
            .where(import_files.c.import_id == import_id)
            .group_by(import_files.c.status)
        )  # fmt: skip
        counts: dict[str, int] = {row.status: row.n for row in counted}
        self.work.execute(
            update(imports)
            .where(imports.c.id == import_id)
            .values(
                status="finished",
                finished_at=now,
                updated_at=now,
                inputs=sum(counts.values()),
                **{f"{status.value}_count": counts.get(status.value, 0) for status in FileStatus},
            )
        )

    def page(self, window: Window) -> tuple[list[Import], int, bool]:
        rows = self.work.execute(windowed(select(imports), imports, window))
        total, capped = capped_count(self.work, imports)
        return [_import(row) for row in rows], total, capped

    def file(self, import_id: UUID, path: str) -> ImportedFile | None:
        """What became of that file in that import, if it is done."""
        row = self.work.execute(_files(import_id).where(import_files.c.path == path)).first()
        return None if row is None else file_of(row)

    def files(self, import_id: UUID) -> list[ImportedFile]:
        """All files that are done, in the order in which they were."""
        rows = self.work.execute(_files(import_id).order_by(import_files.c.id))
        return [file_of(row) for row in rows]

    def file_page(self, import_id: UUID, window: Window) -> tuple[list[ImportedFile], str | None, int, bool]:
        """`(files, next cursor, total, capped)`, newest first."""
        rows = self.work.execute(windowed(_files(import_id), import_files, window)).all()
        total, capped = capped_count(self.work, import_files, import_files.c.import_id == import_id)
        return [file_of(row) for row in rows], next_cursor(rows, window.limit), total, capped

    def add_file(self, import_id: UUID, file: ImportedFile, now: datetime, *, kept: bool = False) -> None:
        """Puts the outcome on record; `kept` says that the bytes of a failed file are in the store."""
        self.work.later(
            _ADD_FILE,
            {
                "id": uuid7(),
                "import_id": import_id,
                "path": file.path,
                "sha256": file.sha256,
                "status": file.status.value,
                "reason": file.reason,
                "message": file.message,
                "candidate_id": file.candidate_id,
                "kept_sha256": file.sha256 if kept else None,
                "duration_ms": file.ms,
                "created_at": now,
            },
        )

    def look(self, import_id: UUID, path: str, sha256: str, document: Document | None) -> Seen | None:
        """All that a file's fate depends on, in one round trip; None if there is no such import."""
        row = self.work.execute(
            _LOOK,
            {
                "import_id": import_id,
                "path": path,
                "sha256": sha256,
                "emails": ([email_key(e) for e in document.emails] or None) if document else None,
                "phones": (document.phones or None) if document else None,
            },
        ).first()
        if row is None:
            return None
        wanted = name_key(*document.name) if document else ""
        same_name = {
            UUID(p["id"]) for p in row.by_phone or [] if wanted and name_key(p["first"], p["last"]) == wanted
        }
        return Seen(_import(row), row.done, row.owner, frozenset(row.by_email), frozenset(same_name))

    def owner_of(self, sha256: str) -> UUID | None:
        """The live candidate whose résumé has that content."""
        return self.work.execute(_OWNER, {"sha256": sha256}).scalar()

    def move_trail(self, from_id: UUID, to_id: UUID) -> None:
        """Hands the import's trail of one candidate to another."""
        self.work.execute(
            update(import_files).where(import_files.c.candidate_id == from_id).values(candidate_id=to_id)
        )


# Made once: building a statement anew for each file costs an import more than running it.
_ADD_FILE = insert(import_files).values(file_id=file_id_of(bindparam("kept_sha256", type_=Text)))

# Each of these first finds the few rows that an index names, and only then joins (MATERIALIZED): on tables
# that have grown since they were last analysed, as in a large first import, the planner guesses the other
# order, and every file costs a scan of all people.
_SAME_CONTENT = (
    select(parsed_resumes.c.candidate_id)
    .where(parsed_resumes.c.sha256 == bindparam("sha256"), parsed_resumes.c.deleted_at.is_(None))
    .cte("same_content")
    .prefix_with("MATERIALIZED", dialect="postgresql")
)
_OWNER = (
    select(candidates.c.id)
    .where(candidates.c.id.in_(select(_SAME_CONTENT.c.candidate_id)), ALIVE)
    .order_by(candidates.c.id)
    .limit(1)
)
_REACHED = (
    select(candidate_phones.c.candidate_id)
    .where(
        candidate_phones.c.phone == func.any(bindparam("phones", type_=ARRAY(Text))),
        candidate_phones.c.deleted_at.is_(None),
    )
    .cte("reached")
    .prefix_with("MATERIALIZED", dialect="postgresql")
)
_WITH_PHONE = select(
    func.jsonb_agg(
        func.jsonb_build_object(
            "id", candidates.c.id, "first", candidates.c.first_name, "last", candidates.c.last_name
        )
    )
).where(candidates.c.id.in_(select(_REACHED.c.candidate_id)), ALIVE)
_WITH_EMAIL = select(candidate_emails.c.candidate_id).where(
    candidate_emails.c.email_normalised == func.any(bindparam("emails", type_=ARRAY(Text))),
    candidate_emails.c.deleted_at.is_(None),
)
_LOOK = select(
    imports,
    select(import_files.c.id)
    .where(import_files.c.import_id == imports.c.id, import_files.c.path == bindparam("path"))
    .correlate(imports)
    .exists()
    .label("done"),
    _OWNER.scalar_subquery().label("owner"),
    func.array(_WITH_EMAIL.scalar_subquery(), type_=ARRAY(Uuid)).label("by_email"),
    _WITH_PHONE.scalar_subquery().label("by_phone"),
).where(imports.c.id == bindparam("import_id"))


def _files(import_id: UUID) -> Select[Any]:
    return (
        select(
            import_files.c.id, import_files.c.path, import_files.c.sha256, import_files.c.status,
            import_files.c.reason, import_files.c.message, import_files.c.candidate_id,
            import_files.c.duration_ms, import_files.c.created_at, candidates.c.full_name,
            match_scores.c.score,
        )
        .join(imports, imports.c.id == import_files.c.import_id)
        .outerjoin(candidates, candidates.c.id == import_files.c.candidate_id)
        .outerjoin(
            match_scores,
            (match_scores.c.candidate_id == import_files.c.candidate_id)
            & (match_scores.c.job_id == imports.c.job_id),
        )
        .where(import_files.c.import_id == import_id)
    )  # fmt: skip


def file_of(row: Row[Any]) -> ImportedFile:
    return ImportedFile.model_construct(
        path=row.path,
        sha256=row.sha256,
        status=FileStatus(row.status),
        reason=row.reason,
        message=row.message or "",
        candidate_id=row.candidate_id,
        candidate_name=row.full_name,
        match_score=None if row.score is None else float(row.score),
        ms=row.duration_ms or 0,
    )


def _import(row: Row[Any]) -> Import:
    return Import.model_construct(
        id=row.id,
        status=row.status,
        source=row.source,
        job_id=row.job_id,
        inputs=row.inputs,
        created=row.created_count,
        updated=row.updated_count,
        duplicate=row.duplicate_count,
        failed=row.failed_count,
        created_at=row.created_at,
        updated_at=row.updated_at,
        finished_at=row.finished_at,
    )
