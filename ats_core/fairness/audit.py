"""The bias audit: who was selected and who scored high, by group, as New York City's Local Law 144 asks.

Formulas: 6 RCNY section 5-300 (selection rate, scoring rate, impact ratio) and 5-301(d) (groups below 2 %),
29 CFR 1607.4 D (four fifths). Pure: tallies in, a report out.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from ats_core import __version__
from ats_core.fairness.report import BiasAudit, Category, CategoryName, Group, Lowest, Measure, Rate
from ats_core.fairness.significance import compare
from ats_core.fairness.suppress import hidden_cells

FOUR_FIFTHS = 0.8
SMALL_SHARE = 0.02
FEW_PEOPLE = 30  # below, one person more or less moves a rate by more than 3 points


@dataclass(frozen=True, slots=True)
class Person:
    """One application: what its person said of themselves (None if nothing), and what became of it."""

    sex: str | None
    race_ethnicity: str | None
    selected: bool
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Everybody who gave the same two answers: how many, and how many of them were selected and scored."""

    sex: str | None
    race_ethnicity: str | None
    people: int
    selected: int
    scored: int = 0
    above_median: int = 0


@dataclass(frozen=True, slots=True)
class Scope:
    """What an audit is about, and how it is to be made.

    `leave_out_below` is a share (0-1) of the people whose group is known: smaller groups stay out of the
    ratios; 0 leaves none out. `hide_below` is a number of people: smaller groups are not shown at all.
    """

    audited_on: date
    source: str
    selected_means: str
    matcher_version: str
    job: str | None = None
    since: date | None = None
    until: date | None = None
    leave_out_below: float = SMALL_SHARE
    hide_below: int = 0


def tallied(people: Iterable[Person]) -> tuple[list[Tally], float | None]:
    """The people counted by their answers, and the median score of all who have one.

    The median is that of the full sample, those of unknown group included; a score that equals it is not
    above it, so with ties fewer than half may be.
    """
    everybody = list(people)
    scores = [p.score for p in everybody if p.score is not None]
    middle = median(scores) if scores else None
    cells: dict[tuple[str | None, str | None], list[int]] = {}
    for person in everybody:
        cell = cells.setdefault((person.sex, person.race_ethnicity), [0, 0, 0, 0])
        cell[0] += 1
        cell[1] += person.selected
        if person.score is not None and middle is not None:
            cell[2] += 1
            cell[3] += person.score > middle
    return [Tally(*key, *cell) for key, cell in cells.items()], middle


def audit(tallies: Sequence[Tally], scope: Scope, median_score: float | None = None) -> BiasAudit:
    """The report over `tallies`; `median_score` is the one that they were counted against."""
    people = sum(t.people for t in tallies)
    selected = sum(t.selected for t in tallies)
    notes = []
    if not people:
        notes.append("There is nobody in the data.")
    elif not selected:
        notes.append("Nobody was selected, so there is no highest rate to compare with.")
    if people and not any(t.sex or t.race_ethnicity for t in tallies):
        notes.append("Nobody has said which group they belong to.")
    return BiasAudit(
        audited_on=scope.audited_on,
        source=scope.source,
        selected_means=scope.selected_means,
        job=scope.job,
        since=scope.since,
        until=scope.until,
        people=people,
        selected=selected,
        scored=sum(t.scored for t in tallies),
        median_score=median_score,
        leave_out_below=scope.leave_out_below,
        hide_below=scope.hide_below,
        categories=[
            _category("sex", tallies, scope, lambda t: (t.sex, None)),
            _category("race_ethnicity", tallies, scope, lambda t: (None, t.race_ethnicity)),
            _category("sex_by_race_ethnicity", tallies, scope, lambda t: (t.sex, t.race_ethnicity)),
        ],
        notes=notes,
        ats_version=__version__,
        matcher_version=scope.matcher_version,
    )


Key = tuple[str | None, str | None]


def _category(
    name: CategoryName, tallies: Sequence[Tally], scope: Scope, key: Callable[[Tally], Key]
) -> Category:
    crossed = name == "sex_by_race_ethnicity"
    cells: dict[Key, Tally] = {}
    unknown = unknown_selected = 0
    for tally in tallies:
        place = key(tally)
        if (None in place) if crossed else place == (None, None):
            unknown += tally.people
            unknown_selected += tally.selected
        else:
            cells[place] = _added(cells.get(place), tally, place)
    hidden = hidden_cells(
        {k: c.people for k, c in cells.items()}, scope.hide_below, _SUMS if crossed else _SUMS[:1]
    )
    known = sum(c.people for c in cells.values())
    shown = sorted(
        (c for k, c in cells.items() if k not in hidden and c.people),
        key=lambda c: (-c.people, _label(c)),
    )
    small = {_label(c) for c in shown if c.people < scope.leave_out_below * known}
    selection = _rates([(_label(c), c.people, c.selected) for c in shown], small)
    scored = any(c.scored for c in shown)
    scoring = _rates([(_label(c), c.scored, c.above_median) for c in shown], small) if scored else {}
    groups = [
        Group(
            group=_label(c),
            sex=c.sex,
            race_ethnicity=c.race_ethnicity,
            people=c.people,
            share=c.people / known,
            left_out=_reason(c.people, known, scope.leave_out_below) if _label(c) in small else None,
            selection=selection[_label(c)],
            scoring=scoring.get(_label(c)),
        )
        for c in shown
    ]
    concealed = sum(cells[k].people for k in hidden)
    return Category(
        name=name,
        known=known,
        unknown=unknown,
        unknown_selected=unknown_selected,
        groups=groups,
        hidden_groups=len(hidden),
        hidden_people=concealed,
        lowest_selection=_lowest(selection),
        lowest_scoring=_lowest(scoring),
        notes=[
            *_what_leaving_out_does(selection, small, "selection"),
            *_what_leaving_out_does(scoring, small, "scoring"),
            *_what_is_hidden(len(hidden), concealed, scope.hide_below),
        ],
    )


_SUMS: tuple[Callable[[Key], Hashable], ...] = (lambda k: None, lambda k: k[0], lambda k: k[1])


def _added(before: Tally | None, more: Tally, key: Key) -> Tally:
    kept = before or Tally(*key, 0, 0)
    return Tally(
        *key,
        kept.people + more.people,
        kept.selected + more.selected,
        kept.scored + more.scored,
        kept.above_median + more.above_median,
    )


def _label(cell: Tally) -> str:
    return " / ".join(x for x in (cell.race_ethnicity, cell.sex) if x)


def _rates(counts: Sequence[tuple[str, int, int]], small: set[str]) -> dict[str, Rate]:
    """The rate of each `(group, people, reached)`, and its ratio to the highest that counts."""
    best = _highest([c for c in counts if c[0] not in small])
    best_of_all = _highest(counts)
    found = {}
    for group, people, reached in counts:
        left_out = group in small
        ratio = None if left_out else _ratio(people, reached, best)
        p_value, test = None, None
        if ratio is not None and best is not None and group != best[0]:
            p_value, test = compare(reached, people, best[2], best[1])
        found[group] = Rate(
            people=people,
            reached=reached,
            rate=reached / people if people else None,
            impact_ratio=ratio,
            ratio_if_all_count=_ratio(people, reached, best_of_all),
            highest=best is not None and group == best[0],
            below_four_fifths=ratio is not None and ratio < FOUR_FIFTHS,
            p_value=p_value,
            test=test,
            caution=_caution(people, reached, best) if ratio is not None else None,
        )
    return found


def _highest(counts: Sequence[tuple[str, int, int]]) -> tuple[str, int, int] | None:
    """The group with the highest rate, of equals the largest; None if nobody has reached anything."""
    reached = [c for c in counts if c[1] and c[2]]
    return max(reached, key=lambda c: (c[2] / c[1], c[1], c[0])) if reached else None


def _ratio(people: int, reached: int, best: tuple[str, int, int] | None) -> float | None:
    # One division of whole numbers, so that exactly four fifths is not below four fifths.
    return (reached * best[1]) / (people * best[2]) if best and people else None


def _caution(people: int, reached: int, best: tuple[str, int, int] | None) -> str | None:
    """Why a ratio should not be leaned on: few people, or one person more would lift it over the mark.

    The second is the test of Questions and Answers 21 on the Uniform Guidelines (44 FR 11996, 1979).
    """
    ratio = _ratio(people, reached, best)
    if ratio is None or best is None:
        return None
    if ratio < FOUR_FIFTHS and reached < people:
        lifted = _ratio(people, reached + 1, best)
        if lifted is not None and lifted >= FOUR_FIFTHS:
            return f"One person more would lift the ratio to {lifted:.3f}."
    if people < FEW_PEOPLE or best[1] < FEW_PEOPLE:
        few = people if people < FEW_PEOPLE else best[1]
        return f"Only {few} people {'here' if few == people else 'in the highest group'}."
    return None


def _reason(people: int, known: int, below: float) -> str:
    return (
        f"{people} of {known} people are {people / known:.1%} of the data, below the {below:.0%} under which "
        "6 RCNY 5-301(d) lets an auditor leave a group out; so few people could set everybody's ratio "
        "by chance."
    )


def _lowest(rates: dict[str, Rate]) -> Lowest | None:
    counted = [(r.impact_ratio, g) for g, r in rates.items() if r.impact_ratio is not None]
    if not counted:
        return None
    ratio, group = min(counted)
    return Lowest(group=group, impact_ratio=ratio)


def _what_leaving_out_does(rates: dict[str, Rate], small: set[str], measure: Measure) -> list[str]:
    """Says so if a group that is left out has the highest rate, and what that changes."""
    best = _highest([(g, r.people, r.reached) for g, r in rates.items()])
    if best is None or best[0] not in small:
        return []
    told = [
        f"{g} {r.ratio_if_all_count:.3f} instead of {r.impact_ratio:.3f}"
        for g, r in rates.items()
        if r.impact_ratio is not None and r.ratio_if_all_count is not None
    ]
    return [
        f"{best[0]} is left out, and has the highest {measure} rate ({best[2] / best[1]:.3f}). "
        f"If it counted, the impact ratios would be: {', '.join(told) or 'none'}."
    ]


def _what_is_hidden(groups: int, people: int, below: int) -> list[str]:
    if not groups:
        return []
    return [
        f"{groups} groups with {people} people between them are not shown and not counted: fewer than "
        f"{below} people are in one, or the sums would tell how many."
    ]
