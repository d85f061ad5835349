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

from ats_core.runtime import Runtime
from ats_core.settings import Settings
from ats_core.store.embedded import EmbeddedPostgres

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


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
        """`met` or `MISSED`; `reported` where there is no aim."""
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
    """What the figures depend on, without names or paths."""
    from ats_core.store import binaries

    return {
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PHYS_PAGES") * _PAGE / 2**30, 1),
        "python": platform.python_version(),
        "postgres": binaries.find().version,
        "system": f"{platform.system()} {platform.machine()}",
        "load_1min": round(os.getloadavg()[0], 2),
    }


@contextmanager
def store() -> Iterator[EmbeddedPostgres]:
    """A fresh embedded server below a new ATS_HOME, with durability as in use, gone afterwards."""
    home = Path(tempfile.mkdtemp(prefix="ats-bench-", dir="/tmp"))
    server = EmbeddedPostgres(home / "data")
    try:
        yield server
    finally:
        server.remove(force=True)
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def opened(**values: Any) -> Iterator[tuple[Runtime, EmbeddedPostgres]]:
    """A runtime on a fresh embedded store, as a first user has it, and the server below."""
    with store() as server:
        home = server.home.parent
        runtime = Runtime.open(Settings.load(values, env={"ATS_HOME": str(home)}, cwd=home))
        try:
            yield runtime, server
        finally:
            runtime.close()


def rss_mb(pid: int) -> float:
    """Resident memory of a process and its children, in MB (Linux)."""
    return sum(_rss_bytes(each) for each in [pid, *_descendants(pid)]) / 2**20


def cpu_s(pid: int) -> float:
    """CPU seconds that a process has used, in steps of 10 ms; 0 for one that is gone (Linux)."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICKS


def cpu_tree_s(pid: int) -> float:
    """CPU seconds of a process, its children, and the children that it has waited for (Linux)."""
    total = 0.0
    for each in [pid, *_descendants(pid)]:
        try:
            fields = Path(f"/proc/{each}/stat").read_text().rsplit(")", 1)[1].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        total += sum(int(f) for f in fields[11:15]) / _TICKS
    return total


def _rss_bytes(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except (FileNotFoundError, ProcessLookupError):
        return 0


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
