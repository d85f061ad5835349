"""A bias audit as flat lines, one a group and category: what tables and CSV show."""

from __future__ import annotations

from collections.abc import Iterator

from ats_core.fairness.report import BiasAudit, Category, Group
from ats_core.operations import Model

CATEGORY_NAMES = {
    "sex": "Sex",
    "race_ethnicity": "Race/ethnicity",
    "sex_by_race_ethnicity": "Race/ethnicity and sex",
}


class Line(Model):
    """One group with all its numbers; rates and ratios as fractions, not in per cent."""

    category: str
    group: str
    people: int
    share: float | None
    selected: int | None
    selection_rate: float | None
    impact_ratio: float | None
    p_value: float | None
    test: str | None
    scored: int | None
    above_median: int | None
    scoring_rate: float | None
    scoring_impact_ratio: float | None
    scoring_p_value: float | None
    flag: str
    remark: str


def lines(audit: BiasAudit) -> list[Line]:
    """Each group of each category, and a line for those whose group is not known."""
    return [line for category in audit.categories for line in _of(category)]


def _of(category: Category) -> Iterator[Line]:
    for group in category.groups:
        yield _line(category, group)
    yield Line(
        category=category.name,
        group="(unknown)",
        people=category.unknown,
        share=None,
        selected=category.unknown_selected,
        selection_rate=category.unknown_selected / category.unknown if category.unknown else None,
        impact_ratio=None,
        p_value=None,
        test=None,
        scored=None,
        above_median=None,
        scoring_rate=None,
        scoring_impact_ratio=None,
        scoring_p_value=None,
        flag="",
        remark="not said or declined; in no ratio",
    )


def _line(category: Category, group: Group) -> Line:
    selection, scoring = group.selection, group.scoring
    return Line(
        category=category.name,
        group=group.group,
        people=group.people,
        share=group.share,
        selected=selection.reached,
        selection_rate=selection.rate,
        impact_ratio=selection.impact_ratio,
        p_value=selection.p_value,
        test=selection.test,
        scored=scoring.people if scoring else None,
        above_median=scoring.reached if scoring else None,
        scoring_rate=scoring.rate if scoring else None,
        scoring_impact_ratio=scoring.impact_ratio if scoring else None,
        scoring_p_value=scoring.p_value if scoring else None,
        flag=flag(group),
        remark=remark(group),
    )


def flag(group: Group) -> str:
    """`highest`, `below 4/5`, `left out`, or nothing."""
    if group.left_out:
        return "left out"
    if group.selection.below_four_fifths or (group.scoring and group.scoring.below_four_fifths):
        return "below 4/5"
    return "highest" if group.selection.highest else ""


def remark(group: Group) -> str:
    """What to know before leaning on the group's ratios."""
    if group.left_out:
        return group.left_out
    told = []
    if group.selection.caution:
        told.append(group.selection.caution)
    if group.scoring and group.scoring.caution and group.scoring.caution not in told:
        told.append(f"Scores: {group.scoring.caution}")
    return " ".join(told)
