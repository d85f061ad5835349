"""The index of very many profiles ranks as scoring each of them would, to the last digit."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ats_core.matcher import JobCriteria, Profile, score
from ats_core.matcher.digest import digest_of
from ats_core.matcher.memory import Memory, Outcome
from ats_core.matcher.scoring import appraise
from ats_core.matcher.trees import shipped
from ml.matcher import simulate
from tests.matcher.test_matcher_laws import TODAY, jobs, profile_fields

pytest.importorskip("numpy")

from ats_core.matcher.columns import Columns, best


def indexed(profiles: list[Profile]) -> Columns:
    columns = Columns(shelf_rows=97)
    for profile in profiles:
        columns.add(digest_of(profile, TODAY))
    columns.freeze()
    return columns


def ranked(
    columns: Columns, job: JobCriteria, profiles: list[Profile], top: int, memory: Memory
) -> tuple[list[int], int]:
    def scored(rows: list[int]) -> list[float]:
        return [score(job, profiles[row], today=TODAY, memory=memory).match_score for row in rows]

    return best(columns, job, shipped(), memory, top, scored)


def one_by_one(job: JobCriteria, profiles: list[Profile], top: int, memory: Memory) -> list[int]:
    scores = [score(job, p, today=TODAY, memory=memory).match_score for p in profiles]
    return sorted(range(len(profiles)), key=lambda row: (-scores[row], row))[:top]


@settings(max_examples=60, deadline=None)
@given(jobs, st.lists(profile_fields, min_size=1, max_size=12), st.integers(0, 2))
def test_no_score_exceeds_its_bound(job: JobCriteria, pool: list[dict[str, Any]], remembered: int) -> None:
    profiles = [Profile.model_validate(fields) for fields in pool]
    past = [appraise(job, p, today=TODAY).imprint for p in profiles[:remembered]]
    memory = Memory(tuple(Outcome(n, 1, 2.0, imprint) for n, imprint in enumerate(past, 1)), len(past))
    bounds = dict(indexed(profiles).bounds(job, shipped(), memory))
    assert set(bounds) == set(range(len(profiles)))
    for row, profile in enumerate(profiles):
        assert score(job, profile, today=TODAY, memory=memory).match_score <= bounds[row] + 1e-4


Crowd = tuple[list[JobCriteria], list[Profile], Columns]


@pytest.fixture(scope="module")
def crowd() -> Crowd:
    """Jobs, and more profiles than one block of the index."""
    made = list(simulate.cases(4500, 11))
    profiles = [c.profile for c in made]
    return [c.job for c in made[:3]], profiles, indexed(profiles)


@pytest.mark.parametrize(("number", "hired"), [(0, 0), (1, 3), (2, 1)])
def test_two_stages_rank_as_one_by_one(crowd: Crowd, number: int, hired: int) -> None:
    jobs_, profiles, columns = crowd
    job = jobs_[number]
    past = [appraise(job, p, today=TODAY).imprint for p in profiles[:hired]]
    memory = Memory(tuple(Outcome(n, 1, 1.0, imprint) for n, imprint in enumerate(past, 1)), hired)
    found, scored = ranked(columns, job, profiles, 50, memory)
    assert found == one_by_one(job, profiles, 50, memory)
    assert scored < len(profiles)


def test_equal_scores_keep_their_order_and_are_not_all_scored(crowd: Crowd) -> None:
    jobs_, profiles, _ = crowd
    twins = profiles[:40] * 50
    found, scored = ranked(indexed(twins), jobs_[0], twins, 20, Memory())
    assert found == one_by_one(jobs_[0], twins, 20, Memory())
    assert scored < 1000


def test_bounds_come_highest_first(crowd: Crowd) -> None:
    jobs_, profiles, columns = crowd
    bounds = [b for _, b in columns.bounds(jobs_[0], shipped(), Memory())]
    assert len(bounds) == len(profiles)
    assert bounds == sorted(bounds, reverse=True)
