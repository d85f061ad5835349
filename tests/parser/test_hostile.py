"""Hostile files end in a typed error or in honest text, within the limits, and the pool reads on."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from ats_core.parser import ParseCode, ParseError
from ats_core.parser.pool import ParserPool
from tests.parser.builders import open_document, painted_pdf, paragraph, raw_docx, shown
from tests.parser.exports import CANDIDATE, json_resume
from tests.parser.hostile_files import BUILDERS, TEXT, cut

GOOD = TEXT.encode()
# What these files are must be said by its name; of the others any answer is honest.
REFUSED = {
    "docx_bomb": ParseCode.ZIP_BOMB,
    "odt_bomb": ParseCode.ZIP_BOMB,
    "docx_with_an_outside_entity": ParseCode.CORRUPT_FILE,
    "docx_of_billion_laughs": ParseCode.CORRUPT_FILE,
    "odt_with_entities": ParseCode.CORRUPT_FILE,
    "xml_of_quadratic_entities": ParseCode.CORRUPT_FILE,
    "json_of_deep_lists": ParseCode.CORRUPT_FILE,
    "pdf_with_a_password": ParseCode.ENCRYPTED_PDF,
    "program": ParseCode.UNSUPPORTED_FORMAT,
    "zip_within_zip_within_zip": ParseCode.UNSUPPORTED_FORMAT,
    "rtf_of_deep_groups": ParseCode.CORRUPT_FILE,
}
READ = {
    "pdf_javascript", "pdf_launch_and_remote_uri", "pdf_form_calls_itself", "docx_with_a_template_elsewhere",
    "pdf_and_zip_in_one", "text_of_dates", "text_of_addresses", "text_in_one_line_of_ten_megabytes",
    "docx_styles_in_a_circle", "pdf_that_is_a_web_page", "text_of_marks_without_width",
    "json_of_huge_numbers",
}  # fmt: skip


@pytest.fixture(scope="module")
def pool() -> Iterator[ParserPool]:
    with ParserPool(workers=1) as made:
        made.parse(GOOD, "cv.txt")
        yield made


def survives(pool: ParserPool, data: bytes, name: str) -> ParseCode | None:
    """How the parse ends, None for text; checks that it came in time and that the next document is read."""
    began = time.monotonic()
    code, told = None, "text"
    try:
        answer = pool.parse(data, name)
    except ParseError as error:
        code, told = error.code, error.message
    else:
        assert set(answer) >= {"candidate_data", "parsing_metadata", "text"}
    assert told
    # The pool's own limit is 10 s; the rest is the replacement of a worker.
    assert time.monotonic() - began < 15
    assert pool.parse(GOOD, "cv.txt")["candidate_data"]["contact_info"]["last_name"] == "Fennimore"
    return code


def test_there_are_enough_of_them() -> None:
    assert len(BUILDERS) >= 60
    assert set(REFUSED) | READ <= set(BUILDERS)


@pytest.mark.parametrize("name", BUILDERS)
def test_a_hostile_file_costs_itself_alone(pool: ParserPool, name: str) -> None:
    code = survives(pool, BUILDERS[name](), f"{name}.pdf")
    if name in REFUSED:
        assert code is REFUSED[name]
    if name in READ:
        assert code is None


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "C:\\x.pdf", "a\x00b", "x" * 5000, "\u202efdp.exe", "CON", "", "\ud800.pdf"]
)
def test_a_hostile_name_changes_nothing(pool: ParserPool, name: str) -> None:
    assert pool.parse(GOOD, name)["candidate_data"]["contact_info"]["last_name"] == "Fennimore"


GOOD_FILES = {
    "pdf": painted_pdf(
        shown(60, 700, "Orla Fennimore, orla@post.example") + shown(60, 600, "Jira", ink="1 g")
    ),
    "docx": raw_docx(paragraph("Orla Fennimore") + paragraph("orla@post.example")),
    "odt": open_document("<text:p>Orla Fennimore</text:p><text:p>orla@post.example</text:p>"),
    "rtf": b"{\\rtf1\\ansi{\\colortbl;\\red1;}Orla Fennimore\\par orla@post.example\\par}",
    "html": b"<html><style>p { color: red }</style><p style='color:#fff'>Orla</p>orla@post.example</html>",
    "json": json_resume(),
    "xml": CANDIDATE.encode(),
}


@pytest.mark.parametrize("kind", GOOD_FILES)
def test_files_cut_and_changed_at_random_are_survived(pool: ParserPool, kind: str) -> None:
    codes = set()
    for seed in range(40):
        try:
            pool.parse(cut(GOOD_FILES[kind], seed), f"cv.{kind}")
        except ParseError as error:
            codes.add(error.code)
    # A crash would be survived as well, but no such small file should cause one.
    assert ParseCode.PARSER_CRASHED not in codes
    assert pool.parse(GOOD, "cv.txt")["candidate_data"]["contact_info"]["last_name"] == "Fennimore"
