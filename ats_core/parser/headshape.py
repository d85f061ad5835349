"""Where the entries of a section print title and employer: the plain ones show it for those that are not.

A place is the distance of a line from the one with the dates, and the number of a part on that line, parts
standing between commas, bars, dashes and wide gaps.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace as with_changes
from typing import NamedTuple

from ats_core.parser.document import Line
from ats_core.parser.entries import Entry
from ats_core.parser.found import Found
from ats_core.parser.pieces import Piece, pieces_of

_LEAST = 2  # plain entries that agree
_SHARE = 0.6  # of all plain ones
_COMMA = re.compile(r",\s+")


class Place(NamedTuple):
    """A part of an entry's head: `line` counts from the line with the dates, `part` from the left."""

    line: int
    part: int


class Shape(NamedTuple):
    """Where title and employer stand."""

    title: Place
    company: Place


def shape_of(entry: Entry, title: Found, company: Found) -> Shape | None:
    """Where these two stand in the head of the entry; None if one stands elsewhere."""
    places = [_place_of(entry, found) for found in (title, company)]
    if places[0] is None or places[1] is None or places[0] == places[1]:
        return None
    return Shape(places[0], places[1])


def usual_shape(shapes: Sequence[Shape | None]) -> Shape | None:
    """The shape that most of the plain entries share; None if there is none."""
    known = Counter(shape for shape in shapes if shape is not None)
    if not known:
        return None
    (shape, count), *_ = known.most_common(1)
    return shape if count >= _LEAST and count >= _SHARE * known.total() else None


def in_shape(entry: Entry, shape: Shape) -> tuple[Piece, Piece] | None:
    """The pieces of this entry that stand where `shape` says; None if one is not there."""
    if shape.title.line == shape.company.line:
        line = _line_at(entry, shape.title.line)
        parts = parts_of(line) if line is not None else []
        first, second = sorted((shape.title.part, shape.company.part))
        if len(parts) <= second:
            return None
        early, late = _joined(parts[first:second]), _joined(parts[second:])
        return (early, late) if shape.title.part < shape.company.part else (late, early)
    found = []
    for place in shape:
        line = _line_at(entry, place.line)
        parts = parts_of(line) if line is not None else []
        if len(parts) <= place.part:
            return None
        found.append(_joined(parts[place.part :]))
    return found[0], found[1]


def parts_of(line: Line) -> list[Piece]:
    """The parts of a line that name no place, from left to right."""
    return [
        with_changes(piece, text=part)
        for piece in pieces_of(line)
        if not piece.place
        for part in _COMMA.split(piece.text)
        if part.strip()
    ]


def _line_at(entry: Entry, distance: int) -> Line | None:
    if entry.date_line is None or entry.date_line not in entry.head:
        return None
    at = entry.head.index(entry.date_line) + distance
    return entry.head[at] if 0 <= at < len(entry.head) else None


def _place_of(entry: Entry, found: Found) -> Place | None:
    if entry.date_line is None or entry.date_line not in entry.head or found.line not in entry.head:
        return None
    distance = entry.head.index(found.line) - entry.head.index(entry.date_line)
    for number, part in enumerate(parts_of(found.line)):
        if found.value.startswith(part.text[:20]):
            return Place(distance, number)
    return None


def _joined(parts: list[Piece]) -> Piece:
    """The parts as one piece, as the line prints them."""
    first, last, text = parts[0], parts[-1], parts[0].line.text
    at = text.find(first.text)
    end = text.find(last.text, at) + len(last.text)
    return with_changes(first, text=text[at:end]) if 0 <= at < end else first
