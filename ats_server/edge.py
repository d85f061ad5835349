"""What stands before every route: a request id, a limit on the body, an access log without personal data."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

from fastapi import Request
from starlette.exceptions import HTTPException

from ats_server.problems import problem, unforeseen

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger("ats.access")

BODY_LIMIT_BYTES = 16 * 1024 * 1024
_REQUEST_ID = re.compile(rb"[A-Za-z0-9._-]{1,100}")


class Edge:
    """Pure ASGI, because a middleware of the framework's own kind costs more than a whole read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        offered = headers.get(b"x-request-id", b"")
        request_id = offered.decode() if _REQUEST_ID.fullmatch(offered) else uuid4().hex
        scope["ats.request_id"] = request_id
        started, status = time.perf_counter(), 0

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [
                    *message.get("headers", []),
                    (b"x-request-id", request_id.encode()),
                    (b"cache-control", b"no-store"),
                ]
            await send(message)

        length = headers.get(b"content-length", b"0")
        if length.isdigit() and int(length) > BODY_LIMIT_BYTES:
            await _too_large(Request(scope))(scope, receive, answer)
        else:
            await self._served(scope, _limited(receive), answer, lambda: status)
        if log.isEnabledFor(logging.INFO):
            route = getattr(scope.get("route"), "path", "-")
            log.info(
                "%s %s %d %.1f ms %s",
                scope["method"], route, status, (time.perf_counter() - started) * 1000, request_id,
            )  # fmt: skip

    async def _served(self, scope: Scope, receive: Receive, send: Send, status: Callable[[], int]) -> None:
        try:
            await self.app(scope, receive, send)
        except Exception as error:
            if status():
                # Half an answer is out already: the connection must break, so that nobody takes it for whole.
                raise
            await unforeseen(Request(scope), error)(scope, receive, send)


def _limited(receive: Receive) -> Receive:
    """`receive`, until the body has grown beyond the limit without having said so."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > BODY_LIMIT_BYTES:
            raise HTTPException(413, f"The body is larger than {BODY_LIMIT_BYTES // 2**20} MB.")
        return message

    return counted


def _too_large(request: Request) -> ASGIApp:
    return problem(
        request, 413, "too_large", f"The body is larger than {BODY_LIMIT_BYTES // 2**20} MB.",
        hint="Send one file a request.",
    )  # fmt: skip
