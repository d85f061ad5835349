"""DOCX by its own walk of the zip: every paragraph, wherever it stands, in the order that people read.

Headers come first (names often stand there alone), then the body with tables and text boxes, then
footnotes and footers. Tracked deletions and the fallback twin of a text box are left out; so is text that
nobody sees, which is reported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element

from ats_core.parser.archive import Archive
from ats_core.parser.document import TURN, Document, Line, make_line
from ats_core.parser.failure import ParseCode, ParseError
from ats_core.parser.headings import heading_section
from ats_core.parser.hidden import WHITE, Colour, Concealed, Reason, warnings_of
from ats_core.parser.wordlook import Look, Styles, is_far_away, paints, shape_ground
from ats_core.parser.xmltree import local, parse_xml, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_MAX_DEPTH = 200
_MAX_PARAGRAPHS = 60_000
_SKIP = {"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "tblPr", "sectPr", "fldData"}
# What stands for a sign of its own in a run. Symbols come from picture fonts and mean nothing as letters.
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": " "}
_HEADING = re.compile(r"(?:heading|berschrift|titre|t[ií]tulo|encabezado|title|titel)\s*([1-6])?", re.I)
_WIDE = re.compile(r"\t+| {4,}")
_OFF = {"0", "false", "off"}
_SHAPES = {"wsp", "shape", "rect", "roundrect"}


def read_docx(data: bytes, format_name: str = "DOCX") -> Document:
    """The document's lines in reading order. Raises ParseError."""
    archive = Archive(data)
    names = set(archive.names)
    main = _main_part(archive, names)
    sheet = parse_xml(archive.read("word/styles.xml")) if "word/styles.xml" in names else None
    folder = main.rpartition("/")[0]
    headers = sorted(name for name in names if re.fullmatch(rf"{re.escape(folder)}/header\d*\.xml", name))
    tail = sorted(
        name for name in names if re.fullmatch(rf"{re.escape(folder)}/(?:footnotes|footer\d*)\.xml", name)
    )
    lines: list[Line] = []
    seen: set[str] = set()
    roots = {name: parse_xml(archive.read(name)) for name in [*headers, main, *tail]}
    walk = _Walk(sheet, list(roots.values()))
    for name, root in roots.items():
        part = list(walk.part(root))
        if name != main:
            # First, even and odd pages carry copies of one header.
            part = [line for line in part if line.text not in seen and not seen.add(line.text)]  # type: ignore[func-returns-value]
        lines.extend(part)
    if not lines:
        raise ParseError(ParseCode.NO_TEXT)
    hidden = walk.concealed.found
    links = _links(archive, names, folder)
    warnings, unseen = warnings_of(hidden), walk.concealed.whole
    return Document(format_name, lines, links=links, warnings=warnings, hidden=hidden, unseen=unseen)


def _main_part(archive: Archive, names: set[str]) -> str:
    if "word/document.xml" in names:
        return "word/document.xml"
    if "_rels/.rels" in names:
        for relation in parse_xml(archive.read("_rels/.rels")).iter(f"{_REL}Relationship"):
            target = (relation.get("Target") or "").lstrip("/")
            if (relation.get("Type") or "").endswith("/officeDocument") and target in names:
                if target.startswith(("xl/", "ppt/")):
                    break
                return target
    raise ParseError(ParseCode.UNSUPPORTED_FORMAT)


def _links(archive: Archive, names: set[str], folder: str) -> list[str]:
    """Targets of hyperlinks: they hold addresses that the text may show only as a word."""
    found = []
    for name in sorted(names):
        if name.startswith(f"{folder}/_rels/") and name.endswith(".rels"):
            for relation in parse_xml(archive.read(name)).iter(f"{_REL}Relationship"):
                if (relation.get("Type") or "").endswith("/hyperlink") and relation.get(
                    "TargetMode"
                ) == "External":
                    found.append(relation.get("Target") or "")
    return found


def _style_levels(sheet: Element | None) -> dict[str, int]:
    """Heading level (1-6) of each paragraph style that has one; the document's title counts as 1."""
    levels: dict[str, int] = {}
    for style in sheet.iter(f"{_W}style") if sheet is not None else ():
        identity = style.get(f"{_W}styleId") or ""
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        name = style.find(f"{_W}name")
        label = (name.get(f"{_W}val") or "") if name is not None else ""
        if outline is not None and (value := outline.get(f"{_W}val") or "").isdigit():
            if int(value) < 6:
                levels[identity] = int(value) + 1
        elif match := _HEADING.fullmatch(label.strip()):
            levels[identity] = int(match[1] or 1)
    return levels


class _Face(NamedTuple):
    """The type of a run; `size` is 0 where the style decides."""

    bold: bool
    italic: bool
    size: float


_PLAIN = _Face(False, False, 0.0)


@dataclass(slots=True)
class _Paragraph:
    """What one w:p holds: text pieces, and the boxes that hang on it."""

    parts: list[str] = field(default_factory=list)
    bold: int = 0
    length: int = 0
    size: float = 0.0
    type: tuple[bool, bool] | None = None  # bold and italics of the last text
    boxes: list[tuple[Element, Colour | None]] = field(default_factory=list)


class _Walk:
    """One walk over the parts of a document; yields their lines and keeps what nobody sees."""

    def __init__(self, sheet: Element | None, parts: list[Element]) -> None:
        self._levels = _style_levels(sheet)
        self._styles = Styles(sheet)
        self._parts = parts
        self._paragraphs = 0
        self.concealed = Concealed()

    @cached_property
    def _painted(self) -> bool:
        """True if shapes may lie beneath any text, so that light text on them is seen."""
        return any(paints(part) for part in self._parts)

    def part(self, root: Element) -> Iterator[Line]:
        yield from self._blocks(root, WHITE, 0)

    def _blocks(self, parent: Element, ground: Colour | None, depth: int) -> Iterator[Line]:
        if depth > _MAX_DEPTH:
            return
        for child in parent:
            name = local(child)
            if name in _SKIP:
                continue
            if name == "p":
                self._paragraphs += 1
                if self._paragraphs > _MAX_PARAGRAPHS:
                    return
                yield from self._paragraph(child, ground, depth)
            elif name == "tbl":
                yield from self._table(child, ground, depth)
            elif len(child):
                yield from self._blocks(child, ground, depth + 1)

    def _paragraph(self, element: Element, ground: Colour | None, depth: int) -> Iterator[Line]:
        found = _Paragraph()
        level, bullet = self._properties(element)
        self._runs(element, found, self._look(element, ground), _PLAIN, depth)
        text = self.concealed.plain("".join(found.parts))
        bold = found.length > 0 and found.bold >= 0.6 * found.length
        for row in text.split("\n"):
            line = make_line(
                _WIDE.split(row),
                size=found.size or (24.0 - 2 * level if level else 0.0),
                bold=bold or level > 0,
                bullet=bullet,
                level=level,
            )
            if line is not None:
                yield line
        for box, beneath in found.boxes:
            yield from self._blocks(box, beneath, depth + 1)

    def _look(self, paragraph: Element, ground: Colour | None) -> Look:
        """How the paragraph's text looks before its runs change it."""
        for properties in paragraph:
            if local(properties) == "pPr":
                style = next((value_of(item, "val") for item in properties if local(item) == "pStyle"), "")
                return self._styles.paragraph(style, ground).under(properties)
        return self._styles.paragraph("", ground)

    def _properties(self, element: Element) -> tuple[int, bool]:
        """Heading level and whether the paragraph is an item of a list."""
        level, bullet = 0, False
        for properties in element:
            if local(properties) != "pPr":
                continue
            for item in properties:
                name = local(item)
                if name == "pStyle":
                    style = value_of(item, "val")
                    level = self._levels.get(style, 0)
                    if not level and (match := _HEADING.fullmatch(style)):
                        level = int(match[1] or 1)
                    bullet = bullet or ("list" in style.lower() and "paragraph" not in style.lower())
                elif name == "numPr":
                    bullet = True
                elif (
                    name == "outlineLvl"
                    and value_of(item, "val").isdigit()
                    and int(value_of(item, "val")) < 6
                ):
                    level = int(value_of(item, "val")) + 1
        return level, bullet and not level

    def _runs(self, parent: Element, found: _Paragraph, look: Look, face: _Face, depth: int) -> None:
        if depth > _MAX_DEPTH:
            return
        for child in parent:
            name = local(child)
            if name in _SKIP:
                continue
            if name == "r":
                self._runs(child, found, self._run_look(child, look), _face_of(child), depth + 1)
            elif name == "t":
                self._text(child, found, look, face)
            elif name in _SIGNS:
                found.parts.append(_SIGNS[name])
            elif name == "txbxContent":
                found.boxes.append((child, look.ground))
            elif name == "AlternateContent":
                # Word writes a text box twice; the fallback counts only where there is nothing else.
                versions = sorted(child, key=lambda item: local(item) != "Choice")
                self._runs(versions[0] if versions else child, found, look, face, depth + 1)
            elif name == "anchor" and is_far_away(child):
                self._note(Reason.OFF_PAGE, child)
            elif len(child):
                inner = replace(look, ground=shape_ground(child, look.ground)) if name in _SHAPES else look
                self._runs(child, found, inner, face, depth + 1)

    def _run_look(self, run: Element, look: Look) -> Look:
        for properties in run:
            if local(properties) == "rPr":
                style = next((value_of(item, "val") for item in properties if local(item) == "rStyle"), "")
                look = (self._styles.run(style, look) if style else look).under(properties)
        return look

    def _text(self, element: Element, found: _Paragraph, look: Look, face: _Face) -> None:
        text = (element.text or "").replace("\n", " ")
        reason = look.reason
        if reason is not None and not (reason is Reason.BACKGROUND and self._painted):
            self.concealed.note(reason, text)
            return
        if text.strip():
            self.concealed.seen()
            if found.type is not None and found.type != (face.bold, face.italic):
                found.parts.append(TURN)
            found.type = (face.bold, face.italic)
        found.parts.append(text)
        found.length += len(text.strip())
        found.bold += len(text.strip()) if face.bold else 0
        found.size = max(found.size, face.size)

    def _note(self, reason: Reason, element: Element) -> None:
        text = " ".join(item.text or "" for item in element.iter() if local(item) == "t")
        self.concealed.note(reason, text)

    def _table(self, table: Element, ground: Colour | None, depth: int) -> Iterator[Line]:
        for properties in table:
            if local(properties) == "tblPr":
                for item in properties:
                    if local(item) == "shd":
                        ground = Look(ground=ground).under([item]).ground
                    elif local(item) == "tblStyle" and self._styles.shades_tables(value_of(item, "val")):
                        ground = None
        for row in _children(table, "tr"):
            if any(local(item) == "hidden" for part in row if local(part) == "trPr" for item in part):
                self._note(Reason.MARKED, row)
                continue
            cells = [
                list(self._blocks(cell, _cell_ground(cell, ground), depth + 1))
                for cell in _children(row, "tc")
            ]
            cells = [cell for cell in cells if cell]
            yield from row_lines(cells)


def _cell_ground(cell: Element, ground: Colour | None) -> Colour | None:
    for properties in cell:
        if local(properties) == "tcPr":
            return Look(ground=ground).under(properties).ground
    return ground


def _children(parent: Element, name: str, depth: int = 0) -> Iterator[Element]:
    """The parent's `name` elements, also those wrapped in content controls."""
    for child in parent:
        kind = local(child)
        if kind == name:
            yield child
        elif kind in {"sdt", "sdtContent", "customXml", "ins"} and depth < _MAX_DEPTH:
            yield from _children(child, name, depth + 1)


def row_lines(cells: list[list[Line]]) -> Iterator[Line]:
    """The lines of a table row: short cells make one line, long cells are read one after the other."""
    if len(cells) <= 1:
        yield from (line for cell in cells for line in cell)
        return
    columns = (
        sum(1 for cell in cells if len(cell) > 4 or any(heading_section(line.text) for line in cell[1:])) >= 1
    )
    label = len(cells[0]) == 1 and len(cells[0][0].text) < 40
    if columns and not (label and len(cells) == 2):
        for cell in cells:
            cell[0].fresh = True
            yield from cell
        return
    for rank in range(max(len(cell) for cell in cells)):
        level = [cell[rank] for cell in cells if rank < len(cell)]
        if len(level) == 1:
            yield level[0]
            continue
        first = level[0]
        joined = make_line(
            [part for line in level for part in line.cells],
            size=first.size,
            bold=first.bold,
            bullet=first.bullet,
        )
        if joined is not None:
            joined.turns = tuple(turn for line in level for turn in line.turns)
            yield joined


def _face_of(run: Element) -> _Face:
    """The type of the run as the run itself says it."""
    bold, italic, size = False, False, 0.0
    for properties in run:
        if local(properties) != "rPr":
            continue
        for item in properties:
            name = local(item)
            if name == "b":
                bold = value_of(item, "val") not in _OFF
            elif name == "i":
                italic = value_of(item, "val") not in _OFF
            elif name == "rStyle":
                style = value_of(item, "val").lower()
                bold, italic = bold or "strong" in style, italic or "emphasis" in style
            elif name == "sz" and value_of(item, "val").isdigit():
                size = int(value_of(item, "val")) / 2
    return _Face(bold, italic, size)
