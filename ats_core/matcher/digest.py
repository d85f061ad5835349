"""A profile boiled down to what a ranking of very many needs of it: what the columns of an index hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ats_core.matcher import education, experience, skills
from ats_core.matcher.mastery import level_value
from ats_core.matcher.model import EducationLevel, Period, Profile
from ats_core.matcher.words import duty_words, title_words

UNKNOWN_MONTHS = -1


class HeldSkill(NamedTuple):
    """A skill: how much it counts (0-1), months of use and since the last use (-1 not known), its level
    0-1.
    """

    id: str
    weight: float
    months: int
    ago: int
    level: float


class Wish(NamedTuple):
    """The salary expected."""

    low: float | None
    high: float | None
    currency: str | None
    period: Period | None


@dataclass(frozen=True, slots=True)
class Digest:
    """What is known of a profile at a day; the words are those of all past jobs together."""

    skills: tuple[HeldSkill, ...]
    titles: frozenset[str]  # words of past titles
    told: frozenset[str]  # words of past titles and duties, as titles are compared
    duties: frozenset[str]  # words of past duties, as duties are compared
    past_known: bool
    months: int
    study: tuple[EducationLevel | None, str | None]
    location: str | None
    wish: Wish


def digest_of(profile: Profile, today: date) -> Digest:
    """The digest of `profile` as of the month of `today`."""
    held = skills.held_skills(profile, today)
    level, study = education.highest(profile.education) or (None, None)
    months = experience.months_of(profile, today)
    past = profile.work_history
    titles = frozenset(w for p in past for w in title_words(p.title or ""))
    return Digest(
        skills=tuple(
            HeldSkill(h.id, h.weight, _known(h.use.months), _known(h.use.ago), level_value(h.level))
            for h in held.values()
        ),
        titles=titles,
        told=titles | {w for p in past for w in title_words(p.description or "")},
        duties=frozenset(w for p in past for w in duty_words(p.description or "")),
        past_known=any(p.title or p.description for p in past),
        months=_known(months),
        study=(level, study.field if study else None),
        location=profile.location,
        wish=Wish(profile.salary_min, profile.salary_max, profile.salary_currency, profile.salary_period),
    )


def _known(months: int | None) -> int:
    return UNKNOWN_MONTHS if months is None else min(months, 32_000)
