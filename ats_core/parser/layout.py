"""Reading order: a recursive cut of each page into columns and bands, on the boxes of its segments.

A gutter is a strip that stays white over several rows with running text on both sides. Where a page has
one, the rows
above it, its left side, its right side and the rows below it are read in this order, each cut again. Rows
whose left
or right side only labels the other (dates, places, side headings) are kept whole, as cells of one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from statistics import median

from ats_core.parser.brokenheadings import join_broken_headings
from ats_core.parser.datecolumn import join_broken_dates
from ats_core.parser.dates import find_dates, is_date_part
from ats_core.parser.document import Box, Line, make_line
from ats_core.parser.headings import heading_section
from ats_core.parser.labels import role_of

_MIN_GUTTER = 7.0  # points
_MIN_ROWS = 4
_LABEL = re.compile(
    r"\b(?:19|20)\d{2}\b|^\s*(?:\d{1,2}[/.])?\d{2,4}\s*[-–—]|present|heute|actual|atual|"
    r"[A-ZÀ-Þ][\w.\- ]+, ?[A-Z]{2}$",
    re.I,
)
_PAGE_NUMBER = re.compile(
    r"^(?:page|seite|página|pagina|pag\.?|p\.)?\s*\d{1,2}(?:\s*(?:/|of|de|von|sur|di)\s*\d{1,2})?$", re.I
)
_PAGE_LINE = re.compile(r"^(?:page|seite|p[aá]gina)\s+\d{1,2}\b.{0,50}$|^©", re.I)
_FOOTER = re.compile(
    r"(?:[-–—·|,]\s*)(?:(?:page|seite|página|pagina)\s*)?\d{1,2}\s*(?:/|of|de|von|sur)\s*\d{1,2}$", re.I
)
# A hyphen at the end of a row that stands between two words, and is not the sign of a broken one.
_KEPT_HYPHEN = re.compile(
    r"\b(?:full|part|long|short|high|low|cross|non|self|well|end|on|off|real|multi|pre|post|co|open|user|client|"
    r"patient|"
    r"customer|third|two|one|first|large|small|mid|object|data|hands|day|face|peer|problem|decision|team|cost|"
    r"time|e|to|of|and|the|in|up|vice|sous|demi|semi|ex|anti|auto|micro|macro)-$",
    re.I,
)
_OPEN_END = re.compile(
    r"[a-zà-þ] (?:in|of|and|for|with|to|the|at|&|y|e|en|de|del|la|el|con|para|em|do|da|dos|das|"
    r"com|et|du|des|le|pour|avec|und|in|der|für|mit|im|von)$|\w-$|&$"
)


_ENDS_IN_BRACKETS = re.compile(r"\((?=[^()]*[A-ZÀ-Þ])[^()\d]{2,30}\)$")


@dataclass(slots=True)
class Segment:
    """A run of text on one baseline, in points from the page's upper left; `index` is drawing order."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool
    page: int
    index: int

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Page:
    """The segments of one page in drawing order."""

    width: float
    height: float
    segments: list[Segment]


@dataclass(slots=True)
class _Row:
    segments: list[Segment]
    top: float
    bottom: float


@dataclass(slots=True)
class _Block:
    """Rows read straight down. `side` is "left" or "right" of `gutter`, or "" for the full width."""

    rows: list[_Row]
    side: str = ""
    gutter: float = 0.0
    children: list[_Block] = field(default_factory=list)
    opens: bool = False  # its first row is the first of a column


def read_in_order(pages: list[Page]) -> tuple[list[Line], float]:
    """All lines in reading order, and how sure that order is (0-1)."""
    _drop_furniture(pages)
    blocks: list[_Block] = []
    for page in pages:
        blocks.extend(_cut(_rows(join_broken_headings(page.segments)), 0))
    blocks = _join_columns(blocks)
    lines: list[Line] = []
    for block in blocks:
        made = _lines(block.rows)
        if made and block.opens:
            made[0].fresh = True
        lines.extend(made)
    columns = any(block.side for block in blocks)
    return lines, 0.95 if columns else 1.0


def _drop_furniture(pages: list[Page]) -> None:
    """Takes page numbers, and headers and footers that come back, out of the pages."""
    seen: set[str] = set()
    for number, page in enumerate(pages):
        kept, foot = [], []
        for segment in page.segments:
            edge = segment.bottom > page.height * 0.92 or segment.top < page.height * 0.08
            if not edge:
                kept.append(segment)
                continue
            key = re.sub(r"\d+", "#", segment.text)
            is_number = (
                _PAGE_NUMBER.match(segment.text)
                or (_PAGE_LINE.match(segment.text) and segment.bottom > page.height * 0.9)
                or (_FOOTER.search(segment.text) and segment.bottom > page.height * 0.9)
            )
            if (is_number and len(segment.text) < 60) or (number > 0 and key in seen):
                continue
            foot.append(key)
            kept.append(segment)
        seen.update(foot)
        page.segments = kept


def _rows(segments: list[Segment]) -> list[_Row]:
    """Segments grouped by baseline, from the top down, each row from left to right."""
    rows: list[_Row] = []
    for segment in sorted(segments, key=lambda item: item.middle):
        row = rows[-1] if rows else None
        if row is not None and _same_row(row, segment):
            row.segments.append(segment)
            row.top, row.bottom = min(row.top, segment.top), max(row.bottom, segment.bottom)
        else:
            rows.append(_Row([segment], segment.top, segment.bottom))
    for row in rows:
        row.segments.sort(key=lambda item: item.left)
    return rows


def _same_row(row: _Row, segment: Segment) -> bool:
    last = row.segments[-1]
    height = min(last.bottom - last.top, segment.bottom - segment.top)
    return abs(last.middle - segment.middle) < 0.45 * height


def _cut(rows: list[_Row], depth: int) -> list[_Block]:
    """The blocks of a region, in reading order."""
    if depth > 4 or len(rows) < _MIN_ROWS:
        return [_Block(rows)] if rows else []
    found = _best_gutter(rows)
    if found is None:
        return [_Block(rows)]
    first, last, x = found
    left, right = _sides(rows[first:last], x)
    blocks = [*_cut(rows[:first], depth + 1)]
    blocks.append(_Block(left, "left", x, _cut(left, depth + 1)))
    blocks.append(_Block(right, "right", x, _cut(right, depth + 1)))
    return [*blocks, *_cut(rows[last:], depth + 1)]


def _best_gutter(rows: list[_Row]) -> tuple[int, int, float] | None:
    """First row, end row and x of the gutter that parts most text; None if no strip parts columns."""
    segments = [segment for row in rows for segment in row.segments]
    left_edge, right_edge = min(s.left for s in segments), max(s.right for s in segments)
    width = right_edge - left_edge
    starts = sorted(s.left for s in segments if left_edge + 0.12 * width < s.left < left_edge + 0.88 * width)
    candidates: list[float] = []
    for index, start in enumerate(starts):
        near = sum(1 for other in starts[index : index + 12] if other - start < 3)
        if near >= 2 and (not candidates or start - candidates[-1] > 3):
            candidates.append(start)
    best: tuple[float, int, int, float] | None = None
    for x in candidates:
        for first, last in _white_runs(rows, x):
            worth = _worth(rows[first:last], x)
            if worth > 0 and (best is None or worth > best[0]):
                best = (worth, first, last, x)
    return None if best is None else best[1:]


def _white_runs(rows: list[_Row], x: float) -> list[tuple[int, int]]:
    """Runs of rows (first, end) that leave the strip just left of `x` white."""
    runs: list[tuple[int, int]] = []
    first: int | None = None
    for index, row in enumerate(rows):
        crossed = any(s.left < x - 1 and s.right > x - _MIN_GUTTER for s in row.segments)
        if crossed:
            if first is not None and index - first >= _MIN_ROWS:
                runs.append((first, index))
            first = None
        elif first is None:
            first = index
    if first is not None and len(rows) - first >= _MIN_ROWS:
        runs.append((first, len(rows)))
    return runs


def _sides(rows: list[_Row], x: float) -> tuple[list[_Row], list[_Row]]:
    segments = [segment for row in rows for segment in row.segments]
    return _rows([s for s in segments if s.left < x - 1]), _rows([s for s in segments if s.left >= x - 1])


def _shared(rows: list[_Row], x: float) -> list[_Row]:
    """The rows from the first to the last at which both sides have begun and neither has ended."""
    on_left = [i for i, row in enumerate(rows) if row.segments[0].left < x - 1]
    on_right = [i for i, row in enumerate(rows) if row.segments[-1].left >= x - 1]
    if not on_left or not on_right:
        return []
    return rows[max(on_left[0], on_right[0]) : min(on_left[-1], on_right[-1]) + 1]


def _worth(rows: list[_Row], x: float) -> float:
    """How much text the gutter at `x` parts; 0 if the two sides are no columns of their own."""
    left, right = _sides(_shared(rows, x), x)
    if len(left) < 3 or len(right) < 3:
        return 0.0
    if _labels(left) or _labels(right):
        return 0.0
    headings_left, headings_right = _headings(left), _headings(right)
    fewer, more = (left, right) if len(left) <= len(right) else (right, left)
    aligned = _aligned([row for row in fewer if not _is_heading(row)] or fewer, more)
    if headings_left and headings_right:
        if headings_left >= 0.6 * len(left):
            return 0.0
    elif headings_left:
        # Side headings: each stands level with the first row of its section.
        if headings_left >= 0.5 * len(left) or (aligned > 0.75 and len(left) <= 1.2 * len(right)):
            return 0.0
    elif aligned > 0.75:
        return 0.0
    if bool(headings_left) != bool(headings_right) and _spans_headings(left, right):
        return 0.0
    overlap = min(left[-1].bottom, right[-1].bottom) - max(left[0].top, right[0].top)
    if overlap <= 0:
        return 0.0
    return sum(len(s.text) for row in fewer for s in row.segments) + overlap


def _spans_headings(left: list[_Row], right: list[_Row]) -> bool:
    """True if the side without headings is white beside each of them: one set of sections."""
    with_headings, other = (left, right) if _headings(left) else (right, left)
    inner = [row for row in with_headings[1:] if _is_heading(row)]
    return bool(inner) and not any(
        row.top < (heading.top + heading.bottom) / 2 < row.bottom for heading in inner for row in other
    )


def _labels(rows: list[_Row]) -> bool:
    """True if a side holds mostly dates or places: it labels the other side and must not be cut off."""
    texts = [segment.text for row in rows if not _is_heading(row) for segment in row.segments]
    marked = sum(1 for text in texts if len(text) < 40 and _LABEL.search(text))
    return marked >= 0.5 * len(texts)


def _headings(rows: list[_Row]) -> int:
    return sum(1 for row in rows if _is_heading(row))


def _is_heading(row: _Row) -> bool:
    return heading_section(" ".join(_cells(row)[0])) is not None


def _aligned(fewer: list[_Row], more: list[_Row]) -> float:
    """Share of the rows of one side that stand level with a row of the other."""
    centres = [(row.top + row.bottom) / 2 for row in more]
    level = sum(
        1
        for row in fewer
        if any(abs((row.top + row.bottom) / 2 - centre) < 0.3 * (row.bottom - row.top) for centre in centres)
    )
    return level / len(fewer)


def _join_columns(blocks: list[_Block]) -> list[_Block]:
    """The blocks with columns that go on over the next page put together."""
    joined: list[_Block] = []
    for block in blocks:
        if block.side == "left" and len(joined) >= 2 and joined[-1].side == "right":
            left, right = joined[-2], joined[-1]
            if (
                left.side == "left"
                and abs(left.gutter - block.gutter) < 12
                and _pages(right) != _pages(block)
            ):
                left.children.extend(block.children)
                joined.append(_Block([], "pending", block.gutter))
                continue
        if block.side == "right" and joined and joined[-1].side == "pending":
            joined.pop()
            joined[-1].children.extend(block.children)
            continue
        joined.append(block)
    return [leaf for block in joined for leaf in _leaves(block)]


def _pages(block: _Block) -> int:
    return max((segment.page for row in block.rows for segment in row.segments), default=0)


def _leaves(block: _Block) -> list[_Block]:
    if not block.children:
        return [block] if block.rows else []
    leaves = []
    for child in block.children:
        leaves.extend(_leaves(child))
    for leaf in leaves:
        leaf.side = leaf.side or block.side
    if leaves and block.side:
        leaves[0].opens = True
    return leaves


def _lines(rows: list[_Row]) -> list[Line]:
    lines: list[Line] = []
    before: _Row | None = None
    usual = median([row.bottom - row.top for row in rows]) if rows else 1.0
    pending_bullet = False
    for row in (part for whole in rows for part in _without_side_heading(whole)):
        cells, boxes = _cells(row)
        gap = (
            (row.top - before.bottom) / max(usual, 1.0)
            if before is not None and row.top >= before.top
            else 2.0
        )
        main = max(row.segments, key=lambda s: len(s.text))
        line = make_line(
            cells,
            page=main.page,
            boxes=tuple(boxes),
            size=round(main.size, 1),
            bold=row.segments[0].bold,
            bullet=pending_bullet,
            gap=gap,
        )
        pending_bullet = line is None and any(cell.strip() in "•●▪■◦○‣∙·" for cell in cells)
        before = row
        if line is not None:
            lines.append(line)
    return _join_wrapped(join_broken_dates(lines))


def _without_side_heading(row: _Row) -> list[_Row]:
    """The row; a heading in its first cell is a row of its own."""
    cells, boxes = _cells(row)
    if len(cells) < 2 or heading_section(cells[0]) is None or role_of(cells[0]) is not None:
        return [row]
    if all(heading_section(cell) is not None for cell in cells[1:]):
        return [row]
    sides = (
        [s for s in row.segments if s.left < boxes[1][0]],
        [s for s in row.segments if s.left >= boxes[1][0]],
    )
    return [_Row(side, row.top, row.bottom) for side in sides if side]


def _join_wrapped(lines: list[Line]) -> list[Line]:
    """The lines of a block with those put together that the right margin broke."""
    edge = max((line.boxes[-1][2] for line in lines if line.boxes), default=0.0)
    joined: list[Line] = []
    ends: list[Box] = []  # the box of the last printed row of each joined line
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and _is_wrapped(_last_cell(last), ends[-1], line, edge):
            text = last.cells[-1]
            glue = "" if text.endswith("-") and line.cells[0][:1].islower() else " "
            if not glue and not _KEPT_HYPHEN.search(text):
                text = text[:-1]
            box = last.boxes[-1], line.boxes[0]
            union = (min(b[0] for b in box), box[0][1], max(b[2] for b in box), box[1][3])
            whole = text.rstrip() + glue + line.cells[0]
            joined[-1] = replace(
                last,
                cells=(*last.cells[:-1], whole),
                boxes=(*last.boxes[:-1], union),
                turns=(*last.turns, *line.turns),
            )
            ends[-1] = line.boxes[0]
            continue
        joined.append(line)
        ends.append(line.boxes[-1] if line.boxes else (0.0, 0.0, 0.0, 0.0))
    return joined


def _last_cell(line: Line) -> Line:
    """The line without a date to the left of its text: the text may go on in the next row."""
    if len(line.cells) == 2 and len(line.boxes) == 2 and is_date_part(line.cells[0]):
        return replace(line, cells=line.cells[1:], boxes=line.boxes[1:])
    return line


def _is_wrapped(last: Line, end: Box, line: Line, edge: float) -> bool:
    """True if `line` goes on with `last`: its first word had no room on the row that ends with `end`."""
    if len(last.cells) != 1 or len(line.cells) != 1 or line.bullet or not line.boxes or not last.boxes:
        return False
    text, following = last.cells[0], line.cells[0]
    if abs(last.size - line.size) > 0.12 * max(last.size, 1.0) or last.bold != line.bold or line.gap > 1.3:
        return False
    if heading_section(text) is not None or heading_section(following) is not None or "@" in text:
        return False
    indent = line.left - end[0]
    if not (-2 < indent < 3 or (last.bullet and -2 < indent < 25)):
        return False
    if _OPEN_END.search(text):
        return True
    if line.gap > 0.75:
        return False
    if _ENDS_IN_BRACKETS.match(following) and len(text) > 20 and text[-1].isalnum() and not last.bullet:
        return True  # "Câmara de Comercialização" and its initials below
    opens = find_dates(following)
    if opens and opens[0].at <= 1 and not opens[0].single:
        return False
    dated = find_dates(text)
    if dated and (len(text) < 60 or dated[-1].to >= len(text) - 2):
        return False
    if len(following) < 40 and opens:
        return False
    if any(not span.single for span in opens) and any(not span.single for span in dated):
        return False  # each tells of an entry of its own
    width = (end[2] - end[0]) / max(1, len(text) if end == last.boxes[0] else len(text) // 2)
    width = min(width, 0.62 * last.size)
    if len(text) < 30:
        return False
    return end[2] + width * (len(following.split()[0]) + 1) > edge - 1


def _cell_gap(text: str, size: float) -> float:
    """The white space that ends a cell, in letter sizes: less behind a date or a heading."""
    if is_date_part(text) or (len(text) < 40 and heading_section(text) is not None):
        return 0.55
    return 0.95


def _cells(row: _Row) -> tuple[list[str], list[Box]]:
    """The texts and boxes of a row's cells: segments that stand close are one cell."""
    cells: list[str] = []
    boxes: list[Box] = []
    size = 0.0
    for segment in row.segments:
        box = (segment.left, segment.top, segment.right, segment.bottom)
        if cells:
            last = boxes[-1]
            gap = segment.left - last[2]
            if gap < _cell_gap(cells[-1], min(segment.size, size)) * min(segment.size, size):
                cells[-1] += (" " if gap > 0.12 * max(segment.size, last[3] - last[1]) else "") + segment.text
                boxes[-1] = (last[0], min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
                size = segment.size
                continue
        cells.append(segment.text)
        boxes.append(box)
        size = segment.size
    return cells, boxes
