"""Résumés as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from ml.samples.labels import HEADINGS, contact_lines, study_dates, study_line, work_dates
from ml.samples.model import Resume


def text(resume: Resume) -> str:
    """The document, UTF-8 lines."""
    return "\n".join(_lines(resume)) + "\n"


def _lines(resume: Resume) -> Iterator[str]:
    headings = HEADINGS[resume.language]
    yield resume.contact.name.upper()
    yield resume.headline
    yield from contact_lines(resume)
    yield from _heading(headings["summary"])
    yield resume.summary
    yield from _heading(headings["work"])
    for work in resume.work:
        yield f"{work.title}, {work.company}, {work.place}"
        yield work_dates(work, resume.language)
        yield from (f"- {bullet}" for bullet in work.bullets)
        yield ""
    yield from _heading(headings["education"])[1:]
    for study in resume.education:
        yield study_line(study, resume.language)
        yield f"{study.institution}, {study_dates(study)}"
    yield from _heading(headings["skills"])
    yield from (", ".join(group.items) for group in resume.skills)
    if resume.certifications:
        yield from _heading(headings["certifications"])
        yield from (f"- {c}" for c in resume.certifications)
    if resume.languages:
        yield from _heading(headings["languages"])
        yield ", ".join(resume.languages)


def _heading(text: str) -> list[str]:
    return ["", text.upper(), "-" * len(text)]
