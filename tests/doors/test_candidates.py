"""Candidates through both doors."""

from __future__ import annotations

import hashlib
from uuid import uuid4

import pytest

from ats_core.candidates.model import CandidateChanges, NewCandidate, NewWork
from ats_core.candidates.service import PhoneRefused
from ats_core.errors import Conflict, Invalid, NotFound, Stale, TooLarge
from ats_core.operations import Upload
from ats_sdk import Ats


def ana(**fields: object) -> NewCandidate:
    return NewCandidate.model_validate({"first_name": "Ana", "last_name": "Ferraz"} | fields)


def test_several_addresses_and_numbers_the_first_is_primary(ats: Ats) -> None:
    person = ats.candidates.create(
        ana(
            emails=["ana.ferraz@example.com", "ANA.ferraz@EXAMPLE.com", "af@example.org"],
            phones=["+351 912 345 678", "+34 612 34 56 78"],
        )
    )
    assert person.emails == ["ana.ferraz@example.com", "af@example.org"]
    assert (person.email, person.phone) == ("ana.ferraz@example.com", "+351912345678")
    assert person.phones == ["+351912345678", "+34612345678"]
    assert ats.candidates.find("AF@example.org") == ats.candidates.get(person.id) == person


@pytest.mark.parametrize(
    "email", ["nobody", "a@b", "a b@example.com", "a@@example.com", ".a@example.com", "a@-x.com"]
)
def test_no_such_address_can_be_entered(ats: Ats, email: str) -> None:
    with pytest.raises(Invalid):
        ats.candidates.create({"first_name": "X", "emails": [email]})  # type: ignore[arg-type]


def test_a_number_without_country_is_refused_with_advice(ats: Ats) -> None:
    with pytest.raises(PhoneRefused, match="country code"):
        ats.candidates.create(ana(phones=["912 345 678"]))


def test_an_address_belongs_to_one_person_only(ats: Ats) -> None:
    first = ats.candidates.create(ana(emails=["ana@exämple.com"]))
    with pytest.raises(Conflict) as refused:
        ats.candidates.create(ana(emails=["Ana@xn--exmple-cua.com"]))
    assert refused.value.details["candidate_id"] == str(first.id)
    second = ats.candidates.create(ana(emails=["other@example.com"]))
    with pytest.raises(Conflict):
        ats.candidates.update(second.id, CandidateChanges(emails=["ANA@exämple.com"]))
    assert ats.candidates.get(second.id) == second


def test_what_a_person_sets_is_known_to_be_theirs(ats: Ats) -> None:
    person = ats.candidates.create(ana(location="Braga"))
    assert person.provenance["location"]["origin"] == "person"
    assert "current_title" not in person.provenance
    changed = ats.candidates.update(
        person.id, CandidateChanges(current_title="Chef"), if_match=person.version
    )
    assert changed.provenance["current_title"]["by"] == str(ats.auth.me().id)
    with pytest.raises(Stale):
        ats.candidates.update(person.id, CandidateChanges(location="Faro"), if_match=person.version)


def test_deleting_frees_the_address_and_restoring_needs_it(ats: Ats) -> None:
    person = ats.candidates.create(ana(emails=["a@example.com"], phones=["+351912345678"]))
    ats.candidates.delete(person.id)
    with pytest.raises(NotFound):
        ats.candidates.get(person.id)
    assert ats.candidates.list().total == 0
    other = ats.candidates.create(ana(emails=["a@example.com"]))
    with pytest.raises(Conflict):
        ats.candidates.restore(person.id)
    ats.candidates.delete(other.id)
    back = ats.candidates.restore(person.id)
    assert (back.emails, back.phones) == (person.emails, person.phones)
    with pytest.raises(NotFound):
        ats.candidates.restore(person.id)


def test_search_by_name_address_skill_tag_and_source(ats: Ats) -> None:
    who = ats.candidates.create(
        ana(emails=["a@example.com"], skills=["ReactJS"], tags=["Hot"], source="Career fair")
    )
    ats.candidates.create(NewCandidate(first_name="Bo", last_name="Li", skills=["Python"]))

    def ids(**wanted: object) -> list[object]:
        return [c.id for c in ats.candidates.search(**wanted).candidates]  # type: ignore[arg-type]

    assert ids(name="ferr ANA") == ids(email="A@example.com") == ids(skill="react.js") == [who.id]
    assert ids(tag="hot") == ids(source="Career fair") == [who.id]
    assert ids(name="50%") == ids(skill="Python", tag="hot") == []
    assert len(ids()) == 2
    assert [c.id for c in ats.candidates.list(skill="React").candidates] == [who.id]
    assert ats.candidates.list(created_after=who.created_at).total == 1


def test_tags_notes_and_their_removal(ats: Ats) -> None:
    person = ats.candidates.create(ana())
    assert ats.candidates.add_tag(person.id, tag="keen").tags == ["keen"]
    assert ats.candidates.add_tag(person.id, tag="KEEN").tags == ["keen"]
    ats.candidates.remove_tag(person.id, tag="Keen")
    with pytest.raises(NotFound):
        ats.candidates.remove_tag(person.id, tag="keen")
    note = ats.candidates.add_note(person.id, body="Called; will call back.")
    assert ats.candidates.notes(person.id).notes == [note]
    ats.candidates.delete_note(person.id, note.id)
    assert ats.candidates.notes(person.id).notes == []
    with pytest.raises(NotFound):
        ats.candidates.delete_note(person.id, note.id)


def test_attachments_are_kept_by_content(ats: Ats) -> None:
    person = ats.candidates.create(ana())
    content = b"%PDF-1.4 a certificate"
    kept = ats.candidates.attach(person.id, file=Upload("Zeugnis 'ä'.pdf", content), kind="certificate")
    again = ats.candidates.attach(person.id, file=Upload("copy.pdf", content), kind="certificate")
    assert kept.id == again.id
    assert (kept.sha256, kept.media_type) == (hashlib.sha256(content).hexdigest(), "application/pdf")
    assert ats.candidates.download(person.id, kept.id).content == content
    assert ats.candidates.attachments(person.id).attachments == [kept]
    ats.candidates.detach(person.id, kept.id)
    with pytest.raises(NotFound):
        ats.candidates.download(person.id, kept.id)


def test_files_that_are_empty_or_too_large_are_refused(ats: Ats) -> None:
    person = ats.candidates.create(ana())
    with pytest.raises(Invalid):
        ats.candidates.attach(person.id, file=Upload("a.txt", b""))
    with pytest.raises(TooLarge):
        ats.candidates.attach(person.id, file=Upload("a.txt", b"x" * (10 * 2**20 + 1)))
    with pytest.raises(TooLarge):
        ats.candidates.attach(person.id, file=Upload("a.txt", b"x" * (17 * 2**20)))
    with pytest.raises(NotFound):
        ats.candidates.attach(uuid4(), file=Upload("a.txt", b"x"))


def test_work_and_education_come_back_as_they_went_in(ats: Ats) -> None:
    work = NewWork(title="Chef", company="Casa", start_date="2020-05", current=True)
    person = ats.candidates.create(ana(work_history=[work], skills=["Cooking"], experience_months=57))
    assert person.work_history[0]["title"] == "Chef"
    assert person.work_history[0]["end_date"] is None
    assert person.years_of_experience == 5
    with pytest.raises(Invalid):
        ats.candidates.update(person.id, {"work_history": [{"start_date": "May 2020"}]})  # type: ignore[arg-type]
