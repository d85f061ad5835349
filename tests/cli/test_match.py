"""`ats match`, `ats score`, `ats model` and `ats job match-criteria`, as people type them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_commands import Cli

Cv = Callable[..., bytes]


@pytest.fixture
def ats(database_url: str, tmp_path: Path) -> Cli:
    return Cli(database_url, tmp_path / "home")


@pytest.fixture
def job(ats: Cli, tmp_path: Path, cv: Cv) -> str:
    """The number of a job that two people have applied for."""
    folder = tmp_path / "cvs"
    folder.mkdir()
    (folder / "a.txt").write_bytes(cv())
    (folder / "b.txt").write_bytes(
        cv(name="Otto Brandt", email="otto@example.com", phone=None, skills="Welding")
    )
    made = ats.json(
        "job", "create", "--title", "Software Engineer", "--location", "Porto", "--skill", "Python",
        "--skill", "PostgreSQL", "--experience", "3",
    )  # fmt: skip
    number: str = made["requisition_number"]
    ats.run("import-resumes", str(folder), "--job", number)
    return number


def test_named_candidates_are_compared(ats: Cli, job: str) -> None:
    both = ats.json("match", job, "otto@example.com", "mirela.tavora@example.com")
    assert [m["candidate_name"] for m in both] == ["Mirela Tavora", "Otto Brandt"]
    shown = ats.run("match", job, "Otto", "--explain").stdout
    assert "adjustment" in shown
    assert "memory" in shown
    assert "simulated outcomes" in shown


def test_the_explanation_quotes_the_resume(ats: Cli, job: str) -> None:
    shown = ats.run("match", job, "--explain", "--top", "1").stdout
    assert '" Python (skills[' in shown


def test_why_not(ats: Cli, job: str) -> None:
    shown = ats.run("match", job, "--top", "1", "--why-not", "otto@example.com").stdout
    assert "Otto Brandt is number 2 of 2" in shown
    assert "Knows Python." in shown
    assert ats.json("match", job, "--top", "1", "--why-not", "otto@example.com")["changes"]
    assert "among the best 1" in ats.run("match", job, "--top", "1", "--why-not", "Mirela").stdout


def test_scores_are_replayed(ats: Cli, job: str) -> None:
    assert "2 of 2 scores came out the same" in ats.run("score", "replay", job).stderr
    assert [s["same"] for s in ats.json("score", "replay", job, "--candidate", "Otto")] == [True]
    one, short = ats.json("score", "one", "Otto", "--job", job), ats.json("score", "--job", job, "Otto")
    assert one["match_score"] == short["match_score"]


def test_models_from_the_shell(ats: Cli, job: str) -> None:
    assert [m["status"] for m in ats.json("model", "list")] == ["shipped"]
    card = ats.run("model", "show", "simulated-1").stdout
    assert "no real people" in card
    assert "formula alone" in card
    done = ats.run("model", "train", "Mirela", "--job", job, "--outcome", "success").stdout
    assert "yes" in done
    assert "1 labelled outcomes; a refit needs 60" in ats.run("model", "refit", code=7).stderr
    assert "none before it" in ats.run("model", "rollback", code=7).stderr
    ats.run("model", "promote", "nothing", code=3)
    assert "none of one kind" in ats.run("model", "evaluate", "simulated-1").stderr
    ats.run("application", "reject", applied(ats, job, "Otto Brandt"), "--reason", "missing-skills")
    told = ats.json("model", "evaluate", "simulated-1")
    assert told["adjusted"]["rows"] == 2
    assert "with adjustment" in ats.run("model", "evaluate", "simulated-1").stdout


def applied(ats: Cli, job: str, name: str) -> str:
    matches = ats.json("match", job)["matches"]
    return str(next(m["application_id"] for m in matches if m["candidate_name"] == name))


def test_match_criteria(ats: Cli) -> None:
    made = ats.json(
        "job", "create", "--title", "Koch", "--location", "Wien",
        "--description", "Drei Jahre Erfahrung. HACCP ist Pflicht. Kochen muss man.",
    )  # fmt: skip
    number = made["requisition_number"]
    assert "from the text" in ats.run("job", "match-criteria", number).stdout
    taken = ats.json("job", "match-criteria", number, "--extract", "--education", "vocational")
    assert taken["required_experience_months"] == 36
    assert set(taken["origins"].values()) == {"entered", "none"}
    assert "HACCP" in [s["name"] for s in ats.json("job", "show", number)["required_skills"]]
