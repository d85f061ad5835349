"""Importing many PDF résumés end to end, against parsing the same files alone with the same workers."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from ats_core.imports.model import ImportedFile
from ats_core.parser.pool import ParserPool
from ats_sdk import Ats, NewJob
from bench.measure import Result, cpu_s, cpu_tree_s, median, opened, rss_mb

SEED = 20261124
WORKERS = 2
WARM_UP = 4 * WORKERS


@dataclass(frozen=True)
class Alone:
    """Nothing but parsing: seconds by the clock, CPU seconds of the workers and of what feeds them."""

    seconds: float
    cpu_s: float


@dataclass(frozen=True)
class Run:
    """One import: seconds by the clock, CPU seconds of each side, MB of memory as files went by."""

    seconds: float
    cpu_main_s: float
    cpu_workers_s: float
    cpu_postgres_s: float
    rss_mb: list[float]

    @property
    def cpu_s(self) -> float:
        return self.cpu_main_s + self.cpu_workers_s + self.cpu_postgres_s

    @property
    def growth(self) -> float:
        """Memory in the last tenth of the files over that in the second tenth (the first warms up)."""
        tenth = max(1, len(self.rss_mb) // 10)
        return median(self.rss_mb[-tenth:]) / median(self.rss_mb[tenth : 2 * tenth])


def run(quick: bool) -> Iterator[Result]:
    count, rounds = (60, 1) if quick else (1000, 3)
    alone: list[Alone] = []
    plain: list[Run] = []
    ranked: list[Run] = []
    with tempfile.TemporaryDirectory(prefix="ats-bench-cvs-") as folder:
        make_files(Path(folder), count)
        files = sorted(Path(folder).glob("*.pdf"))
        for _ in range(rounds):
            alone.append(parse_alone(files))
            plain.append(import_all(files, job=False))
            # The reference once more, for the one before is minutes old on a busy machine.
            alone.append(parse_alone(files))
            ranked.append(import_all(files, job=True))
    detail = {
        "files": count,
        "data": "ml.samples --generate, PDF, all different people",
        "seed": SEED,
        "workers": WORKERS,
        "parsing_alone": [asdict(a) for a in alone],
        "import": [asdict(r) for r in plain],
        "import_with_job": [asdict(r) for r in ranked],
    }
    rates = [a.seconds / r.seconds for a, r in zip(alone[::2], plain, strict=True)]
    question = f"import of {count:,} PDFs: rate over the rate of parsing alone"
    yield Result(question, median(rates), 0.8, "x", True, detail)
    with_job = [a.seconds / r.seconds for a, r in zip(alone[1::2], ranked, strict=True)]
    yield Result("the same into a job, with applications and scores", median(with_job), 0.8, "x", True)
    yield Result("files a second, imported", median([count / r.seconds for r in plain]), None, "/s")
    # Steadier than the rate on a machine with other work, for both cores are busy all the time.
    shares = [a.cpu_s / r.cpu_s for a, r in zip(alone[::2], plain, strict=True)]
    yield Result("CPU of parsing alone over all CPU of the import, Postgres too", median(shares), None, "x")
    shares = [a.cpu_s / r.cpu_s for a, r in zip(alone[1::2], ranked, strict=True)]
    yield Result("the same into a job", median(shares), None, "x")
    for side in ("cpu_workers_s", "cpu_main_s", "cpu_postgres_s"):
        each_ms = median([getattr(r, side) for r in plain]) / count * 1000
        yield Result(f"CPU a file of the import: {side[4:-2]}", each_ms, None, " ms")
    growth = max(r.growth for r in [*plain, *ranked])
    yield Result("memory at the last files over that at the 100th (worst run)", growth, 1.05, "x")
    peak = max(max(r.rss_mb) for r in [*plain, *ranked])
    yield Result("peak memory of an import: main process, workers, fork server", peak, None, "MB")


def make_files(folder: Path, count: int) -> None:
    """`count` PDF résumés of different people in `folder`."""
    command = [sys.executable, "-m", "ml.samples", "--generate", str(count), "--out", str(folder)]
    subprocess.run([*command, "--seed", str(SEED), "--formats", "pdf"], check=True, capture_output=True)


def parse_alone(files: list[Path]) -> Alone:
    """The cost of reading `files` from the disk and parsing them, with warm workers."""
    with ParserPool(workers=WORKERS) as pool, ThreadPoolExecutor(2 * WORKERS) as threads:
        list(threads.map(lambda p: pool.parse(p.read_bytes(), p.name), files[:WARM_UP]))
        before, begun = cpu_tree_s(os.getpid()), time.perf_counter()
        list(threads.map(lambda p: pool.parse(p.read_bytes(), p.name), files))
        return Alone(time.perf_counter() - begun, cpu_tree_s(os.getpid()) - before)


def import_all(files: list[Path], *, job: bool) -> Run:
    """The import of `files` into a fresh embedded store, with warm workers."""
    memory: list[float] = []
    every = max(1, len(files) // 100)

    with opened(workers=WORKERS) as (runtime, server), Ats.local(runtime=runtime) as ats:
        number = ats.jobs.create(NewJob(title="Engineer", location="Porto")).requisition_number
        for path in files[:WARM_UP]:
            runtime.parser.parse(path.read_bytes(), path.name)
        postmaster = server.status().pid
        assert postmaster is not None
        seen = 0

        def on_file(outcome: ImportedFile) -> None:
            nonlocal seen
            seen += 1
            if seen % every == 0:
                memory.append(rss_mb(os.getpid()))

        before = cpu_s(os.getpid()), cpu_tree_s(os.getpid()), cpu_tree_s(postmaster)
        begun = time.perf_counter()
        report = ats.import_resumes(files, job=number if job else None, workers=WORKERS, on_file=on_file)
        seconds = time.perf_counter() - begun
        main, tree, postgres = (
            after - earlier
            for after, earlier in zip(
                (cpu_s(os.getpid()), cpu_tree_s(os.getpid()), cpu_tree_s(postmaster)), before, strict=True
            )
        )
        assert report.created == len(files), report.model_dump(exclude={"files"})
        return Run(seconds, main, tree - main, postgres, memory)
