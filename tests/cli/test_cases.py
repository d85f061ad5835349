"""`ats parse --fixture` and `--check`: what a person has corrected becomes a case that parsing is held to."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.test_commands import Cli, Cv


def test_a_correction_becomes_a_case_that_the_parser_does_not_meet_yet(
    database_url: str, tmp_path: Path, cv: Cv
) -> None:
    ats = Cli(database_url, tmp_path / "home")
    file = tmp_path / "cv.txt"
    file.write_bytes(cv())
    ats.run("import-resumes", str(file))
    (resume,) = ats.json("review", "list", "--all")
    ats.run("review", "correct", resume["id"], "--set", "work_history[0].title=Nurse")
    made = ats.run("parse", str(file), "--fixture", str(tmp_path / "cases"))
    assert "as reviewed" in made.stderr
    (case,) = (tmp_path / "cases").iterdir()
    assert (case / "document.txt").read_bytes() == cv()
    expected = json.loads((case / "expected.json").read_text())
    assert expected["work_history"][0]["title"] == "Nurse"
    assert "confidence" not in expected["contact_info"]
    (wrong,) = json.loads(ats.run("parse", "--check", str(case.parent), "--json", code=1).stdout)
    assert (wrong["path"], wrong["expected"], wrong["found"]) == (
        "work_history[0].title", "Nurse", "Software Engineer",
    )  # fmt: skip


def test_a_case_of_what_is_parsed_now_is_met(database_url: str, tmp_path: Path, cv: Cv) -> None:
    ats = Cli(database_url, tmp_path / "home")
    file = tmp_path / "cv.txt"
    file.write_bytes(cv())
    assert "look it through" in ats.run("parse", str(file), "--fixture", str(tmp_path / "cases")).stderr
    assert "1 cases, 0 not as expected" in ats.run("parse", "--check", str(tmp_path / "cases")).stderr


def test_no_cases_is_a_mistake(database_url: str, tmp_path: Path) -> None:
    ats = Cli(database_url, tmp_path / "home")
    assert "no case below" in ats.run("parse", "--check", str(tmp_path), code=2).stderr
