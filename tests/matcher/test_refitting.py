"""A new model against the one in force: on outcomes that it has not seen, for each group that is given."""

from __future__ import annotations

import random
from dataclasses import replace
from uuid import uuid4

import pytest

from ats_core.matcher.features import NAMES
from ats_core.matcher.memory import Imprint
from ats_core.matcher.trees import NONE, shipped
from ats_core.matching.model import TooFewOutcomes
from ats_core.matching.refitting import compared, rows_of
from ats_core.matching.store import KeptOutcome


def outcome(number: int, label: int, height: float) -> KeptOutcome:
    features = tuple([height] * len(NAMES))
    nothing: frozenset[str] = frozenset()
    imprint = Imprint(features, nothing, nothing, nothing, nothing).to_json()
    return KeptOutcome(number, uuid4(), label, 1.0, 100 * height, imprint)


def known(count: int) -> list[KeptOutcome]:
    dice = random.Random(8)  # noqa: S311 - no secret
    found = []
    for number in range(1, count + 1):
        height = dice.random()
        found.append(outcome(number, int(height + dice.gauss(0, 0.2) > 0.5), height))
    return found


def test_groups_that_are_given_enter_the_guard() -> None:
    outcomes = known(80)
    groups = ["women" if o.number % 2 else "men" for o in outcomes]
    told = compared(outcomes, shipped(), shipped(), groups)
    assert set(told.new.impact) == {"women", "men"}
    assert told.reasons == []
    assert compared(outcomes, shipped(), shipped()).new.impact == {}


def test_only_outcomes_that_the_new_model_has_not_seen_count() -> None:
    outcomes = known(80)
    told = compared(outcomes, replace(NONE, learned_through=60), NONE)
    assert told.new.rows == 20
    with pytest.raises(TooFewOutcomes):
        compared(outcomes, replace(NONE, learned_through=80), NONE)


def test_outcomes_of_other_features_are_left_out() -> None:
    old = outcome(1, 1, 0.5)
    other = old._replace(imprint=old.imprint | {"features": {"something": 1.0}})
    assert len(rows_of([old, other])) == 1


def test_a_model_worse_for_a_group_is_named_with_the_group() -> None:
    outcomes = known(80)
    groups = ["women" if o.number % 2 else "men" for o in outcomes]
    better = compared(outcomes, shipped(), shipped(), groups).new
    from ats_core.matcher.evaluation import worsened

    worse = better._replace(impact={**better.impact, "women": better.impact["women"] / 2})
    assert worsened(worse, better) == [
        f"The impact ratio of women falls from {better.impact['women']:.3f} to {worse.impact['women']:.3f}."
    ]
