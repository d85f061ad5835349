"""Who may do what: the actor of a request, and the policies that operations are declared with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from ats_core.errors import NotAllowed


class Role(StrEnum):
    """The four roles, as they go over the wire (decision C13)."""

    ADMIN = "admin"
    RECRUITER = "recruiter"
    HIRING_MANAGER = "hiring-manager"
    INTERVIEWER = "interviewer"


@dataclass(frozen=True, slots=True)
class Actor:
    """The person, or the program in a person's name, that asks."""

    id: UUID
    role: Role
    email: str


@dataclass(frozen=True, slots=True)
class Policy:
    """A named rule over actors; `name` is what the reference page and a refusal show."""

    name: str
    allows: Callable[[Actor], bool]

    def require(self, actor: Actor, operation: str) -> None:
        """Nothing; NotAllowed if `actor` may not do `operation`."""
        if not self.allows(actor):
            raise NotAllowed(
                f"Insufficient permissions: {operation} is for {self.name}, and you are {actor.role.value}.",
                hint="Ask an admin for a role that includes it.",
                operation=operation,
                role=actor.role.value,
            )


def roles(name: str, *allowed: Role) -> Policy:
    """The policy that lets in those who have one of the roles `allowed`."""
    permitted = frozenset(allowed)
    return Policy(name, lambda actor: actor.role in permitted)


staff = roles("all staff", *Role)
hiring_team = roles("recruiters, hiring managers and admins", Role.RECRUITER, Role.HIRING_MANAGER, Role.ADMIN)
recruiters = roles("recruiters and admins", Role.RECRUITER, Role.ADMIN)
admins = roles("admins", Role.ADMIN)
owner_only = roles("the queue, in the owner's name", Role.ADMIN)
