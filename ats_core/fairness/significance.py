"""Could chance alone make two selection rates differ so much? Fisher's exact test, and the z test.

Both are two-sided and need nothing but `math`.
"""

from __future__ import annotations

from math import erfc, exp, lgamma, sqrt
from typing import Literal

Test = Literal["fisher", "z"]

ENOUGH_EXPECTED = 5.0  # expected count from which the normal approximation holds (Cochran 1954)


def compare(selected: int, people: int, others_selected: int, others: int) -> tuple[float, Test]:
    """`(p, test)`: how likely a difference at least so large is if both groups are chosen from alike.

    Fisher's exact test if any of the four expected counts is below 5, the z test otherwise. Both groups
    must have people.
    """
    total, chosen = people + others, selected + others_selected
    expected = [n * k / total for n in (people, others) for k in (chosen, total - chosen)]
    if min(expected) < ENOUGH_EXPECTED:
        return fisher(selected, people - selected, others_selected, others - others_selected), "fisher"
    return two_proportions(selected, people, others_selected, others), "z"


def fisher(a: int, b: int, c: int, d: int) -> float:
    """The two-sided p of the table [[a, b], [c, d]]: all tables with the same margins that are no likelier.

    Fisher, Statistical Methods for Research Workers (1934), section 21.02; the two-sided p sums as R's
    fisher.test does, with its tolerance of 1e-7 for ties.
    """
    row, column, total = a + b, a + c, a + b + c + d
    low, high = max(0, column - (total - row)), min(row, column)
    fixed = _log_choose(total, column)

    def likelihood(x: int) -> float:
        return exp(_log_choose(row, x) + _log_choose(total - row, column - x) - fixed)

    limit = likelihood(a) * (1 + 1e-7)
    return min(1.0, sum(p for x in range(low, high + 1) if (p := likelihood(x)) <= limit))


def two_proportions(selected: int, people: int, others_selected: int, others: int) -> float:
    """The two-sided p of the z test with the pooled rate (Fleiss, Statistical Methods for Rates and
    Proportions, 2003, section 3.1), without a correction for continuity.
    """
    pooled = (selected + others_selected) / (people + others)
    spread = sqrt(pooled * (1 - pooled) * (1 / people + 1 / others))
    if not spread:
        return 1.0
    return erfc(abs(selected / people - others_selected / others) / spread / sqrt(2))


def _log_choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
