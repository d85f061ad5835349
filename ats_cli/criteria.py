"""`ats job match-criteria`: what matching takes a job to ask for."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from ats_cli.output import Column, prints, say, show_one
from ats_cli.session import ats

ONE: list[Column] = [
    ("Job", "requisition_number"),
    ("Required", lambda c: _from(c, "required_skills", ", ".join(c.required_skills))),
    ("Preferred", lambda c: _from(c, "preferred_skills", ", ".join(c.preferred_skills))),
    ("Experience", lambda c: _from(c, "required_experience_months", _years(c.required_experience_months))),
    ("Education", lambda c: _from(c, "required_education", c.required_education or "")),
    ("Location", "location"),
    ("Remote", lambda c: "yes" if c.remote else "no"),
]
_ORIGINS = {"text": "from the text", "entered": "entered", "none": "nothing asked"}


def _from(criteria: Any, name: str, shown: str) -> str:
    return f"{shown} ({_ORIGINS[criteria.origins[name]]})".strip()


def _years(months: int | None) -> str:
    return "" if months is None else f"{months / 12:.3g} years"


@prints
def match_criteria(
    job: Annotated[str, typer.Argument(help="Requisition number or id.", metavar="JOB")],
    skill: Annotated[
        list[str] | None, typer.Option(help="The skills that are required, in place of those now.")
    ] = None,
    nice: Annotated[
        list[str] | None, typer.Option(help="The skills that are preferred, in place of those now.")
    ] = None,
    experience: Annotated[float | None, typer.Option(help="Years asked for.", min=0, max=100)] = None,
    education: Annotated[str | None, typer.Option(help="Lowest level of education asked for.")] = None,
    extract: Annotated[
        bool, typer.Option("--extract", help="Take over what the job's text speaks of.")
    ] = False,
) -> None:
    """What matching takes a job to ask for, and where each comes from; options set it.

    \b
    ats job match-criteria REQ-2026-0001
    ats job match-criteria REQ-2026-0001 --extract
    ats job match-criteria REQ-2026-0001 --skill Python --skill SQL --experience 5 --education bachelor
    """
    named: dict[str, Any] = {
        "required_skills": skill,
        "preferred_skills": nice,
        "required_experience_months": None if experience is None else round(experience * 12),
        "required_education": education,
    }
    with ats() as opened:
        found = opened.matching.criteria(job)
        changes: Any = {k: v for k, v in named.items() if v is not None}
        if extract:
            suggested = found.suggested.model_dump()
            changes = {k: v for k, v in suggested.items() if v not in (None, [])} | changes
        if changes:
            found = opened.matching.set_criteria(job, changes)
        show_one(found, ONE)
        told = [*found.suggested.required_skills, *found.suggested.preferred_skills]
        if not changes and "none" in found.origins.values() and told:
            say(f"The text speaks of: {', '.join(told)}. --extract takes that over.")
