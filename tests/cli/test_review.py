"""`ats review`, `ats reparse` and `ats worker` as people and scripts use them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from tests.cli.test_commands import Cli, Cv


@pytest.fixture
def ats(database_url: str, tmp_path: Path) -> Cli:
    made = Cli(database_url, tmp_path / "home")
    made.env["ATS_REVIEW_BELOW"] = "1"
    return made


def test_from_a_doubt_to_a_correction_that_stays(ats: Cli, database_url: str, tmp_path: Path, cv: Cv) -> None:
    (tmp_path / "cv.txt").write_bytes(cv())
    ats.run("import-resumes", str(tmp_path / "cv.txt"))
    (waiting,) = ats.json("review", "list")
    assert waiting["candidate_name"] == "Mirela Tavora"
    shown = ats.run("review", "show", waiting["id"]).stdout
    assert "WHAT" in shown
    assert "contact_info.first_name" in shown
    assert "[0] 2019 - now  Software Engineer at Brisa Digital" in shown
    key = waiting["id"]
    fixed = ats.json(
        "review", "correct", key, "--set", "work_history[0].title=Nurse", "--drop", "education[0]"
    )
    assert fixed["candidate_data"]["work_history"][0]["title"] == "Nurse"
    assert fixed["candidate_data"]["education"] == []
    assert ats.json("review", "list") == []
    assert "Nurse" in ats.run("candidate", "show", "mirela.tavora@example.com").stdout
    with psycopg.connect(database_url.replace("+psycopg", "")) as connection:
        connection.execute("UPDATE parsed_resumes SET parser_version = '0.9'")
    plan = ats.run("reparse", "--plan")
    assert "1 résumés looked at, 0 read otherwise" in plan.stderr
    assert "Say --yes" in ats.run("reparse", code=2).stderr
    assert "1 of 1 parsed anew" in ats.run("reparse", "--yes").stderr
    assert ats.json("candidate", "show", "mirela.tavora@example.com")["current_title"] == "Nurse"
    assert ats.run("reparse", "--yes", "--json").stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["correct", "ID"], "nothing to put right"),
        (["correct", "ID", "--set", "contact_info.shoe_size=43"], "names no value"),
        (["correct", "ID", "--set", "work_history[7].title=Cook"], "only 1 entries"),
        (["correct", "ID", "--set", "contact_info.email"], "is no correction"),
        (["show", "not-an-id"], "resume_id"),
    ],
)
def test_a_mistake_is_told(ats: Cli, tmp_path: Path, cv: Cv, arguments: list[str], word: str) -> None:
    (tmp_path / "cv.txt").write_bytes(cv())
    ats.run("import-resumes", str(tmp_path / "cv.txt"))
    (waiting,) = ats.json("review", "list")
    given = [waiting["id"] if a == "ID" else a for a in arguments]
    assert word in ats.run("review", *given, code=7 if given[0] == "show" else 2).stderr


def test_rates(ats: Cli, tmp_path: Path, cv: Cv) -> None:
    (tmp_path / "cv.txt").write_bytes(cv())
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    ats.run("import-resumes", str(tmp_path / "cv.txt"), str(tmp_path / "broken.pdf"), code=6)
    told = ats.json("review", "stats")
    assert (told["attempts"], told["parsed"], told["failures"]) == (2, 1, {"corrupt_file": 1})


def test_a_worker_does_what_there_is_and_ends(ats: Cli) -> None:
    ats.run("worker", "--once")


def test_ctrl_c_ends_a_worker(ats: Cli) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "ats_cli.main", "worker"],
        stderr=subprocess.PIPE, text=True, env={**os.environ, **ats.env},
    )  # fmt: skip
    assert process.stderr is not None
    assert process.stderr.readline() == "Working; Ctrl-C stops.\n"
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    assert "Traceback" not in process.communicate(timeout=20)[1]
    assert process.returncode in (0, 130)
