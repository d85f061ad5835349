"""A résumé that a machine wrote for machines: its values as they stand, with nothing to guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ats_core.language import fold
from ats_core.parser.contact import find_phones
from ats_core.parser.document import Document, Line, make_line
from ats_core.parser.education import Study
from ats_core.parser.found import Found
from ats_core.parser.hidden import Concealed, warnings_of
from ats_core.parser.instructions import plain_of_instructions
from ats_core.parser.skills import Skill
from ats_core.parser.work import Job

if TYPE_CHECKING:
    from ats_core.parser.resume import Draft

SURE = 0.99
# Formats whose values are exact: `found_by` of their receipts.
EMBEDDED = frozenset(("json-resume", "europass-xml"))
EXACT = EMBEDDED | {"linkedin-layout", "europass-layout"}
_TEXTS = (
    "first_name", "last_name", "location", "linkedin", "portfolio", "summary", "title", "company",
    "description", "degree", "field", "institution",
)  # fmt: skip


@dataclass(slots=True)
class Post:
    """One job; dates are "YYYY" or "YYYY-MM"."""

    title: str | None = None
    company: str | None = None
    location: str | None = None
    start: str | None = None
    end: str | None = None
    current: bool = False
    description: str | None = None


@dataclass(slots=True)
class Course:
    """One course of study; dates as in `Post`."""

    degree: str | None = None
    field: str | None = None
    institution: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(slots=True)
class Profile:
    """What such a résumé says. `by` names its format in receipts ("json-resume")."""

    by: str
    first_name: str | None = None
    last_name: str | None = None
    mails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    location: str | None = None
    linkedin: str | None = None
    portfolio: str | None = None
    summary: str | None = None
    posts: list[Post] = field(default_factory=list)
    courses: list[Course] = field(default_factory=list)
    skills: list[str] = field(default_factory=list)
    certifications: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.first_name, self.last_name) if part)

    def document(self, format_name: str) -> Document:
        """The profile as a document of its own: each value stands on a line of its text."""
        concealed = Concealed()
        self.purge(concealed)
        lines = [line for row in self._rows() if (line := _line(row)) is not None]
        hidden = concealed.found
        warnings = [*self.warnings, *warnings_of(hidden)]
        return Document(format_name, lines, warnings=warnings, hidden=hidden, profile=self)

    def purge(self, concealed: Concealed) -> None:
        """Takes out of every value what hides in its letters, and orders to a machine."""

        def plain(value: str | None) -> str | None:
            return plain_of_instructions(concealed.plain(value), concealed) or None if value else None

        for item in (self, *self.posts, *self.courses):
            for key in _TEXTS:
                if isinstance(value := getattr(item, key, None), str):
                    setattr(item, key, plain(value))
        for values in (self.mails, self.phones, self.skills, self.certifications, self.languages):
            values[:] = [kept for value in values if (kept := plain(value))]

    def _rows(self) -> Iterator[tuple[str, ...]]:
        yield (self.name,)
        yield from ((value,) for value in (*self.mails, *self.phones))
        yield from (
            (value,) for value in (self.location, self.linkedin, self.portfolio, self.summary) if value
        )
        for post in self.posts:
            yield _row(post.title, post.company, post.location, _period(post.start, post.end, post.current))
            yield from ((row,) for row in (post.description or "").splitlines())
        for course in self.courses:
            yield _row(
                course.degree, course.field, course.institution, _period(course.start, course.end, False)
            )
        for values in (self.skills, self.certifications, self.languages):
            yield from ((value,) for value in values)


def _row(*values: str | None) -> tuple[str, ...]:
    return tuple(value for value in values if value)


def _period(start: str | None, end: str | None, current: bool) -> str | None:
    if not start and not end:
        return None
    return " - ".join(part for part in (start, "present" if current else end) if part)


def _line(row: tuple[str, ...]) -> Line | None:
    return make_line([re.sub(r"\s+", " ", cell) for cell in row], gap=1.0)


def month_of(text: str) -> str | None:
    """ "YYYY" or "YYYY-MM" of an ISO date; None if it is none."""
    match = re.match(r"((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?(?:-\d\d)?(?:T|$)", text.strip())
    return None if match is None else match[1] + (f"-{match[2]}" if match[2] else "")


def use_profile(draft: Draft, region: str) -> None:
    """Puts the profile's values in place of what was found by analysis.

    Of a profile inside a document with pages, the parts that it has: what it does not tell stays as found.
    """
    document = draft.document
    profile = document.profile
    if profile is None:
        return
    placed = _Placed(document, profile)
    alone = profile.by in EMBEDDED and document.pages is None
    if profile.name or alone:
        draft.name = placed.found(profile.name)
        draft.name_parts = (profile.first_name, profile.last_name)
    draft.mails = placed.all(profile.mails) or ([] if alone else draft.mails)
    draft.phones = list(placed.phones(region)) or ([] if alone else draft.phones)
    for key in ("location", "linkedin", "portfolio"):
        found = placed.found(getattr(profile, key))
        if found is not None or alone:
            setattr(draft, key, found)
    draft.jobs = [placed.job(post) for post in profile.posts] or ([] if alone else draft.jobs)
    draft.studies = [placed.study(course) for course in profile.courses] or ([] if alone else draft.studies)
    draft.skills = list(placed.skills()) or ([] if alone else draft.skills)
    draft.certifications = placed.all(profile.certifications) or ([] if alone else draft.certifications)
    draft.languages = placed.all(profile.languages) or ([] if alone else draft.languages)


class _Placed:
    """The values of a profile, each with the line of the document that it stands on."""

    def __init__(self, document: Document, profile: Profile) -> None:
        self._lines = document.lines
        self._profile = profile
        self._after = 0

    def found(self, value: str | None) -> Found | None:
        """The value with its line; None for no value."""
        if not value:
            return None
        plain = re.sub(r"\s+", " ", value).strip()
        line = next((line for line in self._lines[self._after :] if plain in line.text), None)
        line = line or next((line for line in self._lines if plain in line.text), None)
        return Found(plain, plain, SURE, line, by=self._profile.by)

    def all(self, values: list[str]) -> list[Found]:
        """The values, each once."""
        return [item for value in dict.fromkeys(values) if (item := self.found(value)) is not None]

    def phones(self, region: str) -> Iterator[Found]:
        """The phone numbers in E.164."""
        for value in dict.fromkeys(self._profile.phones):
            line = Line((value,))
            for phone in find_phones([line], Document("", []), region)[:1]:
                place = self.found(phone.raw)
                yield replace(phone, confidence=SURE, line=place.line if place else None, by=self._profile.by)

    def job(self, post: Post) -> Job:
        """The post as a job; its values are looked for from the last entry on."""
        anchor = self.found(post.title or post.company)
        if anchor is not None and anchor.line is not None:
            self._after = self._lines.index(anchor.line)
        period = _period(post.start, post.end, post.current)
        return Job(
            title=self.found(post.title),
            company=self.found(post.company),
            location=self.found(post.location),
            start=post.start,
            end=None if post.current else post.end,
            current=post.current,
            dates=self._dates(period, post.start or post.end),
            description=post.description,
        )

    def _dates(self, period: str | None, part: str | None) -> Found | None:
        found = self.found(period)
        if found is not None and found.line is None and part is not None:
            # Pages print dates in their own way: the year tells the line.
            year = self.found(part[:4])
            found.line = year.line if year is not None else None
        return found

    def study(self, course: Course) -> Study:
        """The course as a study."""
        end = course.end or None
        return Study(
            degree=self.found(course.degree),
            field=self.found(course.field),
            institution=self.found(course.institution),
            start=course.start,
            year=self.found(end[:4]) if end else None,
        )

    def skills(self) -> Iterator[Skill]:
        """The skills by the taxonomy's names, each once."""
        from ats_core.taxonomy import find

        seen: set[str] = set()
        for found in self.all(self._profile.skills):
            match = find(found.value)
            name = match.name if match is not None else found.value
            if fold(name) not in seen:
                seen.add(fold(name))
                yield Skill(name, replace(found, value=name))
