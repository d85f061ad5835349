"""How a command ends: its exit code, and what stderr says when something is wrong."""

from __future__ import annotations

import itertools
import json
import os
import sys
from typing import Any

import typer.main

INTERRUPTED, USAGE, FAILED = 130, 2, 1


def run(app: Any) -> int:
    """Runs `app` on the command line's arguments and returns the exit code."""
    command = typer.main.get_command(app)
    try:
        code = command.main(args=sys.argv[1:], prog_name="ats", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone (head, less): nobody is left to complain to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _say("interrupted", "Interrupted.", INTERRUPTED)
    except Exception as error:
        return _failed(error)
    return code if isinstance(code, int) else 0


def _failed(error: Exception) -> int:
    from ats_core.errors import AtsError

    if isinstance(error, AtsError):
        body = error.to_dict()
        return _say(error.code, error.message, error.exit_code, error.hint, body)
    if hasattr(error, "exit_code") and hasattr(error, "format_message"):
        if type(error).__name__ == "NoArgsIsHelpError":
            print(error.format_message())
            return USAGE
        ctx = getattr(error, "ctx", None)
        hint = f"{ctx.command_path} --help shows how." if ctx is not None else None
        return _say("usage", error.format_message(), USAGE, hint)
    if type(error).__name__ == "Abort":
        return _say("aborted", "Aborted.", FAILED)
    if os.environ.get("ATS_DEBUG"):
        raise error
    return _say(
        "internal",
        f"{type(error).__name__}: {error}",
        FAILED,
        "This is a bug. ATS_DEBUG=1 shows the traceback.",
    )


def wants_json() -> bool:
    """Whether the caller asked for JSON, so that errors are to be JSON too."""
    arguments = sys.argv[1:]
    return (
        "--json" in arguments
        or "--ndjson" in arguments
        or any(a in ("--output=json", "--output=ndjson") for a in arguments)
        or any(a == "--output" and b in ("json", "ndjson") for a, b in itertools.pairwise(arguments))
    )


def _say(
    code: str, message: str, exit_code: int, hint: str | None = None, body: dict[str, Any] | None = None
) -> int:
    if wants_json():
        shown = body or {"code": code, "message": message, "hint": hint, "retryable": False, "details": {}}
        print(json.dumps(shown, ensure_ascii=False, default=str), file=sys.stderr)
    else:
        from ats_cli.output import plain

        print(f"error: {plain(message)}", file=sys.stderr)
        for each in (body or {}).get("details", {}).get("errors", [])[1:10]:
            print(f"       {plain(each['pointer'])}: {plain(each['detail'])}", file=sys.stderr)
        if hint:
            print(f"hint:  {plain(hint)}", file=sys.stderr)
    return exit_code
