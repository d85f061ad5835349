"""Ranks the candidates of one folder for each job of another, by their text alone.

    python -m ml.matcher.rank JOBS CANDIDATES

Both folders hold plain-text files. Standard output is TSV and nothing else: job, candidate, score (0-1), the
best candidate of each job first. Runtime dependencies only; nothing is trained, nothing is stored.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ats_core.matcher.text import rank


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m ml.matcher.rank", description=__doc__.splitlines()[0])
    parser.add_argument("jobs", type=Path, help="folder of plain-text job postings")
    parser.add_argument("candidates", type=Path, help="folder of plain-text résumés")
    chosen = parser.parse_args(arguments)
    for folder in (chosen.jobs, chosen.candidates):
        if not folder.is_dir():
            print(f"{folder} is no folder. Give two folders of plain-text files.", file=sys.stderr)
            return 2
    for job, candidate, score in rank(texts(chosen.jobs), texts(chosen.candidates)):
        sys.stdout.write(f"{job}\t{candidate}\t{score:.6f}\n")
    return 0


def texts(folder: Path) -> dict[str, str]:
    """The files of a folder by their name without ending; the whole name where two share it."""
    files = sorted(p for p in folder.iterdir() if p.is_file() and not p.name.startswith("."))
    stems = [p.stem for p in files]
    unique = len(set(stems)) == len(stems)
    return {
        (p.stem if unique else p.name): p.read_text(encoding="utf-8-sig", errors="replace") for p in files
    }


if __name__ == "__main__":
    sys.exit(main())
