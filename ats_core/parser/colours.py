"""Colours as style sheets write them."""

from __future__ import annotations

import re

from ats_core.parser.hidden import Colour

_NAMED: dict[str, Colour] = {
    "black": (0, 0, 0), "white": (255, 255, 255), "snow": (255, 250, 250), "ivory": (255, 255, 240),
    "whitesmoke": (245, 245, 245), "ghostwhite": (248, 248, 255), "floralwhite": (255, 250, 240),
    "mintcream": (245, 255, 250), "azure": (240, 255, 255), "aliceblue": (240, 248, 255), "navy": (0, 0, 128),
    "honeydew": (240, 255, 240), "seashell": (255, 245, 238), "blue": (0, 0, 255), "darkblue": (0, 0, 139),
    "red": (255, 0, 0), "green": (0, 128, 0), "gray": (128, 128, 128), "grey": (128, 128, 128),
    "silver": (192, 192, 192), "lightgray": (211, 211, 211), "lightgrey": (211, 211, 211),
    "maroon": (128, 0, 0), "purple": (128, 0, 128), "teal": (0, 128, 128), "yellow": (255, 255, 0),
}  # fmt: skip
_HEX = re.compile(r"#([0-9a-f]{3,8})")
_RGB = re.compile(
    r"rgba?\(\s{0,9}(\d{1,3})[\s,]{1,9}(\d{1,3})[\s,]{1,9}(\d{1,3})(?:[\s,/]{1,9}([\d.]{1,9})(%?))?"
)


def read_colour(text: str) -> tuple[Colour | None, bool]:
    """The colour, None where it is not plain; and whether it is clear, so that nothing of it is seen."""
    text = text.strip().lower()
    if text == "transparent":
        return None, True
    if match := _HEX.fullmatch(text):
        return _hexadecimal(match[1])
    if match := _RGB.match(text):
        colour = (min(255, int(match[1])), min(255, int(match[2])), min(255, int(match[3])))
        clear = match[4] is not None and _number(match[4]) / (100 if match[5] else 1) < 0.05
        return (None if clear else colour), clear
    return _NAMED.get(text), False


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 1.0


def _hexadecimal(digits: str) -> tuple[Colour | None, bool]:
    if len(digits) in {3, 4}:
        digits = "".join(2 * digit for digit in digits)
    if len(digits) not in {6, 8}:
        return None, False
    if len(digits) == 8 and int(digits[6:], 16) < 13:
        return None, True
    return (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)), False
