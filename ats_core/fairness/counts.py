"""Data for an audit from a CSV file: counts of groups, or one line a person."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ats_core.errors import Invalid
from ats_core.fairness.audit import Person, Tally, tallied

SEX = ("sex", "gender")
RACE = ("race_ethnicity", "race/ethnicity", "race", "ethnicity")
PEOPLE = ("people", "applications", "applicants", "candidates", "count", "total", "n")
SELECTED = (
    "selected", "callbacks", "callback", "advanced", "interviewed", "interview", "passed", "accepted",
    "offered", "hired", "outcome", "decision",
)  # fmt: skip
SCORE = ("score", "match_score", "ai_match_score")
SCORED, ABOVE = ("scored",), ("above_median", "scored_above_median")

_UNKNOWN = {
    "", "unknown", "na", "n/a", "none", "null", "declined", "not said", "not stated", "not disclosed",
    "prefer not to say", "?", "-",
}  # fmt: skip
_SEXES = {
    "f": "female", "woman": "female", "women": "female", "females": "female",
    "m": "male", "man": "male", "men": "male", "males": "male",
}  # fmt: skip
_YES = {"1", "1.0", "yes", "y", "true", "t", "x", "hired", "selected", "advanced", "passed", "accepted"}
_NO = {"0", "0.0", "no", "n", "false", "f", "", "rejected", "not hired", "not selected", "failed"}


@dataclass(frozen=True, slots=True)
class Counted:
    """What a file holds; `selected_by` is the column that says who was selected."""

    tallies: list[Tally]
    median_score: float | None
    selected_by: str
    per_person: bool


def read_counts(text: str, selected: str | None = None) -> Counted:
    """The people of a CSV text with a head, by group.

    A column of sex or gender, or of race or ethnicity, must be there, and one that says who was selected
    (`selected` names it; else the first of SELECTED that is there). With a column of counts, such as
    `people` or `applications`, each line is a group; without, each is a person, and `score` may stand there
    too. Words for "not said" count as unknown. Invalid names the line that does not fit.
    """
    lines = text.lstrip("\ufeff").splitlines()
    first = lines[0] if lines else ""
    separator = max(",;\t", key=first.count)
    rows = list(csv.reader(lines, delimiter=separator))
    if not rows:
        raise Invalid("The file is empty.", hint=_HINT)
    head = [name.strip().casefold() for name in rows[0]]
    sex, race = _column(head, SEX), _column(head, RACE)
    chosen = _column(head, (selected.casefold(),) if selected else SELECTED)
    if chosen is None or (sex is None and race is None):
        lacks = f"a column {selected or 'that says who was selected'}" if chosen is None else "sex and race"
        raise Invalid(f"The file lacks {lacks}; it has {', '.join(head)}.", hint=_HINT)
    people = _column(head, PEOPLE)
    numbered = [
        (number, row) for number, row in enumerate(rows[1:], 2) if any(value.strip() for value in row)
    ]
    for number, row in numbered:
        if len(row) != len(head):
            raise Invalid(f"Line {number} has {len(row)} values, and the head has {len(head)}.")
    if people is None:
        score = _column(head, SCORE)
        persons = [
            Person(
                _group(row, sex, _SEXES),
                _group(row, race, {}),
                _yes(row[chosen], number),
                None if score is None else _score(row[score], number),
            )
            for number, row in numbered
        ]
        tallies, middle = tallied(persons)
        return Counted(tallies, middle, head[chosen], per_person=True)
    places = (people, chosen, _column(head, SCORED), _column(head, ABOVE))
    tallies = [
        _tally(
            _group(row, sex, _SEXES), _group(row, race, {}), [_whole(row, p, number) for p in places], number
        )
        for number, row in numbered
    ]
    return Counted(tallies, None, head[chosen], per_person=False)


_HINT = (
    "A file of counts: sex,race_ethnicity,people,selected. One line a person: "
    "sex,race_ethnicity,selected,score."
)


def _column(head: Sequence[str], names: Sequence[str]) -> int | None:
    return next((head.index(name) for name in names if name in head), None)


def _group(row: Sequence[str], place: int | None, words: Mapping[str, str]) -> str | None:
    """The group's name, in small letters; None where it is not known."""
    if place is None:
        return None
    value = " ".join(row[place].casefold().split())
    return None if value in _UNKNOWN else words.get(value, value)


def _yes(value: str, number: int) -> bool:
    word = value.strip().casefold()
    if word not in _YES and word not in _NO:
        raise Invalid(f"Line {number}: {value!r} is neither yes nor no (1 or 0).")
    return word in _YES


def _score(value: str, number: int) -> float | None:
    if not value.strip():
        return None
    try:
        score = float(value)
    except ValueError:
        score = math.nan
    if not math.isfinite(score):
        raise Invalid(f"Line {number}: {value!r} is no score.")
    return score


def _whole(row: Sequence[str], place: int | None, number: int) -> int:
    if place is None:
        return 0
    try:
        count = float(row[place])
    except ValueError:
        count = math.nan
    if not (math.isfinite(count) and count >= 0 and count.is_integer()):
        raise Invalid(f"Line {number}: {row[place]!r} is no count.")
    return int(count)


def _tally(sex: str | None, race: str | None, counts: Sequence[int], number: int) -> Tally:
    people, selected, scored, above = counts
    if selected > people or scored > people or above > scored:
        raise Invalid(f"Line {number}: more people were selected or scored than there are.")
    return Tally(sex, race, people, selected, scored, above)
