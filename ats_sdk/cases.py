"""Regression cases: a document with what is to be read out of it, to parse again after each change.

A case is a folder with the document and `expected.json`, the candidate's data as it is to come out. It
holds a person's data: it belongs beside the data of the team, not into a public repository.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ats_core.errors import UsageError
from ats_core.resumes.corrections import changes
from ats_core.resumes.model import CONTACT, ENTRIES, LISTS

if TYPE_CHECKING:
    from ats_core.resumes.model import Change

EXPECTED = "expected.json"


@dataclass(frozen=True, slots=True)
class Case:
    """A document and the candidate's data that it is to give."""

    document: Path
    expected: dict[str, Any]


def write_case(folder: Path, name: str, sha256: str, content: bytes, data: Mapping[str, Any]) -> Path:
    """The folder of a new case below `folder`, named after the content; the same content replaces its case.

    `data` is the candidate's data, as corrected.
    """
    case = folder / sha256[:16]
    case.mkdir(parents=True, exist_ok=True)
    for old in case.iterdir():
        old.unlink()
    suffix = Path(name).suffix[:10]
    (case / f"document{suffix if suffix.replace('.', '').isalnum() else ''}").write_bytes(content)
    text = json.dumps(comparable(data), ensure_ascii=False, indent=2)
    (case / EXPECTED).write_text(text + "\n", encoding="utf-8")
    return case


def read_cases(folder: Path) -> Iterator[Case]:
    """The cases below `folder`, in order. UsageError if there is none, or one is incomplete."""
    found = sorted(folder.rglob(EXPECTED))
    if not found:
        raise UsageError(f"There is no case below {folder}.", hint="ats parse CV --fixture FOLDER makes one.")
    for expected in found:
        documents = [p for p in expected.parent.iterdir() if p.is_file() and p.name != EXPECTED]
        if len(documents) != 1:
            raise UsageError(f"{expected.parent} must hold one document beside {EXPECTED}.")
        try:
            data = json.loads(expected.read_text(encoding="utf-8"))
        except ValueError as error:
            raise UsageError(f"{expected} is no JSON: {error}.") from None
        yield Case(documents[0], data)


def differences(case: Case, data: Mapping[str, Any]) -> list[Change]:
    """Where `data`, as parsed now, is not what the case expects."""
    return changes(comparable(case.expected), comparable(data), None)


def comparable(data: Mapping[str, Any]) -> dict[str, Any]:
    """What of the candidate's data a case compares: values, not how sure the parser is of them."""
    contact = data.get("contact_info") or {}
    made: dict[str, Any] = {"contact_info": {name: contact.get(name) for name in CONTACT}}
    for name, fields in ENTRIES.items():
        made[name] = [{field: entry.get(field) for field in fields} for entry in data.get(name) or []]
    return made | {name: list(data.get(name) or []) for name in LISTS if name not in ENTRIES}
