"""Skills found in running prose, with a guard for names that are also everyday words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ats_core.taxonomy import cues
from ats_core.taxonomy.index import GUARDED, Taxonomy
from ats_core.taxonomy.model import Found, Match, Skill
from ats_core.taxonomy.stems import stem
from ats_core.taxonomy.surface import folded, tokens

SURE, BY_CONTEXT = 0.95, 0.75
_GAP = re.compile(r"[ \t\u00a0]*(?:[.\-/&'’]|\r?\n)?[ \t\u00a0]*$")
_NARROW_GAP = re.compile(r"[ .\-]?$")
_SEPARATOR = re.compile(r"[,;|/•·▪●\n\t()&+\-–]|\s{2,}")
# From the start of what holds no space: from every place, a long run would cost the square of its length.
_ADDRESS = re.compile(r"(?<!\S)\S+@\S+|https?://\S+|www\.\S+|(?<!\S)\S+\.(?:com|org|net|io|de|fr|es|pt)/\S*")
_LETTERS = re.compile(r"[^\W\d_]+")
_POSSESSIVES = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class _Hit:
    first: int  # places of words
    last: int
    match: Match
    guarded: bool = False


def scan(text: str, taxonomy: Taxonomy) -> list[Found]:
    """The skills that `text` speaks of, in order, without overlaps."""
    return list(_Prose(text, taxonomy).found())


class _Prose:
    def __init__(self, text: str, taxonomy: Taxonomy) -> None:
        self.text = _ADDRESS.sub(_blank, text) if "@" in text or "/" in text or "www." in text else text
        self.taxonomy = taxonomy
        self.book = taxonomy.phrasebook
        self.words = tokens(self.text)
        self.plain = [word for word, _, _ in self.words]

    def found(self) -> Iterator[Found]:
        hits = [hit for hit in self._hits() if not self._surname(hit)]
        for run in self._runs(hits):
            sure = [not hit.guarded or self._cued(hit) for hit in run]
            listed = any(sure) or len(run) >= cues.RUN or (len(run) > 1 and self._alone(run))
            for hit in run:
                if listed:
                    yield self._found(hit, BY_CONTEXT if hit.guarded else SURE)

    def _runs(self, hits: list[_Hit]) -> Iterator[list[_Hit]]:
        """The hits by lists: what stands in one run is parted by nothing but separators and joining words."""
        run: list[_Hit] = []
        for hit in hits:
            if run and not self._neighbours(run[-1], hit):
                yield run
                run = []
            run.append(hit)
        if run:
            yield run

    def _alone(self, run: list[_Hit]) -> bool:
        """Whether a line holds nothing else: "- Go or Rust"."""
        start, end = self.words[run[0].first][1], self.words[run[-1].last][2]
        before = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        after = self.text[end:].partition("\n")[0]
        return not _LETTERS.search(before + after)

    def _surname(self, hit: _Hit) -> bool:
        before = self.plain[max(hit.first - 1, 0) : hit.first]
        return hit.first == hit.last and bool(cues.TITLES.intersection(before))

    def _found(self, hit: _Hit, confidence: float) -> Found:
        start, end = self.words[hit.first][1], self.words[hit.last][2]
        return Found(hit.match.id, hit.match.name, hit.match.kind, start, end, confidence)

    def _hits(self) -> Iterator[_Hit]:
        at = 0
        while at < len(self.words):
            hit = self._hit(at)
            if hit is not None:
                yield hit
            at = hit.last + 1 if hit else at + 1

    def _hit(self, at: int) -> _Hit | None:
        exact = self.book.exact
        lengths = exact.lengths.get(self.plain[at], ())
        for length in lengths:
            last = at + length - 1
            match = exact.get(self.plain[at : at + length]) if last < len(self.words) else None
            if match is None or not self._joined(at, last):
                continue
            if self._js_follows(last):
                return _Hit(at, last + 1, match)
            if at == last:
                return self._single(at, match)
            return _Hit(at, last, match, guarded=match.confidence == GUARDED)
        return self._bent(at) or (None if lengths else self._worn(at))

    def _bent(self, at: int) -> _Hit | None:
        """A name in another number or gender: "conciliación bancaria", "Schweißerinnen"."""
        bent = self.book.bent
        for length in bent.lengths.get(stem(self.plain[at]), ()):
            last = at + length - 1
            if last < len(self.words) and self._joined(at, last):
                match = bent.get([stem(word) for word in self.plain[at : at + length]])
                if match is not None:
                    return _Hit(at, last, match)
        return None

    def _single(self, at: int, match: Match) -> _Hit | None:
        """The hit on one word, unless the skill is written otherwise; guarded if an everyday word."""
        word, start, end = self.words[at]
        written = self.text[start:end]
        if not _written_right(self.taxonomy.skills[match.id], word, written):
            return None
        if match.kind == "professional" and self.text[end : end + 2] in _POSSESSIVES:
            return None  # "the bricklayer's mate"
        small = word in self.book.acronyms and not written.isupper()
        return _Hit(at, at, match, guarded=small or match.confidence == GUARDED)

    def _joined(self, first: int, last: int) -> bool:
        """Whether nothing stands between the words but what may stand inside a name."""
        words = self.words[first : last + 1]
        return all(_GAP.match(self.text[a[2] : b[1]]) for a, b in pairwise(words))

    def _js_follows(self, last: int) -> bool:
        """Whether "js" or ".js" belongs to the name before it (React.js, "react js")."""
        after = last + 1
        if self.plain[after : after + 1] != ["js"] or self.plain[last] == "js":
            return False
        return bool(_NARROW_GAP.match(self.text[self.words[last][2] : self.words[after][1]]))

    def _worn(self, at: int) -> _Hit | None:
        """A single word in another form: "reactjs", "html5", a plural."""
        for form in _worn_forms(self.plain[at]):
            match = self.book.exact.get((form,))
            if match and match.confidence > GUARDED and "case" not in self.taxonomy.skills[match.id].flags:
                return _Hit(at, at, match)
        return None

    def _cued(self, hit: _Hit) -> bool:
        before = self.plain[max(hit.first - 2, 0) : hit.first]
        after = self.plain[hit.last + 1 : hit.last + 2]
        if cues.AFTER.intersection(after) or "_".join(before) in cues.PAIRS_BEFORE:
            return True
        if not before:
            return False
        if before[-1] in cues.BEFORE:
            return True
        if before[-1] in cues.ROLES_BEFORE and hit.match.kind == "professional":
            return True
        return before[-1] in cues.PREPOSITIONS and self._made(hit.first)

    def _made(self, first: int) -> bool:
        """Whether a word of making or knowing stands some words before, and a name that is written large."""
        earlier = self.plain[max(first - cues.REACH, 0) : first]
        return self.text[self.words[first][1]].isupper() and bool(cues.MAKING.intersection(earlier))

    def _neighbours(self, left: _Hit, right: _Hit) -> bool:
        """Whether nothing but a separator, a joining word or a version stands between two hits."""
        gap = self.text[self.words[left.last][2] : self.words[right.first][1]]
        if len(gap) > 30 or "\n\n" in gap or gap == "-":  # a hyphen makes one word of two
            return False
        between = [folded(w) for w in _LETTERS.findall(gap)]
        return all(w in cues.JOINERS for w in between) if between else bool(_SEPARATOR.search(gap))


def _blank(match: re.Match[str]) -> str:
    """As many spaces: what stands in an address or a link is no skill, and places stay."""
    return " " * len(match.group())


def _written_right(skill: Skill, word: str, written: str) -> bool:
    """Whether capitals are where the name has them, for skills where that counts; all capitals pass too."""
    if "case" not in skill.flags:
        return True
    spelled = [s for s in skill.spellings() if folded(s) == word]
    if any(s in (written, s.lower()) for s in spelled):
        return True
    return written.isupper() and len(written) > 3


def _worn_forms(word: str) -> Iterator[str]:
    if word.endswith("js") and len(word) > 4:
        yield word[:-2]
    if word[-1].isdigit() and len(stem := word.rstrip("0123456789")) > 2:
        yield stem
    if word.endswith("s") and len(word) > 4:
        yield word[:-1]
