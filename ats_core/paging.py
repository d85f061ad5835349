"""Lists by keyset: an opaque cursor that names the last row seen, and totals that stop counting at a cap."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ats_core.errors import BadRequest

TOTAL_CAP = 10_000
DEFAULT_LIMIT = 20


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
    """The window asked for. BadRequest for a cursor that is none of ours, or for both at once."""
    if cursor is not None and page is not None:
        raise BadRequest("page and cursor exclude one another.", hint="Send one of them.")
    return Window(limit, decode(cursor) if cursor else None, page)


def encode(position: Position) -> str:
    raw = json.dumps([position.created_at.isoformat(), str(position.id)]).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def decode(cursor: str) -> Position:
    """The position that `cursor` names; BadRequest if it is none of ours."""
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        created_at, key = json.loads(raw)
        return Position(datetime.fromisoformat(created_at), UUID(key))
    except (ValueError, TypeError, AttributeError, binascii.Error):
        raise BadRequest(
            "The cursor is not one that this server gave.", hint="Start again without a cursor."
        ) from None


def next_cursor(rows: Sequence[object], limit: int) -> str | None:
    """The cursor after the last of `rows` (which have created_at and id), if the page was full."""
    if len(rows) < limit or not rows:
        return None
    last = rows[-1]
    return encode(Position(last.created_at, last.id))  # type: ignore[attr-defined]
