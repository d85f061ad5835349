"""One connection at work: reads at once, writes that may wait until somebody needs to see them.

An import writes some ten rows a file. Sent one by one, each waits for its answer, and the waiting costs both
sides more than the work; sent together (libpq's pipeline mode) they cost one wait.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import psycopg
from sqlalchemy import Connection, CursorResult, Executable
from sqlalchemy.exc import DBAPIError

Rows = Sequence[dict[str, Any]] | dict[str, Any] | None


class Work:
    """What stores work with: `execute` sees everything written before it, `later` waits its turn."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._waiting: list[tuple[Executable, Rows]] = []

    def execute(self, statement: Executable, rows: Rows = None) -> CursorResult[Any]:
        self.flush()
        return self.connection.execute(statement, rows)

    def later(self, statement: Executable, rows: Rows = None) -> None:
        """Runs a write whose result nobody needs, in its turn, before the next `execute` or the commit."""
        self._waiting.append((statement, rows))

    def flush(self) -> None:
        """Sends what waits, in order, and waits for all of it once."""
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, []
        if len(waiting) == 1:
            self.connection.execute(*waiting[0])
            return
        driver: psycopg.Connection[Any] = self.connection.connection.driver_connection  # type: ignore[assignment]
        try:
            with driver.pipeline():
                for statement, rows in waiting:
                    self.connection.execute(statement, rows)
        except psycopg.Error as error:
            # The driver reports it when the pipeline ends, past SQLAlchemy, which would have wrapped it so.
            raise DBAPIError.instance(
                None, None, error, psycopg.Error, connection_invalidated=driver.closed
            ) from error
