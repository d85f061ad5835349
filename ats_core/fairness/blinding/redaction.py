"""Takes out of texts whatever says who somebody is, and leaves what they can do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ats_core.fairness.blinding.folding import fold
from ats_core.fairness.blinding.gendered import neutral
from ats_core.fairness.blinding.patterns import AGE, CONTACT, GROUPS, SCHOOLS
from ats_core.language import detect_language

# Parts of names that are words of their own.
_PARTICLES = frozenset(
    ("de", "da", "do", "dos", "das", "del", "la", "las", "los", "le", "les", "van", "von", "der", "den",
     "ter", "zu", "zum", "y", "e", "i", "el", "al", "bin", "ibn", "and", "und", "et")
)  # fmt: skip
_HONORIFIC = re.compile(r"\b(?:Ms|Miss|Mx|Sr|Sr\.a|Dona|Don|Doña|M|Hr|Fr|Sir|Señor|Senhor)\.?\s+(?=\[name\])")
_HEADED = re.compile(r"\b(?:Mrs?|Ms|Miss|Mx)\.?\s+(?=[A-ZÀ-Þ])")
SURE = 0.1  # confidence of a language from which its own words are looked for
_SAME = re.compile(r"(\[(?:name|place|date|link)\])(?:[\s,.-]*\1)+")


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of who somebody is, to be found in texts; `told` are texts of theirs."""

    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()  # e-mail addresses, telephone numbers, links
    places: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    told: tuple[str, ...] = field(default=(), repr=False)


class Redactor:
    """The texts of one person without the person."""

    def __init__(self, identity: Identity) -> None:
        self._languages = frozenset(_languages("\n".join(identity.told)))
        self._own = _pattern(
            {
                "name": [*_name_parts(identity.names), *_handles(identity.addresses)],
                "address": identity.addresses,
                "place": _place_parts(identity.places),
                "school": [*identity.schools, *_initials(identity.schools)],
            }
        )

    def text(self, text: str | None) -> str | None:
        """`text` without names, addresses, places, schools, dates, ages, groups and gendered words."""
        return None if text is None else self._redacted(text, title=False)

    def title(self, text: str | None) -> str | None:
        """As `text`, for what somebody worked as or studied."""
        return None if text is None else self._redacted(text, title=True)

    def _redacted(self, text: str, *, title: bool) -> str:
        for pattern, said in CONTACT:
            text = pattern.sub(said, text)
        text = self._without_own(text)
        for pattern, said in (*SCHOOLS, *GROUPS, *AGE):
            text = pattern.sub(said, text)
        text = _HEADED.sub("", _HONORIFIC.sub("", text))
        languages = self._languages | set(_languages(text))
        return _SAME.sub(r"\1", neutral(text, languages, title=title)).strip()

    def _without_own(self, text: str) -> str:
        if self._own is None:
            return text
        parts, end = [], 0
        for found in self._own.finditer(fold(text)):
            parts += [text[end : found.start()], _SAID[found.lastgroup or "name"]]
            end = found.end()
        return "".join([*parts, text[end:]])


_SAID = {"name": "[name]", "address": "[link]", "place": "[place]", "school": "a university"}


def _languages(text: str) -> list[str]:
    """The language that `text` is in, if it can be told."""
    guess = detect_language(text)
    return [guess.code] if guess.confidence > SURE else []


def school_kind(name: str | None) -> str | None:
    """What is told of a school: `a university` or `a school`."""
    if not name:
        return None
    words = fold(name)
    return "a university" if re.search(_HIGHER, words) else "a school"


_HIGHER = (
    r"universi|polit|polytech|hochschul|college|institut|facul|ecole|instituto|superior|"
    r"\b(?:tu|eth|mit)\b"
)


def _pattern(groups: dict[str, Iterable[str]]) -> re.Pattern[str] | None:
    """One pattern over all strings, the longest first, each in a group that says what it is."""
    alternatives = []
    for kind, strings in groups.items():
        found = sorted({fold(s.strip()) for s in strings if s and s.strip()}, key=len, reverse=True)
        if found:
            alternatives.append(rf"(?P<{kind}>{'|'.join(map(_spaced, found))})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)") if alternatives else None


def _spaced(text: str) -> str:
    return r"[\s._-]+".join(map(re.escape, text.split()))


def _name_parts(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield name
        for part in re.split(r"[\s'’-]+", name):
            if len(part) > 1 and fold(part) not in _PARTICLES:
                yield part


def _handles(addresses: Iterable[str]) -> Iterator[str]:
    """What stands before the @ or last in a link, as it may stand alone elsewhere."""
    for address in addresses:
        handle = address.partition("@")[0] if "@" in address else address.rstrip("/").rpartition("/")[2]
        if len(handle) > 3 and not handle.replace("+", "").isdigit():
            yield handle


def _place_parts(places: Iterable[str]) -> Iterator[str]:
    for place in places:
        yield place
        for part in re.split(r"[,;/()]+", place):
            if len(part.strip()) > 2:
                yield part


def _initials(schools: Iterable[str]) -> Iterator[str]:
    for school in schools:
        letters = "".join(word[0] for word in re.split(r"[\s-]+", school) if word[:1].isupper())
        if len(letters) > 2:
            yield letters
