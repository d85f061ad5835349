"""Lists of skills and certificates, in the ways in which people set them."""

from __future__ import annotations

import pytest

from ats_core.parser import parse_resume
from ats_core.parser.certifications import find_certifications
from ats_core.parser.document import Document, Line
from ats_core.parser.headings import heading_section
from ats_core.parser.items import list_items
from ats_core.parser.sections import Section, split_sections
from ats_core.parser.skills import find_skills

HEAD = "Ines Halbrook\nines@post.example\n\n"


def items(*lines: str | Line) -> list[str]:
    made = [line if isinstance(line, Line) else Line((line,)) for line in lines]
    return [item.value for item in list_items(made)]


def skills(text: str) -> list[str]:
    return list(parse_resume((HEAD + text).encode(), "cv.txt").candidate_data.skills)


def certificates(*lines: Line) -> list[str]:
    return [found.value for found in find_certifications([Section("certifications", None, list(lines))])]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Cloud & DevOps (advanced): Docker, Terraform", ["Docker", "Terraform"]),
        ("Testing (as part of development): Jest, Cypress", ["Jest", "Cypress"]),
        (
            "AWS (S3 / EC2 / RDS), CI / CD (Jenkins / GitLab)",
            ["AWS (S3 / EC2 / RDS)", "CI / CD (Jenkins / GitLab)"],
        ),
        ("HTML / CSS / Sass, Figma", ["HTML / CSS / Sass", "Figma"]),
        ("Swift (iOS, watchOS, Combine), Kotlin", ["Swift (iOS, watchOS, Combine)", "Kotlin"]),
        (
            "Triage • Wound care, dressings • Charting • Telemetry",
            ["Triage", "Wound care, dressings", "Charting", "Telemetry"],
        ),
        ("Front-end: HTML, React. Back-end: Django, Flask", ["HTML", "React", "Django", "Flask"]),
        ("Python, SQL Frameworks / Tools: Django, Git", ["Python", "SQL", "Django", "Git"]),
        ("Gute Kenntnisse in Inventor, SolidWorks und ANSYS", ["Inventor", "SolidWorks", "ANSYS"]),
        ("Very good knowledge of SQL", ["SQL"]),
        ("Python - Java - SQL", ["Python", "Java", "SQL"]),
        ("Base Vim - Shell", ["Base Vim - Shell"]),
        ("Ruby on Rails Node.js Docker", ["Ruby on Rails", "Node.js", "Docker"]),
        ("React Native, Vue Native", ["React Native", "Vue Native"]),
        ("Excel: advanced", ["Excel"]),
        ("Python: 5 years", ["Python"]),
        ("Welding repairs: finding faults and mending", ["Welding repairs: finding faults and mending"]),
        ("Terraform, Ansible, etc.", ["Terraform", "Ansible"]),
        ("French (approximately B2 level), Excel", ["Excel"]),
        ("Inglês fluente; Excel", ["Excel"]),
    ],
)
def test_the_items_of_a_line(line: str, found: list[str]) -> None:
    assert items(line) == found


def test_names_of_groups_are_no_items() -> None:
    taking_turns = (
        "Patient care",
        "Triage, Wound care",
        "Ward systems",
        "Epic, Cerner",
        "Manners",
        "Patience, Calm",
    )
    assert items(*taking_turns) == ["Triage", "Wound care", "Epic", "Cerner", "Patience", "Calm"]
    assert items("Outils CAO ModelSim, Quartus", "OS Linux, Windows", "Divers Git, LaTeX") == [
        "ModelSim",
        "Quartus",
        "Linux",
        "Windows",
        "Git",
        "LaTeX",
    ]
    assert items(
        Line(("PROGRAMMING",)), Line(("Python • Shell",)), Line(("OTHER",)), Line(("Git • Vim",))
    ) == [
        "Python",
        "Shell",
        "Git",
        "Vim",
    ]
    left, right = (10.0, 0.0, 60.0, 9.0), (40.0, 0.0, 90.0, 9.0)
    indented = [
        Line(("Web",), boxes=(left,), size=10),
        Line(("HTML",), boxes=(right,), size=10),
        Line(("CSS",), boxes=(right,), size=10),
    ]
    assert items(*indented) == ["HTML", "CSS"]


def test_tables_of_skills() -> None:
    table = [
        Line(("Área", "Habilidades")),
        Line(("Data Warehouse", "Snowflake")),
        Line(("Programación", "Python, Git")),
    ]
    assert items(*table) == ["Snowflake", "Python", "Git"]
    labels = [
        Line(("Databases", "MySQL, Oracle")),
        Line(("Ground work", "Digging, Paving")),
        Line(("Cloud", "AWS")),
    ]
    assert items(*labels) == ["MySQL", "Oracle", "Digging", "Paving", "AWS"]
    levels = [
        Line(("Level", "Skill", "Years")),
        Line(("Languages:", "Python", "18")),
        Line(("C++", "10")),
        Line(("Rust", "2")),
    ]
    assert items(*levels) == ["Python", "C++", "Rust"]


def test_remarks_with_full_stops_are_items_where_all_have_one() -> None:
    lines = ["Programação orientada a objetos.", "Arquiteturas MVC e MVVM.", "PostgreSQL."]
    assert items(*lines) == [line.rstrip(".") for line in lines]
    assert items("Python, SQL", "I like to learn new things.") == ["Python", "SQL"]


def test_a_wrapped_item_is_whole() -> None:
    right = 500.0
    lines = [
        Line(
            ("React, Next.js, Sass, Bootstrap, Webpack, Tailwind",), boxes=((40.0, 0.0, right, 9.0),), size=10
        ),
        Line(("CSS, Alpine.js",), boxes=((40.0, 12.0, 120.0, 21.0),), size=10),
    ]
    assert "Tailwind CSS" in items(*lines)


def test_more_than_a_spelling_is_another_skill() -> None:
    assert skills("Skills\nDocker, Docker Compose, VHDL, Verilog, MS Excel, Excel\n") == [
        "Docker",
        "Docker Compose",
        "VHDL",
        "Verilog",
        "Microsoft Excel",
    ]


def test_running_text_lists_only_what_it_repeats() -> None:
    tasks = "- Wrote Python for the till\n- Taught Python and baking\n- Sold Python\n"
    text = f"Experience\nClerk, Alder Stores, 2015 - 2019\n{tasks}"
    resume = parse_resume((HEAD + text).encode(), "cv.txt")
    assert resume.candidate_data.skills == ("Python",)
    assert {"Python", "Baking"} & {detail.name for detail in resume.skill_details}


@pytest.mark.parametrize(
    ("heading", "line", "kind"),
    [
        ("Languages", "Python, Java", "skills"),
        ("Languages", "English, German", "languages"),
        ("Lenguajes", "JavaScript, Ruby", "skills"),
        ("Qualifikationen", "Staplerschein", "certifications"),
        ("Qualifikationen", "Geduld", "skills"),
        ("What I know", "Welding", "skills"),
        ("// My skills", "Welding", "skills"),
        ("Áreas de Experiencia", "Soldadura", "skills"),
        ("Skill matrix", "Welding", "skills"),
        ("Mes compétences", "Soudure", "skills"),
        ("Meine Fähigkeiten", "Schweißen", "skills"),
        ("O que eu sei", "Solda", "skills"),
    ],
)
def test_what_a_heading_opens(heading: str, line: str, kind: str) -> None:
    lines = [Line(("Ines Halbrook",)), Line((heading,), gap=1.0), Line((line,))]
    assert split_sections(Document("txt", lines))[-1].kind == kind


def test_headings_inside_of_a_list_of_skills() -> None:
    lines = [
        Line(("Kenntnisse und Hobbys",), bold=True, level=2),
        Line(("Programmiersprachen",), bold=True, level=3),
        Line(("Java",), bullet=True),
        Line(("Hobbys",), bold=True, level=3),
        Line(("Bouldern",), bullet=True),
        Line(("Ausbildung",), bold=True, level=2),
    ]
    sections = split_sections(Document("docx", lines))
    assert [
        skill.shown
        for skill in find_skills([s for s in sections if s.kind == "skills"], Document("docx", lines))
    ] == ["Java"]


def test_what_a_heading_at_the_foot_of_a_column_opens() -> None:
    lines = [
        Line(("Ines Halbrook",)),
        Line(("Profile",), gap=1.0),
        Line(("A quiet person",)),
        Line(("Skills",), gap=1.0),
        Line(("Welding",), fresh=True),
        Line(("Brazing",)),
    ]
    assert [line.text for line in split_sections(Document("pdf", lines))[-1].lines] == ["Welding", "Brazing"]


def test_skills_in_the_type_of_headings() -> None:
    lines = [
        Line(("Ines Halbrook",)),
        Line(("PROFIL",), size=12, gap=1.0),
        Line(("Ruhig und genau",), size=8),
        Line(("JAVA",), size=12, gap=1.0),
        Line(("EXPERTE",), size=8),
        Line(("SQL",), size=12, gap=1.0),
        Line(("FORTGESCHRITTEN",), size=8),
        Line(("SPRACHEN",), size=12, gap=1.0),
        Line(("DEUTSCH",), size=8),
    ]
    document = Document("pdf", lines)
    assert [
        skill.shown
        for skill in find_skills([s for s in split_sections(document) if s.kind == "skills"], document)
    ] == ["Java", "SQL"]


def test_certificates_without_issuers_and_remarks() -> None:
    assert certificates(
        Line(("Certified Gardener",), size=16, bold=True),
        Line(("Ausgestellt von Gartenschule Erle",), size=10),
        Line(("Sep 2020",), size=10),
        Line(("Beekeeping",), size=16, bold=True),
        Line(("Coursera",), size=10),
    ) == ["Certified Gardener", "Beekeeping"]
    assert certificates(
        Line(("Research",), level=3),
        Line(("Atlas Basics, Atlas Ltd, September 2023",)),
        Line(("NVivo Core, Lumi, March 2022",)),
        Line(("Stata Course, Stata Ltd, May 2021",)),
    ) == ["Atlas Basics", "NVivo Core", "Stata Course"]
    assert certificates(
        Line(("Basic Life Support (BLS) – Resuscitation Council • Valid through Jul 2026",)),
        Line(("Fecha de emisión: 2020",)),
        Line(("Credencial: https://certs.example/1",)),
        Line(("Mots-clés :",), bold=True),
        Line(("reanimation, care",), bullet=True),
    ) == ["Basic Life Support (BLS) – Resuscitation Council"]
    assert certificates(
        Line(("Jahr", "Zertifikat", "Details")),
        Line(("Juli 2016", "Staplerschein", "Zertifikat Link")),
    ) == ["Staplerschein"]


def test_phrases_with_commas_stay_whole_among_phrases_without() -> None:
    phrases = [
        f"Care of {name}" for name in ("roses", "lawns", "hedges", "ponds", "paths", "walls", "beds", "trees")
    ]
    long = "Command of the tools for cutting, digging and paving"
    lines = [Line((text,), bullet=True) for text in [*phrases, long]]
    assert items(*lines) == [*phrases, long]


def test_columns_of_groups_and_levels() -> None:
    def line(*cells: tuple[str, float], bold: bool = False, size: float = 10) -> Line:
        boxes = tuple((left, 0.0, left + 60, 9.0) for _, left in cells)
        return Line(tuple(text for text, _ in cells), boxes=boxes, bold=bold, size=size)

    labels = [
        line(("Web", 50), ("React, Django", 180)),
        line(("Tools", 50), ("Docker, Git", 180)),
        line(("of the trade", 50)),
    ]
    assert items(*labels) == ["React", "Django", "Docker", "Git"]
    side_by_side = [
        line(("Garden work", 100), ("Manner", 300), bold=True),
        line(("Hedges", 100), ("Patience", 300)),
        line(("Lawns", 100), ("Calm", 300)),
    ]
    assert items(*side_by_side) == ["Hedges", "Patience", "Lawns", "Calm"]
    keywords = [
        line(("Web Development", 48), size=8.4),
        line(("Master", 48), bold=True, size=7.2),
        line(("HTML CSS JavaScript", 50), size=7.7),
    ]
    assert items(*keywords) == ["HTML", "CSS", "JavaScript"]
    right_aligned = [
        Line((text,), boxes=((130.0 - 6 * len(text), 0.0, 130.0, 9.0),), size=10)
        for text in ("Python", "JavaScript", "SQL", "Hibernate", "Git", "Node")
    ]
    assert items(*right_aligned) == ["Python", "JavaScript", "SQL", "Hibernate", "Git", "Node"]


def test_groups_before_their_items_in_every_row() -> None:
    rows = [
        "Idiomas Inglês (fluente)",
        "Linguagens Rust, Python, SQL",
        "Frameworks React, Next.js",
        "Sistemas Operacionais Ubuntu, Debian",
        "Ferramentas Git, Docker",
    ]
    assert items(*rows) == ["Rust", "Python", "SQL", "React", "Next.js", "Ubuntu", "Debian", "Git", "Docker"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("AKADEMISCHE ERFAHRUNG", "work"),
        ("Klinische Praktika", "work"),
        ("Famulaturen", "work"),
        ("Enseñanza", "work"),
        ("Expérience pédagogique", "work"),
        ("Besondere Erfolge", "awards"),
        ("PROGRAMMIEREN", "skills"),
        ("Zertifikate (Auswahl)", "certifications"),
        ("Student projects", "projects"),
    ],
)
def test_headings_made_of_known_words(heading: str, kind: str) -> None:
    assert heading_section(heading) == kind


def test_a_heading_that_each_job_repeats_is_part_of_them() -> None:
    lines = [
        Line(("Experience",), level=2),
        Line(("Gardener, Alder Park, 2015 - 2019",), level=3),
        Line(("Technologies:",), level=2),
        Line(("Shears, Spade",)),
        Line(("Gardener, Elm Park, 2012 - 2015",), level=3),
        Line(("Technologies:",), level=2),
        Line(("Shears, Rake",)),
        Line(("Skills",), level=2),
        Line(("Hedges",)),
    ]
    kinds = [section.kind for section in split_sections(Document("docx", lines))]
    assert kinds == ["header", "work", "skills"]


def test_what_courses_were_about_is_no_certificate() -> None:
    assert certificates(
        Line(("Full Stack — Erle School",), bullet=True),
        Line(("HTML, CSS, Git.",)),
        Line(("Algorithms — Alder School",), bullet=True),
        Line(("Trees, Lists.",)),
        Line(("20 horas",), bullet=True),
    ) == ["Full Stack — Erle School", "Algorithms — Alder School"]


@pytest.mark.parametrize(
    "text",
    [
        "Skills:\n- Welding\n- Brazing\n",
        "1. Skills\nWelding; Brazing\n",
        "[ SKILLS ]\nWelding, Brazing\n",
        "=== SKILLS ===\nWelding | Brazing\n",
        "S K I L L S\nWelding, Brazing\n",
        "TECHNICAL SKILLS: Welding, Brazing\n",
        "Skills: Welding, Brazing\n",
        "Skills\nWelding 90%\nBrazing ●●●○○\n",
    ],
)
def test_a_list_behind_the_jobs_however_its_heading_is_set(text: str) -> None:
    job = "Experience\nClerk, Alder Stores, 2015 - 2019\n- Wrote letters\n\n"
    assert skills(job + text) == ["Welding", "Brazing"]
