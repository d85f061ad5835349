"""What all tests share: databases (tests/database.py), a pool of parsers, and the two doors of the SDK."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import hypothesis
import pytest
import uvicorn

from ats_core.parser.pool import ParserPool
from ats_core.runtime import Runtime
from ats_core.settings import Settings
from ats_core.store.engine import make_engine
from ats_sdk import Ats
from ats_server import create_app
from tests.database import (  # noqa: F401 - fixtures
    connection,
    database_url,
    databases,
    empty_database_url,
    postgres_server,
    shared_engine,
)

# Time is measured in bench/: on a busy machine a deadline fails a test that is right.
hypothesis.settings.register_profile("ats", deadline=None)
hypothesis.settings.load_profile("ats")

TOKEN = "a-token-for-tests"  # noqa: S105 - nobody else's


@pytest.fixture(scope="session")
def parsers() -> Iterator[ParserPool]:
    """One pool of parsing processes for the run."""
    with ParserPool(workers=2) as pool:
        yield pool


@pytest.fixture
def runtime(database_url: str, tmp_path: Path, parsers: ParserPool) -> Iterator[Runtime]:  # noqa: F811
    """A runtime on a database of the test's own."""
    settings = Settings.load(
        {"database_url": database_url, "files_dir": tmp_path / "files"}, env={}, cwd=tmp_path
    )
    opened = Runtime(settings, make_engine(database_url), parser=parsers)
    yield opened
    opened.close()


@contextmanager
def serving(runtime: Runtime) -> Iterator[str]:
    """The URL of a real server on `runtime`, in a thread."""
    # Named as TCP, or asyncio leaves Nagle on and every answer waits 40 ms for an acknowledgement.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    app = create_app(runtime, token=TOKEN)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
    started = threading.Event()
    original = server.startup

    async def startup(sockets: list[socket.socket] | None = None) -> None:
        await original(sockets)
        started.set()

    server.startup = startup  # type: ignore[method-assign]
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
    thread.start()
    assert started.wait(20)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)
        listener.close()


@pytest.fixture
def server_url(runtime: Runtime) -> Iterator[str]:
    with serving(runtime) as url:
        yield url


@pytest.fixture(params=["local", "connect"])
def ats(request: pytest.FixtureRequest, runtime: Runtime) -> Iterator[Ats]:
    """The SDK, once in process and once over HTTP: what a test says holds for both."""
    if request.param == "local":
        with Ats.local(runtime=runtime) as opened:
            yield opened
        return
    with serving(runtime) as url, Ats.connect(url, token=TOKEN) as opened:
        yield opened


@pytest.fixture
def local(runtime: Runtime) -> Iterator[Ats]:
    """The SDK in process, for what has nothing to do with doors."""
    with Ats.local(runtime=runtime) as opened:
        yield opened


Cv = Callable[..., bytes]


@pytest.fixture
def cv() -> Cv:
    """Makes a plain-text résumé of an invented person."""

    def make(
        name: str = "Mirela Tavora",
        email: str | None = "mirela.tavora@example.com",
        phone: str | None = "+351 912 345 678",
        skills: str = "Python, PostgreSQL, Docker",
        since: int = 2019,
        company: str = "Brisa Digital",
    ) -> bytes:
        contact = "\n".join(x for x in (email, phone, "Porto, Portugal") if x)
        return (
            f"{name}\n{contact}\n\nExperience\n\nSoftware Engineer | {company} | {since} - Present\n"
            f"- Built services that do what they say\n\nEducation\n\n"
            f"Bachelor of Science in Computer Science, University of Example, {since - 4}\n\n"
            f"Skills\n\n{skills}\n"
        ).encode()

    return make
