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
import re
from typing import Any

from ats_core.parser.document import Document, Line, make_line
from ats_core.parser.embedded import embedded_profile
from ats_core.parser.failure import MAX_PAGES, NO_OCR, ParseCode, ParseError
from ats_core.parser.hidden import Concealed, warnings_of
from ats_core.parser.layout import Page, Segment, read_in_order
from ats_core.parser.linkedin import linkedin_profile


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
        concealed = Concealed()
        layers = b"/OCProperties" in data or b"/ObjStm" in data
        read = [_read_page(pdf, number, layers, concealed) for number in range(count)]
        pages = [page for page, _ in read]
        profile = embedded_profile(pdf.raw) or linkedin_profile(pages)
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
    warnings = warnings_of(concealed.found)
    if any(layer for _, layer in read):
        warnings.append("The pages are pictures; their text comes from the text layer beneath, as it stands.")
    return Document(
        "PDF", lines, pages=count, links=links, warnings=warnings, order_confidence=order_confidence,
        hidden=concealed.found, profile=profile,
    )  # fmt: skip


def _read_page(pdf: Any, number: int, layers: bool, concealed: Concealed) -> tuple[Page, bool]:
    """The page, and whether its text is the layer without ink beneath a picture of the page."""
    from ats_core.parser.glyphs import PageReader, without_doubles
    from ats_core.parser.visible import PageInk

    page = pdf[number]
    try:
        textpage = page.get_textpage()
        try:
            ink = PageInk(page.raw, textpage.raw, layers)
            unseen = ink.unseen()
            hidden = Concealed()
            reader = PageReader(page.raw, textpage.raw, number + 1, hidden)
            segments = reader.segments(unseen)
            layer = bool(unseen) and ink.is_picture and _is_layer(segments, reader.unseen_letters)
            if layer:
                segments = reader.segments({})
            else:
                concealed.extend(hidden)
        finally:
            textpage.close()
    finally:
        page.close()
    width, height = reader.size
    return Page(width=width, height=height, segments=without_doubles(segments)), layer


def _is_layer(segments: list[Segment], unseen_letters: int) -> bool:
    """True if nearly all text is unseen: a stamp or a page number may be printed over a scan."""
    return sum(len(segment.text) for segment in segments) < 0.1 * unseen_letters


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
