"""A linear classifier over hashed features, in plain Python: weights of one byte, read when first needed."""

from __future__ import annotations

import json
import math
import zlib
from array import array
from collections.abc import Iterable
from pathlib import Path


class HashedLinear:
    """Multinomial logistic regression; a feature's row of weights is found by its CRC-32.

    `weights` holds rows of `len(classes)` signed bytes each, worth `scale` a unit.
    """

    def __init__(self, classes: tuple[str, ...], weights: array[int], scale: float) -> None:
        self.classes = classes
        self._weights = weights
        self._scale = scale
        self._rows = len(weights) // len(classes)

    @classmethod
    def load(cls, path: Path) -> HashedLinear:
        """The classifier in a file: a line of JSON (classes, scale), then the weights, deflated."""
        head, _, body = path.read_bytes().partition(b"\n")
        about = json.loads(head)
        return cls(tuple(about["classes"]), array("b", zlib.decompress(body)), about["scale"])

    def probabilities(self, features: Iterable[str]) -> list[float]:
        """The probability of each class, 0-1, in the order of `classes`."""
        count, weights = len(self.classes), self._weights
        sums = [0] * count
        for feature in features:
            at = row_of(feature, self._rows) * count
            for index, weight in enumerate(weights[at : at + count]):
                sums[index] += weight
        top = max(sums)
        powers = [math.exp((value - top) * self._scale) for value in sums]
        total = sum(powers)
        return [power / total for power in powers]


def row_of(feature: str, rows: int) -> int:
    """The row of a feature's weights."""
    return zlib.crc32(feature.encode()) % rows
