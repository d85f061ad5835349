"""The one connection pool, with slow queries logged and the database's refusals turned into our errors."""

from __future__ import annotations

import json
import logging
import time
from typing import Any

import sqlalchemy as sa
from psycopg import errors as pg
from sqlalchemy import Engine, event
from sqlalchemy.exc import DBAPIError

from ats_core.errors import AtsError, Conflict, DiskFull, Invalid, Unavailable

log = logging.getLogger("ats.store")

SLOW_QUERY_MS = 100


def make_engine(url: str, *, pool_size: int = 10) -> Engine:
    """An engine on `url` (Postgres only).

    Statements are never prepared by the driver: a generic plan took a search from 9 to 244 ms, and
    PgBouncer before 1.21 loses prepared statements.
    """
    engine = sa.create_engine(
        normalised(url),
        pool_size=pool_size,
        max_overflow=10,
        pool_timeout=5,
        pool_use_lifo=True,
        json_serializer=_json,
        connect_args={
            "prepare_threshold": None,
            "connect_timeout": 10,
            "options": "-c timezone=UTC -c lock_timeout=30s -c application_name=ats",
        },
    )
    event.listen(engine, "before_cursor_execute", _started)
    event.listen(engine, "after_cursor_execute", _ended)
    return engine


def _json(value: Any) -> str:
    """Compact JSON without what Postgres can't store: NUL, and half characters from broken documents."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if "\\u0000" in text:
        text = text.replace("\\u0000", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-8", "replace").decode()
    return text


def normalised(url: str) -> str:
    """`url` with our driver named, however postgres is spelled in it. Invalid for another database."""
    scheme, colon, rest = url.partition("://")
    if not colon or scheme.split("+")[0] not in ("postgres", "postgresql"):
        raise Invalid(
            f"ATS_DATABASE_URL starts with {scheme or 'nothing'}://, and only Postgres is supported.",
            hint="Write it as postgresql://user@host:5432/database.",
        )
    return f"postgresql+psycopg://{rest}"


def _started(conn: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
    context._ats_started = time.perf_counter()


def _ended(conn: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
    elapsed_ms = (time.perf_counter() - context._ats_started) * 1000
    if elapsed_ms > SLOW_QUERY_MS:
        # Never the parameters: they are personal data.
        log.warning("slow query: %.0f ms: %s", elapsed_ms, " ".join(statement.split()))


def is_lost(error: DBAPIError) -> bool:
    """Whether the connection broke, so that nothing of an uncommitted transaction is left."""
    return bool(error.connection_invalidated) or isinstance(
        error.orig, (pg.AdminShutdown, pg.CrashShutdown, pg.CannotConnectNow)
    )


def is_retryable(error: DBAPIError) -> bool:
    """Whether the same transaction, run again, may well succeed."""
    return is_lost(error) or isinstance(error.orig, (pg.DeadlockDetected, pg.SerializationFailure))


def translated(error: DBAPIError) -> AtsError:
    """The fact behind the database's refusal."""
    orig = error.orig
    diag = getattr(orig, "diag", None)
    constraint = getattr(diag, "constraint_name", None)
    if isinstance(orig, pg.UniqueViolation):
        return Conflict("Something with the same key is already there.", constraint=constraint)
    if isinstance(orig, pg.ForeignKeyViolation):
        return Conflict("It refers to, or is referred to by, something else.", constraint=constraint)
    if isinstance(orig, pg.IntegrityError):
        return Conflict(f"The database's rule {constraint} is against it.", constraint=constraint)
    if isinstance(orig, (pg.DataError, pg.StringDataRightTruncation)):
        return Invalid("A value does not fit its column.", column=getattr(diag, "column_name", None))
    if isinstance(orig, (pg.DiskFull, pg.OutOfMemory)):
        return DiskFull("The database has no space left.", hint="Free some space and run it again.")
    if isinstance(orig, pg.ReadOnlySqlTransaction):
        return Unavailable("The database is read-only just now.", hint="Try again in a moment.")
    if isinstance(orig, pg.InsufficientPrivilege):
        return Unavailable("The database user may not do that.", hint="Check the grants of ATS_DATABASE_URL.")
    if isinstance(orig, (pg.UndefinedTable, pg.UndefinedColumn)):
        return Unavailable("The database's schema is not this version's.", hint="Run ats db upgrade.")
    if isinstance(orig, (pg.OperationalError, pg.InterfaceError, pg.InternalError)):
        return Unavailable(
            "The database can't be reached.",
            hint="ats db status says more. What was not acknowledged was not saved.",
        )
    log.error("the database refused a statement", exc_info=error)
    return AtsError(f"The database refused: {type(orig).__name__}.", hint="This is a bug; the log has more.")
