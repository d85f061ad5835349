"""Files fetched for batches, from the stores that the settings allow and from nowhere else.

An entry of the allow list is a URL that those below it may be fetched from: `https://files.example.com/cvs/`,
`s3://bucket/prefix/`, `file:///srv/cvs/`. Whoever may start a batch can thus make the server ask no other
host, follow no redirect, and read no other file.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

MAX_BYTES = 10 * 1024 * 1024
TIMEOUT_S = 20.0
TRIES = 3
_SCHEMES = ("https", "http", "s3", "file")
_PORTS = {"https": 443, "http": 80}


class NotFetched(Exception):
    """The file could not be had; `code` says why, `message` what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message


def problem_of(entry: str) -> str | None:
    """What is wrong with an entry of the allow list; None if it can be used."""
    try:
        parts = urlsplit(entry)
        _ = parts.port
    except ValueError:
        return "is no URL"
    if parts.scheme not in _SCHEMES:
        return f"must start with {', '.join(s + '://' for s in _SCHEMES)}"
    if parts.scheme != "file" and not parts.hostname:
        return "names no host or bucket"
    if parts.username or parts.password or parts.query or parts.fragment:
        return "must be a plain address: no user, no password, no query"
    if parts.scheme == "file" and (parts.hostname or len(_segments(parts) or []) == 0):
        return "must name a folder of this machine, such as file:///srv/cvs/"
    return None


def allowed(url: str, stores: Sequence[str]) -> bool:
    """Whether `url` lies in one of the stores."""
    return _store_of(url, stores) is not None


def fetch(url: str, stores: Sequence[str]) -> tuple[str, bytes]:
    """`(file name, content)`, at most 10 MB of it. NotFetched says why not."""
    store = _store_of(url, stores)
    if store is None:
        raise NotFetched("not_allowed", "The address lies in no store that this server may read.")
    parts = urlsplit(url)
    name = (_segments(parts) or ["file"])[-1]
    if parts.scheme == "file":
        return name, _read_file(parts, urlsplit(store))
    if parts.scheme == "s3":
        return name, _read_s3(parts)
    return name, _read_http(url)


def _store_of(url: str, stores: Sequence[str]) -> str | None:
    try:
        asked = urlsplit(url)
        port = asked.port
    except ValueError:
        return None
    segments = _segments(asked)
    if not segments or asked.username or asked.password or asked.fragment:
        return None
    for store in stores:
        at = urlsplit(store)
        base = _segments(at) or []
        if (
            asked.scheme == at.scheme
            and (asked.hostname or "") == (at.hostname or "")
            and (port or _PORTS.get(asked.scheme)) == (at.port or _PORTS.get(at.scheme))
            and len(segments) > len(base)
            and segments[: len(base)] == base
        ):
            return store
    return None


def _segments(parts: SplitResult) -> list[str] | None:
    """The path's names, decoded; None if one of them is not what it looks like."""
    names = [unquote(name) for name in parts.path.split("/") if name]
    if any(name in (".", "..") or "/" in name or "\\" in name or not name.isprintable() for name in names):
        return None
    return names


def _read_file(asked: SplitResult, store: SplitResult) -> bytes:
    folder = Path("/", *(_segments(store) or [])).resolve()
    try:
        path = Path("/", *(_segments(asked) or [])).resolve(strict=True)
        # A link inside of the folder may point out of it.
        if not path.is_relative_to(folder) or not path.is_file():
            raise NotFetched("not_allowed", "The file lies outside of the store.")
        if path.stat().st_size > MAX_BYTES:
            raise _too_large()
        return path.read_bytes()
    except FileNotFoundError:
        raise _not_there() from None
    except OSError as error:
        raise NotFetched("file_unreachable", f"The file can't be read: {error.strerror}.") from None


def _read_http(url: str) -> bytes:
    import httpx

    for attempt in range(1, TRIES + 1):
        try:
            with (
                httpx.Client(follow_redirects=False, timeout=TIMEOUT_S, trust_env=False) as client,
                client.stream("GET", url, headers={"Accept": "*/*"}) as answer,
            ):
                if answer.status_code < 500 or attempt == TRIES:
                    return _content(answer)
        except httpx.TransportError as error:
            if attempt == TRIES:
                raise NotFetched(
                    "file_unreachable", f"The store can't be reached: {type(error).__name__}."
                ) from None
        time.sleep(0.2 * 2**attempt)
    raise AssertionError("the loop above returns or raises")


def _content(answer: object) -> bytes:
    import httpx

    assert isinstance(answer, httpx.Response)  # noqa: S101 - for the type checker; httpx stays a late import
    if answer.status_code in (404, 410):
        raise _not_there()
    if answer.is_redirect:
        raise NotFetched(
            "redirected", "The store sends on to another address, which is not followed. Give that one."
        )
    if not answer.is_success:
        raise NotFetched("file_unreachable", f"The store answered {answer.status_code}.")
    content = bytearray()
    for part in answer.iter_bytes():
        content += part
        if len(content) > MAX_BYTES:
            raise _too_large()
    return bytes(content)


def _read_s3(parts: SplitResult) -> bytes:
    """The object, by the credentials that the environment gives (AWS_ACCESS_KEY_ID, AWS_ENDPOINT_URL ...)."""
    try:
        from obstore.exceptions import BaseError
        from obstore.store import S3Store
    except ImportError:
        raise NotFetched(
            "store_not_installed", "Reading from S3 needs its client: pip install 'lti-ats[s3]'."
        ) from None
    try:
        # Credentials of the machine itself (instance metadata) are asked for only where none are given.
        found = S3Store(parts.hostname or "").get("/".join(_segments(parts) or []))
        if found.meta["size"] > MAX_BYTES:
            raise _too_large()
        return bytes(found.bytes())
    except FileNotFoundError:
        raise _not_there() from None
    except BaseError as error:
        raise NotFetched("file_unreachable", f"The store can't be read: {type(error).__name__}.") from None


def _too_large() -> NotFetched:
    return NotFetched("too_large", "The file is larger than 10 MB.")


def _not_there() -> NotFetched:
    return NotFetched("file_not_found", "The store has no such file.")
