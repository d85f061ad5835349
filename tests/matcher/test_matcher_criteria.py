"""What is read from a posting that only has a title and a description."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_core.matcher import EducationLevel, extract_criteria, level_of

POSTING = """
We have been in business for 20 years.

Requirements:
- 5+ years of professional experience in Python and Django
- PostgreSQL, Docker and good teamwork
- Bachelor's or Master's degree in Computer Science
- English C1

Nice to have:
- Kubernetes
- Go or Rust
"""


def test_skills_years_and_education_are_read() -> None:
    found = extract_criteria("Senior Python Engineer", POSTING)
    assert found.required_skills == ("Python", "Django", "PostgreSQL", "Docker", "English")
    assert found.preferred_skills == ("Kubernetes", "Go", "Rust")
    assert found.required_experience_months == 60
    assert found.required_education == "bachelor"
    assert found.remote is None


def test_a_wish_in_a_sentence_is_no_requirement() -> None:
    found = extract_criteria("Developer", "You know Java. Experience with Kafka is a plus. You write SQL.")
    assert found.required_skills == ("Java", "SQL")
    assert found.preferred_skills == ("Apache Kafka",)


def test_a_title_alone_is_enough() -> None:
    found = extract_criteria("Remote React Developer")
    assert found.required_skills == ("React",)
    assert found.remote is True
    assert found.required_experience_months is None
    assert found.required_education is None


@pytest.mark.parametrize(
    ("text", "months", "level", "skill"),
    [
        ("Mínimo tres años de experiencia. Grado en Enfermería.", 36, "bachelor", "Nursing"),
        (
            "Mindestens 4 Jahre Berufserfahrung. Ausbildung als Elektriker.",
            48,
            "vocational",
            "Electrical installation",
        ),
        (
            "Au moins 3 ans d'expérience en cuisine. CAP ou diplôme, normes HACCP.",
            36,
            "vocational",
            "HACCP",
        ),
        ("Pelo menos 2 anos de experiência. Licenciatura em Contabilidade.", 24, "bachelor", "Accounting"),
        ("At least two (2) years' experience in sales; high school diploma.", 24, "high-school", "Sales"),
        ("3-5 years of experience with SAP, master's degree", 36, "master", "SAP"),
        ("18 months of experience in welding", 18, None, "Welding"),
    ],
)
def test_five_languages_are_read(text: str, months: int, level: str | None, skill: str) -> None:
    found = extract_criteria("", text)
    assert found.required_experience_months == months
    assert found.required_education == level
    assert skill in found.required_skills


@pytest.mark.parametrize(
    "text", ["A firm with 20 years of history", "Founded 3 years ago. Experience matters", "40 years"]
)
def test_other_spans_of_time_are_no_requirement(text: str) -> None:
    assert extract_criteria("", text).required_experience_months is None


@pytest.mark.parametrize(
    ("degree", "level"),
    [
        ("PhD", "doctorate"),
        ("Doutoramento em Física", "doctorate"),
        ("Dr. rer. nat.", "doctorate"),
        ("Master of Science", "master"),
        ("M.Sc.", "master"),
        ("Diplom-Informatiker", "master"),
        ("Mestrado", "master"),
        ("MBA", "master"),
        ("Staatsexamen Lehramt", "master"),
        ("Bachelor of Arts", "bachelor"),
        ("BS", "bachelor"),
        ("Grado en Enfermería", "bachelor"),
        ("Licenciatura", "bachelor"),
        ("Licence professionnelle", "bachelor"),
        ("Bacharelado", "bachelor"),
        ("Diplôme d'État d’infirmière", "bachelor"),
        ("Ausbildung zum Elektroniker", "vocational"),
        ("Kauffrau für Büromanagement", "vocational"),
        ("CAP Cuisine", "vocational"),
        ("BTS", "vocational"),
        ("Técnico Superior", "vocational"),
        ("Associate Degree in Nursing", "vocational"),
        ("Abitur", "high-school"),
        ("Bachillerato", "high-school"),
        ("High School Diploma", "high-school"),
        ("12.º ano", "high-school"),
        ("Scuba diving", None),
    ],
)
def test_degrees_have_a_level_in_five_languages(degree: str, level: EducationLevel | None) -> None:
    assert level_of(degree) == level


@given(st.text(max_size=200), st.text(max_size=400))
def test_any_posting_is_answered(title: str, description: str) -> None:
    found = extract_criteria(title, description)
    assert not set(found.required_skills) & set(found.preferred_skills)
    assert found.required_experience_months is None or 0 < found.required_experience_months <= 300
