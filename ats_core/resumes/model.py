"""A parsed résumé: what was read, what is doubtful, what a person has put right."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import ConfigDict, Field, StringConstraints

from ats_core.candidates.model import NewEducation, NewWork, Phone
from ats_core.errors import Invalid
from ats_core.fields import Email, Line, Name, Short, Timestamp, Url
from ats_core.operations import Model

FileUrl = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
FileUrls = Annotated[
    list[FileUrl],
    Field(min_length=1, max_length=1000, description="Files in stores that the server may read."),
]
BATCH_HOURS = 24

CONTACT = ("first_name", "last_name", "email", "phone", "location", "linkedin_url", "portfolio_url")
LISTS = ("education", "work_history", "skills", "certifications", "languages")
# The fields of an entry, as candidates have them.
ENTRIES = {"education": tuple(NewEducation.model_fields), "work_history": tuple(NewWork.model_fields)}


class NotParsed(Invalid):
    """The document could not be read; `details["reason"]` says why, in the parser's own codes."""

    code = "not_parsed"


class _Answer(Model):
    # What a newer parser says besides stays out, so that answers keep their shape.
    model_config = ConfigDict(extra="ignore")


class ParsedContact(_Answer):
    """How to reach the person; `phone` is E.164, `phone_raw` as printed."""

    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    phone: str | None = None
    phone_raw: str | None = None
    location: str | None = None
    linkedin_url: str | None = None
    portfolio_url: str | None = None
    confidence: float = 0.0


class ParsedEducation(_Answer):
    degree: str | None = None
    field: str | None = None
    institution: str | None = None
    graduation_year: int | None = None
    confidence: float = 0.0


class ParsedWork(_Answer):
    """One position; dates are YYYY or YYYY-MM, as exact as printed; a running one has no `end_date`."""

    title: str | None = None
    company: str | None = None
    location: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    current: bool = False
    description: str | None = None
    confidence: float = 0.0


class ParsedCandidate(_Answer):
    """What the document says about the person; education and work newest first."""

    contact_info: ParsedContact
    education: list[ParsedEducation] = []
    work_history: list[ParsedWork] = []
    skills: list[str] = []
    certifications: list[str] = []
    languages: list[str] = []
    years_of_experience: float = 0.0


class ParsingMetadata(_Answer):
    format: str
    pages: int | None = None
    language: str | None = None
    processing_time_ms: int
    overall_confidence: float
    parser_version: str
    warnings: list[str] = []
    cached: bool = Field(default=False, description="The result of an earlier parse of the same content.")


class ParseAnswer(Model):
    """The answer of the parser: data and how it was got."""

    candidate_data: ParsedCandidate
    parsing_metadata: ParsingMetadata


class BatchStarted(Model):
    job_id: UUID
    status: Literal["processing", "completed"]


class FileError(Model):
    code: str
    message: str


class BatchFile(Model):
    """One file of a batch; data and metadata are there once it is parsed."""

    file_url: str
    status: Literal["pending", "parsed", "failed"]
    candidate_data: ParsedCandidate | None = None
    parsing_metadata: ParsingMetadata | None = None
    error: FileError | None = None


class BatchState(Model):
    """A batch, its progress and its results, in the order of the request; kept for a day after its end."""

    job_id: UUID
    status: Literal["processing", "completed"]
    total: int
    done: int
    failed: int
    results: list[BatchFile]
    created_at: Timestamp
    finished_at: Timestamp | None


class ParseStatistics(Model):
    """How parsing went since a moment; nothing of what was read is in it."""

    since: Timestamp
    attempts: int
    parsed: int
    failed: int
    cached: int
    success_rate: float | None = Field(description="parsed / attempts, 0-1; null without attempts.")
    failures: dict[str, int] = Field(description="How often each error code came.")
    doubtful: int = Field(description="Parses with a value that a person should look at.")
    mean_confidence: float | None
    median_ms: float | None


class Doubt(Model):
    """A value that the parser is not sure enough of, and where it stands in the document."""

    path: str = Field(description="Such as contact_info.email or work_history[0].title.")
    value: Any = None
    raw: str | None = None
    confidence: float
    found_by: str | None = None
    page: int | None = None
    box: list[float] | None = Field(default=None, description="left, top, right, bottom in points.")


class Resume(Model):
    """A parsed résumé of a candidate, as lists show it."""

    id: UUID
    candidate_id: UUID
    candidate_name: str
    filename: str | None
    sha256: str
    format: str | None
    language: str | None
    parser_version: str
    confidence: float | None
    doubtful: int
    reviewed_at: Timestamp | None
    created_at: Timestamp


class ResumePage(Model):
    resumes: list[Resume]
    total: int
    total_capped: bool
    page: int | None
    limit: int
    next_cursor: str | None


class ContactCorrections(Model):
    """The contact fields to put right; those not named stay as parsed, null takes a value away."""

    first_name: Name | None = None
    last_name: Name | None = None
    email: Email | None = None
    phone: Phone | None = None
    location: Line | None = None
    linkedin_url: Url | None = None
    portfolio_url: Url | None = None


class Corrections(Model):
    """What a person puts right. A list that is named takes the place of the whole parsed list."""

    contact_info: ContactCorrections | None = None
    education: Annotated[list[NewEducation], Field(max_length=100)] | None = None
    work_history: Annotated[list[NewWork], Field(max_length=200)] | None = None
    skills: Annotated[list[Short], Field(max_length=500)] | None = None
    certifications: Annotated[list[Line], Field(max_length=200)] | None = None
    languages: Annotated[list[Short], Field(max_length=100)] | None = None


class ReviewedResume(Model):
    """One résumé with its data as corrected, its doubtful values, and the corrections so far."""

    resume: Resume
    candidate_data: ParsedCandidate
    doubts: list[Doubt]
    corrections: dict[str, Any]
    reviewed_by: UUID | None


class Change(Model):
    """A value that another parse reads otherwise; `kept` says that a person's correction stays in force."""

    path: str
    before: Any = None
    after: Any = None
    kept: bool = False


class Reparse(Model):
    """What parsing the same document with this version changes."""

    id: UUID
    candidate_id: UUID
    candidate_name: str
    from_version: str
    to_version: str
    confidence_before: float | None
    confidence_after: float | None
    changes: list[Change]
    error: FileError | None = Field(
        default=None, description="Why this version can't read it; what was read before stays."
    )
    applied: bool
