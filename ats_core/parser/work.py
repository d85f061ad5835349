"""Work history: title, employer, place, dates and description of each job."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import replace as with_changes

from ats_core.language import fold
from ats_core.parser.document import Line
from ats_core.parser.entries import Entry, labelled_entries, split_entries
from ats_core.parser.found import Found
from ats_core.parser.headshape import Shape, in_shape, shape_of, usual_shape
from ats_core.parser.learned.regions import undated_entries
from ats_core.parser.learned.roles import order_odds
from ats_core.parser.pieces import Piece, pieces_of
from ats_core.parser.places import is_listed_town, is_remote
from ats_core.parser.sections import Section
from ats_core.parser.vocabulary import company_score, is_employment_type, school_score, title_score
from ats_core.parser.wordlist import phrases_of, words_of

_AT = re.compile(
    r"^(.{3,80}?)\s+(?:@\s*(?=\w)|(?:at|bei(?:\s+(?:der|dem))?|beim|chez|pour|für\s+die|na\s+empresa|en\s+la\s+empresa)\s+)(?=[\"“«]?[\w])(.{2,90})$",
    re.I,
)
_IN = re.compile(r"^(.{3,80}?)\s+(?:en|em|na|no|à|au|for|with|in|im)\s+(?=[A-Z0-9À-Þ])(.{2,70})$")
# "bei Alder GmbH in Fulda" on a line of its own.
_BY = re.compile(
    r"^(?:bei(?:\s+(?:der|dem))?|beim|at|chez|@)\s+([A-ZÀ-Þ0-9].{1,60}?)(?:\s+in\s+[A-ZÀ-Þ][\w-]+(?:\s+und\s+[A-ZÀ-Þ]\w+)?)?$"
)
_TYPE = re.compile(r"\s*\(([^()]{2,30})\)\s*$")
_LABEL = re.compile(
    r"^(?:company|employer|empresa|entreprise|soci[eé]t[eé]|firma|unternehmen|arbeitgeber|client|"
    r"kunde|position|title|role|job title|"
    r"cargo|puesto|poste|fun[cç][aã]o|stelle|rolle)\s*:\s*", re.I,
)  # fmt: skip
_MAX_WORDS = 12
_MAX_REST = 7
_LISTED_SHARE = 0.7
_ALONE_SHARE = 0.7
_DEPARTMENT = re.compile(
    r"^(?:departamento|department|dept\.?|d[ée]partement|abteilung|equipos?|[ée]quipe|team)\b|\bdepartment$",
    re.I,
)
# "Alder AG, Aadorf (Präzisionsmechanik)": what follows a legal form is the place of the firm, or its trade.
_LEGAL_AND_MORE = re.compile(
    r"^([^,]{2,50}\b(?:AG|GmbH|KG|SE|Ltd|LLC|Ltda|LTDA|Lda|SARL|SAS|S\.A|S\.L|SL|SA|GmbH & Co\. KG)\.?),\s+"
    r"([A-ZÀ-Þ][\w' -]{2,30}(?:\s\([^()]*\))?)$"
)
_NEAR = 4  # lines
_SHORT = 9  # words
_STRONG_ORDER = 1.6  # two entries or more whose words are known
_ENDS = " ,;:-–—"
_ACTIVITY = re.compile(r"[A-ZÄÖÜ]\w+(?:ung|tion|arbeit|pflege|hilfe)(?:en)?s?-?,?$")
# Kinds of employment that are what a post is called where nothing else is said of it.
_KINDS_OF_POST = phrases_of(
    """internship; intern; trainee; stage; stagiaire; alternance; apprenti; apprentice; apprenticeship;
    praktikum; praktikant; praktikantin; werkstudent; werkstudentin; minijob; aushilfe; estagio; estagiario;
    estagiaria; practicas; becario; becaria; pasantia; pasante; freelance; freelancer; self employed;
    autonomo; autonoma; selbststandig; freiberuflich; freiberufler; independant; interim"""
)
_TASK_WORDS = words_of(
    """für und von mit bei zur zum im durch sowie and with for to by including y para con por e com et pour
    avec dans sur au aux en"""
)


# Lines of a life that are no employment: each in full, as a title or beside it.
_UNPAID = re.compile(
    r"(?:volunteer(?:ing)?|volunteer work|b[eé]n[eé]vol(?:e|at)|voluntariado|volunt[aá]ri[oa]|"
    r"trabalho volunt[aá]rio|ehrenamt(?:lich\w*(?:\s+\w+)?)?|freiwilligenarbeit|freiwillige[rn]?)",
    re.I,
)
_BREAK = re.compile(
    r"(?:^|, )(?:(?:career|personal|family)\s+(?:break|leave|time)|sabbatical(?:\s+(?:year|leave))?|"
    r"gap\s+year|(?:parental|maternity|paternity|sick)\s+leave|pause\s+(?:personnelle|(?:de\s+)?carri[eè]re|professionnelle)|"
    r"cong[eé]\s+(?:parental|maternit[eé]|sabbatique)|ann[eé]e\s+sabbatique|elternzeit|mutterschutz|auszeit|"
    r"sabbatjahr|weltreise|arbeits(?:los|suchend)|a[ñn]o\s+sab[aá]tico|ano\s+sab[aá]tico|excedencia|"
    r"baja\s+(?:maternal|paternal)|licen[cç]a\s+(?:maternidade|paternidade)|pausa\s+(?:na\s+carreira|profesional))$",
    re.I,
)


@dataclass(slots=True)
class Job:
    """One job as found; dates are "YYYY" or "YYYY-MM"."""

    title: Found | None
    company: Found | None
    location: Found | None
    start: str | None
    end: str | None
    current: bool
    dates: Found | None
    description: str | None

    @property
    def confidence(self) -> float:
        parts = [self.title, self.company, self.dates]
        return round(sum(part.confidence if part else 0.2 for part in parts) / len(parts), 3)


def find_jobs(sections: list[Section]) -> list[Job]:
    """All jobs in the work sections, newest first."""
    jobs: list[Job] = []
    for section in sections:
        jobs.extend(_jobs(section.lines))
    return sorted(_without_doubles(jobs), key=_newest_first)


def _newest_first(job: Job) -> tuple[int, str, str]:
    def inverted(value: str | None) -> str:
        return "".join(chr(0x7E - ord(c)) for c in value) if value else "~"

    return (0 if job.current else 1, inverted(job.end) if not job.current else "", inverted(job.start))


def heads_of(lines: list[Line]) -> list[list[Piece]]:
    """The pieces that may be title or employer, for each job of a section."""
    return [_candidates(entry)[0] for entry in split_entries(lines) or undated_entries(lines)]


def _jobs(lines: list[Line]) -> list[Job]:
    entries = split_entries(lines) or labelled_entries(lines) or undated_entries(lines) or _listed(lines)
    candidates = [_candidates(entry) for entry in entries]
    order = _order([texts for texts, _ in candidates])
    roles = [_roles(texts, order) for texts, _ in candidates]
    names_firms = _names_firms_alone([texts for texts, _ in candidates])
    shape = usual_shape([_shape_of(entry, *pair) for entry, pair in zip(entries, roles, strict=True)])
    jobs: list[Job] = []
    for entry, (found, places), told in zip(entries, candidates, roles, strict=True):
        named = _named_like_a_town(found[0], places) if len(found) == 1 else None
        texts = found if named is None else [*found, named]
        if _is_no_job(texts):
            continue
        title, company = told if named is None else _roles(texts, order)
        if names_firms and company is None and title is not None and len(texts) == 1:
            title, company = None, title
        if shape is not None and not _is_plain(title, company):
            title, company = _in_shape(entry, shape) or (title, company)
        if title is not None and company is None:
            company = _employer_below(entry)
        title, company = _with_rest_of_line(title, company, texts), _with_rest_of_line(company, title, texts)
        if title is not None and company is None and jobs and jobs[-1].company is not None:
            previous = jobs[-1].company
            company = with_changes(previous, confidence=min(previous.confidence, 0.6), by="entry-above")
        if title is None and company is None:
            continue
        jobs.append(_job(entry, title, company, places))
    return jobs


def _names_firms_alone(entries: list[list[Piece]]) -> bool:
    """True if the section's entries print one name each, some of firms and none of an occupation."""
    alone = [texts[0].text for texts in entries if len(texts) == 1]
    titles = any(title_score(text.text) for texts in entries for text in texts)
    return len(alone) >= _ALONE_SHARE * len(entries) and not titles and any(map(company_score, alone))


def _is_plain(title: Found | None, company: Found | None) -> bool:
    """True if the words themselves say which is the title, and nothing speaks against the employer."""
    if title is None or company is None:
        return False
    return title_score(title.value) > 0 and (
        company_score(company.value) > 0 or not title_score(company.value)
    )


def _shape_of(entry: Entry, title: Found | None, company: Found | None) -> Shape | None:
    if title is None or company is None or not _is_plain(title, company):
        return None
    return shape_of(entry, title, company)


def _in_shape(entry: Entry, shape: Shape) -> tuple[Found, Found] | None:
    """Title and employer where the section's other entries print theirs; None if that can't be."""
    pieces = in_shape(entry, shape)
    if pieces is None:
        return None
    title, company = pieces
    if title_score(company.text) > title_score(title.text) or company_score(title.text) > company_score(
        company.text
    ):
        return None
    if any(len(piece.text.split()) > _MAX_WORDS for piece in pieces) or _reads_as_task(company.line):
        return None
    return _found(title, 0.7, "as-the-others"), _found(company, 0.7, "as-the-others")


def _employer_below(entry: Entry) -> Found | None:
    """The employer on a line of its own among the first that tell of the work ("Universidad de Lima.")."""
    part: Piece | None = None
    for line in entry.body[:_NEAR]:
        text = line.text.rstrip(".")
        if line.bullet or not 1 < len(text.split()) <= _SHORT or "\t" in text or not text[:1].isupper():
            continue
        if (
            (_is_firm(text) or school_score(text) == 1)
            and not _reads_as_task(line)
            and not re.search(r"[:;]", text)
        ):
            part = part or Piece(text, line)
            if _is_whole_firm(text):
                return _found(Piece(text, line), 0.7, "employer-below")
    return _found(part, 0.6, "employer-below") if part is not None else None


def _is_no_job(texts: list[Piece]) -> bool:
    """True for unpaid work and for breaks between jobs, where no employer stands beside them."""
    if texts and _UNPAID.fullmatch(texts[0].text):
        return True
    return any(_BREAK.search(text.text) for text in texts) and not any(_employs(text.text) for text in texts)


def _with_rest_of_line(found: Found | None, other: Found | None, texts: list[Piece]) -> Found | None:
    """The title with its department ("Staff Nurse – Emergency Department"), the employer with its branch:
    what a dash parts on a line that shows nothing else.
    """
    if found is None or other is None or found.line is None or found.line is other.line:
        return found
    beside = [text for text in texts if text.line is found.line]
    if len(beside) != 2 or beside[0].text.strip(_ENDS) != found.value:
        return found
    more = beside[1].text.strip(_ENDS)
    at = found.line.text.find(found.value)
    end = found.line.text.find(more, at + len(found.value))
    if at < 0 or end < 0 or title_score(more) > title_score(found.value) or len(more.split()) > _MAX_REST:
        return found
    between = found.line.text[at + len(found.value) : end]
    if not re.fullmatch(r"\s+[-–—·]\s+|\s*[–—]\s*", between):
        return found
    whole = found.line.text[at : end + len(more)]
    return with_changes(found, value=whole, raw=whole)


def _listed(lines: list[Line]) -> list[Entry]:
    """The entries of a plain list without dates, a title and an employer a line ("Driver – Larch Cabs")."""
    short = [(line, pieces_of(line)) for line in lines if len(line.text.split()) <= _MAX_WORDS]
    named = [line for line, parts in short if len(parts) > 1 and title_score(parts[0].text) > 0]
    if not named or len(named) < _LISTED_SHARE * len(lines):
        return []
    return [Entry(head=[line]) for line in named]


def _job(entry: Entry, title: Found | None, company: Found | None, places: list[Piece]) -> Job:
    span, line = entry.dates, entry.date_line
    dates = None
    if span is not None and line is not None:
        sure = 0.7 if span.single else 0.95 if len(span.start or "") > 4 else 0.9
        printed = line.text[span.at : span.to]
        dates = Found(printed, printed.strip(), sure, line, by="date-anchor")
    place = next((p for p in places if not is_remote(p.text)), places[0] if places else None)
    used = {id(found.line) for found in (title, company) if found is not None}
    used |= {id(piece.line) for piece in places} | {id(line)}
    after = entry.head[entry.head.index(line) :] if line in entry.head else []
    told = [*(other for other in after if id(other) not in used), *entry.body]
    body = "\n".join(other.text.replace("\t", " ") for other in told)
    return Job(
        title=title,
        company=company,
        location=Found(place.text, place.text, 0.8, place.line, by="place-list")
        if place is not None
        else None,
        start=span.start if span else None,
        end=None if span is None or span.current else span.end,
        current=bool(span and span.current),
        dates=dates,
        description=body[:8000] or None,
    )


def _named_like_a_town(text: Piece, places: list[Piece]) -> Piece | None:
    """The employer among the places: a firm that bears a town's name, printed before the real place."""
    if not title_score(text.text):
        return None
    for index, place in enumerate(places):
        name, comma, rest = place.text.partition(", ")
        listed = place.rank == 0 or place.line is text.line
        if comma and listed and is_listed_town(name) and is_listed_town(rest):
            places[index] = with_changes(place, text=rest)
            return with_changes(place, text=name, place=False)
        if listed and len(places) > 1 and is_listed_town(place.text):
            del places[index]
            return with_changes(place, place=False)
    return None


def _candidates(entry: Entry) -> tuple[list[Piece], list[Piece]]:
    """The pieces that may be title or employer, in reading order, and the pieces that name places."""
    texts: list[Piece] = []
    places: list[Piece] = []
    passed_date = False
    for line in entry.head:
        if passed_date and len(texts) >= 2 and not line.role and not _adds_role(line, texts):
            # Title and employer are known: of what follows only a place is of use.
            places.extend(piece for piece in pieces_of(line)[:3] if piece.place)
            continue
        if passed_date and _reads_as_task(line) and any(title_score(text.text) for text in texts):
            continue
        for piece in pieces_of(line):
            text = _LABEL.sub("", piece.text)
            if piece.rank == 0 and (match := _BY.match(text)):
                text = match[1]
            bare = _TYPE.sub("", text)
            if (match := _TYPE.search(text)) and (is_employment_type(match[1]) or is_remote(match[1])):
                text = bare
            if piece.place and not company_score(text):
                places.append(piece)
            elif is_employment_type(text) and fold(text) not in _KINDS_OF_POST:
                continue
            elif len(text.split()) <= _MAX_WORDS and re.search(r"[^\W\d_]", text):
                texts.append(with_changes(piece, text=text))
        passed_date = passed_date or line is entry.date_line
    texts = [with_changes(text, text=_without_trade(text.text)) for text in texts]
    return _split_at(_rejoined(_without_kinds(texts))), places


def _without_trade(text: str) -> str:
    """The firm's name without the town or the trade behind its legal form."""
    match = _LEGAL_AND_MORE.match(text)
    return match[1] if match is not None and not title_score(match[2]) else text


def _without_kinds(texts: list[Piece]) -> list[Piece]:
    """The pieces without "Internship" and its like, where another piece names what the person was."""
    others = [text for text in texts if fold(text.text) not in _KINDS_OF_POST]
    return others if len(others) > 1 else texts


def _rejoined(texts: list[Piece]) -> list[Piece]:
    """The pieces with "Analyst / Web Developer" put together again: two titles, or two names of a firm."""
    made: list[Piece] = []
    for piece in texts:
        last = made[-1] if made else None
        if last is not None and last.line is piece.line:
            titles = [bool(title_score(text.text)) for text in (last, piece)]
            firms = any(_employs(text.text) for text in (last, piece))
            signs = "/·•&" if all(titles) else "/" if not any(titles) and not firms else ""
            both = next(
                (b for sign in signs if (b := f"{last.text} {sign} {piece.text}") in piece.line.text), ""
            )
            if both:
                made[-1] = with_changes(last, text=both)
                continue
        made.append(piece)
    return made


def _reads_as_task(line: Line) -> bool:
    """True for a short sentence without a full stop ("Planung und Umsetzung von Projekten")."""
    words = line.text.split()
    if line.role or line.bold or len(line.cells) > 1 or len(words) < 2 or _employs(line.text):
        return False
    content = [word for word in words[1:] if len(word) > 3 and word.lower() not in _TASK_WORDS]
    if content and sum(1 for word in content if word[0].islower()) >= 0.6 * len(content):
        return True
    # German nouns are capitals all: the sentence shows in its first word and in what joins the others.
    return _ACTIVITY.match(words[0]) is not None and any(word in _TASK_WORDS for word in words[1:])


def _adds_role(line: Line, texts: list[Piece]) -> bool:
    """True if the line names an occupation or an employer, and no piece before it does."""
    if line.bullet or len(line.text.split()) > _MAX_WORDS:
        return False
    if title_score(line.text) > 0 and not any(title_score(text.text) for text in texts):
        return True
    return _employs(line.text) and not any(_employs(text.text) for text in texts)


def _split_at(texts: list[Piece]) -> list[Piece]:
    """The pieces, with "Engineer at Acme" and, where an employer is missing, "Engineer, Acme" parted."""
    made: list[Piece] = []
    for piece in texts:
        match = _AT.match(piece.text)
        if (
            match
            and (title_score(match[1]) or "@" in piece.text)
            and not title_score(match[2]) > company_score(match[2])
        ):
            made += [with_changes(piece, text=match[1]), with_changes(piece, text=match[2])]
        else:
            made += _split_at_colon(piece)
    if len(made) == 1:
        return _split_single(made[0])
    return [
        part
        for index, piece in enumerate(made)
        for part in _split_evident(piece, made[:index] + made[index + 1 :])
    ]


def _split_at_colon(piece: Piece) -> list[Piece]:
    """The piece with "Editor: Hollis Press" parted."""
    first, colon, last = piece.text.partition(": ")
    if not colon or not last or not title_score(first) or title_score(last) > company_score(last):
        return [piece]
    return [with_changes(piece, text=first), with_changes(piece, text=last)]


def _split_single(only: Piece) -> list[Piece]:
    parts = [part.strip() for part in only.text.split(",") if part.strip()]
    if len(parts) >= 2:
        return [with_changes(only, text=part) for part in _comma_parts(parts)]
    match = _IN.match(only.text)
    if match and title_score(match[1]) and not title_score(match[2]):
        return [with_changes(only, text=match[1]), with_changes(only, text=match[2])]
    return [only]


def _split_evident(piece: Piece, others: list[Piece]) -> list[Piece]:
    """The piece parted at its comma, where that shows a title and an employer that no other piece does."""
    parts = [part.strip() for part in piece.text.split(",") if part.strip()]
    if len(parts) < 2:
        return [piece]
    halves = _comma_parts(parts)
    if len(halves) != 2:
        return [piece]
    titles = [bool(title_score(half)) for half in halves]
    elsewhere = any(
        title_score(other.text) or company_score(other.text) or _is_name_beside(piece, other)
        for other in others
    )
    if titles[0] != titles[1] and (not elsewhere or company_score(halves[titles.index(False)]) > 0):
        return [with_changes(piece, text=half) for half in halves]
    return [piece]


def _is_name_beside(piece: Piece, other: Piece) -> bool:
    """True if the other piece stands on a line of its own and looks like a name, not like a sentence."""
    return other.line is not piece.line and not _reads_as_task(other.line) and _looks_named(other.text)


def _looks_named(text: str) -> bool:
    """True if most words of the text are written as those of a name are."""
    words = [word for word in text.split() if len(word) > 3]
    capital = sum(1 for word in words if not word[0].islower())
    return 0 < len(words) < 7 and capital >= 0.7 * len(words)


def _is_whole_firm(text: str) -> bool:
    return _employs(text) and not _DEPARTMENT.search(text)


def _is_firm(text: str) -> bool:
    named = school_score(text) == 1 or (company_score(text) > 0 and _looks_named(text))
    return named and not title_score(text)


def _employs(text: str) -> bool:
    """True if the text names an employer, schools included."""
    return company_score(text) > 0 or school_score(text) == 1


def _comma_parts(parts: list[str]) -> list[str]:
    """Two parts of a comma list: legal forms stay with their company, all words of a title together."""
    glued: list[str] = []
    for part in parts:
        if glued and fold(part) in {
            "inc",
            "llc",
            "ltd",
            "s a",
            "sa",
            "gmbh",
            "corp",
            "co",
            "s l",
            "sl",
            "lda",
            "s a s",
        }:
            glued[-1] += f", {part}"
        else:
            glued.append(part)
    if len(glued) <= 2:
        return glued
    if (
        title_score(glued[0])
        and company_score(glued[-1])
        and not any(company_score(part) for part in glued[1:-1])
    ):
        return [", ".join(glued[:-1]), glued[-1]]
    titles = 0
    while titles < len(glued) - 1 and title_score(glued[titles]):
        titles += 1
    if titles:
        return [", ".join(glued[:titles]), ", ".join(glued[titles:])]
    return [glued[0], ", ".join(glued[1:])]


def _leaning(text: str) -> float:
    return title_score(text) - company_score(text)


def _order(entries: list[list[Piece]]) -> float:
    """Above 0 where the section prints titles before employers, below 0 where after, by a vote of its
    entries.
    """
    vote = 0.0
    for texts in entries:
        if len(texts) >= 2:
            vote += _leaning(texts[0].text) - _leaning(texts[1].text)
    if abs(vote) < 0.5:  # no word of theirs is known
        vote += sum(order_odds(texts) for texts in entries if len(texts) >= 2)
    return vote


def _roles(texts: list[Piece], order: float) -> tuple[Found | None, Found | None]:
    """Which piece is the title and which the employer."""
    if not texts:
        return None, None
    labelled = [
        next((text for text in texts if text.line.role == role), None) for role in ("title", "company")
    ]
    if labelled[0] is not None or labelled[1] is not None:
        rest = [text for text in texts if not text.line.role]
        title, company = (labelled[0] or next(iter(rest), None)), (labelled[1] or next(iter(rest), None))
        return (
            _found(title, 0.95, "form-label") if title else None,
            _found(company, 0.95, "form-label") if company else None,
        )
    if len(texts) == 1:
        text = texts[0]
        if title_score(text.text) >= company_score(text.text) and title_score(text.text) > 0:
            return _found(text, 0.85, "title-vocabulary"), None
        if company_score(text.text):
            return None, _found(text, 0.6, "company-vocabulary")
        if _reads_as_firm(text):
            return None, _found(text, 0.4, "position")
        return _found(text, 0.4, "position"), None
    first, second = texts[0], texts[1]
    ordered = (first, second) if order >= 0 else (second, first)
    best = ordered
    leans = _leaning(ordered[1].text) > _leaning(ordered[0].text) + 0.5 and not title_score(ordered[0].text)
    if leans and (title_score(ordered[1].text) or abs(order) < _STRONG_ORDER):
        best = (ordered[1], ordered[0])
    if not title_score(best[0].text) and len(texts) > 2 and title_score(texts[2].text) > 0.6:
        # A line between them (a team, a slogan): the third piece is the title.
        best = (texts[2], first)
    if _DEPARTMENT.search(best[1].text) and not best[1].line.role:
        # "Genetics Department, University of Alba": the employer is the whole.
        whole = next((text for text in texts if text not in best and _is_whole_firm(text.text)), None)
        best = (best[0], whole or best[1])
    if not _employs(best[1].text) and title_score(best[0].text):
        firm = next((text for text in texts[2:4] if _is_firm(text.text)), None)
        best = (best[0], firm or best[1])
    title_sure = 0.95 if title_score(best[0].text) else 0.6
    company_sure = 0.95 if company_score(best[1].text) else 0.9 if title_sure > 0.9 else 0.6
    if title_score(best[1].text) and title_score(best[0].text):
        company_sure = 0.65
    return (
        _found(best[0], title_sure, "title-vocabulary" if title_score(best[0].text) else "position"),
        _found(best[1], company_sure, "company-vocabulary" if company_score(best[1].text) else "position"),
    )


def _reads_as_firm(piece: Piece) -> bool:
    """True for up to three words in capitals: "SERMICRO"."""
    return re.fullmatch(r"[A-ZÀ-Þ0-9&. -]{4,30}", piece.text) is not None and len(piece.text.split()) < 4


def _found(piece: Piece, confidence: float, by: str) -> Found:
    return Found(piece.text.strip(_ENDS), piece.text, confidence, piece.line, by=by)


def _without_doubles(jobs: list[Job]) -> list[Job]:
    """The jobs without those printed twice (a headline above a detailed list)."""
    seen: set[tuple[str, str, str | None]] = set()
    kept = []
    for job in jobs:
        key = (
            fold(job.title.value) if job.title else "",
            fold(job.company.value) if job.company else "",
            job.start,
        )
        if key not in seen:
            seen.add(key)
            kept.append(job)
    return kept
