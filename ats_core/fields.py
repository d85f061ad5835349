"""The field types that nouns share, with the limits that the database keeps."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)

from ats_core.errors import RuleRefused
from ats_core.operations import Model


def _clean(value: str) -> str:
    # Postgres stores no NUL, and a lone surrogate is no character at all.
    if "\x00" in value or any("\ud800" <= c <= "\udfff" for c in value):
        raise ValueError("must not contain NUL or half a character")
    return value


def _one_line(value: str) -> str:
    # A line break in a name or a subject is how mail headers and log lines are forged.
    if any(c < " " or c == "\x7f" for c in value):
        raise ValueError("must not contain line breaks or other control characters")
    return _clean(value)


def whole(value: object) -> object:
    """`value`, if JSON calls it an integer: 5 and 5.0 are, "5" and true are not. ValueError otherwise."""
    if isinstance(value, str | bool) or (isinstance(value, float) and not value.is_integer()):
        raise ValueError("is no whole number")
    return value


def _iso(value: object) -> object:
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    raise ValueError("is no time of ISO 8601")


# More than white space, which is trimmed away at both ends.
_TEXT = Field(json_schema_extra={"pattern": r"^[^\u0000]*[^\s\u0000][^\u0000]*$"})
_LINE = Field(
    json_schema_extra={"pattern": r"^[^\u0000-\u001f\u007f]*[^\s\u0000-\u001f\u007f][^\u0000-\u001f\u007f]*$"}
)
_MAYBE = Field(json_schema_extra={"pattern": r"^[^\u0000-\u001f\u007f]*$"})
_NO_NUL = Field(json_schema_extra={"pattern": r"^[^\u0000]*$"})

CleanText = Annotated[str, AfterValidator(_clean), _NO_NUL]
Short = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=100),
    AfterValidator(_one_line),
    _LINE,
]
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=255),
    AfterValidator(_one_line),
    _LINE,
]
Url = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
    AfterValidator(_one_line),
    _LINE,
]
Body = Annotated[str, StringConstraints(max_length=100_000), AfterValidator(_clean), _NO_NUL]
Remark = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000),
    AfterValidator(_clean),
    _TEXT,
]
Name = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=100), AfterValidator(_one_line), _MAYBE
]

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Limit = Annotated[int, Field(ge=1, le=500, description="How many at most.")]
YesNo = Annotated[bool, Field(strict=True)]
Cursor = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{1,16}-[0-9a-f]{32}$"),
    Field(description="`next_cursor` of the page before; it goes before `page`."),
]
Moment = Annotated[datetime, BeforeValidator(_iso), Field(description="ISO 8601; UTC if no zone is named.")]
PageNumber = Annotated[int, Field(ge=1, le=10_000, description="The page, from 1 on; a cursor is faster.")]


def _utc(value: datetime) -> str:
    return value.isoformat(timespec="microseconds").replace("+00:00", "Z")


Timestamp = Annotated[datetime, PlainSerializer(_utc, return_type=str, when_used="json")]


def _money(value: object) -> object:
    # A float with a fraction has lost its exact cents before it comes here.
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, bool | float):
        raise ValueError("is no amount of money; write it as a text, such as '25.50'")
    if isinstance(value, str) and not re.fullmatch(_AMOUNT, value):
        raise ValueError("is no amount of money, such as '25.50'")
    return value


_AMOUNT = r"^[0-9]{1,10}(\.[0-9]{1,2})?$"
Money = Annotated[
    Decimal,
    BeforeValidator(_money),
    Field(ge=0, lt=Decimal(10) ** 10, max_digits=12, decimal_places=2),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": _AMOUNT},
                {"type": "integer", "minimum": 0, "maximum": 10**10 - 1},
            ]
        },
        mode="validation",
    ),
    WithJsonSchema({"type": "string"}, mode="serialization"),
]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$", min_length=3, max_length=3)]
Period = Literal["hour", "day", "month", "year"]


def nothing() -> None:
    """The default of a field that is left out of a change: a factory, so that no schema shows it."""


class SalaryRange(Model):
    """An amount of money from `min` to `max`, either of which may be open; `min` is not above `max`."""

    min: Money | None = None
    max: Money | None = None
    currency: Currency = "EUR"
    period: Period = "year"

    def require_ordered(self) -> None:
        """Nothing; RuleRefused if the range ends before it begins."""
        if self.min is not None and self.max is not None and self.min > self.max:
            raise RuleRefused(
                f"The salary range ends at {self.max}, before it begins at {self.min}.", hint="Swap the two."
            )


# Narrower than what is accepted (any script, IDNA): a document that shows what is surely right.
_ADDRESS = (
    r"^[A-Za-z0-9_+-]{1,30}(\.[A-Za-z0-9_+-]{1,30})?@"
    r"[A-Za-z0-9]([A-Za-z0-9-]{0,40}[A-Za-z0-9])?(\.[A-Za-z]{2,20}){1,2}$"
)


def _email(value: str) -> str:
    from ats_core.candidates.identity import valid_email

    return valid_email(value)


Email = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=3, max_length=255),
    AfterValidator(_email),
    Field(json_schema_extra={"format": "email", "pattern": _ADDRESS}),
]

EducationLevel = Literal["none", "high-school", "vocational", "bachelor", "master", "doctorate"]
