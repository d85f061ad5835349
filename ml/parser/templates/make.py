"""Writes the files of the learning or the test templates, with their truth."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from ml.parser.templates import learn, test
from ml.parser.templates.people import LANGUAGES, make_person, truth_of
from ml.parser.templates.sheets import Template, missing_tool, render

SPLITS: Mapping[str, Mapping[str, Template]] = {"learn": learn.TEMPLATES, "test": test.TEMPLATES}


def make_split(split: str, target: Path, people: int = 2) -> int:
    """Writes `files/` and `truth/` of a split under `target`; how many files. Templates whose tool is not
    installed are left out, with a word on stderr.
    """
    (target / "files").mkdir(parents=True, exist_ok=True)
    (target / "truth").mkdir(exist_ok=True)
    count = 0
    for name, template in SPLITS[split].items():
        for language in LANGUAGES:
            for number in range(people):
                person = make_person(language, 100 * (split == "test") + number)
                sheet = template(person)
                if tool := missing_tool(sheet.kind):
                    print(f"{name}: left out, {tool} is not installed", file=sys.stderr)
                    break
                stem = f"{name}-{language}{number}"
                truth = truth_of(
                    sheet.shown or person, style=sheet.style, layout=sheet.layout, format=sheet.suffix,
                    no_skills=sheet.no_skills, no_certificates=sheet.no_certificates,
                )  # fmt: skip
                (target / "files" / f"{stem}.{sheet.suffix}").write_bytes(render(sheet))
                (target / "truth" / f"{stem}.json").write_text(
                    json.dumps(truth, ensure_ascii=False), encoding="utf-8"
                )
                count += 1
    return count
