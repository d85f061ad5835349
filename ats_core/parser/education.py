"""Education: degree, field, school and years of each course of study."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import replace as with_changes

from ats_core.language import fold
from ats_core.parser.dates import DateSpan
from ats_core.parser.document import Line
from ats_core.parser.entries import Entry, merge_split_dates, split_entries
from ats_core.parser.found import Found
from ats_core.parser.pieces import Piece, pieces_of
from ats_core.parser.sections import Section
from ats_core.parser.vocabulary import DEGREE, school_score, title_score

_LINK = re.compile(
    r"^\W*(?:degree\s+)?(?:in|of|en|em|de\s+la|de|del|du|des|d['’]|da|do|im\s+fach|der|für|mit\s+schwerpunkt|major(?:\s+in)?|mention|sp[eé]cialit[eé]|option)\s+|^\W+",
    re.I,
)
_GRADE = re.compile(
    r"\b(?:c?gpa|grade|note|nota|abschlussnote|promedio|m[eé]dia|mention|percentage|score|average|gesamtnote|cr|status|honou?rs|"
    r"distinction|first class|cum laude|magna|summa|thesis|tesis|tese|th[eè]se|coursework|"
    r"relevant|expected|minor)\b.*$|\b\d(?:[.,]\d{1,2})?\s*/\s*\d{1,3}(?:[.,]\d+)?\b|"
    r"\b\d[.,]\d{1,2}\b(?:\s*gpa)?",
    re.I,
)
_FINISHED = re.compile(
    r"\s*\((?:sin finalizar|en curso|em andamento|in progress|unfinished|ongoing|laufend|"
    r"abgebrochen|remote|online)\)",
    re.I,
)
_HOURS = re.compile(
    r"(?:\s+(?:remote|remoto|online|en ligne|à distance))?\s*\((?:\d[^()]*|remote|online)\)\s*$|"
    r"\s+(?:remote|remoto)$",
    re.I,
)
_LABELLED = re.compile(
    r"^(?:degree|institution|school|university|field|major|t[ií]tulo|centro|curso|institui[cç][aã]o|dipl[oô]me|[eé]tablissement|abschluss|studiengang|fach)\s*:\s*",
    re.I,
)

_BRACKETS = re.compile(r"\s*\([^()]*\)")
# Degrees that name no field: what follows their comma is the school, or the firm that trained.
_WITHOUT_FIELD = re.compile(
    r"ensino|secundari|ausbildung\s+z|reife|schulabschluss|abitur|matura|high\s+school|a-?levels?|gcse|ged\b|cess\b|"
    r"eso\b|graduado\s+escolar|brevet|secondary|12\.?[ºo°]|umschulung|lehre\b",
    re.I,
)
_FIELD_AND_MORE = re.compile(r"^(.{3,}),\s+(?=[A-ZÀ-Þ])([^,]{2,50})$")


@dataclass(slots=True)
class Study:
    """One course of study as found."""

    degree: Found | None
    field: Found | None
    institution: Found | None
    start: str | None
    year: Found | None

    @property
    def confidence(self) -> float:
        parts = [self.degree, self.institution, self.year]
        return round(sum(part.confidence if part else 0.3 for part in parts) / len(parts), 3)


def find_studies(sections: list[Section]) -> list[Study]:
    """All courses of study in the education sections, newest first."""
    studies: list[Study] = []
    for section in sections:
        studies.extend(_studies(section.lines))
    return sorted(studies, key=lambda study: -int(study.year.value) if study.year else 0)


def is_study_line(line: Line) -> bool:
    """True if the line names a degree or a school, so that it belongs to the head of an entry."""
    return (
        len(line.text) < 130
        and not _GRADE.match(line.text)
        and bool(DEGREE.search(line.text) or school_score(line.text))
    )


def _studies(lines: list[Line]) -> list[Study]:
    entries = split_entries(lines, is_study_line) or _undated(merge_split_dates(lines))
    studies: list[Study] = []
    school_first = _school_comes_first(entries)
    for entry in entries:
        study = _study(entry, school_first)
        if study is None:
            continue
        if (
            study.institution is None
            and studies
            and studies[-1].institution is not None
            and study.degree is not None
        ):
            previous = studies[-1].institution
            study.institution = with_changes(
                previous, confidence=min(0.6, previous.confidence), by="entry-above"
            )
        studies.append(study)
    return studies


def _undated(lines: list[Line]) -> list[Entry]:
    """Entries of a section without dates: a degree or school that repeats begins another."""
    entries: list[Entry] = []
    has_degree = has_school = False
    for line in lines:
        degree, school = bool(DEGREE.search(line.text)), school_score(line.text) > 0
        if not (degree or school) or len(line.text) > 140:
            if entries:
                (
                    entries[-1].head if len(entries[-1].head) < 3 and not line.bullet else entries[-1].body
                ).append(line)
            continue
        if not entries or (degree and has_degree) or (school and has_school and not degree):
            entries.append(Entry())
            has_degree = has_school = False
        entries[-1].head.append(line)
        has_degree, has_school = has_degree or degree, has_school or school
    return entries


def _school_comes_first(entries: list[Entry]) -> bool:
    """Whether the section prints schools before degrees, by a vote of the entries that show it."""
    vote = 0
    for entry in entries:
        pieces = [piece for line in entry.head for piece in _pieces(line) if not piece.place]
        degree_at = _degree_index(pieces)
        school_at = _school_index(pieces, degree_at)
        if degree_at is not None and len(pieces) > 1:
            vote += 1 if degree_at > (0 if school_at is None else school_at) else -1
        elif school_at is not None and len(pieces) > 1:
            vote += 1 if school_at == 0 else -1
    return vote > 0


def _study(entry: Entry, school_first: bool) -> Study | None:  # noqa: PLR0912
    pieces = _unglued([piece for line in entry.head for piece in _pieces(line)])
    if not pieces:
        return None
    degree_at = _degree_index(pieces)
    school_at = _school_index(pieces, degree_at)
    degree = field = None
    if degree_at is not None:
        degree, field = _degree_and_field(pieces[degree_at])
    elif (trade_at := _trade_index(pieces, school_at)) is not None:
        degree_at = trade_at
        degree, field = _trade_and_field(pieces[trade_at])
    rest = [p for i, p in enumerate(pieces) if i not in {degree_at, school_at} and not p.place]
    if degree is None and school_at is None and len(rest) > 1:
        # Nothing is known of either: the order of the other entries decides.
        school_at, unknown = (0, rest[1]) if school_first else (1, rest[0])
        degree = Found(unknown.text, unknown.text, 0.5, unknown.line, by="position")
        school_piece = rest[school_at]
        pieces, school_at, rest = [school_piece], 0, rest[2:]
    school = pieces[school_at] if school_at is not None else None
    if school is None and rest:
        school = rest.pop(0) if degree is not None and (field is not None or len(rest) > 1) else None
        if school is None and degree is None and len(rest) >= 1:
            school = rest.pop(0)
        if school is None and rest and degree is not None:
            school = rest.pop(0)
    if field is None:
        option = next((p for p in rest if _can_be_field(p.text)), None)
        if option is not None:
            field = Found(option.text, option.text, 0.75, option.line, by="position")
    if school is None and field is not None and (match := _FIELD_AND_MORE.match(field.value)):
        # "Mestrado em Matemática, PUCRS": what follows the field's comma can only be the school.
        field = with_changes(field, value=match[1], raw=match[1])
        school = Piece(match[2], field.line) if field.line is not None else None
    if school is None and degree is not None and field is not None and field.line is not None:
        apart = re.search(rf"{re.escape(degree.raw)}\s*[,–—|-]\s*{re.escape(field.raw)}", field.line.text)
        if apart and _WITHOUT_FIELD.search(degree.value):
            school, field = Piece(field.value, field.line), None
    institution = None
    if school is not None:
        sure = 0.95 if school_score(school.text) == 1 else 0.9 if school_score(school.text) else 0.65
        institution = Found(
            school.text, school.text, sure, school.line, by="school-vocabulary" if sure >= 0.9 else "position"
        )
    if degree is None and institution is None:
        return None
    if (
        degree is None
        and institution is not None
        and school_score(institution.value) == 0
        and entry.dates is None
    ):
        return None
    return Study(degree, field, institution, _start(entry.dates), _year(entry))


def _unglued(pieces: list[Piece]) -> list[Piece]:
    """The pieces, "Bachelier Électromécanique, HELHa Mons" parted where it is all that the entry has."""
    texts = [piece for piece in pieces if not piece.place]
    if len(texts) != 1 or DEGREE.search(texts[0].text) or school_score(texts[0].text):
        return pieces
    first, comma, last = texts[0].text.partition(", ")
    if not comma or "," in last:
        return pieces
    parted = [with_changes(texts[0], text=first), with_changes(texts[0], text=last)]
    return [part for piece in pieces for part in (parted if piece is texts[0] else [piece])]


def _trade_index(pieces: list[Piece], school_at: int | None) -> int | None:
    """The piece that names an occupation, which training for it makes one ("Berufskraftfahrer (IHK)")."""
    for index, piece in enumerate(pieces):
        text = _BRACKETS.sub("", piece.text)
        if index != school_at and not piece.place and title_score(text) > 0.6 and not school_score(text):
            return index
    return None


def _trade_and_field(piece: Piece) -> tuple[Found, Found | None]:
    name, _, rest = re.sub(r"\s*[:,]\s+", "\t", piece.text, count=1).partition("\t")
    field = Found(rest, rest, 0.75, piece.line, by="position") if _can_be_field(rest) else None
    return Found(name, name, 0.8, piece.line, by="title-vocabulary"), field


def _school_index(pieces: list[Piece], degree_at: int | None) -> int | None:
    scored = [
        (school_score(_BRACKETS.sub("", p.text)), -i)
        for i, p in enumerate(pieces)
        if i != degree_at and not p.place
    ]
    best = max(scored, default=(0.0, 0))
    return -best[1] if best[0] > 0 else None


def _degree_index(pieces: list[Piece]) -> int | None:
    """The piece that names the degree: best one that begins with it, last a school with such a name."""
    ranked = []
    for index, piece in enumerate(pieces):
        if piece.place or not DEGREE.search(piece.text):
            continue
        begins = DEGREE.match(piece.text) is not None
        ranked.append((0 if begins else 2 if school_score(piece.text) > 0 else 1, index))
    return min(ranked)[1] if ranked else None


def _pieces(line: Line) -> list[Piece]:
    """The pieces of an education line: commas part them too, where a degree or a school begins behind one."""
    made: list[Piece] = []
    for piece in _with_initials(pieces_of(line)):
        text = _GRADE.sub("", _FINISHED.sub("", _LABELLED.sub("", piece.text))).strip(" ,;|•·–—-:")
        text = _HOURS.sub("", text)
        if not re.search(r"[^\W\d_]{2}", text):
            continue
        if piece.place:
            if made and made[-1].line is line and re.search(r"\bof\b", made[-1].text) and "," not in text:
                made[-1] = with_changes(made[-1], text=f"{made[-1].text}, {text}")
            else:
                made.append(with_changes(piece, text=text))
            continue
        made.extend(with_changes(piece, text=part) for part in _parted(text))
    return made


def _with_initials(pieces: list[Piece]) -> list[Piece]:
    """The pieces with a school's initials kept before its name ("ISCTE – Instituto Universitário")."""
    made: list[Piece] = []
    for piece in pieces:
        last = made[-1] if made else None
        if (
            last is not None
            and re.fullmatch(r"[A-ZÀ-Þ]{2,7}", last.text)
            and not DEGREE.search(last.text)
            and school_score(piece.text) == 1
            and (at := piece.line.text.find(last.text)) >= 0
            and (end := piece.line.text.find(piece.text, at)) >= 0
        ):
            made[-1] = with_changes(piece, text=piece.line.text[at : end + len(piece.text)])
            continue
        made.append(piece)
    return made


def _parted(text: str) -> list[str]:
    """The text cut at commas, and before a school named without one: degree and school stand alone."""
    parts = [part.strip() for part in re.split(r",\s+", text) if part.strip()]
    glued: list[str] = []
    for part in parts:
        if (
            glued
            and not DEGREE.match(part)
            and not school_score(part)
            and not (school_score(glued[-1]) and len(parts) > 2)
        ):
            glued[-1] += f", {part}"
        else:
            glued.append(part)
    made: list[str] = []
    for part in glued:
        match = re.search(
            r"\s(?=(?:Universi|Université|Institut|École|Ecole|Hochschule|Universidad|Faculdade|Escuela|Lycée|IUT)\b|Universit|Universid)",
            part,
        )
        degree = DEGREE.match(part)
        if (
            match
            and degree
            and match.start() >= degree.end()
            and not re.search(r"\b(?:of|de|at)$", part[: match.start()])
        ):
            made += [part[: match.start()].strip(), part[match.end() :].strip()]
        elif (
            degree
            and (at := re.search(r"\s(?:at|an der|à l['’]|@)\s*(?=[A-ZÀ-Þ])", part))
            and school_score(part[at.end() :])
        ):
            made += [part[: at.start()].strip(), part[at.end() :].strip()]
        else:
            made.append(part)
    return [part for part in made if part]


def _degree_and_field(piece: Piece) -> tuple[Found | None, Found | None]:
    text = piece.text
    match = DEGREE.search(text)
    if match is None:
        return None, None
    degree = match[0].strip(" ,-")
    before, after = text[: match.start()].strip(" ,;:-–—("), text[match.end() :].strip(" ;-–—")
    sure = 0.95
    after = re.sub(r"^\s*\([^()]{1,14}\)(?=\s*\S)", "", after)
    inner = re.match(r"^[\s:,]*\(([^()]{2,60})\)$", after)
    if inner:
        after = inner[1]
    field_text = _LINK.sub("", after).strip(" ,;:-–—")
    field_text = re.sub(r"^\(([^()]*)\)\s*", "", field_text) if not inner else field_text
    if (second := DEGREE.match(field_text)) and after[:1] in {":", ",", "(", "-", "–"}:
        # "Master of Science, M.Sc." or "Master: Magíster en ...": the second degree repeats the first.
        field_text = _LINK.sub("", field_text[second.end() :]).strip(" ,;:-–—")
    if not field_text and before:
        field_text = before
    field = (
        Found(field_text, field_text, 0.9, piece.line, by="beside-degree")
        if _can_be_field(field_text)
        else None
    )
    if fold(degree).endswith("bootcamp") or fold(degree).startswith("bootcamp"):
        return Found(text, text, 0.8, piece.line, by="degree-vocabulary"), None
    return Found(degree, degree, sure, piece.line, by="degree-vocabulary"), field


def _can_be_field(text: str) -> bool:
    return 1 < len(text) <= 90 and len(text.split()) <= 12 and re.search(r"[^\W\d_]{2}", text) is not None


def _start(span: DateSpan | None) -> str | None:
    return span.start if span is not None and not span.single else None


def _year(entry: Entry) -> Found | None:
    span, line = entry.dates, entry.date_line
    if span is None or span.current or span.end is None or line is None:
        return None
    sure = 0.95 if not span.single else 0.9
    return Found(span.end[:4], line.text[span.at : span.to].strip(), sure, line, by="date-anchor")
