"""How right is the parser? Runs it over the development résumés and prints the score by language, format
and layout.

    python -m ml.parser.evaluate [--resumes ../shared/resumes] [--json OUT] [--details]

The résumés and their hand-made truth lie outside of the repository; `score.py` beside them compares the
values
exactly as the acceptance does. Without the folder the script says so and ends with 0.
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
    return 0


if __name__ == "__main__":
    sys.exit(main())
