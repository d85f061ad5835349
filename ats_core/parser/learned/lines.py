"""What each line of a document is (a job's head, a task, a heading ...), by its own look and its
neighbours'.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from ats_core.language import fold
from ats_core.parser.dates import find_dates, is_only_date
from ats_core.parser.document import Line
from ats_core.parser.headings import heading_section
from ats_core.parser.learned.linear import HashedLinear
from ats_core.parser.places import place_score
from ats_core.parser.vocabulary import DEGREE, company_score, school_score, title_score

CLASSES = ("name", "contact", "heading", "job", "task", "study", "skill", "certificate", "tongue", "other")
_WORDS = 10


@cache
def shipped() -> HashedLinear:
    """The classifier of lines that comes with the parser."""
    return HashedLinear.load(Path(__file__).parent / "lines.bin")


def classify(lines: Sequence[Line]) -> list[dict[str, float]]:
    """For each line the probability (0-1) of each class."""
    model = shipped()
    return [
        dict(zip(model.classes, model.probabilities(features), strict=True))
        for features in features_of(lines)
    ]


def features_of(lines: Sequence[Line], *, blind: bool = False) -> list[list[str]]:
    """The features of each line. `blind` leaves out what is known of headings, so that a model fitted to both
    kinds can tell sections without them.
    """
    usual = _usual_size(lines)
    shapes = [_shape(line, usual) for line in lines]
    kinds = [None if blind else heading_section(line.text) for line in lines]
    made: list[list[str]] = []
    section = "none"
    for index, line in enumerate(lines):
        kind = kinds[index]
        section = kind or section
        own = shapes[index]
        features = ["bias", f"at {min(index, 9) if index < 10 else 'later'}", f"section {section}", *own]
        features += [f"section {section} {name}" for name in own]
        if kind is not None:
            features.append(f"known {kind}")
        for step in (-2, -1, 1, 2):
            other = index + step
            if 0 <= other < len(lines):
                features += [f"{step} {name}" for name in shapes[other]]
                if kinds[other] is not None:
                    features.append(f"{step} known {kinds[other]}")
            else:
                features.append(f"{step} none")
        if not (blind and heading_section(line.text)):
            features += _words(line)
        made.append(features)
    return made


def _usual_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _shape(line: Line, usual: float) -> list[str]:
    """What the line looks like, without its words."""
    text = line.text
    words = text.split()
    dates = find_dates(text)
    made = [f"words {_bucket(len(words))}", f"size {_step(line.size, usual)}"]
    made.append(f"gap {'2' if line.gap > 1.2 else '1' if line.gap > 0.5 else '0'}")
    holds = {
        "bullet": line.bullet,
        "bold": line.bold,
        "level": bool(line.level),
        "cells": len(line.cells) > 1,
        "caps": text.isupper(),
        "lower": text[:1].islower(),
        "digit": any(letter.isdigit() for letter in text),
        "stop": text.endswith("."),
        "colon": text.endswith(":"),
        "has colon": ":" in text,
        "comma": "," in text,
        "dash": bool(re.search(r"\s[-–—|•·]\s", text)),
        "at sign": "@" in text,
        "phone": sum(letter.isdigit() for letter in text) > 7,
        "date": bool(dates),
        "only date": bool(dates) and is_only_date(text),
        "title": title_score(text) > 0,
        "company": company_score(text) > 0,
        "school": school_score(text) > 0,
        "degree": DEGREE.search(text) is not None,
        "place": len(text) < 60 and place_score(text) >= 0.6,
        "capitals": len(words) > 1 and sum(word[:1].isupper() for word in words) >= 0.7 * len(words),
    }
    return made + [name for name, held in holds.items() if held]


def _bucket(count: int) -> str:
    return next((str(least) for least in (15, 9, 6, 4, 3, 2) if count >= least), "1")


def _step(size: float, usual: float) -> str:
    """How much larger the print is than that of most lines."""
    if not size:
        return "none"
    return next((str(least) for least in (3.0, 0.6, -0.6) if size - usual > least), "smaller")


def _words(line: Line) -> list[str]:
    words = fold(line.text).split()[:_WORDS]
    if not words:
        return []
    made = [f"w {word}" for word in words if not word.isdigit()]
    made += [f"end {word[-3:]}" for word in words[:4] if len(word) > 4]
    made += [f"first {words[0]}", f"last {words[-1]}"]
    return made
