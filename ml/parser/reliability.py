"""How well confidence says what is right: the shares by bin, and the expected calibration error."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ml.parser.judge import Verdict

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The values whose confidence lies in [low, high)."""

    low: float
    high: float
    count: int
    stated: float
    right: float


def bins_of(values: Sequence[Verdict]) -> list[Bin]:
    """The ten bins of equal width, 1.0 in the last; empty ones are left out."""
    made = []
    for index in range(BINS):
        held = [value for value in values if min(BINS - 1, int(value.confidence * BINS)) == index]
        if held:
            stated = sum(value.confidence for value in held) / len(held)
            right = sum(value.right for value in held) / len(held)
            made.append(Bin(index / BINS, (index + 1) / BINS, len(held), stated, right))
    return made


def calibration_error(values: Sequence[Verdict]) -> float:
    """Expected calibration error: the sum over the bins of count / all * |share right - mean confidence|
    (Naeini, Cooper and Hauskrecht 2015). 0 for no values.
    """
    return sum(b.count * abs(b.right - b.stated) for b in bins_of(values)) / max(1, len(values))


def sure_ones(values: Sequence[Verdict], least: float = 0.9) -> tuple[float, float]:
    """Share right of the values with at least that confidence, and their share of all; 0 for no values."""
    sure = [value for value in values if value.confidence >= least]
    right = sum(value.right for value in sure) / len(sure) if sure else 0.0
    return right, len(sure) / len(values) if values else 0.0


def table(values: Sequence[Verdict]) -> str:
    """The reliability table as text."""
    lines = ["  confidence   values   stated    right"]
    lines += [
        f"  {b.low:.1f} - {b.high:.1f}   {b.count:7}  {b.stated:6.3f}   {b.right:6.3f}"
        for b in bins_of(values)
    ]
    return "\n".join(lines)
