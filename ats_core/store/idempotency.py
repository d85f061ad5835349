"""Idempotency keys: the first answer, kept beside the change that it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.postgresql import insert

from ats_core.ids import uuid7
from ats_core.store.tables import idempotency_keys as keys

if TYPE_CHECKING:
    from ats_core.context import Context


@dataclass(frozen=True, slots=True)
class Stored:
    operation: str
    request_hash: str
    response: Any


def take(
    connection: Connection, context: Context, operation: str, request_hash: str, expires_at: datetime
) -> Stored | None:
    """None if the key is free and now taken; else what is stored under it.

    While a twin's transaction holds the key, the insert waits for its end.
    """
    mine = (keys.c.actor_id == context.actor.id) & (keys.c.key == context.idempotency_key)
    connection.execute(delete(keys).where(mine, keys.c.expires_at < context.now))
    taken = connection.execute(
        insert(keys)
        .values(
            id=uuid7(),
            actor_id=context.actor.id,
            key=context.idempotency_key,
            operation=operation,
            request_hash=request_hash,
            expires_at=expires_at,
        )
        .on_conflict_do_nothing()
        .returning(keys.c.id)
    ).first()
    if taken is not None:
        return None
    row = connection.execute(select(keys.c.operation, keys.c.request_hash, keys.c.response).where(mine)).one()
    return Stored(row.operation, row.request_hash, row.response)


def keep(connection: Connection, context: Context, status: int, response: Any) -> None:
    """Stores the answer under the key that `take` has taken."""
    connection.execute(
        update(keys)
        .where(keys.c.actor_id == context.actor.id, keys.c.key == context.idempotency_key)
        .values(status_code=status, response=response)
    )


def forget_expired(connection: Connection, now: datetime) -> int:
    """How many keys were forgotten because their time was over."""
    return connection.execute(delete(keys).where(keys.c.expires_at < now)).rowcount
