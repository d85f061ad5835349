"""How sure each value is, as a probability that it is right, and how sure the parse is as a whole.

A kind of value (`work.title`) has a logistic model over its evidence, and a table that turns the model's
score into the share of values with such a score that were right. Both are data, fitted by `make
train-parser` on made résumés (docs/parser.md, "Confidence").
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ats_core.parser.evidence import Evidence
    from ats_core.parser.model import CandidateData, ParsedResume

# What recruiters act on weighs most. A part that was not found counts as a doubt, since nearly every résumé
# has it.
_WEIGHTS = {"contact": 0.35, "work": 0.35, "education": 0.2, "skills": 0.1}
_ABSENT = {"contact": 0.0, "work": 0.4, "education": 0.6, "skills": 0.6}
# Below this a value is for a person to look at. Of the values at or above it, at most 3 % may be wrong.
REVIEW_BELOW = 0.9

_SCANNED = 0.85
_STEP = 0.01


class Calibrator:
    """Turns evidence into probabilities. `models` maps a kind to its bias, weights and table."""

    def __init__(self, models: Mapping[str, Mapping[str, Any]]) -> None:
        self._models = models

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of values that are calibrated."""
        return tuple(self._models)

    def score(self, kind: str, features: Iterable[str]) -> float:
        """The log odds that the model of this kind gives."""
        model = self._models[kind]
        weights: Mapping[str, float] = model["weights"]
        return float(model["bias"]) + sum(weights.get(feature, 0.0) for feature in sorted(features))

    def probability(self, kind: str, features: Iterable[str], otherwise: float) -> float:
        """The probability, 0-1, that a value of this kind with these features is right; `otherwise` for a
        kind that is not calibrated.
        """
        if kind not in self._models:
            return otherwise
        return interpolated(self._models[kind]["table"], self.score(kind, features))


def interpolated(table: list[list[float]], score: float) -> float:
    """The value at `score` on the line through the table's (score, value) points, level beyond its ends."""
    at = bisect_right(table, [score, 2.0])
    if at == 0:
        return table[0][1]
    if at == len(table):
        return table[-1][1]
    (left, low), (right, high) = table[at - 1], table[at]
    return low + (high - low) * (score - left) / (right - left)


@cache
def shipped() -> Calibrator:
    """The calibrator that comes with the parser."""
    path = Path(__file__).parent / "learned" / "calibration.json"
    return Calibrator(json.loads(path.read_text(encoding="utf-8"))["kinds"])


def calibrated(values: Iterable[Evidence]) -> dict[str, float]:
    """The probability that each value is right, by its path.

    There were no scans among the résumés of the fit, so what OCR has read stays below the line of review.
    """
    calibrator, made = shipped(), dict[str, float]()
    known, unknown = list[str](), list[str]()
    for value in values:
        probability = calibrator.probability(value.kind, value.features, value.found.confidence)
        if "ocr" in value.features:
            probability = min(probability, _SCANNED)
        made[value.path] = round(probability, 3)
        if value.kind == "skill":
            (unknown if value.found.by == "list-item" else known).append(value.path)
    # An item that the taxonomy does not know is less sure than those that it knows.
    bound = max(0.0, min((made[path] for path in known), default=1.0) - _STEP)
    return made | {path: round(min(made[path], bound), 3) for path in unknown if known}


def overall(data: CandidateData, skills: list[float]) -> float:
    """The weighted mean of the parts' confidences, 0-1; `skills` are those of the skills."""
    parts = {
        "contact": data.contact_info.confidence or None,
        "work": _mean([job.confidence for job in data.work_history]),
        "education": _mean([study.confidence for study in data.education]),
        "skills": _mean(skills),
    }
    total = sum(
        weight * (_ABSENT[key] if (value := parts[key]) is None else value)
        for key, weight in _WEIGHTS.items()
    )
    return round(min(1.0, total), 3)


def doubtful(resume: ParsedResume, below: float = REVIEW_BELOW) -> list[str]:
    """The paths of the values that a person should look at, the least sure first."""
    unsure = [
        (receipt.confidence, path) for path, receipt in resume.receipts.items() if receipt.confidence < below
    ]
    return [path for _, path in sorted(unsure)]


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
