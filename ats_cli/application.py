"""`ats application`: candidates on jobs."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from ats_cli.job import more
from ats_cli.output import Column, prints, show_list, show_one
from ats_cli.session import ats, candidate_id

app = typer.Typer(
    help="Applications: candidates on jobs.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)

Key = Annotated[str, typer.Argument(help="The application's id.", metavar="ID")]
Note = Annotated[str | None, typer.Option(help="What to remember about it.")]
Override = Annotated[
    str | None, typer.Option("--override-reason", help="Why you decide against what the score suggests.")
]

LIST: list[Column] = [
    ("CANDIDATE", "candidate_name"),
    ("JOB", "requisition_number"),
    ("STAGE", "stage"),
    ("STATUS", lambda a: a.status.value),
    ("SCORE", "match_score"),
    ("APPLIED", "applied_at"),
    ("ID", "id"),
]
ONE: list[Column] = [
    ("Candidate", "candidate_name"),
    ("Job", lambda a: f"{a.requisition_number} {a.job_title}"),
    ("Stage", "stage"),
    ("Status", lambda a: a.status.value),
    ("Reason", "rejection_reason"),
    ("Match score", "match_score"),
    ("Source", "source"),
    ("Attempt", "attempt"),
    ("Applied", "applied_at"),
    ("Since", "last_stage_change"),
    ("Ended", "ended_at"),
    ("Candidate id", "candidate_id"),
    ("Id", "id"),
]


@app.command()
@prints
def apply(
    job: Annotated[str, typer.Option(help="Requisition number or id.")],
    candidate: Annotated[str, typer.Option(help="Id, e-mail address or name.")],
    source: Annotated[str | None, typer.Option(help="Where the application came from.")] = None,
) -> None:
    """A new application of a candidate on a job."""
    with ats() as opened:
        show_one(
            opened.applications.apply(
                job_id=job, candidate_id=candidate_id(opened, candidate), source=source
            ),
            ONE,
        )


@app.command("list")
@prints
def list_(
    job: Annotated[str | None, typer.Option(help="On this job.")] = None,
    candidate: Annotated[str | None, typer.Option(help="Of this candidate.")] = None,
    status: Annotated[str | None, typer.Option(help="active, hired, rejected or withdrawn.")] = None,
    stage: Annotated[str | None, typer.Option(help="At this stage.")] = None,
    limit: Annotated[int, typer.Option(help="How many at most.", min=1, max=500)] = 20,
    cursor: Annotated[str | None, typer.Option(help="Go on after the page before.")] = None,
) -> None:
    """Applications, newest first."""
    with ats() as opened:
        who = candidate_id(opened, candidate) if candidate else None
        chosen: Any = status
        page = opened.applications.list(
            job_id=job, candidate_id=who, status=chosen, stage=stage, limit=limit, cursor=cursor
        )
        show_list(page.applications, LIST, note=more(page, len(page.applications)))


@app.command()
@prints
def show(
    application: Key,
    blind: Annotated[
        bool, typer.Option("--blind", help="Hide who it is, and show what they can do and how it fits.")
    ] = False,
) -> None:
    """One application."""
    key: Any = application
    with ats() as opened:
        if blind:
            from ats_cli.blinded import show_blind

            show_blind(opened.screening.get(key))
        else:
            show_one(opened.applications.get(key), ONE)


@app.command()
@prints
def history(application: Key) -> None:
    """All that happened to an application, oldest first."""
    columns: list[Column] = [
        ("WHEN", "occurred_at"), ("WHAT", "type"), ("FROM", "from_stage"), ("TO", "to_stage"),
        ("REASON", "reason"), ("SCORE", "match_score"), ("OVERRIDE", "override_reason"), ("NOTE", "note"),
    ]  # fmt: skip
    with ats() as opened:
        show_list(opened.applications.history(application).events, columns)  # type: ignore[arg-type]


@app.command()
@prints
def move(
    application: Key,
    to: Annotated[str, typer.Option(help="The stage: applied, screening, interview or offer.")],
    note: Note = None,
    override: Override = None,
) -> None:
    """Moves an application to another stage."""
    key: Any = application
    with ats() as opened:
        show_one(opened.applications.move(key, to=to, note=note, override_reason=override), ONE)


@app.command()
@prints
def reject(
    application: Key,
    reason: Annotated[str, typer.Option(help="Why; ats application reasons lists them.")],
    note: Note = None,
    override: Override = None,
) -> None:
    """Rejects an application for a reason. Only a person does this, no score ever does."""
    key: Any = application
    with ats() as opened:
        show_one(opened.applications.reject(key, reason=reason, note=note, override_reason=override), ONE)


@app.command()
@prints
def withdraw(application: Key, note: Note = None) -> None:
    """Puts on record that the candidate has withdrawn."""
    with ats() as opened:
        show_one(opened.applications.withdraw(application, note=note), ONE)  # type: ignore[arg-type]


@app.command()
@prints
def hire(application: Key, note: Note = None, override: Override = None) -> None:
    """Hires; refused when all openings of the job are filled."""
    key: Any = application
    with ats() as opened:
        show_one(opened.applications.hire(key, note=note, override_reason=override), ONE)


@app.command()
@prints
def reopen(application: Key, note: Note = None) -> None:
    """Undoes a rejection, a withdrawal or a hire."""
    with ats() as opened:
        show_one(opened.applications.reopen(application, note=note), ONE)  # type: ignore[arg-type]


@app.command()
@prints
def judge(
    application: Key,
    verdict: Annotated[str, typer.Option(help="advance, hold or decline.")],
    reason: Annotated[str, typer.Option(help="Why.")],
) -> None:
    """Puts on record what you think of an application; it moves and rejects nobody.

    \b
    ats match REQ-2026-0001 --blind --explain
    ats application show ID --blind
    ats application judge ID --verdict advance --reason 'Has run a ward of that size.'
    ats application reveal ID
    """
    from ats_cli.blinded import JUDGEMENT

    key: Any = application
    chosen: Any = verdict
    with ats() as opened:
        show_one(opened.screening.judge(key, verdict=chosen, reason=reason), JUDGEMENT)


@app.command()
@prints
def judgements(application: Key) -> None:
    """What people think of an application, oldest first."""
    from ats_cli.blinded import show_judgements

    with ats() as opened:
        show_judgements(opened.screening.judgements(application))  # type: ignore[arg-type]


@app.command()
@prints
def reveal(application: Key) -> None:
    """Shows who it is, once somebody has judged; it stays on record who asked."""
    with ats() as opened:
        show_one(opened.screening.reveal(application), ONE)  # type: ignore[arg-type]


@app.command()
@prints
def stages() -> None:
    """The stages that an application goes through."""
    with ats() as opened:
        show_list(opened.applications.stages().stages, [("KEY", "key"), ("NAME", "name")])


@app.command()
@prints
def reasons() -> None:
    """The reasons that a rejection can have."""
    with ats() as opened:
        show_list(
            opened.applications.rejection_reasons().rejection_reasons, [("KEY", "key"), ("NAME", "name")]
        )
