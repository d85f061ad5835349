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
    from ats_core.matcher.columns import Codes, Columns


class Look:
    """One job looked at over all rows: the values of the parts, as float32 columns."""

    def __init__(self, columns: Columns, job: JobCriteria) -> None:
        self.columns, self.job = columns, job
        self.np: Any = columns.numpy
        np = self.np
        self.wanted: Wanted = wanted(job)
        self._match_skills()
        self.years = self._years()
        self._match_work()
        fit = np.float32(experience.LEAST) + np.float32(1 - experience.LEAST) * self.near
        self.experience = self.years * fit
        self.education = self._by_code(columns.study, "study", self._education_of)
        self.location = self._by_code(
            columns.place, "place", lambda p: place.location_value(job.location, job.remote, p)
        )
        self.salary = self._by_code(columns.wish, "wish", self._salary_of)

    def formula(self) -> Any:
        """The formula's score for each row, at most 0.03 below its bound."""
        total = self._zeros()
        for name, value in self._values().items():
            total += self.np.float32(WEIGHTS[name]) * value
        return total

    def rounded(self, rows: Any) -> Any:
        """The bound of the formula's score for some rows, its parts rounded as the parts of a score are."""
        np, total = self.np, self.np.zeros(len(rows))
        for name, value in self._values().items():
            total += cents(np, WEIGHTS[name] * cents(np, value[rows].astype(np.float64)))
        return total

    def _values(self) -> dict[str, Any]:
        return {
            "skills": self.skills,
            "experience": self.experience,
            "education": self.education,
            "location": self.location,
            "salary": self.salary,
        }

    def margins(self, rows: Any, model: Adjustment) -> Any:
        """The sums of the model's trees for some rows, with the features at their bounds."""
        np = self.np
        found = [
            *self._shares(rows),
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
        self.credits = [self._credit_of(asked.id) for asked in self.wanted.skills]
        if not self.credits:
            self.mean = self._zeros()
            self.skills = np.full(self.columns.size, skills.NOT_ASKED, np.float32)
            return
        flags = [a.required for a in self.wanted.skills]
        yes = [c for c, r in zip(self.credits, flags, strict=True) if r]
        no = [c for c, r in zip(self.credits, flags, strict=True) if not r]
        share = skills.REQUIRED_SHARE if yes and no else float(bool(yes))
        self.mean = self._zeros()
        for part, weight in ((yes, share), (no, 1 - share)):
            for credit in part if weight else ():
                self.mean += np.float32(weight / len(part)) * credit
        best = self.credits[0].copy()
        for credit in self.credits[1:]:
            np.maximum(best, credit, out=best)
        met = np.maximum(100 * self.mean, skills.UNKNOWN * best)
        self.skills = np.where(self.columns.frozen["known"], met, np.float32(skills.UNKNOWN))

    def _credit_of(self, asked: str) -> Any:
        """The best credit that each row has for a skill."""
        column = self._zeros()
        for postings, credit in self.columns.near(asked):
            rows = self.np.asarray(postings.rows)
            worth = self.np.float32(credit) * self.np.asarray(postings.weights)
            column[rows] = self.np.maximum(column[rows], worth)
        return column

    def _mastery_of(self, asked: str, places: Any, count: int) -> dict[str, Any]:
        """Depth, recency and level of a skill, for the rows that have a place (0 to `count`) in `places`."""
        np = self.np
        found = {name: np.zeros(count, np.float32) for name in ("depth", "recency", "level")}
        required = self.job.required_experience_months
        enough = min(required or mastery.ENOUGH_MONTHS, mastery.LONGEST_ASKED)
        span = mastery.OLD_MONTHS - mastery.RECENT_MONTHS
        for postings, credit in self.columns.near(asked):
            place = places[np.asarray(postings.rows)]
            chosen = np.flatnonzero(place >= 0)
            place = place[chosen]
            months, agos = np.asarray(postings.months)[chosen], np.asarray(postings.agos)[chosen]
            faded = np.maximum(0.0, (agos - mastery.RECENT_MONTHS) / np.float32(span))
            lately = np.maximum(mastery.UNKNOWN_RECENCY, 1.0 - faded)
            worths = {
                "depth": np.clip(months / np.float32(enough), mastery.UNKNOWN_DEPTH, 1.0),
                "recency": np.where(agos < 0, mastery.UNKNOWN_RECENCY, lately),
                "level": np.asarray(postings.levels)[chosen],
            }
            for name, worth in worths.items():
                column = found[name]
                column[place] = np.maximum(column[place], np.float32(credit) * worth)
        return found

    def _shares(self, rows: Any) -> list[Any]:
        """The six features of skills for some rows."""
        np = self.np
        known = self.columns.frozen["known"][rows]
        places = np.full(self.columns.size, -1, np.int32)
        places[rows] = np.arange(len(rows), dtype=np.int32)
        asked = self.wanted.skills
        credits = [c[rows] for c in self.credits]
        required = [c for a, c in zip(asked, credits, strict=True) if a.required]
        preferred = [c for a, c in zip(asked, credits, strict=True) if not a.required]
        main = [a.id for a in asked if a.required] or [a.id for a in asked]
        masteries = [self._mastery_of(skill, places, len(rows)) for skill in main]

        def share(worths: list[Any], least: float) -> Any:
            if not worths:
                return np.full(len(rows), features.NOT_ASKED, np.float32)
            met = np.maximum(sum(worths) / len(worths), features.UNKNOWN_SHARE * np.maximum.reduce(worths))
            return np.where(known, met, features.UNKNOWN_SHARE * least)

        return [
            share(required, 1.0),
            share(preferred, 1.0),
            self._weakest(required or credits, known),
            share([m["depth"] for m in masteries], 0.35),
            share([m["recency"] for m in masteries], 0.5),
            share([m["level"] for m in masteries], 0.25),
        ]

    def _weakest(self, credits: list[Any], known: Any) -> Any:
        np = self.np
        if not credits:
            return np.full(len(known), features.NOT_ASKED, np.float32)
        low, high = np.minimum.reduce(credits), np.maximum.reduce(credits)
        met = np.maximum(low, features.UNKNOWN_SHARE * high)
        return np.where(known, met, features.UNKNOWN_SHARE)

    # --- work, study, place, pay

    def _years(self) -> Any:
        np, required = self.np, self.job.required_experience_months
        months = self.columns.frozen["months"]
        if not required:
            value = 100.0 if required == 0 else experience.NOT_ASKED
            return np.full(self.columns.size, value, np.float32)
        share = np.minimum(1.0, months / np.float32(required)) * np.float32(100)
        return np.where(months < 0, np.float32(experience.UNKNOWN_YEARS), share)

    def _match_work(self) -> None:
        np, past = self.np, self.columns.frozen["past"]
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
        postings = self.columns.words[name]
        for word in asked:
            if word in postings:
                column[self.np.asarray(postings[word])] += word_weight(word)
        return column / self.np.float32(whole) if whole else column

    def _by_code(self, codes: Codes[Any], name: str, value: Callable[[Any], float]) -> Any:
        table = self.np.array([value(v) for v in codes.values], self.np.float32)
        return table[self.columns.frozen[name]] if len(table) else self._zeros()

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
