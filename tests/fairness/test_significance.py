"""The tests of significance against values from books and against counting every table."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_core.fairness.significance import compare, fisher, two_proportions


@pytest.mark.parametrize(
    ("table", "p"),
    [
        ((3, 1, 1, 3), 0.4857142857),  # the lady tasting tea (Fisher 1935)
        ((8, 2, 1, 5), 0.0349650350),
        ((2, 10, 15, 3), 0.0005367241),  # criminal twins (Fisher 1934)
        ((0, 5, 0, 7), 1.0),
    ],
)
def test_fisher(table: tuple[int, int, int, int], p: float) -> None:
    assert fisher(*table) == pytest.approx(p, rel=1e-6)


@given(*[st.integers(0, 12)] * 4)
def test_fisher_is_the_exact_sum_over_all_tables(a: int, b: int, c: int, d: int) -> None:
    row, column, total = a + b, a + c, a + b + c + d

    def exact(x: int) -> Fraction:
        return Fraction(comb(row, x) * comb(total - row, column - x), comb(total, column))

    every = range(max(0, column + row - total), min(row, column) + 1)
    told = sum(exact(x) for x in every if exact(x) <= exact(a))
    assert fisher(a, b, c, d) == pytest.approx(float(told), rel=1e-6)


def test_the_z_test() -> None:
    # z = -2.886751 at a pooled rate of .4
    assert two_proportions(30, 100, 50, 100) == pytest.approx(0.0038924, rel=1e-4)
    assert two_proportions(0, 50, 0, 50) == 1.0


def test_small_tables_go_to_fisher() -> None:
    assert compare(3, 10, 4, 10)[1] == "fisher"
    assert compare(30, 100, 50, 100)[1] == "z"
    assert compare(1, 1000, 2, 1000)[1] == "fisher"
