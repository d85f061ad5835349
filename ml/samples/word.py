"""Résumés as DOCX (python-docx) and, through LibreOffice, as DOC."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from ml.samples.labels import HEADINGS, contact_lines, personal_rows, study_dates, study_line, work_dates
from ml.samples.model import Education, Resume, Work

LAYOUTS = {"headings": "one-column", "header": "one-column", "textbox": "one-column", "table": "table"}
_EPOCH = datetime(2026, 1, 1)
_TEXTBOX = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
    '<v:shape style="width:440pt;height:140pt" type="#_x0000_t202"><v:textbox><w:txbxContent>'
    "{paragraphs}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def docx(resume: Resume) -> bytes:
    """The document; the same bytes for the same résumé and the same python-docx."""
    import docx as python_docx

    document = python_docx.Document()
    _dated(document, resume)
    _head(document, resume)
    _body(document, resume)
    buffer = io.BytesIO()
    document.save(buffer)
    return _without_clock(buffer.getvalue())


def _dated(document: Any, resume: Resume) -> None:
    properties = document.core_properties
    properties.author, properties.title, properties.comments = resume.contact.name, resume.contact.name, ""
    properties.created = properties.modified = properties.last_printed = _EPOCH


def _without_clock(document: bytes) -> bytes:
    """The same zip with all its entries dated alike."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(document)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            dated = zipfile.ZipInfo(entry.filename, (2026, 1, 1, 0, 0, 0))
            new.writestr(dated, old.read(entry), compress_type=zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _head(document: Any, resume: Resume) -> None:
    if resume.template == "header":
        header = document.sections[0].header
        header.paragraphs[0].text = resume.contact.name
        header.add_paragraph("  |  ".join(contact_lines(resume)))
        document.add_heading(resume.headline, level=1)
    elif resume.template == "textbox":
        document.add_paragraph()._p.append(
            _textbox([resume.contact.name, resume.headline, *contact_lines(resume)])
        )
    elif resume.template == "table":
        document.add_heading(HEADINGS[resume.language]["title"], level=0)
        _table(document, personal_rows(resume))
    else:
        document.add_heading(resume.contact.name, level=0)
        document.add_paragraph(resume.headline)
        document.add_paragraph(" | ".join(contact_lines(resume)))


def _textbox(lines: list[str]) -> Any:
    from xml.sax.saxutils import escape

    from docx.oxml import parse_xml

    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    return parse_xml(_TEXTBOX.format(paragraphs=paragraphs))


def _body(document: Any, resume: Resume) -> None:
    headings = HEADINGS[resume.language]
    document.add_heading(headings["summary"], level=1)
    document.add_paragraph(resume.summary)
    document.add_heading(headings["work"], level=1)
    _works(document, resume)
    document.add_heading(headings["education"], level=1)
    _studies(document, resume)
    document.add_heading(headings["skills"], level=1)
    if resume.template == "table":
        _table(document, [(g.label, ", ".join(g.items)) for g in resume.skills])
    else:
        for group in resume.skills:
            document.add_paragraph(f"{group.label}: {', '.join(group.items)}")
    if resume.certifications:
        document.add_heading(headings["certifications"], level=1)
        for certification in resume.certifications:
            document.add_paragraph(certification, style="List Bullet")
    if resume.languages:
        document.add_heading(headings["languages"], level=1)
        document.add_paragraph(", ".join(resume.languages))


def _works(document: Any, resume: Resume) -> None:
    if resume.template == "table":
        rows = [(work_dates(w, resume.language), _work_cell(w)) for w in resume.work]
        _table(document, rows)
        return
    for work in resume.work:
        document.add_paragraph().add_run(f"{work.title}, {work.company}").bold = True
        document.add_paragraph(f"{work_dates(work, resume.language)}, {work.place}")
        for bullet in work.bullets:
            document.add_paragraph(bullet, style="List Bullet")


def _work_cell(work: Work) -> str:
    return "\n".join([work.title, f"{work.company}, {work.place}", *(f"• {b}" for b in work.bullets)])


def _studies(document: Any, resume: Resume) -> None:
    if resume.template == "table":
        _table(document, [(study_dates(e), _study_cell(e, resume.language)) for e in resume.education])
        return
    for study in resume.education:
        document.add_paragraph().add_run(study_line(study, resume.language)).bold = True
        document.add_paragraph(f"{study.institution}, {study_dates(study)}")


def _study_cell(study: Education, language: str) -> str:
    return f"{study_line(study, language)}\n{study.institution}"


def _table(document: Any, rows: list[tuple[str, str]]) -> None:
    from docx.shared import Cm

    table = document.add_table(rows=0, cols=2)
    table.autofit = False
    table.columns[0].width, table.columns[1].width = Cm(4.2), Cm(12)
    for left, right in rows:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = left, right
        cells[0].width, cells[1].width = Cm(4.2), Cm(12)


def office() -> str | None:
    """LibreOffice's command, or None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def doc(resume: Resume, command: str) -> bytes:
    """The DOCX converted to Word 97 by LibreOffice's `command`."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{resume.stem}.docx"
        source.write_bytes(docx(resume))
        subprocess.run(
            [
                command,
                "--headless",
                f"-env:UserInstallation=file://{folder}/profile",
                "--convert-to",
                "doc:MS Word 97",
                "--outdir",
                folder,
                str(source),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        return source.with_suffix(".doc").read_bytes()
