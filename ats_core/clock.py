"""The one source of the present. Rules never ask it: they are told the time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Now, in UTC, to the microsecond, as Postgres stores it."""
    return datetime.now(UTC)
