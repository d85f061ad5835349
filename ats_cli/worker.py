"""`ats worker`: carries out what is in the queue."""

from __future__ import annotations

from typing import Annotated

import typer

from ats_cli.output import say
from ats_cli.session import settings

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def worker(
    concurrency: Annotated[
        int | None, typer.Option(help="How many tasks at once; the cores if not given.", min=1)
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Stop when there is nothing left to do.")] = False,
) -> None:
    """Carries out what is in the queue: parse batches, reactions, what is due by the clock.

    \b
    ats worker
    ats worker --once

    ats serve has a worker of its own; start more of them, on as many machines as there are, where that is
    not enough. Ctrl-C lets running tasks end. A task whose worker dies is taken up by another one.
    """
    from ats_core.runtime import Runtime
    from ats_core.worker import Worker

    runtime = Runtime.open(settings(server=None))
    try:
        made = Worker(runtime, concurrency=concurrency)
        if not once:
            say("Working; Ctrl-C stops.")
        made.run(until_empty=once)
    finally:
        runtime.close()
