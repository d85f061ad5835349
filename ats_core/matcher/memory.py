"""The outcome memory: what became of people who resemble the candidate, at once, between two refits.

A Beta-binomial estimate with a kernel: where the score says a hire has probability p, and past outcomes y
(1 a success, 0 a failure) resemble the pair with weights w, the estimate becomes (M p + sum w y) / (M + sum
w). One more success adds (1 - p') w / (M + W + w) > 0 for everybody with w > 0, and nothing for the rest.

The kernel looks one way, so that more matched skills never lower a score: a candidate resembles a success as
far as nothing is missing that the success had, and resembles a failure as far as there is nothing that the
failure had not. Beyond REACH nothing is alike at all: the weight is 0, not small.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ats_core.matcher.features import NAMES
from ats_core.matcher.model import Neighbour
from ats_core.matcher.trees import Calibration

PRIOR = 6.0  # M: how many outcomes the score itself is worth
MOST = 10.0  # points, at most, either way
REACH = 0.6  # distance at which nothing is alike any more
MISSING_SKILLS = 1.0  # what lacking all of a success's skills adds to the distance
LEAST_ALIKE = 0.5  # likeness of two jobs, or of two careers, below which an outcome says nothing
UNKNOWN_CAREER = 0.75  # likeness of careers where one of them is not known


@dataclass(frozen=True, slots=True)
class Imprint:
    """What is kept of a pair to compare others with: no person, only what was asked for and what was there.

    `skills` are ids of skills without languages, which go along with origin; `past` the words of past titles.
    """

    features: tuple[float, ...]
    skills: frozenset[str]
    past: frozenset[str]
    job_skills: frozenset[str]
    job_title: frozenset[str]

    def to_json(self) -> dict[str, Any]:
        return {
            "features": dict(zip(NAMES, self.features, strict=True)),
            "skills": sorted(self.skills),
            "past": sorted(self.past),
            "job_skills": sorted(self.job_skills),
            "job_title": sorted(self.job_title),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Imprint:
        """The imprint in `data`; KeyError if it was made with other features than today's."""
        return cls(
            tuple(data["features"][name] for name in NAMES),
            frozenset(data["skills"]),
            frozenset(data["past"]),
            frozenset(data["job_skills"]),
            frozenset(data["job_title"]),
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """A labelled outcome: its number, 1 or 0, how much it counts, and the pair that it was of."""

    number: int
    label: int
    weight: float
    imprint: Imprint


@dataclass(frozen=True)
class Memory:
    """The outcomes since the model was trained; `version` is the number of the newest one known."""

    outcomes: tuple[Outcome, ...] = ()
    version: int = 0
    _by_job: dict[Any, list[tuple[Outcome, float]]] = field(default_factory=dict, compare=False, repr=False)

    def neighbours(self, pair: Imprint) -> tuple[tuple[Neighbour, int], ...]:
        """The outcomes that resemble `pair`, each with its label, in the order of their numbers."""
        found = []
        for outcome, same_job in self.of_job(pair.job_skills, pair.job_title):
            weight = round(outcome.weight * same_job * likeness(pair, outcome), 6)
            if weight > 0:
                found.append((Neighbour(outcome=outcome.number, weight=weight), outcome.label))
        return tuple(found)

    def of_job(self, job_skills: frozenset[str], job_title: frozenset[str]) -> list[tuple[Outcome, float]]:
        """The outcomes of jobs like this one, with how alike the jobs are; worked out once for each job."""
        job = (job_skills, job_title)
        if job not in self._by_job:
            alike = (
                (o, job_likeness(job, (o.imprint.job_skills, o.imprint.job_title))) for o in self.outcomes
            )
            self._by_job[job] = [(o, same) for o, same in alike if same >= LEAST_ALIKE]
        return self._by_job[job]


NOTHING = Memory()


def likeness(pair: Imprint, outcome: Outcome) -> float:
    """0-1: how much `outcome` says about `pair`, if both were of the same job."""
    past = outcome.imprint
    careers = _career(pair.past, past.past)
    if careers < LEAST_ALIKE:
        return 0.0
    distance = _behind(pair, past) if outcome.label else _ahead(pair, past)
    near = max(0.0, 1 - (distance / REACH) ** 2)
    return careers * near * near


def _behind(pair: Imprint, success: Imprint) -> float:
    """How far `pair` falls short of a success; falls with every skill that it gains."""
    lacking = len(success.skills - pair.skills) / max(1, len(success.skills))
    return _missing(pair, success) + MISSING_SKILLS * lacking


def _ahead(pair: Imprint, failure: Imprint) -> float:
    """How far `pair` goes beyond a failure; rises, or stays, with every skill that it gains."""
    more = len(pair.skills - failure.skills)
    return _missing(failure, pair) + MISSING_SKILLS * more / max(1, more + len(failure.skills))


Names = tuple[frozenset[str], frozenset[str]]


def job_likeness(one: Names, other: Names) -> float:
    """0-1: the mean overlap of the skills asked for and of the titles' words (Jaccard)."""
    known = [x for a, b in zip(one, other, strict=True) if (x := _jaccard(a, b)) is not None]
    return sum(known) / len(known) if known else 0.0


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float | None:
    """The share of common members; None where neither side has any."""
    return len(one & other) / len(one | other) if one or other else None


def _career(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return UNKNOWN_CAREER
    return len(one & other) / min(len(one), len(other))


def _missing(low: Imprint, high: Imprint) -> float:
    """How far the features of `low` fall short of those of `high`."""
    short = sum(max(0.0, h - v) ** 2 for v, h in zip(low.features, high.features, strict=True))
    return float(short**0.5)


def recall(score: float, calibration: Calibration, successes: float, weight: float) -> float:
    """The score that what was remembered makes of `score`: less than MOST points from it, and 0-100.

    `weight` is the sum of the neighbours' weights, `successes` that of those with a success.
    """
    if weight <= 0:
        return score
    before = calibration.curve(score)
    after = (PRIOR * before + successes) / (PRIOR + weight)
    change = calibration.score(min(max(after, 1e-9), 1 - 1e-9)) - score
    # Bent towards MOST with a slope of at most 1, so that a higher score still ends higher.
    return max(0.0, min(100.0, score + change / (1 + abs(change) / MOST)))


def sums(neighbours: Sequence[tuple[Neighbour, int]]) -> tuple[float, float]:
    """`(successes, weight)` of the neighbours."""
    successes = round(sum(n.weight for n, label in neighbours if label), 6)
    return successes, round(sum(n.weight for n, _ in neighbours), 6)
