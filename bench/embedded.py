"""The embedded server: the very first start, and a start that finds it running."""

from __future__ import annotations

import time
from collections.abc import Iterator

from ats_core.store.embedded import EmbeddedPostgres
from bench.measure import Result, median, store


def run(quick: bool) -> Iterator[Result]:
    first, warm = [], []
    for _ in range(1 if quick else 3):
        with store() as server:
            first.append(_seconds(server))
            warm.append(_seconds(EmbeddedPostgres(server.home)))
    yield Result("first start of the embedded Postgres", median(first), 5.0, "s", detail={"runs_s": first})
    yield Result("start that finds it running", median(warm), 0.5, "s", detail={"runs_s": warm})


def _seconds(server: EmbeddedPostgres) -> float:
    begun = time.perf_counter()
    server.start()
    return time.perf_counter() - begun
