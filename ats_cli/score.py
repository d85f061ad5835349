"""`ats score`: one candidate, one job; and stored scores made again."""

from __future__ import annotations

from typing import Annotated, Any

import typer
import typer.core

from ats_cli.match import print_parts
from ats_cli.output import Column, Format, chosen, plain, prints, say, show_list, show_one
from ats_cli.session import ats, candidate_id

REPLAYED: list[Column] = [
    ("CANDIDATE", "candidate_id"),
    ("STORED", "stored"),
    ("AGAIN", lambda s: "" if s.again is None else f"{s.again:.2f}"),
    ("SAME", lambda s: "yes" if s.same else "no"),
    ("MODEL", "model_version"),
    ("MEMORY", "memory_version"),
    ("REASON", lambda s: s.reason or ""),
]


class _Defaulting(typer.core.TyperGroup):
    """`ats score CANDIDATE --job JOB` is `ats score one CANDIDATE --job JOB`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        first = args[0] if args else ""
        if first and first not in self.commands and first not in ("-h", "--help"):
            args = ["one", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_Defaulting,
    help="Score one candidate for one job (ats score CANDIDATE --job JOB), or make stored scores again.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)


@app.command("one")
@prints
def score(
    candidate: Annotated[str, typer.Argument(help="Id, e-mail address or name.", metavar="CANDIDATE")],
    job: Annotated[str, typer.Option(help="Requisition number or id.")],
) -> None:
    """The score of one candidate for one job, with its parts, strengths and gaps; `one` may be left out.

    \b
    ats score ana.silva@example.com --job REQ-2026-0001
    """
    with ats() as opened:
        match = opened.matching.score(candidate_id=candidate_id(opened, candidate), job_id=job)
    if chosen() is not Format.TABLE:
        show_one(match, [("CANDIDATE", "candidate_name"), ("SCORE", "match_score"), ("SURE", "confidence")])
        return
    print(plain(f"{match.candidate_name}  {match.match_score:.2f} of 100"))
    print_parts(match)


@app.command()
@prints
def replay(
    job: Annotated[str, typer.Argument(help="Requisition number or id.", metavar="JOB")],
    candidate: Annotated[str | None, typer.Option(help="Only this one: id, e-mail address or name.")] = None,
) -> None:
    """A job's stored scores, each made again from what is kept of it; exit code 1 if one came out otherwise.

    \b
    ats score replay REQ-2026-0001
    """
    with ats() as opened:
        who = candidate_id(opened, candidate) if candidate else None
        told = opened.matching.replay(job, who)
        show_list(told.scores, REPLAYED)
        say(f"{told.same} of {told.total} scores came out the same, to the last digit.")
    if told.same < told.total:
        raise typer.Exit(1)
