"""The operations of résumés: parsing them, looking at doubtful values, parsing them again."""

from __future__ import annotations

import hashlib
import logging
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from ats_core.access import hiring_team, recruiters
from ats_core.candidates.identity import phone_number
from ats_core.candidates.model import Candidate
from ats_core.errors import AtsError, Conflict, Invalid, NotFound, TooLarge, UnsupportedMedia
from ats_core.fields import Cursor, Limit, Moment, PageNumber, Sha256
from ats_core.matching import scoring
from ats_core.operations import Service, Upload, operation, task
from ats_core.paging import DEFAULT_LIMIT, listing, window
from ats_core.resumes.corrections import changes, combined, corrected, doubts
from ats_core.resumes.merge import merge
from ats_core.resumes.model import (
    BATCH_HOURS,
    BatchStarted,
    BatchState,
    Corrections,
    FileError,
    FileUrls,
    NotParsed,
    ParseAnswer,
    ParsedCandidate,
    ParseStatistics,
    ParsingMetadata,
    Reparse,
    ResumePage,
    ReviewedResume,
)
from ats_core.resumes.renewal import renew

log = logging.getLogger("ats.resumes")

KEPT_FOR = timedelta(hours=BATCH_HOURS)
ATTEMPTS_KEPT_FOR = timedelta(days=400)

Doubtful = Annotated[bool, Field(description="Only those with doubtful values that nobody has looked at.")]
Outdated = Annotated[bool, Field(description="Only those that another version of the parser has read.")]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One parse: what was read, or why nothing was."""

    sha256: str
    version: str
    region: str
    ms: int
    parsed: dict[str, Any] | None = None
    error: tuple[str, str] | None = None
    cached: bool = False


class ResumeService(Service):
    """Résumés in, their data out; what is doubtful waits for a person, whose word then stays."""

    noun = "resumes"

    def _read(self, file: Upload) -> Outcome:
        outcome = self._outcome(file.filename, file.content)
        if outcome.error is not None:
            # The operation is going to fail and leave nothing; how it went is on record all the same.
            self._attempt(outcome)
            self.tx.work.flush()
            raise _refused(*outcome.error)
        return outcome

    @operation("POST", "/cv-parser/parse", allow=hiring_team, before=_read)
    def parse(self, file: Upload) -> ParseAnswer:
        """What the résumé says: PDF, DOCX, DOC, RTF, ODT, HTML or text, at most 10 MB.

        Nothing is saved as a candidate. The result is kept by content for 24 hours, so that the same file
        is not parsed twice; a new version of the parser reads it anew.
        """
        outcome: Outcome = self.prepared
        assert outcome.parsed is not None  # noqa: S101 - an error never comes here
        self._attempt(outcome)
        if not outcome.cached:
            self._remember(outcome)
        return _answer(outcome.parsed, cached=outcome.cached)

    @operation("POST", "/cv-parser/parse-batch", allow=hiring_team, status=202)
    def parse_batch(self, file_urls: FileUrls) -> BatchStarted:
        """A job for the queue that fetches and parses the files; ask for it until it is completed.

        The files must lie in a store that the server's setting `stores` allows, such as s3://resumes/.
        """
        from ats_core.resumes.stores import allowed

        stores = self.context.resources.settings.stores
        errors = [
            {"pointer": f"/file_urls/{place}", "code": "store_not_allowed", "detail": "lies in no store"}
            for place, url in enumerate(file_urls)
            if not allowed(url, stores)
        ]
        if errors:
            raise Invalid(
                f"{len(errors)} of {len(file_urls)} addresses lie in no store that this server may read.",
                hint="Upload files to /cv-parser/parse, or let an admin allow the store: "
                "ATS_STORES, or stores in ats.toml.",
                errors=errors[:100],
            )
        batch_id, files = self.tx.batches.start(file_urls, self.actor.id, self.now)
        for file_id in files:
            self.tx.queue.defer("resumes.parse_file", {"file_id": str(file_id)})
        self.tx.record("parse_batch.started", ("parse_batch", batch_id), files=len(files))
        return BatchStarted(job_id=batch_id, status="processing")

    @operation("GET", "/cv-parser/jobs/{job_id}", allow=hiring_team)
    def batch(self, job_id: UUID) -> BatchState:
        """The job's progress and results, in the order of the request; kept for 24 hours after its end."""
        found = self.tx.batches.state(job_id)
        if found is None:
            raise NotFound(f"There is no parse job {job_id}.", hint="Results are kept for 24 hours.")
        return found

    def _fetch(self, file_id: UUID) -> Outcome | None:
        from ats_core.resumes.stores import NotFetched, fetch

        file = self.tx.batches.pending(file_id)
        if file is None:
            return None
        started = time.perf_counter()
        try:
            name, content = fetch(file.file_url, self.context.resources.settings.stores)
        except NotFetched as error:
            log.warning("a file of a batch could not be fetched: %s", error.code)
            ms = round((time.perf_counter() - started) * 1000)
            return Outcome("", _version(), "", ms, error=(error.code, error.message))
        return self._outcome(name, content)

    @task(before=_fetch)
    def parse_file(self, file_id: UUID) -> None:
        """Parses one file of a batch, and completes the batch with the last one."""
        outcome: Outcome | None = self.prepared
        file = self.tx.batches.pending(file_id)
        if file is None or outcome is None:
            return
        self.tx.batches.lock(file.batch_id)
        if self.tx.batches.pending(file_id) is None:
            return
        self._attempt(outcome)
        resume_id = error = None
        if outcome.error is not None:
            error = {"code": outcome.error[0], "message": outcome.error[1]}
        else:
            resume_id = self._remember(outcome)
        self.tx.batches.settle(file, resume_id, error)
        if self.tx.batches.finish(file.batch_id, self.now, self.now + KEPT_FOR):
            self.tx.record("parse_batch.completed", ("parse_batch", file.batch_id), ["status"])

    @task(every="17 * * * *")
    def forget(self) -> None:
        """Deletes results and batches whose 24 hours are over."""
        self.tx.batches.forget(self.now)
        self.tx.resumes.forget(self.now)
        self.tx.resumes.forget_attempts(self.now - ATTEMPTS_KEPT_FOR)

    @operation("GET", "/cv-parser/statistics", allow=hiring_team)
    def statistics(self, since: Moment | None = None) -> ParseStatistics:
        """How parsing went since a moment (30 days, unless said): rates, error codes, doubts, time."""
        return self.tx.resumes.statistics(since or self.now - timedelta(days=30))

    @operation("GET", "/resumes", allow=hiring_team)
    def list(
        self,
        doubtful: Doubtful = False,
        outdated: Outdated = False,
        candidate_id: UUID | None = None,
        sha256: Sha256 | None = None,
        limit: Limit = DEFAULT_LIMIT,
        cursor: Cursor | None = None,
        page: PageNumber | None = None,
    ) -> ResumePage:
        """Parsed résumés of candidates, newest first. `doubtful` is the queue of what waits for review."""
        found, total, capped = self.tx.resumes.page(
            window(limit, cursor, page),
            doubtful=doubtful,
            outdated=_version() if outdated else None,
            candidate_id=candidate_id,
            sha256=sha256,
        )
        return ResumePage(resumes=found, **listing(found, (total, capped), limit, page))

    @operation("GET", "/resumes/{resume_id}", allow=hiring_team)
    def get(self, resume_id: UUID) -> ReviewedResume:
        """The résumé's data with corrections in force, and the values that are doubtful."""
        return self._shown(resume_id)

    @operation("POST", "/resumes/{resume_id}/review", allow=recruiters)
    def review(self, resume_id: UUID, corrections: Corrections) -> ReviewedResume:
        """Puts values right and confirms the rest, which takes the résumé off the queue.

        No later parse goes over a correction. The candidate is brought up to date, and scored anew.
        """
        kept = self._kept(resume_id)
        candidate = self._candidate(kept.resume.candidate_id)
        given = self._checked(corrections)
        values = {
            "corrections": combined(kept.corrections, given) or None,
            "reviewed_by": self.actor.id,
            "reviewed_at": self.now,
        }
        self.tx.resumes.change(resume_id, values)
        self.tx.record("resume.reviewed", ("resume", resume_id), [*given])
        if given:
            self._renew(candidate)
        return self._shown(resume_id)

    def _parse_again(self, resume_id: UUID) -> Outcome:
        kept = self._kept(resume_id, lock=False)
        content = self.context.resources.files.get(kept.resume.sha256)
        return self._outcome(kept.resume.filename or "resume", content, anew=True)

    @operation("POST", "/resumes/{resume_id}/reparse-plan", allow=recruiters, reads=True, before=_parse_again)
    def plan_reparse(self, resume_id: UUID) -> Reparse:
        """What parsing the document with this version would change; nothing is written."""
        return self._reparse(resume_id)[0]

    @operation("POST", "/resumes/{resume_id}/reparse", allow=recruiters, before=_parse_again)
    def reparse(self, resume_id: UUID) -> Reparse:
        """Parses the document with this version, and keeps what it reads now.

        Corrections stay in force. Where this version can't read the document, all stays as it was.
        """
        found, outcome = self._reparse(resume_id, lock=True)
        if outcome.parsed is None:
            return found
        candidate = self._candidate(found.candidate_id)
        values = {**self._columns(outcome.parsed), "region": outcome.region}
        if any(not change.kept for change in found.changes) and values["doubtful_count"]:
            values |= {"reviewed_by": None, "reviewed_at": None}
        self.tx.resumes.change(resume_id, values)
        self.tx.record("resume.reparsed", ("resume", resume_id), sorted({c.path for c in found.changes}))
        self._renew(candidate)
        return found.model_copy(update={"applied": True})

    def _reparse(self, resume_id: UUID, *, lock: bool = False) -> tuple[Reparse, Outcome]:
        outcome: Outcome = self.prepared
        kept = self._kept(resume_id, lock=lock)
        before = kept.parsed["candidate_data"]
        after = outcome.parsed["candidate_data"] if outcome.parsed else before
        about = outcome.parsed["parsing_metadata"] if outcome.parsed else {}
        error = FileError(code=outcome.error[0], message=outcome.error[1]) if outcome.error else None
        found = Reparse(
            id=resume_id,
            candidate_id=kept.resume.candidate_id,
            candidate_name=kept.resume.candidate_name,
            from_version=kept.resume.parser_version,
            to_version=outcome.version,
            confidence_before=kept.resume.confidence,
            confidence_after=about.get("overall_confidence"),
            changes=changes(before, after, kept.corrections),
            error=error,
            applied=False,
        )
        return found, outcome

    def _outcome(self, filename: str, content: bytes, *, anew: bool = False) -> Outcome:
        """The parse of the bytes, or the one kept of the same bytes."""
        from ats_core.parser import ParseError

        started = time.perf_counter()
        sha256, version = hashlib.sha256(content).hexdigest(), _version()
        region = self.context.resources.settings.default_region
        known = None if anew else self.tx.resumes.cached(sha256, version, region or "", self.now)
        parsed, error = known, None
        if parsed is None:
            try:
                parsed = self.context.resources.parser.parse(content, filename, region)
            except ParseError as refusal:
                error = (str(refusal.code), refusal.message)
        ms = round((time.perf_counter() - started) * 1000)
        return Outcome(sha256, version, region or "", ms, parsed, error, known is not None)

    def _attempt(self, outcome: Outcome) -> None:
        record_attempt(self.tx, outcome, self._doubtful(outcome.parsed), self.now)

    def _doubtful(self, parsed: dict[str, Any] | None) -> int:
        return len(doubts(parsed, self.context.resources.settings.review_below)) if parsed else 0

    def _columns(self, parsed: dict[str, Any]) -> dict[str, Any]:
        return resume_columns(parsed, self.context.resources.settings.review_below)

    def _remember(self, outcome: Outcome) -> UUID:
        assert outcome.parsed is not None  # noqa: S101 - only what was read is kept
        return self.tx.resumes.remember(
            {
                "sha256": outcome.sha256,
                "region": outcome.region,
                "expires_at": self.now + KEPT_FOR,
                "created_at": self.now,
                **self._columns(outcome.parsed),
            }
        )

    def _kept(self, resume_id: UUID, *, lock: bool = True) -> Any:
        kept = self.tx.resumes.get(resume_id, lock=lock)
        if kept is None:
            raise NotFound(f"There is no résumé {resume_id}.", hint="ats review list --all shows all.")
        return kept

    def _candidate(self, candidate_id: UUID) -> Candidate:
        candidate = self.tx.candidates.get(candidate_id, lock=True)
        if candidate is None:
            raise Conflict("The résumé's candidate was deleted this very moment.")
        return candidate

    def _shown(self, resume_id: UUID) -> ReviewedResume:
        kept = self._kept(resume_id, lock=False)
        until = (kept.resume.reviewed_at or self.now).strftime("%Y-%m")
        data = corrected(kept.parsed["candidate_data"], kept.corrections, until)
        found = [] if kept.resume.reviewed_at else doubts(kept.parsed, self._review_below)
        return ReviewedResume(
            resume=kept.resume,
            candidate_data=ParsedCandidate.model_validate(data),
            doubts=found,
            corrections=kept.corrections or {},
            reviewed_by=kept.reviewed_by,
        )

    @property
    def _review_below(self) -> float:
        return self.context.resources.settings.review_below

    def _checked(self, corrections: Corrections) -> dict[str, Any]:
        """What is named of the corrections, as JSON values, with the phone number in E.164."""
        whole = corrections.model_dump(mode="json")
        given = {name: whole[name] for name in corrections.model_fields_set if whole[name] is not None}
        contact = {}
        if corrections.contact_info is not None:
            contact = corrections.contact_info.model_dump(mode="json", exclude_unset=True)
            given["contact_info"] = contact
        if contact.get("phone"):
            try:
                contact["phone"] = phone_number(
                    contact["phone"], self.context.resources.settings.default_region
                )
            except ValueError as error:
                raise Invalid(
                    f"{contact['phone']} {error}.",
                    errors=[{"pointer": "/contact_info/phone", "code": "phone", "detail": str(error)}],
                ) from None
        if "contact_info" in given and not contact:
            del given["contact_info"]
        return given

    def _renew(self, candidate: Candidate) -> None:
        """The candidate as all their résumés say now, with scores to match."""
        fields, provenance = merge(self.tx.resumes.documents([candidate.id]), candidate.model_dump())
        renew(self.tx, candidate, fields, provenance, self.now)
        scoring.rescore(self.tx, self._candidate(candidate.id), self.now)


def resume_columns(parsed: dict[str, Any], review_below: float) -> dict[str, Any]:
    """What the table of résumés keeps of a parse."""
    about = parsed["parsing_metadata"]
    return {
        "parsed_data": parsed,
        "confidence_score": about["overall_confidence"],
        "parser_version": about["parser_version"],
        "language": about.get("language"),
        "format": about["format"],
        "pages": about.get("pages"),
        "duration_ms": about.get("processing_time_ms"),
        "doubtful_count": len(doubts(parsed, review_below)),
    }


def record_attempt(tx: Any, outcome: Outcome, doubtful: int, now: datetime) -> None:
    """Puts on record how a parse went, in the table and in the log; nothing of what was read is in it."""
    about = outcome.parsed["parsing_metadata"] if outcome.parsed else {}
    result = outcome.error[0] if outcome.error else "parsed"
    if outcome.error:
        log.warning("parsing failed: %s after %d ms", result, outcome.ms)
    elif doubtful:
        log.info("parsed in %d ms with %d doubtful values", outcome.ms, doubtful)
    tx.resumes.attempt(
        {
            "outcome": result,
            "format": about.get("format"),
            "language": about.get("language"),
            "duration_ms": outcome.ms,
            "confidence_score": about.get("overall_confidence"),
            "doubtful_count": doubtful,
            "cached": outcome.cached,
            "parser_version": outcome.version,
            "created_at": now,
        }
    )


def _version() -> str:
    from ats_core.parser import PARSER_VERSION

    return PARSER_VERSION


def _answer(parsed: dict[str, Any], *, cached: bool) -> ParseAnswer:
    return ParseAnswer(
        candidate_data=ParsedCandidate.model_validate(parsed["candidate_data"]),
        parsing_metadata=ParsingMetadata.model_validate({**parsed["parsing_metadata"], "cached": cached}),
    )


_STATUS: dict[str, type[AtsError]] = {
    "unsupported_format": UnsupportedMedia,
    "not_text": UnsupportedMedia,
    "too_large": TooLarge,
    "zip_bomb": TooLarge,
    "too_many_pages": TooLarge,
}


def _refused(code: str, message: str) -> AtsError:
    sentence, _, hint = message.partition(". ")
    kind = _STATUS.get(code, NotParsed)
    return kind(f"{sentence.rstrip('.')}.", hint=hint or None, reason=code)
