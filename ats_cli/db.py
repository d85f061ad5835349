"""`ats db`: the database under everything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ats_cli.output import confirm, prints, say, show_one
from ats_cli.session import settings

if TYPE_CHECKING:
    from ats_core.settings import Settings
    from ats_core.store.embedded import EmbeddedPostgres

app = typer.Typer(
    help="The database under everything.", rich_markup_mode=None, add_completion=False, no_args_is_help=True
)


def _embedded(chosen: Settings) -> EmbeddedPostgres:
    """The embedded server; UsageError where the settings name another database."""
    from ats_core.errors import UsageError
    from ats_core.store.embedded import EmbeddedPostgres

    if chosen.database_url is not None:
        raise UsageError(
            "ATS_DATABASE_URL names a database that somebody else starts and stops.",
            hint="Unset it to work with the embedded one.",
        )
    return EmbeddedPostgres(chosen.home, pg_bin=chosen.pg_bin)


@app.command()
def start() -> None:
    """Starts the embedded Postgres. Any command that needs it does so by itself."""
    server = _embedded(settings())
    server.start()
    found = server.status()
    say(f"PostgreSQL {found.version} runs (pid {found.pid}) on {found.data_dir}.")


@app.command()
def stop(
    force: Annotated[
        bool, typer.Option("--force", help="Even if others use it: they lose their connections.")
    ] = False,
) -> None:
    """Stops the embedded Postgres."""
    say("Stopped." if _embedded(settings()).stop(force=force) else "It was not running.")


@app.command()
@prints
def status() -> None:
    """Whether the database runs, where, and whether its schema is this version's."""
    chosen = settings()
    found: dict[str, object] = {}
    if chosen.database_url is None:
        server = _embedded(chosen)
        about = server.status()
        found = {
            "kind": "embedded",
            "running": about.running,
            "version": about.version,
            "pid": about.pid,
            "data": str(about.data_dir),
            "socket": str(about.socket_dir),
            "log": str(about.log),
            "run_as": about.run_as,
            "connections": about.users,
        }
        url = server.url if about.running else None
    else:
        found = {"kind": "external", "running": True}
        url = chosen.database_url
    found |= _schema(url)
    show_one(found, [(name.replace("_", " ").capitalize(), name) for name in found])


def _schema(url: str | None) -> dict[str, object]:
    if url is None:
        return {"revision": None, "pending": None}
    from ats_core.store import migrate

    return {"revision": migrate.current(url), "pending": len(migrate.pending(url))}


@app.command()
def upgrade(
    revision: Annotated[str, typer.Argument(help="head, +1, or a revision.")] = "head",
    plan: Annotated[bool, typer.Option("--plan", help="Say what would be done; change nothing.")] = False,
) -> None:
    """Brings the database's schema up to this version. Running it again changes nothing."""
    from ats_core.runtime import database_url
    from ats_core.store import migrate

    url = database_url(settings())
    if plan:
        lacking = migrate.pending(url)
        say(f"Would run: {', '.join(lacking)}." if lacking else "Nothing to do.")
        return
    done = migrate.upgrade(url, revision)
    say(f"Ran {len(done)} revisions, up to {done[-1]}." if done else "Nothing to do.")


@app.command()
def downgrade(
    revision: Annotated[str, typer.Argument(help="base, -1, or a revision.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Takes the schema back. What the dropped tables and columns held is lost."""
    from ats_core.runtime import database_url
    from ats_core.store import migrate

    confirm(f"Take the database back to {revision}? Data in what is dropped will be lost.", yes)
    done = migrate.downgrade(database_url(settings()), revision)
    say(f"Took back {len(done)} revisions." if done else "Nothing to do.")


@app.command()
def seed() -> None:
    """Adds data to develop with: two jobs, invented people, applications. A second run adds nothing."""
    from ats_cli.session import ats
    from ats_sdk.seed import seed as sow

    with ats() as opened:
        made = sow(opened)
    say(f"Added {made} things." if made else "It was there already.")


@app.command()
def backup(
    target: Annotated[Path, typer.Argument(help="The file to write.")],
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Writes the database and all files into one archive."""
    from ats_core.runtime import database_url
    from ats_core.store import backup as archive

    chosen = settings()
    done = archive.backup(database_url(chosen), chosen.files, target, force=force, pg_bin=chosen.pg_bin)
    say(f"{target}: {target.stat().st_size / 2**20:.1f} MB")
    if done.missing:
        say(f"{len(done.missing)} files that the database names are not in the store; ats doctor says more.")


@app.command()
def restore(
    source: Annotated[Path, typer.Argument(help="The archive.", exists=True, dir_okay=False)],
) -> None:
    """Brings a backup back, into an empty database only."""
    from ats_core.runtime import database_url
    from ats_core.store import backup as archive

    chosen = settings()
    archive.restore(source, database_url(chosen), chosen.files, pg_bin=chosen.pg_bin)
    say("Restored. ats doctor checks it.")
