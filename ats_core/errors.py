"""What can go wrong, as facts with one root.

Each class carries, once, its HTTP status, its exit code and its machine code; every door renders it with
one handler. A subclass that needs more than a sentence takes it in `details`, which must be JSON-able.
"""

from __future__ import annotations

from typing import Any, ClassVar


class AtsError(Exception):
    """Something that a person or a program can act on."""

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 1
    retryable: ClassVar[bool] = False

    def __init__(self, message: str, hint: str | None = None, **details: Any) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.details = details

    def to_dict(self) -> dict[str, Any]:
        """`{code, message, hint, retryable, details}`: what `--json` prints on stderr."""
        return {
            "code": self.code,
            "message": self.message,
            "hint": self.hint,
            "retryable": self.retryable,
            "details": self.details,
        }


class NotFound(AtsError):
    code, status, exit_code = "not_found", 404, 3

    @classmethod
    def of(cls, noun: str, key: object) -> NotFound:
        return cls(f"There is no {noun} {key}.", hint=f"ats {noun} list shows what is there.", noun=noun)


class NotAuthenticated(AtsError):
    code, status, exit_code = "not_authenticated", 401, 4


class NotAllowed(AtsError):
    code, status, exit_code = "not_allowed", 403, 4


class Conflict(AtsError):
    """The request is well formed, but not now: the state of things is against it."""

    code, status, exit_code = "conflict", 409, 5


class Stale(AtsError):
    """Somebody else changed it since it was read."""

    code, status, exit_code = "stale", 412, 5


class RuleRefused(Conflict):
    """A rule of hiring is against it."""

    code, exit_code = "rule_refused", 7


class UnknownReference(Conflict):
    """What the input refers to is not there."""

    code, exit_code = "unknown_reference", 7


class Invalid(AtsError):
    """The input is malformed. `details["errors"]` is a list of `{pointer, code, detail}`."""

    code, status, exit_code = "invalid", 422, 7


class BadRequest(AtsError):
    """The request itself is malformed: an unknown parameter, a cursor that is none of ours."""

    code, status, exit_code = "bad_request", 400, 2


class UsageError(AtsError):
    code, status, exit_code = "usage", 400, 2


class TooLarge(AtsError):
    code, status, exit_code = "too_large", 413, 7


class UnsupportedMedia(AtsError):
    code, status, exit_code = "unsupported_media_type", 415, 7


class Unavailable(AtsError):
    """Not now: a database that is away, a disk that is full. Trying again later may work."""

    code, status, exit_code, retryable = "unavailable", 503, 75, True

    retry_after_s: ClassVar[int] = 2


class DiskFull(Unavailable):
    code, status = "disk_full", 507


class Interrupted(AtsError):
    code, status, exit_code, retryable = "interrupted", 499, 130, True


class PartialSuccess(AtsError):
    """Some of the inputs failed; each says why in the result."""

    code, status, exit_code = "partial_success", 207, 6


def by_code() -> dict[str, type[AtsError]]:
    """Every error class by its machine code: how a remote client gets the same class back."""
    found: dict[str, type[AtsError]] = {}

    def walk(cls: type[AtsError]) -> None:
        found.setdefault(cls.code, cls)
        for child in cls.__subclasses__():
            walk(child)

    walk(AtsError)
    return found
