"""What every operation has, whoever declares it: audit row, event, idempotency, policy, one transaction."""

from __future__ import annotations

import threading
from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy import select, text

from ats_core.access import Actor, Role, staff
from ats_core.candidates.model import NewCandidate
from ats_core.catalog import operations
from ats_core.errors import AtsError, Conflict, Invalid, NotAllowed, Unavailable, UnknownReference, by_code
from ats_core.jobs.model import Job, NewJob
from ats_core.jobs.service import JobService
from ats_core.operations import Operation, Service, operation
from ats_core.runtime import Runtime
from ats_core.store.engine import make_engine
from ats_core.store.tables import audit_log, outbox_events
from ats_sdk import Ats

CREATE = JobService.operations["create"]
ARGUMENTS = {"job": NewJob(title="Dev", location="Porto")}


def test_a_change_leaves_one_audit_row_and_one_event(ats: Ats, runtime: Runtime) -> None:
    person = ats.candidates.create(NewCandidate(first_name="Ana", emails=["a@example.com"]))
    with runtime.engine.connect() as connection:
        [row] = connection.execute(select(audit_log)).all()
        [event] = connection.execute(select(outbox_events)).all()
    assert (row.operation, row.subject_type, row.subject_id) == ("candidates.create", "candidate", person.id)
    assert row.fields == ["emails", "first_name"]
    assert row.actor_id == ats.auth.me().id
    assert row.door in ("sdk", "http")
    assert (event.type, event.subject_id, event.published_at) == ("candidate.created", person.id, None)
    # Values are personal data, and stay out of both.
    assert "example.com" not in str(row) + str(event)


def test_reads_leave_no_trace(ats: Ats, runtime: Runtime) -> None:
    ats.jobs.list()
    ats.candidates.search(name="x")
    with runtime.engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM audit_log")) == 0


def test_the_audit_trail_can_not_be_rewritten(ats: Ats, runtime: Runtime) -> None:
    ats.jobs.create(NewJob(title="X", location="Y"))
    for statement in ("UPDATE audit_log SET operation = 'x'", "DELETE FROM audit_log", "TRUNCATE audit_log"):
        with runtime.engine.connect() as connection, pytest.raises(Exception, match="append"):
            connection.execute(text(statement))


def test_a_refused_operation_changes_nothing_at_all(ats: Ats, runtime: Runtime) -> None:
    ats.candidates.create(NewCandidate(first_name="Ana", emails=["a@example.com"]))
    with pytest.raises(Conflict):
        ats.candidates.create(NewCandidate(first_name="Bo", emails=["b@example.com", "A@example.com"]))
    with runtime.engine.connect() as connection:
        for table, rows in (
            ("candidates", 1),
            ("candidate_emails", 1),
            ("audit_log", 1),
            ("outbox_events", 1),
        ):
            assert connection.scalar(text(f"SELECT count(*) FROM {table}")) == rows


def test_a_key_is_carried_out_once_and_answers_the_same(runtime: Runtime) -> None:
    context = runtime.context(runtime.owner, idempotency_key="k1")
    first: Job = runtime.call(CREATE, ARGUMENTS, context)
    assert runtime.call(CREATE, ARGUMENTS, context) == first
    with runtime.engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM jobs")) == 1
    with pytest.raises(Invalid):
        runtime.call(CREATE, {"job": NewJob(title="Other", location="Porto")}, context)


def test_a_failed_call_frees_its_key(runtime: Runtime) -> None:
    context = runtime.context(runtime.owner, idempotency_key="k2")
    bad = {"job": NewJob(title="Dev", location="Porto", hiring_manager_id=uuid4())}
    with pytest.raises(UnknownReference):
        runtime.call(CREATE, bad, context)
    assert runtime.call(CREATE, ARGUMENTS, context).title == "Dev"


def test_twins_with_one_key_make_one_thing(runtime: Runtime) -> None:
    results: list[object] = []
    barrier = threading.Barrier(8)

    def twin() -> None:
        context = runtime.context(runtime.owner, idempotency_key="twin")
        barrier.wait()
        results.append(runtime.call(CREATE, ARGUMENTS, context))

    threads = [threading.Thread(target=twin) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 8
    assert all(r == results[0] for r in results)


def test_a_key_is_one_persons_own_and_expires(runtime: Runtime) -> None:
    context = runtime.context(runtime.owner, idempotency_key="k3")
    first = runtime.call(CREATE, ARGUMENTS, context)
    with runtime.engine.begin() as connection:
        connection.execute(text("UPDATE idempotency_keys SET expires_at = now() - interval '1 second'"))
    assert runtime.call(CREATE, ARGUMENTS, runtime.context(runtime.owner, idempotency_key="k3")) != first


@pytest.mark.parametrize("role", [Role.INTERVIEWER, Role.HIRING_MANAGER])
def test_who_may_not_is_told_so(runtime: Runtime, role: Role) -> None:
    context = runtime.context(replace(runtime.owner, role=role))
    with pytest.raises(NotAllowed, match="Insufficient permissions"):
        runtime.call(CREATE, ARGUMENTS, context)


def test_every_operation_has_a_policy_and_help() -> None:
    actor = Actor(uuid4(), Role.ADMIN, "a@example.com")
    for each in operations():
        assert each.help
        assert each.allow.name
        assert each.allow.allows(actor)
        assert each.returns is not None
    assert len({o.name for o in operations()}) == len(operations())
    assert len({(o.method, o.path) for o in operations()}) == len(operations())


def test_no_operation_without_policy_or_help() -> None:
    with pytest.raises(TypeError):
        operation("GET", "/x")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="without help"):

        class Mute(Service):
            @operation("GET", "/x", allow=staff)
            def silent(self) -> None: ...


def test_a_lost_connection_is_tried_once_more(runtime: Runtime, monkeypatch: pytest.MonkeyPatch) -> None:
    killed = []
    original = CREATE.function

    def create(service: JobService, job: NewJob) -> Job:
        if not killed:
            killed.append(True)
            pid = service.tx.connection.exec_driver_sql("SELECT pg_backend_pid()").scalar()
            with runtime.engine.connect() as other:
                other.exec_driver_sql(f"SELECT pg_terminate_backend({pid})")
        return original(service, job)

    monkeypatch.setattr(CREATE, "function", create)
    assert runtime.call(CREATE, ARGUMENTS, runtime.context(runtime.owner)).title == "Dev"
    with runtime.engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM jobs")) == 1


def test_a_database_that_is_away_says_so_and_is_retryable(runtime: Runtime) -> None:
    engine = make_engine("postgresql://nobody@127.0.0.1:1/none")
    away = Runtime(runtime.settings, engine, parser=runtime.parser)
    with pytest.raises(Unavailable) as refused:
        away.check_ready()
    assert refused.value.retryable


def test_every_error_has_one_code_and_sensible_numbers() -> None:
    for code, kind in by_code().items():
        assert issubclass(kind, AtsError)
        assert kind.code == code
        assert 400 <= kind.status < 600 or kind.status == 207
        assert kind.exit_code in (1, 2, 3, 4, 5, 6, 7, 75, 130)
    assert isinstance(CREATE, Operation)
