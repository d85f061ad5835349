"""The FastAPI application over the catalog, with what only HTTP needs."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Depends, FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from fastapi.staticfiles import StaticFiles
from starlette.types import ASGIApp

from ats_core import __version__
from ats_core.access import Actor
from ats_core.errors import AtsError, NotAuthenticated, Unavailable
from ats_core.runtime import Runtime
from ats_core.settings import Settings
from ats_server import problems
from ats_server.edge import Edge
from ats_server.problems import Problem
from ats_server.routes import add_routes

if TYPE_CHECKING:
    from ats_core.worker import Worker

TOKEN_BYTES = 32

_bearer = HTTPBearer(auto_error=False, description="The token that `ats serve` prints at its start.")


def create_app(
    runtime: Runtime | None = None,
    *,
    token: str | None = None,
    settings: Settings | None = None,
    worker: bool = False,
) -> FastAPI:
    """The application, to serve or to mount in one's own.

    It works on `runtime`, or opens one from `settings` (those in force, if none are given) and closes it
    at the end. Every request but those for health and documentation must carry `token`; if there is none,
    one is made: `app.state.token`. With `worker` it also carries out what is in the queue, from its start
    to its end.
    """
    own = runtime is None
    used = runtime or Runtime.open(settings or Settings.load())
    secret = token or secrets.token_urlsafe(TOKEN_BYTES)

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        carrier = _worker(used) if worker else None
        yield
        if carrier is not None:
            await run_in_threadpool(carrier.stop)
        if own:
            used.close()

    app = FastAPI(
        title="LTI ATS",
        version=__version__,
        description="Jobs, candidates, applications, imports and matching. See docs/ for guides.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        lifespan=life,
        redirect_slashes=False,
    )
    app.state.token = secret
    app.state.runtime = used
    problems.install(app)
    add_routes(app, used, _authenticator(used, secret))
    _health(app, used)
    _documentation(app)
    app.add_middleware(_edge)
    return app


def _worker(runtime: Runtime) -> Worker:
    from ats_core.worker import Worker

    carrier = Worker(runtime)
    carrier.start()
    return carrier


def _edge(app: ASGIApp) -> ASGIApp:
    return Edge(app)


def _authenticator(runtime: Runtime, secret: str) -> Callable[..., Actor]:
    expected = secret.encode()

    def authenticate(
        credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
    ) -> Actor:
        if credentials is None:
            raise NotAuthenticated(
                "The request carries no token.",
                hint="Send Authorization: Bearer, with the token of ats serve.",
            )
        if not secrets.compare_digest(credentials.credentials.encode(), expected):
            raise NotAuthenticated("The token is not the one of this server.")
        return runtime.owner

    return authenticate


def _health(app: FastAPI, runtime: Runtime) -> None:
    @app.get("/livez", tags=["health"], summary="Whether the process runs", include_in_schema=False)
    def livez() -> dict[str, str]:
        return {"status": "ok"}

    @app.get("/readyz", tags=["health"], summary="Whether requests can be served", include_in_schema=False)
    def readyz(request: Request) -> Response:
        try:
            runtime.check_ready()
        except AtsError as error:
            return problems.of_error(request, Unavailable(error.message, hint=error.hint))
        return Response(b'{"status":"ok"}', media_type="application/json")


def _without_null(schema: dict[str, Any]) -> None:
    """Takes null out of what parameters may be: a query or a header can leave a value out, not send null."""
    for path in schema["paths"].values():
        for described in path.values():
            for parameter in described.get("parameters", []):
                kinds = [k for k in parameter["schema"].get("anyOf", []) if k != {"type": "null"}]
                if len(kinds) == 1:
                    kept = {k: v for k, v in parameter["schema"].items() if k != "anyOf"}
                    parameter["schema"] = {**kinds[0], **kept}


def _documentation(app: FastAPI) -> None:
    import fastapi_offline

    assets = Path(fastapi_offline.__file__).parent / "static"
    app.mount("/docs/assets", StaticFiles(directory=assets), name="docs-assets")

    @app.get("/docs", include_in_schema=False)
    def docs(request: Request) -> Response:
        root = request.scope.get("root_path", "").rstrip("/")
        return get_swagger_ui_html(
            openapi_url=f"{root}/openapi.json",
            title="LTI ATS: HTTP API",
            swagger_js_url=f"{root}/docs/assets/swagger-ui-bundle.js",
            swagger_css_url=f"{root}/docs/assets/swagger-ui.css",
            swagger_favicon_url=f"{root}/docs/assets/favicon.png",
        )

    generated = app.openapi

    def openapi() -> dict[str, Any]:
        """FastAPI's document, with our problem in the place of its own error shapes."""
        if app.openapi_schema is None:
            schema = generated()
            schemas = schema.setdefault("components", {}).setdefault("schemas", {})
            for unused in ("HTTPValidationError", "ValidationError"):
                schemas.pop(unused, None)
            made = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
            schemas |= made.pop("$defs", {})
            schemas["Problem"] = made
            _without_null(schema)
            # An attachment without a byte is refused; an import takes one, to put it on record.
            schemas["Body_candidates_attach"]["properties"]["file"]["minLength"] = 1
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]
