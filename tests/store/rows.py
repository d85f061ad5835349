"""Rows that every rule of the database accepts, to change one thing about."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa

from ats_core.store.metadata import metadata

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
LATER = datetime(2026, 3, 2, 13, tzinfo=UTC)
EARLIER = datetime(2026, 3, 2, 11, tzinfo=UTC)
FOREVER = datetime(2099, 1, 1, tzinfo=UTC)
SHA256 = "a" * 64

_numbers = itertools.count()


def _sha256(number: int) -> str:
    return f"{number:064x}"


# What a row needs besides its references, which are made as they are needed.
NEEDED: dict[str, Callable[[int], dict[str, Any]]] = {
    "users": lambda n: {
        "email": f"user{n}@example.com", "first_name": "Ada", "last_name": "Example", "role": "recruiter",
    },
    "departments": lambda n: {"name": f"Department {n}"},
    "refresh_tokens": lambda n: {"token_hash": _sha256(n), "family_id": uuid4(), "expires_at": FOREVER},
    "mfa_secrets": lambda n: {"secret": "sealed"},
    "login_attempts": lambda n: {"email": "who@example.com", "success": False},
    "jobs": lambda n: {
        "title": "Engineer", "location": "Porto", "employment_type": "full-time",
        "requisition_number": f"REQ-{n}",
    },
    "job_approvals": lambda n: {},
    "job_publications": lambda n: {"channel": f"channel-{n}"},
    "candidates": lambda n: {"first_name": "Mirela", "last_name": "Tavora"},
    "candidate_emails": lambda n: {"email": f"M{n}@example.com", "email_normalised": f"m{n}@example.com"},
    "candidate_phones": lambda n: {"phone": "+351912345678"},
    "candidate_tags": lambda n: {"tag": f"Tag {n}"},
    "candidate_notes": lambda n: {"body": "Called."},
    "candidate_attachments": lambda n: {"filename": "cv.pdf", "kind": "resume"},
    "consents": lambda n: {"purpose": "recruiting", "basis": "consent", "given_at": NOON},
    "stages": lambda n: {"key": f"stage-{n}", "name": "Stage", "position": n, "kind": "screening"},
    "rejection_reasons": lambda n: {"key": f"reason-{n}", "name": "Reason", "candidate_facing": "Sorry."},
    "applications": lambda n: {},
    "application_events": lambda n: {"type": "applied"},
    "evaluations": lambda n: {},
    "interviews": lambda n: {"starts_at": NOON, "ends_at": LATER},
    "offers": lambda n: {},
    "offer_approvals": lambda n: {},
    "communications": lambda n: {"direction": "outbound", "channel": "email", "body": "Hello."},
    "ai_insights": lambda n: {"kind": "bottleneck", "text": "It is slow.", "query": "SELECT 1"},
    "imports": lambda n: {"key": _sha256(n)},
    "import_files": lambda n: {"path": f"cv-{n}.pdf", "status": "created", "reason": "new"},
    "parse_attempts": lambda n: {"outcome": "parsed", "parser_version": "1"},
    "parse_batches": lambda n: {},
    "parse_batch_files": lambda n: {"position": n, "file_url": f"s3://resumes/{n}.pdf"},
    "parsed_resumes": lambda n: {"sha256": _sha256(n), "parsed_data": {}, "parser_version": "1"},
    "match_scores": lambda n: {"score": 50, "explanation": {}, "matcher_version": "1"},
    "match_outcomes": lambda n: {"outcome": "hired", "weight": 1, "formula": 50, "imprint": {}},
    "match_models": lambda n: {"version": f"model-{n}"},
    "self_identifications": lambda n: {
        "sex": "female", "race_ethnicity": "asian", "consent_version": "2026-11", "consented_at": NOON,
    },
    "judgements": lambda n: {"verdict": "hold", "reason": "To be seen again."},
    "pseudonym_keys": lambda n: {"key": _sha256(n)},
    "stored_files": lambda n: {
        "sha256": _sha256(n), "size_bytes": 1, "media_type": "text/plain", "storage_key": f"{n}",
    },
    "audit_log": lambda n: {"operation": "jobs.create", "subject_type": "job", "door": "cli"},
    "outbox_events": lambda n: {"type": "job.created", "subject_type": "job", "subject_id": uuid4()},
    "idempotency_keys": lambda n: {
        "key": f"key-{n}", "operation": "jobs.create", "request_hash": SHA256, "expires_at": FOREVER,
    },
}  # fmt: skip


def make(connection: sa.Connection, name: str, /, **values: Any) -> UUID:
    """The key of a new row of the table, with `values`, and with the rows that it refers to."""
    table = metadata.tables[name]
    row = NEEDED[name](next(_numbers)) | values
    for key in table.foreign_keys:
        if not key.parent.nullable and key.parent.name not in row:
            row[key.parent.name] = make(connection, key.column.table.name)
    (primary,) = table.primary_key.columns
    made: UUID = connection.execute(sa.insert(table).values(row).returning(primary)).scalar_one()
    return made


def change(connection: sa.Connection, name: str, key: UUID, /, **values: Any) -> None:
    table = metadata.tables[name]
    (primary,) = table.primary_key.columns
    connection.execute(sa.update(table).where(primary == key).values(values))


def read(connection: sa.Connection, name: str, key: UUID) -> Any:
    table = metadata.tables[name]
    (primary,) = table.primary_key.columns
    return connection.execute(sa.select(table).where(primary == key)).one()
