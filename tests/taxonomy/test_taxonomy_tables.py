"""Our own tables of spellings and of sentences: how many are answered right (aliases.txt, sentences.txt)."""

from __future__ import annotations

from pathlib import Path

from ats_core.taxonomy import find, scan

HERE = Path(__file__).parent


def lines(pattern: str) -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(HERE.glob(pattern))]
    return [line for text in texts for line in text.splitlines() if line and not line.startswith("#")]


def wrong_aliases(mark: str) -> tuple[list[str], int]:
    cases = [line for line in lines("aliases*.txt") if f" {mark} " in line]
    wrong = []
    for case in cases:
        one, other = (find(text) for text in case.split(f" {mark} "))
        same = one is not None and other is not None and one.id == other.id
        if same != (mark == "="):
            wrong.append(case)
    return wrong, len(cases)


def test_spellings_of_the_same_skill_are_found_as_one() -> None:
    wrong, count = wrong_aliases("=")
    assert count >= 1600
    assert len(wrong) / count <= 0.03, wrong


def test_different_skills_are_kept_apart() -> None:
    assert wrong_aliases("!")[0] == []


def test_sentences_with_everyday_words() -> None:
    right = said = meant = 0
    wrong = []
    for line in lines("sentences*.txt"):
        sentence, _, ids = line.partition("|")
        wanted, had = set(ids.split()), {found.id for found in scan(sentence)}
        right, said, meant = right + len(wanted & had), said + len(had), meant + len(wanted)
        if wanted != had:
            wrong.append((sentence, sorted(had ^ wanted)))
    assert right / said >= 0.95, wrong
    assert right / meant >= 0.90, wrong
