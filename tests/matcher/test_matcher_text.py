"""Ranking by text: in any language, by what the collection says, as TSV on standard output."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from ats_core.matcher.text import average_precision, rank, scores

JOBS = {
    "nurse": "Nurse, intensive care\nYou care for patients after surgery and keep their records.",
    "mason": "Maurer\nSie mauern Wände und verputzen Fassaden auf Baustellen.",
}
PEOPLE = {
    "anna": "Intensive care nurse\nCared for patients after heart surgery; kept patient records.",
    "bert": "Maurer\nMauern von Wänden, Verputzen der Fassade, Arbeit auf der Baustelle.",
    "carl": "Accountant\nMonthly closing and taxes for small firms.",
    "dora": "Florista\nRamos y coronas para bodas.",
}


def best(table: list[tuple[str, str, float]], job: str) -> str:
    return next(candidate for asked, candidate, _ in table if asked == job)


def test_the_most_alike_comes_first_in_each_language() -> None:
    table = list(rank(JOBS, PEOPLE))
    assert len(table) == 8
    assert (best(table, "nurse"), best(table, "mason")) == ("anna", "bert")
    assert all(0 <= score <= 1 for _, _, score in table)


@pytest.mark.parametrize(
    ("job", "right", "wrong"),
    [
        (
            "Muurari\nRakennusten muuraus ja laastityöt",
            "Muuraaja, muurannut rakennuksia",
            "Kokki ravintolassa",
        ),
        ("护士\n负责重症监护病房的病人护理", "重症监护护士,病人护理五年", "会计,负责公司税务"),
        ("Медсестра\nУход за больными в стационаре", "Медсестрой ухаживала за больным", "Бухгалтер, налоги"),
        ("Garson\nRestoranda servis yapmak", "Restoranlarda garsonluk ve servis", "Muhasebeci, vergi işleri"),
    ],
)
def test_a_language_that_the_dictionary_does_not_know(job: str, right: str, wrong: str) -> None:
    [[good, bad]] = scores([job], [right, wrong])
    assert good > bad


def test_many_jobs_for_one_person_give_the_same_scores_as_the_other_way_round() -> None:
    there = {(a, b): score for a, b, score in rank(JOBS, {"anna": PEOPLE["anna"]})}
    back = {(b, a): score for a, b, score in rank({"anna": PEOPLE["anna"]}, JOBS)}
    assert there == pytest.approx(back)
    assert there["nurse", "anna"] > there["mason", "anna"]


def test_empty_texts_and_sides() -> None:
    assert scores(["x"], []) == [[]]
    assert scores([], ["x"]) == []
    assert scores(["", "🙂"], ["", "a b"]) == [[0.0, 0.0], [0.0, 0.0]]


def test_average_precision() -> None:
    assert average_precision([True, False, True]) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision([False]) == 0


def test_hundreds_of_texts_take_seconds() -> None:
    text = " ".join(f"wort{n} nähen pflegen bauen" for n in range(100))
    began = time.process_time()
    scores([text] * 5, [f"{text} eigen{n}" for n in range(200)])
    assert time.process_time() - began < 10


def test_the_command_writes_tsv_and_nothing_else(tmp_path: Path) -> None:
    for folder, texts in (("jobs", JOBS), ("people", PEOPLE)):
        (tmp_path / folder).mkdir()
        for name, text in texts.items():
            (tmp_path / folder / f"{name}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "ml.matcher.rank"]
    done = subprocess.run(
        [*command, str(tmp_path / "jobs"), str(tmp_path / "people")],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert next(row[:2] for row in rows if row[0] == "nurse") == ["nurse", "anna"]
    assert len(rows) == 8
    assert done.stderr == ""
    refused = subprocess.run(
        [*command, "nowhere", str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (refused.returncode, refused.stdout) == (2, "")
