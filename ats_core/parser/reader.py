"""From bytes to a `Document`, whatever the format."""

from __future__ import annotations

from ats_core.parser.document import MAX_LINES, Document, bounded
from ats_core.parser.failure import ParseCode, ParseError
from ats_core.parser.sniff import sniff


def read_document(data: bytes, filename: str | None) -> Document:
    """The document in reading order, its text joined and numbered. Raises ParseError."""
    kind = sniff(data, filename)
    try:
        document = _read(kind, data)
    except (ParseError, MemoryError):
        raise
    except RecursionError as error:
        raise ParseError(ParseCode.CORRUPT_FILE) from error
    if len(document.lines) > MAX_LINES:
        document.warnings.append(f"Only the first {MAX_LINES} lines were read.")
    document.lines = bounded(document.lines)
    document.number()
    return document


def _read(kind: str, data: bytes) -> Document:
    if kind == "PDF":
        from ats_core.parser.pdf import read_pdf

        return read_pdf(data)
    if kind == "DOCX":
        from ats_core.parser.docx import read_docx

        return read_docx(data)
    if kind == "DOC":
        from ats_core.parser.doc import read_doc

        return read_doc(data)
    from ats_core.parser import text

    if kind == "RTF":
        return text.read_rtf(data)
    return text.read_html(data) if kind == "HTML" else text.read_text(data)
