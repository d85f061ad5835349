"""The learned terms: an adjustment that only rises, kept as data, and a memory of outcomes."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ats_core.matcher import JobCriteria, Profile, score
from ats_core.matcher.evaluation import Evaluation, auc, calibration_error, evaluate, impact_ratios, worsened
from ats_core.matcher.features import FEATURES, NAMES, forbidden
from ats_core.matcher.fitting import Row, fit, platt
from ats_core.matcher.memory import Imprint, Memory, Outcome, recall
from ats_core.matcher.scoring import appraise, terms, total
from ats_core.matcher.trees import BOUND, Adjustment, Calibration, lift, shipped
from tests.matcher.test_matcher_laws import TODAY, jobs, profile_fields

UNIT = st.floats(0, 1)
ROWS = st.tuples(*[UNIT] * len(NAMES))


# --- the adjustment


def test_no_feature_is_a_protected_trait_or_a_proxy() -> None:
    assert forbidden(NAMES) == []
    assert forbidden(["gender", "graduation_year", "school", "postcode", "years_gap"]) == [
        "gender", "graduation_year", "school", "postcode", "years_gap",
    ]  # fmt: skip
    assert tuple(shipped().to_json()["features"]) == NAMES == tuple(f.name for f in FEATURES)


def test_a_model_for_other_features_is_refused() -> None:
    data = shipped().to_json() | {"features": [*NAMES[:-1], "gender"]}
    with pytest.raises(ValueError, match="other features"):
        Adjustment.from_json(data)


@settings(max_examples=500)
@given(ROWS, st.integers(0, len(NAMES) - 1), UNIT, st.floats(0, 100), st.floats(0, 100))
def test_more_of_any_feature_never_lowers_the_adjusted_score(
    row: tuple[float, ...], place: int, more: float, formula: float, other: float
) -> None:
    raised = [*row]
    raised[place] = max(row[place], more)
    model = shipped()
    low, high = sorted((formula, other))
    assert lift(high, model.points(raised), model.bound) >= lift(low, model.points(row), model.bound) - 1e-9


@given(st.floats(0, 100), st.floats(-BOUND, BOUND))
def test_the_adjustment_stays_within_its_bound_and_the_score_within_0_and_100(
    formula: float, points: float
) -> None:
    assert abs(lift(formula, points, BOUND) - formula) <= BOUND + 1e-9
    assert 0 <= lift(formula, points, BOUND) <= 100


@settings(deadline=None)
@given(ROWS)
def test_the_trees_are_walked_as_xgboost_walks_them(row: tuple[float, ...]) -> None:
    numpy, booster, model = _trained()
    if booster is None:
        pytest.skip("XGBoost is not installed")
    told = booster.inplace_predict(numpy.array([row], dtype="float32"), predict_type="margin")
    assert model.margin(row) == pytest.approx(float(told[0]), abs=2e-6)


_KEPT: list[Any] = []


def _trained() -> tuple[Any, Any, Adjustment]:
    """numpy, a booster trained by XGBoost, and the same trees as data."""
    if not _KEPT:
        try:
            import numpy
            import xgboost
        except ImportError:
            return None, None, shipped()
        from ats_core.matcher.fitting import SETTINGS, from_xgboost

        dice = numpy.random.default_rng(5)
        x = dice.random((800, len(NAMES)))
        y = (x[:, 0] + x[:, 3] + dice.normal(0, 0.2, 800) > 1).astype(int)
        data = xgboost.DMatrix(x, label=y, feature_names=list(NAMES))
        booster = xgboost.train(SETTINGS, data, num_boost_round=40)
        booster.feature_names = None
        named = xgboost.train(SETTINGS, data, num_boost_round=40)
        none = Calibration(0, 1)
        _KEPT.append((numpy, booster, Adjustment("t", from_xgboost(named), 1.0, none)))
    kept: tuple[Any, Any, Adjustment] = _KEPT[0]
    return kept


def test_scoring_loads_neither_xgboost_nor_numpy() -> None:
    code = (
        "import sys; from datetime import date; from ats_core.matcher import *;"
        "score(JobCriteria(title='Cook'), Profile(), today=date(2026, 1, 1));"
        "sys.exit('xgboost' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@given(jobs, profile_fields)
def test_a_score_is_made_again_from_what_is_kept_of_it(job: JobCriteria, fields: dict[str, Any]) -> None:
    result = score(job, Profile.model_validate(fields), today=TODAY)
    kept = json.loads(result.model_dump_json())
    values = {p["name"]: p["value"] for p in kept["parts"]}
    again = terms(values, result.basis, shipped())
    assert again == result.parts
    assert total(again) == result.match_score


def test_a_model_is_kept_as_json_to_the_last_digit() -> None:
    model = shipped()
    again = Adjustment.from_json(json.loads(json.dumps(model.to_json())))
    assert again == model


def test_the_shipped_model_says_that_its_outcomes_are_simulated() -> None:
    assert "simulated" in shipped().version
    assert "no real people" in shipped().card["trained_on"]
    result = score(JobCriteria(title="Cook"), Profile(), today=TODAY)
    assert "simulated outcomes" in result.notes[0]
    assert "within 15 points" in result.notes[0]


def test_what_is_known_and_fits_is_worth_more_than_what_is_unknown() -> None:
    asked = JobCriteria(
        title="Cook", description="Prepare dishes and order goods.", required_skills=("Cooking", "HACCP"),
        required_experience_months=36, required_education="vocational", location="Lyon", salary_max=30_000,
    )  # fmt: skip
    whole: dict[str, Any] = {
        "skills": ["Cooking", "HACCP"], "experience_months": 48, "location": "Lyon", "salary_min": 28_000,
        "education": [{"degree": "Vocational diploma", "field": "Gastronomy"}],
        "work_history": [{"title": "Cook", "start_date": "2022-01", "current": True,
                          "description": "Prepared dishes and ordered goods. Cooking by HACCP."}],
    }  # fmt: skip
    best = score(asked, Profile.model_validate(whole), today=TODAY)
    for name in whole:
        less = score(
            asked, Profile.model_validate({k: v for k, v in whole.items() if k != name}), today=TODAY
        )
        assert less.match_score <= best.match_score, name
        assert less.confidence <= best.confidence, name


def test_used_long_and_lately_is_worth_more_than_merely_listed() -> None:
    asked = JobCriteria(title="Cook", required_skills=("Cooking",), required_experience_months=36)
    told = {"title": "Waiter", "description": "Cooking", "start_date": "2020-01", "current": True}
    listed = {"title": "Waiter", "description": "Serving", "start_date": "2020-01", "current": True}
    base: dict[str, Any] = {"skills": ["Cooking"], "experience_months": 80}
    used = score(asked, Profile.model_validate(base | {"work_history": [told]}), today=TODAY)
    said = score(asked, Profile.model_validate(base | {"work_history": [listed]}), today=TODAY)
    assert used.skills[0].months == 83
    assert used.skills[0].ago == 0
    assert used.skills[0].depth > said.skills[0].depth
    assert used.match_score > said.match_score
    assert used.skills[0].said is not None
    assert used.skills[0].said.field == "work_history[0].description"
    assert used.skills[0].said.text == "Cooking"


def test_reasons_say_how_long_and_how_long_ago() -> None:
    asked = JobCriteria(title="Cook", required_skills=("Cooking", "HACCP"))
    history = [
        {"title": "Waiter", "description": "Cooking", "start_date": "2024-12", "current": True},
        {"title": "Helper", "description": "HACCP", "start_date": "2015-01", "end_date": "2015-12"},
    ]
    found = score(asked, Profile.model_validate({"work_history": history}), today=TODAY)
    assert "Used Cooking (2 years) as Waiter." in found.strengths
    assert "Last used long ago: HACCP (10.8 years ago)." in found.gaps


def test_a_stated_level_counts() -> None:
    asked = JobCriteria(title="Analyst", required_skills=("Microsoft Excel",))
    levels = {
        level: score(
            asked, Profile.model_validate({"skills": [{"name": "Excel", "level": level}]}), today=TODAY
        ).skills[0].mastery
        for level in ("basic", "intermediate", "advanced", "expert", None)
    }  # fmt: skip
    assert levels["basic"] < levels["intermediate"] == levels[None] < levels["advanced"] < levels["expert"]


# --- fitting


def test_a_fit_learns_what_the_formula_does_not_know() -> None:
    pytest.importorskip("xgboost")
    import random

    dice = random.Random(3)  # noqa: S311 - no secret

    def made(count: int) -> list[Row]:
        found = []
        for _ in range(count):
            features = tuple(dice.random() for _ in NAMES)
            found.append(Row(features, 100 * features[0], int(features[0] + features[3] > 1)))
        return found

    model = fit(made(600), "t", outcomes=600)
    fresh = made(400)
    labels = [r.label for r in fresh]
    adjusted = [lift(r.formula, model.points(r.features), model.bound) for r in fresh]
    assert auc(labels, adjusted) > auc(labels, [r.formula for r in fresh]) + 0.02
    assert model.bound == 20


def test_too_few_outcomes_teach_nothing() -> None:
    with pytest.raises(ValueError, match="at least 30"):
        fit([Row((0.5,) * len(NAMES), 50.0, 1)] * 12, "t")


@given(st.lists(st.tuples(st.floats(0, 100), st.integers(0, 1)), min_size=2, max_size=40))
def test_calibration_rises_with_the_score(pairs: list[tuple[float, int]]) -> None:
    found = platt([s for s, _ in pairs], [y for _, y in pairs], [1.0] * len(pairs))
    assert found.b > 0
    assert found.probability(20) <= found.probability(80)


# --- the memory


SKILLS = st.frozensets(st.sampled_from("abcdefgh"))


def imprints() -> st.SearchStrategy[Imprint]:
    words = st.sampled_from([frozenset({"engineer"}), frozenset({"cook"}), frozenset()])
    return st.builds(
        Imprint, features=ROWS, skills=SKILLS, past=words,
        job_skills=st.just(frozenset("abc")), job_title=st.just(frozenset({"engineer"})),
    )  # fmt: skip


outcomes = st.lists(
    st.tuples(st.integers(0, 1), st.sampled_from([0.5, 1.0, 2.0]), imprints()), max_size=6
).map(lambda made: tuple(Outcome(n, *each) for n, each in enumerate(made, 1)))


@settings(max_examples=400)
@given(outcomes, imprints(), st.sampled_from("abcdefgh"), ROWS, st.floats(0, 100), st.floats(0, 100))
def test_more_skills_never_lower_what_the_memory_makes_of_a_score(
    past: tuple[Outcome, ...], pair: Imprint, skill: str, other: tuple[float, ...], one: float, two: float
) -> None:
    memory, curve = Memory(past), Calibration(-4.0, 0.08)
    raised = Imprint(
        tuple(max(a, b) for a, b in zip(pair.features, other, strict=True)), pair.skills | {skill},
        pair.past, pair.job_skills, pair.job_title,
    )  # fmt: skip
    low, high = sorted((one, two))
    before = _recalled(memory, pair, low, curve)
    assert _recalled(memory, raised, high, curve) >= before - 1e-6


@settings(max_examples=200)
@given(jobs, profile_fields, st.lists(st.tuples(profile_fields, st.integers(0, 1)), max_size=3), st.data())
def test_one_more_matched_skill_never_lowers_a_score_that_remembers(
    job: JobCriteria, fields: dict[str, Any], past: list[tuple[dict[str, Any], int]], data: st.DataObject
) -> None:
    asked = [s for s in (*job.required_skills, *job.preferred_skills) if s.strip()]
    if not asked:
        return
    memory = Memory(
        tuple(
            Outcome(n, label, 2.0, appraise(job, Profile.model_validate(told), today=TODAY).imprint)
            for n, (told, label) in enumerate(past, 1)
        )
    )
    more = fields | {"skills": [*fields["skills"], data.draw(st.sampled_from(asked))]}
    low, high = (
        score(job, Profile.model_validate(f), today=TODAY, memory=memory).match_score for f in (fields, more)
    )
    assert high >= low


def _recalled(memory: Memory, pair: Imprint, value: float, curve: Calibration) -> float:
    found = memory.neighbours(pair)
    return recall(value, curve, sum(n.weight for n, y in found if y), sum(n.weight for n, _ in found))


@given(outcomes, imprints(), st.floats(1, 99))
def test_a_success_never_lowers_and_a_failure_never_raises_anybody(
    past: tuple[Outcome, ...], pair: Imprint, value: float
) -> None:
    curve = Calibration(-4.0, 0.08)
    before = _recalled(Memory(past), pair, value, curve)
    for label in (0, 1):
        after = _recalled(Memory((*past, Outcome(99, label, 1.0, pair))), pair, value, curve)
        assert after > before - 1e-9 if label else after < before + 1e-9


JOB = JobCriteria(
    title="Backend Engineer",
    required_skills=("Python", "PostgreSQL", "Docker"),
    required_experience_months=60,
)


def person(skills: list[str], title: str = "Software Engineer", months: int = 40) -> Profile:
    return Profile.model_validate(
        {
            "skills": skills,
            "experience_months": months,
            "work_history": [{"title": title, "start_date": "2022-01", "current": True}],
        }
    )


def test_ac5_model_learns_from_hiring_outcomes() -> None:
    """After one success all similar profiles rise; after five, the others have moved by less than 0.01."""
    model, day = shipped(), date(2026, 1, 1)
    hired = person(["Python", "Django"])
    similar = [person(["Python", "Django", *more], months=m) for m in (36, 40, 48) for more in ([], ["Git"])]
    others = [person(["Cooking", "HACCP"], "Cook"), person(["Nursing"], "Nurse"), person(["Docker", "Go"])]
    seen = appraise(JOB, hired, today=day)
    remembered = [Outcome(n, 1, 1.0, seen.imprint) for n in range(1, 6)]
    one, five = Memory(tuple(remembered[:1]), 1), Memory(tuple(remembered), 5)
    for each in similar:
        before, after, later = (
            score(JOB, each, today=day, memory=m).match_score for m in (Memory(), one, five)
        )
        assert before < after < later
    for each in others:
        before, later = (score(JOB, each, today=day, memory=m).match_score for m in (Memory(), five))
        moved = model.calibration.curve(later) - model.calibration.curve(before)
        assert abs(moved) < 0.01


def test_languages_are_not_remembered() -> None:
    """A mother tongue goes along with origin."""
    seen = appraise(JOB, person(["Python", "Portuguese", "Spanish"]), today=TODAY)
    assert seen.imprint.skills == appraise(JOB, person(["Python"]), today=TODAY).imprint.skills


# --- evaluation and the guard


def test_figures_against_a_case_worked_by_hand() -> None:
    labels, told = [1, 1, 0, 0], [0.9, 0.4, 0.6, 0.1]
    found = evaluate(labels, told)
    assert (found.accuracy, found.majority, found.macro_f1) == (0.5, 0.5, 0.5)
    assert found.auc == 0.75
    assert found.brier == pytest.approx((0.01 + 0.36 + 0.36 + 0.01) / 4)
    assert auc([1, 0], [0.5, 0.5]) == 0.5
    assert calibration_error([1] * 10, [1.0] * 10) == 0


def test_impact_ratios_leave_out_tiny_groups_and_count_the_unknown() -> None:
    scores = [*range(100)]
    groups: list[str | None] = ["a" if n % 2 else "b" for n in scores]
    groups[0] = "tiny"
    groups[1] = None
    assert impact_ratios(scores, groups) == {"a": 1.0, "b": pytest.approx((25 / 49) / (25 / 49))}
    assert impact_ratios([1.0, 2.0, 3.0, 4.0], ["x", "x", "y", "y"]) == {"x": 0.0, "y": 1.0}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"auc": 0.79}, "AUC falls"),
        ({"ece": 0.03}, "calibration error rises"),
        ({"impact": {"a": 1.0, "b": 0.7}}, "impact ratio of b falls"),
        ({"impact": {"a": 1.0}}, "impact ratio of b falls"),
    ],
)
def test_a_model_that_is_worse_in_one_respect_is_not_promoted(change: dict[str, Any], said: str) -> None:
    old = Evaluation(100, 0.5, 0.8, 0.8, 0.8, 0.1, 0.02, {"a": 1.0, "b": 0.9})
    assert worsened(old, old) == []
    reasons = worsened(old._replace(**change), old)
    assert len(reasons) == 1
    assert said in reasons[0]
