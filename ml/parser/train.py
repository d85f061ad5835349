"""Makes the weights that the parser ships again, from résumés of invented people.

    python -m ml.parser.train [--count 3000] [--target ats_core/parser/learned]

`--count` is the least number of résumés. The same count, tools and version of the parser give the same
weights.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from pathlib import Path

from ats_core.parser.resume import PARSER_VERSION
from ml.parser.calibrate import fit_calibrator
from ml.parser.collect import parse_samples
from ml.parser.templates.make import SPLITS, make_samples
from ml.parser.templates.people import LANGUAGES

TARGET = Path(__file__).resolve().parents[2] / "ats_core" / "parser" / "learned"


def people_for(count: int) -> int:
    """How many people of each language every template of the learn split needs for that many résumés."""
    return max(1, -(-count // (len(SPLITS["learn"]) * len(LANGUAGES))))


def write_calibration(target: Path, count: int) -> str:
    """Writes calibration.json; the SHA-256 (hex) of the file."""
    cases = [
        case for parsed in parse_samples(make_samples("learn", people_for(count))) for case in parsed.cases
    ]
    made = {"parser_version": PARSER_VERSION, "cases": len(cases), "kinds": fit_calibrator(cases)}
    data = (json.dumps(made, indent=0, sort_keys=True, ensure_ascii=False) + "\n").encode()
    (target / "calibration.json").write_bytes(data)
    return hashlib.sha256(data).hexdigest()


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
    digest = write_calibration(chosen.target, chosen.count)
    print(f"calibration.json {digest} after {time.perf_counter() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
