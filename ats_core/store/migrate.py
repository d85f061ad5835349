"""Brings a database to a revision of the schema, and back.

Each revision is one transaction, and each transaction first takes a lock and then reads where the database
stands. So a migrator that is killed leaves the last whole revision, and two at once take turns: the
second finds the work done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from psycopg import errors as pg
from sqlalchemy import Connection, Engine, NullPool
from sqlalchemy.exc import DBAPIError

import ats_core
from ats_core.errors import Unavailable, UsageError
from ats_core.store.engine import normalised, translated
from ats_core.store.errors import PostgresVersion, UnknownRevision

if TYPE_CHECKING:
    from alembic.script import ScriptDirectory

OLDEST_SERVER = 140000

# Any number, as long as nothing else in the database takes the same.
_LOCK = 7_305_806_194_142_001

# A twin may be building an index over millions of rows; waiting for a table is another matter, because
# everybody queues up behind whoever waits.
_WAIT_FOR_TWIN = "30min"
_WAIT_FOR_TABLE = "10s"


def folder() -> Path:
    """The folder of the revisions: inside the package when installed, beside it in a checkout."""
    package = Path(ats_core.__file__).parent
    inside = package / "migrations"
    return inside if inside.is_dir() else package.parent / "migrations"


def revisions() -> list[str]:
    """Every revision, oldest first. They are numbered, so their files' names say it without Alembic."""
    return sorted(path.name.partition("_")[0] for path in (folder() / "versions").glob("[0-9]*.py"))


def upgrade(url: str, revision: str = "head") -> list[str]:
    """Brings the database up to `revision`; the revisions that it took, oldest first.

    Nothing to do, or a database that is already further, is no error. UnknownRevision if a newer program
    migrated it; Unavailable if something holds a table for too long, and then it may be run again.
    """
    known = revisions()
    with _engine(url) as engine:
        target = _target(engine, revision, known)
        return _walk(engine, known, lambda at: at + 1 if at < target else None)


def downgrade(url: str, revision: str) -> list[str]:
    """Takes the database back down to `revision` ("base" for nothing); the revisions undone, newest first.

    What the tables held is gone with them.
    """
    known = revisions()
    with _engine(url) as engine:
        target = _target(engine, revision, known)
        return _walk(engine, known, lambda at: at - 1 if at > target else None)


def current(url: str) -> str | None:
    """The revision that the database is at; None if it was never migrated."""
    with _engine(url) as engine, engine.connect() as connection:
        return revision_of(connection)


def pending(url: str) -> list[str]:
    """The revisions that the database lacks, oldest first."""
    known = revisions()
    with _engine(url) as engine, engine.connect() as connection:
        return known[_place(connection, known) :]


def is_current(database: Engine | Connection) -> bool:
    """Whether the database is at this program's newest revision. Loads no Alembic."""
    if isinstance(database, Engine):
        with database.connect() as connection:
            return is_current(connection)
    return revision_of(database) == revisions()[-1]


def revision_of(connection: Connection) -> str | None:
    """The revision that the connection's database is at; None if it was never migrated."""
    if connection.scalar(sa.text("SELECT to_regclass('alembic_version')")) is None:
        return None
    found: str | None = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    return found


def _target(engine: Engine, revision: str, known: list[str]) -> int:
    """How many revisions lead to the one that is asked for: "head", "base", "+1", "-1" or a number."""
    if revision == "head":
        return len(known)
    if revision == "base":
        return 0
    if revision[:1] in "+-" and revision[1:].isdigit():
        with engine.connect() as connection:
            return max(0, min(len(known), _place(connection, known) + int(revision)))
    if revision in known:
        return known.index(revision) + 1
    raise UsageError(
        f"There is no revision {revision!r}.", hint=f"It is head, base, +1, -1, or {known[0]} to {known[-1]}."
    )


def _place(connection: Connection, known: list[str]) -> int:
    """How many revisions the database has taken."""
    at = revision_of(connection)
    if at is None:
        return 0
    if at not in known:
        raise UnknownRevision(
            f"The database is at revision {at}, which this program does not know.",
            hint="A newer version of ats migrated it. Use that version, or restore a backup.",
        )
    return known.index(at) + 1


def _walk(engine: Engine, known: list[str], next_step: Callable[[int], int | None]) -> list[str]:
    """Takes step after step until `next_step` names none; the revisions that were run."""
    done: list[str] = []
    scripts = None
    while True:
        with engine.begin() as connection:
            _take_turn(connection)
            at = _place(connection, known)
            to = next_step(at)
            if to is None:
                return done
            scripts = scripts or _scripts()
            _run(connection, scripts, known[to - 1] if to else "base", up=to > at)
        done.append(known[max(at, to) - 1])


def _take_turn(connection: Connection) -> None:
    """Waits until no other migrator is at work; the lock goes with the transaction, however it ends."""
    connection.execute(sa.text(f"SET LOCAL lock_timeout = '{_WAIT_FOR_TWIN}'"))
    connection.execute(sa.text("SET LOCAL statement_timeout = 0"))
    connection.execute(sa.text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
    connection.execute(sa.text(f"SET LOCAL lock_timeout = '{_WAIT_FOR_TABLE}'"))


def _scripts() -> ScriptDirectory:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(folder()).replace("%", "%%"))
    return ScriptDirectory.from_config(config)


def _run(connection: Connection, scripts: ScriptDirectory, to: str, *, up: bool) -> None:
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext

    steps = scripts._upgrade_revs if up else scripts._downgrade_revs
    config = Config(attributes={"connection": connection})
    with EnvironmentContext(config, scripts, fn=lambda at, _: steps(to, at), destination_rev=to):
        scripts.run_env()


@contextmanager
def _engine(url: str) -> Iterator[Engine]:
    """An engine for one task, on a Postgres that is new enough; the database's refusals become our errors."""
    engine = sa.create_engine(
        normalised(url),
        poolclass=NullPool,
        connect_args={"prepare_threshold": None, "connect_timeout": 10, "application_name": "ats migrate"},
    )
    try:
        with engine.connect() as connection:
            number = int(connection.scalar(sa.text("SHOW server_version_num")) or 0)
        if number < OLDEST_SERVER:
            raise PostgresVersion(
                f"The database server is PostgreSQL {number // 10000}; 14 is the oldest that will do.",
                hint="Point ATS_DATABASE_URL to a newer server.",
            )
        yield engine
    except DBAPIError as error:
        if isinstance(error.orig, pg.LockNotAvailable):
            raise Unavailable(
                "Another session holds what the migration needs.",
                hint="End long transactions, then run ats db upgrade again: what is done stays done.",
            ) from error
        raise translated(error) from error
    finally:
        engine.dispose()
