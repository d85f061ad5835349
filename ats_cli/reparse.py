"""`ats reparse`: what a new version of the parser reads otherwise, and the change itself."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from ats_cli.output import Column, Format, chosen, confirm, prints, say, short, show_list
from ats_cli.session import ats, candidate_id, settings

app = typer.Typer(rich_markup_mode=None, add_completion=False)

CHANGES: list[Column] = [
    ("CANDIDATE", "candidate_name"),
    ("WHAT", "path"),
    ("BEFORE", lambda c: short(c["before"])),
    ("AFTER", lambda c: short(c["after"])),
    ("", lambda c: "kept as corrected" if c["kept"] else ""),
]
_SHOWN = 200


@app.command()
@prints
def reparse(
    candidate: Annotated[str | None, typer.Option(help="Only this person's: id, e-mail or name.")] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Also those that this version of the parser has read.")
    ] = False,
    workers: Annotated[int | None, typer.Option(help="How many at once.", min=1)] = None,
    plan: Annotated[bool, typer.Option("--plan", help="Say what would change; write nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Parses kept résumés again, as after an upgrade: shows what changes, asks, and does it.

    \b
    ats reparse --plan
    ats reparse --candidate ana.silva@example.com
    ats reparse --yes

    What a person has put right (ats review) or edited by hand stays as it is. A résumé that this version
    can't read keeps what was read before.
    """
    count = workers or settings(workers=workers).parser_workers
    with ats(workers=workers) as opened:
        who = candidate_id(opened, candidate) if candidate else None
        found = list(opened.reparse(candidate_id=who, outdated=not every, workers=count))
        changed = [r for r in found if r.changes or r.error]
        _show(changed, len(found))
        if plan or not found:
            return
        confirm(f"Keep what is read now of {len(found)} résumés?", yes)
        done = 0
        for result in opened.reparse(candidate_id=who, outdated=not every, apply=True, workers=count):
            done += result.applied
        say(f"{done} of {len(found)} parsed anew.")
        if done < len(found):
            raise typer.Exit(6)


def _show(changed: list[Any], total: int) -> None:
    rows = [
        {"resume_id": str(r.id), "candidate_name": r.candidate_name, **change.model_dump(mode="json")}
        for r in changed
        for change in r.changes
    ]
    if chosen() is Format.TABLE:
        show_list(rows[:_SHOWN], CHANGES)
        if len(rows) > _SHOWN:
            say(f"... and {len(rows) - _SHOWN} more; --ndjson shows all.")
        for result in changed:
            if result.error:
                say(f"{result.candidate_name}: {result.error.message} ({result.error.code})")
        say(f"{total} résumés looked at, {sum(bool(r.changes) for r in changed)} read otherwise.")
    else:
        show_list(
            changed,
            [("RESUME", "id"), ("CANDIDATE", "candidate_name"), ("CHANGES", lambda r: len(r.changes))],
        )
