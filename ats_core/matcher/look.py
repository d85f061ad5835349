"""One job looked at over all profiles at once: parts of the score, and features, as columns of numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ats_core.matcher import education, experience, features, mastery, pay, place, skills
from ats_core.matcher.digest import Wish
from ats_core.matcher.model import JobCriteria, Profile
from ats_core.matcher.scoring import WEIGHTS, Wanted, wanted
from ats_core.matcher.trees import Adjustment
from ats_core.matcher.words import word_weight

if TYPE_CHECKING:
    from ats_core.matcher.columns import Codes, Columns, Shelf


class Look:
    """One job looked at over all rows, shelf by shelf: what is worked out for one stays in the cache."""

    def __init__(self, columns: Columns, job: JobCriteria) -> None:
        np: Any = columns.numpy
        self.job, self.numpy, self.shelf_rows = job, np, columns.shelf_rows
        self.wanted: Wanted = wanted(job)
        asked = [a.id for a in self.wanted.skills]
        self.near_of = {name: columns.near(name) for name in asked}
        self.main = [a.id for a in self.wanted.skills if a.required] or asked
        self.studies = self._table(columns.study, self._education_of)
        self.places = self._table(
            columns.place, lambda known: place.location_value(job.location, job.remote, known)
        )
        self.wishes = self._table(columns.wish, self._salary_of)
        self.shelves = [OnShelf(self, shelf) for shelf in columns.shelves]

    def formula(self) -> Any:
        """The formula's score for each row (float32, points), at most 0.03 below its bound."""
        return self.numpy.concatenate([shelf.formula for shelf in self.shelves])

    def rounded(self, rows: Any) -> Any:
        """The bound of the formula's score for some rows, its parts rounded as the parts of a score are."""
        return self._gathered(rows, self.numpy.float64, OnShelf.rounded)

    def margins(self, rows: Any, model: Adjustment) -> Any:
        """The sums of the model's trees for some rows, with the features at their bounds."""
        np = self.numpy
        table = self._gathered(rows, np.float32, OnShelf.features, len(features.NAMES))
        # A hair above, so that no threshold is missed by rounding.
        return margins(np, table + np.float32(2e-6), model)

    def _gathered(self, rows: Any, kind: Any, of: Callable[[OnShelf, Any], Any], *width: int) -> Any:
        """What `of` says of each shelf's share of `rows`, in the order of `rows`."""
        np = self.numpy
        found = np.empty((len(rows), *width), kind)
        numbers = rows // self.shelf_rows
        for number, shelf in enumerate(self.shelves):
            chosen = np.flatnonzero(numbers == number)
            if len(chosen):
                within = (rows[chosen] - number * self.shelf_rows).astype(np.int32)  # as postings hold them
                found[chosen] = of(shelf, within)
        return found

    def _table(self, codes: Codes[Any], value: Callable[[Any], float]) -> Any:
        return self.numpy.array([value(v) for v in codes.values], self.numpy.float32)

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


class OnShelf:
    """One job looked at over the rows of one shelf: what is dear to find again, as float32 columns.

    The rest (years, education, place, pay) is worked out again for the rows that somebody asks for.
    """

    def __init__(self, look: Look, shelf: Shelf) -> None:
        self.look, self.shelf = look, shelf
        self.np: Any = look.numpy
        np = self.np
        self.credits = [self._credit_of(asked.id) for asked in look.wanted.skills]
        self._match_work()
        total = np.zeros(shelf.size, np.float32)
        for name, value in self._values(slice(None)).items():
            total += np.float32(WEIGHTS[name]) * value
        self.formula = total

    def rounded(self, rows: Any) -> Any:
        np, total = self.np, self.np.zeros(len(rows))
        for name, value in self._values(rows).items():
            total += cents(np, WEIGHTS[name] * cents(np, value.astype(np.float64)))
        return total

    def features(self, rows: Any) -> Any:
        values = self._values(rows)
        found = [
            *self._shares(rows),
            self._years(rows) / 100,
            self.near[rows],
            self.by_title[rows],
            self.by_duties[rows],
            values["education"] / 100,
            values["location"] / 100,
            values["salary"] / 100,
        ]
        return self.np.stack(found, axis=1)

    def _values(self, rows: Any) -> dict[str, Any]:
        """The parts of the formula for some rows, or all of them (a slice)."""
        np, look, frozen = self.np, self.look, self.shelf.frozen
        fit = np.float32(experience.LEAST) + np.float32(1 - experience.LEAST) * self.near[rows]
        return {
            "skills": self._skills(rows),
            "experience": self._years(rows) * fit,
            "education": look.studies[frozen["study"][rows]],
            "location": look.places[frozen["place"][rows]],
            "salary": look.wishes[frozen["wish"][rows]],
        }

    # --- skills

    def _credit_of(self, asked: str) -> Any:
        """The best credit that each row has for a skill."""
        np, column = self.np, self._zeros()
        empty = True
        for name, credit in self.look.near_of[asked]:
            postings = self.shelf.skills.get(name)
            if postings is None:
                continue
            rows = np.asarray(postings.rows)
            worth = np.float32(credit) * np.asarray(postings.weights)
            column[rows] = worth if empty else np.maximum(column[rows], worth)
            empty = False
        return column

    def _mean(self, rows: Any) -> Any:
        """The credits of the skills asked for, the required ones weighing more, from 0 to 1."""
        flags = [a.required for a in self.look.wanted.skills]
        yes = [c for c, r in zip(self.credits, flags, strict=True) if r]
        no = [c for c, r in zip(self.credits, flags, strict=True) if not r]
        share = skills.REQUIRED_SHARE if yes and no else float(bool(yes))
        mean = self._zeros()[rows]
        for part, weight in ((yes, share), (no, 1 - share)):
            for credit in part if weight else ():
                mean += self.np.float32(weight / len(part)) * credit[rows]
        return mean

    def _skills(self, rows: Any) -> Any:
        np, known = self.np, self.shelf.frozen["known"][rows]
        if not self.credits:
            return np.full(len(known), skills.NOT_ASKED, np.float32)
        best = self.credits[0][rows].copy()
        for credit in self.credits[1:]:
            np.maximum(best, credit[rows], out=best)
        met = np.maximum(100 * self._mean(rows), skills.UNKNOWN * best)
        return np.where(known, met, np.float32(skills.UNKNOWN))

    def _mastery_of(self, asked: str, rows: Any) -> dict[str, Any]:
        """Depth, recency and level of a skill, for some rows."""
        np = self.np
        found = {name: np.zeros(len(rows), np.float32) for name in ("depth", "recency", "level")}
        required = self.look.job.required_experience_months
        enough = min(required or mastery.ENOUGH_MONTHS, mastery.LONGEST_ASKED)
        span = mastery.OLD_MONTHS - mastery.RECENT_MONTHS
        for name, credit in self.look.near_of[asked]:
            postings = self.shelf.skills.get(name)
            if postings is None:
                continue
            held = np.asarray(postings.rows)  # in their order
            chosen = np.minimum(np.searchsorted(held, rows), len(held) - 1)
            place = np.flatnonzero(held[chosen] == rows)
            chosen = chosen[place]
            months, agos = np.asarray(postings.months)[chosen], np.asarray(postings.agos)[chosen]
            faded = np.maximum(0.0, (agos - mastery.RECENT_MONTHS) / np.float32(span))
            lately = np.maximum(mastery.UNKNOWN_RECENCY, 1.0 - faded)
            worths = {
                "depth": np.clip(months / np.float32(enough), mastery.UNKNOWN_DEPTH, 1.0),
                "recency": np.where(agos < 0, mastery.UNKNOWN_RECENCY, lately),
                "level": np.asarray(postings.levels)[chosen],
            }
            for kind, worth in worths.items():
                column = found[kind]
                column[place] = np.maximum(column[place], np.float32(credit) * worth)
        return found

    def _shares(self, rows: Any) -> list[Any]:
        """The six features of skills for some rows."""
        np = self.np
        known = self.shelf.frozen["known"][rows]
        asked = self.look.wanted.skills
        credits = [c[rows] for c in self.credits]
        required = [c for a, c in zip(asked, credits, strict=True) if a.required]
        preferred = [c for a, c in zip(asked, credits, strict=True) if not a.required]
        masteries = [self._mastery_of(skill, rows) for skill in self.look.main]
        best = np.maximum.reduce(credits) if credits else np.zeros(len(rows), np.float32)

        def share(worths: list[Any], least: float) -> Any:
            if not worths:
                return np.full(len(rows), features.NOT_ASKED, np.float32)
            most = np.maximum(np.maximum.reduce(worths), np.float32(least) * best)
            met = np.maximum(sum(worths) / len(worths), features.UNKNOWN_SHARE * most)
            return np.where(known, met, features.UNKNOWN_SHARE * least)

        return [
            share(required, 1.0),
            share(preferred, 1.0),
            self._weakest(required or credits, known, best),
            share([m["depth"] for m in masteries], 0.35),
            share([m["recency"] for m in masteries], 0.5),
            share([m["level"] for m in masteries], 0.25),
        ]

    def _weakest(self, credits: list[Any], known: Any, best: Any) -> Any:
        np = self.np
        if not credits:
            return np.full(len(known), features.NOT_ASKED, np.float32)
        met = np.maximum(np.minimum.reduce(credits), features.UNKNOWN_SHARE * best)
        return np.where(known, met, features.UNKNOWN_SHARE)

    # --- work

    def _years(self, rows: Any) -> Any:
        np, required = self.np, self.look.job.required_experience_months
        months = self.shelf.frozen["months"][rows]
        if not required:
            value = 100.0 if required == 0 else experience.NOT_ASKED
            return np.full(len(months), value, np.float32)
        share = np.minimum(1.0, months / np.float32(required)) * np.float32(100)
        return np.where(months < 0, np.float32(experience.UNKNOWN_YEARS), share)

    def _match_work(self) -> None:
        np, past = self.np, self.shelf.frozen["past"]
        asked, duties = self.look.wanted.title, self.look.wanted.duties
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
        mean = self._mean(slice(None))
        self.near = np.maximum(fit, np.minimum(1.0, mean / np.float32(experience.NEAR)))

    def _overlap(self, name: str, asked: frozenset[str]) -> Any:
        """The share of `asked` that stands anywhere in the past, by weight."""
        column, whole = self._zeros(), sum(word_weight(w) for w in asked)
        postings = self.shelf.words[name]
        for word in asked:
            if word in postings:
                column[self.np.asarray(postings[word])] += word_weight(word)
        return column / self.np.float32(whole) if whole else column

    def _zeros(self) -> Any:
        return self.np.zeros(self.shelf.size, self.np.float32)


def cents(np: Any, values: Any) -> Any:
    """`values` rounded to 0.01, up where a hair decides: never below what rounding exact values gives."""
    return np.ceil(values * 100 - 0.49) / 100


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
