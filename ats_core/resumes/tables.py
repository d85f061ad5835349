"""Tables of résumés: what was read out of each."""

from __future__ import annotations

from ats_core.store.schema import (
    LIVE,
    at_least,
    between,
    check,
    decimal,
    deleted_at,
    index,
    is_sha256,
    json_object,
    reference,
    table,
    unique,
    whole,
    words,
)

parsed_resumes = table(
    "parsed_resumes",
    "What the parser made of a résumé: its data, or why there is none",
    reference("candidate_id", "candidates", "CASCADE", "Whose résumé it is", required=False),
    reference("file_id", "stored_files", "RESTRICT", "The bytes that were parsed", required=False),
    words("file_url", 500, "Where the file came from"),
    words("filename", 255, "What the file was called"),
    words("sha256", 64, "SHA-256 of the bytes", required=True),
    json_object("parsed_data", "Everything that was read; null where parsing failed", required=False),
    decimal("confidence_score", 4, 3, "How sure the parser is overall, 0 to 1"),
    json_object("parsing_errors", "Why parsing failed; null where it did not", required=False),
    words("parser_version", 50, "Version of the parser", required=True),
    words("language", 10, "Language of the text, ISO 639-1"),
    words("format", 20, "Format of the file, as sniffed"),
    whole("pages", "How many pages it has"),
    whole("duration_ms", "How long it took, in milliseconds"),
    deleted_at(),
    is_sha256("sha256"),
    check("outcome", "num_nonnulls(parsed_data, parsing_errors) = 1"),
    between("confidence_score", 0, 1),
    at_least("pages", 0),
    at_least("duration_ms", 0),
    # By content first: it answers whose a file is, too, and needs no statistics to be chosen for that.
    unique("uq_parsed_resumes_live", "sha256", "candidate_id", where=LIVE),
    index("ix_parsed_resumes_candidate", "candidate_id"),
    index("ix_parsed_resumes_file", "file_id"),
)
