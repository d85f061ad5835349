"""`ats review`: values that the parser is not sure of, for a person to confirm or to put right."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from ats_cli.job import more
from ats_cli.output import Column, Format, chosen, prints, say, show_list, show_one
from ats_cli.session import ats, candidate_id

app = typer.Typer(
    help="Doubtful values of parsed résumés: look, confirm, put right.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)

Key = Annotated[str, typer.Argument(help="The résumé's id.", metavar="ID")]

LIST: list[Column] = [
    ("CANDIDATE", "candidate_name"),
    ("FILE", "filename"),
    ("DOUBTFUL", "doubtful"),
    ("SURE", lambda r: None if r.confidence is None else f"{r.confidence:.0%}"),
    ("REVIEWED", "reviewed_at"),
    ("READ", "created_at"),
    ("ID", "id"),
]
DOUBTS: list[Column] = [
    ("WHAT", "path"),
    ("VALUE", "value"),
    ("AS PRINTED", "raw"),
    ("SURE", lambda d: f"{d.confidence:.0%}"),
    ("PAGE", "page"),
    ("FOUND BY", "found_by"),
]
STATISTICS: list[Column] = [
    ("Since", "since"),
    ("Attempts", "attempts"),
    ("Parsed", "parsed"),
    ("Failed", "failed"),
    ("Success rate", lambda s: None if s.success_rate is None else f"{s.success_rate:.1%}"),
    ("From the cache", "cached"),
    ("With doubts", "doubtful"),
    ("Mean confidence", lambda s: None if s.mean_confidence is None else f"{s.mean_confidence:.0%}"),
    ("Median time", lambda s: None if s.median_ms is None else f"{s.median_ms:.0f} ms"),
    ("Failures", lambda s: ", ".join(f"{code} {n}" for code, n in s.failures.items())),
]


@app.command("list")
@prints
def list_(
    every: Annotated[bool, typer.Option("--all", help="Also those without doubts, or reviewed.")] = False,
    candidate: Annotated[str | None, typer.Option(help="Only this person's.")] = None,
    limit: Annotated[int, typer.Option(help="How many at most.", min=1, max=500)] = 20,
    cursor: Annotated[str | None, typer.Option(help="Go on after the page before.")] = None,
) -> None:
    """Résumés with doubtful values that nobody has looked at, newest first.

    \b
    ats review list
    ats review show ID
    ats review correct ID --set 'work_history[0].title=Nurse' --drop 'education[2]'
    ats review confirm ID
    """
    with ats() as opened:
        who = candidate_id(opened, candidate) if candidate else None
        page = opened.resumes.list(doubtful=not every, candidate_id=who, limit=limit, cursor=cursor)
        show_list(page.resumes, LIST, note=more(page, len(page.resumes)))


@app.command()
@prints
def show(resume: Key) -> None:
    """One résumé: its doubtful values, and all that was read."""
    with ats() as opened:
        _print(opened.resumes.get(resume))  # type: ignore[arg-type]


@app.command()
@prints
def confirm(resume: Key) -> None:
    """Confirms that all values are right, which takes the résumé off the list."""
    from ats_core.resumes.model import Corrections

    with ats() as opened:
        _print(opened.resumes.review(resume, corrections=Corrections()))  # type: ignore[arg-type]


@app.command()
@prints
def correct(
    resume: Key,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", help="PATH=VALUE, such as contact_info.email=... or education[0].field=..."),
    ] = None,
    drop: Annotated[
        list[str] | None, typer.Option(help="PATH of a value or an entry that is not there: education[2].")
    ] = None,
) -> None:
    """Puts values right and confirms the rest; the candidate and their scores follow.

    \b
    ats review correct ID --set contact_info.last_name=Tavora --set 'work_history[0].end_date=2021-05'
    ats review correct ID --set 'skills=Python, SQL' --drop 'work_history[3]'

    An index one past the last entry adds one. No later parse goes over what is set here.
    """
    from ats_core.errors import UsageError
    from ats_sdk.correcting import corrections

    if not set_ and not drop:
        raise UsageError(
            "There is nothing to put right.", hint="Say --set PATH=VALUE or --drop PATH, or use confirm."
        )
    with ats() as opened:
        found = opened.resumes.get(resume)  # type: ignore[arg-type]
        made = corrections(found.candidate_data, set_ or [], drop or [])
        _print(opened.resumes.review(resume, corrections=made))  # type: ignore[arg-type]


@app.command()
@prints
def stats(
    since: Annotated[
        str | None, typer.Option(help="From when on, such as 2026-03-01; 30 days if unset.")
    ] = None,
) -> None:
    """How parsing went: rates of success and failure, error codes, doubts, time."""
    with ats() as opened:
        moment: Any = since
        show_one(opened.resumes.statistics(since=moment), STATISTICS)


def _print(found: Any) -> None:
    if chosen() is not Format.TABLE:
        show_one(found, [("Id", lambda f: f.resume.id), ("Doubtful", lambda f: len(f.doubts))])
        return
    data, contact = found.candidate_data, found.candidate_data.contact_info
    show_one(
        found,
        [
            ("Candidate", lambda f: f.resume.candidate_name),
            ("File", lambda f: f.resume.filename),
            ("E-mail", lambda f: contact.email),
            ("Phone", lambda f: contact.phone),
            ("Location", lambda f: contact.location),
            ("Work", lambda f: "\n".join(_job(i, w) for i, w in enumerate(data.work_history))),
            ("Education", lambda f: "\n".join(_study(i, e) for i, e in enumerate(data.education))),
            ("Skills", lambda f: data.skills),
            ("Certificates", lambda f: data.certifications),
            ("Corrected", lambda f: ", ".join(f.corrections)),
            ("Reviewed", lambda f: f.resume.reviewed_at),
            ("Id", lambda f: f.resume.id),
        ],
    )
    if found.doubts:
        print()
        show_list(found.doubts, DOUBTS)
    else:
        say("Nothing of it waits for review.")


def _job(index: int, work: Any) -> str:
    what = " at ".join(x for x in (work.title, work.company) if x)
    return f"[{index}] {work.start_date or '?'} - {'now' if work.current else work.end_date or '?'}  {what}"


def _study(index: int, study: Any) -> str:
    what = ", ".join(x for x in (study.degree, study.field, study.institution) if x)
    return f"[{index}] {study.graduation_year or '?'}  {what}"
