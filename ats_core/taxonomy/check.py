"""The data checked: what a reviewer would otherwise have to see by eye."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from ats_core.taxonomy.model import Skill
from ats_core.taxonomy.surface import key


def check(skills: Iterable[Skill]) -> list[str]:
    """The problems in `skills`, with file and line: twin ids, colliding names, unknown or circular links."""
    listed = list(skills)
    known = {s.id: s for s in listed}
    return list(chain(_twins(listed), _collisions(listed), _dangling(listed, known), _circles(known)))


def _twins(skills: list[Skill]) -> Iterator[str]:
    seen: dict[str, Skill] = {}
    for skill in skills:
        if skill.id in seen:
            yield f"{skill.origin}: id {skill.id} is taken by {seen[skill.id].origin}"
        seen.setdefault(skill.id, skill)


def _collisions(skills: list[Skill]) -> Iterator[str]:
    owner: dict[str, Skill] = {}
    for skill in skills:
        for spelling in skill.spellings():
            first = owner.setdefault(key(spelling), skill)
            if first.id != skill.id:
                yield f"{skill.origin}: {spelling!r} of {skill.id} also names {first.id} ({first.origin})"
            if not key(spelling):
                yield f"{skill.origin}: {spelling!r} of {skill.id} is empty once folded"


def _dangling(skills: list[Skill], known: dict[str, Skill]) -> Iterator[str]:
    for skill in skills:
        for other in (*skill.parents, *skill.related):
            if other not in known:
                yield f"{skill.origin}: {skill.id} refers to {other}, which does not exist"
            if other == skill.id:
                yield f"{skill.origin}: {skill.id} refers to itself"


def _circles(known: dict[str, Skill]) -> Iterator[str]:
    done: set[str] = set()
    for start, skill in known.items():
        trail: list[str] = []
        if circle := _circle(start, known, trail, done):
            yield f"{skill.origin}: circle of parents: {' > '.join(circle)}"


def _circle(at: str, known: dict[str, Skill], trail: list[str], done: set[str]) -> list[str] | None:
    if at in trail:
        return [*trail[trail.index(at) :], at]
    if at in done or at not in known:
        return None
    trail.append(at)
    for parent in known[at].parents:
        if circle := _circle(parent, known, trail, done):
            return circle
    trail.pop()
    done.add(at)
    return None
