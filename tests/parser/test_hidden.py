"""Text that nobody sees is told apart from text that only looks unusual, in each format."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_core.parser import ParsedResume, parse_resume
from ats_core.parser.hidden import contrast, hides, smuggled
from tests.parser.builders import W, open_document, painted_pdf, paragraph, parsed, raw_docx, shown

ROWS = (
    "Orla Fennimore", "orla.fennimore@post.example", "WORK EXPERIENCE",
    "Project Manager, Quillfeather Ltd, March 2019 - June 2021", "SKILLS", "Excel, Jira",
)  # fmt: skip
PAINTED_OVER = "0 g 0 590 595 9 re f 1 g 0 580 595 60 re f "
VISIBLE = "".join(shown(60, 780 - 24 * row, text) for row, text in enumerate(ROWS))
TRICK = "Kubernetes Terraform Haskell doctor at Harvard"


def secret(content: str, **more: str) -> ParsedResume:
    return parse_resume(painted_pdf(content, **more), "cv.pdf")


def check_hidden(resume: ParsedResume, reason: str) -> None:
    assert [item.reason for item in resume.hidden_text] == [reason]
    assert "Kubernetes" in resume.hidden_text[0].excerpt
    assert "Kubernetes" not in resume.text
    assert resume.candidate_data.skills == ("Excel", "Jira")
    assert resume.candidate_data.contact_info.last_name == "Fennimore"
    assert any("left out" in warning for warning in resume.parsing_metadata.warnings)


PLAIN = secret(VISIBLE)


def test_an_honest_page_has_nothing_hidden() -> None:
    assert PLAIN.hidden_text == ()
    assert PLAIN.candidate_data.skills == ("Excel", "Jira")
    assert PLAIN.candidate_data.work_history[0].company == "Quillfeather Ltd"


@pytest.mark.parametrize(
    ("reason", "content"),
    [
        ("background", VISIBLE + shown(60, 600, TRICK, ink="1 g")),
        ("background", VISIBLE + shown(60, 600, TRICK, ink="0.97 0.98 0.96 rg")),
        ("background", "0 0 0.4 rg 40 580 500 60 re f " + VISIBLE + shown(60, 600, TRICK, ink="0 0 0.4 rg")),
        ("background", PAINTED_OVER + VISIBLE + shown(60, 600, TRICK, ink="1 g")),
        ("invisible", VISIBLE + shown(60, 600, TRICK, mode=3)),
        ("tiny", VISIBLE + shown(60, 600, TRICK, size=1)),
        ("off_page", VISIBLE + shown(60, 2000, TRICK)),
        ("off_page", VISIBLE + shown(-900, 600, TRICK)),
        ("covered", VISIBLE + shown(60, 600, TRICK) + "1 g 40 580 500 60 re f"),
        ("covered", VISIBLE + shown(60, 600, TRICK) + "q 500 0 0 60 40 580 cm /Im Do Q"),
        ("clipped", "q 0 0 20 20 re W n " + shown(60, 600, TRICK) + " Q " + VISIBLE),
    ],
)  # fmt: skip
def test_text_without_a_trace_on_the_page_is_left_out(reason: str, content: str) -> None:
    resume = secret(content)
    check_hidden(resume, reason)
    assert resume.candidate_data == PLAIN.candidate_data
    assert resume.text == PLAIN.text
    assert resume.hidden_text[0].page == 1


def test_text_of_no_opacity_is_left_out() -> None:
    state = "/ExtGState<</G0<</ca 0>>>>"
    resume = secret(VISIBLE + "q /G0 gs " + shown(60, 600, TRICK) + "Q", resources=state)
    check_hidden(resume, "background")


def test_text_inside_a_form_is_looked_at_too() -> None:
    inner = shown(0, 0, TRICK, ink="1 g").encode()
    form = (
        b"<</Type/XObject/Subtype/Form/BBox[0 -10 500 40]/Resources<</Font<</F1 5 0 R>>>>/Length %d>>"
        b"stream\n%s\nendstream" % (len(inner), inner)
    )
    pdf = painted_pdf(VISIBLE + "q 1 0 0 1 60 600 cm /Fm Do Q", more=(form,))
    resume = parse_resume(pdf.replace(b"/Im 7 0 R", b"/Im 7 0 R/Fm 8 0 R"))
    check_hidden(resume, "background")


def test_a_layer_that_is_switched_off_is_left_out() -> None:
    pdf = painted_pdf(
        VISIBLE + "/OC /Off BDC " + shown(60, 600, TRICK) + "EMC",
        resources="/Properties<</Off 8 0 R>>",
        more=(b"<</Type/OCG/Name(x)>>",),
    ).replace(b"/Pages 2 0 R>>", b"/Pages 2 0 R/OCProperties<</OCGs[8 0 R]/D<</OFF[8 0 R]>>>>>>")
    check_hidden(parse_resume(pdf), "marked")


@pytest.mark.parametrize(
    "content",
    [
        "0.1 0.2 0.4 rg 0 570 595 80 re f " + shown(60, 600, TRICK, ink="1 g"),
        "q 595 0 0 80 0 570 cm /Im Do Q " + shown(60, 600, TRICK, ink="1 g"),
        "0.1 0.2 0.4 rg 0 0 595 842 re f 1 g 0 660 595 182 re f " + shown(60, 600, TRICK, ink="1 g"),
        shown(60, 600, TRICK, ink="0.75 g"),
        shown(60, 600, TRICK, size=5),
        "0.9 0.95 1 rg 40 580 500 60 re f " + shown(60, 600, TRICK, ink="0.2 g"),
        "0.2 0.5 0.3 rg 300 640 m 0 560 l 590 560 l f " + shown(220, 590, TRICK, ink="1 g"),
    ],
    ids=["band", "picture", "sidebar", "grey", "small", "tint", "triangle"],
)
def test_text_that_people_can_read_stays(content: str) -> None:
    resume = secret(content + VISIBLE)
    assert resume.hidden_text == ()
    assert TRICK in resume.text


def test_the_text_layer_of_a_scan_counts_if_the_page_has_no_other_text() -> None:
    picture = "q 595 0 0 842 0 0 cm /Im Do Q "
    layer = "".join(shown(60, 780 - 24 * row, text, mode=3) for row, text in enumerate(ROWS))
    resume = secret(picture + layer)
    assert resume.candidate_data == PLAIN.candidate_data
    assert any("text layer" in warning for warning in resume.parsing_metadata.warnings)
    resume = secret(picture + VISIBLE + shown(60, 600, TRICK, mode=3))
    check_hidden(resume, "invisible")


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_as_it_is_shown(turn: int) -> None:
    matrix = {90: "0 1 -1 0 595 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 842"}[turn]
    content = f"q {matrix} cm " + "".join(
        shown(60, 500 - 24 * row, text) for row, text in enumerate(ROWS)
    ) + shown(60, 300, TRICK, ink="1 g") + "Q"  # fmt: skip
    resume = secret(content, page=f"/Rotate {turn}")
    check_hidden(resume, "background")
    assert resume.text == PLAIN.text
    receipt = resume.receipts["contact_info.email"]
    assert receipt.box is not None
    assert receipt.box[2] - receipt.box[0] > receipt.box[3] - receipt.box[1]


def test_the_crop_box_moves_the_corner_that_boxes_count_from() -> None:
    moved = secret(VISIBLE, page="/CropBox[50 0 595 800]").receipts["contact_info.email"].box
    still = PLAIN.receipts["contact_info.email"].box
    assert moved is not None
    assert still is not None
    assert [round(a - b) for a, b in zip(still, moved, strict=True)] == [50, 42, 50, 42]


def word(run: str = "", body: str = "", before: str = "", **parts: str) -> ParsedResume:
    """A DOCX with the trick in a run of these properties after the visible rows."""
    rows = "".join(paragraph(row) for row in ROWS)
    trick = body or f"<w:p><w:r><w:rPr>{run}</w:rPr><w:t>{TRICK}</w:t></w:r></w:p>"
    return parse_resume(raw_docx(before + rows + trick, **parts), "cv.docx")


STYLE = (
    f'<w:styles xmlns:w="{W}"><w:style w:type="character" w:styleId="Ghost"><w:rPr><w:color w:val="FFFFFF"/>'
    '</w:rPr></w:style><w:style w:type="character" w:styleId="Son"><w:basedOn w:val="Ghost"/></w:style>'
    "</w:styles>"
)
CELL = (
    "<w:tbl><w:tr><w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:rPr>{}</w:rPr><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    "</w:tbl>"
)
BLACK_CELL = CELL.format('<w:shd w:val="clear" w:fill="000000"/>', '<w:color w:val="000000"/>', TRICK)
HIDDEN_ROW = f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{paragraph(TRICK)}</w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("reason", "resume"),
    [
        ("marked", word("<w:vanish/>")),
        ("background", word('<w:color w:val="FFFFFF"/>')),
        ("background", word('<w:color w:val="FEFEFE" w:themeColor="background1"/>')),
        ("background", word('<w:rStyle w:val="Son"/>', styles=STYLE)),
        ("background", word('<w:color w:val="1F3864"/><w:shd w:val="clear" w:fill="1F3864"/>')),
        ("background", word(body=BLACK_CELL)),
        ("tiny", word('<w:sz w:val="2"/>')),
        ("marked", word(body=HIDDEN_ROW)),
    ],
)  # fmt: skip
def test_word_text_that_nobody_sees_is_left_out(reason: str, resume: ParsedResume) -> None:
    check_hidden(resume, reason)
    assert resume.candidate_data == word(body="<w:p/>").candidate_data
    assert resume.text == word(body="<w:p/>").text


SHAPE = (
    '<w:p><w:r><w:drawing><wp:anchor xmlns:wp="wp" behindDoc="1"><wp:extent cx="2500000" cy="9000000"/>'
    '<wps:wsp xmlns:wps="wps"><wps:spPr><a:solidFill xmlns:a="a"><a:srgbClr val="203040"/></a:solidFill>'
    "</wps:spPr>{}</wps:wsp></wp:anchor></w:drawing></w:r></w:p>"
)
WHITE_RUN = f'<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>{TRICK}</w:t></w:r></w:p>'


@pytest.mark.parametrize(
    "resume",
    [
        word('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>'),
        word('<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>'),
        word('<w:vanish w:val="0"/><w:color w:val="auto"/>'),
        word(body=CELL.format('<w:shd w:val="clear" w:fill="204060"/>', '<w:color w:val="FFFFFF"/>', TRICK)),
        word(body=SHAPE.format(f"<wps:txbx><w:txbxContent>{WHITE_RUN}</w:txbxContent></wps:txbx>")),
        word(body=WHITE_RUN, before=SHAPE.format("")),
        word('<w:sz w:val="10"/>'),
    ],
    ids=["shaded", "highlight", "off", "cell", "box", "shape behind", "small"],
)
def test_word_text_that_people_can_read_stays(resume: ParsedResume) -> None:
    assert resume.hidden_text == ()
    assert TRICK in resume.text


def page(trick: str, style: str = "") -> ParsedResume:
    """A web page with the trick after the visible rows."""
    rows = "".join(f"<p>{row}</p>" for row in ROWS)
    return parse_resume(f"<html><head><style>{style}</style><body>{rows}{trick}".encode(), "cv.html")


@pytest.mark.parametrize(
    ("reason", "resume"),
    [
        ("marked", page(f'<p style="display: none">{TRICK}</p>')),
        ("marked", page(f"<div hidden><p>{TRICK}</p></div>")),
        ("marked", page(f'<p class="x y">{TRICK}</p>', "p.y { visibility: hidden }")),
        ("marked", page(f'<div id="d"><b>{TRICK}</b></div>', "#d > b, i { display:none !important; }")),
        ("background", page(f'<p style="color:#fff">{TRICK}</p>')),
        ("background", page(f'<p style="color: rgb(255, 255, 255)">{TRICK}</p>')),
        (
            "background",
            page(f'<div style="background:#203040"><span style="color:#213040">{TRICK}</span></div>'),
        ),
        ("background", page(f'<p style="opacity:0">{TRICK}</p>')),
        ("background", page(f'<font color="white">{TRICK}</font>')),
        ("tiny", page(f'<p style="font-size:1px">{TRICK}</p>')),
        ("tiny", page(f'<p style="font-size:0">{TRICK}</p>')),
        ("off_page", page(f'<p style="position:absolute;left:-9999px">{TRICK}</p>')),
        ("off_page", page(f'<p style="text-indent:-5000px">{TRICK}</p>')),
        ("clipped", page(f'<div style="height:0;overflow:hidden">{TRICK}</div>')),
    ],
)
def test_text_that_a_browser_does_not_show_is_left_out(reason: str, resume: ParsedResume) -> None:
    check_hidden(resume, reason)
    assert resume.candidate_data == page("").candidate_data
    assert resume.text == page("").text


@pytest.mark.parametrize(
    "resume",
    [
        page(f'<div style="background:navy"><p style="color:white">{TRICK}</p></div>'),
        page(f'<div class="side"><p>{TRICK}</p></div>', ".side { background: #123; color: #fff }"),
        page(f'<p class="a">{TRICK}</p>', "@media print { .a { display: none } } .a:hover { display: none }"),
        page(f'<p style="color:#fff;background:linear-gradient(red, blue)">{TRICK}</p>'),
        page(f'<p style="display:none">x<div>{TRICK}</div>'),
        page(f'<p style="font-size:.6em">{TRICK}</p>'),
    ],
    ids=["navy", "class", "print", "gradient", "closed by a block", "small"],
)
def test_text_that_a_browser_shows_stays(resume: ParsedResume) -> None:
    assert resume.hidden_text == ()
    assert TRICK in resume.text


def rtf(trick: str) -> ParsedResume:
    """An RTF with the trick after the visible rows; colour 1 is white, 2 navy, 3 black."""
    colours = r"{\colortbl;\red255\green255\blue255;\red0\green0\blue96;\red0\green0\blue0;}"
    rows = "".join(rf"{row}\par " for row in ROWS)
    return parse_resume((r"{\rtf1\ansi " + colours + r"\fs22 " + rows + trick + r"\par}").encode(), "cv.rtf")


@pytest.mark.parametrize(
    ("reason", "trick"),
    [
        ("marked", rf"{{\v {TRICK}}}"),
        ("marked", rf"\v {TRICK}\v0 "),
        ("background", rf"{{\cf1 {TRICK}}}"),
        ("background", rf"{{\cf2\highlight2 {TRICK}}}"),
        ("tiny", rf"{{\fs2 {TRICK}}}"),
    ],
)
def test_rtf_text_that_nobody_sees_is_left_out(reason: str, trick: str) -> None:
    check_hidden(rtf(trick), reason)
    assert rtf(trick).candidate_data == rtf("").candidate_data
    assert rtf(trick).text == rtf("").text


@pytest.mark.parametrize(
    "trick", [rf"{{\cf1\highlight2 {TRICK}}}", rf"{{\v\v0\fs10 {TRICK}}}", rf"{{\cf3 {TRICK}}}"]
)
def test_rtf_text_that_people_can_read_stays(trick: str) -> None:
    assert rtf(trick).hidden_text == ()
    assert TRICK in rtf(trick).text


def odt(style: str = "", trick: str = "") -> ParsedResume:
    """An ODT with the trick in text of these properties after the visible rows."""
    rows = "".join(f"<text:p>{row}</text:p>" for row in ROWS)
    sheet = f'<style:style style:name="T" style:family="text"><style:text-properties {style}/></style:style>'
    trick = trick or f'<text:p><text:span text:style-name="T">{TRICK}</text:span></text:p>'
    return parse_resume(open_document(rows + trick, sheet), "cv.odt")


@pytest.mark.parametrize(
    ("reason", "resume"),
    [
        ("marked", odt('text:display="none"')),
        ("background", odt('fo:color="#ffffff"')),
        ("background", odt('fo:color="#101010" fo:background-color="#101010"')),
        ("tiny", odt('fo:font-size="1pt"')),
        ("marked", odt(trick=f'<text:section text:display="none"><text:p>{TRICK}</text:p></text:section>')),
        ("off_page", odt(trick=f'<text:p><draw:frame svg:x="-90cm"><draw:text-box><text:p>{TRICK}</text:p>'
                               "</draw:text-box></draw:frame></text:p>")),
    ],
)  # fmt: skip
def test_open_document_text_that_nobody_sees_is_left_out(reason: str, resume: ParsedResume) -> None:
    check_hidden(resume, reason)
    assert resume.candidate_data == odt(trick="<text:p/>").candidate_data
    assert resume.text == odt(trick="<text:p/>").text


def test_open_document_text_that_people_can_read_stays() -> None:
    for style in (
        'fo:color="#ffffff" fo:background-color="#000080"',
        'fo:font-size="6pt"',
        'text:display="true"',
    ):
        assert odt(style).hidden_text == ()
        assert TRICK in odt(style).text


def tagged(text: str) -> str:
    return "".join(chr(0xE0000 + ord(letter)) for letter in text)


def test_letters_that_hide_in_letters_are_told() -> None:
    text = "Orla Fennimore\norla@post.example\n+44 20 79\u200b46 0321\n\nSKILLS\n\nExcel" + tagged(TRICK)
    resume = parsed(text)
    assert [item.reason for item in resume.hidden_text] == ["zero_width", "zero_width"]
    assert {item.excerpt for item in resume.hidden_text} == {TRICK, "in the number 7946"}
    assert resume.candidate_data.contact_info.phone == "+442079460321"
    assert resume.text == parsed(text.replace("\u200b", "").replace(tagged(TRICK), "")).text


def test_a_line_that_is_turned_around_is_told() -> None:
    found, text = smuggled("mail \u202eelpmaxe.tsop@alro\u202c today")
    assert [reason.value for reason, _ in found] == ["reversed"]
    assert "\u202e" not in text


def test_zero_width_letters_of_common_use_are_no_trick() -> None:
    flag = "\U0001f3f4" + tagged("gbeng") + "\U000e007f"
    for text in ("Micro\u200bsoft Ex\u00adcel", f"{flag} England", "می\u200cخواهم", "\u2067עברית\u2069"):
        assert smuggled(text)[0] == []


@given(st.tuples(*[st.integers(0, 255)] * 3), st.tuples(*[st.integers(0, 255)] * 3))
def test_contrast_is_the_same_both_ways(one: tuple[int, int, int], other: tuple[int, int, int]) -> None:
    assert contrast(one, other) == pytest.approx(contrast(other, one))
    assert 1.0 <= contrast(one, other) <= 21.01
    assert hides(one, one)
    assert hides(one, other) == hides(other, one)
