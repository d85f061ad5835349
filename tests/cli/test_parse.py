"""`ats parse`: where values come from, and the values drawn on the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ats_cli.parse import app
from tests.parser.builders import painted_pdf, shown

ROWS = ("Orla Fennimore", "orla.fennimore@post.example", "SKILLS", "Excel, Jira")


@pytest.fixture
def cv(tmp_path: Path) -> Path:
    rows = "".join(shown(60, 700 - 40 * at, row) for at, row in enumerate(ROWS))
    path = tmp_path / "cv.pdf"
    path.write_bytes(painted_pdf(rows + shown(60, 300, "Kubernetes", ink="1 g")))
    return path


def test_explain_shows_each_value_with_its_receipt(cv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")  # in a worker of pytest-xdist it is 80
    run = CliRunner().invoke(app, [str(cv), "--explain"])
    assert run.exit_code == 0
    row = next(line for line in run.stdout.splitlines() if line.startswith("contact_info.email "))
    assert "orla.fennimore@post.example" in row
    assert "email-pattern" in row
    assert "page 1 (60, " in row
    assert "left out (background, page 1): Kubernetes" in run.stderr


def test_explain_gives_the_same_as_json(cv: Path) -> None:
    run = CliRunner().invoke(app, [str(cv), "--explain", "--json"])
    told = json.loads(run.stdout)
    value = next(value for value in told["values"] if value["field"] == "skills[0]")
    assert (value["value"], value["raw"], value["page"]) == ("Microsoft Excel", "Excel", 1)
    assert 0 < value["confidence"] <= 1
    assert told["hidden_text"][0]["excerpt"] == "Kubernetes"


def test_annotate_writes_a_pdf_and_refuses_what_is_none(cv: Path, tmp_path: Path) -> None:
    target = tmp_path / "seen.pdf"
    run = CliRunner().invoke(app, [str(cv), "--annotate", str(target)])
    assert run.exit_code == 0
    assert target.read_bytes().startswith(b"%PDF")
    text = tmp_path / "cv.txt"
    text.write_text("\n".join(ROWS))
    run = CliRunner().invoke(app, [str(text), "--annotate", str(tmp_path / "no.pdf")])
    assert run.exit_code == 6
    assert "Only PDFs can be annotated" in run.stderr
    assert not (tmp_path / "no.pdf").exists()
