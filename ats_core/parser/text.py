"""Plain text: decoded, made plain, and cut into lines."""

from __future__ import annotations

import codecs
import re

from ats_core.parser.document import MAX_TEXT, Document, Line, cut_text, make_line
from ats_core.parser.encodings import guess_encoding, is_utf32
from ats_core.parser.failure import ParseCode, ParseError
from ats_core.parser.hidden import Concealed, warnings_of

_MAX_LINES = 20_000
_UNDERLINE = re.compile(r"^\s*([-=_*~#—–])\1{2,}\s*$")
_MARKDOWN_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*$")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]+)(?<=\S)\1(?![\w*])")
_MARKDOWN_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]+)\)")
_WIDE = re.compile(r"\t+| {3,}")


def read_text(data: bytes) -> Document:
    """The lines of a plain text file. Raises ParseError (not_text, no_text)."""
    return text_document(decode(data), "TXT")


def text_document(text: str, format_name: str) -> Document:
    """A document of plain lines; underlined and marked headings keep their level."""
    links: list[str] = []
    lines: list[Line] = []
    concealed = Concealed()
    # Twice what is read: what is cut off here is told by the reader.
    text = concealed.plain(text[: 2 * MAX_TEXT])
    blank = 2.0
    for row in (part for printed in text.splitlines()[:_MAX_LINES] for part in cut_text(printed)):
        links.extend(target for _, target in _MARKDOWN_LINK.findall(row))
        if _UNDERLINE.match(row):
            if lines and blank == 0.0 and len(lines[-1].text) < 60:
                lines[-1].level = lines[-1].level or 2
            blank = 1.0
            continue
        line = _text_line(row, blank)
        if line is None:
            blank = 1.5
            continue
        lines.append(line)
        blank = 0.0
    if not lines:
        raise ParseError(ParseCode.NO_TEXT)
    hidden = concealed.found
    return Document(format_name, lines, links=links, warnings=warnings_of(hidden), hidden=hidden)


def _text_line(row: str, blank: float) -> Line | None:
    level = 0
    if match := _MARKDOWN_HEADING.match(row):
        level, row = len(match[1]), match[2]
    plain = _MARKDOWN_LINK.sub(lambda m: m[1] or m[2], row) if "](" in row else row
    bold = plain.strip().startswith(("**", "__"))
    plain = _EMPHASIS.sub(r"\2", plain) if bold or "**" in plain else plain
    plain = _ITALIC.sub(r"\2", plain) if "*" in plain or "_" in plain else plain
    if plain.strip().startswith("|") and plain.strip().endswith("|"):
        plain = plain.strip().strip("|").replace("|", "\t")
    indent = len(plain) - len(plain.lstrip())
    return make_line(
        _WIDE.split(plain.strip()), gap=blank, level=level, bold=bold or level > 0, boxes=(), bullet=False
    ) if indent >= 0 else None  # fmt: skip


def decode(data: bytes) -> str:
    """The text of the bytes: by mark, as UTF-8, as UTF-16 without mark, else in 8 bits."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
    ):  # fmt: skip
        if data.startswith(mark):
            return _checked(data.decode(encoding, "replace"))
    if is_utf32(data):
        return _checked(data.decode(guess_encoding(data), "replace"))
    if b"\x00" in data[:2000]:
        even, odd = data[:2000:2].count(0), data[1:2000:2].count(0)
        return _checked(data.decode("utf-16-le" if odd > even else "utf-16-be", "replace"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(guess_encoding(data), "replace").replace("\ufffd", "")


def _checked(text: str) -> str:
    sample = text[:4000]
    strange = sum(
        1 for letter in sample if letter == "\ufffd" or (ord(letter) < 32 and letter not in "\t\r\n\x0c")
    )
    if strange > max(5, 0.05 * len(sample)):
        raise ParseError(ParseCode.NOT_TEXT)
    return text
