"""Any number of résumés for the benchmark: different people, whole documents, the same for the same seed."""

from __future__ import annotations

import json
import re
from itertools import islice
from pathlib import Path

import phonenumbers
import pytest

from ats_core.matcher import level_of
from ats_core.taxonomy import find
from ml.samples.__main__ import main
from ml.samples.crowd import crowd
from ml.samples.model import read_people
from ml.samples.phrases import books


def test_the_same_seed_makes_the_same_people() -> None:
    assert list(crowd(40, seed=7)) == list(crowd(40, seed=7))
    assert list(crowd(40, seed=7)) != list(crowd(40, seed=8))


def test_ten_thousand_people_are_all_different() -> None:
    people = list(crowd(10_000, seed=1))
    assert len({p.contact.email for p in people}) == 10_000
    assert len({(p.language, p.contact.name) for p in people}) == 10_000
    assert len({p.stem for p in people}) == 10_000
    assert {p.language for p in people} == {"en", "es", "pt", "fr", "de"}
    assert {p.layout for p in people} == {"one-column", "two-column", "sidebar", "table"}


def test_nobody_of_the_crowd_is_among_the_samples() -> None:
    names = {p.contact.name for p in read_people()}
    assert not names & {p.contact.name for p in crowd(2_000, seed=3)}


def test_their_numbers_are_valid_and_their_addresses_nobodys() -> None:
    for person in islice(crowd(500, seed=2), 500):
        number = phonenumbers.parse(person.contact.e164)
        assert phonenumbers.is_valid_number(number), person.contact.phone
        assert re.fullmatch(r"[a-z.\-0-9]+@example\.(com|org|net)", person.contact.email)


def test_careers_are_in_order_and_without_overlap() -> None:
    for person in crowd(300, seed=4):
        assert person.work[0].end == ""
        for newer, older in zip(person.work, person.work[1:], strict=False):
            assert older.start < older.end <= newer.start
        assert person.education[0].year <= person.work[-1].start[:4]
        assert 2 <= len(person.work) <= 4
        assert all(len(job.bullets) >= 3 for job in person.work)
        assert not any("{" in bullet for job in person.work for bullet in job.bullets)


def test_skills_and_degrees_of_the_phrase_books_are_known() -> None:
    trades = [trade for book in books() for trade in book.trades]
    assert [s for trade in trades for s in trade.skills if find(s) is None] == []
    assert [d for trade in trades for d, _ in trade.degrees if level_of(d) is None] == []


def test_documents_and_truths_are_written(tmp_path: Path) -> None:
    arguments = [
        "--generate",
        "12",
        "--out",
        str(tmp_path),
        "--seed",
        "5",
        "--formats",
        "pdf,docx,txt",
        "--truth",
    ]
    assert main(arguments) == 0
    documents = [p for p in tmp_path.iterdir() if p.is_file()]
    assert sorted(p.suffix for p in documents) == [".docx"] * 4 + [".pdf"] * 4 + [".txt"] * 4
    for path in documents:
        assert path.stat().st_size > 500
        told = json.loads((tmp_path / "truth" / f"{path.stem}.json").read_text(encoding="utf-8"))
        assert told["file"] == path.name
        assert told["work_history"][0]["current"] is True


def test_the_crowd_needs_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--generate", "1"]) == 2
    assert "--out" in capsys.readouterr().err


def test_a_format_that_takes_seconds_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot generate doc"):
        next(crowd(1, formats=("doc",)))


def test_the_samples_can_be_made_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("ml.samples.word.office", lambda: None)
    assert main(["--out", str(tmp_path)]) == 0
    assert "LibreOffice (soffice) is not installed" in capsys.readouterr().err
    assert (tmp_path / "resumes" / "ana_silva.pdf").exists()
