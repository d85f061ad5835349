"""The pool of parsers: what a second core brings, memory as documents go by, the first parse of a process."""

from __future__ import annotations

import ctypes
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ats_core.parser import ParseError
from ats_core.parser.ocr import ocr_available
from ats_core.parser.pool import ParserPool
from ats_core.parser.worker import scan_to_dict
from bench.importing import make_files
from bench.measure import Result, median, rss_mb

SAMPLES = Path(__file__).parents[1] / "samples" / "resumes"
_SUBREAPER = 36  # of prctl(2)


def run(quick: bool) -> Iterator[Result]:
    count, rounds = (20, 1) if quick else (1000, 3)
    with tempfile.TemporaryDirectory(prefix="ats-bench-cvs-") as folder:
        make_files(Path(folder), count)
        files = [path.read_bytes() for path in sorted(Path(folder).rglob("*.pdf"))]
    speedups = [_seconds(files, 1) / _seconds(files, 2) for _ in range(rounds)]
    detail = {"files": len(files), "rounds": [round(s, 2) for s in speedups]}
    yield Result("parsing 1,000 PDFs with two workers against one", max(speedups), 1.85, "x", True, detail)
    yield from _memory(files, 40 if quick else 10_000)
    cold = [_cold_cpu_s() for _ in range(1 if quick else 5)]
    yield Result("first ats parse of a cold process, CPU with all its children", median(cold), 1.5, "s")
    if ocr_available() is not None:
        yield _scan()


def _seconds(files: Sequence[bytes], workers: int) -> float:
    """Wall seconds of parsing the files with so many workers, which are warm."""
    with ParserPool(workers=workers) as pool, ThreadPoolExecutor(workers) as threads:
        list(threads.map(pool.parse, files[: 4 * workers]))
        begun = time.perf_counter()
        list(threads.map(pool.parse, files))
        return time.perf_counter() - begun


def _memory(files: Sequence[bytes], documents: int) -> Iterator[Result]:
    """One worker that is never replaced, so that a leak would show."""
    sizes = []
    with ParserPool(workers=1, recycle_after=documents + 1) as pool:
        for number in range(documents):
            pool.parse(files[number % len(files)])
            pid = pool._workers[0].pid
            if pid is not None and number % max(1, documents // 20) == 0:
                sizes.append(rss_mb(pid))
    detail = {"documents": documents, "mb": [round(size) for size in sizes]}
    yield Result("memory of a worker, highest", max(sizes), 200, "MB", detail=detail)
    tenth = max(1, len(sizes) // 10)
    growth = median(sizes[-tenth:]) / median(sizes[tenth : 2 * tenth])
    yield Result("memory of a worker after 10,000 documents against after 1,000", growth, 1.05, "x")


def _cold_cpu_s() -> float:
    """CPU seconds of `ats parse FILE --json` and of all that it starts, orphans too (Linux)."""
    reader, writer = os.pipe()
    # A child of our own gathers its orphans, so that what it has waited for is this command's alone.
    child = os.fork()
    if child == 0:
        ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
        command = [sys.executable, "-m", "ats_cli.main", "parse", str(SAMPLES / "ana_silva.pdf"), "--json"]
        quiet = os.open(os.devnull, os.O_WRONLY)
        environment = {**os.environ, "ATS_HOME": tempfile.mkdtemp(prefix="ats-bench-")}
        os.posix_spawn(sys.executable, command, environment, file_actions=[(os.POSIX_SPAWN_DUP2, quiet, 1)])
        while True:
            try:
                os.wait()
            except ChildProcessError:
                break
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        os.write(writer, f"{used.ru_utime + used.ru_stime}".encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as told:
        spent = float(told.read())
    os.waitpid(child, 0)
    return spent


def _scan() -> Result:
    """CPU seconds of reading a page that is only a picture, with the engine warm."""
    import io

    import pypdfium2

    page = pypdfium2.PdfDocument(str(SAMPLES / "ana_silva.pdf"))[0]
    picture = io.BytesIO()
    page.render(scale=150 / 72).to_pil().save(picture, "PNG")
    spent = []
    for _ in range(4):
        begun = time.process_time()
        try:
            scan_to_dict(picture.getvalue(), "scan.png", None, None)
        except ParseError as error:
            raise SystemExit(f"the scan can't be read: {error.message}") from error
        spent.append(time.process_time() - begun)
    return Result("CPU of reading a scanned page, warm", median(spent[1:]), 4, "s")
