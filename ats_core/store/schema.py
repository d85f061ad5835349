"""What every table has in common: one MetaData, the columns that each one carries, the words for the rest.

A table is made by `table(name, comment, ...)`, which adds `id`, `created_at` and `updated_at`. The database
keeps `updated_at` itself: the migrations give each table the trigger `set_updated_at`. Every column says in
its comment what it holds; docs/database.md is made from these comments.
"""

from __future__ import annotations

from typing import Any, Literal

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Computed,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Numeric,
    String,
    Table,
    Text,
    Uuid,
    literal_column,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.schema import SchemaItem

from ats_core.ids import uuid7

OnDelete = Literal["CASCADE", "RESTRICT", "SET NULL"]

LIVE = "deleted_at IS NULL"

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def table(name: str, comment: str, *parts: SchemaItem, key: Column[Any] | None = None) -> Table:
    """A table with its key first and its two times last; `key` stands in for `id`."""
    columns = [part for part in parts if isinstance(part, Column)]
    rules = [part for part in parts if not isinstance(part, Column)]
    first = id_column() if key is None else key
    return Table(name, metadata, first, *columns, *timestamps(), *rules, comment=comment)


def id_column() -> Column[Any]:
    """The key: version 7 from Python, which keeps the index small; version 4 where plain SQL inserts."""
    return Column(
        "id",
        Uuid(),
        primary_key=True,
        default=uuid7,
        server_default=text("gen_random_uuid()"),
        comment="Key; UUID version 7 when the application made it",
    )


def timestamps() -> tuple[Column[Any], Column[Any]]:
    return (
        moment("created_at", "When the row was written", now=True),
        moment("updated_at", "When the row last changed; kept by the trigger set_updated_at", now=True),
    )


def deleted_at() -> Column[Any]:
    return moment("deleted_at", "When the row was soft-deleted; null while it lives")


def version() -> Column[Any]:
    """The row version for optimistic locking: a writer names the one it read, and adds one."""
    return Column(
        "version",
        Integer(),
        nullable=False,
        server_default=text("1"),
        comment="Row version, one more with each change; behind ETag and If-Match",
    )


def moment(name: str, comment: str, *, required: bool = False, now: bool = False) -> Column[Any]:
    """A time with zone; `now` makes it required and defaults to the start of the transaction."""
    return Column(
        name,
        DateTime(timezone=True),
        nullable=not (required or now),
        server_default=text("now()") if now else None,
        comment=comment,
    )


def words(
    name: str, length: int | None, comment: str, *, required: bool = False, default: str | None = None
) -> Column[Any]:
    """Text of at most `length` characters, or of any length when that is None; with a default, required."""
    return Column(
        name,
        Text() if length is None else String(length),
        nullable=not required and default is None,
        server_default=None if default is None else text(f"'{default}'"),
        comment=comment,
    )


def state(name: str, default: str, comment: str) -> Column[Any]:
    """A required word out of a few; give the table `one_of(name, ...)` too."""
    return Column(name, String(50), nullable=False, server_default=text(f"'{default}'"), comment=comment)


def whole(name: str, comment: str, *, default: int | None = None, required: bool = False) -> Column[Any]:
    """An integer; one with a default is required."""
    return Column(
        name,
        Integer(),
        nullable=not required and default is None,
        server_default=None if default is None else text(str(default)),
        comment=comment,
    )


def decimal(name: str, digits: int, places: int, comment: str, *, required: bool = False) -> Column[Any]:
    return Column(name, Numeric(digits, places), nullable=not required, comment=comment)


def flag(name: str, comment: str, *, default: bool) -> Column[Any]:
    return Column(
        name, Boolean(), nullable=False, server_default=text("true" if default else "false"), comment=comment
    )


def json_list(name: str, comment: str) -> Column[Any]:
    """A JSON array, empty by default; give the table `is_list(name)` too."""
    return Column(
        name, JSONB(none_as_null=True), nullable=False, server_default=text("'[]'::jsonb"), comment=comment
    )


def json_object(name: str, comment: str, *, required: bool = True) -> Column[Any]:
    """A JSON object, empty by default; with `required=False` a null column without a default."""
    return Column(
        name,
        JSONB(none_as_null=True),
        nullable=not required,
        server_default=text("'{}'::jsonb") if required else None,
        comment=comment,
    )


def computed(name: str, kind: Any, expression: str, comment: str) -> Column[Any]:
    """A column that the database works out from others and stores."""
    return Column(name, kind, Computed(expression, persisted=True), nullable=True, comment=comment)


def reference(
    name: str, target: str, on_delete: OnDelete, comment: str, *, required: bool = True
) -> Column[Any]:
    """A foreign key to `target`'s id, which says what becomes of this row when that one goes."""
    return Column(
        name, Uuid(), ForeignKey(f"{target}.id", ondelete=on_delete), nullable=not required, comment=comment
    )


def check(name: str, rule: str) -> CheckConstraint:
    return CheckConstraint(rule, name=name)


def one_of(column: str, *values: str) -> CheckConstraint:
    """The column holds one of `values` (or null, where it may)."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def is_list(column: str) -> CheckConstraint:
    return CheckConstraint(f"jsonb_typeof({column}) = 'array'", name=column)


def is_object(column: str) -> CheckConstraint:
    return CheckConstraint(f"jsonb_typeof({column}) = 'object'", name=column)


def not_blank(column: str) -> CheckConstraint:
    return CheckConstraint(f"btrim({column}) <> ''", name=f"{column}_not_blank")


def between(column: str, low: float, high: float) -> CheckConstraint:
    return CheckConstraint(f"{column} >= {low} AND {column} <= {high}", name=column)


def at_least(column: str, low: int) -> CheckConstraint:
    return CheckConstraint(f"{column} >= {low}", name=column)


def is_email(column: str) -> CheckConstraint:
    """A coarse net under the validation of the application: something, one @, something; no blanks."""
    return CheckConstraint(f"{column} ~ '^[^@\\s]+@[^@\\s]+$'", name=column)


def is_e164(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} ~ '^[+][1-9][0-9]{{1,14}}$'", name=column)


def is_sha256(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} ~ '^[0-9a-f]{{64}}$'", name=column)


def pay(prefix: str, what: str) -> tuple[SchemaItem, ...]:
    """The four columns of a pay range, which the wire nests, with the rules that they keep."""
    low, high, currency, period = (f"{prefix}_{part}" for part in ("min", "max", "currency", "period"))
    return (
        decimal(low, 12, 2, f"{what}: the lower end"),
        decimal(high, 12, 2, f"{what}: the upper end"),
        words(currency, 3, f"{what}: the currency, ISO 4217"),
        words(period, 10, f"{what}: what one payment covers"),
        check(prefix, f"{low} <= {high}"),
        check(low, f"{low} >= 0"),
        check(high, f"{high} >= 0"),
        check(currency, f"{currency} ~ '^[A-Z]{{3}}$'"),
        one_of(period, "hour", "day", "month", "year"),
    )


def index(name: str, *columns: str, where: str | None = None, operators: str | None = None) -> Index:
    """A btree index; a column may be an expression such as `lower(email)`.

    `operators` is the operator class of an index on a single column.
    """
    return _index(name, columns, where=where, operators=operators)


def unique(name: str, *columns: str, where: str | None = None) -> Index:
    """A unique index; with `where` it binds only the rows that meet it."""
    return _index(name, columns, where=where, unique=True)


def gin(name: str, column: str, operators: str) -> Index:
    """A GIN index on a column or an expression, with its operator class."""
    return _index(name, (column,), operators=operators, using="gin")


def _index(
    name: str,
    columns: tuple[str, ...],
    *,
    where: str | None = None,
    operators: str | None = None,
    unique: bool = False,
    using: str | None = None,
) -> Index:
    plain = all(column.isidentifier() for column in columns)
    parts: list[Any]
    if operators is None or plain:
        parts = [column if column.isidentifier() else text(column) for column in columns]
    else:
        # An operator class is given by name, so an expression needs one.
        parts = [literal_column(columns[0]).label("expression")]
    return Index(
        name,
        *parts,
        unique=unique,
        postgresql_using=using or False,
        postgresql_where=None if where is None else text(where),
        postgresql_ops={columns[0] if plain else "expression": operators} if operators else {},
    )
