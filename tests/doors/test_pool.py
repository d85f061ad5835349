"""All candidates ranked for a job by an index in memory, which is never behind."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from ats_core.candidates.model import CandidateChanges
from ats_core.matching import pool
from ats_core.runtime import Runtime
from ats_sdk import Ats
from tests.doors.test_learning import SKILLS, new_job, person

pytest.importorskip("numpy")


def names(ats: Ats, job: str, top: int = 20) -> list[str]:
    return [m.candidate_name for m in ats.matching.pool(job, top=top).matches]


def test_the_pool_is_ranked_as_its_members_are_scored(ats: Ats) -> None:
    job = new_job(ats)
    everybody = [person(ats, n, SKILLS[n % 4 :], months=7 * n) for n in range(12)]
    applied = ats.applications.apply(str(job.id), everybody[0].id)
    scores = {c.full_name: (-ats.matching.score(c.id, str(job.id)).match_score, c.id) for c in everybody}
    ranking = ats.matching.pool(job.requisition_number, top=5)
    assert [m.candidate_name for m in ranking.matches] == sorted(scores, key=lambda n: scores[n])[:5]
    assert [m.match_score for m in ranking.matches] == [-s for s, _ in sorted(scores.values())[:5]]
    assert ranking.total == 12
    own = [m for m in ats.matching.pool(str(job.id), top=12).matches if m.stage]
    assert [m.application_id for m in own] == [applied.id]


def test_the_index_is_never_behind(local: Ats) -> None:
    job = new_job(local)
    weak, strong = person(local, 1, []), person(local, 2, SKILLS[:2])
    assert names(local, str(job.id)) == [strong.full_name, weak.full_name]
    new = person(local, 3, SKILLS[:3], months=60)
    assert names(local, str(job.id)) == [new.full_name, strong.full_name, weak.full_name]
    local.candidates.update(weak.id, CandidateChanges(skills=SKILLS, experience_months=90))
    local.candidates.delete(strong.id)
    ranking = local.matching.pool(str(job.id), top=1)
    assert [m.candidate_name for m in ranking.matches] == [weak.full_name]
    assert ranking.total == 2
    assert names(local, str(job.id)) == [weak.full_name, new.full_name]


def test_a_large_index_is_built_in_the_background(local: Ats, monkeypatch: pytest.MonkeyPatch) -> None:
    job = new_job(local)
    made = [person(local, n, SKILLS[:n]) for n in range(1, 4)]
    monkeypatch.setattr(pool, "AT_ONCE", 2)
    with pytest.raises(pool.PoolNotReady):
        local.matching.pool(str(job.id))
    _wait_for(local, str(job.id))
    assert names(local, str(job.id), 1) == [made[2].full_name]
    # Many changes: it is built anew behind, and answers in the meantime.
    monkeypatch.setattr(pool, "TOUCHED", 0)
    late = person(local, 9, SKILLS, months=100)
    assert names(local, str(job.id), 1) == [late.full_name]


def _wait_for(ats: Ats, job: str) -> None:
    for _ in range(200):
        try:
            ats.matching.pool(job)
        except pool.PoolNotReady:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the index was never built")


def test_a_new_month_means_a_new_index(runtime: Runtime) -> None:
    """Months of experience are counted up to today."""
    now = datetime(2026, 11, 24, tzinfo=UTC)
    runtime.clock = lambda: now
    with Ats.local(runtime=runtime) as ats:
        job = new_job(ats)
        person(ats, 1, SKILLS[:2])
        names(ats, str(job.id))
        before = pool._POOLS[runtime.engine.pool]
        names(ats, str(job.id))
        assert pool._POOLS[runtime.engine.pool] is before
        now += timedelta(days=10)
        names(ats, str(job.id))
        assert pool._POOLS[runtime.engine.pool] is not before
