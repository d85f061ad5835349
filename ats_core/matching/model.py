"""A match: how well one candidate fits one job, with the parts that add up to the score."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from ats_core.operations import Model

CandidateIds = Annotated[list[UUID], Field(min_length=1, max_length=1000)]


class Location(Model):
    location: float
    salary: float


class Explanation(Model):
    """Each part's own value, 0-100 (decision C16)."""

    skills_match: float
    experience_match: float
    education_match: float
    location_match: float
    other_match: Location


class Part(Model):
    """One term of the score: `points` = weight x value; the points of all parts sum to the score."""

    name: str
    weight: float
    value: float
    points: float


class Match(Model):
    candidate_id: UUID
    candidate_name: str
    job_id: UUID
    match_score: float = Field(description="0-100. A help in reading, never a decision.")
    explanation: Explanation
    parts: list[Part]
    strengths: list[str]
    gaps: list[str]
    confidence: float = Field(description="0-1: how much of what the score needs is known.")
    matcher_version: str


class RankedMatch(Match):
    rank: int
    application_id: UUID | None
    stage: str | None
    status: str | None


class Ranking(Model):
    """The candidates of one job, best first; ties by candidate id."""

    job_id: UUID
    requisition_number: str
    job_title: str
    total: int
    matches: list[RankedMatch]


class BatchResult(Model):
    candidate_id: UUID
    candidate_name: str
    match_score: float
    confidence: float
    strengths: list[str]
    gaps: list[str]


class Batch(Model):
    job_id: UUID
    results: list[BatchResult]
