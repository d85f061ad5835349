"""A résumé to be set: what is printed in it, and how it is laid out."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PEOPLE = Path(__file__).parent / "people"


@dataclass(frozen=True, slots=True)
class Contact:
    first_name: str
    last_name: str
    email: str
    phone: str
    e164: str
    location: str
    links: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"


@dataclass(frozen=True, slots=True)
class Work:
    """A position; dates are YYYY-MM, an empty `end` is a running one."""

    title: str
    company: str
    place: str
    start: str
    bullets: tuple[str, ...]
    end: str = ""


@dataclass(frozen=True, slots=True)
class Education:
    degree: str
    field: str
    institution: str
    start: str
    year: str


@dataclass(frozen=True, slots=True)
class SkillGroup:
    label: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resume:
    """`layout` is one-column, two-column, sidebar or table; `template` the one that sets it."""

    stem: str
    language: str
    format: str
    layout: str
    template: str
    headline: str
    summary: str
    contact: Contact
    work: tuple[Work, ...]
    education: tuple[Education, ...]
    skills: tuple[SkillGroup, ...]
    certifications: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    side: str = "left"
    accent: str = "#224466"

    @property
    def file_name(self) -> str:
        return f"{self.stem}.{self.format}"


def read_people(folder: Path = PEOPLE) -> list[Resume]:
    """The people written by hand, in the order of their files' names."""
    return [read_person(path) for path in sorted(folder.glob("*.toml"))]


def read_person(path: Path) -> Resume:
    """The résumé in a TOML file."""
    raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    contact = raw.pop("contact")
    return Resume(
        stem=path.stem,
        contact=Contact(**{**contact, "links": tuple(contact.get("links", ()))}),
        work=tuple(Work(**{**w, "bullets": tuple(w["bullets"])}) for w in raw.pop("work")),
        education=tuple(Education(**e) for e in raw.pop("education")),
        skills=tuple(SkillGroup(s["label"], tuple(s["items"])) for s in raw.pop("skills")),
        certifications=tuple(raw.pop("certifications", ())),
        languages=tuple(raw.pop("languages", ())),
        **raw,
    )


def truth(resume: Resume, how_made: str) -> dict[str, Any]:
    """What a parser should find in the document: only what is printed."""
    contact = resume.contact
    return {
        "file": resume.file_name,
        "source": "ml.samples",
        "licence": "Apache-2.0",
        "language": resume.language,
        "layout": resume.layout,
        "format": resume.format,
        "how_made": how_made,
        "contact": {
            "first_name": contact.first_name,
            "last_name": contact.last_name,
            "email": contact.email,
            "phone": contact.phone,
            "phone_e164": contact.e164,
            "location": contact.location,
        },
        "education": [
            {"degree": e.degree, "field": e.field, "institution": e.institution, "graduation_year": e.year}
            for e in resume.education
        ],
        "work_history": [
            {
                "title": w.title,
                "company": w.company,
                "start_date": w.start,
                "end_date": w.end or None,
                "current": not w.end,
            }
            for w in resume.work
        ],
        "skills": [item for group in resume.skills for item in group.items],
        "certifications": list(resume.certifications),
    }
