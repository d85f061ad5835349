"""How commands show an application without the person."""

from __future__ import annotations

from typing import Any

from ats_cli.match import print_parts
from ats_cli.output import Column, Format, chosen, plain, show_list, show_one

JUDGEMENT: list[Column] = [
    ("Verdict", lambda j: j.verdict.value),
    ("Reason", "reason"),
    ("Match score", "match_score"),
    ("Matcher", "matcher_version"),
    ("Blind", lambda j: "yes" if j.blind else "no"),
    ("When", "judged_at"),
    ("By", "actor_id"),
    ("Application", "application_id"),
    ("Id", "id"),
]
_ONE: list[Column] = [
    ("Candidate", "candidate"),
    ("Job", lambda a: f"{a.requisition_number} {a.job_title}"),
    ("Stage", "stage"),
    ("Status", "status"),
    ("Experience", lambda a: _time(a.profile.experience_months)),
    ("Work", lambda a: "\n".join(_work(w) for w in a.profile.work_history)),
    ("Education", lambda a: "\n".join(_study(s) for s in a.profile.education)),
    ("Skills", lambda a: a.profile.skills),
    ("Certificates", lambda a: a.profile.certifications),
    ("Match score", lambda a: a.match.match_score),
    ("Judged", lambda a: "\n".join(f"{j.verdict.value}: {j.reason}" for j in a.judgements)),
    ("Application", "application_id"),
]


def show_blind(application: Any) -> None:
    """Prints a BlindApplication in the chosen format; as a table with every part of the score."""
    show_one(application, _ONE)
    if chosen() is Format.TABLE:
        print()
        print_parts(application.match)


def show_judgements(found: Any) -> None:
    columns: list[Column] = [
        ("WHEN", "judged_at"), ("VERDICT", lambda j: j.verdict.value), ("SCORE", "match_score"),
        ("BLIND", lambda j: "yes" if j.blind else "no"), ("REASON", "reason"), ("BY", "actor_id"),
    ]  # fmt: skip
    show_list(found.judgements, columns)


def _work(work: Any) -> str:
    what = " at ".join(x for x in (work.title, work.company) if x)
    head = f"{what} ({_time(work.months)}{', still' if work.current else ''})"
    return "\n".join(plain(x) for x in (head, work.description) if x)


def _study(study: Any) -> str:
    return plain(", ".join(x for x in (study.degree, study.field, study.institution) if x))


def _time(months: int | None) -> str:
    if months is None:
        return "not known"
    years, rest = divmod(months, 12)
    told = [
        f"{years} years" if years > 1 else f"{years} year" if years else "",
        f"{rest} months" if rest else "",
    ]
    return " ".join(x for x in told if x) or "under a month"
