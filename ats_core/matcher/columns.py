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

from ats_core.matcher import education, experience, features, mastery, pay, place, skills
from ats_core.matcher.digest import Digest, Wish
from ats_core.matcher.memory import MOST, PRIOR, Memory
from ats_core.matcher.model import JobCriteria, Profile
from ats_core.matcher.scoring import WEIGHTS, Wanted, job_names, wanted
from ats_core.matcher.trees import Adjustment
from ats_core.matcher.words import word_weight
from ats_core.taxonomy import default

T = TypeVar("T", bound=Hashable)

SLACK = 0.03  # points: more than all rounding of the parts to 0.01
BATCH = 32  # rows scored between two looks at whether it is enough
BLOCK = 4096  # rows whose adjustment is worked out at once


class _Postings:
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


class _Codes(Generic[T]):
    """A column of few different values: a number for each row, and the values."""

    def __init__(self) -> None:
        self.numbers = array("i")
        self.values: list[T] = []
        self._known: dict[T, int] = {}

    def add(self, value: T) -> None:
        number = self._known.get(value)
        if number is None:
            number = self._known[value] = len(self.values)
            self.values.append(value)
        self.numbers.append(number)


class Columns:
    """The index. `add` rows, `freeze` it, then ask for `bounds` of a job, any number of times."""

    def __init__(self) -> None:
        self.numpy: Any = importlib.import_module("numpy")
        self.size = 0
        self._skills: dict[str, _Postings] = {}
        self._words: dict[str, dict[str, array[int]]] = {"titles": {}, "told": {}, "duties": {}}
        self._months = array("h")
        self._counts = array("h")
        self._past = array("b")
        self._study: _Codes[tuple[Any, str | None]] = _Codes()
        self._place: _Codes[str | None] = _Codes()
        self._wish: _Codes[Wish] = _Codes()
        self._frozen: dict[str, Any] = {}

    def add(self, digest: Digest) -> int:
        """Adds a profile; its row."""
        row = self.size
        self.size += 1
        for skill in digest.skills:
            self._skills.setdefault(skill.id, _Postings()).add(row, *skill[1:])
        for name, words in (("titles", digest.titles), ("told", digest.told), ("duties", digest.duties)):
            postings = self._words[name]
            for word in words:
                postings.setdefault(word, array("i")).append(row)
        self._months.append(digest.months)
        self._counts.append(min(len(digest.skills), 32_000))
        self._past.append(digest.past_known)
        self._study.add(digest.study)
        self._place.add(digest.location)
        self._wish.add(digest.wish)
        return row

    def freeze(self) -> None:
        """Makes the columns ready to be asked; nothing is added after that."""
        view = self.numpy.asarray
        self._frozen = {
            "months": view(self._months),
            "known": view(self._counts) > 0,
            "past": view(self._past).astype(bool),
            "study": view(self._study.numbers),
            "place": view(self._place.numbers),
            "wish": view(self._wish.numbers),
        }

    def bounds(self, job: JobCriteria, model: Adjustment, memory: Memory) -> Iterator[tuple[int, float]]:
        """Rows with a bound of their score, the highest bounds first; the bound is SLACK above at least."""
        looked = _Look(self, job)
        lifted = _lift_of(self.numpy, model)
        recalled = _recall_of(self.numpy, job, model, memory)
        yield from self._blocks(looked, lifted, recalled, model)

    def _blocks(
        self, looked: _Look, lifted: Any, recalled: Any, model: Adjustment
    ) -> Iterator[tuple[int, float]]:
        """Rows by bound, their adjustments worked out a block at a time, as far as somebody asks."""
        np = self.numpy
        formula, rows = looked.formula(), np.arange(self.size)
        waiting: list[tuple[float, int]] = []
        while len(rows):
            if len(rows) > BLOCK:
                cut = np.argpartition(-formula[rows], BLOCK)
                block, rows = rows[cut[:BLOCK]], rows[cut[BLOCK:]]
                beyond = float(formula[rows].max())
                ceiling = float(recalled(lifted(np.array([beyond]), np.array([model.bound])))[0]) + SLACK
            else:
                block, rows, ceiling = rows, rows[:0], -1.0
            points = np.clip(model.scale * looked.margins(block, model), -model.bound, model.bound)
            bound = recalled(lifted(formula[block], points)) + SLACK
            waiting = sorted([*waiting, *zip((-bound).tolist(), block.tolist(), strict=True)])
            ready = 0
            while ready < len(waiting) and -waiting[ready][0] >= ceiling:
                yield waiting[ready][1], -waiting[ready][0]
                ready += 1
            waiting = waiting[ready:]
        for negative, row in waiting:
            yield row, -negative


class _Look:
    """One job looked at over all rows: the values of the parts, as float32 columns."""

    def __init__(self, columns: Columns, job: JobCriteria) -> None:
        self.columns, self.job = columns, job
        self.np: Any = columns.numpy
        self.wanted: Wanted = wanted(job)
        self._match_skills()
        self.years = self._years()
        self._match_work()
        self.education = self._by_code(columns._study, "study", self._education_of)
        self.location = self._by_code(
            columns._place, "place", lambda p: place.location_value(job.location, job.remote, p)
        )
        self.salary = self._by_code(columns._wish, "wish", self._salary_of)

    def formula(self) -> Any:
        """The bound of the formula's score for each row."""
        values = {
            "skills": self.skills,
            "experience": self.years * (experience.LEAST + (1 - experience.LEAST) * self.near),
            "education": self.education,
            "location": self.location,
            "salary": self.salary,
        }
        total = self._zeros()
        for name, weight in WEIGHTS.items():
            total += self.np.float32(weight) * values[name]
        return total

    def margins(self, rows: Any, model: Adjustment) -> Any:
        """The sums of the model's trees for some rows, with the features at their bounds."""
        np = self.np
        found = [
            self._share(rows, "required", "credit", 1.0),
            self._share(rows, "preferred", "credit", 1.0),
            self._weakest(rows),
            self._share(rows, "main", "depth", 0.35),
            self._share(rows, "main", "recency", 0.5),
            self._share(rows, "main", "level", 0.25),
            self.years[rows] / 100,
            self.near[rows],
            self.by_title[rows],
            self.by_duties[rows],
            self.education[rows] / 100,
            self.location[rows] / 100,
            self.salary[rows] / 100,
        ]
        # A hair above, so that no threshold is missed by rounding.
        table = np.stack(found, axis=1).astype(np.float32) + np.float32(2e-6)
        return margins(np, table, model)

    # --- skills

    def _match_skills(self) -> None:
        np = self.np
        required = self.job.required_experience_months
        self.credit: list[Any] = []
        self.parts: list[dict[str, Any]] = []
        for asked in self.wanted.skills:
            parts = {name: self._zeros() for name in ("credit", "depth", "recency", "level")}
            for skill_id, postings in self.columns._skills.items():
                relation = default().relation(asked.id, skill_id)
                if relation.credit:
                    self._gather(parts, postings, relation.credit, required)
            self.parts.append(parts)
        known = self.columns._frozen["known"]
        if not self.wanted.skills:
            self.mean = self._zeros()
            self.skills = np.full(self.columns.size, skills.NOT_ASKED, np.float32)
            return
        flags = [a.required for a in self.wanted.skills]
        credits = [p["credit"] for p in self.parts]
        yes = [c for c, r in zip(credits, flags, strict=True) if r]
        no = [c for c, r in zip(credits, flags, strict=True) if not r]
        if yes and no:
            share = skills.REQUIRED_SHARE
            self.mean = share * (sum(yes) / len(yes)) + (1 - share) * (sum(no) / len(no))
        else:
            self.mean = sum(credits) / len(credits)
        best = np.maximum.reduce(credits)
        met = np.maximum(100 * self.mean, skills.UNKNOWN * best)
        self.skills = np.where(known, met, np.float32(skills.UNKNOWN)).astype(np.float32)

    def _gather(
        self, parts: dict[str, Any], postings: _Postings, credit: float, required: int | None
    ) -> None:
        np = self.np
        rows = np.asarray(postings.rows)
        months, agos = np.asarray(postings.months), np.asarray(postings.agos)
        enough = min(required or mastery.ENOUGH_MONTHS, mastery.LONGEST_ASKED)
        deep = np.clip(months / np.float32(enough), mastery.UNKNOWN_DEPTH, 1.0)
        span = mastery.OLD_MONTHS - mastery.RECENT_MONTHS
        faded = np.maximum(0.0, (agos - mastery.RECENT_MONTHS) / np.float32(span))
        lately = np.maximum(mastery.UNKNOWN_RECENCY, 1.0 - faded)
        lately = np.where(agos < 0, mastery.UNKNOWN_RECENCY, lately)
        worths = {
            "credit": np.asarray(postings.weights),
            "depth": deep,
            "recency": lately,
            "level": np.asarray(postings.levels),
        }
        for name, worth in worths.items():
            column = parts[name]
            column[rows] = np.maximum(column[rows], np.float32(credit) * worth)

    def _main(self) -> list[dict[str, Any]]:
        required = [p for a, p in zip(self.wanted.skills, self.parts, strict=True) if a.required]
        return required or self.parts

    def _share(self, rows: Any, which: str, name: str, least: float) -> Any:
        np = self.np
        flags = {"required": (True,), "preferred": (False,)}.get(which)
        pairs = zip(self.wanted.skills, self.parts, strict=True)
        chosen = self._main() if flags is None else [p for a, p in pairs if a.required in flags]
        if not chosen:
            return np.full(len(rows), features.NOT_ASKED, np.float32)
        worths = [p[name][rows] for p in chosen]
        met = np.maximum(sum(worths) / len(worths), features.UNKNOWN_SHARE * np.maximum.reduce(worths))
        unknown = features.UNKNOWN_SHARE * least
        return np.where(self.columns._frozen["known"][rows], met, unknown)

    def _weakest(self, rows: Any) -> Any:
        np = self.np
        if not self.parts:
            return np.full(len(rows), features.NOT_ASKED, np.float32)
        credits = [p["credit"][rows] for p in self._main()]
        low, high = np.minimum.reduce(credits), np.maximum.reduce(credits)
        met = np.maximum(low, features.UNKNOWN_SHARE * high)
        return np.where(self.columns._frozen["known"][rows], met, features.UNKNOWN_SHARE)

    # --- work, study, place, pay

    def _years(self) -> Any:
        np, required = self.np, self.job.required_experience_months
        months = self.columns._frozen["months"]
        if not required:
            value = 100.0 if required == 0 else experience.NOT_ASKED
            return np.full(self.columns.size, value, np.float32)
        share = np.minimum(1.0, months / np.float32(required)) * np.float32(100)
        return np.where(months < 0, np.float32(experience.UNKNOWN_YEARS), share)

    def _match_work(self) -> None:
        np, past = self.np, self.columns._frozen["past"]
        asked, duties = self.wanted.title, self.wanted.duties
        unknown = np.float32(experience.UNKNOWN_FIT)
        named = self._overlap("titles", asked)
        told = self._overlap("told", asked)
        by_title = np.maximum(named, np.float32(experience.TOLD) * told)
        by_duties = np.minimum(1.0, self._overlap("duties", duties) / np.float32(experience.FULL_OVERLAP))
        known = past if asked or duties else np.zeros_like(past)
        self.by_title = np.where(known, by_title, unknown) if asked else np.full_like(by_title, unknown)
        self.by_duties = np.where(known, by_duties, unknown) if duties else np.full_like(by_duties, unknown)
        likeness = np.maximum(by_title, np.float32(experience.DUTIES_CAP) * by_duties)
        fit = np.where(known, np.minimum(1.0, likeness / np.float32(experience.NEAR)), unknown)
        self.near = np.maximum(fit, np.minimum(1.0, self.mean / np.float32(experience.NEAR)))

    def _overlap(self, name: str, asked: frozenset[str]) -> Any:
        """The share of `asked` that stands anywhere in the past, by weight."""
        column, whole = self._zeros(), sum(word_weight(w) for w in asked)
        postings = self.columns._words[name]
        for word in asked:
            if word in postings:
                column[self.np.asarray(postings[word])] += word_weight(word)
        return column / self.np.float32(whole) if whole else column

    def _by_code(self, codes: _Codes[Any], name: str, value: Callable[[Any], float]) -> Any:
        table = self.np.array([value(v) for v in codes.values], self.np.float32)
        return table[self.columns._frozen[name]] if len(table) else self._zeros()

    def _education_of(self, study: tuple[Any, str | None]) -> float:
        level, field = study
        words = self.wanted.title | self.wanted.duties
        fit = education.field_fit(field, words, [s.id for s in self.wanted.skills])
        return education.education_value(level, self.job.required_education, fit)

    def _salary_of(self, wish: Wish) -> float:
        return pay.salary_value(
            self.job,
            Profile(
                salary_min=wish.low, salary_max=wish.high, salary_currency=wish.currency,
                salary_period=wish.period,
            ),
        )  # fmt: skip

    def _zeros(self) -> Any:
        return self.np.zeros(self.columns.size, self.np.float32)


def margins(np: Any, table: Any, model: Adjustment) -> Any:
    """The sums of the trees for rows of features (n, 13), all rows at once."""
    total = np.zeros(len(table), np.float32)
    for tree in model.trees:
        total += _walk(np, table, tree)
    return total


def _walk(np: Any, table: Any, node: Any) -> Any:
    if not isinstance(node, tuple):
        return np.float32(node)
    feature, threshold, left, right = node
    goes_left = table[:, feature] < np.float32(threshold)
    return np.where(goes_left, _walk(np, table, left), _walk(np, table, right))


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
    scored: Callable[[list[int]], Iterable[tuple[float, str]]],
) -> tuple[list[int], int]:
    """The `top` rows by exact score, best first, and how many were scored to know that.

    `scored` gives, for rows, their exact scores and the names that order equal ones; it is asked for as few
    as are needed.
    """
    found: list[tuple[float, str, int]] = []
    waiting: list[int] = []
    count = 0

    def settle() -> None:
        nonlocal count
        count += len(waiting)
        for row, (score, name) in zip(waiting, scored(waiting), strict=True):
            found.append((-score, name, row))
        found.sort()
        del found[top:]
        waiting.clear()

    for row, bound in columns.bounds(job, model, memory):
        if len(found) + len(waiting) >= top and waiting and (len(waiting) >= BATCH or not found):
            settle()
        if len(found) >= top and bound < -found[-1][0]:
            break
        waiting.append(row)
    if waiting:
        settle()
    return [row for _, _, row in found], count
