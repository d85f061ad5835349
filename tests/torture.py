"""Kills an import at random moments, again and again, and compares what is left with one clean run.

    python -m tests.torture --rounds 50 [--files 200] [--workers 2] [--seed 7]

Each round imports the same folder into a fresh database, in a process group of its own that is killed with
SIGKILL after a random time and started again, until it ends by itself. Then the state must equal that of a
run that nobody disturbed (ids and times aside), and every invariant of `ats doctor` must hold.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from ats_core.settings import Settings
from ats_core.store import checkup
from ats_core.store.engine import make_engine
from ats_core.store.files import FileStore
from tests.database import FAST, TEMPLATE, Databases

ROOT = Path(__file__).parents[1]
JOB = "TORTURE-1"

# Everything that a run leaves behind, without ids, times, and which of two equal files came first.
STATE = {
    "candidates": """
        SELECT jsonb_agg(row ORDER BY row::text) FROM (SELECT jsonb_build_object(
          'name', full_name, 'email', email, 'phone', phone, 'location', location, 'title', current_title,
          'company', current_company, 'months', experience_months, 'skills', skills, 'work', work_history,
          'education', education, 'certifications', certifications,
          'source', source, 'provenance', provenance,
          'emails', (SELECT jsonb_agg(e.email ORDER BY e.id) FROM candidate_emails e
                     WHERE e.candidate_id = c.id AND e.deleted_at IS NULL),
          'phones', (SELECT jsonb_agg(p.phone ORDER BY p.id) FROM candidate_phones p
                     WHERE p.candidate_id = c.id AND p.deleted_at IS NULL),
          'files', (SELECT jsonb_agg(s.sha256 ORDER BY s.sha256) FROM candidate_attachments a
                    JOIN stored_files s ON s.id = a.file_id 
                    WHERE a.candidate_id = c.id AND a.deleted_at IS NULL),
          'documents', (SELECT jsonb_agg(r.sha256 ORDER BY r.sha256) FROM parsed_resumes r
                        WHERE r.candidate_id = c.id AND r.deleted_at IS NULL),
          'applications', (SELECT jsonb_agg(jsonb_build_object('status', a.status, 'score', a.ai_match_score))
                           FROM applications a WHERE a.candidate_id = c.id AND a.deleted_at IS NULL)
        ) AS row FROM candidates c WHERE deleted_at IS NULL) x""",
    # A kill after the last file leaves nothing to take up: the next start is an import of its own, in which
    # every file is a duplicate. The first one is what is compared.
    "imports": "SELECT jsonb_build_array(status, inputs, planned) FROM imports ORDER BY id LIMIT 1",
    "files": """
        SELECT jsonb_agg(row ORDER BY row::text) FROM (SELECT jsonb_build_array(
          regexp_replace(path, '.*/', ''), sha256, status = 'failed',
          CASE WHEN status = 'failed' THEN reason END)
          AS row FROM import_files WHERE import_id = (SELECT min(id::text)::uuid FROM imports)) x""",
    "failures": """
        SELECT jsonb_agg(row ORDER BY row::text) FROM (SELECT jsonb_build_array(sha256, parsing_errors) AS row
          FROM parsed_resumes WHERE candidate_id IS NULL) x""",
}


@dataclass(frozen=True)
class Outcome:
    """How a round ended: `difference` and `broken` are empty if all is well."""

    seed: int
    kills: int
    difference: list[str]
    broken: list[str]


def state(engine: Engine) -> dict[str, Any]:
    with engine.connect() as connection:
        return {name: connection.scalar(text(query)) for name, query in STATE.items()}


def make_files(folder: Path, count: int, seed: int) -> None:
    """`count` résumés: most of different people, some of one person twice or three times, some no résumés."""
    chosen = random.Random(seed)  # noqa: S311
    folder.mkdir()
    for number in range(count):
        person = number if number % 5 else chosen.randrange(count)
        name = f"{_word(person)} {_word(person + 7919)}"
        contact = [f"{_word(person).lower()}.{person}@example.com"] if number % 3 else []
        contact += (
            [f"+351 91{person % 10} {person % 1000:03d} {(person * 37) % 1000:03d}"] if number % 4 else []
        )
        content = (
            f"{name}\n{' | '.join(contact)}\nPorto, Portugal\n\nExperience\n\n"
            f"Engineer | Casa {_word(number)} | {2000 + number % 20} - {2005 + number % 20}\n"
            f"- Built things of the kind {number % 17}\n\nSkills\n\nPython, Skill {number % 13}, Docker\n"
        ).encode()
        if number % 40 == 39:
            content = b"" if number % 80 == 39 else b"MZ\x90\x00 this is a program, number %d" % number
        (folder / f"cv{number:04d}.txt").write_bytes(content)


def _word(number: int) -> str:
    syllables = (
        "ba",
        "do",
        "fe",
        "gu",
        "ka",
        "lo",
        "mi",
        "na",
        "pe",
        "ra",
        "so",
        "ti",
        "vu",
        "za",
        "be",
        "ni",
    )
    digest = hashlib.sha256(str(number).encode()).digest()
    return "".join(syllables[b % 16] for b in digest[:4]).capitalize()


def environment(url: str, home: Path) -> dict[str, str]:
    return {
        **{k: v for k, v in os.environ.items() if not k.startswith("ATS_")},
        "ATS_HOME": str(home),
        "ATS_DATABASE_URL": url,
        "PYTHONPATH": str(ROOT),
    }


def start(folder: Path, env: dict[str, str], workers: int) -> subprocess.Popen[bytes]:
    command = [
        *(sys.executable, "-m", "ats_cli.main", "import-resumes", str(folder)),
        *("--workers", str(workers), "--job", JOB, "--source", "Torture", "--json"),
    ]
    return subprocess.Popen(
        command, env=env, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/"
    )


def make_job(env: dict[str, str]) -> None:
    subprocess.run(
        [
            *(sys.executable, "-m", "ats_cli.main", "job", "create", "--title", "Engineer"),
            *("--location", "Porto", "--skill", "Python", "--skill", "Docker", "--number", JOB),
        ],
        env=env, check=True, capture_output=True, cwd="/",
    )  # fmt: skip


def run_clean(folder: Path, url: str, home: Path, workers: int) -> tuple[dict[str, Any], float]:
    """`(state, seconds)` of a run that nobody disturbs."""
    env = environment(url, home)
    make_job(env)
    begun = time.monotonic()
    process = start(folder, env, workers)
    _, errors = process.communicate(timeout=600)
    assert process.returncode in (0, 6), errors.decode()
    engine = make_engine(url)
    try:
        return state(engine), time.monotonic() - begun
    finally:
        engine.dispose()


def round_of(
    folder: Path, url: str, home: Path, workers: int, expected: dict[str, Any], seconds: float, seed: int
) -> Outcome:
    """One import that is killed at random moments until it gets through."""
    chosen = random.Random(seed)  # noqa: S311
    env = environment(url, home)
    make_job(env)
    kills = 0
    while True:
        process = start(folder, env, workers)
        try:
            # Long enough to get somewhere, short enough to hit the middle; later kills come less often.
            process.communicate(timeout=chosen.uniform(0.3, seconds) * (1 + kills / 8))
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            kills += 1
            continue
        break
    engine = make_engine(url)
    try:
        found = state(engine)
        difference = [name for name in STATE if found[name] != expected[name]]
        with engine.connect() as connection:
            broken = [name for name, count in checkup.invariants(connection) if count]
            files = checkup.files(connection, FileStore(Settings.load({}, env=env).files))
        if files.missing or files.damaged:
            broken.append(files.sentence)
        if process.returncode not in (0, 6):
            broken.append(f"exit code {process.returncode}")
    finally:
        engine.dispose()
    return Outcome(seed, kills, difference, broken)


def torture(
    databases: Databases, base: Path, rounds: int, *, files: int = 200, workers: int = 2, seed: int = 7
) -> Iterator[Outcome]:
    """The outcome of each round."""
    folder = base / "cvs"
    make_files(folder, files, seed)
    clean = databases.create(TEMPLATE)
    expected, seconds = run_clean(folder, clean, base / "clean", workers)
    databases.drop(clean)
    for number in range(rounds):
        url = databases.create(TEMPLATE)
        yield round_of(folder, url, base / f"round{number}", workers, expected, seconds, seed * 1000 + number)
        databases.drop(url)


def main() -> int:
    from ats_core.store import migrate
    from ats_core.store.embedded import EmbeddedPostgres

    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=50)
    arguments.add_argument("--files", type=int, default=200)
    arguments.add_argument("--workers", type=int, default=2)
    arguments.add_argument("--seed", type=int, default=int(time.time()) % 100_000)
    given = arguments.parse_args()
    print(
        f"seed {given.seed}, {given.files} files, {given.workers} workers, {given.rounds} rounds", flush=True
    )
    bad = 0
    with tempfile.TemporaryDirectory(prefix="ats-torture-", dir="/tmp") as temporary:
        server = EmbeddedPostgres(Path(temporary) / "pg", settings=FAST)
        server.start()
        try:
            databases = Databases(server)
            databases._admin(f"CREATE DATABASE {TEMPLATE} TEMPLATE template0")
            migrate.upgrade(server.url_of(TEMPLATE))
            rounds = torture(
                databases,
                Path(temporary),
                given.rounds,
                files=given.files,
                workers=given.workers,
                seed=given.seed,
            )
            for number, outcome in enumerate(rounds, 1):
                well = not (outcome.difference or outcome.broken)
                bad += not well
                shown = "ok" if well else json.dumps([outcome.difference, outcome.broken])
                print(f"round {number}: seed {outcome.seed}, {outcome.kills} kills: {shown}", flush=True)
        finally:
            server.remove()
    print(f"{given.rounds - bad} passed, {bad} failed")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
