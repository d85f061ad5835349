"""Jobs and studies where rules see none: sections under headings that nobody knows, jobs without dates."""

from __future__ import annotations

from collections.abc import Sequence

from ats_core.parser.dates import find_dates
from ats_core.parser.document import Line
from ats_core.parser.entries import Entry
from ats_core.parser.learned.lines import classify
from ats_core.parser.pieces import pieces_of
from ats_core.parser.sections import Section

_OPEN = ("header", "summary", "other")  # kinds of sections that may hold what a heading did not announce
_PARTS = {"work": ("job", "task"), "education": ("study",)}
_HEADS = {"work": "job", "education": "study"}
_SURE = 0.6
_LONGEST_HEAD = 4


def unannounced(sections: Sequence[Section], kind: str) -> list[Section]:
    """Sections of that kind (work, education) made of the lines that read like it under no heading of it."""
    lines: list[Line] = []
    free: list[bool] = []
    for section in sections:
        held = [section.heading, *section.lines] if section.heading is not None else section.lines
        lines += held
        free += [section.kind in _OPEN] * len(held)
    guesses = classify(lines)
    made: list[Section] = []
    run: list[int] = []
    for index in range(len(lines) + 1):
        if index < len(lines) and free[index] and _belongs(guesses[index], kind, bool(run)):
            run.append(index)
            continue
        if run and _convincing([guesses[at] for at in run], kind):
            made.append(Section(kind, None, [lines[at] for at in run]))
        run = []
    dated = [section for section in made if any(find_dates(line.text) for line in section.lines)]
    # Beside jobs with dates, a block without any (a project, a prize) is no job.
    return dated or made


def _belongs(guess: dict[str, float], kind: str, begun: bool) -> bool:
    """True if the line is part of such a section; only a head begins one."""
    parts = _PARTS[kind] if begun else (_HEADS[kind],)
    likeliest = max(guess, key=lambda label: guess[label])
    return likeliest in parts or (begun and likeliest == "other" and sum(guess[part] for part in parts) > 0.3)


def _convincing(guesses: list[dict[str, float]], kind: str) -> bool:
    heads = [guess[_HEADS[kind]] for guess in guesses if guess[_HEADS[kind]] > 0.5]
    return len(guesses) > 1 and bool(heads) and sum(heads) / len(heads) >= _SURE


def undated_entries(lines: Sequence[Line]) -> list[Entry]:
    """The jobs of a work section that prints no dates, cut where the head of another begins."""
    guesses = classify([Line(("Experience",), bold=True), *lines])[1:]
    # No heading stands inside of a section: what looks like one is a title in large print.
    heads = [
        not line.bullet and guess["job"] + guess["heading"] > 0.5
        for line, guess in zip(lines, guesses, strict=True)
    ]
    entries: list[Entry] = []
    for line, is_head in zip(lines, heads, strict=True):
        if not is_head:
            if entries:
                entries[-1].body.append(line)
            continue
        if not entries or entries[-1].body or _begins(entries[-1].head, line):
            entries.append(Entry())
        entries[-1].head.append(line)
    return entries


def _begins(head: list[Line], line: Line) -> bool:
    """True if the line opens another job although no description ended the last: it looks like its first
    line.
    """
    first = head[0]
    whole = sum(not piece.place for piece in pieces_of(first)) > 1
    same = (round(first.size), first.bold, first.level) == (round(line.size), line.bold, line.level)
    differs = any(
        (round(o.size), o.bold, o.level) != (round(first.size), first.bold, first.level) for o in head
    )
    return len(head) >= _LONGEST_HEAD or (same and (whole or differs)) or (line.gap > 0.9 and len(head) > 1)
