"""What speaks for and against each value of a parse: the features that its confidence is worked out from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ats_core.language import fold
from ats_core.parser.places import place_score
from ats_core.parser.vocabulary import DEGREE, company_score, school_score, title_score

if TYPE_CHECKING:
    from ats_core.parser.document import Document
    from ats_core.parser.education import Study
    from ats_core.parser.found import Found
    from ats_core.parser.resume import Draft
    from ats_core.parser.work import Job


@dataclass(frozen=True, slots=True)
class Evidence:
    """A value of the parse with what is known of it: `kind` is that of its field, `features` are names of
    what holds.
    """

    path: str
    kind: str
    found: Found
    features: frozenset[str]


def evidence_of(draft: Draft) -> Iterator[Evidence]:
    """The evidence for every value whose confidence is calibrated, in no order that matters."""
    about = _about(draft.document, draft)
    yield from _contact(draft, about)
    for index, job in enumerate(draft.jobs):
        yield from _job(draft, index, job, about)
    for index, study in enumerate(draft.studies):
        yield from _study(draft, index, study, about)
    for index, skill in enumerate(draft.skills):
        yield _value(f"skills[{index}]", "skill", skill.found, about | _listed(skill.found, skill.found.raw))
    for index, item in enumerate(draft.certifications):
        yield _value(f"certifications[{index}]", "certification", item, about | _listed(item, item.value))


def _about(document: Document, draft: Draft) -> frozenset[str]:
    """What holds for the document as a whole."""
    holds = {f"format {document.format}"}
    if document.order_confidence < 1:
        holds.add("columns")
    if any("OCR" in warning for warning in document.warnings):
        holds.add("ocr")
    missing = {"mail": draft.mails, "phone": draft.phones, "jobs": draft.jobs, "studies": draft.studies}
    holds |= {f"no {name}" for name, found in missing.items() if not found}
    if not draft.mails and not draft.phones:
        holds.add("no way to reach")
    return frozenset(holds)


def _value(path: str, kind: str, found: Found, features: set[str] | frozenset[str]) -> Evidence:
    own = {f"raw {round(found.confidence * 20) / 20:.2f}", f"by {found.by}"}
    if found.line is None:
        own.add("no line")
    else:
        own |= {name for name, holds in (("bullet", found.line.bullet), ("bold", found.line.bold)) if holds}
    return Evidence(path, kind, found, frozenset(features | own))


def _text(value: str) -> set[str]:
    """What the letters of a value show."""
    words = value.split()
    made = {f"words {min(len(words), 9)}"}
    shows = {
        "digit": any(letter.isdigit() for letter in value),
        "comma": "," in value,
        "lower": value[:1].islower(),
        "caps": value.isupper(),
        "dash": bool(re.search(r"\s[-–—|•·]\s", value)),
        "colon": ":" in value,
        "stop": value.endswith((".", ";", ":")),
        "bracket": "(" in value or ")" in value,
        "long": len(value) > 60,
    }
    return made | {name for name, holds in shows.items() if holds}


def _contact(draft: Draft, about: frozenset[str]) -> Iterator[Evidence]:
    if draft.name is not None:
        mail = fold(draft.mails[0].value.partition("@")[0]) if draft.mails else ""
        words = [word for word in fold(draft.name.value).split() if len(word) > 2]
        holds = about | _text(draft.name.value) | {f"mail repeats {sum(word in mail for word in words)}"}
        line = draft.name.line
        if line is not None:
            at = next((i for i, other in enumerate(draft.document.lines) if other.start == line.start), 99)
            top = max(other.size for other in draft.document.lines)
            holds |= {f"row {min(at, 6)}", "largest" if line.size >= top - 0.3 else "smaller"}
        for key in ("first_name", "last_name"):
            yield _value(f"contact_info.{key}", f"contact.{key}", draft.name, holds)
    for index, mail_found in enumerate(draft.mails):
        for path in ("contact_info.email", f"contact_info.emails[{index}]")[index > 0 :]:
            yield _value(path, "contact.email", mail_found, about | {f"mails {len(draft.mails)}"})
    for index, phone in enumerate(draft.phones):
        coded = {"coded"} if phone.raw.startswith(("+", "00")) else {f"language {draft.language.code}"}
        form = re.sub(r"\d", "9", phone.raw)
        holds = about | coded | {f"phones {min(3, len(draft.phones))}", f"form {form}"}
        # A number that begins with 0 at home and was read as North American is none.
        holds |= {f"code {phone.value[:3]}", f"starts {phone.raw[:1]} as {phone.value[:2]}"}
        for path in ("contact_info.phone", f"contact_info.phones[{index}]")[index > 0 :]:
            yield _value(path, "contact.phone", phone, holds)
    if draft.location is not None:
        holds = about | _text(draft.location.value) | {f"place {round(place_score(draft.location.value), 1)}"}
        yield _value("contact_info.location", "contact.location", draft.location, holds)


def _job(draft: Draft, index: int, job: Job, about: frozenset[str]) -> Iterator[Evidence]:
    path = f"work_history[{index}]"
    holds = about | _shape(draft, job)
    if job.title is not None:
        yield _value(f"{path}.title", "work.title", job.title, holds | _text(job.title.value))
    if job.company is not None:
        again = {"company again"} if any(
            other is not job and other.company is not None and other.company.value == job.company.value
            for other in draft.jobs
        ) else set()  # fmt: skip
        yield _value(f"{path}.company", "work.company", job.company, holds | _text(job.company.value) | again)
    if job.dates is not None:
        span = {"one date"} if job.end == job.start else set()
        span |= {"year only"} if len(job.start or "") == 4 else set()
        if job.start and job.end and job.end < job.start[: len(job.end)]:
            span.add("ends before start")
        yield _value(f"{path}.start_date", "work.start_date", job.dates, holds | span)
        if job.end is not None or job.current:
            running = {"current"} if job.current else set()
            yield _value(f"{path}.end_date", "work.end_date", job.dates, holds | span | running)


def _shape(draft: Draft, job: Job) -> set[str]:
    """What holds for the job's entry, and how it compares with the others of the document."""
    holds = {f"jobs {min(len(draft.jobs), 6)}"} | ({"unannounced"} if draft.unannounced["work"] else set())
    for name, found, score in (("title", job.title, title_score), ("company", job.company, company_score)):
        if found is None:
            holds.add(f"no {name}")
            continue
        holds.add(f"{name} {'known' if score(found.value) else 'unknown'}")
    if job.title is not None and company_score(job.title.value) and not title_score(job.title.value):
        holds.add("title looks like company")
    if job.company is not None and title_score(job.company.value):
        holds.add("company looks like title")
    if job.dates is None:
        holds.add("no dates")
    if not job.description:
        holds.add("no description")
    others = [other for other in draft.jobs if other is not job and other.title is not None]
    if others:
        known = sum(bool(title_score(other.title.value)) for other in others if other.title) / len(others)
        holds.add(f"others known {round(known * 2) / 2}")
    return holds


def _study(draft: Draft, index: int, study: Study, about: frozenset[str]) -> Iterator[Evidence]:
    path = f"education[{index}]"
    holds = about | {f"studies {min(len(draft.studies), 4)}"}
    holds |= {"unannounced"} if draft.unannounced["education"] else set()
    parts = (
        ("degree", study.degree),
        ("field", study.field),
        ("institution", study.institution),
        ("year", study.year),
    )
    holds |= {f"no {name}" for name, found in parts if found is None}
    if study.institution is not None:
        holds |= {f"school {school_score(study.institution.value)}"}
        holds |= {"school has degree"} if DEGREE.search(study.institution.value) else set()
    for name, found in parts:
        if found is not None:
            key = "graduation_year" if name == "year" else name
            yield _value(f"{path}.{key}", f"education.{key}", found, holds | _text(found.value))


def _listed(found: Found, raw: str) -> set[str]:
    return _text(raw) | ({"alone on line"} if found.line is not None and found.line.text == raw else set())
