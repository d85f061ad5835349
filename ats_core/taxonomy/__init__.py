"""Skills: one name for many spellings in five languages, and how near one skill is to another.

A pure engine. The data (`data/*.txt`, docs/taxonomy.md) is read at the first use.
"""

from __future__ import annotations

from functools import cache

from ats_core.taxonomy.check import check
from ats_core.taxonomy.index import Taxonomy
from ats_core.taxonomy.model import KINDS, LANGUAGES, Found, Kind, Match, Relation, RelationKind, Skill
from ats_core.taxonomy.source import read, read_folder

__all__ = [
    "KINDS",
    "LANGUAGES",
    "Found",
    "Kind",
    "Match",
    "Relation",
    "RelationKind",
    "Skill",
    "Taxonomy",
    "check",
    "default",
    "find",
    "read",
    "read_folder",
    "relation",
    "scan",
    "skill",
]


@cache
def default() -> Taxonomy:
    """The taxonomy that comes with the engine."""
    return Taxonomy(read_folder())


def find(text: str) -> Match | None:
    """The skill that `text` as a whole names ("ReactJS", "Advanced Excel", "Inglés (C1)"), or None."""
    return default().find(text)


def scan(text: str) -> list[Found]:
    """The skills that running prose speaks of, in order, without overlaps; everyday words only in context."""
    from ats_core.taxonomy.prose import scan as scan_prose

    return scan_prose(text, default())


def skill(skill_id: str) -> Skill | None:
    """The skill with that id, or None."""
    return default().skills.get(skill_id)


def relation(a_id: str, b_id: str) -> Relation:
    """How skill `b_id`, which somebody has, stands to `a_id`, which is asked for, with credit 0-1."""
    return default().relation(a_id, b_id)
