"""Dates and date ranges as résumés print them in five languages, by a grammar of our own.

A date keeps the exactness that is printed: "2019" stays a year, "May 2019" becomes "2019-05".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ats_core.language import fold
from ats_core.parser.wordlist import words_of

_MONTH_NAMES = (
    "january jan janvier janv januar jan janner janeiro enero ene gennaio",
    "february feb febr fevrier fevr fev februar feber febrero fevereiro",
    "march mar mars marz mrz maerz marzo marco mrt",
    "april apr avril avr abril abr",
    "may mai mayo maio",
    "june jun juin juni junio junho",
    "july jul juillet juil juli julio julho",
    "august aug aout aou august agosto ago agos",
    "september sep sept septembre septiembre set setembro setiembre",
    "october oct octobre oktober okt octubre outubro out",
    "november nov novembre noviembre novembro",
    "december dec decembre dezember dez diciembre dic dezembro",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_SEASONS = (
    "spring summer fall autumn winter primavera verano otono invierno verao outono inverno "
    "printemps ete automne hiver sommer herbst fruhjahr fruhling"
)
_PRESENT = (
    "present|presente|présent|pres\\.|current|currently|now|today|ongoing|to date|till date|till "
    "now|until now|continuing|"
    "actualidad|la actualidad|actual|actualmente|a la fecha|la fecha|hoy|en curso|vigente|"
    "atual|atualmente|o momento|momento|hoje|o presente|data atual|em andamento|dias atuais|os dias atuais|"
    "ahora|a día de hoy|al presente|agora|corrente|à ce jour|present day|"
    "aujourd[’'`´]?hui|auj\\.|actuel|actuelle|actuellement|ce jour|en cours|maintenant|en poste|"
    "heute|jetzt|laufend|aktuell|derzeit|gegenwärtig|andauernd|dato"
)
_MONTH = "|".join(
    sorted(
        {
            *(name for names in _MONTH_NAMES for name in names.split()),
            *words_of("février févr fév août aoû décembre déc märz jänner março jän mär sept agô"),
        },
        key=len,
        reverse=True,
    )
)  # fmt: skip
_SEASON = "|".join(
    sorted({*_SEASONS.split(), "otoño", "verão", "été", "frühjahr", "frühling"}, key=len, reverse=True)
)
_Y = r"(?:19[5-9]\d|20[0-4]\d)"
_DATE = (
    rf"(?:(?P<iy{{0}}>{_Y})[-/.](?P<im{{0}}>0[1-9]|1[0-2])(?:[-/.](?:0[1-9]|[12]\d|3[01]))?(?!\d)"
    rf"|(?:(?:0?[1-9]|[12]\d|3[01])[-/.]\s?)?(?P<nm{{0}}>0?[1-9]|1[0-2])\s?[-/.]\s?(?P<ny{{0}}>{_Y})(?!\d)"
    rf"|(?:\d{{{{1,2}}}}(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+)?)?(?P<mn{{0}}>(?:{_MONTH}))(?:\.|\b)(?:\s?\d{{{{1,2}}}}(?:st|nd|rd|th)?,)?"
    rf"[\s,./’'–-]*(?:de\s+|del\s+|of\s+)?(?P<my{{0}}>{_Y}|(?<=[’'\s/-])\d{{{{2}}}}(?!\d))"
    rf"|(?:(?P<season{{0}}>{_SEASON})\s+(?:de\s+|of\s+)?)?(?P<y{{0}}>{_Y})(?!\d))"
)
_JOIN = (
    r"\s*(?:[-–—‐‑−~→>]+|\bt ?o\b|\buntil\b|\btill\b|\bthrough\b|\ba\b|\bà\b|\bau\b|\bal\b|"
    r"\bhasta\b|\baté\b|\bate\b|\bbis\b|\bjusqu[’']?\w*\b|\by\b|/)\s*(?:zum\s+|(?:el|la|o|os|ao|à|"
    r"a|le|the)\s+)?"
)
_NOW = rf"(?P<now>\b(?:{_PRESENT})\b)"
_SINCE = (
    r"(?:\b(?:since|from|desde|depuis|seit|ab|dès|a partir de|à partir de)\b\s*(?:el\s+|le\s+|dem\s+|de\s+)?)"
)
_FROM = r"(?:\b(?:from|de|desde|du|von|depuis|vom|entre|from:)\b\s+)?"
# "Jan - Mar 2020" and "03 - 09/2020": the first date borrows its year from the second.
_SHORT = rf"(?P<sm>\b(?:{_MONTH})\b\.?|\b(?:0[1-9]|1[0-2])\b)"

_RANGE = re.compile(rf"(?<![\w/.-]){_FROM}{_DATE.format(1)}{_JOIN}(?:{_NOW}|{_DATE.format(2)})", re.I)
_OPEN = re.compile(rf"(?<![\w/.-]){_SINCE}{_DATE.format(1)}(?!\s*[-–—]\s*\d)", re.I)
_DANGLING = re.compile(rf"(?<![\w/.-]){_DATE.format(1)}\s*[-–—]\s*(?=$|[|,)\]\t])", re.I)
_BORROWED = re.compile(rf"(?<![\w/.-]){_SHORT}{_JOIN}{_DATE.format(2)}", re.I)
_CLIPPED = re.compile(rf"(?<![\w/.-])(?P<cy1>{_Y})\s?[-–—/]\s?(?P<cy2>\d{{2}})(?![\d/.-])")
# "03/18 - 05/21": only as a range, since "03/18" alone may be anything.
_SHORT_YEARS = re.compile(
    rf"(?<![\w/.-])(?:{_SINCE})?(?P<am>0[1-9]|1[0-2])[/.](?P<ay>\d{{2}}){_JOIN}"
    rf"(?:{_NOW}|(?P<bm>0[1-9]|1[0-2])[/.](?P<by>\d{{2}})(?![\d/.-]))",
    re.I,
)
_SINGLE = re.compile(rf"(?<![\w/.-]){_DATE.format(1)}", re.I)
_HINT = re.compile(r"(?:19|20)\d{2}|[’'/ .-]\d{2}\b")
_PART = re.compile(
    r"(?:0[1-9]|1[0-2])[/.]\d{2}|"
    rf"(?:\d{{1,2}}[./-])?\d{{1,2}}[./-]{_Y}|{_Y}|(?:{_MONTH})\.?|{_PRESENT}|since|from|to|until|desde|depuis|seit|bis|"
    r"hasta|até|à|au|al|a|de|del|du|le|\d{1,2}\.?",
    re.I,
)
_TELLING = re.compile(rf"{_Y}|\d[/.]\d\d|{_MONTH}|{_PRESENT}|since|desde|depuis|seit", re.I)
_BETWEEN = re.compile(r"[\s,()–—‐−]+|(?<=\w)-(?=\w)|(?<!\d)[-/]|[-/](?!\d)")
_BRACKETS = " \t([{)]},;:|•·-–—"
_UNTIL_NOW = re.compile(rf"^\W*(?:{_PRESENT})\W*$", re.I)


class DateSpan(NamedTuple):
    """A printed date or range: "YYYY" or "YYYY-MM" ends, and where it stands in the text.

    `single` is true where one date alone is printed; then `start` and `end` are equal.
    """

    start: str | None
    end: str | None
    current: bool
    at: int
    to: int
    single: bool = False


def find_dates(text: str) -> list[DateSpan]:
    """All dates and ranges in `text`, in order, without overlaps."""
    return list(spans_in(text))


@lru_cache(maxsize=2048)
def spans_in(text: str) -> tuple[DateSpan, ...]:
    """What `find_dates` returns, kept for the lines that several readers ask about."""
    if not _HINT.search(text):
        return ()
    found: list[DateSpan] = []
    taken: list[tuple[int, int]] = []
    for pattern, build in _GRAMMAR:
        for match in pattern.finditer(text):
            if any(match.start() < to and match.end() > at for at, to in taken):
                continue
            span = build(match)
            if span is not None:
                found.append(span)
                taken.append((match.start(), match.end()))
    return tuple(sorted(found, key=lambda span: span.at))


def find_range(text: str) -> DateSpan | None:
    """The first range in `text`, else its first single date; None if there is none."""
    spans = find_dates(text)
    return next((span for span in spans if not span.single), spans[0] if spans else None)


def without_dates(text: str, spans: list[DateSpan]) -> str:
    """`text` with the spans cut out and the empty brackets around them gone."""
    for span in reversed(spans):
        text = text[: span.at] + " \x00 " + text[span.to :]
    text = re.sub(r"[(\[{]\s*\x00\s*[)\]}]", "\x00", text)
    text = re.sub(r"\x00\s*[,;:|•·–—-]|[,;:|•·–—-]\s*\x00|\x00", "\t", text)
    return re.sub(r"[ ]{2,}", " ", text).strip(" \t,;|•·–—-")


def is_only_date(text: str) -> bool:
    """True if the text is a date or range, and nothing else but punctuation."""
    spans = find_dates(text)
    return bool(spans) and not re.sub(r"[\W_]+", "", without_dates(text, spans))


def is_date_part(text: str) -> bool:
    """True if the text is a date or a piece of one ("Sept.", "2019 –"), and nothing else."""
    if len(text) >= 40 or _TELLING.search(text) is None:
        return False
    if _UNTIL_NOW.match(text) is not None:
        return True
    parts = [part for part in _BETWEEN.split(text) if part]
    return 0 < len(parts) < 8 and all(_PART.fullmatch(part) is not None for part in parts)


def is_present(text: str) -> bool:
    """True if the text is a word for "until now", and nothing else."""
    return _UNTIL_NOW.match(text) is not None


def _year(text: str) -> int:
    if len(text) == 4:
        return int(text)
    short = int(text)
    return 2000 + short if short < 50 else 1900 + short


def _date(match: re.Match[str], which: int) -> str | None:
    group = match.group
    if year := group(f"iy{which}"):
        return f"{year}-{group(f'im{which}')}"
    if year := group(f"ny{which}"):
        return f"{year}-{int(group(f'nm{which}')):02d}"
    if month := group(f"mn{which}"):
        return f"{_year(group(f'my{which}'))}-{_MONTHS[fold(month)]:02d}" if fold(month) in _MONTHS else None
    return group(f"y{which}")


def _range(match: re.Match[str]) -> DateSpan | None:
    start = _date(match, 1)
    if match.group("now"):
        return DateSpan(start, None, True, *match.span())
    end = _date(match, 2)
    if start is None or end is None or end < start[: len(end)]:
        return None
    return DateSpan(start, end, False, *match.span())


def _open(match: re.Match[str]) -> DateSpan | None:
    return DateSpan(_date(match, 1), None, True, *match.span())


def _borrowed(match: re.Match[str]) -> DateSpan | None:
    end = _date(match, 2)
    printed = fold(match.group("sm"))
    month = int(printed) if printed.isdigit() else _MONTHS.get(printed)
    if end is None or month is None or len(end) < 7 or month > int(end[5:7]):
        return None
    return DateSpan(f"{end[:4]}-{month:02d}", end, False, *match.span())


def _clipped(match: re.Match[str]) -> DateSpan | None:
    start = match.group("cy1")
    end = start[:2] + match.group("cy2")
    return DateSpan(start, end, False, *match.span()) if start < end <= str(int(start) + 12) else None


def _short_years(match: re.Match[str]) -> DateSpan | None:
    start = f"{_year(match['ay'])}-{match['am']}"
    if match["now"]:
        return DateSpan(start, None, True, *match.span())
    end = f"{_year(match['by'])}-{match['bm']}"
    return DateSpan(start, end, False, *match.span()) if start <= end else None


def _single(match: re.Match[str]) -> DateSpan | None:
    value = _date(match, 1)
    return DateSpan(value, value, False, *match.span(), True) if value is not None else None


_GRAMMAR = (
    (_RANGE, _range), (_BORROWED, _borrowed), (_OPEN, _open),
    (_SHORT_YEARS, _short_years), (_CLIPPED, _clipped), (_DANGLING, _open), (_SINGLE, _single),
)  # fmt: skip
