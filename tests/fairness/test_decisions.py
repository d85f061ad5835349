"""Decisions are people's: each is kept with its human, the score of the moment, and why it was overridden."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest
from sqlalchemy import text

import ats_core
from ats_core.applications import model
from ats_core.applications.model import Application
from ats_core.candidates.model import CandidateChanges, NewCandidate
from ats_core.catalog import operations, tasks
from ats_core.errors import AtsError, Invalid
from ats_core.jobs.model import NewJob
from ats_core.matcher import MATCHER_VERSION
from ats_core.runtime import Runtime
from ats_sdk import Ats
from tests.cli.test_commands import Cli


def applied(ats: Ats) -> Application:
    job = ats.jobs.create(NewJob(title="Dev", location="Porto", required_skills=["Python", "SQL"]))
    person = ats.candidates.create(NewCandidate(first_name="Ana", skills=["Python"]))
    return ats.applications.apply(job_id=job.requisition_number, candidate_id=person.id)


def test_each_decision_keeps_the_score_of_its_moment_and_its_human(ats: Ats) -> None:
    application = applied(ats)
    ats.applications.move(application.id, to="interview", override_reason="Two strong referees.")
    ats.candidates.update(application.candidate_id, CandidateChanges(skills=["Python", "SQL"]))
    ats.applications.hire(application.id)
    _, moved, hired = ats.applications.history(application.id).events
    assert moved.match_score == application.match_score
    assert moved.override_reason == "Two strong referees."
    assert hired.match_score is not None
    assert moved.match_score is not None
    assert hired.match_score > moved.match_score
    assert hired.override_reason is None
    for event in (moved, hired):
        assert event.matcher_version == MATCHER_VERSION
        assert event.model_version
        assert event.actor_id == ats.auth.me().id


def test_a_rejection_and_a_withdrawal_keep_it_too(ats: Ats) -> None:
    reason = ats.applications.rejection_reasons().rejection_reasons[0].key
    rejected, withdrawn = applied(ats), applied(ats)
    ats.applications.reject(rejected.id, reason=reason, override_reason="Can't travel.")
    # The rejection is remembered, so the score of the other has moved since it was kept.
    shown = ats.matching.score(withdrawn.candidate_id, str(withdrawn.job_id)).match_score
    ats.applications.withdraw(withdrawn.id)
    assert ats.applications.history(rejected.id).events[-1].match_score == rejected.match_score
    assert ats.applications.history(rejected.id).events[-1].override_reason == "Can't travel."
    assert ats.applications.history(withdrawn.id).events[-1].match_score == shown


def test_what_was_said_can_be_erased_and_the_decision_stays(ats: Ats, runtime: Runtime) -> None:
    application = applied(ats)
    ats.applications.move(application.id, to="interview", override_reason="Because of Ana.")
    with runtime.engine.begin() as connection:
        connection.execute(text("UPDATE application_events SET note = NULL, data = '{}'"))
    moved = ats.applications.history(application.id).events[-1]
    assert (moved.to_stage, moved.override_reason, moved.match_score) == ("interview", None, None)


def test_one_operation_alone_rejects_and_it_needs_a_reason(ats: Ats) -> None:
    """Whatever any other operation or task is made to do, nobody is rejected by it."""
    declared = [*operations(), *tasks()]
    sources = {d.name: inspect.getsource(d.function) for d in declared}
    assert [name for name, source in sources.items() if "model.reject(" in source] == ["applications.reject"]
    (reject,) = [d for d in declared if d.name == "applications.reject"]
    assert [p.name for p in reject.parameters if p.required] == ["application_id", "reason"]
    assert reject.allow.name == "recruiters, hiring managers and admins"
    assert list(inspect.signature(model.reject).parameters) == ["application", "reason", "at"]
    application = applied(ats)
    with pytest.raises((TypeError, Invalid, AtsError)):
        ats.applications.reject(application.id)  # type: ignore[call-arg]
    assert ats.applications.get(application.id).status == "active"


def test_nothing_but_the_rule_of_rejection_writes_that_state() -> None:
    root = Path(ats_core.__file__).parent
    writers = {
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if "Status.REJECTED" in path.read_text("utf-8") or '"status": "rejected"' in path.read_text("utf-8")
    }
    assert writers == {"applications/model.py"}


def test_a_reason_to_override_from_the_shell(local: Ats, database_url: str, tmp_path: Path) -> None:
    cli = Cli(database_url, tmp_path / "home")
    key = str(applied(local).id)
    cli.run("application", "move", key, "--to", "interview", "--override-reason", "Two strong referees.")
    (_, moved) = cli.json("application", "history", key)
    assert moved["override_reason"] == "Two strong referees."
    assert moved["match_score"] > 0
    assert moved["matcher_version"] == MATCHER_VERSION
    assert "Two strong referees." in cli.run("application", "history", key).stdout
