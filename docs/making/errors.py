"""docs/reference/errors.md: every error class, and the tables of statuses and exit codes made of them."""

from __future__ import annotations

import inspect
import pkgutil
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from http import HTTPStatus
from importlib import import_module

from ats_core.errors import AtsError
from docs.making import NOTE, prose, table

# Engines raise errors of their own, and some of their modules do work when they are imported.
_SKIPPED = (
    "ats_core.parser", "ats_core.matcher", "ats_core.taxonomy", "ats_core.language", "ats_core.migrations",
)  # fmt: skip

INTRODUCTION = f"""\
# Errors

{NOTE}

Every error is a class below `ats_core.errors.AtsError`, and carries its code, HTTP status and exit code once;
all doors show the same. `code` is stable: programs may rely on it. The message and the hint are for people,
and may change.

- **SDK**: the exception, with `message`, `hint`, `details` and `to_dict()`.
- **HTTP**: a problem document (RFC 9457) with `code`, `detail`, `hint`, `retryable` and `errors`, which names
  the fields that do not fit. See [HTTP API](../http.md#errors).
- **Command line**: `error:` and `hint:` on stderr, or one JSON object with `--json`, and the exit code. See
  [Command line](../cli.md#exit-codes).

*Retryable* means that the very same call may succeed later.

"""

OF_THE_DOORS = """\
## Codes without a class

- `method_not_allowed` (HTTP, 405): the path exists, but not with this method; `Allow` names those that do.
- `internal` (HTTP, 500; command line, exit code 1): a bug. The server's log has the `request_id`; on the
  command line `ATS_DEBUG=1` shows the traceback.
- `aborted` (command line, exit code 1): a prompt was left.

What can be wrong with a document that is to be parsed has codes of its own:
[reasons](../importing.md#reasons).
"""


def page() -> str:
    rows = [
        [
            f'<span id="{e.code}"></span>`{e.code}`',
            f"`{e.__name__}`",
            str(e.status),
            str(e.exit_code),
            "yes" if e.retryable else "no",
            _about(e),
        ]
        for e in classes()
    ]
    headers = ["code", "class", "HTTP", "exit", "retryable", "what it means"]
    return f"{INTRODUCTION}{table(headers, rows)}\n{OF_THE_DOORS}"


@cache
def classes() -> tuple[type[AtsError], ...]:
    """Every error class of the packages, the root first, each class behind the one that it refines."""
    import ats_core
    import ats_sdk
    import ats_server

    for package in (ats_core, ats_sdk, ats_server):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.startswith(_SKIPPED):
                import_module(module.name)
    return tuple(_below(AtsError))


def _below(error: type[AtsError]) -> Iterator[type[AtsError]]:
    yield error
    for child in sorted(error.__subclasses__(), key=lambda c: (c.status, c.code)):
        if child.__module__.startswith(("ats_core", "ats_sdk", "ats_server")):
            yield from _below(child)


_MEANINGS = {
    "not_found": "It is not there.",
    "not_authenticated": "The request carries no token, or a wrong one.",
    "not_allowed": "The caller's role does not include the operation.",
    "usage": "The command line or the settings can't be understood.",
    "too_large": "The file or the request is larger than its limit.",
    "unsupported_media_type": "The content type is not one that is read here.",
    "disk_full": "There is no space left for the files or for the database.",
    "interrupted": "Ctrl-C. What was acknowledged is saved.",
    "application_closed": "The application has ended (hired, rejected or withdrawn); reopen it first.",
    "application_open": "The application is active; there is no end to undo.",
    "same_stage": "The application is at that stage already.",
    "no_opening_left": "All openings of the job are filled.",
    "already_applied": "The candidate has a running application on that job.",
    "schema_outdated": "The database was made by another version; `ats db upgrade` is due.",
}


def _about(error: type[AtsError]) -> str:
    # __doc__ is the class's own: that of a parent would say something else.
    own = vars(error).get("__doc__")
    return prose(" ".join(inspect.cleandoc(own).split())) if own else _MEANINGS.get(error.code, "")


_EXITS = {
    0: "Done. An empty result is no failure.",
    1: "Failed: a bug, a broken installation, or a check of `ats doctor` that is wrong.",
    2: "The command line or the settings are wrong.",
    3: "What was named is not there.",
    4: "Not authenticated, or not allowed.",
    5: "The current state is against it: somebody changed it, or it exists already.",
    6: "Partly done: some files failed, each with its reason.",
    7: "Refused: by a rule of hiring, or because a value does not fit.",
    75: "Not now; the same command may succeed later.",
    130: "Interrupted with Ctrl-C.",
}


def exit_codes() -> str:
    """The exit codes, each with the errors that end in it."""
    codes: dict[int, list[str]] = defaultdict(list)
    for error in classes():
        codes[error.exit_code].append(f"`{error.code}`")
    rows = [[f"{n}", _EXITS[n], ", ".join(codes.get(n, []))] for n in sorted({*_EXITS, *codes})]
    return table(["exit code", "meaning", "errors"], rows)


_STATUSES = {405: ["`method_not_allowed`"], 500: ["`internal`"]}

# Codes that end a command and never travel over HTTP.
_LOCAL = {"usage", "interrupted", "partial_success"}


def statuses() -> str:
    """The HTTP statuses of errors, each with its codes."""
    codes: dict[int, list[str]] = defaultdict(list)
    for error in classes():
        if error.code not in _LOCAL and error.__module__ != "ats_core.store.errors":
            codes[error.status].append(f"`{error.code}`")
    for status, more in _STATUSES.items():
        codes[status] += more
    rows = [[f"{s} {HTTPStatus(s).phrase}", ", ".join(codes[s])] for s in sorted(codes)]
    return table(["status", "`code`"], rows)
