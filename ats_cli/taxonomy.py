"""`ats taxonomy`: what a text is called, which skills it speaks of, and skills of one's own. No database."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ats_cli.output import prints, show_list, show_one
from ats_cli.session import settings

if TYPE_CHECKING:
    from ats_core.taxonomy import Skill

app = typer.Typer(
    help="Skills: what a text names, what a sentence speaks of, and skills of your own.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)

Texts = Annotated[
    list[str], typer.Argument(help="The texts; - reads one a line from stdin.", metavar="TEXT...")
]


class Source(StrEnum):
    ESCO = "esco"
    ONET = "onet"


class KindOfSkill(StrEnum):
    TECHNICAL = "technical"
    PROFESSIONAL = "professional"
    SOFT = "soft"
    LANGUAGE = "language"
    LICENCE = "licence"


def _own() -> Path:
    """The folder of the skills that the user added; from here on this process knows them."""
    from ats_core.taxonomy import use

    folder = settings().own_taxonomy
    use(folder)
    return folder


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

    _own()

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

    _own()

    columns: Any = [("TEXT", "text"), ("SKILLS", lambda r: [s["name"] for s in r["skills"]])]
    show_list(scanned(_given(texts)), columns)


@app.command()
@prints
def show(skill: Annotated[str, typer.Argument(help="Id or name.", metavar="SKILL")]) -> None:
    """One skill: its names, what it belongs to, what is near it."""
    _own()
    _show(_skill(skill))


@app.command()
@prints
def add(
    name: Annotated[str, typer.Argument(help="English name; with --to, one more spelling.", metavar="NAME")],
    skill_id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Made from the name if not given.")
    ] = None,
    kind: Annotated[KindOfSkill, typer.Option(help="What it is.")] = KindOfSkill.PROFESSIONAL,
    alias: Annotated[list[str] | None, typer.Option(help="Another spelling; may be repeated.")] = None,
    named: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="LANGUAGE=NAME", help="Name in es, pt, fr or de; may be repeated."),
    ] = None,
    parent: Annotated[list[str] | None, typer.Option(help="Id of a wider skill; may be repeated.")] = None,
    related: Annotated[list[str] | None, typer.Option(help="Id of a near skill; may be repeated.")] = None,
    to: Annotated[
        str | None, typer.Option(metavar="ID", help="Give names to this skill instead of making one.")
    ] = None,
    everyday: Annotated[
        bool, typer.Option("--everyday", help="An everyday word too: in prose it counts in context only.")
    ] = False,
) -> None:
    """Adds a skill of your own, or names to one that exists. An upgrade of the ATS leaves it alone.

    \b
    ats taxonomy add "Basket weaving" --name de=Korbflechten --alias wickerwork --parent manufacturing
    ats taxonomy add "Kubi" --to kubernetes
    """
    from ats_core.errors import Conflict, UsageError
    from ats_core.taxonomy import Skill
    from ats_core.taxonomy.additions import Taken
    from ats_core.taxonomy.additions import add as add_skill
    from ats_core.taxonomy.surface import slug

    names = _by_language(named or [])
    spellings = [name, *(alias or []), *(n for group in names.values() for n in group)]
    skill = Skill(
        id=to or skill_id or slug(name),
        name="" if to else name,
        kind=kind.value,
        parents=tuple(parent or ()),
        related=tuple(related or ()),
        aliases=((name,) if to else ()) + tuple(alias or ()),
        names=names,
        ambiguous=frozenset(spellings if everyday else ()),
        supplement=to is not None,
    )
    try:
        add_skill(_own(), skill)
    except Taken as taken:
        raise Conflict(
            f"{taken.spelling} already names {taken.skill_id}.",
            hint=f"ats taxonomy show {taken.skill_id}; ats taxonomy add NAME --to ID gives it more names.",
        ) from None
    except ValueError as wrong:
        raise UsageError(str(wrong)) from None
    _own()
    _show(_skill(skill.id))


@app.command()
@prints
def check(
    path: Annotated[
        Path | None, typer.Argument(help="A file or folder to look over as well.", metavar="[FILE]")
    ] = None,
) -> None:
    """What is wrong with the taxonomy and your additions: twins, taken spellings, unknown parents, circles.

    Exit code 1 says that there is something.
    """
    from ats_core.errors import UsageError
    from ats_core.taxonomy.additions import check_additions

    if path is not None and not path.exists():
        raise UsageError(f"There is no {path}.")
    problems = [{"problem": text} for text in check_additions(_own(), path)]
    show_list(problems, [("PROBLEM", "problem")], note="" if problems else "Nothing is wrong.")
    if problems:
        raise typer.Exit(1)


@app.command("import")
@prints
def import_(
    source: Annotated[Source, typer.Argument(help="Whose files they are.")],
    path: Annotated[Path, typer.Argument(help="A file, packed by gzip or not, or a folder of them.")],
    lang: Annotated[
        str | None,
        typer.Option(
            metavar="LANGUAGE", help="Of the labels, two letters; else from the name: skills_en.csv."
        ),
    ] = None,
) -> None:
    """Merges the official files of ESCO or O*NET into your additions: more names for skills, and more skills.

    A second import of the same changes nothing; one in another language adds its names. Spellings that
    already name a skill stay with it ("taken").

    \b
    ats taxonomy import esco ESCO-dataset/skills_fr.csv
    ats taxonomy import onet db_29_2_text/ --json
    """
    from ats_core.errors import UsageError
    from ats_core.taxonomy.esco import import_esco
    from ats_core.taxonomy.onet import import_onet

    if not path.exists():
        raise UsageError(f"There is no {path}.")
    run = {Source.ESCO: import_esco, Source.ONET: import_onet}[source]
    try:
        done = run(settings().own_taxonomy, path, lang)
    except ValueError as wrong:
        raise UsageError(str(wrong), hint="ats taxonomy import --help says which files are read.") from None
    counts = {name: getattr(done, name) for name in ("concepts", "known", "new", "names", "taken")}
    columns: Any = [(name.capitalize(), name) for name in (*counts, "file")]
    show_one({**counts, "file": str(done.file)}, columns)


def _by_language(given: list[str]) -> dict[str, tuple[str, ...]]:
    from ats_core.errors import UsageError

    names: dict[str, tuple[str, ...]] = {}
    for item in given:
        code, is_one, name = item.partition("=")
        if not is_one or code not in ("es", "pt", "fr", "de") or not name.strip():
            raise UsageError(f"--name is {item!r}; it is es, pt, fr or de, an equals sign, and the name.")
        names[code] = (*names.get(code, ()), name.strip())
    return names


def _skill(named: str) -> Skill:
    from ats_core.errors import NotFound
    from ats_core.taxonomy import find as find_skill
    from ats_core.taxonomy import skill as by_id

    match = find_skill(named)
    found = by_id(named) or (by_id(match.id) if match else None)
    if found is None:
        raise NotFound(
            f"The taxonomy knows no skill {named}.", hint="ats taxonomy find TEXT tries spellings."
        )
    return found


def _show(found: Skill) -> None:
    fields = {
        "id": found.id,
        "name": found.name,
        "kind": found.kind,
        "parents": list(found.parents),
        "related": list(found.related),
        "aliases": list(found.aliases),
        "names": {language: list(names) for language, names in found.names.items()},
        "external": list(found.external),
    }
    columns: Any = [
        (name.capitalize(), name)
        for name in ("id", "name", "kind", "parents", "related", "aliases", "external")
    ]
    languages: Any = [(code, lambda f, c=code: f["names"].get(c)) for code in sorted(found.names)]
    show_one(fields, [*columns, *languages])
