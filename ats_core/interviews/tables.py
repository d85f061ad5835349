"""The table of interviews."""

from __future__ import annotations

from ats_core.store.schema import (
    LIVE,
    check,
    deleted_at,
    index,
    moment,
    one_of,
    reference,
    state,
    table,
    version,
    words,
)

interviews = table(
    "interviews",
    "A talk with a candidate, at a time and a place",
    reference("application_id", "applications", "RESTRICT", "The application that it is about"),
    reference("organiser_id", "users", "RESTRICT", "Who arranged it", required=False),
    state("kind", "video", "How they meet"),
    words("title", 255, "What the invitation is called"),
    moment("starts_at", "When it begins", required=True),
    moment("ends_at", "When it ends", required=True),
    words("timezone", 50, "Time zone that the invitation speaks in, IANA name"),
    words("location", 255, "Where they meet"),
    words("video_url", 500, "Where they meet online"),
    state("status", "scheduled", "How it stands"),
    words("cancel_reason", None, "Why it was cancelled"),
    deleted_at(),
    version(),
    one_of("kind", "phone", "video", "onsite", "other"),
    one_of("status", "scheduled", "completed", "cancelled", "no-show"),
    check("times", "starts_at < ends_at"),
    index("ix_interviews_application", "application_id"),
    index("ix_interviews_organiser", "organiser_id"),
    index("ix_interviews_starts_at_live", "starts_at", where=LIVE),
)
