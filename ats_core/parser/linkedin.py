"""LinkedIn profiles saved as PDF: a fixed layout, so that each value is known by its place and print.

A sidebar tells contact, skills, languages and certificates; beside it stand the name in the largest print, a
headline and a place, then jobs and studies. A company's name is set larger than a title, a title larger than
its dates; under a company with several titles stands how long they took together.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ats_core.parser.dates import DateSpan, find_range
from ats_core.parser.headings import heading_section
from ats_core.parser.layout import Page, Segment
from ats_core.parser.names import part_name
from ats_core.parser.places import place_score
from ats_core.parser.profile import Course, Post, Profile

_MARK = "(LinkedIn)"
_FOOT = re.compile(r"(?:Page|Página|Seite) \d{1,2} (?:of|de|sur|von) \d{1,2}")
_TOTAL = re.compile(r"(?:\d{1,2} [^\W\d_]{2,6}\.? ?){1,2}")
_PHONE = re.compile(r"\+?[\d(][\d ().-]{6,22}")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w.-]{3,80}")
_NOTE = re.compile(r"\s*\([^()]{1,40}\)$")
_PERIOD = re.compile(r"\s?·?\s?\(([^()]{4,60})\)$")
_PLACE = re.compile(r"[^\W\d_][\w' .-]{1,30}(?:, [^\W\d_][\w' .-]{1,30}){1,2}")
_SKILLS = {
    "top skills", "aptitudes principales", "principais competências", "principales compétences",
    "top-kenntnisse", "kenntnisse",
}  # fmt: skip


@dataclass(slots=True)
class _Row:
    text: str
    size: float
    top: float
    bottom: float
    page: int

    def follows(self, other: _Row) -> bool:
        """True if the row goes on with the other: same print, next line."""
        near = self.page == other.page and self.top - other.bottom < 0.45 * self.size
        return near and abs(self.size - other.size) < 0.2


def linkedin_profile(pages: list[Page]) -> Profile | None:
    """What the profile says; None if the document is none."""
    segments = [segment for page in pages for segment in page.segments]
    if not any(_MARK in segment.text for segment in segments):
        return None
    if not any(_FOOT.fullmatch(segment.text.strip()) for segment in segments):
        return None
    name = max(pages[0].segments, key=lambda segment: segment.size, default=None)
    if name is None or name.left < 0.2 * pages[0].width:
        return None
    edge = name.left - 4
    main = list(_rows([s for s in segments if s.left >= edge and not _FOOT.fullmatch(s.text.strip())]))
    aside = list(_rows([s for s in segments if s.left < edge and not _FOOT.fullmatch(s.text.strip())]))
    profile = Profile("linkedin-layout")
    _fill_aside(aside, profile)
    _fill_main(main, profile)
    return profile if profile.name and (profile.posts or profile.courses) else None


def _rows(segments: list[Segment]) -> Iterator[_Row]:
    """The segments by page and baseline, from the top down."""
    segments = sorted(segments, key=lambda s: (s.page, s.middle))
    rows: list[list[Segment]] = []
    for segment in segments:
        last = rows[-1][-1] if rows else None
        if last is not None and last.page == segment.page and abs(last.middle - segment.middle) < 2:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    for row in rows:
        row.sort(key=lambda s: s.left)
        first = row[0]
        text = first.text
        for left, right in itertools.pairwise(row):
            text += (" " if right.left - left.right > 0.1 * right.size else "") + right.text
        yield _Row(
            text, max(s.size for s in row), min(s.top for s in row), max(s.bottom for s in row), first.page
        )


def _joined(rows: list[_Row]) -> list[str]:
    """The texts of the rows, with those put together that the column's edge broke."""
    texts: list[str] = []
    before: _Row | None = None
    for row in rows:
        if before is not None and row.follows(before):
            glue = "" if texts[-1].endswith(("-", "/")) or "@" in texts[-1] else " "
            texts[-1] += glue + row.text
        else:
            texts.append(row.text)
        before = row
    return texts


def _parts(rows: list[_Row], size: float) -> Iterator[tuple[str, list[_Row]]]:
    """Sections by their headings: rows in larger print than `size`."""
    section = ""
    held: list[_Row] = []
    for row in rows:
        if row.size > size + 0.9:
            if held:
                yield section, held
            label = row.text.strip()
            section = "skills" if label.lower() in _SKILLS else heading_section(label) or "other"
            held = []
        else:
            held.append(row)
    if held:
        yield section, held


def _usual(rows: list[_Row]) -> float:
    sizes = sorted(row.size for row in rows)
    return sizes[len(sizes) // 2] if sizes else 0.0


def _fill_aside(rows: list[_Row], profile: Profile) -> None:
    for section, held in _parts(rows, _usual(rows)):
        texts = _joined(held)
        if section == "contact":
            _fill_contact(texts, profile)
        elif section == "skills":
            profile.skills = texts
        elif section == "languages":
            profile.languages = [_NOTE.sub("", text) for text in texts]
        elif section == "certifications":
            profile.certifications = texts


def _fill_contact(texts: list[str], profile: Profile) -> None:
    for text in texts:
        plain = _NOTE.sub("", text).strip()
        if _MARK in text:
            profile.linkedin = "https://" + re.sub(r"^https?://", "", plain.replace(" ", ""))
        elif match := _MAIL.search(text):
            profile.mails.append(match[0])
        elif _PHONE.fullmatch(plain):
            profile.phones.append(plain)
        elif "." in plain and " " not in plain and profile.portfolio is None:
            profile.portfolio = plain if "://" in plain else f"https://{plain}"


def _fill_main(rows: list[_Row], profile: Profile) -> None:
    largest = max((row.size for row in rows), default=0.0)
    named = [row for row in rows if row.size > largest - 0.5]
    profile.first_name, profile.last_name = part_name(" ".join(row.text for row in named), "en")
    rest = [row for row in rows if row.size <= largest - 0.5]
    sizes = sorted({round(row.size, 1) for row in rest}, reverse=True)
    # Headings are the largest print below the name, company names the next.
    company = next((size for size in sizes if size < sizes[0] - 0.9), 0.0)
    for section, held in _parts(rest, company):
        if section == "":
            place = held[-1].text if len(held) > 1 else ""
            profile.location = place or None
        elif section == "work":
            profile.posts = list(_posts(held, company))
        elif section == "education":
            profile.courses = list(_courses(held, company))
        elif section == "summary":
            profile.summary = " ".join(_joined(held))


def _posts(rows: list[_Row], company_size: float) -> Iterator[Post]:
    company: str | None = None
    titles: list[str] = []
    post: Post | None = None
    described: list[_Row] = []
    for row in rows:
        span = find_range(row.text) if _is_period(row.text) else None
        if row.size > company_size - 0.2:
            if post is not None:
                yield _described(post, described)
            company = f"{company} {row.text}" if company and not titles and post is None else row.text
            post, titles, described = None, [], []
        elif span is not None and titles:
            post = Post(
                title=" ".join(titles), company=company, start=span.start,
                end=None if span.current else span.end, current=span.current,
            )  # fmt: skip
            titles = []
        elif post is None:
            if not _TOTAL.fullmatch(row.text.strip()):
                titles.append(row.text)
        elif row.size > _body_size(rows) + 0.4:
            yield _described(post, described)
            post, titles, described = None, [row.text], []
        else:
            described.append(row)
    if post is not None:
        yield _described(post, described)


def _is_period(text: str) -> bool:
    return (
        re.search(r"\b(?:19|20)\d\d\b", text) is not None and len(text) < 70 and find_range(text) is not None
    )


def _body_size(rows: list[_Row]) -> float:
    return min((row.size for row in rows), default=0.0)


def _described(post: Post, rows: list[_Row]) -> Post:
    """The post with its place, which stands first below the dates, and its description."""
    if rows and len(rows[0].text) < 70 and not rows[0].text.endswith("."):
        place = rows[0].text
        if place_score(place) > 0.5 or _PLACE.fullmatch(place):
            post.location = place
            rows = rows[1:]
    post.description = "\n".join(_joined(rows)) or None
    return post


def _courses(rows: list[_Row], company_size: float) -> Iterator[Course]:
    school: str | None = None
    told: list[str] = []
    for row in rows:
        if row.size > company_size - 0.2:
            if school is not None and not told:
                school = f"{school} {row.text}"
                continue
            if school is not None:
                yield _course(school, " ".join(told))
            school, told = row.text, []
        else:
            told.append(row.text)
    if school is not None:
        yield _course(school, " ".join(told))


def _course(school: str, told: str) -> Course:
    """Degree and field stand with a comma between them, the period in brackets."""
    course = Course(institution=school)
    if match := _PERIOD.search(told):
        span: DateSpan | None = find_range(match[1])
        if span is not None:
            course.start, course.end = span.start, span.end
        elif year := re.search(r"(?:19|20)\d\d", match[1]):
            course.end = year[0]
        told = told[: match.start()]
    degree, _, subject = told.partition(", ")
    course.degree, course.field = degree.strip(" ·") or None, subject.strip(" ·") or None
    return course
