"""Lines of an education section made whole: rows that a narrow column broke, entries that are paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace as with_changes

from ats_core.parser.dates import find_dates
from ats_core.parser.degrees import DEGREE
from ats_core.parser.document import Line
from ats_core.parser.entries import head_and_told
from ats_core.parser.schools import study_score

_OPEN_END = re.compile(
    r"(?:\s(?:&|and|of|de|du|des|und|für|der|y|e|et|en|in|at|the|d['’]|del|da|do|la|-|–|—)|[,&])$", re.I
)
_MARK = re.compile(r"^[⋆★☆✦◇◈▹▷☐☑❏❑✳✱✶]\s*")
_WIDE_SCHOOL = re.compile(
    r"^(?:(?:International|National|State|Federal|Technical|Estadual|Nacional|Internacional|Medical|"
    r"Community|of\s\w+)\s)*"
    r"(?:University|College|School|Institute|Universit[éy]|Academy)(?:\s(?:of|de|for)\s[\w ]{3,40})?$"
)
_DATED_START = re.compile(r"^\W*(?:\w{3,10}\.?\s)?(?:\d{1,2}[/.])?\d{4}\b")


def whole_lines(lines: list[Line]) -> list[Line]:
    """The lines with broken ones joined, and with entries that are paragraphs cut behind their heads."""
    marked = sum(_MARK.match(line.text) is not None for line in lines) > 1
    made: list[Line] = []
    for line in lines:
        if made and _goes_on(made[-1], line, marked=marked):
            made[-1] = _joined(made[-1], line)
        else:
            made.append(line)
    if marked:
        made = [_without_mark(line) for line in made]
    return [_date_apart(part) for line in made for part in _head_and_rest(line)]


def _goes_on(last: Line, line: Line, *, marked: bool) -> bool:
    """True if the line is the rest of the row above."""
    if len(last.cells) > 1 or len(line.cells) > 1 or line.bullet or line.level or line.role or last.role:
        return False
    text, rest = last.text, line.text
    if len(text) + len(rest) > 300:
        return False
    if marked and _MARK.match(text) and not _MARK.match(rest):
        return True
    if find_dates(rest) and not find_dates(rest)[0].single and find_dates(rest)[0].at < 3:
        return False
    if _is_half_a_school(last, line):
        return True
    if not (DEGREE.search(text) or study_score(text)) or find_dates(text) or line.bold != last.bold:
        return False
    if text.count("(") > text.count(")") and ")" in rest:
        return True
    if re.search(r"[^\W\d_]-$", text) and rest[:1].islower():
        return True
    if _OPEN_END.search(text):
        return len(text) > 24
    return len(text) > 45 and "," in text and not study_score(text) and _WIDE_SCHOOL.match(rest) is not None


def _is_half_a_school(last: Line, line: Line) -> bool:
    """True for "ALDER GROVE" above "UNIVERSITY", and for "UNIVERSITY OF" above "ELM"."""
    text, rest = last.text, line.text
    alike = last.bold == line.bold and round(last.size) == round(line.size) and not line.bullet
    if not alike or len(text) > 50 or len(rest) > 40 or find_dates(text) or find_dates(rest):
        return False
    if re.search(
        r"\b(?:university|universit[éyà]|universidade?|college|school|institute?)\s(?:of|de|for|da|do)$",
        text,
        re.I,
    ):
        return not DEGREE.match(rest)
    generic = re.fullmatch(r"university|college|institute|school|hochschule|universität", rest, re.I)
    return generic is not None and not DEGREE.search(text) and not study_score(text) and text[:1].isupper()


def _joined(last: Line, line: Line) -> Line:
    text, rest = last.text, line.text
    broken = re.search(r"[^\W\d_]-$", text) and rest[:1].islower()
    whole = text[:-1] + rest if broken else f"{text} {rest}"
    return with_changes(last, cells=(whole,))


def _without_mark(line: Line) -> Line:
    match = _MARK.match(line.text)
    if match is None or len(line.cells) > 1:
        return line
    return with_changes(line, cells=(line.text[match.end() :],), start=line.start + match.end(), bullet=False)


def _date_apart(line: Line) -> Line:
    """ "BSc in Physics, Elm University, Leeds, England. 2019-2021" with its date in a cell of its own."""
    text = line.text
    if len(line.cells) > 1 or not 50 < len(text) < 200:
        return line
    spans = find_dates(text)
    if len(spans) != 1 or spans[0].at < 20 or len(text.rstrip(" .)")) > spans[0].to:
        return line
    before = text[: spans[0].at]
    if not re.search(r"[.,;:]\s$", before) or not (DEGREE.search(before) or study_score(before)):
        return line
    return with_changes(line, cells=(before.rstrip(" .,;:"), text[spans[0].at :]), boxes=line.boxes[:1] * 2)


def _head_and_rest(line: Line) -> list[Line]:
    """An entry that is one paragraph ("2007 - 2010 Doctorat en ... Thèse ...") cut behind its head."""
    text = line.text
    if len(line.cells) > 1 or len(text) < 130 or not _DATED_START.match(text):
        return [line]
    cut = re.search(r"(?<=[^\W\d_]{3})\.\s+(?=[A-ZÀ-Þ])", text)
    spare = re.search(r",\s(?:th[eè]me|[eé]quipe|thesis|titled|tesis|titulada)\b", text)
    ends = [match.start() for match in (cut, spare) if match is not None and match.start() > 20]
    if not ends or min(ends) > 150:
        return [line]
    at = min(ends)
    rest = text[at:].lstrip(" .,")
    return [*head_and_told(line, text[:at], len(text) - len(rest))]
