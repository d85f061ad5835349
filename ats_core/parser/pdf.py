"""PDF: characters with their boxes from pdfium, put together to segments and lines.

pdfium reads the text layer; words, gaps and reading order are worked out here, because its own text order
is the
order of drawing, which editors like to scramble.
"""

from __future__ import annotations

import contextlib
import ctypes
import io
import logging
import math
import re
from dataclasses import dataclass
from typing import Any

from ats_core.parser.document import CLEAN, Document, Line, make_line
from ats_core.parser.failure import MAX_PAGES, NO_OCR, ParseCode, ParseError
from ats_core.parser.layout import Page, Segment, read_in_order

# Gaps in multiples of the character height: a word ends, a segment (a column or a tab stop) ends.
_WORD_GAP = 0.16
_SEGMENT_GAP = 0.95
_BLANK = frozenset((0x20, 0xA0, 0x09, 0x0A, 0x0D, 0))
_SPACED_OUT = re.compile(r"^\S{1,2}(?: \S{1,2}){3,}$")


@dataclass(slots=True)
class _Glyph:
    text: str
    gap: float  # white space before it, in points
    space: bool  # a space stands before it, printed or seen by pdfium
    printed: bool = False  # the space is part of the document, not a guess of pdfium's


def read_pdf(data: bytes) -> Document:
    """The document's lines in reading order.

    Raises ParseError: encrypted_pdf, too_many_pages, no_text, corrupt_file.
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise ParseError(ParseCode.ENCRYPTED_PDF) from error
        return _read_with_pypdf(data)
    try:
        count = len(pdf)
        if count > MAX_PAGES:
            raise ParseError(
                ParseCode.TOO_MANY_PAGES,
                f"The document has {count} pages and the limit is {MAX_PAGES}. Send the résumé alone.",
            )
        pages = [_read_page(pdf, number) for number in range(count)]
        links = [link for number in range(count) for link in _links(pdf, number)] if count <= 10 else []
    except pypdfium2.PdfiumError as error:
        raise ParseError(ParseCode.CORRUPT_FILE) from error
    finally:
        pdf.close()
    if count == 0:
        raise ParseError(ParseCode.CORRUPT_FILE)
    if sum(len(segment.text) for page in pages for segment in page.segments) < 20:
        raise ParseError(ParseCode.NO_TEXT, NO_OCR)
    lines, order_confidence = read_in_order(pages)
    return Document("PDF", lines, pages=count, links=links, order_confidence=order_confidence)


def _read_page(pdf: Any, number: int) -> Page:
    page = pdf[number]
    try:
        width, height = page.get_size()
        textpage = page.get_textpage()
        try:
            segments = _segments(textpage.raw, number + 1, height)
        finally:
            textpage.close()
    finally:
        page.close()
    return Page(width=width, height=height, segments=_without_doubles(segments))


def _segments(textpage: Any, page: int, height: float) -> list[Segment]:  # noqa: PLR0915
    """Runs of characters on one baseline without a wide gap, in drawing order."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    at = ctypes.byref(box)
    unicode_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    segments: list[Segment] = []
    run: list[_Glyph] = []
    spaces = first = 0
    printed = False
    top = bottom = left_edge = right = size = 0.0

    def close() -> None:
        nonlocal run
        text = _join(run, size).strip()
        if text:
            bold = _is_bold(textpage, first)
            index = len(segments)
            shown = _font_size(textpage, first, size)
            segments.append(
                Segment(text, left_edge, height - top, right, height - bottom, shown, bold, page, index)
            )
        run = []

    for index in range(pdfium.FPDFText_CountChars(textpage)):
        code = unicode_of(textpage, index)
        if code in _BLANK:
            spaces += code not in (0x0A, 0x0D, 0)
            printed = printed or (code == 0x20 and pdfium.FPDFText_IsGenerated(textpage, index) == 0)
            continue
        box_of(textpage, index, at)
        left, char_right, char_top, char_bottom = box.left, box.right, box.top, box.bottom
        char_size = char_top - char_bottom
        if char_size <= 0 or char_right < left:
            continue
        text = CLEAN.get(code)
        if text is None:
            text = chr(code) if code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else ""
        gap = left - right
        if run:
            reach = max(size, char_size)
            # Some fonts give boxes as tall as the letter's ink: a hyphen is flat, and still on the row.
            same_row = (
                abs((char_top + char_bottom) - (top + bottom)) < (0.7 if text.isalnum() else 1.0) * reach
            )
            wide = gap > _SEGMENT_GAP * reach or (spaces > 2 and gap > 0.9 * reach)
            odd_size = text.isalnum() and not 0.5 < char_size / size < 2.0
            if not same_row or wide or gap < -0.6 * reach or odd_size:
                close()
            elif char_size > size:
                top, bottom, size = char_top, char_bottom, char_size
        if not run:
            top, bottom, size, first, left_edge, right = (
                char_top,
                char_bottom,
                char_size,
                index,
                left,
                char_right,
            )
            gap = 0.0
        if text:
            run.append(_Glyph(text, gap, spaces > 0, printed))
        right = max(right, char_right)
        spaces, printed = 0, False
    if run:
        close()
    return segments


def _font_size(textpage: Any, index: int, size: float) -> float:
    """The size of the character's font as the page shows it; `size`, its box's height, where the PDF does
    not say.

    Some fonts have boxes only as tall as each letter's ink, so the font's own size is the steadier measure.
    """
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(textpage, index, ctypes.byref(matrix)):
        return size
    shown = float(pdfium.FPDFText_GetFontSize(textpage, index)) * math.hypot(matrix.b, matrix.d)
    return shown if 3.0 < shown < 200.0 else size


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


def _is_bold(textpage: Any, index: int) -> bool:
    import pypdfium2.raw as pdfium

    name = ctypes.create_string_buffer(96)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(textpage, index, name, 96, ctypes.byref(flags))
    lower = name.value.lower()
    if b"bold" in lower or b"black" in lower or b"heavy" in lower or b"bx1" in lower or b"cmbx" in lower:
        return True
    return bool(pdfium.FPDFText_GetFontWeight(textpage, index) >= 600) or b"semibold" in lower


def _without_doubles(segments: list[Segment]) -> list[Segment]:
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


def _links(pdf: Any, number: int) -> list[str]:
    """Targets of the page's link annotations: they hold addresses that the page may show only as an icon."""
    import pypdfium2.raw as pdfium

    page = pdf[number]
    found: list[str] = []
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    try:
        while len(found) < 200 and pdfium.FPDFLink_Enumerate(
            page.raw, ctypes.byref(position), ctypes.byref(link)
        ):
            action = pdfium.FPDFLink_GetAction(link)
            length = pdfium.FPDFAction_GetURIPath(pdf.raw, action, None, 0) if action else 0
            if not 1 < length < 2048:
                continue
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDFAction_GetURIPath(pdf.raw, action, buffer, length)
            found.append(buffer.value.decode("utf-8", "replace"))
    finally:
        page.close()
    return found


def _read_with_pypdf(data: bytes) -> Document:
    """What pypdf can save of a file that pdfium refuses; its order is the order of drawing."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    lines: list[Line] = []
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ParseError(ParseCode.ENCRYPTED_PDF)
        count = len(reader.pages)
        if count > MAX_PAGES:
            raise ParseError(ParseCode.TOO_MANY_PAGES)
        for number, page in enumerate(reader.pages, start=1):
            for row in page.extract_text().splitlines():
                line = make_line(re.split(r"\t| {3,}", row), page=number)
                if line is not None:
                    lines.append(line)
    except ParseError:
        raise
    except Exception as error:  # pypdf raises whatever a broken object leads it to
        raise ParseError(ParseCode.CORRUPT_FILE) from error
    finally:
        with contextlib.suppress(NameError):
            reader.close()
    if not lines:
        raise ParseError(ParseCode.CORRUPT_FILE)
    warnings = ["The PDF is damaged; its text was read in drawing order."]
    return Document("PDF", lines, pages=count, warnings=warnings, order_confidence=0.6)
