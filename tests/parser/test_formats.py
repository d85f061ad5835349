"""Every format is recognised by its content, and every refusal has its code."""

from __future__ import annotations

import contextlib
import io
import time
import zipfile

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ats_core.parser import ParseCode, ParsedResume, ParseError, parse_resume
from ats_core.parser.failure import MAX_BYTES
from tests.parser.builders import TYPES, drawn_pdf, open_document, paragraph, parsed, raw_docx, typst_pdf

TEXT = """Orla Fennimore
Project Manager
orla.fennimore@post.example
+44 20 7946 0321

WORK EXPERIENCE

Project Manager | Quillfeather Ltd | March 2019 - Present
- Ran the programme office

EDUCATION

BSc Mathematics, University of Bath (2014)

SKILLS

Python, Excel
"""
HTML = """<!DOCTYPE html><html><head><style>p {color: red}</style><title>CV</title></head><body>
<h1>Orla Fennimore</h1><p>orla.fennimore@post.example</p><script>var x = 'Not a name';</script>
<h2>Work Experience</h2><h3>Project Manager, Quillfeather Ltd</h3><p>March 2019 - Present</p>
<ul><li>Ran the programme office</li></ul><h2>Skills</h2><p>Python, Excel</p></body></html>"""
RTF = (
    r"{\rtf1\ansi\ansicpg1252 Orla Fennimore\par orla.fennimore@post.example\par WORK EXPERIENCE\par "
    r"Project Manager | Quillfeather Ltd | March 2019 - Present\par SKILLS\par Python, Excel\par}"
)


def code_of(data: bytes, name: str | None = None) -> ParseCode:
    with pytest.raises(ParseError) as caught:
        parse_resume(data, name)
    assert len(caught.value.message) > 20
    return caught.value.code


def name_of(resume: ParsedResume) -> str:
    contact = resume.candidate_data.contact_info
    return f"{contact.first_name} {contact.last_name}"


ODT_ROWS = "".join(f"<text:p>{row}</text:p>" for row in TEXT.splitlines())


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (open_document(ODT_ROWS), "cv.odt", "ODT"),
        (open_document(ODT_ROWS), "cv.docx", "ODT"),
        (open_document(ODT_ROWS, flat=True), "cv.xml", "ODT"),
        (TEXT.encode(), "cv.txt", "TXT"),
        (TEXT.encode("utf-16"), "cv.txt", "TXT"),
        (TEXT.encode("utf-16-le"), "cv.txt", "TXT"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "cv.txt", "TXT"),
        (HTML.encode(), "cv.pdf", "HTML"),
        (HTML.encode(), "cv.html", "HTML"),
        (RTF.encode(), "cv.doc", "RTF"),
        (raw_docx("".join(paragraph(row) for row in TEXT.splitlines())), "cv.doc", "DOCX"),
        (typst_pdf(TEXT.replace("@", "\\@").replace("\n", "\n\n")), None, "PDF"),
    ],
)
def test_content_decides_the_format(data: bytes, name: str | None, kind: str) -> None:
    resume = parse_resume(data, name)
    assert resume.parsing_metadata.format == kind
    assert name_of(resume) == "Orla Fennimore"
    assert resume.candidate_data.contact_info.email == "orla.fennimore@post.example"
    assert resume.candidate_data.work_history[0].start_date == "2019-03"


FRENCH = (
    "Hélène Müßig-Peña\nhelene@post.example\n\nFORMATION\n\nLicence de français, Université de Nîmes\n\n"
    "COMPÉTENCES\n\nGestion d’équipe – «Excel»\n"
)
PLAIN_FRENCH = FRENCH.replace("’", "'").replace("–", "-")
CZECH = "Zdeněk Dvořák\nzdenek@post.example\n\nSKILLS\n\nExcel, řízení týmu, účetnictví\n"
RUSSIAN = "Иван Петров\nivan@post.example\n\nSKILLS\n\nExcel, работа с людьми\n"
GREEK = "Γιώργος Παπαδόπουλος\ngiorgos@post.example\n\nSKILLS\n\nExcel, λογιστική\n"
UNICODE = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        *((FRENCH, encoding, "Hélène Müßig-Peña") for encoding in (*UNICODE, "cp1252", "mac-roman")),
        *(
            (FRENCH.replace("’", "'").replace("–", "-"), code, "Hélène Müßig-Peña")
            for code in ("latin-1", "cp850")
        ),
        *((CZECH, encoding, "Zdeněk Dvořák") for encoding in ("cp1250", "iso-8859-2", "utf-16")),
        *((RUSSIAN, encoding, "Иван Петров") for encoding in ("cp1251", "koi8-r")),
        (GREEK, "cp1253", "Γιώργος Παπαδόπουλος"),
    ],
)
def test_accents_survive_each_encoding(text: str, encoding: str, name: str) -> None:
    assert parse_resume(text.encode(encoding), "cv.txt").text.startswith(name)


@given(
    st.text(min_size=1, max_size=300), st.sampled_from(["utf-16", "utf-32", "utf-32-be", "cp1252", "cp850"])
)
@settings(max_examples=60, deadline=None)
def test_no_encoding_of_any_text_makes_the_parser_fail(text: str, encoding: str) -> None:
    with contextlib.suppress(ParseError):
        parse_resume(("Orla\n" + text).encode(encoding, "replace"), "cv.txt")


def test_an_open_document_is_read_with_header_table_list_and_headings() -> None:
    body = (
        "<text:p>orla@post.example"
        "<text:note><text:note-body><text:p>at home</text:p></text:note-body></text:note>"
        '<draw:frame><draw:text-box><text:p><text:a xlink:href="https://linkedin.com/in/orla">Site</text:a></text:p>'
        "</draw:text-box></draw:frame></text:p>"
        '<text:h text:outline-level="2">Work<text:s/>Experience</text:h>'
        "<table:table><table:table-row><table:table-cell><text:p>2018 - 2020</text:p></table:table-cell>"
        "<table:table-cell><text:p>Clerk</text:p><text:p>Quillfeather Ltd</text:p></table:table-cell>"
        "</table:table-row></table:table>"
        "<text:p>Skills</text:p><text:list><text:list-item><text:p>Python</text:p></text:list-item></text:list>"
        "<text:tracked-changes><text:deletion><text:p>Haskell</text:p></text:deletion></text:tracked-changes>"
    )
    resume = parse_resume(open_document(body, header="<text:p>Orla Fennimore</text:p>"))
    assert name_of(resume) == "Orla Fennimore"
    job = resume.candidate_data.work_history[0]
    assert (job.title, job.company, job.start_date) == ("Clerk", "Quillfeather Ltd", "2018")
    assert resume.candidate_data.skills == ("Python",)
    assert resume.candidate_data.contact_info.linkedin_url == "https://www.linkedin.com/in/orla"
    assert "Haskell" not in resume.text
    assert resume.text.startswith("Orla Fennimore\norla@post.example\nat home\nSite\n")


def test_rtf_letters_of_other_code_pages_and_a_name_in_the_header_are_read() -> None:
    source = (
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1\fcharset238 Arial CE;}}"
        + r"{\header\b J\u233?r\'f4me {\f1\'a3ubi\'f1ski}\par}".join(["", "", ""])
        + r'{\*\generator Secret;}{\field{\*\fldinst HYPERLINK "https://www.linkedin.com/in/jerome"}'
        r"{\fldrslt Profile}}\par jerome@post.example\par {\pict\bin4 {{{{}x\u8211\'96 "
        r"\u-10179?\u-8704?\par}"
    )
    resume = parse_resume(source.encode(), "cv.rtf")
    assert name_of(resume) == "Jérôme Łubiński"
    assert resume.text.count("Łubiński") == 1
    assert resume.text.endswith("x– \U0001f600")
    assert "Secret" not in resume.text
    assert resume.candidate_data.contact_info.linkedin_url == "https://www.linkedin.com/in/jerome"


def test_refusals_have_codes() -> None:
    assert code_of(b"", "cv.pdf") is ParseCode.EMPTY_FILE
    assert code_of(b" \r\n\t", "cv.txt") is ParseCode.EMPTY_FILE
    assert code_of(b"x" * (MAX_BYTES + 1), "cv.txt") is ParseCode.TOO_LARGE
    assert code_of(b"MZ\x90\x00" + bytes(400), "cv.pdf") is ParseCode.UNSUPPORTED_FORMAT
    assert code_of(b"\x89PNG\r\n\x1a\n" + bytes(400), "cv.pdf") is ParseCode.UNSUPPORTED_FORMAT
    assert code_of(bytes(range(256)) * 8, "cv.txt") is ParseCode.NOT_TEXT
    assert code_of(b"%PDF-1.7\nnothing that follows is a PDF", "cv.pdf") is ParseCode.CORRUPT_FILE
    assert code_of(b"PK\x03\x04 broken", "cv.docx") is ParseCode.CORRUPT_FILE
    assert code_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "cv.doc") is ParseCode.UNSUPPORTED_FORMAT


def test_a_broken_word_file_is_corrupt() -> None:
    marked = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(600)
    )
    assert code_of(marked, "cv.doc") is ParseCode.CORRUPT_FILE


def test_a_pdf_with_a_password_is_named_so() -> None:
    writer = pypdf.PdfWriter(
        clone_from=io.BytesIO(drawn_pdf([(50, 700, 12, "Orla Fennimore, Project Manager")]))
    )
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert code_of(out.getvalue(), "cv.pdf") is ParseCode.ENCRYPTED_PDF


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128"])
def test_a_pdf_that_opens_without_a_password_is_read(algorithm: str) -> None:
    writer = pypdf.PdfWriter(
        clone_from=io.BytesIO(
            drawn_pdf([(50, 700, 12, "Orla Fennimore"), (50, 680, 11, "orla@post.example")])
        )
    )
    writer.encrypt("", "owner", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    assert name_of(parse_resume(out.getvalue(), "cv.pdf")) == "Orla Fennimore"


def test_a_scan_says_what_to_do() -> None:
    scan = typst_pdf("#rect(width: 10cm, height: 12cm, fill: gray)")
    assert code_of(scan, "scan.pdf") is ParseCode.NO_TEXT


def test_two_hundred_pages_are_refused_at_once() -> None:
    page = [(50.0, 700.0, 12.0, "Orla Fennimore wrote a very long life")]
    assert code_of(drawn_pdf(*[page] * 200), "long.pdf") is ParseCode.TOO_MANY_PAGES


def test_sixty_pages_are_read() -> None:
    pages = [[(50.0, 700.0, 12.0, f"Orla Fennimore, chapter {number}")] for number in range(60)]
    assert parse_resume(drawn_pdf(*pages)).parsing_metadata.pages == 60


def test_zip_bombs_are_refused_before_and_while_inflating() -> None:
    body = paragraph("x" * 60_000_000)
    assert code_of(raw_docx(body), "bomb.docx") is ParseCode.ZIP_BOMB
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        for number in range(600):
            archive.writestr(f"word/part{number}.xml", "<a/>")
    assert code_of(out.getvalue(), "many.docx") is ParseCode.ZIP_BOMB


def test_a_zip_that_lies_about_its_size_is_no_way_out() -> None:
    data = bytearray(raw_docx(paragraph("y" * 3_000_000)))
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/document.xml"))
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert code_of(bytes(data), "liar.docx") in {ParseCode.CORRUPT_FILE, ParseCode.ZIP_BOMB}


def test_entities_are_refused() -> None:
    laughs = (
        '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&b;</w:document>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", laughs)
    assert code_of(out.getvalue(), "laughs.docx") is ParseCode.CORRUPT_FILE


def test_paths_that_lead_outside_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        archive.writestr("../../etc/passwd", "root")
    assert code_of(out.getvalue(), "slip.docx") is ParseCode.CORRUPT_FILE


def test_a_spreadsheet_is_no_resume() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    assert code_of(out.getvalue(), "cv.xlsx") is ParseCode.UNSUPPORTED_FORMAT


def test_decomposed_names_come_out_composed() -> None:
    decomposed = "Zoe\u0308 Nun\u0303ez\nzoe@post.example\n\nSKILLS\n\nPython\n"
    assert name_of(parsed(decomposed)) == "Zoë Nuñez"


@given(
    st.binary(max_size=2000),
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"{\\rtf1 ", b"<html>", b"\xff\xfe"]),
)
@settings(max_examples=150, deadline=None)
def test_any_bytes_parse_or_fail_as_documented(data: bytes, start: bytes) -> None:
    try:
        resume = parse_resume(start + data, "cv.bin")
    except ParseError:
        return
    assert 0.0 <= resume.parsing_metadata.overall_confidence <= 1.0


@given(st.text(max_size=1500))
@settings(max_examples=150, deadline=None)
def test_any_text_parses_or_fails_as_documented(text: str) -> None:
    try:
        resume = parse_resume(text.encode("utf-8", "replace"), "cv.txt")
    except ParseError:
        return
    for receipt in resume.receipts.values():
        if receipt.start is not None and receipt.end is not None:
            assert 0 <= receipt.start <= receipt.end <= len(resume.text)


@pytest.mark.parametrize(
    "text", ["a" * 60_000, "2019 - " * 9_000, "a.b@" * 15_000, "(" * 30_000, "Bachelor of " * 5_000]
)
def test_a_line_without_end_costs_no_more_than_its_length(text: str) -> None:
    head = "Jane Roe\njane@post.example\n\nEDUCATION\n\n"
    before = time.process_time()
    resume = parse_resume((head + text).encode(), "cv.txt")
    # Measured 0.1-0.4 s; before lines were cut, minutes.
    assert time.process_time() - before < 5
    assert resume.candidate_data.contact_info.last_name == "Roe"
    assert max(map(len, resume.text.splitlines())) <= 600
