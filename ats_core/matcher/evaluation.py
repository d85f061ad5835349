"""How good a model's scores are on outcomes that are known, and whether a new model may take an old one's
place.

Plain functions over lists: labels (1 hired, 0 not), scores or probabilities, and, if somebody has them,
groups. Groups are only ever looked at here, after scoring; no score is made from them.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import nan
from typing import NamedTuple

BINS = 10
CHANCE = 0.5  # AUC of a coin
SMALLEST_GROUP = 0.02  # share of all below which a group's ratio may be left out (NYC LL 144 rules, 5-301)


class Evaluation(NamedTuple):
    """Figures on one set of outcomes; `impact` is each group's rate above the median score, over the best."""

    rows: int
    majority: float
    accuracy: float
    macro_f1: float
    auc: float
    brier: float
    ece: float
    impact: dict[str, float]

    def to_json(self) -> dict[str, object]:
        return {k: round(v, 6) if isinstance(v, float) else v for k, v in self._asdict().items()}


def evaluate(
    labels: Sequence[int],
    probabilities: Sequence[float],
    groups: Sequence[str | None] | None = None,
    cut: float = 0.5,
) -> Evaluation:
    """The figures of `probabilities` against `labels`; at `cut` and above counts as a yes.

    ValueError if there is nothing, or only one kind of outcome.
    """
    if len(set(labels)) < 2:
        raise ValueError("an evaluation needs outcomes of both kinds")
    said = [int(p >= cut) for p in probabilities]
    hits = sum(a == b for a, b in zip(labels, said, strict=True))
    share = sum(labels) / len(labels)
    return Evaluation(
        rows=len(labels),
        majority=max(share, 1 - share),
        accuracy=hits / len(labels),
        macro_f1=(_f1(labels, said, 1) + _f1(labels, said, 0)) / 2,
        auc=auc(labels, probabilities),
        brier=sum((p - y) ** 2 for p, y in zip(probabilities, labels, strict=True)) / len(labels),
        ece=calibration_error(labels, probabilities),
        impact=impact_ratios(probabilities, groups) if groups is not None else {},
    )


def _f1(labels: Sequence[int], said: Sequence[int], of: int) -> float:
    right = sum(a == b == of for a, b in zip(labels, said, strict=True))
    named = sum(a == of for a in labels) + sum(b == of for b in said)
    return 2 * right / named if named else 0.0


def auc(labels: Sequence[int], scores: Sequence[float]) -> float:
    """The chance that a yes is scored above a no, ties one half (Mann and Whitney, 1947); NaN without
    both.
    """
    order = sorted(range(len(scores)), key=scores.__getitem__)
    yes = sum(labels)
    no = len(labels) - yes
    if not yes or not no:
        return nan
    ranks, at = 0.0, 0
    while at < len(order):
        end = at
        while end < len(order) and scores[order[end]] == scores[order[at]]:
            end += 1
        ranks += (at + end + 1) / 2 * sum(labels[i] for i in order[at:end])
        at = end
    return (ranks - yes * (yes + 1) / 2) / (yes * no)


def calibration_error(labels: Sequence[int], probabilities: Sequence[float]) -> float:
    """Expected calibration error over ten bins of equal size (Naeini et al., 2015, with equal-mass bins)."""
    order = sorted(range(len(labels)), key=lambda i: (probabilities[i], labels[i]))
    size, error = len(order), 0.0
    for number in range(BINS):
        inside = order[number * size // BINS : (number + 1) * size // BINS]
        if inside:
            told = sum(probabilities[i] for i in inside)
            came = sum(labels[i] for i in inside)
            error += abs(told - came) / size
    return error


def impact_ratios(scores: Sequence[float], groups: Sequence[str | None]) -> dict[str, float]:
    """Each group's scoring rate (share above the sample's median) over the highest group's rate.

    People of unknown group (None) count for the median; groups below 2 % have no ratio.
    """
    ordered = sorted(scores)
    middle = len(ordered) // 2
    median = ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
    above: dict[str, list[bool]] = {}
    for score, group in zip(scores, groups, strict=True):
        if group is not None:
            above.setdefault(group, []).append(score > median)
    rates = {g: sum(a) / len(a) for g, a in above.items() if len(a) >= SMALLEST_GROUP * len(scores)}
    best = max(rates.values(), default=0.0)
    return {g: rate / best for g, rate in sorted(rates.items())} if best else {}


def worsened(new: Evaluation, old: Evaluation) -> list[str]:
    """Why `new` must not take the place of `old`, both on the same outcomes; nothing if it may.

    AUC, calibration error and every impact ratio must be no worse, and the AUC better than chance.
    """
    reasons = []
    if new.auc <= CHANCE:
        reasons.append(f"AUC is {new.auc:.4f}, no better than chance.")
    if new.auc < old.auc:
        reasons.append(f"AUC falls from {old.auc:.4f} to {new.auc:.4f}.")
    if new.ece > old.ece:
        reasons.append(f"The calibration error rises from {old.ece:.4f} to {new.ece:.4f}.")
    for group, ratio in old.impact.items():
        now = new.impact.get(group, 0.0)
        if now < ratio:
            reasons.append(f"The impact ratio of {group} falls from {ratio:.3f} to {now:.3f}.")
    return reasons
