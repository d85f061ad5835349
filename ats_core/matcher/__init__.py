"""How well a candidate fits a job: a score of 0-100 that adds up from parts and says its reasons.

A pure engine: values in, values out; the day comes in as an argument.
"""

from __future__ import annotations

from ats_core.matcher.criteria import extract_criteria
from ats_core.matcher.degrees import level_of
from ats_core.matcher.model import (
    EducationLevel,
    Explanation,
    JobCriteria,
    MatchResult,
    OtherMatch,
    Part,
    Position,
    Profile,
    ProfileSkill,
    SkillMatch,
    Study,
)
from ats_core.matcher.scoring import MATCHER_VERSION, WEIGHTS, Ranked, rank, score

__all__ = [
    "MATCHER_VERSION",
    "WEIGHTS",
    "EducationLevel",
    "Explanation",
    "JobCriteria",
    "MatchResult",
    "OtherMatch",
    "Part",
    "Position",
    "Profile",
    "ProfileSkill",
    "Ranked",
    "SkillMatch",
    "Study",
    "extract_criteria",
    "level_of",
    "rank",
    "score",
]
