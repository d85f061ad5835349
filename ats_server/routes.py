"""A route for each operation of the catalog: where its arguments travel, and how its answer looks."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import Body, Depends, FastAPI, File, Form, Header, Path, Query, Request, Response, UploadFile
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.datastructures import UploadFile as Received

from ats_core.access import Actor
from ats_core.catalog import operations
from ats_core.operations import API_BASE, Download, In, Operation, Parameter, Upload, fields_model
from ats_core.runtime import Runtime
from ats_server.problems import MEDIA_TYPE

Authenticate = Callable[..., Actor]

_KEY = r"^[\x21-\x7e]{1,255}$"

IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        pattern=_KEY,
        min_length=1,
        max_length=255,
        description="Send the same request again with the same key: it is carried out once, and the first "
        "answer comes again for 24 hours.",
    ),
]
IfMatch = Annotated[
    str | None,
    Header(alias="If-Match", description="The ETag that was read; 412 if it is not the one there now."),
]

# What any operation may answer besides its result; each is a problem document.
COMMON = {
    400: "A parameter is unknown or malformed.",
    401: "The token is missing or wrong.",
    403: "The caller's role does not include this.",
    413: "The request is too large.",
    415: "The content type is not one that is read here.",
    422: "The body does not fit.",
    503: "The database is away; Retry-After says when to try again.",
}


def add_routes(app: FastAPI, runtime: Runtime, authenticate: Authenticate) -> None:
    """Gives `app` a route for every operation of the catalog."""
    for declared in operations():
        _add(app, runtime, declared, authenticate)


def _add(app: FastAPI, runtime: Runtime, declared: Operation, authenticate: Authenticate) -> None:
    downloads = declared.returns is Download
    app.add_api_route(
        API_BASE + _strict_path(declared),
        _endpoint(runtime, declared, authenticate),
        methods=[declared.method],
        status_code=declared.status,
        response_model=None if downloads else declared.returns,
        response_class=Response if downloads else JSONResponse,
        responses=_responses(declared),
        operation_id=declared.name.replace(".", "_"),
        summary=declared.help.partition("\n")[0],
        description=f"{declared.help}\n\nAllowed for {declared.allow.name}.",
        tags=[declared.noun],
    )


def _strict_path(declared: Operation) -> str:
    """The path, in which an id matches nothing but an id, so that /candidates/search is not a candidate."""
    path = declared.path
    for parameter in declared.of(In.PATH):
        if parameter.type is UUID:
            path = path.replace(f"{{{parameter.name}}}", f"{{{parameter.name}:uuid}}")
    return path


def _responses(declared: Operation) -> dict[int | str, dict[str, Any]]:
    found = dict(COMMON)
    if declared.parameters:
        found[404] = "There is no such thing."
    if not declared.reads:
        found[409] = "The current state is against it."
        found[507] = "The disk is full."
    if declared.of(In.IF_MATCH):
        found[412] = "It has changed since it was read."
    reference = {"schema": {"$ref": "#/components/schemas/Problem"}}
    shown: dict[int | str, dict[str, Any]] = {
        status: {"description": text, "content": {MEDIA_TYPE: reference}}
        for status, text in sorted(found.items())
    }
    if declared.returns is Download:
        shown[200] = {
            "description": "The file.",
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        }
    return shown


def _endpoint(runtime: Runtime, declared: Operation, authenticate: Authenticate) -> Callable[..., Response]:
    """A function whose signature tells FastAPI (and OpenAPI) where each argument travels."""
    models = {
        In.QUERY: declared.of(In.QUERY),
        In.BODY: declared.of(In.BODY) if not declared.of(In.UPLOAD) else [],
    }
    keyed = declared.method == "POST" and not declared.reads

    def endpoint(**received: Any) -> Response:
        request: Request = received.pop("_request")
        actor: Actor = received.pop("_actor")
        context = runtime.context(
            actor,
            door="http",
            request_id=request.scope.get("ats.request_id"),
            idempotency_key=received.pop("_key", None),
        )
        result = runtime.call(declared, _arguments(received), context)
        return _answer(request, declared, result)

    parameters = [
        inspect.Parameter("_request", inspect.Parameter.KEYWORD_ONLY, annotation=Request),
        inspect.Parameter(
            "_actor", inspect.Parameter.KEYWORD_ONLY, annotation=Annotated[Actor, Depends(authenticate)]
        ),
    ]
    parameters += [_plain(p) for p in declared.parameters if p.where in (In.PATH, In.WHOLE_BODY, In.UPLOAD)]
    if declared.of(In.UPLOAD):
        parameters += [_form(p) for p in declared.of(In.BODY)]
    for where, fields in models.items():
        if fields or where is In.QUERY:
            parameters.append(_grouped(declared, where, fields))
    if declared.of(In.IF_MATCH):
        parameters.append(_keyword("if_match", IfMatch, None))
    if keyed:
        parameters.append(_keyword("_key", IdempotencyKey, None))
    endpoint.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    endpoint.__name__ = declared.name.replace(".", "_")
    return endpoint


def _keyword(name: str, annotation: Any, default: Any = inspect.Parameter.empty) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default)


def _plain(parameter: Parameter) -> inspect.Parameter:
    if parameter.where is In.PATH:
        return _keyword(parameter.name, Annotated[parameter.type, Path()])
    if parameter.where is In.UPLOAD:
        return _keyword(parameter.name, Annotated[UploadFile, File(description="The file.")])
    return _keyword(parameter.name, Annotated[parameter.type, Body()])


def _form(parameter: Parameter) -> inspect.Parameter:
    return _keyword(parameter.name, Annotated[parameter.type, Form()], parameter.default)


def _grouped(declared: Operation, where: In, fields: list[Parameter]) -> inspect.Parameter:
    """Query parameters, or the fields of a JSON body, as one model that knows no other."""
    model = fields_model(
        f"{declared.name.title().replace('.', '').replace('_', '')}{where.name.title()}", fields
    )
    marker = Query() if where is In.QUERY else Body()
    return _keyword(f"_{where.value}", Annotated[model, marker])


def _arguments(received: dict[str, Any]) -> dict[str, Any]:
    """The operation's arguments out of what FastAPI has read."""
    found: dict[str, Any] = {}
    for name, value in received.items():
        if name in ("_query", "_body"):
            found |= {field: getattr(value, field) for field in type(value).model_fields}
        elif isinstance(value, Received):
            found[name] = Upload(value.filename or "file", value.file.read())
        elif name == "if_match":
            found[name] = _version(value)
        else:
            found[name] = value
    return found


def _version(etag: str | None) -> int | None:
    """The version that an ETag of ours names; None for `*` (whatever is there), -1 for one never given."""
    if etag is None or etag.strip() == "*":
        return None
    ours = re.fullmatch(r'(?:W/)?"([0-9]{1,9})"', etag.strip())
    return int(ours.group(1)) if ours else -1


def _answer(request: Request, declared: Operation, result: Any) -> Response:
    headers: dict[str, str] = {}
    if isinstance(result, Download):
        quoted = "".join(c if c.isascii() and (c.isalnum() or c in "._- ") else "_" for c in result.filename)
        # Never shown inline: a résumé may hold anything.
        headers = {
            "Content-Disposition": f'attachment; filename="{quoted}"',
            "X-Content-Type-Options": "nosniff",
        }
        return Response(result.content, declared.status, headers, "application/octet-stream")
    version = getattr(result, "version", None)
    if isinstance(result, BaseModel) and isinstance(version, int):
        headers["ETag"] = f'"{version}"'
    cursor = getattr(result, "next_cursor", None)
    if cursor and request.method == "GET":
        headers["Link"] = f'<{request.url.include_query_params(cursor=cursor)}>; rel="next"'
    return Response(declared.result.dump_json(result), declared.status, headers, "application/json")
