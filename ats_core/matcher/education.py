"""Education: the highest level against the one required, and its field against the job."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ats_core.matcher.degrees import level_of
from ats_core.matcher.model import LEVELS, EducationLevel, Study
from ats_core.matcher.words import duty_words
from ats_core.taxonomy import default, scan
from ats_core.taxonomy.surface import folded

UNKNOWN = 50.0  # value where the candidate's education is not known
NOT_ASKED = 75.0  # value where the job asks for none in particular
MET, FIELD_SHARE, UNKNOWN_FIELD = 85.0, 15.0, 0.6
BELOW = (65.0, 45.0, 25.0, 10.0, 10.0)  # value at one, two, ... levels below

_LABELS = {
    "none": "no degree",
    "high-school": "a high-school diploma",
    "vocational": "a vocational qualification",
    "bachelor": "a bachelor's degree",
    "master": "a master's degree",
    "doctorate": "a doctorate",
}


def level_label(level: EducationLevel) -> str:
    """The level in words, with its article."""
    return _LABELS[level]


def highest(studies: Iterable[Study]) -> tuple[EducationLevel, Study] | None:
    """The highest level among `studies` with its study; None if no level is known."""
    known = [(level, s) for s in studies if (level := level_of(f"{s.degree or ''} {s.field or ''}"))]
    return max(known, key=lambda pair: LEVELS.index(pair[0])) if known else None


def field_fit(field: str | None, job_words: frozenset[str], job_skills: Iterable[str]) -> float:
    """How near a field of study is to the job, 0-1: 1 if it shares a word or a skill, else 0."""
    if not field:
        return UNKNOWN_FIELD
    if duty_words(field) & job_words:
        return 1.0
    wanted = set(job_skills)
    return float(any(_near(found.id, wanted) for found in scan(field)) or _domain(field, wanted))


def _near(skill_id: str, wanted: set[str]) -> bool:
    roots = {skill_id, *default().ancestors(skill_id)}
    return any(roots & {w, *default().ancestors(w)} for w in wanted)


# Fields of study that are named otherwise than the skills they lead to: stems on folded text, and top skills.
_STUDY_AREAS = (
    (
        "comput informati software telecom electronic sistemas daten mathemati"
        " matematic physi fisica statisti estadisti",
        "software-development data-science data-engineering data-analysis databases devops cloud-computing"
        " computer-networking information-security operating-systems",
    ),
    ("nurs enferm infirm pflege medic medizin gesundheit sante saude salud", "nursing medicine pharmacy"),
    (
        "business econom betriebswirt bwl administra gestion gestao commerce handel wirtschaft kaufm kauff",
        "accounting finance sales marketing management logistics human-resources",
    ),
    ("educa padagog pedagog lehramt teach magisterio ensino", "teaching childcare"),
    (
        "electric eletr elektr electrotec mecatron mechatron",
        "electrical-installation electrical-engineering maintenance",
    ),
    ("hospitality hosteler hotel cuisine cocina cozinha gastronom culinar koch", "cooking hospitality"),
    ("law derecho direito droit jura rechts", "law"),
)
_DOMAINS = tuple(
    (re.compile("|".join(rf"\b\w*{stem}" for stem in stems.split())), frozenset(areas.split()))
    for stems, areas in _STUDY_AREAS
)


def _domain(field: str, wanted: set[str]) -> bool:
    low = folded(field)
    areas = {a for pattern, names in _DOMAINS if pattern.search(low) for a in names}
    return any(areas & {w, *default().ancestors(w)} for w in wanted)


def education_value(level: EducationLevel | None, required: EducationLevel | None, fit: float) -> float:
    """The part's value, 0-100: a level that meets the one required is 85 plus 15 for the field."""
    if required is None:
        return NOT_ASKED
    if required == "none":
        return 100.0
    if level is None:
        return UNKNOWN
    gap = LEVELS.index(required) - LEVELS.index(level)
    return MET + FIELD_SHARE * fit if gap <= 0 else BELOW[gap - 1]
