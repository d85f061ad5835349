"""A candidate: one person, however many résumés, addresses and applications they have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BeforeValidator, Field, StringConstraints
from typing_extensions import TypedDict

from ats_core.fields import (
    Body,
    Email,
    Line,
    Money,
    Name,
    SalaryRange,
    Short,
    Timestamp,
    Url,
    YesNo,
    nothing,
    whole,
)
from ats_core.operations import Model

CandidateId = UUID
Phone = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[+0-9(][0-9 ()./-]{1,38}[0-9)]$")]
Tag = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, pattern=r"^[^\s/\\\x00-\x1f][^/\\\x00-\x1f]{0,48}[^\s/\\\x00-\x1f]?$"
    ),
]
Month = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2]))?$")]
Emails = Annotated[list[Email], Field(max_length=20)]
Phones = Annotated[list[Phone], Field(max_length=20)]
Tags = Annotated[list[Tag], Field(max_length=100)]
SkillNames = Annotated[list[Short], Field(max_length=500)]
Certifications = Annotated[list[Line], Field(max_length=200)]
ExperienceMonths = Annotated[
    int, Field(ge=0, le=1200, description="Months of work in all."), BeforeValidator(whole)
]


class Skill(TypedDict):
    """One skill (decision C22): canonical name, as it was written, 0-1 confidence, taxonomy id or null."""

    name: str
    raw: str | None
    confidence: float | None
    id: str | None


class Education(TypedDict):
    degree: str | None
    field: str | None
    institution: str | None
    graduation_year: int | None


class Work(TypedDict):
    """One position; dates are YYYY or YYYY-MM, `end_date` null while `current`."""

    title: str | None
    company: str | None
    start_date: str | None
    end_date: str | None
    current: bool
    description: str | None


class Origin(TypedDict):
    """Where a field's value comes from: a person's hand, or a résumé."""

    origin: Literal["person", "resume"]
    by: str | None
    at: str | None


class NewEducation(Model):
    degree: Line | None = None
    field: Line | None = None
    institution: Line | None = None
    graduation_year: Annotated[int, Field(ge=1900, le=2100), BeforeValidator(whole)] | None = None


class NewWork(Model):
    title: Line | None = None
    company: Line | None = None
    start_date: Month | None = None
    end_date: Month | None = None
    current: YesNo = False
    description: Body | None = None


Educations = Annotated[list[NewEducation], Field(max_length=100)]
WorkHistory = Annotated[list[NewWork], Field(max_length=200)]


class NewCandidate(Model):
    """What a person enters by hand. The first e-mail and the first phone are the primary ones."""

    first_name: Name
    last_name: Name = ""
    emails: Emails = []
    phones: Phones = []
    location: Line | None = None
    linkedin_url: Url | None = None
    portfolio_url: Url | None = None
    current_company: Line | None = None
    current_title: Line | None = None
    experience_months: ExperienceMonths | None = None
    skills: SkillNames = []
    education: Educations = []
    work_history: WorkHistory = []
    certifications: Certifications = []
    salary_expectation: SalaryRange | None = None
    source: Short | None = None
    tags: Tags = []


class CandidateChanges(Model):
    """The fields to change; those not named stay as they are. What is set here, no import overwrites."""

    first_name: Name = Field(default_factory=str)
    last_name: Name = Field(default_factory=str)
    emails: Emails = Field(default_factory=list)
    phones: Phones = Field(default_factory=list)
    location: Line | None = Field(default_factory=nothing)
    linkedin_url: Url | None = Field(default_factory=nothing)
    portfolio_url: Url | None = Field(default_factory=nothing)
    current_company: Line | None = Field(default_factory=nothing)
    current_title: Line | None = Field(default_factory=nothing)
    experience_months: ExperienceMonths | None = Field(default_factory=nothing)
    skills: SkillNames = Field(default_factory=list)
    education: Educations = Field(default_factory=list)
    work_history: WorkHistory = Field(default_factory=list)
    certifications: Certifications = Field(default_factory=list)
    salary_expectation: SalaryRange | None = Field(default_factory=nothing)
    source: Short | None = Field(default_factory=nothing)
    tags: Tags = Field(default_factory=list)


class Candidate(Model):
    id: UUID
    first_name: str
    last_name: str
    full_name: str
    email: str | None = Field(description="The primary address.")
    emails: list[str]
    phone: str | None = Field(description="The primary number, E.164.")
    phones: list[str]
    location: str | None
    linkedin_url: str | None
    portfolio_url: str | None
    current_company: str | None
    current_title: str | None
    experience_months: int | None
    years_of_experience: int | None
    skills: list[Skill]
    education: list[Education]
    work_history: list[Work]
    certifications: list[str]
    languages: list[str]
    salary_expectation: SalaryRange | None
    source: str | None
    tags: list[str]
    provenance: dict[str, Origin]
    version: int
    created_at: Timestamp
    updated_at: Timestamp
    last_activity: Timestamp | None


@dataclass(frozen=True, slots=True)
class Filter:
    """What to look for; None does not restrict. `skill` is a canonical name."""

    name: str | None = None
    email: str | None = None
    skill: str | None = None
    tag: str | None = None
    source: str | None = None
    created_after: datetime | None = None
    updated_after: datetime | None = None
    deleted: bool = False


class CandidatePage(Model):
    candidates: list[Candidate]
    total: int = Field(description="How many there are; counting stops at a cap.")
    total_capped: bool
    page: int | None
    limit: int
    next_cursor: str | None


class Note(Model):
    id: UUID
    candidate_id: UUID
    author_id: UUID
    body: str
    created_at: Timestamp


class Notes(Model):
    notes: list[Note]


class Attachment(Model):
    id: UUID
    candidate_id: UUID
    filename: str
    kind: Literal["resume", "cover-letter", "certificate", "other"]
    media_type: str
    size_bytes: int
    sha256: str
    created_at: Timestamp


class Attachments(Model):
    attachments: list[Attachment]


AttachmentKind = Literal["resume", "cover-letter", "certificate", "other"]

# The fields whose origin is kept one by one.
TRACKED = (
    "first_name", "last_name", "emails", "phones", "location", "linkedin_url", "portfolio_url",
    "current_company", "current_title", "experience_months", "skills", "education", "work_history",
    "certifications", "languages", "salary_expectation", "source", "tags",
)  # fmt: skip


def by_person(fields: list[str], actor: UUID, at: str) -> dict[str, Origin]:
    """The provenance of `fields` that somebody has just set by hand."""
    return {name: Origin(origin="person", by=str(actor), at=at) for name in fields if name in TRACKED}


def is_edited(provenance: dict[str, Any], field: str) -> bool:
    """Whether a person has set `field`, so that no résumé may."""
    return bool(provenance.get(field, {}).get("origin") == "person")


def money_columns(salary: SalaryRange | None) -> dict[str, Money | str | None]:
    return {
        "salary_expectation_min": salary.min if salary else None,
        "salary_expectation_max": salary.max if salary else None,
        "salary_expectation_currency": salary.currency if salary else None,
        "salary_expectation_period": salary.period if salary else None,
    }
