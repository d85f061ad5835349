"""What every measurement shares: its result, quantiles, the machine, a store of its own."""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ats_core.store.embedded import EmbeddedPostgres


@dataclass(frozen=True)
class Result:
    """One line of the table. `value` is compared with `aim`: at most, or (`least`) at least."""

    question: str
    value: float
    aim: float | None
    unit: str
    least: bool = False
    detail: dict[str, Any] = field(default_factory=dict)

    @property
    def verdict(self) -> str:
        if self.aim is None:
            return "reported"
        met = self.value >= self.aim if self.least else self.value <= self.aim
        return "met" if met else "MISSED"


def quantile(values: Sequence[float], q: float) -> float:
    """The q-quantile (0-1) of `values`, by the nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(q * len(ordered)))]


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def machine() -> dict[str, Any]:
    """What the figures depend on, without a name of the machine."""
    return {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "load": os.getloadavg()[0],
    }


@contextmanager
def store() -> Iterator[EmbeddedPostgres]:
    """A fresh embedded server, with durability as in use, gone afterwards."""
    home = Path(tempfile.mkdtemp(prefix="ats-bench-", dir="/tmp"))
    server = EmbeddedPostgres(home / "data")
    try:
        yield server
    finally:
        server.remove(force=True)
        shutil.rmtree(home, ignore_errors=True)


def rss_mb(pid: int) -> float:
    """Resident memory of a process and its children, in MB (Linux)."""
    total = 0
    for each in [pid, *_descendants(pid)]:
        try:
            total += int(Path(f"/proc/{each}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except (FileNotFoundError, ProcessLookupError):
            continue
    return total / 2**20


def _descendants(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = [int(c) for c in task.read_text().split()]
        except (FileNotFoundError, ProcessLookupError):
            continue
        for child in children:
            found += [child, *_descendants(child)]
    return found


def cpu_s(pid: int) -> float:
    """CPU seconds that a process has used (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
