"""The tables of the ground: files, the audit log, the outbox, idempotency keys."""

from __future__ import annotations

from sqlalchemy import ARRAY, BigInteger, Column, Text, Uuid, text

from ats_core.store.schema import (
    at_least,
    between,
    check,
    index,
    is_object,
    is_sha256,
    json_object,
    moment,
    not_blank,
    reference,
    table,
    unique,
    whole,
    words,
)

stored_files = table(
    "stored_files",
    "A file's bytes as the file store holds them, once for each content",
    words("sha256", 64, "SHA-256 of the bytes, lower-case hex", required=True),
    Column("size_bytes", BigInteger(), nullable=False, comment="Length in bytes"),
    words("media_type", 255, "Media type as sniffed from the bytes", required=True),
    words("storage_key", 500, "Where the file store keeps the bytes", required=True),
    is_sha256("sha256"),
    at_least("size_bytes", 0),
    not_blank("storage_key"),
    unique("uq_stored_files_sha256", "sha256"),
)

audit_log = table(
    "audit_log",
    "Who did what to which row, and when: names of fields, never their values; append-only",
    moment("occurred_at", "When the operation took place", now=True),
    reference("actor_id", "users", "RESTRICT", "Who acted; null for the system itself", required=False),
    words("operation", 100, "Name of the operation, such as jobs.approve", required=True),
    words("subject_type", 50, "The noun that it was done to", required=True),
    Column("subject_id", Uuid(), nullable=True, comment="Key of the row that it was done to; null for many"),
    Column(
        "fields",
        ARRAY(Text()),
        nullable=False,
        server_default=text("'{}'::text[]"),
        comment="Names of the fields that changed, never their values",
    ),
    words("request_id", 100, "The request that it belongs to"),
    words("door", 50, "The door that the operation came through, such as cli or http", required=True),
    not_blank("operation"),
    index("ix_audit_log_subject", "subject_type", "subject_id", "occurred_at"),
    index("ix_audit_log_actor", "actor_id", "occurred_at"),
    index("ix_audit_log_occurred_at", "occurred_at", "id"),
)

outbox_events = table(
    "outbox_events",
    "Events written in the transaction of their change, until the queue has taken them up",
    words("type", 100, "Name of the event, in the past tense, such as application.moved", required=True),
    words("subject_type", 50, "The noun that it happened to", required=True),
    Column("subject_id", Uuid(), nullable=False, comment="Key of the row that it happened to"),
    json_object("data", "What a listener needs to know besides"),
    reference("actor_id", "users", "RESTRICT", "Who caused it; null for the system itself", required=False),
    moment("occurred_at", "When it happened", now=True),
    moment("published_at", "When the queue took it up; null until then"),
    not_blank("type"),
    is_object("data"),
    index("ix_outbox_events_unpublished", "occurred_at", "id", where="published_at IS NULL"),
    index("ix_outbox_events_subject", "subject_type", "subject_id", "occurred_at"),
)

idempotency_keys = table(
    "idempotency_keys",
    "Answers kept for a while, so that a repeated POST gets the first one",
    words("key", 255, "The Idempotency-Key that the client chose", required=True),
    reference("actor_id", "users", "CASCADE", "Whose key it is; null before login", required=False),
    words("operation", 100, "Name of the operation that was called", required=True),
    words(
        "request_hash", 64, "SHA-256 of the request; the same key with another one is refused", required=True
    ),
    whole("status_code", "HTTP status of the answer; null while the first call runs"),
    json_object("response", "Body of the answer", required=False),
    moment("expires_at", "When the key may be forgotten", required=True),
    not_blank("key"),
    is_sha256("request_hash"),
    between("status_code", 100, 599),
    check("answered", "status_code IS NOT NULL OR response IS NULL"),
    unique("uq_idempotency_keys_actor_key", "actor_id", "key"),
    unique("uq_idempotency_keys_key_anonymous", "key", where="actor_id IS NULL"),
    index("ix_idempotency_keys_expires_at", "expires_at"),
)
