"""Whether the heads of jobs print the title or the employer first, where no word of them is known."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from ats_core.language import fold
from ats_core.parser.learned.linear import HashedLinear
from ats_core.parser.pieces import Piece
from ats_core.parser.vocabulary import company_score, school_score, title_score

CLASSES = ("title", "company", "other")


@cache
def shipped() -> HashedLinear:
    """The classifier of pieces that comes with the parser."""
    return HashedLinear.load(Path(__file__).parent / "roles.bin")


def features_of(pieces: Sequence[Piece]) -> list[list[str]]:
    """The features of each piece of a job's head."""
    shapes = [_shape(piece) for piece in pieces]
    made = []
    for index, piece in enumerate(pieces):
        words = fold(piece.text).split()[:8]
        features = ["bias", f"at {min(index, 3)}", f"of {min(len(pieces), 4)}", *shapes[index]]
        features += [f"at {min(index, 3)} {name}" for name in shapes[index]]
        for step in (-1, 1):
            other = index + step
            near = shapes[other] if 0 <= other < len(pieces) else ["none"]
            features += [f"{step} {name}" for name in near]
            if 0 <= other < len(pieces):
                beside = pieces[other].line is piece.line
                features.append(f"{step} {'same' if beside else 'other'} line")
                features.append(f"{step} {_weight(piece, pieces[other])}")
        for word in words:
            features += [f"w {word}", *(f"end {word[-size:]}" for size in (2, 3, 4) if len(word) > size + 1)]
        if words:
            features += [f"first {words[0]}", f"last {words[-1]}"]
        made.append(features)
    return made


def _shape(piece: Piece) -> list[str]:
    text = piece.text
    words = text.split()
    holds = {
        "title": title_score(text) > 0,
        "company": company_score(text) > 0,
        "school": school_score(text) > 0,
        "caps": text.isupper(),
        "digit": any(letter.isdigit() for letter in text),
        "and": " & " in text,
        "capitals": all(word[:1].isupper() for word in words if len(word) > 3),
        "inner lower": any(word[:1].islower() for word in words),
        "comma": "," in text,
        "bold": piece.line.bold,
    }
    return [f"words {min(len(words), 5)}", *(name for name, held in holds.items() if held)]


def _weight(piece: Piece, other: Piece) -> str:
    if piece.line.bold != other.line.bold:
        return "bolder" if piece.line.bold else "lighter"
    larger = piece.line.size - other.line.size
    return "larger" if larger > 0.6 else "smaller" if larger < -0.6 else "same print"


def order_odds(pieces: Sequence[Piece]) -> float:
    """The log odds that of the first two pieces the title comes first and then the employer, against the
    opposite.
    """
    first, second = (shipped().probabilities(features) for features in features_of(pieces)[:2])
    title, company = CLASSES.index("title"), CLASSES.index("company")
    return math.log(first[title] * second[company] + 1e-9) - math.log(first[company] * second[title] + 1e-9)


def blinded(features: Sequence[str]) -> list[str]:
    """The features without what the word lists say, as they are for words that no list knows."""
    return [
        feature for feature in features if feature.rpartition(" ")[2] not in {"title", "company", "school"}
    ]
