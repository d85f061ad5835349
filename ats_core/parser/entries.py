"""The entries of a section: which lines head one (title, employer, dates), which describe it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from dataclasses import replace as with_changes

from ats_core.parser.dates import DateSpan, find_dates, is_only_date, is_present, without_dates
from ats_core.parser.document import Line
from ats_core.parser.labels import without_labels
from ats_core.parser.pieces import is_duration, pieces_of
from ats_core.parser.places import place_score

_SENTENCE_END = re.compile(r"[.;:!]$")
# Legal forms end in a full stop without ending a sentence.
_ABBREVIATED_END = re.compile(
    r"(?:\b(?:inc|ltd|ltda|lda|cia|mbh|pty|sa|srl|co|corp|bros|llc|jr|sr|dr|st|etc|bzw|dipl|ing|nr|no)|\b\w(?:\.\s?\w)+)\.$",
    re.I,
)
_LEAD_IN = re.compile(r"^[^\t:]{2,40}:(?:\s|$)")
_URL = re.compile(r"^\W*(?:https?://|www\.)\S+\W*$", re.I)
_RUN_IN = re.compile(r"([)\]]?)\s*[:.]\s+(?=\S.{25})")
# Title, employer and place as one sentence, and what follows it.
_TITLE_RUN_IN = re.compile(r"^([A-ZÀ-Þ0-9][^.\t]{5,60}, [A-ZÀ-Þ][^.\t]{2,60})\.(?:\s+(\S.*))?$")
_LEGAL_END = re.compile(r"\b(?:gmbh|ag|kg|ug|ltd|inc|llc|sarl|sas|s\.?a|s\.?l|ltda|lda|bv|srl)\b", re.I)
_BY = re.compile(r"^(?:bei|beim|chez|at|@)\s")
_CLAUSE_END = re.compile(r"(?<=\w{3})[.;:](?=\s)|(?<=\))[.;:](?=\s)")
_LATE_CUT = re.compile(
    r",(?=\s)|\s(?=(?:de la|des|du|dans|dédiée?s?|chargée?|pour|for the|in charge|responsible|"
    r"where|für die|für den|para|encargad[oa]|responsable|responsável)\s)"
)
_FORM_LINES = 2
_MAX_BEFORE = 3
_MAX_AFTER = 3


@dataclass(slots=True)
class Entry:
    """One entry: its head lines in reading order, its dates, and its description."""

    head: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    dates: DateSpan | None = None
    date_line: Line | None = None


def split_entries(lines: list[Line], is_head: Callable[[Line], bool] | None = None) -> list[Entry]:
    """The entries that dates mark in `lines`, in printed order; none if no line carries a date.

    `is_head`, where given, says of a line without date that it can only be part of a head (a degree, a
    school).
    """
    lines = [line for line in without_labels(lines) if not is_duration(line.text)]
    lines = _part_run_in(merge_split_dates(_untangled(lines)))
    anchors = _anchors(lines)
    if not anchors:
        return []
    usual = Counter(_look(line) for line in lines).most_common(1)[0][0]
    heady = [_is_heady(line, is_head) or _is_marked(line, usual) for line in lines]
    for anchor in anchors:
        heady[anchor] = True
    before = _before_first(lines, anchors, heady)
    starts = _starts(lines, anchors, heady, before)
    entries = []
    for rank, anchor in enumerate(anchors):
        end = starts[rank + 1] if rank + 1 < len(anchors) else len(lines)
        entries.append(_entry(lines[starts[rank] : end], anchor - starts[rank], heady[starts[rank] : end]))
    return entries


def labelled_entries(lines: list[Line]) -> list[Entry]:
    """The entries of a form without dates ("Position: ...", "Employer: ..."): each begins with the label that
    the first begins with.
    """
    told = without_labels(lines)
    roles = [line.role for line in told if line.role in {"title", "company"}]
    if len(roles) < _FORM_LINES or len(set(roles)) < len({"title", "company"}):
        return []
    entries: list[Entry] = []
    for line in told:
        if line.role == roles[0]:
            entries.append(Entry())
        if entries:
            (entries[-1].head if line.role not in {"", "tasks"} else entries[-1].body).append(line)
    return entries


def _untangled(lines: list[Line]) -> list[Line]:
    """The lines with entries that stand beside one another (a row of schools, a row of dates) in turn."""
    made: list[Line] = []
    index = 0
    while index < len(lines):
        count = len(lines[index].cells)
        end = index
        while count > 1 and end < len(lines) and len(lines[end].cells) == count:
            end += 1
        dated = any(all(is_only_date(cell) for cell in line.cells) for line in lines[index:end])
        if end - index > 1 and dated:
            made.extend(_only_cell(line, cell) for cell in range(count) for line in lines[index:end])
            index = end
            continue
        made.append(lines[index])
        index += 1
    return made


def _only_cell(line: Line, cell: int) -> Line:
    start = line.start + sum(len(other) + 1 for other in line.cells[:cell])
    return with_changes(
        line, cells=line.cells[cell : cell + 1], boxes=line.boxes[cell : cell + 1], start=start
    )


def _part_run_in(lines: list[Line]) -> list[Line]:
    """The lines with "Engineer at Acme (2019 - 2021): did this and that" parted into head and description."""
    parted: list[Line] = []
    for line in lines:
        if parted and is_only_date(parted[-1].text) and (match := _TITLE_RUN_IN.match(line.text)):
            # "Teacher, Alder School, Leeds. Taught Grades 8 to 12 ..." below its dates.
            parted.append(with_changes(line, cells=(match[1],), boxes=line.boxes[:1], bold=True))
            if match[2]:
                told_at = line.start + match.start(2)
                parted.append(
                    with_changes(line, cells=(match[2],), boxes=line.boxes[:1], bullet=True, start=told_at)
                )
            continue
        if len(line.cells) > 2 and is_only_date(line.cells[0]) and len(line.cells[-1].split()) > 12:
            # A table row whose last cell tells of the work.
            at = line.start + len(line.text) - len(line.cells[-1])
            parted.append(with_changes(line, cells=line.cells[:-1], boxes=line.boxes[:-1]))
            parted.append(
                with_changes(line, cells=line.cells[-1:], boxes=line.boxes[-1:], bullet=True, start=at)
            )
            continue
        spans = [span for span in find_dates(line.text) if not span.single] if len(line.text) > 60 else []
        if spans and spans[0].at <= 1 and not line.bullet and (at := _end_of_head(line, spans[0])):
            # "2015 - 2017 Acme Ltd Engineer; in charge of ..." as one paragraph.
            told = line.text[at:].lstrip(" ;:.,")
            head = line.text[:at].rstrip(" ;:.,")
            parted += head_and_told(line, head, len(line.text) - len(told))
            continue
        match = (
            _RUN_IN.match(line.text, spans[0].to)
            if len(spans) == 1 and 3 < spans[0].at < spans[0].to < 120
            else None
        )
        if match is None:
            parted.append(line)
            continue
        parted += head_and_told(line, line.text[: match.start()] + match[1], match.end())
    return parted


def head_and_told(line: Line, head: str, at: int) -> tuple[Line, Line]:
    """A line that is a paragraph as two: its head, and what its text from `at` on tells."""
    told = with_changes(
        line, cells=(line.text[at:],), boxes=line.boxes[:1], bullet=True, bold=False, start=line.start + at
    )
    return with_changes(line, cells=(head,), boxes=line.boxes[:1]), told


def _end_of_head(line: Line, span: DateSpan) -> int:
    """Where the head of a paragraph that begins with its dates ends; 0 if the line is no such paragraph."""
    text = line.text
    if len(text) - span.to < 110:
        return 0
    begun = span.to + 12
    for before, _ in line.turns:
        place = text.find(before)
        if 0 <= place < span.to + 60:
            begun = max(begun, place + len(before) + 8)
    stop = _CLAUSE_END.search(text, begun)
    if stop is None or stop.start() > span.to + 130:
        stop = _LATE_CUT.search(text, begun)
    return stop.start() + 1 if stop is not None and stop.start() < span.to + 130 else 0


def merge_split_dates(lines: list[Line]) -> list[Line]:
    """The lines with dates put together that were printed on two lines ("June 2018", "- May 2022")."""
    merged: list[Line] = []
    for line in lines:
        last = merged[-1] if merged else None
        if last is not None and (joined := _joined(last, line)) is not None:
            merged[-1] = joined
            continue
        merged.append(line)
    return merged


def _joined(last: Line, line: Line) -> Line | None:
    """One line of two of which the second ends the first one's date; None if they are no such pair."""
    first, second = last.cells[0], line.cells[0]
    opened = find_dates(first)
    if len(opened) != 1 or not (opened[0].single or opened[0].current) or not is_only_date(first):
        return None
    alone = opened[0].single and len(last.cells) == 1
    goes_on = is_present(second) or (is_only_date(second) and re.match(r"^\W", second))
    if goes_on or (alone and _begins_with_its_end(opened[0], line)):
        pass
    elif not (is_only_date(second) and len(line.cells) == 1 and alone):
        return None
    closed = find_dates(second)
    if closed and (not closed[0].single or (closed[0].end or "")[:4] < (opened[0].start or "")[:4]):
        return None
    text = f"{first.rstrip(' -–—')} - {second.lstrip(' -–—')}"
    return with_changes(
        last, cells=(text, *last.cells[1:], *line.cells[1:]), boxes=(*last.boxes, *line.boxes[1:])
    )


def _begins_with_its_end(opened: DateSpan, line: Line) -> bool:
    """True for "November 2022 Baker" below a date that stands alone: the row ends its period."""
    spans = find_dates(line.text)
    if len(spans) != 1 or not spans[0].single or spans[0].at > 0 or is_only_date(line.text):
        return False
    start, end = opened.start or "", spans[0].end or ""
    return len(start) == len(end) and start <= end


def _anchors(lines: list[Line]) -> list[int]:
    """The lines whose date opens an entry: plain lines first; bullets only where no plain line has a date."""
    plain = [i for i, line in enumerate(lines) if not line.bullet and _carries_date(line)]
    if plain:
        return plain
    return [i for i, line in enumerate(lines) if line.bullet and _carries_date(line)]


def _carries_date(line: Line) -> bool:
    text = line.text
    spans = find_dates(text)
    if not spans or len(text) > 160:
        return False
    rest = without_dates(text, spans)
    if len(line.cells) == 2 and is_only_date(line.cells[0]):
        return len(rest) < 130
    if any(not span.single for span in spans):
        return len(rest) < 110 and not (len(rest) > 60 and _SENTENCE_END.search(rest))
    if line.bullet and not is_only_date(text):
        if len(text) < 130 and re.search(r"\(\s*$", text[: spans[0].at]):
            return True
        return find_dates(text)[0].at < 3 or text.rstrip(" )").endswith(text[spans[-1].at : spans[-1].to])
    if any(is_only_date(cell) for cell in line.cells):
        return True
    if text[0].islower() and spans[0].at > 1:
        return False  # a sentence goes on
    at_edge = spans[0].at <= 1 or len(text.rstrip(" ).")) <= spans[-1].to + 1
    return at_edge and len(text) < 110 and not (text[0].islower() and len(rest) > 30)


def _is_heady(line: Line, is_head: Callable[[Line], bool] | None) -> bool:
    """True if the line could stand in the head of an entry."""
    text = line.text
    if line.role:
        return line.role != "tasks"
    if _URL.match(text):
        return not line.bullet
    if line.level:
        return True
    if is_head is not None and is_head(line):
        return True
    if line.bullet or len(text) > 110:
        return False
    words = len(text.split())
    if _SENTENCE_END.search(text) and words > 2 and not _ABBREVIATED_END.search(text):
        return False
    if text.endswith(":") or (_LEAD_IN.match(text) and words > 3 and not line.bold):
        return False
    if words > 14:
        return False
    first = text.lstrip("\"'«“(")[:1]
    # Firms may write themselves small: "polytrak GmbH & Co KG".
    return not (first.islower() and words > 2) or (words < 12 and _names_firm(text))


def _names_firm(text: str) -> bool:
    return _LEGAL_END.search(text) is not None or _BY.match(text) is not None


def _before_first(lines: list[Line], anchors: list[int], heady: list[bool]) -> int:
    """How many head lines stand above the date in each entry, judged by the first entries."""
    counts = []
    for rank, anchor in enumerate(anchors[:4]):
        floor = anchors[rank - 1] + 1 if rank else 0
        count = 0
        while anchor - count - 1 >= floor and heady[anchor - count - 1] and count < _MAX_BEFORE:
            count += 1
        if rank and anchor - count == floor:
            continue  # no description between: says nothing about which entry the lines belong to
        counts.append(count)
    if not counts:
        return 0
    first = counts[0]
    return min(first, max(counts[1:]) + 1) if len(counts) > 1 and first else first


def _look(line: Line) -> tuple[float, bool, int]:
    return (round(line.size), line.bold, line.level)


def _is_marked(line: Line, usual: tuple[float, bool, int]) -> bool:
    """True for a short line in larger or bolder type than the section's usual one."""
    size, bold, _ = usual
    marked = line.size > size + 0.6 or (line.bold and not bold)
    return marked and not line.role and len(line.text.split()) <= (6 if line.bullet else 10)


def _starts(lines: list[Line], anchors: list[int], heady: list[bool], before: int) -> list[int]:
    """Index of the first line of each entry."""
    starts = []
    usual = Counter(_look(line) for line in lines).most_common(1)[0][0]
    opening = _look(lines[max(0, anchors[0] - before)])
    closed = anchors[-1] == len(lines) - 1  # nothing stands below the last date: dates end the entries
    for rank, anchor in enumerate(anchors):
        floor = anchors[rank - 1] + 1 if rank else 0
        while rank and floor < anchor and all(place_score(cell) >= 0.6 for cell in lines[floor].cells):
            floor += 1  # the place under a date belongs to the job above
        start = anchor
        if rank and before and closed and all(heady[floor:anchor]) and anchor - floor <= _MAX_BEFORE:
            start = floor
        while start > floor and anchor - start < before and heady[start - 1]:
            start -= 1
        if opening != usual and rank and before:
            # Entries open with a line of one look: nothing above it belongs to the entry.
            first = next((i for i in range(start, anchor + 1) if _look(lines[i]) == opening), start)
            if _look(lines[first]) != opening:
                # Printed once for several entries: this one begins with its first marked line.
                first = next((i for i in range(start, anchor + 1) if _is_marked(lines[i], usual)), start)
            plain = all(_look(line) == usual for line in lines[start:first])
            start = first if first != anchor or plain else start
        if before == 0:
            start = _pull_marked(lines, start, floor, heady)
        starts.append(start if rank else min(start, anchor))
    return starts


def _pull_marked(lines: list[Line], start: int, floor: int, heady: list[bool]) -> int:
    """Takes the employer printed once over several jobs, just above a date, into the entry."""
    if start <= floor or not heady[start - 1]:
        return start
    above, anchor = lines[start - 1], lines[start]
    if sum(not piece.place for piece in pieces_of(anchor)) > 1:
        return start  # title and employer stand beside the dates
    follows_body = (start - 1 > floor and not heady[start - 2]) or start - 1 == 0
    marked = above.level or (above.bold and not _bold_body(lines)) or above.size > anchor.size + 0.6
    return start - 1 if follows_body and marked else start


def _bold_body(lines: list[Line]) -> bool:
    return sum(1 for line in lines if line.bold) > 0.7 * len(lines)


def _entry(lines: list[Line], anchor: int, heady: list[bool]) -> Entry:
    last = anchor
    while last + 1 < len(lines) and last - anchor < _MAX_AFTER and heady[last + 1]:
        if _continues_body(lines, last + 1, heady):
            break
        last += 1
    head = lines[: last + 1] + [line for line in lines[last + 1 :] if line.role not in {"", "tasks"}]
    body = [line for line in lines[last + 1 :] if line.role in {"", "tasks"}]
    entry = Entry(head=head, body=body, date_line=lines[anchor])
    spans = find_dates(lines[anchor].text)
    entry.dates = next((span for span in spans if not span.single), spans[0] if spans else None)
    return entry


def _continues_body(lines: list[Line], index: int, heady: list[bool]) -> bool:
    """True if the line is the last one of a paragraph, short only because the text ran out."""
    return index > 0 and not heady[index - 1] and not lines[index].level
