"""The parser's entrance: a document in, the candidate's data out."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from statistics import median

from ats_core.language import detect_language, fold
from ats_core.parser.certifications import find_certifications
from ats_core.parser.confidence import calibrated, overall
from ats_core.parser.contact import (
    find_linkedin,
    find_location,
    find_mails,
    find_phones,
    find_portfolio,
    home_region,
    rejoin_mails,
)  # fmt: skip
from ats_core.parser.dates import spans_in
from ats_core.parser.document import Document, Line
from ats_core.parser.education import Study, find_studies
from ats_core.parser.evidence import evidence_of
from ats_core.parser.experience import months_of
from ats_core.parser.found import Found, receipt_of
from ats_core.parser.headings import heading_section, marked_section
from ats_core.parser.labels import role_of
from ats_core.parser.learned.regions import unannounced
from ats_core.parser.mixed import part_studies
from ats_core.parser.model import (
    CandidateData,
    ContactInfo,
    Education,
    ParsedResume,
    ParsingMetadata,
    Receipt,
    SkillDetail,
    Work,
)  # fmt: skip
from ats_core.parser.names import find_name, part_name
from ats_core.parser.places import place_score
from ats_core.parser.profile import EXACT, use_profile
from ats_core.parser.reader import read_document
from ats_core.parser.sections import Section, of_kind, split_sections
from ats_core.parser.skills import find_languages, find_skills
from ats_core.parser.vocabulary import company_score, title_score
from ats_core.parser.work import Job, find_jobs

PARSER_VERSION = "1.1"


def parse_resume(
    data: bytes,
    filename: str | None = None,
    *,
    default_region: str | None = None,
    today: date | None = None,
    ocr: bool = False,
) -> ParsedResume:
    """The candidate's data found in the document, with a receipt for each value.

    `default_region` (ISO 3166, "DE") is the country of phone numbers printed without a code; without it the
    document's language and place decide. `today` ends jobs that still run; without it they count up to the
    latest date that the document prints. `ocr` lets scans and pictures (PNG, JPEG) be read by OCR, which
    takes seconds a page; without an engine they are refused as before. Raises ParseError.
    """
    began = time.perf_counter()
    try:
        document = read_document(data, filename, ocr=ocr)
        draft = Draft(document, default_region, today)
        return draft.result(began)
    finally:
        _forget()


def _forget() -> None:
    """Empties the caches that the parse filled: nothing of one person stays in memory for the next."""
    for cached in (
        fold, spans_in, heading_section, marked_section, role_of, place_score, title_score, company_score,
    ):  # fmt: skip
        cached.cache_clear()


class Draft:
    """All that was found in one document."""

    def __init__(self, document: Document, default_region: str | None, today: date | None) -> None:
        self.document = document
        self._today = today
        self.language = detect_language(document.text)
        sections = split_sections(document)
        contact_lines = rejoin_mails(_contact_lines(sections))
        self.mails = find_mails(contact_lines, document)
        every = [line for section in sections for line in section.lines]
        self.name = find_name(
            _name_lines(sections),
            every,
            self.mails[0].value if self.mails else None,
            [*document.links, document.text[:3000]],
        )
        self.location = find_location(contact_lines)
        region = home_region(
            self.language.code, self.location.value if self.location else None, default_region
        )
        self.phones = find_phones(contact_lines, document, region)
        self.linkedin = find_linkedin(contact_lines, document)
        self.portfolio = find_portfolio(contact_lines, document)
        parted = [part_studies(section) for section in of_kind(sections, "work")]
        told = [study for _, study in parted if study is not None]
        self.jobs = find_jobs([section for section, _ in parted])
        self.studies = find_studies([*of_kind(sections, "education"), *told])
        self.unannounced = {"work": not self.jobs, "education": not self.studies}
        self.jobs = self.jobs or find_jobs(unannounced(sections, "work"))
        self.studies = self.studies or find_studies(unannounced(sections, "education"))
        named = self.name.line if self.name is not None else None
        skills = find_skills(of_kind(sections, "skills"), document)
        self.skills = [skill for skill in skills if named is None or skill.found.line is not named]
        self.certifications = find_certifications(of_kind(sections, "certifications", "courses"))
        self.languages = find_languages(of_kind(sections, "languages"))
        self.name_parts: tuple[str | None, str | None] | None = None
        use_profile(self, region)
        self._receipts: dict[str, Receipt] = {}
        self._sure: dict[str, float] = {}

    def result(self, began: float) -> ParsedResume:
        document = self.document
        self._sure = calibrated(evidence_of(self))
        data = CandidateData(
            contact_info=self._contact(),
            education=tuple(self._education()),
            work_history=tuple(self._work()),
            skills=tuple(skill.shown for skill in self.skills if skill.listed),
            certifications=tuple(self._listed("certifications", self.certifications)),
            languages=tuple(self._listed("languages", self.languages)),
            experience_months=(months := self._months()),
            years_of_experience=round(months / 12, 1),
        )
        skills = tuple(self._skill_details())
        return ParsedResume(
            candidate_data=data,
            parsing_metadata=ParsingMetadata(
                format=document.format,
                pages=document.pages,
                language=self.language.code,
                processing_time_ms=round((time.perf_counter() - began) * 1000),
                overall_confidence=overall(data, [skill.confidence for skill in skills]),
                parser_version=PARSER_VERSION,
                warnings=tuple(self._warnings()),
            ),
            skill_details=skills,
            receipts=self._receipts,
            text=document.text,
            hidden_text=tuple(document.hidden),
        )

    def _note(self, path: str, found: Found | None) -> str | None:
        """The value, with its receipt kept under `path`."""
        if found is None:
            return None
        self._receipts[path] = receipt_of(self._calibrated(path, found), self.document)
        return found.value

    def _calibrated(self, path: str, found: Found) -> Found:
        return replace(found, confidence=self._confidence(path, found))

    def _confidence(self, path: str, found: Found) -> float:
        return found.confidence if found.by in EXACT else self._sure.get(path, found.confidence)

    def _mean(self, *parts: tuple[str, Found | None], absent: float) -> float:
        """The mean confidence of the parts of an entry; one that is missing counts as `absent`."""
        sure = [absent if found is None else self._confidence(path, found) for path, found in parts]
        return round(sum(sure) / len(sure), 3)

    def _contact(self) -> ContactInfo:
        first, last = part_name(self.name.value, self.language.code) if self.name else (None, None)
        first, last = self.name_parts or (first, last)
        if self.name is not None:
            for key, value in (("first_name", first), ("last_name", last)):
                if value is not None:
                    self._note(f"contact_info.{key}", self.name)
        for index, mail in enumerate(self.mails):
            self._note(f"contact_info.emails[{index}]", mail)
        for index, phone in enumerate(self.phones):
            self._note(f"contact_info.phones[{index}]", phone)
        parts = [
            ("last_name" if last else "first_name", self.name), ("email", next(iter(self.mails), None)),
            ("phone", next(iter(self.phones), None)), ("location", self.location),
        ]  # fmt: skip
        present = [(f"contact_info.{key}", found) for key, found in parts if found is not None]
        missing = [("", None)] * ((self.name is None) + (not self.mails and not self.phones))
        confidence = self._mean(*present, *missing, absent=0.0) if present else 0.0
        return ContactInfo(
            first_name=first,
            last_name=last,
            email=self._note("contact_info.email", self.mails[0] if self.mails else None),
            phone=self._note("contact_info.phone", self.phones[0] if self.phones else None),
            phone_raw=self.phones[0].raw if self.phones else None,
            location=self._note("contact_info.location", self.location),
            linkedin_url=self._note("contact_info.linkedin_url", self.linkedin),
            portfolio_url=self._note("contact_info.portfolio_url", self.portfolio),
            confidence=confidence,
            emails=tuple(mail.value for mail in self.mails),
            phones=tuple(phone.value for phone in self.phones),
        )

    def _education(self) -> Iterator[Education]:
        for index, study in enumerate(self.studies):
            yield self._study(f"education[{index}]", study)

    def _study(self, path: str, study: Study) -> Education:
        year = self._note(f"{path}.graduation_year", study.year)
        return Education(
            degree=self._note(f"{path}.degree", study.degree),
            field=self._note(f"{path}.field", study.field),
            institution=self._note(f"{path}.institution", study.institution),
            start_date=study.start,
            graduation_year=int(year) if year else None,
            confidence=self._mean(
                (f"{path}.degree", study.degree),
                (f"{path}.institution", study.institution),
                (f"{path}.graduation_year", study.year),
                absent=0.3,
            ),
        )

    def _work(self) -> Iterator[Work]:
        for index, job in enumerate(self.jobs):
            yield self._job(f"work_history[{index}]", job)

    def _job(self, path: str, job: Job) -> Work:
        if job.dates is not None:
            self._note(f"{path}.start_date", job.dates)
            if job.end is not None or job.current:
                self._note(f"{path}.end_date", job.dates)
        return Work(
            title=self._note(f"{path}.title", job.title),
            company=self._note(f"{path}.company", job.company),
            location=self._note(f"{path}.location", job.location),
            start_date=job.start,
            end_date=job.end,
            current=job.current,
            description=job.description,
            confidence=self._mean(
                (f"{path}.title", job.title),
                (f"{path}.company", job.company),
                (f"{path}.start_date", job.dates),
                absent=0.2,
            ),
        )

    def _listed(self, path: str, items: list[Found]) -> Iterator[str]:
        for index, item in enumerate(items):
            self._note(f"{path}[{index}]", item)
            yield item.value

    def _skill_details(self) -> Iterator[SkillDetail]:
        for index, skill in enumerate(self.skills):
            receipt = receipt_of(self._calibrated(f"skills[{index}]", skill.found), self.document)
            yield SkillDetail(
                name=skill.name, raw=skill.found.raw, confidence=receipt.confidence, receipt=receipt
            )

    def _latest(self) -> str | None:
        """The month up to which running jobs count."""
        if self._today is not None:
            return f"{self._today.year}-{self._today.month:02d}"
        printed = [value for job in self.jobs for value in (job.start, job.end) if value]
        printed += [study.year.value for study in self.studies if study.year]
        return max(printed, default=None)

    def _months(self) -> int:
        until = self._latest()
        periods = [
            (job.start, None if job.current else job.end or job.start) for job in self.jobs if job.start
        ]
        return months_of(periods, until) if until else 0

    def _warnings(self) -> Iterator[str]:
        yield from self.document.warnings
        if self.name is None:
            yield "No name was found."
        if not self.mails:
            yield "No e-mail address was found."
        if not self.jobs:
            yield "No work history was found."
        if self._today is None and any(job.current for job in self.jobs):
            yield "Running jobs count up to the latest printed date."


def _contact_lines(sections: list[Section]) -> list[Line]:
    """The lines that tell how to reach the person: the header and every contact section."""
    lines = [line for section in of_kind(sections, "header", "contact") for line in section.lines]
    if not any("@" in line.text for line in lines):
        # The address may stand in the foot of a page, with the rest of the contact data around it.
        every = [line for section in sections for line in section.lines]
        at = next((index for index, line in enumerate(every) if "@" in line.text), None)
        if at is not None:
            lines += [line for line in every[max(0, at - 2) : at + 3] if len(line.text) < 160]
        for section in of_kind(sections, "summary", "other"):
            lines += [line for line in section.lines if len(line.text) < 90]
    return lines


def _name_lines(sections: list[Section]) -> list[Line]:
    """The lines among which the name may stand, likeliest first."""
    lines = [line for section in of_kind(sections, "header", "contact") for line in section.lines[:60]]
    every = [line for section in sections for line in section.lines]
    big = max((line.size for line in every), default=0.0)
    usual = median([line.size for line in every]) if every else 0.0
    # A sidebar may be read before the name: the largest print of the page is worth a look wherever it stands.
    if big > 1.3 * usual:
        lines += [line for line in every if line.size >= big - 0.3 and line not in lines][:4]
    return lines or every[:20]
