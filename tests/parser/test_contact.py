"""Names, addresses and numbers of the person."""

from __future__ import annotations

import pytest

from ats_core.parser.names import part_name
from ats_core.parser.places import place_score, region_of
from tests.parser.builders import parsed

REST = "\n\nWORK EXPERIENCE\n\nClerk, Quill Ltd\n2019 - 2021\n"


@pytest.mark.parametrize(
    ("full", "language", "first", "last"),
    [
        ("Jane Roe", "en", "Jane", "Roe"),
        ("Mary Ann Roe", "en", "Mary Ann", "Roe"),
        ("LUDWIG VAN DER BRÜCK", "de", "Ludwig", "van der Brück"),
        ("Friederike von Lohen", "de", "Friederike", "von Lohen"),
        ("Lucía Barrientos Olmo", "es", "Lucía", "Barrientos Olmo"),
        ("Ana María Soto Reyes", "es", "Ana María", "Soto Reyes"),
        ("Renata Figueira Campos", "pt", "Renata", "Figueira Campos"),
        ("Gil Prado de Souza", "pt", "Gil", "Prado de Souza"),
        ("Aurélien MARÉCHAL", "fr", "Aurélien", "Maréchal"),
        ("MARÉCHAL Aurélien", "fr", "Aurélien", "Maréchal"),
        ("Maréchal, Aurélien", "fr", "Aurélien", "Maréchal"),
        ("王小明", "en", "小明", "王"),
        ("山田 太郎", "en", "太郎", "山田"),
        ("Wei Zhang (张伟)", "en", "Wei", "Zhang"),
        ("محمد الفارسي", "en", "محمد", "الفارسي"),
        ("Cher", "en", "Cher", None),
        ("Seán O'Dwyer", "en", "Seán", "O'Dwyer"),
    ],
)
def test_names_are_parted(full: str, language: str, first: str, last: str | None) -> None:
    assert part_name(full, language) == (first, last)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Jane Roe\nSenior Engineer\njane@post.example", ("Jane", "Roe")),
        ("CURRICULUM VITAE\n\nJane Roe\njane@post.example", ("Jane", "Roe")),
        ("Senior Engineer\nJane Roe\njane.roe@post.example", ("Jane", "Roe")),
        ("Jane Roe - Senior Engineer\njane@post.example", ("Jane", "Roe")),
        ("Dr. Jane Roe, PhD\njane@post.example", ("Jane", "Roe")),
        ("Name: Jane Roe\nEmail: jane@post.example", ("Jane", "Roe")),
        ("Vorname: Jane\nNachname: Roe\nE-Mail: jane@post.example", ("Jane", "Roe")),
        ("王小明\nxiaoming@post.example", ("小明", "王")),
        ("משה כהן\nmoshe@post.example", ("משה", "כהן")),
        ("Lebenslauf\nJürgen Übermann\njuergen@post.example", ("Jürgen", "Übermann")),
    ],
)
def test_the_name_is_found_in_the_head(head: str, name: tuple[str, str]) -> None:
    contact = parsed(head + REST).candidate_data.contact_info
    assert (contact.first_name, contact.last_name) == name


@pytest.mark.parametrize(
    ("printed", "place", "e164"),
    [
        ("(617) 555-0142", "Boston, MA", "+16175550142"),
        ("020 7946 0958", "London, United Kingdom", "+442079460958"),
        ("+34 612 345 678", "Madrid, España", "+34612345678"),
        ("612 345 678", "Madrid, España", "+34612345678"),
        ("55 1234 5678", "Ciudad de México, México", "+525512345678"),
        ("(11) 98765-4321", "São Paulo, SP", "+5511987654321"),
        ("06 12 34 56 78", "Lyon, France", "+33612345678"),
        ("0151 23456789", "Hamburg", "+4915123456789"),
        ("0041 44 668 18 00", "Zürich", "+41446681800"),
    ],
)
def test_phones_become_e164(printed: str, place: str, e164: str) -> None:
    contact = parsed(
        f"Jane Roe\n{place}\nTel: {printed}\njane@post.example{REST}"
    ).candidate_data.contact_info
    assert (contact.phone, contact.phone_raw, contact.location) == (e164, printed, place)


def test_year_ranges_and_grades_are_no_phones() -> None:
    text = (
        "Jane Roe\njane@post.example\n2014 - 2018 | 2019 - 2022\nGPA 3.66 (9.15)\n01.01.2014 - 31.12.2018"
        + REST
    )
    contact = parsed(text).candidate_data.contact_info
    assert contact.phone is None
    assert contact.phones == ()


def test_a_year_range_beside_a_phone_hurts_neither() -> None:
    text = "Jane Roe\nBoston, MA\n2014 - 2018   (617) 555-0142   jane@post.example" + REST
    assert parsed(text).candidate_data.contact_info.phones == ("+16175550142",)


def test_all_addresses_are_kept_in_order() -> None:
    text = "Jane Roe\njane@post.example; second@post.example\nnot-an-address@\nwww.janeroe.dev" + REST
    contact = parsed(text).candidate_data.contact_info
    assert contact.emails == ("jane@post.example", "second@post.example")
    assert contact.portfolio_url == "https://www.janeroe.dev"


def test_icons_before_an_address_fall_off() -> None:
    contact = parsed(
        "Jane Roe\n\uf0e0jane@post.example \uf095(617) 555-0142 | Boston, MA" + REST
    ).candidate_data.contact_info
    assert contact.email == "jane@post.example"
    assert contact.phone == "+16175550142"


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Boston, MA", "US"),
        ("Blumenau / SC", "BR"),
        ("Valencia, España", "ES"),
        ("Genève, Suisse", "CH"),
        ("Nowhere", None),
    ],
)
def test_places_tell_the_country(text: str, region: str | None) -> None:
    assert region_of(text) == region


@pytest.mark.parametrize(
    "text", ["Hamburg, Germany", "San Francisco, CA", "70173 Stuttgart", "Lyon", "Juiz de Fora, MG, Brasil"]
)
def test_places_are_known(text: str) -> None:
    assert place_score(text) >= 0.6


@pytest.mark.parametrize(
    "text", ["Quill Ltd, London", "University of Bath, UK", "Project Manager", "Python, SQL", "2019"]
)
def test_other_things_are_no_places(text: str) -> None:
    assert place_score(text) < 0.6
