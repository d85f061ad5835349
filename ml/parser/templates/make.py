"""Writes the files of the learning or the test templates, with their truth."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ml.parser.templates import learn, learn_layouts, test, test_layouts
from ml.parser.templates.people import LANGUAGES, make_person, truth_of
from ml.parser.templates.sheets import Sheet, Template, missing_tool, render

SPLITS: Mapping[str, Mapping[str, Template]] = {
    "learn": {**learn.TEMPLATES, **learn_layouts.TEMPLATES},
    "test": {**test.TEMPLATES, **test_layouts.TEMPLATES},
}
# Programs that take a second or more a page; a large set holds this many sheets of each template of theirs.
_SLOW = {"html": 20, "md": 20, "doc": 10, "odt-pdf": 10}


@dataclass(frozen=True, slots=True)
class Sample:
    """One made résumé: its file's name and bytes, and its truth."""

    stem: str
    suffix: str
    data: bytes
    truth: dict[str, Any]


def make_samples(split: str, people: int = 2, languages: tuple[str, ...] = LANGUAGES) -> Iterator[Sample]:
    """The résumés of a split: every template with `people` persons of each language. Templates whose tool is
    not installed are left out, with a word on stderr. Equal from run to run for the same tools.
    """
    for name, template in SPLITS[split].items():
        slow: dict[str, int] = {}
        for number in range(people):
            for language in languages:
                # Every template has people of its own.
                seed = f"{name}/{number}"
                person = make_person(language, seed, split)
                sheet = template(person)
                if tool := missing_tool(sheet.kind):
                    if not slow.get(tool):
                        print(f"{name}: left out, {tool} is not installed", file=sys.stderr)
                    slow[tool] = 1
                    continue
                slow[sheet.kind] = slow.get(sheet.kind, 0) + 1
                if slow[sheet.kind] > _SLOW.get(sheet.kind, sys.maxsize):
                    continue
                yield Sample(f"{name}-{language}{number}", sheet.suffix, render(sheet), _truth(person, sheet))


def _truth(person: Any, sheet: Sheet) -> dict[str, Any]:
    return truth_of(
        sheet.shown or person, style=sheet.style, layout=sheet.layout, format=sheet.suffix,
        no_skills=sheet.no_skills, no_certificates=sheet.no_certificates,
    )  # fmt: skip


def make_split(split: str, target: Path, people: int = 2) -> int:
    """Writes `files/` and `truth/` of a split under `target`; how many files."""
    (target / "files").mkdir(parents=True, exist_ok=True)
    (target / "truth").mkdir(exist_ok=True)
    count = 0
    for sample in make_samples(split, people):
        (target / "files" / f"{sample.stem}.{sample.suffix}").write_bytes(sample.data)
        (target / "truth" / f"{sample.stem}.json").write_text(
            json.dumps(sample.truth, ensure_ascii=False), encoding="utf-8"
        )
        count += 1
    return count
