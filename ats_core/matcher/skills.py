"""Skills: what the job asks for against what the candidate states or has demonstrably done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ats_core.matcher import mastery
from ats_core.matcher.experience import months_of_spans, span_of
from ats_core.matcher.mastery import UNSEEN, Use, level_value
from ats_core.matcher.model import Evidence, JobCriteria, Level, Profile, SkillMatch
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
    """A skill of the candidate, how much it counts (0-1), the title of the job that shows it, and how
    well.
    """

    id: str
    name: str
    weight: float
    evidence: str | None = None
    use: Use = UNSEEN
    level: Level | None = None
    said: Evidence | None = None


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


def held_skills(profile: Profile, today: date) -> dict[str, Held]:
    """The candidate's skills by id: those stated, those certified, and those that past jobs show."""
    shown = _shown(profile, today)
    held: dict[str, Held] = {}
    for stated in _stated(profile):
        before = held.get(stated.id)
        if before is not None:
            held[stated.id] = replace(before, level=_higher(before.level, stated.level))
        elif (seen := shown.get(stated.id)) is not None:
            level = _higher(seen.level, stated.level)
            held[stated.id] = replace(seen, name=stated.name, weight=1.0, level=level)
        else:
            held[stated.id] = stated
    for skill_id, seen in shown.items():
        held.setdefault(skill_id, seen)
    return held


def _higher(one: Level | None, other: Level | None) -> Level | None:
    """The level that is worth more; not stating one is worth more than being a beginner."""
    return max(one, other, key=level_value)


def _stated(profile: Profile) -> Iterator[Held]:
    for place, skill in enumerate(profile.skills):
        said = Evidence(field=f"skills[{place}]", start=0, end=len(skill.name), text=skill.name)
        if skill.id and (known := default().skills.get(skill.id)):
            named = [(known.id, known.name)]
        else:
            named = list(identify([skill.name]))
        for skill_id, name in named:
            yield Held(skill_id, name, 1.0, level=skill.level, said=said)
    for place, text in enumerate(profile.certifications):
        field = f"certifications[{place}]"
        whole = find(text)
        if whole:
            said = Evidence(field=field, start=0, end=len(text), text=text)
            yield Held(whole.id, whole.name, 1.0, said=said)
        for f in scan(text):
            yield Held(f.id, f.name, 1.0, said=Evidence(field=field, start=f.start, end=f.end, text=text))


def _shown(profile: Profile, today: date) -> dict[str, Held]:
    """The skills that past jobs show, with the first job that does, and the time of all that do."""
    first: dict[str, Held] = {}
    spans: dict[str, list[tuple[int, int]]] = {}
    for place, position in enumerate(profile.work_history):
        span = span_of(position, today)
        here: set[str] = set()
        for name, text in (("title", position.title), ("description", position.description)):
            for found in scan(text) if text else ():
                if found.id not in first:
                    said = quoted(f"work_history[{place}].{name}", text or "", found.start, found.end)
                    first[found.id] = Held(found.id, found.name, SHOWN_ONLY, position.title, said=said)
                here.add(found.id)
        for skill_id in here if span else ():
            spans.setdefault(skill_id, []).append(span)  # type: ignore[arg-type]
    now = today.year * 12 + today.month
    return {
        skill_id: replace(
            held,
            use=Use(months_of_spans(spans[skill_id]), max(0, now - max(end for _, end in spans[skill_id]))),
        )
        if skill_id in spans
        else held
        for skill_id, held in first.items()
    }


AROUND = 60  # characters of prose shown on either side


def quoted(field: str, text: str, start: int, end: int) -> Evidence:
    """The evidence at `start` to `end` of `text`, with whole words around it."""
    left, right = max(0, start - AROUND), min(len(text), end + AROUND)
    shown = text[left:right]
    if left > 0:
        shown = "..." + shown.partition(" ")[2] if " " in shown[: start - left] else "..." + shown
    if right < len(text):
        shown = shown.rpartition(" ")[0] + "..." if " " in text[end:right] else shown + "..."
    return Evidence(field=field, start=start, end=end, text=" ".join(shown.split()))


def match_skills(
    asked: tuple[Asked, ...], held: dict[str, Held], required_months: int | None = None
) -> tuple[SkillMatch, ...]:
    """Each skill asked for with the best that the candidate has for it."""
    return tuple(_best(a, held, required_months) for a in asked)


def _best(asked: Asked, held: dict[str, Held], required_months: int | None) -> SkillMatch:
    best, credit, kind = None, 0.0, "none"
    depth = recency = level = 0.0
    relation_of = default().relation
    for skill in held.values():
        relation = relation_of(asked.id, skill.id)
        if not relation.credit:
            continue
        worth = relation.credit * skill.weight
        if worth > credit or (worth == credit and skill.id == asked.id):
            best, credit, kind = skill, worth, relation.kind
        depth = max(depth, relation.credit * mastery.depth(skill.use, required_months))
        recency = max(recency, relation.credit * mastery.recency(skill.use))
        level = max(level, relation.credit * level_value(skill.level))
    return SkillMatch.model_construct(
        asked=asked.name,
        required=asked.required,
        credit=credit,
        relation=kind,
        had=best.name if best else None,
        evidence=best.evidence if best else None,
        months=best.use.months if best else None,
        ago=best.use.ago if best else None,
        level=best.level if best else None,
        said=best.said if best else None,
        depth=depth,
        recency=recency,
        mastery=level,
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
