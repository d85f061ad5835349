"""What kind of file it is, by its first bytes; the name only decides between kinds of text."""

from __future__ import annotations

import re
from pathlib import PurePath

from ats_core.parser.encodings import is_utf32
from ats_core.parser.failure import MAX_BYTES, ParseCode, ParseError

# Binary formats that people send by mistake; recognised so that they are named at once.
_FOREIGN = (
    b"MZ", b"\x7fELF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*",
    b"\x1f\x8b", b"7z\xbc\xaf",
    b"Rar!", b"RIFF", b"ID3", b"OggS", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa",
    b"BZh", b"\xfd7zXZ",
    b"SQLite format 3", b"\x00asm", b"%!PS",
)  # fmt: skip
# Pictures that OCR reads.
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_HTML = re.compile(
    rb"<\s*(?:!doctype\s+html|html|head|body|div|table|p|h1|meta|article|section|main)\b", re.I
)
_XHTML = re.compile(rb"<(?:!doctype\s{1,9})?html\b", re.I)
_CV_ROOT = re.compile(rb"<(?:\w{1,20}:)?(?:SkillsPassport|Candidate|Europass)\b", re.I)
_JSON = re.compile(rb"\{\s{0,200}[\"}]|\[\s{0,200}[\[{]")
_TEXT_SUFFIXES = {".txt", ".md", ".markdown", ".text", ".csv", ".log", ""}


def sniff(data: bytes, filename: str | None) -> str:
    """ "PDF", "DOCX", "ODT", "DOC", "RTF", "HTML", "XML", "JSON" or "TXT".

    Raises ParseError if the file is empty, too large or none of them.
    """
    if len(data) > MAX_BYTES:
        raise ParseError(ParseCode.TOO_LARGE)
    head = data[:4096].lstrip(b"\xef\xbb\xbf\x00 \t\r\n")
    if not data or not data.strip(b"\x00 \t\r\n"):
        raise ParseError(ParseCode.EMPTY_FILE)
    if head.startswith(b"%PDF") or b"%PDF-" in data[:1024]:
        return "PDF"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "ODT" if _is_odt(data) else "DOCX"
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "DOC"
    if head.startswith(b"{\\rtf"):
        return "RTF"
    if data.startswith(_FOREIGN):
        raise ParseError(ParseCode.UNSUPPORTED_FORMAT)
    return _sniff_text(data, filename)


def _is_odt(data: bytes) -> bool:
    """True if the container says so in its first member, or holds what every such file does."""
    if b"mimetype" in data[:60]:
        return b"opendocument.text" in data[:200]
    return b"content.xml" in data and b"word/" not in data and b"META-INF/manifest.xml" in data


def _sniff_text(data: bytes, filename: str | None) -> str:
    head = data[:4096]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = data[:4096].replace(b"\x00", b"")
    if kind := _structured(head):
        return kind
    if _HTML.search(head):
        return "HTML"
    if looks_binary(data):
        suffix = PurePath(filename or "").suffix.lower()
        raise ParseError(ParseCode.NOT_TEXT if suffix in _TEXT_SUFFIXES else ParseCode.UNSUPPORTED_FORMAT)
    return "TXT"


def _structured(head: bytes) -> str | None:
    """ "ODT" for flat OpenDocument, "XML", "JSON"; None for other text."""
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start.startswith(b"<?xml") and not _XHTML.search(head):
        return "ODT" if b"office:document" in head else "XML"
    typed = start[:9].upper() == b"<!DOCTYPE" and not _XHTML.search(head)
    if start[:1] == b"<" and (typed or _CV_ROOT.match(start)):
        return "XML"
    return "JSON" if _JSON.match(start) else None


def looks_binary(data: bytes) -> bool:
    """True if the bytes are no text in any encoding that a résumé comes in."""
    sample = data[:8192]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    if is_utf32(data):
        return False
    zeros = sample.count(0)
    if zeros:
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        # UTF-16 without a mark: nearly all zero bytes stand on one side of the pairs.
        return not (max(even, odd) > len(sample) * 0.2 and min(even, odd) < max(even, odd) * 0.1)
    control = sum(sample.count(code) for code in range(32) if code not in (9, 10, 12, 13, 26, 27))
    return control > max(2, len(sample) * 0.02)
