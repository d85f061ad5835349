"""A match: how well one candidate fits one job, with the parts that add up to the score."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BeforeValidator, Field, StringConstraints

from ats_core.errors import RuleRefused, Unavailable
from ats_core.fields import EducationLevel, Short, Timestamp, whole
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


class Evidence(Model):
    """Where the profile says something: the field, the characters `start` to `end` of it, and the words."""

    field: str
    start: int
    end: int
    text: str


class SkillMatch(Model):
    """How a skill that the job asks for is met, for `credit` 0-1."""

    asked: str
    required: bool
    credit: float
    relation: str
    had: str | None
    months: int | None = Field(description="Months in which past jobs show it.")
    ago: int | None = Field(description="Months since it was last used.")
    level: str | None
    said: Evidence | None


class Match(Model):
    candidate_id: UUID
    candidate_name: str
    job_id: UUID
    match_score: float = Field(description="0-100. A help in reading, never a decision.")
    explanation: Explanation
    parts: list[Part]
    strengths: list[str]
    gaps: list[str]
    evidence: list[Evidence]
    skills: list[SkillMatch]
    confidence: float = Field(description="0-1: how much of what the score needs is known.")
    notes: list[str] = Field(description="What to know of the learned terms.")
    model_version: str
    memory_version: int = Field(description="Number of the newest outcome that was known.")
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


class Training(Model):
    """Whether what is remembered has changed: an outcome that says nothing new, or nothing at all, does
    not.
    """

    model_updated: bool


class Difference(Model):
    """One term: the candidate's points, the points of the one at the cut, and what lies between them."""

    name: str
    points: float
    at_the_cut: float
    difference: float


class WhatIf(Model):
    """What would have to be so, besides all that is, and the score that it would make."""

    changes: list[str]
    match_score: float
    reaches: bool


class WhyNot(Model):
    """Why a candidate is not among the best: the rank, what is lacking, the smallest change that would do."""

    candidate_id: UUID
    candidate_name: str
    job_id: UUID
    top: int
    rank: int
    total: int
    match_score: float
    cut: float = Field(description="The score of the last one who is among them.")
    among: bool
    terms: list[Difference]
    changes: list[WhatIf]


class ReplayedScore(Model):
    """A stored score, made again from what is kept of it; `reason` says why it can't be, or differs."""

    candidate_id: UUID
    stored: float
    again: float | None
    same: bool
    model_version: str | None
    memory_version: int | None
    reason: str | None


class Replay(Model):
    job_id: UUID
    total: int
    same: int
    scores: list[ReplayedScore]


SkillNames = Annotated[list[Short], Field(max_length=200)]
Months = Annotated[int, Field(ge=0, le=1200), BeforeValidator(whole)]
Origin = Literal["entered", "text", "none"]


class CriteriaChanges(Model):
    """What the job is to ask for; fields that are not named stay as they are."""

    required_skills: SkillNames = Field(default_factory=list)
    preferred_skills: SkillNames = Field(default_factory=list)
    required_experience_months: Months | None = Field(default_factory=lambda: None)
    required_education: EducationLevel | None = Field(default_factory=lambda: None)


class Criteria(Model):
    """What matching takes the job to ask for, and where each comes from: entered, the text, or nowhere."""

    job_id: UUID
    requisition_number: str
    required_skills: list[str]
    preferred_skills: list[str]
    required_experience_months: int | None
    required_education: EducationLevel | None
    location: str | None
    remote: bool
    origins: dict[str, Origin]
    suggested: CriteriaChanges = Field(description="What the title and description speak of.")


ModelVersion = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]{0,49}$"),
    Field(description="The name of a model."),
]


class LearnedModel(Model):
    """A model of the adjustment: how it stands, why not if it was not promoted, and its card."""

    version: str
    status: Literal["shipped", "candidate", "promoted", "retired"]
    in_force: bool
    outcomes: int = Field(description="Real outcomes that it has learned from.")
    bound: float = Field(description="Points, either way, that it can move a score by at most.")
    reason: str | None
    created_at: Timestamp | None
    promoted_at: Timestamp | None
    figures: dict[str, Any] = Field(description="Its figures, and those of the model before it.")
    card: dict[str, Any]


class LearnedModels(Model):
    models: list[LearnedModel]
    outcomes: int = Field(description="Labelled outcomes since the model in force was trained.")


class Figures(Model):
    """How scores do on outcomes: accuracy beside the majority rate, and the rest of what counts."""

    rows: int
    majority: float
    accuracy: float
    macro_f1: float
    auc: float
    brier: float
    ece: float
    impact: dict[str, float]


class ModelEvaluation(Model):
    version: str
    outcomes: int = Field(description="Labelled outcomes that are known.")
    learned_from: int = Field(description="How many of them the model has learned from.")
    adjusted: Figures | None = Field(description="Null while there are not outcomes of both kinds.")
    formula: Figures | None


class TooFewOutcomes(RuleRefused):
    """There are not enough outcomes, or none of one kind, to learn from or to try a model on."""

    code = "too_few_outcomes"


class ModelWorse(RuleRefused):
    """The model is worse than the one in force: in AUC, in calibration, or for a group."""

    code = "model_worse"


class LearningUnavailable(Unavailable):
    """XGBoost is not installed: everything but the learning itself works without."""

    code, retryable = "learning_unavailable", False
