"""The score: five weighted values and two learned terms, which add up to it (decision C17)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Generic, TypeVar

from ats_core.matcher import education, experience, pay, place, skills
from ats_core.matcher.features import feature_values
from ats_core.matcher.memory import NOTHING, Imprint, Memory, recall, sums
from ats_core.matcher.model import (
    Basis,
    Evidence,
    Explanation,
    JobCriteria,
    MatchResult,
    OtherMatch,
    Part,
    Profile,
    Study,
)
from ats_core.matcher.sentences import Findings, gaps, strengths
from ats_core.matcher.trees import ENOUGH_OUTCOMES, Adjustment, lift, shipped
from ats_core.matcher.words import duty_words, title_words
from ats_core.taxonomy import default

MATCHER_VERSION = "formula-2"
# MT-04: skills 40, experience 30, education 20, other 10, which location and salary share.
WEIGHTS = {"skills": 0.4, "experience": 0.3, "education": 0.2, "location": 0.05, "salary": 0.05}

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Ranked(Generic[K]):
    """A profile's key with its result, in the order of the score."""

    key: K
    result: MatchResult


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a job asks for, made comparable once."""

    skills: tuple[skills.Asked, ...]
    title: frozenset[str]
    duties: frozenset[str]


@lru_cache(maxsize=256)
def wanted(job: JobCriteria) -> Wanted:
    """What `job` asks for, worked out once."""
    return Wanted(skills.asked_skills(job), title_words(job.title), duty_words(job.description or ""))


def job_names(job: JobCriteria) -> tuple[frozenset[str], frozenset[str]]:
    """What a job is known by to the memory: ids of skills without languages, and words of the title."""
    asked = wanted(job)
    return frozenset(a.id for a in asked.skills if not _is_language(a.id)), asked.title


@dataclass(frozen=True, slots=True)
class Appraisal:
    """A pair looked at: what was found, the features, and the imprint that outcomes are compared by."""

    found: Findings
    features: tuple[float, ...]
    imprint: Imprint


def appraise(job: JobCriteria, profile: Profile, *, today: date) -> Appraisal:
    """All that a score is made from, before anything learned is added."""
    asked = wanted(job)
    held = skills.held_skills(profile, today)
    matches = skills.match_skills(asked.skills, held, job.required_experience_months)
    fit = experience.fit_of(profile.work_history, asked.title, asked.duties)
    near = max(fit.value, experience.nearness(skills.mean_credit(matches)))
    months = experience.months_of(profile, today)
    years = experience.years_value(months, job.required_experience_months)
    level, study = education.highest(profile.education) or (None, None)
    values = {
        "skills": skills.skills_value(matches, bool(held)),
        "experience": experience.experience_value(years, near),
        "education": education.education_value(level, job.required_education, _field_fit(study, asked)),
        "location": place.location_value(job.location, job.remote, profile.location),
        "salary": pay.salary_value(job, profile),
    }
    features = feature_values(matches, bool(held), years, near, fit, values)
    imprint = Imprint(
        features=features,
        skills=frozenset(s for s in held if not _is_language(s)),
        past=frozenset(w for p in profile.work_history for w in title_words(p.title or "")),
        job_skills=job_names(job)[0],
        job_title=asked.title,
    )
    found = Findings(job, profile, matches, months, fit, level, study, values)
    return Appraisal(found, features, imprint)


def score(
    job: JobCriteria,
    profile: Profile,
    *,
    today: date,
    model: Adjustment | None = None,
    memory: Memory = NOTHING,
) -> MatchResult:
    """How well `profile` fits `job`, 0-100, with the parts that sum to it and the reasons in words.

    `model` is the one that comes with the engine, if not given.
    """
    return result_of(appraise(job, profile, today=today), model or shipped(), memory)


def result_of(seen: Appraisal, model: Adjustment, memory: Memory) -> MatchResult:
    """The score of a pair that was looked at, with its explanation."""
    found = seen.found
    neighbours = memory.neighbours(seen.imprint)
    successes, weight = sums(neighbours)
    basis = Basis(
        model=model.version,
        features=seen.features,
        memory=memory.version,
        neighbours=tuple(n for n, _ in neighbours),
        successes=successes,
        weight=weight,
    )
    parts = terms(found.values, basis, model)
    return MatchResult(
        match_score=total(parts),
        explanation=_explanation(found.values),
        parts=parts,
        strengths=tuple(strengths(found)),
        gaps=tuple(gaps(found)),
        evidence=_evidence(found),
        skills=found.matches,
        confidence=_confidence(found),
        notes=tuple(_notes(model, basis)),
        basis=basis,
        matcher_version=MATCHER_VERSION,
    )


def terms(values: dict[str, float], basis: Basis, model: Adjustment) -> tuple[Part, ...]:
    """The terms of the score, from the parts' values (0-100) and the basis of what was learned.

    The points of every term are rounded first, so that they sum to the score exactly as shown.
    """
    base = _base(values)
    formula = total(base)
    adjusted = round(lift(formula, model.points(basis.features), model.bound), 2)
    recalled = round(recall(adjusted, model.calibration, basis.successes, basis.weight), 2)
    learned = (("adjustment", round(adjusted - formula, 2)), ("memory", round(recalled - adjusted, 2)))
    return (*base, *(Part(name=name, weight=1.0, value=points, points=points) for name, points in learned))


def _base(values: dict[str, float]) -> tuple[Part, ...]:
    shown = {name: round(values[name], 2) for name in WEIGHTS}
    return tuple(
        Part(name=name, weight=weight, value=shown[name], points=round(weight * shown[name], 2))
        for name, weight in WEIGHTS.items()
    )


def formula_of(values: dict[str, float]) -> float:
    """The score of the formula alone, 0-100."""
    return total(_base(values))


def total(parts: tuple[Part, ...]) -> float:
    """The sum of the parts' points."""
    return round(sum(p.points for p in parts), 2)


def _is_language(skill_id: str) -> bool:
    known = default().skills.get(skill_id)
    return known is not None and known.kind == "language"


def _notes(model: Adjustment, basis: Basis) -> list[str]:
    """What to know of the learned terms."""
    notes = []
    if model.trees and not model.outcomes:
        notes.append(
            "The adjustment comes from simulated outcomes, not from yours, and stays within "
            f"{model.bound:g} points until {ENOUGH_OUTCOMES} outcomes of your own are learned."
        )
    elif model.trees:
        within = f"stays within {model.bound:g} points"
        early = f" until {ENOUGH_OUTCOMES} are" if model.outcomes < ENOUGH_OUTCOMES else ""
        notes.append(f"The adjustment is learned from {model.outcomes} outcomes and {within}{early}.")
    if basis.neighbours:
        count = len(basis.neighbours)
        notes.append(f"{count} {'outcome' if count == 1 else 'outcomes'} of similar people moved the score.")
    return notes


def _evidence(found: Findings) -> tuple[Evidence, ...]:
    """Where the profile says what speaks for the match, each place once."""
    said = [m.said for m in found.matches if m.said is not None and m.credit]
    return tuple(dict.fromkeys(said))


def _field_fit(study: Study | None, wanted: Wanted) -> float:
    field = study.field if study else None
    return education.field_fit(field, wanted.title | wanted.duties, [s.id for s in wanted.skills])


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


def rank(
    job: JobCriteria,
    profiles: Mapping[K, Profile],
    *,
    today: date,
    model: Adjustment | None = None,
    memory: Memory = NOTHING,
) -> list[Ranked[K]]:
    """The profiles scored, best first; equal scores by confidence, then by key as text."""
    ranked = [
        Ranked(key, score(job, profile, today=today, model=model, memory=memory))
        for key, profile in profiles.items()
    ]
    return sorted(ranked, key=lambda r: (-r.result.match_score, -r.result.confidence, str(r.key)))
