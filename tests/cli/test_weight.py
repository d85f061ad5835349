"""What light paths must not load: a help text needs no database, a remote client no SQLAlchemy."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = (
    "sqlalchemy",
    "fastapi",
    "spacy",
    "xgboost",
    "alembic",
    "uvicorn",
    "pypdfium2",
    "phonenumbers",
    "psycopg",
)


def loaded(code: str) -> set[str]:
    """The top-level modules that `code` leaves loaded in a fresh interpreter."""
    listing = "print(json.dumps(sorted({m.split('.')[0] for m in sys.modules})))"
    script = f"import sys, json\n{code}\nprint()\n{listing}"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_help_loads_next_to_nothing() -> None:
    found = loaded("sys.argv = ['ats', '--help']\nfrom ats_cli import failing, main\nfailing.run(main.app)")
    assert found.isdisjoint({*HEAVY, "httpx", "rich", "pydantic", "ats_core", "ats_sdk", "ats_server"})


def test_the_catalog_loads_no_database_and_no_web_framework() -> None:
    assert loaded("import ats_core.catalog").isdisjoint({*HEAVY, "httpx"})


def test_the_remote_sdk_loads_no_database() -> None:
    found = loaded("from ats_sdk import Ats\nAts.connect('http://127.0.0.1:1', token='x')")
    assert "httpx" in found
    assert found.isdisjoint(HEAVY)


def test_the_local_sdk_loads_neither_server_nor_client() -> None:
    found = loaded("from ats_sdk import Ats\nimport ats_core.runtime")
    assert found.isdisjoint({"fastapi", "uvicorn", "httpx", "alembic", "pypdfium2", "xgboost"})


@pytest.mark.parametrize("engine", ["parser", "matcher", "taxonomy", "language"])
def test_engines_load_no_database_and_no_network(engine: str) -> None:
    assert loaded(f"import ats_core.{engine}").isdisjoint({*HEAVY, "httpx"})
