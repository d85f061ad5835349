"""The operations on jobs."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ats_core.access import recruiters, staff
from ats_core.errors import Conflict, NotFound, Stale, UnknownReference
from ats_core.fields import Cursor, Limit, PageNumber
from ats_core.jobs.model import (
    Job,
    JobChanges,
    JobPage,
    JobRef,
    NewJob,
    RequiredSkill,
    Status,
    columns_of,
)
from ats_core.operations import Done, Service, operation
from ats_core.paging import DEFAULT_LIMIT, listing, window


class JobService(Service):
    """Requisitions: what is to be filled, and what it asks for."""

    noun = "jobs"

    @operation("POST", "/jobs", allow=recruiters, status=201)
    def create(self, job: NewJob) -> Job:
        """A new job, as a draft with a requisition number of its own.

        Skills are matched to the taxonomy, so that React.js and ReactJS are one.
        """
        number = job.requisition_number or self.tx.jobs.new_requisition_number(self.now.year)
        if self.tx.jobs.number_taken(number):
            raise Conflict(
                f"The requisition number {number} is taken.", hint="Leave it out to get the next free one."
            )
        if job.salary_range is not None:
            job.salary_range.require_ordered()
        manager = job.hiring_manager_id or self.actor.id
        self._require_user(manager)
        fields = job.model_dump(exclude={"requisition_number", "hiring_manager_id"}) | {
            "salary_range": job.salary_range
        }
        values = _with_skills(columns_of(fields)) | {
            "requisition_number": number,
            "hiring_manager_id": manager,
            "created_by": self.actor.id,
            "created_at": self.now,
            "updated_at": self.now,
        }
        self._require_department(values["department_id"])
        key = self.tx.jobs.add(values)
        self.tx.record("job.created", ("job", key), list(job.model_fields_set))
        return self._job(key)

    @operation("GET", "/jobs", allow=staff)
    def list(
        self,
        status: Status | None = None,
        department_id: UUID | None = None,
        limit: Limit = DEFAULT_LIMIT,
        cursor: Cursor | None = None,
        page: PageNumber | None = None,
    ) -> JobPage:
        """Jobs, newest first."""
        jobs, total, capped = self.tx.jobs.page(window(limit, cursor, page), status, department_id)
        return JobPage(jobs=jobs, **listing(jobs, (total, capped), limit, page))

    @operation("GET", "/jobs/{job_id}", allow=staff)
    def get(self, job_id: JobRef) -> Job:
        """One job, by id or requisition number, with the number of its applications."""
        return self._job(job_id)

    @operation("PUT", "/jobs/{job_id}", allow=recruiters)
    def update(self, job_id: JobRef, changes: JobChanges, if_match: int | None = None) -> Job:
        """The job with `changes` made; fields that are not named stay as they are."""
        job = self._job(job_id, lock=True)
        require_version(job.version, if_match)
        named = {name: getattr(changes, name) for name in changes.model_fields_set}
        if not named:
            return job
        if named.get("salary_range") is not None:
            named["salary_range"].require_ordered()
        if "hiring_manager_id" in named:
            self._require_user(named["hiring_manager_id"])
        self._require_department(named.get("department_id"))
        self.tx.jobs.change(job.id, _with_skills(columns_of(named)), self.now)
        self.tx.record("job.updated", ("job", job.id), list(named))
        return self._job(job.id)

    @operation("DELETE", "/jobs/{job_id}", allow=recruiters)
    def delete(self, job_id: JobRef, if_match: int | None = None) -> Done:
        """Takes the job out of all lists; its history stays."""
        job = self._job(job_id, lock=True)
        require_version(job.version, if_match)
        self.tx.jobs.change(job.id, {"deleted_at": self.now}, self.now)
        self.tx.record("job.deleted", ("job", job.id), ["deleted_at"])
        return Done()

    def _job(self, ref: JobRef | UUID, *, lock: bool = False) -> Job:
        job = self.tx.jobs.get(ref, lock=lock)
        if job is None:
            raise NotFound.of("job", ref)
        return job

    def _require_user(self, user_id: UUID) -> None:
        if not self.tx.users.exists(user_id):
            raise UnknownReference(
                f"There is no user {user_id} to be hiring manager.",
                errors=[{"pointer": "/hiring_manager_id", "code": "unknown", "detail": "no such user"}],
            )

    def _require_department(self, department_id: UUID | None) -> None:
        if department_id is not None and not self.tx.users.department_exists(department_id):
            raise UnknownReference(
                f"There is no department {department_id}.",
                errors=[{"pointer": "/department_id", "code": "unknown", "detail": "no such department"}],
            )


def require_version(actual: int, expected: int | None) -> None:
    """Nothing; Stale if the caller has read another version than the one that is there now."""
    if expected is not None and expected != actual:
        raise Stale(
            f"It was changed in the meantime, and is at version {actual} now.",
            hint="Read it again and repeat your change.",
            version=actual,
        )


def _with_skills(values: dict[str, Any]) -> dict[str, Any]:
    """`values` with skills as the table keeps them: canonical name and taxonomy id."""
    for name in ("required_skills", "preferred_skills"):
        if name in values:
            values[name] = canonical(values[name])
    return values


def canonical(names: list[str]) -> list[RequiredSkill]:
    """Each skill once, by its taxonomy name; an unknown one keeps its spelling."""
    from ats_core.taxonomy import find

    found: dict[str, RequiredSkill] = {}
    for name in names:
        match = find(name)
        skill = RequiredSkill(name=match.name if match else name, id=match.id if match else None)
        found.setdefault(skill["name"].casefold(), skill)
    return list(found.values())
