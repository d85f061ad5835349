"""Europass pages of both looks are read, also where no data is attached to them."""

from __future__ import annotations

from datetime import date

import pytest

from ats_core.parser import parse_resume
from ats_core.parser.document import Line
from ats_core.parser.europasspage import europass_labels
from tests.parser.builders import typst_pdf

NEW = """
#set page(margin: 1.6cm)
#set text(size: 10pt)
#align(right, text(size: 9pt, fill: gray)[europass])
#text(size: 22pt, weight: "bold")[Orla Fennimore]

*Date of birth:* 12/05/1990 #h(1em) *Nationality:* Irish #h(1em) *Gender:* Female

*Phone number:* (+44) 2079460321 (Mobile) #h(1em) *Email address:* orla\\@post.example

*Address:* 12 Hay Street, BA1 2AA, Bath, United Kingdom (Home)
#let sec(t) = {
  v(8pt); text(size: 13pt, weight: "bold", fill: rgb("#004494"))[● #upper(t)]
  line(length: 100%, stroke: 0.4pt)
}
#sec("Work experience")
#text(fill: gray)[03/2019 – CURRENT – Bristol, United Kingdom]

*PROJECT MANAGER* – QUILLFEATHER LTD

- Ran the programme office.

#text(fill: gray)[11/2014 – 02/2019 – Leeds, United Kingdom]

*OFFICE CLERK* – MOSSGATE PLC

- Kept the books.
#sec("Education and training")
#text(fill: gray)[09/2011 – 06/2014 – Bath, United Kingdom]

*BSC MATHEMATICS* – University of Bath
#sec("Language skills")
Mother tongue(s): *English*

Other language(s): *Welsh*
#sec("Digital skills")
Microsoft Excel | Jira | Project planning
"""
OLD = """
#set page(margin: (left: 1.5cm, right: 1.5cm, top: 1.5cm))
#set text(size: 10pt)
#text(fill: rgb("#0E4194"))[Curriculum Vitae]
#v(8pt)
#let row(a, b) = grid(
  columns: (5cm, 1fr), column-gutter: 0.5cm, align(right, text(fill: rgb("#0E4194"), size: 9pt)[#a]), b)
#row([PERSONAL INFORMATION], text(size: 13pt)[Orla Fennimore])
#v(6pt)
#row([], [12 Hay Street, BA1 2AA Bath (United Kingdom)])
#row([], [+44 20 7946 0321])
#row([], [orla\\@post.example])
#row([], [Sex Female | Date of birth 12/05/1990 | Nationality Irish])
#v(10pt)
#row([WORK EXPERIENCE], line(length: 100%, stroke: 0.4pt))
#v(6pt)
#row([March 2019 – Present], [*Project manager* \\ Quillfeather Ltd, Bristol (United Kingdom) \\
  ▪ Ran the programme office. \\ #text(size: 9pt)[Business or sector Construction]])
#v(6pt)
#row([November 2014 – February 2019], [*Office clerk* \\ Mossgate plc, Leeds (United Kingdom) \\
  ▪ Kept the books.])
#v(10pt)
#row([EDUCATION AND TRAINING], line(length: 100%, stroke: 0.4pt))
#v(6pt)
#row([September 2011 – June 2014], [*BSc Mathematics* #h(1fr) EQF level 6 \\
  University of Bath, Bath (United Kingdom) \\ ▪ Algebra, statistics])
#v(10pt)
#row([PERSONAL SKILLS], line(length: 100%, stroke: 0.4pt))
#v(6pt)
#row([Mother tongue(s)], [English])
#row([Other language(s)], [Welsh])
#row([Digital skills], [▪ Microsoft Excel \\ ▪ Jira])
"""


@pytest.mark.parametrize("source", [NEW, OLD], ids=["portal", "Cedefop"])
def test_a_europass_page_is_read(source: str) -> None:
    person = parse_resume(typst_pdf(source), today=date(2024, 1, 31)).candidate_data
    contact = person.contact_info
    assert (contact.first_name, contact.last_name) == ("Orla", "Fennimore")
    assert (contact.email, contact.phone) == ("orla@post.example", "+442079460321")
    jobs = [((job.title or "").lower(), (job.company or "").lower()) for job in person.work_history]
    assert jobs == [("project manager", "quillfeather ltd"), ("office clerk", "mossgate plc")]
    dates = [(job.start_date, job.end_date, job.current) for job in person.work_history]
    assert dates == [("2019-03", None, True), ("2014-11", "2019-02", False)]
    study = person.education[0]
    assert ((study.degree or "").lower(), (study.field or "").lower()) == ("bsc", "mathematics")
    assert (study.institution or "").startswith("University of Bath")
    assert study.graduation_year == 2014
    assert person.skills[:2] == ("Microsoft Excel", "Jira")
    assert person.languages == ("English", "Welsh")


@pytest.mark.parametrize(
    ("mother", "other", "skills"),
    [
        ("Lengua(s) materna(s)", "Otros idiomas", "Competencias digitales"),
        ("Língua(s) materna(s)", "Outra(s) língua(s)", "Competências digitais"),
        ("Langue(s) maternelle(s)", "Autre(s) langue(s)", "Compétences numériques"),
        ("Muttersprache(n)", "Weitere Sprache(n)", "Digitale Kompetenzen"),
    ],
)
def test_the_labels_are_known_in_each_language(mother: str, other: str, skills: str) -> None:
    lines = [
        Line((mother, "Gaelge")), Line((f"{other}: Welsh",)), Line(("Breton", "B2 C1 B1 B1 A2")),
        Line((skills, "Jira; Excel")), Line(("Access",)),
    ]  # fmt: skip
    profile = europass_labels(lines)
    assert profile is not None
    assert profile.languages == ["Gaelge", "Welsh", "Breton"]
    assert profile.skills == ["Jira", "Excel", "Access"]
    assert europass_labels(lines[3:]) is None
