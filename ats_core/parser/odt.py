"""OpenDocument text (ODT, FODT): headers, body with tables and frames, footnotes and footers, in that order.

Styles are followed where they say that a line is a heading, that text is bold, or that nobody sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ats_core.parser.archive import Archive
from ats_core.parser.colours import read_colour
from ats_core.parser.document import Document, Line, make_line
from ats_core.parser.docx import row_lines
from ats_core.parser.failure import ParseCode, ParseError
from ats_core.parser.hidden import WHITE, Colour, Concealed, Reason, unseen, warnings_of
from ats_core.parser.xmltree import local, parse_xml, value_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MIMETYPE = b"application/vnd.oasis.opendocument.text"
_MAX_DEPTH = 200
_MAX_REPEAT = 60
_SKIPPED = frozenset(
    ("tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "note-citation", "desc",
     "title", "script", "meta", "event-listeners", "variable-decls", "user-field-decls", "ruby-text")
)  # fmt: skip
_LENGTH = re.compile(r"(-?\d{0,6}(?:\.\d{1,6})?)(pt|cm|mm|in|px|pc|%)?")
_POINTS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "px": 0.75, "pc": 12.0}
_FAR = 900.0


@dataclass(frozen=True, slots=True)
class _Look:
    """Size in points (0 where nothing says it), colour (None for automatic), ground (None if unknown)."""

    size: float = 0.0
    bold: bool = False
    colour: Colour | None = None
    hidden: bool = False
    ground: Colour | None = WHITE

    @property
    def reason(self) -> Reason | None:
        return unseen(self.hidden, self.size, self.colour, self.ground)


@dataclass(slots=True)
class _Paragraph:
    parts: list[str] = field(default_factory=list)
    letters: int = 0
    bold: int = 0
    size: float = 0.0
    boxes: list[tuple[Element, _Look]] = field(default_factory=list)


def read_odt(data: bytes) -> Document:
    """The document's lines in reading order. Raises ParseError."""
    if data.startswith(b"PK"):
        archive = Archive(data)
        names = set(archive.names)
        if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise ParseError(ParseCode.ENCRYPTED_PDF)
        roots = [parse_xml(archive.read(name)) for name in ("styles.xml", "content.xml") if name in names]
    else:
        roots = [parse_xml(data)]
    walk = _Walk(roots)
    lines = list(walk.document(roots[-1]))
    if not lines:
        raise ParseError(ParseCode.NO_TEXT, "The document holds no text that can be read.")
    hidden = walk.concealed.found
    return Document("ODT", lines, links=walk.links, warnings=warnings_of(hidden), hidden=hidden)


class _Styles:
    """The properties of every style, those it is based on included."""

    def __init__(self, roots: list[Element]) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._default: dict[str, Element] = {}
        for root in roots:
            for item in root.iter():
                name = local(item)
                if name == "style":
                    self._styles[value_of(item, "family"), value_of(item, "name")] = item
                elif name == "default-style":
                    self._default[value_of(item, "family")] = item

    def _chain(self, family: str, name: str) -> list[Element]:
        """The style and what it is based on, the outermost first."""
        chain: list[Element] = []
        while len(chain) < 12 and (style := self._styles.get((family, name))) is not None:
            chain.append(style)
            name = value_of(style, "parent-style-name")
        if family == "paragraph" and family in self._default:
            chain.append(self._default[family])
        return chain[::-1]

    def look(self, family: str, name: str, look: _Look) -> _Look:
        """`look` with what the style changes of it."""
        for style in self._chain(family, name):
            for properties in style:
                look = _changed(look, properties)
        return look

    def level(self, name: str) -> int:
        """The heading level of a paragraph style; 0 if it is none."""
        for style in reversed(self._chain("paragraph", name)):
            if (outline := value_of(style, "default-outline-level")).isdigit():
                return min(6, int(outline))
            if match := re.match(r"(?:Heading(?:_20_)?(\d)?|Title)$", value_of(style, "name")):
                return min(6, int(match[1] or 1))
        return 0


def _changed(look: _Look, properties: Element) -> _Look:
    for key, value in properties.items():
        name = key.rpartition("}")[2]
        if name == "font-size" and (size := _points(value)):
            look = replace(look, size=size)
        elif name == "font-weight":
            look = replace(look, bold=value == "bold" or value >= "600")
        elif name == "color":
            look = replace(look, colour=read_colour(value)[0])
        elif name == "use-window-font-color" and value == "true":
            look = replace(look, colour=None)
        elif name in {"background-color", "fill-color"} and value != "transparent":
            look = replace(look, ground=read_colour(value)[0])
        elif name == "fill" and value in {"gradient", "bitmap", "hatch"}:
            look = replace(look, ground=None)
        elif name == "display" and value in {"none", "true"}:
            look = replace(look, hidden=value == "none")
    return look


def _points(text: str) -> float:
    match = _LENGTH.fullmatch(text.strip())
    if match is None or match[1] in {"", "-", "."} or match[2] == "%":
        return 0.0
    return float(match[1]) * _POINTS[match[2] or "pt"]


class _Walk:
    """One walk over a document; yields its lines and keeps what nobody sees."""

    def __init__(self, roots: list[Element]) -> None:
        self._styles = _Styles(roots)
        self._roots = roots
        # Text over shapes and pictures that lie behind it has an unknown ground.
        self._painted = any(_paints(root) for root in roots)
        self.concealed = Concealed()
        self.links: list[str] = []

    def document(self, content: Element) -> Iterator[Line]:
        """Headers, body, footers; a header that comes back on other pages is read once."""
        seen: set[str] = set()
        yield from self._margins("header", seen)
        for body in content:
            if local(body) == "body":
                yield from self._blocks(body, _Look(), 0)
        yield from self._margins("footer", seen)

    def _margins(self, kind: str, seen: set[str]) -> Iterator[Line]:
        for root in self._roots:
            for page in root.iter():
                if local(page) != "master-page":
                    continue
                for part in page:
                    if local(part).startswith(kind):
                        for line in self._blocks(part, _Look(), 0):
                            if line.text not in seen:
                                seen.add(line.text)
                                yield line

    def _blocks(self, parent: Element, look: _Look, depth: int, bullet: bool = False) -> Iterator[Line]:
        if depth > _MAX_DEPTH:
            return
        for child in parent:
            name = local(child)
            if name in _SKIPPED:
                continue
            if name in {"p", "h"}:
                yield from self._paragraph(child, look, depth, bullet)
            elif name == "table":
                yield from self._table(child, look, depth)
            elif name == "section" and value_of(child, "display") in {"none", "condition"}:
                self._note(child)
            elif name == "frame":
                yield from self._frame(child, look, depth)
            elif len(child):
                yield from self._blocks(child, look, depth + 1, bullet or name == "list-item")

    def _paragraph(self, element: Element, look: _Look, depth: int, bullet: bool) -> Iterator[Line]:
        found = _Paragraph()
        style = value_of(element, "style-name")
        self._inline(element, found, self._styles.look("paragraph", style, look), depth)
        level = self._styles.level(style)
        if local(element) == "h":
            outline = value_of(element, "outline-level")
            level = min(6, int(outline)) if outline.isdigit() else level or 1
        text = self.concealed.plain("".join(found.parts))
        bold = found.letters > 0 and found.bold >= 0.6 * found.letters
        for row in text.split("\n"):
            line = make_line(
                re.split(r"\t+| {4,}", row), size=found.size or (24.0 - 2 * level if level else 0.0),
                bold=bold or level > 0, bullet=bullet and not level, level=level,
            )  # fmt: skip
            if line is not None:
                yield line
        for box, inner in found.boxes:
            yield from self._frame(box, inner, depth + 1)

    def _inline(self, parent: Element, found: _Paragraph, look: _Look, depth: int) -> None:
        if depth > _MAX_DEPTH:
            return
        self._text(parent.text, found, look)
        for child in parent:
            name = local(child)
            if name == "s":
                count = value_of(child, "c")
                found.parts.append(" " * (min(_MAX_REPEAT, int(count)) if count.isdigit() else 1))
            elif name == "tab":
                found.parts.append("\t")
            elif name == "line-break":
                found.parts.append("\n")
            elif name in {"frame", "custom-shape", "rect"}:
                found.boxes.append((child, look))
            elif name == "note":
                found.boxes.extend((part, look) for part in child if local(part) == "note-body")
            elif name in {"hidden-text", "hidden-paragraph"}:
                self._note(child)
            elif name not in _SKIPPED:
                if name == "a" and (target := value_of(child, "href")):
                    self.links.append(target)
                style = value_of(child, "style-name")
                inner = self._styles.look("text", style, look) if style else look
                self._inline(child, found, inner, depth + 1)
            self._text(child.tail, found, look)

    def _text(self, text: str | None, found: _Paragraph, look: _Look) -> None:
        if not text:
            return
        reason = look.reason
        if reason is not None and not (reason is Reason.BACKGROUND and self._painted):
            self.concealed.note(reason, text)
            return
        # White space of the file itself counts as one space.
        found.parts.append(re.sub(r"\s+", " ", text))
        if letters := len(text.strip()):
            self.concealed.seen()
            found.letters += letters
            found.bold += letters if look.bold else 0
            found.size = max(found.size, look.size)

    def _note(self, element: Element) -> None:
        text = " ".join(element.itertext()) or value_of(element, "string-value")
        self.concealed.note(Reason.MARKED, text)

    def _frame(self, frame: Element, look: _Look, depth: int) -> Iterator[Line]:
        if any(abs(_points(value_of(frame, side))) > _FAR for side in ("x", "y")):
            self.concealed.note(Reason.OFF_PAGE, " ".join(frame.itertext()))
            return
        inner = self._styles.look("graphic", value_of(frame, "style-name"), replace(look, colour=None))
        yield from self._blocks(frame, inner, depth + 1)

    def _table(self, table: Element, look: _Look, depth: int) -> Iterator[Line]:
        look = self._styles.look("table", value_of(table, "style-name"), look)
        for row in _rows(table, 0):
            if value_of(row, "visibility") in {"collapse", "filter"}:
                self._note(row)
                continue
            ground = self._styles.look("table-row", value_of(row, "style-name"), look)
            cells = [self._cell(cell, ground, depth) for cell in row if local(cell) == "table-cell"]
            yield from row_lines([cell for cell in cells if cell])

    def _cell(self, cell: Element, look: _Look, depth: int) -> list[Line]:
        look = self._styles.look("table-cell", value_of(cell, "style-name"), look)
        return list(self._blocks(cell, look, depth + 1))


def _rows(table: Element, depth: int) -> Iterator[Element]:
    for child in table:
        name = local(child)
        if name == "table-row":
            yield child
        elif name in {"table-header-rows", "table-rows", "table-row-group"} and depth < _MAX_DEPTH:
            yield from _rows(child, depth + 1)


def _paints(root: Element) -> bool:
    """True if a large picture or coloured shape may lie beneath text."""
    for item in root.iter():
        if local(item) in {"frame", "custom-shape", "rect"}:
            area = _points(value_of(item, "width")) * _points(value_of(item, "height"))
            if area > 0.05 * 595 * 842 and (local(item) != "frame" or any(local(x) == "image" for x in item)):
                return True
        elif local(item) == "background-image" and value_of(item, "href"):
            return True
    return False
