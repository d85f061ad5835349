"""The marked examples of Python run, page by page, in order, as a reader would type them."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from ats_core.runtime import Runtime
from ats_core.store.transaction import Transaction
from ats_sdk import Ats
from tests.conftest import TOKEN
from tests.docs.blocks import DOCS, ROOT, examples, pages

PAGES = [page for page in pages() if page.exists() and examples(page)]


def run(page: Path, **given: Any) -> dict[str, Any]:
    """The names after the page's examples, which find those that are `given`."""
    names = {"__name__": "example", **given}
    for block in examples(page):
        # Empty lines before the text give a failure the line number of the page.
        text = "\n" * block.line + block.text
        exec(compile(text, str(block.page), "exec", dont_inherit=True), names)  # noqa: S102
    return names


@pytest.fixture
def reader(runtime: Runtime, monkeypatch: pytest.MonkeyPatch) -> Runtime:
    """The runtime of examples that say Ats.local() or Runtime.open(); their folder is the clone."""
    local = Ats.local
    monkeypatch.setattr(Ats, "local", lambda **options: local(runtime=runtime, **options))
    monkeypatch.setattr(Runtime, "open", lambda settings: runtime)
    monkeypatch.chdir(ROOT)
    for name in ("ATS_SERVER", "ATS_TOKEN", "ATS_DATABASE_URL", "ATS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    return runtime


def test_every_page_with_examples_is_run_by_a_test_below() -> None:
    assert {p.name for p in PAGES} == {
        "README.md", "quickstart.md", "sdk.md", "http.md", "architecture.md", "fairness.md",
    }  # fmt: skip


def test_readme(reader: Runtime) -> None:
    names = run(ROOT / "README.md")
    assert names["report"].created == 18
    assert names["match"].rank == 3


def test_quickstart(reader: Runtime) -> None:
    names = run(DOCS / "quickstart.md")
    assert names["report"].created == 1
    assert names["match"].candidate_name == "Ana Silva"


def test_sdk(reader: Runtime, server_url: str) -> None:
    names = run(DOCS / "sdk.md", server_url=server_url, token=TOKEN)
    assert names["report"].failed == 0
    assert names["ranking"].matches


def test_http_application_of_ones_own(reader: Runtime) -> None:
    names = run(DOCS / "http.md")

    with listening(names["app"]) as url:
        assert httpx.get(f"{url}/ats/readyz").json() == {"status": "ok"}
        assert httpx.get(f"{url}/ats/api/v1/jobs").status_code == 401
        assert httpx.get(f"{url}/ats/docs").status_code == 200
        with Ats.connect(f"{url}/ats", token="a secret of yours") as ats:  # noqa: S106
            assert ats.jobs.create({"title": "Nurse", "location": "Porto"}).version == 1  # type: ignore[arg-type]


def test_fairness(reader: Runtime) -> None:
    names = run(DOCS / "fairness.md")
    assert names["short"].impact_ratio < 0.8


@contextmanager
def listening(app: Any) -> Iterator[str]:
    """The URL of a server of `app`, in a thread."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
    thread.start()
    try:
        # The socket listens already: the first request waits until the server takes it.
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)
        listener.close()


def test_architecture_a_new_noun(reader: Runtime, monkeypatch: pytest.MonkeyPatch) -> None:
    names = run(DOCS / "architecture.md")
    store = cached_property(lambda tx: names["DepartmentStore"](tx.connection))
    store.__set_name__(Transaction, "departments")
    monkeypatch.setattr(Transaction, "departments", store, raising=False)
    declared = names["DepartmentService"].operations["list"]

    found = reader.call(declared, {}, reader.context(reader.owner))

    assert declared.name == "departments.list"
    assert found.departments == []
