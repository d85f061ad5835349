"""O*NET read from its files: technologies by category, and the elements of skills and knowledge.

Includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training
Administration (USDOL/ETA), used under CC BY 4.0: that is what an import has to say. Nothing of it ships.
"""

from __future__ import annotations

from pathlib import Path

from ats_core.taxonomy.model import LANGUAGES, Kind
from ats_core.taxonomy.official import Concept, Imported, Row, UnknownTable, bring_in, rows, tables
from ats_core.taxonomy.surface import key, slug

FILE = "onet.txt"
_ABOUT = (
    "Imported from O*NET by ats taxonomy import. Includes information from the O*NET Database by the U.S. "
    "Department of Labor, Employment and Training Administration (USDOL/ETA), used under CC BY 4.0."
)
_ELEMENTS: dict[str, Kind] = {"2.A": "soft", "2.B": "soft", "2.C": "professional"}


def import_onet(folder: Path, source: Path, language: str | None = None) -> Imported:
    """Merges the O*NET files that `source` is or holds into the additions in `folder`.

    Read are Technology Skills (Example, Commodity Code) and Skills and Knowledge (Element ID, Element Name),
    as text, CSV, or exported from the spreadsheets. `language` is that of the names, English unless told.
    Raises UnknownTable where nothing of the kind is found, OSError.
    """
    code = language or "en"
    concepts: dict[str, Concept] = {}
    for path in tables(source):
        for row in rows(path):
            if row.get("Example") and row.get("Commodity Code"):
                _technology(row, concepts, code)
            elif row.get("Element ID") and row.get("Element Name"):
                _element(row, concepts, code)
    if not concepts:
        raise UnknownTable(f"{source.name} holds no O*NET table of technologies, skills or knowledge.")
    return bring_in(folder, FILE, concepts, _ABOUT)


def _technology(row: Row, concepts: dict[str, Concept], code: str) -> None:
    group = f"onet:{row['Commodity Code']}"
    category = concepts.setdefault(
        group, Concept(group, f"onet-{row['Commodity Code']}", "technical", group=True)
    )
    _named(category, row.get("Commodity Title", ""), code)
    name = row["Example"].strip()
    external = f"onet:{key(name)}"
    technology = concepts.setdefault(external, Concept(external, f"onet-{slug(name)}", "technical"))
    _named(technology, name, code)
    if group not in technology.parents:
        technology.parents.append(group)


def _element(row: Row, concepts: dict[str, Concept], code: str) -> None:
    element = row["Element ID"].strip()
    kind = _ELEMENTS.get(element[:3])
    if kind is not None:
        external = f"onet:{element}"
        _named(
            concepts.setdefault(external, Concept(external, f"onet-{slug(element)}", kind)),
            row["Element Name"],
            code,
        )


def _named(concept: Concept, name: str, code: str) -> None:
    names = concept.names.setdefault(code if code in LANGUAGES else "", [])
    if name.strip() and name.strip() not in names:
        names.append(name.strip())
