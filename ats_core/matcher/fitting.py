"""Makes a model from labelled outcomes. Needs the extra `learning` (XGBoost); scoring does not.

The formula's score is the start (base margin) of the boosting, so that the trees learn only what the formula
gets wrong. Each tree may only rise with each feature (monotone constraints), so the sum of formula and
adjustment does too.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import exp
from typing import Any, NamedTuple

from ats_core.matcher.features import NAMES
from ats_core.matcher.trees import BOUND, BOUND_LEARNED, ENOUGH_OUTCOMES, Adjustment, Calibration, Node, lift

SETTINGS: dict[str, Any] = {
    "objective": "binary:logistic",
    "tree_method": "exact",
    "max_depth": 3,
    "eta": 0.1,
    "min_child_weight": 5,
    "lambda": 2.0,
    "subsample": 0.8,
    "seed": 20261124,
    "nthread": 1,
    "base_score": 0.5,
}
ROUNDS = 120
ISOTONIC_FROM = 1000  # outcomes; with fewer, steps follow chance
STEP = 40  # outcomes in a step, at least
FEWEST = 30  # outcomes below which nothing is fitted
SLOWEST = 0.5  # share of the formula's own slope that the trees start from: the rest they may redistribute


class Row(NamedTuple):
    """One labelled pair: the features, the formula's score (0-100), 1 or 0, and how much it counts."""

    features: tuple[float, ...]
    formula: float
    label: int
    weight: float = 1.0


def available() -> bool:
    """Whether XGBoost is installed."""
    import importlib.util

    return importlib.util.find_spec("xgboost") is not None


def fit(
    rows: Sequence[Row],
    version: str,
    *,
    outcomes: int = 0,
    learned_through: int = 0,
    card: dict[str, Any] | None = None,
    rounds: int = ROUNDS,
) -> Adjustment:
    """The model that `rows` teach, calibrated on them; `outcomes` is how many of them are real.

    The last quarter of the rows is kept out of the trees, to calibrate on. ValueError for fewer than 30 rows,
    or rows of one kind; ImportError without XGBoost.
    """
    if len(rows) < FEWEST or len({r.label for r in rows}) < 2:
        raise ValueError(f"a model needs at least {FEWEST} outcomes, of both kinds")
    kept = len(rows) * 3 // 4
    learning, held_out = rows[:kept], rows[kept:]
    if min(len({r.label for r in part}) for part in (learning, held_out)) < 2:
        learning = held_out = rows
    start = platt([r.formula for r in learning], [r.label for r in learning], [r.weight for r in learning])
    slope = SLOWEST * start.b
    offset = platt_offset(learning, slope)
    trees = _trees(learning, Calibration(offset, slope), rounds)
    bound = BOUND_LEARNED if outcomes >= ENOUGH_OUTCOMES else BOUND
    raw = Adjustment(version, trees, 1 / slope, start, outcomes, learned_through, card or {})
    raw = _centred(raw, learning)
    scores = [lift(r.formula, raw.points(r.features), bound) for r in held_out]
    labels, weights = [r.label for r in held_out], [r.weight for r in held_out]
    calibration = platt(scores, labels, weights)
    if len(rows) >= ISOTONIC_FROM:
        steps = isotonic(scores, labels, weights)
        calibration = Calibration(calibration.a, calibration.b, steps)
    return Adjustment(version, raw.trees, raw.scale, calibration, outcomes, learned_through, card or {})


def _centred(model: Adjustment, rows: Sequence[Row]) -> Adjustment:
    """`model` with a constant leaf that makes its median adjustment 0: a score is put right, not inflated."""
    margins = sorted(model.margin(r.features) for r in rows)
    return Adjustment(
        model.version, (-margins[len(margins) // 2], *model.trees), model.scale, model.calibration,
        model.outcomes, model.learned_through, model.card,
    )  # fmt: skip


def _trees(rows: Sequence[Row], start: Calibration, rounds: int) -> tuple[Node, ...]:
    import importlib

    xgboost: Any = importlib.import_module("xgboost")
    data = xgboost.DMatrix(
        [list(r.features) for r in rows],
        label=[r.label for r in rows],
        weight=[r.weight for r in rows],
        base_margin=[start.a + start.b * r.formula for r in rows],
        feature_names=list(NAMES),
    )
    settings = SETTINGS | {"monotone_constraints": "(" + ",".join("1" for _ in NAMES) + ")"}
    booster = xgboost.train(settings, data, num_boost_round=rounds)
    return from_xgboost(booster)


def from_xgboost(booster: Any) -> tuple[Node, ...]:
    """The trees of a booster, as trees.py walks them."""
    places = {name: place for place, name in enumerate(NAMES)}

    def node(data: dict[str, Any]) -> Node:
        if "leaf" in data:
            return float(data["leaf"])
        below = {child["nodeid"]: child for child in data["children"]}
        left, right = node(below[data["yes"]]), node(below[data["no"]])
        return places[data["split"]], float(data["split_condition"]), left, right

    return tuple(node(json.loads(tree)) for tree in booster.get_dump(dump_format="json"))


def platt(scores: Sequence[float], labels: Sequence[int], weights: Sequence[float]) -> Calibration:
    """The logistic curve through the outcomes (Platt, 1999), by Newton's method; its slope is never negative.

    Labels are pulled towards one half as Platt has it, so that few outcomes give no certainty.
    """
    yes = sum(w for w, y in zip(weights, labels, strict=True) if y)
    no = sum(weights) - yes
    targets = [(yes + 1) / (yes + 2) if y else 1 / (no + 2) for y in labels]
    middle = sum(scores) / len(scores)
    a, b = 0.0, 0.05
    for _ in range(60):
        grad_a = grad_b = aa = ab = bb = 0.0
        for s, t, w in zip(scores, targets, weights, strict=True):
            x = s - middle
            p = 1 / (1 + exp(-max(-30.0, min(30.0, a + b * x))))
            slack, curve = w * (t - p), w * p * (1 - p) + 1e-9
            grad_a, grad_b = grad_a + slack, grad_b + slack * x
            aa, ab, bb = aa + curve, ab + curve * x, bb + curve * x * x
        grad_b -= 1e-3 * b
        bb += 1e-3
        det = aa * bb - ab * ab
        step_a, step_b = (bb * grad_a - ab * grad_b) / det, (aa * grad_b - ab * grad_a) / det
        a, b = a + max(-2.0, min(2.0, step_a)), b + max(-0.05, min(0.05, step_b))
        if abs(step_a) + abs(step_b) < 1e-10:
            break
    b = max(b, 0.01)
    return Calibration(round(a - b * middle, 9), round(b, 9))


def isotonic(
    scores: Sequence[float], labels: Sequence[int], weights: Sequence[float]
) -> tuple[tuple[float, float], ...]:
    """The rising steps nearest to the outcomes: pool adjacent violators (Ayer et al., 1955)."""
    order = sorted(range(len(scores)), key=scores.__getitem__)
    blocks: list[list[float]] = []  # weight, weighted scores, weighted labels
    for start in range(0, len(order), STEP):
        inside = order[start : start + STEP]
        blocks.append(
            [
                sum(weights[i] for i in inside),
                sum(weights[i] * scores[i] for i in inside),
                sum(weights[i] * labels[i] for i in inside),
            ]
        )
        while len(blocks) > 1 and blocks[-2][2] * blocks[-1][0] >= blocks[-1][2] * blocks[-2][0]:
            last = blocks.pop()
            blocks[-1] = [x + y for x, y in zip(blocks[-1], last, strict=True)]
    return tuple((round(s / w, 6), round(y / w, 6)) for w, s, y in blocks)


def platt_offset(rows: Sequence[Row], slope: float) -> float:
    """The intercept of a logistic curve of that slope whose mean meets the outcomes' mean, by bisection."""
    low, high = -100.0, 100.0
    goal = sum(r.weight * r.label for r in rows)
    for _ in range(80):
        middle = (low + high) / 2
        told = sum(r.weight / (1 + exp(-max(-30.0, min(30.0, middle + slope * r.formula)))) for r in rows)
        low, high = (middle, high) if told < goal else (low, middle)
    return (low + high) / 2
