"""The planner takes the index that was made for a question (LTI-001, AC3; the speed is a benchmark's)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from tests.database import Databases

ROWS = 20_000

PEOPLE = """
INSERT INTO candidates (id, email, first_name, last_name, phone, skills, created_at)
SELECT md5(n::text)::uuid, 'person' || n || '@example.com', 'Name' || n %% 997, 'Family' || n %% 1009,
    '+1415' || 1000000 + n, jsonb_build_array(jsonb_build_object('name', 'Skill' || n %% 500)),
    now() - n * interval '1 minute'
FROM generate_series(1, %(rows)s) n
"""


@pytest.fixture(scope="module")
def people(databases: Databases) -> Iterator[sa.Connection]:
    """A connection to a database with enough candidates for an index to pay."""
    url = databases.create()
    engine = sa.create_engine(url, poolclass=sa.NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(PEOPLE, {"rows": ROWS})
        connection.exec_driver_sql("VACUUM ANALYZE candidates")
        yield connection
    databases.drop(url)


@pytest.mark.parametrize(
    ("question", "index"),
    [
        ("email = 'person77@example.com'", "idx_candidates_email"),
        ("lower(email) = 'person77@example.com' AND deleted_at IS NULL", "uq_candidates_email_live"),
        ("phone = '+14151000077'", "ix_candidates_phone"),
        ("""skills @> '[{"name": "Skill77"}]'""", "idx_candidates_skills"),
        ("lower(full_name) = 'name77 family77'", "ix_candidates_full_name"),
        ("lower(full_name) LIKE 'name77 family7%%'", "ix_candidates_full_name"),
        ("lower(full_name) LIKE '%%77 family77%%'", "ix_candidates_full_name_trigrams"),
        ("id = md5('77')::uuid", "pk_candidates"),
    ],
)
def test_ac3_a_lookup_uses_its_index(people: sa.Connection, question: str, index: str) -> None:
    lines = people.exec_driver_sql(f"EXPLAIN ANALYZE SELECT id FROM candidates WHERE {question}").scalars()
    plan = "\n".join(lines)
    assert f"{index} " in plan
    assert "Seq Scan" not in plan


def test_a_page_of_the_newest_is_read_off_its_index(people: sa.Connection) -> None:
    page = (
        "EXPLAIN SELECT id FROM candidates WHERE deleted_at IS NULL "
        "AND (created_at, id) < (now() - interval '1 day', md5('1')::uuid) "
        "ORDER BY created_at DESC, id DESC LIMIT 20"
    )
    plan = "\n".join(people.exec_driver_sql(page).scalars())
    assert "ix_candidates_newest_live " in plan
    assert "Sort" not in plan
