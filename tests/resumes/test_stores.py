"""Batches fetch from allowed stores and from nowhere else."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from ats_core.errors import UsageError
from ats_core.resumes.stores import MAX_BYTES, NotFetched, allowed, fetch, problem_of
from ats_core.settings import Settings

STORES = ("https://files.example.com/cvs/", "s3://bucket/in", "file:///srv/cvs/")


@pytest.mark.parametrize(
    "url",
    [
        "https://files.example.com/cvs/a.pdf",
        "https://FILES.example.com:443/cvs/2026/a%20b.pdf?version=3",
        "s3://bucket/in/a.pdf",
        "file:///srv/cvs/a.pdf",
    ],
)
def test_what_lies_in_a_store_is_allowed(url: str) -> None:
    assert allowed(url, STORES)


@pytest.mark.parametrize(
    "url",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://files.example.com/cvs/a.pdf",
        "https://files.example.com:8443/cvs/a.pdf",
        "https://files.example.com.evil.example/cvs/a.pdf",
        "https://files.example.com@evil.example/cvs/a.pdf",
        "https://user:pass@files.example.com/cvs/a.pdf",
        "https://files.example.com/cvs",
        "https://files.example.com/cvs/",
        "https://files.example.com/cvs-private/a.pdf",
        "https://files.example.com/cvs/../private/a.pdf",
        "https://files.example.com/cvs/%2e%2e/private/a.pdf",
        "https://files.example.com/cvs/..%2fprivate/a.pdf",
        "https://files.example.com/cvs/..\\private\\a.pdf",
        "https://files.example.com/cvs/a.pdf#@evil.example",
        "https://[::1/cvs/a.pdf",
        "https://files.example.com:99999/cvs/a.pdf",
        "s3://bucket/internal/a.pdf",
        "s3://other/in/a.pdf",
        "file:///srv/cvs/../../etc/passwd",
        "file://host/srv/cvs/a.pdf",
        "/srv/cvs/a.pdf",
        "gopher://files.example.com/cvs/a.pdf",
        "",
    ],
)
def test_nothing_else_is(url: str) -> None:
    assert not allowed(url, STORES)
    with pytest.raises(NotFetched) as raised:
        fetch(url, STORES)
    assert raised.value.code == "not_allowed"


@pytest.mark.parametrize(
    "entry", ["ftp://x/", "https://", "file:///", "file://host/x", "https://u:p@x/", "https://x/?a=1", "x"]
)
def test_an_entry_of_the_list_must_be_a_plain_address(entry: str, tmp_path: Path) -> None:
    assert problem_of(entry)
    with pytest.raises(UsageError, match="store"):
        Settings.load({"stores": [entry]}, env={}, cwd=tmp_path)


def test_the_list_comes_from_the_settings_in_either_form(tmp_path: Path) -> None:
    env = {"ATS_STORES": "s3://a/, https://b.example/c"}
    assert Settings.load(env=env, cwd=tmp_path).stores == ("s3://a/", "https://b.example/c")
    (tmp_path / "ats.toml").write_text('stores = ["s3://a/"]')
    assert Settings.load(env={}, cwd=tmp_path).stores == ("s3://a/",)


def test_a_folder_of_this_machine(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a b.txt").write_bytes(b"hello")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "secret.txt")
    store = (tmp_path / "in").as_uri() + "/"
    assert fetch(store + "a%20b.txt", [store]) == ("a b.txt", b"hello")
    for name, code in (("link.txt", "not_allowed"), ("none.txt", "file_not_found")):
        with pytest.raises(NotFetched) as raised:
            fetch(store + name, [store])
        assert raised.value.code == code


class _Handler(BaseHTTPRequestHandler):
    tries = 0

    def do_GET(self) -> None:
        answers = {"/cvs/a.txt": (200, b"hello"), "/cvs/big": (200, b"x" * (MAX_BYTES + 1))}
        if self.path == "/cvs/flaky":
            type(self).tries += 1
            self._send(503 if type(self).tries == 1 else 200, b"late")
        elif self.path == "/cvs/away":
            self._send(302, b"", Location="/private/secret")
        else:
            self._send(*answers.get(self.path, (404, b"")))

    def _send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            return

    def log_message(self, format: str, *args: object) -> None:
        return


@contextmanager
def web() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/cvs/"
    finally:
        server.shutdown()
        server.server_close()


def test_a_web_server() -> None:
    with web() as store:
        assert fetch(store + "a.txt", [store]) == ("a.txt", b"hello")
        assert fetch(store + "flaky", [store])[1] == b"late"
        for name, code in (("none", "file_not_found"), ("away", "redirected"), ("big", "too_large")):
            with pytest.raises(NotFetched) as raised:
                fetch(store + name, [store])
            assert raised.value.code == code


def test_a_store_that_is_away() -> None:
    with pytest.raises(NotFetched) as raised:
        fetch("http://127.0.0.1:9/cvs/a.pdf", ["http://127.0.0.1:9/cvs/"])
    assert raised.value.code == "file_unreachable"


class _Bucket(BaseHTTPRequestHandler):
    """As much of S3 as a client asks for to read an object."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        found = self.path.split("?")[0] == "/resumes/in/a.txt"
        body = b"hello" if found else b"<Error><Code>NoSuchKey</Code></Error>"
        self.send_response(200 if found else 404)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", '"1"')
        self.send_header("Last-Modified", "Tue, 24 Nov 2026 12:00:00 GMT")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        return


def test_s3_compatible_storage(monkeypatch: pytest.MonkeyPatch) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Bucket)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("AWS_ALLOW_HTTP", "true")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "nobody")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "nothing")
    try:
        assert fetch("s3://resumes/in/a.txt", ["s3://resumes/in/"]) == ("a.txt", b"hello")
        with pytest.raises(NotFetched) as raised:
            fetch("s3://resumes/in/b.txt", ["s3://resumes/in/"])
        assert raised.value.code == "file_not_found"
    finally:
        server.shutdown()
        server.server_close()
