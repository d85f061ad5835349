"""Frames are drawn where the values stand, on pages of every turn, and nothing else changes."""

from __future__ import annotations

import io

import pypdf
import pypdfium2
import pytest

from ats_core.parser import ParseError, parse_resume
from ats_core.parser.annotate import annotate_in_child, annotated, marks_of
from tests.parser.builders import painted_pdf, shown, typst_pdf

ROWS = ("Orla Fennimore", "orla.fennimore@post.example", "SKILLS", "Excel, Jira")
MATRICES = {0: "1 0 0 1 0 0", 90: "0 1 -1 0 595 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 842"}


def turned(turn: int) -> bytes:
    rows = "".join(shown(60, 500 - 40 * at, row) for at, row in enumerate(ROWS))
    return painted_pdf(f"q {MATRICES[turn]} cm {rows} Q", page=f"/Rotate {turn}/CropBox[10 10 590 830]")


def boxes_of(pdf: bytes, word: str) -> list[tuple[float, float, float, float]]:
    """Where the word stands on the first page, in the page's own space."""
    document = pypdfium2.PdfDocument(pdf)
    textpage = document[0].get_textpage()
    at = textpage.get_text_range().find(word)
    boxes = [textpage.get_charbox(index) for index in range(at, at + len(word))] if at >= 0 else []
    textpage.close()
    document.close()
    return boxes


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_label_stands_above_its_value_however_the_page_is_turned(turn: int) -> None:
    pdf = turned(turn)
    parsed = parse_resume(pdf).model_dump(mode="json")
    drawn = annotated(pdf, marks_of(parsed))
    label, value = boxes_of(drawn, "email ")[0], boxes_of(drawn, "orla.fennimore")[0]
    up = {0: (0, 1), 90: (-1, 0), 180: (0, -1), 270: (1, 0)}[turn]
    away = (label[0] - value[0]) * up[0] + (label[1] - value[1]) * up[1]
    aside = (label[0] - value[0]) * up[1] + (label[1] - value[1]) * up[0]
    assert 3 < away < 20
    assert abs(aside) < 8


def test_what_stood_on_the_page_stays() -> None:
    pdf = typst_pdf("#text(20pt)[Orla Fennimore]\n\norla\\@post.example\n\n= Skills\nJira")
    resume = parse_resume(pdf)
    drawn = annotate_in_child(pdf, resume.model_dump(mode="json"))
    again = parse_resume(drawn)
    for line in resume.text.splitlines():
        assert line in again.text


def test_hidden_text_is_marked_too() -> None:
    pdf = painted_pdf(
        "".join(shown(60, 700 - 40 * at, row) for at, row in enumerate(ROWS))
        + shown(60, 300, "Kubernetes", ink="1 g")
    )
    drawn = annotated(pdf, marks_of(parse_resume(pdf).model_dump(mode="json")))
    assert boxes_of(drawn, "hidden: background")


def test_an_encrypted_pdf_without_a_password_can_be_drawn_on() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(turned(0)))
    writer.encrypt("", "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    parsed = parse_resume(out.getvalue()).model_dump(mode="json")
    assert boxes_of(annotated(out.getvalue(), marks_of(parsed)), "email ")


def test_what_is_no_pdf_is_refused_by_its_name() -> None:
    text = "\n".join(ROWS).encode()
    with pytest.raises(ParseError, match=r"Only PDFs can be annotated, and this is TXT.*--explain"):
        annotate_in_child(text, parse_resume(text).model_dump(mode="json"))
