"""The command line as people and scripts use it: output, exit codes, errors, pipes."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import TOKEN, serving

Cv = Callable[..., bytes]
ROOT = Path(__file__).parents[2]


class Cli:
    """Runs `ats` in a process of its own, on the test's database."""

    def __init__(self, database_url: str, home: Path) -> None:
        self.env = {k: v for k, v in os.environ.items() if not k.startswith(("ATS_", "COLUMNS", "NO_COLOR"))}
        self.env |= {"ATS_HOME": str(home), "ATS_DATABASE_URL": database_url, "PYTHONPATH": str(ROOT)}

    def run(
        self, *arguments: str, stdin: str = "", code: int = 0, **env: str
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "ats_cli.main", *arguments],
            input=stdin,
            capture_output=True,
            text=True,
            env=self.env | env,
            check=False,
        )
        assert done.returncode == code, (arguments, done.returncode, done.stdout, done.stderr)
        assert "Traceback" not in done.stderr
        return done

    def json(self, *arguments: str, **options: Any) -> Any:
        return json.loads(self.run(*arguments, "--json", **options).stdout)


@pytest.fixture
def ats(database_url: str, tmp_path: Path) -> Cli:
    return Cli(database_url, tmp_path / "home")


@pytest.fixture
def cvs(tmp_path: Path, cv: Cv) -> Path:
    folder = tmp_path / "cvs"
    folder.mkdir()
    (folder / "a.txt").write_bytes(cv())
    (folder / "b.txt").write_bytes(
        cv(name="Otto Brandt", email="otto@example.com", phone=None, skills="Welding")
    )
    return folder


def test_the_main_job_from_the_shell(ats: Cli, cvs: Path) -> None:
    job = ats.json("job", "create", "--title", "Dev", "--location", "Porto", "--skill", "Python")
    number = job["requisition_number"]
    report = ats.json("import-resumes", str(cvs), "--job", number, "--source", "Career fair")
    assert {k: report[k] for k in ("inputs", "created", "updated", "duplicate", "failed")} == {
        "inputs": 2, "created": 2, "updated": 0, "duplicate": 0, "failed": 0,
    }  # fmt: skip
    assert {"path", "sha256", "status", "reason", "candidate_id", "ms"} <= set(report["files"][0])
    ranking = ats.json("match", number, "--top", "10")
    assert [m["candidate_name"] for m in ranking["matches"]] == ["Mirela Tavora", "Otto Brandt"]
    shown = ats.run("match", number, "--explain").stdout
    assert "Mirela Tavora" in shown
    assert "skills" in shown
    person = ats.run("candidate", "show", "mirela.tavora@example.com").stdout
    assert "+351912345678" in person
    assert number in person
    assert ats.json("score", "Mirela", "--job", number)["match_score"] == ranking["matches"][0]["match_score"]


def test_partial_success_is_6_and_the_report_tells_all(ats: Cli, cvs: Path, tmp_path: Path) -> None:
    (cvs / "c.pdf").write_bytes(b"")
    report = tmp_path / "out.csv"
    done = ats.run("import-resumes", str(cvs), "--report", str(report), code=6)
    assert "3 files: 2 created, 0 updated, 0 duplicate, 1 failed" in done.stdout
    assert "empty_file" in done.stdout
    rows = list(csv.DictReader(io.StringIO(report.read_text())))
    assert [r["status"] for r in rows] == ["created", "created", "failed"]
    again = ats.run("import-resumes", str(cvs), "--plan", code=6)
    assert "2 would be duplicate" in again.stdout


def test_a_list_of_paths_on_stdin(ats: Cli, cvs: Path) -> None:
    listed = "\n".join(str(p) for p in sorted(cvs.iterdir()))
    assert ats.json("import-resumes", "-", stdin=listed)["created"] == 2
    lines = ats.run("parse", "-", "--ndjson", stdin=listed).stdout.splitlines()
    assert [json.loads(line)["file"] for line in lines] == listed.splitlines()


def test_parse_prints_the_object_and_starts_no_database(ats: Cli, cvs: Path, tmp_path: Path) -> None:
    (cvs / "c.txt").write_bytes(b"")
    env = {"ATS_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
    one = json.loads(ats.run("parse", str(cvs / "a.txt"), "--json", **env).stdout)
    assert one["candidate_data"]["contact_info"]["email"] == "mirela.tavora@example.com"
    assert one["parsing_metadata"]["format"] == "TXT"
    assert "file" not in one
    several = ats.run("parse", str(cvs), "--ndjson", code=6, **env).stdout.splitlines()
    assert len(several) == 3
    assert json.loads(several[2]) == {
        "file": str(cvs / "c.txt"),
        "error": {"code": "empty_file", "message": json.loads(several[2])["error"]["message"]},
    }
    assert not (tmp_path / "home").exists()


def test_every_format_of_output(ats: Cli) -> None:
    assert ats.run("job", "list", "--json").stdout.strip() == "[]"
    ats.run("job", "create", "--title", "=cmd()", "--location", "[red]Porto[/red]")
    assert [j["title"] for j in ats.json("job", "list")] == ["=cmd()"]
    assert json.loads(ats.run("job", "list", "--ndjson").stdout)["location"] == "[red]Porto[/red]"
    rows = list(csv.DictReader(io.StringIO(ats.run("job", "list", "--csv").stdout)))
    # A spreadsheet shows the cell and does not run it.
    assert rows[0]["TITLE"] == "'=cmd()"
    table = ats.run("job", "list", "--output", "table").stdout
    assert "[red]Porto[/red]" in table
    assert "\x1b" not in table
    ats.run("job", "list", "--json", "--csv", code=2)


def test_exit_codes_and_error_objects(ats: Cli) -> None:
    missing = ats.run("job", "show", "REQ-1-1", "--json", code=3)
    assert json.loads(missing.stderr) == {
        "code": "not_found",
        "message": "There is no job REQ-1-1.",
        "hint": "ats job list shows what is there.",
        "retryable": False,
        "details": {"noun": "job"},
    }
    assert "hint:" in ats.run("job", "show", "REQ-1-1", code=3).stderr
    ats.run("nonsense", code=2)
    assert "Did you mean" in ats.run("jobb", code=2).stderr
    ats.run("job", "create", "--title", "X", code=7)
    ats.run(
        "job", "create", "--title", "X", "--location", "Y", "--salary-min", "2", "--salary-max", "1", code=7
    )
    ats.run("import-resumes", "/nowhere/at/all", code=2)
    ats.run("candidate", "create", "--first-name", "Ana", "--email", "a@example.com")
    ats.run("candidate", "create", "--first-name", "Bo", "--email", "A@example.com", code=5)
    away = "postgresql://nobody@127.0.0.1:1/none"
    assert json.loads(ats.run("job", "list", "--json", code=75, ATS_DATABASE_URL=away).stderr)["retryable"]
    ats.run("job", "list", code=7, ATS_DATABASE_URL="mysql://localhost/x")


def test_deleting_asks_first_and_refuses_off_a_terminal(ats: Cli) -> None:
    ats.run("candidate", "create", "--first-name", "Ana", "--last-name", "Ferraz", "--tag", "keen")
    refused = ats.run("candidate", "delete", "Ana", code=2)
    assert "--yes" in refused.stderr
    ats.run("candidate", "delete", "Ana", "--yes")
    assert ats.json("candidate", "list") == []
    [gone] = ats.json("candidate", "list", "--deleted")
    ats.run("candidate", "restore", gone["id"])
    assert [c["tags"] for c in ats.json("candidate", "list")] == [["keen"]]


def test_the_life_of_a_candidate_and_an_application(ats: Cli, tmp_path: Path) -> None:
    ats.run(
        "job", "create", "--title", "Dev", "--location", "Porto", "--number", "R-1", "--experience", "2.5"
    )
    ats.run("candidate", "create", "--first-name", "Ana", "--email", "a@example.com", "--skill", "ReactJS")
    assert ats.json("candidate", "update", "Ana", "--location", "Braga")["location"] == "Braga"
    assert ats.json("candidate", "update", "Ana", "--clear", "location")["location"] is None
    ats.run("candidate", "tag", "a@example.com", "keen", "local")
    ats.run("candidate", "untag", "a@example.com", "local")
    assert ats.json("candidate", "note", "Ana", "-", stdin="Called today.")["body"] == "Called today."
    assert len(ats.json("candidate", "notes", "Ana")) == 1
    (tmp_path / "cv.txt").write_text("hello")
    kept = ats.json("candidate", "attach", "Ana", str(tmp_path / "cv.txt"), "--kind", "resume")
    ats.run("candidate", "download", "Ana", kept["id"], "--to", str(tmp_path / "got.txt"))
    assert (tmp_path / "got.txt").read_text() == "hello"
    ats.run("candidate", "download", "Ana", kept["id"], "--to", str(tmp_path / "got.txt"), code=5)
    made = ats.json("application", "apply", "--job", "R-1", "--candidate", "a@example.com")
    assert ats.json("application", "move", made["id"], "--to", "interview")["stage"] == "interview"
    reason = ats.json("application", "reasons")[0]["key"]
    ats.run("application", "reject", made["id"], "--reason", reason, "--note", "Next time")
    ats.run("application", "move", made["id"], "--to", "offer", code=7)
    ats.run("application", "reopen", made["id"])
    ats.run("application", "hire", made["id"])
    history = ats.json("application", "history", made["id"])
    assert [e["type"] for e in history] == ["applied", "moved", "rejected", "reopened", "hired"]
    assert len(ats.json("application", "list", "--job", "R-1", "--status", "hired")) == 1
    assert ats.json("application", "stages")[0]["key"] == "applied"


def test_a_job_from_a_file_with_changes(ats: Cli, tmp_path: Path) -> None:
    (tmp_path / "job.json").write_text(json.dumps({"title": "From file", "location": "Faro"}))
    job = ats.json("job", "create", "--file", str(tmp_path / "job.json"), "--location", "Porto")
    assert (job["title"], job["location"]) == ("From file", "Porto")
    (tmp_path / "text.md").write_text("Long text")
    changed = ats.json(
        "job", "update", job["requisition_number"], "--description", f"@{tmp_path / 'text.md'}"
    )
    assert changed["description"] == "Long text"
    ats.run("job", "delete", job["requisition_number"], "--yes")
    (tmp_path / "job.json").write_text("[]")
    ats.run("job", "create", "--file", str(tmp_path / "job.json"), code=2)


def test_imports_can_be_looked_at(ats: Cli, cvs: Path) -> None:
    ats.run("import-resumes", str(cvs))
    [run] = ats.json("import", "list")
    assert run["created"] == 2
    assert len(ats.json("import", "files", run["id"])) == 2
    assert ats.json("import", "show", run["id"])["status"] == "finished"


def test_the_database_commands(ats: Cli, tmp_path: Path, empty_database_url: str) -> None:
    assert ats.json("db", "status")["pending"] == 0
    assert "Nothing to do" in ats.run("db", "upgrade").stderr
    assert "Added" in ats.run("db", "seed").stderr
    assert "there already" in ats.run("db", "seed").stderr
    ats.run("db", "backup", str(tmp_path / "backup.tar"))
    ats.run("db", "backup", str(tmp_path / "backup.tar"), code=5)
    ats.run("db", "restore", str(tmp_path / "backup.tar"), code=5)
    ats.run("db", "start", code=2)
    ats.run("db", "downgrade", "base", code=2)
    ats.run("db", "downgrade", "base", "--yes")
    assert ats.json("db", "status")["revision"] is None
    outdated = ats.run("job", "list", "--json", code=75)
    assert "ats db upgrade" in json.loads(outdated.stderr)["hint"]
    new = {"ATS_DATABASE_URL": empty_database_url}
    ats.run("db", "restore", str(tmp_path / "backup.tar"), **new)
    assert len(ats.json("candidate", "list", **new)) == 6


def test_doctor_finds_what_is_wrong(ats: Cli, cvs: Path, tmp_path: Path) -> None:
    ats.run("import-resumes", str(cvs))
    assert {c["state"] for c in ats.json("doctor")} == {"ok"}
    [damaged, *_] = sorted((tmp_path / "home" / "data" / "files").glob("??/??/*"))
    damaged.write_bytes(b"rotten")
    checks = {c["check"]: c for c in ats.json("doctor", code=1)}
    assert checks["files"]["state"] == "wrong"
    damaged.unlink()
    assert "MISSING" in {c["check"]: c for c in ats.json("doctor", code=1)}["files"]["detail"]


def test_settings_and_their_origins(ats: Cli, tmp_path: Path) -> None:
    shown = {s["name"]: s for s in ats.json("config", "list", "--show-origin", ATS_WORKERS="3")}
    assert (shown["workers"]["value"], shown["workers"]["origin"]) == ("3", "ATS_WORKERS")
    assert shown["database_url"]["value"] == "(set)"
    assert "postgresql" not in ats.run("config", "list").stdout
    ats.run("config", "list", code=2, ATS_WORKERS="none")


def test_the_same_commands_against_a_server(ats: Cli, cvs: Path, runtime: Any) -> None:
    with serving(runtime) as url:
        env = {"ATS_TOKEN": TOKEN, "ATS_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
        job = ats.json("--server", url, "job", "create", "--title", "Dev", "--location", "Porto", **env)
        report = ats.json(
            "--server", url, "import-resumes", str(cvs), "--job", job["requisition_number"], **env
        )
        assert report["created"] == 2
        assert (
            len(
                ats.json("--server", url, "match", job["requisition_number"], "--status", "all", **env)[
                    "matches"
                ]
            )
            == 2
        )
        ats.run("--server", url, "job", "list", code=4, ATS_TOKEN="wrong", ATS_DATABASE_URL="")  # noqa: S106
    ats.run("--server", "http://127.0.0.1:1", "job", "list", code=75, ATS_TOKEN="x")  # noqa: S106


def test_serving_others_is_refused(ats: Cli) -> None:
    assert "SSH tunnel" in ats.run("serve", "--host", "0.0.0.0", code=2).stderr  # noqa: S104


def test_a_reader_that_goes_away_is_no_error(ats: Cli) -> None:
    for number in range(2):
        ats.run("job", "create", "--title", f"J{number}", "--location", "X")
    command = f"{sys.executable} -m ats_cli.main job list --ndjson | head -n 1"
    done = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, text=True, env=ats.env, check=False
    )
    assert done.returncode == 0
    assert done.stderr == ""


def test_what_a_name_holds_does_not_steer_the_terminal(ats: Cli, local: Any) -> None:
    local.candidates.create({"first_name": "Eve\u202e\u2066", "last_name": "[bold]x", "tags": []})
    shown = ats.run("candidate", "list").stdout
    assert "\u202e" not in shown
    assert "[bold]x" in shown
