"""Names as pages print them: glued, capital, beside an address."""

from __future__ import annotations

import pytest

from ats_core.parser import parse_resume

REST = "\n\nExperience\n\nNurse | Klinik am See | 2019 - 2021\n"


@pytest.mark.parametrize(
    ("top", "first", "last"),
    [
        ("KonstantinKuhlmann\nkk@example.org", "Konstantin", "Kuhlmann"),
        ("Ian McAllister\nian@example.org", "Ian", "McAllister"),
        ("Paulette LeBlanc\npl@example.org", "Paulette", "LeBlanc"),
        ("GERMÁN URRUTIA\ngu@example.org", "Germán", "Urrutia"),
        ("Aïcha Brissot mail879@example.org\nChef d'équipe +41 79 123 45 67", "Aïcha", "Brissot"),
        ("Beatriz Peixoto +351 912 345 678\nbp@example.org", "Beatriz", "Peixoto"),
    ],
)
def test_a_name_is_parted_as_it_is_meant(top: str, first: str, last: str) -> None:
    contact = parse_resume((top + REST).encode(), "cv.txt").candidate_data.contact_info
    assert (contact.first_name, contact.last_name) == (first, last)


def test_a_name_keeps_its_receipt_where_it_was_printed_in_one() -> None:
    resume = parse_resume(("KonstantinKuhlmann\nkk@example.org" + REST).encode(), "cv.txt")
    receipt = resume.receipts["contact_info.first_name"]
    assert receipt.raw == "KonstantinKuhlmann"
    assert resume.text[receipt.start : receipt.end] == "KonstantinKuhlmann"


def test_no_area_code_of_north_america_begins_with_zero() -> None:
    text = (
        "Sabine Wenzel\nsw@example.org\nTelefon: (040) 123 4536\nHamburg\n\n"
        "Berufserfahrung\n\n2019 - 2021 Köchin, Hafenküche\n"
    )
    assert parse_resume(text.encode(), "cv.txt").candidate_data.contact_info.phone == "+49401234536"
