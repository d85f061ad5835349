"""The skills indexed: by name, by place in the hierarchy, and by first word for prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from ats_core.taxonomy.model import Match, Relation, Skill
from ats_core.taxonomy.phrases import Phrasebook
from ats_core.taxonomy.readings import CERTIFYING, Reading, alternatives, readings
from ats_core.taxonomy.stems import bag
from ats_core.taxonomy.surface import TOKEN, key, keys, singulars

# Partial credit for a skill that stands near the one asked for (0-1).
EXACT, CHILD, RELATED, SIBLING, PARENT, ANCESTOR = 1.0, 1.0, 0.5, 0.4, 0.3, 0.15
# How sure a match is, by the rule that found it.
NAMED, ALIASED, GUARDED, ASIDE, BARE = 1.0, 0.98, 0.9, 0.9, 0.8
_MOST_WORDS = 6
_LONGEST = 200  # characters that may name one skill

_NONE = Relation("none", 0.0)


class Taxonomy:
    """A set of skills to look up in; built once, never changed."""

    def __init__(self, skills: Iterable[Skill]) -> None:
        self.skills: dict[str, Skill] = {s.id: s for s in skills}
        self._by_key: dict[str, Match] = {}
        self._enter(self.skills.values())
        self._phrasebook: Phrasebook | None = None
        self._bags: dict[str, Match | None] | None = None
        self._ancestors: dict[str, dict[str, int]] = {}
        self._loose = lru_cache(maxsize=16_384)(self._loosely)
        self.relation = lru_cache(maxsize=65_536)(self._relation)

    def __len__(self) -> int:
        return len(self.skills)

    def _enter(self, skills: Iterable[Skill]) -> None:
        """Files skills under their spellings; one that names a skill already goes on to name that one."""
        spelled = [(skill, skill.spellings()) for skill in skills]
        filed = iter(keys([spelling for _, spellings in spelled for spelling in spellings]))
        for skill, spellings in spelled:
            aliased = Match(skill.id, skill.name, skill.kind, ALIASED)
            guarded = aliased._replace(confidence=GUARDED)
            named = guarded if skill.name in skill.ambiguous else aliased._replace(confidence=NAMED)
            for spelling, place in zip(spellings, filed, strict=False):
                match = guarded if spelling in skill.ambiguous else aliased
                self._by_key.setdefault(place, named if spelling is skill.name else match)

    def find(self, text: str) -> Match | None:
        """The skill that `text` as a whole names, or None."""
        return self._by_key.get(key(text)) or (self._loose(text) if len(text) <= _LONGEST else None)

    def _loosely(self, text: str) -> Match | None:
        one = "/" not in text  # "Python / Flask" names two
        for reading in readings(text, self._of_language):
            found = self._inflected(key(reading.text)) or (self._bagged(reading) if one else None)
            if found and reading.fits(found):
                return found._replace(confidence=min(found.confidence, reading.confidence))
        return self._agreed(alternatives(text)) or (self._inside(text) if one else None)

    def _inflected(self, compact: str) -> Match | None:
        for form in _forms(compact):
            if found := self._by_key.get(form):
                return found
        return None

    def _bagged(self, reading: Reading) -> Match | None:
        """The skill whose name has the same words in another order, number or gender."""
        stems = bag(reading.text)
        found = self.bags.get(stems)
        if found is None or (" " not in stems and not _may_bend(stems, found)):
            return None
        return found._replace(confidence=min(found.confidence, ASIDE))

    @property
    def phrasebook(self) -> Phrasebook:
        """The names as prose has them; made at the first use."""
        if self._phrasebook is None:
            self._phrasebook = Phrasebook(self.skills.values(), self._by_key)
        return self._phrasebook

    @property
    def bags(self) -> dict[str, Match | None]:
        """Names by the stems of their words; None where two skills share them."""
        if self._bags is None:
            self._bags = {}
            for skill in self.skills.values():
                for spelling in skill.spellings():
                    self._enter_bag(bag(spelling), self._by_key[key(spelling)])
        return self._bags

    def _enter_bag(self, stems: str, match: Match) -> None:
        if self._bags is not None:
            known = self._bags.setdefault(stems, match)
            if known is not None and known.id != match.id:
                self._bags[stems] = None

    def _inside(self, text: str) -> Match | None:
        """The one product that `text` names among common words: "conteneurs Docker", "nube AWS".

        Another name beside it, written large, makes it a product of its own ("AWS Amplify").
        """
        words = TOKEN.findall(text)
        if not 1 < len(words) <= _MOST_WORDS:
            return None
        spans = [(a, b) for a in range(len(words)) for b in range(a + 1, len(words) + 1)]
        for a, b in sorted(spans, key=lambda span: span[0] - span[1]):
            found = self._by_key.get(key(" ".join(words[a:b])))
            if found and found.kind == "technical" and found.confidence > GUARDED:
                rest = [w for i, w in enumerate(words) if not a <= i < b and (i or a == 0)]
                fits = all(
                    (w.islower() or f"-{w}" in text)  # "WordPress-Seiten"
                    and key(w) not in self._by_key
                    and key(w) not in CERTIFYING
                    for w in rest
                )
                return found._replace(confidence=BARE) if fits else None
        return None

    def _agreed(self, parts: list[str]) -> Match | None:
        """What all parts of a text name alike, if it is no product: "camarero/camarera"."""
        matches = [self.find(part) for part in parts]
        first = matches[0] if matches else None
        if first is None or first.kind == "technical" or any(m is None or m.id != first.id for m in matches):
            return None
        return first._replace(confidence=min(first.confidence, ASIDE))

    def _of_language(self, match: Match) -> bool:
        if match.kind == "language":
            return True
        return any(
            self.skills[r].kind == "language" for r in self.skills[match.id].related if r in self.skills
        )

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


def _may_bend(stems: str, match: Match) -> bool:
    """Whether one word may be read in another number or gender: names of products and short words may not."""
    return len(stems) >= 5 and match.kind != "technical"


def _forms(compact: str) -> Iterator[str]:
    """The keys that `compact` may be kept under: itself, with or without "js", in the singular or plural."""
    if not compact:
        return
    yield compact
    if compact.endswith("js") and len(compact) > 3:
        yield compact[:-2]
    yield compact + "js"
    yield from singulars(compact)
    if len(compact) > 3:
        yield compact + "s"
