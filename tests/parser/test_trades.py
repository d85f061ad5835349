"""Towns, phone numbers, titles, employers and degrees outside of the office, in five languages."""

from __future__ import annotations

import pytest

from tests.parser.builders import parsed


@pytest.mark.parametrize(
    "place",
    ["Voiron, France", "Otley, West Yorkshire", "Gijón (Asturias)", "Jaraguá do Sul - SC", "48653 Coesfeld",
     "Sant Cugat del Vallès, Barcelona", "Marktoberdorf"],
)  # fmt: skip
def test_small_towns_are_known(place: str) -> None:
    resume = parsed(f"Ines Halbrook\n{place} | ines@post.example\n\nSkills\nWelding, Soldering\n")
    assert resume.candidate_data.contact_info.location == place


def test_a_town_that_is_also_a_word_stays_a_word() -> None:
    data = parsed(
        "Ines Halbrook\nines@post.example\n\nExperience\nOrange, Analyst, 2015 - 2019\n"
    ).candidate_data
    assert data.contact_info.location is None


@pytest.mark.parametrize(
    ("printed", "e164"),
    [
        ("07700 900461", "+447700900461"),
        ("(614) 555-0139", "+16145550139"),
        ("+52 33 5550 1834", "+523355501834"),
    ],
)
def test_a_number_is_read_in_the_country_that_it_fits(printed: str, e164: str) -> None:
    text = (
        f"Ines Halbrook\n{printed} | ines@post.example\n\nWork experience\nStaff Nurse, Westmoor Home, 2019\n"
    )
    assert parsed(text).candidate_data.contact_info.phone == e164


@pytest.mark.parametrize(
    ("heading", "entry", "title", "company"),
    [
        ("Praxiserfahrung", "Kaltmamsell\tBistro Lindner\t2015 - 2019", "Kaltmamsell", "Bistro Lindner"),
        ("Experience", "Staff Nurse, Respiratory Ward\nMid Dale Hospitals NHS Trust\n2015 - 2019",
         "Staff Nurse, Respiratory Ward", "Mid Dale Hospitals NHS Trust"),
        ("Expériences", "2018 - 2020\tProfesseure des écoles – CM1/CM2\nÉcole élémentaire des Tilleuls",
         "Professeure des écoles – CM1/CM2", "École élémentaire des Tilleuls"),
        ("Histórico profissional", "Transportes Vale Azul Ltda., Joinville - SC\t2018 – 2020\nMotorista",
         "Motorista", "Transportes Vale Azul Ltda."),
        ("Experiencia laboral", "Panificadora Luz – Teruel\t2012 – 2014\nAyudante de obrador",
         "Ayudante de obrador", "Panificadora Luz"),
    ],
)  # fmt: skip
def test_title_and_employer_of_all_trades(heading: str, entry: str, title: str, company: str) -> None:
    data = parsed(f"Ines Halbrook\nines@post.example\n\n{heading}\n{entry}\n").candidate_data
    (job,) = data.work_history
    assert (job.title, job.company) == (title, company)


def test_a_task_is_no_employer() -> None:
    text = (
        "Ines Halbrook\nines@post.example\n\nBerufserfahrung\nQuell Werkzeuge AG\nTeamleiterin Einkauf\n"
        "Jan. 2018 – heute\nVerhandlung mit Lieferanten in ganz Europa und Pflege der Verträge.\n\n"
        "Einkäuferin\nApr. 2014 – Dez. 2017\nVerantwortung für Budgetplanung und Bestellwesen\n"
    )
    jobs = parsed(text).candidate_data.work_history
    assert [(job.title, job.company) for job in jobs] == [
        ("Teamleiterin Einkauf", "Quell Werkzeuge AG"),
        ("Einkäuferin", "Quell Werkzeuge AG"),
    ]
    assert jobs[1].description == "Verantwortung für Budgetplanung und Bestellwesen"


@pytest.mark.parametrize(
    ("entry", "degree", "school"),
    [
        ("Ausbildung\nStaatlich anerkannte Erzieherin\nBerufskolleg Ahlen\n2007 – 2010",
         "Staatlich anerkannte Erzieherin", "Berufskolleg Ahlen"),
        ("Ausbildung\nFachoberschulreife, Realschule Olpe, 2004", "Fachoberschulreife", "Realschule Olpe"),
        ("Formation\nCAP, Cuisine\nCFA de Dardilly\n2009 – 2011", "CAP", "CFA de Dardilly"),
        ("Formação\nMestrado em Gestão\nISCTE – Instituto Universitário de Lisboa\n2014 – 2016",
         "Mestrado", "ISCTE – Instituto Universitário de Lisboa"),
    ],
)  # fmt: skip
def test_degrees_of_schools_and_trades(entry: str, degree: str, school: str) -> None:
    data = parsed(f"Ines Halbrook\nines@post.example\n\n{entry}\n").candidate_data
    assert [(study.degree, study.institution) for study in data.education] == [(degree, school)]


def test_a_person_named_like_a_trade_is_a_person() -> None:
    contact = parsed("Hanna Koch\nhk77@post.example\n\nSkills\nBaking\n").candidate_data.contact_info
    assert (contact.first_name, contact.last_name) == ("Hanna", "Koch")


def test_skills_are_shown_as_printed_and_known_by_the_taxonomy_name() -> None:
    resume = parsed(
        "Ines Halbrook\nines@post.example\n\nKenntnisse\nBudgetplanung, Excel, python, Glasblasen\n"
    )
    assert resume.candidate_data.skills == ("Budgetplanung", "Excel", "Python", "Glasblasen")
    assert [detail.name for detail in resume.skill_details][:3] == ["Budgeting", "Microsoft Excel", "Python"]


def test_spellings_of_one_skill_are_shown_as_one() -> None:
    data = parsed("Ines Halbrook\nines@post.example\n\nSkills\nReactJS, React.js, React, MS Excel, Excel\n")
    assert data.candidate_data.skills == ("React", "Microsoft Excel")
    assert parsed("Ines Halbrook\nines@post.example\n\nSkills\nReact.js\n").candidate_data.skills == (
        "React",
    )


@pytest.mark.parametrize(
    ("entry", "titles"),
    [
        ("Team Leader | Wincanton, Warrington | 2016 – 2020", [("Team Leader", "Wincanton")]),
        ("2016 – 2020\nHead Teacher, Alder School, Leeds. Led forty teachers.",
         [("Head Teacher", "Alder School")]),
    ],
)  # fmt: skip
def test_employers_that_towns_and_sentences_hide(entry: str, titles: list[tuple[str, str]]) -> None:
    data = parsed(f"Ines Halbrook\nines@post.example\n\nExperience\n{entry}\n").candidate_data
    assert [(job.title, job.company) for job in data.work_history] == titles


@pytest.mark.parametrize(
    ("section", "studies"),
    [
        ("2012 – 2015 : Bachelier Électromécanique – HELHa Mons\n2006 – 2012 : CESS – Collège du Roi",
         [("Bachelier", "HELHa Mons"), ("CESS", "Collège du Roi")]),
        ("2014 – 2017\nFachwirtin\nInstitut Hameln\n2007 – 2010\nMittlere Reife\nRealschule Melle",
         [("Fachwirtin", "Institut Hameln"), ("Mittlere Reife", "Realschule Melle")]),
        ("- Alder College (2013): NVQ Level 3 in Plumbing\n- Elm School (2009 – 2011): A-Levels",
         [("NVQ Level 3", "Alder College"), ("A-Levels", "Elm School")]),
        ("Elm College\tOak School\n2013 – 2015\t2010 – 2013\nHND in Logistics\tHigh School Diploma",
         [("HND", "Elm College"), ("High School Diploma", "Oak School")]),
    ],
)  # fmt: skip
def test_studies_in_any_order_and_beside_one_another(section: str, studies: list[tuple[str, str]]) -> None:
    data = parsed(f"Ines Halbrook\nines@post.example\n\nEducation\n{section}\n").candidate_data
    assert [(study.degree, study.institution) for study in data.education] == studies


def test_the_forms_of_the_old_europass_are_read() -> None:
    data = parsed(
        "Nom(s) / Prénom(s): de Brézac, Thibault\nAdresse(s): 29200 Brest\nCourriel: t@post.example\n\n"
        "Expérience professionnelle\nDates\t03/2018 – 05/2021\nFonction ou poste occupé\tVendeur\n"
        "Nom et adresse de l'employeur\tMaison Corvin, Nantes\n"
        "Principales activités et\tConseil aux clients\n"
        "responsabilités\tet tenue de la caisse\n"
    ).candidate_data
    assert (data.contact_info.first_name, data.contact_info.last_name) == ("Thibault", "de Brézac")
    assert data.contact_info.location == "29200 Brest"
    (job,) = data.work_history
    assert (job.title, job.company, job.start_date) == ("Vendeur", "Maison Corvin", "2018-03")


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("03/18 - 05/21", "2018-03", "2021-05"),
        ("09.19 – heute", "2019-09", None),
        ("07/98-02/04", "1998-07", "2004-02"),
    ],
)
def test_years_of_two_digits_count_in_ranges(printed: str, start: str, end: str | None) -> None:
    text = f"Ines Halbrook\nines@post.example\n\nExperience\nAcme GmbH / Welder\n{printed} / Leeds\n"
    (job,) = parsed(text).candidate_data.work_history
    assert (job.title, job.company, job.start_date, job.end_date) == ("Welder", "Acme GmbH", start, end)


def test_one_employer_over_several_jobs_and_their_tasks() -> None:
    text = (
        "# Ines Halbrook\nines@post.example\n\n## Experience\n### Dunmore Stores\n**Keyholder**\n"
        "2020 - today\n"
        "Open the store\n**Sales Assistant**\n2016 - 2020\nServed customers\n### Grind & Co\n**Barista**\n"
        "2014 - 2016\nEspresso and till\n"
    )
    jobs = parsed(text).candidate_data.work_history
    assert [(job.title, job.company) for job in jobs] == [
        ("Keyholder", "Dunmore Stores"),
        ("Sales Assistant", "Dunmore Stores"),
        ("Barista", "Grind & Co"),
    ]


def test_an_employer_in_capitals_is_no_heading() -> None:
    text = (
        "INES HALBROOK\nines@post.example\n\n* EXPERIENCE\n\nCHRONOMAIL\n"
        "Courier - 03/2013 - 09/2017\nTours.\n\n"
        "LA FAUVETTE\nPacker - 11/2010 - 02/2013\nOrders.\n\n* EDUCATION\n"
        "- NVQ Level 2 - Elm College - 2009\n"
    )
    jobs = parsed(text).candidate_data.work_history
    assert [(job.title, job.company) for job in jobs] == [
        ("Courier", "CHRONOMAIL"),
        ("Packer", "LA FAUVETTE"),
    ]


def test_an_initial_in_a_name_of_capitals_is_no_sign_of_a_last_name() -> None:
    contact = parsed(
        "DESMOND K. ACHTERBERG\ndes@post.example\n\nSKILLS\nWelding\n"
    ).candidate_data.contact_info
    assert (contact.first_name, contact.last_name) == ("Desmond K.", "Achterberg")


@pytest.mark.parametrize(
    ("section", "certificates"),
    [
        ("Fortbildungen\nErste Hilfe am Kind\nADR-Schein\nKochkurs", ["Erste Hilfe am Kind", "ADR-Schein"]),
        (
            "Habilitations\nFIMO / FCO, Permis C et CE, ADR de base",
            ["FIMO / FCO", "Permis C et CE", "ADR de base"],
        ),
        ("Certificates\nFirst Aid at Work; Safe Pass (2019)", ["First Aid at Work", "Safe Pass"]),
        ("Certificates\nCertified Engineer, Alder Institute", ["Certified Engineer, Alder Institute"]),
    ],
)
def test_certificates_of_lists_and_of_short_lists_of_courses(section: str, certificates: list[str]) -> None:
    data = parsed(f"Ines Halbrook\nines@post.example\n\n{section}\n\nSkills\nWelding\n").candidate_data
    assert list(data.certifications) == certificates


def test_skills_between_slashes_and_over_rows() -> None:
    text = "Ines Halbrook\nines@post.example\n\nSkills\nWelding / Brazing / Metal cutting\n"
    assert parsed(text).candidate_data.skills == ("Welding", "Brazing", "Metal cutting")
    text = "Ines Halbrook\nines@post.example\n\nSkills\nWelding, Brazing, Microsoft\nExcel, Metal\ncutting\n"
    assert parsed(text).candidate_data.skills == ("Welding", "Brazing", "Microsoft Excel", "Metal cutting")


def test_without_a_list_of_skills_jobs_are_no_skills() -> None:
    text = (
        "Ines Halbrook\nines@post.example\n\nExperience\nForklift Driver, Alder Stores, 2015 - 2019\n"
        "- Inventory control and order picking with SAP\n"
    )
    resume = parsed(text)
    skills = {skill.raw.casefold() for skill in resume.skill_details}
    assert {"inventory control", "sap"} <= skills
    assert resume.candidate_data.skills == ()  # one word of a task is nothing that the person lists
    assert "forklift driver" not in skills
