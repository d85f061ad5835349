"""The field types that nouns share, with the limits that the database keeps."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, PlainSerializer, StringConstraints, model_validator

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

Limit = Annotated[int, Field(ge=1, le=500, description="How many at most.")]
Cursor = Annotated[
    str,
    StringConstraints(min_length=1, max_length=500),
    Field(description="`next_cursor` of the page before."),
]
PageNumber = Annotated[int, Field(ge=1, le=10_000, description="The page, from 1 on; a cursor is faster.")]


def _utc(value: datetime) -> str:
    return value.isoformat(timespec="microseconds").replace("+00:00", "Z")


Timestamp = Annotated[datetime, PlainSerializer(_utc, return_type=str, when_used="json")]

Money = Annotated[Decimal, Field(ge=0, lt=Decimal(10) ** 10, max_digits=12, decimal_places=2)]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$", min_length=3, max_length=3)]
Period = Literal["hour", "day", "month", "year"]


class SalaryRange(Model):
    """An amount of money from `min` to `max`, either of which may be open."""

    min: Money | None = None
    max: Money | None = None
    currency: Currency = "EUR"
    period: Period = "year"

    @model_validator(mode="after")
    def _ordered(self) -> SalaryRange:
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("min must not be above max")
        return self


def _email(value: str) -> str:
    from ats_core.candidates.identity import valid_email

    return valid_email(value)


Email = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=3, max_length=255),
    AfterValidator(_email),
    Field(json_schema_extra={"format": "email"}),
]

EducationLevel = Literal["none", "high-school", "vocational", "bachelor", "master", "doctorate"]
