"""Skills: one name for many spellings in five languages, and how near one skill is to another.

A pure engine. The data (`data/*.txt`, docs/taxonomy.md) is read at the first use, with what users added if
`use` has been told where that is.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

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
    "use",
]

_additions: list[tuple[Path, int, int]] = []  # the files that `use` found, with time and size


def use(folder: Path | None) -> None:
    """From now on this process knows what the files of `folder` add as well; None or no such folder: nothing.

    The last one told counts for the whole process; told again, it looks whether the files have changed. Lines
    that can't be read are passed over; the check names them.
    """
    wanted = []
    if folder is not None and folder.is_dir():
        from ats_core.taxonomy.additions import files

        wanted = [(path, (stat := path.stat()).st_mtime_ns, stat.st_size) for path in files(folder)]
    if wanted != _additions:
        _additions[:] = wanted
        default.cache_clear()


@cache
def default() -> Taxonomy:
    """The taxonomy that comes with the engine, with the additions of `use`."""
    skills = read_folder()
    if _additions:
        from ats_core.taxonomy.additions import merge, read_additions

        skills = merge(skills, read_additions(path for path, _, _ in _additions).skills).skills
    return Taxonomy(skills)


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
