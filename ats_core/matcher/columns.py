"""Very many profiles in columns, to find the best of them for a job without scoring each.

Two stages. The first works out for all profiles at once a bound that no score exceeds: every part exactly,
except the likeness of past work, of which it knows only the words of all past jobs together, and the
memory, of which it takes the most. The second scores one by one, in the order of the bounds, until the next
bound is below the last score that counts. So the ranking is the one that scoring everybody would give, to
the last digit.

Needs numpy (the extra `learning` brings it).
"""

from __future__ import annotations

import importlib
from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, Generic, TypeVar

from ats_core.matcher.digest import Digest, Wish
from ats_core.matcher.look import Look, cents
from ats_core.matcher.memory import MOST, PRIOR, Memory
from ats_core.matcher.model import JobCriteria
from ats_core.matcher.scoring import job_names
from ats_core.matcher.trees import Adjustment
from ats_core.taxonomy import default

T = TypeVar("T", bound=Hashable)

SLACK = 0.03  # points: more than all rounding of the parts to 0.01
TINY = 1e-6  # points: scores are apart by 0.01 or equal
BATCH = 32  # rows scored between two looks at whether it is enough
SHELF_ROWS = 65_536
BLOCK = 2048  # rows whose adjustment is worked out at once


class Postings:
    """Rows that have a skill, with how much it counts, its use and its level."""

    def __init__(self) -> None:
        self.rows, self.weights, self.levels = array("i"), array("f"), array("f")
        self.months, self.agos = array("h"), array("h")

    def add(self, row: int, weight: float, months: int, ago: int, level: float) -> None:
        self.rows.append(row)
        self.weights.append(weight)
        self.levels.append(level)
        self.months.append(months)
        self.agos.append(ago)


class Codes(Generic[T]):
    """The different values of a column that has few of them; a row holds the number of its value."""

    def __init__(self) -> None:
        self.values: list[T] = []
        self._known: dict[T, int] = {}

    def number(self, value: T) -> int:
        number = self._known.get(value)
        if number is None:
            number = self._known[value] = len(self.values)
            self.values.append(value)
        return number


class Shelf:
    """Some tens of thousands of rows: few enough that a column of them stays in the processor's cache."""

    def __init__(self) -> None:
        self.size = 0
        self.skills: dict[str, Postings] = {}
        self.words: dict[str, dict[str, array[int]]] = {"titles": {}, "told": {}, "duties": {}}
        self._months, self._counts, self._past = array("h"), array("h"), array("b")
        self._study, self._place, self._wish = array("i"), array("i"), array("i")
        self.frozen: dict[str, Any] = {}

    def add(self, digest: Digest, study: int, place: int, wish: int) -> None:
        row = self.size
        self.size += 1
        for skill in digest.skills:
            self.skills.setdefault(skill.id, Postings()).add(row, *skill[1:])
        for name, words in (("titles", digest.titles), ("told", digest.told), ("duties", digest.duties)):
            postings = self.words[name]
            for word in words:
                postings.setdefault(word, array("i")).append(row)
        self._months.append(digest.months)
        self._counts.append(min(len(digest.skills), 32_000))
        self._past.append(digest.past_known)
        self._study.append(study)
        self._place.append(place)
        self._wish.append(wish)

    def freeze(self, numpy: Any) -> None:
        view = numpy.asarray
        self.frozen = {
            "months": view(self._months),
            "known": view(self._counts) > 0,
            "past": view(self._past).astype(bool),
            "study": view(self._study),
            "place": view(self._place),
            "wish": view(self._wish),
        }


class Columns:
    """The index. `add` rows, `freeze` it, then ask for `bounds` of a job, any number of times."""

    def __init__(self, shelf_rows: int = SHELF_ROWS) -> None:
        self.numpy: Any = importlib.import_module("numpy")
        self.size = 0
        self.shelf_rows = shelf_rows
        self.shelves: list[Shelf] = []
        self.study: Codes[tuple[Any, str | None]] = Codes()
        self.place: Codes[str | None] = Codes()
        self.wish: Codes[Wish] = Codes()
        self._near: dict[str, list[tuple[str, float]]] = {}

    def add(self, digest: Digest) -> int:
        """Adds a profile; its row."""
        row = self.size
        self.size += 1
        if row % self.shelf_rows == 0:
            self.shelves.append(Shelf())
        self.shelves[-1].add(
            digest,
            self.study.number(digest.study),
            self.place.number(digest.location),
            self.wish.number(digest.wish),
        )
        return row

    def freeze(self) -> None:
        """Makes the columns ready to be asked; nothing is added after that."""
        self._near.clear()
        for shelf in self.shelves:
            shelf.freeze(self.numpy)

    def near(self, asked: str) -> list[tuple[str, float]]:
        """All skills that anybody has and that stand near the one asked for, with their credit."""
        found = self._near.get(asked)
        if found is None:
            relation = default().relation
            held = dict.fromkeys(name for shelf in self.shelves for name in shelf.skills)
            every = ((name, relation(asked, name).credit) for name in held)
            found = self._near[asked] = [(name, credit) for name, credit in every if credit]
        return found

    def bounds(self, job: JobCriteria, model: Adjustment, memory: Memory) -> Iterator[tuple[int, float]]:
        """Rows with a bound of their score, the highest bounds first, equal ones in their order."""
        looked = Look(self, job)
        lifted = _lift_of(self.numpy, model)
        recalled = _recall_of(self.numpy, job, model, memory)
        yield from self._blocks(looked, lifted, recalled, model)

    def _blocks(
        self, looked: Look, lifted: Any, recalled: Any, model: Adjustment
    ) -> Iterator[tuple[int, float]]:
        """Rows by bound, their adjustments worked out a block at a time, as far as somebody asks."""
        np = self.numpy
        formula, rest = looked.formula(), None  # None: all rows
        waiting: list[tuple[float, int]] = []
        left = self.size
        while left:
            worth = formula if rest is None else formula[rest]
            if left > BLOCK:
                # The best BLOCK rows behind `left`; before them the best of all others.
                left -= BLOCK
                cut = np.argpartition(worth, left - 1)
                beyond = float(worth[cut[left - 1]])
                cut = cut if rest is None else rest[cut]
                block, rest = cut[left:], cut[:left]
                ceiling = (
                    float(recalled(lifted(np.array([beyond + SLACK]), np.array([model.bound])))[0]) + SLACK
                )
            else:
                block, ceiling, left = np.arange(self.size) if rest is None else rest, -1.0, 0
            points = np.clip(model.scale * looked.margins(block, model), -model.bound, model.bound)
            adjusted = cents(np, lifted(looked.rounded(block), points))
            bound = cents(np, recalled(adjusted))
            waiting = sorted([*waiting, *zip((-bound).tolist(), block.tolist(), strict=True)])
            ready = 0
            while ready < len(waiting) and -waiting[ready][0] >= ceiling:
                yield waiting[ready][1], -waiting[ready][0]
                ready += 1
            waiting = waiting[ready:]
        for negative, row in waiting:
            yield row, -negative


def _lift_of(np: Any, model: Adjustment) -> Callable[[Any, Any], Any]:
    width = model.bound * 4 / 3

    def lifted(score: Any, points: Any) -> Any:
        score = np.minimum(score, 100.0)
        room = np.where(points >= 0, 100 - score, score)
        return score + points * np.minimum(1.0, np.maximum(room, 0.0) / width)

    return lifted


def _recall_of(np: Any, job: JobCriteria, model: Adjustment, memory: Memory) -> Callable[[Any], Any]:
    """The most that the memory can make of scores: every success of such jobs recalled in full, no
    failure.
    """
    most = sum(o.weight * same for o, same in memory.of_job(*job_names(job)) if o.label)
    if not most:
        return lambda score: score
    curve = model.calibration

    def recalled(score: Any) -> Any:
        before = 1 / (1 + np.exp(-(curve.a + curve.b * score)))
        after = np.minimum((PRIOR * before + most) / (PRIOR + most), 1 - 1e-9)
        change = (np.log(after / (1 - after)) - curve.a) / curve.b - score
        return np.minimum(100.0, score + change / (1 + np.abs(change) / MOST))

    return recalled


def best(
    columns: Columns,
    job: JobCriteria,
    model: Adjustment,
    memory: Memory,
    top: int,
    scored: Callable[[list[int]], Iterable[float]],
) -> tuple[list[int], int]:
    """The `top` rows by exact score, equal ones in their order, and how many were scored to know that.

    `scored` gives the exact scores of rows; it is asked for as few as are needed.
    """
    found: list[tuple[float, int]] = []
    waiting: list[int] = []
    count = 0

    def settle() -> None:
        nonlocal count
        count += len(waiting)
        found.extend(zip((-score for score in scored(waiting)), waiting, strict=True))
        found.sort()
        del found[top:]
        waiting.clear()

    for row, bound in columns.bounds(job, model, memory):
        if waiting and len(found) + len(waiting) >= top and (len(waiting) >= BATCH or not found):
            settle()
        if len(found) >= top:
            last, place = found[-1]
            if bound < -last - TINY:
                break
            if bound <= -last + TINY and row > place:
                continue  # as good as the last at best, and after it
        waiting.append(row)
    if waiting:
        settle()
    return [row for _, row in found], count
