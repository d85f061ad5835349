"""`ats taxonomy`: answers in the order of the texts, without a database."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def ats(*arguments: str, stdin: str = "", code: int = 0) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "ats_cli.main", "taxonomy", *arguments, "--json"],
        input=stdin, capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    return json.loads(done.stdout) if code == 0 else json.loads(done.stderr)


def test_find_answers_each_text_in_order() -> None:
    answers = ats("find", "ReactJS", "quux basketry", "k8s")
    assert [a["text"] for a in answers] == ["ReactJS", "quux basketry", "k8s"]
    assert [a["name"] for a in answers] == ["React", None, "Kubernetes"]
    assert answers[1]["id"] is None
    assert set(answers[0]) == {"text", "id", "name", "kind", "confidence"}
    assert [a["text"] for a in ats("find", "-", stdin="Excel\nGo\n")] == ["Excel", "Go"]


def test_scan_says_where_each_skill_stands() -> None:
    text = "Built services in Python and React."
    [answer] = ats("scan", text)
    found = {s["name"]: text[s["start"] : s["end"]] for s in answer["skills"]}
    assert found == {"Python": "Python", "React": "React"}


def test_show_knows_ids_and_names() -> None:
    assert ats("show", "reactjs")["name"] == "React"
    assert ats("show", ats("show", "React")["id"])["name"] == "React"
    assert ats("show", "quux basketry", code=3)["code"] == "not_found"
