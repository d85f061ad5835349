"""`ats doctor`: is everything in order, and if not, what to do."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from typing import Annotated, Any

import typer

from ats_cli.output import prints, show_list
from ats_cli.session import settings

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Check = tuple[str, str, str]


@app.command()
@prints
def doctor(
    sweep: Annotated[
        bool, typer.Option("--sweep", help="Remove files that nothing refers to, and forgotten answers.")
    ] = False,
) -> None:
    """Checks the installation, the database and the files, and says what to do about what is wrong."""
    checks = list(_checks(sweep))
    show_list(
        [{"check": name, "state": state, "detail": detail} for name, state, detail in checks],
        [("CHECK", "check"), ("STATE", "state"), ("DETAIL", "detail")],
    )
    if any(state == "wrong" for _, state, _ in checks):
        raise typer.Exit(1)


def _checks(sweep: bool) -> Iterator[Check]:
    from ats_core import __version__
    from ats_core.errors import AtsError

    yield "ats", "ok", f"{__version__} on Python {platform.python_version()}, {platform.platform()}"
    chosen = settings(server=None)
    yield "data", "ok", str(chosen.home)
    yield _parser()
    try:
        from ats_core.runtime import Runtime

        runtime = Runtime.open(chosen)
    except AtsError as error:
        yield "database", "wrong", f"{error.message} {error.hint or ''}".strip()
        return
    try:
        for check in (_database, _queue, _files, _invariants):
            yield from _guarded(check, runtime, sweep)
    finally:
        runtime.close()


def _guarded(check: Callable[[Any, bool], Iterator[Check]], runtime: Any, sweep: bool) -> Iterator[Check]:
    from sqlalchemy.exc import DBAPIError

    try:
        yield from check(runtime, sweep)
    except DBAPIError as error:
        yield check.__name__.strip("_"), "wrong", str(error.orig)


def _parser() -> Check:
    """Whether documents are parsed, and how well the parser is locked in."""
    from ats_core.parser.pool import ParserPool

    with ParserPool(workers=1) as pool:
        pool.parse(b"Ana Example\nana@example.com\n", "check.txt")
        walls = (
            "no network" if pool.network_isolated else "network reachable: namespaces are not permitted here"
        )
    return "parser", "ok", f"works in a child process with limits; {walls}"


def _database(runtime: Any, sweep: bool) -> Iterator[Check]:
    from ats_core.store import checkup

    with runtime.engine.connect() as connection:
        yield "database", "ok", checkup.describe(connection)
        if sweep:
            forgotten = checkup.forget_answers(connection, runtime.clock())
            yield "answers", "ok", f"{forgotten} kept answers were over their time and are gone"


def _queue(runtime: Any, sweep: bool) -> Iterator[Check]:
    from ats_core.store import checkup

    with runtime.engine.connect() as connection:
        found = checkup.queue(connection)
    yield "queue", "wrong" if found.failed else "ok", found.sentence


def _files(runtime: Any, sweep: bool) -> Iterator[Check]:
    from ats_core.store import checkup

    with runtime.engine.connect() as connection:
        found = checkup.files(connection, runtime.files, sweep=sweep)
    yield "files", "wrong" if found.missing or found.damaged else "ok", found.sentence


def _invariants(runtime: Any, sweep: bool) -> Iterator[Check]:
    from ats_core.store import checkup

    with runtime.engine.connect() as connection:
        for name, broken in checkup.invariants(connection):
            yield name, "wrong" if broken else "ok", f"{broken} broken" if broken else ""
