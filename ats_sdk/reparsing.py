"""Parsing kept résumés again after an upgrade: first what would change, then the change itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from ats_core.resumes.model import Reparse, Resume
    from ats_sdk.client import Ats

_PAGE = 200


def resumes(ats: Ats, *, candidate_id: UUID | None, outdated: bool) -> Iterator[Resume]:
    """The résumés to parse again, newest first."""
    cursor: str | None = None
    while True:
        page = ats.resumes.list(candidate_id=candidate_id, outdated=outdated, limit=_PAGE, cursor=cursor)
        yield from page.resumes
        cursor = page.next_cursor
        if cursor is None:
            return


def reparse(
    ats: Ats,
    *,
    candidate_id: UUID | None = None,
    outdated: bool = True,
    apply: bool = False,
    workers: int = 2,
) -> Iterator[Reparse]:
    """What parsing each résumé again changes, as it becomes known; with `apply` the changes are kept.

    `outdated` leaves out those that this version has read. A few are under way at once; each is one
    transaction, so a run that is cut off has done some and not the others, and goes on when it is started
    again.
    """
    act: Callable[[UUID], Reparse] = ats.resumes.reparse if apply else ats.resumes.plan_reparse
    with ThreadPoolExecutor(workers) as threads:
        running: set[Future[Reparse]] = set()
        for resume in resumes(ats, candidate_id=candidate_id, outdated=outdated):
            running.add(threads.submit(act, resume.id))
            if len(running) >= 2 * workers:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    yield future.result()
        for future in running:
            yield future.result()
