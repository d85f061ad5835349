"""Read-in of the phrase books from which résumés of a crowd are put together."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

BOOKS = Path(__file__).parent / "phrases"


@dataclass(frozen=True, slots=True)
class Trade:
    """A line of work: its titles from first to last, its duties, and what one knows and learns for it."""

    titles: tuple[str, ...]
    duties: tuple[str, ...]
    skills: tuple[str, ...]
    degrees: tuple[tuple[str, str], ...]
    certifications: tuple[str, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Book:
    """What one language offers: names, places, firms, schools and trades."""

    language: str
    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    places: tuple[str, ...]
    firm_words: tuple[str, ...]
    firm_kinds: tuple[str, ...]
    school_words: tuple[str, ...]
    school_kinds: tuple[str, ...]  # the last one is for vocational training
    languages: tuple[str, ...]
    skill_label: str
    phone: str
    trades: tuple[Trade, ...]


@cache
def books() -> tuple[Book, ...]:
    """The phrase books, one a language."""
    return tuple(_book(path) for path in sorted(BOOKS.glob("*.toml")))


def _book(path: Path) -> Book:
    raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    trades = tuple(_trade(t) for t in raw.pop("trade"))
    label, phone = str(raw.pop("skill_label")), str(raw.pop("phone"))
    lists = {name: tuple(item.strip() for item in items.split(",")) for name, items in raw.items()}
    return Book(language=path.stem, trades=trades, skill_label=label, phone=phone, **lists)


def _trade(raw: dict[str, Any]) -> Trade:
    return Trade(
        titles=tuple(raw["titles"]),
        duties=tuple(raw["duties"]),
        skills=tuple(s.strip() for s in raw["skills"].split(",")),
        degrees=tuple((degree, field) for degree, field in raw["degrees"]),
        certifications=tuple(raw["certifications"]),
        summary=raw["summary"],
    )
