"""python -m ml.samples: makes samples/ anew; with --generate N, N résumés of people who don't exist."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from ml.samples.making import make, make_samples


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 0, or 2 where the arguments do not fit."""
    options = _parser().parse_args(arguments)
    started = time.perf_counter()
    if options.generate is None:
        written, kept = make_samples(options.out) if options.out else make_samples()
        for path in kept:
            print(f"{path.name}: kept as it is; LibreOffice (soffice) is not installed", file=sys.stderr)
    else:
        from ml.samples.crowd import crowd

        if options.out is None:
            print("--generate needs --out DIR", file=sys.stderr)
            return 2
        people = crowd(options.generate, seed=options.seed, formats=options.formats.split(","))
        written, _ = make(people, options.out, options.out / "truth" if options.truth else None)
    print(f"{len(written)} files in {time.perf_counter() - started:.1f} s", file=sys.stderr)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ml.samples", description=__doc__)
    parser.add_argument("--generate", type=int, metavar="N", help="make N résumés instead of the samples")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where to write (the samples: samples/)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same people (default 1)")
    parser.add_argument("--formats", default="pdf", help="of pdf, docx, txt, apart by commas (default pdf)")
    parser.add_argument("--truth", action="store_true", help="write the truth beside them, in DIR/truth")
    return parser


if __name__ == "__main__":
    sys.exit(main())
