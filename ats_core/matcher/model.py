"""What the matcher takes and gives: the job's criteria, a candidate's profile, and the explained score.

A profile has no name, gender, photo, birth or graduation year, school, employer name or link: such fields are
not declared here, so they are dropped at the door and cannot move a score.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

EducationLevel = Literal["none", "high-school", "vocational", "bachelor", "master", "doctorate"]
Period = Literal["hour", "day", "month", "year"]
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
    """A skill that the candidate states; `id` is the taxonomy's, `confidence` 0-1 the parser's."""

    name: str
    id: str | None = None
    confidence: float | None = None


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


class SkillMatch(_Frozen):
    """How a skill that the job asks for is met: by `had`, in `relation`, for `credit` 0-1."""

    asked: str
    required: bool
    credit: float
    relation: str
    had: str | None = None
    evidence: str | None = None


class MatchResult(_Frozen):
    """The score (0-100, two decimals), what it is made of, and how much was known (`confidence` 0-1)."""

    match_score: float
    explanation: Explanation
    parts: tuple[Part, ...]
    strengths: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    skills: tuple[SkillMatch, ...] = ()
    confidence: float = Field(ge=0, le=1)
    matcher_version: str
