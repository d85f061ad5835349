"""A document as the parser sees it: lines in reading order, whatever the format was."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ats_core.parser.model import HiddenText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ats_core.parser.profile import Profile

Box = tuple[float, float, float, float]

# T1-encoded TeX fonts without a Unicode table leave their ligatures and bullet as these control bytes.
_CONTROL = {0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl", 0x88: "•", 0x02: "-", 0xFFFE: "-"}
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_HYPHENS = dict.fromkeys([0x2010, 0x2011], "-")
_SPACES = dict.fromkeys([0xA0, 0x2007, 0x2009, 0x200A, 0x202F, 0x3000, *range(0x2000, 0x2007)], " ")
_INVISIBLE = dict.fromkeys(
    [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFC, 0xFFFD, 0x0B, 0x0C, 0xFE0E, 0xFE0F], ""
)
# Stands in a reader's raw text where the type changes (to bold, to italics); `make_line` takes it out.
TURN = "\ufdd0"
_CONTEXT = 24  # letters kept on each side of a turn
CLEAN: dict[int, str] = {**_CONTROL, **_LIGATURES, **_HYPHENS, **_SPACES, **_INVISIBLE}
for _code in (*range(0x20), *range(0x7F, 0xA0)):
    if _code not in (0x09, 0x0A, 0x0D):
        CLEAN.setdefault(_code, "")

_BULLET = re.compile(
    r"^\s*(?:[。•●▪■◦○‣⁃∙·►▶▸❖◆◇♦➢➤✓✔→⇒★☆⋆✦✧✱∗■□▫»›–—‒―*-]|\uf0b7|\uf0a7|o(?=\s{2,})|\d{1,2}[.)](?=\s))\s*(?=\S)"
)
# Signs of an icon font, and pictures: a lone letter of no word ("Ł Mars 2019"), an emoji.
_ICON = re.compile(
    "^(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u23e9-\u23fa\u200d\ufe0f]+\\s*|"
    "[^\\W\\d_a-zA-ZàáâãåèéêìíîòóôõùúûýÀÁÂÃÅÈÉÊÌÍÎÒÓÔÕÙÚÛÝ\u0370-\uffff] )(?=\\S)"
)
# A dash before a digit is a range cut in two ("- 2019"), no bullet.
_DASH_NUMBER = re.compile(r"^\s*[–—-]\s*(?:\d{4}|present|heute)", re.I)


def clean(text: str) -> str:
    """`text` with ligatures, odd spaces, icons and control bytes made plain, in NFC."""
    text = text.translate(CLEAN)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if any("\ue000" <= letter <= "\uf8ff" for letter in text):
            text = re.sub("[\ue000-\uf0b6\uf0b8-\uf8ff]+", " ", text).replace("\uf0b7", "•")
        # A soft hyphen between spaces was set as a dash; inside a word it shows nothing.
        text = re.sub("(?<=\\s)\u00ad|\u00ad(?=\\s)", "-", text).replace("\u00ad", "")
    return text


@dataclass(slots=True)
class Line:
    """One printed line: its cells from left to right."""

    cells: tuple[str, ...]
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    size: float = 0.0
    bold: bool = False
    bullet: bool = False
    gap: float = 0.0  # white space above, in line heights
    level: int = 0  # heading level said by the format itself, 1-6; 0 where it says none
    start: int = 0  # place in Document.text
    fresh: bool = False  # first line of a column
    role: str = ""  # what a label beside the line says that it is
    turns: tuple[tuple[str, str], ...] = ()  # what stands before and behind each change of type

    @property
    def text(self) -> str:
        return "\t".join(self.cells)

    @property
    def left(self) -> float:
        return self.boxes[0][0] if self.boxes else 0.0


def make_line(
    cells: list[str] | tuple[str, ...],
    *,
    page: int | None = None,
    boxes: tuple[Box, ...] = (),
    size: float = 0.0,
    bold: bool = False,
    bullet: bool = False,
    gap: float = 0.0,
    level: int = 0,
) -> Line | None:
    """A `Line` with its bullet sign and its marks of `TURN` taken off; None if nothing is left."""
    turns: tuple[tuple[str, str], ...] = ()
    if any(TURN in cell for cell in cells):
        turns = tuple(turn for cell in cells for turn in _turns_in(cell))
        cells = [cell.replace(TURN, "") for cell in cells]
    kept = [(cell, i) for i, raw in enumerate(cells) if (cell := re.sub(r" {2,}", " ", clean(raw)).strip())]
    if not kept:
        return None
    first = kept[0][0]
    if not _DASH_NUMBER.match(first) and (mark := _BULLET.match(first)):
        bullet = True
        kept[0] = (first[mark.end() :].strip(), kept[0][1])
    elif len(kept) > 1 and _BULLET.match(first + " x") and len(first) <= 2:
        bullet = True
        kept = kept[1:]
    kept = [(_ICON.sub("", cell) if not cell.isascii() else cell, i) for cell, i in kept]
    if len(kept) == 1 and kept[0][0] in "•●▪■◦○‣⁃∙·►▶▸❖◆◇♦➢➤★☆⋆✦✧✱∗□▫»›-–—‒―*|":
        return None
    if boxes:
        boxes = tuple(boxes[i] for _, i in kept)
    return Line(
        cells=tuple(cell for cell, _ in kept),
        page=page,
        boxes=boxes,
        size=size,
        bold=bold,
        bullet=bullet,
        gap=gap,
        level=level,
        turns=turns,
    )


def _turns_in(cell: str) -> Iterator[tuple[str, str]]:
    """The ends of text on both sides of each mark in the cell, as the line will show them."""
    parts = [re.sub(r" {2,}", " ", clean(part)) for part in cell.split(TURN)]
    for index in range(1, len(parts)):
        before, after = "".join(parts[:index]).strip(), "".join(parts[index:]).strip()
        if before and after:
            yield before[-_CONTEXT:], after[:_CONTEXT]


# Patterns look far around in a line; longer ones are cut, so that a document costs no more than its length.
MAX_LINE = 600
MAX_LINES = 6_000
# A hundred dense pages; no résumé is longer.
MAX_TEXT = 300_000


def cut_text(text: str) -> list[str]:
    """The text in parts of at most `MAX_LINE` letters, cut at spaces where there are any."""
    parts = []
    start = 0
    while len(text) - start > MAX_LINE:
        at = text.rfind(" ", start + MAX_LINE // 2, start + MAX_LINE)
        at = at if at > 0 else start + MAX_LINE
        parts.append(text[start:at])
        start = at + 1 if text[at] == " " else at
    return [*parts, text[start:].lstrip() if start else text]


def bounded(lines: list[Line]) -> tuple[list[Line], bool]:
    """The lines, cut to `MAX_LINE`, up to `MAX_LINES` of them and `MAX_TEXT` letters; whether that is all."""
    made: list[Line] = []
    left = MAX_TEXT
    for line in lines:
        size = sum(map(len, line.cells)) + len(line.cells)
        if len(made) >= MAX_LINES or left <= 0:
            return made[:MAX_LINES], False
        if size <= MAX_LINE:
            made.append(line)
        else:
            made.extend(
                replace(line, cells=(part,), boxes=line.boxes[:1], bullet=line.bullet and index == 0)
                for index, part in enumerate(cut_text(" ".join(line.cells)[: max(left, MAX_LINE)]))
                if part
            )
        left -= size
    return made[:MAX_LINES], left > -MAX_LINE and len(made) <= MAX_LINES


@dataclass(slots=True)
class Document:
    """Lines in reading order, with what else the format told: pages, link targets, warnings, what hides."""

    format: str
    lines: list[Line]
    pages: int | None = None
    links: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    order_confidence: float = 1.0
    text: str = ""
    hidden: list[HiddenText] = field(default_factory=list)
    unseen: str = ""  # the whole of what hides, where another reader may find it again
    profile: Profile | None = None  # the machine-readable résumé that the document is, or holds

    def number(self) -> None:
        """Joins the lines to `text` and tells every line where it starts in it."""
        at = 0
        for line in self.lines:
            line.start = at
            at += len(line.text) + 1
        self.text = "\n".join(line.text for line in self.lines)
