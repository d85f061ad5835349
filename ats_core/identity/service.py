"""The operations of identity; signing in comes with the identities themselves."""

from __future__ import annotations

from uuid import UUID

from ats_core.access import Role, staff
from ats_core.operations import Model, Service, operation


class Me(Model):
    id: UUID
    email: str
    role: Role


class IdentityService(Service):
    """Who is asking."""

    noun = "auth"

    @operation("GET", "/auth/me", allow=staff)
    def me(self) -> Me:
        """The person in whose name this call is made."""
        return Me(id=self.actor.id, email=self.actor.email, role=self.actor.role)
