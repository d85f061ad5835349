"""Errors as RFC 9457 problem documents: one shape for ours, the framework's and the unforeseen."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from pydantic_core import to_json
from starlette.exceptions import HTTPException
from starlette.routing import Match

from ats_core.errors import AtsError, Unavailable

log = logging.getLogger("ats.server")

MEDIA_TYPE = "application/problem+json"


class FieldProblem(BaseModel):
    pointer: str = Field(description="JSON pointer to the value, or the name of the parameter.")
    code: str
    detail: str


class Problem(BaseModel):
    """RFC 9457, with the machine code, the request's id, and the fields that do not fit."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    code: str
    hint: str | None = None
    retryable: bool
    request_id: str
    errors: list[FieldProblem] = []
    details: dict[str, Any] = {}


def problem(
    request: Request,
    status: int,
    code: str,
    detail: str,
    *,
    hint: str | None = None,
    retryable: bool = False,
    errors: list[dict[str, str]] | None = None,
    details: dict[str, Any] | None = None,
    headers: dict[str, str] | None = None,
) -> Response:
    try:
        title = HTTPStatus(status).phrase
    except ValueError:
        title = code
    body = {
        "type": f"urn:ats:error:{code}",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": request.scope["path"],
        "code": code,
        "hint": hint,
        "retryable": retryable,
        "request_id": request.scope.get("ats.request_id", ""),
        "errors": errors or [],
        "details": details or {},
    }
    return Response(to_json(body), status, headers=headers, media_type=MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Every way in which a request is known to fail answers with a problem; `Edge` answers the rest."""
    app.add_exception_handler(AtsError, _ours)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _framework)


def of_error(request: Request, error: AtsError) -> Response:
    headers = {}
    if isinstance(error, Unavailable):
        headers["Retry-After"] = str(error.retry_after_s)
    if error.status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    details = dict(error.details)
    errors = details.pop("errors", None)
    return problem(
        request,
        error.status,
        error.code,
        error.message,
        hint=error.hint,
        retryable=error.retryable,
        errors=errors,
        details=details,
        headers=headers,
    )


def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, AtsError)  # noqa: S101 - registered for nothing else
    return of_error(request, error)


def _malformed(request: Request, error: Exception) -> Response:
    """422 for a body that does not fit; 400 for query parameters, of which none is ignored."""
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for nothing else
    errors, status = [], HTTPStatus.UNPROCESSABLE_ENTITY
    for each in error.errors():
        place, *steps = [str(s) for s in each["loc"]] or ["body"]
        if place in ("query", "header"):
            status = HTTPStatus.BAD_REQUEST
        if place == "path":
            # No id or number has this form, so nothing can be there.
            return problem(request, 404, "not_found", f"There is nothing at {request.url.path}.")
        pointer = "/" + "/".join(steps) if place == "body" else ".".join(steps)
        errors.append({"pointer": pointer, "code": str(each["type"]), "detail": str(each["msg"])})
    code = "invalid" if status == HTTPStatus.UNPROCESSABLE_ENTITY else "bad_request"
    first = errors[0]
    return problem(request, status, code, f"{first['pointer']}: {first['detail']}", errors=errors)


_CODES = {
    404: "not_found",
    405: "method_not_allowed",
    400: "bad_request",
    413: "too_large",
    415: "unsupported_media_type",
}


def _framework(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for nothing else
    code = _CODES.get(error.status_code, "error")
    detail, headers = str(error.detail), dict(error.headers or {})
    if error.status_code == HTTPStatus.NOT_FOUND:
        detail = f"There is nothing at {request.scope['path']}."
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(_methods(request))
        detail = f"{request.method} is not possible here, only {headers['Allow']}."
    return problem(request, error.status_code, code, detail, headers=headers)


def _methods(request: Request) -> list[str]:
    """Every method that some route has for the request's path; each route by itself knows only its own."""
    found: set[str] = set()
    for route in request.app.routes:
        match, _ = route.matches(request.scope)
        if match is not Match.NONE:
            found |= set(getattr(route, "methods", None) or ())
    return sorted(found)


def unforeseen(request: Request, error: Exception) -> Response:
    """A problem that tells the caller nothing but its id, under which the log has the rest."""
    log.error("unforeseen error", exc_info=error)
    return problem(
        request, 500, "internal", "Something went wrong on the server.", hint="Its log has the request_id."
    )
