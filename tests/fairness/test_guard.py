"""The guard of learning: a model that treats a group worse is named with the group; nobody is told of."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from ats_core.candidates.model import NewCandidate
from ats_core.fairness.guard import falling, guard
from ats_core.fairness.model import SelfIdentification
from ats_core.runtime import Runtime
from ats_core.store.transaction import Transaction
from ats_sdk import Ats

OLD = [90.0, 80.0, 70.0, 60.0, 50.0, 40.0, 30.0, 20.0, 10.0, 5.0, 4.0, 3.0]
NEW = [40.0, 80.0, 30.0, 60.0, 20.0, 90.0, 10.0, 70.0, 5.0, 50.0, 4.0, 45.0]
GROUPS = ["female", "male"] * 6


def test_a_group_that_falls_is_named() -> None:
    assert falling(GROUPS, NEW, OLD) == ["The impact ratio of female falls from 1.000 to 0.000."]
    assert falling(GROUPS, OLD, OLD) == []


def test_a_group_under_five_is_not_told() -> None:
    few = [g if place < 8 else "male" for place, g in enumerate(GROUPS)]
    assert few.count("female") == 4
    assert falling(few, NEW, OLD) == []


scores = st.lists(st.floats(0, 100), min_size=12, max_size=12)


@given(scores, scores, st.lists(st.sampled_from(["a", "b", None]), min_size=12, max_size=12))
def test_no_worse_says_nothing(new: list[float], old: list[float], groups: list[str | None]) -> None:
    assert falling(groups, old, old) == []
    assert falling([None] * 12, new, old) == []


def test_it_asks_what_people_said_and_tells_of_groups_alone(local: Ats, runtime: Runtime) -> None:
    people: list[UUID] = []
    for number, sex in enumerate(GROUPS):
        made = local.candidates.create(NewCandidate(first_name=f"Person {number}", last_name="Example"))
        people.append(made.id)
        local.fairness.identify(
            made.id, SelfIdentification(sex=sex, race_ethnicity="declined", consent_version="2026-11")
        )
    with runtime.engine.connect() as connection:
        check = guard(Transaction(connection, runtime.context(runtime.owner), "test"))
        assert check(people, NEW, OLD) == ["The impact ratio of female falls from 1.000 to 0.000."]
        assert check(people, OLD, OLD) == []
