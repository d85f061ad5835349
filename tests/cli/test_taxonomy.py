"""`ats taxonomy`: answers in the order of the texts, without a database."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def ats(*arguments: str, stdin: str = "", code: int = 0, home: Path | None = None) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "ats_cli.main", "taxonomy", *arguments, "--json"],
        input=stdin, capture_output=True, text=True, check=False, cwd=ROOT,
        env={**os.environ, **({"ATS_HOME": str(home)} if home else {})},
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


def test_a_skill_of_ones_own_is_kept_below_home(tmp_path: Path) -> None:
    added = ats(
        "add", "Basket weaving", "--name", "de=Korbflechten", "--alias", "wickerwork",
        "--parent", "manufacturing", home=tmp_path,
    )  # fmt: skip
    assert (added["id"], added["names"]["de"]) == ("basket-weaving", ["Korbflechten"])
    assert [a["id"] for a in ats("find", "Korbflechten", home=tmp_path)] == ["basket-weaving"]
    assert ats("add", "Kubi", "--to", "kubernetes", home=tmp_path)["name"] == "Kubernetes"
    assert ats("find", "kubi", home=tmp_path)[0]["id"] == "kubernetes"
    assert [a["id"] for a in ats("find", "kubi", home=tmp_path / "other")] == [None]
    assert ats("check", home=tmp_path) == []


def test_what_can_t_be_added_is_told(tmp_path: Path) -> None:
    assert ats("add", "ReactJS", code=5, home=tmp_path)["code"] == "conflict"
    assert ats("add", "Basketry", "--parent", "nowhere", code=2, home=tmp_path)["code"] == "usage"
    assert ats("add", "Basketry", "--name", "xx=y", code=2, home=tmp_path)["code"] == "usage"


def test_check_names_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("Weaving of baskets | ^ nowhere\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "ats_cli.main", "taxonomy", "check", str(wrong), "--json"],
        capture_output=True, text=True, check=False, cwd=ROOT, env={**os.environ, "ATS_HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 1
    [problem] = json.loads(done.stdout)
    assert "wrong.txt:1" in problem["problem"]
    assert "nowhere" in problem["problem"]


def test_import_says_what_it_did(tmp_path: Path) -> None:
    labels = tmp_path / "skills_fr.csv"
    uri = "http://data.europa.eu/esco/skill/1"
    labels.write_text(f"conceptUri,preferredLabel,altLabels\n{uri},tondre les chamois,\n", "utf-8")
    done = ats("import", "esco", str(labels), home=tmp_path)
    assert (done["concepts"], done["new"], done["names"]) == (1, 1, 1)
    assert ats("find", "tondre les chamois", home=tmp_path)[0]["id"] == "esco-1"
    assert ats("import", "onet", str(labels), code=2, home=tmp_path)["code"] == "usage"
