"""Importing many PDF résumés end to end, against parsing the same files alone with the same workers."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ats_core.parser.pool import ParserPool
from ats_core.runtime import Runtime
from ats_core.settings import Settings
from ats_core.store import migrate
from ats_core.store.engine import make_engine
from ats_sdk import Ats, NewJob
from bench.measure import Result, median, rss_mb, store

SEED = 20261124
WORKERS = 2


def run(quick: bool) -> Iterator[Result]:
    count = 60 if quick else 1000
    rounds = 1 if quick else 3
    with tempfile.TemporaryDirectory(prefix="ats-bench-cvs-") as folder:
        _make(Path(folder), count)
        files = sorted(Path(folder).glob("*.pdf"))
        alone, whole, ranked, growth = [], [], [], []
        for _ in range(rounds):
            alone.append(_parse_alone(files))
            seconds, grown = _import(files, job=False)
            whole.append(seconds)
            growth.append(grown)
            ranked.append(_import(files, job=True)[0])
    detail = {
        "files": count,
        "seed": SEED,
        "workers": WORKERS,
        "parsing_alone_s": alone,
        "import_s": whole,
        "import_with_job_s": ranked,
    }
    rate = median([a / b for a, b in zip(alone, whole, strict=True)])
    with_job = median([a / b for a, b in zip(alone, ranked, strict=True)])
    yield Result(f"import of {count} PDFs: share of the rate of parsing alone", rate, 0.8, "", True, detail)
    yield Result("the same with --job (applications and scores too)", with_job, None, "", True)
    first = 10 if quick else 100
    yield Result(f"memory at the last file against the {first}th", median(growth), 1.05, "x")


def _make(folder: Path, count: int) -> None:
    subprocess.run(
        [
            *(sys.executable, "-m", "ml.samples", "--generate", str(count), "--out", str(folder)),
            *("--seed", str(SEED), "--formats", "pdf"),
        ],
        check=True,
        capture_output=True,
    )


def _parse_alone(files: list[Path]) -> float:
    """Seconds to parse `files`, read from the disk, with warm workers."""
    with ParserPool(workers=WORKERS) as pool, ThreadPoolExecutor(2 * WORKERS) as threads:
        list(threads.map(lambda p: pool.parse(p.read_bytes(), p.name), files[: 4 * WORKERS]))
        begun = time.perf_counter()
        list(threads.map(lambda p: pool.parse(p.read_bytes(), p.name), files))
        return time.perf_counter() - begun


def _import(files: list[Path], *, job: bool) -> tuple[float, float]:
    """`(seconds, memory at the end over memory at the tenth part)` of an import into a fresh store."""
    with store() as server, tempfile.TemporaryDirectory(prefix="ats-bench-files-") as kept:
        url = server.start()
        migrate.upgrade(url)
        settings = Settings.load({"database_url": url, "files_dir": kept, "workers": WORKERS}, env={})
        runtime = Runtime(settings, make_engine(url))
        memory: list[float] = []
        with Ats.local(runtime=runtime) as ats:
            number = ats.jobs.create(NewJob(title="Engineer", location="Porto")).requisition_number
            for path in files[: 4 * WORKERS]:
                runtime.parser.parse(path.read_bytes(), path.name)

            def on_file(outcome: object) -> None:
                if len(memory) % max(1, len(files) // 10) == 0:
                    memory.append(rss_mb(os.getpid()))
                else:
                    memory.append(memory[-1])

            begun = time.perf_counter()
            report = ats.import_resumes(files, job=number if job else None, workers=WORKERS, on_file=on_file)
            seconds = time.perf_counter() - begun
        assert report.created == len(files), report.model_dump(exclude={"files"})
        runtime.close()
        return seconds, memory[-1] / memory[len(files) // 10]
