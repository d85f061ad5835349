"""Experience: the years against those required, and how near past jobs are to this one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ats_core.matcher.model import Position, Profile
from ats_core.matcher.words import duty_words, overlap, title_words

UNKNOWN_YEARS = 50.0  # value where the candidate's time of work is not known
NOT_ASKED = 90.0  # value of the years where the job asks for none
UNKNOWN_FIT = 0.65  # where neither titles nor duties are known
LEAST = 0.7  # share of the value that even work of another kind keeps
NEAR = 0.5  # likeness from which past work counts as the same
FULL_OVERLAP = 0.4  # share of the job's words in one's duties that counts as all of them
TOLD = 0.7  # what a word of the title counts that only the duties name
DUTIES_CAP = 0.8  # words alone prove no more than this
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Fit:
    """How near past jobs are to the one in question, 0-1, and the title that is nearest.

    `by_title` and `by_duties` are the two likenesses alone, each of the job where it is greatest.
    """

    value: float
    title: str | None = None
    known: bool = True
    by_title: float = UNKNOWN_FIT
    by_duties: float = UNKNOWN_FIT


def months_of(profile: Profile, today: date) -> int | None:
    """Months of work: as stated, else counted from the dates, overlaps once; None if nothing is known."""
    if profile.experience_months is not None:
        return profile.experience_months
    return months_worked(profile.work_history, today)


def months_worked(positions: Iterable[Position], today: date) -> int | None:
    """Months covered by `positions`, up to `today`; None if none has a start."""
    spans = [span for p in positions if (span := span_of(p, today))]
    return months_of_spans(spans) if spans else None


def months_of_spans(spans: list[tuple[int, int]]) -> int:
    """Months covered by `spans` (first month, month after the last), overlaps once."""
    total, reached = 0, 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def span_of(position: Position, today: date) -> tuple[int, int] | None:
    """The position's first month and the month after its last, in months since year 0; None if not known."""
    start = _month(position.start_date)
    if start is None:
        return None
    now = today.year * 12 + today.month
    end = now if position.current else _month(position.end_date)
    if end is None:
        end = start
    return start, min(max(end, start) + 1, now + 1)


def _month(text: str | None) -> int | None:
    """Months since year 0; a bare year is its middle."""
    found = _DATE.match(text or "")
    return int(found[1]) * 12 + int(found[2] or 7) if found else None


def years_value(months: int | None, required: int | None) -> float:
    """0-100: the share of the required time that is there; more than required costs nothing."""
    if not required:
        return 100.0 if required == 0 else NOT_ASKED
    if months is None:
        return UNKNOWN_YEARS
    return 100.0 * min(1.0, months / required)


def fit_of(positions: tuple[Position, ...], title: frozenset[str], duties: frozenset[str]) -> Fit:
    """How near `positions` are to a job with these words in title and description."""
    if not (title or duties) or not any(p.title or p.description for p in positions):
        return Fit(UNKNOWN_FIT, None, known=False)
    best, nearest, by_title, by_duties = 0.0, None, 0.0, 0.0
    for position in positions:
        named, told = _likenesses(position, title, duties)
        by_title, by_duties = max(by_title, named), max(by_duties, told)
        near = nearness(max(named, DUTIES_CAP * told))
        if near > best:
            best, nearest = near, position.title
    return Fit(
        best,
        nearest,
        by_title=by_title if title else UNKNOWN_FIT,
        by_duties=by_duties if duties else UNKNOWN_FIT,
    )


def nearness(likeness: float) -> float:
    """0-1: likeness of two jobs, of which half is as good as all; words never agree in full."""
    return min(1.0, likeness / NEAR)


def _likenesses(position: Position, title: frozenset[str], duties: frozenset[str]) -> tuple[float, float]:
    """How like the position's title and its duties are to the job's, each 0-1."""
    named = title_words(position.title or "")
    told = title_words(position.description or "")
    by_title = max(overlap(title, named), TOLD * overlap(title, named | told))
    shared = overlap(duties, duty_words(position.description or "")) / FULL_OVERLAP
    return by_title, min(1.0, shared)


def experience_value(years: float, fit: float) -> float:
    """The part's value, 0-100: the years, of which work of another kind keeps 0.7."""
    return years * (LEAST + (1 - LEAST) * fit)
