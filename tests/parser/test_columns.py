"""Labels, dates and headings in narrow columns: broken over rows, or set close to what they label."""

from __future__ import annotations

from ats_core.parser import parse_resume
from tests.parser.builders import drawn_pdf

Row = tuple[float, float, float, str]


def resume(rows: list[Row]) -> bytes:
    """A page with name and address above the rows, which are (x, points below the head, size, text)."""
    head = [(200.0, 800.0, 20.0, "Malte Oberwinder"), (200.0, 780.0, 10.0, "malte@post.example")]
    return drawn_pdf(head + [(x, 750.0 - down, size, text) for x, down, size, text in rows])


def test_a_date_that_a_narrow_column_breaks_is_one_date() -> None:
    data = parse_resume(
        resume(
            [
                (50, 0, 13, "Berufserfahrung"),
                (50, 20, 10, "04/2017 -"), (130, 20, 10, "Dreher"),
                (50, 32, 10, "12/2019"), (130, 32, 10, "Stahlbau Quell GmbH, Siegen"),
                (130, 44, 10, "Fertigung von Wellen nach Zeichnung und Pflege der Maschinen."),
                (50, 64, 10, "Okt. 2012"), (130, 64, 10, "Helfer"),
                (50, 76, 10, "- Juli 2016"), (130, 76, 10, "Sanders Holz KG, Olpe"),
                (130, 88, 10, "Zuschnitt und Versand von Leisten und Platten im Werk."),
            ]
        )
    ).candidate_data  # fmt: skip
    assert [(job.start_date, job.end_date, job.title, job.company) for job in data.work_history] == [
        ("2017-04", "2019-12", "Dreher", "Stahlbau Quell GmbH"),
        ("2012-10", "2016-07", "Helfer", "Sanders Holz KG"),
    ]


def test_a_heading_that_a_narrow_column_breaks_opens_its_section() -> None:
    data = parse_resume(
        resume(
            [
                (40, 0, 13, "Parcours"), (150, 0, 13, "Vendeuse"),
                (40, 15, 13, "professionnel"), (150, 15, 10, "Maison Corvin, Nantes"),
                (150, 28, 10, "2015 - 2019"),
                (150, 41, 10, "Accueil des clients, tenue de la caisse et mise en rayon."),
                (40, 75, 13, "Parcours"), (150, 75, 13, "Institut Hervieu"),
                (40, 90, 13, "scolaire"), (150, 90, 10, "Licence Lettres"),
                (150, 103, 10, "2012 - 2015"),
            ]
        )
    ).candidate_data  # fmt: skip
    assert [(job.title, job.company) for job in data.work_history] == [("Vendeuse", "Maison Corvin")]
    assert [(study.degree, study.institution) for study in data.education] == [
        ("Licence", "Institut Hervieu")
    ]


def test_a_large_heading_close_to_what_stands_beside_it_is_a_heading() -> None:
    data = parse_resume(
        resume(
            [
                (107, 0, 20, "Work"), (177, 0, 15, "Pastry Chef"),
                (177, 18, 10, "Copper Whisk Bakery"),
                (177, 31, 10, "March 2018 - Present"),
                (177, 44, 10, "Bread, tarts and cakes for two cafes, and the ordering of flour and fruit."),
                (70, 80, 20, "Education"), (177, 80, 15, "Westlake College"),
                (177, 98, 10, "Diploma in Patisserie"),
                (177, 111, 10, "2016 - 2018"),
            ]
        )
    ).candidate_data  # fmt: skip
    assert [(job.title, job.company) for job in data.work_history] == [("Pastry Chef", "Copper Whisk Bakery")]
    assert [study.institution for study in data.education] == ["Westlake College"]


def test_rows_that_begin_with_dates_do_not_run_into_one_another() -> None:
    data = parse_resume(
        resume(
            [
                (50, 0, 13, "Ausbildung"),
                (50, 20, 10, "2012 - 2014 Master of Science in Statistik, Technische Universität Dresden"),
                (50, 32, 10, "2008 - 2012 Bachelor of Science in Statistik, Hochschule Neubrandenburg"),
            ]
        )
    ).candidate_data
    assert [(study.degree, study.graduation_year) for study in data.education] == [
        ("Master of Science", 2014),
        ("Bachelor of Science", 2012),
    ]
