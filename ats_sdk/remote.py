"""Operations over HTTP: the same call as a request, the same result or error out of the answer."""

from __future__ import annotations

import re
import time
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import httpx
from pydantic_core import to_jsonable_python

from ats_core import __version__
from ats_core.errors import AtsError, Unavailable, UsageError, by_code
from ats_core.operations import API_BASE, Download, In, Operation, Upload

TRIES = 3
TIMEOUT_S = 120.0


class Remote:
    """A server, and how to reach it."""

    def __init__(self, url: str | None, token: str | None, client: httpx.Client | None = None) -> None:
        if url is None or token is None:
            from ats_core.settings import Settings

            settings = Settings.load()
            url, token = url or settings.server, token or settings.token
        if not url:
            raise UsageError("No server is named.", hint="Give its URL, or set ATS_SERVER.")
        if not re.match(r"https?://", url):
            raise UsageError(f"{url} is no URL of a server.", hint="It starts with http:// or https://.")
        self._base = url.rstrip("/") + API_BASE
        self._headers = {"User-Agent": f"ats-sdk/{__version__}"}
        if token:
            self._headers["Authorization"] = f"Bearer {token}"
        self._own = client is None
        self._client = client or httpx.Client(timeout=httpx.Timeout(TIMEOUT_S, connect=10.0))

    def close(self) -> None:
        if self._own:
            self._client.close()

    def send(self, operation: Operation, arguments: dict[str, Any]) -> Any:
        """The operation's result; raises the error that the server answered, as the class that it is.

        A POST carries an idempotency key, so that sending it again after a lost answer is safe.
        """
        request = self._request(operation, operation.check(arguments))
        for attempt in range(1, TRIES + 1):
            try:
                response = self._client.request(**request)
            except httpx.TransportError as error:
                if attempt == TRIES:
                    raise Unavailable(
                        f"The server at {self._base.removesuffix(API_BASE)} can't be reached: {error}.",
                        hint="Is ats serve running, and the URL right?",
                    ) from error
                time.sleep(0.1 * 2**attempt)
                continue
            if response.status_code in (429, 503) and attempt < TRIES:
                time.sleep(_wait_s(response))
                continue
            return self._read(operation, response)
        raise AssertionError("the loop above returns or raises")

    def _request(self, operation: Operation, arguments: dict[str, Any]) -> dict[str, Any]:
        path = operation.path
        for parameter in operation.of(In.PATH):
            path = path.replace(f"{{{parameter.name}}}", quote(str(arguments[parameter.name]), safe=""))
        headers = dict(self._headers)
        if arguments.get("if_match") is not None:
            headers["If-Match"] = f'"{arguments["if_match"]}"'
        if operation.method == "POST" and not operation.reads:
            headers["Idempotency-Key"] = uuid4().hex
        request: dict[str, Any] = {
            "method": operation.method,
            "url": self._base + path,
            "headers": headers,
            "params": _present(arguments, operation, In.QUERY),
        }
        return request | _body(operation, arguments)

    def _read(self, operation: Operation, response: httpx.Response) -> Any:
        if response.is_success:
            if operation.returns is Download:
                return _download(response)
            return operation.result.validate_json(response.content)
        raise error_of(response)


def error_of(response: httpx.Response) -> AtsError:
    """The error that a problem document describes, as one of our classes."""
    try:
        problem = response.json()
        code, detail = problem["code"], problem["detail"]
    except (ValueError, KeyError, TypeError):
        return Unavailable(
            f"The server answered {response.status_code} with something that is no problem document.",
            hint="Is the URL that of an ATS server?",
        )
    # A newer server may have errors that this client does not know: they keep their code.
    known = by_code().get(code) or type(
        "RemoteError", (AtsError,), {"code": code, "status": response.status_code}
    )
    details = dict(problem.get("details") or {})
    if problem.get("errors"):
        details["errors"] = problem["errors"]
    made: AtsError = known(detail, problem.get("hint"), **details)
    return made


def _body(operation: Operation, arguments: dict[str, Any]) -> dict[str, Any]:
    uploads = operation.of(In.UPLOAD)
    if uploads:
        upload: Upload = arguments[uploads[0].name]
        fields = {k: str(v) for k, v in _present(arguments, operation, In.BODY).items()}
        files = {uploads[0].name: (upload.filename, upload.content, "application/octet-stream")}
        return {"data": fields, "files": files}
    if operation.whole_body:
        # What is not set must not be sent: a change leaves out what it leaves alone.
        body = arguments[operation.whole_body]
        return {"json": body.model_dump(mode="json", exclude_unset=True)}
    if operation.of(In.BODY):
        return {"json": _present(arguments, operation, In.BODY)}
    return {}


def _present(arguments: dict[str, Any], operation: Operation, where: In) -> dict[str, Any]:
    return {
        p.name: to_jsonable_python(arguments[p.name])
        for p in operation.of(where)
        if arguments[p.name] is not None or (not p.required and p.default is not None)
    }


def _download(response: httpx.Response) -> Download:
    named = re.search(r'filename="([^"]*)"', response.headers.get("Content-Disposition", ""))
    return Download(
        named.group(1) if named else "file",
        response.headers.get("Content-Type", "application/octet-stream"),
        response.content,
    )


def _wait_s(response: httpx.Response) -> float:
    told = response.headers.get("Retry-After", "")
    return min(float(told), 30.0) if told.isdigit() else 1.0
