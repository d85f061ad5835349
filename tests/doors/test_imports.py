"""Importing résumés, through both doors: every file has one outcome, and nobody is lost or doubled."""

from __future__ import annotations

import itertools
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ats_core.candidates.model import CandidateChanges, NewCandidate
from ats_core.errors import Conflict, NotFound, RuleRefused, UsageError
from ats_core.imports.model import FileStatus, ImportedFile
from ats_core.jobs.model import NewJob
from ats_core.operations import Upload
from ats_core.runtime import Runtime
from ats_core.store import checkup
from ats_sdk import Ats
from ats_sdk.importing import ImportReport, run_key

Cv = Callable[..., bytes]


def write(folder: Path, **files: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.txt").write_bytes(content)
    return folder


def by_name(report: ImportReport) -> dict[str, ImportedFile]:
    return {Path(f.path).stem: f for f in report.files}


def healthy(runtime: Runtime) -> bool:
    with runtime.engine.connect() as connection:
        broken = [(name, n) for name, n in checkup.invariants(connection) if n]
        files = checkup.files(connection, runtime.files)
    assert broken == []
    assert (files.missing, files.damaged) == (0, 0)
    return True


def test_from_a_folder_to_a_ranked_list(ats: Ats, runtime: Runtime, tmp_path: Path, cv: Cv) -> None:
    job = ats.jobs.create(
        NewJob(title="Python Engineer", location="Porto", required_skills=["Python", "Django", "PostgreSQL"])
    )
    folder = write(
        tmp_path / "cvs",
        strong=cv(name="Mirela Tavora", email="m@example.com", skills="Python, Django, PostgreSQL"),
        weak=cv(name="Otto Brandt", email="o@example.com", phone=None, skills="Welding"),
    )
    report = ats.import_resumes([folder], job=job.requisition_number, source="Career fair")
    assert (report.inputs, report.created, report.updated, report.duplicate, report.failed) == (2, 2, 0, 0, 0)
    ranking = ats.matching.rank(job.requisition_number)
    assert [m.candidate_name for m in ranking.matches] == ["Mirela Tavora", "Otto Brandt"]
    assert ranking.matches[0].match_score > ranking.matches[1].match_score
    assert by_name(report)["strong"].match_score == ranking.matches[0].match_score
    assert ranking.matches[1].gaps
    person = ats.candidates.find("m@example.com")
    assert (person.source, person.phone, person.location) == (
        "Career fair",
        "+351912345678",
        "Porto, Portugal",
    )
    assert person.provenance["first_name"]["origin"] == "resume"
    assert [a.kind for a in ats.candidates.attachments(person.id).attachments] == ["resume"]
    assert healthy(runtime)


def test_the_same_file_twice_is_no_second_person(ats: Ats, runtime: Runtime, tmp_path: Path, cv: Cv) -> None:
    folder = write(tmp_path / "cvs", a=cv(), copy=cv())
    first = ats.import_resumes([folder])
    assert sorted(f.status.value for f in first.files) == ["created", "duplicate"]
    again = ats.import_resumes([folder])
    assert (again.resumed, again.duplicate, again.inputs) == (False, 2, 2)
    assert {f.reason for f in again.files} == {"same_file"}
    assert ats.candidates.list().total == 1
    assert healthy(runtime)


def test_the_same_person_again_is_updated(ats: Ats, runtime: Runtime, tmp_path: Path, cv: Cv) -> None:
    ats.import_resumes([write(tmp_path / "one", a=cv(skills="Python", since=2018))])
    report = ats.import_resumes(
        [
            write(
                tmp_path / "two",
                mail=cv(
                    email="MIRELA.tavora@example.com", phone=None, skills="Python, Kubernetes", since=2021
                ),
                phone=cv(name="Távora Mirela", email=None, skills="Terraform", since=2022),
            )
        ]
    )
    assert {n: (f.status, f.reason) for n, f in by_name(report).items()} == {
        "mail": (FileStatus.UPDATED, "same_email"),
        "phone": (FileStatus.UPDATED, "same_name_and_phone"),
    }
    [person] = ats.candidates.list().candidates
    assert {"Python", "Kubernetes", "Terraform"} <= {s["name"] for s in person.skills}
    assert len(ats.candidates.attachments(person.id).attachments) == 3
    assert healthy(runtime)


def test_what_a_person_edited_stays(ats: Ats, tmp_path: Path, cv: Cv) -> None:
    ats.import_resumes([write(tmp_path / "one", a=cv())])
    [person] = ats.candidates.list().candidates
    ats.candidates.update(person.id, CandidateChanges(location="Lisboa", skills=["Chess"]))
    ats.import_resumes([write(tmp_path / "two", b=cv(since=2023, company="Nova Casa"))])
    after = ats.candidates.get(person.id)
    assert (after.location, [s["name"] for s in after.skills]) == ("Lisboa", ["Chess"])
    assert after.current_company == "Nova Casa"
    assert after.provenance["location"]["origin"] == "person"


def test_a_person_entered_by_hand_is_recognised(ats: Ats, tmp_path: Path, cv: Cv) -> None:
    known = ats.candidates.create(
        NewCandidate(
            first_name="Mirela", last_name="T.", emails=["Mirela.Tavora@EXAMPLE.com", "other@example.com"]
        )
    )
    report = ats.import_resumes([write(tmp_path / "cvs", a=cv())])
    assert report.files[0].candidate_id == known.id
    after = ats.candidates.get(known.id)
    assert (after.last_name, after.emails) == ("T.", ["Mirela.Tavora@EXAMPLE.com", "other@example.com"])
    assert after.phone == "+351912345678"


def test_a_resume_without_an_address_is_imported(ats: Ats, tmp_path: Path, cv: Cv) -> None:
    report = ats.import_resumes([write(tmp_path / "cvs", a=cv(email=None, phone=None))])
    assert report.created == 1
    assert ats.candidates.list().candidates[0].full_name == "Mirela Tavora"
    assert ats.candidates.list().candidates[0].email is None


def test_a_document_that_joins_two_records_merges_them_in_any_order(
    local: Ats, runtime: Runtime, tmp_path: Path, cv: Cv
) -> None:
    files = {
        "a": cv(name="Mirela Tavora", email="one@example.com", phone=None, skills="Python", since=2015),
        "b": cv(name="Mirela Tavora", email="two@example.com", skills="Go", since=2017),
        "c": cv(name="Mirela Tavora", email="one@example.com", skills="Rust", since=2019),
    }
    job = local.jobs.create(NewJob(title="Dev", location="Porto", required_skills=["Python"]))
    states = []
    for round_, order in enumerate(itertools.permutations(files)):
        for name in order:
            folder = write(tmp_path / f"r{round_}{name}", **{name: files[name]})
            local.import_resumes([folder], job=job.requisition_number)
        [person] = local.candidates.list().candidates
        applications = local.applications.list(candidate_id=person.id).applications
        assert len(applications) == 1
        state = person.model_dump(
            exclude={"id", "version", "created_at", "updated_at", "last_activity", "provenance"}
        )
        states.append(
            (state, applications[0].match_score, {k: v["by"] for k, v in person.provenance.items()})
        )
        assert healthy(runtime)
        local.candidates.delete(person.id)
        for application in applications:
            local.applications.withdraw(application.id)
    assert all(state == states[0] for state in states)
    assert states[0][0]["emails"] == ["one@example.com", "two@example.com"]


def test_records_that_people_edited_are_not_merged_by_a_machine(ats: Ats, tmp_path: Path, cv: Cv) -> None:
    one = ats.candidates.create(NewCandidate(first_name="Mirela", emails=["one@example.com"]))
    two = ats.candidates.create(
        NewCandidate(
            first_name="Mirela", last_name="Tavora", emails=["two@example.com"], phones=["+351912345678"]
        )
    )
    ats.import_resumes([write(tmp_path / "cvs", c=cv(email="one@example.com"))])
    assert ats.candidates.get(one.id).emails == ["one@example.com"]
    assert ats.candidates.get(two.id).emails == ["two@example.com"]


def test_a_failed_file_is_kept_with_its_error_and_nothing_else(
    ats: Ats, runtime: Runtime, tmp_path: Path, cv: Cv
) -> None:
    folder = write(tmp_path / "cvs", good=cv(), empty=b"", nobody=b"minutes of the meeting\n" * 5)
    (folder / "program.pdf").write_bytes(b"MZ\x90\x00" + b"\x00" * 200)
    report = ats.import_resumes([folder])
    found = {n: (f.status.value, f.reason) for n, f in by_name(report).items()}
    assert found["good"] == ("created", "new_person")
    assert found["empty"] == ("failed", "empty_file")
    assert found["nobody"] == ("failed", "nobody_found")
    assert found["program"] == ("failed", "unsupported_format")
    assert all(len(f.message) > 20 for f in report.files)
    assert report.inputs == report.created + report.updated + report.duplicate + report.failed == 4
    assert ats.candidates.list().total == 1
    with runtime.engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT f.reason, s.sha256, p.parsing_errors->>'code' AS code FROM import_files f "
            "LEFT JOIN stored_files s ON s.id = f.file_id "
            "LEFT JOIN parsed_resumes p ON p.sha256 = f.sha256 WHERE f.status = 'failed' ORDER BY 1"
        ).all()
    assert [(r.reason, r.code) for r in rows] == [(r.reason, r.reason) for r in rows]
    assert [r.sha256 is not None for r in rows] == [False, True, True]
    assert runtime.files.get(rows[2].sha256).startswith(b"MZ")
    assert healthy(runtime)


def test_failed_files_are_tried_again_by_the_next_import(ats: Ats, tmp_path: Path, cv: Cv) -> None:
    folder = write(tmp_path / "cvs", a=b"")
    assert ats.import_resumes([folder]).failed == 1
    (folder / "a.txt").write_bytes(cv())
    assert ats.import_resumes([folder]).created == 1


def test_zip_files_are_read_member_by_member(ats: Ats, tmp_path: Path, cv: Cv) -> None:
    with zipfile.ZipFile(tmp_path / "cvs.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("team/a.txt", cv())
        archive.writestr("__MACOSX/a.txt", b"litter")
        archive.writestr("../../escape.txt", cv(email="e@example.com"))
        archive.writestr("bomb.txt", b"\0" * 9_000_000)
        archive.writestr("huge.txt", os.urandom(11_000_000))
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 no zip file at all")
    report = ats.import_resumes([tmp_path / "cvs.zip", tmp_path / "broken.zip"])
    found = {re.split("[/!]", f.path)[-1]: f.reason for f in report.files}
    assert found == {
        "a.txt": "new_person",
        "escape.txt": "archive_member_refused",
        "bomb.txt": "zip_bomb",
        "huge.txt": "too_large",
        "broken.zip": "bad_archive",
    }
    assert not (tmp_path.parent / "escape.txt").exists()


def test_folders_globs_and_hidden_files(ats: Ats, tmp_path: Path, cv: Cv) -> None:
    deep = tmp_path / "cvs" / "2026" / "may"
    deep.mkdir(parents=True)
    (deep / "a.txt").write_bytes(cv(email="a@example.com", phone=None))
    (deep / ".hidden.txt").write_bytes(cv())
    (tmp_path / "cvs" / "b.txt").write_bytes(cv(name="Bo Li", email="b@example.com", phone=None))
    report = ats.import_resumes([tmp_path / "cvs", str(tmp_path / "cvs" / "**" / "*.txt")])
    assert (report.inputs, report.created) == (2, 2)
    with pytest.raises(UsageError, match="not there"):
        ats.import_resumes([tmp_path / "nowhere"])
    empty = tmp_path / "empty"
    empty.mkdir()
    assert ats.import_resumes([empty]).inputs == 0


def test_unreadable_files_have_a_reason(ats: Ats, tmp_path: Path, cv: Cv) -> None:
    folder = write(tmp_path / "cvs", big=b"x" * (10 * 2**20 + 1))
    os.mkfifo(folder / "pipe")
    (folder / "dangling.txt").symlink_to(folder / "nothing")
    report = ats.import_resumes([folder])
    found = {Path(f.path).name: f.reason for f in report.files}
    assert found == {"big.txt": "too_large", "pipe": "not_a_file", "dangling.txt": "unreadable"}
    assert all(f.sha256 is None for f in report.files)


def test_names_in_any_script_and_paths_in_no_encoding(ats: Ats, tmp_path: Path, cv: Cv) -> None:
    folder = write(
        tmp_path / "cvs",
        nfd=cv(name="Zoe\u0308 Mu\u0308ller", email="z@example.com", phone=None),
        cjk=cv(name="田中 花子", email="h@example.com", phone=None),
        rtl=cv(name="ليلى حداد", email="l@example.com", phone=None),
    )
    (Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt"))).write_bytes(
        cv(name="Inès Caron", email="i@example.com", phone=None)
    )
    report = ats.import_resumes([folder])
    assert report.created == 4
    assert ats.candidates.find("z@example.com").full_name == "Zoë Müller"
    assert ats.candidates.search(name="zoë").total == 1
    assert "花子" in ats.candidates.find("h@example.com").full_name
    assert "حداد" in ats.candidates.find("l@example.com").full_name
    assert any("caf\\xe9" in f.path for f in report.files)


def test_a_plan_writes_nothing_and_knows_the_run_itself(
    ats: Ats, runtime: Runtime, tmp_path: Path, cv: Cv
) -> None:
    ats.import_resumes([write(tmp_path / "old", known=cv())])
    folder = write(
        tmp_path / "cvs",
        known=cv(),
        newer=cv(since=2023),
        x=cv(name="Bo Li", email="b@example.com", phone=None),
        y=cv(name="Bo Li", email="b@example.com", phone=None, since=2011),
        z=cv(name="Bo Li", email="b@example.com", phone=None),
        empty=b"",
    )
    before = ats.candidates.list().candidates
    plan = ats.plan_import([folder])
    found = {Path(f.path).stem: f.status.value for f in plan.files}
    assert found == {
        "empty": "failed", "known": "duplicate", "newer": "updated", "x": "created", "y": "updated",
        "z": "duplicate",
    }  # fmt: skip
    assert plan.inputs == plan.created + plan.updated + plan.duplicate + plan.failed == 6
    assert ats.candidates.list().candidates == before
    assert ats.imports.list().total == 1
    with runtime.engine.connect() as connection:
        assert checkup.files(connection, runtime.files).orphans == 0


def test_an_import_that_was_cut_off_is_taken_up(ats: Ats, runtime: Runtime, tmp_path: Path, cv: Cv) -> None:
    folder = write(
        tmp_path / "cvs",
        a=cv(email="a@example.com", phone=None),
        b=cv(name="Bo Li", email="b@example.com", phone=None),
        c=b"",
    )
    started = ats.imports.start(key=run_key([folder], None, None), planned=3)
    path = str(folder / "a.txt")
    done = ats.imports.add_file(started.id, path=path, file=Upload("a.txt", (folder / "a.txt").read_bytes()))
    report = ats.import_resumes([folder])
    assert (report.import_id, report.resumed) == (started.id, True)
    assert (report.created, report.failed, report.inputs) == (2, 1, 3)
    assert by_name(report)["a"] == done.model_copy(update={"match_score": None})
    assert ats.imports.get(report.import_id).status == "finished"
    assert len(ats.imports.files(report.import_id).files) == 3
    assert healthy(runtime)


def test_a_file_of_an_import_has_one_outcome(ats: Ats, cv: Cv) -> None:
    started = ats.imports.start(key="0" * 64)
    first = ats.imports.add_file(started.id, path="a.txt", file=Upload("a.txt", cv()))
    second = ats.imports.add_file(started.id, path="a.txt", file=Upload("a.txt", cv(email="x@example.com")))
    third = ats.imports.add_failure(started.id, path="a.txt", reason="unreadable", message="Gone.")
    assert first == second == third


def test_imports_for_jobs_that_take_nobody_are_refused(
    ats: Ats, runtime: Runtime, tmp_path: Path, cv: Cv
) -> None:
    folder = write(tmp_path / "cvs", a=cv())
    with pytest.raises(NotFound):
        ats.import_resumes([folder], job="REQ-1900-0001")
    job = ats.jobs.create(NewJob(title="X", location="Y"))
    with runtime.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE jobs SET status = 'closed', closed_at = now()")
    with pytest.raises(RuleRefused):
        ats.import_resumes([folder], job=job.requisition_number)
    assert ats.candidates.list().total == 0
    assert ats.imports.list().total == 0


def test_a_deleted_person_is_created_anew(ats: Ats, tmp_path: Path, cv: Cv) -> None:
    folder = write(tmp_path / "cvs", a=cv())
    ats.import_resumes([folder])
    [person] = ats.candidates.list().candidates
    ats.candidates.delete(person.id)
    assert ats.import_resumes([folder]).created == 1
    with pytest.raises(Conflict):
        ats.candidates.restore(person.id)
