"""Headings that a narrow column breaks over two rows, put together before the rows are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ats_core.parser.headings import heading_section

if TYPE_CHECKING:
    from ats_core.parser.layout import Segment

_LONGEST = 28
_OPEN = re.compile(r"(?:\b(?:e|et|y|and|und|of|de|des|du)|[&,/-])$", re.I)


def join_broken_headings(segments: list[Segment]) -> list[Segment]:
    """The segments with "Histórico" and the "Profissional" below it joined: together a known heading."""
    short = sorted(
        (s for s in segments if len(s.text) <= _LONGEST and s.text[:1].isalpha()), key=lambda s: s.top
    )
    gone: set[int] = set()
    for at, upper in enumerate(short):
        if upper.index in gone:
            continue
        for lower in short[at + 1 :]:
            if lower.top > upper.bottom + 0.8 * (upper.bottom - upper.top):
                break
            if lower.index not in gone and _is_one(upper, lower):
                upper.text = f"{upper.text} {lower.text}"
                gone.add(lower.index)
                break
    return [s for s in segments if s.index not in gone] if gone else segments


def _is_one(upper: Segment, lower: Segment) -> bool:
    """True if the two segments stand below one another in one type and name one section only together."""
    if lower.top < upper.bottom - 0.4 * (upper.bottom - upper.top):
        return False
    if abs(upper.size - lower.size) > 0.3 or upper.bold != lower.bold or lower.page != upper.page:
        return False
    if abs(upper.left - lower.left) > 4 and abs(upper.right - lower.right) > 4:
        return False
    if heading_section(f"{upper.text} {lower.text}") is None:
        return False
    return heading_section(lower.text) is None or _OPEN.search(upper.text) is not None
