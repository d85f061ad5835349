"""Reading order and line making on PDFs that are set in awkward ways."""

from __future__ import annotations

from ats_core.parser import parse_resume
from tests.parser.builders import drawn_pdf, typst_pdf

LEFT = [
    ("CONTACT", 11.0),
    ("b.thornquist@post.example", 9.0),
    ("(617) 555-0187", 9.0),
    ("Denver, CO", 9.0),
    ("SKILLS", 11.0),
    ("Excel", 9.0),
    ("SAP", 9.0),
    ("Budgeting", 9.0),
]
RIGHT = [
    ("Beatrix Thornquist", 22.0),
    ("WORK EXPERIENCE", 11.0),
    ("Cost Controller", 9.0),
    ("Pinewood Paper Inc.", 9.0),
    ("May 2018 - Present", 9.0),
    ("Watched the costs of three mills and their transport.", 9.0),
    ("EDUCATION", 11.0),
    ("Bachelor of Science in Finance", 9.0),
    ("University of Denver", 9.0),
    ("2012 - 2016", 9.0),
]


def sidebar(*, scrambled: bool) -> bytes:
    texts = [(40.0, 780.0 - 19 * row, size, text) for row, (text, size) in enumerate(LEFT)]
    texts += [(230.0, 775.0 - 23 * row, size, text) for row, (text, size) in enumerate(RIGHT)]
    if scrambled:
        texts = texts[::2][::-1] + texts[1::2]
    return drawn_pdf(texts)


def test_columns_come_out_one_after_the_other_however_they_were_drawn() -> None:
    plain, mixed = (parse_resume(sidebar(scrambled=flag)) for flag in (False, True))
    assert plain.text == mixed.text
    data = mixed.candidate_data
    assert (data.contact_info.first_name, data.contact_info.last_name) == ("Beatrix", "Thornquist")
    assert data.contact_info.email == "b.thornquist@post.example"
    assert data.contact_info.phone == "+16175550187"
    assert data.contact_info.location == "Denver, CO"
    (job,) = data.work_history
    assert (job.title, job.company, job.start_date, job.current) == (
        "Cost Controller", "Pinewood Paper Inc.", "2018-05", True,
    )  # fmt: skip
    (study,) = data.education
    assert (study.institution, study.graduation_year) == ("University of Denver", 2016)


def test_ligatures_left_as_control_bytes_are_spelt_out() -> None:
    texts = [
        (50.0, 780.0, 18.0, "Ottilie Brandvold"),
        (50.0, 740.0, 13.0, "SKILLS"),
        (50.0, 715.0, 10.0, "O\x1ece, work\x1dow, certi\x1ccates"),
    ]
    text = parse_resume(drawn_pdf(texts)).text
    assert "Office, workflow, certificates" in text


def test_dates_on_the_left_stay_with_their_job() -> None:
    source = """
#text(20pt)[Marek Dvorsky]\\ marek\\@post.example
= Berufserfahrung
#grid(columns: (3.5cm, 1fr), row-gutter: 10pt,
  [03/2019 – heute], [*Bauleiter*\\ Hochbau Lindner GmbH, Leipzig\\ • Leitung der Baustelle],
  [06/2014 – 02/2019], [*Polier*\\ Steinhaus AG, Dresden\\ • Führung der Kolonne])
= Ausbildung
#grid(columns: (3.5cm, 1fr), row-gutter: 10pt,
  [2010 – 2014], [*Diplom-Ingenieur Bauwesen*\\ Technische Universität Dresden],
  [2002 – 2010], [*Abitur*\\ Gymnasium Dresden-Plauen])
"""
    data = parse_resume(typst_pdf(source)).candidate_data
    assert [(job.title, job.company, job.start_date, job.end_date) for job in data.work_history] == [
        ("Bauleiter", "Hochbau Lindner GmbH", "2019-03", None),
        ("Polier", "Steinhaus AG", "2014-06", "2019-02"),
    ]
    assert [(study.institution, study.graduation_year) for study in data.education] == [
        ("Technische Universität Dresden", 2014),
        ("Gymnasium Dresden-Plauen", 2010),
    ]


def test_footers_between_entries_are_no_employers() -> None:
    first = [
        (50.0, 780.0, 20.0, "Ismael Corvera"),
        (50.0, 755.0, 10.0, "ismael@post.example"),
        (50.0, 720.0, 13.0, "WORK EXPERIENCE"),
        (50.0, 700.0, 10.0, "Accountant, Larchmont Trading LLC"),
        (50.0, 686.0, 10.0, "Jan 2019 - Present"),
        (50.0, 672.0, 10.0, "Closed the books of four subsidiaries every month."),
        (50.0, 30.0, 8.0, "Ismael Corvera - 1/2"),
    ]
    second = [
        (50.0, 780.0, 10.0, "Bookkeeper, Fenwick Stores LLC"),
        (50.0, 766.0, 10.0, "Mar 2015 - Dec 2018"),
        (50.0, 752.0, 10.0, "Kept the ledgers of two stores in the valley."),
        (50.0, 30.0, 8.0, "Ismael Corvera - 2/2"),
    ]
    data = parse_resume(drawn_pdf(first, second)).candidate_data
    assert [(job.title, job.company) for job in data.work_history] == [
        ("Accountant", "Larchmont Trading LLC"),
        ("Bookkeeper", "Fenwick Stores LLC"),
    ]
    assert all("1/2" not in (job.description or "") for job in data.work_history)


def test_letter_spaced_headings_are_read() -> None:
    source = """
#text(20pt)[Nils Ekstrand]\\ nils\\@post.example

#text(11pt, tracking: 3pt)[WORK EXPERIENCE]

*Warehouse Supervisor*, Northgate Logistics Ltd\\ 2016 – 2020

#text(11pt, tracking: 3pt)[EDUCATION]

High School Diploma, Lakeside High School, 2010
"""
    data = parse_resume(typst_pdf(source)).candidate_data
    assert data.work_history[0].title == "Warehouse Supervisor"
    assert data.education[0].graduation_year == 2010


def test_links_tell_what_icons_hide() -> None:
    texts = [
        (50.0, 780.0, 20.0, "Carla Oyelaran"),
        (50.0, 740.0, 12.0, "SKILLS"),
        (50.0, 720.0, 10.0, "Excel, Word"),
    ]
    links = ("mailto:carla@post.example", "https://www.linkedin.com/in/carla-oyelaran")
    contact = parse_resume(drawn_pdf(texts, links=links)).candidate_data.contact_info
    assert contact.email == "carla@post.example"
    assert contact.linkedin_url == "https://www.linkedin.com/in/carla-oyelaran"


def test_receipts_show_page_and_box() -> None:
    resume = parse_resume(sidebar(scrambled=True))
    receipt = resume.receipts["contact_info.email"]
    assert receipt.page == 1
    assert receipt.box is not None
    left, top, right, bottom = receipt.box
    assert 35 < left < 45 < right < 200
    assert 60 < top < bottom < 90
    assert receipt.start is not None
    assert resume.text[receipt.start : receipt.end] == "b.thornquist@post.example"
