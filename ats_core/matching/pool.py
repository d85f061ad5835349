"""The whole pool of candidates ranked for a job, by an index in memory that is kept fresh.

The index (ats_core/matcher/columns.py) is built at its first use, a small one at once, a large one in the
background. Who has been touched since, as the audit trail tells, is scored one by one besides; when these are
many, or a month has gone by (months of experience are counted up to today), it is built anew in the
background.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID
from weakref import WeakKeyDictionary

from ats_core.errors import Unavailable
from ats_core.matching import learning, scoring

if TYPE_CHECKING:
    from ats_core.candidates.model import Candidate
    from ats_core.candidates.store import CandidateStore
    from ats_core.jobs.model import Job
    from ats_core.matcher import MatchResult
    from ats_core.matcher.columns import Columns
    from ats_core.store.transaction import Transaction

AT_ONCE = 5_000  # candidates up to which the first one to ask waits for the index
TOUCHED = 2_000  # candidates scored one by one beyond which the index is built anew
PAGE = 1_000
OVERLAP = timedelta(seconds=60)  # a change may be committed this long after the time that it bears


class PoolNotReady(Unavailable):
    """The index of all candidates is being built; ask again in a while."""

    code = "pool_not_ready"


class PoolUnavailable(Unavailable):
    """numpy is not installed: ranking the whole pool needs it, ranking applicants does not."""

    code, retryable = "pool_unavailable", False


@dataclass
class Pool:
    """The index over one database, and what has changed since."""

    columns: Columns
    ids: list[UUID]
    built_at: datetime
    seen_at: datetime
    touched: set[UUID] = field(default_factory=set)

    @property
    def month(self) -> tuple[int, int]:
        return self.built_at.year, self.built_at.month


_LOCK = threading.Lock()
_POOLS: WeakKeyDictionary[Any, Pool] = WeakKeyDictionary()
_BUILDING: WeakKeyDictionary[Any, threading.Thread] = WeakKeyDictionary()


def best(
    tx: Transaction, job: Job, now: datetime, top: int
) -> tuple[list[tuple[Candidate, MatchResult]], int]:
    """The `top` candidates of the whole pool for `job` with their scores, best first, and how many there are.

    The order is that of scoring everybody: by score, then by id.
    """
    pool = _fresh(tx, now)
    from ats_core.matcher import score as matcher_score
    from ats_core.matcher.columns import best as best_rows

    model, memory = learning.in_force(tx)
    asked = scoring.criteria(job)
    known: dict[UUID, tuple[Candidate, MatchResult]] = {}

    def look(ids: Iterable[UUID]) -> None:
        for candidate in tx.candidates.several(list(ids)):
            result = matcher_score(
                asked, scoring.profile(candidate), today=now.date(), model=model, memory=memory
            )
            known[candidate.id] = (candidate, result)

    def scored(rows: list[int]) -> list[float]:
        ids = [pool.ids[row] for row in rows]
        look(i for i in ids if i not in pool.touched)
        return [known[i][1].match_score if i in known else -1.0 for i in ids]

    touched = frozenset(pool.touched)
    # As many more as were touched: their rows may stand among the best with what they had before.
    best_rows(pool.columns, asked, model, memory, top + len(touched), scored)
    look(touched)
    ranked = sorted(known.values(), key=lambda pair: (-pair[1].match_score, pair[0].id))
    gone = len(touched) - len([i for i in touched if i in known])
    new = len(touched - set(pool.ids)) if touched else 0
    return ranked[:top], len(pool.ids) + new - gone


def _fresh(tx: Transaction, now: datetime) -> Pool:
    """The index of the database, with all that was touched since; PoolNotReady while there is none."""
    key = tx.connection.engine.pool
    with _LOCK:
        pool = _POOLS.get(key)
    if pool is None or pool.month != (now.year, now.month):
        pool = _first(tx, key, now)
    touched = tx.matching.touched_since(pool.seen_at - OVERLAP)
    with _LOCK:
        pool.touched |= touched
        pool.seen_at = now
    if len(pool.touched) > TOUCHED:
        _build_behind(tx, key, now)
    return pool


def _first(tx: Transaction, key: Any, now: datetime) -> Pool:
    _require_numpy()
    count = tx.matching.pool_size(AT_ONCE + 1)
    if count <= AT_ONCE:
        pool = build(tx.candidates, tx.matching, now)
        with _LOCK:
            _POOLS[key] = pool
        return pool
    _build_behind(tx, key, now)
    raise PoolNotReady(
        "The index of all candidates is being built.",
        hint="Ask again in a while; it takes a minute for 100,000.",
    )


def _require_numpy() -> None:
    import importlib.util

    if importlib.util.find_spec("numpy") is None:
        raise PoolUnavailable(
            "Ranking the whole pool needs numpy, which is not installed.",
            hint='pip install "lti-ats[learning]"',
        )


def _build_behind(tx: Transaction, key: Any, now: datetime) -> None:
    """Starts a thread that builds the index and puts it in place of the old one; at most one at a time."""
    engine = tx.connection.engine

    def work() -> None:
        from ats_core.candidates.store import CandidateStore
        from ats_core.matching.store import MatchStore
        from ats_core.store.work import Work

        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            lines = Work(connection)
            pool = build(CandidateStore(lines), MatchStore(lines), now)
        with _LOCK:
            _POOLS[key] = pool
            _BUILDING.pop(key, None)

    with _LOCK:
        running = _BUILDING.get(key)
        if running is not None and running.is_alive():
            return
        thread = threading.Thread(target=work, name="matching-pool", daemon=True)
        _BUILDING[key] = thread
    thread.start()


def build(candidates: CandidateStore, matching: Any, now: datetime) -> Pool:
    """The index over all live candidates, as of `now`."""
    from ats_core.matcher.columns import Columns
    from ats_core.matcher.digest import digest_of

    columns, ids = Columns(), []
    after: UUID | None = None
    while page := matching.pool_page(after, PAGE):
        # In the order of their ids, which is that of equal scores.
        for candidate in sorted(candidates.several(page), key=lambda c: c.id):
            columns.add(digest_of(scoring.profile(candidate), now.date()))
            ids.append(candidate.id)
        after = page[-1]
    columns.freeze()
    return Pool(columns, ids, now, now)
