"""Fits the calibrator: for each kind of value a logistic model over its evidence, and a table from scores
to shares.

The table comes from scores of templates that the model was not fitted to (five folds over the templates),
so that it tells what to expect of a template never seen. Nothing here is left to chance; equal cases give
equal numbers.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ml.parser.collect import Case

Floats = NDArray[np.float64]
FOLDS = 5
_RARE = 12  # a feature of fewer cases tells too little
_RIDGE = 4.0
_BLOCK = 40  # the least number of cases behind one point of a table


def fit_calibrator(cases: Iterable[Case]) -> dict[str, Any]:
    """Bias, weights and table by kind."""
    by_kind: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_kind[case.kind].append(case)
    return {kind: _fit_kind(held) for kind, held in sorted(by_kind.items())}


def _fit_kind(cases: Sequence[Case]) -> dict[str, Any]:
    counts = Counter(feature for case in cases for feature in case.features)
    names = sorted(name for name, count in counts.items() if _RARE <= count < len(cases))
    at = {name: index for index, name in enumerate(names)}
    x = np.zeros((len(cases), len(names) + 1))
    x[:, -1] = 1.0
    for row, case in enumerate(cases):
        for feature in case.features:
            if (column := at.get(feature)) is not None:
                x[row, column] = 1.0
    y = np.array([float(case.right) for case in cases])
    folds = np.array([zlib.crc32(case.group.encode()) % FOLDS for case in cases])
    scores = np.zeros(len(cases))
    for fold in range(FOLDS):
        held = folds == fold
        if held.any():
            weights = logistic(x[~held], y[~held]) if (~held).any() else logistic(x, y)
            scores[held] = x[held] @ weights
    weights = logistic(x, y)
    return {
        "bias": round(float(weights[-1]), 4),
        "weights": {
            name: round(float(weight), 4)
            for name, weight in zip(names, weights[:-1], strict=True)
            if abs(weight) > 0.002
        },
        "table": monotone_table(scores, y),
        "cases": len(cases),
        "right": int(y.sum()),
    }  # fmt: skip


def logistic(x: Floats, y: Floats) -> Floats:
    """Weights (n_features,) of a logistic regression with a ridge on all but the last column, by Newton
    steps.
    """
    weights = np.zeros(x.shape[1])
    ridge = np.full(x.shape[1], _RIDGE)
    ridge[-1] = 1e-3
    for _ in range(25):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (p - y) + ridge * weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(hessian, gradient)
        weights = weights - step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def monotone_table(scores: Floats, right: Floats) -> list[list[float]]:
    """Points (score, share right) that rise with the score: pooled adjacent violators (Ayer et al. 1955) over
    blocks of at least 40 cases, each share with half a right and half a wrong case added.
    """
    order = np.argsort(scores, kind="stable")
    blocks: list[list[float]] = []  # sum of scores, number right, number
    for start in range(0, len(order), _BLOCK):
        part = order[start : start + _BLOCK]
        block = [float(scores[part].sum()), float(right[part].sum()), float(len(part))]
        if len(part) < _BLOCK and blocks:
            blocks[-1] = [a + b for a, b in zip(blocks[-1], block, strict=True)]
        else:
            blocks.append(block)
        while len(blocks) > 1 and _share(blocks[-2]) >= _share(blocks[-1]):
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    points: list[list[float]] = []
    for total, ok, count in blocks:
        # The half cases pull a small block below a large one that is hardly worse; the order must stay.
        share = max((ok + 0.5) / (count + 1), points[-1][1] if points else 0.0)
        if not points or total / count > points[-1][0] + 1e-4:
            points.append([round(total / count, 4), round(share, 4)])
    return points


def _share(block: list[float]) -> float:
    return block[1] / block[2]
