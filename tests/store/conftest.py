"""Ways to look at a database's schema from outside."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator

import pytest
import sqlalchemy as sa

from ats_core.store import binaries
from tests.database import Databases

# Everything of a schema but the order of its columns, which differs between a table that was made at once
# and one that grew.
CATALOG = """
SELECT 'column', c.relname || '.' || a.attname, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attnotnull THEN 'not null' END, nullif(a.attgenerated, ''),
        pg_get_expr(d.adbin, d.adrelid), quote_literal(col_description(c.oid, a.attnum)))
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT 'table', relname, obj_description(oid, 'pg_class')
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
UNION ALL
SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND conrelid <> 0
UNION ALL
SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL
SELECT 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid)
    FROM pg_trigger WHERE NOT tgisinternal
UNION ALL
SELECT 'function', proname, pg_get_functiondef(oid) FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace
    AND prolang = (SELECT oid FROM pg_language WHERE lanname = 'plpgsql')
UNION ALL
SELECT 'extension', extname, '' FROM pg_extension
ORDER BY 1, 2
"""

Catalog = dict[tuple[str, str], str]


@pytest.fixture(scope="session")
def catalog_of() -> Callable[[sa.Connection], Catalog]:
    """`(kind, name) -> definition` of everything in the schema but Alembic's own table."""

    def look(connection: sa.Connection) -> Catalog:
        rows = connection.exec_driver_sql(CATALOG.replace("%", "%%"))
        return {(kind, name): text for kind, name, text in rows if "alembic_version" not in name}

    return look


@pytest.fixture(scope="module")
def database_connection(databases: Databases) -> Iterator[sa.Connection]:
    """A connection to a database of the module's own, where tests may commit."""
    url = databases.create()
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.connect() as connection:
        yield connection
    databases.drop(url)


@pytest.fixture(scope="session")
def dump_of() -> Callable[[str], str]:
    """The schema as pg_dump writes it, without the token that is new in each dump, and the seeded rows."""

    def dump(url: str) -> str:
        engine = sa.create_engine(url, poolclass=sa.NullPool)
        with engine.connect() as connection:
            version = int(connection.exec_driver_sql("SHOW server_version_num").scalar_one())
            seeds = [
                list(connection.exec_driver_sql(f"SELECT key, name FROM {table} ORDER BY key"))
                for table in ("stages", "rejection_reasons")
                if connection.dialect.has_table(connection, table)
            ]
        address = sa.make_url(url).set(drivername="postgresql").render_as_string()
        tool = binaries.tool("pg_dump", server_major=version // 10000)
        done = subprocess.run(
            [tool, "--schema-only", "--no-owner", address], capture_output=True, text=True, check=True
        )
        kept = [
            line for line in done.stdout.splitlines() if not line.startswith(("\\restrict", "\\unrestrict"))
        ]
        return "\n".join([*kept, repr(seeds)])

    return dump
