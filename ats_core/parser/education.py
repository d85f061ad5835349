"""Education: degree, field, school and years of each course of study."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import replace as with_changes
from itertools import pairwise

from ats_core.parser.dates import DateSpan, find_dates
from ats_core.parser.degrees import (
    COURSE,
    DEGREE,
    DISCIPLINE,
    DegreeCut,
    cut_course,
    cut_degree,
    is_level,
    without_course,
    without_link,
)
from ats_core.parser.document import Line
from ats_core.parser.education_lines import whole_lines
from ats_core.parser.education_pieces import GRADE, study_pieces
from ats_core.parser.entries import Entry, merge_split_dates, split_entries
from ats_core.parser.fields import is_bare_field, names_field, share_of_field
from ats_core.parser.found import Found
from ats_core.parser.pieces import Piece
from ats_core.parser.places import place_score
from ats_core.parser.schools import study_score
from ats_core.parser.sections import Section
from ats_core.parser.vocabulary import title_score

_BRACKETS = re.compile(r"\s*\([^()]*\)")
# Degrees that name no field: what follows their comma is the school, or the firm that trained.
_WITHOUT_FIELD = re.compile(
    r"ensino|secundari|secondary|ausbildung\s+z|reife|schulabschluss|abitur|matura|high\s+school|"
    r"a-?levels?|gcse|ged\b|cess\b|"
    r"eso\b|graduado\s+escolar|brevet|12\.?[ºo°]|umschulung|lehre\b|th[eè]se|bootcamp|preparatoria|class\s",
    re.I,
)
_FIELD_AND_MORE = re.compile(r"^(.{3,}),\s+(?=[A-ZÀ-Þ])([^,]{2,50})$")
# "Spécialisation : génie mécanique", on a line of its own.
_FIELD_LABEL = re.compile(
    r"^\W*(?:field(?:\sof\sstudy)?|majors?|speciali[sz]ation|concentration|focus|schwerpunkte?|"
    r"fachrichtung|vertiefung(?:srichtung)?|"
    r"studienrichtung|hauptf[aä]cher|hauptfach|sp[eé]ciali(?:t[eé]|sation)|fili[eè]re|option|parcours|"
    r"domaine|especialidad|"
    r"especializaci[oó]n|menci[oó]n|orientaci[oó]n|[aá]rea|habilita[cç][aã]o|[eê]nfase|"
    r"especializa[cç][aã]o|especialidade)"
    r"\s*:\s*(\S.{2,80})$|"
    r"^\W*(?:sp[eé]ciali(?:t[eé]|sation\s(?:en|in))|fili[eè]re|option|fachrichtung|vertiefung|"
    r"schwerpunkt|major(?:ing)?\sin|"
    r"specialization\sin|speciali[sz]ing\sin|con\smenci[oó]n\sen|menci[oó]n|com\s[eê]nfase\sem|"
    r"habilita[cç][aã]o\sem)\s"
    r"([^\W\d_][^.:]{2,70})\.?$",
    re.I,
)
# What opens a line that tells of the study and names neither field nor school.
_TELLING = re.compile(
    r"(?:relevant|member|dean|coursework|courses?\b|thesis|dissertation|project|activities|honou?rs|"
    r"awards?|skills|"
    r"graduat|proyecto|projeto|projet|materias|cursos|asignaturas|disciplinas|mati[eè]res|m[eé]moire|"
    r"progreso|"
    r"trabajo|trabalho|abschluss(?:arbeit|note)|bachelorarbeit|masterarbeit|thema|schwerpunkte|"
    r"note[n]?|gesamtnote)\b",
    re.I,
)

# "Central High School" is a school, "High School Diploma" a degree.
_NAMED_SCHOOL = re.compile(r"^[A-ZÀ-Þ][\w.'’-]+\b.*\s(?:High|Secondary|Senior|Grammar|Middle)\s+School$")
_THESIS = re.compile(
    r"\W*(?:(?:master|bachelor|doctoral|doctor|phd|ph\.d\.|diploma?|undergraduate|graduate|"
    r"final)(?:['’]?s)?[\s-]?"
    r"(?:degree\s)?(?:thesis|project|dissertation|arbeit)|dissertation|thesis|th[eè]se\s(?!de\sdoctorat)|"
    r"tesis|tese|tcc\b)",
    re.I,
)
_NAMED_COURSE = re.compile(r"[^,.:;]{3,60}\b(?:DEC|AEC|diploma|certificate|degree)\s+in\s", re.I)
# What is won, not studied, though it stands among studies; "Certified ..." is a certificate.
_PRIZE = re.compile(
    r"\b(?:fellowships?|awards?|grants?|scholarships?|scholar|prizes?|stipend\w*|[a-z]*stipendium|bolsas?|"
    r"becas?|bourses?|prix|pr[eé]mio|pr[eê]mios|assistantships?|representative)\b|^certified\b",
    re.I,
)


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


class _Cutter:
    """`study_pieces`, each line cut once however often it is asked for."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[Line, list[Piece]]] = {}

    def __call__(self, line: Line) -> list[Piece]:
        known = self._made.get(id(line))
        if known is None:
            known = self._made[id(line)] = (line, study_pieces(line))
        return known[1]


def find_studies(sections: list[Section]) -> list[Study]:
    """All courses of study in the education sections, newest first."""
    studies: list[Study] = []
    for section in sections:
        studies.extend(_studies(whole_lines(section.lines)))
    return sorted(studies, key=lambda study: -int(study.year.value) if study.year else 0)


def is_study_line(line: Line) -> bool:
    """True if the line names a degree or a school, so that it belongs to the head of an entry."""
    return (
        len(line.text) < 130
        and not GRADE.match(line.text)
        and bool(DEGREE.search(line.text) or study_score(line.text))
    )


def _studies(lines: list[Line]) -> list[Study]:
    cut = _Cutter()
    entries = split_entries(lines, is_study_line)
    entries = [part for entry in entries for part in _apart(entry, cut)] or _undated(merge_split_dates(lines))
    studies: list[Study] = []
    school_first = _school_comes_first(entries, cut)
    for entry in entries:
        study = _study(entry, school_first, cut)
        if study is None:
            continue
        if (
            study.institution is None
            and studies
            and studies[-1].institution is not None
            and study.degree is not None
            and study.degree.by != "title-vocabulary"
        ):
            previous = studies[-1].institution
            study.institution = with_changes(
                previous, confidence=min(0.6, previous.confidence), by="entry-above"
            )
        studies.append(study)
    return studies


def _apart(entry: Entry, cut: _Cutter) -> list[Entry]:
    """The entry, and one more for each line below it that names degree and school, but no date, itself."""
    if entry.date_line is None or not _is_whole(entry.head, cut):
        return [entry]
    if len(above := _above(entry, cut)) > 1:
        return above
    at = next((i for i, line in enumerate(entry.head) if line is entry.date_line), 0)
    kept: list[Line] = []
    more: list[Entry] = []
    for line in [*entry.head[at + 1 :], *entry.body]:
        look = (line.bullet, line.bold, line.level)
        first = entry.head[0]
        if (
            look == (first.bullet, first.bold, first.level)
            and len(line.text) < 140
            and _is_whole([line], cut)
        ):
            more.append(Entry(head=[line]))
        elif more:
            more[-1].body.append(line)
        else:
            kept.append(line)
    if not more or not _is_whole(entry.head[: at + 1], cut):
        return [entry]
    head = [*entry.head[: at + 1], *[line for line in entry.head[at + 1 :] if line in kept]]
    body = [line for line in entry.body if line in kept]
    return [with_changes(entry, head=head, body=body), *more]


def _above(entry: Entry, cut: _Cutter) -> list[Entry]:
    """The entry parted where two lines up to its date name degree and school: the last one is dated."""
    at = next((i for i, line in enumerate(entry.head) if line is entry.date_line), 0)
    starts = [i for i, line in enumerate(entry.head[: at + 1]) if _is_whole([line], cut)]
    if len(starts) < 2:
        return [entry]
    undated = [Entry(head=entry.head[start:end]) for start, end in pairwise(starts)]
    return [*undated, with_changes(entry, head=entry.head[starts[-1] :])]


def _is_whole(lines: list[Line], cut: _Cutter) -> bool:
    """True if the lines name both a degree, at the head of a piece, and a school."""
    pieces = [piece for line in lines for piece in cut(line)]
    degree = next((p for p in pieces if _opens(p.text)), None)
    return degree is not None and any(p is not degree and not p.place and study_score(p.text) for p in pieces)


def _opens(text: str) -> bool:
    """True if a degree or a course of study stands at the head of the text ("Double B.A. in ...")."""
    named = DEGREE.search(text)
    return (named is not None and named.start() < 8) or COURSE.match(text) is not None


def _undated(lines: list[Line]) -> list[Entry]:
    """Entries of a section without dates: a degree or school that repeats begins another."""
    entries: list[Entry] = []
    has_degree = has_school = degree_first = False
    for line in lines:
        names_school = study_score(line.text) > 0
        names_degree = bool(DEGREE.search(line.text)) or (
            COURSE.match(line.text) is not None and not names_school
        )
        if not (names_degree or names_school) or len(line.text) > 140:
            if entries:
                (
                    entries[-1].head if len(entries[-1].head) < 3 and not line.bullet else entries[-1].body
                ).append(line)
            continue
        again = names_degree and has_degree
        again = again or (names_school and has_school and not names_degree and not degree_first)
        if not entries or again:
            entries.append(Entry())
            has_degree = has_school = False
            degree_first = names_degree if len(entries) == 1 else degree_first
        entries[-1].head.append(line)
        has_degree, has_school = has_degree or names_degree, has_school or names_school
    return entries


def _school_comes_first(entries: list[Entry], cut: _Cutter) -> bool:
    """Whether the section prints schools before degrees, by a vote of the entries that show it."""
    vote = 0
    for entry in entries:
        pieces = [piece for line in entry.head for piece in cut(line) if not piece.place]
        degree_at = _degree_index(pieces)
        school_at = _school_index(pieces, degree_at)
        if degree_at is not None and len(pieces) > 1:
            vote += 1 if degree_at > (0 if school_at is None else school_at) else -1
        elif school_at is not None and len(pieces) > 1:
            vote += 1 if school_at == 0 else -1
    return vote > 0


class _Reader:
    """What is known so far of one entry: its pieces, and those that degree, field and school took."""

    def __init__(self, entry: Entry, school_first: bool, cut: _Cutter) -> None:
        self.entry = entry
        self._cut = cut
        self.school_first = school_first
        self.pieces = _unglued([piece for line in _head(entry) for piece in cut(line)])
        self.degree: Found | None = None
        self.field: Found | None = None
        self.school: Piece | None = None
        self.rest: list[Piece] = []

    def read(self) -> None:
        self._read_known()
        self._read_labelled_field()
        if self.degree is None and self.school is None:
            self._by_order()
        if self.degree is not None and self.field is None:
            self._field_from_rest()
        if self.school is None:
            self._school_from_rest()
        if self.degree is None and self.school is not None:
            self._course_from_rest()
        if self.field is None and self.degree is not None:
            self._field_from_body()

    def _read_known(self) -> None:
        """Takes the pieces whose words tell what they are."""
        degree_at = _degree_index(self.pieces)
        school_at = _school_index(self.pieces, degree_at)
        if degree_at is not None:
            self._take(
                self.pieces[degree_at], cut_degree(self.pieces[degree_at].text), 0.95, "degree-vocabulary"
            )
        elif (degree_at := _course_index(self.pieces, school_at)) is not None:
            self._take(
                self.pieces[degree_at], cut_course(self.pieces[degree_at].text), 0.85, "degree-vocabulary"
            )
        elif (degree_at := _trade_index(self.pieces, school_at)) is not None:
            self._take(
                self.pieces[degree_at], _cut_trade(self.pieces[degree_at].text), 0.8, "title-vocabulary"
            )
        taken = {degree_at, school_at}
        self.rest = [p for i, p in enumerate(self.pieces) if i not in taken and not p.place and p.text]
        self.school = self.pieces[school_at] if school_at is not None else None
        if self.school is None:
            line = next((line for line in self.entry.body[:2] if _is_school_line(line)), None)
            found = [p for p in self._cut(line) if study_score(p.text)] if line is not None else []
            self.school = found[0] if found else None

    def _take(self, piece: Piece, cut: DegreeCut | None, sure: float, by: str) -> None:
        if cut is None:
            return
        self.degree = Found(cut.degree, cut.degree, sure, piece.line, by=by)
        if can_be_field(cut.field):
            sure = 0.75 if by == "title-vocabulary" else 0.9
            self.field = Found(cut.field, cut.field, sure, piece.line, by="beside-degree")

    def _read_labelled_field(self) -> None:
        for line in [*self.entry.head, *self.entry.body[:4]]:
            labelled = line.text if line.role == "field" else None
            match = _FIELD_LABEL.match(line.text)
            labelled = (match[1] or match[2]) if match else labelled
            if labelled and can_be_field(labelled):
                text = labelled.strip(" .;,")
                self.field = self.field or Found(text, text, 0.9, line, by="label")
                self.rest = [piece for piece in self.rest if piece.line is not line]

    def _by_order(self) -> None:
        """Nothing is known of two pieces: the order of the other entries decides."""
        if len(self.rest) < 2:
            return
        school_at = 0 if self.school_first else 1
        unknown = self.rest[1 - school_at]
        self.school = self.rest[school_at]
        self.degree = Found(unknown.text, unknown.text, 0.5, unknown.line, by="position")
        self.rest = self.rest[2:]

    def _field_from_rest(self) -> None:
        if self.degree is None:
            return
        near = _WITHOUT_FIELD.search(self.degree.value) is not None and self.degree.by != "position"
        options = [piece for piece in self.rest if can_be_field(piece.text) and not self._tells(piece)]
        beside = [piece for piece in options if piece.line is self.degree.line]
        options = beside if beside and self.school is not None else options
        if near:
            options = [p for p in options if p.line is self.degree.line and _names_field_only(p.text)]
        if self.degree.by == "title-vocabulary" and self.school is None:
            options = options[1:]  # the firm that trained stands there
        if not options:
            return
        option = next((p for p in options if DISCIPLINE.match(p.text) or names_field(p.text)), None)
        if option is None:
            if self.school is None and len(options) == 1:
                return  # one unknown name beside a degree is the school
            option = options[0]
        self.rest.remove(option)
        text = without_course(without_link(option.text))
        self.field = Found(text, text, 0.75, option.line, by="position")

    def _tells(self, piece: Piece) -> bool:
        """True for a line below the dates that describes the study."""
        below = self._is_below(piece)
        words = len(piece.text.split())
        if _TELLING.match(piece.text):
            return True
        return below and (words > 8 or not (names_field(piece.text) or words < 5) or piece.line.bullet)

    def _is_below(self, piece: Piece) -> bool:
        lines = self.entry.head
        at = next((i for i, line in enumerate(lines) if line is self.entry.date_line), len(lines))
        at = max(at, next((i for i, li in enumerate(lines) if self.degree and li is self.degree.line), 0))
        return any(line is piece.line for line in lines[at + 1 :])

    def _school_from_rest(self) -> None:
        options = [
            piece for piece in self.rest if not (self._is_below(piece) and len(piece.text.split()) > 7)
        ]
        options = [piece for piece in options if not _TELLING.match(piece.text) and len(piece.text) < 90]
        if not options and self.field is not None and self.degree is not None:
            self._school_from_field()
            return
        if options:
            self.school = next((p for p in options if not names_field(p.text)), options[0])
            self.rest.remove(self.school)

    def _school_from_field(self) -> None:
        """ "Mestrado em Matemática, PUCRS": what follows the field's comma can only be the school."""
        field, degree = self.field, self.degree
        if field is None or degree is None or field.line is None:
            return
        match = _FIELD_AND_MORE.match(field.value)
        if match and not (names_field(match[2]) and re.search(r"\b(?:and|y|e|et|und|&)\b", match[2])):
            self.field = with_changes(field, value=match[1], raw=match[1])
            self.school = Piece(match[2], field.line)
            return
        apart = re.search(rf"{re.escape(degree.raw)}\s*[,–—|-]\s*{re.escape(field.raw)}", field.line.text)
        if apart and _WITHOUT_FIELD.search(degree.value):
            self.school, self.field = Piece(field.value, field.line), None

    def _course_from_rest(self) -> None:
        """Where no degree is named, the course of study is what stands beside the school."""
        options = [p for p in self.rest if can_be_field(p.text) and not self._tells(p)]
        options = [p for p in options if not (self.entry.dates is None and p.line.bullet)]
        options = [p for p in options if place_score(p.text.split()[0]) < 0.6 or names_field(p.text)]
        if not options:
            return
        option = options[0]
        found = Found(option.text, option.text, 0.6, option.line, by="position")
        if is_bare_field(option.text) or (
            self.field is None and re.match(r"\w+\s+coursework", option.text, re.I)
        ):
            self.field = self.field or found
            return
        self.degree = found
        if self.field is None and share_of_field(option.text) >= 0.5:
            self.field = found  # a course that is named for its discipline names the field as well
        if (whole := _whole_course(option, self.rest)) is not None:
            self.degree = with_changes(found, value=whole, raw=whole)
            self.field = self.degree if self.field is found else self.field

    def _field_from_body(self) -> None:
        """The field on the line below, which its full stop made look like a description."""
        if self.degree is None or _WITHOUT_FIELD.search(self.degree.value) or not self.entry.body:
            return
        line = self.entry.body[0]
        text = line.text.strip(" .")
        named = text[:1].isupper() and names_field(text) and not re.search(r"[.:;\d]", text)
        if named and len(text.split()) <= 7 and not line.bullet and not _TELLING.match(text):
            self.field = Found(text, text, 0.7, line, by="position")


def _head(entry: Entry) -> list[Line]:
    """The head of the entry, with a first line of the body that names a degree where the head has none."""
    head = [line for line in entry.head if not _THESIS.match(line.text)]
    if entry.body and not any(DEGREE.search(line.text) and len(line.text) > 8 for line in head):
        first = entry.body[0]
        named = DEGREE.match(first.text) or _NAMED_COURSE.match(first.text)
        if named and not _THESIS.match(first.text):
            return [*head, first]
    return head


def _study(entry: Entry, school_first: bool, cut: _Cutter) -> Study | None:
    reader = _Reader(entry, school_first, cut)
    if not reader.pieces:
        return None
    reader.read()
    institution = None
    if reader.school is not None:
        text = reader.school.text
        sure = 0.95 if study_score(text) == 1 else 0.9 if study_score(text) else 0.65
        by = "school-vocabulary" if sure >= 0.9 else "position"
        institution = Found(text, text, sure, reader.school.line, by=by)
    unnamed = reader.degree is not None and reader.degree.by != "degree-vocabulary"
    vague = (
        reader.degree is not None
        and COURSE.match(reader.degree.value)
        and not DEGREE.match(reader.degree.value)
    )
    if vague and institution is None and reader.field is None:
        return None
    if _is_prize(reader.degree) or (unnamed and _is_prize(institution)):
        return None
    sure_school = institution is not None and (study_score(institution.value) > 0 or entry.dates is not None)
    if reader.degree is None and not sure_school:
        return None
    return Study(reader.degree, reader.field, institution, _start(entry.dates), _year(entry))


def _is_prize(found: Found | None) -> bool:
    return found is not None and _PRIZE.search(found.value) is not None and not DEGREE.match(found.value)


def _whole_course(option: Piece, rest: list[Piece]) -> str | None:
    """ "Letras – Português e Inglês" as printed, where a dash cut the name of the course in two."""
    other = next((p for p in rest if p is not option and p.line is option.line), None)
    if other is None or not names_field(other.text):
        return None
    match = re.search(rf"{re.escape(option.text)}\s[-–—]\s{re.escape(other.text)}", option.line.text)
    return match[0] if match else None


def _is_school_line(line: Line) -> bool:
    text = line.text
    return (
        len(text) < 90 and not line.bullet and study_score(text) > 0 and not re.search(r"[.;:]\s", text)
        and not DEGREE.search(text) and not _TELLING.match(text) and text[:1].isupper()
    )  # fmt: skip


def _unglued(pieces: list[Piece]) -> list[Piece]:
    """The pieces, "Bachelier Électromécanique, HELHa Mons" parted where it is all that the entry has."""
    texts = [piece for piece in pieces if not piece.place]
    if len(texts) != 1 or DEGREE.search(texts[0].text) or study_score(texts[0].text):
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
        if index != school_at and not piece.place and title_score(text) > 0.6 and not study_score(text):
            return index
    return None


def _cut_trade(text: str) -> DegreeCut:
    name, _, rest = re.sub(r"\s*[:,]\s+", "\t", text, count=1).partition("\t")
    return DegreeCut(name, rest)


def _course_index(pieces: list[Piece], school_at: int | None) -> int | None:
    """The piece that names a course of study without a degree."""
    for index, piece in enumerate(pieces):
        if index != school_at and not piece.place and COURSE.match(piece.text) and len(piece.text) < 110:
            return index
    return None


def _school_index(pieces: list[Piece], degree_at: int | None) -> int | None:
    scored = [
        (study_score(_BRACKETS.sub("", p.text) or p.text), -i)
        for i, p in enumerate(pieces)
        if i != degree_at and not p.place
    ]
    best = max(scored, default=(0.0, 0))
    return -best[1] if best[0] > 0 else None


def _degree_index(pieces: list[Piece]) -> int | None:
    """The piece that names the degree: best one that begins with it, last a school with such a name.

    The bare name of a level ("Pregrado") leads where the other degree is the name of a discipline.
    """
    ranked = []
    for index, piece in enumerate(pieces):
        if piece.place or not DEGREE.search(piece.text) or _NAMED_SCHOOL.search(piece.text):
            continue
        begins = DEGREE.match(piece.text) is not None
        ranked.append((0 if begins else 2 if study_score(piece.text) > 0 else 1, index))
    if not ranked:
        return None
    best = min(ranked)[1]
    if DISCIPLINE.match(pieces[best].text):
        level = next((i for rank, i in sorted(ranked) if rank == 0 and is_level(pieces[i].text)), None)
        return best if level is None else level
    if _is_code(pieces[best].text):
        # "Boston University (MA)": the line that says more is the degree's.
        return next((i for rank, i in sorted(ranked) if rank == 0 and not _is_code(pieces[i].text)), best)
    return best


def _is_code(text: str) -> bool:
    return len(text) <= 5 and re.fullmatch(r"[A-Z][\w.]+", text) is not None


def _names_field_only(text: str) -> bool:
    return share_of_field(without_link(text)) > 0.6 and not title_score(text)


def can_be_field(text: str) -> bool:
    """True if the text is short enough for the name of a field, and has letters."""
    return 1 < len(text) <= 90 and len(text.split()) <= 12 and re.search(r"[^\W\d_]{2}", text) is not None


def _start(span: DateSpan | None) -> str | None:
    return span.start if span is not None and not span.single else None


def _year(entry: Entry) -> Found | None:
    span, line = entry.dates, entry.date_line
    if line is None:
        # No date stood where dates of entries do; a single one in the head is the year all the same.
        dated = [(span, line) for line in entry.head for span in find_dates(line.text)]
        span, line = dated[0] if len(dated) == 1 else (None, None)
    if span is None or span.current or span.end is None or line is None:
        return None
    sure = 0.95 if not span.single else 0.9
    return Found(span.end[:4], line.text[span.at : span.to].strip(), sure, line, by="date-anchor")
