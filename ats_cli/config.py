"""`ats config`: settings and their origins."""

from __future__ import annotations

from typing import Annotated

import typer

from ats_cli.output import prints, show_list
from ats_cli.session import settings

app = typer.Typer(
    help="Settings, and where each comes from.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)


@app.callback()
def root() -> None:
    """Settings come from a flag, ATS_* variables, ./ats.toml, the user's config.toml, or a default."""


@app.command("list")
@prints
def list_(
    show_origin: Annotated[bool, typer.Option("--show-origin", help="Say where each comes from.")] = False,
) -> None:
    """Every setting that is in force. Secrets are not shown."""
    from ats_core.settings import describe

    found = settings()
    rows = [
        {
            "name": name,
            "value": "(set)" if secret and getattr(found, name) else _text(getattr(found, name)),
            "origin": found.origins.get(name, "default"),
            "help": text,
        }
        for name, text, secret in describe()
    ]
    columns = [
        ("NAME", "name"),
        ("VALUE", "value"),
        *([("ORIGIN", "origin")] if show_origin else []),
        ("", "help"),
    ]
    show_list(rows, columns)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
