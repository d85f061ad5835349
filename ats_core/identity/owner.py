"""The owner of the data folder: who acts, and is accountable, until there are identities."""

from __future__ import annotations

import getpass
import os
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from ats_core.access import Actor, Role
from ats_core.identity.tables import users
from ats_core.ids import uuid7

# One number for one purpose: two first starts at once make one owner.
_OWNER_LOCK = 0x4154_534F_574E


def ensure_owner(connection: Connection, now: datetime) -> Actor:
    """The first active admin; at the first start that is a new user, made of the account that runs this."""
    known = _first_admin(connection)
    if known is not None:
        return known
    connection.execute(select(func.pg_advisory_xact_lock(_OWNER_LOCK)))
    known = _first_admin(connection)
    if known is not None:
        return known
    login, first, last = account()
    owner = Actor(id=uuid7(), role=Role.ADMIN, email=f"{login}@localhost")
    connection.execute(
        insert(users).values(
            id=owner.id,
            email=owner.email,
            first_name=first,
            last_name=last,
            role=owner.role.value,
            created_at=now,
        )
    )
    return owner


def _first_admin(connection: Connection) -> Actor | None:
    row = connection.execute(
        select(users.c.id, users.c.email)
        .where(users.c.role == Role.ADMIN.value, users.c.is_active, users.c.deleted_at.is_(None))
        .order_by(users.c.created_at, users.c.id)
        .limit(1)
    ).first()
    return None if row is None else Actor(id=row.id, role=Role.ADMIN, email=row.email)


def account() -> tuple[str, str, str]:
    """`(login, first name, last name)` of the operating system's user; names fall back to the login."""
    try:
        login = getpass.getuser()
    except (KeyError, OSError):
        login = f"uid{os.getuid()}"
    full = ""
    try:
        import pwd

        full = pwd.getpwuid(os.getuid()).pw_gecos.split(",")[0].strip()
    except (ImportError, KeyError):
        pass
    first, _, last = (full or login).partition(" ")
    return (
        "".join(c for c in login if c.isalnum() or c in "._-") or "owner",
        first[:100],
        last[:100] or login[:100],
    )
