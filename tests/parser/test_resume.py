"""The parse as a whole: its shape, its receipts, its confidence, and what it costs to import."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

from ats_core.parser import ParsedResume, ParseError, parse_resume
from ats_core.parser.confidence import doubtful
from tests.parser.builders import parsed, typst_pdf

FULL = r"""
#text(22pt, weight: "bold")[Ines Karlsgodt]

ines.karlsgodt\@post.example | (617) 555-0164 | Boston, MA | linkedin.com/in/ines-karlsgodt

== Work Experience

*Data Engineer* #h(1fr) June 2018 – Present \
Harrow Analytics Inc. #h(1fr) Boston, MA
- Built the pipelines that feed the weekly reports

*Junior Developer* #h(1fr) January 2016 – May 2018 \
Copperline Software LLC #h(1fr) Salem, MA
- Kept a billing system alive

== Education

*Bachelor of Science in Computer Science* #h(1fr) 2011 – 2015 \
Northeastern University

== Skills

Python, SQL, Docker, Kubernetes

== Certifications

- AWS Certified Solutions Architect
"""


def full() -> ParsedResume:
    return parse_resume(typst_pdf(FULL), "cv.pdf", today=date(2020, 5, 20))


def test_a_standard_resume_is_read_with_confidence() -> None:
    resume = full()
    data, meta = resume.candidate_data, resume.parsing_metadata
    assert meta.overall_confidence > 0.9
    assert data.contact_info.confidence > 0.95
    assert (meta.format, meta.pages, meta.language) == ("PDF", 1, "en")
    assert [job.company for job in data.work_history] == ["Harrow Analytics Inc.", "Copperline Software LLC"]
    assert data.experience_months == 53
    assert data.years_of_experience == 4.4


def test_the_api_has_its_documented_shape() -> None:
    answer = full().to_api()
    assert set(answer) == {"candidate_data", "parsing_metadata"}
    data = answer["candidate_data"]
    assert data["contact_info"]["linkedin_url"] == "https://www.linkedin.com/in/ines-karlsgodt"
    assert data["contact_info"]["portfolio_url"] is None
    assert data["education"][0] == {
        "degree": "Bachelor of Science",
        "field": "Computer Science",
        "institution": "Northeastern University",
        "start_date": "2011",
        "graduation_year": 2015,
        "confidence": data["education"][0]["confidence"],
    }
    assert data["work_history"][0]["end_date"] is None
    assert data["work_history"][0]["current"] is True
    assert data["skills"] == ["Python", "SQL", "Docker", "Kubernetes"]
    assert data["certifications"] == ["AWS Certified Solutions Architect"]
    json.dumps(answer)


def test_every_value_has_a_receipt_that_leads_to_it() -> None:
    resume = full()
    data = resume.candidate_data
    for path in (
        "contact_info.first_name",
        "contact_info.email",
        "contact_info.phone",
        "contact_info.location",
        "work_history[0].title",
        "work_history[1].company",
        "work_history[0].start_date",
        "education[0].institution",
        "education[0].graduation_year",
        "certifications[0]",
    ):
        receipt = resume.receipts[path]
        assert receipt.page == 1
        assert receipt.box is not None
        assert 0 < receipt.confidence <= 1
        assert receipt.start is not None
        assert receipt.raw in resume.text[receipt.start : receipt.end]
    assert resume.receipts["work_history[0].title"].raw == data.work_history[0].title
    assert resume.receipts["contact_info.phone"].raw == "(617) 555-0164"


def test_a_receipt_names_the_rule_that_found_the_value() -> None:
    resume = full()
    by = {path: receipt.found_by for path, receipt in resume.receipts.items()}
    assert all(by.values())
    assert by["contact_info.email"] == "email-pattern"
    assert by["contact_info.phone"] == "phone-number"
    assert by["work_history[0].start_date"] == "date-anchor"
    assert by["work_history[0].title"] == "title-vocabulary"
    assert by["certifications[0]"] == "heading-section"
    assert {d.receipt.found_by for d in resume.skill_details if d.receipt} <= {"skill-taxonomy", "list-item"}


def test_the_same_bytes_give_the_same_parse() -> None:
    first, second = (full().model_dump(exclude={"parsing_metadata"}) for _ in range(2))
    assert first == second


def test_guesses_are_marked_as_such() -> None:
    sure = full().candidate_data.work_history[0].confidence
    resume = parsed("Jane Roe\njane@post.example\n\nWORK EXPERIENCE\n\nZorbwhistle\n2019\n")
    (guess,) = resume.candidate_data.work_history
    assert guess.confidence < 0.75 < sure
    assert "work_history[0].title" in doubtful(resume)


def test_without_todays_date_running_jobs_end_with_the_latest_printed_one() -> None:
    resume = parsed(
        "Jane Roe\njane@post.example\n\nWORK EXPERIENCE\n\nClerk, Quill Ltd\nJan 2019 - Present\n\n"
        "Clerk, Pen Ltd\nJan 2018 - Jun 2019\n"
    )
    assert resume.candidate_data.experience_months == 18
    assert any("latest printed date" in warning for warning in resume.parsing_metadata.warnings)


def test_errors_survive_pickling() -> None:
    import copy

    error = copy.copy(ParseError("no_text"))
    assert error.code == "no_text"
    assert "scan" in str(error)


def test_importing_the_parser_loads_nothing_heavy() -> None:
    script = (
        "import sys; import ats_core.parser, ats_core.parser.pool;"
        "heavy = {'pypdfium2', 'pypdf', 'phonenumbers', 'doc2docx', "
        "'legacy_doc', 'sqlalchemy', 'fastapi'};"
        "print(sorted(heavy & set(sys.modules)));"
        "own = {name for name in sys.modules if name.startswith('ats_core.')};"
        "print(sorted(name for name in own if name.split('.')[1] not in {'parser', 'language', 'taxonomy'}))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["[]", "[]"]
