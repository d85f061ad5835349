"""LTI-005, its acceptance criteria by name, through both doors and on real files."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from ats_core import taxonomy
from ats_core.errors import AtsError, UnsupportedMedia
from ats_core.operations import Upload
from ats_core.resumes.model import NotParsed, ParseAnswer
from ats_core.runtime import Runtime
from ats_sdk import Ats

SAMPLES = Path(__file__).parents[2] / "samples" / "resumes"
Cv = Callable[..., bytes]


def read(ats: Ats, path: Path) -> ParseAnswer:
    return ats.resumes.parse(Upload(path.name, path.read_bytes()))


def sample(suffix: str) -> Path:
    return sorted(SAMPLES.glob(f"*{suffix}"))[0]


def test_ac1_parse_pdf_resume_successfully(ats: Ats) -> None:
    answer = read(ats, SAMPLES / "ana_silva.pdf")
    data, about = answer.candidate_data, answer.parsing_metadata
    assert (data.contact_info.first_name, data.contact_info.last_name) == ("Ana", "Silva")
    assert data.education
    assert data.work_history
    assert data.skills
    assert about.overall_confidence > 0.90
    assert about.format == "PDF"
    assert about.pages
    assert about.processing_time_ms < 10_000


def test_ac2_handle_multiple_resume_formats(ats: Ats) -> None:
    shapes = set()
    for suffix in (".pdf", ".docx", ".txt"):
        answer = read(ats, sample(suffix))
        assert answer.candidate_data.contact_info.last_name
        assert answer.candidate_data.work_history
        shapes.add(
            str([sorted(answer.model_dump()[part]) for part in ("candidate_data", "parsing_metadata")])
        )
    assert len(shapes) == 1


def test_ac3_extract_contact_information_accurately(ats: Ats) -> None:
    contact = read(ats, SAMPLES / "ana_silva.pdf").candidate_data.contact_info
    assert contact.first_name
    assert contact.location
    assert contact.confidence > 0.95
    assert contact.email is not None
    assert re.fullmatch(r"[^@\s]+@[^@\s]+\.[a-z]+", contact.email)
    assert contact.phone is not None
    assert re.fullmatch(r"\+[1-9]\d{6,14}", contact.phone)


def test_ac4_parse_education_history(ats: Ats) -> None:
    resume = b"""Mirela Tavora
mirela.tavora@example.com

Education

Bachelor of Science in Computer Science, University of Example, 2014
Master of Science in Data Science, Example Institute of Technology, 2016

Experience

Engineer | Brisa Digital | 2016 - 2019
"""
    education = ats.resumes.parse(Upload("cv.txt", resume)).candidate_data.education
    assert [e.graduation_year for e in education] == [2016, 2014]
    assert [e.field for e in education] == ["Data Science", "Computer Science"]
    assert all(e.institution for e in education)


@pytest.mark.parametrize("spelling", ["React.js", "ReactJS", "React", "react js"])
def test_ac5_extract_skills_with_taxonomy_matching(
    local: Ats, runtime: Runtime, cv: Cv, spelling: str
) -> None:
    content = cv(skills=f"{spelling}, Quorbling")
    assert "React" in local.resumes.parse(Upload("cv.txt", content)).candidate_data.skills
    details = {s["name"]: s["confidence"] for s in runtime.parser.parse(content, "cv.txt")["skill_details"]}
    match = taxonomy.find(spelling)
    assert match is not None
    assert match.name == "React"
    # What the taxonomy knows is surer than what it does not.
    assert details["React"] > details["Quorbling"]


@pytest.mark.parametrize(
    ("content", "error", "reason"),
    [
        (b"", NotParsed, "empty_file"),
        (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", NotParsed, "corrupt_file"),
        (b"\x7fELF" + bytes(range(256)), UnsupportedMedia, "unsupported_format"),
    ],
)
def test_ac6_handle_parsing_errors_gracefully(
    ats: Ats,
    runtime: Runtime,
    caplog: pytest.LogCaptureFixture,
    content: bytes,
    error: type[AtsError],
    reason: str,
) -> None:
    with caplog.at_level(logging.WARNING, "ats.resumes"), pytest.raises(error) as raised:
        ats.resumes.parse(Upload("secret-name.pdf", content))
    assert raised.value.details["reason"] == reason
    assert raised.value.hint
    assert reason in caplog.text
    assert "secret-name" not in caplog.text
    with runtime.engine.connect() as connection:
        for table in ("parsed_resumes", "candidates", "stored_files"):
            assert connection.scalar(text(f"SELECT count(*) FROM {table}")) == 0
    assert ats.resumes.statistics().failures == {reason: 1}
