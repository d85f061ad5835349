"""Heads of jobs as people print them: run into a paragraph, in two types, with breaks and schools between."""

from __future__ import annotations

import io

import pytest
from docx import Document

from ats_core.parser import parse_resume
from ats_core.parser.doc import _FIELD_CODE
from ats_core.parser.model import ParsedResume
from tests.parser.builders import parsed

HEAD = "Ines Halbrook\nines@post.example\n\n"


def jobs(text: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    found = parsed(HEAD + text).candidate_data.work_history
    return [(job.title, job.company, job.start_date, job.end_date) for job in found]


def in_word(*paragraphs: list[tuple[str, bool]]) -> ParsedResume:
    """A Word file of paragraphs, each of runs that are bold or not."""
    document = Document()
    for runs in ([("Ines Halbrook", True)], [("ines@post.example", False)], *paragraphs):
        paragraph = document.add_paragraph()
        for text, bold in runs:
            paragraph.add_run(text).bold = bold
    out = io.BytesIO()
    document.save(out)
    return parse_resume(out.getvalue(), "cv.docx")


def test_a_change_of_type_parts_employer_and_title() -> None:
    parsed_file = in_word(
        [("Expériences", True)],
        [
            ("09.2015 - 12.2016 ", False),
            ("Atelier Numérique du Val ", True),
            ("Ingénieure de recherche", False),
        ],
        [("11.2013 - 08.2015 ", False), ("Brume et Fils ", True), ("Développeuse web", False)],
    )
    assert [(j.title, j.company, j.start_date) for j in parsed_file.candidate_data.work_history] == [
        ("Ingénieure de recherche", "Atelier Numérique du Val", "2015-09"),
        ("Développeuse web", "Brume et Fils", "2013-11"),
    ]


def test_a_word_that_leads_on_is_not_parted_from_what_follows() -> None:
    resume = in_word(
        [("Experience", True)],
        [("Head of ", True), ("Quality", False), ("\tMoorland Dairy Ltd\t2015 - 2019", False)],
    )
    (job,) = resume.candidate_data.work_history
    assert (job.title, job.company) == ("Head of Quality", "Moorland Dairy Ltd")


def test_a_paragraph_that_begins_with_its_dates_has_a_head() -> None:
    told = (
        "Coordinatrice technique; responsable de la plateforme collaborative, des ateliers avec les "
        "communes, du budget et de la formation des bénévoles dans toute la région."
    )
    text = f"Expériences\n12.2012 - 10.2013 Cap Rivage SARL, {told}\n"
    assert jobs(text) == [("Coordinatrice technique", "Cap Rivage SARL", "2012-12", "2013-10")]


def test_a_period_on_two_rows_ends_where_the_title_stands() -> None:
    text = (
        "Experiencia\nSeptiembre 2019\nNoviembre 2022 Desarrolladora web\tPapelería Alondra\n"
        "Soporte de la página.\n"
        "Abril 2017\nEnero 2018\tAuxiliar de bodega\tAlmacenes Duero\nSurtido de mercancía.\n"
    )
    assert jobs(text) == [
        ("Desarrolladora web", "Papelería Alondra", "2019-09", "2022-11"),
        ("Auxiliar de bodega", "Almacenes Duero", "2017-04", "2018-01"),
    ]


@pytest.mark.parametrize(
    ("line", "title", "company"),
    [
        ("Estágio em desenvolvimento web @Rumo Telecomunicações 09/2020 – 12/2021",
         "Estágio em desenvolvimento web", "Rumo Telecomunicações"),
        ("Network Engineer / Web Developer — Harrow Gas\nJune 2016 – Nov. 2019",
         "Network Engineer / Web Developer", "Harrow Gas"),
        ("Backend Engineer, Lumenpark.io\njul 2021 - set 2024", "Backend Engineer", "Lumenpark.io"),
        ("Staff Nurse – Emergency Department\nMid Dale Hospitals NHS Trust, Leeds • Apr 2022 – Present",
         "Staff Nurse – Emergency Department", "Mid Dale Hospitals NHS Trust"),
        ("Hollis, Inc. – Shared Services Center - Dallas, TX\nSettlement Specialist\t06/2021 – 08/2022",
         "Settlement Specialist", "Hollis, Inc. – Shared Services Center"),
        ("Prefeitura de Maricá/RJ\nAssessor de Tecnologia\tjan 2016 - ago 2016",
         "Assessor de Tecnologia", "Prefeitura de Maricá/RJ"),
    ],
)  # fmt: skip
def test_titles_and_employers_keep_what_belongs_to_them(line: str, title: str, company: str) -> None:
    assert jobs(f"Experience\n{line}\nDid this and that for them.\n")[0][:2] == (title, company)


def test_schools_between_jobs_are_education() -> None:
    data = parsed(
        HEAD + "Werdegang\n10/2016 bis 04/2021\nBachelor of Engineering\nFachhochschule Rheinau\n"
        "01/2019 bis 08/2020\nWerkstudentin\npolytrak GmbH & Co KG\n"
        "08/2010 bis 07/2013\nAusbildung zur Produktionsmechanikerin\nTextilwerk Erlen GmbH, Kleve\n"
        "07/2005 bis 07/2010\nMittlerer Schulabschluss\nKarl-Baum-Realschule, Kleve\n"
    ).candidate_data
    assert [(job.title, job.company) for job in data.work_history] == [
        ("Werkstudentin", "polytrak GmbH & Co KG")
    ]
    assert [(study.institution, study.graduation_year) for study in data.education] == [
        ("Fachhochschule Rheinau", 2021),
        ("Textilwerk Erlen GmbH", 2013),
        ("Karl-Baum-Realschule", 2010),
    ]


def test_breaks_and_unpaid_work_are_no_jobs() -> None:
    text = (
        "Expérience professionnelle\nAgente de sécurité, Vigie SA\njuil. 2023 - mars 2024\nÉvénements.\n"
        "Tour du monde, Pause personnelle\nfévr. 2023 - juin 2023\nVoyage.\n"
        "Bénévole - Les Amis du Quartier\nmars 2018 - avril 2018\nSoutien scolaire.\n"
    )
    assert [job[:2] for job in jobs(text)] == [("Agente de sécurité", "Vigie SA")]


def test_field_codes_of_word_are_not_text() -> None:
    shown = 'mail: HYPERLINK "mailto:ines@post.example" \\t "_blank"ines@post.example'
    assert _FIELD_CODE.sub("", shown) == "mail: ines@post.example"


@pytest.mark.parametrize(
    ("line", "title", "company"),
    [
        ("2020 - 2022\nGestalterin\nbei Neuhaus Moden in Fulda", "Gestalterin", "Neuhaus Moden"),
        ("Tech Lead · Mobile Engineer, Glidepath – Remote\tOct 2021 – Nov 2022",
         "Tech Lead · Mobile Engineer", "Glidepath"),
        ("2015 - 2019\tMechaniker\tAlder AG (Präzisionsmechanik / Prototypen)",
         "Mechaniker", "Alder AG (Präzisionsmechanik / Prototypen)"),
        ("🔧 Técnico de soporte\n🏢 Taller Noria SL\n📅 Abril 2022 - Junio 2023",
         "Técnico de soporte", "Taller Noria SL"),
        ("Ł Mars 2019 – Juin 2020\tChargée d’études\tBureau Vert SARL",
         "Chargée d’études", "Bureau Vert SARL"),
        ("2008 - 2009\tInvestigadora\nProyecto de la región.\nUniversidad Técnica del Sur.",
         "Investigadora", "Universidad Técnica del Sur"),
    ],
)  # fmt: skip
def test_heads_with_signs_brackets_and_prepositions(line: str, title: str, company: str) -> None:
    assert jobs(f"Experience\n{line}\n")[0][:2] == (title, company)


def test_an_entry_that_tells_nothing_by_its_words_is_read_like_the_others() -> None:
    text = (
        "Experience\nNurse\tMay 2020 - June 2022\nHollins Ltd\nCared for many.\n"
        "Cook\tMay 2018 - June 2020\nBaxter Inc\nCooked for many.\n"
        "SEO\tMay 2016 - April 2018\nUtemia\nWrote pages.\n"
    )
    assert [job[:2] for job in jobs(text)][-1] == ("SEO", "Utemia")


def test_heads_in_the_type_of_headings_are_no_headings() -> None:
    runs = [
        ("Berufserfahrung", True), ("Alder Werkzeuge", True), ("Dreherin", False), ("2020 - 2022", False),
        ("Fertigung von Teilen aller Art für den Maschinenbau in kleinen Serien.", False),
        ("Brunnen Moden", True), ("Verkäuferin", False), ("2015 - 2019", False),
        ("Beratung von Kundinnen und Kunden, Kasse und Dekoration der Schaufenster.", False),
        ("Ausbildung", True), ("Berufskolleg Erlen", True), ("Abitur", False), ("2010 - 2013", False),
    ]  # fmt: skip
    document = Document()
    for text, heading in (("Ines Halbrook", False), ("ines@post.example", False), *runs):
        document.add_paragraph(text, style="Heading 2" if heading else None)
    out = io.BytesIO()
    document.save(out)
    data = parse_resume(out.getvalue(), "cv.docx").candidate_data
    assert [(job.title, job.company) for job in data.work_history] == [
        ("Dreherin", "Alder Werkzeuge"),
        ("Verkäuferin", "Brunnen Moden"),
    ]
    assert [study.institution for study in data.education] == ["Berufskolleg Erlen"]


@pytest.mark.parametrize(
    ("line", "title", "company"),
    [
        ("Redakteurin: Hollis Verlag, Mai 2010 – November 2012, Fulda", "Redakteurin", "Hollis Verlag"),
        ("2012-2016\tNurse ------------- Hollins Care Ltd", "Nurse", "Hollins Care Ltd"),
        ("2014 - 2015\tResearch intern\nGenetics Department\nUniversity of Alba",
         "Research intern", "University of Alba"),
        ("2007 – 2009\tDreher\tAlder AG, Aadorf (Präzisionsmechanik)", "Dreher", "Alder AG"),
        ("Docente en Colegio del Río (Lugo) [Jornada parcial – Presencial]\nMarzo 2020 — Julio 2021",
         "Docente", "Colegio del Río"),
    ],
)  # fmt: skip
def test_employers_are_told_from_departments_towns_and_remarks(line: str, title: str, company: str) -> None:
    assert jobs(f"Experience\n{line}\nDid this and that for them.\n")[0][:2] == (title, company)


def test_a_form_without_dates_has_an_entry_at_each_label() -> None:
    text = (
        "Experiência\nCargo: Instrutora de informática\nEmpresa: Rumo Cursos\n"
        "Cargo: Coordenadora de programa\nEmpresa: Instituto Alva\n"
    )
    assert sorted(job[:2] for job in jobs(text)) == [
        ("Coordenadora de programa", "Instituto Alva"),
        ("Instrutora de informática", "Rumo Cursos"),
    ]


def test_a_list_without_dates_has_an_entry_a_line() -> None:
    text = (
        "Experience\n- Delivery Driver – Larch Cabs\n- Package Handler – Hollis Ground\n- Cook – Baxter Inn\n"
    )
    assert {job[:2] for job in jobs(text)} == {
        ("Delivery Driver", "Larch Cabs"),
        ("Package Handler", "Hollis Ground"),
        ("Cook", "Baxter Inn"),
    }


def test_an_employer_named_like_a_heading_is_an_employer() -> None:
    text = "Experiência profissional\nExpertise\nAnalista de qualidade | Dezembro de 2022 – Atual\nTestes.\n"
    assert jobs(text)[0][:2] == ("Analista de qualidade", "Expertise")


def test_training_among_jobs_is_education() -> None:
    data = parsed(
        HEAD + "Werdegang\n2019 - 2021\nVerkäuferin\nNeuhaus Moden GmbH\n"
        "2016 - 2019\nAusbildung als Verkäuferin\nbei Brunnen Moden GmbH\n"
    ).candidate_data
    assert [job.title for job in data.work_history] == ["Verkäuferin"]
    assert len(data.education) == 1


def test_names_alone_are_firms_where_some_of_them_say_so() -> None:
    text = (
        "EXPERIENCE\n2018-2020\tSalsiva ------------- Boston, MA\nweb application, product dev.\n"
        "2016-2018\tNara Wood, Inc. ------ Cambridge, MA\nstrategy and implementation.\n"
    )
    assert [job[:2] for job in jobs(text)] == [(None, "Salsiva"), (None, "Nara Wood, Inc.")]
