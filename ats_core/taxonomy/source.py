"""The data files read: one skill a line, children indented below their parent (docs/taxonomy.md)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from ats_core.taxonomy.model import FLAGS, KINDS, LANGUAGES, Kind, Skill
from ats_core.taxonomy.surface import slug

DATA = Path(__file__).parent / "data"
INDENT = 2
# A backslash takes the meaning from a bar, a comma or a question mark that belongs to a name.
_BAR, _COMMA, _ESCAPED = re.compile(r"(?<!\\)\|"), re.compile(r"(?<!\\),"), re.compile(r"\\([|,?])")


class BadLine(ValueError):
    """A line of the data that cannot be read; the message names file and line."""


def read_folder(folder: Path = DATA) -> list[Skill]:
    """The skills in all `*.txt` files of `folder`, in the order of the file names."""
    files = sorted(folder.glob("*.txt"))
    return [skill for path in files for skill in read(path.read_text(encoding="utf-8"), path.name)]


def read(text: str, origin: str = "text", bad: list[str] | None = None) -> Iterator[Skill]:
    """The skills of one data file. Raises BadLine, or passes over bad lines and notes them in `bad`."""
    above: list[tuple[str, Kind]] = []
    for number, line in enumerate(text.splitlines(), 1):
        body = line.strip()
        if not body or body.startswith("//"):
            continue
        try:
            skill = _line(line, body, above, f"{origin}:{number}")
        except BadLine as problem:
            if bad is None:
                raise
            bad.append(str(problem))
        else:
            if skill is not None:
                yield skill


def _line(line: str, body: str, above: list[tuple[str, Kind]], where: str) -> Skill | None:
    """The skill of a line, if it is one; `above` is what stands over it, the outermost first."""
    depth = _depth(line, len(above), where)
    parent = above[depth - 1] if depth else None
    if body.startswith("="):
        above[depth:] = [_heading(body, where)]
        return None
    if body.startswith("+"):
        return _skill(body[1:], None, where, supplement=True)
    skill = _skill(body, parent, where)
    above[depth:] = [(skill.id, skill.kind)]
    return skill


def _depth(line: str, deepest: int, where: str) -> int:
    spaces = len(line) - len(line.lstrip(" "))
    if spaces % INDENT or spaces // INDENT > deepest or line.startswith("\t"):
        raise BadLine(f"{where}: indent children by {INDENT} spaces below their parent")
    return spaces // INDENT


def _heading(body: str, where: str) -> tuple[str, Kind]:
    """A skill of another place under which the lines below it hang: `= databases @technical`."""
    parent, _, kind = body[1:].partition("@")
    return parent.strip(), _kind(kind.strip() or "professional", where)


def _skill(body: str, parent: tuple[str, Kind] | None, where: str, supplement: bool = False) -> Skill:
    parts = _BAR.split(body) if "\\" in body else body.split("|")
    name, *fields = [part.strip() for part in parts]
    ambiguous: set[str] = set()
    found: dict[str, Any] = {
        "parents": [parent[0]] if parent else [],
        "kind": parent[1] if parent else "professional",
        "id": name if supplement else slug(name.rstrip("?")),
        "related": [],
        "aliases": [],
        "names": {},
        "flags": frozenset(),
        "external": [],
    }
    name = "" if supplement else _plain([name], ambiguous)[0]
    for part in fields:
        _field(part, found, ambiguous, where)
    if not (name or supplement) or not found["id"]:
        raise BadLine(f"{where}: a skill needs a name")
    for several in ("parents", "related", "aliases", "external"):
        found[several] = tuple(found[several])
    return Skill(**found, name=name, ambiguous=frozenset(ambiguous), supplement=supplement, origin=where)


def _field(part: str, found: dict[str, Any], ambiguous: set[str], where: str) -> None:
    mark, rest = part[:1], part[1:]
    if mark == "#":
        found["id"] = rest.strip()
    elif mark == "@":
        found["kind"] = _kind(rest.strip(), where)
    elif mark == "~":
        found["related"] += _list(rest)
    elif mark == "^":
        found["parents"] += _list(rest)
    elif mark == "&":
        found["external"] += _list(rest)
    elif mark == "!":
        found["flags"] = _flags(rest, where)
    elif part[2:3] == ":" and part[:2] in LANGUAGES:
        found["names"][part[:2]] = _plain(_list(part[3:]), ambiguous)
    else:
        found["aliases"] += _plain(_list(part), ambiguous)


def _plain(names: Collection[str], ambiguous: set[str]) -> tuple[str, ...]:
    """`names` without the question mark that makes a spelling ambiguous; those are added to `ambiguous`."""
    plain = []
    for name in names:
        if name[-1:] != "?" and "\\" not in name:
            plain.append(name)
            continue
        everyday = name.endswith("?") and not name.endswith("\\?")
        bare = name.rstrip("?") if everyday else name
        bare = _ESCAPED.sub(r"\1", bare) if "\\" in bare else bare
        if everyday:
            ambiguous.add(bare)
        plain.append(bare)
    return tuple(plain)


def _list(text: str) -> tuple[str, ...]:
    parts = _COMMA.split(text) if "\\" in text else text.split(",")
    return tuple([item for part in parts if (item := part.strip())])


def _kind(text: str, where: str) -> Kind:
    for kind in KINDS:
        if kind == text:
            return kind
    raise BadLine(f"{where}: unknown kind {text!r}; one of {', '.join(KINDS)}")


def _flags(text: str, where: str) -> frozenset[str]:
    flags = frozenset(text.split())
    if unknown := flags - FLAGS:
        raise BadLine(f"{where}: unknown flags {sorted(unknown)}; known are {sorted(FLAGS)}")
    return flags
