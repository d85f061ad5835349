"""Official classifications merged into the users' additions: skills that exist get names, the rest are added.

A concept keeps its place by its external id, so that a second import of the same file changes nothing, and
one in another language adds that language's names.
"""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ats_core.taxonomy.additions import files, merge, read_additions
from ats_core.taxonomy.model import LANGUAGES, Kind, Skill
from ats_core.taxonomy.source import read_folder
from ats_core.taxonomy.surface import key
from ats_core.taxonomy.writing import clean, write

Row = dict[str, str]
_CELL = 10_000_000  # characters of one cell; the csv module's own bound is too low for long descriptions


class UnknownTable(ValueError):
    """A file or folder that holds no table of that classification."""


@dataclass(slots=True)
class Concept:
    """A skill of a classification: `names` by language ("" where it is none of ours), the preferred first."""

    external: str
    id: str
    kind: Kind = "professional"
    names: dict[str, list[str]] = field(default_factory=dict)
    parents: list[str] = field(default_factory=list)  # external ids
    related: list[str] = field(default_factory=list)
    group: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: `concepts` read, of them `known` before (to the taxonomy or from an earlier import)
    and `new`; `names` added; `taken` names that already name another skill; the file that was written."""

    concepts: int
    known: int
    new: int
    names: int
    taken: int
    file: Path


def rows(path: Path) -> Iterator[Row]:
    """The rows of a CSV or tab-separated file, packed by gzip or not, by the names of its columns.

    Raises UnknownTable for what is no text, OSError.
    """
    csv.field_size_limit(_CELL)
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            delimiter = max(("\t", ",", ";"), key=first.count)
            for row in csv.DictReader(file, delimiter=delimiter):
                yield {name.strip(): value or "" for name, value in row.items() if isinstance(name, str)}
    except (UnicodeDecodeError, csv.Error, gzip.BadGzipFile) as error:
        raise UnknownTable(f"{path.name} is no CSV or text file: {error}") from error


def tables(path: Path) -> list[Path]:
    """The CSV and text files that `path` is or holds, by name."""
    if path.is_dir():
        return sorted(p for p in path.iterdir() if re.search(r"\.(?:csv|txt|tsv)(?:\.gz)?$", p.name.lower()))
    return [path]


def bring_in(folder: Path, name: str, concepts: Mapping[str, Concept], about: str) -> Imported:
    """Merges `concepts`, by external id, into the file `name` of `folder`, beside what it held before."""
    path = folder / name
    earlier = read_additions([path] if path.exists() else []).skills
    others = read_additions([p for p in files(folder) if p != path] if folder.is_dir() else []).skills
    rest = merge(read_folder(), others).skills
    book = _Book(rest, earlier)
    places = {concept.external: book.place(concept) for concept in concepts.values()}
    concepts = {e: c for e, c in concepts.items() if c.names or places[e] in book.before}
    known = sum(places[external] in book.before for external in concepts)
    for concept in concepts.values():
        book.enter(places[concept.external], concept)
    for concept in concepts.values():
        book.link(places[concept.external], concept, places)
    write(path, book.skills(), about)
    return Imported(len(concepts), known, len(concepts) - known, book.added, book.taken, path)


@dataclass(slots=True)
class _Entry:
    """One line of the file in the making; `names` by language, those of none of ours under ""."""

    kind: Kind
    names: dict[str, list[str]] = field(default_factory=dict)
    external: list[str] = field(default_factory=list)
    parents: list[str] = field(default_factory=list)
    related: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)


class _Book:
    """The file in the making: an entry for each skill, and whose each spelling is."""

    def __init__(self, rest: Iterable[Skill], earlier: Iterable[Skill]) -> None:
        self.added = self.taken = 0
        self._owners: dict[str, str] = {}
        self._entries: dict[str, _Entry] = {}
        self._by_external: dict[str, str] = {}
        self._outside = {skill.id for skill in self._claimed(rest)}
        for skill in self._claimed(earlier):
            self._entries[skill.id] = _entry(skill)
            self._by_external.update(dict.fromkeys(skill.external, skill.id))
        self.before = self._outside | set(self._entries)

    def _claimed(self, skills: Iterable[Skill]) -> Iterator[Skill]:
        for skill in skills:
            for spelling in skill.spellings():
                self._owners.setdefault(key(spelling), skill.id)
            yield skill

    def place(self, concept: Concept) -> str:
        """The id of a concept: the one it had, else that of the skill that it names, else its own."""
        if concept.external in self._by_external:
            return self._by_external[concept.external]
        preferred = [names[0] for names in concept.names.values() if names and not concept.group]
        named = (self._owners.get(key(name)) for name in preferred)
        return next((skill_id for skill_id in named if skill_id), concept.id)

    def enter(self, skill_id: str, concept: Concept) -> None:
        """The names of a concept, as far as they name nothing else."""
        entry = self._entries.setdefault(skill_id, _Entry(concept.kind))
        if concept.external not in entry.external:
            entry.external.append(concept.external)
        if concept.group and skill_id not in self._outside:
            entry.flags = {"quiet", "apart"}
        for code, names in concept.names.items():
            for name in map(clean, names):
                owner = self._owners.get(key(name))
                if owner is None and key(name):
                    self._owners[key(name)] = skill_id
                    entry.names.setdefault(code, []).append(name)
                    self.added += 1
                self.taken += owner not in (None, skill_id)

    def link(self, skill_id: str, concept: Concept, places: Mapping[str, str]) -> None:
        """Parents and related ones that exist; what ships keeps its own place in the hierarchy."""
        entry = self._entries[skill_id]
        if skill_id not in self._outside:
            self._connect(entry.parents, concept.parents, skill_id, places)
        self._connect(entry.related, concept.related, skill_id, places)

    def _connect(
        self, links: list[str], externals: Iterable[str], skill_id: str, places: Mapping[str, str]
    ) -> None:
        for external in externals:
            other = places.get(external) or self._by_external.get(external)
            if other and other != skill_id and other not in links:
                links.append(other)

    def skills(self) -> Iterator[Skill]:
        for skill_id, entry in self._entries.items():
            yield _skill(skill_id, entry, supplement=skill_id in self._outside)


def _entry(skill: Skill) -> _Entry:
    """The entry that `_skill` made `skill` from."""
    names = {code: list(group) for code, group in skill.names.items()}
    english = [*skill.aliases]
    if not skill.supplement and not any(skill.name in group for group in names.values()):
        english = [skill.name, *english]
    if english:
        names["en"] = english
    return _Entry(
        skill.kind, names, list(skill.external), list(skill.parents), list(skill.related), set(skill.flags)
    )


def _skill(skill_id: str, entry: _Entry, *, supplement: bool) -> Skill:
    """One word alone may be an everyday word, so in prose it needs a context."""
    names = {code: tuple(group) for code, group in entry.names.items() if code in LANGUAGES and code != "en"}
    english = [*entry.names.get("en", ()), *entry.names.get("", ())]
    every = [*english, *(name for group in names.values() for name in group)]
    name = "" if supplement else every[0] if every else skill_id
    return Skill(
        skill_id,
        name,
        entry.kind,
        tuple(entry.parents),
        tuple(entry.related),
        tuple(alias for alias in english if alias != name),
        names,
        frozenset(each for each in every if " " not in each),
        frozenset(entry.flags),
        tuple(entry.external),
        supplement,
    )
