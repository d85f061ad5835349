"""Faults that were reported, each with the text that showed it."""

from __future__ import annotations

from ats_core.parser import parse_resume


def test_a_place_behind_a_bullet() -> None:
    text = b"Jane Roe\n\xe2\x97\x89 Leeds, United Kingdom | jane.roe@post.example\n"
    assert parse_resume(text).candidate_data.contact_info.location == "Leeds, United Kingdom"
    text = "Jane Roe\njane.roe@post.example\n• London, United Kingdom\n".encode()
    assert parse_resume(text).candidate_data.contact_info.location == "London, United Kingdom"
    text = "Jane Roe\njane.roe@post.example | • London, United Kingdom\n".encode()
    assert parse_resume(text).candidate_data.contact_info.location == "London, United Kingdom"


def test_a_certificate_keeps_its_brackets() -> None:
    text = (
        b"Jane Roe\n\nCERTIFICATIONS\nCertified Kubernetes Application Developer (CKAD), 2021\nISTQB (2019)\n"
    )
    assert parse_resume(text).candidate_data.certifications == (
        "Certified Kubernetes Application Developer (CKAD)", "ISTQB",
    )  # fmt: skip


def test_a_lone_word_is_no_sure_name() -> None:
    resume = parse_resume(b"Agenda\n\nWelcome and minutes of the last meeting\nBudget for next year\n")
    receipt = resume.receipts.get("contact_info.first_name")
    assert receipt is None or receipt.confidence < 0.5


def test_a_headline_in_plain_text_is_no_part_of_the_name() -> None:
    person = parse_resume("THAÍS NOGUEIRA\nMestre Geral\nthais@post.example\n".encode()).candidate_data
    assert person.contact_info.first_name == "Thaís"
    assert person.contact_info.last_name == "Nogueira"
