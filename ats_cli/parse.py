"""`ats parse`: what résumés say, without a database."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Annotated, Any

import typer

from ats_cli import cases
from ats_cli.output import Format, chosen, prints, say, show_list, show_one
from ats_cli.receipts import COLUMNS, explained, hidden_lines
from ats_cli.session import settings

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
@prints
def parse(
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders, globs, zip files; - reads a list of them from stdin.")
    ],
    region: Annotated[
        str | None, typer.Option(help="Country of phone numbers without a prefix, such as ES.")
    ] = None,
    workers: Annotated[int | None, typer.Option(help="How many files at once.", min=1)] = None,
    text: Annotated[bool, typer.Option("--text", help="Print the text in reading order instead.")] = False,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Print where each value stands, what found it, and how sure it is."),
    ] = False,
    annotate: Annotated[
        Path | None,
        typer.Option(help="Draw the values on the pages of one PDF, into this file.", dir_okay=False),
    ] = None,
    fixture: Annotated[
        Path | None,
        typer.Option(
            help="Make each file a regression case in this folder, as people have corrected it (ats review).",
            file_okay=False,
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Parse such cases again, and print what is not as expected.")
    ] = False,
) -> None:
    """Reads résumés and prints what they say. Nothing is saved, and no database is started.

    \b
    ats parse cv.pdf
    ats parse cv.pdf --json
    ats parse cvs/ --ndjson | jq .candidate_data.contact_info.email
    ats parse cv.pdf --explain
    ats parse cv.pdf --annotate seen.pdf
    ats parse cv.pdf --fixture cases/ && ats parse --check cases/

    A file that can't be read comes as {file, error: {code, message}}; exit code 6 says that there was one.
    --check ends with 1 if a case is not as expected. --fixture asks the database what people have corrected.
    """
    from ats_core.parser.pool import ParserPool
    from ats_sdk.sources import expand

    chosen_settings = settings(workers=workers, default_region=region)
    given = [
        p for path in paths for p in (sys.stdin.read().splitlines() if path == "-" else [path]) if p.strip()
    ]
    if check:
        _check(given, chosen_settings.default_region)
        return
    sources = expand(given)
    failed = 0
    count = min(chosen_settings.parser_workers, max(1, len(sources)))
    with ParserPool(workers=count, taxonomy=chosen_settings.own_taxonomy) as pool:
        results = _parsed(pool, sources, chosen_settings.default_region, count)
        if fixture is not None:
            failed = cases.write(sources, pool, chosen_settings.default_region, fixture)
        elif annotate is not None:
            failed = _annotate(sources, results, annotate)
        elif explain:
            failed = _explain(results, alone=len(sources) == 1)
        elif text:
            for result in results:
                if "error" in result:
                    failed += 1
                    say(f"{result['file']}: {result['error']['message']} ({result['error']['code']})")
                else:
                    print(result["text"])
        else:
            failed = _print(results, alone=len(sources) == 1)
    if failed:
        raise typer.Exit(6)


def _check(folders: list[str], region: str | None) -> None:
    from ats_core.parser.pool import ParserPool

    with ParserPool(workers=1) as pool:
        if cases.check(folders, pool, region):
            raise typer.Exit(1)


def _parsed(pool: Any, sources: list[Any], region: str | None, count: int) -> Iterator[dict[str, Any]]:
    """One result a source, in their order; a few are under way at once."""
    with ThreadPoolExecutor(count) as threads:
        yield from threads.map(lambda s: _one(pool, s, region), sources)


def _one(pool: Any, source: Any, region: str | None) -> dict[str, Any]:
    from ats_core.parser import ParseError
    from ats_sdk.sources import Unreadable

    try:
        found: dict[str, Any] = pool.parse(source.read(), source.name, region)
    except Unreadable as error:
        return {"file": source.label, "error": {"code": error.reason, "message": error.message}}
    except ParseError as error:
        return {"file": source.label, "error": {"code": str(error.code), "message": error.message}}
    return {"file": source.label, **found}


def _print(results: Iterator[dict[str, Any]], *, alone: bool) -> int:
    """How many failed; all are printed."""
    if chosen() is Format.TABLE:
        return _print_for_people(results)
    shown, failed = [], 0
    for result in results:
        failed += "error" in result
        # One file is the object itself; of several, each says which it is.
        kept = {
            k: v for k, v in result.items() if k != "text" and (k != "file" or not alone or "error" in result)
        }
        if chosen() is Format.NDJSON:
            print(json.dumps(kept, ensure_ascii=False), flush=True)
        else:
            shown.append(kept)
    if chosen() is Format.JSON:
        print(json.dumps(shown[0] if alone else shown, ensure_ascii=False, indent=2))
    elif chosen() is Format.CSV:
        show_list(shown, _SUMMARY)
    return failed


def _annotate(sources: list[Any], results: Iterator[dict[str, Any]], target: Path) -> int:
    """1 if the file failed; else the PDF with its values drawn on it is written to `target`."""
    from ats_core.errors import UsageError
    from ats_core.parser import ParseError
    from ats_core.parser.annotate import annotate_in_child, marks_of

    if len(sources) != 1:
        raise UsageError(f"--annotate draws on one PDF, and {len(sources)} files were given.")
    result = next(results)
    if "error" in result:
        say(f"{result['file']}: {result['error']['message']} ({result['error']['code']})")
        return 1
    try:
        drawn = annotate_in_child(sources[0].read(), result)
    except ParseError as error:
        say(f"{result['file']}: {error.message} ({error.code})")
        return 1
    target.write_bytes(drawn)
    say(f"{len(marks_of(result))} places marked in {target}")
    return 0


def _explain(results: Iterator[dict[str, Any]], *, alone: bool) -> int:
    """How many failed; of the others each value is printed with its receipt."""
    shown, failed = [], 0
    for place, result in enumerate(results):
        if "error" in result:
            failed += 1
            say(f"{result['file']}: {result['error']['message']} ({result['error']['code']})")
            continue
        told = explained(result)
        if chosen() is Format.JSON:
            shown.append(told)
        elif chosen() is Format.NDJSON:
            print(json.dumps(told, ensure_ascii=False), flush=True)
        else:
            if not alone and chosen() is Format.TABLE:
                print(("\n" if place else "") + result["file"])
            show_list(told["values"], COLUMNS)
            for line in [*told["warnings"], *hidden_lines(result)]:
                say(line)
    if chosen() is Format.JSON:
        print(json.dumps(shown[0] if alone and shown else shown, ensure_ascii=False, indent=2))
    return failed


def _contact(name: str) -> Any:
    return lambda r: (r.get("candidate_data") or {}).get("contact_info", {}).get(name)


_SUMMARY: Any = [
    ("FILE", "file"),
    ("FIRST NAME", _contact("first_name")),
    ("LAST NAME", _contact("last_name")),
    ("E-MAIL", _contact("email")),
    ("PHONE", _contact("phone")),
    ("LOCATION", _contact("location")),
    ("SKILLS", lambda r: (r.get("candidate_data") or {}).get("skills")),
    ("ERROR", lambda r: (r.get("error") or {}).get("code")),
]


def _print_for_people(results: Iterator[dict[str, Any]]) -> int:
    failed = 0
    for place, result in enumerate(results):
        if place:
            print()
        if "error" in result:
            failed += 1
            say(f"{result['file']}: {result['error']['message']} ({result['error']['code']})")
            continue
        data, about = result["candidate_data"], result["parsing_metadata"]
        contact = data["contact_info"]
        show_one(
            {
                "file": result["file"],
                "name": " ".join(x for x in (contact["first_name"], contact["last_name"]) if x),
                "email": contact["email"],
                "phone": contact["phone"],
                "location": contact["location"],
                "experience": f"{data['years_of_experience']} years" if data["years_of_experience"] else None,
                "work": "\n".join(_position(w) for w in data["work_history"]),
                "education": "\n".join(_degree(e) for e in data["education"]),
                "skills": data["skills"],
                "certificates": data["certifications"],
                "warnings": "\n".join(about["warnings"]),
                "read": f"{about['format']}, {about['language']}, {about['overall_confidence']:.0%} sure, "
                f"{about['processing_time_ms']} ms",
            },
            [(name.capitalize(), name) for name in _PEOPLE],
        )
    return failed


_PEOPLE = (
    "file", "name", "email", "phone", "location", "experience", "work", "education", "skills",
    "certificates", "warnings", "read",
)  # fmt: skip


def _position(work: dict[str, Any]) -> str:
    what = " at ".join(x for x in (work["title"], work["company"]) if x)
    until = "now" if work.get("current") else work["end_date"] or "?"
    return f"{work['start_date'] or '?'} - {until}  {what}"


def _degree(degree: dict[str, Any]) -> str:
    what = ", ".join(x for x in (degree["degree"], degree["field"], degree["institution"]) if x)
    return f"{degree['graduation_year'] or '?'}  {what}"
