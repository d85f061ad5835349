"""Confidence is a probability: in 0..1, monotone in the evidence's score, the same from run to run, and a
doubt is named."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ats_core.parser
from ats_core.parser import parse_resume
from ats_core.parser.confidence import REVIEW_BELOW, Calibrator, doubtful, interpolated, shipped

_FILE = Path(ats_core.parser.__file__).parent / "learned" / "calibration.json"
_STANDARD = """Rosalind Fairweather
rosalind.fairweather@post.example | (617) 555-0142 | Boston, MA

WORK EXPERIENCE

Project Manager, Quillfeather Ltd
March 2019 - Present
- Planned the weekly rota for a team of nine
- Reported progress to the board every quarter

Business Analyst, Larkspur Inc.
January 2015 - February 2019
- Built reports which the managers read every Monday

EDUCATION

Bachelor of Science in Economics
University of Leeds
2011 - 2014

SKILLS

Python, SQL, Excel
"""


@pytest.mark.parametrize("kind", shipped().kinds)
def test_every_table_rises_and_stays_within_0_and_1(kind: str) -> None:
    table = json.loads(_FILE.read_text(encoding="utf-8"))["kinds"][kind]["table"]
    scores, values = zip(*table, strict=True)
    assert list(scores) == sorted(set(scores))
    assert list(values) == sorted(values)
    assert 0 <= values[0] <= values[-1] <= 1


@given(
    st.lists(st.floats(-8, 8), min_size=1, max_size=8, unique=True),
    st.lists(st.floats(0, 1), min_size=8, max_size=8),
    st.floats(-10, 10),
    st.floats(-10, 10),
)
def test_between_the_points_of_a_rising_table_the_probability_rises_too(
    scores: list[float], values: list[float], one: float, other: float
) -> None:
    table = [list(point) for point in zip(sorted(scores), sorted(values), strict=False)]
    low, high = sorted((one, other))
    assert interpolated(table, low) <= interpolated(table, high) + 1e-9
    assert table[0][1] - 1e-9 <= interpolated(table, low) <= table[-1][1] + 1e-9


@given(st.sets(st.sampled_from(["raw 0.95", "raw 0.60", "ocr", "title unknown", "words 3", "never seen"])))
def test_any_evidence_gives_a_probability_and_the_same_one_again(features: set[str]) -> None:
    for kind in shipped().kinds:
        probability = shipped().probability(kind, features, 0.5)
        assert 0 <= probability <= 1
        assert probability == shipped().probability(kind, list(features)[::-1], 0.5)


def test_a_kind_that_is_not_calibrated_keeps_the_confidence_of_its_rule() -> None:
    assert Calibrator({}).probability("contact.linkedin_url", ["bold"], 0.95) == 0.95


def test_a_standard_resume_is_sure_because_it_is_right() -> None:
    resume = parse_resume(_STANDARD.encode(), "cv.txt", today=date(2026, 1, 1))
    data = resume.candidate_data
    assert (data.contact_info.first_name, data.contact_info.last_name) == ("Rosalind", "Fairweather")
    assert [job.company for job in data.work_history] == ["Quillfeather Ltd", "Larkspur Inc."]
    assert data.contact_info.confidence > 0.95
    assert resume.parsing_metadata.overall_confidence > 0.9
    assert not [path for path in doubtful(resume) if path.startswith(("contact_info", "work_history"))]


def test_a_doubtful_value_is_named_and_lowers_its_entry() -> None:
    text = "Jane Roe\njane@post.example\n\nWORK EXPERIENCE\n\nZorbwhistle\n2019\n"
    resume = parse_resume(text.encode(), "cv.txt", today=date(2026, 1, 1))
    sure = parse_resume(_STANDARD.encode(), "cv.txt", today=date(2026, 1, 1))
    named = doubtful(resume)
    assert any(path.startswith("work_history") for path in named)
    assert all(resume.receipts[path].confidence < REVIEW_BELOW for path in named)
    assert [resume.receipts[path].confidence for path in named] == sorted(
        resume.receipts[path].confidence for path in named
    )
    assert resume.candidate_data.work_history[0].confidence < sure.candidate_data.work_history[0].confidence


def test_a_parse_gives_the_same_confidence_again() -> None:
    one, other = (parse_resume(_STANDARD.encode(), "cv.txt", today=date(2026, 1, 1)) for _ in range(2))
    assert one.receipts == other.receipts
    assert one.parsing_metadata.overall_confidence == other.parsing_metadata.overall_confidence
