"""Lists by keyset: an opaque cursor that names the last row seen, and totals that stop counting at a cap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

TOTAL_CAP = 10_000
DEFAULT_LIMIT = 20

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a list that runs from the newest to the oldest."""

    created_at: datetime
    id: UUID


@dataclass(frozen=True, slots=True)
class Window:
    """Which part of a list: after a position, or skipping whole pages."""

    limit: int = DEFAULT_LIMIT
    after: Position | None = None
    page: int | None = None

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.limit if self.page else 0


def window(limit: int, cursor: str | None, page: int | None) -> Window:
    """The window asked for; where both are given, the cursor goes before the page."""
    if cursor is not None:
        return Window(limit, decode(cursor))
    return Window(limit, None, page)


def encode(position: Position) -> str:
    """Microseconds since 1970 and the id: whatever has this form is some place in the list."""
    return f"{(position.created_at - _EPOCH) // _MICROSECOND}-{position.id.hex}"


def decode(cursor: str) -> Position:
    """The position that `cursor`, which has the form of `fields.Cursor`, names."""
    micros, _, key = cursor.partition("-")
    return Position(_EPOCH + int(micros) * _MICROSECOND, UUID(hex=key))


def listing(
    rows: Sequence[object], counted: tuple[int, bool], limit: int, page: int | None
) -> dict[str, Any]:
    """What every list says besides its rows; `counted` is the total, and whether it stopped at the cap."""
    return {
        "total": counted[0],
        "total_capped": counted[1],
        "page": page,
        "limit": limit,
        "next_cursor": next_cursor(rows, limit),
    }


def next_cursor(rows: Sequence[object], limit: int) -> str | None:
    """The cursor after the last of `rows` (which have created_at and id), if the page was full."""
    if len(rows) < limit or not rows:
        return None
    last = rows[-1]
    return encode(Position(last.created_at, last.id))  # type: ignore[attr-defined]
