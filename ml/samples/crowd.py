"""Any number of different people who don't exist, put together from phrase books."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator, Sequence

from ats_core.matcher import level_of
from ml.samples import typeset, word
from ml.samples.model import Contact, Education, Resume, SkillGroup, Work
from ml.samples.phrases import Book, Trade, books

ACCENTS = ("#224466", "#1d5c63", "#7a2e3a", "#333333", "#4a3b6b", "#0b5345")
LAST_MONTH = 2026 * 12 + 5  # the running job's month: a fixed "today", so that a seed makes the same people
FORMATS = ("pdf", "docx", "txt")


def crowd(count: int, *, seed: int = 1, formats: Sequence[str] = ("pdf",)) -> Iterator[Resume]:
    """`count` résumés; the same ones for the same seed. No two share an e-mail address or a name.

    Raises ValueError for a format that is not made here (DOC needs LibreOffice: seconds a file).
    """
    if unknown := set(formats) - set(FORMATS):
        raise ValueError(f"cannot generate {', '.join(sorted(unknown))}; only {', '.join(FORMATS)}")
    dice = random.Random(seed)
    shelves = [(book, _names(book, dice)) for book in books()]
    for number in range(count):
        book, names = shelves[number % len(shelves)]
        yield _resume(book, next(names), number, dice, formats[number % len(formats)])


def _names(book: Book, dice: random.Random) -> Iterator[tuple[str, str]]:
    """First and last names, all different: each pair once, then with a second last name."""
    pairs = [(first, last) for first in book.first_names for last in book.last_names]
    dice.shuffle(pairs)
    yield from pairs
    for second in book.last_names:
        yield from ((first, f"{last} {second}") for first, last in pairs if last != second)


def _resume(book: Book, name: tuple[str, str], number: int, dice: random.Random, kind: str) -> Resume:
    trade = dice.choice(book.trades)
    work = _career(book, trade, dice)
    years = max(1, (LAST_MONTH - _months(work[-1].start)) // 12)
    template = dice.choice(
        sorted(typeset.LAYOUTS if kind == "pdf" else word.LAYOUTS if kind == "docx" else ["plain"])
    )
    skills = dice.sample(trade.skills, k=min(len(trade.skills), dice.randint(7, 12)))
    first, last = name
    stem = f"{number + 1:05d}_{_ascii(first)}_{_ascii(last)}"
    return Resume(
        stem=stem,
        language=book.language,
        format=kind,
        layout={**typeset.LAYOUTS, **word.LAYOUTS}.get(template, "one-column"),
        template=template,
        headline=work[0].title,
        summary=trade.summary.format(y=years),
        contact=_contact(book, first, last, number, dice),
        work=tuple(work),
        education=tuple(_studies(book, trade, _months(work[-1].start) // 12, dice)),
        skills=(SkillGroup(book.skill_label, tuple(skills)),),
        certifications=tuple(dice.sample(trade.certifications, k=dice.randint(0, len(trade.certifications)))),
        languages=(book.languages[0], *dice.sample(book.languages[1:], k=dice.randint(1, 2))),
        side=dice.choice(("left", "right")),
        accent=dice.choice(ACCENTS),
    )


def _contact(book: Book, first: str, last: str, number: int, dice: random.Random) -> Contact:
    domain = ("example.com", "example.org", "example.net")[number % 3]
    email = f"{_ascii(first)}.{_ascii(last)}.{number + 1}@{domain}"
    phone = _phone(book.phone, dice)
    return Contact(first, last, email, phone, "+" + re.sub(r"\D", "", phone), dice.choice(book.places))


def _phone(pattern: str, dice: random.Random) -> str:
    """A number in a range that belongs to nobody (or, where there is none, that is not given out)."""
    slots = [int(width) for width in re.findall(r"\{:0(\d)d\}", pattern)]
    return pattern.format(*(dice.randrange(10**width) for width in slots))


def _career(book: Book, trade: Trade, dice: random.Random) -> list[Work]:
    """Two to four positions, newest first, each above the one before it."""
    jobs: list[Work] = []
    end = LAST_MONTH
    count = dice.randint(2, 4)
    top = dice.randint(count - 1, len(trade.titles) - 1)
    for step in range(count):
        start = end - dice.randint(14, 62)
        duties = dice.sample(trade.duties, k=min(len(trade.duties), dice.randint(3, 5)))
        jobs.append(
            Work(
                title=trade.titles[top - step],
                company=f"{dice.choice(book.firm_words)} {dice.choice(book.firm_kinds)}",
                place=dice.choice(book.places),
                start=_date(start),
                end="" if step == 0 else _date(end),
                bullets=tuple(_filled(duty, dice) for duty in duties),
            )
        )
        end = start - dice.randint(0, 3)
    return jobs


def _studies(book: Book, trade: Trade, before: int, dice: random.Random) -> Iterator[Education]:
    """One or two studies that ended before the first job, newest first."""
    chosen = dice.sample(trade.degrees, k=min(len(trade.degrees), dice.randint(1, 2)))
    end = before - dice.randint(0, 1)
    for degree, field in chosen:
        start = end - dice.randint(2, 4)
        kinds = book.school_kinds[-1:] if level_of(degree) == "vocational" else book.school_kinds[:-1]
        school = dice.choice(kinds).format(dice.choice(book.school_words))
        yield Education(degree, field, school, str(start), str(end))
        end = start


def _filled(duty: str, dice: random.Random) -> str:
    return duty.format(
        n=dice.randint(12, 60),
        m=dice.randint(2, 90) * 100,
        p=dice.randint(11, 92),
        s=dice.randint(3, 14),
        t=dice.randint(2, 9),
    )


def _months(date: str) -> int:
    year, month = date.split("-")
    return int(year) * 12 + int(month) - 1


def _date(months: int) -> str:
    return f"{months // 12}-{months % 12 + 1:02d}"


def _ascii(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss"))
    return "-".join(re.findall(r"[a-z]+", plain.encode("ascii", "ignore").decode().lower()))
