"""The skills indexed: by name, by place in the hierarchy, and by first word for prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ats_core.taxonomy.model import Match, Relation, Skill
from ats_core.taxonomy.surface import (
    key,
    singulars,
    tokens,
    without_brackets,
    without_qualifiers,
    without_vendor,
    without_version,
)

# Partial credit for a skill that stands near the one asked for (0-1).
EXACT, CHILD, RELATED, SIBLING, PARENT, ANCESTOR = 1.0, 1.0, 0.5, 0.4, 0.3, 0.15
# How sure a match is, by the rule that found it.
NAMED, ALIASED, GUARDED, INFLECTED, VERSIONED, QUALIFIED = 1.0, 0.98, 0.9, 0.95, 0.95, 0.9

_NONE = Relation("none", 0.0)


class Phrases(NamedTuple):
    """The names that begin with one word, and how many words they have, longest first."""

    lengths: tuple[int, ...]
    names: dict[tuple[str, ...], Match]


class Taxonomy:
    """A set of skills to look up in; built once, never changed."""

    def __init__(self, skills: Iterable[Skill]) -> None:
        self.skills: dict[str, Skill] = {s.id: s for s in skills}
        self._by_key: dict[str, Match] = {}
        for skill in self.skills.values():
            self._enter(skill)
        self._phrases: dict[str, Phrases] | None = None
        self._ancestors: dict[str, dict[str, int]] = {}
        self._loose = lru_cache(maxsize=16_384)(self._loosely)
        self.relation = lru_cache(maxsize=65_536)(self._relation)

    def __len__(self) -> int:
        return len(self.skills)

    def _enter(self, skill: Skill) -> None:
        aliased = Match(skill.id, skill.name, skill.kind, ALIASED)
        guarded = aliased._replace(confidence=GUARDED)
        for spelling in skill.spellings():
            self._by_key.setdefault(key(spelling), guarded if spelling in skill.ambiguous else aliased)
        if skill.name not in skill.ambiguous:
            self._by_key[key(skill.name)] = aliased._replace(confidence=NAMED)

    def find(self, text: str) -> Match | None:
        """The skill that `text` as a whole names, or None."""
        return self._by_key.get(key(text)) or self._loose(text)

    def _loosely(self, text: str) -> Match | None:
        for spelling, confidence in _looser(text):
            if found := self._inflected(key(spelling)):
                return found._replace(confidence=min(found.confidence, confidence))
        return None

    def _inflected(self, compact: str) -> Match | None:
        for form in _forms(compact):
            if found := self._by_key.get(form):
                return found
        return None

    def _relation(self, asked: str, had: str) -> Relation:
        """How `had` stands to `asked`, both ids; ids that nobody knows are unrelated unless equal.

        `child`: what is had is a kind of what is asked, and counts in full.
        """
        if asked == had:
            return Relation("exact", EXACT)
        if asked not in self.skills or had not in self.skills:
            return _NONE
        if asked in self.ancestors(had):
            return Relation("child", CHILD)
        return self._partial(self.skills[asked], self.skills[had])

    def _partial(self, one: Skill, other: Skill) -> Relation:
        asked, had = one.id, other.id
        if had in one.related or asked in other.related:
            return Relation("related", RELATED)
        if any("apart" not in self.skills[p].flags for p in set(one.parents) & set(other.parents)):
            return Relation("sibling", SIBLING)
        if steps := self.ancestors(asked).get(had):
            return Relation("parent", PARENT if steps == 1 else ANCESTOR)
        return _NONE

    def ancestors(self, skill_id: str) -> dict[str, int]:
        """The skills above `skill_id`, each with its least distance in steps (1 is a parent)."""
        known = self._ancestors.get(skill_id)
        if known is None:
            known = self._ancestors[skill_id] = dict(self._upwards(skill_id))
        return known

    def _upwards(self, skill_id: str) -> Iterator[tuple[str, int]]:
        seen, layer, steps = {skill_id}, [skill_id], 0
        while layer:
            steps += 1
            layer = [p for s in layer if s in self.skills for p in self.skills[s].parents if p not in seen]
            layer = list(dict.fromkeys(layer))
            seen.update(layer)
            yield from ((p, steps) for p in layer)

    @property
    def phrases(self) -> dict[str, Phrases]:
        """For prose: first word -> the names that begin with it; several words are also kept as one."""
        if self._phrases is None:
            names: dict[str, dict[tuple[str, ...], Match]] = {}
            for skill in self.skills.values():
                if "quiet" not in skill.flags:
                    self._enter_phrases(skill, names)
            self._phrases = {first: _phrases(group) for first, group in names.items()}
        return self._phrases

    def _enter_phrases(self, skill: Skill, phrases: dict[str, dict[tuple[str, ...], Match]]) -> None:
        for spelling in skill.spellings():
            words = tuple(word for word, _, _ in tokens(spelling))
            found = self._by_key[key(spelling)]
            if not words or found.id != skill.id:
                continue
            phrases.setdefault(words[0], {}).setdefault(words, found)
            if len(words) > 1 and len(joined := "".join(words)) > 4:
                phrases.setdefault(joined, {}).setdefault((joined,), found)


def _phrases(names: dict[tuple[str, ...], Match]) -> Phrases:
    return Phrases(tuple(sorted({len(name) for name in names}, reverse=True)), names)


def _looser(text: str) -> Iterator[tuple[str, float]]:
    """Ever looser spellings of `text`, each with the most confidence that it can give."""
    plain = without_brackets(text)
    yield plain, INFLECTED
    yield without_version(plain), VERSIONED
    yield without_qualifiers(plain), QUALIFIED
    bare = without_version(without_qualifiers(plain))
    yield bare, QUALIFIED
    yield without_vendor(bare), QUALIFIED


def _forms(compact: str) -> Iterator[str]:
    """The keys that `compact` may be kept under: itself, with or without "js", in the singular or plural."""
    if not compact:
        return
    yield compact
    if compact.endswith("js") and len(compact) > 3:
        yield compact[:-2]
    yield compact + "js"
    yield from singulars(compact)
    yield compact + "s"
