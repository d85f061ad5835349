"""A candidate and a match without the person, and the judgements that people make on them."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from pydantic import Field

from ats_core.errors import RuleRefused
from ats_core.fields import Timestamp
from ats_core.matching.model import Explanation, Part
from ats_core.operations import Model


class NotJudged(RuleRefused):
    """Nobody has put a judgement on record yet, so it stays hidden who it is."""

    code = "not_judged"


class Verdict(StrEnum):
    ADVANCE = "advance"
    HOLD = "hold"
    DECLINE = "decline"


class Judgement(Model):
    """What a person thinks of an application, and why. It moves and rejects nobody."""

    id: UUID
    application_id: UUID
    verdict: Verdict
    reason: str
    actor_id: UUID
    blind: bool = Field(description="True if nobody had been shown who it is before, in blind screening.")
    match_score: float | None = Field(description="0-100, as it was at that moment.")
    matcher_version: str | None
    model_version: str | None
    judged_at: Timestamp


class Judgements(Model):
    judgements: list[Judgement]


class BlindWork(Model):
    title: str | None
    company: str | None
    months: int | None
    current: bool
    description: str | None


class BlindStudy(Model):
    degree: str | None
    field: str | None
    institution: str | None = Field(description="`a university` or `a school`.")


class BlindProfile(Model):
    experience_months: int | None
    skills: list[str]
    work_history: list[BlindWork]
    education: list[BlindStudy]
    certifications: list[str]


class BlindEvidence(Model):
    field: str
    text: str


class BlindSkill(Model):
    """How a skill that the job asks for is met, for `credit` 0-1."""

    asked: str
    required: bool
    credit: float
    relation: str
    had: str | None
    months: int | None
    level: str | None


class BlindMatch(Model):
    """A match without the person; `application_id` is what a judgement names."""

    candidate: str = Field(description="A pseudonym, which stays the same on this job.")
    application_id: UUID
    match_score: float = Field(description="0-100. A help in reading, never a decision.")
    explanation: Explanation
    parts: list[Part]
    strengths: list[str]
    gaps: list[str]
    evidence: list[BlindEvidence]
    skills: list[BlindSkill]
    confidence: float
    notes: list[str]
    model_version: str
    matcher_version: str


class RankedBlindMatch(BlindMatch):
    rank: int
    stage: str
    status: str
    verdict: Verdict | None = Field(description="The newest judgement, if there is one.")


class BlindRanking(Model):
    """The candidates of one job, best first, without who they are."""

    job_id: UUID
    requisition_number: str
    job_title: str
    total: int
    matches: list[RankedBlindMatch]


class BlindApplication(Model):
    """One application without the person: what they can do, how it fits, what people think of it."""

    candidate: str
    application_id: UUID
    requisition_number: str
    job_title: str
    stage: str
    status: str
    profile: BlindProfile
    match: BlindMatch
    judgements: list[Judgement]
