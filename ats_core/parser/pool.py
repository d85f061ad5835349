"""Parsing in child processes that hostile documents may kill, hang or fill, while the caller goes on.

Start a pool before the program starts threads or opens connections: its first worker starts the fork
server, and
what the fork server inherits every worker has.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import queue
import shutil
import signal
import sys
import tempfile
import threading
import weakref
from collections.abc import Iterator
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Any

from ats_core.parser.failure import MAX_BYTES, ParseCode, ParseError
from ats_core.parser.ocr import MAX_OCR_PAGES, ocr_available, page_count
from ats_core.parser.sniff import PICTURES
from ats_core.parser.worker import Limits, Parse, parse_to_dict, scan_to_dict, serve

_START_S = 60.0
# Reading a scan takes more of everything: gigabytes for the engine, seconds for each page.
_OCR_LIMITS = Limits(memory_mb=3072, cpu_s=15 + 8 * MAX_OCR_PAGES, documents=100)
_OCR_START_S, _OCR_PAGE_S = 15.0, 8.0
_PRELOADED = ["ats_core.parser.preload"]


class ParserPool:
    """A fixed number of workers, each busy with one document at a time. Safe for any number of threads.

    `memory_mb` bounds the address space of a worker (Linux), `cpu_s` the CPU seconds and `wall_s` the
    seconds that
    one document may take. A worker is replaced when it dies, is killed, or has parsed `recycle_after`
    documents. `taxonomy` is the folder of skills that users added; workers read it when they start.
    """

    def __init__(
        self,
        workers: int = 2,
        memory_mb: int = 1024,
        cpu_s: int = 8,
        wall_s: float = 10,
        *,
        recycle_after: int = 500,
        parse: Parse = parse_to_dict,
        taxonomy: Path | None = None,
    ) -> None:
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(_PRELOADED)
        self._limits = Limits(memory_mb, cpu_s, recycle_after)
        self._wall_s = wall_s
        self._parse = parse
        self._taxonomy = taxonomy
        self._idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        self._count = max(1, workers)
        self._closed = threading.Event()
        self._scanner: _Worker | None = None
        self._scanner_lock = threading.Lock()
        self._workers = [self._worker(self._parse, self._limits) for _ in range(self._count)]
        for worker in self._workers:
            self._idle.put(worker)

    def _worker(self, parse: Parse, limits: Limits) -> _Worker:
        return _Worker(self._context, parse, limits, self._taxonomy)

    @property
    def network_isolated(self) -> bool:
        """True if every worker runs without a network; starts the workers that have not started yet."""
        return all(worker.ensure() for worker in self._workers)

    def parse(
        self,
        data: bytes,
        filename: str | None = None,
        default_region: str | None = None,
        today: date | None = None,
    ) -> dict[str, Any]:
        """The parse as JSON values, waiting for a free worker first. `today` is the system's date unless
        given.

        Raises ParseError: what the document is guilty of, parser_timeout, or parser_crashed.
        """
        if self._closed.is_set():
            raise RuntimeError("the pool is closed")
        if len(data) > MAX_BYTES:
            raise ParseError(ParseCode.TOO_LARGE)
        day = (today or date.today()).isoformat()
        request = (data, filename, default_region, day)
        worker = self._idle.get()
        try:
            if self._closed.is_set():
                raise RuntimeError("the pool is closed")
            return worker.parse(request, self._wall_s)
        except ParseError as error:
            if not _is_scan(data, error):
                raise
        finally:
            self._idle.put(worker)
        return self._scan(request)

    def _scan(self, request: tuple[Any, ...]) -> dict[str, Any]:
        """The parse by the OCR worker: one, started by the first scan, with limits of its own."""
        with self._scanner_lock:
            if self._closed.is_set():
                raise RuntimeError("the pool is closed")
            if self._scanner is None:
                self._scanner = self._worker(scan_to_dict, _OCR_LIMITS)
            wall_s = _OCR_START_S + _OCR_PAGE_S * page_count(request[0])
            return self._scanner.parse(request, wall_s)

    def close(self) -> None:
        """Ends all workers; documents in work are lost to their callers as parser_crashed."""
        self._closed.set()
        for worker in self._workers:
            worker.stop()
        if self._scanner is not None:
            self._scanner.stop()

    def __enter__(self) -> ParserPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Worker:
    """One child process and the pipe to it; started when first needed, and again after each death."""

    def __init__(
        self,
        context: multiprocessing.context.ForkServerContext,
        parse: Parse,
        limits: Limits,
        taxonomy: Path | None,
    ) -> None:
        self._context, self._parse, self._limits, self._taxonomy = context, parse, limits, taxonomy
        self._process: multiprocessing.context.ForkServerProcess | None = None
        self._connection: Connection | None = None
        self._folder: str | None = None
        self._isolated = False
        self._done = 0
        self._lock = threading.Lock()

    @property
    def pid(self) -> int | None:
        """The child's process id; None while none runs."""
        return self._process.pid if self._process is not None else None

    def ensure(self) -> bool:
        """Starts the child if none runs; true if it has no network."""
        with self._lock:
            if self._connection is None:
                self._start()
            return self._isolated

    def parse(self, request: tuple[Any, ...], wall_s: float) -> dict[str, Any]:
        """The child's answer. Raises ParseError; a late or dead child is replaced for the next document."""
        self.ensure()
        with self._lock:
            connection = self._connection
            if connection is None:
                raise ParseError(ParseCode.PARSER_CRASHED)
            try:
                connection.send(request)
                if not connection.poll(wall_s):
                    self._kill()
                    raise ParseError(ParseCode.PARSER_TIMEOUT)
                answer = connection.recv()
            except (EOFError, OSError) as error:
                raise ParseError(self._cause_of_death()) from error
            self._count()
        return _value(answer)

    def stop(self) -> None:
        """Ends the child. Killing is safe: it holds nothing but a copy of one document."""
        process = self._process
        # A thread that waits for this child may find it dead, and close it, at the same moment.
        with contextlib.suppress(OSError, ValueError, AssertionError):
            if process is not None:
                process.kill()
                process.join(5)
        with self._lock:
            self._kill()

    def _start(self) -> None:
        mine, theirs = self._context.Pipe()
        self._folder = tempfile.mkdtemp(prefix="ats-parse-")
        # Also where the program ends without closing the pool.
        self._remove = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        process = self._context.Process(
            target=serve,
            args=(theirs, self._parse, self._limits, self._folder, self._taxonomy),
            name="ats-parser",
            daemon=True,
        )
        with _hidden_main():
            process.start()
        theirs.close()
        self._process, self._connection = process, mine
        try:
            if not mine.poll(_START_S):
                raise EOFError
            _, self._isolated = mine.recv()
        except (EOFError, OSError) as error:
            self._kill()
            raise ParseError(ParseCode.PARSER_CRASHED) from error
        self._done = 0

    def _count(self) -> None:
        self._done += 1
        if self._done >= self._limits.documents and self._process is not None:
            # The child ends by itself after this many documents.
            self._process.join(5)
            self._kill()

    def _cause_of_death(self) -> ParseCode:
        process = self._process
        code = None
        if process is not None:
            process.join(1)
            code = process.exitcode
        self._kill()
        return ParseCode.PARSER_TIMEOUT if code == -signal.SIGXCPU else ParseCode.PARSER_CRASHED

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join(5)
        self._forget()

    def _forget(self) -> None:
        if self._connection is not None:
            self._connection.close()
        if self._process is not None and self._process.exitcode is not None:
            self._process.close()
        if self._folder is not None:
            self._remove()
        self._process = self._connection = self._folder = None


def _is_scan(data: bytes, error: ParseError) -> bool:
    """True if the document was refused for want of text, and OCR may find some."""
    picture = error.code is ParseCode.UNSUPPORTED_FORMAT and data.startswith(PICTURES)
    return (picture or error.code is ParseCode.NO_TEXT) and ocr_available() is not None


_main_lock = threading.Lock()


@contextlib.contextmanager
def _hidden_main() -> Iterator[None]:
    """Starts children without the program's main module, which multiprocessing would import again in each
    of them.

    So scripts need no `if __name__ == "__main__"`, and a server's main module costs a worker nothing.
    """
    with _main_lock:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def _value(answer: tuple[Any, ...]) -> dict[str, Any]:
    kind = answer[0]
    if kind == "ok":
        value: dict[str, Any] = answer[1]
        return value
    if kind == "error":
        raise ParseError(answer[1], answer[2])
    if kind == "memory":
        raise ParseError(
            ParseCode.PARSER_CRASHED, "The document needs more memory than one may take, and was refused."
        )
    raise ParseError(ParseCode.PARSER_CRASHED)


def parse_in_child(
    data: bytes,
    filename: str | None = None,
    *,
    default_region: str | None = None,
    today: date | None = None,
    memory_mb: int = 1024,
    cpu_s: int = 8,
    wall_s: float = 10,
) -> dict[str, Any]:
    """One document parsed in a child of its own, which then ends. Raises ParseError as the pool does."""
    with ParserPool(1, memory_mb, cpu_s, wall_s) as pool:
        return pool.parse(data, filename, default_region, today)
