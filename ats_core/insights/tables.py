"""The table of insights: what the numbers suggest, with the query behind it."""

from __future__ import annotations

from sqlalchemy import Column, Uuid

from ats_core.store.schema import (
    check,
    index,
    is_object,
    json_object,
    moment,
    not_blank,
    reference,
    table,
    words,
)

ai_insights = table(
    "ai_insights",
    "Something worth knowing that was found in the data, with the query that found it",
    words("kind", 50, "What it is about, such as bottleneck or stale-candidate", required=True),
    words("subject_type", 50, "The noun that it is about; null for everything"),
    Column("subject_id", Uuid(), nullable=True, comment="Key of the row that it is about"),
    words("text", None, "What was found, in a sentence", required=True),
    words("query", None, "The query that found it", required=True),
    json_object("data", "The numbers behind it"),
    moment("valid_until", "When it should be looked at anew"),
    moment("dismissed_at", "When somebody had seen enough of it"),
    reference("dismissed_by", "users", "RESTRICT", "Who dismissed it", required=False),
    not_blank("kind"),
    not_blank("text"),
    not_blank("query"),
    is_object("data"),
    check("subject", "subject_id IS NULL OR subject_type IS NOT NULL"),
    check("dismissed", "dismissed_by IS NULL OR dismissed_at IS NOT NULL"),
    index("ix_ai_insights_kind", "kind", "created_at"),
    index("ix_ai_insights_subject", "subject_type", "subject_id"),
)
