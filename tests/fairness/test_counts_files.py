"""What files of counts and of people an audit reads, and which it refuses."""

from __future__ import annotations

import pytest

from ats_core.errors import Invalid
from ats_core.fairness.audit import Tally
from ats_core.fairness.counts import read_counts


def test_counts() -> None:
    found = read_counts(
        "\ufeffRace;Gender;Applications;Callbacks\nBlack;f;100;5.0\nWhite ;Women;90;9\n;m;3;0\n\n"
    )
    assert found.tallies == [
        Tally("female", "black", 100, 5),
        Tally("female", "white", 90, 9),
        Tally("male", None, 3, 0),
    ]
    assert (found.selected_by, found.per_person) == ("callbacks", False)


def test_a_line_a_person() -> None:
    found = read_counts(
        "sex,race_ethnicity,score,hired\nF,white,60,1\nm,Prefer not to say,,no\n"
        "f,White,80,0\n?,asian,70,yes\n"
    )
    assert found.median_score == 70
    assert set(found.tallies) == {
        Tally("female", "white", 2, 1, 2, 1),
        Tally("male", None, 1, 0),
        Tally(None, "asian", 1, 1, 1, 0),
    }
    assert found.per_person


def test_outcomes_in_words() -> None:
    found = read_counts("gender,outcome\nF,Hired\nF,rejected\nM,hired\n")
    assert set(found.tallies) == {Tally("female", None, 2, 1), Tally("male", None, 1, 1)}


def test_the_column_of_who_was_selected_can_be_named() -> None:
    text = "sex,n,interviewed,hired\nf,10,5,1\n"
    assert read_counts(text).tallies[0].selected == 5
    assert read_counts(text, "hired").tallies[0].selected == 1


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "empty"),
        ("sex,people\nf,3\n", "lacks a column that says who was selected"),
        ("people,selected\n3,1\n", "lacks sex and race"),
        ("sex,people,selected\nf,3\n", "Line 2 has 2 values"),
        ("sex,people,selected\nf,3,4\n", "more people were selected"),
        ("sex,people,selected\nf,3.5,1\n", "'3.5' is no count"),
        ("sex,people,selected\nf,-3,1\n", "is no count"),
        ("sex,people,selected\nf,nan,1\n", "is no count"),
        ("sex,selected\nf,maybe\n", "neither yes nor no"),
        ("sex,selected,score\nf,1,high\n", "is no score"),
    ],
)
def test_what_does_not_fit_is_named(text: str, word: str) -> None:
    with pytest.raises(Invalid, match=word):
        read_counts(text)
