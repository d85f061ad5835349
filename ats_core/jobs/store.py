"""Jobs in the database."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, func, insert, literal, select, update

from ats_core.applications.tables import applications
from ats_core.ids import uuid7
from ats_core.jobs.model import Job, JobRef, Status, next_requisition_number, salary_of
from ats_core.jobs.tables import jobs
from ats_core.paging import Window
from ats_core.store.lists import capped_count, windowed
from ats_core.store.work import Work

_APPLIED = (
    select(func.count())
    .where(applications.c.job_id == jobs.c.id, applications.c.deleted_at.is_(None))
    .correlate(jobs)
    .scalar_subquery()
    .label("applications_count")
)
_UNCOUNTED = select(jobs, literal(0).label("applications_count")).where(jobs.c.deleted_at.is_(None))
_JOB = select(jobs, _APPLIED).where(jobs.c.deleted_at.is_(None))

# Requisition numbers of one year are given out one after the other.
_NUMBER_LOCK = 0x4154_5352_4551_0000


class JobStore:
    def __init__(self, work: Work) -> None:
        self.work = work

    def get(self, ref: JobRef | UUID, *, lock: bool = False) -> Job | None:
        """The job with that id or requisition number; locked against changes if asked."""
        query = _JOB.where(jobs.c.id == ref) if isinstance(ref, UUID) else _JOB.where(_named(ref))
        row = self.work.execute(query.with_for_update(of=jobs) if lock else query).first()
        return None if row is None else _job(row)

    def uncounted(self, job_id: UUID) -> Job | None:
        """The job without the number of its applications (0): counting them costs each of them."""
        row = self.work.execute(_UNCOUNTED.where(jobs.c.id == job_id)).first()
        return None if row is None else _job(row)

    def page(
        self, window: Window, status: Status | None, department_id: UUID | None
    ) -> tuple[list[Job], int, bool]:
        """`(jobs, total, capped)`, newest first."""
        conditions: list[ColumnElement[bool]] = [jobs.c.deleted_at.is_(None)]
        if status is not None:
            conditions.append(jobs.c.status == status.value)
        if department_id is not None:
            conditions.append(jobs.c.department_id == department_id)
        rows = self.work.execute(windowed(_JOB.where(*conditions), jobs, window))
        total, capped = capped_count(self.work, jobs, *conditions)
        return [_job(row) for row in rows], total, capped

    def new_requisition_number(self, year: int) -> str:
        """The next free REQ-<year>-<number>; a deleted job's number never comes back."""
        self.work.execute(select(func.pg_advisory_xact_lock(_NUMBER_LOCK + year)))
        digits = func.substring(jobs.c.requisition_number, rf"^REQ-{year}-(\d{{1,9}})$")
        last = self.work.execute(
            select(func.max(func.cast(digits, type_=jobs.c.openings_count.type))).where(
                jobs.c.requisition_number.like(f"REQ-{year}-%")
            )
        ).scalar()
        return next_requisition_number(year, int(last or 0))

    def number_taken(self, number: str) -> bool:
        query = select(jobs.c.id).where(jobs.c.requisition_number == number)
        return self.work.execute(query).first() is not None

    def add(self, values: dict[str, Any]) -> UUID:
        key = uuid7()
        self.work.execute(insert(jobs).values(id=key, **values))
        return key

    def change(self, job_id: UUID, values: dict[str, Any], now: datetime) -> None:
        self.work.execute(
            update(jobs)
            .where(jobs.c.id == job_id)
            .values(**values, version=jobs.c.version + 1, updated_at=now)
        )


def _named(ref: str) -> Any:
    try:
        return jobs.c.id == UUID(ref)
    except ValueError:
        return jobs.c.requisition_number == ref


def _job(row: Row[Any]) -> Job:
    return Job.model_construct(
        id=row.id,
        requisition_number=row.requisition_number,
        title=row.title,
        description=row.description,
        department_id=row.department_id,
        hiring_manager_id=row.hiring_manager_id,
        location=row.location,
        employment_type=row.employment_type,
        salary_range=salary_of(
            row.salary_range_min, row.salary_range_max, row.salary_range_currency, row.salary_range_period
        ),
        required_skills=row.required_skills,
        preferred_skills=row.preferred_skills,
        required_experience_months=row.required_experience_months,
        required_education=row.required_education,
        status=Status(row.status),
        openings_count=row.openings_count,
        applications_count=row.applications_count,
        version=row.version,
        created_by=row.created_by,
        created_at=row.created_at,
        updated_at=row.updated_at,
        published_at=row.published_at,
        closed_at=row.closed_at,
    )
