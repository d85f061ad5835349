"""A look at the final state: whether what must hold does hold. `ats doctor` shows it, and so do tests."""

from __future__ import annotations

import contextlib
import hashlib
import time
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select, text

from ats_core.store.idempotency import forget_expired
from ats_core.store.queue import SCHEMA
from ats_core.store.tables import stored_files

if TYPE_CHECKING:
    from ats_core.store.files import FileStore

# A file is written before the row that refers to it: one so young may belong to an import under way.
YOUNG_S = 3600

# Each counts what breaks its rule; 0 is health.
_INVARIANTS = {
    "one live candidate an e-mail address": """
        SELECT count(*) FROM (SELECT email_normalised FROM candidate_emails e
        JOIN candidates c ON c.id = e.candidate_id
        WHERE e.deleted_at IS NULL AND c.deleted_at IS NULL
        GROUP BY 1 HAVING count(DISTINCT e.candidate_id) > 1) x""",
    "addresses of a live candidate are live": """
        SELECT count(*) FROM candidate_emails e JOIN candidates c ON c.id = e.candidate_id
        WHERE e.deleted_at IS NULL AND c.deleted_at IS NOT NULL""",
    "one running application a job and candidate": """
        SELECT count(*) FROM (SELECT 1 FROM applications WHERE status = 'active' AND deleted_at IS NULL
        GROUP BY job_id, candidate_id HAVING count(*) > 1) x""",
    "no application of a deleted candidate's merged record": """
        SELECT count(*) FROM applications a JOIN candidates c ON c.id = a.candidate_id
        WHERE a.deleted_at IS NULL AND c.merged_into_id IS NOT NULL""",
    "every history ends at the current stage": """
        SELECT count(*) FROM applications a WHERE a.deleted_at IS NULL AND a.stage_id IS DISTINCT FROM
        (SELECT e.to_stage_id FROM application_events e
         WHERE e.application_id = a.id AND e.to_stage_id IS NOT NULL
         ORDER BY e.occurred_at DESC, e.id DESC LIMIT 1)""",
    "no more hires than openings": """
        SELECT count(*) FROM jobs j WHERE openings_count < (SELECT count(*) FROM applications a
        WHERE a.job_id = j.id AND a.status = 'hired' AND a.deleted_at IS NULL)""",
    "totals of finished imports add up": """
        SELECT count(*) FROM imports i WHERE status = 'finished' AND
        (inputs <> created_count + updated_count + duplicate_count + failed_count
         OR inputs <> (SELECT count(*) FROM import_files f WHERE f.import_id = i.id))""",
    "every imported person has the résumé": """
        SELECT count(*) FROM import_files f
        WHERE f.status IN ('created', 'updated') AND f.candidate_id IS NOT NULL AND NOT EXISTS
        (SELECT 1 FROM parsed_resumes p WHERE p.sha256 = f.sha256 AND p.candidate_id IS NOT NULL)""",
    "nothing of a failed file is half-saved": """
        SELECT count(*) FROM import_files f WHERE f.status = 'failed' AND f.candidate_id IS NOT NULL""",
    "the main address is the first of all": """
        SELECT count(*) FROM candidates c WHERE c.deleted_at IS NULL AND c.email IS DISTINCT FROM
        (SELECT e.email FROM candidate_emails e
         WHERE e.candidate_id = c.id AND e.deleted_at IS NULL AND e.is_primary)""",
}


@dataclass(frozen=True, slots=True)
class FileCheck:
    """How the files on the disk and the rows of the database agree."""

    known: int
    missing: int
    damaged: int
    orphans: int
    swept: int

    @property
    def sentence(self) -> str:
        parts = [f"{self.known} kept"]
        if self.missing:
            parts.append(f"{self.missing} MISSING: restore them from a backup")
        if self.damaged:
            parts.append(f"{self.damaged} DAMAGED: restore them from a backup")
        if self.swept:
            parts.append(f"{self.swept} without a row removed")
        elif self.orphans:
            parts.append(
                f"{self.orphans} without a row, left by something that was cut off: --sweep removes them"
            )
        return "; ".join(parts)


def describe(connection: Connection) -> str:
    """What database it is, and how much is in it."""
    version = connection.scalar(text("SHOW server_version"))
    people = connection.scalar(
        text("SELECT count(*) FROM (SELECT 1 FROM candidates WHERE deleted_at IS NULL LIMIT 1000001) x")
    )
    jobs = connection.scalar(text("SELECT count(*) FROM jobs WHERE deleted_at IS NULL"))
    return f"PostgreSQL {version}; {people} candidates, {jobs} jobs"


@dataclass(frozen=True, slots=True)
class QueueCheck:
    """What is in the queue: tasks that wait, that somebody works on, that were given up."""

    waiting: int
    running: int
    failed: int

    @property
    def sentence(self) -> str:
        parts = [f"{self.waiting} waiting, {self.running} under way"]
        if self.waiting and not self.running:
            parts.append("ats serve or ats worker carries them out")
        if self.failed:
            parts.append(f"{self.failed} GIVEN UP: the log of the worker says why")
        return "; ".join(parts)


def queue(connection: Connection) -> QueueCheck:
    """Counts the tasks that are due; what waits for its time is not."""
    rows = connection.execute(
        text(
            f"SELECT status::text, count(*) AS n FROM {SCHEMA}.procrastinate_jobs "  # noqa: S608 - our constant
            "WHERE scheduled_at IS NULL OR scheduled_at <= now() GROUP BY 1"
        )
    )
    counts: dict[str, int] = {row.status: row.n for row in rows}
    return QueueCheck(counts.get("todo", 0), counts.get("doing", 0), counts.get("failed", 0))


def invariants(connection: Connection) -> list[tuple[str, int]]:
    """`(rule, how many break it)` for every rule."""
    return [(name, int(connection.scalar(text(query)) or 0)) for name, query in _INVARIANTS.items()]


def files(connection: Connection, store: FileStore, *, sweep: bool = False) -> FileCheck:
    """How the files agree with their rows; with `sweep`, those that no row knows are removed."""
    known = set(connection.execute(select(stored_files.c.sha256)).scalars())
    there = set(store.all())
    damaged = sum(hashlib.sha256(store.get(s)).hexdigest() != s for s in known & there)
    orphans = [store.path(s) for s in sorted(there - known)] + store.partial()
    swept = 0
    for path in orphans if sweep else []:
        if time.time() - path.stat().st_mtime < YOUNG_S:
            continue
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
            swept += 1
    return FileCheck(len(known), len(known - there), damaged, len(orphans), swept)


def forget_answers(connection: Connection, now: datetime) -> int:
    """How many answers under idempotency keys were forgotten because their time was over."""
    forgotten = forget_expired(connection, now)
    connection.commit()
    return forgotten
