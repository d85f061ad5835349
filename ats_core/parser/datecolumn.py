"""Dates that a narrow left column breaks over several rows, put together again."""

from __future__ import annotations

from dataclasses import replace

from ats_core.parser.dates import find_dates, is_date_part, is_only_date
from ats_core.parser.document import Line, make_line

_LOOK_AHEAD = 3  # rows; the text beside the date may be set in rows of another height


def join_broken_dates(lines: list[Line]) -> list[Line]:
    """The lines with "04/2017 –" and the "12/2019" below it joined in the first of their rows."""
    made = list(lines)
    index = 0
    while index < len(made):
        rows = _rest_of_date(made, index)
        if rows:
            text = made[index].cells[0] + "".join(_part(made[at]) for at in rows)
            made[index] = replace(made[index], cells=(text, *made[index].cells[1:]))
            for at in reversed(rows):
                rest = _without_first_cell(made[at])
                made[at : at + 1] = [rest] if rest is not None else []
        index += 1
    return made


def _part(line: Line) -> str:
    """The first cell as it goes on with a date; a dash before it was taken for a bullet."""
    return f" - {line.cells[0]}" if line.bullet else f" {line.cells[0]}"


def _without_first_cell(line: Line) -> Line | None:
    if len(line.cells) < 2:
        return None
    rest = make_line(line.cells[1:], boxes=line.boxes[1:])
    if rest is None:
        return None
    return replace(line, cells=rest.cells, boxes=rest.boxes, bullet=rest.bullet)


def _rest_of_date(lines: list[Line], index: int) -> list[int]:
    """The rows whose first cells end the date that begins in the first cell of this row; empty if none do."""
    line = lines[index]
    if not line.boxes or len(line.boxes) != len(line.cells) or not is_date_part(line.cells[0]):
        return []
    if any(not span.single and not span.current for span in find_dates(line.cells[0])):
        return []
    edge = line.boxes[1][0] if len(line.cells) > 1 else 0.0
    joined, rows, whole = line.cells[0], list[int](), list[int]()
    for at in range(index + 1, min(index + 1 + _LOOK_AHEAD, len(lines))):
        other = lines[at]
        if not other.boxes or other.page != line.page:
            break
        edge = edge or (other.boxes[1][0] if len(other.cells) > 1 else 0.0)
        left, _, right, _ = other.boxes[0]
        if edge and left >= edge - 2:
            continue  # a row of the text beside the date
        if not (edge and right < edge + 1 and left < line.boxes[0][2] and is_date_part(other.cells[0])):
            break
        joined += _part(other)
        rows = [*rows, at]
        spans = find_dates(joined)
        if len(spans) > 1:
            break
        if spans and not spans[0].single and is_only_date(joined):
            whole = rows
    return whole
