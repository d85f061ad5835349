"""The nouns of the taxonomy: a skill, a match, a find in prose, and how two skills relate."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal["technical", "professional", "soft", "language", "licence"]
KINDS: tuple[Kind, ...] = ("technical", "professional", "soft", "language", "licence")
LANGUAGES = ("en", "es", "pt", "fr", "de")
FLAGS = frozenset({"case", "quiet", "apart"})

RelationKind = Literal["exact", "child", "parent", "related", "sibling", "none"]


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill: its English name, its other names, and its place in the hierarchy.

    `ambiguous`: spellings that are everyday words too; in prose they count only among other skills or beside
    a cue word. `flags`: `case` counts in prose only as it is written here, `quiet` never in prose, `apart`
    says that its children are no substitutes for one another. `external`: its ids in other classifications (a
    URI of ESCO). `supplement`: no skill of its own, but more to say of the one with that id.
    """

    id: str
    name: str
    kind: Kind
    parents: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ambiguous: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()
    external: tuple[str, ...] = ()
    supplement: bool = False
    origin: str = ""

    def label(self, language: str) -> str:
        """The name in `language` (en, es, pt, fr, de); the English one where no other is known."""
        return self.names.get(language, (self.name,))[0]

    def spellings(self) -> tuple[str, ...]:
        """All names and aliases, the English name first; a supplement has no name of its own."""
        first = () if self.supplement else (self.name,)
        return (*first, *self.aliases, *(n for group in self.names.values() for n in group))


class Match(NamedTuple):
    """The skill that a text names; `confidence` 0-1."""

    id: str
    name: str
    kind: Kind
    confidence: float


class Found(NamedTuple):
    """A skill in running prose at `text[start:end]`; `confidence` 0-1."""

    id: str
    name: str
    kind: Kind
    start: int
    end: int
    confidence: float


class Relation(NamedTuple):
    """How a skill that somebody has stands to the skill that is asked for; `credit` 0-1."""

    kind: RelationKind
    credit: float
