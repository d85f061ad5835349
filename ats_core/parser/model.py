"""What the parser returns: the candidate's data in the shape of the API, and a receipt for each value."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ContactInfo(_Frozen):
    """How to reach the person. `phone` is E.164, `phone_raw` as printed; `confidence` is 0-1."""

    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    phone: str | None = None
    phone_raw: str | None = None
    location: str | None = None
    linkedin_url: str | None = None
    portfolio_url: str | None = None
    confidence: float = 0.0
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()


class Education(_Frozen):
    """One degree or course of study; `start_date` is "YYYY" or "YYYY-MM"."""

    degree: str | None = None
    field: str | None = None
    institution: str | None = None
    start_date: str | None = None
    graduation_year: int | None = None
    confidence: float = 0.0


class Work(_Frozen):
    """One job; dates are "YYYY" or "YYYY-MM", as exact as printed. A running job has no `end_date`."""

    title: str | None = None
    company: str | None = None
    location: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    current: bool = False
    description: str | None = None
    confidence: float = 0.0


class CandidateData(_Frozen):
    """All that the document says about the person. Education and work come newest first."""

    contact_info: ContactInfo
    education: tuple[Education, ...] = ()
    work_history: tuple[Work, ...] = ()
    skills: tuple[str, ...] = ()
    certifications: tuple[str, ...] = ()
    years_of_experience: float = 0.0
    experience_months: int = 0
    languages: tuple[str, ...] = ()


class ParsingMetadata(_Frozen):
    """How the parse went. `language` is ISO 639-1; `pages` is null where the format has none."""

    format: str
    pages: int | None
    language: str
    processing_time_ms: int
    overall_confidence: float
    parser_version: str
    warnings: tuple[str, ...] = ()


class Receipt(_Frozen):
    """Where a value comes from.

    `raw` is the text as printed; `start` and `end` are its place in `ParsedResume.text`. For PDF, `page`
    counts from 1 and `box` is (left, top, right, bottom) in points from the page's upper left corner.
    `found_by` names the rule or model that found it ("email-pattern", "title-vocabulary"; docs/parser.md
    lists them).
    """

    raw: str
    confidence: float
    start: int | None = None
    end: int | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    found_by: str = ""


class SkillDetail(_Frozen):
    """One skill: `name` as the taxonomy spells it (else as printed), `raw` as printed."""

    name: str
    raw: str
    confidence: float
    receipt: Receipt | None = None


class HiddenText(_Frozen):
    """Text that a reader cannot see, or that speaks to a machine; it stands in no field and not in the text.

    `reason` is a `Reason` of `ats_core.parser.hidden`; `excerpt` has at most 200 characters.
    """

    reason: str
    excerpt: str
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


class ParsedResume(_Frozen):
    """The outcome of one parse."""

    candidate_data: CandidateData
    parsing_metadata: ParsingMetadata
    skill_details: tuple[SkillDetail, ...] = ()
    receipts: dict[str, Receipt] = Field(default_factory=dict)
    text: str = ""
    hidden_text: tuple[HiddenText, ...] = ()

    def to_api(self) -> dict[str, Any]:
        """The answer of the parse endpoint: `candidate_data` and `parsing_metadata` alone, as JSON values."""
        return self.model_dump(mode="json", include={"candidate_data", "parsing_metadata"})
