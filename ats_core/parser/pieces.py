"""Pieces of head lines: what stands between bars, dashes, commas and wide gaps."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
    rf"\t|\s+[|•·▪∙/]\s+|\s*\|\s*|\s+[-–—]\s+{_STATE}|\s*[–—]\s+{_STATE}|\s+[–—](?!\s)|\s*;\s+|\s+\\\\\s+"
)
# "(3 years 2 months)" beside a date tells nothing that the date does not.
_UNIT = r"(?:years?|yrs?|months?|mos?|años?|meses|mes|anos?|mês|ans?|mois|jahren?|jahre?|monate?n?)"
_DURATION = re.compile(
    rf"(?<!\w)[(\[]?\s*\d{{1,2}}\+?\s*{_UNIT}\.?(?:[\s,]+(?:and|y|e|et|und)?\s*\d{{1,2}}\s*{_UNIT}\.?)?\s*[)\]]?(?!\w)",
    re.I,
)
_URL = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|org|net|io|dev|de|fr|es|br|pt)(?:/\S*)?(?=$|\s)", re.I
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
    for printed in _STRONG.split(text):
        brackets = "" if printed.count("(") == printed.count(")") > 0 else "()[]"
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


def is_duration(text: str) -> bool:
    """True for "3 years 2 months" and nothing more."""
    return _DURATION.fullmatch(text.strip()) is not None


def _is_all_url(text: str) -> bool:
    match = _URL.search(text)
    return match is not None and match.end() - match.start() >= len(text.strip()) - 2
