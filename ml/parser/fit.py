"""Fits a hashed linear classifier with numpy: softmax regression by AdaGrad, then one byte a weight."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ats_core.parser.learned.linear import row_of

ROWS = 1 << 15
_RATE = 0.25
_DECAY = 2e-6  # ridge, a step
_BATCH = 128


Weights = NDArray[np.float32]


def rows_of(features: Iterable[str]) -> NDArray[np.int32]:
    """The rows that the features are hashed to."""
    return np.array([row_of(feature, ROWS) for feature in features], dtype=np.int32)


def fit_linear(
    examples: Sequence[tuple[NDArray[np.int32], str]],
    classes: tuple[str, ...],
    *,
    epochs: int = 4,
    seed: int = 7,
) -> Weights:
    """Weights (ROWS, classes) for examples of (rows of the features, class)."""
    at = {name: index for index, name in enumerate(classes)}
    indexes = [features for features, _ in examples]
    targets = np.array([at[label] for _, label in examples])
    weights = np.zeros((ROWS, len(classes)), dtype=np.float32)
    squares = np.full_like(weights, 1e-3)
    dice = np.random.default_rng(seed)
    for _ in range(epochs):
        order = dice.permutation(len(examples))
        for start in range(0, len(order), _BATCH):
            chosen = order[start : start + _BATCH]
            parts = [indexes[i] for i in chosen]
            lengths = np.array([len(part) for part in parts])
            flat = np.concatenate(parts)
            logits = np.add.reduceat(weights[flat], np.concatenate([[0], np.cumsum(lengths)[:-1]]), axis=0)
            logits -= logits.max(axis=1, keepdims=True)
            p = np.exp(logits)
            p /= p.sum(axis=1, keepdims=True)
            p[np.arange(len(chosen)), targets[chosen]] -= 1
            touched, inverse = np.unique(flat, return_inverse=True)
            gradient = np.zeros((len(touched), len(classes)), dtype=np.float32)
            np.add.at(gradient, inverse, np.repeat(p / len(chosen), lengths, axis=0))
            gradient += _DECAY * weights[touched]
            squares[touched] += gradient**2
            weights[touched] -= _RATE * gradient / np.sqrt(squares[touched])
    return weights


def save_linear(path: Path, weights: Weights, classes: tuple[str, ...]) -> None:
    """Writes the file that `HashedLinear.load` reads."""
    scale = float(np.abs(weights).max()) / 127 or 1.0
    small = np.round(weights / scale).astype(np.int8)
    head = json.dumps({"classes": list(classes), "scale": scale, "rows": int(weights.shape[0])})
    path.write_bytes(head.encode() + b"\n" + zlib.compress(small.tobytes(), 9))
