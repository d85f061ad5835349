"""LTI-001, its acceptance criteria by name. AC3, the speed at 10 million rows, is a benchmark's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlalchemy as sa

from ats_core.store import migrate
from ats_core.store.metadata import metadata
from tests.store.rows import change, make, read


def test_ac1_all_core_tables_created_successfully(empty_database_url: str) -> None:
    migrate.upgrade(empty_database_url)
    engine = sa.create_engine(empty_database_url, poolclass=sa.NullPool)
    found = sa.inspect(engine)
    assert set(found.get_table_names()) == set(metadata.tables) | {"alembic_version"}
    assert len(metadata.tables) >= 15
    for table in metadata.tables.values():
        assert {column["name"] for column in found.get_columns(table.name)} == set(table.c.keys())
        assert {key["name"] for key in found.get_foreign_keys(table.name)} == {
            key.name for key in table.foreign_key_constraints
        }
        assert {index["name"] for index in found.get_indexes(table.name)} == {
            index.name for index in table.indexes
        }


def test_ac2_data_integrity_constraints_enforced(shared_engine: sa.Engine) -> None:
    users = metadata.tables["users"]
    with shared_engine.connect() as connection:
        good = make(connection, "users")
        with pytest.raises(sa.exc.IntegrityError, match="ck_users_role"):
            make(connection, "users", role="emperor")
    with shared_engine.connect() as connection:
        assert connection.execute(sa.select(users).where(users.c.id == good)).all() == []


def test_ac4_json_columns_support_flexible_data(connection: sa.Connection) -> None:
    jobs, candidates = metadata.tables["jobs"], metadata.tables["candidates"]
    skill = {"name": "Python", "raw": "python3", "confidence": 0.98}
    job = make(connection, "jobs", required_skills=[skill, {"name": "Docker"}])
    person = make(connection, "candidates", skills=[skill])
    for table, column, key in (
        (jobs, jobs.c.required_skills, job),
        (candidates, candidates.c.skills, person),
    ):
        with_python = sa.select(table.c.id).where(table.c.id == key, column.contains([{"name": "Python"}]))
        with_cobol = sa.select(table.c.id).where(table.c.id == key, column.contains([{"name": "COBOL"}]))
        assert connection.scalars(with_python).all() == [key]
        assert connection.scalars(with_cobol).all() == []
    change(connection, "jobs", job, required_skills=[{"name": "Python", "years": 3, "must": {"have": True}}])
    assert read(connection, "jobs", job).required_skills[0]["must"] == {"have": True}


def test_ac4_the_query_by_skill_uses_the_index(connection: sa.Connection) -> None:
    connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    plan = connection.exec_driver_sql(
        """EXPLAIN SELECT id FROM candidates WHERE skills @> '[{"name": "Python"}]'"""
    ).scalars()
    assert "idx_candidates_skills" in "\n".join(plan)


def test_ac5_migration_scripts_are_idempotent(empty_database_url: str, dump_of: Callable[[str], str]) -> None:
    migrate.upgrade(empty_database_url)
    once = dump_of(empty_database_url)
    assert [migrate.upgrade(empty_database_url) for _ in range(3)] == [[], [], []]
    assert dump_of(empty_database_url) == once
