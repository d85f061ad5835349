"""`ats serve`: everything over HTTP, on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from ats_cli.output import say
from ats_cli.session import settings

app = typer.Typer(rich_markup_mode=None, add_completion=False)

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@app.command()
def serve(
    host: Annotated[
        str, typer.Option(help="Address to listen on: of this machine only, for now.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=0, max=65535)] = 8000,
    no_worker: Annotated[
        bool, typer.Option("--no-worker", help="Leave what is in the queue to ats worker.")
    ] = False,
) -> None:
    """Serves all operations over HTTP, with their documentation at /docs.

    The token that requests must carry is printed once, here; ATS_TOKEN chooses it instead.

    \b
    ats serve
    ATS_SERVER=http://127.0.0.1:8000 ATS_TOKEN=... ats candidate list
    """
    from ats_core.errors import UsageError

    if host not in LOOPBACK:
        raise UsageError(
            f"{host} is no address of this machine alone; serving others needs identities, still to come.",
            hint="Leave --host out, and use an SSH tunnel to reach it from elsewhere.",
        )
    import uvicorn

    from ats_core.runtime import Runtime
    from ats_server.app import create_app

    chosen = settings(server=None)
    runtime = Runtime.open(chosen)
    try:
        runtime.parser  # noqa: B018 - the pool must fork before there are threads and connections
        application = create_app(runtime, token=chosen.token, worker=not no_worker)
        say(f"Listening on http://{host}:{port}, documentation at http://{host}:{port}/docs")
        if chosen.token is None:
            say(f"Token: {application.state.token}")
        config = uvicorn.Config(
            application, host=host, port=port, log_level="warning", access_log=False, server_header=False,
            timeout_graceful_shutdown=30,
        )  # fmt: skip
        uvicorn.Server(config).run()
    finally:
        runtime.close()
