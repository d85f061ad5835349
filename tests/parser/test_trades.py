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
         "Professeure des écoles", "École élémentaire des Tilleuls"),
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
