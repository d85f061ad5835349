"""Dates and ranges in five languages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_core.parser.dates import find_dates, find_range, is_only_date, without_dates
from ats_core.parser.experience import merge, months_of

NAMES = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("May 2019 - June 2021", "2019-05", "2021-06"),
        ("Sept. 2018 – Feb 2020", "2018-09", "2020-02"),
        ("03/2019 bis 05/2020", "2019-03", "2020-05"),
        ("01.10.2017 - 31.12.2018", "2017-10", "2018-12"),
        ("2014-04-13 - 2015-01-01", "2014-04", "2015-01"),
        ("de enero de 2019 a marzo de 2020", "2019-01", "2020-03"),
        ("janv. 2019 à déc. 2020", "2019-01", "2020-12"),
        ("du 01/09/2018 au 31/08/2019", "2018-09", "2019-08"),
        ("março de 2017 até abril de 2018", "2017-03", "2018-04"),
        ("Set/2017 – Out/2019", "2017-09", "2019-10"),
        ("Jan – Mar 2020", "2020-01", "2020-03"),
        ("Jan '19 - Feb '21", "2019-01", "2021-02"),
        ("2017-19", "2017", "2019"),
        ("2013–2017", "2013", "2017"),
        ("2012 / 2016", "2012", "2016"),
    ],
)
def test_ranges(text: str, start: str, end: str) -> None:
    span = find_range(f"Engineer, {text}")
    assert span is not None
    assert (span.start, span.end, span.current) == (start, end, False)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("2019 - Present", "2019"),
        ("Mar 2020 – now", "2020-03"),
        ("marzo 2019 - actualidad", "2019-03"),
        ("desde marzo de 2019 hasta la actualidad", "2019-03"),
        ("abril 2020 até o momento", "2020-04"),
        ("01/2021 - atual", "2021-01"),
        ("depuis septembre 2021", "2021-09"),
        ("janv. 2020 - aujourd’hui", "2020-01"),
        ("seit 03/2020", "2020-03"),
        ("10/2017 – heute", "2017-10"),
        ("2018 -", "2018"),
    ],
)
def test_running_jobs(text: str, start: str) -> None:
    span = find_range(text)
    assert span is not None
    assert (span.start, span.end, span.current) == (start, None, True)


@pytest.mark.parametrize(
    "text", ["GPA 3.7/4.0", "+49 123 4567890", "version 2.0.2019", "24/7", "10,000 users", "C1"]
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find_dates(text) == []


def test_a_range_that_ends_before_it_begins_is_none() -> None:
    assert all(span.single for span in find_dates("2021 - 2019"))


def test_the_rest_of_the_line_stays() -> None:
    text = "Engineer (May 2019 - Present) at Acme"
    assert without_dates(text, find_dates(text)).split() == ["Engineer", "at", "Acme"]
    assert is_only_date("[05/2019 - 06/2020]")
    assert not is_only_date("Acme 2019")


@given(
    st.sampled_from(sorted(NAMES)),
    st.integers(0, 11),
    st.integers(1960, 2039),
    st.integers(0, 11),
    st.integers(0, 9),
)
def test_month_names_round_trip(language: str, first: int, year: int, last: int, years: int) -> None:
    names = NAMES[language].split()
    start, end = f"{year}-{first + 1:02d}", f"{year + years}-{last + 1:02d}"
    if end < start:
        start, end, first, last = f"{year}-{last + 1:02d}", f"{year}-{first + 1:02d}", last, first
    span = find_range(f"{names[first]} {start[:4]} - {names[last]} {end[:4]}")
    assert span is not None
    assert (span.start, span.end) == (start, end)


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500))))
def test_merged_intervals_cover_the_same_months_once(pairs: list[tuple[int, int]]) -> None:
    intervals = [(min(pair), max(pair)) for pair in pairs]
    merged = merge(intervals)
    covered = {month for first, last in intervals for month in range(first, last + 1)}
    assert sum(last - first + 1 for first, last in merged) == len(covered)
    assert all(before[1] + 1 < after[0] for before, after in pairwise(merged))


def test_parallel_jobs_count_once() -> None:
    assert months_of([("2018-01", "2019-12"), ("2019-01", "2020-06")], "2026-01") == 30
    assert months_of([("2018-06", "2023-03")], "2026-01") == 58
    assert months_of([("2025-01", None)], "2025-12") == 12
    assert months_of([("2016", "2018"), ("2018", "2020")], "2026-01") == 48
