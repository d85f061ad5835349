"""ESCO read from the official CSV files: skills in any language, groups, broader and related ones.

ESCO is the European Commission's classification, free to use if it is named as the source (Decision
2011/833/EU). Nothing of it ships with the project.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from ats_core.taxonomy.model import LANGUAGES, Kind
from ats_core.taxonomy.official import Concept, Imported, Row, UnknownTable, bring_in, rows, tables
from ats_core.taxonomy.surface import slug

FILE = "esco.txt"
_ABOUT = (
    "Imported from ESCO by ats taxonomy import. "
    "This service uses the ESCO classification of the European Commission."
)
_LANGUAGE = re.compile(r"_([a-z]{2})(?:_labels)?\.(?:csv|txt)", re.IGNORECASE)
_LINE = re.compile(r"[\n|]")
# Skills for information and communication technologies hang below this group of the ISCED fields.
_COMPUTING = "/isced-f/06"


def import_esco(folder: Path, source: Path, language: str | None = None) -> Imported:
    """Merges the ESCO files that `source` is or holds into the additions in `folder`.

    `language` is that of the labels (two letters), where the file names do not end in it (skills_en.csv).
    Raises UnknownTable where nothing of ESCO is found, ValueError for labels of a language not told, OSError.
    """
    reader = _Reader(language)
    for path in tables(source):
        reader.read(path)
    if not reader.concepts and not reader.links:
        raise UnknownTable(f"{source.name} holds no table of ESCO skills (no column conceptUri).")
    reader.connect()
    return bring_in(folder, FILE, reader.concepts, _ABOUT)


class _Reader:
    def __init__(self, language: str | None) -> None:
        self.language = language
        self.concepts: dict[str, Concept] = {}
        self.links: list[tuple[str, str, bool]] = []  # from, to, whether the second is the broader one

    def read(self, path: Path) -> None:
        for row in rows(path):
            if "preferredLabel" in row and "conceptUri" in row:
                self._concept(row, path)
            elif "broaderUri" in row:
                self.links.append((row["conceptUri"], row["broaderUri"], True))
            elif "relatedSkillUri" in row:
                self.links.append((row["originalSkillUri"], row["relatedSkillUri"], False))
            else:
                return

    def _concept(self, row: Row, path: Path) -> None:
        uri = row["conceptUri"].strip()
        if not _is_skill(uri, row.get("conceptType", "")):
            return
        concept = self.concepts.setdefault(uri, Concept(uri, _id(uri)))
        if row.get("conceptType") == "SkillGroup":
            concept.group = True
        broader = _split(row.get("broaderConceptUri", ""))
        concept.parents += [b for b in broader if b not in concept.parents]
        concept.kind = _kind(row, broader)
        code = self._language_of(path)
        names = concept.names.setdefault(code if code in LANGUAGES else "", [])
        for name in (row["preferredLabel"], *_split(row.get("altLabels", ""))):
            if name.strip() and name.strip() not in names:
                names.append(name.strip())

    def _language_of(self, path: Path) -> str:
        named = _LANGUAGE.search(path.name)
        language = self.language or (named.group(1).lower() if named else None)
        if language is None:
            raise ValueError(f"The name of {path.name} does not end in its language (skills_en.csv).")
        return language

    def connect(self) -> None:
        """The links of tables of their own; a concept without names finds its earlier import."""
        for start, end, broader in self.links:
            if not _is_skill(start, ""):
                continue
            concept = self.concepts.setdefault(start, Concept(start, _id(start)))
            links = concept.parents if broader else concept.related
            if end not in links:
                links.append(end)


def _is_skill(uri: str, kind: str) -> bool:
    return "/occupation/" not in uri and "/isco/" not in uri and kind not in ("Occupation", "ISCOGroup")


def _id(uri: str) -> str:
    """The id of a concept that only ESCO has: the end of its URI, the same in every language and release."""
    return f"esco-{slug(uri.partition('/esco/')[2].removeprefix('skill/') or uri)}"


def _kind(row: Row, broader: Iterable[str]) -> Kind:
    if any(_COMPUTING in uri for uri in broader):
        return "technical"
    if row.get("reuseLevel") == "transversal" and row.get("skillType") == "skill/competence":
        return "soft"
    return "professional"


def _split(text: str) -> list[str]:
    return [part.strip() for part in _LINE.split(text) if part.strip()]
