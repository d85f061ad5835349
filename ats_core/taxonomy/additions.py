"""What users add to the taxonomy: kept in a folder of theirs, merged with what ships, never over it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from ats_core.taxonomy.check import check
from ats_core.taxonomy.model import Skill
from ats_core.taxonomy.source import read, read_folder
from ats_core.taxonomy.surface import key
from ats_core.taxonomy.writing import write

OWN = "own.txt"
_ABOUT = "Skills of our own. Format: docs/taxonomy.md; ats taxonomy check looks it over."


@dataclass(frozen=True, slots=True)
class Merged:
    """All skills together, and what did not fit."""

    skills: list[Skill]
    problems: list[str]


class Taken(ValueError):
    """A spelling that already names another skill."""

    def __init__(self, spelling: str, skill_id: str) -> None:
        super().__init__(f"{spelling} already names {skill_id}.")
        self.spelling, self.skill_id = spelling, skill_id


def files(folder: Path) -> list[Path]:
    """The files of additions, the hand-made one first: of two that claim a spelling, the first keeps it."""
    return sorted(folder.glob("*.txt"), key=lambda path: (path.name != OWN, path.name))


def read_additions(paths: Iterable[Path]) -> Merged:
    """What those files say, each line for itself; lines that can't be read are problems."""
    skills: list[Skill] = []
    problems: list[str] = []
    for path in paths:
        skills += read(path.read_text(encoding="utf-8"), path.name, problems)
    return Merged(skills, problems)


def merge(shipped: Iterable[Skill], added: Iterable[Skill]) -> Merged:
    """`shipped` with `added`.

    What came first stays as it is: a spelling that names a skill goes on to do so, and the addition that
    claims it does without. A skill that is added under an id that exists adds its names to that one, so an
    addition that a later version ships as well does no harm.
    """
    known = {skill.id: skill for skill in shipped}
    owners = {key(spelling): skill.id for skill in known.values() for spelling in skill.spellings()}
    problems: list[str] = []
    for skill in added:
        if skill.supplement and skill.id not in known:
            problems.append(f"{skill.origin}: there is no skill {skill.id}")
            continue
        free = _free(skill, owners, problems)
        known[skill.id] = _extended(known[skill.id], free) if skill.id in known else free
    return Merged(list(known.values()), problems)


def _free(skill: Skill, owners: dict[str, str], problems: list[str]) -> Skill:
    """`skill` without the spellings that name another; the rest are its own from now on."""

    def kept(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(n for n in names if owners.get(key(n)) == skill.id)

    for spelling in skill.spellings():
        owner = owners.setdefault(key(spelling), skill.id)
        if owner != skill.id:
            problems.append(f"{skill.origin}: {spelling!r} of {skill.id} already names {owner}")
    names = {code: free for code, group in skill.names.items() if (free := kept(group))}
    return replace(skill, aliases=kept(skill.aliases), names=names)


def _extended(skill: Skill, more: Skill) -> Skill:
    extra = more.aliases if more.supplement else (more.name, *more.aliases)
    known = {key(s) for s in skill.spellings()}
    names = dict(skill.names)
    for code, group in more.names.items():
        names[code] = _union(names.get(code, ()), group)
    return replace(
        skill,
        aliases=(*skill.aliases, *(e for e in dict.fromkeys(extra) if key(e) not in known)),
        names=names,
        parents=_union(skill.parents, more.parents),
        related=_union(skill.related, more.related),
        external=_union(skill.external, more.external),
        ambiguous=skill.ambiguous | more.ambiguous,
    )


def _union(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def add(folder: Path, skill: Skill) -> Skill:
    """Adds `skill`, or a supplement, to the file of own skills in `folder`, and gives back what is kept.

    A skill of the same id that was added before is replaced; supplements come together. Raises Taken for a
    spelling that names another skill, ValueError for what the check finds wrong.
    """
    path = folder / OWN
    before = read_additions([path] if path.exists() else []).skills
    same = [s for s in before if s.id == skill.id and s.supplement == skill.supplement]
    others = [s for s in before if s not in same]
    if skill.supplement:
        for earlier in same:
            skill = _extended(earlier, skill)
    _refuse(folder, others, skill)
    write(path, [*others, skill], _ABOUT)
    return skill


def _refuse(folder: Path, others: list[Skill], skill: Skill) -> None:
    imported = read_additions([p for p in files(folder) if p.name != OWN]).skills
    rest = merge(read_folder(), [*others, *imported]).skills
    owners = {key(spelling): s.id for s in rest for spelling in s.spellings()}
    for spelling in skill.spellings():
        if not key(spelling):
            raise ValueError(f"{spelling!r} holds no letter or figure.")
        if owners.get(key(spelling), skill.id) != skill.id:
            raise Taken(spelling, owners[key(spelling)])
    known = {s.id for s in rest}
    if skill.id in known and not skill.supplement:
        raise Taken(skill.name, skill.id)
    merged = merge(rest, [skill])
    if problems := [*merged.problems, *check(merged.skills)]:
        raise ValueError(problems[0].removeprefix(": "))


def check_additions(folder: Path, extra: Path | None = None) -> list[str]:
    """What is wrong with the shipped data, the additions in `folder`, and `extra`, a file or folder."""
    paths = files(folder) if folder.is_dir() else []
    if extra is not None:
        paths = [*paths, *(files(extra) if extra.is_dir() else [extra])]
    added = read_additions(paths)
    merged = merge(read_folder(), added.skills)
    doubtful = [p for skill in added.skills for p in _doubtful(skill)]
    return [*added.problems, *merged.problems, *check(merged.skills), *doubtful]


def _doubtful(skill: Skill) -> list[str]:
    """Spellings so short that they stand in ordinary sentences."""
    short = [s for s in skill.spellings() if len(key(s)) < 3 and s not in skill.ambiguous]
    if "quiet" in skill.flags or "case" in skill.flags:
        return []
    return [
        f"{skill.origin}: {s!r} of {skill.id} is short; put ? behind it if sentences use it otherwise"
        for s in short
    ]
