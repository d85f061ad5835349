"""A bias audit as it is handed out: counts, rates, ratios and what to know about them, no person."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from ats_core.errors import RuleRefused
from ats_core.fairness.significance import Test
from ats_core.operations import Model

CategoryName = Literal["sex", "race_ethnicity", "sex_by_race_ethnicity"]
Measure = Literal["selection", "scoring"]


class BiasFound(RuleRefused):
    """An impact ratio is below the mark that was asked for."""

    code = "bias_found"


class Rate(Model):
    """One group's selection rate, or its scoring rate, and how it compares with the highest."""

    people: int
    reached: int = Field(description="Selected, or scored above the median of the whole sample.")
    rate: float | None = Field(description="reached / people; null where nobody was scored.")
    impact_ratio: float | None = Field(description="rate / highest rate of the groups that count.")
    ratio_if_all_count: float | None = Field(
        description="The ratio if no group were left out for being small."
    )
    highest: bool
    below_four_fifths: bool = Field(description="29 CFR 1607.4 D: evidence, no verdict.")
    p_value: float | None = Field(description="Against the highest group, two-sided.")
    test: Test | None
    caution: str | None = Field(description="Why the ratio should not be leaned on.")


class Group(Model):
    group: str
    sex: str | None
    race_ethnicity: str | None
    people: int
    share: float = Field(description="Of the people whose group is known, 0-1.")
    left_out: str | None = Field(description="Why the ratios leave it out; null if they do not.")
    selection: Rate
    scoring: Rate | None = Field(description="Null where nobody has a score.")


class Lowest(Model):
    group: str
    impact_ratio: float


class Category(Model):
    """All groups of one kind, the largest first."""

    name: CategoryName
    known: int = Field(description="People whose group is known.")
    unknown: int = Field(description="People who have not said, or declined; in no group.")
    unknown_selected: int
    groups: list[Group]
    hidden_groups: int = Field(description="Groups that are not shown because so few people are in them.")
    hidden_people: int
    lowest_selection: Lowest | None
    lowest_scoring: Lowest | None
    notes: list[str]


class BiasAudit(Model):
    """Selection rates, scoring rates and impact ratios by sex, race/ethnicity and both together."""

    audited_on: date
    source: str = Field(description="Where the data comes from, and what it is.")
    selected_means: str
    job: str | None = Field(description="Requisition number; null for all jobs.")
    since: date | None
    until: date | None
    people: int = Field(description="Applications; one person may have several.")
    selected: int
    scored: int
    median_score: float | None = Field(description="Of all who have a score, in whatever group.")
    leave_out_below: float = Field(description="Share of the known below which a group may be left out.")
    hide_below: int = Field(description="Groups with fewer people are not shown; 0 for none.")
    categories: list[Category]
    notes: list[str]
    ats_version: str
    matcher_version: str


class Shortfall(Model):
    """A group whose impact ratio lies below a mark."""

    category: CategoryName
    measure: Measure
    group: str
    impact_ratio: float
    p_value: float | None


def shortfalls(audit: BiasAudit, mark: float) -> list[Shortfall]:
    """Every counted ratio below `mark`, the lowest first."""
    found = [
        Shortfall(
            category=category.name,
            measure=measure,
            group=group.group,
            impact_ratio=rate.impact_ratio,
            p_value=rate.p_value,
        )
        for category in audit.categories
        for group in category.groups
        for measure, rate in _rates(group)
        if rate.impact_ratio is not None and rate.impact_ratio < mark
    ]
    return sorted(found, key=lambda s: (s.impact_ratio, s.category, s.group))


def _rates(group: Group) -> list[tuple[Measure, Rate]]:
    found: list[tuple[Measure, Rate]] = [("selection", group.selection)]
    if group.scoring is not None:
        found.append(("scoring", group.scoring))
    return found
