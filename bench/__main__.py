"""`python -m bench [NAME...] [--quick]`: measures, prints a table, writes bench/results/<time>.json."""

from __future__ import annotations

import argparse
import dataclasses
import importlib
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench.measure import Result, machine

NAMES = (
    "importing", "lookups", "skills", "matching", "startup", "http_read", "embedded", "parsing", "parsers",
)  # fmt: skip


def main() -> int:
    arguments = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    arguments.add_argument("names", nargs="*", choices=[*NAMES, []], metavar="NAME", help=", ".join(NAMES))
    arguments.add_argument(
        "--quick", action="store_true", help="little data: shows that it runs, measures nothing"
    )
    given = arguments.parse_args()
    results: list[Result] = []
    print(f"{'value':>9}  {'aim':>8}  {'':8}  question")
    for name in given.names or NAMES:
        for result in importlib.import_module(f"bench.{name}").run(given.quick):
            results.append(result)
            aim = "" if result.aim is None else f"{'>=' if result.least else '<='} {result.aim:g}"
            value = f"{result.value:.3g}{result.unit}"
            print(f"{value:>9}  {aim:>8}  {result.verdict:8}  {result.question}", flush=True)
    folder = Path(__file__).parent / "results"
    folder.mkdir(exist_ok=True)
    now = datetime.now(UTC)
    rows = [dataclasses.asdict(r) | {"verdict": r.verdict} for r in results]
    written = folder / f"{now:%Y%m%dT%H%M%S%f}.json"
    written.write_text(
        json.dumps(
            {"at": now.isoformat(), "quick": given.quick, "machine": machine(), "results": rows}, indent=1
        )
    )
    print(f"written: {written.relative_to(folder.parent.parent)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
