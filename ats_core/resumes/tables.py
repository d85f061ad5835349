"""Tables of résumés: what was read out of each, how reading went, and batches of them."""

from __future__ import annotations

from ats_core.store.schema import (
    LIVE,
    at_least,
    between,
    check,
    decimal,
    deleted_at,
    flag,
    index,
    is_sha256,
    json_object,
    moment,
    not_blank,
    one_of,
    reference,
    state,
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
    words(
        "region", 2, "Country of phone numbers without a prefix that it was parsed with; empty for none",
        default="",
    ),
    whole("doubtful_count", "How many values the parser was not sure enough of", default=0),
    json_object(
        "corrections", "What a person has put right, by path; no later parse goes over it", required=False
    ),
    reference("reviewed_by", "users", "RESTRICT", "Who has looked at the doubtful values", required=False),
    moment("reviewed_at", "When the doubtful values were looked at; null while they wait"),
    moment("expires_at", "When a result that belongs to no candidate is forgotten"),
    deleted_at(),
    is_sha256("sha256"),
    check("outcome", "num_nonnulls(parsed_data, parsing_errors) = 1"),
    between("confidence_score", 0, 1),
    at_least("pages", 0),
    at_least("duration_ms", 0),
    at_least("doubtful_count", 0),
    check("reviewed", "num_nonnulls(reviewed_by, reviewed_at) IN (0, 2)"),
    check("kept", "candidate_id IS NULL OR expires_at IS NULL"),
    # By content first: it answers whose a file is, too, and needs no statistics to be chosen for that.
    unique("uq_parsed_resumes_live", "sha256", "candidate_id", where=LIVE),
    unique(
        "uq_parsed_resumes_cache", "sha256", "parser_version", "region", where="expires_at IS NOT NULL"
    ),
    index("ix_parsed_resumes_candidate", "candidate_id"),
    index("ix_parsed_resumes_file", "file_id"),
    index("ix_parsed_resumes_expiry", "expires_at", where="expires_at IS NOT NULL"),
    index(
        "ix_parsed_resumes_doubtful", "created_at", "id",
        where="doubtful_count > 0 AND reviewed_at IS NULL AND deleted_at IS NULL",
    ),
    index("ix_parsed_resumes_newest", "created_at", "id"),
)  # fmt: skip

parse_attempts = table(
    "parse_attempts",
    "How each parse went, without a word of what was read: for rates",
    words("outcome", 50, "parsed, or the code of the error", required=True),
    words("format", 20, "Format of the file, as sniffed; null where it was not"),
    words("language", 10, "Language of the text, ISO 639-1"),
    whole("duration_ms", "How long it took, in milliseconds"),
    decimal("confidence_score", 4, 3, "How sure the parser is overall, 0 to 1"),
    whole("doubtful_count", "How many values the parser was not sure enough of", default=0),
    flag("cached", "Whether a kept result was given", default=False),
    words("parser_version", 50, "Version of the parser", required=True),
    not_blank("outcome"),
    between("confidence_score", 0, 1),
    at_least("duration_ms", 0),
    at_least("doubtful_count", 0),
    index("ix_parse_attempts_newest", "created_at"),
)

parse_batches = table(
    "parse_batches",
    "Files that are fetched and parsed by the queue",
    state("status", "processing", "How it stands"),
    whole("planned", "How many files it has", default=0),
    reference("started_by", "users", "RESTRICT", "Who started it", required=False),
    moment("finished_at", "When its last file was done; null until then"),
    moment("expires_at", "When it and its results are forgotten; null while it runs"),
    one_of("status", "processing", "completed"),
    at_least("planned", 0),
    check("finished", "(status = 'completed') = (finished_at IS NOT NULL)"),
    index("ix_parse_batches_expiry", "expires_at"),
)

parse_batch_files = table(
    "parse_batch_files",
    "One file of a batch and what became of it",
    reference("batch_id", "parse_batches", "CASCADE", "The batch that it belongs to"),
    whole("position", "Its place in the batch, from 0", default=0),
    words("file_url", 2000, "Where it is fetched from", required=True),
    state("status", "pending", "How it stands"),
    reference("resume_id", "parsed_resumes", "SET NULL", "What was read out of it", required=False),
    json_object("error", "Why it could not be fetched or parsed", required=False),
    one_of("status", "pending", "parsed", "failed"),
    not_blank("file_url"),
    at_least("position", 0),
    check("failed", "(status = 'failed') = (error IS NOT NULL)"),
    unique("uq_parse_batch_files_position", "batch_id", "position"),
    index("ix_parse_batch_files_resume", "resume_id"),
)
