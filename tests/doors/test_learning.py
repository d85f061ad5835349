"""What matching learns: outcomes written down by themselves, the memory, models, scores made again."""

from __future__ import annotations

import random
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from ats_core.candidates.model import Candidate, NewCandidate, NewWork
from ats_core.errors import Conflict, NotFound
from ats_core.jobs.model import Job, NewJob
from ats_core.matcher.trees import shipped
from ats_core.matching.model import CriteriaChanges, ModelWorse, TooFewOutcomes
from ats_core.matching.models import ModelService
from ats_core.runtime import Runtime
from ats_sdk import Ats

SKILLS = ["Python", "PostgreSQL", "Docker", "Kubernetes", "Redis"]


def new_job(ats: Ats, **fields: Any) -> Job:
    given: dict[str, Any] = {
        "title": "Backend Engineer", "location": "Porto", "required_skills": SKILLS[:3],
        "required_experience_months": 60, "openings_count": 500,
    }  # fmt: skip
    return ats.jobs.create(NewJob(**(given | fields)))


def person(
    ats: Ats, number: int, skills: list[str], months: int = 48, title: str = "Software Engineer"
) -> Candidate:
    return ats.candidates.create(
        NewCandidate(
            first_name=f"Mirela {number}", last_name="Tavora", emails=[f"mirela{number}@example.com"],
            skills=skills, experience_months=months,
            work_history=[NewWork(title=title, start_date="2022-01", current=True)],
        )
    )  # fmt: skip


def value(ats: Ats, job: Job, who: Candidate) -> float:
    return ats.matching.score(candidate_id=who.id, job_id=str(job.id)).match_score


def outcomes(runtime: Runtime) -> list[tuple[Any, ...]]:
    with runtime.engine.connect() as connection:
        rows = connection.execute(
            text("SELECT outcome, reason, label, weight FROM match_outcomes ORDER BY number")
        )
        return [tuple(r) for r in rows]


def test_ac5_a_success_lifts_similar_candidates_and_nobody_else(ats: Ats) -> None:
    job = new_job(ats)
    hired, similar = person(ats, 1, ["Python", "Django"]), person(ats, 2, ["Python", "Django", "Git"])
    other = person(ats, 3, ["Cooking"], title="Cook")
    before = value(ats, job, similar), value(ats, job, other)
    assert ats.matching.train(str(job.id), hired.id, "success").model_updated is True
    assert value(ats, job, similar) > before[0]
    assert value(ats, job, other) == before[1]
    match = ats.matching.score(candidate_id=similar.id, job_id=str(job.id))
    assert match.parts[-1].name == "memory"
    assert match.parts[-1].points > 0
    assert sum(p.points for p in match.parts) == pytest.approx(match.match_score, abs=1e-4)
    assert match.memory_version > 0
    assert "1 outcome of similar people" in match.notes[-1]


def test_an_outcome_that_says_nothing_new_changes_nothing(local: Ats) -> None:
    job = new_job(local)
    who = person(local, 1, ["Python"])
    assert local.matching.train(str(job.id), who.id, "withdrawn").model_updated is False
    assert local.matching.train(str(job.id), who.id, "success").model_updated is True
    once = value(local, job, who)
    assert local.matching.train(str(job.id), who.id, "success").model_updated is False
    assert value(local, job, who) == once
    assert local.matching.train(str(job.id), who.id, "failure").model_updated is True
    assert value(local, job, who) < once


def test_the_ends_of_applications_are_written_down_by_themselves(ats: Ats, runtime: Runtime) -> None:
    job = new_job(ats)
    made = [ats.applications.apply(str(job.id), person(ats, n, ["Python", "Docker"]).id).id for n in range(5)]
    ats.applications.hire(made[0])
    ats.applications.reject(made[1], "missing-skills")
    ats.applications.reject(made[2], "another-candidate")
    ats.applications.reject(made[3], "position-closed")
    ats.applications.withdraw(made[4])
    ats.applications.reopen(made[0])
    assert [(o, r, y, float(w)) for o, r, y, w in outcomes(runtime)] == [
        ("hired", None, 1, 1.0),
        ("rejected", "missing-skills", 0, 1.0),
        ("rejected", "another-candidate", 0, 0.5),
        ("rejected", "position-closed", None, 0.0),
        ("withdrawn", None, None, 0.0),
        ("reopened", None, None, 0.0),
    ]
    assert ats.models.list().outcomes == 2  # of the reopened hire nothing is remembered


def test_an_outcome_holds_no_person(local: Ats, runtime: Runtime) -> None:
    job = new_job(local)
    who = person(local, 7, ["Python", "Spanish"])
    local.matching.train(str(job.id), who.id, "success")
    with runtime.engine.connect() as connection:
        imprint = connection.execute(text("SELECT imprint::text FROM match_outcomes")).scalar_one()
        recorded = connection.execute(
            text("SELECT data::text FROM outbox_events WHERE type = 'match_outcome.recorded'")
        ).scalar_one()
    assert "mirela" not in (imprint + recorded).lower()
    assert "spanish" not in imprint
    assert "python" in imprint


# --- models


def taught(local: Ats, job: Job, count: int, *, sign: int = 1) -> None:
    """`count` outcomes with a rule of their own: who knows the most of the skills succeeds (or fails)."""
    dice = random.Random(4)  # noqa: S311 - no secret
    for number in range(count):
        good = dice.random() < 0.5
        known = dice.sample(SKILLS[:3], k=3 if good else 1)
        who = person(local, number, [*known, *dice.sample(SKILLS[3:], k=dice.randint(0, 2))],
                     months=dice.randint(10, 90))  # fmt: skip
        local.matching.train(str(job.id), who.id, "success" if good == (sign > 0) else "failure")


def test_few_outcomes_teach_no_model(ats: Ats) -> None:
    job = new_job(ats)
    ats.matching.train(str(job.id), person(ats, 1, ["Python"]).id, "success")
    with pytest.raises(TooFewOutcomes, match="1 labelled outcomes; a refit needs 60"):
        ats.models.refit()


def test_a_refit_that_is_worse_stays_a_candidate_with_the_reason(local: Ats) -> None:
    """Where skills count against, a model that may only rise with them can learn nothing of use."""
    pytest.importorskip("xgboost")
    job = new_job(local)
    taught(local, job, 100, sign=-1)
    made = local.models.refit()
    assert made.status == "candidate"
    assert "no better than chance" in (made.reason or "")
    assert made.outcomes == 75
    with pytest.raises(ModelWorse, match="no better than chance"):
        local.models.promote(made.version)
    listed = local.models.list().models
    assert [(m.version, m.in_force) for m in listed] == [(made.version, False), (shipped().version, True)]


def test_a_good_refit_comes_into_force_and_can_be_taken_back(local: Ats) -> None:
    pytest.importorskip("xgboost")
    job = new_job(local)
    taught(local, job, 120)
    made = local.models.refit()
    assert (made.status, made.reason, made.in_force) == ("promoted", None, True)
    assert made.figures["new"]["auc"] >= made.figures["before"]["auc"]
    assert made.card["trained_on"].startswith("outcomes of this organisation")
    witness = person(local, 500, SKILLS[:3])
    match = local.matching.score(candidate_id=witness.id, job_id=str(job.id))
    assert match.model_version == made.version
    assert "learned from 90 outcomes and stays within 15 points until 200" in match.notes[0]
    assert local.models.list().outcomes == 30  # the rest is in the model now
    assert local.models.rollback().version == shipped().version
    again = local.matching.score(candidate_id=witness.id, job_id=str(job.id))
    assert again.model_version == shipped().version
    with pytest.raises(Conflict, match="none before it"):
        local.models.rollback()
    assert local.models.promote(made.version).in_force
    told = local.models.evaluate(made.version)
    assert (told.learned_from, told.outcomes) == (90, 120)
    assert told.adjusted is not None
    assert told.adjusted.auc > told.adjusted.majority


def test_each_week_there_is_a_refit_if_there_is_something_new(local: Ats, runtime: Runtime) -> None:
    pytest.importorskip("xgboost")
    weekly = ModelService.tasks["refit_weekly"]
    assert weekly.every == "23 3 * * 1"

    def a_week_goes_by() -> int:
        runtime.call(weekly, {}, runtime.context(runtime.owner))
        return len(local.models.list().models) - 1

    job = new_job(local)
    assert a_week_goes_by() == 0
    taught(local, job, 64)
    assert a_week_goes_by() == 1
    assert a_week_goes_by() == 1  # nothing new
    local.matching.train(str(job.id), person(local, 900, SKILLS).id, "success")
    assert a_week_goes_by() == 2


def test_a_model_that_is_not_there(ats: Ats) -> None:
    for ask in (ats.models.get, ats.models.evaluate, ats.models.promote):
        with pytest.raises(NotFound):
            ask("nothing")


# --- scores made again


def test_stored_scores_are_made_again_to_the_last_digit(local: Ats, runtime: Runtime) -> None:
    job = new_job(local)
    local.matching.train(str(job.id), person(local, 100, ["Python", "Docker"]).id, "success")
    for number in range(6):
        who = person(local, number, SKILLS[: number % 4 + 1], months=20 * number)
        local.applications.apply(str(job.id), who.id)
    # Later outcomes do not touch what was stored before.
    local.matching.train(str(job.id), person(local, 101, SKILLS).id, "failure")
    replay = local.matching.replay(str(job.id))
    assert (replay.total, replay.same) == (6, 6)
    assert all(s.again == s.stored and s.memory_version for s in replay.scores)
    assert any(s.model_version == shipped().version for s in replay.scores)
    with runtime.engine.begin() as connection:
        connection.execute(text("UPDATE match_scores SET score = score - 1 WHERE score > 1"))
    assert local.matching.replay(str(job.id)).same == 0


def test_a_score_whose_outcomes_are_erased_says_so(local: Ats, runtime: Runtime) -> None:
    job = new_job(local)
    past = person(local, 100, ["Python", "Docker"])
    local.matching.train(str(job.id), past.id, "success")
    who = person(local, 1, ["Python", "Docker"])
    local.applications.apply(str(job.id), who.id)
    with runtime.engine.begin() as connection:
        connection.execute(text("DELETE FROM candidates WHERE id = :id"), {"id": past.id})
    (score,) = local.matching.replay(str(job.id), who.id).scores
    assert not score.same
    assert score.reason == "An outcome that it recalled has been erased with its person."


# --- criteria, and why not


def test_criteria_say_where_they_come_from(ats: Ats) -> None:
    job = ats.jobs.create(
        NewJob(title="Koch", location="Wien", description="Drei Jahre Erfahrung. HACCP ist Pflicht.")
    )
    found = ats.matching.criteria(job.requisition_number)
    assert found.required_experience_months == 36
    assert found.origins["required_experience_months"] == "text"
    assert found.origins["required_education"] == "none"
    assert "HACCP" in found.suggested.required_skills
    changed = ats.matching.set_criteria(str(job.id), CriteriaChanges(required_skills=["Cooking"]))
    assert changed.required_skills == ["Cooking"]
    assert changed.origins["required_skills"] == "entered"
    assert ats.jobs.get(str(job.id)).required_skills == [{"name": "Cooking", "id": "cooking"}]
    assert ats.jobs.get(str(job.id)).required_experience_months is None


def test_why_not_names_the_smallest_change_that_reaches_the_cut(ats: Ats) -> None:
    job = new_job(ats)
    for number in range(3):
        who = person(ats, number, SKILLS[:3], months=60)
        ats.applications.apply(str(job.id), who.id)
    short = person(ats, 9, SKILLS[:2], months=60)
    ats.applications.apply(str(job.id), short.id)
    told = ats.matching.why_not(str(job.id), short.id, top=2)
    assert (told.rank, told.total, told.among) == (4, 4, False)
    assert told.changes[0].changes == ["Knows Docker."]
    assert told.changes[0].reaches
    assert told.changes[0].match_score >= told.cut
    assert sum(t.difference for t in told.terms) == pytest.approx(told.match_score - told.cut, abs=0.02)
    ats.candidates.update(short.id, {"skills": SKILLS[:3]})  # type: ignore[arg-type]
    assert value(ats, job, ats.candidates.get(short.id)) == told.changes[0].match_score
    assert ats.matching.why_not(str(job.id), short.id, top=4).among


def test_why_not_of_somebody_who_has_not_applied(local: Ats) -> None:
    job = new_job(local)
    stranger = person(local, 1, [])
    told = local.matching.why_not(str(job.id), stranger.id)
    assert (told.rank, told.total, told.among) == (1, 1, True)
    with pytest.raises(NotFound):
        local.matching.why_not(str(job.id), UUID(int=5))


def test_a_match_quotes_the_profile(ats: Ats) -> None:
    job = new_job(ats, required_skills=["Python"])
    who = ats.candidates.create(
        NewCandidate(
            first_name="Otto",
            work_history=[
                NewWork(title="Developer", start_date="2020-01", current=True,
                        description="Ran the shop's billing, all of it written in Python and tested.")
            ],
        )
    )  # fmt: skip
    match = ats.matching.score(candidate_id=who.id, job_id=str(job.id))
    (quote,) = match.evidence
    assert quote.field == "work_history[0].description"
    text_of = who.work_history[0]["description"] or ""
    assert text_of[quote.start : quote.end] == "Python"
    assert "Python" in quote.text
    assert match.skills[0].said == quote


def test_the_learned_is_looked_up_again_when_it_changes(local: Ats, runtime: Runtime) -> None:
    """What one process has learned another one knows at its next call."""
    job = new_job(local)
    who = person(local, 1, ["Python"])
    before = value(local, job, who)
    with Ats.local(runtime=runtime) as elsewhere:
        elsewhere.matching.train(str(job.id), who.id, "success")
    assert value(local, job, who) > before
