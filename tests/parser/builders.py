"""Documents that the parser's tests make themselves. All people and firms in them are invented."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pypdf
import typst

from ats_core.parser import ParsedResume, parse_resume

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def typst_pdf(source: str) -> bytes:
    """A PDF set by typst."""
    compiled: Any = typst.compile(source.encode())
    return bytes(compiled)


def drawn_pdf(*pages: list[tuple[float, float, float, str]], links: tuple[str, ...] = ()) -> bytes:
    """A PDF that draws texts (x, y from the bottom, size, text) in this order; links lie on page one."""
    annotations = "".join(
        f"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI({link})>>>>" for link in links
    )
    objects: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    kids = []
    for number, page in enumerate(pages):
        stream = b"".join(
            b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (size, x, y, _escaped(text))
            for x, y, size, text in page
        )
        kids.append(f"{len(objects) + 1} 0 R")
        extra = f"/Annots[{annotations}]" if links and number == 0 else ""
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {len(objects) + 2} 0 R{extra}>>".encode()
        )
        objects.append(b"<</Length %d>>stream\n%sendstream" % (len(stream), stream))
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(kids)}]>>".encode()
    return _assembled(objects)


def painted_pdf(content: str, *, page: str = "", resources: str = "", more: tuple[bytes, ...] = ()) -> bytes:
    """A PDF of one page with this content stream: fonts F1 (regular), F2 (bold), a grey picture /Im.

    `page` is added to the page's dictionary, `resources` to its resources, `more` are objects from number 8.
    """
    stream = content.encode("latin-1")
    font = "<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R{page}/Resources<<"
        f"/Font<</F1 5 0 R/F2 6 0 R>>/XObject<</Im 7 0 R>>{resources}>>>>".encode(),
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        (font % "Helvetica").encode(),
        (font % "Helvetica-Bold").encode(),
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
        b"stream\n\xc0\nendstream",
        *more,
    ]
    return _assembled(objects)


def shown(x: float, y: float, text: str, size: float = 11, ink: str = "0 g", mode: int = 0) -> str:
    """Operators that show a line of text; `ink` sets its colour, `mode` 3 shows nothing."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"q {ink} BT /F1 {size:g} Tf {mode} Tr 1 0 0 1 {x:g} {y:g} Tm ({escaped}) Tj ET Q\n"


def _escaped(text: str) -> bytes:
    return text.encode("latin-1").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _assembled(objects: list[bytes]) -> bytes:
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


def raw_docx(body: str, **parts: str) -> bytes:
    """A DOCX with this XML inside w:body; `parts` are further parts, "header1" being word/header1.xml."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", xml)
    return out.getvalue()


_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
) + ' xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip


def open_document(body: str, styles: str = "", *, header: str = "", flat: bool = False) -> bytes:
    """An ODT with this XML inside office:text; `styles` are automatic, `header` stands in its page style."""
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    master = (
        f"<office:master-styles><style:master-page><style:header>{header}</style:header></style:master-page>"
        "</office:master-styles>"
    )
    if flat:
        parts = automatic + master + text
        return f'<?xml version="1.0"?><office:document {_ODF}>{parts}</office:document>'.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("styles.xml", f"<office:document-styles {_ODF}>{master}</office:document-styles>")
        archive.writestr(
            "content.xml", f"<office:document-content {_ODF}>{automatic}{text}</office:document-content>"
        )
    return out.getvalue()


def paragraph(text: str) -> str:
    """A w:p with one run."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def python_docx() -> Any:
    """An empty python-docx document."""
    import docx

    return docx.Document()


def saved(document: Any) -> bytes:
    """The bytes of a python-docx document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def parsed(text: str) -> ParsedResume:
    """The parse of a plain text résumé."""
    return parse_resume(text.encode(), "resume.txt")


def with_attachment(pdf: bytes, name: str, content: bytes) -> bytes:
    """The PDF with a file attached."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    writer.add_attachment(name, content)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
