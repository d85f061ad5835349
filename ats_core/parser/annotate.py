"""Draws on a PDF's own pages where each value was found: a frame in its section's colour, and a label."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from ats_core.parser.failure import ParseCode, ParseError
from ats_core.parser.hidden import Box

_INKS = {
    "contact_info": "0.10 0.35 0.85", "work_history": "0.05 0.50 0.20", "education": "0.80 0.40 0.00",
    "skills": "0.50 0.15 0.70", "certifications": "0.50 0.15 0.70", "languages": "0.50 0.15 0.70",
    "hidden": "0.85 0.05 0.05",
}  # fmt: skip
# The first of these stands under a name of its own, too.
_TWICE = {"contact_info.emails[0]", "contact_info.phones[0]"}
_LABEL = 4.0  # points
_MAX_MARKS = 2_000


@dataclass(frozen=True, slots=True)
class Mark:
    """One frame: `kind` is the first part of the value's path, `box` as in receipts."""

    kind: str
    label: str
    page: int
    box: Box


def marks_of(parsed: Mapping[str, Any]) -> list[Mark]:
    """A mark for each place on a page where a value of a parse (as JSON values) or a hidden text stands."""
    named = [(path, receipt) for path, receipt in parsed["receipts"].items() if path not in _TWICE]
    named += [(f"skills.{skill['name']}", skill["receipt"]) for skill in parsed["skill_details"]]
    places: dict[tuple[str, int, Box], list[str]] = {}
    for path, receipt in named:
        if receipt is not None and receipt["box"] is not None:
            kind = re.split(r"[.\[]", path, maxsplit=1)[0]
            places.setdefault((kind, receipt["page"], tuple(receipt["box"])), []).append(
                _short(path, receipt)
            )
    for hidden in parsed["hidden_text"]:
        if hidden["box"] is not None:
            key = ("hidden", hidden["page"], tuple(hidden["box"]))
            places.setdefault(key, []).append(f"hidden: {hidden['reason']}")
    made = [Mark(kind, ", ".join(labels), page, box) for (kind, page, box), labels in places.items()]
    return made[:_MAX_MARKS]


def _short(path: str, receipt: Mapping[str, Any]) -> str:
    name = path.replace("contact_info.", "").replace("work_history", "work").removeprefix("skills.")
    return f"{name} {receipt['confidence']:.2f}"


def annotate_in_child(data: bytes, parsed: Mapping[str, Any]) -> bytes:
    """The PDF with a frame and a label for each value of its parse, drawn in a child process.

    Raises ParseError: unsupported_format for what is no PDF, else as a parse does.
    """
    from ats_core.parser.pool import ParserPool

    kind = parsed["parsing_metadata"]["format"]
    if b"%PDF-" not in data[:1024]:
        raise ParseError(
            ParseCode.UNSUPPORTED_FORMAT,
            f"Only PDFs can be annotated, and this is {kind}. Use --explain for the places in its text.",
        )
    with ParserPool(1, parse=partial(_draw, marks_of(parsed))) as pool:
        drawn: bytes = pool.parse(data)["pdf"]
    return drawn


def _draw(
    marks: list[Mark], data: bytes, filename: str | None, region: str | None, today: str | date | None
) -> dict[str, Any]:
    """The worker's side of `annotate_in_child`."""
    return {"pdf": annotated(data, marks)}


def annotated(data: bytes, marks: Sequence[Mark]) -> bytes:
    """The PDF with the marks drawn over its pages; what is on them stays as it is. Raises ParseError."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(_open(data))))
        for number, page in enumerate(writer.pages, start=1):
            here = [mark for mark in marks if mark.page == number]
            if here:
                over = pypdf.PdfReader(io.BytesIO(_overlay(page, here))).pages[0]
                page.merge_page(over, over=True)
        out = io.BytesIO()
        writer.write(out)
    except MemoryError:
        raise
    except Exception as error:  # pypdf raises whatever a broken object leads it to
        raise ParseError(
            ParseCode.CORRUPT_FILE,
            "The PDF is damaged, so nothing can be drawn on it. Print it to a new PDF.",
        ) from error
    return out.getvalue()


def _open(data: bytes) -> bytes:
    """The document without its encryption, which needs no password to be read."""
    if b"/Encrypt" not in data:
        return data
    import pypdfium2
    import pypdfium2.raw as pdfium

    out = io.BytesIO()
    pdf = pypdfium2.PdfDocument(data)
    try:
        pdf.save(out, flags=pdfium.FPDF_REMOVE_SECURITY)
    finally:
        pdf.close()
    return out.getvalue()


def _overlay(page: Any, marks: Sequence[Mark]) -> bytes:
    """A PDF of one page as large as `page`, with the marks alone."""
    left, bottom, right, top = (float(value) for value in page.cropbox)
    frame = (left, bottom, right, top)
    content = "".join(_operators(mark, frame, (page.rotation or 0) % 360) for mark in marks).encode("latin-1")
    media = " ".join(f"{float(value):g}" for value in page.mediabox)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[{media}]/Contents 4 0 R"
        f"/Resources<</Font<</AtsLabel 5 0 R>>>>>>".encode(),
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def _operators(mark: Mark, frame: Box, turn: int) -> str:
    """The drawing operators of a mark, in the page's own space."""
    left, top, right, bottom = mark.box
    (x0, y0), (x1, y1) = _point(left, top, frame, turn), _point(right, bottom, frame, turn)
    ink = _INKS.get(mark.kind, "0.3 0.3 0.3")
    x, y = _point(left, top - 1, frame, turn)
    along, up = {0: ((1, 0), (0, 1)), 90: ((0, 1), (-1, 0)), 180: ((-1, 0), (0, -1)), 270: ((0, -1), (1, 0))}[
        turn
    ]
    label = "".join(_escaped(mark.label))
    rectangle = f"{min(x0, x1):.2f} {min(y0, y1):.2f} {abs(x1 - x0):.2f} {abs(y1 - y0):.2f}"
    matrix = f"{along[0]} {along[1]} {up[0]} {up[1]} {x:.2f} {y:.2f}"
    return (
        f"q {ink} RG {ink} rg 0.6 w {rectangle} re S "
        f"BT /AtsLabel {_LABEL:g} Tf {matrix} Tm ({label}) Tj ET Q\n"
    )


def _point(left: float, top: float, frame: Box, turn: int) -> tuple[float, float]:
    """The point of the page's own space that is shown there."""
    x0, y0, x1, y1 = frame
    if turn == 90:
        return x0 + top, y0 + left
    if turn == 180:
        return x1 - left, y0 + top
    if turn == 270:
        return x1 - top, y1 - left
    return x0 + left, y1 - top


def _escaped(text: str) -> Iterator[str]:
    for letter in text[:80]:
        if letter in "\\()":
            yield "\\" + letter
        else:
            yield letter if " " <= letter <= "~" or "\xa1" <= letter <= "\xff" else "?"
