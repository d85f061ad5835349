"""The catalog over HTTP: `create_app()` is an ASGI application to serve, or to mount in one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ats_server.app import create_app

__all__ = ["create_app"]


def __getattr__(name: str) -> Any:
    if name == "create_app":
        from ats_server.app import create_app

        return create_app
    raise AttributeError(name)
