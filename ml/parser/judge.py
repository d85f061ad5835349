# ruff: noqa: E501 - the lines of a table belong together
"""Which values of a parse are right, against the truth: the rules by which the development résumés are
scored.

Text is compared after accents and case are folded and signs are made spaces. Names, e-mail addresses, phone
numbers, years and dates must be equal; a place needs a token-set ratio of 80, other text one of 85, and a
length of 0.45 to 2.5 times (plus 12 letters) that of the truth. Entries are paired one to one, best pair
first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from ats_core.parser.model import ParsedResume
from ats_core.taxonomy import find

Truth = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A value that the parser gave: its path, its kind (`work.title`), its confidence, and whether it is
    right.
    """

    path: str
    kind: str
    value: str
    confidence: float
    right: bool


def folded(text: object) -> str:
    """The text in lower case without accents, with single spaces for all signs but + and #."""
    plain = unicodedata.normalize("NFKD", str(text if text is not None else "")).replace("ß", "ss")
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
    return " ".join(re.sub(r"[^\w+#]+|_", " ", plain).split())


def ratio(one: object, other: object) -> float:
    """Token-set ratio of the folded texts, 0-100; 0 if one is empty."""
    a, b = folded(one), folded(other)
    return float(fuzz.token_set_ratio(a, b)) if a and b else 0.0


def close(truth: object, value: object, least: float = 85, longest: int | None = None) -> bool:
    """Whether the value says what the truth says, or what the truth says without (or in) its brackets."""
    if not truth or not folded(value):
        return False
    text, length = str(truth), len(folded(value))
    readings = [text, re.sub(r"\([^)]*\)", " ", text), *re.findall(r"\(([^)]{3,})\)", text)]
    if " / " in text or " | " in text:
        readings += re.split(r" [/|] ", text)
    return any(
        0.45 * len(folded(reading)) <= length <= (longest or 2.5 * len(folded(reading)) + 12)
        and ratio(reading, value) >= least
        for reading in readings
        if folded(reading)
    )


def pair(count: int, other: int, likeness: Callable[[int, int], float | None]) -> dict[int, int]:
    """One-to-one pairs of indexes, the most alike first; `likeness` is None where two may not pair."""
    ranked = sorted(
        (-found, abs(i - j), i, j)
        for i in range(count)
        for j in range(other)
        if (found := likeness(i, j)) is not None
    )
    pairs: dict[int, int] = {}
    for _, _, i, j in ranked:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def pair_jobs(truth: Sequence[Truth], jobs: Sequence[Any]) -> dict[int, int]:
    """Index of the parsed job for that of the true one."""

    def likeness(i: int, j: int) -> float | None:
        t, p = truth[i], jobs[j]
        if not (close(t["company"], p.company) or close(t["title"], p.title)):
            return None
        start = 30 if same_date(t.get("start_date"), p.start_date) else 0
        end = 10 if same_date(t.get("end_date"), p.end_date) else 0
        return ratio(t["company"], p.company) + ratio(t["title"], p.title) + start + end

    return pair(len(truth), len(jobs), likeness)


def pair_studies(truth: Sequence[Truth], studies: Sequence[Any]) -> dict[int, int]:
    """Index of the parsed study for that of the true one."""

    def likeness(i: int, j: int) -> float | None:
        t, p = truth[i], studies[j]
        degree = ratio(_whole(t["degree"], t.get("field")), _whole(p.degree, p.field))
        year = (
            5 if t.get("graduation_year") and _year(t["graduation_year"]) == _year(p.graduation_year) else 0
        )
        if t.get("institution"):
            if not close(t["institution"], p.institution):
                return None
            return ratio(t["institution"], p.institution) + degree / 2 + year
        return degree + year if degree >= 85 else None

    return pair(len(truth), len(studies), likeness)


def _whole(degree: str | None, field: str | None) -> str:
    return " ".join(part for part in (degree, field) if part)


def _year(value: object) -> str:
    match = re.search(r"\d{4}", str(value or ""))
    return match[0] if match else ""


def same_date(truth: str | None, value: str | None) -> bool:
    """Same year, and same month where the truth has one."""
    if not truth or not value:
        return False
    return value[:4] == truth[:4] and (len(truth) == 4 or value[:7] == truth[:7])


def _field_verdicts(truth: Truth, resume: ParsedResume) -> Iterator[tuple[str, str, object, object, bool]]:
    """(path, kind, true value, given value, right) of contact, education and work."""
    data, contact = resume.candidate_data, truth["contact"]
    info = data.contact_info
    also = truth.get("also_accept") or {}
    whole = _whole(contact.get("first_name"), contact.get("last_name"))
    given = _whole(info.first_name, info.last_name)
    same = (
        _long_words(whole) == _long_words(given)
        and folded(whole).split()[:1] == folded(info.first_name).split()[:1]
    )
    for key in ("first_name", "last_name"):
        value, true = getattr(info, key), contact.get(key)
        yield f"contact_info.{key}", f"contact.{key}", true, value, bool(true) and (
            same or _long_words(str(true)) == _long_words(value)
        )  # fmt: skip
    mails = {str(mail).casefold() for mail in (contact.get("email"), *also.get("email", ()))}
    yield (
        "contact_info.email",
        "contact.email",
        contact.get("email"),
        info.email,
        str(info.email).casefold() in mails,
    )
    phones = {contact.get("phone_e164"), *also.get("phone_e164", ())}
    yield "contact_info.phone", "contact.phone", contact.get("phone_e164"), info.phone, info.phone in phones
    place = contact.get("location")
    yield (
        "contact_info.location",
        "contact.location",
        place,
        info.location,
        close(place, info.location, 80, 140),
    )
    yield from _study_verdicts(truth.get("education") or [], data.education)
    yield from _job_verdicts(truth.get("work_history") or [], data.work_history)


def _long_words(text: object) -> str:
    return " ".join(word for word in folded(text).split() if len(word) > 1) or folded(text)


def _study_verdicts(
    truth: Sequence[Truth], studies: Sequence[Any]
) -> Iterator[tuple[str, str, object, object, bool]]:
    pairs = pair_studies(truth, studies)
    for i, j in [*pairs.items(), *((i, None) for i in range(len(truth)) if i not in pairs)]:
        t, p = truth[i], None if j is None else studies[j]
        degree = p is not None and (
            close(t["degree"], p.degree)
            or bool(
                t.get("field")
                and p.degree
                and close(_whole(t["degree"], t["field"]), _whole(p.degree, p.field))
            )
        )
        year = (
            p is not None
            and bool(p.graduation_year)
            and _year(p.graduation_year) == _year(t.get("graduation_year"))
        )
        base = "" if j is None else f"education[{j}]"
        yield f"{base}.degree", "education.degree", t["degree"], p and p.degree, degree
        yield (
            f"{base}.field",
            "education.field",
            t.get("field"),
            p and p.field,
            p is not None and close(t.get("field"), p.field),
        )
        yield f"{base}.institution", "education.institution", t["institution"], p and p.institution, p is not None  # fmt: skip
        yield (
            f"{base}.graduation_year",
            "education.graduation_year",
            t.get("graduation_year"),
            p and p.graduation_year,
            year,
        )
    for j in set(range(len(studies))) - set(pairs.values()):
        for key in ("degree", "field", "institution", "graduation_year"):
            yield f"education[{j}].{key}", f"education.{key}", None, getattr(studies[j], key), False


def _job_verdicts(
    truth: Sequence[Truth], jobs: Sequence[Any]
) -> Iterator[tuple[str, str, object, object, bool]]:
    pairs = pair_jobs(truth, jobs)
    for i, j in [*pairs.items(), *((i, None) for i in range(len(truth)) if i not in pairs)]:
        t, p = truth[i], None if j is None else jobs[j]
        base = "" if j is None else f"work_history[{j}]"
        for key in ("title", "company"):
            value = None if p is None else getattr(p, key)
            yield f"{base}.{key}", f"work.{key}", t.get(key), value, close(t.get(key), value)
        start = None if p is None else p.start_date
        yield (
            f"{base}.start_date",
            "work.start_date",
            t.get("start_date"),
            start,
            same_date(t.get("start_date"), start),
        )
        end = None if p is None else "now" if p.current else p.end_date
        true = "now" if t.get("current") else t.get("end_date")
        right = end == "now" if true == "now" else same_date(true, end)
        yield f"{base}.end_date", "work.end_date", true, end, right
    for j in set(range(len(jobs))) - set(pairs.values()):
        p = jobs[j]
        given = {
            "title": p.title,
            "company": p.company,
            "start_date": p.start_date,
            "end_date": "now" if p.current else p.end_date,
        }
        for key, value in given.items():
            yield f"work_history[{j}].{key}", f"work.{key}", None, value, False


def verdicts(truth: Truth, resume: ParsedResume) -> Iterator[Verdict]:
    """One verdict for each value of contact, education, work, skills and certificates that the parser
    gave.
    """
    for path, kind, _, value, right in _field_verdicts(truth, resume):
        if value and (receipt := resume.receipts.get(path)) is not None:
            yield Verdict(path, kind, str(value), receipt.confidence, right)
    yield from _skill_verdicts(truth.get("skills") or [], resume)
    certificates = truth.get("certifications") or []
    given = resume.candidate_data.certifications
    pairs = pair(
        len(certificates), len(given),
        lambda i, j: found if (found := ratio(certificates[i], given[j])) >= 85 else None,
    )  # fmt: skip
    for j, name in enumerate(given):
        receipt = resume.receipts.get(path := f"certifications[{j}]")
        if certificates and receipt is not None:
            yield Verdict(path, "certification", name, receipt.confidence, j in pairs.values())


def _skill_verdicts(truth: Sequence[str], resume: ParsedResume) -> Iterator[Verdict]:
    """A skill is right if the document lists it, under its printed or its canonical name."""
    true = {folded(skill).replace(" ", "") for skill in truth}
    true |= {folded(match.name).replace(" ", "") for skill in truth if (match := find(skill)) is not None}
    for index, skill in enumerate(resume.skill_details if truth else ()):
        spellings = {folded(skill.name).replace(" ", ""), folded(skill.raw).replace(" ", "")}
        yield Verdict(f"skills[{index}]", "skill", skill.name, skill.confidence, bool(spellings & true))


def found_fields(truth: Truth, resume: ParsedResume) -> Iterator[tuple[str, bool]]:
    """(kind, found) for every printed value of contact, education and work: the share of them is the
    accuracy.
    """
    for _, kind, true, value, right in _field_verdicts(truth, resume):
        if true:
            yield kind, bool(value) and right


def words_kept(truth: Truth, resume: ParsedResume) -> Iterator[float]:
    """For each true job with a description, the share of its words in the paired job's description, 0-1."""
    jobs = truth.get("work_history") or []
    pairs = pair_jobs(jobs, resume.candidate_data.work_history)
    for i, job in enumerate(jobs):
        words = folded(job.get("description")).split()
        if not words:
            continue
        given = pairs.get(i)
        told = "" if given is None else resume.candidate_data.work_history[given].description or ""
        kept = set(folded(told).split())
        yield sum(1 for word in words if word in kept) / len(words)
