"""`ats taxonomy`: what a text is called, and which skills it speaks of. Needs no database."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from ats_cli.output import prints, show_list, show_one

app = typer.Typer(
    help="Skills: what a text names, and what a sentence speaks of.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)

Texts = Annotated[
    list[str], typer.Argument(help="The texts; - reads one a line from stdin.", metavar="TEXT...")
]


def _given(texts: list[str]) -> list[str]:
    return [t for text in texts for t in (sys.stdin.read().splitlines() if text == "-" else [text])]


@app.command()
@prints
def find(texts: Texts) -> None:
    """The skill that each text as a whole names, in the order of the texts; empty where none is known.

    \b
    ats taxonomy find ReactJS k8s "Inglés (C1)"
    """
    from ats_core.taxonomy.answers import found

    columns: Any = [
        ("TEXT", "text"),
        ("SKILL", "name"),
        ("KIND", "kind"),
        ("ID", "id"),
        ("SURE", "confidence"),
    ]
    show_list(found(_given(texts)), columns)


@app.command()
@prints
def scan(texts: Texts) -> None:
    """The skills that running prose speaks of, with where each stands; everyday words count in context only.

    \b
    ats taxonomy scan "Built services in Go and Python on AWS"
    """
    from ats_core.taxonomy.answers import scanned

    columns: Any = [("TEXT", "text"), ("SKILLS", lambda r: [s["name"] for s in r["skills"]])]
    show_list(scanned(_given(texts)), columns)


@app.command()
@prints
def show(skill: Annotated[str, typer.Argument(help="Id or name.", metavar="SKILL")]) -> None:
    """One skill: its names, what it belongs to, what is near it."""
    from ats_core.errors import NotFound
    from ats_core.taxonomy import find as find_skill
    from ats_core.taxonomy import skill as by_id

    match = find_skill(skill)
    found = by_id(skill) or (by_id(match.id) if match else None)
    if found is None:
        raise NotFound(
            f"The taxonomy knows no skill {skill}.", hint="ats taxonomy find TEXT tries spellings."
        )
    fields = {
        "id": found.id,
        "name": found.name,
        "kind": found.kind,
        "parents": list(found.parents),
        "related": list(found.related),
        "aliases": list(found.aliases),
        "names": {language: list(names) for language, names in found.names.items()},
    }
    columns: Any = [
        (name.capitalize(), name) for name in ("id", "name", "kind", "parents", "related", "aliases")
    ]
    languages: Any = [(code, lambda f, c=code: f["names"].get(c)) for code in sorted(found.names)]
    show_one(fields, [*columns, *languages])
