"""What the learned adjustment may look at: the whole schema, and nothing else.

Every feature is a share of 0-1 of what a job asks for that is known to be there; more is never worse, so the
adjustment is held to rise with each (monotone constraints). None is about who somebody is: no name, gender,
age, year, school, firm, nationality, language spoken at home, gap or address can be a feature, and a test
reads this list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ats_core.matcher import skills
from ats_core.matcher.experience import Fit
from ats_core.matcher.model import SkillMatch

NOT_ASKED = 0.5
UNKNOWN_SHARE = skills.UNKNOWN / 100


class Feature(NamedTuple):
    """A feature's name, what it says, and its neutral value where the candidate's side is not known."""

    name: str
    says: str
    unknown: float


FEATURES: tuple[Feature, ...] = (
    Feature("required_skills", "mean credit of the required skills", 0.2),
    Feature("preferred_skills", "mean credit of the preferred skills", 0.2),
    Feature("weakest_skill", "credit of the required skill that is met least", 0.2),
    Feature("skill_depth", "months of use of the skills asked for, against those needed", 0.07),
    Feature("skill_recency", "how lately the skills asked for were used", 0.1),
    Feature("skill_level", "levels stated of the skills asked for", 0.05),
    Feature("years", "months of experience against those required", 0.5),
    Feature("nearness", "likeness of past work, by title, duties or skills", 0.65),
    Feature("title", "likeness of past titles", 0.65),
    Feature("duties", "likeness of past duties", 0.65),
    Feature("education", "level of education and its field", 0.5),
    Feature("location", "nearness of the two places", 0.5),
    Feature("salary", "overlap of the salaries offered and expected", 0.5),
)
NAMES: tuple[str, ...] = tuple(f.name for f in FEATURES)


def feature_values(
    matches: Sequence[SkillMatch],
    skills_known: bool,
    years: float,
    near: float,
    fit: Fit,
    values: dict[str, float],
) -> tuple[float, ...]:
    """The features of a pair, in the order of NAMES, rounded to six places so that they are kept exactly.

    `years` and `values` are those of the formula, 0-100.
    """
    required = [m for m in matches if m.required]
    preferred = [m for m in matches if not m.required]
    # One skill met, asked for in whatever way, is worth at least what not knowing any is worth.
    met = max((m.credit for m in matches), default=0.0) if skills_known else 1.0
    found = (
        _share(required, skills_known, lambda m: m.credit, met),
        _share(preferred, skills_known, lambda m: m.credit, met),
        _weakest(required or matches, skills_known, met),
        _share(required or matches, skills_known, lambda m: m.depth, 0.35 * met),
        _share(required or matches, skills_known, lambda m: m.recency, 0.5 * met),
        _share(required or matches, skills_known, lambda m: m.mastery, 0.25 * met),
        years / 100,
        near,
        fit.by_title,
        fit.by_duties,
        values["education"] / 100,
        values["location"] / 100,
        values["salary"] / 100,
    )
    return tuple(round(value, 6) for value in found)


def _share(
    matches: Sequence[SkillMatch], known: bool, value: Callable[[SkillMatch], float], least: float
) -> float:
    """The mean of `value`, from what not knowing any skill is worth for `least`.

    `least` is the least that `value` gives for a skill that is met as well as the best one of all is.
    """
    if not matches:
        return NOT_ASKED
    if not known:
        return UNKNOWN_SHARE * least
    worths = [value(m) for m in matches]
    return max(sum(worths) / len(worths), UNKNOWN_SHARE * max(*worths, least))


def _weakest(matches: Sequence[SkillMatch], known: bool, met: float) -> float:
    if not matches:
        return NOT_ASKED
    if not known:
        return UNKNOWN_SHARE
    return max(min(m.credit for m in matches), UNKNOWN_SHARE * met)


def forbidden(names: Iterable[str]) -> list[str]:
    """Those of `names` that speak of who somebody is, and so must never be features."""
    return [n for n in names if any(word in n.lower() for word in PROTECTED)]


PROTECTED = (
    "first_name", "last_name", "gender", "sex", "race", "ethnic", "nation", "birth", "age_", "_age", "photo",
    "marital", "famil", "child", "pregnan", "disab", "relig", "veteran", "military", "school", "college",
    "university", "institution", "graduat", "company", "employer", "postcode", "zip", "address", "phone",
    "email", "link", "gap", "language", "club", "pronoun", "tag", "note", "source",
)  # fmt: skip
