"""From bytes to a `Document`, whatever the format."""

from __future__ import annotations

from ats_core.parser.document import MAX_LINES, MAX_TEXT, Document, bounded
from ats_core.parser.europasspage import europass_labels
from ats_core.parser.failure import ParseCode, ParseError
from ats_core.parser.hidden import Concealed, warnings_of
from ats_core.parser.instructions import without_instructions
from ats_core.parser.sniff import PICTURES, sniff


def read_document(data: bytes, filename: str | None, *, ocr: bool = False) -> Document:
    """The document in reading order, its text joined and numbered. Raises ParseError.

    With `ocr` a PDF without text and a picture are read by OCR, where an engine is installed.
    """
    picture = ocr and data.startswith(PICTURES)
    kind = "PICTURE" if picture else sniff(data, filename)
    try:
        document = _read(kind, data, ocr)
    except (ParseError, MemoryError):
        raise
    except RecursionError as error:
        raise ParseError(ParseCode.CORRUPT_FILE) from error
    lines, whole = bounded(document.lines)
    if not whole:
        document.warnings.append(f"Only the first {MAX_LINES:,} lines or {MAX_TEXT:,} letters were read.")
    concealed = Concealed()
    document.lines = without_instructions(lines, concealed)
    if concealed.found:
        document.warnings.extend(warnings_of(concealed.found))
        document.hidden.extend(concealed.found)
    document.number()
    if document.profile is None:
        document.profile = europass_labels(document.lines)
    elif document.pages is not None:
        from ats_core.parser.embedded import settle

        settle(document)
    return document


def _read(kind: str, data: bytes, ocr: bool) -> Document:
    if kind == "PICTURE":
        from ats_core.parser.ocr import read_scan

        return read_scan(data)
    if kind == "PDF":
        return _read_pdf(data, ocr)
    if kind == "DOCX":
        from ats_core.parser.docx import read_docx

        return read_docx(data)
    if kind == "ODT":
        from ats_core.parser.odt import read_odt

        return read_odt(data)
    if kind == "DOC":
        from ats_core.parser.doc import read_doc

        return read_doc(data)
    if kind == "XML":
        from ats_core.parser.europass import read_europass

        return read_europass(data)
    if kind == "JSON":
        from ats_core.parser.jsonresume import read_json

        return read_json(data)
    if kind == "RTF":
        from ats_core.parser.rtf import read_rtf

        return read_rtf(data)
    from ats_core.parser.text import decode, read_text

    if kind == "HTML":
        from ats_core.parser.webpage import read_html

        return read_html(decode(data))
    return read_text(data)


def _read_pdf(data: bytes, ocr: bool) -> Document:
    from ats_core.parser.pdf import read_pdf

    try:
        return read_pdf(data)
    except ParseError as error:
        if not ocr or error.code is not ParseCode.NO_TEXT:
            raise
    from ats_core.parser.ocr import read_scan

    return read_scan(data)
