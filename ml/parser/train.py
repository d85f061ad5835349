"""Makes the weights that the parser ships again, from résumés of invented people.

    python -m ml.parser.train [--count 3000] [--target ats_core/parser/learned]

`--count` is the least number of résumés. The same count, programs (typst, pandoc, Chromium, LibreOffice) and
parser give the same weights. With another `--target` the calibrator is fitted to the parser as it is, with
the line classifier that it ships.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ats_core.parser.learned import lines, roles
from ats_core.parser.reader import read_document
from ats_core.parser.resume import PARSER_VERSION
from ats_core.parser.sections import of_kind, split_sections
from ats_core.parser.work import heads_of
from ml.parser.calibrate import fit_calibrator
from ml.parser.collect import parse_samples
from ml.parser.fit import fit_linear, rows_of, save_linear
from ml.parser.judge import close
from ml.parser.labels import labels_of
from ml.parser.templates.make import SPLITS, Sample, make_samples

TARGET = Path(__file__).resolve().parents[2] / "ats_core" / "parser" / "learned"


def each_for(count: int) -> int:
    """How many résumés of every template of the learn split make at least `count` together; slow programs
    render fewer of theirs.
    """
    return -(-count // (len(SPLITS["learn"]) - 2)) if count > 300 else -(-count // len(SPLITS["learn"]))


def write_lines(target: Path, samples: Sequence[Sample]) -> None:
    """Writes lines.bin. Every other résumé counts twice, the second time without what is known of
    headings.
    """
    examples = []
    for number, sample in enumerate(samples):
        document = read_document(sample.data, f"cv.{sample.suffix}")
        labels = labels_of(document.lines, sample.truth)
        for blind in (False, True)[: 1 + number % 2]:
            rows = [rows_of(features) for features in lines.features_of(document.lines, blind=blind)]
            examples += list(zip(rows, labels, strict=True))
    save_linear(target / "lines.bin", fit_linear(examples, lines.CLASSES), lines.CLASSES)
    lines.shipped.cache_clear()


def write_roles(target: Path, samples: Sequence[Sample]) -> None:
    """Writes roles.bin. Each head counts twice, the second time without what the word lists say."""
    examples = []
    for sample in samples:
        sections = split_sections(read_document(sample.data, f"cv.{sample.suffix}"))
        for section in of_kind(sections, "work"):
            for pieces in heads_of(section.lines):
                labels = [_role(piece.text, sample.truth) for piece in pieces]
                if {"title", "company"} <= set(labels):
                    features = roles.features_of(pieces)
                    rows = [rows_of(each) for each in (*features, *map(roles.blinded, features))]
                    examples += list(zip(rows, labels * 2, strict=True))
    save_linear(target / "roles.bin", fit_linear(examples, roles.CLASSES), roles.CLASSES)
    roles.shipped.cache_clear()


def _role(text: str, truth: Mapping[str, Any]) -> str:
    title, company = (
        any(close(job[key], text) for job in truth["work_history"]) for key in ("title", "company")
    )
    return "other" if title == company else "title" if title else "company"


def write_calibration(target: Path, samples: Sequence[Sample]) -> None:
    """Writes calibration.json."""
    cases = [case for parsed in parse_samples(samples) for case in parsed.cases]
    made = {"parser_version": PARSER_VERSION, "cases": len(cases), "kinds": fit_calibrator(cases)}
    text = json.dumps(made, indent=0, sort_keys=True, ensure_ascii=False) + "\n"
    (target / "calibration.json").write_text(text, encoding="utf-8")


def note_digests(target: Path) -> None:
    """Puts the SHA-256 of each file into the model card beside it, where there is one."""
    card = target / "MODEL_CARD.md"
    for name in ("lines.bin", "roles.bin", "calibration.json"):
        digest = hashlib.sha256((target / name).read_bytes()).hexdigest()
        print(f"{name} {digest}")
        if card.exists():
            text = card.read_text(encoding="utf-8")
            card.write_text(
                re.sub(rf"(`{re.escape(name)}` \| `)[0-9a-f]{{64}}", rf"\g<1>{digest}", text),
                encoding="utf-8",
            )


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--count", type=int, default=3000)
    options.add_argument("--target", type=Path, default=TARGET)
    chosen = options.parse_args(arguments)
    chosen.target.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    samples = list(make_samples("learn", each_for(chosen.count)))
    print(f"{len(samples)} résumés after {time.perf_counter() - began:.0f} s")
    write_lines(chosen.target, samples)
    print(f"line classifier after {time.perf_counter() - began:.0f} s")
    write_roles(chosen.target, samples)
    print(f"order of heads after {time.perf_counter() - began:.0f} s")
    write_calibration(chosen.target, samples)
    print(f"calibrator after {time.perf_counter() - began:.0f} s")
    note_digests(chosen.target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
