"""Work sections that tell of school and training as well ("Werdegang"), parted into the two."""

from __future__ import annotations

import re

from ats_core.parser.entries import Entry, split_entries
from ats_core.parser.pieces import Piece, pieces_of
from ats_core.parser.sections import Section
from ats_core.parser.vocabulary import DEGREE, school_score, title_score

# Words for work at a school or on a thesis, which the name of a degree stands in.
_WORK_AT_SCHOOL = re.compile(
    r"\b(?:thesis|th[eè]se|tesis|tese|\w*arbeit|\w*student\w*|intern\w*|stag\w+|praktik\w+|"
    r"assistan\w*|assistent\w*|hilfskraft|tutor\w*|teach\w*|lehr\w+|enseign\w+|profes\w+|lectur\w+|research\w*|"
    r"forsch\w+|investiga\w+|pesquis\w+|recherche|becari\w+|bolsista|monitor\w*|alternan\w+|"
    r"coordinat\w+|coordenad\w+|coordina\w+)\b",
    re.I,
)
_TRAINING = re.compile(r"^(?:Berufsa|A)usbildung\s+(?:als|zu[mr])\b|\bUmschulung\b|^Lehre\s+(?:als|zu[mr])\b")
_LONGEST = 12  # words of a piece that names a degree


def part_studies(section: Section) -> tuple[Section, Section | None]:
    """The section without its entries that are courses of study, and these as a section of their own."""
    entries = split_entries(section.lines)
    studies = [entry for entry in entries if is_study(entry)]
    if not studies:
        return section, None
    taken = {id(line) for entry in studies for line in (*entry.head, *entry.body)}
    starts = {line.start for entry in studies for line in (*entry.head, *entry.body)}
    rest = [line for line in section.lines if id(line) not in taken and line.start not in starts]
    lines = [line for entry in studies for line in (*entry.head, *entry.body)]
    return Section(section.kind, section.heading, rest), Section("education", section.heading, lines)


def is_study(entry: Entry) -> bool:
    """True if the head of the entry names a degree or a school leaving certificate, and no occupation."""
    pieces = [piece for line in entry.head for piece in pieces_of(line) if not piece.place]
    degrees = [piece for piece in pieces if _names_degree(piece) or _TRAINING.search(piece.text)]
    if not degrees or any(_WORK_AT_SCHOOL.search(piece.text) for piece in pieces):
        return False
    others = [piece for piece in pieces if piece not in degrees]
    if any(title_score(piece.text) > 0 and not school_score(piece.text) for piece in others):
        return False
    # "Ingénieure logiciel" is an occupation as well, unless a school stands beside it.
    trains = any(_TRAINING.search(piece.text) for piece in degrees)
    alone = trains or (_is_whole(degrees[0]) and not title_score(degrees[0].text))
    return alone or any(school_score(piece.text) for piece in pieces)


def _names_degree(piece: Piece) -> bool:
    return DEGREE.match(piece.text) is not None and len(piece.text.split()) <= _LONGEST


def _is_whole(piece: Piece) -> bool:
    """True if the degree's name is no common word: at least six letters of it are matched."""
    match = DEGREE.match(piece.text)
    return match is not None and len(match[0]) >= 6
