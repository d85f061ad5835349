"""Collections of jobs and résumés with known relevance in invented languages, to measure ranking by text on.

Each language is made from a seed: syllables, frequent words that say nothing (Zipf), and for every field of
work and every occupation in it words of its own. Words are inflected by endings, more or less as the
language has it, and now and then two are written as one. A text of an occupation names only a few of its
words, mixes them with those of its field and of other fields, and may be short or long. A résumé tells of
one to four jobs, not all of one occupation. Relevant is who has the job's occupation for most of the time,
and some of those of the same field.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import NamedTuple

FIELDS, OCCUPATIONS = 10, 4
ONSETS = [*"bdfghjklmnprstvz", "br", "dr", "gr", "kl", "kr", "pl", "pr", "st", "tr", "sk"]
VOWELS = [*"aeiouäö", "ai", "ei", "ou"]
ENDS = ["", "", "n", "r", "s", "l", "k", "t", "m"]


class Collection(NamedTuple):
    """Jobs and people as texts, and for each job the names of the people who are relevant."""

    name: str
    jobs: dict[str, str]
    people: dict[str, str]
    relevant: dict[str, set[str]]


@dataclass(frozen=True)
class Language:
    """A vocabulary: `common` words, `fields[f]` and `occupations[f][o]` stems, and endings for inflection."""

    common: list[str]
    fields: list[list[str]]
    occupations: list[list[list[str]]]
    endings: list[str]
    joined: float


def language(dice: random.Random, endings: int, joined: float) -> Language:
    seen: set[str] = set()

    def stem(syllables: int) -> str:
        while True:
            word = "".join(
                dice.choice(ONSETS) + dice.choice(VOWELS) + dice.choice(ENDS) for _ in range(syllables)
            )
            if word not in seen:
                seen.add(word)
                return word

    return Language(
        common=[stem(dice.choice((1, 1, 2, 2, 3))) for _ in range(700)],
        fields=[[stem(dice.choice((2, 2, 3))) for _ in range(70)] for _ in range(FIELDS)],
        occupations=[
            [[stem(dice.choice((2, 2, 3))) for _ in range(45)] for _ in range(OCCUPATIONS)]
            for _ in range(FIELDS)
        ],
        endings=["", *("".join((dice.choice("aeiouy"), dice.choice(ENDS))) for _ in range(endings))],
        joined=joined,
    )


class _Writer:
    """Writes texts of one language."""

    def __init__(self, dice: random.Random, spoken: Language) -> None:
        self.dice, self.spoken = dice, spoken
        self.rank = [1 / (n + 1) for n in range(len(spoken.common))]

    def text(self, field: int, occupation: int, words: int, focus: float) -> str:
        """Running text; `focus` is the share of its words that speak of the field or the occupation."""
        own = self.dice.sample(self.spoken.occupations[field][occupation], k=self.dice.randint(6, 14))
        wide = self.dice.sample(self.spoken.fields[field], k=self.dice.randint(8, 20))
        other = self.dice.choice(self.spoken.fields)
        said = []
        for _ in range(words):
            chance = self.dice.random()
            if chance < focus * 0.4:
                said.append(self.inflected(self.dice.choice(own)))
            elif chance < focus:
                said.append(self.inflected(self.dice.choice(wide)))
            elif chance < focus + 0.08:
                said.append(self.inflected(self.dice.choice(other)))
            else:
                said.append(self.dice.choices(self.spoken.common, self.rank)[0])
        return " ".join(said)

    def inflected(self, stem: str) -> str:
        if self.dice.random() < self.spoken.joined:
            stem = self.dice.choice(self.spoken.common[:200]) + stem
        return stem + self.dice.choice(self.spoken.endings)

    def title(self, field: int, occupation: int) -> str:
        own = self.spoken.occupations[field][occupation]
        words = [self.dice.choice(own[:4])]
        if self.dice.random() < 0.6:
            words.append(self.dice.choice(self.spoken.fields[field][:8]))
        if self.dice.random() < 0.4:
            words.append(self.dice.choice(self.spoken.common))
        return " ".join(self.inflected(w) for w in words)


def collection(
    name: str, seed: int, *, jobs: int, people: int, endings: int, joined: float, focus: float, unsure: float
) -> Collection:
    """A collection: the same one for the same seed."""
    dice = random.Random(seed)
    writer = _Writer(dice, language(dice, endings, joined))
    places = [(f, o) for f in range(FIELDS) for o in range(OCCUPATIONS)]
    asked = {f"job{n:03}": dice.choice(places) for n in range(jobs)}
    had = {f"person{n:03}": _career(dice, asked, places) for n in range(people)}
    texts = {
        key: f"{writer.title(*place)}\n{writer.text(*place, dice.randint(50, 220), focus)}"
        for key, place in asked.items()
    }
    resumes = {key: _resume(dice, writer, career, focus) for key, career in had.items()}
    relevant = {
        job: {who for who, career in had.items() if _fits(dice, place, career, unsure)}
        for job, place in asked.items()
    }
    return Collection(name, texts, resumes, relevant)


def _career(
    dice: random.Random, asked: dict[str, tuple[int, int]], places: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    first = dice.choice(list(asked.values())) if dice.random() < 0.6 else dice.choice(places)
    career = [first]
    for _ in range(dice.choice((0, 0, 1, 1, 2, 3))):
        chance = dice.random()
        near = (first[0], dice.randrange(OCCUPATIONS))
        career.append(first if chance < 0.45 else near if chance < 0.75 else dice.choice(places))
    return career


def _resume(dice: random.Random, writer: _Writer, career: list[tuple[int, int]], focus: float) -> str:
    parts = []
    for place in career:
        parts.append(f"{writer.title(*place)}\n{writer.text(*place, dice.choice((8, 25, 50, 110)), focus)}")
    if dice.random() < 0.5:
        parts.append(writer.text(*dice.choice(career), dice.randint(5, 60), 0.1))
    if dice.random() < 0.6:  # a name stands first
        name = " ".join(
            dice.choice(ONSETS).title() + dice.choice(VOWELS) + dice.choice(ONSETS) + "a" for _ in "ab"
        )
        parts.insert(0, name)
    return "\n\n".join(parts)


def _fits(dice: random.Random, place: tuple[int, int], career: list[tuple[int, int]], unsure: float) -> bool:
    share = sum(p == place for p in career) / len(career)
    near = sum(p[0] == place[0] for p in career) / len(career)
    if dice.random() < unsure:  # people judge otherwise now and then
        return dice.random() < 0.5
    return share >= 0.5 or (near > 0.6 and dice.random() < 5 * unsure * near)
