"""Texts ranked by likeness, in any language: by what they say, weighed by what the collection says.

Three views are added up: words and pairs of words (TF-IDF, and BM25 for a part of it), pieces of words (for
inflected languages and for scripts without spaces), and the skills that the taxonomy knows. The first two
lines, where a title stands, count three times. A second round adds what the best answers of the first have
in common (Rocchio's feedback). Nothing is trained, and no view leans on a dictionary alone: without known
skills the other two share its weight.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from math import log, sqrt
from typing import NamedTuple

from ats_core.taxonomy import scan
from ats_core.taxonomy.surface import folded

Vector = dict[str, float]

TITLE_CHARACTERS = 120  # of the beginning, at most: a title, seldom more
SATURATION, BY_LENGTH = 1.2, 0.75  # BM25's k1 and b
LONGEST = 60_000  # characters of one text; the rest says nothing new

_WORD = re.compile(r"[^\W\d_]+[+#]*|\d+")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")
# Scripts written without spaces: Chinese, Japanese, Thai, Lao, Khmer.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


class Mix(NamedTuple):
    """How the views are added up, and what is done with each; the shares need not sum to 1.

    The defaults were chosen on collections in invented languages (ml/matcher/measure_rank.py, seeds 500 and
    600).
    """

    words: float = 0.5
    pieces: float = 0.7
    skills: float = 0.15
    bm25: float = 0.25  # of the words' share, by BM25 instead of TF-IDF
    feedback: float = 1.0  # how much the best answers add to the question
    best: int = 8  # how many of them
    title: int = 2  # how often a title counts besides
    lines: int = 2  # lines at the beginning in which a title may stand: a name may stand before it


DEFAULT = Mix()


class Views(NamedTuple):
    """One text as counts: of words, of pieces of words, of skills."""

    words: Counter[str]
    pieces: Counter[str]
    skills: Counter[str]


def rank(asking: Mapping[str, str], answering: Mapping[str, str]) -> Iterator[tuple[str, str, float]]:
    """(asking, answering, score 0-1) for every pair, best first for each one that asks.

    The side with fewer texts is the question; the other one is the collection. So scores do not depend on
    which side is called what.
    """
    turned = len(asking) > len(answering)
    questions, texts = (answering, asking) if turned else (asking, answering)
    table = scores(list(questions.values()), list(texts.values()))
    rows = [
        (text, question, table[q][t]) if turned else (question, text, table[q][t])
        for q, question in enumerate(questions)
        for t, text in enumerate(texts)
    ]
    place = {name: number for number, name in enumerate(asking)}
    yield from sorted(rows, key=lambda row: (place[row[0]], -row[2], row[1]))


def scores(questions: Sequence[str], texts: Sequence[str], mix: Mix = DEFAULT) -> list[list[float]]:
    """How like each of `texts` is to each of `questions`, 0-1."""
    if not questions or not texts:
        return [[] for _ in questions]
    asked = [views(text, mix.title, mix.lines) for text in questions]
    had = [views(text, mix.title, mix.lines) for text in texts]
    total = [[0.0] * len(texts) for _ in questions]
    for name, share in (("words", mix.words), ("pieces", mix.pieces), ("skills", mix.skills)):
        if not share:
            continue
        view = _View([getattr(v, name) for v in had], mix)
        for row, question in zip(total, asked, strict=True):
            likeness = view.answer(getattr(question, name), mix.bm25 if name == "words" else 0.0)
            for at, value in enumerate(likeness):
                row[at] += share * value
    for row, question in zip(total, asked, strict=True):
        whole = mix.words + mix.pieces + (mix.skills if question.skills else 0.0)
        row[:] = [min(value / whole, 1.0) for value in row]
    return total


def views(text: str, title: int = DEFAULT.title, lines: int = DEFAULT.lines) -> Views:
    """The three views of a text; its title counts `title` times more."""
    text = _ADDRESS.sub(" ", text[:LONGEST])
    low, low_title = folded(text), folded(_title(text, lines))
    words, pieces = Counter(_terms(low)), Counter(_pieces(low))
    for _ in range(title):
        words.update(_terms(low_title))
        pieces.update(_pieces(low_title))
    skills = Counter({found.id: 1 for found in scan(text) if found.kind not in ("soft", "language")})
    return Views(words, pieces, skills)


def _title(text: str, lines: int) -> str:
    """The first lines that say something: a title, or a name and a title."""
    first = (line.strip()[:TITLE_CHARACTERS] for line in text.splitlines() if line.strip())
    return "\n".join(islice(first, lines))


def _terms(low: str) -> Iterator[str]:
    """Words of two characters and more, and neighbouring pairs of them; single signs of unspaced scripts."""
    words = [w for w in _WORD.findall(low) if len(w) > 1 and not w.isdigit()]
    for word in words:
        if _UNSPACED.search(word):
            yield from (word[at : at + 2] for at in range(len(word) - 1))
        else:
            yield word
    yield from (f"{a} {b}" for a, b in pairwise(words) if not _UNSPACED.search(a + b))


def _pieces(low: str) -> Iterator[str]:
    """Four or five neighbouring letters within a word, its beginning marked; short words whole."""
    for word in _WORD.findall(low):
        if word.isdigit():
            continue
        if _UNSPACED.search(word):
            yield from (word[at : at + 3] for at in range(max(len(word) - 2, 1)))
            continue
        marked = f" {word}"
        if len(marked) <= 4:
            yield marked
        for size in (4, 5):
            yield from (marked[at : at + size] for at in range(len(marked) - size + 1))


class _View:
    """The texts of a collection in one view, ready to be asked."""

    def __init__(self, counts: Sequence[Counter[str]], mix: Mix) -> None:
        self.size, self.mix = len(counts), mix
        spread: Counter[str] = Counter()
        for count in counts:
            spread.update(count.keys())
        self.rarity = {term: log((1 + self.size) / (0.5 + n)) for term, n in spread.items()}
        self.counts = counts
        self.vectors = [self._vector(count) for count in counts]
        self.postings: dict[str, list[tuple[int, float]]] = {}
        for number, vector in enumerate(self.vectors):
            for term, weight in vector.items():
                self.postings.setdefault(term, []).append((number, weight))
        lengths = [sum(count.values()) for count in counts]
        mean = sum(lengths) / len(lengths) or 1.0
        self.drag = [SATURATION * (1 - BY_LENGTH + BY_LENGTH * length / mean) for length in lengths]

    def answer(self, count: Counter[str], bm25: float) -> list[float]:
        """How like each text is to the question, 0-1; `bm25` is the share of BM25 in it."""
        question = self._vector(count)
        first = self._mixed(question, bm25)
        best = sorted(range(self.size), key=lambda at: -first[at])[: min(self.mix.best, self.size // 10)]
        best = [at for at in best if first[at] > 0]
        if not best or not self.mix.feedback:
            return first
        widened = dict(question)
        for at in best:
            for term, weight in self.vectors[at].items():
                widened[term] = widened.get(term, 0.0) + self.mix.feedback * weight / len(best)
        return self._mixed(_unit(widened), bm25)

    def _mixed(self, question: Vector, bm25: float) -> list[float]:
        likeness = self._likeness(question)
        if not bm25:
            return likeness
        other = self._bm25(question)
        most = max(other)
        scale = max(likeness) / most if most else 0.0  # both to the same height
        return [(1 - bm25) * a + bm25 * scale * b for a, b in zip(likeness, other, strict=True)]

    def _bm25(self, question: Vector) -> list[float]:
        """BM25 (Robertson and Walker, 1994) with the question's weights for its terms."""
        found = [0.0] * self.size
        for term, weight in question.items():
            for at, _ in self.postings.get(term, ()):
                often = self.counts[at][term]
                found[at] += weight * self.rarity[term] * often * (SATURATION + 1) / (often + self.drag[at])
        return found

    def _vector(self, count: Counter[str]) -> Vector:
        """Rarity times the logarithm of how often, of length 1; what only one text has is noise or a name."""
        known = self.rarity
        return _unit({t: (1 + log(n)) * known[t] for t, n in count.items() if known.get(t, 0.0) > 0})

    def _likeness(self, question: Vector) -> list[float]:
        likeness = [0.0] * self.size
        for term, weight in question.items():
            for at, other in self.postings.get(term, ()):
                likeness[at] += weight * other
        return likeness


def _unit(vector: Vector) -> Vector:
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()} if length else {}


def average_precision(ranked: Iterable[bool]) -> float:
    """The mean, over the right answers, of the share of right ones down to each; 0 where none is right."""
    right, total = 0, 0.0
    for place, good in enumerate(ranked, 1):
        if good:
            right += 1
            total += right / place
    return total / right if right else 0.0
