"""A document cut into its sections, by known headings and by the look that those headings share."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from dataclasses import replace as with_changes

from ats_core.language import fold
from ats_core.parser.certified import is_certificate
from ats_core.parser.dates import find_dates
from ats_core.parser.document import Document, Line
from ats_core.parser.grouplabels import is_group_label
from ats_core.parser.headings import heading_section, is_document_title, marked_section
from ats_core.parser.items import says_level
from ats_core.parser.labels import role_of
from ats_core.parser.tongues import speaks_languages

_Look = tuple[float, bool, bool, int]
_LABEL = re.compile(r"^([^:\t]{3,40}):\s*(\S.*)$")
# Within these, a small heading such as "Technologies" or "Tools" names a part of an entry.
_NESTING = {"work", "education", "projects", "skills", "volunteering"}
_ENTRIES = {"work", "projects", "volunteering"}
# Labels that no job has, whatever it was done with.
_ANYWHERE = re.compile(
    r"\b(?:skills|competenc\w+|habilidades|kenntnisse|fahigkeiten|kompetenzen|conocimientos|conhecimentos|certific\w+|"
    r"zertifi\w+|languages|idiomas|langues|sprachen|interests|hobb\w+|interes\w+|\w+kenntnisse)\b"
)
_LISTS = {"skills", "languages", "certifications", "interests", "contact", "references", "awards", "courses"}
_INLINE = {
    "skills",
    "languages",
    "certifications",
    "education",
    "interests",
    "summary",
    "awards",
    "references",
}


# Weak headings inside of a list of skills that end it all the same.
_NO_SKILLS = {"interests", "references", "awards", "certifications", "publications", "contact"}
# Headings that name skills or, where each is dated, certificates.
_QUALIFIED = {
    "qualifikationen", "qualifikation", "qualificacoes", "qualificacao", "weitere qualifikationen",
    "zusatzliche qualifikationen", "besondere qualifikationen",
}  # fmt: skip


# Headings that may be the name of a firm as well.
_NAMES_TOO = {"summary", "contact", "interests", "references", "awards", "skills"}


@dataclass(slots=True)
class Section:
    """The lines under one heading; `kind` is "header" for what stands above the first."""

    kind: str
    heading: Line | None = None
    lines: list[Line] = field(default_factory=list)


def split_sections(document: Document) -> list[Section]:
    """The document's sections in reading order. Headings themselves are not among the lines."""
    lines = _without_run_in_headings(_with_side_headings(document.lines))
    candidates = {
        i: kind
        for i, line in enumerate(lines)
        if (kind := _heading_kind(line, followed=i + 1 < len(lines) and lines[i + 1].bullet)) is not None
    }
    looks = Counter(_look(lines[i]) for i in candidates)
    dated = {_look(line) for line in lines if find_dates(line.text)}
    repeated = Counter(fold(lines[i].text) for i in candidates)
    main = looks.most_common(1)[0][0] if looks else None
    body = _body_size(lines)
    sections = [Section("header")]
    for index, line in enumerate(lines):
        current = sections[-1]
        kind = candidates.get(index)
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        # "Technologies:" in one job after the other.
        again = current.kind in _ENTRIES and kind not in {None, "work"} and repeated[fold(line.text)] > 1
        below = " ".join(other.text for other in lines[index + 1 : index + 4])
        if (
            kind is not None
            and main is not None
            and (_is_nested(line, kind, current.kind, main, looks) or again)
            and not _ends_skills(kind, current.kind, below)
        ):
            kind = None
        if kind in _NAMES_TOO and current.kind == "work" and not current.lines and _dated_soon(lines, index):
            kind = None  # "Meta", the employer
        if kind is None and not again and len(sections) > 1 and main is not None and len(candidates) >= 2:
            kind = _by_look(line, main, body, dated)
            if (
                kind == "other"
                and current.kind in _NESTING
                and (
                    not current.lines
                    or _look(current.lines[0]) == main
                    or (not line.size and _dated_soon(lines, index))
                )
            ):
                kind = None  # the head of an entry, in the type of a heading
            if kind == "other" and says_level(following):
                # A skill in the type of a heading, above how well it is known.
                if current.kind != "skills":
                    sections.append(Section("skills"))
                sections[-1].lines.append(line)
                continue
        if kind is not None:
            sections.append(Section(kind, line))
            continue
        # What the last heading at the foot of a column announces stands at the head of the next.
        column = line.fresh and current.kind != "header" and (current.heading is None or current.lines)
        if column and (
            current.kind in _LISTS or line.size > 1.3 * body > 0 or _holds_address(lines, index, candidates)
        ):
            # Another column begins: a list from the foot of the last one does not go on at its head.
            current = Section("header")
            sections.append(current)
        inline = _inline_heading(line, current.kind)
        if inline is not None:
            sections.append(Section(inline[0], line, [inline[1]]))
            continue
        current.lines.append(line)
    return [part for section in sections for part in _by_content(section)]


def _by_content(section: Section) -> list[Section]:
    """The section under the kind that its lines say, where its heading may mean two things.

    "Languages" may be spoken or those of programs, "Qualifikationen" skills or certificates.
    """
    if section.kind == "languages" and section.lines:
        return _by_tongue(section)
    if section.kind == "other" and _lists_skills(section.lines):
        return [Section("skills", section.heading, section.lines)]
    if section.kind == "skills" and section.heading is not None and section.lines:
        heading = section.heading.text
        if fold(heading) in _QUALIFIED and not _LABEL.match(heading) and _lists_certificates(section.lines):
            return [Section("certifications", section.heading, section.lines)]
    return [section]


def _by_tongue(section: Section) -> list[Section]:
    """The part of a section on languages that names spoken ones, and the part that lists skills."""
    spoken = [line for line in section.lines if speaks_languages(line.text)]
    rest = [line for line in section.lines if not speaks_languages(line.text)]
    both = section.heading is not None and "skills" in _kinds_of(section.heading.text)
    if sum(map(_names_skills, rest)) < max(1, (0.3 if both or not spoken else 0.5) * len(rest)):
        return [section]
    parts = [Section("languages", section.heading, spoken)] if spoken else []
    return [*parts, Section("skills", section.heading, rest)]


def _kinds_of(heading: str) -> set[str]:
    """The sections that the words between "and", "&" and their like name."""
    parts = re.split(r"\s+(?:and|y|e|et|und)\s+|\s*[&/+|,]\s*", heading)
    return {kind for part in parts if (kind := heading_section(part)) is not None}


def _names_skills(line: Line) -> bool:
    """True if the first item of the line is a technical skill that the taxonomy knows."""
    from ats_core.taxonomy import find

    text = re.sub(r"^[^:,]{2,40}:\s+", "", line.text)
    match = find(re.split(r"[,;•·|\t:()]", text.lstrip("("))[0].strip())
    return match is not None and match.kind == "technical" and match.confidence >= 0.9


def _lists_skills(lines: list[Line]) -> bool:
    """True if half of the lines name skills, and none of them a date."""
    lines = [line for line in lines if re.search(r"[^\W_]", line.text)]
    if len(lines) < 4 or any(find_dates(line.text) or len(line.text) > 120 for line in lines):
        return False
    return sum(is_group_label(line.text) or _names_skills(line) for line in lines) >= 0.4 * len(lines)


def _lists_certificates(lines: list[Line]) -> bool:
    """True if every entry has a date, or the head of a table says that it lists certificates."""
    if len(lines[0].cells) > 1 and any(heading_section(cell) == "certifications" for cell in lines[0].cells):
        return True
    dated = sum(bool(find_dates(line.text)) for line in lines)
    certified = sum(is_certificate(line.text) for line in lines)
    return (dated > 1 and dated >= 0.4 * len(lines)) or certified >= max(1, 0.5 * len(lines))


def _ends_skills(kind: str, current: str, below: str) -> bool:
    """True if a heading, however weakly it is set, names no part of the list of skills that it stands in."""
    if current != "skills":
        return False
    return kind in _NO_SKILLS or (kind == "languages" and speaks_languages(below))


def _dated_soon(lines: list[Line], index: int) -> bool:
    """True if a date stands in one of the next two lines."""
    return any(find_dates(line.text) for line in lines[index + 1 : index + 3])


def _holds_address(lines: list[Line], index: int, headings: dict[int, str]) -> bool:
    """True if an e-mail address stands among the lines from `index` to the next heading, six at most."""
    for at in range(index, min(index + 6, len(lines))):
        if at in headings:
            return False
        if "@" in lines[at].text:
            return True
    return False


def of_kind(sections: list[Section], *kinds: str) -> list[Section]:
    """The sections of these kinds, in reading order."""
    return [section for section in sections if section.kind in kinds]


def _with_side_headings(lines: list[Line]) -> list[Line]:
    """The lines with each heading that stands beside its section (in the first cell) on a line of its own."""
    made: list[Line] = []
    for line in lines:
        if len(line.cells) > 1 and not line.bullet and heading_section(line.cells[0]) is not None:
            rest = line.cells[1:]
            if role_of(line.cells[0]) is None and not all(heading_section(cell) for cell in rest):
                at = line.start + len(line.cells[0]) + 1
                made.append(with_changes(line, cells=line.cells[:1], boxes=line.boxes[:1]))
                made.append(with_changes(line, cells=rest, boxes=line.boxes[1:], start=at))
                continue
        made.append(line)
    return made


def _without_run_in_headings(lines: list[Line]) -> list[Line]:
    """The lines with a side heading parted from the text that it nearly touches.

    Such a heading stands where two others do, left of all text.
    """
    lefts = Counter(
        round(line.left) for line in lines if line.boxes and heading_section(line.text) is not None
    )
    made: list[Line] = []
    for index, printed in enumerate(lines):
        line = printed
        known = line.boxes and lefts[round(line.left)] > 1 and index + 1 < len(lines)
        if known and lines[index + 1].left > line.left + 30 and heading_section(line.cells[0]) is None:
            words = line.cells[0].split()
            for count in (3, 2, 1):
                heading, rest = " ".join(words[:count]), " ".join(words[count:])
                if rest[:1].isupper() and heading_section(heading) is not None:
                    made.append(with_changes(line, cells=(heading,), boxes=line.boxes[:1]))
                    at = line.start + line.cells[0].find(rest)
                    line = with_changes(line, cells=(rest, *line.cells[1:]), start=at)
                    break
        made.append(line)
    return made


def _heading_kind(line: Line, *, followed: bool) -> str | None:
    """The section that the line opens; `followed` says that an item of a list stands below it."""
    if len(line.cells) > 3:
        return None
    if line.bullet and not line.level:
        # "1. Skills" is read as an item of a list.
        set_apart = line.gap > 0.5 and (line.bold or not line.size) and not followed
        return heading_section(line.text) if _is_caps(line.text) or set_apart else None
    # Wide letter spacing parts a heading's words like columns.
    text = " ".join(line.cells)
    if len(line.cells) > 1:
        return heading_section(text) if _is_caps(text) else None
    if is_document_title(text):
        return None
    kind = heading_section(text)
    if kind is None and line.level:
        kind = marked_section(text)
    if kind is None and (line.bold or _is_caps(text)) and len(text) < 45 and not find_dates(text):
        words = fold(text).split()
        if 2 <= len(words) <= 4 and all(not letter.isdigit() for letter in text) and _is_caps(text):
            kind = marked_section(text)
    return kind


def _is_caps(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 2 and all(letter.isupper() for letter in letters)


def _look(line: Line) -> _Look:
    return (round(line.size * 2) / 2, line.bold, _is_caps(line.text), line.level)


def _strength(look: _Look) -> float:
    size, bold, caps, level = look
    return size + (1.0 if bold else 0.0) + (1.0 if caps else 0.0) + (12 - 2 * level if level else 0)


def _is_nested(line: Line, kind: str, current: str, main: _Look, looks: Counter[_Look]) -> bool:
    """True if a known heading word is set so weakly that it names a part of the section."""
    if current not in _NESTING | {"certifications", "courses"} or looks[main] < 2:
        return False
    if kind == "work" and current != "skills":
        return False
    if kind == "education" and current not in {"work", "education"}:
        return False
    look = _look(line)
    # Where OCR guesses the sizes, a heading may seem smaller than the others.
    margin = 5.0 if kind == "education" and current == "work" else 0.6
    return look != main and _strength(look) < _strength(main) - margin


def _body_size(lines: list[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _by_look(line: Line, main: _Look, body: float, dated: set[_Look]) -> str | None:
    """The section ("other" if unknown) of a line that looks just like the known headings; None if it does
    not.
    """
    if len(line.cells) != 1 or line.bullet or len(line.text) > 50 or _look(line) != main or main in dated:
        return None
    size, _, caps, level = main
    distinct = bool(level) or (size > 1.12 * body and body > 0) or (caps and size == 0.0 and line.gap > 0.4)
    if not distinct or line.text.endswith((".", ",", ";")) or "@" in line.text:
        return None
    return marked_section(line.text) or ("skills" if is_group_label(line.text) else "other")


def _inline_heading(line: Line, current: str) -> tuple[str, Line] | None:
    """Section and rest of a line such as "Skills: Python, SQL"."""
    match = _LABEL.match(line.text)
    if match is None or line.bullet or current in {"interests", "projects", "volunteering"}:
        return None
    kind = heading_section(match[1])
    if kind not in _INLINE or kind == current:
        return None
    if current in _NESTING:
        # "Technologies: ..." describes a job; "Skills: ..." in bold, or after the schools, begins a section.
        plain = marked_section(match[1]) is not None and kind in {
            "skills",
            "languages",
            "certifications",
            "interests",
        }
        apart = line.bold or (
            _ANYWHERE.search(fold(match[1])) is not None and (line.gap > 0.9 or _is_caps(match[1]))
        )
        if not plain or (current in {"work", "projects"} and not apart):
            return None
        if current == "skills" and kind == "languages" and not speaks_languages(match[2]):
            return None
    rest = with_changes(line, cells=(match[2],), boxes=line.boxes[-1:], start=line.start + match.start(2))
    return kind, rest
