"""How right is the parser, and does it know? Scores by language, format and layout, and the calibration.

    python -m ml.parser.evaluate [--resumes ../shared/resumes] [--json OUT] [--details] [--templates]

The development résumés and their hand-made truth lie outside of the repository; `score.py` beside them
compares the values exactly as the acceptance does. Without the folder the script says so and goes on.

With `--templates` it also makes résumés of invented people in the templates of `ml.parser.templates`,
apart for those that rules and weights were improved on (learn) and the others (test), and prints their
accuracy, the reliability of confidence, the years of experience and the words kept of descriptions.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from ats_core.parser import ParsedResume, ParseError, parse_resume
from ml.parser import judge, reliability
from ml.parser.collect import TODAY, parse_samples
from ml.parser.templates.make import SPLITS, make_samples

_DEFAULT = Path(__file__).resolve().parents[3] / "shared" / "resumes"


def predict(files: Path, target: Path) -> dict[str, ParsedResume]:
    """Writes one prediction for each file to `target`; the parses by stem."""
    parsed = {}
    for path in sorted(files.iterdir()):
        answer = {}
        try:
            resume = parse_resume(path.read_bytes(), path.name, today=TODAY)
            parsed[path.stem], answer = resume, resume.to_api()
        except ParseError as error:
            print(f"{path.name}: {error.code}", file=sys.stderr)
        text = json.dumps(answer, ensure_ascii=False, indent=1)
        (target / f"{path.stem}.json").write_text(text, encoding="utf-8")
    return parsed


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0; the score is a table, never a gate."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--resumes", type=Path, default=_DEFAULT)
    options.add_argument("--json", type=Path)
    options.add_argument("--details", action="store_true")
    options.add_argument("--templates", action="store_true", help="also score the made templates")
    options.add_argument("--each", type=int, default=20, help="résumés of each template")
    options.add_argument("--keep", type=Path, help="folder that the predictions stay in")
    chosen = options.parse_args(arguments)
    if (chosen.resumes / "score.py").exists():
        _score_real(chosen)
    else:
        print(f"skipped: no résumés with truth at {chosen.resumes}")
    if chosen.templates:
        for split in SPLITS:
            _score_split(split, chosen.each)
    return 0


def _score_real(chosen: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder:
        target = chosen.keep or Path(folder)
        target.mkdir(parents=True, exist_ok=True)
        began = time.process_time()
        parsed = predict(chosen.resumes / "files", target)
        spent = (time.process_time() - began) * 1000 / max(1, len(parsed))
        command = [sys.executable, str(chosen.resumes / "score.py")]
        command += ["--truth", str(chosen.resumes / "truth"), "--pred", str(target)]
        command += ["--details"] if chosen.details else []
        command += ["--json", str(chosen.json)] if chosen.json else []
        subprocess.run(command, check=True)
    values = []
    for stem, resume in parsed.items():
        truth = json.loads((chosen.resumes / "truth" / f"{stem}.json").read_text(encoding="utf-8"))
        values += list(judge.verdicts(truth, resume))
    print(f"CPU per document: mean {spent:.0f} ms")
    _print_reliability(values)


@dataclass(slots=True)
class _Tally:
    """Counts of right and all by group, and what else is measured on a split."""

    groups: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    values: list[judge.Verdict] = field(default_factory=list)
    years: list[bool] = field(default_factory=list)
    kept: list[float] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)


def _score_split(split: str, each: int) -> None:
    tally = _Tally()
    for parsed in parse_samples(make_samples(split, each)):
        truth, resume = parsed.sample.truth, parsed.resume
        keys = (
            "all",
            parsed.sample.stem.rpartition("-")[0],
            truth["language"],
            truth["layout"],
            truth["format"],
        )
        for kind, found in judge.found_fields(truth, resume):
            for key in (*keys, kind):
                tally.groups[key][0] += found
                tally.groups[key][1] += 1
        tally.values += list(judge.verdicts(truth, resume))
        tally.kept += list(judge.words_kept(truth, resume))
        tally.cpu_ms.append(parsed.cpu_ms)
        if truth["years"] is not None:
            tally.years.append(abs(resume.candidate_data.years_of_experience - truth["years"]) <= 0.5)
    right, fields = tally.groups.pop("all")
    share = 100 * right / fields
    print(f"\ntemplates, {split}: {len(tally.cpu_ms)} résumés, {share:.1f} % ({right} of {fields})")
    for key, (some, all_) in sorted(tally.groups.items()):
        print(f"  {key:26} {100 * some / all_:5.1f} %  {some}/{all_}")
    _print_share("years of experience within 0.5 (CVs with dates)", tally.years)
    _print_share("descriptions with 90 % of their words (jobs)", [kept >= 0.9 for kept in tally.kept])
    print(f"  CPU per document: mean {sum(tally.cpu_ms) / len(tally.cpu_ms):.0f} ms")
    _print_reliability(tally.values)


def _print_share(name: str, held: list[bool]) -> None:
    print(f"  {name}: {100 * sum(held) / max(1, len(held)):.1f} % ({sum(held)} of {len(held)})")


def _print_reliability(values: list[judge.Verdict]) -> None:
    fields = [value for value in values if value.kind not in {"skill", "certification"}]
    for name, some in (("all values", values), ("contact, work, education", fields)):
        right, share = reliability.sure_ones(some)
        error = reliability.calibration_error(some)
        print(
            f"  {name}: {len(some)}; with 0.9 or more {100 * share:.1f} %, of these right {100 * right:.1f} %"
        )
        print(f"    expected calibration error {error:.3f}")
    print(reliability.table(values))


if __name__ == "__main__":
    sys.exit(main())
