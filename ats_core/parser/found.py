"""A value on its way out of the document: what it is, how it was printed, where, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ats_core.parser.model import Receipt

if TYPE_CHECKING:
    from ats_core.parser.document import Document, Line


@dataclass(slots=True)
class Found:
    """A value with its printed text, its line and its confidence (0-1).

    `by` is the stable name of the rule or model that found it ("email-pattern", "title-vocabulary").
    """

    value: str
    raw: str
    confidence: float
    line: Line | None = None
    by: str = field(kw_only=True)


def receipt_of(found: Found, document: Document) -> Receipt:
    """Where the value stands: in the joined text, and for PDF on which page and in which box."""
    line = found.line
    confidence = round(found.confidence, 3)
    if line is None:
        at = document.text.find(found.raw)
        end = at + len(found.raw) if at >= 0 else None
        return Receipt(
            raw=found.raw,
            confidence=confidence,
            start=at if at >= 0 else None,
            end=end,
            found_by=found.by,
        )
    at = line.text.find(found.raw)
    start, end = (
        (line.start + at, line.start + at + len(found.raw))
        if at >= 0
        else (line.start, line.start + len(line.text))
    )
    box = None
    if line.boxes:
        cell = next((i for i, text in enumerate(line.cells) if found.raw in text), None)
        chosen = [line.boxes[cell]] if cell is not None and cell < len(line.boxes) else list(line.boxes)
        box = (
            round(min(b[0] for b in chosen), 1), round(min(b[1] for b in chosen), 1),
            round(max(b[2] for b in chosen), 1), round(max(b[3] for b in chosen), 1),
        )  # fmt: skip
    return Receipt(
        raw=found.raw,
        confidence=confidence,
        start=start,
        end=end,
        page=line.page,
        box=box,
        found_by=found.by,
    )
