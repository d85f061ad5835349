"""The reasons in words: what speaks for the match and what is missing, with evidence where there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ats_core.matcher import education, pay, place
from ats_core.matcher.experience import Fit
from ats_core.matcher.model import LEVELS, EducationLevel, JobCriteria, Profile, SkillMatch, Study

FULL = 0.85  # credit from which a skill counts as there
CLOSE = 0.8  # nearness from which a past job counts as close
OLD_MONTHS = 60  # since the last use
NAMED = 6  # skills named in one sentence


@dataclass(frozen=True, slots=True)
class Findings:
    """What a score was made from."""

    job: JobCriteria
    profile: Profile
    matches: tuple[SkillMatch, ...]
    months: int | None
    fit: Fit
    level: EducationLevel | None
    study: Study | None
    values: dict[str, float]


def strengths(found: Findings) -> Iterator[str]:
    """What speaks for the match, the weightiest first."""
    yield from _skills_met(found, required=True)
    yield from _skills_met(found, required=False)
    yield from _shown_at_work(found)
    yield from _years_met(found)
    if found.fit.title and found.fit.value >= CLOSE:
        yield f"Worked as {found.fit.title}, close to {found.job.title}."
    yield from _education_met(found)
    yield from _place_met(found)
    if found.values["salary"] == 100:
        yield "The salary expected is within the range offered."


def gaps(found: Findings) -> Iterator[str]:
    """What is missing or not known, the weightiest first."""
    matches = found.matches if _skills_told(found) else ()
    missing = [m.asked for m in matches if m.required and not m.credit]
    if missing:
        yield f"Missing required {_plural('skill', missing)}: {_enumerated(missing)}."
    for match in matches:
        if match.required and 0 < match.credit < FULL:
            yield f"{match.asked} is not named; {match.had} is {_nearness(match.relation)}."
    wished = [m.asked for m in matches if not m.required and not m.credit]
    if wished:
        yield f"Missing preferred {_plural('skill', wished)}: {_enumerated(wished)}."
    yield from _rusty(found)
    yield from _years_short(found)
    if found.fit.known and found.fit.value < 0.2 and found.job.title:
        yield f"No past job is close to {found.job.title}."
    yield from _education_short(found)
    yield from _place_missed(found)
    yield from _pay_missed(found)
    yield from _unknown(found)


def _skills_met(found: Findings, required: bool) -> Iterator[str]:
    asked = [m for m in found.matches if m.required is required]
    met = [_by_what(m) for m in asked if m.credit >= FULL]
    if met:
        kind = "required" if required else "preferred"
        yield f"Has {len(met)} of {len(asked)} {kind} {_plural('skill', asked)}: {_enumerated(met)}."


def _by_what(match: SkillMatch) -> str:
    return f"{match.asked} ({match.had})" if match.relation == "child" else match.asked


def _shown_at_work(found: Findings) -> Iterator[str]:
    """Skills that a past job shows, by the title of that job, with the time where it is known."""
    shown: dict[str, list[str]] = {}
    for match in found.matches:
        if match.evidence and match.credit >= FULL:
            used = f" ({_years(match.months)})" if match.months else ""
            shown.setdefault(match.evidence, []).append(f"{match.asked}{used}")
    for title, names in list(shown.items())[:2]:
        yield f"Used {_enumerated(names)} as {title}."


def _rusty(found: Findings) -> Iterator[str]:
    """Required skills that were last used long ago."""
    old = [m for m in found.matches if m.required and m.credit >= FULL and (m.ago or 0) > OLD_MONTHS]
    if old:
        named = [f"{m.asked} ({_years(m.ago or 0)} ago)" for m in old]
        yield f"Last used long ago: {_enumerated(named)}."


def _years_met(found: Findings) -> Iterator[str]:
    required = found.job.required_experience_months
    if required and found.months is not None and found.months >= required:
        yield f"{_years(found.months)} of experience; {_years(required)} required."


def _years_short(found: Findings) -> Iterator[str]:
    required = found.job.required_experience_months
    if required and found.months is not None and found.months < required:
        yield f"{_years(found.months)} of experience against {_years(required)} required."


def _education_met(found: Findings) -> Iterator[str]:
    required = found.job.required_education
    if not required or required == "none" or found.level is None or found.study is None:
        return
    if LEVELS.index(found.level) >= LEVELS.index(required):
        field = f" in {found.study.field}" if found.study.field else ""
        has, asked = education.level_label(found.level), education.level_label(required)
        yield f"Has {has}{field}; {asked} is required."


def _education_short(found: Findings) -> Iterator[str]:
    required = found.job.required_education
    if required and found.level and LEVELS.index(found.level) < LEVELS.index(required):
        has, asked = education.level_label(found.level), education.level_label(required)
        yield f"Has {has}; {asked} is required."


def _place_met(found: Findings) -> Iterator[str]:
    if found.values["location"] < place.HERE or not found.profile.location:
        return
    if found.job.remote or place.is_remote(found.job.location):
        yield "The job is remote."
    else:
        yield f"Lives where the job is: {found.profile.location}."


def _place_missed(found: Findings) -> Iterator[str]:
    if found.values["location"] in (place.SAME_COUNTRY, place.ELSEWHERE, place.ABROAD):
        yield f"Lives in {found.profile.location}; the job is in {found.job.location}."


def _pay_missed(found: Findings) -> Iterator[str]:
    expected = found.profile.salary_min if found.profile.salary_min is not None else found.profile.salary_max
    known = expected is not None and found.values["salary"] not in (pay.UNKNOWN, pay.NOT_ASKED)
    if known and found.values["salary"] < 100:
        yield "The salary expected is above the range offered."


def _unknown(found: Findings) -> Iterator[str]:
    """One sentence for all that the score had to take as unknown."""
    told = {
        "skills": _skills_told(found),
        "years of experience": found.months is not None,
        "education": found.level is not None or found.job.required_education in (None, "none"),
        "location": bool(found.profile.location) or not found.job.location,
        "salary expectation": _pay_told(found),
    }
    missing = [name for name, known in told.items() if not known]
    if missing:
        yield f"Not known: {_enumerated(missing)}."


def _skills_told(found: Findings) -> bool:
    return bool(found.profile.skills) or any(m.credit for m in found.matches)


def _pay_told(found: Findings) -> bool:
    if found.job.salary_max is None and found.job.salary_min is None:
        return True
    return found.profile.salary_min is not None or found.profile.salary_max is not None


def _nearness(relation: str) -> str:
    return {"sibling": "of the same kind", "related": "close to it", "parent": "the wider field"}.get(
        relation, "near it"
    )


def _years(months: int) -> str:
    """Months in years, one decimal where it is not a whole number."""
    if months < 12:
        return f"{months} {'month' if months == 1 else 'months'}"
    years = round(months / 12, 1)
    return f"{years:g} {'year' if years == 1 else 'years'}"


def _plural(word: str, things: list[str] | list[SkillMatch]) -> str:
    return word if len(things) == 1 else word + "s"


def _enumerated(names: list[str]) -> str:
    """The names as a list in a sentence; beyond six, how many more."""
    shown, rest = names[:NAMED], len(names) - NAMED
    if rest > 0:
        return f"{', '.join(shown)} and {rest} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)
