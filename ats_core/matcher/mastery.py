"""How well a skill is mastered, where a résumé shows it: the level stated, the time of use, the last use.

Showing never counts against anybody: what is not shown has a neutral value, which what is shown can only
raise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ats_core.matcher.model import Level
from ats_core.taxonomy.surface import folded

ENOUGH_MONTHS = 36  # of one skill, where the job does not say how much experience it asks for
LONGEST_ASKED = 60  # nobody asks for more of one skill, however many years the job asks for
RECENT_MONTHS, OLD_MONTHS = 24, 96  # used as good as now; long ago
UNKNOWN_DEPTH, UNKNOWN_RECENCY, UNKNOWN_LEVEL = 0.35, 0.5, 0.5

LEVEL_VALUES: dict[Level, float] = {"basic": 0.25, "intermediate": 0.5, "advanced": 0.85, "expert": 1.0}

_WORDS: tuple[tuple[Level, str], ...] = (
    (
        "expert",
        r"expert\w*|native|mother tongue|bilingual|fluent|c2|experte|expertin|experto|experta|nativ[oa]"
        r"|especialista|bilingue|muttersprache|langue maternelle|lingua materna|courant|fliessend|fluente",
    ),
    (
        "advanced",
        r"advanced|proficient|very good|strong|c1|avanzad[oa]|avancad[oa]|avancee?|fortgeschritten\w*"
        r"|sehr gut\w*|confirmee?|verhandlungssicher",
    ),
    (
        "intermediate",
        r"intermediate|good|b1|b2|intermedi[oa]|medi[oa]|intermediaire|gut\w*|mittel|working knowledge"
        r"|conversational",
    ),
    (
        "basic",
        r"basic\w*|beginner|elementary|a1|a2|basic[oa]|inicial|principiante|iniciante|debutante?|notions"
        r"|nocoes|nociones|grundkenntnisse|anfanger|notion|familiar\w*",
    ),
)
_LEVELS = tuple((level, re.compile(rf"(?<!\w)(?:{words})(?!\w)")) for level, words in _WORDS)


@dataclass(frozen=True, slots=True)
class Use:
    """What past jobs show of a skill: months of use, and months since the last use; None is not known."""

    months: int | None = None
    ago: int | None = None


UNSEEN = Use()


def level_in(text: str) -> Level | None:
    """The level that a spelling such as "Excel (advanced)" or "Inglés C1" states; None if it does not."""
    low = folded(text)
    return next((level for level, pattern in _LEVELS if pattern.search(low)), None)


def depth(use: Use, required_months: int | None) -> float:
    """0-1: the months of use against those that the job can expect of one skill."""
    if use.months is None:
        return UNKNOWN_DEPTH
    enough = min(required_months or ENOUGH_MONTHS, LONGEST_ASKED)
    return max(UNKNOWN_DEPTH, min(1.0, use.months / enough))


def recency(use: Use) -> float:
    """0-1: 1 for a skill used within two years, falling to the neutral value at eight."""
    if use.ago is None:
        return UNKNOWN_RECENCY
    faded = (use.ago - RECENT_MONTHS) / (OLD_MONTHS - RECENT_MONTHS)
    return max(UNKNOWN_RECENCY, 1.0 - max(0.0, faded))


def level_value(level: Level | None) -> float:
    """0-1; a level that is not stated is neutral."""
    return UNKNOWN_LEVEL if level is None else LEVEL_VALUES[level]
