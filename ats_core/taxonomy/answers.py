"""What `ats taxonomy find` and `ats taxonomy scan` say: plain dictionaries, in the order of the texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ats_core.taxonomy import find, scan

Answer = dict[str, Any]


def found(texts: Iterable[str]) -> list[Answer]:
    """For each text the skill that it names as a whole; `id`, `name`, `kind` null where it is unknown."""
    return [_found(text) for text in texts]


def scanned(texts: Iterable[str]) -> list[Answer]:
    """For each text the skills that its prose speaks of, with their places (`text[start:end]`)."""
    return [
        {
            "text": text,
            "skills": [
                {
                    "id": skill.id,
                    "name": skill.name,
                    "start": skill.start,
                    "end": skill.end,
                    "confidence": skill.confidence,
                }
                for skill in scan(text)
            ],
        }
        for text in texts
    ]


def _found(text: str) -> Answer:
    match = find(text)
    if match is None:
        return {"text": text, "id": None, "name": None, "kind": None, "confidence": 0.0}
    return {
        "text": text,
        "id": match.id,
        "name": match.name,
        "kind": match.kind,
        "confidence": match.confidence,
    }
