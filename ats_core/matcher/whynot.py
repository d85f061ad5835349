"""Why somebody is not among the best: term by term against the one at the cut, and the least that would
do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ats_core.matcher.model import JobCriteria, MatchResult, Profile, ProfileSkill, Study

MOST_CHANGES = 4

Scored = Callable[[Profile], MatchResult]
_DEGREES = {
    "high-school": "High school diploma",
    "vocational": "Vocational diploma",
    "bachelor": "Bachelor",
    "master": "Master",
    "doctorate": "PhD",
}


class Step(NamedTuple):
    """Something that could be otherwise, in words, and the profile with it."""

    says: str
    apply: Callable[[Profile], Profile]


class Path(NamedTuple):
    """Steps taken together, and the score that they make."""

    steps: tuple[str, ...]
    score: float


def smallest_changes(job: JobCriteria, profile: Profile, cut: float, scored: Scored) -> list[Path]:
    """Each single change by what it brings, best first, then the fewest that together reach `cut`.

    Changes are of what a person can show or say: a skill, months of experience, a degree, a salary. Nothing
    changes who somebody is or where.
    """
    now = scored(profile)
    singles = []
    for step in _steps(job, profile, now):
        changed = scored(step.apply(profile)).match_score
        if changed > now.match_score:
            singles.append((step, Path((step.says,), changed)))
    singles.sort(key=lambda pair: (-pair[1].score, pair[0].says))
    paths = [path for _, path in singles]
    if now.match_score >= cut or any(path.score >= cut for path in paths):
        return paths
    return [*paths, *_together([step for step, _ in singles], profile, cut, scored)]


def _together(steps: list[Step], profile: Profile, cut: float, scored: Scored) -> Iterator[Path]:
    """The changes one after the other, the best at each turn, until the cut is reached or they give out."""
    taken: list[str] = []
    reached = 0.0
    while steps and len(taken) < MOST_CHANGES and reached < cut:
        tried = [(scored(step.apply(profile)).match_score, step) for step in steps]
        reached, best = max(tried, key=lambda pair: (pair[0], pair[1].says))
        profile = best.apply(profile)
        taken.append(best.says)
        steps = [s for s in steps if s is not best]
    if len(taken) > 1:
        yield Path(tuple(taken), reached)


def _steps(job: JobCriteria, profile: Profile, now: MatchResult) -> Iterator[Step]:
    for match in now.skills:
        if match.credit < 1:
            yield Step(f"Knows {match.asked}.", _with_skill(match.asked))
    required = job.required_experience_months
    if required and now.explanation.experience_match < 100:
        yield Step(f"Has {required} months of experience.", _with(experience_months=required))
    wanted = _DEGREES.get(job.required_education or "none")
    if wanted is not None and now.explanation.education_match < 85:
        degree = Study(degree=wanted)
        yield Step(f"Has the degree asked for ({job.required_education}).", _with_study(degree))
    if now.explanation.other_match.salary < 100 and job.salary_max is not None:
        wish = _with(
            salary_min=job.salary_max, salary_max=None, salary_currency=job.salary_currency,
            salary_period=job.salary_period,
        )  # fmt: skip
        yield Step("Expects a salary within the range.", wish)


def _with(**changes: object) -> Callable[[Profile], Profile]:
    return lambda profile: profile.model_copy(update=changes)


def _with_skill(name: str) -> Callable[[Profile], Profile]:
    return lambda p: p.model_copy(update={"skills": (*p.skills, ProfileSkill(name=name))})


def _with_study(study: Study) -> Callable[[Profile], Profile]:
    return lambda p: p.model_copy(update={"education": (*p.education, study)})
