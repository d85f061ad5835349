"""Blind screening: nothing planted leaks by any door, until somebody has judged; reveals are on record."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text

from ats_core.applications.model import Application
from ats_core.candidates.model import NewCandidate
from ats_core.errors import Invalid, NotFound
from ats_core.fairness.blinding.folding import fold
from ats_core.fairness.blinding.model import NotJudged, Verdict
from ats_core.fairness.blinding.view import pseudonym
from ats_core.jobs.model import NewJob
from ats_core.matcher import MATCHER_VERSION
from ats_core.runtime import Runtime
from ats_sdk import Ats
from tests.cli.test_commands import Cli
from tests.conftest import TOKEN

PERSON: dict[str, Any] = {
    "first_name": "Zyranda",
    "last_name": "Quillfeather",
    "emails": ["zyranda.q@plantedmail.example.com", "zq-second@plantedmail.example.com"],
    "phones": ["+351912345678"],
    "location": "Vlorbury, Portugal",
    "linkedin_url": "https://www.linkedin.com/in/zyranda-planted",
    "portfolio_url": "https://planted-folio.example.com/zq",
    "current_title": "Waitress",
    "skills": ["Python", "SQL", "Quillfeather method"],
    "experience_months": 90,
    "work_history": [
        {
            "title": "Krankenschwester", "company": "Quillfeather & Sisters", "current": True,
            "start_date": "2016-03",
            "description": "She used Python and SQL at Quillfeather Hall since March 2016. Mrs. Zyranda was "
            "born in 1987 and studied at Plantedham University; mail zyranda.q@plantedmail.example.com, "
            "call +351 912 345 678. Served in the Army. Captain of Vlorbury Chess Club.",
        },
        {
            "title": "Enfermera", "company": "Clinic", "start_date": "2011", "end_date": "2016",
            "description": "https://planted-folio.example.com/zq shows Python",
        },
    ],
    "education": [
        {"degree": "Licenciada", "field": "Nursing", "institution": "Plantedham University",
         "graduation_year": 2009},
    ],
    "certifications": ["First aid, Plantedham University 2012"],
    "tags": ["plantedtag"],
}  # fmt: skip
# No more than a part of each, in any spelling.
PLANTED = (
    "zyranda", "quillfeather", "plantedmail", "zq-second", "912345678", "912 345", "vlorbury",
    "planted-folio", "linkedin", "plantedham", "2009", "2016", "2011", "2012", "1987", "waitress",
    "krankenschwester",
    "enfermera", "licenciada", "mrs", "army", "chess", "plantedtag",
)  # fmt: skip
WORDS = ("she", "her", "sisters")


def leaks(shown: str) -> list[str]:
    folded = fold(shown)
    return [x for x in PLANTED if x in folded] + [w for w in WORDS if w in folded.replace('"', " ").split()]


def applied(ats: Ats) -> Application:
    job = ats.jobs.create(
        NewJob(
            title="Nurse", location="Vlorbury, Portugal", required_skills=["Python", "SQL"],
            preferred_skills=["Quillfeather method"], description="Care.",
        )
    )  # fmt: skip
    person = ats.candidates.create(NewCandidate.model_validate(PERSON))
    return ats.applications.apply(job_id=job.requisition_number, candidate_id=person.id)


def asked_for(shown: str) -> str:
    """Without what the job itself says: its town, and the skill that bears the person's name."""
    return (
        shown.replace("Vlorbury, Portugal", "")
        .replace("Quillfeather method", "")
        .replace("quillfeather-method", "")
    )


def test_nothing_planted_leaks_through_the_sdk(ats: Ats) -> None:
    application = applied(ats)
    ranking = ats.screening.rank(application.requisition_number)
    one = ats.screening.get(application.id)
    (match,) = ranking.matches
    person = str(application.candidate_id)
    plain = ats.matching.rank(application.requisition_number).model_dump_json()
    assert {"zyranda", "vlorbury"} <= set(leaks(plain))
    assert set(leaks(ats.candidates.get(application.candidate_id).model_dump_json())) >= set(PLANTED)
    for shown in (ranking.model_dump_json(), one.model_dump_json(), repr(ranking), repr(one)):
        assert not leaks(asked_for(shown)), leaks(asked_for(shown))
        assert person not in shown
    assert match.candidate == one.candidate == one.match.candidate
    assert match.match_score == one.match.match_score
    assert match.match_score == ats.matching.rank(application.requisition_number).matches[0].match_score
    # What the person can do is still there.
    assert one.profile.skills[:2] == ["Python", "SQL"]
    assert [w.title for w in one.profile.work_history] == ["Nurse", "Nurse"]
    assert one.profile.work_history[1].months == 60
    assert one.profile.education[0].institution == "a university"
    assert "used Python and SQL" in (one.profile.work_history[0].description or "")
    assert any("Has 2 of 2 required skills" in s or "Python" in s for s in match.strengths)


def test_nothing_planted_leaks_over_http(local: Ats, server_url: str) -> None:
    application = applied(local)
    headers = {"Authorization": f"Bearer {TOKEN}"}
    with httpx.Client(base_url=f"{server_url}/api/v1", headers=headers) as http:
        for path in (
            f"/jobs/{application.requisition_number}/blind-matches",
            f"/applications/{application.id}/blind",
            f"/applications/{application.id}/judgements",
        ):
            response = http.get(path)
            assert response.status_code == 200
            shown = asked_for(response.text + str(response.headers))
            assert not leaks(shown), (path, leaks(shown))
        refused = http.post(f"/applications/{application.id}/reveal")
        assert (refused.status_code, refused.json()["code"]) == (409, "not_judged")
        assert not leaks(refused.text)


def test_nothing_planted_leaks_on_the_command_line(local: Ats, database_url: str, tmp_path: Path) -> None:
    cli = Cli(database_url, tmp_path / "home")
    application = applied(local)
    job, key = application.requisition_number, str(application.id)
    for call in (
        ["match", job, "--blind"],
        ["match", job, "--blind", "--explain"],
        ["match", job, "--blind", "--csv"],
        ["match", job, "--blind", "--ndjson"],
        ["match", job, "--blind", "--json"],
        ["application", "show", key, "--blind"],
        ["application", "show", key, "--blind", "--json"],
    ):
        done = cli.run(*call)
        assert "Candidate " in done.stdout
        shown = asked_for(done.stdout + done.stderr)
        assert not leaks(shown), (call, leaks(shown))
    done = cli.run("application", "reveal", key, "--json", code=7)
    assert not leaks(done.stderr)
    cli.run("match", job, "zyranda", "--blind", code=2)
    judged = cli.json("application", "judge", key, "--verdict", "advance", "--reason", "Knows the trade.")
    assert (judged["verdict"], judged["blind"]) == ("advance", True)
    assert cli.json("application", "judgements", key)[0]["reason"] == "Knows the trade."
    assert "Knows the trade." in cli.run("application", "show", key, "--blind").stdout
    assert cli.json("application", "reveal", key)["candidate_name"] == "Zyranda Quillfeather"


def test_a_judgement_comes_before_the_name_and_reveals_are_on_record(ats: Ats, runtime: Runtime) -> None:
    application = applied(ats)
    with pytest.raises(NotJudged):
        ats.screening.reveal(application.id)
    judged = ats.screening.judge(application.id, verdict=Verdict.HOLD, reason="Ask about SQL.")
    score = ats.matching.score(application.candidate_id, application.requisition_number)
    assert (judged.match_score, judged.matcher_version) == (score.match_score, MATCHER_VERSION)
    assert (judged.actor_id, judged.blind) == (ats.auth.me().id, True)
    assert ats.applications.get(application.id) == application  # a judgement moves nobody
    assert ats.screening.reveal(application.id).candidate_name == "Zyranda Quillfeather"
    after = ats.screening.judge(application.id, verdict=Verdict.ADVANCE, reason="Zyranda knows it.")
    assert not after.blind
    told = ats.screening.judgements(application.id).judgements
    assert [(j.verdict, j.reason) for j in told] == [
        (Verdict.HOLD, "Ask about SQL."),
        (Verdict.ADVANCE, "[name] knows it."),
    ]
    assert ats.screening.rank(application.requisition_number).matches[0].verdict is Verdict.ADVANCE
    with runtime.engine.connect() as connection:
        trail = connection.execute(
            text("SELECT operation, actor_id FROM audit_log WHERE subject_id = :id ORDER BY occurred_at, id"),
            {"id": application.id},
        ).all()
    assert [t.operation for t in trail][-3:] == ["screening.judge", "screening.reveal", "screening.judge"]
    assert {t.actor_id for t in trail} == {ats.auth.me().id}


def test_a_declined_application_is_not_rejected(ats: Ats) -> None:
    application = applied(ats)
    ats.screening.judge(application.id, verdict=Verdict.DECLINE, reason="No SQL.")
    assert ats.applications.get(application.id).status == "active"
    assert [e.type for e in ats.applications.history(application.id).events] == ["applied"]


def test_a_judgement_needs_a_verdict_and_a_reason(local: Ats) -> None:
    application = applied(local)
    with pytest.raises(Invalid):
        local.screening.judge(application.id, verdict="maybe", reason="x")  # type: ignore[arg-type]
    with pytest.raises(Invalid):
        local.screening.judge(application.id, verdict=Verdict.HOLD, reason=" ")
    with pytest.raises(NotFound):
        local.screening.judge(uuid4(), verdict=Verdict.HOLD, reason="x")
    for call in (local.screening.get, local.screening.reveal, local.screening.judgements):
        with pytest.raises(NotFound):
            call(uuid4())


def test_a_pseudonym_is_stable_on_a_job_and_another_elsewhere() -> None:
    key, other, job, person = b"k" * 32, b"o" * 32, uuid4(), uuid4()
    name = pseudonym(key, job, person)
    assert name == pseudonym(key, job, person)
    assert (
        len(
            {
                name,
                pseudonym(other, job, person),
                pseudonym(key, uuid4(), person),
                pseudonym(key, job, uuid4()),
            }
        )
        == 4
    )
    assert name.startswith("Candidate ")
    assert len(name) == len("Candidate K7Q2-M4XD")


def test_the_key_of_pseudonyms_leaves_by_no_door(ats: Ats, runtime: Runtime) -> None:
    application = applied(ats)
    with runtime.engine.connect() as connection:
        (key,) = connection.execute(text("SELECT key FROM pseudonym_keys")).scalars().all()
    assert key not in json.dumps(ats.screening.get(application.id).model_dump(mode="json"))
    name = pseudonym(bytes.fromhex(key), application.job_id, application.candidate_id)
    assert ats.screening.get(application.id).candidate == name


@pytest.mark.parametrize(
    "change",
    [
        {"first_name": "Otto", "last_name": "Brandt"},
        {"emails": ["otto@example.com"], "phones": ["+351912345679"]},
        {"linkedin_url": "https://example.com/otto"},
        {
            "education": [
                {**PERSON["education"][0], "institution": "Otherton University", "graduation_year": 1999}
            ]
        },
        {
            "work_history": [
                {**PERSON["work_history"][0], "title": "Krankenpfleger"},
                PERSON["work_history"][1],
            ]
        },
    ],
    ids=["name", "addresses", "link", "school", "gender"],
)
def test_who_somebody_is_changes_nothing_of_the_view_but_the_pseudonym(
    local: Ats, change: dict[str, Any]
) -> None:
    """Counterfactual twins. Their texts name the first twin, so those go."""

    def bare(person: dict[str, Any]) -> dict[str, Any]:
        work = [{**w, "description": None, "company": None} for w in person["work_history"]]
        return {**person, "work_history": work, "skills": ["Python"], "certifications": []}

    number = local.jobs.create(
        NewJob(title="Nurse", location="Porto", required_skills=["Python"])
    ).requisition_number
    views = []
    for person in (bare(PERSON) | {"emails": [], "phones": []}, bare(PERSON | change)):
        made = local.candidates.create(NewCandidate.model_validate(person))
        key = local.applications.apply(job_id=number, candidate_id=made.id).id
        shown = local.screening.get(key).model_dump(exclude={"candidate", "application_id"})
        shown["match"] = {k: v for k, v in shown["match"].items() if k not in ("candidate", "application_id")}
        views.append(shown)
    assert views[0] == views[1]


def test_the_people_of_the_samples_can_not_be_told(local: Ats) -> None:
    """Real files of five languages, imported: of the truth about each nothing stands in the blind view."""
    samples = Path(__file__).parents[2] / "samples"
    number = local.jobs.create(NewJob(title="Dev", location="Porto", required_skills=["Python"])).id
    local.import_resumes([samples / "resumes"], job=str(number))
    truths = [json.loads(p.read_text("utf-8")) for p in (samples / "truth").glob("*.json")]
    by_email = {t["contact"]["email"].casefold(): t for t in truths if t["contact"].get("email")}
    looked_at = 0
    for match in local.matching.rank(str(number), top=100).matches:
        candidate = local.candidates.get(match.candidate_id)
        truth = by_email.get((candidate.email or "").casefold())
        if truth is None or match.application_id is None:
            continue
        looked_at += 1
        view = local.screening.get(match.application_id)
        shown = fold(view.profile.model_dump_json() + view.match.model_dump_json())
        contact = truth["contact"]
        secrets = [contact["email"], contact["first_name"], contact["last_name"]]
        secrets += [s["institution"] for s in truth["education"] if s["institution"]]
        secrets += [c for c in (contact.get("phone"), contact.get("linkedin_url")) if c]
        words = set(re.findall(r"\w+", shown))
        assert not [s for s in secrets if fold(s) in (words if " " not in s and "@" not in s else shown)]
        years = set(re.findall(r"(?<!\d)(?:19[5-9]|20[0-3])\d(?!\d)", view.profile.model_dump_json()))
        assert not years, (candidate.email, years)
    assert looked_at >= 15
