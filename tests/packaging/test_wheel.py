"""The wheel, in an empty environment of its own, does the main job."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ats_core.store.embedded import EmbeddedPostgres

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that the tree makes."""
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)],
        check=True,
        capture_output=True,
    )
    [made] = out.glob("*.whl")
    return made


def test_it_holds_what_runs_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(n.startswith("ats_core/migrations/versions/0001_") for n in names)
    assert "ats_core/migrations/env.py" in names
    assert any(n.startswith("ats_core/taxonomy/data/") for n in names)
    assert "ats_core/py.typed" in names
    assert any(n.endswith("licenses/LICENSE") for n in names)
    tops = {n.split("/")[0] for n in names}
    assert tops - {"ats_core", "ats_sdk", "ats_cli", "ats_server"} == {
        n for n in tops if n.endswith(".dist-info")
    }
    assert not [n for n in names if "__pycache__" in n or n.startswith("ats_core/tests")]


@pytest.fixture
def home() -> Iterator[Path]:
    folder = Path("/tmp") / f"ats-wheel-{os.getpid()}"
    folder.mkdir()
    yield folder
    EmbeddedPostgres(folder / "data").remove(force=True)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.xdist_group("wheel")
def test_installed_elsewhere_it_upgrades_imports_and_ranks(wheel: Path, home: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "env")], check=True)
    python = tmp_path / "env" / "bin" / "python"
    install = [
        str(python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "-c",
        str(ROOT / "constraints.txt"),
        str(wheel),
    ]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    env = {k: v for k, v in os.environ.items() if not k.startswith(("ATS_", "PYTHON", "COV_"))}
    env["ATS_HOME"] = str(home)

    def ats(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(python.with_name("ats")), *arguments],
            capture_output=True, text=True, env=env, cwd=tmp_path, check=True,
        )  # fmt: skip

    ats("db", "upgrade")
    shutil.copytree(ROOT / "samples" / "resumes", tmp_path / "cvs")
    job = json.loads(
        ats(
            "job", "create", "--title", "Engineer", "--location", "Porto", "--skill", "Python", "--json"
        ).stdout
    )
    report = json.loads(
        ats("import-resumes", str(tmp_path / "cvs"), "--job", job["requisition_number"], "--json").stdout
    )
    assert report["created"] == report["inputs"] == len(list((tmp_path / "cvs").iterdir()))
    matches = json.loads(ats("match", job["requisition_number"], "--json").stdout)["matches"]
    assert matches[0]["match_score"] > matches[-1]["match_score"]
    assert "ok" in ats("doctor").stdout
