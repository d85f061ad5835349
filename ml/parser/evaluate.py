"""How right is the parser? Runs it over the development résumés and prints the score by language, format
and layout.

    python -m ml.parser.evaluate [--resumes ../shared/resumes] [--json OUT] [--details]

The résumés and their hand-made truth lie outside of the repository; `score.py` beside them compares the
values
exactly as the acceptance does. Without the folder the script says so and ends with 0.

With `--templates` it also makes résumés of invented people in the templates of `ml.parser.templates` and
prints their score, apart for the templates that the rules were improved on (learn) and the others (test).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from ats_core.parser import ParseError, parse_resume
from ml.parser.templates.make import SPLITS, make_split

_DEFAULT = Path(__file__).resolve().parents[3] / "shared" / "resumes"
_TODAY = date(2026, 1, 1)


def predict(files: Path, target: Path) -> dict[str, float]:
    """Writes one prediction for each file to `target`; CPU milliseconds by file name."""
    spent = {}
    for path in sorted(files.iterdir()):
        began = time.process_time()
        try:
            answer = parse_resume(path.read_bytes(), path.name, today=_TODAY).to_api()
        except ParseError as error:
            print(f"{path.name}: {error.code}", file=sys.stderr)
            answer = {}
        spent[path.name] = (time.process_time() - began) * 1000
        (target / f"{path.stem}.json").write_text(
            json.dumps(answer, ensure_ascii=False, indent=1), encoding="utf-8"
        )
    return spent


def main() -> int:
    """Exit code 0; the score is a table, never a gate."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--resumes", type=Path, default=_DEFAULT)
    options.add_argument("--json", type=Path)
    options.add_argument("--details", action="store_true")
    options.add_argument("--templates", action="store_true", help="also score the made templates")
    options.add_argument("--keep", type=Path, help="folder that the predictions stay in")
    chosen = options.parse_args()
    score = chosen.resumes / "score.py"
    if not score.exists():
        print(f"skipped: no résumés with truth at {chosen.resumes}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        target = chosen.keep or Path(folder)
        target.mkdir(parents=True, exist_ok=True)
        spent = predict(chosen.resumes / "files", target)
        command = [
            sys.executable,
            str(score),
            "--truth",
            str(chosen.resumes / "truth"),
            "--pred",
            str(target),
        ]
        command += ["--details"] if chosen.details else []
        command += ["--json", str(chosen.json)] if chosen.json else []
        subprocess.run(command, check=True)
    milliseconds = sorted(spent.values())
    print(
        f"CPU per document: median {milliseconds[len(milliseconds) // 2]:.0f} ms, highest "
        f"{milliseconds[-1]:.0f} ms"
    )
    if chosen.templates:
        for split in SPLITS:
            _score_split(split, score)
    return 0


def _score_split(split: str, score: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        count = make_split(split, base)
        (base / "pred").mkdir()
        predict(base / "files", base / "pred")
        command = [sys.executable, str(score), "--truth", str(base / "truth"), "--pred", str(base / "pred")]
        subprocess.run([*command, "--json", str(base / "score.json")], check=True, capture_output=True)
        told = json.loads((base / "score.json").read_text(encoding="utf-8"))
    print(f"\ntemplates, {split}: {count} résumés, {100 * told['overall']['accuracy']:.1f} %")
    groups: dict[str, list[int]] = {}
    for stem, doc in told["docs"].items():
        for key in (stem.rpartition("-")[0], doc["language"], doc["layout"]):
            right = groups.setdefault(key, [0, 0])
            right[0] += doc["correct"]
            right[1] += doc["fields"]
    for key, (right_ones, fields) in sorted(groups.items()):
        print(f"  {key:24} {100 * right_ones / fields:5.1f} %  {right_ones}/{fields}")


if __name__ == "__main__":
    sys.exit(main())
