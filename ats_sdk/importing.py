"""Importing many files: read here, parse and save through the operations, several at a time."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from pydantic import BaseModel

from ats_core.errors import AtsError, Interrupted
from ats_core.imports.model import REASONS, FileStatus, Forecast, ImportedFile
from ats_core.jobs.model import require_open_for_candidates
from ats_core.operations import Upload
from ats_sdk.sources import Source, Unreadable, expand, printable

if TYPE_CHECKING:
    from ats_sdk.client import Ats

OnFile = Callable[[ImportedFile], None]
T = TypeVar("T")

# A database that restarts is back within seconds; longer, and a person should look.
RETRY_WAITS_S = (0.5, 1.0, 2.0, 4.0)


class ImportReport(BaseModel):
    """The totals, which add up to `inputs`, and what became of each file, in the order of the inputs."""

    import_id: UUID
    resumed: bool
    inputs: int
    created: int
    updated: int
    duplicate: int
    failed: int
    files: list[ImportedFile]


class PlanReport(BaseModel):
    """What an import would do."""

    inputs: int
    created: int
    updated: int
    duplicate: int
    failed: int
    files: list[Forecast]


def run(
    ats: Ats,
    paths: Iterable[str | Path],
    *,
    job: str | None = None,
    source: str | None = None,
    workers: int | None = None,
    on_file: OnFile | None = None,
    on_total: Callable[[int], None] | None = None,
) -> ImportReport:
    """The report of importing `paths`.

    Interrupted on Ctrl-C, Unavailable if the database or the server stays away: what was acknowledged is
    saved, and the same call goes on from there.
    """
    given = list(paths)
    sources = expand(given)
    if on_total:
        on_total(len(sources))
    started = ats.imports.start(
        key=run_key(given, job, source), source=source, job_id=job, planned=len(sources)
    )
    labels = {s.key: s.label for s in sources}
    outcomes: dict[str, ImportedFile] = {}

    def keep(outcome: ImportedFile) -> None:
        # The journal knows a file by its absolute path; who asked sees it as they wrote it.
        label = labels.get(outcome.path, outcome.path)
        outcomes[outcome.path] = outcome.model_copy(update={"path": label})
        if on_file:
            on_file(outcomes[outcome.path])

    def one(each: Source) -> ImportedFile:
        return _import_one(ats, started.id, each)

    for done in started.done:
        keep(done)
    _in_parallel(one, (s for s in sources if s.key not in outcomes), keep, _threads(workers))
    ats.imports.finish(started.id)
    # A path that an earlier, cut-off run has done stays in the totals even if the file is gone by now.
    files = [outcomes[key] for key in dict.fromkeys([*labels, *outcomes])]
    return ImportReport(
        import_id=started.id, resumed=started.resumed, inputs=len(files), files=files, **_counts(files)
    )


def plan(
    ats: Ats,
    paths: Iterable[str | Path],
    *,
    job: str | None = None,
    workers: int | None = None,
    on_total: Callable[[int], None] | None = None,
) -> PlanReport:
    """What importing `paths` would do, with people recognised within the run too."""
    if job is not None:
        require_open_for_candidates(ats.jobs.get(job))
    sources = expand(paths)
    if on_total:
        on_total(len(sources))
    found: dict[str, Forecast] = {}

    def one(each: Source) -> Forecast:
        try:
            content = each.read()
        except Unreadable as error:
            return _unreadable(each, error)
        return _patiently(lambda: ats.imports.preview(path=each.label, file=Upload(each.name, content)))

    _in_parallel(one, iter(sources), lambda f: found.__setitem__(f.path, f), _threads(workers))
    files = _recognise([found[s.label] for s in sources])
    return PlanReport(inputs=len(files), files=files, **_counts(files))


def run_key(paths: Iterable[str | Path], job: str | None, source: str | None) -> str:
    """What names a run (SHA-256, hex): the paths, wherever it is started from, the job and the source."""
    absolute = sorted(printable(os.path.abspath(p)) for p in paths)
    return hashlib.sha256(json.dumps([absolute, job, source]).encode()).hexdigest()


def _import_one(ats: Ats, import_id: UUID, source: Source) -> ImportedFile:
    try:
        content = source.read()
    except Unreadable as error:
        reason, message = error.reason, error.message
        return _patiently(
            lambda: ats.imports.add_failure(import_id, path=source.key, reason=reason, message=message)
        )
    return _patiently(
        lambda: ats.imports.add_file(import_id, path=source.key, file=Upload(source.name, content))
    )


def _patiently(call: Callable[[], T]) -> T:
    """The call's result; while the other side is away it is made again, for it changes nothing twice."""
    for pause in RETRY_WAITS_S:
        try:
            return call()
        except AtsError as error:
            if not error.retryable and error.code != "conflict":
                raise
            time.sleep(pause)
    return call()


def _unreadable(source: Source, error: Unreadable) -> Forecast:
    return Forecast(
        path=source.label, sha256="0" * 64, status=FileStatus.FAILED, reason=error.reason,
        message=error.message, candidate_id=None, candidate_name=None, identity=[],
    )  # fmt: skip


def _recognise(files: list[Forecast]) -> list[Forecast]:
    """The forecasts, each knowing of those before it in the run."""
    contents: set[str] = set()
    people: set[str] = set()
    seen = []
    for file in files:
        shown = file
        if file.status is not FileStatus.FAILED:
            if file.sha256 in contents:
                shown = _as(file, FileStatus.DUPLICATE, "same_file")
            elif file.status is FileStatus.CREATED and people.intersection(file.identity):
                known = next(k for k in file.identity if k in people)
                shown = _as(
                    file,
                    FileStatus.UPDATED,
                    "same_email" if known.startswith("email:") else "same_name_and_phone",
                )
            contents.add(file.sha256)
            people.update(file.identity)
        seen.append(shown)
    return seen


def _as(file: Forecast, status: FileStatus, reason: str) -> Forecast:
    return file.model_copy(update={"status": status, "reason": reason, "message": REASONS[reason]})


def _counts(files: list[ImportedFile] | list[Forecast]) -> dict[str, int]:
    return {status.value: sum(f.status is status for f in files) for status in FileStatus}


def _threads(workers: int | None) -> int:
    # Two for each parser: while one file is parsed, the one before it is saved.
    return 2 * (workers or os.cpu_count() or 1)


def _in_parallel(
    one: Callable[[Source], T], sources: Iterator[Source], keep: Callable[[T], None], threads: int
) -> None:
    """Runs `one` over `sources`, a few ahead at most, and hands each result to `keep`, in this thread."""
    pending: set[Future[T]] = set()
    with _pool(threads) as pool:
        try:
            for source in sources:
                pending.add(pool.submit(one, source))
                if len(pending) >= 2 * threads:
                    pending = _harvest(pending, keep)
            while pending:
                pending = _harvest(pending, keep)
        except KeyboardInterrupt:
            for future in pending:
                future.cancel()
            raise Interrupted(
                "Interrupted. What was done is saved.", hint="The same command goes on from here."
            ) from None
        except BaseException:
            for future in pending:
                future.cancel()
            raise


def _harvest(pending: set[Future[T]], keep: Callable[[T], None]) -> set[Future[T]]:
    done, rest = wait(pending, return_when=FIRST_COMPLETED)
    for future in done:
        keep(future.result())
    return rest


@contextmanager
def _pool(threads: int) -> Iterator[ThreadPoolExecutor]:
    pool = ThreadPoolExecutor(threads, thread_name_prefix="import")
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


__all__ = ["ImportReport", "PlanReport", "plan", "run", "run_key"]
