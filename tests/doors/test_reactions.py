"""What follows from an event: done by the queue, after the event has committed, and only then."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import text

from ats_core.errors import Stale
from ats_core.jobs.model import JobChanges, NewJob
from ats_core.operations import Upload
from ats_core.runtime import Runtime
from ats_core.store import checkup
from ats_core.worker import Worker
from ats_sdk import Ats

Cv = Callable[..., bytes]


def applied(ats: Ats, cv: Cv) -> tuple[UUID, UUID]:
    """A job, and the application of somebody who has what it asks for."""
    job = ats.jobs.create(NewJob(title="Engineer", location="Porto", required_skills=["Python"]))
    run = ats.imports.start(key="3" * 64, job_id=str(job.id))
    ats.imports.add_file(run.id, path="a.txt", file=Upload("a.txt", cv()))
    return job.id, ats.applications.list(job_id=str(job.id)).applications[0].id


def stored(ats: Ats, application: UUID) -> float:
    score = ats.applications.get(application).match_score
    assert score is not None
    return float(score)


def waiting(runtime: Runtime) -> list[str]:
    with runtime.engine.connect() as connection:
        query = "SELECT task_name FROM queue.procrastinate_jobs WHERE status = 'todo' ORDER BY id"
        return [name for name in connection.execute(text(query)).scalars() if name != "queue.rescue"]


def test_a_changed_job_scores_its_candidates_anew(ats: Ats, runtime: Runtime, cv: Cv) -> None:
    job, application = applied(ats, cv)
    before = stored(ats, application)
    ats.jobs.update(str(job), JobChanges(required_skills=["Welding", "Forklift"]))
    assert waiting(runtime) == ["matching.rescore_job"]
    assert stored(ats, application) == before
    Worker(runtime).run(until_empty=True)
    assert stored(ats, application) < before
    assert stored(ats, application) == pytest.approx(ats.matching.rank(str(job)).matches[0].match_score)
    assert waiting(runtime) == []


def test_a_change_that_is_refused_leaves_nothing_to_do(local: Ats, runtime: Runtime, cv: Cv) -> None:
    job, _ = applied(local, cv)
    with pytest.raises(Stale):
        local.jobs.update(str(job), JobChanges(title="Other"), if_match=99)
    assert waiting(runtime) == []


def test_a_job_that_is_gone_by_then_is_no_error(local: Ats, runtime: Runtime, cv: Cv) -> None:
    job, application = applied(local, cv)
    local.jobs.update(str(job), JobChanges(title="Other"))
    local.applications.withdraw(application)
    local.jobs.delete(str(job))
    Worker(runtime).run(until_empty=True)
    assert waiting(runtime) == []


def test_doctor_says_what_waits_and_what_was_given_up(local: Ats, runtime: Runtime, cv: Cv) -> None:
    job, _ = applied(local, cv)
    local.jobs.update(str(job), JobChanges(title="Other"))
    with runtime.engine.connect() as connection:
        found = checkup.queue(connection)
    assert (found.waiting, found.running, found.failed) == (1, 0, 0)
    assert "ats worker" in found.sentence
    with runtime.engine.begin() as connection:
        connection.execute(text("UPDATE queue.procrastinate_jobs SET status = 'failed'"))
        assert "1 GIVEN UP" in checkup.queue(connection).sentence
