"""Skills found in running prose, with a guard for names that are also everyday words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ats_core.taxonomy.index import GUARDED, Taxonomy
from ats_core.taxonomy.model import Found, Match, Skill
from ats_core.taxonomy.stems import stem
from ats_core.taxonomy.surface import folded, tokens, word_set

SURE, BY_CONTEXT = 0.95, 0.75
_GAP = re.compile(r"[ \t\u00a0]*(?:[.\-/&'’]|\r?\n)?[ \t\u00a0]*$")
_NARROW_GAP = re.compile(r"[ .\-]?$")
_SEPARATOR = re.compile(r"[,;|/•·▪●\n\t()&+\-–]|\s{2,}")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|\S+\.(?:com|org|net|io|de|fr|es|pt)/\S*")
_LETTERS = re.compile(r"[^\W\d_]+")
_JOINERS = word_set("and or y e o et ou und oder plus")
_CUES_AFTER = word_set("""
    developer developers engineer engineers programming programmer language framework code coding
    script scripts backend services microservices service app apps application applications api apis macros
    formulas
    spreadsheets entwickler entwicklung desarrollador desarrolladora desenvolvedor desenvolvedora
    developpeur developpeuse programacion programacao programmation programmierung
""")
_CUES_BEFORE = word_set("""
    programming language using lenguaje linguagem langage sprache lang framework usando utilisant microsoft ms
    apache programacion programacao programmation developer programmer desarrollador desarrolladora
    desenvolvedor desenvolvedora programador programadora developpeur developpeuse entwickler entwicklerin
    programmierer
""")
_CUE_PAIRS_BEFORE = word_set("""
    written_in developed_in built_in built_with coded_in code_in experience_with experience_in knowledge_of
    proficient_in proficient_with proficiency_in skilled_in skills_in expert_in programming_in program_in
    services_in backend_in developer_in worked_with working_with experiencia_con experiencia_en
    conocimientos_de escrito_en experiencia_com experiencia_em conhecimento_em conhecimentos_de
    desenvolvido_em developpe_en experience_en connaissance_de erfahrung_mit erfahrung_in kenntnisse_in
    entwickelt_in
    geschrieben_in programmierung_in backend_with services_with
""")


# "Wrote the service in Go": a word of making, then a preposition before the name.
_MAKING = word_set("""
    wrote write writing written developed develop developing built build building programmed program
    programming coded coding implemented deployed automated designed maintained created drafted
    modelled modeled kept experience experienced proficient skilled knowledge proficiency
    escribi desarrolle desarrollado desarrollada desarrollar programe programado programar implemente creado
    manejo experiencia conocimientos dominio
    escrevi desenvolvi desenvolvido desenvolvida desenvolver programei programado programar conhecimentos
    conhecimento experiencia sei
    developpe developpee developpement programme code cree realise experience connaissances maitrise
    entwickelt entwickelte geschrieben programmiert programmierte umgesetzt erstellt erfahrung kenntnisse
""")
_PREPOSITIONS = word_set("in with on using en con em com avec sous mit de of")
_REACH = 6


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
        hits = list(self._hits())
        for place, hit in enumerate(hits):
            if not hit.guarded:
                yield self._found(hit, SURE)
            elif self._cued(hit) or self._listed(hits, place):
                yield self._found(hit, BY_CONTEXT)

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
        if _CUES_AFTER.intersection(after) or "_".join(before) in _CUE_PAIRS_BEFORE:
            return True
        if before and before[-1] in _CUES_BEFORE:
            return True
        return bool(before) and before[-1] in _PREPOSITIONS and self._made(hit.first)

    def _made(self, first: int) -> bool:
        """Whether a word of making or knowing stands some words before, and a name that is written large."""
        earlier = self.plain[max(first - _REACH, 0) : first]
        return self.text[self.words[first][1]].isupper() and bool(_MAKING.intersection(earlier))

    def _listed(self, hits: list[_Hit], place: int) -> bool:
        """Whether the hit is an item of a list whose neighbouring item is a skill as well."""
        before = place > 0 and self._neighbours(hits[place - 1], hits[place])
        return before or (place + 1 < len(hits) and self._neighbours(hits[place], hits[place + 1]))

    def _neighbours(self, left: _Hit, right: _Hit) -> bool:
        """Whether nothing but a separator, a joining word or a version stands between two hits."""
        gap = self.text[self.words[left.last][2] : self.words[right.first][1]]
        if len(gap) > 30 or "\n\n" in gap:
            return False
        between = [folded(w) for w in _LETTERS.findall(gap)]
        return all(w in _JOINERS for w in between) if between else bool(_SEPARATOR.search(gap))


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
