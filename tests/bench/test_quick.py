"""The benchmarks run, on little data; what they measure then means nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "name", ["importing", "lookups", "matching", "startup", "http_read", "embedded", "parsing", "parsers"]
)
def test_a_benchmark_runs_and_writes_its_table(name: str) -> None:
    before = set((ROOT / "bench" / "results").glob("*.json"))
    done = subprocess.run(
        [sys.executable, "-m", "bench", name, "--quick"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    written = ROOT / done.stderr.split("written: ")[1].strip()
    report = json.loads(written.read_text())
    assert report["quick"]
    assert report["machine"]["cores"]
    for result in report["results"]:
        assert result["value"] > 0
        assert result["question"] in done.stdout
    if written not in before:
        written.unlink()
