"""Texts ranked by likeness, in any language: by what they say, weighed by what the collection says.

Three views are added up: words and pairs of words (TF-IDF), pieces of words (for inflected languages and for
scripts without spaces), and the skills that the taxonomy knows. The first lines, where a title stands, count
double. A second round adds what the best answers of the first have in common (Rocchio's feedback). Nothing is
trained, and no view leans on a dictionary alone: without known skills the other two share its weight.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import log, sqrt
from typing import NamedTuple

from ats_core.taxonomy import scan
from ats_core.taxonomy.surface import folded

Vector = dict[str, float]

WORDS, PIECES, SKILLS = 0.5, 0.35, 0.15
TITLE_CHARACTERS = 120  # of the beginning, at most: a title, seldom more
FEEDBACK, BEST = 0.4, 8  # how much the best answers add to the question, and how many of them
LONGEST = 60_000  # characters of one text; the rest says nothing new

_WORD = re.compile(r"[^\W\d_]+[+#]*|\d+")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")
# Scripts written without spaces: Chinese, Japanese, Thai, Lao, Khmer.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


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


def scores(questions: Sequence[str], texts: Sequence[str]) -> list[list[float]]:
    """How like each of `texts` is to each of `questions`, 0-1."""
    if not questions or not texts:
        return [[] for _ in questions]
    asked = [views(text) for text in questions]
    had = [views(text) for text in texts]
    total = [[0.0] * len(texts) for _ in questions]
    for name, share in (("words", WORDS), ("pieces", PIECES), ("skills", SKILLS)):
        view = _View([getattr(v, name) for v in had])
        for row, question in zip(total, asked, strict=True):
            likeness = view.answer(getattr(question, name))
            for at, value in enumerate(likeness):
                row[at] += share * value
    for row, question in zip(total, asked, strict=True):
        if not question.skills:
            row[:] = [value / (WORDS + PIECES) for value in row]
        row[:] = [min(value, 1.0) for value in row]
    return total


def views(text: str) -> Views:
    """The three views of a text; its title counts double."""
    text = _ADDRESS.sub(" ", text[:LONGEST])
    title = _title(text)
    low, low_title = folded(text), folded(title)
    words = Counter(_terms(low))
    words.update(_terms(low_title))
    pieces = Counter(_pieces(low))
    pieces.update(_pieces(low_title))
    skills = Counter({found.id: 1 for found in scan(text) if found.kind not in ("soft", "language")})
    return Views(words, pieces, skills)


def _title(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return first[:TITLE_CHARACTERS]


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

    def __init__(self, counts: Sequence[Counter[str]]) -> None:
        self.size = len(counts)
        spread: Counter[str] = Counter()
        for count in counts:
            spread.update(count.keys())
        self.rarity = {term: log((1 + self.size) / (0.5 + n)) for term, n in spread.items()}
        self.vectors = [self._vector(count) for count in counts]
        self.postings: dict[str, list[tuple[int, float]]] = {}
        for number, vector in enumerate(self.vectors):
            for term, weight in vector.items():
                self.postings.setdefault(term, []).append((number, weight))

    def answer(self, count: Counter[str]) -> list[float]:
        question = self._vector(count)
        first = self._likeness(question)
        best = sorted(range(self.size), key=lambda at: -first[at])[: min(BEST, self.size // 10)]
        best = [at for at in best if first[at] > 0]
        if not best:
            return first
        widened = dict(question)
        for at in best:
            for term, weight in self.vectors[at].items():
                widened[term] = widened.get(term, 0.0) + FEEDBACK * weight / len(best)
        return self._likeness(_unit(widened))

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
