"""`ats candidate`: people."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from ats_cli.job import more, salary
from ats_cli.output import Column, Format, chosen, confirm, plain, prints, say, show_list, show_one, table
from ats_cli.session import ats, candidate_id

app = typer.Typer(
    help="Candidates: people who might be hired.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)

Ref = Annotated[
    str, typer.Argument(help="Id, e-mail address, or a name that only one has.", metavar="CANDIDATE")
]

LIST: list[Column] = [
    ("NAME", lambda c: c.full_name or "(no name)"),
    ("E-MAIL", "email"),
    ("TITLE", "current_title"),
    ("LOCATION", "location"),
    ("YEARS", "years_of_experience"),
    ("SKILLS", lambda c: ", ".join(s["name"] for s in c.skills[:5]) + (" ..." if len(c.skills) > 5 else "")),
    ("ID", "id"),
]
ONE: list[Column] = [
    ("Name", lambda c: c.full_name or "(no name)"),
    ("E-mail", "emails"),
    ("Phone", "phones"),
    ("Location", "location"),
    ("LinkedIn", "linkedin_url"),
    ("Portfolio", "portfolio_url"),
    ("Now", lambda c: " at ".join(x for x in (c.current_title, c.current_company) if x)),
    ("Experience", lambda c: None if c.years_of_experience is None else f"{c.years_of_experience} years"),
    ("Skills", lambda c: [s["name"] for s in c.skills]),
    ("Work", lambda c: "\n".join(_work(w) for w in c.work_history)),
    ("Education", lambda c: "\n".join(_degree(e) for e in c.education)),
    ("Certificates", "certifications"),
    ("Languages", "languages"),
    ("Salary", lambda c: salary(c.salary_expectation)),
    ("Tags", "tags"),
    ("Source", "source"),
    ("Edited by hand", lambda c: sorted(f for f, o in c.provenance.items() if o["origin"] == "person")),
    ("Added", "created_at"),
    ("Id", "id"),
]


def _work(work: Any) -> str:
    what = " at ".join(x for x in (work.get("title"), work.get("company")) if x)
    until = "now" if work.get("current") else work.get("end_date") or ""
    return f"{work.get('start_date') or '?'} - {until}  {what}"


def _degree(education: Any) -> str:
    what = ", ".join(
        x for x in (education.get("degree"), education.get("field"), education.get("institution")) if x
    )
    return f"{education.get('graduation_year') or '?'}  {what}"


@app.command()
@prints
def create(
    first_name: Annotated[str, typer.Option(help="Given name.")],
    last_name: Annotated[str, typer.Option(help="Family name.")] = "",
    email: Annotated[
        list[str] | None, typer.Option(help="An address; the first is the one to write to.")
    ] = None,
    phone: Annotated[list[str] | None, typer.Option(help="A number, with its country code.")] = None,
    location: Annotated[str | None, typer.Option(help="Where the person lives.")] = None,
    title: Annotated[str | None, typer.Option(help="What the person works as.")] = None,
    company: Annotated[str | None, typer.Option(help="Where the person works.")] = None,
    skill: Annotated[list[str] | None, typer.Option(help="A skill; say it once for each.")] = None,
    tag: Annotated[list[str] | None, typer.Option(help="A tag; say it once for each.")] = None,
    source: Annotated[str | None, typer.Option(help="Where the person came from.")] = None,
) -> None:
    """A new candidate, entered by hand. What is entered by hand, no import overwrites."""
    fields = {
        "first_name": first_name,
        "last_name": last_name,
        "emails": email,
        "phones": phone,
        "location": location,
        "current_title": title,
        "current_company": company,
        "skills": skill,
        "tags": tag,
        "source": source,
    }
    with ats() as opened:
        show_one(opened.candidates.create({k: v for k, v in fields.items() if v}), ONE)  # type: ignore[arg-type]


@app.command("list")
@prints
def list_(
    name: Annotated[str | None, typer.Option(help="Parts of the name.")] = None,
    email: Annotated[str | None, typer.Option(help="This address.")] = None,
    skill: Annotated[str | None, typer.Option(help="Has this skill.")] = None,
    tag: Annotated[str | None, typer.Option(help="Wears this tag.")] = None,
    source: Annotated[str | None, typer.Option(help="Came from there.")] = None,
    deleted: Annotated[
        bool, typer.Option("--deleted", help="Those who were deleted, to restore one.")
    ] = False,
    limit: Annotated[int, typer.Option(help="How many at most.", min=1, max=500)] = 20,
    cursor: Annotated[str | None, typer.Option(help="Go on after the page before.")] = None,
) -> None:
    """Candidates who have all that is named, newest first."""
    with ats() as opened:
        page = opened.candidates.search(
            name=name,
            email=email,
            skill=skill,
            tag=tag,
            source=source,
            deleted=deleted,
            limit=limit,
            cursor=cursor,
        )
        show_list(page.candidates, LIST, note=more(page, len(page.candidates)))


@app.command()
@prints
def show(candidate: Ref) -> None:
    """All about one person: who, what, where from, applications, notes, files."""
    with ats() as opened:
        key = candidate_id(opened, candidate)
        person = opened.candidates.get(key)
        show_one(person, ONE)
        if chosen() is not Format.TABLE:
            return
        applications = opened.applications.list(candidate_id=key, limit=100).applications
        if applications:
            print()
            table(
                [[a.requisition_number, a.job_title, a.stage, a.status.value,
                  "" if a.match_score is None else f"{a.match_score:.1f}"] for a in applications],
                ["JOB", "TITLE", "STAGE", "STATUS", "SCORE"],
            )  # fmt: skip
        for note in opened.candidates.notes(key).notes:
            print(f"\nNote of {note.created_at:%Y-%m-%d}: {plain(note.body)}")
        files = opened.candidates.attachments(key).attachments
        if files:
            print()
            table(
                [[f.filename, f.kind, f"{f.size_bytes / 1024:.0f} KB", str(f.id)] for f in files],
                ["FILE", "KIND", "SIZE", "ID"],
            )


# What --clear calls as the other options do, and which fields are empty as a list.
CLEARED = {
    "email": "emails",
    "phone": "phones",
    "skill": "skills",
    "title": "current_title",
    "company": "current_company",
}
LISTS = ("emails", "phones", "skills", "tags", "education", "work_history", "certifications")


@app.command()
@prints
def update(
    candidate: Ref,
    first_name: Annotated[str | None, typer.Option(help="Given name.")] = None,
    last_name: Annotated[str | None, typer.Option(help="Family name.")] = None,
    email: Annotated[list[str] | None, typer.Option(help="The addresses, in place of those now.")] = None,
    phone: Annotated[list[str] | None, typer.Option(help="The numbers, in place of those now.")] = None,
    location: Annotated[str | None, typer.Option(help="Where the person lives.")] = None,
    title: Annotated[str | None, typer.Option(help="What the person works as.")] = None,
    company: Annotated[str | None, typer.Option(help="Where the person works.")] = None,
    skill: Annotated[list[str] | None, typer.Option(help="The skills, in place of those now.")] = None,
    source: Annotated[str | None, typer.Option(help="Where the person came from.")] = None,
    clear: Annotated[list[str] | None, typer.Option(help="A field to empty, such as location.")] = None,
) -> None:
    """Changes the fields that are named; no import overwrites them afterwards."""
    named: dict[str, Any] = {
        "first_name": first_name,
        "last_name": last_name,
        "emails": email,
        "phones": phone,
        "location": location,
        "current_title": title,
        "current_company": company,
        "skills": skill,
        "source": source,
    }
    with ats() as opened:
        changes: Any = {k: v for k, v in named.items() if v is not None and v != []}
        changes |= {CLEARED.get(f, f): [] if CLEARED.get(f, f) in LISTS else None for f in clear or []}
        show_one(opened.candidates.update(candidate_id(opened, candidate), changes), ONE)


@app.command()
def delete(
    candidate: Ref, yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False
) -> None:
    """Takes a candidate out of all lists. It is no erasure: restore brings the person back."""
    with ats() as opened:
        person = opened.candidates.get(candidate_id(opened, candidate))
        confirm(f"Delete {person.full_name} ({person.email or person.id})?", yes)
        opened.candidates.delete(person.id)
        say(f"Deleted. Undo with: ats candidate restore {person.id}")


@app.command()
@prints
def restore(candidate: Annotated[str, typer.Argument(help="The id.", metavar="ID")]) -> None:
    """Brings a deleted candidate back."""
    with ats() as opened:
        show_one(opened.candidates.restore(candidate), ONE)  # type: ignore[arg-type]


@app.command()
def tag(
    candidate: Ref, tags: Annotated[list[str], typer.Argument(help="The tags.", metavar="TAG...")]
) -> None:
    """Puts tags on a candidate."""
    with ats() as opened:
        key = candidate_id(opened, candidate)
        for each in tags:
            person = opened.candidates.add_tag(key, tag=each)
        say(f"{person.full_name}: {', '.join(person.tags)}")


@app.command()
def untag(
    candidate: Ref, tags: Annotated[list[str], typer.Argument(help="The tags.", metavar="TAG...")]
) -> None:
    """Takes tags off a candidate."""
    with ats() as opened:
        key = candidate_id(opened, candidate)
        for each in tags:
            opened.candidates.remove_tag(key, tag=each)


@app.command()
@prints
def note(
    candidate: Ref,
    body: Annotated[str, typer.Argument(help="The note; - reads it from stdin.", metavar="TEXT")],
) -> None:
    """Writes a note on a candidate."""
    import sys

    with ats() as opened:
        made = opened.candidates.add_note(
            candidate_id(opened, candidate), body=sys.stdin.read() if body == "-" else body
        )
        show_one(made, NOTE)


NOTE: list[Column] = [("WRITTEN", "created_at"), ("NOTE", "body"), ("ID", "id")]


@app.command()
@prints
def notes(candidate: Ref) -> None:
    """The notes on a candidate, newest first."""
    with ats() as opened:
        show_list(opened.candidates.notes(candidate_id(opened, candidate)).notes, NOTE)


@app.command("delete-note")
def delete_note(
    candidate: Ref, note_id: Annotated[str, typer.Argument(help="The note's id.", metavar="ID")]
) -> None:
    """Takes a note away."""
    with ats() as opened:
        opened.candidates.delete_note(candidate_id(opened, candidate), note_id)  # type: ignore[arg-type]


FILE: list[Column] = [
    ("FILE", "filename"),
    ("KIND", "kind"),
    ("BYTES", "size_bytes"),
    ("SHA-256", "sha256"),
    ("ID", "id"),
]


@app.command()
@prints
def attach(
    candidate: Ref,
    file: Annotated[
        Path, typer.Argument(help="The file, at most 10 MB.", exists=True, dir_okay=False, readable=True)
    ],
    kind: Annotated[str, typer.Option(help="resume, cover-letter, certificate or other.")] = "other",
) -> None:
    """Keeps a file with a candidate; the same content twice is kept once."""
    from ats_core.operations import Upload

    with ats() as opened:
        upload = Upload(file.name, file.read_bytes())
        made = opened.candidates.attach(candidate_id(opened, candidate), file=upload, kind=kind)  # type: ignore[arg-type]
        show_one(made, FILE)


@app.command()
@prints
def attachments(candidate: Ref) -> None:
    """The files kept with a candidate."""
    with ats() as opened:
        show_list(opened.candidates.attachments(candidate_id(opened, candidate)).attachments, FILE)


@app.command()
def download(
    candidate: Ref,
    attachment: Annotated[str, typer.Argument(help="The file's id.", metavar="ID")],
    to: Annotated[
        Path | None, typer.Option(help="Where to; its own name in this folder if not given.")
    ] = None,
) -> None:
    """Fetches a candidate's file."""
    from ats_core.errors import Conflict

    with ats() as opened:
        found = opened.candidates.download(candidate_id(opened, candidate), attachment)  # type: ignore[arg-type]
        target = to or Path(Path(found.filename).name)
        if target.exists():
            raise Conflict(f"{target} is there already.", hint="Choose another name with --to.")
        target.write_bytes(found.content)
        say(f"{target}: {len(found.content)} bytes")


@app.command()
def detach(
    candidate: Ref, attachment: Annotated[str, typer.Argument(help="The file's id.", metavar="ID")]
) -> None:
    """Takes a file away from a candidate."""
    with ats() as opened:
        opened.candidates.detach(candidate_id(opened, candidate), attachment)  # type: ignore[arg-type]
