"""Profiles that LinkedIn saved as PDF are known by their layout and read exactly."""

from __future__ import annotations

from datetime import date

import pytest

from ats_core.parser import ParsedResume, parse_resume
from tests.parser.builders import typst_pdf

PAGE = """
#set page(width: 612pt, height: 792pt, margin: (bottom: 40pt, rest: 0pt),
  background: place(rect(width: 200pt, height: 792pt, fill: rgb("293e49"))),
  footer: align(center, text(size: 9pt)[
    {page} #context counter(page).display() {of} #context counter(page).final().first()]))
#set text(font: "Libertinus Serif", size: 10.5pt)
#set par(leading: 0.35em, spacing: 9pt)
#let head(t) = text(size: 13pt, fill: white)[#t]
#let section(t) = {{ v(14pt); text(size: 15.75pt)[#t]; v(2pt) }}
#let firm(t) = block(above: 12pt, below: 5pt, text(size: 12pt)[#t])
#let job(t) = block(above: 6pt, below: 5pt, text(size: 11.5pt)[#t])
#let row(t) = block(above: 4pt, below: 4pt, text(size: 10.5pt)[#t])
#place(dx: 24pt, dy: 40pt, box(width: 160pt, {{ set text(fill: white); {aside} }}))
#pad(left: 224pt, right: 30pt, top: 40pt, [{main}])
"""


def saved(aside: str, main: str, words: tuple[str, str] = ("Page", "of")) -> ParsedResume:
    source = PAGE.format(aside=aside, main=main, page=words[0], of=words[1])
    return parse_resume(typst_pdf(source), "Profile.pdf", today=date(2024, 3, 31))


ASIDE = """
[#head[Contact] \\
  07700900123 (Mobile)

  orla.fennimore\\@post.example

  www.linkedin.com/in/orla-fennimore-7b1 (LinkedIn)

  orla.example (Personal)

  #v(12pt) #head[Top Skills] \\
  Stakeholder Management

  Jira

  Microsoft Excel

  #v(12pt) #head[Languages] \\
  English (Native or Bilingual)

  Welsh (Elementary)

  #v(12pt) #head[Certifications] \\
  PRINCE2 Practitioner

  Certified Scrum Product Owner for Larger Teams]
"""
MAIN = """
#text(size: 26pt)[Orla Fennimore]
#row[Project manager who plans what others build]
#row[Bath, England, United Kingdom]
#section[Summary]
Plans what others build, in 2 countries.
#section[Experience]
#firm[Quillfeather Ltd]
#job[Senior Project Manager]
#row[January 2019 - Present (5 years 3 months)]
#row[Bristol, United Kingdom]
#v(6pt)
Ran the programme office of two sites.
#firm[Mossgate plc]
#row[4 years 2 months]
#job[Project Manager]
#row[March 2017 - December 2018 (1 year 10 months)]
#row[Leeds, England, United Kingdom]
#job[Office Clerk]
#row[November 2014 - February 2017 (2 years 4 months)]
#section[Education]
#firm[University of Bath]
#row[Bachelor of Science - BSc, Mathematics · (2011 - 2014)]
#firm[Hay Abbey College]
#row[A-Levels, Physics · (2009 - 2011)]
"""


def test_every_value_of_a_saved_profile_is_read() -> None:
    resume = saved(ASIDE, MAIN)
    person, contact = resume.candidate_data, resume.candidate_data.contact_info
    assert (contact.first_name, contact.last_name) == ("Orla", "Fennimore")
    assert contact.email == "orla.fennimore@post.example"
    assert contact.phone == "+447700900123"
    assert contact.linkedin_url == "https://www.linkedin.com/in/orla-fennimore-7b1"
    assert contact.portfolio_url == "https://orla.example"
    assert contact.location == "Bath, England, United Kingdom"
    assert [
        (job.title, job.company, job.location, job.start_date, job.end_date, job.current)
        for job in person.work_history
    ] == [
        ("Senior Project Manager", "Quillfeather Ltd", "Bristol, United Kingdom", "2019-01", None, True),
        ("Project Manager", "Mossgate plc", "Leeds, England, United Kingdom", "2017-03", "2018-12", False),
        ("Office Clerk", "Mossgate plc", None, "2014-11", "2017-02", False),
    ]
    assert person.work_history[0].description == "Ran the programme office of two sites."
    assert [
        (s.degree, s.field, s.institution, s.start_date, s.graduation_year) for s in person.education
    ] == [
        ("Bachelor of Science - BSc", "Mathematics", "University of Bath", "2011", 2014),
        ("A-Levels", "Physics", "Hay Abbey College", "2009", 2011),
    ]
    assert person.skills == ("Stakeholder management", "Jira", "Microsoft Excel")
    assert person.languages == ("English", "Welsh")
    assert person.certifications == ("PRINCE2 Practitioner", "Certified Scrum Product Owner for Larger Teams")
    receipt = resume.receipts["work_history[1].company"]
    assert (receipt.found_by, receipt.page, receipt.raw) == ("linkedin-layout", 1, "Mossgate plc")
    assert resume.hidden_text == ()
    assert "Office Clerk" in resume.text


@pytest.mark.parametrize(
    ("language", "words", "names"),
    [
        (
            "es",
            ("Página", "de"),
            ("Contactar", "Aptitudes principales", "Idiomas", "Experiencia", "Educación", "Actualidad"),
        ),
        (
            "pt",
            ("Page", "of"),
            (
                "Contato",
                "Principais competências",
                "Idiomas",
                "Experiência",
                "Formação acadêmica",
                "Presente",
            ),
        ),
        (
            "fr",
            ("Page", "of"),
            ("Coordonnées", "Principales compétences", "Languages", "Expérience", "Formation", "Present"),
        ),
        (
            "de",
            ("Seite", "von"),
            ("Kontakt", "Top-Kenntnisse", "Sprachen", "Berufserfahrung", "Ausbildung", "Present"),
        ),
    ],
)
def test_it_is_so_in_the_other_languages(
    language: str, words: tuple[str, str], names: tuple[str, ...]
) -> None:
    aside, main = ASIDE, MAIN
    for old, new in zip(("Contact]", "Top Skills]", "Languages]"), names, strict=False):
        aside = aside.replace(f"[{old}", f"[{new}]")
    main = main.replace("[Experience]", f"[{names[3]}]").replace("[Education]", f"[{names[4]}]")
    main = main.replace("Present", names[5])
    person = saved(aside, main, words).candidate_data
    assert person.skills == ("Stakeholder management", "Jira", "Microsoft Excel")
    assert [job.company for job in person.work_history] == [
        "Quillfeather Ltd",
        "Mossgate plc",
        "Mossgate plc",
    ]
    assert person.work_history[0].current
    assert person.education[0].institution == "University of Bath"


def test_a_resume_that_links_to_linkedin_is_no_saved_profile() -> None:
    resume = parse_resume(
        typst_pdf("#text(20pt)[Orla Fennimore]\n\nwww.linkedin.com/in/orla (LinkedIn)\n\n= Skills\nJira")
    )
    assert {receipt.found_by for receipt in resume.receipts.values()}.isdisjoint({"linkedin-layout"})
