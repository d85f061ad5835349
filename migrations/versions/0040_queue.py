"""The queue: procrastinate's tables and functions, in a schema of their own."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0040"
down_revision = "0039"

_SCHEMA = Path(__file__).parents[1] / "sql" / "procrastinate_3_10.sql"


def upgrade() -> None:
    connection = op.get_bind()
    before = connection.exec_driver_sql("SHOW search_path").scalar_one()
    op.execute("CREATE SCHEMA queue")
    op.execute("SET LOCAL search_path = queue")
    # Past SQLAlchemy, which would take its per cent signs for parameters.
    with connection.connection.cursor() as cursor:
        cursor.execute(_SCHEMA.read_text(encoding="utf-8"))
    # Jobs are put in by transactions of ours, whose search path is another: the functions name their own.
    op.execute("""
        DO $do$
        DECLARE name text;
        BEGIN
            FOR name IN SELECT p.oid::regprocedure::text FROM pg_proc p
                WHERE p.pronamespace = 'queue'::regnamespace
            LOOP
                EXECUTE format('ALTER FUNCTION %s SET search_path = queue, pg_temp', name);
            END LOOP;
        END;
        $do$
    """)
    connection.exec_driver_sql(f"SET LOCAL search_path = {before}")


def downgrade() -> None:
    op.execute("DROP SCHEMA queue CASCADE")
