"""Cascading style sheets, as far as they decide whether text of a page is seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ats_core.parser.colours import read_colour
from ats_core.parser.hidden import TINY, WHITE, Colour, Reason, hides

_MAX_SOURCE = 300_000
_MAX_RULES = 2_000
_PIXEL = 0.75  # points
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_COMPOUND = re.compile(r"([a-z][a-z0-9]{0,19}|\*)?((?:[.#][\w-]{1,80}){0,6})", re.I)
_LENGTH = re.compile(r"(-?\d{0,6}(?:\.\d{1,6})?)(px|pt|em|rem|%|cm|mm|in|vw|vh)?")
_POINTS = {"px": _PIXEL, "pt": 1.0, "": _PIXEL, "cm": 28.35, "mm": 2.835, "in": 72.0}
_FAR = -600.0  # points left of or above the page


@dataclass(frozen=True, slots=True)
class Tag:
    """An element as selectors see it."""

    name: str
    identity: str = ""
    classes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shown:
    """How text looks here: `gone` is why all of the element is unseen, whatever its children say."""

    size: float = 12.0
    colour: Colour | None = (0, 0, 0)
    ground: Colour | None = WHITE
    clear: bool = False
    invisible: bool = False
    gone: Reason | None = None

    @property
    def reason(self) -> Reason | None:
        """Why text of this look is not seen; None if it is."""
        if self.gone is not None:
            return self.gone
        if self.invisible:
            return Reason.MARKED
        if self.size < TINY:
            return Reason.TINY
        if self.clear or hides(self.colour, self.ground):
            return Reason.BACKGROUND
        return None

    def under(self, declared: dict[str, str]) -> Shown:
        """The look of an element with these declarations inside an element of this look."""
        if not declared:
            return self
        look = replace(self, gone=self.gone or _gone(declared))
        if size := declared.get("font-size"):
            look = replace(look, size=_font_size(size, look.size))
        if colour := declared.get("color"):
            seen, clear = read_colour(colour)
            look = replace(look, colour=seen, clear=clear)
        if visibility := declared.get("visibility"):
            look = replace(look, invisible=visibility in {"hidden", "collapse"})
        return replace(look, ground=_ground(declared, look.ground))


def _gone(declared: dict[str, str]) -> Reason | None:
    if declared.get("display") == "none":
        return Reason.MARKED
    if _share(declared.get("opacity", "1")) < 0.05:
        return Reason.BACKGROUND
    placed = declared.get("position") in {"absolute", "fixed", "relative"}
    if placed and any(_length(declared.get(side, "")) < _FAR for side in ("left", "top", "right", "bottom")):
        return Reason.OFF_PAGE
    if any(_length(declared.get(side, "")) < _FAR for side in ("text-indent", "margin-left", "margin-top")):
        return Reason.OFF_PAGE
    cut = declared.get("overflow") in {"hidden", "clip"}
    if cut and any(0 <= _length(declared.get(side, "")) < TINY for side in ("height", "width", "max-height")):
        return Reason.CLIPPED
    clip = declared.get("clip", "") + declared.get("clip-path", "")
    if re.match(r"rect\((?:[01](?:px)?[ ,]{0,3}){4}\)|inset\((?:50|100)%", clip):
        return Reason.CLIPPED
    if "scale(0" in declared.get("transform", "") and "scale(0." not in declared["transform"]:
        return Reason.TINY
    return None


def _ground(declared: dict[str, str], ground: Colour | None) -> Colour | None:
    value = declared.get("background-color") or declared.get("background", "")
    if declared.get("background-image", "none") != "none" or "url(" in value or "gradient(" in value:
        return None
    if not value or value in {"none", "transparent", "inherit", "initial", "unset"}:
        return ground
    for part in [value, *value.split()]:
        colour, clear = read_colour(part)
        if colour is not None:
            return colour
        if clear:
            return ground
    return None


def _share(text: str) -> float:
    match = _LENGTH.fullmatch(text.strip())
    if match is None or match[1] in {"", "-", "."}:
        return 1.0
    return float(match[1]) / (100 if match[2] == "%" else 1)


def _length(text: str) -> float:
    """The length in points; infinite if it is none, or relative to something unknown."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None or match[1] in {"", "-", "."}:
        return float("inf")
    unit = match[2] or ""
    if unit in {"em", "rem"}:
        return float(match[1]) * 12
    if unit in {"%", "vw", "vh"}:
        return float(match[1]) * 6
    return float(match[1]) * _POINTS[unit]


def _font_size(text: str, outer: float) -> float:
    match = _LENGTH.fullmatch(text.strip())
    if match is None or match[1] in {"", "-", "."}:
        return outer if text.strip() in {"smaller", "larger", "inherit"} else 12.0
    number, unit = float(match[1]), match[2] or ""
    if unit == "em":
        return outer * number
    if unit == "%":
        return outer * number / 100
    return 12 * number if unit == "rem" else number * _POINTS.get(unit, 1.0)


def declarations(text: str) -> dict[str, str]:
    """Names and values, lower-case; later ones win."""
    pairs = (part.partition(":") for part in text[:5_000].lower().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, colon, value in pairs if colon}


class StyleSheet:
    """The rules of a page's style elements that plain selectors name: tags, classes, identities, nesting."""

    def __init__(self) -> None:
        # By what the rule's last compound names, so that an element meets few of them.
        self._rules: dict[str, list[tuple[tuple[int, int], list[Tag], dict[str, str]]]] = {}
        self._count = 0
        self._left = _MAX_SOURCE

    def add(self, source: str) -> None:
        """Reads the source of one style element; blocks of @media and the like are left out."""
        source = source[: self._left]
        self._left -= len(source)
        for selectors, body in _rules(_COMMENT.sub(" ", source)):
            declared = declarations(body)
            for selector in selectors.split(","):
                chain = _chain(selector)
                if chain and self._count < _MAX_RULES:
                    weight = sum(100 * bool(tag.identity) + 10 * len(tag.classes) + 1 for tag in chain)
                    self._rules.setdefault(_key(chain[-1]), []).append(
                        ((weight, self._count), chain, declared)
                    )
                    self._count += 1

    def declared(self, path: list[Tag]) -> dict[str, str]:
        """What the rules declare for the last element of the path."""
        tag = path[-1]
        keys = ("", tag.name, f"#{tag.identity}", *(f".{name}" for name in tag.classes))
        found = [
            (rank, declared)
            for key in keys
            for rank, chain, declared in self._rules.get(key, ())
            if _matches(chain, path)
        ]
        found.sort(key=lambda item: item[0])
        merged: dict[str, str] = {}
        for _, declared in found:
            merged.update(declared)
        return merged


def _rules(source: str) -> Iterator[tuple[str, str]]:
    """Selectors and bodies of the rules at the outermost level."""
    at = 0
    while (brace := source.find("{", at)) >= 0:
        head = source[at:brace].rpartition(";")[2].strip() if "@" in source[at:brace] else source[at:brace]
        end = _closing(source, brace)
        if not head.lstrip().startswith("@"):
            yield head.strip()[-500:], source[brace + 1 : end]
        at = end + 1


def _closing(source: str, brace: int) -> int:
    depth = 0
    for match in re.compile(r"[{}]").finditer(source, brace):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.start()
    return len(source)


def _chain(selector: str) -> list[Tag]:
    """The selector's compounds from the outside in; empty if it is of a kind that is not read."""
    chain = []
    for compound in selector.replace(">", " ").split():
        match = _COMPOUND.fullmatch(compound)
        if match is None or not compound:
            return []
        marks = re.findall(r"[.#][\w-]+", match[2])
        identity = next((mark[1:] for mark in marks if mark[0] == "#"), "")
        name = (match[1] or "").lower().replace("*", "")
        chain.append(Tag(name, identity, frozenset(mark[1:] for mark in marks if mark[0] == ".")))
    return chain


def _key(tag: Tag) -> str:
    if tag.identity:
        return f"#{tag.identity}"
    return f".{min(tag.classes)}" if tag.classes else tag.name


def _fits(wanted: Tag, tag: Tag) -> bool:
    return (
        wanted.name in {"", tag.name}
        and wanted.identity in {"", tag.identity}
        and wanted.classes <= tag.classes
    )


def _matches(chain: list[Tag], path: list[Tag]) -> bool:
    if not _fits(chain[-1], path[-1]):
        return False
    outer = iter(reversed(path[:-1]))
    return all(any(_fits(wanted, tag) for tag in outer) for wanted in reversed(chain[:-1]))
