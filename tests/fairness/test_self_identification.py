"""What candidates say of themselves: kept apart, given back to nobody, gone when they say so, counted."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import event, func, select, text

import ats_core
from ats_core.access import Actor, Role
from ats_core.applications.model import Application
from ats_core.candidates.model import CandidateChanges, NewCandidate
from ats_core.catalog import SERVICES, operations
from ats_core.errors import Invalid, NotAllowed, NotFound
from ats_core.fairness.model import RACES, SEXES, SelfIdentification
from ats_core.fairness.service import FairnessService
from ats_core.fairness.tables import self_identifications
from ats_core.jobs.model import Job, NewJob
from ats_core.matcher.features import NAMES
from ats_core.matcher.model import JobCriteria, Profile
from ats_core.operations import Operation
from ats_core.runtime import Runtime
from ats_sdk import Ats

Cv = object


def job(ats: Ats) -> Job:
    return ats.jobs.create(
        NewJob(title="Nurse", location="Porto", required_skills=["SQL"], openings_count=50)
    )


def said(sex: str = "female", race: str = "asian") -> SelfIdentification:
    return SelfIdentification.model_validate(
        {"sex": sex, "race_ethnicity": race, "consent_version": "2026-11"}
    )


def apply(ats: Ats, to: Job, answers: SelfIdentification | None, *, interviewed: bool = False) -> Application:
    person = ats.candidates.create(NewCandidate(first_name="Ana", skills=["SQL"] if interviewed else []))
    if answers is not None:
        ats.fairness.identify(person.id, answers)
    made = ats.applications.apply(job_id=to.requisition_number, candidate_id=person.id)
    return ats.applications.move(made.id, to="interview") if interviewed else made


def rows(runtime: Runtime) -> int:
    with runtime.engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(self_identifications)).scalar_one()


def test_an_answer_is_kept_replaced_and_never_given_back(ats: Ats, runtime: Runtime) -> None:
    person = ats.candidates.create(NewCandidate(first_name="Ana"))
    kept = ats.fairness.identify(person.id, said("female", "asian"))
    assert (kept.candidate_id, kept.consent_version) == (person.id, "2026-11")
    assert set(type(kept).model_fields) == {"candidate_id", "consent_version", "consented_at"}
    ats.fairness.identify(person.id, said("declined", "two-or-more-races"))
    assert rows(runtime) == 1
    with runtime.engine.connect() as connection:
        (row,) = connection.execute(select(self_identifications)).all()
        trail = connection.execute(text("SELECT fields::text FROM audit_log")).scalars().all()
        events = connection.execute(text("SELECT data::text FROM outbox_events")).scalars().all()
    assert (row.sex, row.race_ethnicity) == ("declined", "two-or-more-races")
    for word in ("female", "asian", "declined", "two-or-more-races"):
        assert word not in "".join([*trail, *events])


def test_withdrawing_consent_deletes_for_good(ats: Ats, runtime: Runtime) -> None:
    person = ats.candidates.create(NewCandidate(first_name="Ana"))
    with pytest.raises(NotFound):
        ats.fairness.withdraw(person.id)
    ats.fairness.identify(person.id, said())
    ats.fairness.withdraw(person.id)
    assert rows(runtime) == 0
    with pytest.raises(NotFound):
        ats.fairness.withdraw(person.id)
    with pytest.raises(NotFound):
        ats.fairness.identify(uuid4(), said())


def test_consent_can_be_withdrawn_after_the_candidate_was_deleted(ats: Ats, runtime: Runtime) -> None:
    person = ats.candidates.create(NewCandidate(first_name="Ana"))
    ats.fairness.identify(person.id, said())
    ats.candidates.delete(person.id)
    ats.fairness.withdraw(person.id)
    assert rows(runtime) == 0


@pytest.mark.parametrize(
    "answers", [{"sex": "f"}, {"race_ethnicity": "green"}, {"consent_version": ""}, {"religion": "none"}]
)
def test_only_the_answers_of_the_vocabulary_are_taken(local: Ats, answers: dict[str, str]) -> None:
    person = local.candidates.create(NewCandidate(first_name="Ana"))
    whole = {"sex": "female", "race_ethnicity": "white", "consent_version": "1", **answers}
    with pytest.raises(Invalid):
        local.fairness.identify(person.id, whole)  # type: ignore[arg-type]


def test_the_questions_are_those_that_are_taken(ats: Ats) -> None:
    asked = ats.fairness.questions()
    assert (asked.sex, asked.race_ethnicity) == (list(SEXES), list(RACES))
    assert "declined" in asked.sex
    assert "withdraw" in asked.consent_text


def test_the_audit_of_a_job(ats: Ats, runtime: Runtime) -> None:
    nurses, other = job(ats), job(ats)
    for selected in (True, True, True, False, False, False):
        apply(ats, nurses, said("female", "white"), interviewed=selected)
    for selected in (True, True, True, True, True, False):
        apply(ats, nurses, said("male", "white"), interviewed=selected)
    apply(ats, nurses, None)
    apply(ats, nurses, said("declined", "white"))
    apply(ats, other, said("female", "asian"))
    report = ats.fairness.audit(job_id=nurses.requisition_number)
    sex, race, _ = report.categories
    assert (report.people, report.selected, report.scored) == (14, 8, 14)
    assert (sex.known, sex.unknown) == (12, 2)
    women = next(g for g in sex.groups if g.group == "female")
    assert (women.people, women.selection.reached) == (6, 3)
    assert women.selection.impact_ratio == pytest.approx(0.6)
    assert women.selection.test == "fisher"
    assert women.scoring is not None
    assert race.unknown == 1
    assert "still open" in report.notes[-1]
    with runtime.engine.connect() as connection:
        trail = connection.execute(
            text("SELECT subject_id FROM audit_log WHERE operation = 'fairness.audit'")
        ).scalars()
        assert list(trail) == [nurses.id]


def test_who_counts_as_selected(ats: Ats) -> None:
    nurses = job(ats)
    reason = ats.applications.rejection_reasons().rejection_reasons[0].key
    turned_back = apply(ats, nurses, said(), interviewed=True)
    ats.applications.move(turned_back.id, to="screening")
    ats.applications.reject(turned_back.id, reason=reason)
    hired = apply(ats, nurses, said())
    ats.applications.hire(hired.id)
    ats.applications.reject(apply(ats, nurses, said()).id, reason=reason)
    assert ats.fairness.audit(job_id=nurses.requisition_number).selected == 2
    assert ats.fairness.audit(job_id=nurses.requisition_number, selected="hired").selected == 1


def test_the_days_of_an_audit_are_both_included(ats: Ats) -> None:
    apply(ats, job(ats), said())
    today = datetime.now(UTC).date()
    assert ats.fairness.audit(since=today, until=today).people == 1
    assert ats.fairness.audit(since=today + timedelta(days=1)).people == 0
    assert ats.fairness.audit(until=today - timedelta(days=1)).people == 0
    with pytest.raises(NotFound):
        ats.fairness.audit(job_id="REQ-0000-0000")


def test_few_people_are_not_shown(ats: Ats) -> None:
    nurses = job(ats)
    for _ in range(6):
        apply(ats, nurses, said("male", "white"))
    apply(ats, nurses, said("female", "white"), interviewed=True)
    report = ats.fairness.audit(job_id=nurses.requisition_number)
    assert report.categories[0].groups == []
    assert report.categories[0].hidden_people == 7
    assert "female" not in report.model_dump_json()


def test_the_audit_and_the_answers_are_for_auditors_alone(runtime: Runtime) -> None:
    for name in ("audit", "identify", "withdraw"):
        declared = FairnessService.operations[name]
        for role in (Role.RECRUITER, Role.HIRING_MANAGER, Role.INTERVIEWER):
            actor = Actor(uuid4(), role, "x@example.com")
            arguments = {} if name == "audit" else {"candidate_id": uuid4(), "answers": said()}
            with pytest.raises(NotAllowed):
                runtime.call(declared, arguments if name != "withdraw" else {"candidate_id": uuid4()},
                             runtime.context(actor, door="test"))  # fmt: skip


def test_nobody_but_the_audit_knows_the_table() -> None:
    """A scan of the source: who names the table, its module or its store."""
    root = Path(ats_core.__file__).parent.parent
    words = ("self_identification", "fairness.tables", "fairness.store", "SelfIdentificationStore")
    knowing = {
        str(path.relative_to(root))
        for folder in ("ats_core", "ats_cli", "ats_sdk", "ats_server")
        for path in (root / folder).rglob("*.py")
        if any(word in path.read_text("utf-8") for word in words)
    }
    assert knowing == {
        "ats_core/fairness/tables.py", "ats_core/fairness/store.py", "ats_core/fairness/service.py",
        "ats_core/fairness/guard.py",  # by the transaction, and tells of groups alone
        "ats_core/fairness/blinding/store.py",  # judgements stand in the same module of tables
        "ats_core/store/metadata.py", "ats_core/store/transaction.py",
    }  # fmt: skip
    blind = ast.parse((root / "ats_core/fairness/blinding/store.py").read_text("utf-8"))
    imported = {n.name for node in ast.walk(blind) if isinstance(node, ast.ImportFrom) for n in node.names}
    assert "self_identifications" not in imported


def test_the_matcher_has_no_place_for_an_answer() -> None:
    fields = {*NAMES, *_fields(JobCriteria), *_fields(Profile)}
    for word in ("sex", "gender", "race", "ethnic"):
        assert not [f for f in fields if word in f and f != "trace"]


def _fields(model: object) -> set[str]:
    return set(json.dumps(model.model_json_schema()).replace('"', " ").split())  # type: ignore[attr-defined]


@contextmanager
def statements(runtime: Runtime) -> Iterator[list[str]]:
    """The SQL that is sent meanwhile."""
    sent: list[str] = []

    def listen(conn: object, cursor: object, statement: str, *rest: object) -> None:
        sent.append(statement)

    event.listen(runtime.engine, "before_cursor_execute", listen)
    try:
        yield sent
    finally:
        event.remove(runtime.engine, "before_cursor_execute", listen)


def test_no_statement_of_screening_matching_or_importing_names_the_table(
    local: Ats, runtime: Runtime, tmp_path: Path, cv: object
) -> None:
    nurses = job(local)
    first = apply(local, nurses, said())
    (tmp_path / "cv.txt").write_bytes(cv())  # type: ignore[operator]
    reason = local.applications.rejection_reasons().rejection_reasons[0].key
    with statements(runtime) as sent:
        local.import_resumes([tmp_path / "cv.txt"], job=nurses.requisition_number)
        local.matching.rank(nurses.requisition_number)
        local.matching.score(first.candidate_id, nurses.requisition_number)
        local.matching.why_not(nurses.requisition_number, first.candidate_id)
        local.screening.rank(nurses.requisition_number)
        local.screening.get(first.id)
        local.screening.judge(first.id, verdict="hold", reason="To be seen again.")  # type: ignore[arg-type]
        local.screening.reveal(first.id)
        local.candidates.get(first.candidate_id)
        local.candidates.search(name="Ana")
        local.candidates.update(first.candidate_id, CandidateChanges(skills=["SQL", "Python"]))
        local.applications.move(first.id, to="interview")
        local.applications.reject(first.id, reason=reason)
        local.applications.history(first.id)
        local.matching.train(nurses.requisition_number, first.candidate_id, "failure")
    assert len(sent) > 50
    assert not [s for s in sent if "self_identifications" in s]
    with statements(runtime) as sent:
        local.fairness.audit()
    assert [s for s in sent if "self_identifications" in s]


def test_the_same_person_with_other_answers_has_the_same_score(ats: Ats) -> None:
    nurses = job(ats)
    application = apply(ats, nurses, None)
    before = ats.matching.score(application.candidate_id, nurses.requisition_number)
    for sex in SEXES:
        for race in RACES:
            ats.fairness.identify(application.candidate_id, said(sex, race))
        assert ats.matching.score(application.candidate_id, nurses.requisition_number) == before
    ats.fairness.withdraw(application.candidate_id)
    assert ats.matching.score(application.candidate_id, nurses.requisition_number) == before


def test_no_answer_leaves_by_any_model() -> None:
    """Only the report of counts has fields of that name; the operations that return it are the audit's."""
    leaving = {
        declared.name
        for declared in operations()
        if '"race_ethnicity"' in json.dumps(_schema(declared)) or '"sex"' in json.dumps(_schema(declared))
    }
    assert leaving == {"fairness.audit", "fairness.questions"}
    assert FairnessService in SERVICES


def _schema(declared: Operation) -> object:
    try:
        return declared.result.json_schema(mode="serialization")
    except Exception:  # a file has no schema
        return {}
