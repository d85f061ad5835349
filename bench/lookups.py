"""A candidate by e-mail and by id among a million, at the store call, against the bare psycopg query."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import psycopg
from sqlalchemy import text

from ats_core.candidates.store import _BY_EMAIL, _BY_ID, CandidateStore
from ats_core.store import migrate
from ats_core.store.engine import make_engine
from ats_core.store.work import Work
from bench.measure import Result, quantile, store

SEED = 20261124
KEYS = 2000

# Invented people: names, work and skills by number, an address each.
FILL = """
INSERT INTO candidates (id, email, first_name, last_name, phone, location, experience_months, current_title,
  skills, work_history, education, source, provenance)
SELECT md5('c' || n)::uuid, 'person' || n || '@example.com', 'First' || n %% 5000, 'Last' || n %% 80000,
  '+35191' || lpad((n %% 10000000)::text, 7, '0'),
  (ARRAY['Porto','Lyon','Köln','Leeds'])[1 + n %% 4], n %% 300,
  'Title ' || n %% 900,
  (SELECT jsonb_agg(jsonb_build_object('name', 'Skill ' || (n * k) %% (90 * k), 'raw', 'skill',
    'confidence', 0.9, 'id', 'skill-' || (n * k) %% (90 * k))) FROM generate_series(1, 8) k),
  jsonb_build_array(jsonb_build_object('title', 'Title ' || n %% 900, 'company', 'Casa ' || n %% 3000,
    'start_date', '2015-03', 'description', repeat('built things ', 20))),
  '[]', 'Bench', '{}'
FROM generate_series(%(first)s::int, %(last)s::int) n
"""
FILL_PHONES = """
INSERT INTO candidate_phones (candidate_id, phone, is_primary) SELECT id, phone, true FROM candidates
"""
FILL_EMAILS = """
INSERT INTO candidate_emails (candidate_id, email, email_normalised, is_primary)
SELECT id, email, email, true FROM candidates
"""


def run(quick: bool) -> Iterator[Result]:
    rows = 20_000 if quick else 1_000_000
    with store() as server:
        url = server.start()
        migrate.upgrade(url)
        engine = make_engine(url)
        _fill(server.place.socket, rows)
        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            candidates = CandidateStore(Work(connection))
            driver = connection.connection.driver_connection
            assert driver is not None
            bare = driver.cursor()
            keys = random.Random(SEED).sample(range(1, rows + 1), min(KEYS, rows))
            ids = [
                UUID(connection.execute(text("SELECT md5(:k)"), {"k": f"c{n}"}).scalar_one()) for n in keys
            ]
            emails = [f"person{n}@example.com" for n in keys]
            for name, ours, statement, values in (
                ("id", candidates.get, _BY_ID, ids),
                ("e-mail", candidates.with_email, _BY_EMAIL, emails),
            ):
                yield from _compare(
                    name, rows, ours, str(statement.compile(dialect=engine.dialect)), bare, values
                )
        engine.dispose()


def _fill(socket: Any, rows: int) -> None:
    with psycopg.connect(
        host=str(socket), port=5432, user="ats", dbname="ats", autocommit=True
    ) as connection:
        for first in range(1, rows + 1, 100_000):
            connection.execute(FILL, {"first": first, "last": min(rows, first + 99_999)})
        connection.execute(FILL_EMAILS)
        connection.execute(FILL_PHONES)
        connection.execute("ANALYZE")
        connection.execute("CHECKPOINT")


def _compare(
    name: str, rows: int, ours: Callable[[Any], Any], sql: str, bare: Any, values: list[Any]
) -> Iterator[Result]:
    """The two interleaved, key by key, so that caches and neighbours are the same for both."""
    mine: list[float] = []
    theirs: list[float] = []
    for warm in values[:50]:
        ours(warm)
        bare.execute(sql, {"key": warm}).fetchone()
    for place, value in enumerate(values):
        calls = [
            (mine, lambda v=value: ours(v)),
            (theirs, lambda v=value: bare.execute(sql, {"key": v}).fetchone()),
        ]
        for times, call in calls if place % 2 else reversed(calls):
            begun = time.perf_counter()
            assert call() is not None
            times.append((time.perf_counter() - begun) * 1000)
    detail = {"rows": rows, "keys": len(values), "seed": SEED} | {
        f"{who}_{q}_ms": quantile(times, q)
        for who, times in (("ours", mine), ("bare", theirs))
        for q in (0.5, 0.99)
    }
    for q, aim in ((0.5, 2.0), (0.99, 3.0)):
        ratio = quantile(mine, q) / quantile(theirs, q)
        yield Result(
            f"candidate by {name} among {rows}: p{q * 100:.0f} against bare psycopg",
            ratio,
            aim,
            "x",
            detail=detail,
        )
