"""Legacy Word files, on the samples that come with the project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ats_core.parser import parse_resume

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FILES = sorted((SAMPLES / "resumes").glob("*.doc"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_word_97_file_is_read_in_full(path: Path) -> None:
    truth = json.loads((SAMPLES / "truth" / f"{path.stem}.json").read_text(encoding="utf-8"))
    resume = parse_resume(path.read_bytes(), path.name)
    contact = resume.candidate_data.contact_info
    assert resume.parsing_metadata.format == "DOC"
    assert (contact.first_name, contact.last_name) == (
        truth["contact"]["first_name"],
        truth["contact"]["last_name"],
    )
    assert contact.email == truth["contact"]["email"]
    assert {job.company for job in resume.candidate_data.work_history} == {
        job["company"] for job in truth["work_history"]
    }


def test_the_same_file_under_another_name_is_still_word() -> None:
    for path in FILES[:1]:
        assert parse_resume(path.read_bytes(), "resume.pdf").parsing_metadata.format == "DOC"


def test_hidden_text_of_a_word_97_file_is_left_out_by_both_readers() -> None:
    """The file was saved by LibreOffice: a run with the mark of hidden text, one in white, one of 1 point."""
    resume = parse_resume((Path(__file__).parent / "data" / "hidden.doc").read_bytes(), "cv.doc")
    assert [item.reason for item in resume.hidden_text] == ["marked", "background", "tiny"]
    assert resume.text == "Orla Fennimore\norla@post.example\nSKILLS\nExcel, Jira"
    assert len(resume.candidate_data.skills) == 2
