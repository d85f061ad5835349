"""What the matcher takes and gives: the job's criteria, a candidate's profile, and the explained score.

A profile has no name, gender, photo, birth or graduation year, school, employer name or link: such fields are
not declared here, so they are dropped at the door and cannot move a score.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

EducationLevel = Literal["none", "high-school", "vocational", "bachelor", "master", "doctorate"]
Period = Literal["hour", "day", "month", "year"]
Level = Literal["basic", "intermediate", "advanced", "expert"]
LEVELS: tuple[EducationLevel, ...] = ("none", "high-school", "vocational", "bachelor", "master", "doctorate")


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False)


class _Pay(_Frozen):
    salary_min: float | None = None
    salary_max: float | None = None
    salary_currency: str | None = None
    salary_period: Period | None = None


class JobCriteria(_Pay):
    """What a job asks for. None is "not said"; `remote` True means that no place is asked for."""

    title: str = ""
    description: str | None = None
    required_skills: tuple[str, ...] = ()
    preferred_skills: tuple[str, ...] = ()
    required_experience_months: int | None = None
    required_education: EducationLevel | None = None
    location: str | None = None
    remote: bool | None = None


class ProfileSkill(_Frozen):
    """A skill that the candidate states; `id` is the taxonomy's, `confidence` 0-1 the parser's, `level` as
    stated.
    """

    name: str
    id: str | None = None
    confidence: float | None = None
    level: Level | None = None


class Position(_Frozen):
    """A job that the candidate had; dates are YYYY, YYYY-MM or YYYY-MM-DD."""

    title: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    current: bool = False
    description: str | None = None


class Study(_Frozen):
    """A course of study: the degree and its field, not the school and not the year."""

    degree: str | None = None
    field: str | None = None


class Profile(_Pay):
    """What the matcher may know of a candidate; the salary is the one expected."""

    skills: tuple[ProfileSkill, ...] = ()
    experience_months: int | None = None
    work_history: tuple[Position, ...] = ()
    education: tuple[Study, ...] = ()
    certifications: tuple[str, ...] = ()
    location: str | None = None

    @field_validator("skills", mode="before")
    @classmethod
    def _named(cls, value: Any) -> Any:
        """A bare string is a skill's name."""
        return [{"name": v} if isinstance(v, str) else v for v in value] if value else ()


class OtherMatch(_Frozen):
    """The two halves of "other", 0-100."""

    location: float
    salary: float


class Explanation(_Frozen):
    """The value of each part, 0-100 (decision C16)."""

    skills_match: float
    experience_match: float
    education_match: float
    location_match: float
    other_match: OtherMatch


class Part(_Frozen):
    """A term of the score: `points` is `weight` x `value`, rounded to 0.01; the points sum to the score."""

    name: str
    weight: float
    value: float
    points: float


class Evidence(_Frozen):
    """Where a profile says something: `text` is what stands at `start` to `end` of the field, with the words
    around it where it is prose."""

    field: str
    start: int
    end: int
    text: str


class SkillMatch(_Frozen):
    """How a skill that the job asks for is met: by `had`, in `relation`, for `credit` 0-1.

    `months` of use and months since the last use (`ago`) as far as past jobs show it; `level` as stated.
    `depth`, `recency` and `mastery` (0-1) are what these are worth, the best of all skills that stand near,
    each times its credit.
    """

    asked: str
    required: bool
    credit: float
    relation: str
    had: str | None = None
    evidence: str | None = None
    months: int | None = None
    ago: int | None = None
    level: Level | None = None
    said: Evidence | None = None
    depth: float = 0.0
    recency: float = 0.0
    mastery: float = 0.0


class Neighbour(_Frozen):
    """A past outcome that resembles the pair: its number, and its weight (above 0, at most 2)."""

    outcome: int
    weight: float


class Basis(_Frozen):
    """What the learned terms were made from: enough to make them again.

    `features` are in the order of `features.NAMES`; `memory` is the number of the newest outcome known.
    """

    model: str
    features: tuple[float, ...]
    memory: int
    neighbours: tuple[Neighbour, ...] = ()
    successes: float = 0.0
    weight: float = 0.0


class MatchResult(_Frozen):
    """The score (0-100, two decimals), what it is made of, and how much was known (`confidence` 0-1)."""

    match_score: float
    explanation: Explanation
    parts: tuple[Part, ...]
    strengths: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    skills: tuple[SkillMatch, ...] = ()
    confidence: float = Field(ge=0, le=1)
    notes: tuple[str, ...] = ()
    basis: Basis
    matcher_version: str
