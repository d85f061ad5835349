"""The child's side of the parser pool: one process that parses documents and can be lost without harm."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

Parse = Callable[..., dict[str, Any]]
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may use: megabytes of address space, CPU seconds a document, documents in its life."""

    memory_mb: int
    cpu_s: int
    documents: int


def parse_to_dict(
    data: bytes, filename: str | None, default_region: str | None, today: str | None
) -> dict[str, Any]:
    """The parse as JSON values; `today` is an ISO date. Raises ParseError."""
    from datetime import date

    from ats_core.parser import parse_resume

    day = date.fromisoformat(today) if today else None
    return parse_resume(data, filename, default_region=default_region, today=day).model_dump(mode="json")


def scan_to_dict(
    data: bytes, filename: str | None, default_region: str | None, today: str | None
) -> dict[str, Any]:
    """As `parse_to_dict`, for scans and pictures: with OCR. Raises ParseError."""
    from datetime import date

    from ats_core.parser import parse_resume

    day = date.fromisoformat(today) if today else None
    parsed = parse_resume(data, filename, default_region=default_region, today=day, ocr=True)
    return parsed.model_dump(mode="json")


def warm_up() -> None:
    """Imports all that parsing needs, so that workers forked after it start ready."""
    import doc2docx  # noqa: F401
    import legacy_doc  # noqa: F401
    import phonenumbers
    import pypdfium2  # noqa: F401

    import ats_core.parser.doc
    import ats_core.parser.docx
    import ats_core.parser.europass
    import ats_core.parser.glyphs
    import ats_core.parser.jsonresume
    import ats_core.parser.odt
    import ats_core.parser.pdf
    import ats_core.parser.rtf
    import ats_core.parser.text
    import ats_core.parser.visible
    import ats_core.parser.webpage  # noqa: F401
    from ats_core.parser import confidence
    from ats_core.parser.learned import lines, roles
    from ats_core.taxonomy import find

    find("Python")
    for learned in (confidence, lines, roles):
        learned.shipped()
    for region in ("US", "GB", "ES", "BR", "PT", "FR", "DE"):
        with contextlib.suppress(phonenumbers.NumberParseException):
            phonenumbers.is_valid_number(phonenumbers.parse("030 1234567", region))


def serve(
    connection: Connection, parse: Parse, limits: Limits, folder: str, taxonomy: Path | None = None
) -> None:
    """Parses what comes down the connection until it closes; the parent's death closes it.

    `folder` is the only place for temporary files. The parent removes it when the child has died; if the
    parent dies
    first, the child does. `taxonomy` is the folder of skills that users added.

    Answers are ("ready", isolated), then for each document ("ok", values), ("error", code, message) or
    ("memory",); after `limits.documents` of them the process ends by itself.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(ValueError, OSError):
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
    tempfile.tempdir = folder
    if taxonomy is not None:
        _learn(taxonomy)
    isolated = _leave_network()
    _limit(limits)
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        connection.send(("ready", isolated))
        for _ in range(limits.documents):
            request = connection.recv()
            _allow_cpu(limits.cpu_s)
            connection.send(_answer(parse, request))
    connection.close()
    shutil.rmtree(folder, ignore_errors=True)


def _learn(taxonomy: Path) -> None:
    """Reads the skills that users added, once, before the first document."""
    from ats_core.taxonomy import find, use

    use(taxonomy)
    find("Python")


def _answer(parse: Parse, request: tuple[Any, ...]) -> tuple[Any, ...]:
    from ats_core.parser.failure import ParseError

    try:
        return ("ok", parse(*request))
    except ParseError as error:
        return ("error", str(error.code), error.message)
    except MemoryError:
        return ("memory",)
    except Exception as error:  # an engine's bug must cost one document, not the import
        return ("crashed", f"{type(error).__name__}: {error}"[:300])


def _leave_network() -> bool:
    """True if the process now has a network namespace of its own, which holds no way out."""
    if not sys.platform.startswith("linux"):
        return False
    return any(_unshare(flags) for flags in (_CLONE_NEWNET, _CLONE_NEWUSER | _CLONE_NEWNET))


def _unshare(flags: int) -> bool:
    if hasattr(os, "unshare"):
        try:
            os.unshare(flags)
        except OSError:
            return False
        return True
    import ctypes

    try:
        return bool(ctypes.CDLL(None, use_errno=True).unshare(flags) == 0)
    except (OSError, AttributeError):
        return False


def _limit(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # no such limits on this system
        return
    _set(resource.RLIMIT_CORE, 0)
    _set(resource.RLIMIT_NOFILE, 64)
    # The converter of .doc files writes its result into the temporary folder: twice what a document may
    # weigh.
    _set(resource.RLIMIT_FSIZE, 32 * 1024 * 1024)
    if sys.platform.startswith("linux"):
        _set(resource.RLIMIT_AS, limits.memory_mb * 1024 * 1024)


def _set(which: int, value: int) -> None:
    import resource

    with contextlib.suppress(ValueError, OSError):
        hard = resource.getrlimit(which)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(which, (value, hard))


def _allow_cpu(seconds: int) -> None:
    """Moves the soft CPU limit to `seconds` from now: the count runs on over the life of the process."""
    try:
        import resource
    except ImportError:
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(usage.ru_utime + usage.ru_stime) + 1
    _set(resource.RLIMIT_CPU, spent + seconds)
