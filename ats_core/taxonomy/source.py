"""The data files read: one skill a line, children indented below their parent (docs/taxonomy.md)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from ats_core.taxonomy.model import FLAGS, KINDS, LANGUAGES, Kind, Skill
from ats_core.taxonomy.surface import slug

DATA = Path(__file__).parent / "data"
INDENT = 2


class BadLine(ValueError):
    """A line of the data that cannot be read; the message names file and line."""


def read_folder(folder: Path = DATA) -> list[Skill]:
    """The skills in all `*.txt` files of `folder`, in the order of the file names."""
    files = sorted(folder.glob("*.txt"))
    return [skill for path in files for skill in read(path.read_text(encoding="utf-8"), path.name)]


def read(text: str, origin: str = "text") -> Iterator[Skill]:
    """The skills of one data file. Raises BadLine."""
    above: list[tuple[str, Kind]] = []
    for number, line in enumerate(text.splitlines(), 1):
        body = line.strip()
        if not body or body.startswith("//"):
            continue
        where = f"{origin}:{number}"
        depth = _depth(line, len(above), where)
        parent = above[depth - 1] if depth else None
        if body.startswith("="):
            above[depth:] = [_heading(body, where)]
            continue
        skill = _skill(body, parent, where)
        above[depth:] = [(skill.id, skill.kind)]
        yield skill


def _depth(line: str, deepest: int, where: str) -> int:
    spaces = len(line) - len(line.lstrip(" "))
    if spaces % INDENT or spaces // INDENT > deepest or line.startswith("\t"):
        raise BadLine(f"{where}: indent children by {INDENT} spaces below their parent")
    return spaces // INDENT


def _heading(body: str, where: str) -> tuple[str, Kind]:
    """A skill of another place under which the lines below it hang: `= databases @technical`."""
    parent, _, kind = body[1:].partition("@")
    return parent.strip(), _kind(kind.strip() or "professional", where)


def _skill(body: str, parent: tuple[str, Kind] | None, where: str) -> Skill:
    name, *fields = (part.strip() for part in body.split("|"))
    parents = [parent[0]] if parent else []
    kind: Kind = parent[1] if parent else "professional"
    skill_id = slug(name.rstrip("?"))
    related: list[str] = []
    aliases: list[str] = []
    names: dict[str, tuple[str, ...]] = {}
    flags: frozenset[str] = frozenset()
    ambiguous: set[str] = set()
    name = _plain([name], ambiguous)[0]
    for part in fields:
        mark, rest = part[:1], part[1:]
        if mark == "#":
            skill_id = rest.strip()
        elif mark == "@":
            kind = _kind(rest.strip(), where)
        elif mark == "~":
            related += _list(rest)
        elif mark == "^":
            parents += _list(rest)
        elif mark == "!":
            flags = _flags(rest, where)
        elif part[2:3] == ":" and part[:2] in LANGUAGES:
            names[part[:2]] = _plain(_list(part[3:]), ambiguous)
        else:
            aliases += _plain(_list(part), ambiguous)
    if not name or not skill_id:
        raise BadLine(f"{where}: a skill needs a name")
    return Skill(
        skill_id,
        name,
        kind,
        tuple(parents),
        tuple(related),
        tuple(aliases),
        names,
        frozenset(ambiguous),
        flags,
        where,
    )


def _plain(names: Collection[str], ambiguous: set[str]) -> tuple[str, ...]:
    """`names` without the question mark that makes a spelling ambiguous; those are added to `ambiguous`."""
    ambiguous.update(n[:-1] for n in names if n.endswith("?"))
    return tuple(n.rstrip("?") for n in names)


def _list(text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split(",") if item.strip())


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
