"""Pieces of the lines of an education section: degree, field, school and place, each on its own."""

from __future__ import annotations

import re
from dataclasses import replace as with_changes

from ats_core.parser.degrees import COURSE, DEGREE, STATUS, cut_degree, is_bare_degree
from ats_core.parser.document import Line
from ats_core.parser.fields import names_field
from ats_core.parser.pieces import Piece, pieces_of
from ats_core.parser.places import place_score
from ats_core.parser.schools import (
    is_short_for,
    school_score,
    school_starts,
    starts_with_initials,
    study_score,
)
from ats_core.parser.vocabulary import title_score

GRADE = re.compile(
    r"\b(?:c?gpa|grade|note|nota|abschlussnote|promedio|m[eé]dia|mention|percentage|score|average|"
    r"gesamtnote|cr|status|(?:high(?:est)?\s)honou?rs|honou?rs(?!\s+\w{2})|in\sprogress|"
    r"(?<!with\s)distinction|overall(?=\s)|first class|cum laude|magna|summa|thesis|tesis|tese|"
    r"th[eè]se(?!\s+de\s+doctorat)|coursework|"
    r"th[eè]me|sujet|[eé]quipe|titled?|titulad[oa]|intitul[eé]e?|supervis\w+|advisor|dirig[eé]e?|betreut|"
    r"em\sandamento|awaiting|relevant|expected|(?<=\w\s)minor|grado\s+de\s+avance)\b.*$|\b\d(?:[.,]\d{1,2})?\s*/\s*\d{1,3}(?:[.,]\d+)?\b|"
    r"\b\d[.,]\d{1,2}\b(?:\s*gpa)?|\b\d{2}(?:[.,]\d+)?\s?%",
    re.I,
)
_HOURS = re.compile(
    r"(?:\s+(?:remote|remoto|online|en ligne|à distance))?\s*\((?:\d[^()]*|remote|online)\)\s*$|"
    r"\s+(?:remote|remoto)$",
    re.I,
)
_LABELLED = re.compile(
    r"^(?:degree|institution|school|university|field|major|t[ií]tulo|centro|curso|institui[cç][aã]o|"
    r"dipl[oô]me|"
    r"[eé]tablissement|abschluss|angestrebter\s+abschluss|studiengang|fach|class\s+of)\s*:\s*",
    re.I,
)
# Letters of a degree that are also the code of a state or a country.
_CODE_FIRST = re.compile(r"^(?:B\.?A|M\.?A|M\.?S|M\.?D|P\.?A|A\.?A|B\.?C|S\.?C|DE|DE[CSP])\.?(?=,\s|\s+in\s)")
_CODE = re.compile(r"^(?:B\.?A|M\.?A|M\.?S|A\.?A|B\.?S|M\.?D)\.?$")
_US_TOWN = re.compile(r"^([A-Z][\w.'’ -]{2,25})\s([A-Z]{2})$")
# "6ª Fase Faculdade ...", "(Cursando)": how far the study has come.
_TERM = re.compile(
    r"^\d{1,2}\s?[ªº]\s*(?:fase|s[eé]rie|per[ií]odo|semestre)\s+(?=[A-ZÀ-Þ])|"
    r"^\(?(?:cursando|em\sandamento|en\scurso|en\scours|in\sprogress|laufend|ongoing|in\?complet[oa]|conclu[ií]d[oa]|"
    r"abgeschlossen|graduated|graduate|egresad[oa]|titulad[oa]|complet[oae]d?|obtenue?)\)?$",
    re.I,
)
_BRACKET = re.compile(r"\(([A-ZÀ-Þ][^()]+)\)$")
_AT = re.compile(r"\s+@\s*(?=[A-ZÀ-Þ])")
_CAPITAL = re.compile(r"(?<=[^\W\d_])\s(?=[A-ZÀ-Þ])")
_SENTENCE = re.compile(r"(?<=[^\W\d_]{4})\.\s+(?=[A-ZÀ-Þ])")
# Words between a course of study and its school. Those that are also parts of names ask for a surer school.
_SURE_LINK = re.compile(
    r"\s(?:at(?:\sthe)?|from(?:\sthe)?|an\sder|am|bei(?:\sder)?|à\sl['’]|@|by|through|auprès\sde(?:\sl['’])?|"
    r"por(?:\sla|\sel)?|pel[oa]|junto\s[àa]o?)\s*(?=[A-ZÀ-ÞÉ])"
)
_LOOSE_LINK = re.compile(
    r"\s(?:de\s(?:la|l['’])|del|d[ao]|n[ao]|en\s(?:la|el)|der|of(?:\sthe)?|im|in|à\sla|au|en)\s*(?=[A-ZÀ-ÞÉ])"
)
_SCHOOL_WORD = re.compile(
    r"\s(?=(?:Universi|Institut|École|Ecole|Hochschule|Fachhochschule|Faculdade|Facultad|Escuela|"
    r"Escola|Lycée|IUT|Colegio|"
    r"Colégio|Politécnic|Polytechni|INSA|Technische|Pontificia)\w*)"
)
_SCHOOL_DEGREE = re.compile(r"\((?P<degree>[A-Z][\w.]{1,6}\.?(?:\s?\(Hons\))?)\)$")
_NO_CUT_BEFORE = re.compile(
    r"\b(?:of|de|del|la|en|em|in|for|für|der|des|du|d['’]|da|do|e|y|et|and|und|the|an|at|superior|"
    r"profesional|"
    r"national|state|professional)$",
    re.I,
)
_DOUBTFUL_DEGREE = re.compile(
    r"t[eé]cnic|tecn[oó]log|ingenier[ií]a|engenharia|secondary|high\s+school|preparatoria|"
    r"especialidad|diplom|"
    r"formaci[oó]n|masters?$|magist|superior|certificate|graduat|prom|minor|associate|m\.?[as]\.?$|"
    r"b\.?[ase]\.?$|profesorado|lehre",
    re.I,
)


def study_pieces(line: Line) -> list[Piece]:
    """The pieces of an education line: commas part them too, where a degree or a school begins behind one."""
    made: list[Piece] = []
    for piece in _joined_schools(_with_initials(_first_pieces(line))):
        text = GRADE.sub("", piece.text) if piece.place else piece.text
        text = _LABELLED.sub("", text).strip(" ,;|•·–—-:@")
        text = re.sub(r",?\s*\(?class\s+of\)?$", "", _TERM.sub("", _HOURS.sub("", text)), flags=re.I)
        if not re.search(r"[^\W\d_]{2}|[A-Z]\.\s?[A-Z]", text):
            continue
        if piece.place:
            if made and made[-1].line is line and re.search(r"\bof\b", made[-1].text) and "," not in text:
                made[-1] = with_changes(made[-1], text=f"{made[-1].text}, {text}")
            else:
                made.append(with_changes(piece, text=text))
            continue
        made.extend(_placed(piece, part) for part in _parted(text))
    return _joined_schools(made)


def _placed(piece: Piece, text: str) -> Piece:
    """The piece with this text, a place where it is one: "Ogden UT" lacks the comma that tells."""
    town = _US_TOWN.match(text)
    place = (
        town is not None
        and not study_score(text)
        and not DEGREE.match(text)
        and place_score(f"{town[1]}, {town[2]}") > 0.9
    )
    return with_changes(piece, text=text, place=place)


def _first_pieces(line: Line) -> list[Piece]:
    """`pieces_of` the line, with degrees that look like places kept, and sentences and "@" taken apart."""
    made: list[Piece] = []
    for chunk in _chunks(line.text):
        pieces = pieces_of(with_changes(line, cells=(chunk,)))
        for piece in pieces:
            place = piece.place
            if place and _CODE.match(piece.text):
                place = not ("." in piece.text or piece.rank == 0)
            elif place and DEGREE.match(piece.text) and " " in piece.text:
                place = False  # "Baccalauréat ES" is no town of Espírito Santo
            made.append(with_changes(piece, line=line, place=place))
    return made


def _chunks(text: str) -> list[str]:
    """The text in parts that stand for themselves, before any piece of it is taken for a place."""
    made: list[str] = []
    for sentence in _sentences(text):
        if match := _CODE_FIRST.match(sentence):
            made.append(match[0] + (sentence[match.end() :] if sentence[match.end()] != "," else ""))
            if sentence[match.end()] == ",":
                made.append(sentence[match.end() + 1 :].strip())
            continue
        made.append(sentence)
    return [part for chunk in made for part in _AT.split(chunk) if part.strip()]


def _sentences(text: str) -> list[str]:
    """The text cut at full stops that a degree or a school follows; later ones tell of the study."""
    parts = _SENTENCE.split(text)
    made = parts[:1]
    for part in parts[1:]:
        if len(part) < 90 and (DEGREE.match(part) or study_score(part[:60])):
            made.append(part)
        elif not (DEGREE.search(made[-1]) or study_score(made[-1])) or len(part) < 40:
            made[-1] = f"{made[-1]}. {part}"
        else:
            break
    return made


def _with_initials(pieces: list[Piece]) -> list[Piece]:
    """The pieces with a school's initials kept beside its name ("ISCTE – Instituto Universitário")."""
    made: list[Piece] = []
    for piece in pieces:
        last = made[-1] if made else None
        if last is not None and not last.place and not piece.place:
            known = school_score(piece.text) == 1 and re.fullmatch(r"[A-ZÀ-Þ][\w’'-]+", last.text)
            named = known and not (
                names_field(last.text) or DEGREE.search(last.text) or COURSE.match(last.text)
            )
            first_short = re.fullmatch(r"[A-ZÀ-Þ][\w.]{1,9}", last.text) and not DEGREE.search(last.text)
            before = first_short and (
                (last.text.isupper() and len(last.text) < 8 and school_score(piece.text) == 1)
                or is_short_for(last.text, piece.text)
            )
            after = (
                re.fullmatch(r"[A-ZÀ-Þ][\w./-]{1,9}", piece.text)
                and not DEGREE.search(piece.text)
                and school_score(last.text) > 0
                and is_short_for(piece.text, last.text)
            )
            if (before or after or (named and not title_score(last.text))) and (
                whole := _between(last, piece)
            ) is not None:
                made[-1] = with_changes(piece, text=whole)
                continue
        made.append(piece)
    return made


def _joined_schools(pieces: list[Piece]) -> list[Piece]:
    """The pieces with "Faculty of Law - University of Elm" as one: two names of one school."""
    made: list[Piece] = []
    for piece in pieces:
        last = made[-1] if made else None
        if (
            last is not None
            and last.line is piece.line
            and not (last.place or piece.place)
            and _is_school(last.text)
            and _is_school(piece.text)
            and (whole := _between(last, piece)) is not None
        ):
            made[-1] = with_changes(piece, text=whole)
            continue
        made.append(piece)
    return made


def _is_school(text: str) -> bool:
    return study_score(text) > 0 and not DEGREE.search(text) and len(text) < 70 and not COURSE.match(text)


def _between(first: Piece, second: Piece) -> str | None:
    """The printed text from one piece to the end of the next; None if they do not stand side by side."""
    text = first.line.text
    at = text.find(first.text)
    second_at = text.find(second.text, at + len(first.text)) if at >= 0 else -1
    gap = text[at + len(first.text) : second_at] if second_at >= 0 else "\t"
    return (
        text[at : second_at + len(second.text)]
        if re.fullmatch(r"[\s,–—-]{1,3}", gap) and "\t" not in gap
        else None
    )


def _commas(text: str) -> list[str]:
    """The text cut at its commas, those within brackets left."""
    parts, start, depth = [], 0, 0
    for match in re.finditer(r"[()]|,\s+", text):
        if match[0] in "()":
            depth += 1 if match[0] == "(" else -1
        elif depth <= 0:
            parts.append(text[start : match.start()].strip())
            start = match.end()
    return [part for part in [*parts, text[start:].strip()] if part]


def _without_grades(parts: list[str]) -> list[str]:
    """The parts without marks, theses and what follows them up to a degree or a school."""
    made: list[str] = []
    told = False
    for part in parts:
        if told and not DEGREE.match(part) and not study_score(part):
            continue
        rest = GRADE.sub("", part).strip(" ,;|•·–—-:")
        rest = re.sub(r"\s(?:with|mit|avec|con|com|and|&|in|dans|im)$", "", rest)
        told = rest != part.strip(" ,;|•·–—-:") and not re.search(r"\d\s*%?$", part)
        if re.search(r"[^\W\d_]{2}|[A-Z]\.\s?[A-Z]", rest):
            made.append(rest)
    return made


def _parted(text: str) -> list[str]:
    """The text cut at commas, and before a school named without one: degree and school stand alone."""
    parts = _without_grades(_commas(text))
    # "BA, Ceramics, Elm Hill State": degree, field and a school that nothing marks.
    plain = len(parts) == 3 and is_bare_degree(parts[0])
    school_known = any(study_score(part) for part in parts)
    glued: list[str] = []
    for part in parts:
        if (
            glued
            and not (plain and not school_known)
            and _goes_on(glued[-1], part, len(parts), school_known=school_known)
        ):
            glued[-1] += f", {part}"
        else:
            glued.append(part)
    return [
        STATUS.sub("", cut).strip(" ,–—-") or cut for part in glued for cut in _cut_at_school(part) if cut
    ]


def _goes_on(last: str, part: str, count: int, *, school_known: bool) -> bool:
    """True if the part behind a comma goes on with what the part before it names."""
    if DEGREE.match(part) or study_score(part):
        return False
    if DEGREE.match(last) or COURSE.match(last):
        cut = cut_degree(last)
        return cut is not None and bool(cut.field)
    if study_score(last):
        return count == 2 and not names_field(part) and not COURSE.match(part)
    return school_known or names_field(part) or not names_field(last)


def _cut_at_school(part: str) -> list[str]:
    """The part cut between a degree and a school that no comma parts."""
    if not study_score(part):
        return [part]
    named = _SCHOOL_DEGREE.search(part)
    if named and DEGREE.fullmatch(named["degree"]) and not DEGREE.match(part):
        return [part[: named.start()].strip(), named["degree"]]
    named = _BRACKET.search(part)
    if named and study_score(named[1]) and _has_field(part[: named.start()]):
        return [part[: named.start()].strip(), named[1]]
    degree = DEGREE.match(part)
    course = degree or COURSE.match(part)
    if course or names_field(part):
        for link in _SURE_LINK.finditer(part):
            if study_score(part[link.end() :]) and (course is None or link.start() >= course.end()):
                return [part[: link.start()].strip(), part[link.end() :].strip()]
    if course:
        floor = course.end() if degree else 0
        for link in _LOOSE_LINK.finditer(part):
            if link.start() >= floor and school_starts(part[link.end() :].partition(" ")[0]):
                return [part[: link.start()].strip(), part[link.end() :].strip()]
    for match in _SCHOOL_WORD.finditer(part):
        if degree and match.start() >= degree.end() and not _NO_CUT_BEFORE.search(part[: match.start()]):
            return [part[: match.start()].strip(), part[match.end() :].strip()]
    return _cut_before_initials(part, degree.end() if degree else 4) or _cut_before_degree(part)


def _has_field(text: str) -> bool:
    """True for a degree with its field, and no school beside them."""
    cut = cut_degree(text) if DEGREE.match(text) and not study_score(text) else None
    return cut is not None and bool(cut.field)


def _cut_before_initials(part: str, floor: int) -> list[str]:
    """ "MBA ESADE Business School" cut before the initials of a known school; empty without."""
    if not (floor > 4 or DEGREE.match(part) or names_field(part)):
        return []
    for match in _CAPITAL.finditer(part):
        before, after = part[: match.start()], part[match.end() :]
        if len(before) >= floor and not _NO_CUT_BEFORE.search(before) and starts_with_initials(after):
            return [before.strip(), after.strip()]
    return []


def _cut_before_degree(part: str) -> list[str]:
    """ "Elm University Master of Science" cut before its degree."""
    for match in DEGREE.finditer(part):
        before = part[: match.start()].strip()
        if len(before.split()) < 2 or not study_score(before) or _NO_CUT_BEFORE.search(before):
            continue
        linked = re.match(r"\s+(?:en|em|in|of|de)\s", part[match.end() :])
        if not _DOUBTFUL_DEGREE.match(match[0]) or linked:
            return [before, part[match.start() :].strip()]
    return [part]
