"""Batches: fetched and parsed by the queue, with progress, whatever happens to the worker."""

from __future__ import annotations

import dataclasses
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from ats_core.errors import Invalid, NotFound
from ats_core.parser.pool import ParserPool
from ats_core.resumes.model import BatchState
from ats_core.resumes.service import ResumeService
from ats_core.runtime import Runtime
from ats_core.store.engine import make_engine
from ats_core.worker import Worker
from ats_sdk import Ats

Cv = Callable[..., bytes]


@pytest.fixture
def runtime(runtime: Runtime, tmp_path: Path, parsers: ParserPool) -> Iterator[Runtime]:
    """One whose batches may fetch from the folder `in` of the test."""
    (tmp_path / "in").mkdir()
    settings = dataclasses.replace(runtime.settings, stores=((tmp_path / "in").as_uri() + "/",))
    opened = Runtime(settings, make_engine(settings.database_url or ""), parser=parsers)
    yield opened
    opened.close()


def jobs(runtime: Runtime) -> list[tuple[str, str]]:
    with runtime.engine.connect() as connection:
        rows = connection.execute(
            text("SELECT task_name, status::text FROM queue.procrastinate_jobs ORDER BY id")
        )
        return [(row.task_name, row.status) for row in rows if not row.task_name.startswith("queue.")]


def url(runtime: Runtime, name: str) -> str:
    return runtime.settings.stores[0] + name


def start(ats: Ats, runtime: Runtime, tmp_path: Path, cv: Cv) -> UUID:
    (tmp_path / "in" / "a.txt").write_bytes(cv())
    (tmp_path / "in" / "b.txt").write_bytes(cv(name="Otto Brandt", email="otto@example.com", phone=None))
    (tmp_path / "in" / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    names = ("b.txt", "broken.pdf", "missing.txt", "a.txt")
    started = ats.resumes.parse_batch([url(runtime, name) for name in names])
    assert started.status == "processing"
    return started.job_id


def check(state: BatchState) -> None:
    assert state.status == "completed"
    assert (state.total, state.done, state.failed) == (4, 4, 2)
    assert [r.status for r in state.results] == ["parsed", "failed", "failed", "parsed"]
    first, broken, missing, last = state.results
    assert first.candidate_data is not None
    assert first.candidate_data.contact_info.last_name == "Brandt"
    assert first.parsing_metadata is not None
    assert broken.error is not None
    assert broken.error.code == "corrupt_file"
    assert missing.error is not None
    assert missing.error.code == "file_not_found"
    assert last.candidate_data is not None
    assert last.candidate_data.contact_info.last_name == "Tavora"


def test_a_batch_runs_through_the_queue(ats: Ats, runtime: Runtime, tmp_path: Path, cv: Cv) -> None:
    job_id = start(ats, runtime, tmp_path, cv)
    waiting = ats.resumes.batch(job_id)
    assert (waiting.status, waiting.done) == ("processing", 0)
    assert jobs(runtime) == [("resumes.parse_file", "todo")] * 4
    Worker(runtime).run(until_empty=True)
    check(ats.resumes.batch(job_id))
    assert jobs(runtime) == []


def test_the_worker_of_a_server_takes_it_up_by_itself(
    local: Ats, runtime: Runtime, tmp_path: Path, cv: Cv
) -> None:
    worker = Worker(runtime)
    worker.start()
    try:
        job_id = start(local, runtime, tmp_path, cv)
        until = time.monotonic() + 30
        while local.resumes.batch(job_id).status != "completed" and time.monotonic() < until:
            time.sleep(0.05)
        check(local.resumes.batch(job_id))
    finally:
        worker.stop()
    assert not any(thread.name == "ats-worker" for thread in threading.enumerate())


def test_a_batch_that_is_refused_puts_nothing_into_the_queue(ats: Ats, runtime: Runtime) -> None:
    with pytest.raises(Invalid) as raised:
        ats.resumes.parse_batch([url(runtime, "a.txt"), "http://169.254.169.254/latest/meta-data/iam"])
    assert [e["pointer"] for e in raised.value.details["errors"]] == ["/file_urls/1"]
    assert jobs(runtime) == []


def test_a_task_whose_worker_died_is_taken_up(local: Ats, runtime: Runtime, tmp_path: Path, cv: Cv) -> None:
    job_id = start(local, runtime, tmp_path, cv)
    with runtime.engine.begin() as connection:
        # As a worker leaves it that was killed over its tasks a minute ago.
        connection.execute(
            text(
                "WITH dead AS (INSERT INTO queue.procrastinate_workers (last_heartbeat) "
                "VALUES (now() - interval '1 minute') RETURNING id) "
                "UPDATE queue.procrastinate_jobs SET status = 'doing', worker_id = (SELECT id FROM dead)"
            )
        )
    Worker(runtime).run(until_empty=True)
    check(local.resumes.batch(job_id))


def test_a_task_that_comes_twice_does_its_work_once(
    local: Ats, runtime: Runtime, tmp_path: Path, cv: Cv
) -> None:
    job_id = start(local, runtime, tmp_path, cv)
    with runtime.engine.connect() as connection:
        ids = connection.execute(text("SELECT id FROM parse_batch_files ORDER BY position")).scalars().all()
    task = ResumeService.tasks["parse_file"]

    def carry(key: UUID) -> None:
        runtime.call(task, {"file_id": key}, runtime.context(runtime.owner, door="queue"))

    # All at once, each twice: the last two must not both take the other one for unfinished.
    threads = [threading.Thread(target=carry, args=(key,)) for key in [*ids, *ids]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    check(local.resumes.batch(job_id))
    with runtime.engine.connect() as connection:
        completed = "SELECT count(*) FROM outbox_events WHERE type = 'parse_batch.completed'"
        assert connection.scalar(text(completed)) == 1


def test_a_batch_is_forgotten_with_its_results(local: Ats, runtime: Runtime, tmp_path: Path, cv: Cv) -> None:
    job_id = start(local, runtime, tmp_path, cv)
    Worker(runtime).run(until_empty=True)
    with runtime.engine.begin() as connection:
        connection.execute(text("UPDATE parsed_resumes SET expires_at = now() - interval '1 minute'"))
    forget = ResumeService.tasks["forget"]
    runtime.call(forget, {}, runtime.context(runtime.owner))
    check(local.resumes.batch(job_id))  # a batch keeps its results as long as itself
    with runtime.engine.begin() as connection:
        connection.execute(text("UPDATE parse_batches SET expires_at = now() - interval '1 minute'"))
    runtime.call(forget, {}, runtime.context(runtime.owner))
    with pytest.raises(NotFound):
        local.resumes.batch(job_id)
    with runtime.engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM parsed_resumes")) == 0


def test_an_unknown_job(ats: Ats) -> None:
    with pytest.raises(NotFound, match="no parse job"):
        ats.resumes.batch(uuid4())


def test_the_queue_s_schema_is_that_of_the_library() -> None:
    """A new version of procrastinate may need a revision of ours: this says so."""
    from procrastinate.schema import SchemaManager

    from ats_core.store import migrate

    ours = (migrate.folder() / "sql" / "procrastinate_3_10.sql").read_text(encoding="utf-8")
    assert ours.endswith(SchemaManager.get_schema())
