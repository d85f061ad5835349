"""The learned adjustment as data: small regression trees, walked here, so that no XGBoost is needed to score.

A model is made by XGBoost (fitting.py) and kept as JSON. It is walked in plain Python as XGBoost walks it:
features and thresholds are 32-bit floats, and `value < threshold` goes left. The leaves are added up as
64-bit floats, always in the same order, so a score is the same on every machine, to the last digit;
XGBoost, which adds 32-bit floats, differs by their rounding.
"""

from __future__ import annotations

import json
import struct
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import Any

from ats_core.matcher.features import NAMES

BOUND = 15.0  # points, at most, either way, until enough outcomes are known
BOUND_LEARNED = 20.0  # points, at most, for a model that has learned from at least ENOUGH_OUTCOMES
ENOUGH_OUTCOMES = 200

# A split: feature, threshold, left, right. A leaf: its value alone.
Node = tuple[int, float, Any, Any] | float

_PACK = struct.Struct("f")


@cache
def _packed(count: int) -> Callable[..., tuple[float, ...]]:
    """What rounds `count` values to 32-bit floats at once."""
    many = struct.Struct(f"{count}f")
    return lambda *values: many.unpack(many.pack(*values))


def float32(value: float) -> float:
    """`value` rounded to a 32-bit float."""
    rounded: float = _PACK.unpack(_PACK.pack(value))[0]
    return rounded


@dataclass(frozen=True)
class Calibration:
    """Score (0-100) to the probability of a hire.

    The curve is 1 / (1 + exp(-(a + b x score))) (Platt, 1999). From 1,000 outcomes there are `steps` besides,
    (score, probability) pairs that only rise (isotonic regression), joined by straight lines.
    """

    a: float
    b: float
    steps: tuple[tuple[float, float], ...] = ()

    def probability(self, score: float) -> float:
        """By the steps where there are any, else by the curve."""
        if not self.steps:
            return self.curve(score)
        after = bisect_left(self.steps, (score, -1.0))
        if after in (0, len(self.steps)):
            return self.steps[min(after, len(self.steps) - 1)][1]
        (x, p), (to_x, to_p) = self.steps[after - 1], self.steps[after]
        return p + (to_p - p) * (score - x) / (to_x - x) if to_x > x else to_p

    def curve(self, score: float) -> float:
        """By the curve, which rises everywhere."""
        return sigmoid(self.a + self.b * score)

    def score(self, probability: float) -> float:
        """The score that the curve gives this probability, which is above 0 and below 1."""
        return (log(probability / (1 - probability)) - self.a) / self.b


def sigmoid(x: float) -> float:
    return 1 / (1 + exp(-x)) if x >= 0 else exp(x) / (1 + exp(x))


@dataclass(frozen=True)
class Adjustment:
    """A model: trees whose sum, times `scale` (points a unit), is what the score is put right by."""

    version: str
    trees: tuple[Node, ...]
    scale: float
    calibration: Calibration
    outcomes: int = 0  # real ones; none for the model that comes with the engine
    learned_through: int = 0  # the number of the newest outcome that it has learned from
    card: dict[str, Any] = field(default_factory=dict)

    @property
    def bound(self) -> float:
        return BOUND_LEARNED if self.outcomes >= ENOUGH_OUTCOMES else BOUND

    def margin(self, features: Sequence[float]) -> float:
        """The sum of the trees' leaves."""
        row = _packed(len(features))(*features)
        total = 0.0
        for tree in self.trees:
            node = tree
            while isinstance(node, tuple):
                feature, threshold, left, right = node
                node = left if row[feature] < threshold else right
            total += node
        return total

    def points(self, features: Sequence[float]) -> float:
        """What the model adds, in points, within its bound."""
        return max(-self.bound, min(self.bound, self.scale * self.margin(features)))

    def to_json(self) -> dict[str, Any]:
        return {
            "version": self.version,
            "features": list(NAMES),
            "scale": self.scale,
            "calibration": {
                "a": self.calibration.a,
                "b": self.calibration.b,
                "steps": [list(step) for step in self.calibration.steps],
            },
            "outcomes": self.outcomes,
            "learned_through": self.learned_through,
            "card": self.card,
            "trees": _listed(self.trees),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Adjustment:
        """The model that `data` holds. ValueError if it was made for other features than today's."""
        if tuple(data["features"]) != NAMES:
            raise ValueError(f"model {data['version']} was made for other features: {data['features']}")
        return cls(
            version=data["version"],
            trees=tuple(_node(tree) for tree in data["trees"]),
            scale=data["scale"],
            calibration=Calibration(
                data["calibration"]["a"],
                data["calibration"]["b"],
                tuple((score, share) for score, share in data["calibration"]["steps"]),
            ),
            outcomes=data["outcomes"],
            learned_through=data["learned_through"],
            card=data["card"],
        )


def _node(data: Any) -> Node:
    if isinstance(data, list):
        return int(data[0]), float32(data[1]), _node(data[2]), _node(data[3])
    return float32(data)


def _listed(node: Any) -> Any:
    return [_listed(n) for n in node] if isinstance(node, tuple) else node


@cache
def shipped() -> Adjustment:
    """The model that comes with the engine: trained on simulated outcomes (ml/matcher/simulate.py)."""
    text = files("ats_core.matcher").joinpath("adjustment.json").read_text(encoding="utf-8")
    return Adjustment.from_json(json.loads(text))


NONE = Adjustment("none", (), 0.0, Calibration(-4.0, 0.06))


def lift(score: float, points: float, bound: float) -> float:
    """`score` with `points` (at most `bound`) added, less and less towards 0 and 100, which stay out of
    reach.

    Rises with both arguments: the slope by `score` is at least 1 - points / (4/3 bound), which is 1/4 or
    more.
    """
    room = 100 - score if points >= 0 else score
    return score + points * min(1.0, room / (bound * 4 / 3))
