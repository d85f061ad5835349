"""The characters of a PDF page, put together to segments: runs on one baseline without a wide gap."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from ats_core.parser.document import CLEAN, TURN
from ats_core.parser.hidden import TINY, Box, Concealed, Reason
from ats_core.parser.layout import Segment
from ats_core.parser.visible import address_at, page_box

# Gaps in multiples of the character height: a word ends, a segment (a column or a tab stop) ends.
_WORD_GAP = 0.16
_SEGMENT_GAP = 0.95
_BLANK = frozenset((0x20, 0xA0, 0x09, 0x0A, 0x0D, 0))
_SPACED_OUT = re.compile(r"^\S{1,2}(?: \S{1,2}){3,}$")
# Characters without ink that may carry text: they go with the letter before them, wherever their boxes are.
_NO_WIDTH = frozenset((*range(0x200B, 0x200E), *range(0x2060, 0x2065), 0xFEFF, 0x180E, 0x034F))
_TURNS = frozenset((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_ITALIC = 1 << 6  # of a font's flags (ISO 32000-1, table 123)
_HEAVY = re.compile(rb"bold|black|heavy|bx1|cmbx")
_SLANTED = re.compile(rb"ital|obli|slanted|cmti|cmsl|lmri|sfti|sfsl")
_WITHOUT = re.compile("[\u200b-\u200d\u2060-\u2064\ufeff\u180e\u034f]")


@dataclass(slots=True)
class _Glyph:
    text: str
    gap: float  # white space before it, in points
    space: bool  # a space stands before it, printed or seen by pdfium
    printed: bool = False  # the space is part of the document, not a guess of pdfium's


class PageReader:
    """The segments of one page; what is not seen of its text goes to `concealed`."""

    def __init__(self, page: Any, textpage: Any, number: int, concealed: Concealed) -> None:
        self._textpage = textpage
        self._number = number
        self._concealed = concealed
        self._frame = page_box(page)
        self._turn = pdfium.FPDFPage_GetRotation(page)
        left, bottom, right, top = self._frame
        across, down = right - left, top - bottom
        self.size = (down, across) if self._turn % 2 else (across, down)
        self.unseen_letters = 0
        self._marked = False  # the run holds characters without ink
        self._faces: dict[int, tuple[bool, bool]] = {}  # bold and italics of each font, by its address

    def segments(self, unseen: dict[int, Reason]) -> list[Segment]:  # noqa: PLR0912, PLR0915
        """Runs of characters on one baseline without a wide gap, in drawing order.

        `unseen` are the addresses of text objects that leave no ink.
        """
        textpage, turned = self._textpage, self._turn != 0
        box = pdfium.FS_RECTF()
        at = ctypes.byref(box)
        unicode_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
        x0, _, _, y1 = self._frame
        segments: list[Segment] = []
        run: list[_Glyph] = []
        spaces = first = 0
        printed = False
        top = bottom = left_edge = right = size = last_left = last_top = 0.0
        drawn, face = 0, (False, False)  # the text object of the last word, and its type
        hidden = _HiddenRun(self._concealed, self._number)

        def close() -> None:
            nonlocal run
            text = self._plain(_join(run, size).strip())
            if text:
                place = (left_edge, top, right, bottom)
                if self._is_seen(text, place, first, size):
                    shown = _font_size(textpage, first, size)
                    bold = self._face(first)[0]
                    segments.append(Segment(text, *place, shown, bold, self._number, len(segments)))
            run = []

        for index in range(pdfium.FPDFText_CountChars(textpage)):
            code = unicode_of(textpage, index)
            if code in _BLANK:
                spaces += code not in (0x0A, 0x0D, 0)
                printed = printed or (code == 0x20 and pdfium.FPDFText_IsGenerated(textpage, index) == 0)
                hidden.blank = True
                continue
            if code > 0x2000 and (code in _NO_WIDTH or code in _TURNS or 0xE0000 <= code < 0xE01F0):
                if run:
                    run[-1].text += chr(code)
                    self._marked = True
                continue
            box_of(textpage, index, at)
            if turned:
                left, char_top, char_right, char_bottom = self._turned(box)
            else:
                left, char_right, char_top, char_bottom = (
                    box.left - x0,
                    box.right - x0,
                    y1 - box.top,
                    y1 - box.bottom,
                )
            char_size = char_bottom - char_top
            if char_size <= 0 or char_right < left:
                continue
            text = CLEAN.get(code)
            if text is None:
                text = chr(code) if code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else ""
            if unseen and (reason := unseen.get(address_at(textpage, index))) is not None:
                hidden.add(reason, text, (left, char_top, char_right, char_bottom))
                self.unseen_letters += len(text)
                continue
            if run and left == last_left and char_right == right and char_top == last_top:
                # One glyph that stands for several letters.
                run.append(_Glyph(text, 0.0, False))
                continue
            gap = left - right
            last_left, last_top = left, char_top
            if run:
                reach = max(size, char_size)
                # Some fonts give boxes as tall as the letter's ink: a hyphen is flat, and still on the row.
                same_row = (
                    abs((char_top + char_bottom) - (top + bottom)) < (0.7 if text.isalnum() else 1.0) * reach
                )
                near = min(size, char_size)
                wide = gap > _SEGMENT_GAP * reach or (spaces > 2 and gap > 0.9 * reach)
                # A heading in larger type that stands beside its section.
                wide = wide or (gap > 0.45 * reach and near < 0.85 * reach and text.isalnum())
                odd_size = text.isalnum() and not 0.5 < char_size / size < 2.0
                if not same_row or wide or gap < -0.6 * reach or odd_size:
                    close()
                elif char_size > size:
                    top, bottom, size = char_top, char_bottom, char_size
            if not run:
                top, bottom, size, first = char_top, char_bottom, char_size, index
                left_edge, right, gap = left, char_right, 0.0
                drawn, face = address_at(textpage, index), self._face(index)
            elif spaces and text.isalnum() and (drawn_by := address_at(textpage, index)) != drawn:
                drawn = drawn_by
                if (turned_to := self._face(index)) != face:
                    face, text = turned_to, TURN + text
            if text:
                run.append(_Glyph(text, gap, spaces > 0, printed))
            right = max(right, char_right)
            spaces, printed = 0, False
        if run:
            close()
        hidden.end()
        return segments

    def _face(self, index: int) -> tuple[bool, bool]:
        """Whether the character is set in bold, and whether in italics."""
        font = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(self._textpage, index))
        address = ctypes.cast(font, ctypes.c_void_p).value or 0
        known = self._faces.get(address)
        if known is None:
            known = self._faces[address] = _type_of(self._textpage, index)
        return known

    def _turned(self, box: Any) -> Box:
        """Left, top, right, bottom on the page as it is shown, for pages that are turned."""
        x0, y0, x1, y1 = self._frame
        if self._turn == 1:
            return box.bottom - y0, box.left - x0, box.top - y0, box.right - x0
        if self._turn == 2:
            return x1 - box.right, box.bottom - y0, x1 - box.left, box.top - y0
        return y1 - box.top, x1 - box.right, y1 - box.bottom, x1 - box.left

    def _plain(self, text: str) -> str:
        """`text` without the characters that have no ink; they are reported if they carry text."""
        if not self._marked:
            return text
        self._marked = False
        return _WITHOUT.sub("", self._concealed.plain(text, self._number))

    def _is_seen(self, text: str, place: Box, first: int, size: float) -> bool:
        """False for text that is too small to see, or stands outside of the page."""
        across, down = (place[0] + place[2]) / 2, (place[1] + place[3]) / 2
        width, height = self.size
        if not (-1 <= across <= width + 1 and -1 <= down <= height + 1):
            self._concealed.note(Reason.OFF_PAGE, text, self._number, _rounded(place))
            return False
        if size < TINY and not _shown_size(self._textpage, first, size) >= TINY:
            self._concealed.note(Reason.TINY, text, self._number, _rounded(place))
            return False
        self._concealed.seen()
        return True


class _HiddenRun:
    """Unseen characters in drawing order, put together to pieces of text."""

    def __init__(self, concealed: Concealed, page: int) -> None:
        self._concealed, self._page = concealed, page
        self._letters: list[str] = []
        self._reason: Reason | None = None
        self._box: Box = (0.0, 0.0, 0.0, 0.0)
        self.blank = False

    def add(self, reason: Reason, text: str, box: Box) -> None:
        """One more character."""
        if reason is not self._reason:
            self.end()
        if not self._letters:
            self._reason, self._box = reason, box
        old = self._box
        self._letters.append(" " + text if self.blank or _apart(old, box) else text)
        self._box = min(old[0], box[0]), min(old[1], box[1]), max(old[2], box[2]), max(old[3], box[3])
        self.blank = False

    def end(self) -> None:
        """The piece goes to what is concealed."""
        if self._letters and self._reason is not None:
            self._concealed.note(self._reason, "".join(self._letters), self._page, _rounded(self._box))
        self._letters = []


def _apart(old: Box, new: Box) -> bool:
    return new[1] > old[3] or new[3] < old[1]


def _rounded(box: Box) -> Box:
    return round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)


def _font_size(textpage: Any, index: int, size: float) -> float:
    """The size of the character's font as the page shows it; `size`, its box's height, where the PDF does
    not say.

    Some fonts have boxes only as tall as each letter's ink, so the font's own size is the steadier measure.
    """
    shown = _shown_size(textpage, index, size)
    return shown if TINY < shown < 200.0 else size


def _shown_size(textpage: Any, index: int, size: float) -> float:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(textpage, index, ctypes.byref(matrix)):
        return size
    return float(pdfium.FPDFText_GetFontSize(textpage, index)) * math.hypot(matrix.b, matrix.d)


def _join(run: list[_Glyph], size: float) -> str:
    """The run's text with spaces where one was printed or a gap shows one.

    Gaps count from the run's usual gap: letter spacing widens it, and fonts with too wide boxes make it
    negative.
    """
    gaps = sorted(glyph.gap for glyph in run[1:])
    usual = gaps[len(gaps) // 2] if len(gaps) >= 4 or _evenly_spaced(gaps, size) else 0.0
    limit = max(_WORD_GAP * size, 0.6 * usual + 0.06 * size)
    text = "".join((" " if _is_space(glyph, usual, limit, size) else "") + glyph.text for glyph in run)
    if not _SPACED_OUT.match(text):
        return text
    limit = 0.6 * usual + 0.1 * size
    return "".join((" " if glyph.gap - usual > limit else "") + glyph.text for glyph in run)


def _evenly_spaced(gaps: list[float], size: float) -> bool:
    """True if a short word's letters stand apart, and all alike."""
    return len(gaps) >= 2 and gaps[0] > 0.1 * size and gaps[-1] - gaps[0] < 0.05 * size


def _is_space(glyph: _Glyph, usual: float, limit: float, size: float) -> bool:
    beyond = glyph.gap - usual
    if glyph.printed and usual < 0.08 * size and beyond > -0.12 * size:
        return True
    return beyond > limit or (glyph.space and beyond > 0.05 * size)


def _type_of(textpage: Any, index: int) -> tuple[bool, bool]:
    """Whether the character's font is bold, and whether italic, by its name, flags and weight."""
    name = ctypes.create_string_buffer(96)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(textpage, index, name, 96, ctypes.byref(flags))
    lower = name.value.lower()
    italic = bool(flags.value & _ITALIC) or _SLANTED.search(lower) is not None
    return _HEAVY.search(lower) is not None or pdfium.FPDFText_GetFontWeight(textpage, index) >= 600, italic


def without_doubles(segments: list[Segment]) -> list[Segment]:
    """The segments without those printed twice in nearly one place, as some editors do to fake bold type."""
    seen: dict[str, list[Segment]] = {}
    kept = []
    for segment in segments:
        twins = seen.setdefault(segment.text, [])
        if any(abs(twin.left - segment.left) < 2 and abs(twin.top - segment.top) < 2 for twin in twins):
            continue
        twins.append(segment)
        kept.append(segment)
    return kept
