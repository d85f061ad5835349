"""`ats import`: past imports."""

from __future__ import annotations

from typing import Annotated

import typer

from ats_cli.job import more
from ats_cli.output import Column, prints, show_list, show_one
from ats_cli.session import ats

app = typer.Typer(
    help="Past imports, and what became of each file.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)

Key = Annotated[str, typer.Argument(help="The import's id.", metavar="ID")]

LIST: list[Column] = [
    ("STARTED", "created_at"),
    ("STATUS", "status"),
    ("SOURCE", "source"),
    ("FILES", "inputs"),
    ("CREATED", "created"),
    ("UPDATED", "updated"),
    ("DUPLICATE", "duplicate"),
    ("FAILED", "failed"),
    ("ID", "id"),
]
FILES: list[Column] = [
    ("FILE", "path"),
    ("STATUS", lambda f: f.status.value),
    ("REASON", "reason"),
    ("CANDIDATE", "candidate_name"),
    ("MESSAGE", "message"),
]


@app.command("list")
@prints
def list_(
    limit: Annotated[int, typer.Option(help="How many at most.", min=1, max=500)] = 20,
    cursor: Annotated[str | None, typer.Option(help="Go on after the page before.")] = None,
) -> None:
    """Imports, newest first."""
    with ats() as opened:
        page = opened.imports.list(limit=limit, cursor=cursor)
        show_list(page.imports, LIST, note=more(page, len(page.imports)))


@app.command()
@prints
def show(import_id: Key) -> None:
    """One import and its totals."""
    with ats() as opened:
        show_one(opened.imports.get(import_id), LIST)  # type: ignore[arg-type]


@app.command()
@prints
def files(
    import_id: Key,
    limit: Annotated[int, typer.Option(help="How many at most.", min=1, max=500)] = 100,
    cursor: Annotated[str | None, typer.Option(help="Go on after the page before.")] = None,
) -> None:
    """The files of an import, and what became of each."""
    with ats() as opened:
        page = opened.imports.files(import_id, limit=limit, cursor=cursor)  # type: ignore[arg-type]
        show_list(page.files, FILES, note=more(page, len(page.files)))
