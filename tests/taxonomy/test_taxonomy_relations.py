"""How near two skills are, and what partial credit that gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_core.taxonomy import default, relation

ids = st.sampled_from(sorted(default().skills))


@pytest.mark.parametrize(
    ("asked", "had", "kind", "credit"),
    [
        ("react", "react", "exact", 1.0),
        ("javascript-framework", "react", "child", 1.0),
        ("web-development", "react", "child", 1.0),
        ("sql", "postgresql", "child", 1.0),
        ("cloud-computing", "aws", "child", 1.0),
        ("nursing", "intensive-care", "child", 1.0),
        ("react", "javascript", "related", 0.5),
        ("python", "django", "child", 1.0),
        ("django", "python", "related", 0.5),
        ("django", "flask", "sibling", 0.4),
        ("django", "pytest", "none", 0.0),
        ("react", "angular", "sibling", 0.4),
        ("aws", "microsoft-azure", "sibling", 0.4),
        ("postgresql", "sql", "parent", 0.3),
        ("react", "web-development", "parent", 0.15),
        ("react", "nursing", "none", 0.0),
        ("english", "german", "none", 0.0),
        ("teamwork", "leadership", "none", 0.0),
        ("react", "=unheard-of", "none", 0.0),
    ],
)
def test_nearness_gives_credit(asked: str, had: str, kind: str, credit: float) -> None:
    assert relation(asked, had) == (kind, credit)


def test_the_hierarchy_is_three_deep() -> None:
    above = default().ancestors("react")
    assert above["javascript-framework"] < above["front-end-development"] < above["web-development"]
    assert above["javascript"] == 1


@given(ids, ids)
def test_only_the_same_or_a_narrower_skill_counts_in_full(asked: str, had: str) -> None:
    kind, credit = relation(asked, had)
    assert 0 <= credit <= 1
    assert (credit == 1) == (kind in ("exact", "child"))


@given(ids, ids)
def test_being_siblings_or_related_is_mutual(one: str, other: str) -> None:
    for kind in ("sibling", "related"):
        if relation(one, other).kind == kind:
            assert relation(other, one).kind in (kind, "child")
