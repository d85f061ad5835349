"""Names and places in the forms in which the heads of documents print them."""

from __future__ import annotations

import pytest

from ats_core.parser import parse_resume
from ats_core.parser.document import Line
from ats_core.parser.model import ContactInfo
from ats_core.parser.names import find_name

REST = "\n\nExperience\nClerk, Alder Stores, 2015 - 2019\n- Wrote letters\n\nSkills\nWelding\n"


def contact(head: str) -> ContactInfo:
    return parse_resume((head + REST).encode(), "cv.txt").candidate_data.contact_info


@pytest.mark.parametrize(
    "head",
    [
        "Ines Halbrook, BSN, RN",
        "Ines Halbrook, PhD",
        "Ines Halbrook M.Sc.",
        "Dipl.-Ing. Ines Halbrook",
        "Mag. Ines Halbrook",
        "HALBROOK, Ines",
        "Halbrook, Ines",
        "Ines Halbrook CV",
        "Ines Halbrook's Resume",
        "Resume of Ines Halbrook",
        "Hi, I'm Ines Halbrook",
        "Hola, soy Ines Halbrook",
        "Olá, eu sou Ines Halbrook",
        "Bonjour, je suis Ines Halbrook",
        "Hallo, ich bin Ines Halbrook!",
        "Bewerbung Ines Halbrook",
        "Ines Halbrook (she/her)",
        "Ines Halbrook, Welder, Paver, Head of Yard",
        "Ines Halbrook: Data Scientist",
        "Ines Halbrook / Data Scientist",
        "Ines Halbrook Registered Nurse",
    ],
)
def test_a_name_among_other_words(head: str) -> None:
    found = contact(f"{head}\nBoston, MA | someone77@post.example")
    assert (found.first_name, found.last_name) == ("Ines", "Halbrook")


def test_the_family_name_first() -> None:
    slug = contact("Halbrook Ines\nBoston, MA | hi@post.example\nlinkedin.com/in/ines-halbrook-12345")
    assert (slug.first_name, slug.last_name) == ("Ines", "Halbrook")
    icon = contact("Halbrook Ines\nBoston, MA\nLinkedIn:ines-halbrook")
    assert (icon.first_name, icon.last_name) == ("Ines", "Halbrook")
    mail = contact("Ines Halbrook\nBoston, MA | halbrook.ines@post.example")
    assert (mail.first_name, mail.last_name) == ("Ines", "Halbrook")
    family = contact("Nguyễn Thu Hà\nBoston, MA | hi@post.example")
    assert (family.first_name, family.last_name) == ("Thu Hà", "Nguyễn")


def test_a_name_over_lines_in_the_middle_of_the_page() -> None:
    def line(text: str, left: float, right: float, size: float) -> Line:
        return Line((text,), page=1, boxes=((left, 0.0, right, 9.0),), size=size)

    lines = [
        line("INES MARLENE", 100, 500, 30),
        line("HALBROOK", 180, 420, 30),
        line("WELDER", 200, 400, 20),
        *(line("Something about her work", 40, 300, 10) for _ in range(6)),
    ]
    found = find_name(lines, lines, None, [])
    assert found is not None
    assert found.value == "INES MARLENE HALBROOK"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Rua das Acácias 12, Andrelândia, MG", "Andrelândia, MG"),
        ("Adresse: Erlenweg 14, 10407 Berlin", "10407 Berlin"),
        ("🏠 Santo André, São Paulo ☎ (11) 98374-2699", "Santo André, São Paulo"),
        ("Lençóis Paulista - São Paulo · 40 anos", "Lençóis Paulista - São Paulo"),
        ("Lonay, VD, CH", "Lonay, VD, CH"),
        ("9500 Wil SG", "9500 Wil SG"),
        ("Paris 75002 Fr", "Paris 75002 Fr"),
        ("DOMICILIO: CALLE ROBLE NUM.170 COLONIA ASTURIAS ALCALDIA CUAUHTEMOC CDMX", "CDMX"),
        ("Philadelphia PA", "Philadelphia PA"),
    ],
)
def test_where_the_person_lives_without_the_street(line: str, place: str) -> None:
    assert contact(f"Ines Halbrook\n{line}\nines@post.example").location == place
