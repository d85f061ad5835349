"""Jobs, studies, skills and certificates in the ways that people write them."""

from __future__ import annotations

import pytest

from ats_core.parser import ParsedResume
from tests.parser.builders import parsed

HEAD = "Jane Roe\njane.roe@post.example\n\n"
Job = tuple[str | None, str | None, str | None, str | None]


def jobs_of(resume: ParsedResume) -> list[Job]:
    return [
        (job.title, job.company, job.start_date, job.end_date) for job in resume.candidate_data.work_history
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "Project Manager | Quillfeather Ltd | March 2019 - June 2021\n- Ran it",
        "Project Manager at Quillfeather Ltd (March 2019 - June 2021)\n- Ran it",
        "Project Manager, Quillfeather Ltd, London (03/2019 - 06/2021)\n- Ran it",
        "Quillfeather Ltd\nProject Manager\nMarch 2019 - June 2021\n- Ran it",
        "Project Manager\nQuillfeather Ltd\nMarch 2019 - June 2021\n- Ran it",
        "March 2019 - June 2021\nProject Manager\nQuillfeather Ltd\n- Ran it",
        "03/2019 - 06/2021   Project Manager   Quillfeather Ltd\n- Ran it",
        "Quillfeather Ltd — Project Manager\t2019-03 – 2021-06\n- Ran it",
        "- March 2019 - June 2021: Project Manager, Quillfeather Ltd\n- Ran the programme office for years",
    ],
)
def test_one_job_in_many_ways(entry: str) -> None:
    resume = parsed(f"{HEAD}WORK EXPERIENCE\n\n{entry}\n")
    assert jobs_of(resume) == [("Project Manager", "Quillfeather Ltd", "2019-03", "2021-06")]


@pytest.mark.parametrize(
    ("heading", "entry", "job"),
    [
        (
            "EXPERIENCIA LABORAL",
            "Contable en Aceites Montoro S.L. (2018 - Actualidad)",
            ("Contable", "Aceites Montoro S.L.", "2018", None),
        ),
        (
            "EXPÉRIENCE PROFESSIONNELLE",
            "Comptable chez Vercors SARL (janv. 2018 - déc. 2020)",
            ("Comptable", "Vercors SARL", "2018-01", "2020-12"),
        ),
        (
            "BERUFSERFAHRUNG",
            "2018 - heute   Buchhalterin bei Kornmarkt AG",
            ("Buchhalterin", "Kornmarkt AG", "2018", None),
        ),
        (
            "EXPERIÊNCIA PROFISSIONAL",
            "Contador | Serra Azul Ltda | mar/2018 - atual",
            ("Contador", "Serra Azul Ltda", "2018-03", None),
        ),
    ],
)
def test_jobs_in_other_languages(heading: str, entry: str, job: Job) -> None:
    assert jobs_of(parsed(f"{HEAD}{heading}\n\n{entry}\n")) == [job]


def test_jobs_come_newest_first_and_an_employer_spans_its_jobs() -> None:
    text = f"""{HEAD}Work Experience

Clerk
Quill Ltd
2010 - 2012
- Filed the post of the whole house

Head Clerk
Pen & Ink Inc.
2015 - Present
- Leads the clerks of three houses
"""
    assert [job[0] for job in jobs_of(parsed(text))] == ["Head Clerk", "Clerk"]


@pytest.mark.parametrize(
    "entry",
    [
        "Bachelor of Science in Mathematics\nUniversity of Bath\n2010 - 2014",
        "University of Bath\nBachelor of Science in Mathematics\n2010 - 2014",
        "Bachelor of Science, Mathematics, University of Bath, 2014",
        "2010 - 2014   Bachelor of Science in Mathematics   University of Bath",
        "University of Bath — Bachelor of Science in Mathematics (2010–2014)",
        "Bachelor of Science in Mathematics | University of Bath | 2014\nGPA: 3.9/4.0",
    ],
)
def test_one_degree_in_many_ways(entry: str) -> None:
    (study,) = parsed(f"{HEAD}EDUCATION\n\n{entry}\n").candidate_data.education
    assert (study.degree, study.field, study.institution, study.graduation_year) == (
        "Bachelor of Science", "Mathematics", "University of Bath", 2014,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "entry", "expected"),
    [
        (
            "FORMACIÓN",
            "Grado en Derecho\nUniversidad de Granada\n2008 - 2012",
            ("Grado", "Derecho", "Universidad de Granada"),
        ),
        (
            "FORMAÇÃO",
            "Bacharelado em Direito\nUniversidade do Ceará\n2008 - 2012",
            ("Bacharelado", "Direito", "Universidade do Ceará"),
        ),
        (
            "FORMATION",
            "Licence en Droit\nUniversité de Nantes\n2008 - 2012",
            ("Licence", "Droit", "Université de Nantes"),
        ),
        (
            "AUSBILDUNG",
            "2008 - 2012   M.Sc. Physik, Universität Jena",
            ("M.Sc.", "Physik", "Universität Jena"),
        ),
    ],
)
def test_degrees_in_other_languages(heading: str, entry: str, expected: tuple[str, str, str]) -> None:
    (study,) = parsed(f"{HEAD}{heading}\n\n{entry}\n").candidate_data.education
    assert (study.degree, study.field, study.institution) == expected
    assert study.graduation_year == 2012


def test_degrees_come_newest_first() -> None:
    text = f"{HEAD}EDUCATION\n\nB.Sc. Physics, Bath College, 2010\n\nM.Sc. Physics, Bath College, 2012\n"
    assert [study.graduation_year for study in parsed(text).candidate_data.education] == [2012, 2010]


def test_spellings_of_a_skill_are_one_skill() -> None:
    resume = parsed(f"{HEAD}SKILLS\n\nReact.js, ReactJS, React, Python\n")
    assert resume.candidate_data.skills == ("React", "Python")
    react = resume.skill_details[0]
    assert (react.name, react.raw) == ("React", "React.js")
    assert react.receipt is not None
    assert resume.text[react.receipt.start : react.receipt.end] == "React.js"


@pytest.mark.parametrize(
    "block",
    [
        "Python, SQL, Docker",
        "- Python\n- SQL\n- Docker",
        "Languages: Python, SQL\nTools: Docker",
        "Python (expert) | SQL (3 years) | Docker",
        "Python • SQL • Docker",
        "Python\nAdvanced\nSQL\nExpert\nDocker\nBeginner",
    ],
)
def test_skill_lists_of_every_kind(block: str) -> None:
    assert parsed(f"{HEAD}SKILLS\n\n{block}\n").candidate_data.skills == ("Python", "SQL", "Docker")


def test_unknown_skills_keep_their_spelling_and_say_so() -> None:
    resume = parsed(f"{HEAD}SKILLS\n\nPython, Zorbwhistling\n")
    assert resume.candidate_data.skills == ("Python", "Zorbwhistling")
    known, unknown = resume.skill_details
    assert unknown.confidence < known.confidence


def test_certificates_and_languages_are_lists() -> None:
    data = parsed(
        f"{HEAD}CERTIFICATIONS\n\n- Certified Emergency Nurse (2021)\n- 2019   Lean Green Belt\n\n"
        "LANGUAGES\n\nEnglish (native), French (B2)\n"
    ).candidate_data
    assert data.certifications == ("Certified Emergency Nurse", "Lean Green Belt")
    assert data.languages == ("English", "French")


def test_mixed_languages_in_one_document() -> None:
    text = f"""{HEAD}Berufserfahrung

Project Manager bei Kornmarkt AG
März 2019 - Present
- Led the roll-out of the new system

Education

Máster en Dirección de Proyectos, Universidad de Granada, 2012
"""
    data = parsed(text).candidate_data
    assert (data.work_history[0].company, data.work_history[0].start_date) == ("Kornmarkt AG", "2019-03")
    assert data.education[0].institution == "Universidad de Granada"


def test_forms_with_labels_are_read() -> None:
    text = f"""{HEAD}WORK EXPERIENCE

Dates: March 2019 - June 2021
Occupation or position held: Project Manager
Main activities: Ran the programme office
Name and address of employer: Quillfeather Ltd, London

Dates: 2015 - 2018
Occupation or position held: Planner
Name and address of employer: Pen & Ink Inc.
"""
    assert jobs_of(parsed(text)) == [
        ("Project Manager", "Quillfeather Ltd", "2019-03", "2021-06"),
        ("Planner", "Pen & Ink Inc.", "2015", "2018"),
    ]


def test_an_employer_printed_once_covers_all_its_jobs() -> None:
    text = f"""{HEAD}Experience

Stonebridge Systems
5 years 3 months
Director of Engineering
January 2022 - Present (3 years)
Portland, Oregon, United States
Leads four teams that build the billing platform.

Software Engineer
October 2019 - January 2022 (2 years 4 months)
Portland, Oregon, United States

Wexcombe Robotics
Mechanical Engineer
June 2014 - September 2019
Seattle, Washington
"""
    assert [(title, company) for title, company, _, _ in jobs_of(parsed(text))] == [
        ("Director of Engineering", "Stonebridge Systems"),
        ("Software Engineer", "Stonebridge Systems"),
        ("Mechanical Engineer", "Wexcombe Robotics"),
    ]


def test_the_description_keeps_every_line_that_is_no_title() -> None:
    told = "Filed the post of the house\nAnswered calls"
    text = f"{HEAD}WORK EXPERIENCE\n\nClerk, Quill Ltd\n2019 - 2021\n{told}\n"
    (job,) = parsed(text).candidate_data.work_history
    assert job.description == told
