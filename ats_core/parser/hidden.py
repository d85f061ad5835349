"""Text that a reader of the document cannot see: what is kept of it, and letters that hide in other letters.

Such text reaches no field, no text and no match; its excerpt and the reason are reported.
"""

from __future__ import annotations

import re
from enum import StrEnum

from ats_core.parser.model import HiddenText

Box = tuple[float, float, float, float]
Colour = tuple[int, int, int]
WHITE: Colour = (255, 255, 255)

# Smaller than this many points, and people see a line or nothing at all.
TINY = 3.0
# Contrast ratio (WCAG 2.2) below which print cannot be told from its ground; #e4e4e4 on white has 1.27.
SEEN = 1.25
_EXCERPT = 200
_NOTED = 20_000
_KEPT = 40


class Reason(StrEnum):
    """Why a reader cannot see the text, or should not have to."""

    INVISIBLE = "invisible"
    BACKGROUND = "background"
    TINY = "tiny"
    OFF_PAGE = "off_page"
    COVERED = "covered"
    CLIPPED = "clipped"
    MARKED = "marked"
    ZERO_WIDTH = "zero_width"
    REVERSED = "reversed"
    INSTRUCTIONS = "instructions"
    CONTRADICTION = "contradiction"


_WARNINGS = {
    Reason.INVISIBLE: "Text drawn without ink was left out.",
    Reason.BACKGROUND: "Text in the colour of its background was left out.",
    Reason.TINY: f"Text smaller than {TINY:g} points was left out.",
    Reason.OFF_PAGE: "Text outside of the page was left out.",
    Reason.COVERED: "Text behind a picture or a filled shape was left out.",
    Reason.CLIPPED: "Text that is clipped away was left out.",
    Reason.MARKED: "Text that the document marks as hidden was left out.",
    Reason.ZERO_WIDTH: "Characters without width that carry text or split numbers were taken out.",
    Reason.REVERSED: "Marks that turn the direction of writing around were taken out.",
    Reason.INSTRUCTIONS: "Text written as instructions to a machine was left out.",
    Reason.CONTRADICTION: "The data embedded in the file contradicts its pages, and was left out.",
}


class Concealed:
    """Collects what was hidden in one document."""

    def __init__(self) -> None:
        self._found: list[HiddenText] = []
        self._open: tuple[Reason, int | None] | None = None
        self._whole: list[str] = []

    def note(self, reason: Reason, text: str, page: int | None = None, box: Box | None = None) -> None:
        """Keeps an excerpt; what follows at once for the same reason on the same page is one with it."""
        text = " ".join(text.split())[:_NOTED]
        if not re.search(r"\w", text):
            return
        self._whole.append(text)
        last = self._found[-1] if self._found else None
        if last is not None and last.reason == reason and last.page == page and self._open == (reason, page):
            self._found[-1] = HiddenText(
                reason=reason,
                page=page,
                box=_union(last.box, box),
                excerpt=f"{last.excerpt} {text}"[:_EXCERPT],
            )
        elif len(self._found) < _KEPT:
            self._found.append(HiddenText(reason=reason, page=page, box=box, excerpt=text[:_EXCERPT]))
        self._open = (reason, page)

    def seen(self) -> None:
        """Visible text stands between: what is hidden next is another piece."""
        self._open = None

    def extend(self, other: Concealed) -> None:
        """Adds what the other one holds."""
        self._found.extend(other._found[: _KEPT - len(self._found)])
        self.seen()

    def plain(self, text: str, page: int | None = None) -> str:
        """`text` without letters that hide in it (see `smuggled`), which are kept as hidden."""
        if text.isascii() or not _SUSPECT.search(text):
            return text
        found, text = smuggled(text)
        for reason, excerpt in found:
            self.note(reason, excerpt, page)
            self.seen()
        return text

    @property
    def whole(self) -> str:
        """All that was noted, one piece after the other."""
        return " ".join(self._whole)

    @property
    def found(self) -> list[HiddenText]:
        """The pieces with at least three letters or digits; less is a spacer, not a trick."""
        return [item for item in self._found if len(re.findall(r"\w", item.excerpt)) >= 3]


def warnings_of(hidden: list[HiddenText]) -> list[str]:
    """One sentence for each reason, in the order of their first appearance."""
    return [_WARNINGS[Reason(reason)] for reason in dict.fromkeys(item.reason for item in hidden)]


def _union(one: Box | None, other: Box | None) -> Box | None:
    if one is None or other is None:
        return one or other
    return (
        min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
    )  # fmt: skip


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio of two sRGB colours (0-255), 1-21 (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def hides(colour: Colour | None, ground: Colour | None) -> bool:
    """True if both colours are known and print of the one on the other cannot be seen.

    Red on green of one luminance can be seen, so the colours must also be near each other in every part.
    """
    if colour is None or ground is None:
        return False
    near = all(abs(one - other) <= 32 for one, other in zip(colour, ground, strict=True))
    return near and contrast(colour, ground) < SEEN


def unseen(marked: bool, size: float, colour: Colour | None, ground: Colour | None) -> Reason | None:
    """Why print of this look is not seen; None if it is. `size` in points, 0 where nothing says it."""
    if marked:
        return Reason.MARKED
    if 0 < size < TINY:
        return Reason.TINY
    return Reason.BACKGROUND if hides(colour, ground) else None


# Zero width: spaces, joiners, invisible operators, variation selectors. Tags mirror ASCII at U+E0000.
_ZERO = "\u200b\u200c\u200d\u2060-\u2064\ufeff\u180e\u00ad\u034f"
_SUSPECT = re.compile(f"[{_ZERO}\u202a-\u202e\u2066-\u2069\U000e0000-\U000e01ef]")
# A black flag and tags is how the flags of England, Scotland and Wales are written.
_TAGS = re.compile("(\U0001f3f4?)([\U000e0000-\U000e007f]+)")
_SELECTORS = re.compile("[\U000e0100-\U000e01ef]+")
_RUN = re.compile(f"[{_ZERO}]{{8,}}")
_IN_NUMBER = re.compile(f"(?<![0-9@.])[0-9@.]+(?:[{_ZERO}]+[0-9@.]+)+")
_OVERRIDE = re.compile("[\u202d\u202e]([^\u202c\n]*)\u202c?")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def smuggled(text: str) -> tuple[list[tuple[Reason, str]], str]:
    """What hides in the letters of `text`, and `text` without it.

    Tag characters and variation selectors spell text that nothing shows, long runs of zero-width characters
    carry bits, and single ones cut numbers and addresses in two for a machine; overrides of the direction of
    writing show a line backwards. Single zero-width characters between letters are common and only removed.
    """
    found: list[tuple[Reason, str]] = []

    def tags(match: re.Match[str]) -> str:
        if match[1]:
            return match[1]
        told = "".join(chr(ord(letter) - 0xE0000) for letter in match[2] if 0xE0020 <= ord(letter) < 0xE007F)
        found.append((Reason.ZERO_WIDTH, told))
        return ""

    def selectors(match: re.Match[str]) -> str:
        if len(match[0]) >= 4:
            told = bytes(ord(letter) - 0xE0100 + 16 for letter in match[0]).decode("utf-8", "replace")
            found.append((Reason.ZERO_WIDTH, told if told.isprintable() else f"{len(match[0])} selectors"))
        return ""

    def run(match: re.Match[str]) -> str:
        if len(set(match[0]) - {"\u00ad"}) > 1:
            found.append((Reason.ZERO_WIDTH, f"{len(match[0])} characters without width"))
        return ""

    def number(match: re.Match[str]) -> str:
        plain = re.sub(f"[{_ZERO}]", "", match[0])
        found.append((Reason.ZERO_WIDTH, f"in the number {plain}"))
        return plain

    def override(match: re.Match[str]) -> str:
        found.append((Reason.REVERSED, match[1]))
        return match[1]

    text = _TAGS.sub(tags, text)
    text = _SELECTORS.sub(selectors, text)
    text = _RUN.sub(run, text)
    text = _IN_NUMBER.sub(number, text)
    text = _OVERRIDE.sub(override, text)
    return found, _TURNS.sub("", text)
