"""What a command costs before it does anything: `ats --help`, and `ats candidate list` on a warm store."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Result, median, store

# As many commands with help as `ats` has, and nothing behind them.
BARE_TYPER = """
import typer
app = typer.Typer(rich_markup_mode=None)
def make(n):
    def command(name: str = "x") -> None:
        "A command."
    app.command(f"command-{n}")(command)
for n in range(12):
    make(n)
app()
"""
# The libraries that `ats candidate list` loads (by its sys.modules), none of our code, and one query.
ONE_SELECT = """
import typer, rich.box, rich.console, rich.table, rich.text, pydantic, psycopg, sqlalchemy
from sqlalchemy.dialects import postgresql
engine = sqlalchemy.create_engine({url!r})
with engine.connect() as connection:
    print(connection.exec_driver_sql("SELECT id, full_name FROM candidates LIMIT 20").all())
"""


def run(quick: bool) -> Iterator[Result]:
    times = 3 if quick else 20
    ats = str(Path(sys.executable).with_name("ats"))
    env = {k: v for k, v in os.environ.items() if not k.startswith("ATS_")}
    yield _compare(
        "ats --help: CPU against a bare Typer program", times, 1.5,
        [ats, "--help"], [sys.executable, "-c", BARE_TYPER, "--help"], env,
    )  # fmt: skip
    with store() as server:
        url = server.start()
        env["ATS_HOME"] = str(server.home.parent)
        subprocess.run(
            [ats, "candidate", "create", "--first-name", "Ana"], env=env, check=True, capture_output=True
        )
        yield _compare(
            "ats candidate list: CPU against the same libraries and one SELECT", times, 2.5,
            [ats, "candidate", "list"], [sys.executable, "-c", ONE_SELECT.format(url=url)], env,
        )  # fmt: skip


def _compare(
    question: str, times: int, aim: float, ours: list[str], reference: list[str], env: dict[str, str]
) -> Result:
    mine, theirs = [], []
    for _ in range(times):
        mine.append(_cpu_ms(ours, env))
        theirs.append(_cpu_ms(reference, env))
    detail = {"ours_ms": median(mine), "reference_ms": median(theirs), "runs": times}
    return Result(question, median(mine) / median(theirs), aim, "x", detail=detail)


def _cpu_ms(command: list[str], env: dict[str, str]) -> float:
    """CPU of the process and its children, in milliseconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000
