"""`ats audit bias` as an auditor and a pipeline use it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from ats_core.candidates.model import NewCandidate
from ats_core.fairness.model import SelfIdentification
from ats_core.jobs.model import NewJob
from ats_sdk import Ats
from tests.cli.test_commands import Cli

COUNTS = (
    "sex,race_ethnicity,people,selected\nf,black,200,10\nm,black,200,20\nf,white,200,40\nm,white,200,40\n"
)


@pytest.fixture
def ats(database_url: str, tmp_path: Path) -> Cli:
    return Cli(database_url, tmp_path / "home")


@pytest.fixture
def nowhere(tmp_path: Path) -> Cli:
    """A command line without any database."""
    return Cli("postgresql://nobody@127.0.0.1:1/none", tmp_path / "home")


def test_a_file_of_counts_needs_no_database(nowhere: Cli, tmp_path: Path) -> None:
    (tmp_path / "counts.csv").write_text(COUNTS)
    done = nowhere.run("audit", "bias", "--from", str(tmp_path / "counts.csv"))
    assert "black / female" in done.stdout
    assert "0.375" in done.stdout  # black 30 of 400 against white 80 of 400
    assert "Race/ethnicity: lowest impact ratio 0.375 (selection: black)." in done.stderr
    report = nowhere.json("audit", "bias", "--from", "-", stdin=COUNTS)
    assert report["categories"][1]["lowest_selection"] == {"group": "black", "impact_ratio": 0.375}
    assert report["source"] == "The file on stdin, counts of groups."
    table = list(
        csv.DictReader(io.StringIO(nowhere.run("audit", "bias", "--from", "-", "--csv", stdin=COUNTS).stdout))
    )
    row = next(r for r in table if r["group"] == "black / female")
    assert (row["category"], row["people"], row["selection_rate"], row["impact_ratio"], row["flag"]) == (
        "sex_by_race_ethnicity", "200", "0.05", "0.25", "below 4/5",
    )  # fmt: skip


def test_a_pipeline_fails_below_the_mark_and_is_told_who(nowhere: Cli) -> None:
    done = nowhere.run("audit", "bias", "--from", "-", "--fail-under", "0.8", "--json", stdin=COUNTS, code=7)
    assert json.loads(done.stdout)["people"] == 800
    error = json.loads(done.stderr.splitlines()[-1])
    assert error["code"] == "bias_found"
    assert "black / female 0.250 (selection)" in error["message"]
    assert [s["group"] for s in error["details"]["shortfalls"]][:2] == ["black / female", "black"]
    nowhere.run("audit", "bias", "--from", "-", "--fail-under", "0.2", stdin=COUNTS)


def test_a_pipeline_is_told_that_there_is_nothing_to_fail_on(nowhere: Cli) -> None:
    text = "sex,people,selected\n,400,20\n"
    done = nowhere.run("audit", "bias", "--from", "-", "--fail-under", "0.8", stdin=text)
    assert "no impact ratio to hold against 0.8" in done.stderr


def test_a_small_group_can_be_kept(nowhere: Cli) -> None:
    text = "sex,people,selected\nf,490,130\nm,494,148\nanother,16,8\n"
    nowhere.run("audit", "bias", "--from", "-", "--fail-under", "0.8", stdin=text)
    nowhere.run("audit", "bias", "--from", "-", "--fail-under", "0.8", "--keep-small", stdin=text, code=7)


def test_the_report_to_publish(nowhere: Cli, tmp_path: Path) -> None:
    page = tmp_path / "audit.html"
    nowhere.run(
        "audit", "bias", "--from", "-", "--html", str(page), "--distributed", "2026-01-02", stdin=COUNTS
    )
    text = page.read_text("utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert "2026-01-02" in text
    assert "black / female" in text


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (["--from", "nothing.csv"], 3, "no file"),
        (["REQ-1", "--from", "-"], 2, "neither a job nor dates"),
        (["--since", "yesterday"], 2, "is no date"),
        (["--selected", "offered"], 2, "interview or hired"),
        (["--from", "-", "--selected", "promoted"], 7, "lacks a column promoted"),
        (["--from", "-", "--fail-under", "2"], 2, "--fail-under"),
    ],
)
def test_a_mistake_is_told(nowhere: Cli, arguments: list[str], code: int, word: str) -> None:
    assert word in nowhere.run("audit", "bias", *arguments, stdin=COUNTS, code=code).stderr


def test_a_job_of_this_ats(ats: Cli, local: Ats) -> None:
    number = local.jobs.create(NewJob(title="Dev", location="X", openings_count=9)).requisition_number
    for place in range(16):
        person = local.candidates.create(NewCandidate(first_name="Ana"))
        answers = {"sex": ("female", "male")[place % 2], "race_ethnicity": "white", "consent_version": "1"}
        local.fairness.identify(person.id, SelfIdentification.model_validate(answers))
        made = local.applications.apply(job_id=number, candidate_id=person.id)
        if place % 2 or place < 6:
            local.applications.move(made.id, to="interview")
    report = ats.json("audit", "bias", number)
    assert (report["job"], report["people"], report["selected"]) == (number, 16, 11)
    done = ats.run("audit", "bias", "--since", "2026-01-01", "--fail-under", "0.8", code=7)
    assert "female 0.375 (selection)" in done.stderr
    assert "Only 8 people here." in done.stdout
    assert ats.json("audit", "bias", number, "--selected", "hired")["selected"] == 0
    ats.run("audit", "bias", "REQ-NONE", code=3)


def test_what_a_candidate_says_is_kept_and_forgotten(ats: Cli, local: Ats) -> None:
    local.candidates.create(NewCandidate(first_name="Ana", emails=["ana@example.com"]))
    asked = ats.json("audit", "questions")
    answer = ["--sex", asked["sex"][0], "--race-ethnicity", asked["race_ethnicity"][0]]
    consent = ["--consent", asked["consent_version"]]
    kept = ats.json("audit", "identify", "ana@example.com", *answer, *consent)
    assert set(kept) == {"candidate_id", "consent_version", "consented_at"}
    ats.run("audit", "identify", "Ana", "--sex", "f", "--race-ethnicity", "white", *consent, code=7)
    assert "Say --yes" in ats.run("audit", "forget", "Ana", code=2).stderr
    assert ats.json("audit", "forget", "Ana", "--yes") == {"success": True}
    ats.run("audit", "forget", "Ana", "--yes", code=3)
