"""`ats match`: who fits a job, and why."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from ats_cli.output import Column, Format, cell, chosen, plain, prints, say, show_list
from ats_cli.session import ats

app = typer.Typer(rich_markup_mode=None, add_completion=False)

COLUMNS: list[Column] = [
    ("#", "rank"),
    ("CANDIDATE", lambda m: m.candidate_name or "(no name)"),
    ("SCORE", "match_score"),
    ("SKILLS", lambda m: f"{m.explanation.skills_match:.0f}"),
    ("EXPERIENCE", lambda m: f"{m.explanation.experience_match:.0f}"),
    ("EDUCATION", lambda m: f"{m.explanation.education_match:.0f}"),
    ("SURE", lambda m: f"{m.confidence:.0%}"),
    ("STAGE", "stage"),
    ("WHY", lambda m: " ".join(reasons(m))),
]


def reasons(match: Any) -> list[str]:
    """The first strengths and gaps, a line each."""
    return [f"+ {s}" for s in match.strengths[:2]] + [f"- {g}" for g in match.gaps[:2]]


@app.command()
@prints
def match(
    job: Annotated[str, typer.Argument(help="Requisition number or id.", metavar="JOB")],
    top: Annotated[int, typer.Option(help="How many of the best.", min=1, max=1000)] = 20,
    explain: Annotated[bool, typer.Option("--explain", help="Show every part of every score.")] = False,
    status: Annotated[str, typer.Option(help="active, hired, rejected, withdrawn, or all.")] = "active",
) -> None:
    """Ranks the candidates of a job, best first, with reasons. It decides nothing: you do.

    \b
    ats match REQ-2026-0001 --top 10
    ats match REQ-2026-0001 --explain
    ats match REQ-2026-0001 --json | jq '.matches[0].strengths'
    """
    which: Any = status
    with ats() as opened:
        ranking = opened.matching.rank(job, top=top, status=which)
    if chosen() is Format.JSON:
        print(ranking.model_dump_json(indent=2))
    elif chosen() is Format.TABLE and explain:
        for each in ranking.matches:
            _explain(each)
    elif chosen() is Format.TABLE:
        _ranked(ranking.matches)
    else:
        show_list(ranking.matches, COLUMNS)
    if chosen() is Format.TABLE:
        title = f"{ranking.requisition_number} {ranking.job_title}"
        say(f"{len(ranking.matches)} of {ranking.total} candidates of {title}.")
        if not ranking.total:
            say(f"Nobody has applied yet: ats import-resumes PATH... --job {ranking.requisition_number}")


def _ranked(matches: list[Any]) -> None:
    """The ranking as a table, each row with its reasons below, as wide as the terminal is."""
    import shutil
    import textwrap

    from rich.cells import cell_len

    shown = COLUMNS[:-1]
    rows = [[plain(cell(m, column)) for _, column in shown] for m in matches]
    widths = [max(cell_len(x) for x in column) for column in zip([h for h, _ in shown], *rows, strict=True)]

    def line(values: list[str]) -> str:
        padded = [
            v + " " * (w - cell_len(v)) if h in ("CANDIDATE", "STAGE") else " " * (w - cell_len(v)) + v
            for v, w, (h, _) in zip(values, widths, shown, strict=True)
        ]
        return "  ".join(padded).rstrip()

    print(line([h for h, _ in shown]))
    width = max(60, shutil.get_terminal_size((100, 24)).columns)
    for row, match in zip(rows, matches, strict=True):
        print(line(row))
        for reason in reasons(match):
            indent = " " * (widths[0] + 2)
            print(textwrap.fill(plain(reason), width, initial_indent=indent, subsequent_indent=indent + "  "))


def _explain(match: Any) -> None:
    print(plain(f"{match.rank}. {match.candidate_name or '(no name)'}  {match.match_score:.2f} of 100"))
    print_parts(match)
    print()


def print_parts(match: Any) -> None:
    """The terms of a score, which add up to it, and what stands behind them."""
    for part in match.parts:
        weight = f"{part.weight:.0%} of {part.value:.1f}" if part.weight else ""
        print(f"   {part.points:6.2f}  {part.name:<12} {weight}")
    print(f"   {match.match_score:6.2f}  in all; {match.confidence:.0%} sure")
    for strength in match.strengths:
        print(plain(f"   + {strength}"))
    for gap in match.gaps:
        print(plain(f"   - {gap}"))
