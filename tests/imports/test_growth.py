"""A file costs the same in a store of thousands that nobody has analysed yet as in an empty one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import event, text

from ats_core.jobs.model import NewJob
from ats_core.runtime import Runtime
from ats_sdk import Ats

PEOPLE = 4000


def test_no_statement_of_an_import_grows_with_the_store(
    local: Ats, runtime: Runtime, tmp_path: Path, cv: Callable[..., bytes]
) -> None:
    job = local.jobs.create(NewJob(title="Dev", location="Porto", required_skills=["Python"]))
    with runtime.engine.begin() as connection:
        for statement in (
            "INSERT INTO candidates (email, first_name, last_name, phone) SELECT 'p' || n || '@example.com', "
            "'First' || n, 'Last', '+35191' || lpad(n::text, 7, '0') FROM generate_series(1, :n) n",
            "INSERT INTO candidate_emails (candidate_id, email, email_normalised, is_primary) "
            "SELECT id, email, email, true FROM candidates LIMIT :n",
            "INSERT INTO candidate_phones (candidate_id, phone, is_primary) SELECT id, phone, true "
            "FROM candidates LIMIT :n",
            "INSERT INTO applications (job_id, candidate_id, stage_id) SELECT j.id, c.id, s.id FROM jobs j, "
            "candidates c, stages s WHERE s.key = 'applied' LIMIT :n",
        ):
            connection.execute(text(statement), {"n": PEOPLE})
    seen: list[tuple[str, Any]] = []
    event.listen(
        runtime.engine,
        "before_cursor_execute",
        lambda c, cur, sql, params, ctx, many: seen.append((sql, params)),
    )
    (tmp_path / "a.txt").write_bytes(cv())
    local.import_resumes([tmp_path / "a.txt"], job=job.requisition_number)
    looked = [(s, p) for s, p in seen if s.startswith(("SELECT", "WITH")) and "pg_advisory" not in s]
    assert len(looked) > 3
    with runtime.engine.connect() as connection:
        for sql, params in looked:
            # The job's page counts its applications once a run; no file may.
            if "count(*)" in sql:
                continue
            cursor = connection.connection.driver_connection.cursor()  # type: ignore[union-attr]
            [[plan]] = cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}", params).fetchall()
            found = plan if isinstance(plan, list) else json.loads(plan)
            pages = found[0]["Plan"]["Shared Hit Blocks"] + found[0]["Plan"]["Shared Read Blocks"]
            assert pages < 60, (pages, sql, json.dumps(found, indent=1))
    counted = [s for s, _ in looked if "count(*)" in s]
    assert len(counted) <= 2
