"""One HTTP read: server CPU against the same FastAPI endpoint written by hand on psycopg."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from ats_core.store import migrate
from bench.measure import Result, cpu_s, median, store

TOKEN = "bench"  # noqa: S105 - of this run

BY_HAND = """
import os, secrets
from typing import Annotated, Any
from uuid import UUID
import psycopg
from psycopg.rows import dict_row
from sqlalchemy.pool import QueuePool
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from ats_core.candidates.model import Candidate
from ats_core.candidates.store import _BY_ID
from sqlalchemy.dialects.postgresql.psycopg import dialect

SQL = str(_BY_ID.compile(dialect=dialect()))
DSN = os.environ["BENCH_DSN"]
pool = QueuePool(lambda: psycopg.connect(DSN, autocommit=True, row_factory=dict_row), pool_size=10)
bearer = HTTPBearer()
app = FastAPI()

def allowed(given: Annotated[HTTPAuthorizationCredentials, Depends(bearer)]) -> None:
    if not secrets.compare_digest(given.credentials, "bench"):
        raise HTTPException(401)

@app.get("/api/v1/candidates/{candidate_id}", dependencies=[Depends(allowed)])
def get(candidate_id: UUID) -> Candidate:
    connection = pool.connect()
    try:
        row = connection.cursor().execute(SQL, {"key": candidate_id}).fetchone()
    finally:
        connection.close()
    if row is None:
        raise HTTPException(404)
    for name in ("min", "max", "currency", "period"):
        row.pop("salary_expectation_" + name)
    return Candidate(**row, salary_expectation=None)
"""


def run(quick: bool) -> Iterator[Result]:
    requests = 100 if quick else 1500
    with store() as server:
        url = server.start()
        migrate.upgrade(url)
        home = server.home.parent
        env = {k: v for k, v in os.environ.items() if not k.startswith("ATS_")}
        env |= {"ATS_HOME": str(home), "ATS_TOKEN": TOKEN}
        env["BENCH_DSN"] = f"host={server.place.socket} port=5432 user=ats dbname=ats"
        (home / "by_hand.py").write_text(BY_HAND)
        ours = [str(Path(sys.executable).with_name("ats")), "serve", "--port"]
        theirs = [
            sys.executable,
            "-m",
            "uvicorn",
            "--app-dir",
            str(home),
            "--log-level",
            "warning",
            "--no-access-log",
        ]
        with (
            _serving(ours, env) as (mine, my_pid),
            _serving([*theirs, "by_hand:app", "--port"], env) as (hand, hand_pid),
        ):
            headers = {"Authorization": f"Bearer {TOKEN}"}
            with httpx.Client(headers=headers) as client:
                made = client.post(
                    f"{mine}/api/v1/candidates", json={"first_name": "Ana", "skills": ["Python"]}
                ).json()
                path = f"/api/v1/candidates/{made['id']}"
                assert client.get(f"{mine}{path}").json()["id"] == client.get(f"{hand}{path}").json()["id"]
                ratios, costs = [], []
                for _ in range(1 if quick else 5):
                    a = _cost(client, f"{mine}{path}", my_pid, requests)
                    b = _cost(client, f"{hand}{path}", hand_pid, requests)
                    ratios.append(a / b)
                    costs.append((a, b))
        detail = {
            "requests": requests,
            "ours_ms": median([a for a, _ in costs]),
            "by_hand_ms": median([b for _, b in costs]),
        }
        yield Result(
            "one HTTP read: server CPU against FastAPI and psycopg by hand",
            median(ratios),
            1.5,
            "x",
            detail=detail,
        )


@contextmanager
def _serving(command: list[str], env: dict[str, str]) -> Iterator[tuple[str, int]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [*command, str(port)], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(600):
            try:
                httpx.get(f"http://127.0.0.1:{port}/openapi.json")
                break
            except httpx.TransportError:
                time.sleep(0.05)
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        process.wait(30)


def _cost(client: httpx.Client, url: str, pid: int, requests: int) -> float:
    """CPU milliseconds of the server a request."""
    for _ in range(50):
        client.get(url)
    before = cpu_s(pid)
    for _ in range(requests):
        assert client.get(url).status_code == 200
    return (cpu_s(pid) - before) / requests * 1000
