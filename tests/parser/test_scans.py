"""Scans: which documents go on to OCR, and what a refusal says."""

from __future__ import annotations

import pytest

from ats_core.parser import ParseError, ocr, parse_resume, pool
from ats_core.parser.failure import ParseCode
from ats_core.parser.sniff import PICTURES

BLANK = (
    b"%PDF-1.4\n1 0 obj <</Type /Pages>> endobj 2 0 obj <</Type /Page>> endobj 3 0 obj <</Type/Page >> endobj"
)


def test_pages_are_counted_without_opening_the_document() -> None:
    assert ocr.page_count(BLANK) == 2
    assert ocr.page_count(PICTURES[0] + b"x") == 1
    assert ocr.page_count(b"%PDF-1.7 compressed") == ocr.MAX_OCR_PAGES


def test_only_scans_and_pictures_go_on_to_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "ocr_available", lambda: "tesseract")
    assert pool._is_scan(BLANK, ParseError(ParseCode.NO_TEXT))
    assert pool._is_scan(PICTURES[1], ParseError(ParseCode.UNSUPPORTED_FORMAT))
    assert not pool._is_scan(BLANK, ParseError(ParseCode.CORRUPT_FILE))
    monkeypatch.setattr(pool, "ocr_available", lambda: None)
    assert not pool._is_scan(BLANK, ParseError(ParseCode.NO_TEXT))


def test_without_an_engine_a_picture_is_refused_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "ocr_available", lambda: None)
    with pytest.raises(ParseError, match=r"lti-ats\[ocr\]") as caught:
        parse_resume(PICTURES[0] + bytes(64), "scan.png", ocr=True)
    assert caught.value.code is ParseCode.NO_TEXT


def test_an_engines_boxes_become_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = ["Jane Roe", "jane.roe@post.example", "WORK EXPERIENCE", "Engineer | Acme Ltd | 2019 - 2021"]
    boxes = [(text, 50.0, 40.0 * (i + 1), 400.0, 40.0 * (i + 1) + 20) for i, text in enumerate(rows)]

    class Picture:
        width, height = 800, 1000

    monkeypatch.setattr(ocr, "ocr_available", lambda: "tesseract")
    monkeypatch.setattr(ocr, "_images", lambda data: [(Picture(), 0.5)])
    monkeypatch.setattr(ocr, "_with_tesseract", lambda image: boxes)
    person = parse_resume(PICTURES[0] + bytes(64), "scan.png", ocr=True)
    assert person.candidate_data.contact_info.email == "jane.roe@post.example"
    assert person.candidate_data.work_history[0].company == "Acme Ltd"
    assert any("OCR" in warning for warning in person.parsing_metadata.warnings)


def test_words_that_stand_far_apart_are_apart() -> None:
    corners = [[[228, 0], [260, 0], [260, 20], [228, 20]], [[267, 0], [355, 0], [355, 20], [267, 20]],
               [[431, 0], [615, 0], [615, 20], [431, 20]]]  # fmt: skip
    words = [("San", 0.9, corners[0]), ("Francisco", 0.9, corners[1]), ("jane@post.example", 0.9, corners[2])]
    line = ("San Franciscojane@post.example", 228.0, 0.0, 615.0, 20.0)
    assert ocr._parted(line, words) == [
        ("San Francisco", 228.0, 0.0, 355.0, 20.0),
        ("jane@post.example", 431.0, 0.0, 615.0, 20.0),
    ]
    assert ocr._parted(line, words[:2]) == [line]
