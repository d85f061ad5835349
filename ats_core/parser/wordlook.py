"""How the text of a Word document looks where that decides whether anybody sees it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ats_core.parser.hidden import TINY, WHITE, Colour, Reason, hides, unseen
from ats_core.parser.xmltree import local, value_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OFF = frozenset(("0", "false", "off"))
_EMU = 12_700  # a point
# An anchored shape of at least a twentieth of an A4 page may be the ground of text that lies over it.
_LARGE = 0.05 * 595 * 842 * _EMU**2
_FAR = 900 * _EMU  # beyond every page
_NAMED = {"black": (0, 0, 0), "white": WHITE, "darkblue": (0, 0, 128), "blue": (0, 0, 255)}


@dataclass(frozen=True, slots=True)
class Look:
    """Size in points (0 where nothing says it), colour (None for automatic), ground (None if unknown)."""

    size: float = 0.0
    colour: Colour | None = None
    hidden: bool = False
    ground: Colour | None = WHITE

    @property
    def reason(self) -> Reason | None:
        """Why text of this look is not seen; None if it is."""
        return unseen(self.hidden, self.size, self.colour, self.ground)

    def under(self, properties: Iterable[Element]) -> Look:
        """The look with what the elements of an rPr or pPr change of it."""
        look = self
        for item in properties:
            name = local(item)
            if name in {"vanish", "webHidden"}:
                look = replace(look, hidden=value_of(item, "val") not in _OFF)
            elif name == "sz" and (half := value_of(item, "val")).isdigit():
                look = replace(look, size=int(half) / 2)
            elif name == "color":
                look = replace(look, colour=colour_of(value_of(item, "val")))
            elif name == "shd":
                look = replace(look, ground=_shade(item, look.ground))
            elif name == "highlight" and value_of(item, "val") != "none":
                look = replace(look, ground=_NAMED.get(value_of(item, "val").lower()))
            elif (
                name == "spacing"
                and value_of(item, "lineRule") == "exact"
                and _number(item, "line") < 20 * TINY
            ):
                look = replace(look, size=1.0)
        return look


def _number(element: Element, name: str) -> float:
    try:
        return float(value_of(element, name) or "inf")
    except ValueError:
        return float("inf")


def colour_of(text: str) -> Colour | None:
    """The colour of six hexadecimal digits, with or without #; None for anything else."""
    match = re.fullmatch(r"#?([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})", text.strip())
    return (int(match[1], 16), int(match[2], 16), int(match[3], 16)) if match else None


def _shade(item: Element, ground: Colour | None) -> Colour | None:
    """The ground that a w:shd paints; patterns are unknown."""
    pattern, fill = value_of(item, "val"), value_of(item, "fill")
    if pattern not in {"", "clear", "nil"}:
        return colour_of(value_of(item, "color")) if pattern == "solid" else None
    return ground if fill in {"", "auto"} else colour_of(fill)


class Styles:
    """The looks of a document's styles, what they are based on included."""

    def __init__(self, root: Element | None) -> None:
        self._base = Look()
        self._properties: dict[str, list[Element]] = {}
        self._parents: dict[str, str] = {}
        self._tables: dict[str, Element] = {}
        for child in root if root is not None else ():
            if local(child) == "style":
                self._add(child)
            elif local(child) == "docDefaults":
                self._base = self._base.under(_run_properties(child))
        self._default = next(
            (value_of(s, "styleId") for s in (root if root is not None else ()) if _is_default(s)), ""
        )

    def _add(self, style: Element) -> None:
        name = value_of(style, "styleId")
        properties: list[Element] = []
        for child in style:
            kind = local(child)
            if kind == "basedOn":
                self._parents[name] = value_of(child, "val")
            elif kind in {"rPr", "pPr"}:
                properties.extend(child)
        self._properties[name] = properties
        if value_of(style, "type") == "table":
            self._tables[name] = style

    def paragraph(self, name: str, ground: Colour | None) -> Look:
        """The look of text in a paragraph of this style, on this ground."""
        return self._with(name or self._default, replace(self._base, ground=ground))

    def run(self, name: str, look: Look) -> Look:
        """`look` under a character style."""
        return self._with(name, look)

    def shades_tables(self, name: str) -> bool:
        """True if the table style paints grounds, so that they are not known cell by cell."""
        # Looked at only where a table has the style: Word's own sheet holds a hundred of them.
        return any(
            local(item) == "shd"
            for parent in self._chain(name)
            if parent in self._tables
            for item in self._tables[parent].iter()
        )

    def _chain(self, name: str) -> Iterator[str]:
        for _ in range(12):
            if name not in self._properties:
                return
            yield name
            name = self._parents.get(name, "")

    def _with(self, name: str, look: Look) -> Look:
        for parent in reversed(list(self._chain(name))):
            look = look.under(self._properties[parent])
        return look


def _is_default(style: Element) -> bool:
    return (
        local(style) == "style"
        and value_of(style, "type") == "paragraph"
        and value_of(style, "default") not in {"", *_OFF}
    )


def _run_properties(defaults: Element) -> Iterator[Element]:
    return (item for child in defaults.iter() if local(child) == "rPr" for item in child)


def shape_ground(shape: Element, ground: Colour | None) -> Colour | None:
    """What lies beneath the text of a shape: its fill, or the ground it stands on."""
    if fill := value_of(shape, "fillcolor"):  # VML
        if value_of(shape, "filled") in {"f", "false"}:
            return ground
        return colour_of(fill.split()[0]) or _NAMED.get(fill.split()[0].lower())
    for part in shape:
        name = local(part)
        if name == "spPr":
            for item in part:
                kind = local(item)
                if kind == "solidFill":
                    return _solid(item)
                if kind in {"gradFill", "blipFill", "pattFill", "grpFill"}:
                    return None
                if kind == "noFill":
                    return ground
        elif name == "style" and any(
            local(item) == "fillRef" and value_of(item, "idx") not in {"", "0"} for item in part
        ):
            return None
    return ground


def _solid(fill: Element) -> Colour | None:
    for colour in fill:
        if local(colour) == "srgbClr" and len(colour) == 0:
            return colour_of(value_of(colour, "val"))
        if local(colour) == "schemeClr" and value_of(colour, "val") in {"bg1", "lt1"} and len(colour) == 0:
            return WHITE
    return None


def is_far_away(anchor: Element) -> bool:
    """True if the anchored box stands beyond the edges of every page."""
    return any(
        local(item) == "posOffset" and re.fullmatch(r"-?\d{1,12}", text := (item.text or "").strip())
        and abs(int(text)) > _FAR
        for position in anchor if local(position) in {"positionH", "positionV"}
        for item in position
    )  # fmt: skip


def paints(root: Element) -> bool:
    """True if large shapes or pictures lie on this part's pages: text over them has an unknown ground."""
    for item in root.iter():
        name = local(item)
        if name == "anchor" and _is_large(item) and _is_coloured(item):
            return True
        if name in {"rect", "shape", "roundrect"} and value_of(item, "fillcolor"):
            if not hides(shape_ground(item, WHITE), WHITE):
                return True
        elif name == "background" and not hides(colour_of(value_of(item, "color")), WHITE):
            return True
    return False


def _is_large(anchor: Element) -> bool:
    return any(
        local(item) == "extent" and _LARGE <= _number(item, "cx") * _number(item, "cy") < float("inf")
        for item in anchor
    )


def _is_coloured(anchor: Element) -> bool:
    for item in anchor.iter():
        name = local(item)
        if name == "pic" or (name == "wsp" and not hides(shape_ground(item, WHITE), WHITE)):
            return True
    return False
