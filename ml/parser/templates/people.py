# ruff: noqa: E501 - the lines of a template belong together
"""Invented people: names, careers and schools put together by chance from the words of their language.

The words of the learn split and of the test split are different ones: a third of every list is kept for test.
"""

from __future__ import annotations

import random
import re
import unicodedata
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from types import ModuleType
from typing import Any

LANGUAGES = ("en", "pt", "de", "fr", "es")
TODAY = "2026-01"
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}


@dataclass(frozen=True, slots=True)
class Job:
    """One job; dates are YYYY-MM, `end` is None while it runs."""

    title: str
    company: str
    place: str
    start: str
    end: str | None
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Study:
    """One course of study; a school-leaving certificate has an empty `field`."""

    degree: str
    field: str
    school: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Person:
    """All that a template may print, and the words (`w`) of its language."""

    language: str
    first: str
    last: str
    headline: str
    mail: str
    phone: str
    e164: str
    place: str
    summary: str
    jobs: tuple[Job, ...]
    studies: tuple[Study, ...]
    skills: tuple[str, ...]
    certificates: tuple[tuple[str, str, int], ...]
    tongues: tuple[tuple[str, str], ...]
    w: dict[str, str]

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"


def split_words(text: str) -> list[str]:
    """The entries of a list parted by semicolons."""
    return [" ".join(part.split()) for part in text.split(";") if part.strip()]


def kept_for(split: str, entries: Sequence[str]) -> list[str]:
    """The entries that a split may use: of four or more, a third only in test and the rest only in learn."""
    if len(entries) < 4:
        return list(entries)
    ranked = sorted(entries, key=lambda entry: (zlib.crc32(entry.encode()), entry))
    cut = max(2, len(ranked) // 3)
    return ranked[:cut] if split == "test" else ranked[cut:]


def make_person(language: str, seed: int | str, split: str = "learn") -> Person:
    """A person who doesn't exist; the same one for the same arguments."""
    dice = random.Random(f"{split}{language}{seed}")
    words = import_module(f"ml.parser.words.{language}")
    maker = _Maker(dice, words, split)
    first, last = maker.name()
    place, phone, e164 = maker.home()
    jobs, field_options, skills = maker.career()
    labels = dict(pair.split("=", 1) for pair in words.LABELS.split(";"))
    labels["months"] = _MONTHS[language]
    tongues = [tuple(text.split("=")) for text in split_words(words.TONGUES)]
    return Person(
        language=language, first=first, last=last, headline=jobs[0].title,
        mail=maker.mail(first, last), phone=phone, e164=e164, place=place,
        summary=dice.choice(split_words(words.ABOUTS)), jobs=jobs,
        studies=maker.studies(field_options, int(jobs[-1].start[:4])), skills=skills,
        certificates=maker.certificates(), w=labels,
        tongues=tuple((a, b) for a, b in tongues[: dice.randint(2, len(tongues))]),
    )  # fmt: skip


class _Maker:
    """Makes the parts of one person with one run of the dice."""

    def __init__(self, dice: random.Random, words: ModuleType, split: str) -> None:
        self._dice, self._words, self._split = dice, words, split
        weights = [4, 3, 1, 1, 1][: len(words.COUNTRIES)]
        country = dice.choices(words.COUNTRIES, weights=weights)[0]
        _, self._code, phones, towns, places = country.split("|")
        self._phones, self._places = phones.split(";"), places.split(";")
        self._towns = kept_for(split, towns.split(";"))

    def _pick(self, entries: Sequence[str]) -> str:
        return self._dice.choice(kept_for(self._split, entries))

    def name(self) -> tuple[str, str]:
        """First and last name; some have a second first name, Iberians two last names."""
        first = self._pick(split_words(self._words.FIRST))
        lasts = self._dice.sample(kept_for(self._split, split_words(self._words.LAST)), 2)
        last = " ".join(lasts[: self._words.SURNAME_COUNT])
        if self._words.SURNAME_COUNT == 1 and self._dice.random() < 0.06:
            last = "-".join(lasts)
        return first, last

    def mail(self, first: str, last: str) -> str:
        """An address that repeats the name, or one that doesn't."""
        a, b = _ascii(first), _ascii(last.rsplit(maxsplit=1)[-1])
        local = self._dice.choice([f"{a}.{b}", f"{a}.{b}", f"{a[0]}{b}", f"{a}{b}", f"{b}.{a}", f"{a}_{b}{self._dice.randint(1, 99)}",
                                   f"{self._dice.choice(['mail', 'kontakt', 'hello', 'oficina'])}{self._dice.randint(10, 999)}"])  # fmt: skip
        host = self._dice.choice(
            ["postbox.example", "letters.example", "mail.example.com", "example.net", "example.org"]
        )
        return f"{local}@{host}"

    def home(self) -> tuple[str, str, str]:
        """Place, phone as printed, phone as E.164."""
        pattern = self._dice.choice(self._phones)
        phone = "".join(str(self._dice.randint(0, 9)) if sign == "#" else sign for sign in pattern)
        digits = re.sub(r"\D", "", phone.replace("(0)", ""))
        if not phone.startswith("+"):
            trunk = "0" if self._code in {"44", "33", "49", "43", "41", "32", "353"} else ""
            digits = self._code + digits.removeprefix(trunk)
        return self.place(), phone, f"+{digits}"

    def place(self) -> str:
        """A place as the country writes it."""
        town, _, state = self._dice.choice(self._towns).partition("=")
        form: str = self._dice.choice(self._places)
        return form.format(t=town, s=state)

    def _town(self) -> str:
        town, _, state = self._dice.choice(self._towns).partition("=")
        form = self._places[0] if self._dice.random() < 0.5 and state else "{t}"
        return form.format(t=town, s=state)

    def invented(self) -> str:
        """A name that no list has."""
        stems = kept_for(self._split, self._words.STEMS.split())
        tails = kept_for(self._split, self._words.TAILS.split())
        return self._dice.choice(stems) + self._dice.choice(tails)

    def _formed(self, forms: str) -> str:
        town = self._dice.choice(self._towns).partition("=")[0]
        form = self._dice.choice(split_words(forms))
        return form.format(x=self.invented(), y=self.invented(), t=town)

    def career(self) -> tuple[tuple[Job, ...], list[str], tuple[str, ...]]:
        """Jobs newest first, fields of study that lead to them, skills."""
        trade = self._pick([line for line in self._words.TRADES.strip().splitlines() if line.strip()])
        ladder, fields, skills = (part.strip() for part in trade.split("|"))
        titles = [title.strip() for title in ladder.split(">")]
        count = self._dice.choice([1, 2, 2, 3, 3, 3, 4, 5])
        while len(titles) < count:
            titles.append(self._dice.choice(titles))
        jobs: list[Job] = []
        last = None if self._dice.random() < 0.75 else f"{self._dice.randint(2023, 2025)}-{self._month()}"
        year = 2025 if last is None else int(last[:4])
        for title in titles[:count]:
            start_year = year - self._dice.randint(1, 4)
            start = f"{start_year}-{self._month()}"
            jobs.append(
                Job(title, self._formed(self._words.FIRM_FORMS), self._town(), start, last, self._tasks())
            )
            gap = self._dice.choice([1, 1, 1, 2, 3, 9])
            last = _earlier(start, gap)
            year = int(last[:4])
        chosen = split_words(skills)
        self._dice.shuffle(chosen)
        return tuple(jobs), split_words(fields), tuple(chosen[: self._dice.randint(4, len(chosen))])

    def _month(self) -> str:
        return f"{self._dice.randint(1, 12):02d}"

    def _tasks(self) -> tuple[str, ...]:
        options = kept_for(self._split, split_words(self._words.TASKS))
        chosen = self._dice.sample(options, min(len(options), self._dice.randint(1, 4)))
        return tuple(text.format(n=self._dice.randint(3, 60)) for text in chosen)

    def studies(self, fields: list[str], before: int) -> tuple[Study, ...]:
        """One to three courses of study, newest first."""
        made: list[Study] = []
        end = before
        degrees = kept_for(self._split, split_words(self._words.DEGREES))
        for degree in self._dice.sample(degrees, min(len(degrees), self._dice.choice([1, 2, 2, 3]))):
            start = end - self._dice.randint(2, 4)
            made.append(
                Study(degree, self._dice.choice(fields), self._formed(self._words.SCHOOL_FORMS), start, end)
            )
            end = start
        return tuple(made)

    def with_school(self, person: Person) -> Person:
        """The person with a school-leaving certificate below the courses of study."""
        oldest = person.studies[-1].start
        leaving = Study(
            self._dice.choice(split_words(self._words.SCHOOL_LEAVING)), "",
            self._formed(self._words.SCHOOL_FORMS), oldest - 3, oldest,
        )  # fmt: skip
        return replace(person, studies=(*person.studies, leaving))

    def certificates(self) -> tuple[tuple[str, str, int], ...]:
        """Name, issuer and year of one to three certificates."""
        options = kept_for(self._split, split_words(self._words.CERTS))
        chosen = self._dice.sample(options, self._dice.randint(1, min(3, len(options))))
        return tuple((*_pair(text), self._dice.randint(2012, 2024)) for text in chosen)


def _pair(text: str) -> tuple[str, str]:
    name, _, issuer = text.partition("=")
    return name, issuer


def heading(person: Person, key: str, dice: random.Random) -> str:
    """One of the words by which the language heads that section."""
    words: ModuleType = import_module(f"ml.parser.words.{person.language}")
    options: dict[str, str] = words.HEADINGS
    return dice.choice(split_words(options[key]))


def now_word(person: Person, dice: random.Random) -> str:
    """One of the words for a job that still runs."""
    return dice.choice(split_words(import_module(f"ml.parser.words.{person.language}").NOW))


def with_leaving_certificate(person: Person, dice: random.Random, split: str) -> Person:
    """The person with a school-leaving certificate as the oldest study."""
    return _Maker(dice, import_module(f"ml.parser.words.{person.language}"), split).with_school(person)


def _earlier(month: str, by: int) -> str:
    number = int(month[:4]) * 12 + int(month[5:]) - 1 - by
    return f"{number // 12}-{number % 12 + 1:02d}"


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z-]", "", plain.lower())


def _clipped(month: str) -> str:
    return month[:4] if month in {"juin", "Juni", "juillet", "June"} else month[:3]


def date_text(person: Person, month: str, style: str) -> str:
    """A month as the template prints it: long, short, point, num, dot, iso, apostrophe or year."""
    year, number = month.split("-")
    name = person.w["months"].split()[int(number) - 1]
    of = " de " if person.language in {"es", "pt"} else " "
    return {
        "long": f"{name}{of}{year}", "short": f"{_clipped(name)} {year}", "point": f"{_clipped(name)}. {year}",
        "num": f"{number}/{year}", "dot": f"{number}.{year}", "iso": f"{year}-{number}",
        "apostrophe": f"{_clipped(name)} '{year[2:]}", "year": year,
    }[style]  # fmt: skip


def range_text(
    person: Person, job: Job, style: str, dash: str = " – ", since: bool = False, now: str | None = None
) -> str:
    """The time of a job; `since` prints a running one as "since 2019"."""
    start = date_text(person, job.start, style)
    if job.end is None:
        return f"{person.w['since']} {start}" if since else f"{start}{dash}{now or person.w['now']}"
    return f"{start}{dash}{date_text(person, job.end, style)}"


def years_worked(jobs: Sequence[Job], style: str) -> float | None:
    """Years that the jobs cover as printed, parallel ones once: months counted with both ends, bare years by
    difference. None where the template prints no dates.
    """
    if style == "none" or not jobs:
        return None
    months: set[int] = set()
    for job in jobs:
        first, last = _number(job.start), _number(job.end or TODAY)
        if style == "year":
            first, last = first // 12 * 12, max(first // 12 * 12 + 11, last // 12 * 12 - 1)
        months.update(range(first, last + 1))
    return len(months) / 12


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def truth_of(person: Person, *, style: str, layout: str, format: str, **left_out: bool) -> dict[str, Any]:
    """What the template prints of the person, in the form of the development résumés' truth, with the
    tasks of each job and the years of experience besides.
    """

    def month(value: str | None) -> str | None:
        if style == "none":
            return None
        return value[:4] if value and style == "year" else value

    return {
        "language": person.language, "format": format, "layout": layout,
        "contact": {
            "first_name": person.first or None, "last_name": person.last or None, "email": person.mail or None,
            "phone": person.phone or None, "phone_e164": person.e164 or None, "location": person.place or None,
        },
        "education": [
            {"degree": s.degree, "field": s.field or None, "institution": s.school, "graduation_year": str(s.end)}
            for s in person.studies
        ],
        "work_history": [
            {"title": j.title, "company": j.company, "start_date": month(j.start), "end_date": month(j.end),
             "current": j.end is None and style != "none", "description": "\n".join(j.tasks),
             "location": j.place}
            for j in person.jobs
        ],
        "skills": [] if left_out.get("no_skills") else list(person.skills),
        "certifications": [] if left_out.get("no_certificates") else [c[0] for c in person.certificates],
        "tongues": [name for name, _ in person.tongues],
        "years": years_worked(person.jobs, style),
    }  # fmt: skip
