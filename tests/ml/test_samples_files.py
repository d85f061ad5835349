"""The committed samples: what the script makes, people who don't exist, and a ranking that tells a story."""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import phonenumbers
import pytest

from ats_core.matcher import JobCriteria, Profile, rank
from ats_core.taxonomy import find
from ml.samples.making import ROOT, document, job_text, make, truth_text
from ml.samples.model import Resume, read_people
from ml.samples.typeset import Typesetter

PEOPLE = read_people()
PLAUSIBLE = [
    "ana_silva",
    "marcus_ellery",
    "lucia_ferrandiz",
    "katrin_osterfeld",
    "camille_rouvray",
    "joao_matias",
    "devon_hartley",
    "priya_venkatara",
    "felix_brandauer",
]
each_person = pytest.mark.parametrize("resume", PEOPLE, ids=[r.stem for r in PEOPLE])


def committed(resume: Resume) -> bytes:
    return (ROOT / "resumes" / resume.file_name).read_bytes()


def text_of(kind: str, data: bytes) -> str:
    """All words of a document, in one line, without regard to layout."""
    if kind == "pdf":
        import pypdfium2

        pdf = pypdfium2.PdfDocument(data)
        raw = "\n".join(page.get_textpage().get_text_range() for page in pdf)
        pdf.close()
    elif kind == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            xml = " ".join(
                parts.read(name).decode()
                for name in sorted(parts.namelist())
                if re.match(r"word/(doc|head)", name)
            )
        raw = re.sub(r"<[^>]+>", "", re.sub(r"</w:p>", " ", xml)).replace("&amp;", "&")
    elif kind == "doc":
        import legacy_doc

        raw = str(legacy_doc.extract_text(data))
    else:
        raw = data.decode()
    return squeezed(raw)


def squeezed(text: str) -> str:
    """Without spaces, hyphens and case: line ends and ligatures differ, the words may not."""
    plain = unicodedata.normalize("NFKC", text).replace("\ufffe", "").replace("\x02", "")
    return re.sub(r"[\s\-‐\u00ad’']+", "", plain).casefold()


# DOC needs LibreOffice to be made anew; its text is checked against the truth below.
@pytest.mark.parametrize("resume", [r for r in PEOPLE if r.format != "doc"], ids=lambda r: r.stem)
def test_the_committed_document_says_what_the_script_makes(resume: Resume) -> None:
    made = document(resume, Typesetter())
    assert text_of(resume.format, committed(resume)) == text_of(resume.format, made)


@each_person
def test_the_committed_truth_is_what_the_script_makes(resume: Resume) -> None:
    assert (ROOT / "truth" / f"{resume.stem}.json").read_text(encoding="utf-8") == truth_text(resume)


@each_person
def test_the_truth_is_printed_in_the_document(resume: Resume) -> None:
    text = text_of(resume.format, committed(resume))
    told = json.loads(truth_text(resume))
    contact = {k: v for k, v in told["contact"].items() if k != "phone_e164"}
    values = [*contact.values(), *told["skills"], *told["certifications"]]
    values += [e[k] for e in told["education"] for k in ("degree", "field", "institution", "graduation_year")]
    values += [w[k] for w in told["work_history"] for k in ("title", "company")]
    missing = [value for value in values if squeezed(value) not in text]
    assert missing == []


def test_the_committed_job_is_what_the_script_makes() -> None:
    assert (ROOT / "job.json").read_text(encoding="utf-8") == job_text()


def test_nothing_else_lies_among_the_samples() -> None:
    assert {p.name for p in (ROOT / "resumes").iterdir()} == {r.file_name for r in PEOPLE}
    assert {p.stem for p in (ROOT / "truth").iterdir()} == {r.stem for r in PEOPLE}


def test_five_languages_four_formats_and_four_layouts_are_there() -> None:
    assert len(PEOPLE) >= 16
    assert Counter(r.language for r in PEOPLE).keys() == {"en", "es", "pt", "fr", "de"}
    assert Counter(r.format for r in PEOPLE).keys() == {"pdf", "docx", "doc", "txt"}
    assert Counter(r.layout for r in PEOPLE).keys() == {"one-column", "two-column", "sidebar", "table"}


@each_person
def test_addresses_and_numbers_belong_to_nobody(resume: Resume) -> None:
    contact = resume.contact
    assert re.fullmatch(r"[a-z.]+@example\.(com|org|net)", contact.email)
    number = phonenumbers.parse(contact.e164)
    assert phonenumbers.is_valid_number(number)
    assert phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) == contact.e164
    assert "+" + re.sub(r"\D", "", contact.phone) == contact.e164


def test_ana_silva_is_one_of_them() -> None:
    [ana] = [r for r in PEOPLE if r.contact.email == "ana.silva@example.com"]
    assert ana.contact.name == "Ana Silva"


@each_person
def test_the_taxonomy_knows_their_skills(resume: Resume) -> None:
    assert [item for group in resume.skills for item in group.items if find(item) is None] == []


def _profile(resume: Resume) -> Profile:
    told = json.loads(truth_text(resume))
    history = [
        {**job, "description": "\n".join(work.bullets)}
        for job, work in zip(told["work_history"], resume.work, strict=True)
    ]
    return Profile.model_validate({**told, "work_history": history, "location": resume.contact.location})


def test_the_demo_job_ranks_them_in_a_story() -> None:
    asked: dict[str, Any] = json.loads(job_text())
    salary = {f"salary_{name}": value for name, value in asked["salary_range"].items()}
    job = JobCriteria.model_validate(asked | salary)
    ranked = rank(job, {r.stem: _profile(r) for r in PEOPLE}, today=date(2026, 11, 24))
    order = [entry.key for entry in ranked]
    scores = {entry.key: entry.result.match_score for entry in ranked}
    assert order[0] == "ana_silva"
    assert set(order[:9]) == set(PLAUSIBLE)
    assert scores["ana_silva"] > 90
    assert 40 < scores["felix_brandauer"] < 65
    assert scores["felix_brandauer"] - max(scores[k] for k in order[9:]) > 5
    assert max(scores[k] for k in order[10:]) < 50
    assert len({round(scores[k]) for k in order[:9]}) >= 7


def test_without_libreoffice_a_doc_is_kept_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ml.samples.word.office", lambda: None)
    [felix] = [r for r in PEOPLE if r.stem == "felix_brandauer"]
    written, kept = make([felix], tmp_path / "resumes", tmp_path / "truth", tmp_path / "job.json")
    assert [p.name for p in written] == ["job.json"]
    assert [p.name for p in kept] == ["felix_brandauer.doc"]
    assert not kept[0].exists()
    assert (tmp_path / "truth" / "felix_brandauer.json").exists()


def test_documents_are_the_same_bytes_each_time() -> None:
    for resume in PEOPLE:
        if resume.format != "doc":
            assert document(resume, Typesetter()) == document(resume, Typesetter())
