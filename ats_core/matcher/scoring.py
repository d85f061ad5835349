"""The score: five weighted values and a learned term, which add up to it (decision C17)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Generic, TypeVar

from ats_core.matcher import education, experience, pay, place, skills
from ats_core.matcher.model import (
    Explanation,
    JobCriteria,
    MatchResult,
    OtherMatch,
    Part,
    Profile,
    Study,
)
from ats_core.matcher.sentences import Findings, gaps, strengths
from ats_core.matcher.words import duty_words, title_words

MATCHER_VERSION = "formula-1"
# MT-04: skills 40, experience 30, education 20, other 10, which location and salary share.
WEIGHTS = {"skills": 0.4, "experience": 0.3, "education": 0.2, "location": 0.05, "salary": 0.05}

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Ranked(Generic[K]):
    """A profile's key with its result, in the order of the score."""

    key: K
    result: MatchResult


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a job asks for, made comparable once."""

    skills: tuple[skills.Asked, ...]
    title: frozenset[str]
    duties: frozenset[str]


@lru_cache(maxsize=256)
def _wanted(job: JobCriteria) -> _Wanted:
    return _Wanted(skills.asked_skills(job), title_words(job.title), duty_words(job.description or ""))


def score(job: JobCriteria, profile: Profile, *, today: date) -> MatchResult:
    """How well `profile` fits `job`, 0-100, with the parts that sum to it and the reasons in words."""
    wanted = _wanted(job)
    held = skills.held_skills(profile)
    matches = skills.match_skills(wanted.skills, held)
    fit = experience.fit_of(profile.work_history, wanted.title, wanted.duties)
    near = max(fit.value, experience.nearness(skills.mean_credit(matches)))
    months = experience.months_of(profile, today)
    level, study = education.highest(profile.education) or (None, None)
    values = {
        "skills": skills.skills_value(matches, bool(held)),
        "experience": experience.experience_value(
            experience.years_value(months, job.required_experience_months), near
        ),
        "education": education.education_value(level, job.required_education, _field_fit(study, wanted)),
        "location": place.location_value(job.location, job.remote, profile.location),
        "salary": pay.salary_value(job, profile),
    }
    parts = _parts(values)
    found = Findings(job, profile, matches, months, fit, level, study, values)
    return MatchResult(
        match_score=round(sum(p.points for p in parts), 2),
        explanation=_explanation(values),
        parts=parts,
        strengths=tuple(strengths(found)),
        gaps=tuple(gaps(found)),
        skills=matches,
        confidence=_confidence(found),
        matcher_version=MATCHER_VERSION,
    )


def _field_fit(study: Study | None, wanted: _Wanted) -> float:
    field = study.field if study else None
    return education.field_fit(field, wanted.title | wanted.duties, [s.id for s in wanted.skills])


def _parts(values: dict[str, float], adjustment: float = 0.0) -> tuple[Part, ...]:
    """The terms of the score. Points are rounded first, so that they sum to the score exactly as shown."""
    base = [
        Part(name=name, weight=weight, value=round(values[name], 2), points=round(weight * values[name], 2))
        for name, weight in WEIGHTS.items()
    ]
    return (*base, Part(name="adjustment", weight=1.0, value=adjustment, points=adjustment))


def _explanation(values: dict[str, float]) -> Explanation:
    shown = {name: round(value, 2) for name, value in values.items()}
    return Explanation(
        skills_match=shown["skills"],
        experience_match=shown["experience"],
        education_match=shown["education"],
        location_match=shown["location"],
        other_match=OtherMatch(location=shown["location"], salary=shown["salary"]),
    )


def _confidence(found: Findings) -> float:
    """0-1: the weights of the parts, each times how much of it is known on either side (docs/matching.md)."""
    job, profile = found.job, found.profile
    stated = [s.confidence for s in profile.skills if s.confidence is not None]
    certain = sum(stated) / len(stated) if stated else 1.0
    known_skills = certain if profile.skills else 0.5 if any(m.credit for m in found.matches) else 0.0
    known = {
        "skills": (1.0 if found.matches else 0.3) * known_skills,
        "experience": (2 * (found.months is not None) + found.fit.known) / 3,
        "education": float(found.level is not None or job.required_education == "none"),
        "location": _both(job.location or job.remote, profile.location or job.remote),
        "salary": _both(job.salary_max or job.salary_min, profile.salary_min or profile.salary_max),
    }
    return round(min(1.0, sum(WEIGHTS[name] * share for name, share in known.items())), 3)


def _both(asked: object, told: object) -> float:
    return (bool(asked) + bool(told)) / 2


def rank(job: JobCriteria, profiles: Mapping[K, Profile], *, today: date) -> list[Ranked[K]]:
    """The profiles scored, best first; equal scores by confidence, then by key as text."""
    ranked = [Ranked(key, score(job, profile, today=today)) for key, profile in profiles.items()]
    return sorted(ranked, key=lambda r: (-r.result.match_score, -r.result.confidence, str(r.key)))
