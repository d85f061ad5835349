"""The names of skills as running prose has them: by first word, exact or bent in number and gender."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ats_core.taxonomy.model import Match, Skill
from ats_core.taxonomy.stems import stem
from ats_core.taxonomy.surface import TOKEN, folded, key

GUARDED = 0.9  # the confidence of a spelling that is an everyday word too
_LONGEST_ACRONYM = 5
_SHORTEST_JOINED = 5
_SHORTEST_BENT = 6


class Phrases:
    """Names by their words. `lengths`: first word -> how many words its names have, longest first."""

    def __init__(self) -> None:
        self.names: dict[str, Match | None] = {}
        self.lengths: dict[str, tuple[int, ...]] = {}

    def enter(self, words: Sequence[str], found: Match) -> Match | None:
        """What is kept under `words`: the first that came."""
        known = self.lengths.get(words[0], ())
        if len(words) not in known:
            self.lengths[words[0]] = tuple(sorted((*known, len(words)), reverse=True))
        return self.names.setdefault(" ".join(words), found)

    def exclude(self, words: Sequence[str]) -> None:
        self.names[" ".join(words)] = None

    def get(self, words: Sequence[str]) -> Match | None:
        return self.names.get(" ".join(words))


class Phrasebook:
    """What to look for in prose.

    `exact`: the names as they are written; those of several words are also kept as one word. `bent`: the same
    by stems, for names that are no products. `acronyms`: words that count only in capitals ("END").
    """

    def __init__(self, skills: Iterable[Skill], by_key: Mapping[str, Match]) -> None:
        self.exact, self.bent = Phrases(), Phrases()
        self.acronyms: set[str] = set()
        for skill in skills:
            if "quiet" not in skill.flags:
                for spelling in skill.spellings():
                    found = by_key[key(spelling)]
                    if found.id == skill.id:
                        self._enter(skill, spelling, found)

    def _enter(self, skill: Skill, spelling: str, found: Match) -> None:
        words = TOKEN.findall(folded(spelling))
        if not words:
            return
        self.exact.enter(words, found)
        if len(words) > 1 and len(joined := "".join(words)) >= _SHORTEST_JOINED:
            self.exact.enter((joined,), found)
        if _is_acronym(spelling, skill):
            self.acronyms.add(words[0])
        if _bends(words, skill, found):
            stems = [stem(word) for word in words]
            known = self.bent.enter(stems, found)
            if known is None or known.id != found.id:
                self.bent.exclude(stems)  # two skills share it


def _bends(words: Sequence[str], skill: Skill, found: Match) -> bool:
    """Whether a name may be bent in number and gender: no product, no everyday word, no short word."""
    if skill.kind == "technical" or "case" in skill.flags or found.confidence <= GUARDED:
        return False
    return len(words) > 1 or len(stem(words[0])) >= _SHORTEST_BENT


def _is_acronym(spelling: str, skill: Skill) -> bool:
    short = spelling.isalpha() and 2 <= len(spelling) <= _LONGEST_ACRONYM
    if not short or skill.kind == "technical" or not spelling.isupper():
        return False
    return all(s.isupper() for s in skill.spellings() if folded(s) == folded(spelling))
