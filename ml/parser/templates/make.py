"""Writes the files of the learning or the test templates, with their truth."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ml.parser.templates import learn, learn_layouts, test, test_layouts
from ml.parser.templates.people import LANGUAGES, Person, make_person, truth_of
from ml.parser.templates.sheets import Sheet, Template, missing_tool, render

SPLITS: Mapping[str, Mapping[str, Template]] = {
    "learn": {**learn.TEMPLATES, **learn_layouts.TEMPLATES},
    "test": {**test.TEMPLATES, **test_layouts.TEMPLATES},
}
# Programs that take a second or more a page; a large set holds this many sheets of each template of theirs.
_SLOW = {"html": 8, "md": 12, "doc": 3, "odt-pdf": 3}


@dataclass(frozen=True, slots=True)
class Sample:
    """One made résumé: its file's name and bytes, and its truth."""

    stem: str
    suffix: str
    data: bytes
    truth: dict[str, Any]


def make_samples(split: str, each: int = 10) -> Iterator[Sample]:
    """The résumés of a split: `each` of every template, in all languages by turns. Templates whose program is
    not installed are left out, with a word on stderr. The same from run to run for the same programs.
    """
    for index, (name, template) in enumerate(SPLITS[split].items()):
        made: Counter[str] = Counter()
        missing: set[str] = set()
        for turn in range(each):
            language = LANGUAGES[(index + turn) % len(LANGUAGES)]
            number = turn // len(LANGUAGES)
            # Every template has people of its own.
            person = make_person(language, f"{name}/{number}", split)
            sheet = template(person)
            made[sheet.kind] += 1
            if tool := missing_tool(sheet.kind):
                missing.add(tool)
            elif made[sheet.kind] <= _SLOW.get(sheet.kind, each):
                yield sample_of(name, language, number, person, sheet)
        for tool in sorted(missing):
            print(f"{name}: left out in part, {tool} is not installed", file=sys.stderr)


def sample_of(name: str, language: str, number: int, person: Person, sheet: Sheet) -> Sample:
    """The sheet of a template rendered, with its truth."""
    truth = truth_of(
        sheet.shown or person, style=sheet.style, layout=sheet.layout, format=sheet.suffix,
        no_skills=sheet.no_skills, no_certificates=sheet.no_certificates,
    )  # fmt: skip
    return Sample(f"{name}-{language}{number}", sheet.suffix, render(sheet), truth)


def make_split(split: str, target: Path, each: int = 10) -> int:
    """Writes `files/` and `truth/` of a split under `target`; how many files."""
    (target / "files").mkdir(parents=True, exist_ok=True)
    (target / "truth").mkdir(exist_ok=True)
    count = 0
    for sample in make_samples(split, each):
        (target / "files" / f"{sample.stem}.{sample.suffix}").write_bytes(sample.data)
        (target / "truth" / f"{sample.stem}.json").write_text(
            json.dumps(sample.truth, ensure_ascii=False), encoding="utf-8"
        )
        count += 1
    return count
