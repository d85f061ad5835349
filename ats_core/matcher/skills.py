"""Skills: what the job asks for against what the candidate states or has demonstrably done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ats_core.matcher.model import JobCriteria, Position, Profile, SkillMatch
from ats_core.taxonomy import default, find, scan
from ats_core.taxonomy.surface import key

REQUIRED_SHARE = 0.8  # of the part, where both required and preferred skills are asked for
SHOWN_ONLY = 0.9  # credit for a skill that only the duties of a job show
UNKNOWN = 20.0  # value where the candidate's skills are not known
NOT_ASKED = 50.0  # value where the job names no skill


@dataclass(frozen=True, slots=True)
class Asked:
    """A skill that the job asks for. `id` is the taxonomy's, or the folded name where it knows none."""

    id: str
    name: str
    required: bool


@dataclass(frozen=True, slots=True)
class Held:
    """A skill of the candidate, how much it counts (0-1), and the title of the job that shows it."""

    id: str
    name: str
    weight: float
    evidence: str | None = None


def identify(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The ids and names of skills in free text; a skill that nobody knows goes by its folded name."""
    for name in names:
        if match := find(name):
            yield match.id, match.name
        elif folded := key(name):
            yield "=" + folded, name.strip()


def asked_skills(job: JobCriteria) -> tuple[Asked, ...]:
    """The job's skills, each once; what is required is not preferred besides."""
    asked: dict[str, Asked] = {}
    for names, required in ((job.required_skills, True), (job.preferred_skills, False)):
        for skill_id, name in identify(names):
            asked.setdefault(skill_id, Asked(skill_id, name, required))
    return tuple(asked.values())


def held_skills(profile: Profile) -> dict[str, Held]:
    """The candidate's skills by id: those stated, those certified, and those that past jobs show."""
    shown = dict(_shown(profile.work_history))
    held: dict[str, Held] = {}
    for skill_id, name in _stated(profile):
        held.setdefault(skill_id, Held(skill_id, name, 1.0, shown.get(skill_id, (name, None))[1]))
    for skill_id, (name, title) in shown.items():
        held.setdefault(skill_id, Held(skill_id, name, SHOWN_ONLY, title))
    return held


def _stated(profile: Profile) -> Iterator[tuple[str, str]]:
    for skill in profile.skills:
        if skill.id and (known := default().skills.get(skill.id)):
            yield known.id, known.name
        else:
            yield from identify([skill.name])
    for text in profile.certifications:
        whole = find(text)
        if whole:
            yield whole.id, whole.name
        yield from ((f.id, f.name) for f in scan(text))


def _shown(positions: Iterable[Position]) -> Iterator[tuple[str, tuple[str, str | None]]]:
    """Skill id -> name and job title, the first job named first."""
    seen: set[str] = set()
    for position in positions:
        for text in (position.title, position.description):
            for found in scan(text) if text else ():
                if found.id not in seen:
                    seen.add(found.id)
                    yield found.id, (found.name, position.title)


def match_skills(asked: tuple[Asked, ...], held: dict[str, Held]) -> tuple[SkillMatch, ...]:
    """Each skill asked for with the best that the candidate has for it."""
    return tuple(_best(a, held) for a in asked)


def _best(asked: Asked, held: dict[str, Held]) -> SkillMatch:
    best, credit, kind = None, 0.0, "none"
    exact = held.get(asked.id)
    for skill in (exact,) if exact is not None and exact.weight == 1.0 else held.values():
        relation = default().relation(asked.id, skill.id)
        if relation.credit * skill.weight > credit:
            best, credit, kind = skill, relation.credit * skill.weight, relation.kind
    return SkillMatch(
        asked=asked.name,
        required=asked.required,
        credit=credit,
        relation=kind,
        had=best.name if best else None,
        evidence=best.evidence if best else None,
    )


def mean_credit(matches: tuple[SkillMatch, ...]) -> float:
    """The credit over all skills asked for, 0-1: required skills make up 0.8, preferred ones 0.2."""
    required = [m.credit for m in matches if m.required]
    preferred = [m.credit for m in matches if not m.required]
    if not required or not preferred:
        return _mean(required or preferred)
    return REQUIRED_SHARE * _mean(required) + (1 - REQUIRED_SHARE) * _mean(preferred)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def skills_value(matches: tuple[SkillMatch, ...], known: bool) -> float:
    """The part's value, 0-100. One skill met is worth at least what not knowing any is worth."""
    if not matches:
        return NOT_ASKED
    if not known:
        return UNKNOWN
    return max(100 * mean_credit(matches), UNKNOWN * max(m.credit for m in matches))
