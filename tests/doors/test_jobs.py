"""Jobs through both doors."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import pytest

from ats_core.errors import BadRequest, Conflict, Invalid, NotFound, RuleRefused, Stale, UnknownReference
from ats_core.fields import SalaryRange
from ats_core.jobs.model import JobChanges, NewJob, Status
from ats_sdk import Ats


def test_a_job_is_a_draft_with_a_number_of_its_own(ats: Ats) -> None:
    first = ats.jobs.create(NewJob(title="Nurse", location="Porto"))
    second = ats.jobs.create(NewJob(title="Nurse", location="Porto"))
    year = first.created_at.year
    assert first.status is Status.DRAFT
    assert (first.requisition_number, second.requisition_number) == (f"REQ-{year}-0001", f"REQ-{year}-0002")
    assert ats.jobs.get(first.requisition_number) == ats.jobs.get(str(first.id)) == first


def test_a_deleted_jobs_number_never_comes_back(ats: Ats) -> None:
    job = ats.jobs.create(NewJob(title="Nurse", location="Porto"))
    ats.jobs.delete(job.requisition_number)
    with pytest.raises(NotFound):
        ats.jobs.get(job.requisition_number)
    assert (
        ats.jobs.create(NewJob(title="Nurse", location="Porto")).requisition_number != job.requisition_number
    )
    with pytest.raises(Conflict):
        ats.jobs.create(NewJob(title="X", location="Y", requisition_number=job.requisition_number))


def test_skills_get_their_taxonomy_names_and_each_counts_once(ats: Ats) -> None:
    job = ats.jobs.create(
        NewJob(title="Dev", location="Porto", required_skills=["ReactJS", "react js", "Quux Basketry"])
    )
    assert [s["name"] for s in job.required_skills] == ["React", "Quux Basketry"]
    assert job.required_skills[0]["id"] is not None
    assert job.required_skills[1]["id"] is None


def test_a_change_leaves_what_it_does_not_name(ats: Ats) -> None:
    pay = SalaryRange(min=Decimal("30000"), max=Decimal("40000.50"), currency="EUR")
    job = ats.jobs.create(NewJob(title="Dev", location="Porto", salary_range=pay, description="Old"))
    changed = ats.jobs.update(str(job.id), JobChanges(title="Developer", description=None))
    assert (changed.title, changed.description, changed.location) == ("Developer", None, "Porto")
    assert changed.salary_range == pay
    assert changed.version == job.version + 1


def test_a_stale_version_changes_nothing(ats: Ats) -> None:
    job = ats.jobs.create(NewJob(title="Dev", location="Porto"))
    ats.jobs.update(str(job.id), JobChanges(title="One"), if_match=job.version)
    with pytest.raises(Stale):
        ats.jobs.update(str(job.id), JobChanges(title="Two"), if_match=job.version)
    with pytest.raises(Stale):
        ats.jobs.delete(str(job.id), if_match=job.version)
    assert ats.jobs.get(str(job.id)).title == "One"


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "", "location": "X"},
        {"title": "X" * 256, "location": "X"},
        {"title": "X\x00", "location": "X"},
        {"title": "X"},
        {"title": "X", "location": "X", "openings_count": 0},
        {"title": "X", "location": "X", "salary_range": {"min": "2.999"}},
        {"title": "X", "location": "X", "salary_range": {"min": 2.5}},
        {"title": "X", "location": "X", "openings_count": "2"},
        {"title": "A\nBcc: x", "location": "X"},
        {"title": "X", "location": "X", "employment_type": "forever"},
        {"title": "X", "location": "X", "nonsense": 1},
    ],
)
def test_a_malformed_job_is_refused_and_nothing_is_saved(ats: Ats, fields: dict[str, object]) -> None:
    with pytest.raises(Invalid) as refused:
        ats.jobs.create(fields)  # type: ignore[arg-type]
    assert refused.value.details["errors"][0]["pointer"].startswith("/")
    assert ats.jobs.list().total == 0


def test_unknown_people_and_departments_are_refused(ats: Ats) -> None:
    with pytest.raises(UnknownReference):
        ats.jobs.create(NewJob(title="X", location="Y", hiring_manager_id=uuid4()))
    with pytest.raises(UnknownReference):
        ats.jobs.create(NewJob(title="X", location="Y", department_id=uuid4()))


def test_lists_page_by_cursor_without_gaps_or_repeats(ats: Ats) -> None:
    made = [ats.jobs.create(NewJob(title=f"Job {n}", location="X")).id for n in range(7)]
    seen, cursor = [], None
    while True:
        page = ats.jobs.list(limit=3, cursor=cursor)
        seen += [j.id for j in page.jobs]
        assert (page.total, page.total_capped) == (7, False)
        cursor = page.next_cursor
        if cursor is None:
            break
    assert seen == made[::-1]
    assert [j.id for j in ats.jobs.list(limit=3, page=2).jobs] == made[::-1][3:6]
    assert ats.jobs.list(status=Status.OPEN).jobs == []


def test_a_forged_cursor_is_refused(ats: Ats) -> None:
    for cursor in ("nonsense", "1-2", "-1-" + "0" * 32, "1-" + "G" * 32):
        with pytest.raises((BadRequest, Invalid)):
            ats.jobs.list(cursor=cursor)


def test_a_salary_range_that_ends_before_it_begins_is_refused(ats: Ats) -> None:
    with pytest.raises(RuleRefused):
        ats.jobs.create({"title": "X", "location": "X", "salary_range": {"min": "2", "max": "1"}})  # type: ignore[arg-type]
    assert ats.jobs.list().total == 0
