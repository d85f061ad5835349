"""What surrounds one call of an operation: who, when, through which door, with which resources."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from ats_core.access import Actor
    from ats_core.settings import Settings
    from ats_core.store.files import FileStore


class Parser(Protocol):
    """Where documents are parsed: a pool of child processes."""

    def parse(self, data: bytes, filename: str, default_region: str | None = None) -> dict[str, Any]: ...


class Resources(Protocol):
    """What operations may use besides the database."""

    @property
    def settings(self) -> Settings: ...

    @property
    def parser(self) -> Parser: ...

    @property
    def files(self) -> FileStore: ...


@dataclass(frozen=True, slots=True)
class Context:
    actor: Actor
    now: datetime
    resources: Resources
    door: str = "local"
    request_id: str | None = None
    idempotency_key: str | None = field(default=None, repr=False)
