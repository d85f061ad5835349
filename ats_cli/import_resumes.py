"""`ats import-resumes`: from a folder of résumés to people, and to a ranked list."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ats_cli.output import Column, Format, chosen, prints, say, show_list, table, write_csv
from ats_cli.session import ats

if TYPE_CHECKING:
    from collections.abc import Callable

app = typer.Typer(rich_markup_mode=None, add_completion=False)

FILES: list[Column] = [
    ("FILE", "path"),
    ("STATUS", lambda f: f.status.value),
    ("REASON", "reason"),
    ("CANDIDATE", "candidate_name"),
    ("SCORE", lambda f: getattr(f, "match_score", None)),
]
REPORT = (
    "path",
    "sha256",
    "status",
    "reason",
    "message",
    "candidate_id",
    "candidate_name",
    "match_score",
    "ms",
)
STATUSES = ("created", "updated", "duplicate", "failed")


@app.command()
@prints
def import_resumes(
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders, globs, zip files; - reads a list of them from stdin.")
    ],
    job: Annotated[str | None, typer.Option(help="Everybody found applies for this job.")] = None,
    source: Annotated[
        str | None, typer.Option(help="Where these people come from, such as 'Career fair'.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(help="Parsers at work at once; the cores if not given.", min=1)
    ] = None,
    report: Annotated[
        Path | None, typer.Option(help="Write what became of each file to this CSV file.")
    ] = None,
    plan: Annotated[bool, typer.Option("--plan", help="Say what would happen; write nothing.")] = False,
) -> None:
    """Imports résumés: PDF, Word and text; whoever is known is recognised, and nobody is lost.

    \b
    ats import-resumes ~/cvs
    ats import-resumes ~/cvs --job REQ-2026-0001 --source "Career fair"
    ats import-resumes cvs.zip 'more/**/*.pdf' --report outcome.csv
    find . -name '*.pdf' | ats import-resumes -

    Each file ends as created, updated, duplicate or failed, with a reason. Exit code 6 says that some
    failed. Ctrl-C is safe: the same command goes on where it stopped.
    """
    given = _listed(paths)
    if report is not None:
        _writable(report)
    with ats(workers=workers) as opened, _progress() as (on_total, on_file):
        if plan:
            outcome: Any = opened.plan_import(given, job=job, workers=workers, on_total=on_total)
        else:
            outcome = opened.import_resumes(
                given, job=job, source=source, workers=workers, on_file=on_file, on_total=on_total
            )
    if report is not None:
        with report.open("w", newline="", encoding="utf-8") as file:
            write_csv(file, [[_text(f, name) for name in REPORT] for f in outcome.files], REPORT)
    _show(outcome, plan, job, report)
    if outcome.failed:
        raise typer.Exit(6)


def _listed(paths: list[str]) -> list[str]:
    """The paths, with those on stdin in the place of -."""
    found: list[str] = []
    for path in paths:
        found += [line for line in sys.stdin.read().splitlines() if line.strip()] if path == "-" else [path]
    return found


def _writable(report: Path) -> None:
    """Nothing; UsageError now, rather than after an hour of importing, if the report can't be written."""
    from ats_core.errors import UsageError

    try:
        with report.open("a"):
            pass
    except OSError as error:
        raise UsageError(f"The report can't be written to {report}: {error.strerror}.") from None


@contextmanager
def _progress() -> Iterator[tuple[Callable[[int], None], Callable[[Any], None]]]:
    """`(on_total, on_file)`, which move a bar on stderr if that is a terminal."""
    if not sys.stderr.isatty():
        yield (lambda total: None), (lambda outcome: None)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("importing", total=None)
        yield (
            (lambda total: bar.update(task, total=total)),
            (lambda outcome: bar.advance(task)),
        )


def _text(item: Any, name: str) -> str:
    value = getattr(item, name, None)
    return "" if value is None else str(getattr(value, "value", value))


def _show(outcome: Any, plan: bool, job: str | None, report: Path | None) -> None:
    if chosen() is Format.JSON:
        print(outcome.model_dump_json(indent=2))
        return
    if chosen() is not Format.TABLE:
        show_list(outcome.files, FILES)
        return
    verb = "would be " if plan else ""
    failed = [f for f in outcome.files if f.status.value == "failed"]
    if failed:
        table([[f.path, f.reason, f.message] for f in failed[:50]], ["FAILED", "REASON", "WHAT TO DO"])
        if len(failed) > 50:
            say(f"... and {len(failed) - 50} more; --report FILE.csv lists them all.")
    counts = ", ".join(f"{getattr(outcome, name)} {verb}{name}" for name in STATUSES)
    print(f"{outcome.inputs} {'file' if outcome.inputs == 1 else 'files'}: {counts}")
    if report is not None:
        say(f"Report: {report}")
    if getattr(outcome, "resumed", False):
        say("Went on with an import that had been cut off.")
    if not outcome.inputs:
        say("There was nothing to import.")
    elif job is not None and not plan:
        say(f"Next: ats match {job} --top 10 --explain")
