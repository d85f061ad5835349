"""Whether new scores treat a group worse than the old ones: the one question that learning may ask of the
answers that people gave of themselves.

What comes out is a sentence about a group, never an answer of a person; groups under five are not told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from ats_core.matcher.evaluation import impact_ratios

if TYPE_CHECKING:
    from ats_core.store.transaction import Transaction

FEWEST = 5  # people; a smaller group's ratio would tell of single ones

Fairer = Callable[[Sequence[UUID], Sequence[float], Sequence[float]], list[str]]


def guard(tx: Transaction) -> Fairer:
    """The check over the answers in the database of `tx`."""

    def check(people: Sequence[UUID], new: Sequence[float], old: Sequence[float]) -> list[str]:
        said = tx.self_identifications.groups_of(people)
        reasons: list[str] = []
        for category in ("sex", "race_ethnicity"):
            reasons += falling([said.get(person, {}).get(category) for person in people], new, old)
        return reasons

    return check


def falling(groups: Sequence[str | None], new: Sequence[float], old: Sequence[float]) -> list[str]:
    """The groups whose impact ratio is lower by the scores `new` than by `old`, each in a sentence.

    The ratio is the group's share above the sample's median, over the highest group's share (NYC LL 144
    rules, 5-301). People of unknown group (None) and of groups under five count for the median alone.
    """
    sizes = Counter(group for group in groups if group is not None)
    told = [group if group is not None and sizes[group] >= FEWEST else None for group in groups]
    before, after = impact_ratios(old, told), impact_ratios(new, told)
    return [
        f"The impact ratio of {group} falls from {ratio:.3f} to {after.get(group, 0.0):.3f}."
        for group, ratio in before.items()
        if after.get(group, 0.0) < ratio
    ]
