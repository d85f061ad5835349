"""Months of experience: the jobs' intervals merged, so that parallel jobs count once."""

from __future__ import annotations

from collections.abc import Iterable

Interval = tuple[int, int]


def month_number(value: str, *, last: bool) -> int:
    """Months since year 0 of "YYYY" or "YYYY-MM"; a bare year is its January, or its December if `last`."""
    if len(value) > 4:
        return int(value[:4]) * 12 + int(value[5:7]) - 1
    return int(value) * 12 + (11 if last else 0)


def merge(intervals: Iterable[Interval]) -> list[Interval]:
    """The intervals (first and last month, both included) without overlaps, in order."""
    merged: list[Interval] = []
    for first, last in sorted(interval for interval in intervals if interval[0] <= interval[1]):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def months_of(periods: Iterable[tuple[str, str | None]], until: str) -> int:
    """Months that the periods cover together; an open period runs to `until` ("YYYY" or "YYYY-MM").

    A year that ends one job and begins the next is printed for both, so a bare end year counts to its middle.
    """
    intervals = []
    for start, end in periods:
        first = month_number(start, last=False)
        if end is None:
            last = month_number(until, last=True)
        elif len(end) == 4 and len(start) == 4 and end != start:
            last = month_number(end, last=False) - 1
        else:
            last = month_number(end, last=True)
        intervals.append((first, last))
    return sum(last - first + 1 for first, last in merge(intervals))
