"""The review queue: doubts wait for a person, whose word no later parse goes over."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from ats_core.candidates.model import CandidateChanges
from ats_core.errors import Invalid, NotFound
from ats_core.operations import Upload
from ats_core.parser.pool import ParserPool
from ats_core.resumes.corrections import changes, combined, corrected, doubts
from ats_core.resumes.model import Corrections, Resume
from ats_core.runtime import Runtime
from ats_core.store.engine import make_engine
from ats_sdk import Ats
from ats_sdk.correcting import corrections as typed

Cv = Callable[..., bytes]


@pytest.fixture
def runtime(runtime: Runtime, parsers: ParserPool) -> Iterator[Runtime]:
    """One that doubts everything, so that what is tested does not hang on how sure the parser is."""
    settings = dataclasses.replace(runtime.settings, review_below=1.0)
    opened = Runtime(settings, make_engine(settings.database_url or ""), parser=parsers)
    yield opened
    opened.close()


def imported(ats: Ats, *files: bytes) -> list[Resume]:
    run = ats.imports.start(key="1" * 64)
    for place, content in enumerate(files):
        ats.imports.add_file(run.id, path=f"{place}.txt", file=Upload(f"{place}.txt", content))
    ats.imports.finish(run.id)
    return ats.resumes.list(limit=100).resumes


def as_read_by_an_older_parser(runtime: Runtime, **wrong: str) -> None:
    """Makes the kept parse one that version 0.9 made, with another title and last name."""
    with runtime.engine.begin() as connection:
        for path, value in wrong.items():
            connection.execute(
                text(
                    "UPDATE parsed_resumes SET parser_version = '0.9', parsed_data = jsonb_set(parsed_data, "
                    "CAST(:path AS text[]), to_jsonb(CAST(:value AS text)))"
                ),
                {"path": "{candidate_data," + path.replace("__", ",") + "}", "value": value},
            )


def test_what_is_doubtful_waits_until_somebody_has_looked(ats: Ats, cv: Cv) -> None:
    (resume,) = imported(ats, cv())
    assert [r.id for r in ats.resumes.list(doubtful=True).resumes] == [resume.id]
    found = ats.resumes.get(resume.id)
    paths = {d.path for d in found.doubts}
    assert {"contact_info.first_name", "contact_info.email", "education[0].degree"} <= paths
    assert not any(p.startswith(("skills", "contact_info.emails")) for p in paths)
    first = next(d for d in found.doubts if d.path == "contact_info.first_name")
    assert (first.value, first.raw) == ("Mirela", "Mirela Tavora")
    assert 0 < first.confidence < 1
    confirmed = ats.resumes.review(resume.id, corrections=Corrections())
    assert confirmed.doubts == []
    assert confirmed.resume.reviewed_at is not None
    assert ats.resumes.list(doubtful=True).resumes == []
    assert [r.id for r in ats.resumes.list().resumes] == [resume.id]


def test_a_correction_reaches_the_candidate_and_the_score(ats: Ats, cv: Cv) -> None:
    from ats_core.jobs.model import NewJob

    job = ats.jobs.create(NewJob(title="Welder", location="Porto", required_skills=["TIG welding"]))
    (resume,) = imported(ats, cv())
    ats.applications.apply(job_id=str(job.id), candidate_id=resume.candidate_id)
    before = ats.matching.rank(str(job.id)).matches[0].match_score
    wanted = Corrections.model_validate(
        {
            "contact_info": {"last_name": "Távora", "phone": "+351 912 000 111"},
            "work_history": [{"title": "Welder", "company": "Estaleiro Novo", "start_date": "2019-01",
                              "end_date": "2021-12"}],
            "skills": ["TIG welding"],
        }
    )  # fmt: skip
    shown = ats.resumes.review(resume.id, corrections=wanted)
    assert shown.candidate_data.contact_info.last_name == "Távora"
    assert shown.candidate_data.years_of_experience == 3.0
    person = ats.candidates.get(resume.candidate_id)
    assert person.full_name == "Mirela Távora"
    assert person.phones == ["+351912000111"]
    assert (person.current_title, person.experience_months) == ("Welder", 36)
    assert [s["name"] for s in person.skills] == ["TIG welding"]
    assert ats.matching.rank(str(job.id)).matches[0].match_score > before


def test_corrections_come_one_after_the_other(local: Ats, cv: Cv) -> None:
    (resume,) = imported(local, cv())
    local.resumes.review(resume.id, Corrections.model_validate({"contact_info": {"last_name": "Tavares"}}))
    shown = local.resumes.review(
        resume.id,
        Corrections.model_validate({"contact_info": {"location": "Braga"}, "languages": ["German"]}),
    )
    assert shown.corrections == {
        "contact_info": {"last_name": "Tavares", "location": "Braga"}, "languages": ["German"],
    }  # fmt: skip
    assert local.candidates.get(resume.candidate_id).last_name == "Tavares"


def test_null_takes_a_value_away(local: Ats, cv: Cv) -> None:
    (resume,) = imported(local, cv())
    local.resumes.review(resume.id, Corrections.model_validate({"contact_info": {"email": None}}))
    person = local.candidates.get(resume.candidate_id)
    assert person.email is None
    assert person.emails == []


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"contact_info": {"email": "nobody"}}, "/contact_info/email"),
        ({"contact_info": {"phone": "555-0123"}}, "/contact_info/phone"),
        ({"work_history": [{"start_date": "March 2019"}]}, "/work_history/0/start_date"),
        ({"surname": "x"}, "/surname"),
    ],
)
def test_a_correction_that_does_not_fit_is_refused(
    local: Ats, cv: Cv, wrong: dict[str, Any], pointer: str
) -> None:
    (resume,) = imported(local, cv())
    with pytest.raises(Invalid) as raised:
        local.resumes.review(resume.id, corrections=wrong)  # type: ignore[arg-type]
    assert [e["pointer"] for e in raised.value.details["errors"]] == [pointer]
    assert local.resumes.get(resume.id).corrections == {}


def test_a_candidate_that_a_person_has_edited_keeps_the_edit(local: Ats, cv: Cv) -> None:
    (resume,) = imported(local, cv())
    local.candidates.update(resume.candidate_id, CandidateChanges(last_name="Tavora Lima"))
    local.resumes.review(resume.id, Corrections.model_validate({"contact_info": {"last_name": "Tavares"}}))
    assert local.candidates.get(resume.candidate_id).last_name == "Tavora Lima"


def test_reparse_shows_first_and_changes_then(ats: Ats, runtime: Runtime, cv: Cv) -> None:
    (resume,) = imported(ats, cv())
    as_read_by_an_older_parser(runtime, work_history__0__title="Wrong Title")
    (plan,) = ats.reparse()
    assert [(c.path, c.before, c.after, c.kept) for c in plan.changes] == [
        ("work_history[0].title", "Wrong Title", "Software Engineer", False)
    ]
    assert (plan.from_version, plan.applied) == ("0.9", False)
    assert ats.resumes.get(resume.id).candidate_data.work_history[0].title == "Wrong Title"
    (done,) = ats.reparse(apply=True)
    assert done.applied
    assert ats.resumes.get(resume.id).candidate_data.work_history[0].title == "Software Engineer"
    assert ats.candidates.get(resume.candidate_id).current_title == "Software Engineer"
    assert list(ats.reparse()) == []  # nothing is outdated any more
    (same,) = ats.reparse(outdated=False)
    assert same.changes == []


def test_no_reparse_goes_over_a_correction(local: Ats, runtime: Runtime, cv: Cv) -> None:
    (resume,) = imported(local, cv())
    local.resumes.review(
        resume.id,
        Corrections.model_validate(
            {"contact_info": {"last_name": "Tavares"}, "work_history": [{"title": "Tester"}]}
        ),
    )
    as_read_by_an_older_parser(
        runtime, contact_info__last_name="X", work_history__0__title="Y", contact_info__location="Z"
    )
    (plan,) = local.reparse()
    assert {c.path: c.kept for c in plan.changes} == {
        "contact_info.last_name": True, "contact_info.location": False, "work_history[0].title": True,
    }  # fmt: skip
    (done,) = local.reparse(apply=True)
    assert done.applied
    person = local.candidates.get(resume.candidate_id)
    assert (person.last_name, person.current_title, person.location) == (
        "Tavares",
        "Tester",
        "Porto, Portugal",
    )
    shown = local.resumes.get(resume.id)
    assert shown.candidate_data.contact_info.last_name == "Tavares"
    assert [w.title for w in shown.candidate_data.work_history] == ["Tester"]


def test_a_file_that_can_not_be_read_any_more_keeps_what_was_read(
    local: Ats, runtime: Runtime, cv: Cv
) -> None:
    (resume,) = imported(local, cv())
    as_read_by_an_older_parser(runtime, contact_info__location="Braga")
    runtime.files.path(resume.sha256).write_bytes(b"%PDF-1.4 damaged")
    (done,) = local.reparse(apply=True)
    assert done.error is not None
    assert done.error.code == "corrupt_file"
    assert not done.applied
    assert local.resumes.get(resume.id).candidate_data.contact_info.location == "Braga"


def test_an_unknown_resume(ats: Ats) -> None:
    with pytest.raises(NotFound, match="no résumé"):
        ats.resumes.get(UUID(int=1))


def test_what_is_typed_becomes_corrections(local: Ats, cv: Cv) -> None:
    (resume,) = imported(local, cv())
    data = local.resumes.get(resume.id).candidate_data
    made = typed(
        data,
        ["work_history[0].end_date=2021-05", "work_history[1].title=Cook", "contact_info.location=Braga",
         "skills=Python, SQL", "education[0].graduation_year=2016"],
        ["contact_info.phone"],
    )  # fmt: skip
    told = made.model_dump(exclude_unset=True)
    assert told["contact_info"] == {"location": "Braga", "phone": None}
    assert [w["title"] for w in told["work_history"]] == ["Software Engineer", "Cook"]
    assert told["work_history"][0]["end_date"] == "2021-05"
    assert told["skills"] == ["Python", "SQL"]
    assert told["education"][0]["graduation_year"] == 2016
    dropped = typed(data, [], ["work_history[0]", "skills[1]", "skills[0]"])
    assert dropped.work_history == []
    assert dropped.skills == data.skills[2:]


names = st.text("abcdefg ", min_size=1, max_size=8)
blocks = st.fixed_dictionaries(
    {},
    optional={
        "contact_info": st.dictionaries(st.sampled_from(["first_name", "location", "email"]), names),
        "skills": st.lists(names, max_size=3),
        "certifications": st.lists(names, max_size=3),
    },
)
data = st.fixed_dictionaries(
    {
        "contact_info": st.dictionaries(st.sampled_from(["first_name", "location", "email"]), names),
        "certifications": st.lists(names, max_size=3),
        "education": st.lists(st.fixed_dictionaries({"degree": names, "confidence": st.floats(0, 1)})),
    }
)


@given(data, data, blocks)
def test_whatever_is_parsed_later_a_correction_stands(
    before: dict[str, Any], after: dict[str, Any], right: dict[str, Any]
) -> None:
    for parsed in (before, after):
        made = corrected(parsed, right, "2026-01")
        for name, value in (right.get("contact_info") or {}).items():
            assert made["contact_info"][name] == value
        assert made["certifications"] == right.get("certifications", parsed["certifications"])
    hidden = {c.path for c in changes(before, after, right) if c.kept}
    assert hidden <= {f"contact_info.{n}" for n in right.get("contact_info", {})} | {*right}


@given(blocks, blocks, data)
def test_the_later_correction_counts(
    first: dict[str, Any], second: dict[str, Any], parsed: dict[str, Any]
) -> None:
    both = corrected(parsed, combined(first, second), "2026-01")
    for name, value in (second.get("contact_info") or {}).items():
        assert both["contact_info"][name] == value
    if "certifications" in second:
        assert both["certifications"] == second["certifications"]


def test_a_document_without_a_name_is_doubtful() -> None:
    parsed = {"candidate_data": {"contact_info": {"email": "a@example.com"}}, "receipts": {}}
    assert [d.path for d in doubts(parsed, 0.5)] == ["contact_info.first_name"]
