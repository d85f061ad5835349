"""Pieces of head lines: what stands between bars, dashes, commas and wide gaps."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ats_core.language import fold
from ats_core.parser.dates import find_dates, without_dates
from ats_core.parser.document import Line
from ats_core.parser.places import cut_place, place_score

# The strong separators part title, employer and place; a comma may also stand inside a name.
# "Joinville - SC" is one place: the dash before the code of a Brazilian state parts nothing.
_STATE = (
    r"(?!(?:AC|AL|AP|AM|BA|CE|DF|ES|GO|MA|MT|MS|MG|PA|PB|PR|PE|PI|RJ|RN|RS|RO|RR|SC|SP|SE|TO)\b"
    r"(?!\s+[A-ZÀ-Þ]))"
)
_STRONG = re.compile(
    rf"\t|\s*[-–—_=.·]{{4,}}\s*|\s+[|•·▪∙/]\s+|\s*\|\s*|\s+[-–—]\s+{_STATE}|\s*[–—]\s+{_STATE}|"
    r"\s+[–—](?!\s)|\s*;\s+|\s+\\\\\s+"
)
# "(3 years 2 months)" beside a date tells nothing that the date does not.
_UNIT = r"(?:years?|yrs?|months?|mos?|años?|meses|mes|anos?|mês|ans?|mois|jahren?|jahre?|monate?n?)"
_DURATION = re.compile(
    rf"(?<!\w)[(\[]?\s*\d{{1,2}}\+?\s*{_UNIT}\.?(?:[\s,]+(?:and|y|e|et|und)?\s*\d{{1,2}}\s*{_UNIT}\.?)?\s*[)\]]?(?!\w)",
    re.I,
)
_URL = re.compile(
    r"(?:https?://|www\.)\S+|"
    r"\b(?!(?-i:[A-Z][\w-]*\.\w+(?!/)(?:\W|$)))[\w-]+\.(?:com|org|net|io|dev|de|fr|es|br|pt|ch|at|uk|ca)(?:/\S*)?"
    r"(?=$|[\s,;)])",
    re.I,
)  # "Booking.com" in capitals is a name


# "[Jornada parcial – Presencial]" behind a name tells of neither title nor employer.
_REMARK = re.compile(r"(?<=\S)\s\[[^\[\]\t]{3,50}\](?=\s*$|\t)")
_EMPTY_LABELS = frozenset(
    ("location", "date", "dates", "ort", "datum", "lieu", "lugar", "fecha", "local", "data", "city state",
     "approx", "ca", "circa")
)  # fmt: skip
_EDGES = " ,;:|•·–—-\t"
# What stands behind such a word goes on with what stands before it, in whatever type it is set.
_LEADS_ON = re.compile(
    r"(?:^|[\s(])(?:in|of|at|as|for|and|the|with|de|del|da|do|du|des|la|le|en|em|na|no|à|au|y|e|et|und|für|"
    r"der|die|dem|im|bei|als|zum|zur|mit|por|para|pour|chez|&|@)$|[&(/@]$",
    re.I,
)
# "Universität Hamburg." ends a sentence; "Acme Corp." and "U.S." keep their full stop.
_SENTENCE_DOT = re.compile(r"(?<=[^\W\d_]{5})\.$")


@dataclass(slots=True)
class Piece:
    """A piece of a head line; `place` where it names a place, `rank` its number from 0."""

    text: str
    line: Line
    place: bool = False
    rank: int = 0


def pieces_of(line: Line) -> list[Piece]:
    """The line's pieces without its dates, from left to right."""
    text = without_dates(line.text, find_dates(line.text))
    text = _DURATION.sub("\t", text)
    text = _URL.sub("\t", text) if not _is_all_url(text) else ""
    made: list[Piece] = []
    for printed in _parts(_marked(text, line.turns)):
        brackets = "" if printed.count("(") == printed.count(")") > 0 else "()[]"
        if fold(printed) in _EMPTY_LABELS:
            continue
        part = _SENTENCE_DOT.sub("", printed.strip(" ,;|•·–—-:" + brackets))
        if not re.search(r"\w", part):
            continue
        if place_score(part) >= 0.6:
            made.append(Piece(part, line, place=True, rank=len(made)))
            continue
        rest, place = cut_place(part)
        made.append(Piece(rest.strip(), line, rank=len(made)))
        if place is not None:
            made.append(Piece(place, line, place=True, rank=len(made)))
    return made


def _parts(text: str) -> list[str]:
    """The text cut at its separators, but for those within brackets ("Alder AG (tools / prototypes)")."""
    text = _REMARK.sub("", text)
    if "(" not in text:
        return _STRONG.split(text)
    parts, at = [], 0
    for match in _STRONG.finditer(text):
        open_brackets = text.count("(", at, match.start()) - text.count(")", at, match.start())
        if open_brackets > 0 and "\t" not in match[0] and ")" in text[match.end() :]:
            continue
        parts.append(text[at : match.start()])
        at = match.end()
    return [*parts, text[at:]]


def _marked(text: str, turns: tuple[tuple[str, str], ...]) -> str:
    """The text with a bar where its type changes from one name to another ("**Acme Ltd** *Baker*")."""
    at = 0
    for before, after in turns:
        head, tail = before[-12:].strip(_EDGES), after[:12]
        place = text.find(tail, at)
        while place > 0 and not text[:place].rstrip(_EDGES).endswith(head):
            place = text.find(tail, place + 1)
        if place <= 0:
            continue
        left, right = text[:place].rstrip(_EDGES), text[place:]
        if _opens_a_name(right) and not _LEADS_ON.search(left) and left.count("(") == left.count(")"):
            text = f"{left} | {right}"
            at = len(left) + 3
    return text


def _opens_a_name(text: str) -> bool:
    return len(text) > 1 and text[0].isalnum() and not text[0].islower()


def is_duration(text: str) -> bool:
    """True for "3 years 2 months" and nothing more."""
    return _DURATION.fullmatch(text.strip()) is not None


def _is_all_url(text: str) -> bool:
    match = _URL.search(text)
    return match is not None and match.end() - match.start() >= len(text.strip()) - 2
