"""What commands print: one set of rows, as a table, JSON, NDJSON or CSV. stdout is data, stderr is talk."""

from __future__ import annotations

import csv
import functools
import inspect
import io
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any, TypeVar

import typer

F = TypeVar("F", bound=Callable[..., Any])
Row = Mapping[str, Any]
Column = tuple[str, str | Callable[[Any], Any]]


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"


_chosen = Format.TABLE

_OPTIONS = {
    "output": (Annotated[Format, typer.Option(help="How to print.")], Format.TABLE),
    "json_": (Annotated[bool, typer.Option("--json", help="Short for --output json.")], False),
    "ndjson": (Annotated[bool, typer.Option("--ndjson", help="One JSON object a line.")], False),
    "csv_": (Annotated[bool, typer.Option("--csv", help="Short for --output csv.")], False),
}


def prints(function: F) -> F:
    """Gives a command the options of output; `chosen()` tells it which was taken."""
    signature = inspect.signature(function, eval_str=True)
    extra = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=kind, default=default)
        for name, (kind, default) in _OPTIONS.items()
    ]

    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        global _chosen  # noqa: PLW0603 - one process prints one command's output
        output, as_json, as_ndjson, as_csv = (kwargs.pop(name) for name in _OPTIONS)
        short = [
            f for f, on in ((Format.JSON, as_json), (Format.NDJSON, as_ndjson), (Format.CSV, as_csv)) if on
        ]
        if len(short) > 1:
            from ats_core.errors import UsageError

            raise UsageError("--json, --ndjson and --csv exclude one another.")
        _chosen = short[0] if short else output
        return function(*args, **kwargs)

    kept = list(signature.parameters.values())
    wrapper.__signature__ = signature.replace(parameters=[*kept, *extra])  # type: ignore[attr-defined]
    wrapper.__annotations__ = {p.name: p.annotation for p in [*kept, *extra]}
    return wrapper  # type: ignore[return-value]


def chosen() -> Format:
    return _chosen


def show_list(items: Sequence[Any], columns: Sequence[Column], *, note: str | None = None) -> None:
    """Prints `items` (models or dicts), in the chosen format; `note` goes to stderr under a table."""
    if _chosen is Format.JSON:
        print(json.dumps([as_dict(i) for i in items], ensure_ascii=False, indent=2))
    elif _chosen is Format.NDJSON:
        for item in items:
            print(json.dumps(as_dict(item), ensure_ascii=False))
    elif _chosen is Format.CSV:
        _csv([[cell(i, c) for _, c in columns] for i in items], [h for h, _ in columns])
    else:
        table([[cell(i, c) for _, c in columns] for i in items], [h for h, _ in columns])
        if note:
            say(note)


def show_one(item: Any, fields: Sequence[Column]) -> None:
    """Prints one thing: its fields below one another, or as JSON or CSV."""
    if _chosen in (Format.JSON, Format.NDJSON):
        print(json.dumps(as_dict(item), ensure_ascii=False, indent=2 if _chosen is Format.JSON else None))
    elif _chosen is Format.CSV:
        _csv([[cell(item, c) for _, c in fields]], [h for h, _ in fields])
    else:
        shown = [(label, cell(item, c)) for label, c in fields]
        width = max((len(label) for label, _ in shown), default=0)
        for label, value in shown:
            if value not in ("", None):
                lines = _wrapped(str(value), width + 2)
                print(f"{label:<{width}}  {plain(lines[0])}")
                for line in lines[1:]:
                    print(f"{'':<{width}}  {plain(line)}")


def _wrapped(text: str, taken: int) -> list[str]:
    """The lines of `text`, each broken where the terminal ends; whole where there is none."""
    import shutil
    import textwrap

    lines = text.splitlines() or [""]
    if not sys.stdout.isatty():
        return lines
    room = max(30, shutil.get_terminal_size().columns - taken)
    return [part for line in lines for part in textwrap.wrap(line, room) or [""]]


def as_dict(item: Any) -> Any:
    """`item` as JSON has it."""
    if hasattr(item, "model_dump"):
        return item.model_dump(mode="json")
    return item


def cell(item: Any, column: str | Callable[[Any], Any]) -> str:
    """One value as text; what is not there is empty."""
    if callable(column):
        value = column(item)
    else:
        value = item.get(column) if isinstance(item, Mapping) else getattr(item, column)
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return ", ".join(str(v) for v in value)
    if isinstance(value, float):
        return f"{value:.1f}"
    if hasattr(value, "strftime"):
        return str(value.strftime("%Y-%m-%d %H:%M"))
    return str(value)


def plain(text: str) -> str:
    """`text` without anything that would steer a terminal: control characters and marks of direction."""
    return "".join(
        c
        if c in "\t\n" or (unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") or c in "\u200c\u200d")
        else "\ufffd"
        for c in text
    )


def table(rows: Sequence[Sequence[str]], headers: Sequence[str]) -> None:
    """Prints a table; nothing but its head where there are no rows. Off a terminal no cell is cut."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    made = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for place, header in enumerate(headers):
        numeric = bool(rows) and all(re.fullmatch(r"-?[\d.,]*", r[place]) for r in rows)
        # Ids stay whole, for people copy them; the other columns make room.
        made.add_column(
            header, justify="right" if numeric else "left", overflow="fold", no_wrap=header == "ID"
        )
    for row in rows:
        # Text, never markup: a candidate may be called [red].
        made.add_row(*[Text(plain(value)) for value in row])
    console = Console(file=sys.stdout, highlight=False, width=None if sys.stdout.isatty() else _wide())
    console.print(made)


def _wide() -> int:
    import os

    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdigit() and int(columns) > 20 else 200


def _csv(rows: Iterable[Sequence[str]], headers: Sequence[str]) -> None:
    text = io.StringIO()
    write_csv(text, rows, headers)
    sys.stdout.write(text.getvalue())


def write_csv(file: Any, rows: Iterable[Sequence[str]], headers: Sequence[str]) -> None:
    """CSV (RFC 4180) that a spreadsheet shows and does not run: what looks like a formula is quoted."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(headers)
    for row in rows:
        writer.writerow([_harmless(value) for value in row])


def _harmless(value: str) -> str:
    if value[:1] in ("=", "+", "-", "@", "\t", "\r") and not re.fullmatch(r"[+-]?[\d\s().]+", value):
        return f"'{value}"
    return value


def short(value: Any) -> str:
    """A value as text of at most 40 characters, for a table in which it is one of several."""
    text = "" if value is None else str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def say(text: str) -> None:
    """Talk, for people: to stderr."""
    print(plain(text), file=sys.stderr)


def confirm(question: str, yes: bool) -> None:
    """Nothing, if a person at a terminal agrees or has said --yes; UsageError off a terminal without it."""
    if yes:
        return
    from ats_core.errors import UsageError

    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError(f"{question} Not asked, for there is no terminal.", hint="Say --yes.")
    print(f"{plain(question)} [y/N] ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise UsageError("Not confirmed; nothing was changed.")
