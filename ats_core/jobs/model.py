"""A job: the requisition, what it asks for, and the states that it goes through."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BeforeValidator, Field, StringConstraints
from typing_extensions import TypedDict

from ats_core.errors import RuleRefused
from ats_core.fields import Body, EducationLevel, Line, SalaryRange, Short, Timestamp, nothing, whole
from ats_core.operations import Model

JobRef = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"),
    BeforeValidator(lambda ref: str(ref) if isinstance(ref, UUID) else ref),
    Field(description="The id, or the requisition number."),
]
RequisitionNumber = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,49}$")]
Openings = Annotated[int, Field(ge=1, le=10_000), BeforeValidator(whole)]
Months = Annotated[int, Field(ge=0, le=1200, description="Months."), BeforeValidator(whole)]


class Status(StrEnum):
    """The seven states of decision C1."""

    DRAFT = "draft"
    PENDING_APPROVAL = "pending-approval"
    APPROVED = "approved"
    OPEN = "open"
    ON_HOLD = "on-hold"
    CLOSED = "closed"
    ARCHIVED = "archived"


EmploymentType = Literal["full-time", "part-time", "contract", "intern", "temporary"]
Skills = Annotated[list[Short], Field(max_length=200)]

TAKES_CANDIDATES = frozenset(
    {Status.DRAFT, Status.PENDING_APPROVAL, Status.APPROVED, Status.OPEN, Status.ON_HOLD}
)


class RequiredSkill(TypedDict):
    """A skill that a job asks for; `id` is the taxonomy's, null where it does not know the skill."""

    name: str
    id: str | None


class NewJob(Model):
    """What a job is made from."""

    title: Line
    location: Line
    description: Body | None = None
    department_id: UUID | None = None
    hiring_manager_id: UUID | None = Field(default=None, description="Whoever creates the job, if not given.")
    employment_type: EmploymentType = "full-time"
    salary_range: SalaryRange | None = None
    required_skills: Skills = []
    preferred_skills: Skills = []
    required_experience_months: Months | None = None
    required_education: EducationLevel | None = None
    openings_count: Openings = 1
    requisition_number: RequisitionNumber | None = Field(
        default=None, description="Made up as REQ-<year>-<number> if not given."
    )


def unset_id() -> UUID:
    return UUID(int=0)


class JobChanges(Model):
    """The fields to change; those not named stay as they are (their defaults are never read)."""

    title: Line = Field(default_factory=str)
    location: Line = Field(default_factory=str)
    description: Body | None = Field(default_factory=nothing)
    department_id: UUID | None = Field(default_factory=nothing)
    hiring_manager_id: UUID = Field(default_factory=unset_id)
    employment_type: EmploymentType = Field(default_factory=lambda: "full-time")
    salary_range: SalaryRange | None = Field(default_factory=nothing)
    required_skills: Skills = Field(default_factory=list)
    preferred_skills: Skills = Field(default_factory=list)
    required_experience_months: Months | None = Field(default_factory=nothing)
    required_education: EducationLevel | None = Field(default_factory=nothing)
    openings_count: Openings = Field(default_factory=lambda: 1)


class Job(Model):
    id: UUID
    requisition_number: str
    title: str
    description: str | None
    department_id: UUID | None
    hiring_manager_id: UUID
    location: str
    employment_type: EmploymentType
    salary_range: SalaryRange | None
    required_skills: list[RequiredSkill]
    preferred_skills: list[RequiredSkill]
    required_experience_months: int | None
    required_education: EducationLevel | None
    status: Status
    openings_count: int
    applications_count: int
    version: int
    created_by: UUID | None
    created_at: Timestamp
    updated_at: Timestamp
    published_at: Timestamp | None
    closed_at: Timestamp | None


class JobPage(Model):
    jobs: list[Job]
    total: int = Field(description="How many there are; counting stops at a cap.")
    total_capped: bool
    page: int | None
    limit: int
    next_cursor: str | None


def columns_of(fields: dict[str, Any]) -> dict[str, Any]:
    """Column values for fields of NewJob or JobChanges: the salary range is four columns (decision C14)."""
    values = dict(fields)
    if "salary_range" in values:
        salary: SalaryRange | None = values.pop("salary_range")
        values |= {
            "salary_range_min": salary.min if salary else None,
            "salary_range_max": salary.max if salary else None,
            "salary_range_currency": salary.currency if salary else None,
            "salary_range_period": salary.period if salary else None,
        }
    return values


def salary_of(
    low: Decimal | None, high: Decimal | None, currency: str | None, period: Any
) -> SalaryRange | None:
    """The range in four columns, or None where none is stated."""
    if low is None and high is None:
        return None
    return SalaryRange.model_construct(min=low, max=high, currency=currency or "EUR", period=period or "year")


def require_open_for_candidates(job: Job) -> None:
    """Nothing; RuleRefused if `job` takes no candidates any more."""
    if job.status not in TAKES_CANDIDATES:
        raise RuleRefused(
            f"Job {job.requisition_number} is {job.status.value} and takes no candidates.",
            hint="Choose a job that is not closed: ats job list.",
            job=job.requisition_number,
            status=job.status.value,
        )


def next_requisition_number(year: int, last: int) -> str:
    """The number after the `last` one of `year`."""
    return f"REQ-{year}-{last + 1:04d}"
