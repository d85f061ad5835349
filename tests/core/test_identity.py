"""When two records are one person: laws of the comparable forms, and ids that rise."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_core.candidates.identity import email_key, name_key, phone_number, valid_email
from ats_core.ids import uuid7
from ats_core.resumes.merge import Document, merge

NAMES = st.text(st.characters(whitelist_categories=("L",)), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana@Example.COM", "ana@example.com"),
        ("ana@exämple.com", "ANA@xn--exmple-cua.com"),
        ("ａna@example.com", "ana@example.com"),
        (" ana@example.com ", "ana@example.com"),
    ],
)
def test_two_spellings_of_one_address(one: str, other: str) -> None:
    assert email_key(one) == email_key(other)


@given(st.emails())
def test_keys_of_addresses_are_stable(address: str) -> None:
    try:
        valid_email(address)
    except ValueError:
        return
    assert email_key(email_key(address)) == email_key(address) == email_key(address.upper())


@given(NAMES, NAMES)
def test_a_name_is_the_same_in_any_order_and_case(first: str, last: str) -> None:
    assert name_key(first, last) == name_key(last, first)
    assert name_key(first, last) == name_key(name_key(first, last), "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("José", "Núñez"), ("NUNEZ", "Jose")),
        (("Jörg", "Weiß"), ("jorg", "WEISS")),
        (("Ana Rita", "Melo"), ("Melo", "Ana Rita")),
    ],
)
def test_accents_and_order_do_not_make_another_person(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert name_key(*one) == name_key(*other)


def test_phone_numbers_in_e164() -> None:
    assert phone_number("+351 912 345 678") == "+351912345678"
    assert phone_number("0171 5550123", "DE") == "+491715550123"
    for wrong in ("912 345 678", "hello", "+1 23"):
        with pytest.raises(ValueError, match="phone"):
            phone_number(wrong)


def test_ids_rise_strictly_and_are_version_7() -> None:
    ids = [uuid7() for _ in range(10_000)]
    assert ids == sorted(set(ids))
    assert {i.version for i in ids} == {7}
    assert {i.variant for i in ids} == {"specified in RFC 4122"}


WORK = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["Cook", "Chef", None]),
        "company": st.sampled_from(["Casa", None]),
        "start_date": st.sampled_from(["2001", "2010-05", None]),
        "end_date": st.sampled_from(["2012", None]),
        "current": st.booleans(),
        "description": st.none(),
    }
)
DATA = st.fixed_dictionaries(
    {
        "contact_info": st.fixed_dictionaries(
            {
                "first_name": st.sampled_from(["Ana", "ANA", None]),
                "last_name": st.sampled_from(["Melo", None]),
                "email": st.sampled_from(["a@example.com", "A@example.com", "b@example.com", None]),
                "phone": st.sampled_from(["+351912345678", "+34612345678", None]),
                "location": st.sampled_from(["Porto", None]),
            }
        ),
        "work_history": st.lists(WORK, max_size=2),
        "education": st.just([]),
        "skills": st.lists(st.sampled_from(["Python", "Go", "python"]), max_size=3),
        "certifications": st.lists(st.sampled_from(["CKA", "cka"]), max_size=2),
        "experience_months": st.sampled_from([0, 12, 50]),
    }
)


@given(st.lists(st.tuples(DATA, st.sampled_from([0.5, 0.9])), min_size=1, max_size=4))
def test_merging_does_not_depend_on_the_order_of_documents(
    documents: list[tuple[dict[str, object], float]],
) -> None:
    made = [Document(f"{n:064x}", data, sure) for n, (data, sure) in enumerate(documents)]
    results = [merge(order, {}) for order in itertools.permutations(made)]
    assert all(r == results[0] for r in results)
    # Nor does taking the same documents again change anything.
    fields, provenance = results[0]
    assert merge(made, {**fields, "provenance": provenance}) == results[0]


@given(DATA, st.sampled_from(["location", "skills", "current_title", "first_name"]))
def test_merging_never_touches_what_a_person_has_set(data: dict[str, object], field: str) -> None:
    mine = {"origin": "person", "by": "x", "at": "now"}
    fields, provenance = merge([Document("0" * 64, data, 1.0)], {field: "MINE", "provenance": {field: mine}})
    assert fields[field] == "MINE"
    assert provenance[field] == mine
