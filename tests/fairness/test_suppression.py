"""Hidden cells can't be worked out from the shown ones and any one sum."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ats_core.fairness.suppress import hidden_cells

LINES = (lambda k: None, lambda k: k[0], lambda k: k[1])

tables = st.dictionaries(
    st.tuples(st.sampled_from("fma"), st.sampled_from("wxyz")), st.integers(0, 40), max_size=12
)


@given(tables, st.integers(1, 10))
def test_no_sum_gives_a_hidden_cell_away(cells: dict[tuple[str, str], int], below: int) -> None:
    hidden = hidden_cells(cells, below, LINES)
    assert {k for k, n in cells.items() if 0 < n < below} <= hidden
    for line in LINES:
        for name in {line(k) for k in hidden}:
            own = [k for k in cells if line(k) == name and cells[k]]
            covered = [k for k in own if k in hidden]
            # All of the sum is hidden, or at least two cells with enough people between them.
            assert len(covered) == len(own) or (len(covered) >= 2 and sum(cells[k] for k in covered) >= below)


@given(tables)
def test_nothing_is_hidden_where_nobody_is_few(cells: dict[tuple[str, str], int]) -> None:
    assert hidden_cells({k: n + 10 for k, n in cells.items()}, 5, LINES) == frozenset()
    assert hidden_cells(cells, 0, LINES) == frozenset()


def test_the_smallest_other_cell_goes_along() -> None:
    cells = {("f", "w"): 3, ("m", "w"): 30, ("a", "w"): 20}
    assert hidden_cells(cells, 5, LINES[:1]) == {("f", "w"), ("a", "w")}
