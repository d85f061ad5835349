"""docs/reference/operations.md: every operation of the catalog, at every door."""

from __future__ import annotations

import inspect
import json
from http import HTTPStatus
from typing import Any

from ats_core.catalog import SERVICES
from ats_core.errors import AtsError, Conflict, NotAllowed, NotAuthenticated, TooLarge, Unavailable
from ats_core.operations import API_BASE, Download, In, Operation, Parameter, Upload
from docs.making import NOTE, prose, table
from docs.making.raising import raised
from docs.making.schemas import Models, described

INTRODUCTION = f"""\
# Operations

{NOTE}

Each operation is declared once, and this page shows it at two of its doors: the HTTP request and the call of
the SDK, where `ats` is an [`Ats`](../sdk.md). Paths stand below `{API_BASE}`. How requests are authenticated,
paged and repeated is in [HTTP API](../http.md).

Where an argument travels over HTTP: **path** and **query** as in the URL; **body** is one field of a JSON
object; **whole body** is the JSON object itself; **form** and **file** are parts of `multipart/form-data`;
**If-Match** is the header of that name.

## Errors of every operation

Besides its own errors, any operation may end with these. [Errors](errors.md) lists them all.

"""

GOING_IN = "The models of request bodies. A field that they do not name is refused.\n"
COMING_OUT = "The models of answers. Every field is always there; what is not known is null.\n"

_COMMON: tuple[tuple[type[AtsError], str], ...] = (
    (NotAuthenticated, "The token is missing or wrong (HTTP only)."),
    (NotAllowed, "The caller's role does not include the operation."),
    (TooLarge, "The request is larger than 16 MB (HTTP only)."),
    (Conflict, "Something else changed at the same moment, and a rule of the database is against it."),
    (Unavailable, "The database is away, or too busy."),
)

_WHERE = {
    In.PATH: "path",
    In.QUERY: "query",
    In.BODY: "body",
    In.WHOLE_BODY: "whole body",
    In.UPLOAD: "file",
    In.IF_MATCH: "If-Match",
}


def page() -> str:
    going_in, coming_out = Models("in"), Models("out")
    parts = [INTRODUCTION + _errors_of_all()]
    for service in SERVICES:
        parts.append(f"## {service.noun}\n\n{prose(inspect.cleandoc(service.__doc__ or ''))}\n")
        parts += [_section(o, going_in, coming_out) for o in service.operations.values()]
    parts += ["## What goes in\n", GOING_IN, going_in.sections()]
    parts += ["## What comes out\n", COMING_OUT, coming_out.sections()]
    return "\n".join(parts).rstrip() + "\n"


def _errors_of_all() -> str:
    malformed = "An argument does not fit: over HTTP 422 in a body, 400 in a query, 404 in a path."
    rows = [["`invalid`", "422", malformed]]
    rows += [[f"`{error.code}`", str(error.status), text] for error, text in _COMMON]
    return table(["code", "status", "when"], rows)


def _section(operation: Operation, going_in: Models, coming_out: Models) -> str:
    rows = [_row(p, operation, going_in) for p in operation.parameters]
    about = "\n\n".join(" ".join(p.split()) for p in operation.help.split("\n\n"))
    parts = [
        f"### {operation.name}\n",
        f"{prose(about)}\n",
        f"```text\n{operation.method} {API_BASE}{operation.path}\n{call(operation)}\n```\n",
        f"For {operation.allow.name}. {_effect(operation)}\n",
        table(["argument", "travels in", "type", "if left out", ""], rows),
        f"Gives {_result(operation, coming_out)} ({HTTPStatus(operation.status).value}).\n",
    ]
    errors = sorted(raised(operation), key=lambda e: (e.status, e.code))
    if errors:
        shown = ", ".join(f"[`{e.code}`](errors.md#{e.code}) ({e.status})" for e in errors)
        parts.append(f"Own errors: {shown}.\n")
    return "\n".join(part for part in parts if part)


def call(operation: Operation) -> str:
    """The call of the SDK, with its defaults and the type of its result."""
    shown = [p.name if p.required else f"{p.name}={_plain(p)!r}" for p in operation.parameters]
    result = getattr(operation.returns, "__name__", str(operation.returns))
    return f"ats.{operation.noun}.{operation.function.__name__}({', '.join(shown)}) -> {result}"


def _effect(operation: Operation) -> str:
    if operation.reads:
        return "Reads only." if operation.method == "GET" else "Reads only, although it is a POST."
    return "Takes an `Idempotency-Key`." if operation.method == "POST" else "Changes data."


def _row(parameter: Parameter, operation: Operation, models: Models) -> list[str]:
    where = _WHERE[parameter.where]
    if parameter.where is In.BODY and operation.of(In.UPLOAD):
        where = "form"
    if parameter.type is Upload:
        return [f"`{parameter.name}`", where, "`Upload(filename, content)`", "required", ""]
    if parameter.where is In.IF_MATCH:
        about = "The version that was read; `stale` (412) if it has changed since."
        return [f"`{parameter.name}`", where, "whole number", "not checked", about]
    schema = models.schema_of(parameter.type)
    if parameter.where is In.QUERY:
        # A query leaves a value out; it can't say null.
        schema = {**schema, "anyOf": [k for k in schema.get("anyOf", []) if k != {"type": "null"}]}
        schema = schema if schema["anyOf"] else {k: v for k, v in schema.items() if k != "anyOf"}
    needed = "required" if parameter.required else f"`{_default(parameter)}`"
    if parameter.where is In.QUERY and parameter.default is None:
        needed = "none"
    return [f"`{parameter.name}`", where, models.words(schema), needed, described(schema)]


def _default(parameter: Parameter) -> str:
    return json.dumps(_plain(parameter), ensure_ascii=False)


def _plain(parameter: Parameter) -> Any:
    return getattr(parameter.default, "value", parameter.default)


def _result(operation: Operation, models: Models) -> str:
    if operation.returns is Download:
        return "`Download(filename, media_type, content)`; over HTTP the bytes, as an attachment"
    return models.type_of(operation.returns)
