"""The API does what its OpenAPI document says, whatever is thrown at it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ats_core.catalog import operations
from tests.conftest import TOKEN

ROOT = Path(__file__).parents[2]
SEED = 20261124


@pytest.mark.xdist_group("schemathesis")
def test_schemathesis_finds_nothing(server_url: str, tmp_path: Path) -> None:
    command = [
        str(Path(sys.executable).with_name("schemathesis")),
        *("--config-file", str(ROOT / "tests/server/schemathesis.toml"), "run", f"{server_url}/openapi.json"),
        *("-H", f"Authorization: Bearer {TOKEN}", "--seed", str(SEED), "--max-examples", "12"),
        *("--continue-on-failure", "--no-color"),
    ]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "COVERAGE_PROCESS_START": ""}
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=env, check=False)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert f"Tested: {len(operations())}" in done.stdout
