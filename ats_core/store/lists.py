"""What every list shares: its window as SQL, and a count that stops at a cap."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    ScalarSelect,
    Select,
    Table,
    func,
    literal,
    select,
    tuple_,
)

from ats_core.paging import TOTAL_CAP, Window
from ats_core.store.tables import stored_files
from ats_core.store.work import Work


def windowed(query: Select[Any], table: Table, window: Window) -> Select[Any]:
    """`query`, newest first, for `window` only."""
    if window.after is not None:
        here = tuple_(literal(window.after.created_at), literal(window.after.id))
        query = query.where(tuple_(table.c.created_at, table.c.id) < here)
    query = query.order_by(table.c.created_at.desc(), table.c.id.desc()).limit(window.limit)
    return query.offset(window.offset) if window.offset else query


def capped_count(work: Work, table: Any, *conditions: ColumnElement[bool]) -> tuple[int, bool]:
    """`(count, capped)`: counting stops at TOTAL_CAP, for a full count of millions takes seconds."""
    some = select(literal(1)).select_from(table).where(*conditions).limit(TOTAL_CAP + 1).subquery()
    found = work.execute(select(func.count()).select_from(some)).scalar_one()
    return min(found, TOTAL_CAP), found > TOTAL_CAP


def file_id_of(sha256: str | BindParameter[str]) -> ScalarSelect[Any]:
    """The id of the file with that content, as an expression: no round trip to learn it."""
    return select(stored_files.c.id).where(stored_files.c.sha256 == sha256).scalar_subquery()
