"""`ats match`: who fits a job, and why."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Annotated, Any

import typer

from ats_cli.output import Column, Format, cell, chosen, plain, prints, say, show_list, show_one
from ats_cli.session import ats, candidate_id

app = typer.Typer(rich_markup_mode=None, add_completion=False)


def who(match: Any) -> str:
    """The candidate's name, or the pseudonym if the match is blind."""
    return str(match.candidate if hasattr(match, "candidate") else match.candidate_name or "(no name)")


COLUMNS: list[Column] = [
    ("#", "rank"),
    ("CANDIDATE", who),
    ("SCORE", "match_score"),
    ("SKILLS", lambda m: f"{m.explanation.skills_match:.0f}"),
    ("EXPERIENCE", lambda m: f"{m.explanation.experience_match:.0f}"),
    ("EDUCATION", lambda m: f"{m.explanation.education_match:.0f}"),
    ("SURE", lambda m: f"{m.confidence:.0%}"),
    ("STAGE", "stage"),
    ("WHY", lambda m: " ".join(reasons(m))),
]


BLIND: list[Column] = [
    *COLUMNS[:-1],
    ("JUDGED", lambda m: m.verdict and m.verdict.value),
    ("APPLICATION", "application_id"),
    COLUMNS[-1],
]


def reasons(match: Any) -> list[str]:
    """The first strengths and gaps, a line each."""
    return [f"+ {s}" for s in match.strengths[:2]] + [f"- {g}" for g in match.gaps[:2]]


@app.command()
@prints
def match(
    job: Annotated[str, typer.Argument(help="Requisition number or id.", metavar="JOB")],
    candidates: Annotated[
        list[str] | None,
        typer.Argument(
            help="Only these: ids, e-mail addresses or names, whether they have applied or not.",
            metavar="[CANDIDATE]...",
        ),
    ] = None,
    top: Annotated[int, typer.Option(help="How many of the best.", min=1, max=1000)] = 20,
    explain: Annotated[bool, typer.Option("--explain", help="Show every part of every score.")] = False,
    status: Annotated[str, typer.Option(help="active, hired, rejected, withdrawn, or all.")] = "active",
    blind: Annotated[
        bool, typer.Option("--blind", help="Hide who they are: names, schools, dates, gendered words, links.")
    ] = False,
    pool: Annotated[
        bool, typer.Option("--pool", help="All candidates, whether they have applied or not.")
    ] = False,
    why_not: Annotated[
        str | None, typer.Option(help="Why this candidate is not among the --top, and what would change it.")
    ] = None,
) -> None:
    """Ranks the candidates of a job, best first, with reasons. It decides nothing: you do.

    \b
    ats match REQ-2026-0001 --top 10
    ats match REQ-2026-0001 --explain
    ats match REQ-2026-0001 --pool --top 50
    ats match REQ-2026-0001 --blind
    ats match REQ-2026-0001 ana.silva@example.com otto.brandt@example.com
    ats match REQ-2026-0001 --top 10 --why-not ana.silva@example.com
    ats match REQ-2026-0001 --json | jq '.matches[0].strengths'
    """
    if blind and (why_not or candidates or pool):
        from ats_core.errors import UsageError

        raise UsageError("--blind hides who they are; it goes with no candidate's name and not with --pool.")
    if why_not is not None:
        _why_not(job, why_not, top)
        return
    if candidates:
        _named(job, candidates, explain)
        return
    which: Any = status
    with ats() as opened:
        rank: Any = opened.screening.rank if blind else opened.matching.rank
        ranking: Any = opened.matching.pool(job, top=top) if pool else rank(job, top=top, status=which)
    if chosen() is Format.JSON:
        print(ranking.model_dump_json(indent=2))
    elif chosen() is Format.TABLE and explain:
        for each in ranking.matches:
            _explain(each)
    elif chosen() is Format.TABLE:
        _ranked(ranking.matches, BLIND if blind else COLUMNS)
    else:
        show_list(ranking.matches, BLIND if blind else COLUMNS)
    if chosen() is Format.TABLE:
        title = f"{ranking.requisition_number} {ranking.job_title}"
        say(f"{len(ranking.matches)} of {ranking.total} candidates of {title}.")
        if not ranking.total:
            say(f"Nobody has applied yet: ats import-resumes PATH... --job {ranking.requisition_number}")


def _named(job: str, names: list[str], explain: bool) -> None:
    """The candidates that were named, best first."""
    with ats() as opened:
        scored = [opened.matching.score(candidate_id(opened, name), job) for name in names]
    scored.sort(key=lambda m: (-m.match_score, m.candidate_id))
    if chosen() is not Format.TABLE:
        show_list(scored, [column for column in COLUMNS if column[0] not in ("#", "STAGE")])
        return
    placed = [SimpleNamespace(**dict(m), rank=place, stage=None) for place, m in enumerate(scored, 1)]
    if not explain:
        _ranked(placed, COLUMNS)
        return
    for each in placed:
        _explain(each)


def _why_not(job: str, name: str, top: int) -> None:
    """Term by term against the last one who is among the best, and what would change it."""
    with ats() as opened:
        told = opened.matching.why_not(job, candidate_id(opened, name), top)
    if chosen() is not Format.TABLE:
        show_one(told, [("CANDIDATE", "candidate_name"), ("RANK", "rank"), ("SCORE", "match_score")])
        return
    who = told.candidate_name or "(no name)"
    print(plain(f"{who} is number {told.rank} of {told.total} with {told.match_score:.2f} points."))
    if told.among:
        print(f"That is among the best {told.top}.")
        return
    print(f"Number {told.top} has {told.cut:.2f}. Term by term:")
    for term in told.terms:
        if term.difference:
            print(
                f"   {term.difference:+7.2f}  {term.name:<12} {term.points:.2f} against {term.at_the_cut:.2f}"
            )
    print("What would change it:" if told.changes else "No single change would raise the score.")
    for change in told.changes:
        reaches = "enough" if change.reaches else "not enough"
        print(plain(f"   {change.match_score:6.2f}  {reaches:<10}  {' '.join(change.changes)}"))


def _ranked(matches: list[Any], columns: list[Column]) -> None:
    """The ranking as a table, each row with its reasons below, as wide as the terminal is."""
    import shutil
    import textwrap

    from rich.cells import cell_len

    shown = columns[:-1]
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
    print(plain(f"{match.rank}. {who(match)}  {match.match_score:.2f} of 100"))
    if hasattr(match, "candidate"):
        print(f"   ats application show {match.application_id} --blind")
    print_parts(match)
    print()


def print_parts(match: Any) -> None:
    """The terms of a score, which add up to it, and what stands behind them."""
    for part in match.parts:
        learned = part.name in ("adjustment", "memory")
        weight = "" if learned else f"{part.weight:.0%} of {part.value:.1f}"
        print(f"   {part.points:6.2f}  {part.name:<12} {weight}".rstrip())
    print(f"   {match.match_score:6.2f}  in all; {match.confidence:.0%} sure")
    for strength in match.strengths:
        print(plain(f"   + {strength}"))
    for gap in match.gaps:
        print(plain(f"   - {gap}"))
    for quote in match.evidence:
        print(plain(f'   " {quote.text} ({quote.field})'))
    for note in match.notes:
        print(plain(f"   * {note}"))
