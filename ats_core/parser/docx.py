"""DOCX by its own walk of the zip: every paragraph, wherever it stands, in the order that people read.

Headers come first (names often stand there alone), then the body with tables and text boxes, then
footnotes and footers. Tracked deletions and the fallback twin of a text box are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, XMLParser
from xml.etree.ElementTree import ParseError as XmlError

from ats_core.parser.archive import Archive
from ats_core.parser.document import Document, Line, make_line
from ats_core.parser.failure import ParseCode, ParseError
from ats_core.parser.headings import heading_section

if TYPE_CHECKING:
    from collections.abc import Iterator

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_MAX_DEPTH = 200
_SKIP = {"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "tblPr", "sectPr", "fldData"}
# What stands for a sign of its own in a run. Symbols come from picture fonts and mean nothing as letters.
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": " "}
_HEADING = re.compile(r"(?:heading|berschrift|titre|t[ií]tulo|encabezado|title|titel)\s*([1-6])?", re.I)
_WIDE = re.compile(r"\t+| {4,}")


def read_docx(data: bytes, format_name: str = "DOCX") -> Document:
    """The document's lines in reading order. Raises ParseError."""
    archive = Archive(data)
    names = set(archive.names)
    main = _main_part(archive, names)
    styles = _style_levels(archive, names)
    folder = main.rpartition("/")[0]
    headers = sorted(name for name in names if re.fullmatch(rf"{re.escape(folder)}/header\d*\.xml", name))
    tail = sorted(
        name for name in names if re.fullmatch(rf"{re.escape(folder)}/(?:footnotes|footer\d*)\.xml", name)
    )
    lines: list[Line] = []
    seen: set[str] = set()
    for name in [*headers, main, *tail]:
        part = list(_Walk(styles).part(_parse(archive.read(name))))
        if name != main:
            # First, even and odd pages carry copies of one header.
            part = [line for line in part if line.text not in seen and not seen.add(line.text)]  # type: ignore[func-returns-value]
        lines.extend(part)
    if not lines:
        raise ParseError(ParseCode.NO_TEXT)
    return Document(format_name, lines, links=_links(archive, names, folder))


def _main_part(archive: Archive, names: set[str]) -> str:
    if "word/document.xml" in names:
        return "word/document.xml"
    if "_rels/.rels" in names:
        for relation in _parse(archive.read("_rels/.rels")).iter(f"{_REL}Relationship"):
            target = (relation.get("Target") or "").lstrip("/")
            if (relation.get("Type") or "").endswith("/officeDocument") and target in names:
                if target.startswith(("xl/", "ppt/")):
                    break
                return target
    raise ParseError(ParseCode.UNSUPPORTED_FORMAT)


def _parse(xml: bytes) -> Element:
    """The root of the part. Raises ParseError for broken XML, and for any DTD: Word writes none."""
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or b"<\x00!\x00D" in xml or b"\x00<\x00!\x00D" in xml:
        raise ParseError(
            ParseCode.CORRUPT_FILE, "The file holds a document type definition, and was refused unread."
        )
    parser = XMLParser()  # noqa: S314  no DTD reaches it, so no entity can be declared
    try:
        parser.feed(xml)
        root: Element = parser.close()
    except (XmlError, ValueError, LookupError) as error:
        raise ParseError(ParseCode.CORRUPT_FILE) from error
    return root


def _links(archive: Archive, names: set[str], folder: str) -> list[str]:
    """Targets of hyperlinks: they hold addresses that the text may show only as a word."""
    found = []
    for name in sorted(names):
        if name.startswith(f"{folder}/_rels/") and name.endswith(".rels"):
            for relation in _parse(archive.read(name)).iter(f"{_REL}Relationship"):
                if (relation.get("Type") or "").endswith("/hyperlink") and relation.get(
                    "TargetMode"
                ) == "External":
                    found.append(relation.get("Target") or "")
    return found


def _style_levels(archive: Archive, names: set[str]) -> dict[str, int]:
    """Heading level (1-6) of each paragraph style that has one; the document's title counts as 1."""
    if "word/styles.xml" not in names:
        return {}
    levels: dict[str, int] = {}
    for style in _parse(archive.read("word/styles.xml")).iter(f"{_W}style"):
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


def _local(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _value(element: Element, name: str) -> str:
    return element.get(f"{_W}{name}") or element.get(f"{_STRICT}{name}") or ""


@dataclass(slots=True)
class _Paragraph:
    """What one w:p holds: text pieces, and the boxes that hang on it."""

    parts: list[str] = field(default_factory=list)
    bold: int = 0
    length: int = 0
    size: float = 0.0
    boxes: list[Element] = field(default_factory=list)


class _Walk:
    """One walk over one part; yields its lines."""

    def __init__(self, styles: dict[str, int]) -> None:
        self._styles = styles

    def part(self, root: Element) -> Iterator[Line]:
        yield from self._blocks(root, 0)

    def _blocks(self, parent: Element, depth: int) -> Iterator[Line]:
        if depth > _MAX_DEPTH:
            return
        for child in parent:
            name = _local(child)
            if name in _SKIP:
                continue
            if name == "p":
                yield from self._paragraph(child, depth)
            elif name == "tbl":
                yield from self._table(child, depth)
            elif len(child):
                yield from self._blocks(child, depth + 1)

    def _paragraph(self, element: Element, depth: int) -> Iterator[Line]:
        found = _Paragraph()
        self._runs(element, found, False, 0.0, depth)
        level, bullet = self._properties(element)
        text = "".join(found.parts)
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
        for box in found.boxes:
            yield from self._blocks(box, depth + 1)

    def _properties(self, element: Element) -> tuple[int, bool]:
        """Heading level and whether the paragraph is an item of a list."""
        level, bullet = 0, False
        for properties in element:
            if _local(properties) != "pPr":
                continue
            for item in properties:
                name = _local(item)
                if name == "pStyle":
                    style = _value(item, "val")
                    level = self._styles.get(style, 0)
                    if not level and (match := _HEADING.fullmatch(style)):
                        level = int(match[1] or 1)
                    bullet = bullet or ("list" in style.lower() and "paragraph" not in style.lower())
                elif name == "numPr":
                    bullet = True
                elif name == "outlineLvl" and _value(item, "val").isdigit() and int(_value(item, "val")) < 6:
                    level = int(_value(item, "val")) + 1
        return level, bullet and not level

    def _runs(self, parent: Element, found: _Paragraph, bold: bool, size: float, depth: int) -> None:
        if depth > _MAX_DEPTH:
            return
        for child in parent:
            name = _local(child)
            if name in _SKIP:
                continue
            if name == "r":
                self._runs(child, found, *_run_style(child), depth + 1)
            elif name == "t":
                text = (child.text or "").replace("\n", " ")
                found.parts.append(text)
                found.length += len(text.strip())
                found.bold += len(text.strip()) if bold else 0
                found.size = max(found.size, size)
            elif name in _SIGNS:
                found.parts.append(_SIGNS[name])
            elif name == "txbxContent":
                found.boxes.append(child)
            elif name == "AlternateContent":
                # Word writes a text box twice; the fallback counts only where there is nothing else.
                versions = sorted(child, key=lambda item: _local(item) != "Choice")
                self._runs(versions[0] if versions else child, found, bold, size, depth + 1)
            elif len(child):
                self._runs(child, found, bold, size, depth + 1)

    def _table(self, table: Element, depth: int) -> Iterator[Line]:
        for row in _children(table, "tr"):
            cells = [list(self._blocks(cell, depth + 1)) for cell in _children(row, "tc")]
            cells = [cell for cell in cells if cell]
            yield from _row_lines(cells)


def _children(parent: Element, name: str, depth: int = 0) -> Iterator[Element]:
    """The parent's `name` elements, also those wrapped in content controls."""
    for child in parent:
        local = _local(child)
        if local == name:
            yield child
        elif local in {"sdt", "sdtContent", "customXml", "ins"} and depth < _MAX_DEPTH:
            yield from _children(child, name, depth + 1)


def _row_lines(cells: list[list[Line]]) -> Iterator[Line]:
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
            yield joined


def _run_style(run: Element) -> tuple[bool, float]:
    """Whether the run is bold, and its size in points (0 where the style decides)."""
    bold, size = False, 0.0
    for properties in run:
        if _local(properties) != "rPr":
            continue
        for item in properties:
            name = _local(item)
            if name == "b":
                bold = _value(item, "val") not in {"0", "false", "off"}
            elif name == "sz" and _value(item, "val").isdigit():
                size = int(_value(item, "val")) / 2
    return bold, size
