"""DOCX: text is found wherever Word keeps it."""

from __future__ import annotations

from ats_core.parser import parse_resume
from tests.parser.builders import W, paragraph, python_docx, raw_docx, saved

BOX = (
    '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<mc:Choice><w:drawing><w:txbxContent>{inside}</w:txbxContent></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>"
)


def test_a_name_in_the_header_is_found() -> None:
    document = python_docx()
    document.sections[0].header.paragraphs[0].text = "Solveig Aanensen"
    document.add_paragraph("solveig@post.example")
    document.add_heading("Work Experience", 1)
    document.add_paragraph("Nurse, Fjord Clinic, 2015 - 2019")
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    contact = parse_resume(saved(document), "cv.docx").candidate_data.contact_info
    assert (contact.first_name, contact.last_name) == ("Solveig", "Aanensen")


def test_table_columns_are_read_as_entries() -> None:
    document = python_docx()
    document.add_paragraph("Pilar Echeverri\npilar@correo.example")
    document.add_heading("Experiencia laboral", 1)
    table = document.add_table(rows=0, cols=2)
    for dates, title, company in (
        ("2018 - Actualidad", "Contable", "Aceites Montoro S.L."),
        ("2014 - 2018", "Auxiliar administrativa", "Gestoría Albar S.L."),
    ):
        cells = table.add_row().cells
        cells[0].text = dates
        cells[1].text = title
        cells[1].add_paragraph(company)
    jobs = parse_resume(saved(document), "cv.docx").candidate_data.work_history
    assert [(job.title, job.company, job.start_date) for job in jobs] == [
        ("Contable", "Aceites Montoro S.L.", "2018"),
        ("Auxiliar administrativa", "Gestoría Albar S.L.", "2014"),
    ]


def test_a_page_laid_out_as_a_table_is_read_column_by_column() -> None:
    document = python_docx()
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text = "Kontakt"
    for text in ("h.brinkmann@post.example", "0151 23456789", "Kenntnisse", "SAP", "Excel", "Buchhaltung"):
        cells[0].add_paragraph(text)
    cells[1].text = "Henrike Brinkmann"
    for text in (
        "Berufserfahrung",
        "Buchhalterin",
        "Kornmarkt AG",
        "2016 - heute",
        "Ausbildung",
        "Abitur",
        "2008",
    ):
        cells[1].add_paragraph(text)
    data = parse_resume(saved(document), "cv.docx").candidate_data
    assert (data.contact_info.first_name, data.contact_info.last_name) == ("Henrike", "Brinkmann")
    assert data.contact_info.phone == "+4915123456789"
    assert (data.work_history[0].title, data.work_history[0].company) == ("Buchhalterin", "Kornmarkt AG")
    assert "Buchhaltung" in " ".join(detail.raw for detail in parse_resume(saved(document)).skill_details)


def test_a_text_box_is_read_once_and_deletions_never() -> None:
    body = (
        paragraph("Tamsin Holloway")
        + BOX.format(inside=paragraph("tamsin@post.example"))
        + "<w:p><w:del><w:r><w:delText>Secret Agent</w:delText></w:r></w:del>"
        + "<w:r><w:t>Kept text</w:t></w:r></w:p>"
        + f"<w:sdt><w:sdtContent>{paragraph('SKILLS')}{paragraph('Excel, Word')}</w:sdtContent></w:sdt>"
    )
    resume = parse_resume(raw_docx(body), "cv.docx")
    assert resume.text.count("tamsin@post.example") == 1
    assert "Secret" not in resume.text
    assert "Kept text" in resume.text
    assert len(resume.candidate_data.skills) == 2


def test_copies_of_one_header_count_once() -> None:
    header = f'<w:hdr xmlns:w="{W}">{paragraph("Ansgar Voss")}</w:hdr>'
    body = paragraph("ansgar@post.example") + paragraph("SKILLS") + paragraph("Excel")
    resume = parse_resume(raw_docx(body, header1=header, header2=header), "cv.docx")
    assert resume.text.count("Ansgar Voss") == 1
