"""`ats job`: requisitions."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

import typer

from ats_cli.criteria import match_criteria
from ats_cli.output import Column, confirm, prints, say, show_list, show_one
from ats_cli.session import ats

app = typer.Typer(
    help="Jobs: what is to be filled, and what it asks for.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)

Ref = Annotated[str, typer.Argument(help="Requisition number or id.", metavar="JOB")]
# Options that making a job and changing one share.
Description = Annotated[str | None, typer.Option(help="The text of the job; @FILE reads it from a file.")]
Employment = Annotated[str | None, typer.Option(help="full-time, part-time, contract, intern or temporary.")]
PayLow = Annotated[str | None, typer.Option(help="Lower end of the salary.")]
PayHigh = Annotated[str | None, typer.Option(help="Upper end of the salary.")]
PayCurrency = Annotated[str, typer.Option(help="Its currency, three letters.")]
PayPeriod = Annotated[str, typer.Option(help="hour, day, month or year.")]
Experience = Annotated[float | None, typer.Option(help="Years of experience asked for.", min=0, max=100)]

LIST: list[Column] = [
    ("NUMBER", "requisition_number"),
    ("TITLE", "title"),
    ("LOCATION", "location"),
    ("STATUS", lambda j: j.status.value),
    ("APPLICATIONS", "applications_count"),
    ("CREATED", "created_at"),
]
ONE: list[Column] = [
    ("Number", "requisition_number"),
    ("Title", "title"),
    ("Status", lambda j: j.status.value),
    ("Location", "location"),
    ("Employment", "employment_type"),
    ("Salary", lambda j: salary(j.salary_range)),
    ("Required", lambda j: [s["name"] for s in j.required_skills]),
    ("Preferred", lambda j: [s["name"] for s in j.preferred_skills]),
    ("Experience", lambda j: years(j.required_experience_months)),
    ("Education", "required_education"),
    ("Openings", "openings_count"),
    ("Applications", "applications_count"),
    ("Created", "created_at"),
    ("Id", "id"),
    ("Description", "description"),
]


def salary(pay: Any) -> str:
    if pay is None:
        return ""
    ends = [
        f"{end:,.0f}" if end == end.to_integral() else f"{end:,.2f}"
        for end in (pay.min, pay.max)
        if end is not None
    ]
    return f"{' - '.join(ends)} {pay.currency} a {pay.period}"


def years(months: int | None) -> str:
    return "" if months is None else f"{months / 12:.3g} years"


@app.command()
@prints
def create(
    title: Annotated[str | None, typer.Option(help="What the job is called.")] = None,
    location: Annotated[str | None, typer.Option(help="Where the work is done.")] = None,
    file: Annotated[
        str | None, typer.Option(help="A JSON file with the job's fields; what is named here goes before.")
    ] = None,
    description: Description = None,
    skill: Annotated[
        list[str] | None, typer.Option(help="A skill that is required; say it once for each.")
    ] = None,
    nice: Annotated[
        list[str] | None, typer.Option(help="A skill that is preferred; say it once for each.")
    ] = None,
    experience: Experience = None,
    education: Annotated[
        str | None, typer.Option(help="none, high-school, vocational, bachelor, master or doctorate.")
    ] = None,
    employment_type: Employment = None,
    salary_min: PayLow = None,
    salary_max: PayHigh = None,
    currency: PayCurrency = "EUR",
    period: PayPeriod = "year",
    openings: Annotated[int | None, typer.Option(help="How many people are to be hired.", min=1)] = None,
    number: Annotated[str | None, typer.Option(help="Requisition number; made up if not given.")] = None,
) -> None:
    """A new job, as a draft.

    \b
    ats job create --title "Senior Python Engineer" --location Porto --skill Python --skill PostgreSQL \\
        --nice Docker --experience 5 --education bachelor --salary-min 55000 --salary-max 75000
    ats job create --file job.json
    """
    fields: dict[str, Any] = {
        "title": title,
        "location": location,
        "description": text(description),
        "required_skills": skill,
        "preferred_skills": nice,
        "required_experience_months": None if experience is None else round(experience * 12),
        "required_education": education,
        "employment_type": employment_type,
        "openings_count": openings,
        "requisition_number": number,
        "salary_range": pay(salary_min, salary_max, currency, period),
    }
    given: Any = _from_file(file) | {k: v for k, v in fields.items() if v is not None}
    with ats() as opened:
        job = opened.jobs.create(given)
        show_one(job, ONE)
        say(f"Next: ats import-resumes PATH... --job {job.requisition_number}")


@app.command("list")
@prints
def list_(
    status: Annotated[str | None, typer.Option(help="Only jobs in this state.")] = None,
    limit: Annotated[int, typer.Option(help="How many at most.", min=1, max=500)] = 20,
    cursor: Annotated[str | None, typer.Option(help="Go on after the page before.")] = None,
) -> None:
    """Jobs, newest first."""
    with ats() as opened:
        page = opened.jobs.list(status=status, limit=limit, cursor=cursor)  # type: ignore[arg-type]
        show_list(page.jobs, LIST, note=more(page, len(page.jobs)))


@app.command()
@prints
def show(job: Ref) -> None:
    """One job, with all that it asks for."""
    with ats() as opened:
        show_one(opened.jobs.get(job), ONE)


@app.command()
@prints
def update(
    job: Ref,
    title: Annotated[str | None, typer.Option(help="What the job is called.")] = None,
    location: Annotated[str | None, typer.Option(help="Where the work is done.")] = None,
    description: Description = None,
    skill: Annotated[
        list[str] | None, typer.Option(help="The skills that are required, in place of those now.")
    ] = None,
    nice: Annotated[
        list[str] | None, typer.Option(help="The skills that are preferred, in place of those now.")
    ] = None,
    experience: Experience = None,
    education: Annotated[str | None, typer.Option(help="Lowest level of education asked for.")] = None,
    employment_type: Employment = None,
    salary_min: PayLow = None,
    salary_max: PayHigh = None,
    currency: PayCurrency = "EUR",
    period: PayPeriod = "year",
    openings: Annotated[int | None, typer.Option(help="How many people are to be hired.", min=1)] = None,
) -> None:
    """Changes the fields that are named; the others stay."""
    named: dict[str, Any] = {
        "title": title,
        "location": location,
        "description": text(description),
        "required_skills": skill,
        "preferred_skills": nice,
        "required_experience_months": None if experience is None else round(experience * 12),
        "required_education": education,
        "openings_count": openings,
        "employment_type": employment_type,
        "salary_range": pay(salary_min, salary_max, currency, period),
    }
    with ats() as opened:
        changes: Any = {k: v for k, v in named.items() if v is not None}
        show_one(opened.jobs.update(job, changes), ONE)


@app.command()
def delete(job: Ref, yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False) -> None:
    """Takes a job out of all lists; its history stays."""
    with ats() as opened:
        found = opened.jobs.get(job)
        confirm(f"Delete {found.requisition_number} {found.title}?", yes)
        opened.jobs.delete(job)
        say(f"Deleted {found.requisition_number}.")


app.command("match-criteria")(match_criteria)


def _from_file(path: str | None) -> dict[str, Any]:
    """The fields that stand in a JSON file; none if there is no file."""
    import json

    from ats_core.errors import UsageError

    if path is None:
        return {}
    try:
        found = json.loads(text(f"@{path}") or "")
    except json.JSONDecodeError as error:
        raise UsageError(f"{path} is no valid JSON: {error}.") from None
    if not isinstance(found, dict):
        raise UsageError(f"{path} holds no object with a job's fields.")
    return found


def text(value: str | None) -> str | None:
    """The text, or what stands in the file that @FILE names."""
    if value is None or not value.startswith("@"):
        return value
    from pathlib import Path

    from ats_core.errors import UsageError

    try:
        return Path(value[1:]).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{value[1:]} can't be read: {error}.") from None


def pay(low: str | None, high: str | None, currency: str, period: str) -> dict[str, Any] | None:
    """A salary range out of its options; None if neither end is named."""
    if low is None and high is None:
        return None
    return {"min": amount(low), "max": amount(high), "currency": currency, "period": period}


def amount(value: str | None) -> Decimal | None:
    from decimal import InvalidOperation

    from ats_core.errors import UsageError

    if value is None:
        return None
    try:
        return Decimal(value)
    except InvalidOperation:
        raise UsageError(f"{value} is no amount of money.", hint="Write it as 55000 or 25.50.") from None


def more(page: Any, shown: int) -> str | None:
    """What to say under a page, if it is not all."""
    if page.next_cursor is None or page.total <= shown:
        return None
    total = f"more than {page.total}" if page.total_capped else str(page.total)
    return f"{shown} of {total}. Go on with --cursor {page.next_cursor}"
