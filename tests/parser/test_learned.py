"""What the shipped line classifier knows, and what the parser does with it."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from pathlib import Path

import pytest

import ats_core.parser.learned
from ats_core.parser import parse_resume
from ats_core.parser.document import Line
from ats_core.parser.learned.linear import HashedLinear
from ats_core.parser.learned.lines import CLASSES, classify, shipped

_FOLDER = Path(ats_core.parser.learned.__file__).parent
_OWN_HEADING = """Rosalind Fairweather
rosalind.fairweather@post.example

Profile
Reliable and curious, with a calm hand in busy weeks.

Where life has taken me

Project Manager, Quillfeather Ltd
March 2019 - Present
- Planned the weekly rota for a team of nine and kept overtime low
- Reported progress to the board every quarter

Business Analyst, Larkspur Inc.
January 2015 - February 2019
- Built reports which the managers read every Monday

Education

Bachelor of Science in Economics, University of Leeds, 2014
"""
_UNDATED = """Rosalind Fairweather
rosalind.fairweather@post.example

EXPERIENCE

Project Manager, Quillfeather Ltd
- Planned the weekly rota for a team of nine and kept overtime low
- Reported progress to the board every quarter

Business Analyst, Larkspur Inc.
- Built reports which the managers read every Monday

EDUCATION

Bachelor of Science in Economics, University of Leeds, 2014
"""


def test_obvious_lines_are_what_they_look_like() -> None:
    lines = [
        Line(("Rosalind Fairweather",), size=20, bold=True),
        Line(("rosalind@post.example | +44 7700 900123",), size=10),
        Line(("Work Experience",), size=14, bold=True, gap=1.5),
        Line(("Project Manager, Quillfeather Ltd", "03/2019 - 04/2021"), size=10, bold=True),
        Line(("Planned the weekly rota for a team of nine",), size=10, bullet=True),
        Line(("Reported progress to the board every quarter",), size=10, bullet=True),
        Line(("Education",), size=14, bold=True, gap=1.5),
        Line(("BSc in Economics, University of Leeds", "2014"), size=10, bold=True),
    ]
    found = [max(guess, key=lambda label: guess[label]) for guess in classify(lines)]
    assert found == ["name", "contact", "heading", "job", "task", "task", "heading", "study"]


def test_probabilities_add_up_to_one() -> None:
    for guess in classify([Line(("Anything at all",)), Line(("2019 - 2021",))]):
        assert set(guess) == set(CLASSES)
        assert sum(guess.values()) == pytest.approx(1)


def test_jobs_under_a_heading_that_nobody_knows_are_found() -> None:
    resume = parse_resume(_OWN_HEADING.encode(), "cv.txt", today=date(2026, 1, 1))
    jobs = [(job.title, job.company, job.start_date) for job in resume.candidate_data.work_history]
    assert jobs == [
        ("Project Manager", "Quillfeather Ltd", "2019-03"),
        ("Business Analyst", "Larkspur Inc.", "2015-01"),
    ]


def test_jobs_without_dates_are_found_with_their_descriptions() -> None:
    jobs = parse_resume(_UNDATED.encode(), "cv.txt", today=date(2026, 1, 1)).candidate_data.work_history
    assert [(job.title, job.company) for job in jobs] == [
        ("Project Manager", "Quillfeather Ltd"),
        ("Business Analyst", "Larkspur Inc."),
    ]
    assert "weekly rota" in (jobs[0].description or "")
    assert "every Monday" in (jobs[1].description or "")
    assert all(job.start_date is None and not job.current for job in jobs)


def test_a_page_of_prose_gets_no_jobs() -> None:
    prose = "The town lies on a river.\nIts bridge was built long ago.\nMany people visit it in summer.\n"
    assert parse_resume(prose.encode(), "town.txt").candidate_data.work_history == ()


@pytest.mark.parametrize("name", ["lines.bin", "roles.bin", "calibration.json"])
def test_the_model_card_names_the_weights_that_are_shipped(name: str) -> None:
    card = (_FOLDER / "MODEL_CARD.md").read_text(encoding="utf-8")
    digest = hashlib.sha256((_FOLDER / name).read_bytes()).hexdigest()
    assert re.search(rf"`{re.escape(name)}` \| `{digest}`", card)


def test_the_model_card_names_the_version_that_the_calibrator_was_fitted_to() -> None:
    fitted = json.loads((_FOLDER / "calibration.json").read_text(encoding="utf-8"))["parser_version"]
    assert f"For parser version {fitted}." in (_FOLDER / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_the_weights_are_small_and_read_whole() -> None:
    path = _FOLDER / "lines.bin"
    assert path.stat().st_size < 2_000_000
    assert HashedLinear.load(path).classes == shipped().classes == CLASSES


_UNKNOWN = """Wiebke Achterberg
wiebke.achterberg@post.example

BERUFSERFAHRUNG

{}

{}

AUSBILDUNG

Abitur, 2009
"""


@pytest.mark.parametrize("employer_first", [True, False])
def test_unknown_titles_and_employers_are_told_apart_by_all_jobs_together(employer_first: bool) -> None:
    heads = [
        ("Lindwerk & Söhne", "Nachtwache", "2016 - 2020"),
        ("Brennberg GmbH & Co. KG", "Wegbegleitung", "2010 - 2015"),
    ]
    order = (0, 1) if employer_first else (1, 0)
    blocks = ["\n".join([head[order[0]], head[order[1]], head[2]]) for head in heads]
    jobs = parse_resume(_UNKNOWN.format(*blocks).encode(), "cv.txt").candidate_data.work_history
    assert [(job.company, job.title) for job in jobs] == [(company, title) for company, title, _ in heads]
