"""Legacy Word files (.doc): converted to DOCX for structure, read flat for what conversion loses."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from ats_core.language import fold
from ats_core.parser.document import Document, Line, make_line
from ats_core.parser.docx import read_docx
from ats_core.parser.failure import ParseCode, ParseError

# What a field is made of ('HYPERLINK "https://..." \\t "_blank"') stands before what is shown of it.
_FIELD_CODE = re.compile(
    r"(?:\x13\s*)?\b(?:HYPERLINK|INCLUDEPICTURE|PAGEREF|REF|MERGEFIELD|FILENAME|IF|SEQ|TOC)\s+"
    r'(?:\\[a-zA-Z]\s+)*"[^"\r\n]*"(?:\s*\\[a-zA-Z](?:\s+"[^"\r\n]*")?)*\s*\x14?'
)


def read_doc(data: bytes) -> Document:
    """The document's lines in reading order. Raises ParseError."""
    if b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t" not in data:
        if b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e" in data:
            raise ParseError(ParseCode.ENCRYPTED_PDF)
        raise ParseError(ParseCode.UNSUPPORTED_FORMAT)
    flat = _flat_lines(data)
    document = _converted(data)
    if document is None:
        if not flat:
            raise ParseError(ParseCode.CORRUPT_FILE)
        return Document(
            "DOC", flat, warnings=["The file could only be read as flat text; tables may be out of order."]
        )
    document.lines.extend(_missing(document, flat))
    return document


def _converted(data: bytes) -> Document | None:
    """The lines by way of a DOCX made in a temporary folder; None if the file resists conversion."""
    import doc2docx

    with tempfile.TemporaryDirectory(prefix="ats-doc-") as folder:
        source, target = Path(folder) / "in.doc", Path(folder) / "out.docx"
        try:
            source.write_bytes(data)
            doc2docx.convert(source, target)
            return read_docx(target.read_bytes(), "DOC")
        except MemoryError:
            raise
        except Exception:  # the converter raises many kinds for broken files; the flat reader decides
            return None


def _flat_lines(data: bytes) -> list[Line]:
    """The lines that the flat reader finds, text boxes included; none if it fails."""
    import legacy_doc

    try:
        text = legacy_doc.extract_text(data).text
    except MemoryError:
        raise
    except Exception:  # as above: the converter may still succeed
        return []
    text = _FIELD_CODE.sub("", text)
    made = (make_line(re.split(r"\t+", row)) for row in re.split(r"[\r\n\x07\x0b\x0c]+", text))
    return [line for line in made if line is not None]


def _missing(document: Document, flat: list[Line]) -> list[Line]:
    """Lines that only the flat reader saw: text boxes, which conversion drops, but not what nobody sees."""
    known = fold(" ".join([*(line.text for line in document.lines), document.unseen])).replace(" ", "")
    return [
        line
        for line in flat
        if (text := fold(line.text).replace(" ", ""))
        and text not in known
        and text not in {"shape", "mergeformat"}
    ]
