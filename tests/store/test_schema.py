"""What every table keeps to, read off the metadata and off a migrated database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from ats_core.store.metadata import metadata

TABLES = list(metadata.sorted_tables)
APPEND_ONLY = {"audit_log": {"append_only"}, "application_events": {"append_only", "append_only_whole"}}

each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)

NAMED_IN_THE_REQUIREMENTS = {
    "users", "departments", "jobs", "candidates", "applications", "stages", "rejection_reasons",
    "evaluations", "interviews", "communications", "ai_insights", "refresh_tokens", "mfa_secrets",
    "login_attempts", "job_approvals", "job_publications", "parsed_resumes",
}  # fmt: skip


def default_of(column: sa.Column[Any]) -> str:
    assert isinstance(column.server_default, sa.DefaultClause)
    return str(column.server_default.arg)


def test_every_table_that_the_requirements_name_is_there() -> None:
    assert set(metadata.tables) >= NAMED_IN_THE_REQUIREMENTS


@each_table
def test_a_table_has_a_uuid_key(table: sa.Table) -> None:
    (key,) = table.primary_key.columns
    assert isinstance(key.type, sa.Uuid)
    assert key.name == ("user_id" if table.name == "mfa_secrets" else "id")
    if key.name == "id":
        assert default_of(key) == "gen_random_uuid()"


@each_table
def test_a_table_knows_when_its_rows_were_made_and_changed(table: sa.Table) -> None:
    for name in ("created_at", "updated_at"):
        column = table.c[name]
        assert not column.nullable
        assert isinstance(column.type, sa.DateTime)
        assert column.type.timezone
        assert default_of(column) == "now()"


@each_table
def test_every_time_has_a_zone(table: sa.Table) -> None:
    assert all(column.type.timezone for column in table.c if isinstance(column.type, sa.DateTime))


@each_table
def test_a_table_and_each_column_say_what_they_hold(table: sa.Table) -> None:
    assert table.comment
    assert [column.name for column in table.c if not column.comment] == []


@each_table
def test_a_foreign_key_says_what_becomes_of_its_row(table: sa.Table) -> None:
    for key in table.foreign_keys:
        assert key.ondelete in ("CASCADE", "RESTRICT", "SET NULL"), key
        assert key.ondelete != "SET NULL" or key.parent.nullable, key


@each_table
def test_a_row_that_goes_or_changes_with_another_is_found_by_an_index(table: sa.Table) -> None:
    """Or each deleted candidate would cost a scan of every table that refers to it."""
    leading = {str(next(iter(index.expressions))).rpartition(".")[2] for index in table.indexes}
    leading |= {column.name for column in table.primary_key}
    needed = {key.parent.name for key in table.foreign_keys if key.ondelete in ("CASCADE", "SET NULL")}
    assert needed <= leading


@each_table
def test_json_columns_are_jsonb_and_their_none_is_null(table: sa.Table) -> None:
    for column in table.c:
        if isinstance(column.type, sa.JSON):
            assert type(column.type).__name__ == "JSONB"
            assert column.type.none_as_null


@each_table
def test_names_fit_into_postgres(table: sa.Table) -> None:
    named = [table, *table.c, *table.indexes, *table.constraints]
    names = [str(thing.name or "") for thing in named]
    assert all(name and len(name) <= 63 for name in names)


@pytest.mark.parametrize(
    ("index", "table", "method", "column"),
    [
        ("idx_jobs_status", "jobs", "btree", "status"),
        ("idx_jobs_hiring_manager", "jobs", "btree", "hiring_manager_id"),
        ("idx_candidates_email", "candidates", "btree", "email"),
        ("idx_candidates_skills", "candidates", "gin", "skills jsonb_path_ops"),
        ("idx_applications_job", "applications", "btree", "job_id"),
        ("idx_applications_candidate", "applications", "btree", "candidate_id"),
        ("idx_applications_stage", "applications", "btree", "stage_id"),
        ("idx_applications_status", "applications", "btree", "status"),
    ],
)
def test_the_indexes_of_the_requirements_are_there(
    connection: sa.Connection, index: str, table: str, method: str, column: str
) -> None:
    found = connection.scalar(
        sa.text("SELECT indexdef FROM pg_indexes WHERE indexname = :index"), {"index": index}
    )
    assert found == f"CREATE INDEX {index} ON public.{table} USING {method} ({column})"


def test_every_table_s_updated_at_is_kept_by_a_trigger(connection: sa.Connection) -> None:
    rows = connection.exec_driver_sql(
        "SELECT tgrelid::regclass::text, tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "WHERE NOT tgisinternal AND tgenabled = 'O' AND c.relnamespace = 'public'::regnamespace"
    )
    expected = {(table.name, "set_updated_at") for table in TABLES}
    expected |= {(table, trigger) for table, triggers in APPEND_ONLY.items() for trigger in triggers}
    assert {tuple(row) for row in rows} == expected


def test_alembic_finds_no_difference_between_metadata_and_migrations(connection: sa.Connection) -> None:
    context = MigrationContext.configure(
        connection, opts={"compare_type": True, "compare_server_default": True}
    )
    assert compare_metadata(context, metadata) == []


def test_metadata_and_migrations_make_the_same_schema(
    connection: sa.Connection,
    empty_database_url: str,
    catalog_of: Callable[[sa.Connection], dict[tuple[str, str], str]],
) -> None:
    """Also what Alembic does not compare: checks, comments, expressions, conditions of indexes."""
    engine = sa.create_engine(empty_database_url, poolclass=sa.NullPool)
    with engine.begin() as other:
        other.exec_driver_sql("CREATE EXTENSION pg_trgm")
        metadata.create_all(other)
        declared = catalog_of(other)
    migrated = catalog_of(connection)
    only_migrated = {"trigger", "function"}
    assert declared == {key: text for key, text in migrated.items() if key[0] not in only_migrated}
