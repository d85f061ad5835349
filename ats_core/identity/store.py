"""Users, as the store knows them."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from ats_core.identity.tables import departments, users
from ats_core.store.work import Work


class UserStore:
    def __init__(self, work: Work) -> None:
        self.work = work

    def exists(self, user_id: UUID) -> bool:
        query = select(users.c.id).where(users.c.id == user_id, users.c.deleted_at.is_(None))
        return self.work.execute(query).first() is not None

    def department_exists(self, department_id: UUID) -> bool:
        query = select(departments.c.id).where(
            departments.c.id == department_id, departments.c.deleted_at.is_(None)
        )
        return self.work.execute(query).first() is not None
