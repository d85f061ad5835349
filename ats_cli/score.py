"""`ats score`: one candidate, one job."""

from __future__ import annotations

from typing import Annotated

import typer

from ats_cli.match import print_parts
from ats_cli.output import Format, chosen, plain, prints, show_one
from ats_cli.session import ats, candidate_id

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
@prints
def score(
    candidate: Annotated[str, typer.Argument(help="Id, e-mail address or name.", metavar="CANDIDATE")],
    job: Annotated[str, typer.Option(help="Requisition number or id.")],
) -> None:
    """The score of one candidate for one job, with its parts, strengths and gaps.

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
