"""How sure the parse is as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ats_core.parser.model import CandidateData
    from ats_core.parser.skills import Skill

# What recruiters act on weighs most. A part that was not found counts as a doubt, since nearly every résumé
# has it.
_WEIGHTS = {"contact": 0.35, "work": 0.35, "education": 0.2, "skills": 0.1}
_ABSENT = {"contact": 0.0, "work": 0.4, "education": 0.6, "skills": 0.6}


def overall(data: CandidateData, skills: list[Skill], order: float) -> float:
    """The weighted mean of the parts' confidences, 0-1, times the certainty of the reading order."""
    parts = {
        "contact": data.contact_info.confidence or None,
        "work": _mean([job.confidence for job in data.work_history]),
        "education": _mean([study.confidence for study in data.education]),
        # An unknown spelling lowers what a skill is worth, yet a list that was found was read rightly.
        "skills": 0.9 if skills else None,
    }
    total = sum(
        weight * (_ABSENT[key] if (value := parts[key]) is None else value)
        for key, weight in _WEIGHTS.items()
    )
    return round(min(1.0, total * order), 3)


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
