"""The audit against data whose truth is known, and the laws that any audit keeps."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_core.fairness.audit import Person, Scope, Tally, audit, tallied
from ats_core.fairness.counts import read_counts
from ats_core.fairness.lines import lines
from ats_core.fairness.report import BiasAudit, Category, Group, shortfalls

SCOPE = Scope(date(2026, 3, 2), "invented", "selected", "none")
OUTCOMES = Path(__file__).parents[3] / "shared" / "matching" / "outcomes"


def audited(*tallies: Tally, leave_out_below: float = 0.02, hide_below: int = 0) -> BiasAudit:
    scope = Scope(
        SCOPE.audited_on, "invented", "selected", "none",
        leave_out_below=leave_out_below, hide_below=hide_below,
    )  # fmt: skip
    return audit(tallies, scope)


def category(report: BiasAudit, name: str) -> Category:
    return next(c for c in report.categories if c.name == name)


def group(report: BiasAudit, name: str, label: str) -> Group:
    return next(g for g in category(report, name).groups if g.group == label)


def ratio(report: BiasAudit, name: str, label: str) -> float | None:
    return group(report, name, label).selection.impact_ratio


def from_file(name: str) -> BiasAudit:
    path = OUTCOMES / name
    if not path.exists():
        pytest.skip(f"the reference data {name} is not on this machine")
    found = read_counts(path.read_text("utf-8"))
    return audit(found.tallies, SCOPE, found.median_score)


def test_the_callbacks_of_the_field_experiment() -> None:
    report = from_file("callback_audit_counts.csv")
    assert ratio(report, "race_ethnicity", "black") == pytest.approx(0.668, abs=5e-4)
    assert ratio(report, "sex_by_race_ethnicity", "black / male") == pytest.approx(0.589, abs=5e-4)
    assert group(report, "race_ethnicity", "black").selection.p_value == pytest.approx(4e-5, rel=0.02)


def test_the_fictional_graduates() -> None:
    report = from_file("recruiting_train.csv")
    assert ratio(report, "sex", "female") == pytest.approx(0.69, abs=0.01)
    assert [(s.category, s.group) for s in shortfalls(report, 0.8)] == [("sex", "female")]


def test_counts_of_the_same_build_with_invented_numbers() -> None:
    """Rates .05, .08, .10, .125, so every ratio can be told by hand."""
    report = audited(
        Tally("male", "black", 400, 20), Tally("female", "black", 600, 48),
        Tally("male", "white", 500, 50), Tally("female", "white", 400, 50),
    )  # fmt: skip
    assert ratio(report, "sex_by_race_ethnicity", "black / male") == pytest.approx(0.05 / 0.125)
    assert ratio(report, "sex_by_race_ethnicity", "white / male") == pytest.approx(0.8)
    assert not group(report, "sex_by_race_ethnicity", "white / male").selection.below_four_fifths
    assert ratio(report, "race_ethnicity", "black") == pytest.approx((68 / 1000) / (100 / 900))
    assert ratio(report, "sex", "male") == pytest.approx((70 / 900) / (98 / 1000))
    assert category(report, "sex").lowest_selection is not None
    assert (report.people, report.selected) == (1900, 168)


def test_a_company_that_passes() -> None:
    report = audited(Tally("female", None, 480, 92), Tally("male", None, 520, 104))
    assert shortfalls(report, 0.8) == []
    assert ratio(report, "sex", "female") == pytest.approx((92 / 480) / 0.2)


def test_a_company_that_fails_for_women() -> None:
    report = audited(Tally("female", None, 480, 58), Tally("male", None, 520, 104))
    (short,) = shortfalls(report, 0.8)
    assert (short.category, short.measure, short.group) == ("sex", "selection", "female")
    assert short.impact_ratio == pytest.approx(0.604, abs=1e-3)
    assert short.p_value is not None
    assert short.p_value < 0.01


def third_group(people: int) -> BiasAudit:
    """1,000 people, of whom `people` are another sex, half of them selected; men .30, women .27."""
    women = (1000 - people) // 2
    return audited(
        Tally("female", None, women, round(women * 0.27)),
        Tally("male", None, 1000 - people - women, round((1000 - people - women) * 0.3)),
        Tally("another", None, people, people // 2),
    )


def test_a_third_group_of_2_3_percent_counts_and_turns_the_ratio() -> None:
    report = third_group(23)
    assert group(report, "sex", "another").selection.highest
    assert group(report, "sex", "another").left_out is None
    women = ratio(report, "sex", "female")
    assert women is not None
    assert women < 0.8


def test_a_third_group_of_1_6_percent_is_left_out_with_the_reason_and_what_it_changes() -> None:
    report = third_group(16)
    small = group(report, "sex", "another")
    assert small.left_out is not None
    assert "16 of 1000 people are 1.6%" in small.left_out
    assert (small.selection.impact_ratio, small.selection.highest) == (None, False)
    assert (small.people, small.selection.rate) == (16, 0.5)
    women = group(report, "sex", "female").selection
    assert women.impact_ratio is not None
    assert women.ratio_if_all_count is not None
    assert women.impact_ratio > 0.8 > women.ratio_if_all_count
    (note,) = category(report, "sex").notes
    assert f"female {women.ratio_if_all_count:.3f} instead of {women.impact_ratio:.3f}" in note
    assert shortfalls(report, 0.8) == []


def test_nobody_is_left_out_who_need_not_be() -> None:
    kept = audit(
        [Tally("female", None, 490, 130), Tally("male", None, 494, 148), Tally("another", None, 16, 8)],
        Scope(SCOPE.audited_on, "invented", "selected", "none", leave_out_below=0),
    )
    assert [g.left_out for g in category(kept, "sex").groups] == [None] * 3
    assert shortfalls(kept, 0.8)
    exactly = audited(Tally("female", None, 980, 100), Tally("male", None, 20, 2))
    assert group(exactly, "sex", "male").left_out is None


def test_unknown_people_are_counted_shown_and_in_no_ratio() -> None:
    report = audited(
        Tally("female", "white", 100, 20), Tally("male", None, 100, 25), Tally(None, "white", 50, 1),
        Tally(None, None, 30, 3),
    )  # fmt: skip
    sex, race, both = report.categories
    assert (sex.known, sex.unknown, sex.unknown_selected) == (200, 80, 4)
    assert (race.known, race.unknown) == (150, 130)
    assert (both.known, both.unknown) == (100, 180)
    assert ratio(report, "sex", "female") == pytest.approx(0.8)
    assert [line.people for line in lines(report) if line.group == "(unknown)"] == [80, 130, 180]


def test_the_scoring_rate_is_the_share_above_the_median_of_all() -> None:
    people = [Person("female", None, False, s) for s in (10, 50, 50, 90)]
    people += [Person("male", None, False, s) for s in (50, 80, 95)]
    people += [Person(None, None, False, 20), Person("male", None, False, None)]
    counted, middle = tallied(people)
    assert middle == 50  # of all eight, the one of unknown group too
    report = audit(counted, SCOPE, middle)
    women, men = group(report, "sex", "female").scoring, group(report, "sex", "male").scoring
    assert women is not None
    assert men is not None
    assert (women.people, women.reached) == (4, 1)  # what equals the median is not above it
    assert (men.people, men.reached) == (3, 2)  # one has no score
    assert women.impact_ratio == pytest.approx((1 / 4) / (2 / 3))
    assert (report.scored, report.median_score) == (8, 50)


def test_small_numbers_are_cautioned() -> None:
    report = audited(Tally("female", None, 10, 3), Tally("male", None, 10, 4))
    women = group(report, "sex", "female").selection
    assert women.below_four_fifths
    assert women.test == "fisher"
    assert women.p_value is not None
    assert women.p_value > 0.9
    assert women.caution == "One person more would lift the ratio to 1.000."
    large = audited(Tally("female", None, 1000, 300), Tally("male", None, 1000, 400))
    assert group(large, "sex", "female").selection.caution is None
    assert group(large, "sex", "female").selection.test == "z"


def test_data_without_anybody_or_without_a_selection_says_so() -> None:
    assert audited().notes == ["There is nobody in the data."]
    none = audited(Tally("female", None, 10, 0), Tally("male", None, 10, 0))
    assert ratio(none, "sex", "female") is None
    assert "Nobody was selected" in none.notes[0]
    assert shortfalls(none, 0.8) == []
    assert "Nobody has said" in audited(Tally(None, None, 5, 1)).notes[0]


def test_groups_of_a_few_people_are_not_shown() -> None:
    report = audited(
        Tally("female", "white", 40, 8), Tally("male", "white", 40, 10), Tally("female", "asian", 3, 3),
        Tally("male", "asian", 20, 4),
        hide_below=5,
    )  # fmt: skip
    both = category(report, "sex_by_race_ethnicity")
    # Hiding the three alone would leave them as the sum of all women less the white ones.
    assert (both.hidden_groups, both.hidden_people) == (4, 103)
    assert {g.group for g in category(report, "sex").groups} == {"female", "male"}
    assert "not shown" in both.notes[0]
    assert "asian / female" not in report.model_dump_json()


answers = st.sampled_from([None, "a", "b", "c"])
counts = st.tuples(answers, answers, st.integers(1, 60)).flatmap(
    lambda t: st.integers(0, t[2]).map(lambda k: Tally(t[0], t[1], t[2], k))
)


@given(st.lists(counts, max_size=12), st.integers(0, 8))
def test_laws(tallies: list[Tally], hide_below: int) -> None:
    report = audited(*tallies, hide_below=hide_below)
    for each in report.categories:
        assert each.known + each.unknown == report.people
        assert sum(g.people for g in each.groups) + each.hidden_people == each.known
        assert all(g.people >= hide_below for g in each.groups)
        counted = [g for g in each.groups if not g.left_out]
        ratios = [r for g in counted if (r := g.selection.impact_ratio) is not None]
        assert all(0 <= r <= 1 for r in ratios)
        assert not ratios or max(ratios) == 1
        highest = [g for g in each.groups if g.selection.highest]
        assert len(highest) == bool(ratios)
        for one in counted:
            if one.selection.p_value is not None:
                assert 0 <= one.selection.p_value <= 1


@given(st.lists(counts, min_size=1, max_size=10))
def test_the_order_and_the_splitting_of_counts_change_nothing(tallies: list[Tally]) -> None:
    halves = [
        part
        for t in tallies
        for part in (
            Tally(t.sex, t.race_ethnicity, t.selected, t.selected),
            Tally(t.sex, t.race_ethnicity, t.people - t.selected, 0),
        )
    ]
    assert audited(*tallies) == audited(*reversed(halves))


people = st.builds(
    Person, answers, answers, st.booleans(), st.one_of(st.none(), st.integers(0, 10).map(float))
)


@given(st.lists(people, max_size=40))
def test_at_most_half_of_the_scored_are_above_the_median(everybody: list[Person]) -> None:
    counted, middle = tallied(everybody)
    scores = [p.score for p in everybody if p.score is not None]
    assert middle == (median(scores) if scores else None)
    assert sum(t.scored for t in counted) == len(scores)
    assert sum(t.above_median for t in counted) * 2 <= len(scores)
    assert sum(t.people for t in counted) == len(everybody)
