"""Which cells of a table to hide so that nobody's answer can be told from the others and the sums."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def hidden_cells(
    counts: Mapping[K, int], below: int, lines: tuple[Callable[[K], Hashable], ...]
) -> frozenset[K]:
    """The cells to hide: those with fewer than `below` people, and as many more as the sums would give away.

    Each of `lines` names the sum that a cell goes into (all cells; its row; its column). Wherever cells are
    hidden, the smallest other cells of that sum are hidden with them until the hidden ones hold at least
    `below` people between them and are at least two, so that taking the shown ones off the sum tells
    nothing. Where a sum has no other cell, its one cell is the sum, which is told anyway. This is
    complementary suppression (Federal Committee on Statistical Methodology, Working Paper 22, 2005), for
    sums one by one; combining several sums is not guarded against.
    """
    hidden = {key for key, count in counts.items() if 0 < count < below}
    while True:
        more = _next(counts, below, lines, hidden)
        if more is None:
            return frozenset(hidden)
        hidden.add(more)


def _next(
    counts: Mapping[K, int], below: int, lines: tuple[Callable[[K], Hashable], ...], hidden: set[K]
) -> K | None:
    for line in lines:
        for name in {line(key) for key in hidden}:
            cells = [key for key, count in counts.items() if line(key) == name and count]
            covered = [key for key in cells if key in hidden]
            shown = [key for key in cells if key not in hidden]
            if shown and (len(covered) < 2 or sum(counts[key] for key in covered) < below):
                return min(shown, key=lambda key: (counts[key], str(key)))
    return None
